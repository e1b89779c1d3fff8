"""What the addresses that a content links to lead to; at most three statements, none where nothing is linked."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from django.db.models import Q

from editorial.base import languages
from editorial.content import kinds
from editorial.models import Address, Edition, LinkCheck
from editorial.states import OPEN, State

#: A document's address: (language, path).
Key = tuple[str, str]


class Standing(Enum):
    """How the document behind an address stands for its readers."""

    LIVE = "live"
    NOT_IN_LANGUAGE = "not_in_language"
    SCHEDULED = "scheduled"
    DRAFT = "draft"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class LinkTarget:
    """What stands behind an address: its standing, and the title of its document."""

    standing: Standing
    title: str = ""


def documents(keys: Collection[Key], *, now: datetime, own: int | None) -> dict[Key, LinkTarget]:
    """What stands behind each address at `now`; an address of the document `own` is always live to itself.

    An address counts as soon as a draft lays claim to it.
    """
    if not keys:
        return {}
    held = {
        (row["language"], row["path"].lower()): row["document_id"]
        for row in Address.objects.filter(path__lower__in={path.lower() for _language, path in keys})
        .order_by("-is_exact")
        .values("language", "path", "document_id")
    }
    rows = _editions(keys, held.values())
    return {
        (language, path): _behind((language, path), held.get((language, path.lower())), rows, now=now, own=own)
        for language, path in keys
    }


def _editions(keys: Iterable[Key], documents: Iterable[int]) -> list[dict[str, Any]]:
    claimed = Q(document__in=set(documents))
    for language, path in keys:
        segment, _slash, slug = path.partition("/")
        kind = kinds.by_segment(language, segment)
        if kind is not None:
            claimed |= Q(
                document__kind=kind.key,
                state__in=OPEN,
                **{f"{languages.column('slug', language)}__lower": slug.lower()},
            )
    texts = [languages.column(name, code) for name in ("slug", "title") for code in languages.codes()]
    names = ("document_id", "document__kind", "state", "live_during", "excepted_languages", *texts)
    return list(Edition.objects.filter(claimed).order_by("-number").values(*names))


def _behind(
    key: Key, document: int | None, rows: list[dict[str, Any]], *, now: datetime, own: int | None
) -> LinkTarget:
    language, path = key
    if document is None:
        document = next((row["document_id"] for row in rows if _claims(row, key)), None)
    if document is None:
        return LinkTarget(Standing.UNKNOWN)
    if document == own:
        return LinkTarget(Standing.LIVE)
    about = [row for row in rows if row["document_id"] == document]
    title = next((row[languages.column("title", language)] for row in about), "") or path
    published = [row for row in about if row["state"] == State.PUBLISHED]
    live = next((row for row in published if _covers(row["live_during"], now)), None)
    if live is not None:
        there = language not in live["excepted_languages"]
        return LinkTarget(Standing.LIVE if there else Standing.NOT_IN_LANGUAGE, title)
    if any(row["live_during"].lower > now for row in published):
        return LinkTarget(Standing.SCHEDULED, title)
    if any(row["state"] in OPEN for row in about):
        return LinkTarget(Standing.DRAFT, title)
    return LinkTarget(Standing.WITHDRAWN if published else Standing.UNKNOWN, title)


def _claims(row: Mapping[str, Any], key: Key) -> bool:
    language, path = key
    kind = kinds.get_kind(row["document__kind"])
    return kind.path(language, row[languages.column("slug", language)] or "").lower() == path.lower()


def _covers(period: Any, now: datetime) -> bool:
    return bool(period.lower <= now and (period.upper is None or period.upper > now))


def outside(urls: Collection[str]) -> dict[str, LinkCheck]:
    """What was found at each address outside when it was last looked at; one that never was is left out."""
    if not urls:
        return {}
    wanted = {LinkCheck.hash_of(url) for url in urls}
    return {row.url: row for row in LinkCheck.objects.filter(url_hash__in=wanted)}
