"""Which of the engine's fields exist in every content language."""

from modeltranslation.translator import TranslationOptions, register

from editorial.models import Attachment, Edition, Figure, GlossaryTerm, Party, Section, Withdrawal


@register(Edition)
class EditionTranslation(TranslationOptions):
    fields = ("title", "slug", "summary", "change_note")


@register(Section)
class SectionTranslation(TranslationOptions):
    fields = ("heading", "body")


@register(Figure)
class FigureTranslation(TranslationOptions):
    fields = ("label", "wording", "unit", "source")


@register(Attachment)
class AttachmentTranslation(TranslationOptions):
    fields = ("title",)


@register(Party)
class PartyTranslation(TranslationOptions):
    fields = ("name",)


@register(Withdrawal)
class WithdrawalTranslation(TranslationOptions):
    fields = ("explanation",)


@register(GlossaryTerm)
class GlossaryTermTranslation(TranslationOptions):
    fields = ("term", "acronym", "variants", "forbidden")
