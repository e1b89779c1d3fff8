"""Names in SQL: the words that an edition holds, and what a row is called as of a moment.

What represents one edition (its page, its row in a list, a feed, the API) shows the words that it holds. What one
chooses by (filters, facets, pages of a theme) shows names as of the moment that is asked for.
"""

from datetime import datetime
from typing import Any

from django.db.models import Case, Exists, F, Func, OuterRef, Q, Subquery, TextField, Value, When
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Coalesce, Concat, NullIf

from editorial.base import languages
from editorial.models import NamePeriod
from editorial.models.querysets import Begins

#: Live editions that hold another name for a row than it bears at the moment, and are not marked as meant. Both
#: parameters are the moment.
SAYING_FORMER_NAMES = """
SELECT e.id AS edition, n.key AS key, n.value AS said, p.names -> 'name' AS called, p.rename_id AS rename
FROM public.editorial_edition e
CROSS JOIN LATERAL jsonb_each(e.names) n
JOIN public.editorial_referencerow r ON r.key = n.key
JOIN public.editorial_nameperiod p ON p.row_id = r.id AND p.rename_id IS NOT NULL AND p.during @> %s
WHERE e.state = 'published' AND e.live_during @> %s AND n.value <> p.names -> 'name'
    AND NOT EXISTS (
        SELECT 1 FROM public.editorial_event v WHERE v.document_id = e.document_id AND v.verb = 'keep_name'
            AND (v.detail::jsonb ->> 'rename')::bigint = p.rename_id
    )
"""
_EMPTY = Value("", output_field=TextField())


class _Text(Func):
    """The text at a path of a JSON column."""

    function = "jsonb_extract_path_text"
    output_field = TextField()


def words_held(table: str, code: str, language: str, *, names: Any = None, begins: Any = None) -> Coalesce:
    """What an edition says for a row that it refers to.

    Editions that were last saved before names were content hold none: they say what the row was called when they became
    public, which does not change either.

    :param table: of the row, such as "organization".
    :param code: the path to its code from the rows that are asked for, such as "host_country__code".
    :param names: the edition's column `names`, where these rows are not editions; `begins` likewise the beginning of
        its live period.
    """
    key = Concat(Value(f"{table}:"), F(code), output_field=TextField())
    held = _Text(F("names") if names is None else names, key, Value(language))
    then = NamePeriod.objects.filter(
        row__key=Concat(Value(f"{table}:"), OuterRef(code), output_field=TextField()),
        during__contains=Begins(OuterRef("live_during")) if begins is None else begins,
    ).order_by()
    return Coalesce(NullIf(held, _EMPTY), Subquery(_text(then, language)), F(code), output_field=TextField())


def title_held(name: str, language: str, *, live: Any) -> Case:
    """The title that an edition holds for a document to which it refers, where that is public; else nothing.

    :param name: the reference, such as "mechanism".
    :param live: the editions of that document that are public, at most one; of editions that hold no titles its title
        stands in.
    """
    key = Concat(Value("document:"), Cast(F(f"{name}__uuid"), TextField()), output_field=TextField())
    held = NullIf(_Text(F("names"), key, Value(language)), _EMPTY)
    title = Coalesce(held, Subquery(live.values(languages.column("title", language))[:1]), output_field=TextField())
    return Case(When(Exists(live), then=title), default=None, output_field=TextField())


def name_as_of(table: str, code: str, language: str, moment: datetime) -> Coalesce:
    """What a row is called at a moment; one that has ended keeps its last name, and without one it is called its code.

    :param code: the path to its code from the rows that are asked for, such as "code" or "host_country__code".
    """
    key = Concat(Value(f"{table}:"), OuterRef(code), output_field=TextField())
    begun = NamePeriod.objects.filter(
        Q(during__startswith__isnull=True) | Q(during__startswith__lte=moment), row__key=key
    ).order_by(F("during__startswith").desc(nulls_last=True))
    return Coalesce(Subquery(_text(begun, language)[:1]), F(code), output_field=TextField())


def _text(periods: Any, language: str) -> Any:
    said = NullIf(KT(f"names__name__{language}"), _EMPTY)
    return periods.annotate(said_=said).values("said_")
