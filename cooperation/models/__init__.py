"""The subject's tables, one concept a file."""

from cooperation.models.group import WorkingGroup
from cooperation.models.mechanism import Mechanism
from cooperation.models.page import Page
from cooperation.models.place import Country, Organization, Theme
from cooperation.models.report import AnnualReport, Chapter, Objective
from cooperation.models.reportfile import ReportFile
from cooperation.models.subject import CountryTag, ThemeTag

__all__ = [
    "AnnualReport",
    "Chapter",
    "Country",
    "CountryTag",
    "Mechanism",
    "Objective",
    "Organization",
    "Page",
    "ReportFile",
    "Theme",
    "ThemeTag",
    "WorkingGroup",
]
