"""The work of telling: asked for in the transaction of what happened, done by a worker, once for each."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from editorial.base import clock
from editorial.base.jobs import job
from editorial.models import Event
from editorial.notices import audience, emails
from editorial.notices.notify import SEND
from editorial.workflow import notice_jobs

#: For so long what happened is news.
NEWS = timedelta(days=7)


@job(SEND, label=_("letters to those concerned"))
def send(*, cause: str) -> None:
    """Send the letters of one cause that are due at once and were not sent yet.

    Raises `emails.NotSent` when one could not be sent, so that it is tried again; the others were sent all the same.
    """
    emails.send_at_once(cause, now=clock.now())


@job(notice_jobs.TELL_OF_EVENT, label=_("notices of a step"))
def tell_of_event(*, event: int) -> None:
    """Find out whom a step concerns, and tell them; doing it twice tells nobody twice.

    :param event: the primary key of its line in the audit chain.

    What happened longer ago than `NEWS`, because no worker came or because old content was brought in, is told nobody.
    """
    happened = _event(event)
    if happened.at < clock.now() - NEWS:
        return
    with transaction.atomic():
        audience.notify_audience(happened)


@job(notice_jobs.TELL_OF_SOURCE, label=_("notices to translators"))
def tell_of_source(*, event: int) -> None:
    """Tell the translators whose languages a save left behind, unless a later save is to tell them.

    :param event: the primary key of the save's line in the audit chain.
    """
    with transaction.atomic():
        audience.tell_translators(_event(event), now=clock.now())


def _event(pk: int) -> Event:
    return Event.objects.select_related("edition__document", "by").get(pk=pk)
