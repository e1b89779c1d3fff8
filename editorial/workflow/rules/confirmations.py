"""Rules about what one person did alone and a second confirms: an urgent publication, a withdrawal of what binds."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from editorial.base.reasons import Reason
from editorial.workflow.attempt import Attempt


def urgent_unconfirmed(attempt: Attempt) -> Iterable[Reason]:
    """An urgent publication is confirmed by a second person."""
    if not attempt.edition.awaits_confirmation:
        yield Reason("not_urgent", _("This edition awaits no confirmation."))
    elif attempt.edition.urgent_by_id == attempt.by.pk:
        yield Reason("four_eyes", _("You published it; a second person must confirm it."))


def withdrawal_unconfirmed(attempt: Attempt) -> Iterable[Reason]:
    """A withdrawal that needs a second person is confirmed by one."""
    if not attempt.edition.withdrawal_awaits_confirmation:
        yield Reason("not_waiting", _("No withdrawal of this edition awaits confirmation."))
    elif attempt.edition.withdrawal.decided_by_id == attempt.by.pk:
        yield Reason("four_eyes", _("You withdrew it; a second person must confirm that."))
