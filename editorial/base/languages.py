"""The content languages, and how a translated field's columns are named."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models


def codes() -> list[str]:
    """Codes of all content languages, in the order of `LANGUAGES` (BCP 47 primary subtags)."""
    return [code for code, _name in settings.LANGUAGES]


def required() -> list[str]:
    """Codes of the languages that an edition must have before it may be submitted."""
    return list(settings.REQUIRED_LANGUAGES)


def name(code: str) -> str:
    """The name of a language in the reader's language; the code itself when it is none of ours."""
    return str(dict(settings.LANGUAGES).get(code, code))


#: Each language's name in itself, for language switches (WCAG 3.1.2 wants the `lang` attribute beside it).
AUTONYMS = {"en": "English", "fr": "Français", "es": "Español"}


def autonym(code: str) -> str:
    """The name of a language in that language, such as «Français»."""
    return AUTONYMS.get(code, code)


def names(items: Iterable[str]) -> str:
    """Names of several languages as one phrase in the reader's language, such as “French, Spanish”."""
    return ", ".join(name(code) for code in items)


def column(field: str, code: str) -> str:
    """The attribute (and column) that holds `field` in the language `code`: ("title", "fr") is "title_fr"."""
    return f"{field}_{code.replace('-', '_')}"


def value(instance: models.Model, field: str, code: str) -> Any:
    """What `instance` says in `field` in the language `code`, never another language's text in its stead."""
    return getattr(instance, column(field, code))


def values(instance: models.Model, field: str) -> dict[str, Any]:
    """What `instance` says in `field`, by language code."""
    return {code: value(instance, field, code) for code in codes()}


def translated_fields(model: type[models.Model]) -> list[str]:
    """Names of the model's translated fields, its parents' included, in the order of their declaration."""
    from modeltranslation.manager import get_translatable_fields_for_model

    declared = set(get_translatable_fields_for_model(model) or [])
    return [field.name for field in model._meta.concrete_fields if field.name in declared]
