"""Short forms for the data of the register: a text in the three languages, and what is made of such texts."""

from typing import Any

Said = dict[str, str]


def said(en: str, fr: str, es: str) -> Said:
    """A text in every language."""
    return {"en": en, "fr": fr, "es": es}


def text(en: str, fr: str, es: str) -> Said:
    """Rich text in every language: paragraphs, divided by empty lines; what begins with “<” stays as it is."""
    return {code: _paragraphs(value) for code, value in (("en", en), ("fr", fr), ("es", es))}


def _paragraphs(value: str) -> str:
    return "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in value.split("\n\n"))


def section(heading: Said, body: Said) -> dict[str, Said]:
    """A section of a document."""
    return {"heading": heading, "body": body}


def figure(label: Said, unit: Said, source: str, *, value: str | None = None, **others: Any) -> dict[str, Any]:
    """A figure, by its exact `value` or, where there is none, by its `wording` in every language."""
    dates = {"as_of": None, "valid_until": None}
    return {"label": label, "unit": unit, "source": source, "value": value, "wording": None, **dates, **others}
