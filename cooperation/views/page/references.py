"""What public pages ask the database about what content refers to: titles of documents, names of reference rows."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db.models import F, Model, QuerySet, Value

from cooperation.models import Country, Organization, Theme
from cooperation.views.page.queries import Row, in_all_languages, is_live
from cooperation.views.request.page_request import PageRequest
from editorial.base.languages import column
from editorial.base.prepared_queries import EDITION, MOMENT, Compiled, any_code, any_uuid, as_declared
from editorial.content import canonical, kinds
from editorial.models import Document, Edition

#: Tables of names that content refers to by code.
REFERENCE_TABLES: tuple[type[Model], ...] = (Theme, Country, Organization)


@cache
def _titles() -> Compiled:
    def build() -> Any:
        return (
            Edition.objects.begun(MOMENT)
            .filter(any_uuid(F("document__uuid")))
            .order_by("document_id", "-live_during")
            .distinct("document_id")
            .annotate(uuid=F("document__uuid"), kind=F("document__kind"), live=is_live())
            .values("uuid", "kind", "live", "excepted_languages", "source_language", *in_all_languages("title", "slug"))
        )

    return Compiled(build)


@cache
def _titles_of_drafts() -> Compiled:
    """For previews: a draft may refer to what has never been public."""

    def build() -> Any:
        fields = ("excepted_languages", "source_language", *in_all_languages("title", "slug"))
        return (
            Document.objects.filter(any_uuid(F("uuid")), editions__isnull=False)
            .order_by("id", "-editions__number")
            .distinct("id")
            .annotate(live=Value(False), **{f"of_{name}": F(f"editions__{name}") for name in fields})
            .values("uuid", "kind", "live", *(f"of_{name}" for name in fields))
        )

    return Compiled(build)


def titles(uuids: Iterable[Any], visit: PageRequest) -> dict[str, Row]:
    """Of each document named: the title and address of the edition that is live at the moment, else of the last one
    that was; documents never public are left out (in a preview they come with their newest title)."""
    wanted = sorted({uuid for uuid in uuids if uuid}, key=str)
    if not wanted:
        return {}
    found = {str(row["uuid"]): row for row in _titles().rows(uuids=wanted, moment=visit.moment)}
    if visit.preview and len(found) < len(wanted):
        for row in _titles_of_drafts().rows(uuids=[uuid for uuid in wanted if uuid not in found]):
            found[str(row["uuid"])] = {name.removeprefix("of_"): value for name, value in row.items()}
    return found


@cache
def _names(code: str, tables: tuple[type[Model], ...]) -> Compiled:
    def named_rows(table: Any, what: str) -> Any:
        named = (
            as_declared(table.objects.all())
            .filter(any_code(F("code")))
            .order_by()
            .annotate(what=Value(what), name_=F(column("name", code)))
        )
        return named.values("what", "code", "name_")

    first, *others = ((table, str(table._meta.model_name)) for table in tables)
    return Compiled(lambda: named_rows(*first).union(*(named_rows(*other) for other in others), all=True))


def names(
    codes: Iterable[str], visit: PageRequest, tables: tuple[type[Model], ...] = REFERENCE_TABLES
) -> dict[tuple[str, str], str]:
    """Names of themes, countries and organizations in the visitor's language, by (such as "theme", code).

    :param tables: others, if names of others are wanted.
    """
    wanted = sorted(set(codes))
    rows = _names(visit.language, tables).rows(codes=wanted) if wanted else []
    return {(row["what"], row["code"]): row["name_"] or row["code"] for row in rows}


@cache
def names_of_edition(kind: str, code: str) -> Compiled:
    """Names of all that an `edition` and its parts refer to in the reference tables."""

    def build() -> Any:
        of = kinds.get_kind(kind)
        tables: list[tuple[type[Model], QuerySet[Any]]] = [(of.model, of.model.objects.live(MOMENT).filter(pk=EDITION))]
        tables += [(part, part._default_manager.filter(edition_id=EDITION)) for part in of.parts]
        rows = [
            as_declared(named)
            .order_by()
            .filter(**{f"{name}__isnull": False})
            .annotate(
                what=Value(target._meta.model_name),
                code=F(f"{name}__code"),
                name_=F(f"{name}__{column('name', code)}"),
            )
            .values("what", "code", "name_")
            for model, named in tables
            for name, target in canonical.references(model)
            if target in REFERENCE_TABLES
        ]
        return rows[0].union(*rows[1:], all=True)

    return Compiled(build)
