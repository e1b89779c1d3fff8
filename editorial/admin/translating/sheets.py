"""A translation that came back, as its preview shows it: each text, the verdict, and what taking it changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import escape

from editorial.admin import addresses
from editorial.admin.translating.rows import as_shown
from editorial.translating import marking
from editorial.translating.xliff import assessing, report, taking
from editorial.translating.xliff.assessing import Assessment, Finding, Verdict


@dataclass(frozen=True)
class Line:
    """One text on the preview: its name, the verdict, and both translations with what would change marked."""

    finding: Finding
    name: str
    #: What stands for it in the form: the place of the file, and the path.
    value: str
    ticked: bool
    marked: Any = None
    source: Any = None
    source_marked: Any = None


@dataclass(frozen=True)
class FilePreview:
    """One file on the preview."""

    assessment: Assessment
    lines: Sequence[Line]
    place: int
    url: str

    @property
    def counts(self) -> list[tuple[str, int]]:
        """How many texts have each verdict, in words."""
        by = self.assessment.counts()
        return [(str(assessing.label_of(each)), by[each.value]) for each in Verdict if by[each.value]]

    @property
    def can_be_taken(self) -> bool:
        """Whether there is anything to take."""
        return not self.assessment.reasons and any(line.finding.can_be_taken for line in self.lines)


def sheet(found: Assessment, place: int, ticked: Sequence[str] | None, *, site: str) -> FilePreview:
    """A file with its texts.

    :param place: which of the files that were sent it is.
    :param ticked: what was ticked, where that was sent already; none for what is ticked to begin with.
    """
    called = report.names(taking.Taken(found))
    lines = [_line(one, called.get(one.path, one.path), f"{place}:{one.path}", ticked) for one in found.findings]
    url = addresses.screen_url(found.edition, "change", site=site) if found.edition is not None else ""
    return FilePreview(found, lines, place, url)


def _line(one: Finding, name: str, value: str, ticked: Sequence[str] | None) -> Line:
    unit = one.unit
    on = one.verdict == Verdict.TAKE if ticked is None else one.can_be_taken and value in ticked
    if unit is None or one.verdict in (Verdict.UNCHANGED, Verdict.EMPTY):
        return Line(one, name, value, on)
    bare = one.verdict == Verdict.REFUSED and one.code != "stale"
    return Line(
        one,
        name,
        value,
        on,
        marked=(escape(one.text) if bare else marking.marked(unit.target, one.text, rich=unit.rich))
        if one.text
        else None,
        source=as_shown(unit, unit.source),
        source_marked=marking.marked(one.source_then, unit.source, rich=unit.rich) if one.source_then else None,
    )
