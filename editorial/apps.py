"""The engine as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    name = "editorial"
    verbose_name = _("Editorial")

    def ready(self) -> None:
        """Connect the roles, the search's data step, the system checks and what a worker does about notices."""
        from editorial import checks, people  # noqa: F401
        from editorial.notices import letters, regular  # noqa: F401
        from editorial.search import upkeep

        people.connect()
        upkeep.connect()
