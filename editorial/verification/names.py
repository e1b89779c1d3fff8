"""Names against the record of administration, and the names that published editions hold against their periods."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import pairwise
from typing import Any, NamedTuple

from editorial.base import languages
from editorial.content import names as content_names
from editorial.models import Act, AdministrationEvent, Edition, NamePeriod, ReferenceRow
from editorial.states import State
from editorial.verification.difference import Batch, Difference, batch

_TELLING = (Act.RENAMED, Act.RENAME_DROPPED)


class _Period(NamedTuple):
    """What a row is called from an instant on; without names it ends then. The first has no beginning."""

    begin: datetime | None
    names: Any


def check_periods(after: Any, limit: int) -> Batch:
    """The periods of names, and what the reference tables say: see `Check`."""
    rows = list(ReferenceRow.objects.filter(pk__gt=after or 0).order_by("pk").values("pk", "key")[:limit])
    stored: dict[str, list[NamePeriod]] = defaultdict(list)
    keys = [row["key"] for row in rows]
    for period in NamePeriod.objects.filter(row__key__in=keys).select_related("row"):
        stored[period.row.key].append(period)
    lines: dict[str, list[AdministrationEvent]] = defaultdict(list)
    for line in AdministrationEvent.objects.filter(verb__in=_TELLING).order_by("id"):
        lines[line.data["row"]].append(line)
    tables = _tables(keys)
    found = (
        difference
        for key in keys
        for difference in (
            *_against_record(key, _stored(stored[key]), lines[key]),
            *_gaps(key, stored[key]),
            *_against_table(key, stored[key], tables.get(key)),
        )
    )
    return batch(rows, limit, "pk", found)


def _in_order(periods: list[NamePeriod]) -> list[NamePeriod]:
    return sorted(periods, key=lambda each: (each.during.lower is not None, each.during.lower))


def _gaps(key: str, periods: list[NamePeriod]) -> Iterator[Difference]:
    """Each period begins where the one before it ends."""
    for one, following in pairwise(_in_order(periods)):
        if one.during.upper != following.during.lower:
            yield Difference("name_gap", None, _values(key, _Period(following.during.lower, following.names)))


def _stored(periods: list[NamePeriod]) -> list[_Period]:
    ordered = _in_order(periods)
    found = [_Period(each.during.lower, each.names) for each in ordered]
    if ordered and ordered[-1].during.upper is not None:
        found.append(_Period(ordered[-1].during.upper, {}))
    return found


def _against_record(key: str, stored: list[_Period], lines: list[AdministrationEvent]) -> Iterator[Difference]:
    recorded: dict[int, _Period] = {}
    first: Any = None
    for line in lines:
        detail = line.data
        if line.verb == Act.RENAMED:
            first = detail["before"] if first is None else first
            recorded[detail["rename"]] = _Period(datetime.fromisoformat(detail["at"]), detail["names"])
        else:
            recorded.pop(detail["rename"], None)
    told = [_Period(None, first if first is not None else stored[0].names if stored else {}), *recorded.values()]
    for period in told:
        if period not in stored:
            yield Difference("name_recorded", None, _values(key, period))
    for period in stored:
        if period not in told:
            yield Difference("name_unrecorded", None, _values(key, period))


def _values(key: str, period: _Period) -> dict[str, Any]:
    begin = period.begin.isoformat(timespec="seconds") if period.begin else "…"
    name = (period.names or {}).get("name", {})
    return {"row": key, "begin": begin, "name": next((each for each in name.values() if each), "—")}


def _tables(keys: list[str]) -> dict[str, Any]:
    """What the reference tables say, by key."""
    found = {}
    for table, model in content_names.reference_tables().items():
        fields = languages.translated_fields(model)
        codes = [key.partition(":")[2] for key in keys if key.startswith(f"{table}:")]
        for row in model._default_manager.filter(code__in=codes):
            found[f"{table}:{row.code}"] = {  # type: ignore[attr-defined]  # every reference table has one
                field: {code: languages.value(row, field, code) or "" for code in languages.codes()} for field in fields
            }
    return found


def _against_table(key: str, periods: list[NamePeriod], said: Any) -> Iterator[Difference]:
    """A table may lag behind a period that has just begun, but says nothing that the row was never called."""
    if said is not None and said not in [period.names for period in periods]:
        name = next((each for each in said["name"].values() if each), "—")
        yield Difference("name_in_table", None, {"row": key, "name": name})


def check_held(after: Any, limit: int) -> Batch:
    """The names that published editions hold: each was borne by the row by then. See `Check`."""
    editions = list(
        Edition.objects.filter(pk__gt=after or 0, state=State.PUBLISHED)
        .order_by("pk")
        .values("pk", "names", "published_at")[:limit]
    )
    keys = {key for row in editions for key in row["names"] if not key.startswith("document:")}
    borne: dict[str, list[NamePeriod]] = defaultdict(list)
    for period in NamePeriod.objects.filter(row__key__in=keys).select_related("row"):
        borne[period.row.key].append(period)
    found = (
        Difference("name_held", row["pk"], {"row": key, "name": next(iter(name.values()), "—")})
        for row in editions
        for key, name in sorted(row["names"].items())
        if not key.startswith("document:") and not _was_called(borne[key], name, row["published_at"])
    )
    return batch(editions, limit, "pk", found)


def _was_called(periods: list[NamePeriod], name: Mapping[str, str], by: datetime | None) -> bool:
    return any(
        {code: text for code, text in period.names.get("name", {}).items() if text} == name
        for period in periods
        if period.during.lower is None or (by is not None and period.during.lower <= by)
    )
