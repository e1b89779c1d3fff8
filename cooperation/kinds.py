"""The kinds of content that the secretariat publishes, and where each stands on the public site."""

from cooperation.facets import facets
from cooperation.models import (
    AnnualReport,
    Chapter,
    CountryTag,
    Mechanism,
    Objective,
    Page,
    ThemeTag,
    WorkingGroup,
)
from cooperation.views.detail import render
from editorial.kinds import Kind, register
from editorial.models import Attachment, Figure, Section

_COMMON = (ThemeTag, CountryTag, Section, Figure, Attachment)

PAGE = Kind(
    key="page",
    model=Page,
    segments={"en": "pages", "fr": "pages", "es": "paginas"},
    parts=_COMMON,
    render=render,
    facets=facets(),
)
MECHANISM = Kind(
    key="mechanism",
    model=Mechanism,
    segments={"en": "mechanisms", "fr": "mecanismes", "es": "mecanismos"},
    parts=_COMMON,
    render=render,
    facets=facets(),
)
WORKING_GROUP = Kind(
    key="working_group",
    model=WorkingGroup,
    segments={"en": "working-groups", "fr": "groupes-de-travail", "es": "grupos-de-trabajo"},
    parts=_COMMON,
    render=render,
    facets=facets(),
)
ANNUAL_REPORT = Kind(
    key="annual_report",
    model=AnnualReport,
    segments={"en": "annual-reports", "fr": "rapports-annuels", "es": "informes-anuales"},
    parts=(ThemeTag, CountryTag, Section, Chapter, Objective, Figure, Attachment),
    render=render,
    facets=facets(year="year"),
)


def register_all() -> None:
    """Make the kinds known to the engine."""
    for kind in (PAGE, MECHANISM, WORKING_GROUP, ANNUAL_REPORT):
        register(kind)
