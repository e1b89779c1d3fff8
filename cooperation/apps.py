"""The subject as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CooperationConfig(AppConfig):
    name = "cooperation"
    verbose_name = _("Cooperation")

    def ready(self) -> None:
        """Register the kinds of content with the engine."""
        from cooperation import kinds
        from cooperation.views import link_targets  # noqa: F401  # tells the engine of pages that are no documents

        kinds.register_all()
