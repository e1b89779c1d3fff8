"""Who else has a screen of an edition open, and what became of the edition meanwhile.

Nothing of it bars anybody from anything: it lets people speak to each other before both type for nothing. Windows tell
every few seconds that they are still there (`here`); one that is silent for `SILENCE` counts no more. A window without
scripts can only tell that it was opened, which counts for `OPENING_COUNTS`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q
from django.db.models.functions import JSONObject

from editorial.base.dates.safe import EARLIEST, read_instant
from editorial.models import Edition, Event, Presence, User
from editorial.states import Verb

#: How often a window tells that it is still there, in seconds.
BEAT_SECONDS = 20
#: After this long without a word from it, a window is taken for closed.
SILENCE = timedelta(seconds=60)
#: For this long the opening of a window counts that cannot tell more.
OPENING_COUNTS = timedelta(minutes=10)
#: Verbs after which everything that is on other people's screens still holds.
_QUIET = (Verb.ATTEST,)


def note_window(
    edition_id: int,
    *,
    by: User,
    tab: UUID,
    screen: str,
    now: datetime,
    language: str = "",
    editing: bool = False,
    beating: bool = True,
) -> None:
    """Note that `by` has this screen of the edition open in the window `tab`; one statement, whether it is new or not.

    :param screen: a value of `editorial.admin.panels.Screen`.
    :param language: the content language that is shown, if one is.
    :param editing: whether something was typed there that is not saved.
    :param beating: false where only the opening of the window is known.
    """
    row = Presence(
        tab=tab, edition_id=edition_id, by=by, screen=screen, language=language, editing=editing, beating=beating,
        opened_at=now, seen_at=now,
    )  # fmt: skip
    Presence.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["tab"],
        update_fields=["language", "editing", "beating", "seen_at"],
    )


def forget_window(tab: UUID, *, by: User) -> None:
    """Note that `by` closed the window `tab`; nothing happens where it is not known, or not theirs."""
    Presence.objects.filter(tab=tab, by=by).delete()


def forget(*, now: datetime) -> int:
    """Take away the windows that count no more; how many there were."""
    silent = Presence.objects.exclude(_counts(now)).order_by()
    # A window that tells something this very moment is left alone; waiting for each other would be worse.
    rows = silent.select_for_update(skip_locked=True).values("pk")
    return Presence.objects.filter(pk__in=rows).delete()[0]


def _counts(now: datetime) -> Q:
    return Q(beating=True, seen_at__gt=now - SILENCE) | Q(beating=False, seen_at__gt=now - OPENING_COUNTS)


def _once(rows: Iterable[Presence]) -> list[Presence]:
    """Of several windows of one person on one screen, that in which they type, else that heard of last."""
    found: dict[tuple[int, str], Presence] = {}
    for row in sorted(rows, key=lambda each: (each.editing, each.seen_at)):
        if row.by.is_active:
            found[row.by_id, row.screen] = row
    return sorted(found.values(), key=lambda each: (each.opened_at, each.by_id))


@dataclass(frozen=True)
class Step:
    """The last thing that was done to an edition which those who look at it should know of."""

    verb: Verb
    by_id: int | None
    by_name: str
    at: datetime


@dataclass(frozen=True)
class PresenceState:
    """What one window is told: the edition as it is now, the others who have it open, and the last step."""

    edition: Edition
    others: Sequence[Presence]
    elsewhere: Presence | None
    last: Step | None

    def news(self, *, opened: str, state: str) -> Step | None:
        """What was done since this window was opened on the text `opened` (a digest) in `state`; empty if nothing."""
        if self.edition.digest == opened and self.edition.state == state:
            return None
        return self.last


def look_for_window(edition_id: int, *, by: User, tab: UUID, now: datetime) -> PresenceState | None:
    """What the window `tab`, which has just told of itself, is to be told; one statement. None if it is not known."""
    last = (
        Event.objects.filter(edition=OuterRef("edition"))
        .exclude(verb__in=_QUIET)
        .order_by("-id")
        .values(json=JSONObject(verb="verb", by_id="by_id", by_name="by_name", at="at"))[:1]
    )
    rows = list(
        Presence.objects.filter(_counts(now) | Q(tab=tab), edition_id=edition_id)
        .select_related("by__party", "edition__changed_by")
        .annotate(last=ArraySubquery(last), document=F("edition__document_id"))
    )
    own = next((row for row in rows if row.tab == tab and row.by_id == by.pk), None)
    if own is None:
        return None
    elsewhere = [row for row in rows if row.by_id == by.pk and row.tab != tab and row.beating]
    return PresenceState(
        edition=own.edition,
        others=_once([row for row in rows if row.by_id != by.pk]),
        elsewhere=max(elsewhere, key=lambda each: each.seen_at, default=None),
        last=_step(own.last),  # annotated above
    )


def _step(rows: Sequence[dict[str, str]]) -> Step | None:
    if not rows:
        return None
    row = rows[0]
    by = int(row["by_id"]) if row["by_id"] is not None else None
    return Step(Verb(row["verb"]), by, row["by_name"], read_instant(row["at"]) or EARLIEST)
