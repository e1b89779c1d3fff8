"""Three contents of one edition: what two people opened, what one of them saved, what the other typed.

`merge` puts them together so that what only one side touched stands as that side left it. Where both touched the same
thing, mine stands until I decide otherwise, and `clashes` names it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import models

from editorial.base import languages
from editorial.content.canonical import FROZEN, Content, own_fields, part_name, translated
from editorial.content.kinds import Kind
from editorial.models import Part

_Row = Mapping[str, Any]


class What(StrEnum):
    """What two people did to one thing."""

    VALUE = "value"  # both changed a field, or its text in one language
    GONE_THERE = "gone_there"  # they took a part away in which I wrote on
    GONE_HERE = "gone_here"  # I took a part away in which they wrote on
    ORDER = "order"  # both moved the parts of one sort


@dataclass(frozen=True)
class Clash:
    """One thing that both changed, each otherwise.

    `path` is that of `content.prose` for a value, "section/<key>" for a part, "section" for an order. `model` is the
    kind's model or the part's, `name` the field. `base`, `theirs` and `mine` are values, rows, or lists of keys.
    """

    what: What
    path: str
    model: type[models.Model]
    name: str
    language: str
    base: Any
    theirs: Any
    mine: Any


def merge(kind: Kind, base: Content, *, theirs: Content, mine: Content) -> Content:
    """`mine` where it differs from `base`, `theirs` everywhere else; parts are matched by their keys."""
    parts = {}
    for part in kind.parts:
        name = part_name(part)
        parts[name] = _rows(part, *_rows_of(name, base, theirs, mine))
    fields = _row(kind.model, base["fields"], theirs["fields"], mine["fields"])
    frozen = {name: theirs[name] for name in FROZEN if name in theirs}
    return {"kind": kind.key, "fields": fields, "parts": parts, **frozen}


def clashes(kind: Kind, base: Content, *, theirs: Content, mine: Content) -> list[Clash]:
    """Everything that both changed otherwise, in the order of the form."""
    found = list(_values(kind.model, "", base["fields"], theirs["fields"], mine["fields"]))
    for part in kind.parts:
        found += _parts(part, *_rows_of(part_name(part), base, theirs, mine))
    return found


def _rows_of(name: str, *contents: Content) -> Iterator[Sequence[_Row]]:
    return (content["parts"].get(name, []) for content in contents)


# What both changed


def _values(model: type[models.Model], prefix: str, base: _Row, theirs: _Row, mine: _Row) -> Iterator[Clash]:
    for name in own_fields(model):
        old, other, own = base.get(name), theirs.get(name), mine.get(name)
        if name in translated(model):
            for code in languages.codes():
                texts = [(value or {}).get(code) or "" for value in (old, other, own)]
                if len(set(texts)) == 3:
                    yield Clash(What.VALUE, prefix + name, model, name, code, *texts)
        elif name in mine and own not in (old, other) and other != old:
            yield Clash(What.VALUE, prefix + name, model, name, "", old, other, own)


def _parts(part: type[Part], base: Sequence[_Row], theirs: Sequence[_Row], mine: Sequence[_Row]) -> Iterator[Clash]:
    old, other, own = (_by_key(rows) for rows in (base, theirs, mine))
    sort = part_name(part)
    orders = [[key for key in rows if key in old and key in other and key in own] for rows in (old, other, own)]
    if orders[0] != orders[1] != orders[2] != orders[0]:
        yield Clash(What.ORDER, sort, part, "position", "", *orders)
    for key in [*other, *(key for key in own if key not in other)]:
        path = f"{sort}/{key}"
        if key in other and key in own:
            yield from _values(part, path + "/", old.get(key, {}), other[key], own[key])
        elif key in old and key in own and own[key] != old[key]:
            yield Clash(What.GONE_THERE, path, part, "", "", old[key], None, own[key])
        elif key in old and key in other and other[key] != old[key]:
            yield Clash(What.GONE_HERE, path, part, "", "", old[key], other[key], None)


def _by_key(rows: Sequence[_Row]) -> dict[str, _Row]:
    return {str(row["key"]): row for row in rows}


# Putting together


def _row(model: type[models.Model], base: _Row, theirs: _Row, mine: _Row) -> dict[str, Any]:
    found = dict(theirs)
    for name in own_fields(model):
        if name not in mine:
            continue
        if name in translated(model):
            old, other = base.get(name) or {}, theirs.get(name) or {}
            found[name] = {
                code: text if (text or "") != (old.get(code) or "") else other.get(code, text)
                for code, text in mine[name].items()
            }
        elif mine[name] != base.get(name):
            found[name] = mine[name]
    return found


def _rows(part: Any, base: Sequence[_Row], theirs: Sequence[_Row], mine: Sequence[_Row]) -> list[dict[str, Any]]:
    old, other, own = (_by_key(rows) for rows in (base, theirs, mine))
    moved = [key for key in own if key in old] != [key for key in old if key in own]
    first, second = (own, other) if moved else (other, own)
    order = list(first)
    for index, key in enumerate(second):
        if key not in first:
            before = set(list(second)[:index])
            order.insert(max((n for n, each in enumerate(order, 1) if each in before), default=0), key)
    found = []
    for key in order:
        if key in other and key in own:
            row = _row(part, old.get(key, {}), other[key], own[key])
            found.append({"key": key, **{name: value for name, value in row.items() if name != "key"}})
        elif key in own and (key not in old or own[key] != old[key]):
            found.append(dict(own[key]))  # added, or written on while the other took it away
        elif key in other and (key not in old or other[key] != old[key]):
            found.append(dict(other[key]))
    return _once(part, found, set(own))


def _once(part: Any, rows: list[dict[str, Any]], own: set[str]) -> list[dict[str, Any]]:
    """Both may have added the same theme: of rows that may stand only once, this person's stays."""
    for constraint in part._meta.constraints:
        names = [name for name in getattr(constraint, "fields", ()) if name != "edition"]
        if names == ["key"] or not names or not set(names) <= set(own_fields(part)):
            continue
        taken = {tuple(row[name] for name in names) for row in rows if row["key"] in own}
        rows = [row for row in rows if row["key"] in own or tuple(row[name] for name in names) not in taken]
    return rows
