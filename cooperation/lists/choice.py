"""What a reader chose of a list, what each further choice would leave, and the addresses of all that."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from cooperation.lists import rows, statements
from cooperation.lists.filterset import MOST_CHARACTERS, PublicFilter
from cooperation.publishing import PublicKind
from cooperation.views.visit import Visit
from editorial.compiled import MOMENT


@dataclass(frozen=True)
class Choice:
    """One question to a list: its filters, as the address names them, and its order.

    An address names its parameters in one order: the filters in theirs, then `sort` where it is not the first, then `page`.
    """

    kind: PublicKind
    asked: Visit
    filters: PublicFilter
    chosen: Mapping[str, str]
    sort: str
    too_long: bool = False

    @classmethod
    def of(cls, kind: PublicKind, params: Mapping[str, str], asked: Visit) -> "Choice":
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

    # What the database says, by one statement for all counts and one for the rows of a page.

    @cached_property
    def _values(self) -> dict[str, Any]:
        return {name: self.filters.filters[name].understood(raw) for name, raw in self.chosen.items()}

    @cached_property
    def _statements(self) -> statements.Statements:
        return statements.of(self.kind.key, self.asked.language, self.sort, tuple(self._understood))

    @property
    def _understood(self) -> dict[str, Any]:
        return {name: value for name, value in self._values.items() if value is not None}

    @cached_property
    def _lost(self) -> frozenset[str]:
        """The filters whose value makes no sense: nothing can match while one of them is there."""
        return frozenset(name for name, value in self._values.items() if value is None)

    @property
    def _given(self) -> list[tuple[Any, Any]]:
        stand_ins = self._statements.stand_ins
        return [(MOMENT, self.asked.moment), *((stand_ins[name], value) for name, value in self._understood.items())]

    @cached_property
    def _counts(self) -> dict[str, dict[str, dict[str, Any]]]:
        found: dict[str, dict[str, dict[str, Any]]] = {}
        for row in self._statements.counts.rows(self._given):
            found.setdefault(row["facet"], {})[row["value"] or ""] = row
        return found

    @property
    def count(self) -> int:
        """How many documents are left."""
        return 0 if self._lost else self._counts[""][""]["here"]

    @property
    def total(self) -> int:
        """How many documents the list holds without filters."""
        return int(self._counts[""][""]["total"])

    def page(self, start: int, length: int) -> list[dict[str, Any]]:
        """Some of the rows, in their order."""
        if not self.count:
            return []
        window = [(statements.LENGTH, length), (statements.START, start)]
        found = self._statements.rows.rows([*self._given, *window])
        return [rows.shown(row, self.kind, self.asked) for row in found]

    def _left_without(self, name: str) -> int:
        """How many documents there would be without one of the filters in use."""
        if self._lost - {name}:
            return 0
        counted = self._counts[""] if name in self._lost else self._counts[f"-{name}"]
        return int(counted[""]["here"])

    @property
    def search(self) -> dict[str, Any]:
        """The field of free text."""
        return {"value": self.chosen.get("q", ""), "most": MOST_CHARACTERS, "too_long": self.too_long}

    @property
    def facets(self) -> list[dict[str, Any]]:
        """Every facet with the choices that leave something, and with the one in use whatever it leaves."""
        found = []
        for name, facet in self.filters.facets.items():
            mine = self.chosen.get(name, "")
            options = [
                {
                    "value": value,
                    "label": facet.label_of(value, row["label"]),
                    "count": 0 if self._lost - {name} else row["here"],
                    "is_chosen": value == mine,
                }
                for value, row in self._counts.get(name, {}).items()
                if value and (value == mine or (row["here"] and not self._lost - {name}))
            ]
            options.sort(key=lambda option, facet=facet: facet.place(option["value"], option["label"]))  # type: ignore[misc]
            found.append({"name": name, "label": facet.label, "every": facet.every, "options": options})
        return found

    def _said(self, name: str) -> str:
        raw = self.chosen[name]
        if name not in self.filters.facets:
            return raw
        row = self._counts.get(name, {}).get(raw)
        return self.filters.facets[name].label_of(raw, row and row["label"])

    @property
    def chips(self) -> list[dict[str, Any]]:
        """The filters in use: what each is called and says, the address of the list without it, and what that holds."""
        return [
            {
                "label": str(self.filters.filters[name].label),
                "text": self._said(name),
                "url": self.without(name).url(),
                "count": self._left_without(name),
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
