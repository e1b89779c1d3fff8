"""The daily letter: what somebody wants to hear of once a day, in the morning of their party."""

from datetime import datetime

from editorial.models import Cadence, Notice
from editorial.notices import delivery_time, emails


def send_due(*, now: datetime) -> int:
    """Send everybody whose morning has come what happened before it and they have not read; returns how many letters.

    Whatever could not be sent is due still, and goes with the next call. Raises `emails.NotSent`.
    """
    due = Notice.objects.filter(mail=Cadence.DAILY, mailed_at__isnull=True, seen_at__isnull=True).order_by("pk")
    people = due.order_by().values_list("person_id", "person__party__time_zone").distinct()
    mine = [due.filter(person=pk, at__lt=delivery_time.latest(now, zone)) for pk, zone in people.order_by("person_id")]
    return emails.deliver([rows for rows in mine if rows.exists()], emails.digest, now=now)
