"""The words shown for what content refers to: names of reference rows, and titles of other documents.

They are content themselves (see `canonical`), as they stood when an edition was last saved or submitted, so that what
was signed says who was named. As of a moment, a row is called what its `NamePeriod` says.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from django.db import models
from django.db.models import BooleanField, ExpressionWrapper, F, Q

from editorial.base import languages
from editorial.base.prepared_queries import MOMENT, Compiled, any_code, any_uuid
from editorial.content import canonical, kinds
from editorial.models import Document, Edition, NamePeriod
from editorial.models.reference_row import reference_key
from editorial.states import State

#: What a row is called, by language.
Name = Mapping[str, str]


@cache
def reference_tables() -> Mapping[str, type[models.Model]]:
    """The tables of names to which any kind of content refers, by the name of their model."""
    owners = [model for kind in kinds.all_kinds() for model in (kind.model, *kind.parts)]
    targets: set[type[models.Model]] = {target for owner in owners for _name, target in canonical.references(owner)}
    return {table_name(each): each for each in targets if not issubclass(each, Document)}


def table_name(model: type[models.Model]) -> str:
    """What keys of names call a table: the name of its model."""
    return str(model._meta.model_name)


def keys_in(content: Mapping[str, Any]) -> set[str]:
    """The keys of all that content refers to, such as "organization:dnd" or "document:<uuid>"."""
    targets: set[type[models.Model]] = {*reference_tables().values(), Document}
    return {
        reference_key(table_name(target), natural_key)
        for target in targets
        for natural_key in canonical.referenced(content, target)
    }


def current(content: Mapping[str, Any], now: datetime) -> dict[str, dict[str, str]]:
    """What `content` would show at `now` for all that it refers to; at most two queries. Empty texts are left out.

    A document is called by the title that is public, else by that of its newest edition.
    """
    keys = keys_in(content)
    uuids = {key.removeprefix("document:") for key in keys if key.startswith("document:")}
    found = {**names_at(keys - {f"document:{uuid}" for uuid in uuids}, now), **_titles(uuids, now)}
    return {key: {code: text for code, text in name.items() if text} for key, name in found.items()}


_AT_MOMENT = Compiled(
    lambda: (
        NamePeriod.objects.filter(any_code(F("row__key")))
        .filter(Q(during__startswith__isnull=True) | Q(during__startswith__lte=MOMENT))
        .order_by("row_id", F("during__startswith").desc(nulls_last=True))
        .distinct("row_id")
        .annotate(key=F("row__key"), name=F("names__name"))
        .values("key", "name")
    )
)


def names_at(keys: Iterable[str], moment: datetime) -> dict[str, Name]:
    """What rows were (are, will be) called at a moment, by key; one query. One that has ended keeps its last name."""
    wanted = sorted(set(keys))
    rows = _AT_MOMENT.rows(codes=wanted, moment=moment) if wanted else []
    return {row["key"]: canonical.plain(row["name"]) for row in rows}


def next_change(moment: datetime) -> datetime | None:
    """The next instant after a moment at which a row is called otherwise, as far as is decided."""
    begins = NamePeriod.objects.filter(during__startswith__gt=moment).values_list("during__startswith", flat=True)
    found: datetime | None = begins.order_by("during__startswith").first()
    return found


def _of_documents() -> Any:
    titles = [languages.column("title", code) for code in languages.codes()]
    live = ExpressionWrapper(Q(state=State.PUBLISHED, live_during__contains=MOMENT), output_field=BooleanField())
    return (
        Edition.objects.filter(any_uuid(F("document__uuid")))
        .exclude(state=State.DISCARDED)
        .annotate(uuid=F("document__uuid"), live=live)
        .order_by("document_id", F("live").desc(nulls_last=True), "-number")
        .distinct("document_id")
        .values("uuid", "excepted_languages", *titles)
    )


_TITLES = Compiled(_of_documents)


def _titles(uuids: Iterable[str], now: datetime) -> dict[str, Name]:
    wanted = sorted(uuids)
    rows = _TITLES.rows(uuids=wanted, moment=now) if wanted else []
    return {
        reference_key("document", str(row["uuid"])): {
            code: row[languages.column("title", code)] or ""
            for code in languages.codes()
            if code not in row["excepted_languages"]
        }
        for row in rows
    }


def changed(before: Mapping[str, Name], after: Mapping[str, Name]) -> list[str]:
    """The keys of what both name, each otherwise."""
    return sorted(key for key, name in after.items() if key in before and before[key] != name)
