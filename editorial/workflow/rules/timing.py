"""Rules about time: when something may go public, end, or be taken back, and what must be public with it."""

from collections.abc import Iterable
from datetime import UTC, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from editorial.base import languages, text
from editorial.base.dates.bounds import problem_of_plan
from editorial.base.dates.safe import in_zone
from editorial.base.reasons import Reason
from editorial.checks import requirements
from editorial.content import kinds
from editorial.models import Edition, Withdrawal
from editorial.states import Standing, State
from editorial.workflow.attempt import Attempt


def moment_text(moment: datetime) -> str:
    """A moment in words, in UTC, for reasons and messages."""
    return _("%(moment)s UTC") % {"moment": date_format(in_zone(moment, UTC), "DATETIME_FORMAT")}


def future(attempt: Attempt) -> Iterable[Reason]:
    """What is planned is yet to come, and its end comes after its beginning."""
    if attempt.at is not None and attempt.at <= attempt.now:
        yield Reason("past", _("This moment has passed. Choose one in the future, or publish now."))
    if attempt.until is not None and attempt.until <= (attempt.at or attempt.now):
        yield Reason("order", _("The end must come after the beginning."))


def dates_exist(attempt: Attempt) -> Iterable[Reason]:
    """What is planned lies within the dates that exist here."""
    for instant in (attempt.at, attempt.until):
        problem = problem_of_plan(instant, now=attempt.now) if instant is not None else ""
        if problem:
            yield Reason("date_bounds", problem)


def period_free(attempt: Attempt) -> Iterable[Reason]:
    """Live periods follow one another in the order of their plans: nothing is published before what is scheduled."""
    begin = attempt.at or attempt.now
    for other in attempt.siblings:
        if other.live_during.lower >= begin:
            yield Reason(
                "scheduled",
                _("Edition %(number)s is scheduled for %(moment)s. Choose a later moment, or unschedule it first.")
                % {"number": other.number, "moment": moment_text(other.live_during.lower)},
            )


def period_free_then(attempt: Attempt) -> Iterable[Reason]:
    """The same at the planned moment: while none is chosen, it may still come behind what is scheduled."""
    if attempt.at is not None:
        yield from period_free(attempt)


def something_planned(attempt: Attempt) -> Iterable[Reason]:
    """There is something that can be taken back."""
    live = attempt.edition.live_during
    planned_end = (
        live.upper is not None
        and live.upper > attempt.now
        and Withdrawal.objects.filter(edition=attempt.edition).exists()
    )
    if live.lower <= attempt.now and not planned_end:
        yield Reason(
            "nothing_planned",
            _("Nothing is planned for this edition: it went public already and no withdrawal is set."),
        )


def still_scheduled(attempt: Attempt) -> Iterable[Reason]:
    """Only a publication that has not begun can be moved."""
    if attempt.edition.standing(attempt.now) != Standing.SCHEDULED:
        yield Reason("not_scheduled", _("It is not scheduled: it is public already, or its time is over."))


def between_its_neighbours(attempt: Attempt) -> Iterable[Reason]:
    """What is moved stays behind the edition before it, before the one after it, and before its own end."""
    if attempt.at is None or attempt.edition.standing(attempt.now) != Standing.SCHEDULED:
        return
    live = attempt.edition.live_during
    for other in attempt.siblings:
        begin = other.live_during.lower
        if (begin < live.lower and attempt.at <= begin) or (begin > live.lower and attempt.at >= begin):
            yield Reason(
                "scheduled",
                _("Edition %(number)s becomes public on %(moment)s. Choose a moment that keeps the order of both.")
                % {"number": other.number, "moment": moment_text(begin)},
            )
    if live.upper is not None and attempt.at >= live.upper:
        yield Reason("order", _("The end must come after the beginning."))


def nothing_open(attempt: Attempt) -> Iterable[Reason]:
    """A document has one edition at a time that is worked on."""
    existing = Edition.objects.open().filter(document_id=attempt.edition.document_id).first()
    if existing is not None:
        yield Reason(
            "open", _("Edition %(number)s of this document is being worked on already.") % {"number": existing.number}
        )


def newest(attempt: Attempt) -> Iterable[Reason]:
    """Only the newest edition is revised."""
    newer = (
        Edition.objects.filter(
            document_id=attempt.edition.document_id, number__gt=attempt.edition.number, state=State.PUBLISHED
        )
        .order_by("-number")
        .first()
    )
    if newer is not None:
        yield Reason("newer", _("Edition %(number)s is newer. Revise that one.") % {"number": newer.number})


def is_live(attempt: Attempt) -> Iterable[Reason]:
    """Only what is public can be withdrawn, and once."""
    if attempt.edition.standing(attempt.now) != Standing.LIVE:
        yield Reason("not_live", _("This edition is not public now."))
    elif successor := next(
        (each for each in attempt.siblings if each.standing(attempt.now) == Standing.SCHEDULED), None
    ):
        yield Reason(
            "ends_already",
            _("Edition %(number)s takes its place on %(moment)s. Unschedule edition %(number)s first.")
            % {"number": successor.number, "moment": moment_text(successor.live_during.lower)},
        )
    elif attempt.edition.live_during.upper is not None:
        yield Reason(
            "ends_already",
            _("Its end is set already: %(moment)s. Unschedule that first.")
            % {"moment": moment_text(attempt.edition.live_during.upper)},
        )


def withdrawal_in_time(attempt: Attempt) -> Iterable[Reason]:
    """The end is not in the past, and comes after the beginning."""
    if attempt.edition.standing(attempt.now) != Standing.LIVE:
        return
    if attempt.at is not None and attempt.at < attempt.now:
        yield Reason("past", _("This moment has passed. Choose one in the future, or withdraw now."))
    elif (attempt.at or attempt.now) <= attempt.edition.live_during.lower:
        yield Reason("order", _("The end must come after the beginning."))


def redirects_elsewhere(attempt: Attempt) -> Iterable[Reason]:
    """Nobody is led from a page to the page itself."""
    if attempt.redirect_to is not None and attempt.redirect_to == attempt.edition.document_id:
        yield Reason("redirect", _("A withdrawn page cannot point to itself. Choose another document, or none."))


def redirects_to_public(attempt: Attempt) -> Iterable[Reason]:
    """Whoever is led to another page finds it there when the withdrawal takes effect."""
    target = attempt.redirect_to
    if target is None or target == attempt.edition.document_id:
        return
    if not Edition.objects.live(attempt.at or attempt.now).filter(document_id=target).exists():
        newest = Edition.objects.filter(document_id=target).order_by("-number").first()
        yield Reason(
            "redirect",
            _("Visitors would find nothing at “%(title)s”: it is not public then. Choose a page that is, or none.")
            % {"title": newest or ""},
        )


def explained(attempt: Attempt) -> Iterable[Reason]:
    """The public is told why, in every language."""
    if attempt.explanation is None:
        return
    missing = [code for code in languages.required() if not text.clean(attempt.explanation.get(code) or "").strip()]
    if missing:
        yield Reason(
            "explanation",
            _("Explain the withdrawal to the public in every language; missing: %(languages)s.")
            % {"languages": languages.names(missing)},
        )


def end_explained(attempt: Attempt) -> Iterable[Reason]:
    """An end that is planned with the beginning is explained as well."""
    if attempt.until is not None:
        yield from explained(Attempt(attempt.edition, attempt.by, attempt.now, explanation=attempt.explanation or {}))


def references_have_a_future(attempt: Attempt) -> Iterable[Reason]:
    """Nobody reviews a text that can never be published as it is, since what it refers to was withdrawn or given up.

    What is being worked on may become public before it or along with it: that is asked at publication.
    """
    for title in requirements.without_a_future(attempt.content, at=attempt.now):
        yield Reason(
            "reference_gone",
            _(
                "It refers to “%(title)s”, which was withdrawn or given up. Refer to another page, or begin a "
                "new edition of "
                "that one first."
            )
            % {"title": title},
        )


def references_public_then(attempt: Attempt) -> Iterable[Reason]:
    """At the moment that is planned, all that the text refers to is public."""
    if attempt.at is not None:
        yield from references_public(attempt)


def references_public(attempt: Attempt) -> Iterable[Reason]:
    """All that the text refers to is public at the moment of publication."""
    along = attempt.together.documents if attempt.together is not None else frozenset()
    for title in requirements.not_public(attempt.content, at=attempt.at or attempt.now, besides=along):
        yield Reason(
            "reference",
            _("It refers to “%(title)s”, which will not be public then. Publish that first.") % {"title": title},
        )


def embargo_over(attempt: Attempt) -> Iterable[Reason]:
    """The embargo is over at the moment of publication."""
    not_before = kinds.get_kind(attempt.content["kind"]).not_before
    moment = not_before(attempt.content) if not_before else None
    if moment is not None and moment > (attempt.at or attempt.now):
        yield Reason(
            "embargo",
            _("It may not go public before %(moment)s. Schedule it for then or later.")
            % {"moment": moment_text(moment)},
        )


def embargo_over_then(attempt: Attempt) -> Iterable[Reason]:
    """The embargo is over at the moment that is planned."""
    if attempt.at is not None:
        yield from embargo_over(attempt)
