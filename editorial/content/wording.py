"""Values of content in the reader's words: dates, choices, what is referred to by its title, parts by what they say."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from html import unescape
from typing import Any

import nh3
from django.core.exceptions import ValidationError
from django.db import models
from django.template.defaultfilters import filesizeformat
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from editorial.base import html_bounds, languages
from editorial.base.dates import partial
from editorial.base.dates.partial import PartialDateField
from editorial.base.dates.safe import read_day, read_instant
from editorial.content import kinds
from editorial.content.canonical import Content, natural_key, own_fields, part_name, translated
from editorial.models import Document, Edition, Part
from editorial.models.reference_row import reference_key
from editorial.richtext.field import RichTextField

_BLOCK_END = re.compile(r"</(?:p|h\d|li|tr|table|caption|blockquote|dt|dd|ul|ol)>|<br\s*/?>", re.IGNORECASE)
_LINK_PARTS = re.compile(r"<a\s[^<>]*?\bhref=\"([^\"<>]*)\"[^<>]*>|</a>", re.IGNORECASE)


def readable(html: str) -> str:
    """Rich text as plain text, a line for each block; a link shows where it leads, since that can change too."""
    text = _with_addresses(html)
    text = _BLOCK_END.sub(r"\g<0>" + "\n", text)
    text = unescape(nh3.clean(html_bounds.bounded(text), tags=set()))
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _with_addresses(html: str) -> str:
    """`html` with the address of each link behind its words."""
    address: str | None = None

    def one(found: re.Match[str]) -> str:
        nonlocal address
        if found[1] is not None:
            address = found[1]
            return ""
        said = f" ‹{address}›" if address is not None else ""
        address = None
        return said

    return _LINK_PARTS.sub(one, html)


class Words:
    """Values of content in the reader's words; rows of other tables are called as the contents hold it, and where they
    hold nothing named by one query for each table.
    """

    def __init__(self, *contents: Content) -> None:
        self._contents = contents
        self._names: dict[type[models.Model], dict[str, str]] = {}

    def value(self, model: type[models.Model], name: str, value: Any) -> str:
        """A field's value as plain text; what somebody typed and no form would pass is said as it was typed."""
        if value is None or value == "":
            return ""
        try:
            return self._sound(model, name, value)
        except (TypeError, ValueError, ValidationError):
            return str(value)

    def _sound(self, model: type[models.Model], name: str, value: Any) -> str:
        field = model._meta.get_field(name)
        match field:
            case RichTextField():
                return readable(value)
            case models.ForeignKey():
                return self._name(field.related_model, str(value))
            case models.BooleanField():
                return _("Yes") if value else _("No")
            case PartialDateField():
                return partial.wording(value)
            case models.DateTimeField():
                moment = read_instant(value)
                return (
                    _("%(moment)s UTC") % {"moment": date_format(moment, "DATETIME_FORMAT")} if moment else str(value)
                )
            case models.DateField():
                day = read_day(value)
                return str(date_format(day)) if day else str(value)
            case models.DecimalField():
                return _decimal(value)
        if isinstance(value, list):
            return languages.names(value)
        choices = dict(getattr(field, "flatchoices", None) or ())
        return str(choices.get(value, value))

    def file(self, row: Mapping[str, Any]) -> str:
        """A part's file in words: its name, its size, and the beginning of its digest, which tells two files of one
        name apart.
        """
        if not row.get("sha256"):
            return ""
        values = {
            "name": row.get("file") or "",
            "size": filesizeformat(row.get("size") or 0),
            "digest": row["sha256"][:8],
        }
        return _("%(name)s, %(size)s (%(digest)s)") % values

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
        """As the contents hold it, the last first; as it is called now where they hold nothing."""
        called = reference_key(str(model._meta.model_name), key)
        for content in reversed(self._contents):
            if name := in_readers_language((content.get("names") or {}).get(called) or {}):
                return name
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
    kind = kinds.get_kind(value["kind"])
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


def in_readers_language(name: Mapping[str, str]) -> str:
    """What a name that content holds says to the reader, else what it says in any language."""
    return name.get((get_language() or "")[:2]) or next(filter(None, name.values()), "")


def title_of(edition: Edition) -> str:
    """The edition's title in the reader's language, else in its source language, else in any that has one."""
    titles = languages.values(edition, "title")
    reader = (get_language() or "")[:2]
    return (
        titles.get(reader) or titles.get(edition.source_language) or next(filter(None, titles.values()), str(edition))
    )
