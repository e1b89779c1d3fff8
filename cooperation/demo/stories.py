"""What people do with the demo's documents, step by step, through the engine's own functions.

Each function is a story (see `diary`): it yields moments and acts, as somebody, when they have come.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from cooperation.demo import shape
from cooperation.demo.amended import amended
from cooperation.demo.diary import Story
from cooperation.demo.editions import Data, History, Version, day
from cooperation.demo.history import REWORDED, WITHDRAWN, with_sources
from cooperation.demo.people import People
from editorial import content, drafts, kinds, parity, transitions
from editorial.models import Document, Edition
from editorial.states import State

_DAY = timedelta(days=1)
#: How long before its publication an edition was begun.
_LEAD = 12 * _DAY


@dataclass
class Office:
    """What the stories share: who works there, and which documents there are, by handle."""

    people: People
    documents: dict[str, Document] = field(default_factory=dict)

    @property
    def uuids(self) -> dict[str, str]:
        """Uuids of the documents made so far, by handle."""
        return {handle: str(document.uuid) for handle, document in self.documents.items()}

    def value(self, kind: str, data: Data) -> content.Content:
        """The content that a data file describes, with its references."""
        return shape.shaped(kinds.get(kind), data, self.uuids)


def published(office: Office, history: History) -> Story:
    """A document that went public, edition after edition; gives the last of them."""
    edition: Edition | None = None
    for version in history.versions:
        begin = version.live - _LEAD
        first = version.flawed or version.data
        if edition is None:
            edition = yield from written(office, history.kind, first, begin)
        else:
            edition = yield from revised(office, history.kind, edition, first, begin)
        edition, now = yield from approved(office, history.kind, edition, version)
        now = yield version.live
        edition = transitions.publish(edition, by=office.people.publisher, now=now)
    return edition


def revision_in_review(office: Office, history: History, begin: datetime) -> Story:
    """A public report and its revision, which one government has signed and the other not yet."""
    live = yield from published(office, history)
    data = history.versions[-1].data
    draft = yield from revised(office, history.kind, live, amended(with_sources(data)), begin)
    now = yield draft.changed_at + _DAY
    draft = transitions.submit(draft, by=_author(office, draft), now=now)
    now = yield now + _DAY
    transitions.sign_off(draft, by=office.people.reviewer("CA"), now=now, digest=draft.digest)


def withdrawn(office: Office, data: Data) -> Story:
    """A page that was public for a while."""
    begin, end, instead = WITHDRAWN[data["key"]]
    edition = yield from published(office, History("page", [Version(day(begin), data)]))
    now = yield day(end)
    transitions.withdraw(
        edition,
        by=office.people.publisher,
        now=now,
        explanation=data["explanation"],
        redirect_to=office.documents[instead] if instead else None,
    )


def translating(office: Office, data: Data, begin: datetime) -> Story:
    """A document that is being translated."""
    yield from written(office, _kind(data), data, begin)


def reworded(office: Office, history: History, begin: datetime) -> Story:
    """A public page of which the author has begun a new edition; its translators have yet to follow."""
    live = yield from published(office, history)
    data = history.versions[-1].data
    now = yield begin
    author = office.people.author(data["source_language"])
    draft = transitions.revise(live, by=author, now=now)
    now = yield now + timedelta(hours=1)
    value = office.value(history.kind, {**data, **REWORDED[data["key"]]})
    _write(draft, value, [draft.source_language], by=author, now=now)


def in_review(office: Office, data: Data, begin: datetime) -> Story:
    """A document that waits for a reviewer; gives the edition and the moment."""
    draft = yield from written(office, _kind(data), data, begin)
    now = yield draft.changed_at + _DAY
    return transitions.submit(draft, by=_author(office, draft), now=now), now


def changes_requested(office: Office, data: Data, begin: datetime) -> Story:
    """A page that a reviewer sent back with a remark."""
    edition, now = yield from in_review(office, data, begin)
    now = yield now + _DAY
    [remark] = data["remark"].values()
    transitions.request_changes(edition, by=_reviewer(office, edition), now=now, reason=remark)


def scheduled(office: Office, data: Data, begin: datetime, *, at: datetime) -> Story:
    """A document that goes public at `at`."""
    edition, now = yield from in_review(office, data, begin)
    now = yield now + _DAY
    edition = transitions.sign_off(edition, by=_reviewer(office, edition), now=now, digest=edition.digest)
    now = yield now + _DAY
    transitions.schedule(edition, by=office.people.publisher, now=now, at=at)


def written(office: Office, kind: str, data: Data, begin: datetime) -> Story:
    """A new document: its author writes the source, then each translator their language."""
    now = yield begin
    value = office.value(kind, data)
    source = data["source_language"]
    author = office.people.author(source)
    own = shape.merged(None, value, [source])
    draft = drafts.create(kinds.get(kind), by=author, now=now, fields=own["fields"], parts=own["parts"])
    office.documents[data["key"]] = draft.document
    yield from _translated(office, draft, value, now)
    return draft


def revised(office: Office, kind: str, live: Edition, data: Data, begin: datetime) -> Story:
    """A new edition of a public document: the author changes the source, the translators follow."""
    now = yield begin
    author = office.people.author(data["source_language"])
    draft = transitions.revise(live, by=author, now=now)
    now = yield now + timedelta(hours=2)
    value = office.value(kind, data)
    _write(draft, value, [draft.source_language], by=author, now=now)
    yield from _translated(office, draft, value, now)
    return draft


def _translated(office: Office, draft: Edition, value: content.Content, now: datetime) -> Story:
    for code in shape.written(value):
        if code != draft.source_language:
            now = yield now + timedelta(days=1, minutes=7)
            translator = office.people.translator(code)
            _write(draft, value, [code], by=translator, now=now, shared=False)
            if parity.lacking(value, code):
                continue  # a translation that is still being written
            drafts.attest(draft, code, by=translator, now=now)


def _write(
    draft: Edition, value: content.Content, codes: list[str], *, by: Any, now: datetime, shared: bool = True
) -> None:
    with drafts.edit(draft, by=by, now=now) as row:
        before = content.load(kinds.get(value["kind"]), row.pk)
        content.write(row, shape.merged(before, value, codes, shared=shared))
    draft.changed_at = now


def approved(office: Office, kind: str, draft: Edition, version: Version) -> Story:
    """Submitted, perhaps sent back and mended, and signed by all who must; gives the edition and the moment."""
    author = _author(office, draft)
    now = yield draft.changed_at + _DAY
    edition = transitions.submit(draft, by=author, now=now)
    if version.flawed is not None:
        now = yield now + _DAY
        transitions.request_changes(edition, by=office.people.reviewer("MX"), now=now, reason=version.remark)
        now = yield now + timedelta(hours=4)
        transitions.recall(edition, by=author, now=now)
        _write(edition, office.value(kind, version.data), [edition.source_language], by=author, now=now)
        now = yield now + timedelta(hours=1)
        edition = transitions.submit(edition, by=author, now=now)
    first = _reviewer(office, edition)
    now = yield now + _DAY
    edition = transitions.sign_off(edition, by=first, now=now, digest=edition.digest)
    if edition.state == State.IN_REVIEW:
        now = yield now + timedelta(hours=5)
        other = "CA" if first.party.code == "MX" else "MX"
        second = office.people.reviewer(other, second=True)
        edition = transitions.sign_off(edition, by=second, now=now, digest=edition.digest)
    return edition, now


def _kind(data: Data) -> str:
    return str(data.get("kind", "page"))


def _author(office: Office, edition: Edition) -> Any:
    return office.people.author(edition.source_language)


def _reviewer(office: Office, edition: Edition) -> Any:
    """What one government wrote, the other reads."""
    return office.people.reviewer("CA" if edition.source_language == "es" else "MX")


def by_stage(office: Office, data: Mapping[str, Any], *, now: datetime, tomorrow: datetime) -> Story:
    """The story of a draft of the given stage, so timed that all of it lies before `now`."""
    match data["stage"]:
        case "translating":
            return translating(office, data, now - 4 * _DAY)
        case "in_review":
            return in_review(office, data, now - 6 * _DAY)
        case "changes_requested":
            return changes_requested(office, data, now - 9 * _DAY)
        case "scheduled":
            return scheduled(office, data, now - 8 * _DAY, at=tomorrow)
        case "withdrawn":
            return withdrawn(office, data)
    raise ValueError(f"The demo knows no stage “{data['stage']}”.")
