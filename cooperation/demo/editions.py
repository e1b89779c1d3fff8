"""The editions of the demo's documents: what became public, and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Version:
    """One edition: the instant it became public, what it said, and what a reviewer had against its first form.

    `flawed` is what was submitted first; with it goes the `remark` for which it was sent back.
    """

    live: datetime
    data: Data
    flawed: Data | None = None
    remark: str = ""


@dataclass(frozen=True)
class History:
    """All published editions of one document, oldest first."""

    kind: str
    versions: list[Version]

    @property
    def key(self) -> str:
        """The document's handle in the demo."""
        return str(self.versions[0].data["key"])


def day(value: str, *, hour: int = 15) -> datetime:
    """An hour (UTC) of a day given in ISO 8601."""
    return datetime.fromisoformat(value).replace(hour=hour, tzinfo=UTC)


def revised(data: Data, en: str, fr: str, es: str) -> Data:
    """A later edition of `data`, with its note of change."""
    return {**data, "change_note": {"en": en, "fr": fr, "es": es}}
