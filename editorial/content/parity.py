"""Parity: whether each language says what the source language says, and the gate that asks for it.

A language is *missing* while it lacks a text that the source has, *outdated* while nobody attested it as the
translation of this very source text, and *current* (at parity) otherwise. The source language itself is missing or
current. All follows from digests; a save that changes nothing marks nothing.
"""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.base import languages
from editorial.content import canonical as content_module


class Parity(models.TextChoices):
    """How a language stands against the source."""

    MISSING = "missing", _("Missing")
    OUTDATED = "outdated", _("Outdated")
    CURRENT = "current", _("Current")


def lacking_paths(content: Mapping[str, Any], language: str) -> list[str]:
    """Paths of the texts that `language` lacks: those that the source has, and title and slug in any case."""
    source = content["fields"]["source_language"]
    texts = content_module.prose(content, source)
    own = content_module.prose(content, language)
    needed = {path for path, text in texts.items() if text and path not in content_module.OPTIONAL}
    needed.add("title")
    found = sorted(path for path in needed if not own.get(path))
    if not content["fields"]["slug"].get(language):
        found.append("slug")
    return found


def status(content: Mapping[str, Any], attested: Mapping[str, str]) -> dict[str, str]:
    """The parity of every language.

    :param content: canonical content of the edition.
    :param attested: per language, the source digest that its translator attested.
    """
    source = content["fields"]["source_language"]
    digest = content_module.language_digest(content, source)
    found: dict[str, str] = {}
    for language in languages.codes():
        if lacking_paths(content, language):
            found[language] = Parity.MISSING.value
        elif language == source or attested.get(language) == digest:
            found[language] = Parity.CURRENT.value
        else:
            found[language] = Parity.OUTDATED.value
    return found


def behind(language_status: Mapping[str, str], excepted: list[str]) -> dict[str, str]:
    """The required languages that are not at parity and for which no exception was granted, with their status."""
    return {
        language: language_status.get(language, Parity.MISSING.value)
        for language in languages.required()
        if language not in excepted and language_status.get(language) != Parity.CURRENT.value
    }


def not_ready(language_status: Mapping[str, str], excepted: list[str]) -> list[str]:
    """The languages that are not required, not at parity and not excepted: what is left out at the submission."""
    required = languages.required()
    return [
        code
        for code in languages.codes()
        if code not in required and code not in excepted and language_status.get(code) != Parity.CURRENT.value
    ]
