"""What the screens of an import show: the draft to be, side by side, and what became of the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from editorial.admin.base import is_key
from editorial.base import languages
from editorial.comparison import diff
from editorial.importing.draft_creation import Plan, Version
from editorial.importing.report import LEFT_OUT, Fact, Finding, Report, format_name
from editorial.models import Edition
from editorial.states import Verb

#: Blocks that a tick puts back show at most this much of their text, in characters.
_SHOWN = 400


@dataclass(frozen=True)
class Left:
    """Blocks that were left out for one reason; `blocks` with their names on the form, `examples` after the fact."""

    label: str
    count: int
    blocks: Sequence[tuple[str, str]] = ()
    examples: Sequence[str] = ()


@dataclass(frozen=True)
class FileReport:
    """What there is to tell about one file."""

    name: str
    language: str
    format: str
    to_do: Sequence[Finding]
    done: Sequence[Finding]
    facts: Sequence[Fact]
    left: Sequence[Left]

    @property
    def left_count(self) -> int:
        """How many pieces were left out in all."""
        return sum(each.count for each in self.left)


def of_version(version: Version) -> FileReport:
    """The report of a file whose draft is yet to be made."""
    left = [
        Left(str(LEFT_OUT[reason]), len(blocks), [(f"{version.language}-{n}", text[:_SHOWN]) for n, text in blocks])
        for reason, blocks in version.left_out().items()
    ]
    return _report(version.report, version.reading.name, version.language, version.reading.format, left)


def of_edition(edition: Edition, event_id: str = "") -> list[FileReport]:
    """The reports of an import into the edition, as they went on record; none if nothing was imported.

    :param event_id: the event of which the reports are wanted; the last one if it names none.
    """
    events = edition.events.filter(verb__in=(Verb.CREATE, Verb.SAVE), detail__contains='"imported":').order_by("-id")
    known = is_key(event_id)
    event = (events.filter(pk=int(event_id)).first() if known else None) or events.first()
    if event is None:
        return []
    return [of_record(record) for record in event.data.get("imported", [])]


def of_record(record: Mapping[str, Any]) -> FileReport:
    """The report of one file as the draft's event has it."""
    left = [
        Left(str(LEFT_OUT[reason]), said["count"], examples=said["examples"])
        for reason, said in record["left_out"].items()
        if reason in LEFT_OUT
    ]
    report = Report.from_json({"findings": record["findings"], "facts": record["facts"]})
    return _report(report, record["file"], record["language"], record["format"], left)


def _report(report: Report, name: str, language: str, form: str, left: Sequence[Left]) -> FileReport:
    findings = list(report.findings.values())
    return FileReport(
        name=name,
        language=language,
        format=format_name(form),
        to_do=[finding for finding in findings if finding.to_do],
        done=[finding for finding in findings if not finding.to_do],
        facts=report.facts,
        left=left,
    )


# The draft to be


@dataclass(frozen=True)
class Cell:
    """What one language says in a row; `new` where it comes from a file."""

    language: str
    heading: str = ""
    body: str = ""
    new: bool = False


def fields(plan: Plan, shown: Sequence[str]) -> list[tuple[str, list[Cell]]]:
    """Title, address and summary: a label and a cell for each language shown."""
    said = plan.content["fields"]
    labels = diff.labels_of(plan.content, ["title", "slug", "summary"])
    return [
        (label, [Cell(code, body=said[name].get(code) or "", new=code in plan.versions) for code in shown])
        for label, name in zip(labels, ("title", "slug", "summary"), strict=True)
    ]


def rows(plan: Plan, shown: Sequence[str]) -> list[list[Cell]]:
    """The sections: a cell for each language shown."""
    return [
        [
            Cell(code, row["heading"].get(code) or "", row["body"].get(code) or "", new=code in plan.versions)
            for code in shown
        ]
        for row in plan.sections
    ]


def sentence(record: Mapping[str, Any]) -> str:
    """One file of an import as the history names it."""
    return _("From the file “%(file)s” (%(language)s, %(format)s).") % {
        "file": record["file"],
        "language": languages.name(record["language"]),
        "format": format_name(record["format"]),
    }
