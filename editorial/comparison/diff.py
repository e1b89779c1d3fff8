"""What differs between two contents, field by field and language by language, in words for people."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from editorial.base import languages, sequences
from editorial.comparison import richdiff
from editorial.comparison.richdiff import plain as marked_words
from editorial.content import kinds
from editorial.content.canonical import Content, own_fields, part_name, translated
from editorial.content.wording import Words, in_readers_language, readable, title_of
from editorial.models import Part
from editorial.richtext.field import RichTextField

__all__ = [
    "Change",
    "all_passages",
    "blank_content",
    "compare",
    "labels_of",
    "marked_words",
    "readable",
    "source_changes",
    "title_of",
]

#: What paths of names begin with: they follow from other tables, and nobody writes them here.
NAMES = "names"
CHANGED, ADDED, REMOVED, MOVED, SAME = "changed", "added", "removed", "moved", "same"
#: What the engine keeps of a file beside its name; a reader is told of all of it at once.
_OF_FILE = ("sha256", "size", "media_type")


@dataclass(frozen=True)
class Change:
    """One difference: in a field of the edition or of one of its parts, in one language or beside languages.

    `path` is that of `content.prose`, such as "title" or "section/<key>/body"; `label` and `part` name the field and
    the part in the reader's language; `language` is empty for what all languages share. `before` and `after` are
    plain text for reading; `html` holds both as they are where they are rich text. `kind` is "changed", "added" or
    "removed" (with the part they belong to), "moved", or "same" where both say the same (`passages` only).
    """

    path: str
    label: str
    part: str
    language: str
    before: str
    after: str
    kind: str
    html: tuple[str, str] | None = None

    @property
    def marked(self) -> SafeString:
        """Both texts in one, what went in `del`, what came in `ins` (see `editorial.comparison.richdiff`)."""
        if self.html is None:
            return marked_words(self.before, self.after)
        return richdiff.marked(*self.html)

    @property
    def text(self) -> SafeString:
        """The later text without marks."""
        return marked_words(self.after, self.after) if self.html is None else richdiff.cleaned(self.html[1])

    @property
    def language_name(self) -> str:
        """The language's name in the reader's language; empty for what all languages share."""
        return languages.name(self.language) if self.language else ""

    @property
    def kind_label(self) -> str:
        """The kind of difference in a word."""
        return {
            CHANGED: pgettext("difference", "Changed"),
            ADDED: pgettext("difference", "Added"),
            REMOVED: pgettext("difference", "Removed"),
            MOVED: pgettext("difference", "Moved"),
            SAME: pgettext("difference", "Unchanged"),
        }[self.kind]


def compare(before: Content, after: Content) -> list[Change]:
    """All that differs between two contents of one kind, in the order of the form; parts are matched by their keys.

    What differs only in where its white space stands is the same to a reader.

    :param before: canonical content (see `editorial.content.canonical`); `after` likewise.
    """
    return _walk(before, after, whole=False)


def all_passages(before: Content, after: Content) -> list[Change]:
    """As `compare`, but with all that both say; what neither says is left out."""
    return _walk(before, after, whole=True)


def _walk(before: Content, after: Content, *, whole: bool) -> list[Change]:
    kind = kinds.get_kind(after["kind"])
    walk = _Walk(Words(before, after), whole)
    found = list(walk.fields(kind.model, before["fields"], after["fields"], _NOWHERE))
    for part in kind.parts:
        name = part_name(part)
        found += walk.rows(part, before["parts"].get(name, []), after["parts"].get(name, []))
    return found + list(_names(before.get("names") or {}, after.get("names") or {}))


def _names(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterable[Change]:
    """What both refer to and call otherwise, for the row or document bears another name since."""
    for key in sorted(before.keys() & after.keys()):
        old, new = before[key], after[key]
        called = in_readers_language(new) or key
        for code in languages.codes():
            texts = old.get(code) or "", new.get(code) or ""
            if texts[0] != texts[1]:
                part = _("Name shown for “%(name)s”") % {"name": called}
                yield Change(f"{NAMES}/{key}/name", _("Name"), part, code, *texts, CHANGED)


def blank_content(value: Content) -> Content:
    """Content of the same kind that says nothing: what a first save is compared with."""
    return {"kind": value["kind"], "fields": {}, "parts": {}}


def labels_of(value: Content, paths: Iterable[str], words: Words | None = None) -> list[str]:
    """Paths of `content.prose`, or of parts ("section/<key>"), in words, such as “Section “Borders”: text”.

    :param words: those of `value`, where the caller has them: what they have looked up is not looked up again.
    """
    kind = kinds.get_kind(value["kind"])
    parts = {part_name(part): part for part in kind.parts}
    words = words or Words(value)
    found = []
    for path in paths:
        if "/" not in path:
            found.append(_label(kind.model, path))
            continue
        name, key, *fields = path.split("/")
        rows = value["parts"].get(name, [])
        place, row = next(((n, row) for n, row in enumerate(rows, 1) if str(row["key"]) == key), (0, {}))
        if not fields:
            found.append(words.part(parts[name], row, place))
            continue
        [field] = fields
        label = _label(parts[name], field)
        text = _("%(part)s: %(field)s")
        found.append(text % {"part": words.part(parts[name], row, place), "field": label[:1].lower() + label[1:]})
    return found


def _label(model: type[models.Model], name: str) -> str:
    try:
        found = str(getattr(model._meta.get_field(name), "verbose_name", name))
    except FieldDoesNotExist:
        return name  # a field that this kind no longer has
    return found[:1].upper() + found[1:]


class _Where(NamedTuple):
    """The part that fields belong to: the beginning of their paths, its name, and what became of it."""

    prefix: str
    part: str
    kind: str


_NOWHERE = _Where("", "", CHANGED)


class _Walk:
    """One walk through two contents; `whole` keeps what is the same."""

    def __init__(self, words: Words, whole: bool) -> None:
        self.words = words
        self.whole = whole

    def fields(
        self, model: type[models.Model], before: Mapping[str, Any], after: Mapping[str, Any], where: _Where
    ) -> Iterable[Change]:
        """The fields of an edition or of a part."""
        with_file = "sha256" in own_fields(model)
        for name in own_fields(model):
            if (name not in before and name not in after) or (with_file and name in _OF_FILE):
                continue
            old, new = before.get(name), after.get(name)
            if with_file and name == "file":
                shown = self.words.file(before), self.words.file(after)
                yield from self._change(model, name, "", where, shown, same=shown[0] == shown[1])
            elif name in translated(model):
                for code in languages.codes():
                    texts = (old or {}).get(code) or "", (new or {}).get(code) or ""
                    yield from self._one(model, name, texts[0], texts[1], code, where)
            else:
                yield from self._one(model, name, old, new, "", where)

    def _one(
        self, model: type[models.Model], name: str, old: Any, new: Any, language: str, where: _Where
    ) -> Iterable[Change]:
        if old == new and not self.whole:
            return
        rich = isinstance(model._meta.get_field(name), RichTextField)
        html = (old or "", new or "") if rich else None
        same = old == new or (html is not None and richdiff.same(*html))
        shown = self.words.value(model, name, old), self.words.value(model, name, new)
        if html is None:
            # The same in other letters, such as 23 and 23.0000, or in other white space.
            same = same or _spaced(shown[0]) == _spaced(shown[1])
        elif not same and shown[0] == shown[1]:
            shown = html  # only the marking differs: where there is no room for marks, show the HTML itself
        yield from self._change(model, name, language, where, shown, same=same, html=html)

    def _change(
        self,
        model: type[models.Model],
        name: str,
        language: str,
        where: _Where,
        shown: tuple[str, str],
        *,
        same: bool,
        html: tuple[str, str] | None = None,
    ) -> Iterable[Change]:
        if (same and not self.whole) or not (shown[0] or shown[1]):
            return
        kind = SAME if same else where.kind
        yield Change(where.prefix + name, _label(model, name), where.part, language, *shown, kind, html)

    def rows(
        self, part: type[Part], before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]
    ) -> Iterable[Change]:
        """The parts of one sort, in the order of the later content; those that went, where they stood."""
        old = {str(row["key"]): (place, row) for place, row in enumerate(before, 1)}
        keys = [str(row["key"]) for row in after]
        moved = _moved(list(old), keys)
        gone = _gone(list(old), keys)
        yield from self._removed(part, old, gone.get("", ()))
        for place, (key, row) in enumerate(zip(keys, after, strict=True), 1):
            prefix, name = f"{part_name(part)}/{key}/", self.words.part(part, row, place)
            if key not in old:
                yield from self.fields(part, {}, row, _Where(prefix, name, ADDED))
            else:
                if key in moved:
                    label = _label(part, "position")
                    yield Change(prefix + "position", label, name, "", str(old[key][0]), str(place), MOVED)
                yield from self.fields(part, old[key][1], row, _Where(prefix, name, CHANGED))
            yield from self._removed(part, old, gone.get(key, ()))

    def _removed(
        self, part: type[Part], old: Mapping[str, tuple[int, Mapping[str, Any]]], keys: Iterable[str]
    ) -> Iterable[Change]:
        for key in keys:
            place, row = old[key]
            where = _Where(f"{part_name(part)}/{key}/", self.words.part(part, row, place), REMOVED)
            yield from self.fields(part, row, {}, where)


def _spaced(text: str) -> str:
    return re.sub(r"[ \t]*\n[ \t]*|[ \t]+", lambda found: "\n" if "\n" in found[0] else " ", text).strip()


def _gone(before: Sequence[str], after: Sequence[str]) -> dict[str, list[str]]:
    """The keys of what went, by the key of what they followed and that is still there; "" for the beginning."""
    kept, last = set(after), ""
    found: dict[str, list[str]] = {}
    for key in before:
        if key in kept:
            last = key
        else:
            found.setdefault(last, []).append(key)
    return found


def _moved(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """The keys that left their place among those that both sides have: as few as explain the new order."""
    here, there = set(before), set(after)
    common = [key for key in after if key in here]
    stayed = [key for key in before if key in there]
    if common == stayed:
        return set()
    kept = sequences.common(stayed, common)
    return set(common) - {key for each in kept for key in common[each.b : each.b + each.size]}


def source_changes(before: Content, after: Content) -> list[Change]:
    """What changed in the texts of the source language alone, for whoever brings a translation up to date."""
    source = after["fields"]["source_language"]
    return [change for change in compare(before, after) if change.language == source]
