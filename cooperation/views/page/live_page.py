"""The edition that is public at an address, with all that a page of any kind shows of it, in one statement.

Each statement costs this process about as much as the rest of a bare view, so a page does not ask five times what it
can ask once.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db import connection

from cooperation import public_kind
from cooperation.views.page import public_signatures, queries, references
from cooperation.views.page.public_signatures import PublicSignatures
from cooperation.views.request.page_request import PageRequest
from editorial.base.dates.safe import read_instant
from editorial.base.prepared_queries import Compiled
from editorial.content import canonical, kinds
from editorial.content.canonical import Content
from editorial.content.kinds import Kind


@dataclass(frozen=True)
class LivePage:
    """What a page needs of an edition's row, its content, its document's public editions and what all that it
    names is called at the moment.

    `content` says only what it says in the language asked for, but for title and slug; `along` are the rows of the
    kind's own question (see `PublicKind.along`), if it has one. `editions` and `called` are as `queries.history` and
    `references.names_as_of` give them.
    """

    pk: int
    document_id: int
    number: int
    urgent_at: datetime | None
    confirmed_at: datetime | None
    excepted_languages: list[str]
    uuid: str
    is_discussed: bool
    discussion_closes_at: datetime | None
    content: Content
    editions: list[queries.Row]
    called: list[queries.Row]
    signatures: PublicSignatures
    along: list[queries.Row] | None


@cache
def _statement(kind: str, code: str) -> tuple[str, list[tuple[str, Any]]]:
    found, params = queries.at_address(kind, code).within()
    beside = {
        "editions": _rows(queries.editions(code), "now", document='(SELECT "document_id" FROM "found")'),
        "called": _rows(references.names_as_of(code), "moment", edition='(SELECT "pk" FROM "found")'),
        "signatures": _rows(public_signatures.of_edition(code), "moment", edition='(SELECT "pk" FROM "found")'),
    }
    along = public_kind.get_kind(kind).along
    if along is not None:
        beside["along"] = _rows(along(code), "moment", document='(SELECT "document_id" FROM "found")')
    said = canonical.content_sql(kinds.get_kind(kind), '(SELECT "pk" FROM "found")', language=code).replace("%", "%%")
    columns = ['to_json("found")', f'(SELECT to_json("said") FROM ({said}) AS "said")']  # noqa: S608  # compiled
    for sql, more in beside.values():
        columns.append(sql)
        params = [*params, *more]
    return f'WITH "found" AS ({found}) SELECT {", ".join(columns)} FROM "found"', params  # noqa: S608  # compiled querysets


def _rows(rows: Compiled, moment: str, **expressions: str) -> tuple[str, list[tuple[str, Any]]]:
    """SQL of all rows of a queryset as one JSON array, in their order, and its parameters."""
    sql, params = rows.within(**expressions)
    array = f'(SELECT coalesce(json_agg("one"), \'[]\') FROM ({sql}) AS "one")'  # noqa: S608  # compiled queryset
    return array, [(moment if name == "moment" else name, value) for name, value in params]


def find_live_page(kind: Kind, slug: str, visit: PageRequest) -> LivePage | None:
    """The edition that is public at this very address at the moment."""
    sql, params = _statement(kind.key, visit.language)
    given: dict[str, Any] = {
        "path": kind.path(visit.language, slug).lower(),
        "slug": slug,
        "moment": visit.moment,
        "now": visit.now,
    }
    with connection.cursor() as cursor:
        cursor.execute(sql, [given[name] if name else value for name, value in params])
        row = cursor.fetchone()
    if row is None:
        return None
    edition, said, editions, called, signatures, *along = map(_read, row)
    for item in (*editions, *called):
        item["since"], item["ends"] = _instant(item["since"]), _instant(item["ends"])
    return LivePage(
        pk=edition["pk"],
        document_id=edition["document_id"],
        number=edition["number"],
        urgent_at=_instant(edition["urgent_at"]),
        confirmed_at=_instant(edition["confirmed_at"]),
        excepted_languages=edition["excepted_languages"],
        uuid=edition["document__uuid"],
        is_discussed=bool(edition["document__discussion__is_on"]),
        discussion_closes_at=_instant(edition["document__discussion__closes_at"]),
        content=canonical.from_row(kind, said),
        editions=editions,
        called=called,
        signatures=PublicSignatures.from_row(signatures[0], visit.moment),
        along=along[0] if along else None,
    )


def _read(value: Any) -> Any:
    # Django asks psycopg for text where a column is jsonb, and for what it means where it is json.
    return json.loads(value) if isinstance(value, str) else value


def _instant(value: str | None) -> datetime | None:
    return read_instant(value) if value else None
