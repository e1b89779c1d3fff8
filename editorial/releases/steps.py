"""Everything that is done to a release; nothing else writes one.

Each function is keyword-only but for what it acts on, takes `by=` a person and `now=` a clock reading (aware datetime),
and is one transaction: lock (editions first, then the release: see `editorial.workflow.locking`), check, act, record on
every edition. All raise `NotAllowed`; where editions stand in the way, `NotTogether`.

:param version: the version of the release that was on the screen; none to take it as it is.
"""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, ParamSpec, cast

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from editorial.base import text
from editorial.base.dates.bounds import problem_of_plan
from editorial.base.reasons import NotAllowed, Reason
from editorial.models import Edition, Release, ReleaseItem, User
from editorial.releases import notify, rules
from editorial.releases.rules import NotTogether, Refusal, Situation, Step
from editorial.states import Phase, Verb
from editorial.workflow import audit, refusals, signatures, transitions
from editorial.workflow.attempt import Attempt
from editorial.workflow.dated_now import TookTooLong
from editorial.workflow.locking import lock, lock_all
from editorial.workflow.transition_parts import addresses

P = ParamSpec("P")


def _together(verb: Verb) -> Callable[[Callable[P, Release]], Callable[P, Release]]:
    """Make a step of a release one transaction, and keep the attempt at `verb` on each edition that was refused it."""

    def decorate(step: Callable[P, Release]) -> Callable[P, Release]:
        in_transaction = transaction.atomic(step)

        @wraps(step)
        def attempt(*args: P.args, **kwargs: P.kwargs) -> Release:
            try:
                return in_transaction(*args, **kwargs)
            except NotAllowed as refused:
                _keep(
                    cast(Release, args[0]),
                    verb,
                    refused,
                    by=cast(User, kwargs["by"]),
                    now=cast(datetime, kwargs["now"]),
                )
                raise

        return attempt

    return decorate


def _keep(release: Release, verb: Verb, refused: NotAllowed, *, by: User, now: datetime) -> None:
    """Where the release itself was refused, so was each of its editions."""
    if isinstance(refused, NotTogether):
        against = [(each.edition, each.reasons) for each in refused.refusals]
    else:
        against = [(edition, tuple(refused.reasons)) for edition in rules.situation(release).editions]
    for edition, reasons in against:
        refusals.keep(edition, verb, reasons=reasons, by=by, now=now)


@transaction.atomic
def create(*, title: str, by: User, now: datetime, note: str = "", planned_for: datetime | None = None) -> Release:
    """Begin a release. Raises NotAllowed for whoever may neither write nor publish, and without a title."""
    release = Release(made_at=now, made_by=by)
    _require(rules.problems(Step.DESCRIBE, Situation(release, ()), by=by, now=now))
    _describe(release, title, note, planned_for, now=now)
    release.save()
    return release


@transaction.atomic
def describe(
    release: Release, *, by: User, now: datetime, title: str, note: str = "", planned_for: datetime | None = None,
    version: int | None = None,
) -> Release:  # fmt: skip
    """Change the working title, the note and the instant that is hoped for; nothing about its editions."""
    row = _locked(release.pk, version)
    _require(rules.problems(Step.DESCRIBE, Situation(row, ()), by=by, now=now))
    _describe(row, title, note, planned_for, now=now)
    row.version += 1
    row.save(update_fields=["title", "note", "planned_for", "version"])
    return row


@transaction.atomic
def add(release: Release, edition: Edition, *, by: User, now: datetime) -> ReleaseItem:
    """Put an edition that is being worked on into a release; it can be in one only."""
    held = lock(edition.pk)
    row = _locked(release.pk, None)
    _require(rules.addition(row, held, by=by))
    last = ReleaseItem.objects.filter(release=row).aggregate(last=Max("position"))["last"]
    try:
        item = ReleaseItem.objects.create(
            release=row, edition=held, position=(last or 0) + 1, added_at=now, added_by=by
        )
    except IntegrityError as refusal:
        raise NotAllowed([Reason("release", _("Somebody put it into a release meanwhile."))]) from refusal
    _write(row)
    _record(row, held, Verb.ADD_TO_RELEASE, by=by, now=now)
    return item


@transaction.atomic
def remove(release: Release, edition: Edition, *, by: User, now: datetime) -> Release:
    """Take an edition out of a release that is being assembled; nothing else about it changes."""
    held = lock(edition.pk)
    row = _locked(release.pk, None)
    _require(rules.problems(Step.REMOVE, Situation(row, ()), by=by, now=now))
    gone, _rows = ReleaseItem.objects.filter(release=row, edition=held).delete()
    if not gone:
        raise NotAllowed([Reason("gone", _("It is not in this release any more."))])
    _write(row)
    _record(row, held, Verb.TAKE_FROM_RELEASE, by=by, now=now)
    return row


@_together(Verb.FREEZE)
def freeze(release: Release, *, by: User, now: datetime, version: int | None = None) -> Release:
    """Hold all editions as they were signed: from here on they move together or not at all."""
    found = _held(release.pk, version)
    _require(rules.problems(Step.FREEZE, found, by=by, now=now))
    _require_together(rules.refusals(Step.FREEZE, found, by=by, now=now))
    _write(found.release, phase=Phase.FROZEN, frozen_at=now, frozen_by=by)
    _record_all(found, Verb.FREEZE, by=by, now=now)
    notify.send_notices(found, by=by, now=now)
    return found.release


@transaction.atomic
def unfreeze(release: Release, *, by: User, now: datetime, reason: str, version: int | None = None) -> Release:
    """Let go of the editions again, so that one can be recalled or taken out; signatures stay."""
    found = _held(release.pk, version)
    _require(rules.problems(Step.UNFREEZE, found, by=by, now=now, reason=reason))
    _write(found.release, phase=Phase.ASSEMBLING, frozen_at=None, frozen_by=None)
    _record_all(found, Verb.UNFREEZE, by=by, now=now, reason=reason)
    notify.send_notices(found, by=by, now=now)
    return found.release


@_together(Verb.PUBLISH)
def publish(
    release: Release, *, by: User, now: datetime, loss_confirmed: bool = False, version: int | None = None
) -> Release:
    """Make every edition public at this very instant, or none.

    :param loss_confirmed: that the public loses languages in which it can read a document today is meant.
    """
    return _go_public(release, Step.PUBLISH, by=by, now=now, at=None, loss_confirmed=loss_confirmed, version=version)


@_together(Verb.SCHEDULE)
def schedule(
    release: Release,
    *,
    by: User,
    now: datetime,
    at: datetime,
    loss_confirmed: bool = False,
    version: int | None = None,
) -> Release:
    """Make every edition public at the instant `at`, or none; no job is involved.

    :param loss_confirmed: as for `publish`.
    """
    return _go_public(release, Step.SCHEDULE, by=by, now=now, at=at, loss_confirmed=loss_confirmed, version=version)


@_together(Verb.UNSCHEDULE)
def unschedule(release: Release, *, by: User, now: datetime, version: int | None = None) -> Release:
    """Take back a publication that has not begun, of all editions; they are frozen again."""
    found = _held(release.pk, version)
    _require(rules.problems(Step.UNSCHEDULE, found, by=by, now=now))
    _require_together(rules.refusals(Step.UNSCHEDULE, found, by=by, now=now))
    together = found.together
    _each(found, lambda edition: transitions.unschedule(edition, by=by, now=now, together=together))
    try:
        _write(found.release, phase=Phase.FROZEN, public_at=None, published_at=None, published_by=None)
    except IntegrityError as refusal:
        raise NotAllowed(
            [Reason("past", _("Its moment has come: it is public and can no longer be unscheduled."))]
        ) from refusal
    notify.send_notices(found, by=by, now=now)
    return found.release


@transaction.atomic
def dissolve(release: Release, *, by: User, now: datetime, reason: str = "", version: int | None = None) -> Release:
    """Give the plan up: its editions are free again, else unchanged; the release stays on record."""
    found = _held(release.pk, version)
    _require(rules.problems(Step.DISSOLVE, found, by=by, now=now, reason=reason))
    _record_all(found, Verb.TAKE_FROM_RELEASE, by=by, now=now, reason=reason)
    ReleaseItem.objects.filter(release=found.release).delete()
    held = [edition.pk for edition in found.editions]
    _write(found.release, phase=Phase.DISSOLVED, dissolved_at=now, dissolved_by=by, held=held)
    notify.send_notices(found, by=by, now=now)
    return found.release


def _go_public(
    release: Release, step: Step, *, by: User, now: datetime, at: datetime | None, loss_confirmed: bool,
    version: int | None,
) -> Release:  # fmt: skip
    signatures.hold_rules()
    found = _held(release.pk, version)
    _require(rules.problems(step, found, by=by, now=now, at=at))
    _require_together(rules.refusals(step, found, by=by, now=now, at=at))
    given: dict[str, Any] = {"by": by, "now": now, "loss_confirmed": loss_confirmed, "together": found.together}
    _write(found.release, phase=Phase.PUBLISHED, public_at=at or now, published_at=now, published_by=by)
    addresses.allot(Attempt(edition, by, now, at=at, together=found.together) for edition in found.editions)
    if at is None:
        _each(found, lambda edition: transitions.publish(edition, **given))
    else:
        _each(found, lambda edition: transitions.schedule(edition, at=at, **given))
    notify.send_notices(found, by=by, now=now)
    return found.release


def _each(found: Situation, move: Callable[[Edition], Any]) -> None:
    """Move every edition; the first that is refused after all is named, and undoes the others with it."""
    for edition in found.editions:
        try:
            move(edition)
        except TookTooLong:
            raise  # for no fault of this edition
        except NotAllowed as refused:
            raise NotTogether([Refusal(edition, tuple(refused.reasons))]) from refused


def _held(release_id: int, version: int | None) -> Situation:
    """The release with its editions, all locked. Raises NotAllowed if it changed before we held them."""
    wanted = list(ReleaseItem.objects.filter(release=release_id).values_list("edition_id", flat=True))
    editions = {edition.pk: edition for edition in lock_all(wanted)}
    row = _locked(release_id, version)
    items = ReleaseItem.objects.filter(release=row).order_by("position", "pk")
    present = list(items.values_list("edition_id", flat=True))
    if set(present) != set(editions):
        raise _moved()
    return Situation(row, [editions[pk] for pk in present])


def _locked(release_id: int, version: int | None) -> Release:
    row = Release.objects.select_for_update(no_key=True).get(pk=release_id)
    if version is not None and version != row.version:
        raise _moved()
    return row


def _moved() -> NotAllowed:
    message = _("This release changed since you opened the page. Look at it again, then decide.")
    return NotAllowed([Reason("moved", message)])


def _require(against: list[Reason]) -> None:
    if against:
        raise NotAllowed(against)


def _require_together(against: list[Refusal]) -> None:
    if against:
        raise NotTogether(against)


def _describe(release: Release, title: str, note: str, planned_for: datetime | None, *, now: datetime) -> None:
    release.title = text.clean_line(title)[: Release._meta.get_field("title").max_length]
    release.note = text.clean(note)
    release.planned_for = planned_for
    if not release.title:
        raise NotAllowed([Reason("title", _("Give the release a working title."))])
    if problem := problem_of_plan(planned_for, now=now) if planned_for is not None else "":
        raise NotAllowed([Reason("date_bounds", problem)])


def _write(release: Release, **values: Any) -> None:
    values = {"version": release.version + 1, **values}
    Release.objects.filter(pk=release.pk).update(**values)
    for name, value in values.items():
        setattr(release, name, value)


def _record_all(found: Situation, verb: Verb, *, by: User, now: datetime, reason: str = "") -> None:
    for edition in found.editions:
        _record(found.release, edition, verb, by=by, now=now, reason=reason)


def _record(release: Release, edition: Edition, verb: Verb, *, by: User, now: datetime, reason: str = "") -> None:
    detail: dict[str, Any] = {"release": release.pk, "release_title": release.title}
    if verb == Verb.FREEZE and release.planned_for is not None:
        detail["planned_for"] = release.planned_for.isoformat()
    audit.record(edition, verb, by=by, now=now, from_state=edition.state, reason=reason, detail=detail)
