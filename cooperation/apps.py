"""The subject as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CooperationConfig(AppConfig):
    name = "cooperation"
    verbose_name = _("Cooperation")

    def ready(self) -> None:
        """Register the kinds of content with the engine."""
        from cooperation import kinds

        kinds.register_all()
