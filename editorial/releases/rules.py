"""Who may do what with a release, and when; and for each of its editions, what stands against its appearing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from editorial.base import languages, text
from editorial.base.dates.bounds import problem_of_plan
from editorial.base.reasons import NotAllowed, Reason
from editorial.comparison import diff
from editorial.content import kept
from editorial.models import Edition, Release, ReleaseItem, User
from editorial.states import OPEN, Phase, State, Verb
from editorial.workflow import live_periods
from editorial.workflow.attempt import ActingRelease, Attempt
from editorial.workflow.rules import permissions as rules_permissions


class Step(models.TextChoices):
    """What people do to a release. The same word names the function, the address and the button."""

    DESCRIBE = "describe", pgettext_lazy("release", "Change title, note and plan")
    ADD = "add", pgettext_lazy("release", "Add an edition")
    REMOVE = "remove", pgettext_lazy("release", "Take out")
    FREEZE = "freeze", pgettext_lazy("release", "Freeze")
    UNFREEZE = "unfreeze", pgettext_lazy("release", "Unfreeze")
    PUBLISH = "publish", pgettext_lazy("release", "Publish all now")
    SCHEDULE = "schedule", pgettext_lazy("release", "Schedule all")
    UNSCHEDULE = "unschedule", pgettext_lazy("release", "Unschedule all")
    DISSOLVE = "dissolve", pgettext_lazy("release", "Dissolve")


_ASSEMBLE = ("editorial.write_edition", "editorial.publish_edition")
_PUBLISH = ("editorial.publish_edition",)
#: Step → the phases in which it can be taken, and the permissions of which one is needed.
STEPS: dict[Step, tuple[tuple[Phase, ...], tuple[str, ...]]] = {
    Step.DESCRIBE: ((Phase.ASSEMBLING, Phase.FROZEN), _ASSEMBLE),
    Step.ADD: ((Phase.ASSEMBLING,), _ASSEMBLE),
    Step.REMOVE: ((Phase.ASSEMBLING,), _ASSEMBLE),
    Step.FREEZE: ((Phase.ASSEMBLING,), _PUBLISH),
    Step.UNFREEZE: ((Phase.FROZEN,), _PUBLISH),
    Step.PUBLISH: ((Phase.FROZEN,), _PUBLISH),
    Step.SCHEDULE: ((Phase.FROZEN,), _PUBLISH),
    Step.UNSCHEDULE: ((Phase.PUBLISHED,), _PUBLISH),
    Step.DISSOLVE: ((Phase.ASSEMBLING,), _ASSEMBLE),
}
#: The verb by which each of these steps moves every edition.
MOVES = {Step.PUBLISH: Verb.PUBLISH, Step.SCHEDULE: Verb.SCHEDULE, Step.UNSCHEDULE: Verb.UNSCHEDULE}


#: The steps that take the place of what is public.
GOING_PUBLIC = (Step.PUBLISH, Step.SCHEDULE)


@dataclass(frozen=True)
class Refusal:
    """One edition of a release, and why it does not let the release go on."""

    edition: Edition
    reasons: tuple[Reason, ...]

    @property
    def title(self) -> str:
        """What the edition is called in the reader's language."""
        return diff.title_of(self.edition)


class NotTogether(NotAllowed):
    """Raised when one or more editions of a release cannot do what all must do together; none of them did.

    `refusals` says which and why; `reasons` says the same in sentences that name the edition.
    """

    def __init__(self, refusals: Iterable[Refusal]) -> None:
        self.refusals = list(refusals)
        super().__init__(
            Reason(reason.code, _("“%(title)s”: %(reason)s") % {"title": refusal.title, "reason": reason.message})
            for refusal in self.refusals
            for reason in refusal.reasons
        )


@dataclass(frozen=True)
class Situation:
    """A release with its editions in their order, as somebody sees it at a moment; each edition with its document."""

    release: Release
    editions: Sequence[Edition]

    @property
    def together(self) -> ActingRelease:
        """What the rules of editions know of the release."""
        documents = frozenset(str(edition.document.uuid) for edition in self.editions)
        return ActingRelease(self.release.pk, self.release.title, documents)


def situation(release: Release) -> Situation:
    """Read a release's editions; one query."""
    items = ReleaseItem.objects.filter(release=release).order_by("position", "pk")
    return Situation(release, [item.edition for item in items.select_related("edition__document")])


def problems(
    step: Step, found: Situation, *, by: User, now: datetime, at: datetime | None = None, reason: str | None = None
) -> list[Reason]:
    """Why this person may not take the step with the release as a whole; what its editions say is in `refusals`.

    :param at: the instant for which it is to be scheduled; none while the button is only being considered.
    :param reason: why it is unfrozen or dissolved; none likewise.
    """
    against = list(_phase_and_person(step, found.release, by))
    if against:
        return against
    return list(_problems_of_values(step, found, now=now, at=at, reason=reason))


def _phase_and_person(step: Step, release: Release, by: User) -> Iterable[Reason]:
    phases, permissions = STEPS[step]
    if release.phase not in phases:
        needed = ", ".join(str(phase.label).lower() for phase in phases)
        yield Reason(
            "state",
            _("This release is: %(state)s. To do this it must be: %(needed)s.")
            % {"state": str(Phase(release.phase).label).lower(), "needed": needed},
        )
    if not by.is_active:
        yield Reason("inactive", _("This account is not active."))
    elif not any(by.has_perm(permission) for permission in permissions):
        yield Reason("permission", _("Your roles do not include this step."))


def _problems_of_values(
    step: Step, found: Situation, *, now: datetime, at: datetime | None, reason: str | None
) -> Iterable[Reason]:
    if step in (Step.FREEZE, Step.PUBLISH, Step.SCHEDULE) and not found.editions:
        yield Reason("empty", _("There is nothing in this release yet."))
    if step == Step.SCHEDULE and at is not None and at <= now:
        yield Reason("past", _("This moment has passed. Choose one in the future, or publish now."))
    if problem := problem_of_plan(at, now=now) if at is not None else "":
        yield Reason("date_bounds", problem)
    if step == Step.UNSCHEDULE and not found.release.is_scheduled(now):
        yield Reason("past", _("Its moment has come: it is public and can no longer be unscheduled."))
    if step == Step.UNFREEZE and reason is not None and not text.clean(reason).strip():
        yield Reason("reason", _("Give a reason: others must be able to understand this decision."))


def addition(release: Release, edition: Edition, *, by: User) -> list[Reason]:
    """Why this edition cannot be put into this release by this person."""
    against = list(_phase_and_person(Step.ADD, release, by))
    if against:
        return against
    other = ReleaseItem.objects.filter(edition=edition).select_related("release").first()
    if other is not None and other.release_id == release.pk:
        return [Reason("there", _("It is in this release already."))]
    if other is not None:
        return [Reason("release", _("It is in another release: “%(release)s”.") % {"release": other.release.title})]
    if edition.state not in OPEN:
        return [Reason("state", _("Only an edition that is being worked on can be put into a release."))]
    return []


def refusals(step: Step, found: Situation, *, by: User, now: datetime, at: datetime | None = None) -> list[Refusal]:
    """For each edition that does not let the release take this step: why not. The same rules as for one alone.

    References between the editions of one release count as public: that is what a release is for.
    """
    told = []
    for edition in found.editions:
        attempt = Attempt(edition, by, now, at=at, together=found.together)
        against = _frozen(attempt) if step == Step.FREEZE else rules_permissions.problems(MOVES[step], attempt)
        if against:
            told.append(Refusal(edition, tuple(against)))
    return told


def _frozen(attempt: Attempt) -> list[Reason]:
    """What stands against freezing one edition: it must be signed by all, and say still what they signed."""
    if attempt.edition.state != State.APPROVED:
        needed = (
            ", ".join(str(each) for each in attempt.outstanding) if attempt.edition.state == State.IN_REVIEW else ""
        )
        if needed:
            return [Reason("signatures", _("Signatures are missing: %(parties)s.") % {"parties": needed})]
        label = str(State(attempt.edition.state).label).lower()
        return [Reason("state", _("It is not approved yet; it is: %(state)s.") % {"state": label})]
    if attempt.outstanding:
        names = ", ".join(str(each) for each in attempt.outstanding)
        return [Reason("signatures", _("Signatures are missing: %(parties)s.") % {"parties": names})]
    if not kept.is_digest_of(attempt.edition.signed_digest, attempt.edition.digest_version, attempt.content):
        return [
            Reason(
                "digest",
                _("The content is not the content that was signed off. Recall the edition and have it reviewed again."),
            )
        ]
    return []


def languages_lost(found: Situation, *, now: datetime) -> dict[int, list[str]]:
    """By edition, the languages that the public loses by it; a query for each edition that leaves a language out."""
    lost = {
        each.pk: {code for _before, codes in live_periods.losses(each, now=now) for code in codes}
        for each in found.editions
    }
    return {pk: [code for code in languages.codes() if code in codes] for pk, codes in lost.items() if codes}


def outlook(found: Situation, *, now: datetime) -> list[Refusal]:
    """For each edition, in whatever state: what would stand in its way at the planned instant, were it signed.

    Several queries for each edition, so only when somebody asks for it.
    """
    at = found.release.due if found.release.due is not None and found.release.due > now else now
    told = []
    for edition in found.editions:
        attempt = Attempt(edition, found.release.made_by, now, at=at, together=found.together)
        against = rules_permissions.obstacles(attempt)
        if against:
            told.append(Refusal(edition, tuple(against)))
    return told


def offered(found: Situation, *, by: User, now: datetime) -> dict[Step, list[Reason]]:
    """Every step of the release's phase, with the reasons against it for this person; no query for an edition.

    What only a look into the editions' content would tell is said when the step is taken.
    """
    told = {
        step: problems(step, found, by=by, now=now)
        for step, (phases, _permissions) in STEPS.items()
        if found.release.phase in phases and not (step == Step.UNSCHEDULE and not found.release.is_scheduled(now))
    }
    unsigned = sum(edition.state != State.APPROVED for edition in found.editions)
    if unsigned and told.get(Step.FREEZE) == []:
        message = ngettext(
            "%(count)s edition is not signed by all yet.", "%(count)s editions are not signed by all yet.", unsigned
        )
        told[Step.FREEZE] = [Reason("signatures", message % {"count": unsigned})]
    return told
