"""A verification of the whole site: one check after the other, in portions, so that it can stop and go on."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from itertools import pairwise

from django.db import connection, transaction

from editorial.models import AdministrationEvent, Event, VerificationDifference, VerificationRun
from editorial.verification import chains, files, live_periods, names, search, sign_offs, snapshots, texts
from editorial.verification.difference import Batch, Check, Difference
from editorial.verification.heads import ChainHeads

#: What one portion looks at, at most.
PORTION = 50
#: An unfinished run is gone on with for so long; afterwards too much has changed.
GOES_ON = timedelta(hours=20)
#: Differences that one run keeps: where there are more, the site as a whole is another.
MOST = 1000
#: Runs that are kept.
_KEPT = 30

Report = Callable[[str, int, list[Difference]], None]


def checks(heads: ChainHeads) -> dict[str, Check]:
    """Every check by its name, in their order.

    :param heads: of the chains, as they were kept elsewhere.
    """
    return {
        "events": partial(chains.check_events, head=heads.events),
        "administration": partial(chains.check_administration, head=heads.administration),
        "texts": texts.check,
        "snapshots": snapshots.check,
        "sign_offs": sign_offs.check,
        "live_periods": live_periods.check,
        "names": names.check_periods,
        "names_held": names.check_held,
        "files": files.check,
        "search": search.check,
    }


def verify(
    *,
    clock: Callable[[], datetime],
    heads: ChainHeads,
    fresh: bool = False,
    rest: float = 0.0,
    report: Report = lambda name, count, differences: None,
) -> VerificationRun:
    """Go through all checks and keep what they find; what they look at is not changed.

    :param clock: tells the present (aware datetime).
    :param fresh: begin anew, though an unfinished run could be gone on with.
    :param rest: seconds of rest for each second of work, so that others come first.
    :param report: called after each portion with the check's name, how many things it has looked at, and what it found.
    """
    todo = checks(heads)
    following = dict(pairwise([*todo, ""]))
    run = _begin(clock(), first=next(iter(todo)), fresh=fresh)
    while name := run.position["check"]:
        begun = time.monotonic()
        with _one_view():
            found = todo[name](run.position["after"], PORTION)
            done = found.after is None
            run.position = {"check": following[name] if done else name, "after": found.after}
            _keep(run, name, found)
        report(name, run.counts[name], found.differences)
        time.sleep(rest * (time.monotonic() - begun))
    run.finished_at = clock()
    run.save()
    return run


@contextmanager
def _one_view() -> Iterator[None]:
    """One transaction whose statements all see the database as it is at the first of them."""
    outermost = not connection.in_atomic_block
    with transaction.atomic(), connection.cursor() as cursor:
        if outermost:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def _begin(now: datetime, *, first: str, fresh: bool) -> VerificationRun:
    found = VerificationRun.objects.filter(finished_at=None, started_at__gt=now - GOES_ON).first()
    if found is not None and not fresh:
        return found
    old = VerificationRun.objects.values_list("pk", flat=True)[_KEPT - 1 :]
    VerificationRun.objects.filter(pk__in=list(old)).delete()
    return VerificationRun.objects.create(started_at=now, position={"check": first, "after": None})


def _keep(run: VerificationRun, name: str, found: Batch) -> None:
    run.counts[name] = run.counts.get(name, 0) + found.count
    room = MOST - run.differences.count() if found.differences else 0
    VerificationDifference.objects.bulk_create(
        VerificationDifference(run=run, code=each.code, edition_id=each.edition, values=each.values)
        for each in found.differences[: max(0, room)]
    )
    run.save()


def present_heads() -> ChainHeads:
    """The last hashes of both chains as they are now."""
    last = [
        model.objects.order_by("-id").values_list("hash", flat=True).first() for model in (Event, AdministrationEvent)
    ]
    return ChainHeads(*(each or "" for each in last))
