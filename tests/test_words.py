"""docs/words.md says of the words of the house what the screens say, in three languages."""

import re
from pathlib import Path

import pytest
from django.utils import translation

_ROW = re.compile(r"^\| ([^|]+?) \| ([^|]+?) \| ([^|]+?) \| [^|]+ \|$", re.MULTILINE)
#: Screens have these words for something else too: the column of a list, and the office that a press contact belongs
#: to.
_ALSO = {"kind", "desk"}


def _words() -> list[tuple[str, str, str]]:
    page = Path(__file__).resolve().parent.parent / "docs" / "words.md"
    rows = _ROW.findall(page.read_text())
    return [row for row in rows if row[0] not in {"word", "---", *_ALSO}]


def _on_screens(word: str, language: str) -> str:
    """What the catalogue has for a word, or else for the word with a capital; empty if it has neither."""
    catalogue = translation.trans_real.translation(language)._catalog  # type: ignore[attr-defined]  # Django's merged one
    return str(catalogue.get(word) or catalogue.get(word.capitalize()) or "").lower()


@pytest.mark.parametrize(("column", "language"), [(1, "fr"), (2, "es")])
def test_the_words_are_those_of_the_screens(column: int, language: str) -> None:
    found = {row[0]: (row[column], _on_screens(row[0], language)) for row in _words()}
    on_screens = {word: pair for word, pair in found.items() if pair[1]}
    assert len(on_screens) > 15
    assert {word: pair for word, pair in on_screens.items() if pair[0] != pair[1]} == {}
