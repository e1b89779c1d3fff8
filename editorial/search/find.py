"""Finding: which entries answer a question at a moment, the best first, and by what they can be narrowed.

However common the words and however large the register, the work is bounded. All matches come from one index; those
fetched are the newest `COUNTED`, and of these no more than `RANKED` are ranked. Where the newest editions alone, by
their bands, hold enough matches, the rest is not even looked at.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import OperationalError, connection, transaction
from psycopg.errors import QueryCanceled

from editorial.base import languages
from editorial.search import stemming
from editorial.search.index import ANY, BAND, STRIP, band, strip
from editorial.search.question import Question
from editorial.search.snippets import Hit, hit

#: How many results are ranked and can be leafed through; up to how many they are counted; how many stand on a page.
RANKED, COUNTED, PER_PAGE = 200, 500, 10
#: Up to how many results are ranked by their whole text, and not only by title, names and summary.
_FINE = 100
#: How many bands (for a phrase, strips) before the newest, which is just being filled, are looked into first.
_NEWEST = 2


class TooSlow(Exception):
    """The database did not answer in the time that a search is given (`SEARCH_TIMEOUT_MS`)."""


@dataclass(frozen=True)
class Found:
    """The answer to a question. `facets` maps each facet to its values with their counts; `total` stops at `COUNTED`
    (for phrases at `RANKED`), `more` says that there are more than that. `problem` says why nothing was looked for: "",
    "too_long", "no_words", "too_common" or "only_out"."""

    hits: Sequence[Hit] = ()
    total: int = 0
    more: bool = False
    page: int = 1
    pages: int = 1
    facets: Mapping[str, Mapping[str, int]] | None = None
    problem: str = ""


def find(question: Question, *, moment: datetime, narrowed: Mapping[str, str] | None = None, page: int = 1) -> Found:
    """What is public at `moment` in the question's language and answers it; everything answers an empty question.

    :param narrowed: the values that results must have, by facet ("kind", "theme", "year" …).
    :param page: which page of results, from 1; one beyond the last is the last.
    Raises TooSlow. At most three statements, whatever is asked.
    """
    if question.is_too_long:
        return Found(problem="too_long")
    if question.text and question.is_empty:
        return Found(problem="no_words")
    with in_time():
        parsed = parse(question)
        if parsed.only_out:
            return Found(problem="only_out")
        if parsed.common and not parsed.query:
            return Found(problem="too_common")
        found = _ranked(parsed, question.language, moment, narrowed or {}, page)
        return replace(found, problem="too_common") if parsed.common and not found.total else found


@contextmanager
def in_time() -> Iterator[None]:
    """A transaction whose statements are given `SEARCH_TIMEOUT_MS` each from the first `parse` on. Raises TooSlow."""
    try:
        with transaction.atomic(savepoint=False):
            yield
    except OperationalError as fault:
        if isinstance(fault.__cause__, QueryCanceled):
            raise TooSlow from fault
        raise


@dataclass(frozen=True)
class Parsed:
    """A question as PostgreSQL understood it: `query` in the syntax of tsquery, and the stems that are to be found.

    `common`: all its words are too common to be looked for, and only names are spelled so. `newest`: edition number.
    """

    query: str
    stems: Sequence[str]
    newest: int
    common: bool = False
    only_out: bool = False


_PARSE = """
SELECT set_config('statement_timeout', %(timeout)s, true), query::text, querytree(query), common,
    (SELECT max(edition_id) FROM editorial_searchentry)
FROM (
    SELECT CASE WHEN numnode(stemmed) > 0 THEN stemmed ELSE exact END AS query, numnode(stemmed) = 0 AS common
    FROM websearch_to_tsquery(%(config)s::regconfig, %(asked)s) AS stemmed,
        websearch_to_tsquery('simple', %(asked)s) AS exact
) AS parsed
"""
_STEM = re.compile(r"'((?:[^'\\]|''|\\.)*)'")


def parse(question: Question) -> Parsed:
    """The question as PostgreSQL understands it. Words that are all too common may still be a name, such as WHO."""
    given = {
        "timeout": str(settings.SEARCH_TIMEOUT_MS),
        "config": stemming.config(question.language),
        "asked": question.websearch,
    }
    with connection.cursor() as cursor:
        cursor.execute(_PARSE, given)
        _set, query, tree, common, newest = cursor.fetchone()
    if question.is_empty:
        return Parsed("", (), newest or 0)
    # What PostgreSQL calls “T” is a question that only says what must not be there.
    return Parsed(query, sorted(set(_STEM.findall(tree))), newest or 0, common, bool(query) and tree in ("", "T"))


def _quoted(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def _all(*queries: str) -> str:
    return " & ".join(f"({query})" for query in queries if query)


#: `lead` and `every` are made alike: from the newest bands if that is enough, else from everything.
_ENOUGH = """
newest_{name} AS MATERIALIZED (
    SELECT id, begins, facets FROM editorial_searchentry
    WHERE language = %(language)s AND {column} @@ %(newest)s::tsquery AND {besides}
        AND begins <= %(moment)s AND (ends IS NULL OR ends > %(moment)s)
    ORDER BY begins DESC, id DESC LIMIT {limit}
), {name} AS MATERIALIZED (
    SELECT * FROM newest_{name} WHERE (SELECT count(*) FROM newest_{name}) = {limit}
    UNION ALL
    (
        SELECT id, begins, facets FROM editorial_searchentry
        WHERE language = %(language)s AND {column} @@ %(query)s::tsquery AND {besides}
            AND begins <= %(moment)s AND (ends IS NULL OR ends > %(moment)s)
            AND (SELECT count(*) FROM newest_{name}) < {limit}
        ORDER BY begins DESC, id DESC LIMIT {limit}
    )
)"""
#: What is not in the title may yet be in the text, and must not: the only questions that `lead` cannot answer.
_WHOLE = "(NOT %(out)s OR vector @@ %(query)s::tsquery)"
#: What has all words in its title and names, then what has them in title, names and summary, then the rest.
_FIND = f"""
WITH {_ENOUGH.format(name="lead", column="lead", besides=_WHOLE, limit=RANKED)},
{_ENOUGH.format(name="every", column="vector", besides="true", limit="(%(counted)s + 1)")},
counted AS MATERIALIZED (SELECT least(count(*), {RANKED}) AS ranked, count(*) AS total FROM every),
place AS MATERIALIZED (
    SELECT {PER_PAGE} * (least(greatest(%(page)s, 1), greatest(ceil(ranked / {PER_PAGE}.0), 1))::integer - 1) AS before
    FROM counted
),
pool AS (
    SELECT id, begins, true AS leads FROM lead
    UNION ALL
    (
        SELECT id, begins, false FROM every WHERE id NOT IN (SELECT id FROM lead)
        ORDER BY begins DESC, id DESC LIMIT {RANKED} - (SELECT count(*) FROM lead)
    )
),
ranked AS (
    SELECT pool.id,
        row_number() OVER (
            ORDER BY (
                leads AND CASE WHEN %(named)s <> '' THEN entry.lead @@ %(named)s::tsquery ELSE false END
            ) DESC, leads DESC, CASE
                WHEN %(asked)s = '' THEN 0
                WHEN (SELECT total FROM counted) <= {_FINE} THEN ts_rank(entry.vector, %(asked)s::tsquery)
                WHEN leads THEN ts_rank(entry.lead, %(asked)s::tsquery)
                ELSE 0
            END DESC, pool.begins DESC, pool.id DESC
        ) AS place
    FROM pool JOIN editorial_searchentry AS entry ON entry.id = pool.id
)
SELECT (SELECT total FROM counted), (SELECT before FROM place),
    ARRAY(
        SELECT id FROM ranked WHERE place > (SELECT before FROM place)
            AND place <= (SELECT before FROM place) + {PER_PAGE} ORDER BY place
    ),
    (SELECT jsonb_object_agg(facet, count) FROM (
        SELECT facet, count(*) FROM (
            SELECT unnest(facets) AS facet FROM (SELECT facets FROM every LIMIT {COUNTED}) AS few
        ) AS single GROUP BY facet
    ) AS facets)
"""


def _ranked(parsed: Parsed, language: str, moment: datetime, narrowed: Mapping[str, str], page: int) -> Found:
    filters = " & ".join(_quoted(f"{name}:{value}") for name, value in sorted(narrowed.items()))
    # Whether words stand side by side is read in each text that has them all, which takes long: fewer are looked at.
    phrase = "<" in parsed.query
    counted, size, word = (RANKED, STRIP, strip) if phrase else (COUNTED, BAND, band)
    last = parsed.newest // size
    newest = " | ".join(_quoted(word(number)) for number in range(max(last - _NEWEST, 0), last + 1))
    query = _all(parsed.query, filters) or _quoted(ANY)
    given: dict[str, Any] = {
        "language": language,
        "moment": moment,
        "query": query,
        "newest": _all(query, newest),
        "counted": counted,
        "asked": parsed.query,
        "out": "!" in parsed.query,
        # The same words, each with the weight of titles and names.
        "named": _STEM.sub(lambda found: f"{found[0]}:A", parsed.query),
        "page": min(page, RANKED),
    }
    with connection.cursor() as cursor:
        cursor.execute(_FIND, given)
        total, before, ids, facets = cursor.fetchone()
    counts: dict[str, dict[str, int]] = {}
    for facet, count in _loaded(facets).items():
        name, _colon, value = facet.partition(":")
        counts.setdefault(name, {})[value] = count
    return Found(
        hits=_hits(ids, parsed.stems, language) if ids else (),
        total=min(total, counted),
        more=total > counted,
        page=before // PER_PAGE + 1,
        pages=max(1, -(-min(total, RANKED) // PER_PAGE)),
        facets=counts,
    )


def _loaded(value: Any) -> dict[str, int]:
    return json.loads(value) if isinstance(value, str) else value or {}


_HITS = """
SELECT document.kind, {title} AS title, {slug} AS slug, {summary} AS summary, entry.begins, entry.facets,
    edition.names::text AS names,
    lead.shift, lead.marks AS lead_marks, entry.passages[best.place] AS passage, best.marks, best.stems
FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS wanted(id, place)
JOIN editorial_searchentry AS entry ON entry.id = wanted.id
JOIN editorial_edition AS edition ON edition.id = entry.edition_id
JOIN editorial_document AS document ON document.id = edition.document_id
LEFT JOIN LATERAL (
    SELECT max(position) FILTER (WHERE weight = 'A') AS shift,
        array_agg(position) FILTER (WHERE lexeme = ANY(%(stems)s::text[])) AS marks
    FROM unnest(entry.lead) AS word, unnest(word.positions, word.weights) AS at(position, weight)
) AS lead ON true
-- A row's long values lie elsewhere; whatever is asked of them here is asked of a copy, fetched once.
CROSS JOIN LATERAL (SELECT entry.starts || '{{}}'::integer[] AS starts OFFSET 0) AS whole
LEFT JOIN LATERAL (
    SELECT array_agg(position - whole.starts[passage]) AS marks, count(DISTINCT lexeme) AS stems, passage AS place
    FROM (
        SELECT lexeme, position, width_bucket(position::integer, whole.starts) AS passage
        FROM unnest(entry.vector) AS word, unnest(word.positions) AS position
        WHERE lexeme = ANY(%(stems)s::text[]) AND position < 16383
    ) AS found
    WHERE passage > 0 GROUP BY passage ORDER BY stems DESC, passage LIMIT 1
) AS best ON true
ORDER BY wanted.place
"""


def _hits(ids: Sequence[int], found: Sequence[str], language: str) -> list[Hit]:
    columns = {name: f"edition.{languages.column(name, language)}" for name in ("title", "slug", "summary")}
    with connection.cursor() as cursor:
        cursor.execute(_HITS.format(**columns), {"ids": list(ids), "stems": list(found)})
        names = [column.name for column in cursor.description]
        return [hit(dict(zip(names, row, strict=True))) for row in cursor.fetchall()]
