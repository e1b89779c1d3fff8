"""How far a translation is: n of m texts, for one edition or for a list of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from editorial.base import languages
from editorial.content import canonical as content_module
from editorial.content import change_note
from editorial.content.canonical import OPTIONAL, Content
from editorial.content.parity import Parity
from editorial.models import Edition
from editorial.translating import attested, units
from editorial.translating.units import Standing, Unit


@dataclass(frozen=True)
class Progress:
    """`done` of `total` texts of the source are translated, and their source says what it said when they were."""

    done: int
    total: int

    @property
    def percent(self) -> int:
        """From 0 to 100; 100 only when all is done."""
        return 100 if self.done >= self.total else self.done * 100 // self.total

    @property
    def left(self) -> int:
        """How many texts are to be translated or looked at."""
        return self.total - self.done


def progress(content: Content, language: str, *, base: Content | None = None) -> Progress:
    """How far the translation of `content` into `language` is.

    :param base: what the edition said when the translation was last attested (`attested.base`); none if it never was.
    """
    return of_units(units.units_of(content, language, base=base))


def of_units(found: Iterable[Unit]) -> Progress:
    """The same of units at hand."""
    counted = [unit for unit in found if unit.counts and unit.path != units.SLUG]
    return Progress(sum(not unit.to_do for unit in counted), len(counted))


def pending(edition: Edition, language: str) -> list[Unit]:
    """The texts that are missing in `language`, or whose source changed since its translation was attested."""
    value, base = content_module.content_of(edition), attested.attested_base(edition, language)
    return [
        unit
        for unit in units.units_of(value, language, base=base, noted=change_note.is_note_wanted(edition))
        if unit.to_do
    ]


def behind(edition: Edition) -> list[str]:
    """The languages into which an edition is to be translated, or whose translation is to be attested again."""
    return [
        code
        for code in languages.codes()
        if code != edition.source_language
        and (edition.language_status.get(code) != Parity.CURRENT or change_note.is_note_lacking(edition, code))
    ]


#: The number of texts that each language of each edition has to say and says, counted in the database: reading the
#: whole content of a page of editions would take many times its memory.
_COUNT = """
WITH wanted AS (
    SELECT * FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::text[], %s::text[])
        AS w(edition, source, language, digest, base)
), kept AS MATERIALIZED (
    SELECT digest, content FROM editorial_snapshot
    WHERE digest IN (SELECT digest FROM wanted UNION SELECT base FROM wanted)
), texts AS MATERIALIZED (
    SELECT digest, field.key AS path, field.value AS texts_by_language
    FROM kept, jsonb_each(content -> 'fields') AS field
    WHERE jsonb_typeof(field.value) = 'object' AND NOT field.key = ANY(%s)
    UNION ALL
    SELECT digest, part.key || '/' || (item.value ->> 'key') || '/' || field.key, field.value
    FROM kept, jsonb_each(content -> 'parts') AS part, jsonb_array_elements(part.value) AS item,
        jsonb_each(item.value) AS field
    WHERE jsonb_typeof(field.value) = 'object'
)
SELECT w.edition, w.language, count(*), count(*) FILTER (
    WHERE COALESCE(now.texts_by_language ->> w.language, '') <> '' AND (
        w.base = ''
        OR now.texts_by_language ->> w.source IS NOT DISTINCT FROM COALESCE(before.texts_by_language ->> w.source, '')
        OR now.texts_by_language ->> w.language IS DISTINCT FROM COALESCE(before.texts_by_language ->> w.language, '')
    )
)
FROM wanted AS w
JOIN texts AS now ON now.digest = w.digest AND COALESCE(now.texts_by_language ->> w.source, '') <> ''
LEFT JOIN texts AS before ON before.digest = w.base AND before.path = now.path
GROUP BY w.edition, w.language
"""


def of_editions(editions: Iterable[Edition]) -> dict[int, dict[str, Progress]]:
    """`progress` of each language that is behind, by primary key of the edition; always three queries."""
    told = {edition.pk: edition for edition in editions}
    rows = [(edition, code) for edition in told.values() if edition.digest for code in behind(edition)]
    if not rows:
        return {}
    bases = attested.digests({edition.pk: edition for edition, _code in rows}.values())
    columns = (
        [edition.pk for edition, _code in rows],
        [edition.source_language for edition, _code in rows],
        [code for _edition, code in rows],
        [edition.digest for edition, _code in rows],
        [bases.get(edition.pk, {}).get(code, "") for edition, code in rows],
    )
    found: dict[int, dict[str, Progress]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [*columns, [units.SLUG, *OPTIONAL]])
        for edition, code, total, done in cursor.fetchall():
            note = told[edition]
            more = change_note.is_note_wanted(note) and bool(
                languages.value(note, change_note.FIELD, note.source_language)
            )
            found.setdefault(edition, {})[code] = Progress(
                done + (more and not change_note.is_note_lacking(note, code)), total + more
            )
    return found


__all__ = ["Progress", "Standing", "behind", "of_editions", "of_units", "pending", "progress"]
