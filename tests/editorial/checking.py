"""Content of the toy kind for the checks, and what they find in it."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from editorial.checks.advice import reading, run
from editorial.checks.advice.lookup import LinkTarget
from editorial.checks.advice.registry import Finding, get
from editorial.models import LinkCheck
from editorial.richtext import field

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
_KEYS = [str(UUID(int=number)) for number in range(1, 50)]


def texts(value: str | dict[str, str]) -> dict[str, str]:
    """A text in the languages that it names; a bare one is English."""
    return {"en": "", "fr": "", "es": "", **({"en": value} if isinstance(value, str) else value)}


def content(
    *bodies: str | dict[str, str], headings: Any = "Heading", source: str = "en", **fields: Any
) -> dict[str, Any]:
    """A note whose sections have these texts, cleaned as the editor cleans them."""
    rows = [
        {
            "key": key,
            "heading": texts(headings),
            "body": {code: field.clean(html) for code, html in texts(body).items()},
        }
        for key, body in zip(_KEYS, bodies, strict=False)
    ]
    named = {name: texts(fields.get(name, "")) for name in ("title", "slug", "summary", "motto")}
    shared = {"source_language": source, "excepted_languages": fields.get("excepted", []), "day": None, "about": None}
    return {"kind": "note", "fields": {**named, **shared}, "parts": {"section": rows, "item": [], "figure": []}}


def findings_of(
    check: str,
    value: dict[str, Any],
    *,
    now: datetime = NOW,
    behind: dict[tuple[str, str], LinkTarget] | None = None,
    outside: dict[str, LinkCheck] | None = None,
) -> list[Finding]:
    """What one check finds in a content."""
    return run.run_checks(reading.Reading(value, now, behind or {}, outside or {}), [get(check)])


def spots(check: str, *bodies: str | dict[str, str], **values: Any) -> list[tuple[str, str]]:
    """(language, excerpt) of all that one check finds in these texts."""
    return [(each.spot.language, each.excerpt) for each in findings_of(check, content(*bodies, **values))]
