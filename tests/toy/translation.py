"""Translated fields of the toy subject."""

from modeltranslation.translator import TranslationOptions, register

from tests.toy.models import Item, Note


@register(Note)
class NoteTranslation(TranslationOptions):
    fields = ("motto",)


@register(Item)
class ItemTranslation(TranslationOptions):
    fields = ("text",)
