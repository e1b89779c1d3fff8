"""The engine as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    name = "editorial"
    verbose_name = _("Editorial")

    def ready(self) -> None:
        """Connect roles, the search's data step, the desks' problems, system checks and the workers' periodic jobs."""
        from editorial import system_checks  # noqa: F401
        from editorial.base.dates import database
        from editorial.checks import link_jobs  # noqa: F401
        from editorial.collaboration import jobs as collaboration_jobs  # noqa: F401
        from editorial.collaboration.remarks import offboarding  # noqa: F401
        from editorial.desks import problem_sources, registered, server_clocks  # noqa: F401
        from editorial.notices import jobs as notices_jobs  # noqa: F401
        from editorial.search import maintenance
        from editorial.staff import problem_sources as staff_troubles  # noqa: F401
        from editorial.verification import jobs as verification_jobs  # noqa: F401
        from editorial.verification import problem_sources as verification_troubles  # noqa: F401
        from editorial.workflow import refusals  # noqa: F401
        from editorial.workflow.roles import groups

        database.connect()
        groups.connect()
        maintenance.connect()
