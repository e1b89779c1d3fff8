"""Two people on one draft: what each wrote, put together so that nobody's words are lost and everybody sees it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from editorial import diff
from editorial.content import Content, own_fields, part_name, translated
from editorial.diff import Change
from editorial.kinds import Kind
from editorial.models import Edition, Snapshot

_Row = Mapping[str, Any]


@dataclass(frozen=True)
class Pair:
    """A text that both people changed: what the other one saved, and what this one typed."""

    theirs: Change
    mine: Change

    @property
    def marked(self) -> Any:
        """The step from theirs to mine: what saving would take out and bring in."""
        return diff.marked_words(self.theirs.after, self.mine.after)


@dataclass(frozen=True)
class Meeting:
    """What came out when a stale form met the present draft.

    `content` is for the form: what this person typed wherever they typed, the present draft everywhere else.
    """

    edition: Edition
    content: Content
    both: Sequence[Pair]
    mine: Sequence[Change]
    theirs: Sequence[Change]


def opened_on(kind: Kind, digest: str) -> Content | None:
    """The content with this digest, on which a form says it was opened; none if there is no such content of this kind."""
    snapshot = Snapshot.objects.filter(pk=digest).first() if digest else None
    return snapshot.content if snapshot is not None and snapshot.content["kind"] == kind.key else None


def meet(kind: Kind, edition: Edition, *, base: Content, now: Content, typed: Content) -> Meeting:
    """Put together what was typed on a form opened on `base` and what the draft says `now`."""
    content = merge(kind, base, theirs=now, mine=typed)
    mine = diff.compare(now, content)
    theirs = {change.path + "." + change.language: change for change in diff.compare(base, now)}
    both, alone = [], []
    for change in mine:
        other = theirs.pop(change.path + "." + change.language, None)
        if other is None:
            alone.append(change)
        else:
            both.append(Pair(other, change))
    return Meeting(edition, content, both, alone, list(theirs.values()))


def merge(kind: Kind, base: Content, *, theirs: Content, mine: Content) -> Content:
    """`mine` where it differs from `base`, `theirs` everywhere else; parts are matched by their keys."""
    parts = {}
    for part in kind.parts:
        name = part_name(part)
        parts[name] = _rows(part, *(content["parts"].get(name, []) for content in (base, theirs, mine)))
    fields = _row(kind.model, base["fields"], theirs["fields"], mine["fields"])
    return {"kind": kind.key, "fields": fields, "parts": parts}


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
    old, other, own = ({str(row["key"]): row for row in rows} for rows in (base, theirs, mine))
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
            found.append({"key": key, **_without_key(_row(part, old.get(key, {}), other[key], own[key]))})
        elif key in own and (key not in old or own[key] != old[key]):
            found.append(dict(own[key]))  # added, or written on while the other took it away
        elif key in other and (key not in old or other[key] != old[key]):
            found.append(dict(other[key]))
    return _once(part, found, set(own))


def _without_key(row: _Row) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "key"}


def _once(part: Any, rows: list[dict[str, Any]], own: set[str]) -> list[dict[str, Any]]:
    """Both may have added the same theme: of rows that may stand only once, this person's stays."""
    for constraint in part._meta.constraints:
        names = [name for name in getattr(constraint, "fields", ()) if name != "edition"]
        if names == ["key"] or not names or not set(names) <= set(own_fields(part)):
            continue
        taken = {tuple(row[name] for name in names) for row in rows if row["key"] in own}
        rows = [row for row in rows if row["key"] in own or tuple(row[name] for name in names) not in taken]
    return rows
