"""What has happened, in words, after a transition."""

from datetime import datetime

from django.utils.translation import gettext as _

from editorial.models import Edition
from editorial.states import State, Verb
from editorial.workflow.rules.timing import moment_text


def done_message(verb: Verb, moved: Edition, *, now: datetime) -> str:
    """What has happened, in words, for the message after the step."""
    match verb:
        case Verb.SUBMIT:
            return _("Submitted for review.")
        case Verb.RECALL:
            return _("Recalled: it is a draft again.")
        case Verb.REQUEST_CHANGES:
            return _("Sent back with your remark.")
        case Verb.SIGN_OFF if moved.state == State.APPROVED:
            return _("Signed off. It is approved: the publishers may publish it.")
        case Verb.SIGN_OFF:
            return _("Signed off. Other signatures are still missing.")
        case Verb.PUBLISH | Verb.PUBLISH_URGENTLY:
            return _("Published. It is public now.")
        case Verb.SCHEDULE:
            return _("Scheduled: it becomes public on %(moment)s.") % {"moment": _begin(moved)}
        case Verb.RESCHEDULE:
            return _("Rescheduled: it becomes public on %(moment)s.") % {"moment": _begin(moved)}
        case Verb.UNSCHEDULE if moved.state == State.DISCARDED:
            return _("Unscheduled and given up: a later edition is being worked on.")
        case Verb.UNSCHEDULE:
            return _("Unscheduled.")
        case Verb.WITHDRAW:
            return _withdrawn(moved, now)
        case Verb.REVISE | Verb.BRING_BACK:
            return _("A new draft is open: edition %(number)s.") % {"number": moved.number}
        case Verb.DISCARD:
            return _("Discarded.")
        case Verb.CONFIRM | Verb.CONFIRM_WITHDRAWAL:
            return _("Confirmed.")
        case Verb.GRANT_EXCEPTION:
            return _("The exception is granted.")
    return _("The exception is ended.")


def _withdrawn(moved: Edition, now: datetime) -> str:
    if moved.live_during and moved.live_during.upper > now:
        found = _("The withdrawal is set for %(moment)s.") % {"moment": moment_text(moved.live_during.upper)}
    else:
        found = _("Withdrawn. The public sees your explanation.")
    if moved.withdrawal_awaits_confirmation:
        found += " " + _("A second person who may publish is asked to confirm it.")
    return found


def _begin(edition: Edition) -> str:
    return moment_text(edition.live_during.lower) if edition.live_during else ""
