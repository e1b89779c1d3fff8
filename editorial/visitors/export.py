"""Comments to take away: CSV that opens right in a spreadsheet, and JSON."""

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from editorial.base.csv_cells import BYTE_ORDER_MARK, harmless
from editorial.models import Comment

COLUMNS = ("number", "document", "edition", "language", "written_on", "state", "reason", "name", "text", "decided_at")


def rows(comments: Iterable[Comment]) -> list[dict[str, Any]]:
    """What is exported of each comment; they come with their `document` and `edition`."""
    return [
        {
            "number": comment.pk,
            "document": str(comment.document.uuid),
            "edition": comment.edition.number,
            "language": comment.language,
            "written_on": comment.written_on.isoformat(),
            "state": comment.status,
            "reason": comment.reason,
            "name": comment.name,
            "text": comment.text,
            "decided_at": comment.decided_at.isoformat() if comment.decided_at else "",
        }
        for comment in comments
    ]


def as_csv(comments: Iterable[Comment]) -> str:
    """RFC 4180, with a byte-order mark so that spreadsheets read UTF-8; no cell can begin a formula."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    for row in rows(comments):
        writer.writerow({name: harmless(value) if isinstance(value, str) else value for name, value in row.items()})
    return BYTE_ORDER_MARK + out.getvalue()


def as_json(comments: Iterable[Comment]) -> str:
    """A list of objects with the members `COLUMNS`, in UTF-8."""
    return json.dumps(rows(comments), ensure_ascii=False, indent=1)
