"""The demo's releases: one that is scheduled, one that waits for its signatures (`content/releases.toml`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from cooperation.demo.diary import Diary, Story
from cooperation.demo.documents import DemoDocument
from cooperation.demo.files import rows
from cooperation.demo.stories import approve
from cooperation.demo.writing import Office, write_new, write_revision
from editorial import releases
from editorial.models import Edition

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class _Plan:
    """A release: its working title and note, in the language of the author who made it, and its documents."""

    title: str
    note: str
    language: str
    documents: list[str]


def plan(office: Office, diary: Diary, documents: list[DemoDocument], *, now: datetime) -> None:
    """Have the items of both releases written and signed, then the releases made."""
    known = {document.handle: document for document in documents}
    plans = _read(known)
    items: dict[str, Edition] = {}
    begin = now - 9 * _DAY
    for handle in plans["scheduled"].documents:
        if known[handle].editions:
            diary.add(_revision(office, known[handle], items, begin=begin))
    for handle in plans["scheduled"].documents:
        if not known[handle].editions:
            diary.add(_announcement(office, known[handle], items, begin=begin, dated=now + 3 * _DAY))
    at = (now + 3 * _DAY).replace(hour=15, minute=0, second=0, microsecond=0)
    diary.add(_scheduled(office, plans["scheduled"], items, begin=now - 2 * _DAY, at=at))
    diary.add(_assembling(office, plans["assembling"], begin=now - _DAY, planned_for=at + 14 * _DAY))


def _read(known: Mapping[str, DemoDocument]) -> dict[str, _Plan]:
    found = {}
    for name, row in rows("releases"):
        documents = row.choices("documents", known)
        found[name] = _Plan(row.text("title"), row.text("note"), row.text("language"), documents)
        row.finish()
    return found


def _revision(office: Office, document: DemoDocument, items: dict[str, Edition], *, begin: datetime) -> Story:
    """The next edition of a public document, signed by all who must."""
    yield begin
    assert document.draft is not None  # noqa: S101  # its file has a [revision]
    draft = yield from write_revision(office, office.newest(document.handle), document.draft.value, begin)
    items[document.handle], _moment = yield from approve(office, draft)


def _announcement(
    office: Office, document: DemoDocument, items: dict[str, Edition], *, begin: datetime, dated: datetime
) -> Story:
    """A new document that goes with them, dated the day of the release."""
    yield begin
    assert document.draft is not None  # noqa: S101  # its file has a [draft]
    value = document.draft.value
    value = {**value, "fields": {**value["fields"], "dated_on": dated.date().isoformat()}}
    draft = yield from write_new(office, document.handle, value, begin)
    items[document.handle], _moment = yield from approve(office, draft)


def _scheduled(office: Office, plan: _Plan, items: dict[str, Edition], *, begin: datetime, at: datetime) -> Story:
    """Assembled by an author, frozen and scheduled by a publisher."""
    now = yield begin
    author, publisher = office.people.author(plan.language), office.people.publisher
    release = releases.create(title=plan.title, note=plan.note, planned_for=at, by=author, now=now)
    for handle in plan.documents:
        now = yield now + timedelta(minutes=2)
        releases.add(release, items[handle], by=author, now=now)
    now = yield now + timedelta(hours=3)
    releases.freeze(release, by=publisher, now=now)
    now = yield now + timedelta(hours=1)
    releases.schedule(release, by=publisher, now=now, at=at)


def _assembling(office: Office, plan: _Plan, *, begin: datetime, planned_for: datetime) -> Story:
    """The revised reports, of which each still lacks a signature."""
    now = yield begin
    author = office.people.author(plan.language)
    release = releases.create(title=plan.title, note=plan.note, planned_for=planned_for, by=author, now=now)
    for handle in plan.documents:
        now = yield now + timedelta(minutes=3)
        releases.add(release, office.newest(handle), by=author, now=now)
