"""The engine as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    name = "editorial"
    verbose_name = _("Editorial")

    def ready(self) -> None:
        """Connect the roles, the search's data step, the desks' problems, the system checks and the work about notices."""
        from editorial import checks, people  # noqa: F401
        from editorial.desks import troubles  # noqa: F401
        from editorial.notices import letters, regular  # noqa: F401
        from editorial.search import upkeep

        people.connect()
        upkeep.connect()
