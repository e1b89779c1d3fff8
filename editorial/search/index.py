"""Keeping the search in step: what is published is indexed in the transaction that publishes it."""

import json
from collections.abc import Callable, Mapping
from itertools import accumulate
from typing import Any

from django.db import connection, models, transaction
from django.db.models import Exists, OuterRef

from editorial.base import languages
from editorial.base.text_folding import fold, joined
from editorial.content import canonical as content_module
from editorial.content import kinds
from editorial.models import Edition, SearchEntry, SearchWord
from editorial.search import stemming, texts
from editorial.states import State

#: Raise it when `texts`, `fold` or `stemming` change what they make: the next `migrate` then makes all entries again.
VERSION = 3

#: Editions with numbers near each other stand in one band; bands are words of the index like others (see `find`).
BAND = 1024
#: The same, finer: for what takes so long to look at that a band is too much.
STRIP = 256
#: The word that every entry has.
ANY = "@"


def band(number: int) -> str:
    """The word of the band with this number."""
    return f"{ANY}{number}"


def strip(number: int) -> str:
    """The word of the strip with this number."""
    return f"{ANY}{ANY}{number}"


#: The entries of one edition as they should be, from what Python made of its texts. Positions in `vector` go on from
#: names to summary to headings to text; `starts` are moved by as much.
_ENTRIES = """
WITH entry AS (
    SELECT given.*, made.lead, made.vector, made.shift
    FROM jsonb_to_recordset(%(entries)s::jsonb) AS given(
        language text, config text, title text, names text, names_closed text, summary text, headings text,
        body text, passages text[], starts integer[]
    )
    CROSS JOIN LATERAL (
        SELECT before.lead, before.vector || to_tsvector(config::regconfig, body) AS vector, (
            SELECT coalesce(max(position), 0) FROM unnest(before.vector) AS word, unnest(word.positions) AS position
        ) AS shift
        FROM (
            SELECT named.lead, named.lead || setweight(to_tsvector(config::regconfig, headings), 'C') AS vector
            FROM (
                SELECT setweight(to_tsvector(config::regconfig, title), 'A')
                    || setweight(to_tsvector(config::regconfig, names), 'A')
                    || setweight(to_tsvector('simple', names_closed), 'A')
                    || setweight(to_tsvector(config::regconfig, summary), 'B') AS lead
                OFFSET 0
            ) AS named OFFSET 0
        ) AS before OFFSET 0
    ) AS made
), made_entry AS (
    SELECT %(edition)s AS edition_id, language, narrowed.facets, lead || narrowed.words AS lead,
        vector || narrowed.words AS vector, passages,
        ARRAY(SELECT start + shift FROM unnest(starts) WITH ORDINALITY AS s(start, place) ORDER BY place) AS starts,
        %(version)s AS version
    FROM entry, (
        SELECT facets, array_to_tsvector(facets || %(marks)s::text[]) AS words
        FROM (
            SELECT %(facets)s::text[] || ARRAY(
                SELECT 'year:' || extract(year FROM lower(live_during) AT TIME ZONE 'UTC') FROM editorial_edition
                WHERE id = %(edition)s AND live_during IS NOT NULL AND NOT %(dated)s
            ) || ARRAY(
                SELECT 'signed_by:' || party.code FROM editorial_edition AS edition
                JOIN editorial_signoff AS given ON given.edition_id = edition.id AND given.round = edition.round
                    AND given.digest = edition.digest AND given.decision = 'signed'
                JOIN editorial_party AS party ON party.id = given.party_id
                WHERE edition.id = %(edition)s ORDER BY 1
            ) AS facets
        ) AS complete
    ) AS narrowed
)
"""

#: One statement, since publishing has little time. Words that are known already are not touched. Only one transaction
#: at a time adds words: two that add the same ones in another order would wait for each other for ever.
_PUT = f"""{_ENTRIES}, kept AS (
    INSERT INTO editorial_searchentry
        (edition_id, language, facets, lead, vector, passages, starts, version)
    SELECT * FROM made_entry
    ON CONFLICT (edition_id, language) DO UPDATE SET
        facets = excluded.facets, lead = excluded.lead, vector = excluded.vector, passages = excluded.passages,
        starts = excluded.starts, version = excluded.version
)
INSERT INTO editorial_searchword (language, word, written, near)
SELECT fresh.language, fresh.word, fresh.written, ARRAY(
    SELECT fresh.word UNION
    SELECT overlay(fresh.word PLACING '' FROM place FOR 1) FROM generate_series(1, length(fresh.word)) AS place
)
FROM (SELECT pg_advisory_xact_lock(hashtext('editorial_searchword'))) AS alone,
    unnest(%(languages)s::text[], %(words)s::text[], %(written)s::text[]) AS fresh(language, word, written)
WHERE NOT EXISTS (
    SELECT 1 FROM editorial_searchword AS known WHERE known.language = fresh.language AND known.word = fresh.word
)
ON CONFLICT DO NOTHING
"""

_COMPARE = f"""{_ENTRIES}
SELECT coalesce(made.language, kept.language), made.language IS NOT NULL, kept.language IS NOT NULL
FROM made_entry AS made
FULL JOIN (SELECT * FROM editorial_searchentry WHERE edition_id = %(edition)s) AS kept ON kept.language = made.language
JOIN editorial_edition AS edition ON edition.id = %(edition)s
WHERE (made.facets, made.lead, made.vector, made.passages, made.starts, made.version)
    IS DISTINCT FROM (kept.facets, kept.lead, kept.vector, kept.passages, kept.starts, kept.version)
    OR (lower(edition.live_during), upper(edition.live_during)) IS DISTINCT FROM (kept.begins, kept.ends)
ORDER BY 1
"""


def index_edition(edition_id: int, content: Mapping[str, Any]) -> None:
    """Index a published edition, in every language in which it is public, with one statement.

    The database refuses it for an edition that is not published. `content`: see `editorial.content.canonical`.
    """
    with connection.cursor() as cursor:
        cursor.execute(_PUT, _search_columns(edition_id, content))


def differing_entries(edition_id: int, content: Mapping[str, Any]) -> list[tuple[str, bool, bool]]:
    """Where the index does not say what a published edition says; nothing is changed.

    :returns: per language that differs: its code, whether there should be an entry, and whether there is one.
    """
    with connection.cursor() as cursor:
        cursor.execute(_COMPARE, _search_columns(edition_id, content))
        return [(str(language), bool(wanted), bool(there)) for language, wanted, there in cursor.fetchall()]


def _search_columns(edition_id: int, content: Mapping[str, Any]) -> dict[str, Any]:
    """What the statements are given: every language in which the edition is public, folded and weighed."""
    excepted = content["fields"]["excepted_languages"]
    said = {code: texts.searched_texts(content, code) for code in languages.codes() if code not in excepted}
    words = [
        (code, word, written)
        for code, found in said.items()
        if found.title
        for word, written in texts.vocabulary(found).items()
    ]
    narrowing = texts.facets(content)
    return {
        "edition": edition_id,
        "entries": json.dumps([_entry(code, found) for code, found in said.items() if found.title]),
        "facets": narrowing,
        # What names no year of its own is found under the one in which it became public.
        "dated": any(facet.startswith("year:") for facet in narrowing),
        "marks": [ANY, band(edition_id // BAND), strip(edition_id // STRIP)],
        "version": VERSION,
        "languages": [code for code, _word, _written in words],
        "words": [word for _code, word, _written in words],
        "written": [written for _code, _word, written in words],
    }


def _entry(language: str, found: texts.Texts) -> dict[str, Any]:
    folded = [fold(passage) for passage in found.passages]
    counts = [len(passage.split()) for passage in folded]

    def ready(text: str) -> str:
        return stemming.ready(fold(text), language)

    return {
        "language": language,
        "config": stemming.config(language),
        "title": ready(found.title),
        "names": ready(" ".join(found.names)),
        "names_closed": joined(" ".join(found.names)),
        "summary": ready(found.summary),
        "headings": ready(" ".join(found.headings)),
        "body": stemming.ready(" ".join(folded), language),
        "passages": found.passages,
        "starts": [1 + before for before in [0, *accumulate(counts)][: len(counts)]],
    }


def missing_from_index() -> "models.QuerySet[Any]":
    """Published editions without entries made by the present rules."""
    present = SearchEntry.objects.filter(edition=OuterRef("pk"), version=VERSION)
    return Edition.objects.filter(~Exists(present), state=State.PUBLISHED).order_by("pk")


def complete() -> int:
    """Index what is published but not indexed, as after an upgrade; returns the number of editions."""
    return _index(missing_from_index())


def rebuild(report: Callable[[int], None] = lambda count: None) -> int:
    """Rebuild all entries and words while the site runs; returns the number of editions.

    Each edition is a transaction of its own, and until its turn comes its old entries answer.
    :param report: called with the number done so far, now and then.
    """
    SearchWord.objects.all().delete()
    return _index(Edition.objects.filter(state=State.PUBLISHED).order_by("pk"), report)


def _index(editions: "models.QuerySet[Any]", report: Callable[[int], None] = lambda count: None) -> int:
    done = 0
    for pk, kind in list(editions.values_list("pk", "document__kind")):
        with transaction.atomic():
            # It may have been unscheduled since; the lock keeps it as it is found.
            if Edition.objects.select_for_update().filter(pk=pk, state=State.PUBLISHED).order_by().exists():
                index_edition(pk, content_module.load(kinds.get_kind(kind), pk))
                done += 1
        if done % 100 == 0:
            report(done)
    return done
