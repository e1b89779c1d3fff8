"""What a check looks at: an edition's texts in every language, and what its links and acronyms stand for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db import models

from editorial.base import languages
from editorial.checks.advice import addresses, lookup
from editorial.checks.advice.addresses import Target, Where
from editorial.checks.advice.texts import Anchor, Role, Text
from editorial.content import kinds
from editorial.content.canonical import own_fields, part_name, translated
from editorial.content.kinds import Kind
from editorial.models import Attachment, LinkCheck, Section
from editorial.richtext.field import RichTextField

#: Texts about an edition, and parts of its address: nobody reads them as a text.
_NO_TEXT = frozenset({"slug", "change_note"})
#: Parts of a document that name it otherwise; what they say is no prose.
_ROLES = {"title": Role.TITLE, "summary": Role.SUMMARY}


@dataclass
class Reading:
    """An edition's content at one moment, as checks see it. Nothing here reads the database:
    `read_for_checks` has done that.

    :param now: the instant of the check (aware datetime).
    :param behind: what stands behind the addresses of documents that links name.
    :param outside: what was found at the addresses outside, by address.
    """

    content: Mapping[str, Any]
    now: datetime
    behind: Mapping[lookup.Key, lookup.LinkTarget] = field(default_factory=dict)
    outside: Mapping[str, LinkCheck] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        """The kind of the content."""
        return kinds.get_kind(self.content["kind"])

    @property
    def source(self) -> str:
        """The language that the others are translated from."""
        return str(self.content["fields"]["source_language"])

    @property
    def today(self) -> date:
        """The day as of which the content speaks: a report speaks of its own year, whenever it is read again."""
        spoken = self.kind.speaks_on(self.content) if self.kind.speaks_on else None
        return min(spoken, self.now.date()) if spoken else self.now.date()

    @cached_property
    def languages(self) -> list[str]:
        """The languages in which it would be public, the source language first."""
        excepted = self.content["fields"].get("excepted_languages") or []
        shown = [code for code in languages.codes() if code not in excepted]
        return sorted(shown, key=lambda code: code != self.source)

    @cached_property
    def texts(self) -> list[Text]:
        """Every text that is not empty, in the order of the form."""
        return [text for by_language in self.by_path.values() for text in by_language.values()]

    @cached_property
    def by_path(self) -> dict[str, dict[str, Text]]:
        """The texts by path and language; languages in which the text is empty are left out."""
        found: dict[str, dict[str, Text]] = {}
        for path, model, name, values, headed in _places(self.kind, self.content):
            role = Role.RICH if name in _rich(model) else _ROLES.get(path, Role.LINE)
            part = path.partition("/")[0] if "/" in path else ""
            found[path] = {
                code: Text(path, code, role, values[code], code in headed, name, part)
                for code in self.languages
                if values.get(code)
            }
        return found

    @cached_property
    def links(self) -> list[tuple[Text, Anchor, Target]]:
        """Every link in the texts, and what it leads to."""
        return [(text, anchor, addresses.parse(anchor.href)) for text in self.texts for anchor in text.anchors]

    @cached_property
    def addresses(self) -> list[tuple[str, str]]:
        """(path, address) of every field that holds nothing but an address."""
        fields = _url_fields(self.kind.model)
        found = [(name, self.content["fields"].get(name)) for name in fields]
        for part in self.kind.parts:
            for row in self.content["parts"].get(part_name(part), []):
                found += [(f"{part_name(part)}/{row['key']}/{name}", row.get(name)) for name in _url_fields(part)]
        return [(path, str(value)) for path, value in found if value]

    @cached_property
    def files(self) -> list[Mapping[str, Any]]:
        """The rows of files that belong to the edition."""
        return list(self.content["parts"].get(part_name(Attachment), []))

    def pairs(self) -> Iterator[tuple[Text, Text]]:
        """(source, translation) of every text that both languages have."""
        for by_language in self.by_path.values():
            source = by_language.get(self.source)
            if source is not None:
                yield from ((source, text) for code, text in by_language.items() if code != self.source)

    def outside_urls(self) -> set[str]:
        """Every address outside this site that the content names."""
        named = {target.url for _text, _anchor, target in self.links if target.where == Where.OUTSIDE}
        parsed = (addresses.parse(address) for _path, address in self.addresses)
        return named | {target.url for target in parsed if target.where == Where.OUTSIDE}


def read_for_checks(
    content: Mapping[str, Any], *, now: datetime, document: int | None, outside: bool = True
) -> Reading:
    """The content with what stands behind its links.

    :param document: primary key of its document; none for one that is yet to be made.
    :param outside: whether to look up what was found at addresses outside; no required check asks for that.
    """
    reading = Reading(content, now)
    keys = {(t.language, t.path) for _text, _anchor, t in reading.links if t.where == Where.DOCUMENT}
    reading.behind = lookup.documents(keys, now=now, own=document)
    if outside:
        reading.outside = lookup.outside(reading.outside_urls())
    return reading


def _places(
    kind: Kind, content: Mapping[str, Any]
) -> Iterator[tuple[str, type[models.Model], str, Mapping[str, str], set[str]]]:
    """(path, model, field, texts, languages in which a heading stands above) of every translated field, in order."""
    everywhere = set(languages.codes())
    for name in own_fields(kind.model):
        if name in translated(kind.model) and name not in _NO_TEXT and name in content["fields"]:
            yield name, kind.model, name, content["fields"][name], everywhere
    for part in kind.parts:
        key, names = part_name(part), [name for name in own_fields(part) if name in translated(part)]
        above: set[str] = set() if issubclass(part, Section) else everywhere
        for row in content["parts"].get(key, []):
            above = above | {code for code in everywhere if (row.get("heading") or {}).get(code)}
            for name in names:
                if name in row:
                    yield f"{key}/{row['key']}/{name}", part, name, row[name], above


def _rich(model: type[models.Model]) -> frozenset[str]:
    if model not in _RICH:
        _RICH[model] = frozenset(
            name for name in translated(model) if isinstance(model._meta.get_field(name), RichTextField)
        )
    return _RICH[model]


def _url_fields(model: type[models.Model]) -> tuple[str, ...]:
    if model not in _URLS:
        names = [name for name in own_fields(model) if name not in translated(model)]
        _URLS[model] = tuple(name for name in names if isinstance(model._meta.get_field(name), models.URLField))
    return _URLS[model]


_RICH: dict[type[models.Model], frozenset[str]] = {}
_URLS: dict[type[models.Model], tuple[str, ...]] = {}
