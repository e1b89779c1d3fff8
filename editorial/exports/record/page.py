"""The page of a record, for people: self-contained, printable, in one language, without scripts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

from editorial.base import languages
from editorial.comparison import diff
from editorial.comparison.diff import Change
from editorial.content import kept, kinds
from editorial.models import Document, Event, Snapshot
from editorial.states import State
from editorial.workflow import event_words
from editorial.workflow.event_words import Note, Parties


@dataclass
class Texts:
    """The texts that the page prints in full: the last of every edition, each once."""

    gathered: Mapping[str, Any]
    found: dict[str, list[Change]] = field(default_factory=dict)

    def take(self, snapshot: Snapshot) -> None:
        """Keep what a snapshot says in words, if an edition says it last."""
        if snapshot.pk in {edition["digest"] for edition in self.gathered["editions"]}:
            content = kept.content_of(snapshot)
            self.found[snapshot.pk] = diff.compare(diff.blank_content(content), content)


@dataclass(frozen=True)
class Line:
    """One event in words."""

    event: Event
    acting: str
    notes: list[Note]
    changed: list[str]

    @property
    def what(self) -> str:
        """What was done."""
        return event_words.what(self.event)

    @property
    def why(self) -> str:
        """For what reason."""
        return event_words.why(self.event)

    @property
    def state(self) -> str:
        """The state that it led to, where it changed."""
        return str(State(self.event.to_state).label) if self.event.from_state != self.event.to_state else ""


def render(
    document: Document,
    gathered: Mapping[str, Any],
    texts: Texts,
    files: Mapping[str, str],
    *,
    language: str,
    now: datetime,
) -> str:
    """The page as HTML; the caller has activated `language`.

    :param files: SHA-256 → name, of the files in the archive.
    """
    parties = Parties.read()
    lines = [
        Line(
            event,
            event_words.acting(event, parties.by_pk),
            event_words.notes(event, parties.by_code),
            event_words.changed_in_words(event, document.kind),
        )
        for event in Event.objects.filter(document=document).select_related("edition").order_by("id")
    ]  # fmt: skip
    editions = [
        {
            **edition,
            "state_label": str(State(edition["state"]).label),
            "shown_title": edition["title"].get(language) or next(filter(None, edition["title"].values()), ""),
            "lines": [line for line in lines if line.event.edition_id == edition["id"]],
            "signatures": [
                {**each, "party_name": parties.by_code.get(each["party"], each["party"])}
                for each in gathered["signatures"]
                if each["edition"] == edition["id"]
            ],
            "attestations": [
                {**each, "language_name": languages.name(each["language"])}
                for each in gathered["attestations"]
                if each["edition"] == edition["id"]
            ],
            "withdrawal": next((each for each in gathered["withdrawals"] if each["edition"] == edition["id"]), None),
            "texts": texts.found.get(edition["digest"], []),
        }
        for edition in gathered["editions"]
    ]
    context = {
        "language": language,
        "style": _style(),
        "document": document,
        "kind": capfirst(str(kinds.get_kind(document.kind).model._meta.verbose_name)),
        "title": editions[-1]["shown_title"] if editions else str(document.uuid),
        "record": gathered,
        "editions": editions,
        "files": sorted(files.items(), key=lambda each: each[1]),
        "now": now,
    }  # fmt: skip
    return render_to_string("editorial/record/record.html", context)


def _style() -> SafeString:
    sheet = Path(settings.BASE_DIR) / "static" / "css" / "record.css"
    return mark_safe(sheet.read_text(encoding="utf-8"))  # noqa: S308 — our own file
