"""What differs between two contents, field by field and language by language, in words for people."""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from html import unescape
from typing import Any

import nh3
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.formats import date_format, number_format
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from editorial import kinds, languages, partial_dates
from editorial.content import Content, natural_key, own_fields, part_name, translated
from editorial.models import Document, Edition, Part
from editorial.partial_dates import PartialDateField
from editorial.richtext import RichTextField

CHANGED, ADDED, REMOVED, MOVED = "changed", "added", "removed", "moved"
#: Above this many words a side, words that occur all over are not matched one by one (difflib's “junk”).
_LONG = 1500
_BLOCK_END = re.compile(r"</(?:p|h\d|li|tr|table|caption|blockquote|dt|dd|ul|ol)>|<br\s*/?>", re.IGNORECASE)
_LINK = re.compile(r"<a\b[^>]*?href=\"([^\"]*)\"[^>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Change:
    """One difference: in a field of the edition or of one of its parts, in one language or beside languages.

    `path` is that of `content.prose`, such as "title" or "section/<key>/body"; `label` and `part` name the field and
    the part in the reader's language; `language` is empty for what all languages share. `before` and `after` are
    plain text for reading. `kind` is "changed", "added" or "removed" (with the part they belong to) or "moved".
    """

    path: str
    label: str
    part: str
    language: str
    before: str
    after: str
    kind: str

    @property
    def marked(self) -> SafeString:
        """Both texts in one, what went in `del`, what came in `ins`."""
        return marked_words(self.before, self.after)

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
        }[self.kind]


def compare(before: Content, after: Content) -> list[Change]:
    """All that differs between two contents of one kind, in the order of the form; parts are matched by their keys.

    :param before: canonical content (see `editorial.content`); `after` likewise.
    """
    kind = kinds.get(after["kind"])
    words = _Words(before, after)
    found = list(_fields(kind.model, before["fields"], after["fields"], words))
    for part in kind.parts:
        name = part_name(part)
        found += _rows(part, before["parts"].get(name, []), after["parts"].get(name, []), words)
    return found


def blank(value: Content) -> Content:
    """Content of the same kind that says nothing: what a first save is compared with."""
    return {"kind": value["kind"], "fields": {}, "parts": {}}


def labels_of(value: Content, paths: Iterable[str]) -> list[str]:
    """Paths of `content.prose`, or of parts ("section/<key>"), in the reader's words, such as “Section “Borders”: text”."""
    kind = kinds.get(value["kind"])
    parts = {part_name(part): part for part in kind.parts}
    words = _Words(value)
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


def marked_words(before: str, after: str) -> SafeString:
    """Both texts in one piece of safe HTML: words that went in `del`, words that came in `ins`, line ends as `br`."""
    old, new = _words(before), _words(after)
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    middle_old, middle_new = old[start : len(old) - end], new[start : len(new) - end]
    matcher = difflib.SequenceMatcher(
        a=middle_old, b=middle_new, autojunk=len(middle_old) + len(middle_new) > 2 * _LONG
    )
    out = [_html(old[:start])]
    for how, a, b, c, d in matcher.get_opcodes():
        if how == "equal":
            out.append(_html(middle_old[a:b]))
            continue
        if a < b:
            out.append(f"<del>{_html(middle_old[a:b])}</del>")
        if c < d:
            out.append(f"<ins>{_html(middle_new[c:d])}</ins>")
    out.append(_html(old[len(old) - end :]))
    return mark_safe(" ".join(piece for piece in out if piece))  # noqa: S308  # every word was escaped


def readable(html: str) -> str:
    """Rich text as plain text, a line for each block; a link shows where it leads, since that can change too."""
    text = _LINK.sub(r"\2 ‹\1›", html)
    text = _BLOCK_END.sub(r"\g<0>" + "\n", text)
    text = unescape(nh3.clean(text, tags=set()))
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _words(text: str) -> list[str]:
    return re.findall(r"\n|[^\s]+", text)


def _html(words: Sequence[str]) -> str:
    return " ".join("<br>" if word == "\n" else escape(word) for word in words)


def _label(model: type[models.Model], name: str) -> str:
    try:
        found = str(getattr(model._meta.get_field(name), "verbose_name", name))
    except FieldDoesNotExist:
        return name  # a field that this kind no longer has
    return found[:1].upper() + found[1:]


def _fields(
    model: type[models.Model],
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    words: "_Words",
    *,
    prefix: str = "",
    part: str = "",
    kind: str = CHANGED,
) -> Iterable[Change]:
    names = [name for name in own_fields(model) if name in before or name in after]
    for name in names:
        old, new = before.get(name), after.get(name)
        if name in translated(model):
            for code in languages.codes():
                texts = (old or {}).get(code) or "", (new or {}).get(code) or ""
                yield from _one(model, name, texts[0], texts[1], words, code, prefix, part, kind)
        else:
            yield from _one(model, name, old, new, words, "", prefix, part, kind)


def _one(
    model: type[models.Model],
    name: str,
    old: Any,
    new: Any,
    words: "_Words",
    language: str,
    prefix: str,
    part: str,
    kind: str,
) -> Iterable[Change]:
    if old == new:
        return
    shown = words.value(model, name, old), words.value(model, name, new)
    if shown[0] == shown[1]:
        if not isinstance(model._meta.get_field(name), RichTextField):
            return  # the same in other letters, such as 23 and 23.0000
        shown = old, new  # only the marking differs: show the HTML itself
    if shown[0] or shown[1]:
        yield Change(prefix + name, _label(model, name), part, language, shown[0], shown[1], kind)


def _rows(
    part: type[Part], before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]], words: "_Words"
) -> Iterable[Change]:
    old = {str(row["key"]): row for row in before}
    places = {str(row["key"]): place for place, row in enumerate(before, 1)}
    moved = _moved([str(row["key"]) for row in before], [str(row["key"]) for row in after])
    for place, row in enumerate(after, 1):
        key = str(row["key"])
        prefix, name = f"{part_name(part)}/{key}/", words.part(part, row, place)
        if key not in old:
            yield from _fields(part, {}, row, words, prefix=prefix, part=name, kind=ADDED)
            continue
        if key in moved:
            label = _label(part, "position")
            yield Change(prefix + "position", label, name, "", str(places[key]), str(place), MOVED)
        yield from _fields(part, old[key], row, words, prefix=prefix, part=name)
    kept = {str(row["key"]) for row in after}
    for place, row in enumerate(before, 1):
        if str(row["key"]) not in kept:
            prefix = f"{part_name(part)}/{row['key']}/"
            yield from _fields(part, row, {}, words, prefix=prefix, part=words.part(part, row, place), kind=REMOVED)


def _moved(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """The keys that left their place among those that both sides have: as few as explain the new order."""
    common = [key for key in after if key in set(before)]
    stayed = [key for key in before if key in set(common)]
    if common == stayed:
        return set()
    blocks = difflib.SequenceMatcher(a=stayed, b=common, autojunk=False).get_matching_blocks()
    return set(common) - {key for block in blocks for key in common[block.b : block.b + block.size]}


class _Words:
    """Values of content in the reader's words; rows of other tables are named by one query for each table."""

    def __init__(self, *contents: Content) -> None:
        self._contents = contents
        self._names: dict[type[models.Model], dict[str, str]] = {}

    def value(self, model: type[models.Model], name: str, value: Any) -> str:
        """A field's value as plain text."""
        if value is None or value == "":
            return ""
        field = model._meta.get_field(name)
        match field:
            case RichTextField():
                return readable(value)
            case models.ForeignKey():
                return self._name(field.related_model, str(value))
            case models.BooleanField():
                return _("Yes") if value else _("No")
            case PartialDateField():
                return partial_dates.wording(value)
            case models.DateTimeField():
                moment = datetime.fromisoformat(value).astimezone(UTC)
                return _("%(moment)s UTC") % {"moment": date_format(moment, "DATETIME_FORMAT")}
            case models.DateField():
                return str(date_format(date.fromisoformat(value)))
            case models.DecimalField():
                return _decimal(value)
        if isinstance(value, list):
            return languages.names(value)
        choices = dict(getattr(field, "flatchoices", None) or ())
        return str(choices.get(value, value))

    def part(self, part: type[Part], row: Mapping[str, Any], place: int) -> str:
        """A part in words: its first text, or what it refers to, else its place among its like."""
        kind = str(part._meta.verbose_name)
        kind = kind[:1].upper() + kind[1:]
        name = self._part_name(part, row)
        if not name:
            return _("%(part)s %(number)s") % {"part": kind, "number": place}
        return _("%(part)s “%(name)s”") % {"part": kind, "name": name}

    def _part_name(self, part: type[Part], row: Mapping[str, Any]) -> str:
        for field in own_fields(part):
            value = row.get(field)
            if isinstance(part._meta.get_field(field), models.ForeignKey) and value:
                return self.value(part, field, value)
            if field in translated(part) and not isinstance(part._meta.get_field(field), RichTextField) and value:
                text = value.get((get_language() or "")[:2]) or next((each for each in value.values() if each), "")
                if text:
                    return str(text)
        return ""

    def _name(self, model: type[models.Model], key: str) -> str:
        if model not in self._names:
            keys = {other for value in self._contents for other in _referenced(value, model)}
            self._names[model] = _names(model, {key, *keys})
        return self._names[model].get(key, key)


def _decimal(value: Any) -> str:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return str(value)
    return number_format(number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize())


def _referenced(value: Content, model: type[models.Model]) -> Iterable[str]:
    """What `value` calls the rows of `model` that it refers to."""
    kind = kinds.get(value["kind"])
    tables: list[tuple[type[models.Model], list[Mapping[str, Any]]]] = [(kind.model, [value["fields"]])]
    tables += [(part, value["parts"].get(part_name(part), [])) for part in kind.parts]
    for table, rows in tables:
        for name in own_fields(table):
            if getattr(table._meta.get_field(name), "related_model", None) is model:
                yield from (str(row[name]) for row in rows if row.get(name))


def _names(model: type[models.Model], keys: set[str]) -> dict[str, str]:
    """The names of rows by what content calls them, in the reader's language."""
    if issubclass(model, Document):
        editions = Edition.objects.filter(document__uuid__in=keys).select_related("document")
        newest = editions.order_by("document_id", "-number").distinct("document_id")
        return {str(edition.document.uuid): title_of(edition) for edition in newest}
    key = natural_key(model)
    return {str(getattr(row, key)): str(row) for row in model._default_manager.filter(**{f"{key}__in": keys})}


def title_of(edition: Edition) -> str:
    """The edition's title in the reader's language, else in its source language, else in any that has one."""
    titles = languages.values(edition, "title")
    reader = (get_language() or "")[:2]
    return (
        titles.get(reader) or titles.get(edition.source_language) or next(filter(None, titles.values()), str(edition))
    )


def source_changes(before: Content, after: Content) -> list[Change]:
    """What changed in the texts of the source language alone, for whoever brings a translation up to date."""
    source = after["fields"]["source_language"]
    return [change for change in compare(before, after) if change.language == source]
