"""From a step of the workflow to its notices: one statement in the step's transaction, the rest by a worker."""

from datetime import timedelta

from editorial.base import jobs
from editorial.models import Event
from editorial.states import Verb

#: The names of the jobs that do the rest (`editorial.notices.jobs`).
TELL_OF_EVENT, TELL_OF_SOURCE = "editorial.tell_of_event", "editorial.tell_of_source"
#: The steps of which somebody is told. A save is one only where it changed the source text.
FOLLOWED = frozenset(
    {
        Verb.SUBMIT, Verb.REQUEST_CHANGES, Verb.SIGN_OFF, Verb.PUBLISH, Verb.SCHEDULE, Verb.RESCHEDULE, Verb.UNSCHEDULE,
        Verb.WITHDRAW, Verb.DISCARD, Verb.BRING_BACK, Verb.COMPLETE_REVIEW, Verb.PUBLISH_URGENTLY, Verb.CONFIRM,
        Verb.CONFIRM_WITHDRAWAL,
        Verb.ASSIGN,
        Verb.SET_OWNER,
    }
)  # fmt: skip
#: Translators are told of a changed source when the author has left it alone for so long: authors save often.
SETTLED = timedelta(hours=1)


def follow(event: Event) -> None:
    """Ask for the notices of a step, in its transaction; one statement, none where nobody is told."""
    if event.verb in FOLLOWED:
        jobs.defer(TELL_OF_EVENT, key=f"event/{event.pk}", event=event.pk)


def follow_source(event: Event) -> None:
    """Ask that translators be told, once it has settled, of a source text that a save changed; one statement."""
    jobs.defer(TELL_OF_SOURCE, key=f"source/{event.edition_id}", at=event.at + SETTLED, event=event.pk)
