"""The engine as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    name = "editorial"
    verbose_name = _("Editorial")

    def ready(self) -> None:
        """Connect the roles, the search's data step, the desks' problems, the system checks and what workers do by the clock."""
        from editorial import autosave_jobs, checks, database_dates, link_jobs, people  # noqa: F401
        from editorial.desks import elsewhere, troubles  # noqa: F401
        from editorial.notices import letters, regular  # noqa: F401
        from editorial.remarks import leaving  # noqa: F401
        from editorial.search import upkeep
        from editorial.staff import troubles as staff_troubles  # noqa: F401

        database_dates.connect()
        people.connect()
        upkeep.connect()
