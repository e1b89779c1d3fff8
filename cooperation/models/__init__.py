"""The subject's tables, one concept a file."""

from cooperation.models.agreement import Agreement, AgreementParty, StatusStep
from cooperation.models.group import Member, WorkingGroup
from cooperation.models.mechanism import CoordinatingBody, Mechanism, MechanismParty
from cooperation.models.meeting import Meeting, MeetingSession, Participant, RelatedDocument
from cooperation.models.names import OtherName
from cooperation.models.page import Page
from cooperation.models.place import Country, Organization, Theme
from cooperation.models.programme import Programme, ProgrammePartner, Project
from cooperation.models.report import AnnualReport, Chapter, Objective
from cooperation.models.reportfile import ReportFile
from cooperation.models.statement import Contact, Quote, Signatory, Statement
from cooperation.models.subject import CountryTag, ThemeTag

__all__ = [
    "Agreement",
    "AgreementParty",
    "AnnualReport",
    "Chapter",
    "Contact",
    "CoordinatingBody",
    "Country",
    "CountryTag",
    "Mechanism",
    "MechanismParty",
    "Meeting",
    "MeetingSession",
    "Member",
    "Objective",
    "Organization",
    "OtherName",
    "Page",
    "Participant",
    "Programme",
    "ProgrammePartner",
    "Project",
    "Quote",
    "RelatedDocument",
    "ReportFile",
    "Signatory",
    "Statement",
    "StatusStep",
    "Theme",
    "ThemeTag",
    "WorkingGroup",
]
