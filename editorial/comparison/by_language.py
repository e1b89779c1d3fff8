"""What a change touched: which languages, which fields, how many rows of which parts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from editorial.base import languages
from editorial.content import canonical


@dataclass(frozen=True)
class Changed:
    """Which languages' texts a change touched, and whether it touched anything that all languages share."""

    languages: frozenset[str]
    shared: bool


def changes_by_language(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> Changed:
    """What differs between two contents of one edition, by language and beside languages."""
    if before is None:
        return Changed(frozenset(code for code in languages.codes() if any(_texts(after, code).values())), True)
    differing = frozenset(code for code in languages.codes() if _texts(before, code) != _texts(after, code))
    return Changed(differing, _shared(before) != _shared(after))


def touched(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Which fields differ between two contents, and of each sort of part how many came, went, moved or changed.

    For timelines: ``{"fields": ["title"], "parts": {"section": {"added": 1, "changed": 2}}}``, with what is none left
    out.
    """
    fields = sorted(name for name, value in after["fields"].items() if before["fields"].get(name) != value)
    parts = {}
    for name, rows in after["parts"].items():
        old, new = ({str(row["key"]): row for row in each} for each in (before["parts"].get(name, []), rows))
        kept = [key for key in new if key in old]
        counts = {
            "added": len(new) - len(kept),
            "removed": len(old) - len(kept),
            "changed": sum(old[key] != new[key] for key in kept),
            "moved": int(kept != [key for key in old if key in new]),
        }
        if any(counts.values()):
            parts[name] = {what: count for what, count in counts.items() if count}
    return {"fields": fields, "parts": parts}


def _texts(value: Mapping[str, Any], language: str) -> dict[str, str]:
    found = {path: text for path, text in canonical.prose(value, language).items() if text}
    return {**found, "slug": value["fields"]["slug"].get(language) or ""}


def _shared(value: Mapping[str, Any]) -> Any:
    def without_texts(row: Mapping[str, Any]) -> dict[str, Any]:
        return {name: item for name, item in row.items() if not isinstance(item, dict)}

    parts = {name: [without_texts(row) for row in rows] for name, rows in value["parts"].items()}
    return without_texts(value["fields"]), parts
