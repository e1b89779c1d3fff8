"""What people do with the demo's documents, step by step, through the engine's own functions.

Each function is a story (see `diary`): it yields moments and acts, as somebody, when they have come.
"""

from datetime import datetime, timedelta

from cooperation.demo.diary import Diary, Story
from cooperation.demo.documents import DemoDocument, Draft, Published, at_15_utc
from cooperation.demo.writing import Office, write_new, write_revision, write_source
from editorial.models import Edition, User
from editorial.states import State
from editorial.workflow import outstanding_signatures, signatures, transitions

_DAY = timedelta(days=1)
#: How long before its publication an edition was begun.
_LEAD = 12 * _DAY
#: How many days ago a new document was begun, by how far it has come.
_BEGUN = {"translating": 4, "in_review": 6, "changes_requested": 9, "scheduled": 8}


def plan(office: Office, diary: Diary, documents: list[DemoDocument], *, now: datetime) -> None:
    """Add the story of every document; those of a release are told by `releases`."""
    for document in documents:
        if document.editions:
            diary.add(published(office, document, now))
        elif document.draft and document.draft.stage != "approved":
            diary.add(_new(office, document.handle, document.draft, now))


def published(office: Office, document: DemoDocument, now: datetime) -> Story:
    """A document that went public, edition after edition; then its end, or the revision that is being written."""
    edition: Edition | None = None
    for version in document.editions:
        begin = version.public_at(now) - _LEAD
        value = version.sent_back or version.value
        if edition is None:
            edition = yield from write_new(office, document.handle, value, begin)
        else:
            edition = yield from write_revision(office, edition, value, begin)
        edition, _moment = yield from approve(office, edition, version)
        moment = yield version.public_at(now)
        edition = transitions.publish(edition, by=office.people.publisher, now=moment)
    if edition and document.withdrawal:
        yield from _withdraw(office, document, edition)
    elif edition and document.draft and document.draft.stage != "approved":
        yield from _revise(office, edition, document.draft, now)


def _withdraw(office: Office, document: DemoDocument, edition: Edition) -> Story:
    end = document.withdrawal
    assert end is not None  # noqa: S101  # its caller asked
    now = yield at_15_utc(end.day)
    transitions.withdraw(
        edition,
        by=office.people.publisher,
        now=now,
        explanation=end.explanation,
        redirect_to=office.documents[end.redirect_to] if end.redirect_to else None,
    )


def _revise(office: Office, live: Edition, revision: Draft, now: datetime) -> Story:
    """A revision of a public document: one government has signed it, or its translators have yet to follow."""
    begin = now - revision.begun_days_ago * _DAY
    if revision.stage == "translating":
        moment = yield begin
        draft = transitions.revise(live, by=office.people.author(live.source_language), now=moment)
        moment = yield moment + timedelta(hours=1)
        write_source(office, draft, office.resolved(revision.value), now=moment)
        return
    draft = yield from write_revision(office, live, revision.value, begin)
    moment = yield draft.changed_at + _DAY
    draft = transitions.submit(draft, by=_author(office, draft), now=moment)
    moment = yield moment + _DAY
    transitions.sign_off(draft, by=_reviewer(office, draft, prefer="CA"), now=moment, digest=draft.digest)


def _new(office: Office, handle: str, draft: Draft, now: datetime) -> Story:
    """A new document, as far as it has come; all of it lies before `now`."""
    edition = yield from write_new(office, handle, draft.value, now - _BEGUN[draft.stage] * _DAY)
    if draft.stage == "translating":
        return
    moment = yield edition.changed_at + _DAY
    edition = transitions.submit(edition, by=_author(office, edition), now=moment)
    if draft.stage == "in_review":
        return
    moment = yield moment + _DAY
    if draft.stage == "changes_requested":
        transitions.request_changes(edition, by=_reviewer(office, edition), now=moment, reason=draft.remark)
        return
    edition = transitions.sign_off(edition, by=_reviewer(office, edition), now=moment, digest=edition.digest)
    moment = yield moment + _DAY
    tomorrow = (now + _DAY).replace(hour=14, minute=0, second=0, microsecond=0)
    transitions.schedule(edition, by=office.people.publisher, now=moment, at=tomorrow)


def approve(office: Office, draft: Edition, version: Published | None = None) -> Story:
    """Submitted, perhaps sent back and mended, and signed by all who must; gives the edition and the moment."""
    author = _author(office, draft)
    now = yield draft.changed_at + _DAY
    edition = transitions.submit(draft, by=author, now=now)
    if version and version.sent_back:
        now = yield now + _DAY
        transitions.request_changes(edition, by=office.people.reviewer("MX"), now=now, reason=version.remark)
        now = yield now + timedelta(hours=4)
        transitions.recall(edition, by=author, now=now)
        write_source(office, edition, office.resolved(version.value), now=now)
        now = yield now + timedelta(hours=1)
        edition = transitions.submit(edition, by=author, now=now)
    now = yield now + _DAY
    edition = transitions.sign_off(edition, by=_reviewer(office, edition), now=now, digest=edition.digest)
    while edition.state == State.IN_REVIEW:
        now = yield now + timedelta(hours=5)
        following = _reviewer(office, edition, second=True)
        edition = transitions.sign_off(edition, by=following, now=now, digest=edition.digest)
    return edition, now


def _author(office: Office, edition: Edition) -> User:
    return office.people.author(edition.source_language)


def _reviewer(office: Office, edition: Edition, *, prefer: str = "", second: bool = False) -> User:
    """Who reads it next for a government that has to sign: for the other one than wrote it, if that is asked."""
    prefer = prefer or ("CA" if edition.source_language == "es" else "MX")
    given = outstanding_signatures.signed([edition])[edition.pk]
    missing = [needed for needed in signatures.requirements_for(edition) if not needed.met_by(given)]
    asked = [needed.party.code for needed in outstanding_signatures.next_to_sign(missing) if needed.party]
    return office.people.reviewer(prefer if prefer in asked or not asked else asked[0], second=second)
