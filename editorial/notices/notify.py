"""Telling people something: one row for each, once, and one job for all the letters."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import Permission
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from editorial.base import jobs
from editorial.base.network import hrefs
from editorial.models import Cadence, Edition, Event, Notice, NoticePreference, NoticeType, User
from editorial.notices.preferences import DEFAULTS

#: The name of the job that sends the letters of one cause (`editorial.notices.jobs`).
SEND = "editorial.send_notices"
#: Sorts that are about no edition; every other is for those alone who may read editions.
_ABOUT_NO_EDITION = (NoticeType.ROLES, NoticeType.JOB_FAILED, NoticeType.HANDED_OVER)


def having(codename: str, *, superusers: bool = False) -> QuerySet[User]:
    """The active people whose roles carry a permission of the engine.

    :param superusers: whether those count who may do everything; they are spared what concerns a role.
    """
    permission = Permission.objects.filter(content_type__app_label="editorial", codename=codename)
    of_group = permission.filter(group__user=OuterRef("pk"))
    own = permission.filter(user=OuterRef("pk"))
    held = Exists(of_group) | Exists(own)
    return User.objects.filter(held | Q(is_superuser=True) if superusers else held, is_active=True)


def send_notices(
    sort: NoticeType,
    *,
    to: Iterable[User | int],
    by: User | None,
    now: datetime,
    about: Edition | None = None,
    detail: Mapping[str, Any] | None = None,
    event: Event | None = None,
    cause: str = "",
    by_mail: bool = True,
) -> int:
    """Tell people something, in the transaction in which it happened; returns how many are told.

    Whoever did it is not told, nor whose account is not active, nor who may not read editions, nor who turned this sort
    off; nobody is told twice. At most three statements, whatever the number of people. Letters are sent by a worker
    afterwards; if the transaction is undone, nobody was told.

    :param to: people or their primary keys, in any order, repeated or not.
    :param about: the edition that it is about (its `document_id` is kept too); none for people and machines.
    :param detail: plain JSON of which the words are made: "quote" (what somebody wrote, cut to 300 characters), "path"
        (where it is, beginning with "/"; without it, the screen of the edition that suits the sort), "due" (ISO date),
        "languages" (codes), "party" (code), "what" (a name, such as that of a release), "guest" (the name of
        somebody without an account, where `by` is none), "said" (by language code, a
        sentence in the place of the sort's own).
    :param cause: names what this comes from, such as "remark/12"; one person is told of one cause and sort once, for
        ever. Empty: the event, or this very call.
    :param by_mail: false where the mail itself is the trouble; it is then told here only.

    Raises TransactionManagementError outside a transaction.
    """
    wanted = {each.pk if isinstance(each, User) else each for each in to}
    wanted.discard(by.pk if by is not None else None)
    if not wanted:
        return 0
    cause = cause or (f"event/{event.pk}" if event is not None else f"call/{uuid4().hex}")
    chosen = NoticePreference.objects.filter(person=OuterRef("pk"), sort=sort).values("cadence")[:1]
    readers = (
        User.objects.filter(is_active=True) if sort in _ABOUT_NO_EDITION else having("view_edition", superusers=True)
    )
    people = readers.filter(pk__in=wanted).order_by("pk").annotate(chosen=Subquery(chosen))
    rows = []
    for pk, email, cadence in people.values_list("pk", "email", "chosen"):
        how = Cadence(cadence or DEFAULTS[sort])
        if how != Cadence.OFF:
            mail = how if by_mail and email and how != Cadence.HERE else ""
            rows.append(
                Notice(
                    person_id=pk,
                    sort=sort,
                    cause=cause[:80],
                    by=by,
                    at=now,
                    mail=mail,
                    edition=about,
                    document_id=about.document_id if about else None,
                    event=event,
                    detail=_tidy(detail or {}),
                )
            )
    if rows:
        Notice.objects.bulk_create(rows, ignore_conflicts=True)
        if any(row.mail == Cadence.AT_ONCE for row in rows):
            jobs.defer(SEND, key=cause, cause=cause[:80])
    return len(rows)


_QUOTED = 300


def _tidy(detail: Mapping[str, Any]) -> dict[str, Any]:
    """The detail as it is kept: a quotation is short, a path stays on this site."""
    kept = dict(detail)
    quote = str(kept.pop("quote", "") or "").strip()
    if quote:
        kept["quote"] = quote if len(quote) <= _QUOTED else quote[: _QUOTED - 1].rstrip() + "…"
    path = str(kept.pop("path", "") or "")
    if hrefs.is_path(path):
        kept["path"] = path
    return kept
