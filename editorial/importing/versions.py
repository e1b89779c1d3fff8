"""Matching the sections of language versions, in their order and without understanding a word of them.

Where two versions have as many sections, they are matched one by one. Where they do not, the matching is the one in
which matched sections resemble each other most (Needleman and Wunsch, 1970) by what a translation leaves as it is:
numbers, acronyms, addresses of links, the count of paragraphs, items and tables, and roughly the length.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from editorial.richtext import field

#: What leaving a section unmatched costs against matching two that resemble each other not at all (0) or wholly (1).
_GAP = -0.12
_UNALIKE = 0.35
_TOKEN = re.compile(r"\d[\d.,\u00a0]*\d|\d|\b[A-Z]{2,}\b")
_TAG = re.compile(r"<(p|li|h3|h4|tr)\b")
_HREF = re.compile(r'href="([^"]+)"')


@dataclass(frozen=True)
class Text:
    """A section's heading and text (clean rich text) in one language."""

    heading: str
    body: str

    @cached_property
    def words(self) -> str:
        """Heading and text without markup."""
        return f"{self.heading} {field.plain(self.body)}".strip()

    @cached_property
    def constants(self) -> frozenset[str]:
        """What a translation leaves as it is."""
        numbers = {re.sub(r"[.,\u00a0]", "", token) for token in _TOKEN.findall(self.words)}
        return frozenset(numbers | set(_HREF.findall(self.body)))

    @cached_property
    def shape(self) -> dict[str, int]:
        """How many elements of each sort that tells something its text has."""
        found: dict[str, int] = {}
        for tag in _TAG.findall(self.body):
            found[tag] = found.get(tag, 0) + 1
        return found

    @property
    def passages(self) -> int:
        """How many paragraphs, items, rows and headings its text has; a bare cell or item counts once."""
        return sum(self.shape.values())


def resemblance(one: Text, other: Text) -> float:
    """0 to 1: how much two sections of different languages resemble each other."""
    shared = len(one.constants & other.constants)
    either = len(one.constants | other.constants)
    constants = shared / either if either else 0.5
    tags = {*one.shape, *other.shape}
    differing = sum(abs(one.shape.get(tag, 0) - other.shape.get(tag, 0)) for tag in tags)
    shape = 1 - differing / (one.passages + other.passages) if tags else 1.0
    lengths = sorted((len(one.words) + 20, len(other.words) + 20))
    headed = float(bool(one.heading) == bool(other.heading))
    return 0.4 * constants + 0.25 * shape + 0.25 * (lengths[0] / lengths[1]) + 0.1 * headed


def match(ones: Sequence[Text], others: Sequence[Text]) -> list[tuple[int | None, int | None]]:
    """Pairs of places in `ones` and `others`, in their order; None where one has no counterpart."""
    if len(ones) == len(others):
        return [(place, place) for place in range(len(ones))]
    alike = [[resemblance(one, other) - _UNALIKE for other in others] for one in ones]
    best = [[_GAP * (row + column) for column in range(len(others) + 1)] for row in range(len(ones) + 1)]
    for row in range(1, len(ones) + 1):
        for column in range(1, len(others) + 1):
            best[row][column] = max(
                best[row - 1][column - 1] + alike[row - 1][column - 1],
                best[row - 1][column] + _GAP,
                best[row][column - 1] + _GAP,
            )
    return _path(best, alike, len(ones), len(others))


def _path(
    best: list[list[float]], alike: list[list[float]], row: int, column: int
) -> list[tuple[int | None, int | None]]:
    """The way back from the end of the table of best sums."""
    pairs: list[tuple[int | None, int | None]] = []
    while row or column:
        here = best[row][column]
        if row and column and abs(here - best[row - 1][column - 1] - alike[row - 1][column - 1]) < 1e-9:
            row, column = row - 1, column - 1
            pairs.append((row, column))
        elif row and abs(here - best[row - 1][column] - _GAP) < 1e-9:
            row -= 1
            pairs.append((row, None))
        else:
            column -= 1
            pairs.append((None, column))
    return pairs[::-1]
