"""What a release holds: an edition in one does not move without it.

Asked by `editorial.workflow.rules.permissions` before anything else about an edition.
"""

from collections.abc import Callable, Iterable, Mapping

from django.utils.translation import gettext as _

from editorial.base.reasons import Reason
from editorial.states import Phase, Verb
from editorial.workflow.attempt import Attempt


def _not_held(attempt: Attempt) -> Iterable[Reason]:
    """Frozen in a release, nothing about an edition moves by itself."""
    held = attempt.release
    if held is not None and held.phase == Phase.FROZEN:
        yield Reason(
            "release",
            _("It is frozen as part of the release “%(release)s”. A publisher must unfreeze that first.")
            % {"release": held.title},
        )


def _not_alone(attempt: Attempt) -> Iterable[Reason]:
    """What is in a release becomes public with it, not before and not without it."""
    held = attempt.release
    if held is not None and held.phase == Phase.ASSEMBLING:
        yield Reason(
            "release",
            _("It is part of the release “%(release)s”, which appears as a whole. Take it out of that first.")
            % {"release": held.title},
        )
    yield from _not_held(attempt)


def _not_out_alone(attempt: Attempt) -> Iterable[Reason]:
    held = attempt.release
    if held is not None and held.phase == Phase.PUBLISHED and held.public_at and held.public_at > attempt.now:
        yield Reason(
            "release",
            _("It is scheduled as part of the release “%(release)s”. Unschedule that as a whole.")
            % {"release": held.title},
        )


#: Verb → what stands against it as long as the edition is in a release, unless it is done on the release's behalf.
RULES: Mapping[Verb, tuple[Callable[[Attempt], Iterable[Reason]], ...]] = {
    Verb.RECALL: (_not_held,),
    Verb.REQUEST_CHANGES: (_not_held,),
    Verb.DISCARD: (_not_alone,),
    Verb.PUBLISH: (_not_alone,),
    Verb.SCHEDULE: (_not_alone,),
    Verb.PUBLISH_URGENTLY: (_not_alone,),
    Verb.RESCHEDULE: (_not_out_alone,),
    Verb.UNSCHEDULE: (_not_out_alone,),
}
