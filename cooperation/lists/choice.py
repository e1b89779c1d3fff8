"""What a reader chose of a list, what each further choice would leave, and the addresses of all that."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from cooperation.lists import rows, standing, statements
from cooperation.lists.filterset import MOST_CHARACTERS, PublicFilter
from cooperation.lists.standing import Standing
from cooperation.public_kind import PublicKind
from cooperation.views.request.page_request import PageRequest


@dataclass(frozen=True)
class Choice:
    """One question to a list: its filters, as the address names them, and its order.

    An address names its parameters in one order: the filters in theirs, then `sort` if not the first, then `page`.
    """

    kind: PublicKind
    asked: PageRequest
    filters: PublicFilter
    chosen: Mapping[str, str]
    sort: str
    too_long: bool = False

    @classmethod
    def from_params(cls, kind: PublicKind, params: Mapping[str, str], asked: PageRequest) -> "Choice":
        """What the parameters of an address mean."""
        filters = rows.filter_set(kind, params, asked)
        too_long = len(" ".join(str(params.get("q") or "").split())) > MOST_CHARACTERS
        return cls(kind, asked, filters, filters.chosen, rows.sort_of(kind, params).key, too_long)

    def params(self, page: int = 1) -> dict[str, str]:
        """The parameters of this choice in an address."""
        sort = {} if self.sort == self.kind.sorts[0].key else {"sort": self.sort}
        return {**self.chosen, **sort, **({} if page == 1 else {"page": str(page)})}

    def url(self, page: int = 1) -> str:
        """The address of this choice."""
        return self.asked.list_of(self.kind.key, self.params(page))

    def without(self, name: str) -> "Choice":
        """The same, not narrowed by one filter."""
        return replace(self, chosen={key: raw for key, raw in self.chosen.items() if key != name})

    def sorted_by(self, key: str) -> "Choice":
        """The same in another order."""
        return replace(self, sort=key)

    @property
    def everything(self) -> str:
        """The address of the list as it is without filters, in the same order."""
        return replace(self, chosen={}).url()

    # What is left is worked out from sets (see `cooperation.lists.standing`); the database gives the rows of a page.

    @cached_property
    def _standing(self) -> Standing:
        return standing.standing_of(self.kind, self.asked)

    @cached_property
    def _left(self) -> dict[str, int]:
        """For each filter in use, the set of what it leaves; one whose value makes no sense leaves nothing."""
        found = {}
        for name, raw in self.chosen.items():
            value = self.filters.filters[name].understood(raw)
            if value is None:
                found[name] = 0
            elif name in self.filters.facets:
                found[name] = self._standing.having(name, str(value))
            else:
                found[name] = self._standing.worded(value, self.asked.moment)
        return found

    def _under(self, *, without: str = "") -> int:
        """The set of what the filters in use leave together, without one of them."""
        left = self._standing.everything
        for name, having in self._left.items():
            if name != without:
                left &= having
        return left

    @cached_property
    def count(self) -> int:
        """How many documents are left."""
        return self._under().bit_count()

    @property
    def total(self) -> int:
        """How many documents the list holds without filters."""
        return len(self._standing.keys)

    def keys(self, start: int, length: int) -> list[int]:
        """Primary keys of some of the editions that are left, in their order."""
        return self._standing.some(self._under(), self.sort, start, length, self.asked.moment) if self.count else []

    def page(self, start: int, length: int) -> list[dict[str, Any]]:
        """Some of the rows, in their order."""
        keys = self.keys(start, length)
        if not keys:
            return []
        found = statements.rows_sql(self.kind.key, self.asked.language, self.sort)
        return [
            rows.row_context(row, self.kind, self.asked) for row in found.rows(moment=self.asked.moment, numbers=keys)
        ]

    @property
    def search(self) -> dict[str, Any]:
        """The field of free text."""
        return {"value": self.chosen.get("q", ""), "most": MOST_CHARACTERS, "too_long": self.too_long}

    @property
    def facets(self) -> list[dict[str, Any]]:
        """Every facet with the choices that leave something, and with the one in use whatever it leaves."""
        found = []
        for name, facet in self.filters.facets.items():
            mine, others = self._mine(name), self._under(without=name)
            options = []
            for value, known in self._standing.facets[name].items():
                count = (others & known.having).bit_count()
                if value == mine or (count and facet.is_offered(known.label)):
                    label = facet.label_of(value, known.label)
                    options.append({"value": value, "label": label, "count": count, "is_chosen": value == mine})
            options.sort(key=lambda option, facet=facet: facet.place(option["value"], option["label"]))  # type: ignore[misc]
            found.append({"name": name, "label": facet.label, "every": facet.every, "options": options})
        return found

    def _mine(self, name: str) -> str:
        """The value of a facet in use, as sets name it; empty where there is none."""
        value = self.filters.facets[name].understood(self.chosen[name]) if name in self.chosen else None
        return "" if value is None else str(value)

    def _value_label(self, name: str) -> str:
        raw = self.chosen[name]
        if name not in self.filters.facets:
            return raw
        known = self._standing.facets[name].get(self._mine(name))
        return self.filters.facets[name].label_of(raw, known.label if known else None)

    @property
    def chips(self) -> list[dict[str, Any]]:
        """The filters in use: what each is called and says, the address of the list without it, and what that holds."""
        return [
            {
                "label": str(self.filters.filters[name].label),
                "text": self._value_label(name),
                "url": self.without(name).url(),
                "count": self._under(without=name).bit_count(),
            }
            for name in self.chosen
        ]

    @property
    def sorts(self) -> list[dict[str, Any]]:
        """The orders that there are; none where there is only one."""
        if len(self.kind.sorts) < 2:
            return []
        return [
            {"label": sort.label, "url": self.sorted_by(sort.key).url(), "is_chosen": sort.key == self.sort}
            for sort in self.kind.sorts
        ]

    @property
    def travelling(self) -> list[tuple[str, str]]:
        """Parameters that the form takes along, though it does not offer them."""
        sort = [] if self.sort == self.kind.sorts[0].key else [("sort", self.sort)]
        return sort + ([("at", self.asked.at)] if self.asked.is_past else [])
