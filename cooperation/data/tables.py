"""Every list as CSV (RFC 4180), for spreadsheets."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.translation import gettext as _

from cooperation import public_kind
from cooperation.data import columns, urls_for
from cooperation.data.answers import open_to_all
from cooperation.data.columns import Column
from cooperation.public_kind import PublicKind
from cooperation.views.page.page_frame import with_headers
from cooperation.views.page.public_signatures import PublicSignatures
from cooperation.views.request import page_request
from cooperation.views.request.decorators import public
from cooperation.views.request.page_request import NotFound, PageRequest
from editorial.base.csv_cells import BYTE_ORDER_MARK, harmless
from editorial.base.dates.safe import in_zone
from editorial.base.languages import column
from editorial.models import Document
from editorial.web import streaming

#: Rows of a table at most: five times the largest archive we plan for, and far below the 1,048,576 of a spreadsheet. A
#: table that would be longer says so in its last row.
MOST_ROWS = 100_000
#: Rows that are held at once, about 1 MB.
AT_ONCE = 1_000


@public
def table(request: HttpRequest, language: str, segment: str) -> HttpResponseBase:
    """The whole list at /<language>/<segment>/, with the same filters and order, at the moment asked for."""
    asked = page_request.page_request(request, language)
    kind = public_kind.kind_by_segment(language, segment)
    if kind is None:
        raise NotFound
    lines: Iterable[str] = (
        () if request.method == "HEAD" else _lines(kind, request.GET, asked, urls_for.site_base(request))
    )
    response = streaming.whole(lines, content_type="text/csv; charset=utf-8; header=present")
    if request.method == "HEAD":
        del response["Content-Length"]  # which would be that of nothing
    day = in_zone(asked.moment, UTC).date().isoformat()
    response["Content-Disposition"] = f'attachment; filename="{segment}-{day}.csv"'
    # The HTML list is what search engines should show.
    with_headers(response, asked)["X-Robots-Tag"] = "noindex"
    return open_to_all(response)


def _lines(kind: PublicKind, params: Mapping[str, str], asked: PageRequest, base: str) -> Iterator[str]:
    writer = csv.writer(_Echo())
    with translation.override(asked.language):
        yield BYTE_ORDER_MARK + writer.writerow(_header(kind))
        # The keys first: no cursor has to live longer than its statement, which a pooler would lose.
        keys = list(columns.chosen(kind, params, asked).values_list("pk", flat=True)[: MOST_ROWS + 1])
        for start in range(0, min(len(keys), MOST_ROWS), AT_ONCE):
            some = keys[start : min(start + AT_ONCE, MOST_ROWS)]
            rows = columns.rows(columns.of_keys(kind, some, params.get("sort", ""), asked), kind, asked)
            found = {row["pk"]: row for row in rows}
            for key in some:
                if key in found:
                    yield writer.writerow([_cell(value) for value in _row(found[key], kind, asked, base)])
        if len(keys) > MOST_ROWS:
            yield writer.writerow([_("The list goes on: narrow it by the filters of the page to have it whole.")])


class _Echo:
    """Gives each line back to the one who writes it."""

    def write(self, line: str) -> str:
        return line


def _header(kind: PublicKind) -> list[str]:
    return [
        str(_("Title")),
        str(_("Summary")),
        *(each.label.capitalize() if each.label.islower() else each.label for each in columns.columns_of(kind.model)),
        str(_("Subjects")),
        str(_("Countries")),
        str(_("Signed by")),
        str(_("Named in it, but has not signed")),
        str(_("Edition")),
        str(_("Date modified")),
        str(_("Address")),
        str(_("Identifier")),
    ]


def _row(row: Mapping[str, Any], kind: PublicKind, asked: PageRequest, base: str) -> list[Any]:
    own = columns.own_columns(row)
    signatures = PublicSignatures.from_row(row, asked.moment)
    return [
        row["title_"],
        row["summary_"],
        *(_in_words(each, own[each.name]) for each in columns.columns_of(kind.model)),
        "; ".join(tag["name"] or tag["code"] for tag in row["themes"]),
        "; ".join(tag["name"] or tag["code"] for tag in row["countries"]),
        "; ".join(f"{each.name} ({each.on})" for each in signatures.signed),
        signatures.unsigned_line,
        row["number"],
        in_zone(row["modified"], UTC).date(),
        base + asked.page(kind.key, row[column("slug", asked.language)]),
        f"urn:uuid:{row['uuid']}",
    ]


def _in_words(of: Column, value: Any) -> Any:
    if of.target is Document:
        return value and value["title"]
    if of.target is not None:
        return value and (value["name"] or value["code"])
    if of.has_choices:
        return str(dict(of.field.flatchoices).get(value, value or ""))
    return value


def _cell(value: Any) -> Any:
    """A value as a cell: dates in ISO 8601, which every spreadsheet reads, and no text that one would run."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if not isinstance(value, str):
        return value
    return harmless(value)
