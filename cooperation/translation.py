"""Which of the subject's fields exist in every content language."""

from modeltranslation.translator import TranslationOptions, register

from cooperation.models import (
    AnnualReport,
    Chapter,
    Country,
    Mechanism,
    Objective,
    Organization,
    Page,
    Theme,
    WorkingGroup,
)


@register([Country, Theme])
class NamedTranslation(TranslationOptions):
    fields = ("name",)


@register(Organization)
class OrganizationTranslation(TranslationOptions):
    fields = ("name", "acronym")


@register([Page, WorkingGroup])
class EditionOnlyTranslation(TranslationOptions):
    fields = ()


@register(Mechanism)
class MechanismTranslation(TranslationOptions):
    fields = ("acronym", "launched")


@register(AnnualReport)
class AnnualReportTranslation(TranslationOptions):
    fields = ("message",)


@register(Chapter)
class ChapterTranslation(TranslationOptions):
    fields = ("results",)


@register(Objective)
class ObjectiveTranslation(TranslationOptions):
    fields = ("text",)
