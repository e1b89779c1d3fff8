"""The work of sending: asked for with the notices, done by a worker, once for each."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.jobs import job


@job("editorial.send_notices", label=_("letters to those concerned"))
def send(*, cause: str) -> None:
    """Send the letters of one cause that are due at once and were not sent yet.

    Raises `mailing.NotSent` when one could not be sent, so that it is tried again; the others were sent all the same.
    """
    from editorial.notices import mailing

    mailing.send_at_once(cause, now=timezone.now())
