"""What a worker does by the clock about work that was not saved."""

from datetime import datetime

from django.conf import settings

from editorial.base.jobs import periodic
from editorial.collaboration import autosave, presence


@periodic("editorial.forget_unsaved", cron="*/10 * * * *")
def forget_unsaved(now: datetime) -> None:
    """Forget windows that fell silent, and unsaved work that nobody came back for."""
    presence.forget(now=now)
    autosave.forget(now=now, days=settings.AUTOSAVE_DAYS)
