"""Live texts that still say a former name: marked as meant, or corrected together in one release.

A correction changes nothing but the names, which an edition takes over when it is begun. It is submitted at once, so
that whoever signs finds all of them in one place.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.utils.translation import gettext as _

from editorial.base import text
from editorial.base.reasons import NotAllowed, Reason
from editorial.content.canonical import plain
from editorial.content.name_queries import SAYING_FORMER_NAMES
from editorial.models import Edition, Release, User
from editorial.releases import steps
from editorial.states import OPEN, Verb
from editorial.workflow import audit, drafts, transitions
from editorial.workflow.locking import lock
from editorial.workflow.rules import permissions

#: How many texts are listed, and so corrected together, at most.
MOST = 100


@dataclass(frozen=True)
class FormerName:
    """A live edition that holds the former name of a row: its key, what the edition says by language, and the act by
    which that changed.
    """

    edition: Edition
    key: str
    said: dict[str, str]
    now: dict[str, str]
    rename: int


def former_names(now: datetime, *, most: int = MOST) -> list[FormerName]:
    """Live editions that say a former name and are not marked as meant, by name; at most so many. Two queries."""
    with connection.cursor() as cursor:
        cursor.execute(f"{SAYING_FORMER_NAMES} ORDER BY key, edition LIMIT %s", [now, now, most])
        rows = cursor.fetchall()
    editions = Edition.objects.select_related("document").in_bulk([row[0] for row in rows])
    return [
        FormerName(editions[pk], key, _names(said), _names(called), rename) for pk, key, said, called, rename in rows
    ]


def _names(value: object) -> dict[str, str]:
    found: dict[str, str] = plain(value)
    return found


@transaction.atomic
def keep_name(edition: Edition, rename: int, *, by: User, now: datetime, reason: str) -> None:
    """Mark that a live text is meant to say the former name, such as one about the time in which it counted.

    :param rename: the act that changed the name; a later one asks again.
    Raises NotAllowed.
    """
    row = lock(edition.pk)
    reason = text.clean(reason).strip()
    if not permissions.may_write(by):
        raise NotAllowed([Reason("permission", _("Your roles do not include this step."))])
    if not reason:
        raise NotAllowed([Reason("reason", _("Give a reason: others must be able to understand this decision."))])
    found = next((each for each in former_names(now) if each.edition.pk == row.pk and each.rename == rename), None)
    if found is None:
        raise NotAllowed([Reason("gone", _("This text says no former name any more, or somebody marked it already."))])
    detail = {"name": found.key, "rename": rename}
    audit.record(row, Verb.KEEP_NAME, by=by, now=now, from_state=row.state, reason=reason, detail=detail)


@dataclass(frozen=True)
class Prepared:
    """What came of it: the release, how many corrections are in it, and what could not be corrected, with why."""

    release: Release
    count: int
    left: list[tuple[Edition, str]]


@transaction.atomic
def prepare_corrections(editions: Collection[Edition], *, title: str, by: User, now: datetime) -> Prepared:
    """Begin a next edition of each of these live editions in which nothing but names is new, submit it, and put all of
    them into one release.

    What cannot be corrected is left as it is and named. Raises NotAllowed where nothing can.
    """
    release = steps.create(title=title, by=by, now=now)
    done, left = 0, list[tuple[Edition, str]]()
    for edition in sorted(editions, key=lambda each: each.document_id)[:MOST]:
        try:
            with transaction.atomic():
                steps.add(release, _corrected(edition, by=by, now=now), by=by, now=now)
        except NotAllowed as refusal:
            left.append((edition, " ".join(str(reason) for reason in refusal.reasons)))
        else:
            done += 1
    if not done:
        why = left[0][1] if left else _("Choose at least one text.")
        raise NotAllowed([Reason("nothing", why)])
    return Prepared(release, done, left)


def _corrected(edition: Edition, *, by: User, now: datetime) -> Edition:
    if Edition.objects.filter(document_id=edition.document_id, state__in=OPEN).exists():
        message = _("A next edition is being worked on. It takes over the new name when it is submitted.")
        raise NotAllowed([Reason("open", message)])
    draft = transitions.revise(edition, by=by, now=now)
    with drafts.edit(draft, by=by, now=now) as row:
        row.minor = True
        row.save()
    return transitions.submit(Edition.objects.select_related("document").get(pk=draft.pk), by=by, now=now)
