"""The kinds of content that the secretariat publishes: one declaration a kind, in the order of the navigation."""

from django.utils.translation import gettext_lazy as _

from cooperation import filters, requirements
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
from cooperation.publishing import FIRST, LAST, PublicKind
from cooperation.sorting import BY_TITLE, newest
from cooperation.views.kinds import (
    agreement,
    agreement_status,
    annual_report,
    mechanism,
    meeting,
    meetings_by_host,
    page,
    programme,
    statement,
    working_group,
)
from editorial.kinds import register

KINDS = (
    PublicKind(
        key="page",
        model=Page,
        segments={"en": "pages", "fr": "pages", "es": "paginas"},
        label=_("Cooperation pages"),
        description=_("Subject by subject: what the two countries do together, and with whom."),
        is_news=True,
        checkers=requirements.OF_EVERY_KIND,
        own=page.own,
        row=page.row,
        filters=filters.PageFilter,
    ),
    PublicKind(
        key="mechanism",
        model=Mechanism,
        segments={"en": "mechanisms", "fr": "mecanismes", "es": "mecanismos"},
        parts=(*FIRST, MechanismParty, CoordinatingBody, *LAST),
        description=_("The lasting frames in which the two countries work together."),
        checkers=requirements.MECHANISM,
        own=mechanism.own,
        row=mechanism.row,
    ),
    PublicKind(
        key="working_group",
        model=WorkingGroup,
        segments={"en": "working-groups", "fr": "groupes-de-travail", "es": "grupos-de-trabajo"},
        parts=(*FIRST, Member, *LAST),
        description=_("Where officials and experts of the two countries meet to do the work."),
        checkers=requirements.WORKING_GROUP,
        own=working_group.own,
        row=working_group.row,
    ),
    PublicKind(
        key="meeting",
        model=Meeting,
        segments={"en": "meetings", "fr": "reunions", "es": "reuniones"},
        parts=(*FIRST, MeetingSession, Participant, RelatedDocument, *LAST),
        description=_("When and where people met, who took part and what came of it."),
        is_news=True,
        checkers=requirements.MEETING,
        own=meeting.own,
        row=meeting.row,
        beside=meetings_by_host.beside,
        sorts=(newest("starts_on", _("Latest first")), BY_TITLE),
    ),
    PublicKind(
        key="agreement",
        model=Agreement,
        segments={"en": "agreements", "fr": "accords", "es": "acuerdos"},
        parts=(*FIRST, AgreementParty, StatusStep, *LAST),
        description=_("What was agreed in writing, and where each text stands: signed, in force, amended, ended."),
        is_news=True,
        checkers=requirements.AGREEMENT,
        ageing=(agreement_status.OVERDUE_STEPS,),
        own=agreement.own,
        row=agreement.row,
    ),
    PublicKind(
        key="programme",
        model=Programme,
        segments={"en": "programmes", "fr": "programmes", "es": "programas"},
        parts=(*FIRST, ProgrammePartner, Project, *LAST),
        description=_("Work with partners and a period: who carries it out, and its projects."),
        checkers=requirements.PROGRAMME,
        own=programme.own,
        row=programme.row,
        sorts=(BY_TITLE, newest("starts_on", _("Latest start"))),
    ),
    PublicKind(
        key="annual_report",
        model=AnnualReport,
        segments={"en": "annual-reports", "fr": "rapports-annuels", "es": "informes-anuales"},
        parts=(*FIRST, Chapter, Objective, *LAST),
        description=_("Year by year: what was agreed, what came of it and what is planned next."),
        is_news=True,
        checkers=requirements.ANNUAL_REPORT,
        own=annual_report.own,
        row=annual_report.row,
        filters=filters.ReportFilter,
        sorts=(newest("year", _("Latest year")), BY_TITLE),
    ),
    PublicKind(
        key="statement",
        model=Statement,
        segments={"en": "statements", "fr": "declarations", "es": "declaraciones"},
        parts=(*FIRST, Signatory, Quote, Contact, *LAST),
        description=_("Joint statements, news releases, speeches and backgrounders."),
        is_news=True,
        checkers=requirements.STATEMENT,
        not_before=requirements.end_of_embargo,
        own=statement.own,
        row=statement.row,
        sorts=(newest("dated_on", _("Latest first")), BY_TITLE),
    ),
)


def register_all() -> None:
    """Make the kinds known to the engine."""
    for kind in KINDS:
        register(kind)
