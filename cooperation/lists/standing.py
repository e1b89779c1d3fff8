"""What is public of a kind, held by each process as sets of bits.

How many documents a choice would leave depends on all of them, however few are shown. Counted by the database, that
takes as long as there are documents; here, each value of each filter is a set, a whole number whose bits are documents,
and counting what two sets have in common takes a microsecond. They are made again when `statements.stamp` differs.
"""

from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import Any

from cooperation.lists import statements
from cooperation.public_kind import PublicKind
from cooperation.views.request.page_request import PageRequest
from editorial.base.dates.safe import in_zone
from editorial.base.prepared_queries import MOMENT
from editorial.content import names
from editorial.workflow import live_periods

#: Searches for words that are remembered, in each list.
REMEMBERED = 32
#: Past moments that are known, over all lists.
PAST = 8
#: A past moment does not pass.
_ALWAYS = datetime.max.replace(tzinfo=UTC)


@dataclass
class Value:
    """A value of a facet: its name where the database has one, and the set of documents that have it."""

    label: str | None
    having: int


@dataclass
class Standing:
    """All that is live of a kind in a language, as it is from the moment for which it was read until `until`."""

    key: str
    language: str
    stamp: tuple[Any, ...]
    since: datetime
    until: datetime
    keys: Sequence[int]
    facets: dict[str, dict[str, Value]]
    _orders: dict[str, Sequence[int]] = field(default_factory=dict)
    _worded: "OrderedDict[str, int]" = field(default_factory=OrderedDict)

    @property
    def everything(self) -> int:
        """The set of all documents."""
        return (1 << len(self.keys)) - 1

    def having(self, facet: str, value: str) -> int:
        """The set of those with a value of a facet; the empty set for a value that nothing has."""
        found = self.facets[facet].get(value)
        return found.having if found else 0

    def worded(self, query: str, moment: datetime) -> int:
        """The set of those with the words of a query (see `filterset.TextNarrowing`)."""
        if query not in self._worded:
            found = statements.words_sql(self.key, self.language, query, moment)
            self._worded[query] = _set(self._places(found), len(self.keys))
            while len(self._worded) > REMEMBERED:
                self._worded.popitem(last=False)
        return self._worded[query]

    def some(self, chosen: int, sort: str, start: int, length: int, moment: datetime) -> list[int]:
        """Primary keys of a page of a set, in an order of the list: `length` of them after the first `start`."""
        if sort not in self._orders:
            found = statements.order(self.key, self.language, sort).answers((MOMENT, moment))
            self._orders[sort] = array("I", self._places(pk for (pk,) in found))
        order = self._orders[sort]
        if chosen == self.everything:
            return [self.keys[place] for place in order[start : start + length]]
        bits, found_keys, left = chosen.to_bytes(len(self.keys) // 8 + 1, "little"), [], start
        for place in order:
            if bits[place >> 3] >> (place & 7) & 1:
                if left:
                    left -= 1
                    continue
                found_keys.append(self.keys[place])
                if len(found_keys) == length:
                    break
        return found_keys

    def _places(self, keys: Iterable[int]) -> list[int]:
        """Where these primary keys stand; one that became public a moment ago stands nowhere yet."""
        found = []
        for pk in keys:
            place = bisect_left(self.keys, pk)
            if place < len(self.keys) and self.keys[place] == pk:
                found.append(place)
        return found


def _set(places: Iterable[int], size: int) -> int:
    held = bytearray(size // 8 + 1)
    for place in places:
        held[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(held, "little")


#: What is known by list and language, and, of a past moment, by the moment too.
_Key = tuple[str, str, datetime | None]
_known: dict[_Key, Standing] = {}
_locks: dict[_Key, Lock] = {}
_forgetting = Lock()


def standing_of(kind: PublicKind, asked: PageRequest) -> Standing:
    """How a kind stands for a visit: as it is known, if nothing has changed since, else read again.

    One statement where nothing has changed. Of past moments the last few are known: whoever went back leafs on there.
    """
    key: _Key = (kind.key, asked.language, asked.moment if asked.is_past else None)
    stamp = statements.stamp_sql(kind.key, asked.language).answers()[0]
    if (known := _valid(key, stamp, asked.moment)) is not None:
        return known
    with _locks.setdefault(key, Lock()):
        # Another thread may have read it while this one waited.
        if (known := _valid(key, stamp, asked.moment)) is None:
            known = _read(kind, asked, stamp, until=_ALWAYS if asked.is_past else _change(asked.moment))
            _keep(key, known)
    return known


def _keep(key: _Key, standing: Standing) -> None:
    with _forgetting:
        _known.pop(key, None)
        _known[key] = standing
        past = [each for each in _known if each[2] is not None]
        for old in past[:-PAST]:
            _known.pop(old)
            _locks.pop(old, None)


def _valid(key: _Key, stamp: tuple[Any, ...], moment: datetime) -> Standing | None:
    known = _known.get(key)
    return known if known is not None and known.stamp == stamp and known.since <= moment < known.until else None


def _change(moment: datetime) -> datetime:
    """The next instant at which sets may differ though nobody acts: a live period, a name or the day begins or ends.

    A status or a span of years may change with the day, and days are counted in UTC (see `cooperation.lists.days`).
    """
    midnight = datetime.combine(in_zone(moment, UTC).date() + timedelta(days=1), datetime.min.time(), UTC)
    return min(midnight, live_periods.next_boundary(moment) or midnight, names.next_change(moment) or midnight)


def _read(kind: PublicKind, asked: PageRequest, stamp: tuple[Any, ...], *, until: datetime) -> Standing:
    language, moment = asked.language, asked.moment
    keys: Sequence[int] = array("q")
    facets: dict[str, dict[str, Value]] = {name: {} for name in kind.filters.base_filters}
    for facet, value, label, places in statements.sets(kind.key, language).answers((MOMENT, moment)):
        if facet:
            facets[facet][value] = Value(label, _set(places, len(keys)))
        else:
            keys = array("q", places or ())
    return Standing(kind.key, language, stamp, moment, until, keys, facets)
