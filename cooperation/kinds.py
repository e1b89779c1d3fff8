"""The kinds of content that the secretariat publishes, and where each stands on the public site."""

from cooperation.models import (
    Agreement,
    AgreementParty,
    AnnualReport,
    Chapter,
    Contact,
    CoordinatingBody,
    CountryTag,
    Mechanism,
    MechanismParty,
    Meeting,
    MeetingSession,
    Member,
    Objective,
    OtherName,
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
    ThemeTag,
    WorkingGroup,
)
from cooperation.views.detail import render
from editorial.kinds import Kind, register
from editorial.models import Attachment, Figure, Section

#: What every kind has before and after its own parts.
_FIRST = (OtherName, ThemeTag, CountryTag, Section)
_LAST = (Figure, Attachment)

PAGE = Kind(
    key="page",
    model=Page,
    segments={"en": "pages", "fr": "pages", "es": "paginas"},
    parts=(*_FIRST, *_LAST),
    render=render,
)
MECHANISM = Kind(
    key="mechanism",
    model=Mechanism,
    segments={"en": "mechanisms", "fr": "mecanismes", "es": "mecanismos"},
    parts=(*_FIRST, MechanismParty, CoordinatingBody, *_LAST),
    render=render,
)
WORKING_GROUP = Kind(
    key="working_group",
    model=WorkingGroup,
    segments={"en": "working-groups", "fr": "groupes-de-travail", "es": "grupos-de-trabajo"},
    parts=(*_FIRST, Member, *_LAST),
    render=render,
)
ANNUAL_REPORT = Kind(
    key="annual_report",
    model=AnnualReport,
    segments={"en": "annual-reports", "fr": "rapports-annuels", "es": "informes-anuales"},
    parts=(*_FIRST, Chapter, Objective, *_LAST),
    render=render,
)
MEETING = Kind(
    key="meeting",
    model=Meeting,
    segments={"en": "meetings", "fr": "reunions", "es": "reuniones"},
    parts=(*_FIRST, MeetingSession, Participant, RelatedDocument, *_LAST),
    render=render,
)
AGREEMENT = Kind(
    key="agreement",
    model=Agreement,
    segments={"en": "agreements", "fr": "accords", "es": "acuerdos"},
    parts=(*_FIRST, AgreementParty, StatusStep, *_LAST),
    render=render,
)
PROGRAMME = Kind(
    key="programme",
    model=Programme,
    segments={"en": "programmes", "fr": "programmes", "es": "programas"},
    parts=(*_FIRST, ProgrammePartner, Project, *_LAST),
    render=render,
)
STATEMENT = Kind(
    key="statement",
    model=Statement,
    segments={"en": "statements", "fr": "declarations", "es": "declaraciones"},
    parts=(*_FIRST, Signatory, Quote, Contact, *_LAST),
    render=render,
)


def register_all() -> None:
    """Make the kinds known to the engine."""
    for kind in (PAGE, MECHANISM, WORKING_GROUP, MEETING, AGREEMENT, PROGRAMME, ANNUAL_REPORT, STATEMENT):
        register(kind)
