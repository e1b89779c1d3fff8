"""The verification of every night."""

from datetime import datetime

from django.utils import timezone

from editorial.base.jobs import periodic
from editorial.verification import heads, run

#: Seconds of rest for each second of work.
_REST = 1.0


@periodic("editorial.verify", cron="17 2 * * *")
def verify_every_night(now: datetime) -> None:
    """Verify the whole site, then keep the heads of the chains outside the database: only those of chains that are
    whole.
    """
    done = run.verify(clock=timezone.now, heads=heads.read(), rest=_REST)
    if not done.differences.filter(code__regex="^(event|administration)_").exists():
        heads.keep(run.present_heads(), now=now)
