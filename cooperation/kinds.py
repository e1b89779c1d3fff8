"""The kinds of content that the secretariat publishes: one declaration a kind, in the order of the navigation."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cooperation import content_dates, requirements
from cooperation.jobs import report_pdf
from cooperation.lists import filters, status
from cooperation.lists.search_facets import facets
from cooperation.lists.sorting import BY_TITLE, RECENT, newest
from cooperation.models import (
    Agreement,
    AgreementParty,
    AnnualReport,
    Chapter,
    Contact,
    CoordinatingBody,
    Mechanism,
    MechanismParty,
    Meeting,
    MeetingSession,
    Member,
    Objective,
    Page,
    Participant,
    Programme,
    ProgrammePartner,
    Project,
    Quote,
    RelatedDocument,
    Signatory,
    Statement,
    StatusStep,
    WorkingGroup,
)
from cooperation.pdf.preview import paper
from cooperation.public_kind import FIRST, LAST, PublicKind
from cooperation.views.detail import render
from cooperation.views.kinds import (
    agreement,
    annual_report,
    mechanism,
    meeting,
    meetings_by_host,
    page,
    programme,
    statement,
    working_group,
)
from editorial.content.kinds import register

KINDS = (
    PublicKind(
        key="page",
        model=Page,
        segments={"en": "pages", "fr": "pages", "es": "paginas"},
        label=_("Cooperation pages"),
        description=_("Subject by subject: what the two countries do together, and with whom."),
        is_news=True,
        checkers=requirements.OF_EVERY_KIND,
        own=page.page_context,
        along=page.children,
        row=page.row_columns,
        filters=filters.PageFilter,
    ),
    PublicKind(
        key="mechanism",
        model=Mechanism,
        segments={"en": "mechanisms", "fr": "mecanismes", "es": "mecanismos"},
        parts=(*FIRST, MechanismParty, CoordinatingBody, *LAST),
        description=_("The lasting frames in which the two countries work together."),
        checkers=requirements.MECHANISM,
        withdrawal_confirmed=True,
        own=mechanism.page_context,
        row=mechanism.row_columns,
        filters=filters.MechanismFilter,
    ),
    PublicKind(
        key="working_group",
        model=WorkingGroup,
        segments={"en": "working-groups", "fr": "groupes-de-travail", "es": "grupos-de-trabajo"},
        parts=(*FIRST, Member, *LAST),
        description=_("Where officials and experts of the two countries meet to do the work."),
        checkers=requirements.WORKING_GROUP,
        own=working_group.page_context,
        row=working_group.row_columns,
        filters=filters.GroupFilter,
    ),
    PublicKind(
        key="meeting",
        model=Meeting,
        segments={"en": "meetings", "fr": "reunions", "es": "reuniones"},
        parts=(*FIRST, MeetingSession, Participant, RelatedDocument, *LAST),
        description=_("When and where people met, who took part and what came of it."),
        is_news=True,
        checkers=requirements.MEETING,
        speaks_on=content_dates.day_of_record("ends_on", "starts_on"),
        own=meeting.page_context,
        row=meeting.row_columns,
        beside=meetings_by_host.chart_by_host,
        filters=filters.MeetingFilter,
        sorts=(newest("starts_on", pgettext_lazy("order of a list", "Latest meeting first")), BY_TITLE, RECENT),
        facets=facets(year="starts_on"),
    ),
    PublicKind(
        key="agreement",
        model=Agreement,
        segments={"en": "agreements", "fr": "accords", "es": "acuerdos"},
        parts=(*FIRST, AgreementParty, StatusStep, *LAST),
        description=_("What was agreed in writing, and where each text stands: signed, in force, amended, ended."),
        is_news=True,
        checkers=requirements.AGREEMENT,
        withdrawal_confirmed=True,
        ageing=(status.OVERDUE_STEPS,),
        own=agreement.page_context,
        row=agreement.row_columns,
        filters=filters.AgreementFilter,
    ),
    PublicKind(
        key="programme",
        model=Programme,
        segments={"en": "programmes", "fr": "programmes", "es": "programas"},
        parts=(*FIRST, ProgrammePartner, Project, *LAST),
        description=_("Work with partners and a period: who carries it out, and its projects."),
        checkers=requirements.PROGRAMME,
        own=programme.page_context,
        row=programme.row_columns,
        filters=filters.ProgrammeFilter,
        sorts=(BY_TITLE, newest("starts_on", pgettext_lazy("order of a list", "Latest start first")), RECENT),
        facets=facets(year="starts_on"),
    ),
    PublicKind(
        key="annual_report",
        model=AnnualReport,
        segments={"en": "annual-reports", "fr": "rapports-annuels", "es": "informes-anuales"},
        parts=(*FIRST, Chapter, Objective, *LAST),
        description=_("Year by year: what was agreed, what came of it and what is planned next."),
        is_news=True,
        checkers=requirements.ANNUAL_REPORT,
        withdrawal_confirmed=True,
        speaks_on=content_dates.end_of_year,
        own=annual_report.page_context,
        row=annual_report.row_columns,
        filters=filters.ReportFilter,
        sorts=(newest("year", pgettext_lazy("order of a list", "Latest year first")), BY_TITLE, RECENT),
        after_publication=(report_pdf,),
        paper=paper,
        facets=facets(year="year"),
    ),
    PublicKind(
        key="statement",
        model=Statement,
        segments={"en": "statements", "fr": "declarations", "es": "declaraciones"},
        parts=(*FIRST, Signatory, Quote, Contact, *LAST),
        description=_("Joint statements, news releases, speeches and backgrounders."),
        is_news=True,
        checkers=requirements.STATEMENT,
        withdrawal_confirmed=frozenset({Statement.Type.JOINT_STATEMENT.value}),
        not_before=content_dates.end_of_embargo,
        embargo="embargo_until",
        speaks_on=content_dates.day_of_record("dated_on"),
        own=statement.page_context,
        row=statement.row_columns,
        filters=filters.StatementFilter,
        sorts=(newest("dated_on", pgettext_lazy("order of a list", "Latest statement first")), BY_TITLE, RECENT),
        facets=facets(year="dated_on"),
    ),
)


def register_all() -> None:
    """Make the kinds known to the engine."""
    for kind in KINDS:
        # The views know the kinds; so the kinds are declared without the views, and meet them here.
        register(replace(kind, render=render))
