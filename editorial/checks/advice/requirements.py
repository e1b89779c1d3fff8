"""The publication requirements of each kind (`editorial.checks.requirements`) as findings: one list for the desk."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy

from editorial.base import languages
from editorial.base.reasons import Issue
from editorial.checks import requirements
from editorial.checks.advice.registry import Check, Finding, Level, Spot
from editorial.content.kinds import CheckedEdition
from editorial.models import Edition

#: Not in the registry: these are many small rules of each kind, and every message says itself what to do.
REQUIREMENTS = Check(
    "requirements",
    Level.REQUIRED,
    gettext_lazy("What this kind of content must have"),
    gettext_lazy("Without it a page, a list or a search would be wrong."),
    gettext_lazy("Each says what to do."),
    "",
    lambda reading: (),
)


def findings(edition: Edition, content: Mapping[str, Any], issues: Sequence[Issue] | None = None) -> list[Finding]:
    """Every requirement that `content` does not meet; `issues` are they, where the caller has them."""
    found = requirements.issues(CheckedEdition(edition, content)) if issues is None else issues
    return [Finding(REQUIREMENTS, _spot(issue)) for issue in found]


def _spot(issue: Issue) -> Spot:
    for code in languages.codes():
        suffix = languages.column("", code)
        if issue.path.endswith(suffix):
            return Spot(issue.path.removesuffix(suffix), code, issue.message, "", basis=issue.message)
    return Spot(issue.path, "", issue.message, "", basis=issue.message)
