"""Opening, answering, resolving and reopening threads of remarks.

Each function has the engine's one shape: keyword-only, `by=` and `now=`, one transaction, lock, check, act, record,
tell. None of them touches the edition's content, version or state: forms that others have open stay valid, and nobody
becomes a contributor by remarking. All raise `NotAllowed`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.base import languages
from editorial.base import text as plain_text
from editorial.base.reasons import NotAllowed, Reason
from editorial.collaboration.remarks import mentions, notify, permissions, places
from editorial.content import canonical, kept
from editorial.models import Edition, EntryKind, Mention, PreviewLink, Remark, RemarkEntry, Snapshot, User
from editorial.models.remark import MOST, MOST_QUOTED
from editorial.states import Verb
from editorial.workflow import audit
from editorial.workflow.attempt import Attempt
from editorial.workflow.locking import lock

#: The same words by the same person within this time are the same form sent twice.
_TWICE = timedelta(minutes=10)


@dataclass(frozen=True)
class Where:
    """What a remark is about: a path (see `Remark.path`), a language or all ("") and perhaps a passage."""

    path: str = ""
    language: str = ""
    quotation: str = ""


@dataclass(frozen=True)
class Posted:
    """What was said, whom it mentions, and the names under which nobody works here.

    `again` says that it had been said already: the same form was sent twice.
    """

    entry: RemarkEntry
    mentioned: tuple[User, ...] = ()
    unknown: tuple[str, ...] = ()
    again: bool = False


@transaction.atomic
def open_thread(
    edition: Edition, *, by: User, now: datetime, text: str, where: Where = Where(), must_fix: bool = False,
    mention: Iterable[str] = (),
) -> Posted:  # fmt: skip
    """Open a thread about a place of the edition as it is saved.

    :param mention: usernames beside those that the text names with @.
    """
    row = lock(edition.pk)
    words = _words(text)
    value = canonical.content_of(row)
    where = _checked(value, where, [*permissions.against_remarking(by), *_unsaid(words)])
    before = _said_just_now(row, by, where, words, now)
    if before is not None:
        return Posted(before, again=True)
    remark = _thread(row, value, where, now, opened_by=by, must_fix=must_fix)
    detail = {**_about(remark), **({"must_fix": True} if must_fix else {})}
    return _say(remark, row, EntryKind.SAID, words, by=by, now=now, mention=mention, detail=detail)


@transaction.atomic
def open_by_guest(link: PreviewLink, *, name: str, text: str, now: datetime, where: Where = Where()) -> Posted:
    """Open a thread for somebody who holds a preview link, about the text it shows (`editorial.previews.links`).

    Nobody vouches for them: nothing of theirs must be fixed, and they mention nobody.
    """
    row = lock(link.edition_id)
    words = _words(text)
    value = _snapshot(link)
    where = _checked(value, where, _unsaid(words))
    same = RemarkEntry.objects.filter(link=link, guest_name=name, text=words, remark__path=where.path).first()
    if same is not None:
        return Posted(same, again=True)
    remark = _thread(row, value, where, now, link=link, digest=link.digest)
    entry = RemarkEntry.objects.create(remark=remark, edition=row, text=words, at=now, guest_name=name, link=link)
    detail = {**_about(remark), "link": link.pk}
    event = audit.record(
        row, Verb.REMARK, by=None, guest=name, now=now, from_state=row.state, reason=words, detail=detail
    )  # fmt: skip
    notify.send_notices(entry, event=event, mentioned=())
    return Posted(entry)


@transaction.atomic
def reply(
    remark: Remark, *, by: User, now: datetime, text: str, edition: Edition, mention: Iterable[str] = ()
) -> Posted:
    """Say something in a thread; a resolved one stays resolved.

    :param edition: the edition at which this person is working, of the same document.
    """
    row, thread = _locked(edition, remark)
    words = _words(text)
    _require([*permissions.against_remarking(by), *permissions.document_of(row, thread), *_unsaid(words)])
    last = thread.entries.order_by("-pk").first()
    if last is not None and last.by_id == by.pk and last.text == words and now - last.at < _TWICE:
        return Posted(last, again=True)
    detail = {**_about(thread), "reply": True}
    return _say(thread, row, EntryKind.SAID, words, by=by, now=now, mention=mention, detail=detail)


@transaction.atomic
def resolve(
    remark: Remark, *, by: User, now: datetime, edition: Edition, text: str = "", mention: Iterable[str] = ()
) -> Posted:
    """Settle a thread, with a word or without."""
    row, thread = _locked(edition, remark)
    words = _words(text)
    contributed = Attempt(row, by, now).contributed
    against = permissions.against_resolving(thread, by=by, contributed=contributed)
    _require([*against, *permissions.document_of(row, thread), *_too_long(words)])
    thread.resolved_at, thread.resolved_by = now, by
    thread.save(update_fields=["resolved_at", "resolved_by"])
    return _say(
        thread, row, EntryKind.RESOLVED, words, by=by, now=now, mention=mention, detail=_about(thread),
        verb=Verb.RESOLVE_REMARK,
    )  # fmt: skip


@transaction.atomic
def reopen(
    remark: Remark, *, by: User, now: datetime, edition: Edition, text: str = "", mention: Iterable[str] = ()
) -> Posted:
    """Take up a settled thread again; one that must be fixed then bars signatures again."""
    row, thread = _locked(edition, remark)
    words = _words(text)
    _require([*permissions.against_reopening(thread, by=by), *permissions.document_of(row, thread), *_too_long(words)])
    thread.resolved_at, thread.resolved_by = None, None
    thread.save(update_fields=["resolved_at", "resolved_by"])
    return _say(
        thread, row, EntryKind.REOPENED, words, by=by, now=now, mention=mention, detail=_about(thread),
        verb=Verb.REOPEN_REMARK,
    )  # fmt: skip


def _locked(edition: Edition, remark: Remark) -> tuple[Edition, Remark]:
    """The edition and the thread as they are now; the document's lock keeps both, and the signatures, still."""
    row = lock(edition.pk)
    threads = Remark.objects.select_for_update(of=("self",)).select_related("opened_by__party", "resolved_by")
    return row, threads.get(pk=remark.pk)


def _words(text: str) -> str:
    return plain_text.clean(text).strip()


def _require(reasons: list[Reason]) -> None:
    if reasons:
        raise NotAllowed(reasons)


def _unsaid(words: str) -> list[Reason]:
    if not words:
        return [Reason("empty", _("Write your remark first: the field is empty."))]
    return _too_long(words)


def _too_long(words: str) -> list[Reason]:
    over = len(words) - MOST
    if over <= 0:
        return []
    message = ngettext(
        "Your text is %(over)s character too long: at most %(most)s fit. Please shorten it.",
        "Your text is %(over)s characters too long: at most %(most)s fit. Please shorten it.",
        over,
    )
    return [Reason("long", message % {"over": over, "most": MOST})]


def _checked(value: canonical.Content, where: Where, found: list[Reason]) -> Where:
    """The place as it is kept: a passage at the very text in which it stands. Raises NotAllowed."""
    if where.language and where.language not in languages.codes():
        found = [*found, Reason("language", _("Choose one of the languages, or all of them."))]
    if not places.exists(value, where.path):
        message = _(
            "The place that you chose is not in the saved text: it was removed meanwhile, or not saved yet."
            " Your words are still here: choose another place, or the whole edition."
        )
        _require([*found, Reason("part_gone", message)])
    quotation = places.folded(plain_text.clean(where.quotation))
    if len(quotation) > MOST_QUOTED:
        message = _("A passage has at most %(most)s characters. Quote its beginning.")
        found = [*found, Reason("quotation", message % {"most": MOST_QUOTED})]
    _require(found)
    if quotation:
        there = places.locate(value, where.path, where.language, quotation)
        if there is None:
            message = _(
                "The passage that you quote is not in the saved text of this place. "
                "Copy it exactly, save the text first,"
                " or leave the passage out."
            )
            raise NotAllowed([Reason("quotation", message)])
        return Where(*there, quotation)
    shared = where.path and not places.is_translated(value, where.path)
    return Where(where.path, "" if shared else where.language, "")


def _thread(
    row: Edition, value: canonical.Content, where: Where, now: datetime, *, digest: str = "", **opened: Any
) -> Remark:
    return Remark.objects.create(
        document_id=row.document_id, edition=row, digest=digest or row.digest, path=where.path, language=where.language,
        quotation=where.quotation, place=places.called(value, where.path), opened_at=now, **opened,
    )  # fmt: skip


def _snapshot(link: PreviewLink) -> canonical.Content:
    return kept.content_of(Snapshot.objects.get(pk=link.digest))


def _said_just_now(row: Edition, by: User, where: Where, words: str, now: datetime) -> RemarkEntry | None:
    same = RemarkEntry.objects.filter(
        remark__document=row.document_id, remark__path=where.path, remark__language=where.language,
        remark__quotation=where.quotation, remark__opened_by=by, remark__opened_at__gt=now - _TWICE,
        by=by, text=words, kind=EntryKind.SAID,
    )  # fmt: skip
    return same.order_by("pk").select_related("remark").first()


def _about(remark: Remark) -> dict[str, Any]:
    """What the record says of a thread beside the words: which it is, where, and in which language."""
    return {"remark": remark.pk, "path": remark.path, **({"language": remark.language} if remark.language else {})}


def _say(
    remark: Remark, row: Edition, kind: EntryKind, words: str, *, by: User, now: datetime, mention: Iterable[str],
    detail: dict[str, Any], verb: Verb = Verb.REMARK,
) -> Posted:  # fmt: skip
    entry = RemarkEntry.objects.create(remark=remark, edition=row, kind=kind, text=words, at=now, by=by)
    drawn = mentions.drawn(words, mention)
    Mention.objects.bulk_create(Mention(entry=entry, person=person) for person in drawn.people)
    if drawn.people:
        detail = {**detail, "mentioned": [person.username for person in drawn.people]}
    event = audit.record(row, verb, by=by, now=now, from_state=row.state, reason=words, detail=detail)
    notify.send_notices(entry, event=event, mentioned=drawn.people)
    return Posted(entry, tuple(drawn.people), tuple(drawn.unknown))
