"""What a remark can be about: places in a content, and passages that are found again by their words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from html import unescape
from typing import Any

import nh3
from django.utils import translation
from django.utils.translation import gettext as _

from editorial.base import html_bounds, languages
from editorial.comparison import diff
from editorial.content import kinds
from editorial.content.canonical import Content, own_fields, part_name
from editorial.content.wording import Words

#: Content that nobody writes: it is granted.
_GRANTED = frozenset({"excepted_languages"})
_BLOCK_END = re.compile(r"</(?:p|h\d|li|tr|t[dh]|caption|blockquote|dt|dd|ul|ol)>|<br\s*/?>", re.IGNORECASE)


class Found(StrEnum):
    """What became of a remark's place in the present text."""

    HERE = "here"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True)
class Place:
    """A place to choose: its path (see `Remark.path`), what it is called, and whether it is a part."""

    path: str
    label: str
    is_part: bool = False


def choices(value: Content, words: Words | None = None) -> list[Place]:
    """The whole edition, each of its fields and each of its parts, in the order of the form.

    :param words: those of `value`, where the caller has them.
    """
    kind = kinds.get_kind(value["kind"])
    names = [name for name in own_fields(kind.model) if name in value["fields"] and name not in _GRANTED]
    parts = [
        f"{part_name(part)}/{row['key']}" for part in kind.parts for row in value["parts"].get(part_name(part), ())
    ]
    labels = diff.labels_of(value, [*names, *parts], words)
    found = [Place(path, label, "/" in path) for path, label in zip([*names, *parts], labels, strict=True)]
    return [Place("", _("The whole edition")), *found]


def exists(value: Content, path: str) -> bool:
    """Whether the content has this place."""
    if not path:
        return True
    name, _slash, rest = path.partition("/")
    if not rest:
        return name in value["fields"] and name not in _GRANTED
    key, _slash, field = rest.partition("/")
    row = next((row for row in value["parts"].get(name, ()) if str(row["key"]) == key), None)
    return row is not None and (not field or (field in row and field != "key"))


def is_translated(value: Content, path: str) -> bool:
    """Whether the place has a text for each language, or holds such texts."""
    return any(True for _found in _texts(value, path, ""))


def called(value: Content, path: str) -> dict[str, str]:
    """What a place is called now, by interface language."""
    found = {}
    for code in languages.codes():
        with translation.override(code):
            found[code] = diff.labels_of(value, [path])[0] if path else _("The whole edition")
    return found


def locate(value: Content, path: str, language: str, quotation: str) -> tuple[str, str] | None:
    """The path and the language of the first text under `path` in which the passage stands; none where it does not.

    White space counts as one space, and marking does not count: a passage is what a reader sees and selects.

    :param language: empty for any.
    """
    wanted = folded(quotation)
    for where, code, text in _texts(value, path, language):
        if wanted in plain(text):
            return where, code
    return None


def find_place(value: Content, path: str, language: str, quotation: str) -> Found:
    """Whether a remark's place is still there, and its passage in it."""
    if not exists(value, path):
        return Found.GONE
    if quotation and locate(value, path, language, quotation) is None:
        return Found.CHANGED
    return Found.HERE


def plain(text: str) -> str:
    """A text, rich or not, as a reader sees it, on one line."""
    if "<" in text:
        text = nh3.clean(html_bounds.bounded(_BLOCK_END.sub(r"\g<0> ", text)), tags=set())
    return folded(unescape(text))


def folded(text: str) -> str:
    """A text with every run of white space as one space."""
    return " ".join(text.split())


def _texts(value: Content, path: str, language: str) -> Iterator[tuple[str, str, str]]:
    """(path, language, text) of every text under a path."""
    for where, texts in _under(value, path):
        for code in languages.codes():
            if (not language or code == language) and texts.get(code) is not None:
                yield where, code, texts[code]


def _under(value: Content, path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, texts in value["fields"].items():
        if isinstance(texts, dict) and path in ("", name):
            yield name, texts
    if path and "/" not in path:
        return
    for part, rows in value["parts"].items():
        for row in rows:
            own = f"{part}/{row['key']}"
            for name, texts in row.items():
                if isinstance(texts, dict) and path in ("", own, f"{own}/{name}"):
                    yield f"{own}/{name}", texts
