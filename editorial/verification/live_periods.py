"""When each edition was, is and will be public, told again from the record alone, against what is stored."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from editorial.models import Document, Edition, Event
from editorial.states import State, Verb
from editorial.verification.difference import Batch, Difference, batch

_TELLING = (
    Verb.PUBLISH, Verb.SCHEDULE, Verb.RESCHEDULE, Verb.PUBLISH_URGENTLY, Verb.UNSCHEDULE, Verb.WITHDRAW,
    Verb.CONFIRM_WITHDRAWAL,
)  # fmt: skip


@dataclass
class Period:
    """From when until when an edition is public; `withdrawn` where it ends without a successor.

    Of a withdrawal also whether it needs a second person (`needs_confirmation`), and whether one confirmed it.
    """

    begin: datetime
    end: datetime | None = None
    withdrawn: bool = False
    needs_confirmation: bool = False
    confirmed: bool = False

    def end_at(self, end: datetime | None, *, withdrawn: bool = False, needs_confirmation: bool = False) -> None:
        """Let it end then; what was confirmed of an earlier end does not count for this one."""
        self.end, self.withdrawn = end, withdrawn
        self.needs_confirmation, self.confirmed = needs_confirmation, False

    def __str__(self) -> str:
        end = self.end.isoformat(timespec="seconds") if self.end else "…"
        return f"{self.begin.isoformat(timespec='seconds')} – {end}"


def check(after: Any, limit: int) -> Batch:
    """The live periods of documents: see `Check`."""
    documents = list(Document.objects.filter(pk__gt=after or 0).order_by("pk").values("pk")[:limit])
    keys = [row["pk"] for row in documents]
    events: dict[int, list[Event]] = defaultdict(list)
    for event in Event.objects.filter(document__in=keys, verb__in=_TELLING).order_by("id"):
        events[event.document_id].append(event)
    stored: dict[int, dict[int, Period]] = defaultdict(dict)
    published = Edition.objects.filter(document__in=keys, state=State.PUBLISHED).select_related("withdrawal")
    for edition in published:
        stored[edition.document_id][edition.pk] = _stored(edition)
    found = (each for key in keys for each in _differences(stored[key], recorded_periods(events[key])))
    return batch(documents, limit, "pk", found)


def _stored(edition: Edition) -> Period:
    live, withdrawal = edition.live_during, getattr(edition, "withdrawal", None)
    period = Period(live.lower, live.upper)
    if withdrawal is not None:
        period.withdrawn, period.needs_confirmation = True, withdrawal.needs_confirmation
        period.confirmed = withdrawal.confirmed_at is not None
    return period


def recorded_periods(events: Iterable[Event]) -> dict[int, Period]:
    """The live periods of a document's editions, by primary key, that follow from its events in their order."""
    periods: dict[int, Period] = {}
    for event in events:
        detail = json.loads(event.detail)
        match Verb(event.verb):
            case Verb.PUBLISH | Verb.SCHEDULE | Verb.PUBLISH_URGENTLY:
                begin = datetime.fromisoformat(detail["begin"])
                end = datetime.fromisoformat(detail["end"]) if "end" in detail else None
                for other in periods.values():
                    if other.begin < begin and (other.end is None or other.end > begin):
                        other.end_at(begin)
                periods[event.edition_id] = Period(
                    begin, end, withdrawn=end is not None, needs_confirmation=detail.get("needs_confirmation", False)
                )
            case Verb.WITHDRAW:
                periods[event.edition_id].end_at(
                    datetime.fromisoformat(detail["at"]),
                    withdrawn=True,
                    needs_confirmation=detail.get("needs_confirmation", False),
                )
            case Verb.CONFIRM_WITHDRAWAL:
                periods[event.edition_id].confirmed = True
            case Verb.RESCHEDULE:
                _reschedule(periods, event.edition_id, datetime.fromisoformat(detail["begin"]))
            case Verb.UNSCHEDULE:
                _unschedule(periods, event.edition_id, detail)
    return periods


def _unschedule(periods: dict[int, Period], edition: int, detail: dict[str, Any]) -> None:
    period = periods[edition]
    if "begin" not in detail:
        period.end_at(None)
        return
    del periods[edition]
    for other in periods.values():
        if other.end == period.begin and not other.withdrawn:
            other.end = min((each.begin for each in periods.values() if each.begin > period.begin), default=None)


def _reschedule(periods: dict[int, Period], edition: int, begin: datetime) -> None:
    period = periods[edition]
    for other in periods.values():
        if other.end == period.begin and not other.withdrawn:
            other.end = begin
    period.begin = begin


def _differences(stored: dict[int, Period], recorded: dict[int, Period]) -> Iterator[Difference]:
    for edition in sorted(stored.keys() | recorded.keys()):
        here, there = stored.get(edition), recorded.get(edition)
        if (here and (here.begin, here.end)) != (there and (there.begin, there.end)):
            yield Difference("live_period", edition, {"stored": str(here or "—"), "recorded": str(there or "—")})
        elif here and there and _confirmation(here) != _confirmation(there):
            yield Difference("withdrawal", edition)


def _confirmation(period: Period) -> tuple[bool, bool]:
    return period.needs_confirmation, period.confirmed
