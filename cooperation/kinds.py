"""The kinds of content that the secretariat publishes: one declaration a kind, in the order of the navigation."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cooperation import filters
from cooperation.models import AnnualReport, Chapter, CountryTag, Mechanism, Objective, Page, ThemeTag, WorkingGroup
from cooperation.publishing import PublicKind
from cooperation.sorting import BY_TITLE, RECENT, newest
from cooperation.views.kinds import annual_report, mechanism, page, working_group
from editorial.kinds import register
from editorial.models import Attachment, Figure, Section

KINDS = (
    PublicKind(
        key="page",
        model=Page,
        segments={"en": "pages", "fr": "pages", "es": "paginas"},
        label=_("Cooperation pages"),
        description=_("Subject by subject: what the two countries do together, and with whom."),
        is_news=True,
        own=page.own,
        row=page.row,
        filters=filters.PageFilter,
    ),
    PublicKind(
        key="annual_report",
        model=AnnualReport,
        segments={"en": "annual-reports", "fr": "rapports-annuels", "es": "informes-anuales"},
        parts=(ThemeTag, CountryTag, Section, Chapter, Objective, Figure, Attachment),
        description=_("Year by year: what was agreed, what came of it and what is planned next."),
        is_news=True,
        own=annual_report.own,
        row=annual_report.row,
        filters=filters.ReportFilter,
        sorts=(newest("year", pgettext_lazy("order of a list", "Latest year first")), BY_TITLE, RECENT),
    ),
    PublicKind(
        key="working_group",
        model=WorkingGroup,
        segments={"en": "working-groups", "fr": "groupes-de-travail", "es": "grupos-de-trabajo"},
        description=_("Where officials and experts of the two countries meet to do the work."),
        own=working_group.own,
        row=working_group.row,
        filters=filters.GroupFilter,
    ),
    PublicKind(
        key="mechanism",
        model=Mechanism,
        segments={"en": "mechanisms", "fr": "mecanismes", "es": "mecanismos"},
        description=_("The lasting frames in which the two countries work together."),
        own=mechanism.own,
        filters=filters.MechanismFilter,
    ),
)


def register_all() -> None:
    """Make the kinds known to the engine."""
    for kind in KINDS:
        register(kind)
