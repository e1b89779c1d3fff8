"""Reading the demo's data files: TOML, checked key by key, with errors that name the file and the key."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from editorial.base import languages

#: Where the data files are.
CONTENT = Path(__file__).parent / "content"

_BLOCK = r"(?:p|ul|ol|li|h\d|blockquote|dl|dt|dd|table|caption|thead|tbody|tr|th|td)\b"
_HTML_BLOCK = re.compile(rf"<{_BLOCK}")
#: Line breaks beside a tag of a block only lay out the file.
_AROUND_BLOCK = re.compile(rf"(</?{_BLOCK}[^>]*>)\s*\n\s*|\s*\n\s*(?=</?{_BLOCK})")


class ContentError(Exception):
    """Raised where a data file lacks something or says something that nobody reads."""


class Table:
    """A table of a data file, read key by key; `finish` then finds what nobody asked for."""

    def __init__(self, values: Mapping[str, Any], place: str) -> None:
        """
        :param values: the table as `tomllib` read it.
        :param place: how errors name it: the file, and the way to the table in it.
        """
        self.values = values
        self.place = place
        self._read: set[str] = set()

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def error(self, name: str, message: str) -> ContentError:
        """The error to raise about the key `name`."""
        return ContentError(f"{self.place}: {name}: {message}")

    def get(self, name: str, kind: type, default: Any = None) -> Any:
        """The value of a key that may be missing; it is of the given type."""
        self._read.add(name)
        value = self.values.get(name, default)
        if name in self.values and (not isinstance(value, kind) or (kind is int and isinstance(value, bool))):
            raise self.error(name, f"{value!r} is not {_KINDS[kind]}.")
        return value

    def require(self, name: str, kind: type) -> Any:
        """The value of a key that must be there."""
        if name not in self.values:
            raise self.error(name, "missing.")
        return self.get(name, kind)

    def choice(self, name: str, known: Collection[str]) -> str:
        """A text that must be one of those known."""
        return self._known(name, self.require(name, str), known)

    def choices(self, name: str, known: Collection[str]) -> list[str]:
        """A list, perhaps empty, of texts that must be among those known."""
        return [self._known(name, value, known) for value in self.get(name, list, [])]

    def _known(self, name: str, value: Any, known: Collection[str]) -> str:
        if value not in known:
            raise self.error(name, f"{value!r} is not known; there are {', '.join(sorted(known))}.")
        return str(value)

    def text(self, name: str) -> str:
        """A text in one language, or empty where the key is missing."""
        return plain_text(self.get(name, str, ""))

    def texts(self, name: str, *, rich: bool = False, needed: Collection[str] | None = None) -> dict[str, str]:
        """A text in every language (`title.en`, `title.fr` …); empty in all of them where the key is missing.

        :param rich: whether it is paragraphs and HTML rather than a line.
        :param needed: the languages that it must be written in, where those are not all.
        """
        table = Table(self.get(name, dict, {}), f"{self.place}: {name}")
        convert = rich_text if rich else plain_text
        found = {code: convert(table.get(code, str, "")) for code in languages.codes()}
        table.finish()
        if name in self.values:
            for code in languages.codes() if needed is None else needed:
                if not found[code]:
                    raise self.error(f"{name}.{code}", "missing.")
        return found

    def lists(self, name: str) -> dict[str, str]:
        """Several words or phrases in each language that has any, as lines."""
        table = Table(self.get(name, dict, {}), f"{self.place}: {name}")
        found = {code: "\n".join(table.get(code, list, [])) for code in languages.codes()}
        table.finish()
        return found

    def table(self, name: str) -> "Table | None":
        """The table under a key, or None."""
        values = self.get(name, dict)
        return None if values is None else Table(values, f"{self.place}: {name}")

    def tables(self, name: str) -> "list[Table]":
        """The tables that are listed under a key, perhaps none."""
        rows = []
        for number, values in enumerate(self.get(name, list, []), 1):
            if not isinstance(values, dict):
                raise self.error(name, f"{values!r} is not a table.")
            rows.append(Table(values, f"{self.place}: {name} {number}"))
        return rows

    def finish(self) -> None:
        """Raise ContentError for a key that was not asked for."""
        for name in self.values:
            if name not in self._read:
                known = ", ".join(sorted(self._read))
                raise self.error(name, f"unknown key; those known here are {known}.")


_KINDS = {str: "a text", int: "a whole number", bool: "true or false", list: "a list", dict: "a table"}


def plain_text(text: str) -> str:
    """A line, however many lines of the file it takes."""
    return re.sub(r" *\n *", " ", text.strip())


def rich_text(text: str) -> str:
    """Paragraphs, divided by empty lines, as HTML; what begins with the tag of a block is HTML already."""
    parts = (part.strip() for part in re.split(r"\n[ \t]*\n", text.strip()))
    return "".join(_block(part) for part in parts if part)


def _block(text: str) -> str:
    if _HTML_BLOCK.match(text):
        return plain_text(_AROUND_BLOCK.sub(r"\1", text))
    return f"<p>{plain_text(text)}</p>"


def read(path: Path) -> Table:
    """The table that is a whole file. Raises ContentError where it is no TOML."""
    place = str(path.relative_to(CONTENT)) if path.is_relative_to(CONTENT) else path.name
    try:
        return Table(tomllib.loads(path.read_text("utf-8")), place)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise ContentError(f"{place}: this is not TOML. {problem}") from problem


def rows(name: str) -> Iterator[tuple[str, Table]]:
    """The tables of a file of the folder `content`, by their names, in order (`[CA]`, `[MX]` …)."""
    table = read(CONTENT / f"{name}.toml")
    for key in table.values:
        row = table.table(key)
        if row is not None:
            yield key, row
