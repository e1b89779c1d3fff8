"""Letters: one for each notice that is due at once, one a day for the rest, each sent once.

A letter's rows are claimed with ``SELECT … FOR UPDATE SKIP LOCKED``, sent, and marked in the same transaction: of two
workers one sends. Should a worker die in the moment between the mail server's answer and the commit, the rows are
unmarked and that one letter (never more) goes out again; mail systems know it by its Message-ID.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from smtplib import SMTPRecipientsRefused
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.models import Cadence, Notice, User
from editorial.notices import texts, urls

logger = logging.getLogger(__name__)


class NotSent(Exception):
    """Raised when letters could not be sent; they are tried again."""


def language_of(person: User) -> str:
    """The language in which somebody is written to: theirs, or the site's where they chose none."""
    return person.language or settings.LANGUAGE_CODE


def send_at_once(cause: str, *, now: datetime) -> int:
    """Send what is due at once of one cause; returns how many letters went out. Raises NotSent."""
    due = Notice.objects.filter(cause=cause, mail=Cadence.AT_ONCE, mailed_at__isnull=True).order_by("pk")
    return deliver([due.filter(pk=pk) for pk in due.values_list("pk", flat=True)], letter, now=now)


Compose = Callable[[Sequence[Notice], Any, datetime], EmailMultiAlternatives]


def deliver(letters: Sequence[QuerySet[Notice]], compose: Compose, *, now: datetime) -> int:
    """Claim, send and mark one letter after the other; returns how many went out.

    :param letters: for each letter, the notices that it tells of, all of one person.

    Raises NotSent, after all others were tried, when an address was refused; at once when the mail server is not there.
    """
    if not letters:
        return 0
    sent, refused = 0, 0
    try:
        with get_connection() as server:
            for rows in letters:
                try:
                    sent += _deliver(rows, compose, server, now)
                except SMTPRecipientsRefused:
                    refused += 1
    except OSError as fault:  # what smtplib raises, too: the server is away or will not have us
        raise NotSent(f"The mail server failed after {sent} of {len(letters)}: {type(fault).__name__}") from fault
    if refused:
        raise NotSent(f"The mail server refused the address of {refused} of {len(letters)}.")
    return sent


@transaction.atomic
def _deliver(rows: QuerySet[Notice], compose: Compose, server: Any, now: datetime) -> int:
    claimed = list(
        rows.select_for_update(skip_locked=True, of=("self",)).select_related(
            "person__party", "by", "edition__document", "edition__withdrawal", "event"
        )
    )
    if not claimed:
        return 0
    due = [notice for notice in claimed if _still(notice)]
    obsolete = [notice.pk for notice in claimed if notice not in due]
    Notice.objects.filter(pk__in=obsolete).update(mail="")
    if not due:
        return 0
    with translation.override(language_of(due[0].person)):
        compose(due, server, now).send()
    Notice.objects.filter(pk__in=[notice.pk for notice in due]).update(mailed_at=now)
    return 1


def _still(notice: Notice) -> bool:
    """Whether the letter still makes sense: the person is active, has an address, and the question is open."""
    return bool(notice.person.is_active and notice.person.email) and not texts.is_obsolete(notice)


def letter(notices: Sequence[Notice], server: Any, now: datetime) -> EmailMultiAlternatives:
    """The letter that tells of one notice, in the active language."""
    (notice,) = notices
    told = texts.notice_text(notice)
    return _message(notice.person, told.subject, f"notice-{notice.pk}", server, told=[told])


def digest(notices: Sequence[Notice], server: Any, now: datetime) -> EmailMultiAlternatives:
    """The letter that tells of many, in the active language."""
    told = [texts.notice_text(notice) for notice in notices]
    count = len(told)
    subject = ngettext("%(count)s notice of the last day", "%(count)s notices of the last day", count) % {
        "count": count
    }
    reference = f"digest-{notices[0].person_id}-{notices[0].pk}-{notices[-1].pk}"
    return _message(notices[0].person, subject, reference, server, told=told)


def _message(
    person: User, subject: str, reference: str, server: Any, *, told: Sequence[texts.NoticeText]
) -> EmailMultiAlternatives:
    preferences = urls.absolute_url(urls.preferences_url())
    context = {
        "person": person,
        "subject": subject,
        "told": told,
        "preferences": preferences,
        "all": urls.absolute_url(urls.notices_url()),
        "language": translation.get_language(),
    }
    message = EmailMultiAlternatives(
        subject=_("Entente: %(subject)s") % {"subject": " ".join(subject.split())},
        body=render_to_string("editorial/notices/letter.txt", context),
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[person.email],
        connection=server,
        headers={
            "Message-ID": f"<{reference}@{urls.host()}>",
            "Auto-Submitted": "auto-generated",  # RFC 3834: no out-of-office answers to a machine
            "X-Auto-Response-Suppress": "All",
            "List-Unsubscribe": f"<{preferences}>",
            "Content-Language": str(context["language"]),
        },
    )
    message.attach_alternative(render_to_string("editorial/notices/letter.html", context), "text/html")
    return message
