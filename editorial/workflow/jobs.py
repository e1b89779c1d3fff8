"""What a worker does by the clock about the workflow's own records."""

from datetime import datetime

from editorial.base.jobs import periodic
from editorial.workflow import refusals


@periodic("editorial.forget_refusals", cron="47 4 * * *")
def forget_refusals(now: datetime) -> None:
    """Forget attempts that were refused long ago."""
    refusals.forget(now=now)
