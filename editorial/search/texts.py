"""What an edition's content says to the search, by how much it counts: names, summary, headings, running text.

It follows from the content itself: the title and what the kind names in `Kind.names` are names; other lines of text in
parts are headings; rich text is running text. A new kind is searched without a word said about it.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import models

from editorial.base.text import LineField
from editorial.base.text_folding import fold
from editorial.content import canonical as content_module
from editorial.content import kinds
from editorial.content.kinds import Kind
from editorial.richtext.field import RichTextField

#: Fields of an edition that are no text to be found, or have a place of their own.
_APART = frozenset({"title", "summary", "slug", "change_note", "file"})
#: Words of a passage, the stretch of text that a result shows; sentences are kept whole up to the larger number.
_PASSAGE, _LONGEST = 28, 48

_TAG = re.compile(r"<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>")
_BLOCK_END = re.compile(r"</(?:p|h\d|li|td|th|tr|caption|blockquote)>|<br\s*/?>")
_SENTENCE_END = re.compile(r"(?<=[.!?…;:])[»”\")]*[\s\u00a0\u202f]+")


@dataclass(frozen=True)
class Texts:
    """What one language of an edition says. `names` come beside the title; `passages` are in reading order."""

    title: str
    names: list[str]
    summary: str
    headings: list[str]
    passages: list[str]


def searched_texts(content: Mapping[str, Any], language: str) -> Texts:
    """The texts of `content` (see `editorial.content.canonical`) in one language, plain, as they were written."""
    kind = kinds.get_kind(content["kind"])
    fields = content["fields"]
    names: list[str] = []
    headings: list[str] = []
    running: list[str] = []
    for path, field, values in _rows(kind, content):
        if not (said := _text_in(values[field.name], language)):
            continue
        if path in kind.names:
            names.append(said)
        elif isinstance(field, RichTextField):
            running += plain(said)
        else:
            running.append(said)
            if "." in path:
                headings.append(said)
    return Texts(
        _text_in(fields["title"], language),
        names,
        _text_in(fields["summary"], language),
        headings,
        [passage for text in running for passage in _passages(text)],
    )


def facets(content: Mapping[str, Any]) -> list[str]:
    """By what results can be narrowed: "name:value" of all that the kind declares in `Kind.facets`, and of the kind."""
    kind = kinds.get_kind(content["kind"])
    found = {f"{name}:{value}" for name, values in kind.facets.items() for value in values(content) if value}
    return [f"kind:{kind.key}", *sorted(found)]


def plain(rich: str) -> list[str]:
    """The blocks of a rich text (in the house's spelling), each as plain text."""
    blocks = _BLOCK_END.sub("\n", rich).split("\n")
    stripped = (html.unescape(_TAG.sub("", block)).strip() for block in blocks)
    return [block for block in stripped if block]


@cache
def _line_fields(model: type[models.Model]) -> "tuple[models.Field[Any, Any], ...]":
    """The content fields of a model that hold text for people, translated or not; codes and file names are none."""
    fields = (model._meta.get_field(name) for name in content_module.own_fields(model) if name not in _APART)
    return tuple(field for field in fields if isinstance(field, (LineField, RichTextField)))


def _rows(kind: Kind, content: Mapping[str, Any]) -> "Iterator[tuple[str, models.Field[Any, Any], Mapping[str, Any]]]":
    """(path, field, values) of every text: a field's path is its name, a part's "section.heading"."""
    for field in _line_fields(kind.model):
        yield field.name, field, content["fields"]
    for part in kind.parts:
        name, fields = content_module.part_name(part), _line_fields(part)
        for row in content["parts"][name]:
            for field in fields:
                yield f"{name}.{field.name}", field, row


def _text_in(value: Any, language: str) -> str:
    found = value.get(language) if isinstance(value, Mapping) else value
    return str(found or "")


def _passages(text: str) -> Iterable[str]:
    """`text` cut at the ends of sentences into passages of about `_PASSAGE` words; longer sentences are cut too."""
    held: list[str] = []
    for sentence in _SENTENCE_END.split(text):
        for piece in _cut(sentence.split(" ")):
            if held and len(held) + len(piece) > _LONGEST:
                yield " ".join(held)
                held = []
            held += piece
            if len(held) >= _PASSAGE:
                yield " ".join(held)
                held = []
    if held:
        yield " ".join(held)


def _cut(pieces: list[str]) -> Iterable[list[str]]:
    for begin in range(0, len(pieces), _LONGEST):
        yield pieces[begin : begin + _LONGEST]


def vocabulary(texts: Texts) -> dict[str, str]:
    """Every word of three letters and more, folded, with one way in which it is written; for near misses."""
    written = " ".join([texts.title, *texts.names, texts.summary, *texts.passages])
    found: dict[str, str] = {}
    for word in dict.fromkeys(_WORDS.findall(written)):
        # Only an abbreviation is written in capitals wherever it stands.
        found.setdefault(fold(word), word if word[1:].lower() != word[1:] else word.lower())
    return {folded: word for folded, word in found.items() if 3 <= len(folded) <= 40 and folded.isalpha()}


_WORDS = re.compile(r"[^\W\d_]+")
