"""What a reader chose of the objectives, what each further choice would leave, and the rows of one page: one statement.

A row is the last step of a chain or, where a year is chosen, the step of that year. It has the status that the report
of its year gives it. Words are looked for in every step of the chain, and in the names of the groups.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cooperation.lists.filterset import MOST_CHARACTERS, clean
from cooperation.models import Objective
from cooperation.tracker import address
from cooperation.tracker.statement import NAMES, PER_PAGE, tracker_sql
from cooperation.views.page import references
from cooperation.views.page.queries import Row
from cooperation.views.request.page_request import PageRequest
from editorial.base.languages import column
from editorial.base.sort_keys import folded_words, prefixes

#: Words of free text at most: the longest say most.
MOST_WORDS = 12
#: What objectives that are still to be done are called in addresses.
ANY_OPEN = "open"
_YEAR = re.compile(r"[0-9]{4}")
_CODE = re.compile(r"[\w-]{1,60}")


def _understood(name: str, raw: str) -> Any | None:
    """The value that a parameter of the address means; None for what cannot be one, which leaves an empty list."""
    match name:
        case "q":
            longest = sorted(folded_words(raw), key=len, reverse=True)[:MOST_WORDS]
            return prefixes(" ".join(longest)) or None
        case "group":
            try:
                return str(UUID(raw))
            except ValueError:
                return None
        case "year":
            return int(raw) if raw.isascii() and _YEAR.fullmatch(raw) else None
        case "status":
            return list(Objective.OPEN) if raw == ANY_OPEN else [raw] if raw in Objective.Status.values else None
    return raw if _CODE.fullmatch(raw) else None


@dataclass(frozen=True)
class Choice:
    """One question to the tracker: its filters, as the address names them, and the page."""

    asked: PageRequest
    chosen: Mapping[str, str]
    wanted: int = 1
    too_long: bool = False
    per_page: int = PER_PAGE

    @classmethod
    def from_params(cls, params: Mapping[str, str], asked: PageRequest, *, per_page: int = PER_PAGE) -> "Choice":
        """What the parameters of an address mean; unknown ones are ignored, a page that is no number is the first."""
        given = {name: clean(str(params.get(name) or "")) for name in NAMES}
        page = str(params.get("page") or "")
        number = int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1
        too_long = len(" ".join(str(params.get("q") or "")[: MOST_CHARACTERS * 4].split())) > MOST_CHARACTERS
        return cls(asked, {name: value for name, value in given.items() if value}, max(number, 1), too_long, per_page)

    def params(self, page: int = 1) -> dict[str, str]:
        """The parameters of this choice in an address."""
        return {**self.chosen, **({} if page == 1 else {"page": str(page)})}

    def url(self, page: int = 1, changed: Mapping[str, str] | None = None) -> str:
        """The address of this choice with some filters changed; an empty one is taken off."""
        wanted = {**self.params(page), **(changed or {})}
        kept = {name: wanted[name] for name in (*NAMES, "page") if wanted.get(name)}
        return address.all_of_them(self.asked, kept)

    @cached_property
    def _values(self) -> dict[str, Any]:
        return {name: _understood(name, raw) for name, raw in self.chosen.items()}

    @cached_property
    def _lost(self) -> frozenset[str]:
        """The filters whose value makes no sense: nothing can match while one of them is there."""
        return frozenset(name for name, value in self._values.items() if value is None)

    @cached_property
    def _answer(self) -> tuple[dict[str, list[Row]], list[Row]]:
        values: dict[str, Any] = {name: value for name, value in self._values.items() if value is not None}
        sql, params = tracker_sql(self.asked.language, frozenset(values), self.per_page)
        values |= {"moment": self.asked.moment, "start": (self.wanted - 1) * self.per_page}
        with connection.cursor() as cursor:
            cursor.execute(sql, [values[name] if name else value for name, value in params])
            counted, told = (_read(value) or [] for value in cursor.fetchone())
        counts: dict[str, list[Row]] = {}
        for row in counted:
            counts.setdefault(row["facet"], []).append(row)
        return counts, [] if self._lost else told

    def counts(self, facet: str) -> list[Row]:
        """Rows of (value, label, n): for a filter's name what each of its choices would leave; for `years` and `groups`
        the number of objectives by year or group, the status as label."""
        return self._answer[0].get(facet, [])

    def _number(self, facet: str) -> int:
        return int(self.counts(facet)[0]["n"])

    @property
    def count(self) -> int:
        """How many chains are left."""
        return 0 if self._lost else self._number("")

    @property
    def total(self) -> int:
        """How many chains there are without filters."""
        return self._number("total")

    @property
    def rows(self) -> list[list[Row]]:
        """The chains of the page: each a list of its steps by year."""
        found: dict[int, list[Row]] = {}
        for row in self._answer[1]:
            found.setdefault(row["origin"], []).append(row)
        return list(found.values())

    @property
    def page(self) -> int:
        """The page that is shown: one beyond the last is the last."""
        return max(min(self.wanted, -(-self.count // self.per_page)), 1)

    @cached_property
    def groups(self) -> dict[str, Row]:
        """Titles and addresses of the working groups that are named, by uuid (see `references.titles`)."""
        named = {row["value"] for facet in ("group", "groups") for row in self.counts(facet)}
        chosen = self._values.get("group")
        return references.titles(named | ({chosen} if chosen else set()), self.asked)

    def group_name(self, uuid: str) -> str:
        """What a working group is called in the language, else in its source language."""
        row = self.groups.get(uuid)
        if row is None:
            return _("Working group")
        own = column("title", self.asked.language)
        public = self.asked.language not in row["excepted_languages"]
        return str((public and row[own]) or row[column("title", row["source_language"])])

    def label_of(self, name: str, value: str, label: str | None = None) -> str:
        """What a value of a filter is called."""
        match name:
            case "group":
                return self.group_name(value)
            case "status":
                return (
                    _("Planned or under way")
                    if value == ANY_OPEN
                    else str(dict(Objective.Status.choices).get(value, value))
                )
            case "theme" if label is None:
                return next((str(row["label"]) for row in self.counts("theme") if row["value"] == value), value)
        return label or value

    @cached_property
    def facets(self) -> list[dict[str, Any]]:
        """Every filter with the choices that leave something, and with the one in use whatever it leaves."""
        said = {
            "group": (_("Working group"), _("All groups")),
            "year": (_("Year of the report"), _("All years")),
            "theme": (_("Subject"), _("All subjects")),
            "status": (pgettext("of an objective", "Status"), pgettext("of an objective", "All statuses")),
        }
        return [
            {"name": name, "label": label, "every": every, "options": self._options(name)}
            for name, (label, every) in said.items()
        ]

    def _options(self, name: str) -> list[dict[str, Any]]:
        mine = self.chosen.get(name, "")
        counts = {row["value"]: row["n"] for row in self.counts(name)} if not self._lost - {name} else {}
        if name == "status" and (still_open := sum(counts.get(status, 0) for status in Objective.OPEN)):
            counts[ANY_OPEN] = still_open
        if mine:
            counts.setdefault(mine, 0)
        labels = {row["value"]: row["label"] for row in self.counts(name)}
        options = [
            {
                "value": value,
                "label": self.label_of(name, value, labels.get(value)),
                "count": count,
                "is_chosen": value == mine,
            }
            for value, count in counts.items()
            if value
        ]
        return sorted(options, key=lambda option: _place(name, option))

    @property
    def search(self) -> dict[str, Any]:
        """The field of free text."""
        return {"value": self.chosen.get("q", ""), "most": MOST_CHARACTERS, "too_long": self.too_long}

    @cached_property
    def chips(self) -> list[dict[str, Any]]:
        """The filters in use: what each is called and says, the address without it, and how much there is then."""
        labels = {"q": _("Words"), **{facet["name"]: facet["label"] for facet in self.facets}}
        return [
            {
                "label": labels[name],
                "text": raw if name == "q" else self.label_of(name, raw),
                "url": self.url(changed={name: ""}),
                "count": self._left_without(name),
            }
            for name, raw in self.chosen.items()
        ]

    def _left_without(self, name: str) -> int:
        if self._lost - {name}:
            return 0
        return self._number("" if name in self._lost else f"-{name}")

    @property
    def travelling(self) -> list[tuple[str, str]]:
        """Parameters that the form takes along, though it does not offer them."""
        return [("at", self.asked.at)] if self.asked.is_past else []


def _place(name: str, option: Mapping[str, Any]) -> Any:
    if name == "year":
        return -int(option["value"]) if option["value"].isdigit() else 0
    if name == "status":
        order = [ANY_OPEN, *Objective.Status.values]
        return order.index(option["value"]) if option["value"] in order else len(order)
    return (folded_words(option["label"]), option["value"])


def _read(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value
