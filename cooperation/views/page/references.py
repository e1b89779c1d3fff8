"""What public pages ask the database about what content refers to: titles of documents, names of reference rows."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db.models import Case, F, Func, OuterRef, Q, Subquery, Value, When
from django.db.models.fields.json import KT

from cooperation.views.page.queries import Row, in_all_languages, is_live
from cooperation.views.request.page_request import PageRequest
from editorial.base.languages import column
from editorial.base.prepared_queries import EDITION, MOMENT, Compiled, any_uuid
from editorial.content.names import names_at
from editorial.models import Document, Edition, NamePeriod, Party


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


def names(keys: Iterable[str], visit: PageRequest) -> dict[tuple[str, str], str]:
    """What themes, countries and organizations are called at the moment, in the visitor's language.

    :param keys: such as "theme:energy"; the answer is by pairs, such as ("theme", "energy").
    """
    found = names_at(keys, visit.moment)
    return {_parts(key): name.get(visit.language) or _parts(key)[1] for key, name in found.items()}


def party_names(codes: Iterable[str], visit: PageRequest) -> dict[tuple[str, str], str]:
    """What parties are called in the visitor's language, by ("party", code)."""
    wanted = set(codes)
    rows = Party.objects.filter(code__in=wanted).values_list("code", column("name", visit.language)) if wanted else ()
    return {("party", code): name or code for code, name in rows}


def _parts(key: str) -> tuple[str, str]:
    table, _colon, code = key.partition(":")
    return table, code


@cache
def names_as_of(code: str) -> Compiled:
    """Of all that an `edition` names: what it is called at the `moment`, since when, and where it has ended, when, and
    what to see then.
    """

    def build() -> Any:
        edition = Edition.objects.begun(MOMENT).filter(pk=EDITION).order_by()
        keys = edition.annotate(key_=Func(F("names"), function="jsonb_object_keys", set_returning=True)).values("key_")
        latest = F("during__startswith").desc(nulls_last=True)
        see = NamePeriod.objects.filter(row=OuterRef("then_see")).order_by(latest)
        return (
            NamePeriod.objects.filter(row__key__in=keys)
            .filter(Q(during__startswith__isnull=True) | Q(during__startswith__lte=MOMENT))
            .order_by("row_id", latest)
            .distinct("row_id")
            .annotate(
                key=F("row__key"),
                name_=KT(f"names__name__{code}"),
                since=F("during__startswith"),
                ends=Case(When(during__endswith__lte=MOMENT, then=F("during__endswith"))),
                see_=Subquery(see.annotate(said_=KT(f"names__name__{code}")).values("said_")[:1]),
            )
            .values("key", "name_", "since", "ends", "see_")
        )

    return Compiled(build)
