"""The work of telling: asked for in the transaction of what happened, done by a worker, once for each."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.jobs import job
from editorial.models import Event


@job("editorial.send_notices", label=_("letters to those concerned"))
def send(*, cause: str) -> None:
    """Send the letters of one cause that are due at once and were not sent yet.

    Raises `mailing.NotSent` when one could not be sent, so that it is tried again; the others were sent all the same.
    """
    from editorial.notices import mailing

    mailing.send_at_once(cause, now=timezone.now())


@job("editorial.tell_of_event", label=_("notices of a step"))
def tell_of_event(*, event: int) -> None:
    """Find out whom a step concerns, and tell them; doing it twice tells nobody twice.

    :param event: the primary key of its line in the audit chain.
    """
    from editorial.notices import audience

    with transaction.atomic():
        audience.tell_all(_event(event), now=timezone.now())


@job("editorial.tell_of_source", label=_("notices to translators"))
def tell_of_source(*, event: int) -> None:
    """Tell the translators whose languages a save left behind, unless a later save is to tell them.

    :param event: the primary key of the save's line in the audit chain.
    """
    from editorial.notices import audience

    with transaction.atomic():
        audience.tell_translators(_event(event), now=timezone.now())


def _event(pk: int) -> Event:
    return Event.objects.select_related("edition__document", "by").get(pk=pk)
