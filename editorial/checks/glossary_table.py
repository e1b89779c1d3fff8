"""The glossary as a table (CSV, RFC 4180) to take away, work on, and bring back."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from editorial.base import languages, text
from editorial.base.csv_cells import harmless
from editorial.models import GlossaryTerm, User
from editorial.models.glossaryterm import lines

#: The translated columns, and those of them that hold several texts, which stand in one cell with bars between them.
TRANSLATED = ("term", "acronym", "variants", "forbidden")
_SEVERAL = ("variants", "forbidden")
_BAR = " | "
#: The largest table that is read, in bytes, and the most rows.
MOST_BYTES = 1024 * 1024
MOST_ROWS = 5000


class Unreadable(Exception):
    """Raised for a file that is no table of terms; its text says why and what to do."""


@dataclass
class Report:
    """What bringing a table in did: rows made, changed, left as they were, and refused (number of the row → why)."""

    made: int = 0
    changed: int = 0
    same: int = 0
    refused: dict[int, str] = field(default_factory=dict)


def columns() -> list[str]:
    """The names of the table's columns, in their order."""
    own = [languages.column(name, code) for name in TRANSLATED for code in languages.codes()]
    return ["key", *own, "note"]


def write() -> str:
    """All terms as CSV; cells that a spreadsheet would take for formulas begin with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns())
    for term in GlossaryTerm.objects.all():
        writer.writerow([_cell(term, name) for name in columns()])
    return out.getvalue()


def _cell(term: GlossaryTerm, name: str) -> str:
    value = str(getattr(term, name) or "")
    if name.rpartition("_")[0] in _SEVERAL:
        value = _BAR.join(lines(value))
    return harmless(value)


@transaction.atomic
def read(data: bytes, *, by: User, now: datetime) -> Report:
    """Take a table in: rows with a known key change their term, the others become new ones; nothing is ever removed.

    A row without a key that names an existing term in the first language that it has changes that one. Unsound rows are
    refused one by one. Raises Unreadable, and nothing is changed then.
    """
    rows = _rows(data)
    known = {str(term.key): term for term in GlossaryTerm.objects.select_for_update()}
    report = Report()
    for number, row in enumerate(rows, 2):
        values = {name: _value(name, row[name] or "") for name in columns() if name != "key" and name in row}
        term = _find_term(known, row.get("key") or "", values)
        if isinstance(term, str):
            report.refused[number] = term
        elif (reason := _apply(term, values)) is not None:
            report.refused[number] = reason
        else:
            _keep(term, values, report, by=by, now=now)
            known[str(term.key)] = term
    return report


def _rows(data: bytes) -> list[dict[str, str]]:
    if len(data) > MOST_BYTES:
        raise Unreadable(_("The file is too large for a table of terms: at most 1 MB is read."))
    try:
        decoded = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(_("The file is not in UTF-8. Save it as “CSV UTF-8” and choose it again.")) from error
    first = decoded.split("\n", 1)[0]
    separator = ";" if first.count(";") > first.count(",") else "\t" if "\t" in first else ","
    try:
        rows = list(csv.DictReader(io.StringIO(decoded, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise Unreadable(_("The file is not a table (CSV): a quotation mark is missing or out of place.")) from error
    named = set(rows[0]) if rows else set(first.strip().split(separator))
    if not named & {languages.column("term", code) for code in languages.codes()}:
        wanted = ", ".join(columns())
        raise Unreadable(
            _("The first line must name the columns, as an export does: %(columns)s.") % {"columns": wanted}
        )
    if len(rows) > MOST_ROWS:
        raise Unreadable(_("The table has too many rows: at most %(most)s are read.") % {"most": MOST_ROWS})
    return rows


def _value(name: str, cell: str) -> str:
    cell = cell[1:] if cell[:1] == "'" and harmless(cell[1:]) == cell else cell
    if name.rpartition("_")[0] in _SEVERAL:
        return "\n".join(lines(cell.replace("|", "\n")))
    return text.clean(cell).strip() if name == "note" else text.clean_line(cell)


def _find_term(known: Mapping[str, GlossaryTerm], key: str, values: Mapping[str, str]) -> GlossaryTerm | str:
    """The term that a row is about, a new one, or why it cannot be told."""
    key = key.strip()
    if key:
        try:
            return known.get(str(UUID(key))) or GlossaryTerm(key=UUID(key))
        except ValueError:
            return _("Its key is none: leave the cell empty for a new term.")
    for column in (languages.column("term", code) for code in languages.codes()):
        if values.get(column):
            same = [term for term in known.values() if getattr(term, column) == values[column]]
            return same[0] if len(same) == 1 else GlossaryTerm()
    return _("It names no term in any language.")


def _apply(term: Any, values: Mapping[str, str]) -> str | None:
    """Why the values cannot be those of the term; none if they can."""
    for name, value in values.items():
        try:
            term._meta.get_field(name).clean(value, None)
        except ValidationError as error:
            return f"{name}: {' '.join(error.messages)}"
    named = [languages.column("term", code) for code in languages.codes()]
    if not any(values.get(name, getattr(term, name)) for name in named):
        return _("It names no term in any language.")
    return None


def _keep(term: Any, values: Mapping[str, str], report: Report, *, by: User, now: datetime) -> None:
    differing = {name: value for name, value in values.items() if (getattr(term, name) or "") != value}
    if term.pk is not None and not differing:
        report.same += 1
        return
    report.made += term.pk is None
    report.changed += term.pk is not None
    for name, value in differing.items():
        setattr(term, name, value)
    term.changed_at, term.changed_by = now, by
    term.save()
