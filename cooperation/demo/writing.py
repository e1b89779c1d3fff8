"""How the demo's people write an edition: the author in the source language, then each translator in theirs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from cooperation.demo.diary import Story
from cooperation.demo.documents import resolved
from cooperation.demo.people import People
from editorial.base import languages
from editorial.content import canonical, kinds, parity, writing
from editorial.content.canonical import Content
from editorial.models import Document, Edition, User
from editorial.workflow import drafts, transitions


@dataclass
class Office:
    """What the stories share: who works there, and which documents there are, by handle."""

    people: People
    documents: dict[str, Document] = field(default_factory=dict)

    def resolved(self, value: Content) -> Content:
        """The content with the uuids of the documents that it names, which are made by now."""
        found: Content = resolved(value, {handle: str(one.uuid) for handle, one in self.documents.items()})
        return found

    def newest(self, handle: str) -> Edition:
        """The newest edition of a document."""
        return (
            Edition.objects.filter(document=self.documents[handle]).select_related("document__owner").latest("number")
        )


def write_new(office: Office, handle: str, value: Content, begin: datetime) -> Story:
    """A new document: its author writes the source, then each translator their language; gives the draft."""
    now = yield begin
    value = office.resolved(value)
    source = value["fields"]["source_language"]
    first = in_languages(None, value, [source])
    draft = drafts.create(
        kinds.get_kind(value["kind"]),
        by=office.people.author(source),
        now=now,
        fields=first["fields"],
        parts=first["parts"],
    )
    office.documents[handle] = draft.document
    yield from _translate(office, draft, value, now)
    return draft


def write_revision(office: Office, live: Edition, value: Content, begin: datetime) -> Story:
    """A new edition of a public document: the author changes the source, the translators follow; gives the draft."""
    now = yield begin
    draft = transitions.revise(live, by=office.people.author(live.source_language), now=now)
    now = yield now + timedelta(hours=2)
    value = office.resolved(value)
    write_source(office, draft, value, now=now)
    yield from _translate(office, draft, value, now)
    return draft


def write_source(office: Office, draft: Edition, value: Content, *, now: datetime) -> None:
    """The author writes the text in the source language, and all that the languages share."""
    _write(draft, value, [draft.source_language], by=office.people.author(draft.source_language), now=now)


def _translate(office: Office, draft: Edition, value: Content, now: datetime) -> Story:
    for code in languages.codes():
        if code != draft.source_language and value["fields"]["title"][code]:
            now = yield now + timedelta(days=1, minutes=7)
            translator = office.people.translator(code)
            _write(draft, value, [code], by=translator, now=now, shared=False)
            if parity.lacking_paths(value, code):
                continue  # a translation that is still being written
            drafts.attest(draft, code, by=translator, now=now)


def _write(draft: Edition, value: Content, codes: list[str], *, by: User, now: datetime, shared: bool = True) -> None:
    with drafts.edit(draft, by=by, now=now) as row:
        before = canonical.load(kinds.get_kind(value["kind"]), row.pk)
        writing.write(row, in_languages(before, value, codes, shared=shared), before=before)
    draft.changed_at = now


def in_languages(before: Content | None, after: Content, codes: Iterable[str], *, shared: bool = True) -> Content:
    """`after` as far as the languages `codes` go; every other text as it was `before` (or empty).

    :param shared: whether what all languages share comes from `after` too; if not, only texts do.
    """
    codes = set(codes)
    earlier = before or {"fields": {}, "parts": {}}

    def row(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name, value in new.items():
            if isinstance(value, dict):
                was = old.get(name) or {}
                values[name] = {code: (value if code in codes else was).get(code, "") for code in languages.codes()}
            else:
                values[name] = value if shared else old.get(name)
        return values

    parts = {}
    for name, items in after["parts"].items():
        old_items = {str(item["key"]): item for item in earlier["parts"].get(name, [])}
        parts[name] = [row(old_items.get(str(item["key"]), {}), item) for item in items]
    return {"kind": after["kind"], "fields": row(earlier["fields"], after["fields"]), "parts": parts}
