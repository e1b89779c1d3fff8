"""The engine as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    name = "editorial"
    verbose_name = _("Editorial")

    def ready(self) -> None:
        """Connect the roles, the search's data step, the jobs about links and the system checks."""
        from editorial import checks, link_jobs, people  # noqa: F401
        from editorial.search import upkeep

        people.connect()
        upkeep.connect()
