"""What is done about notices by the clock."""

from datetime import datetime, timedelta

from editorial.base.jobs import periodic
from editorial.models import Notice
from editorial.notices import digest, failures, reminders

#: Days after which a notice that was read is forgotten; the audit chain keeps what it told of.
KEPT_DAYS = 180


@periodic("editorial.digests", cron="*/15 * * * *")
def digests(now: datetime) -> None:
    """Send the daily letters to those whose morning has come."""
    digest.send_due(now=now)


@periodic("editorial.reminders", cron="3-59/15 * * * *")
def remind(now: datetime) -> None:
    """Remind of what is due."""
    reminders.remind(now=now)


@periodic("editorial.failures", cron="*/5 * * * *")
def tell_of_failed(now: datetime) -> None:
    """Tell administrators of work that was given up."""
    failures.tell_of_failed(now=now)


@periodic("editorial.forget_notices", cron="41 4 * * *")
def forget(now: datetime) -> None:
    """Forget notices that were read long ago."""
    Notice.objects.filter(seen_at__lt=now - timedelta(days=KEPT_DAYS)).delete()
