"""Running the checks over an edition: all of them for its screens, required ones alone as a gate."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from editorial.base.reasons import Issue
from editorial.checks.advice import (  # noqa: F401  # families register their checks
    acronyms,
    dates,
    files,
    headings,
    lengths,
    links,
    numbers,
    places,
    reading_ease,
    requirements,
    structure,
    tables,
    typography,
    untranslated,
)
from editorial.checks.advice import reading as readings
from editorial.checks.advice.reading import Reading
from editorial.checks.advice.registry import Check, Finding, Level, all_checks
from editorial.models import Edition


def findings(
    edition: Edition, content: Mapping[str, Any], *, now: datetime, issues: Sequence[Issue] | None = None
) -> list[Finding]:
    """All that is to be said about `content` of `edition` at `now`: what must be mended first, then advice.

    `content` may be what somebody is still typing; `edition` says which document it belongs to.

    :param issues: the requirements that the content does not meet, where the caller has them.
    """
    reading = readings.read_for_checks(content, now=now, document=edition.document_id)
    return [*requirements.findings(edition, content, issues), *run_checks(reading, all_checks())]


def barring(edition: Edition, content: Mapping[str, Any], *, now: datetime) -> list[Finding]:
    """What the required checks find beside the requirements of the kind: an edition with any of it is not reviewed."""
    reading = readings.read_for_checks(content, now=now, document=edition.document_id, outside=False)
    return run_checks(reading, [each for each in all_checks() if each.level == Level.REQUIRED])


def sentences(findings: Iterable[Finding], content: Mapping[str, Any]) -> list[str]:
    """Findings in one sentence each with its place, for lists of reasons."""
    findings = list(findings)
    labels = places.labels(content, [each.spot.path for each in findings])
    said = []
    for each in findings:
        place, language = labels[each.spot.path], each.spot.language.upper()
        words = {"place": f"{place} ({language})" if language else place, "message": each.spot.message}
        said.append(_("%(place)s: %(message)s “%(excerpt)s”") % {**words, "excerpt": each.excerpt})
    return said


def run_checks(reading: Reading, checks: Iterable[Check]) -> list[Finding]:
    """What these checks find, each thing once: two links alike in one text are one finding."""
    unique: dict[tuple[str, str, str, str], Finding] = {}
    for check in checks:
        for spot in check.function(reading):
            finding = Finding(check, spot)
            unique.setdefault(finding.identity, finding)
    return list(unique.values())
