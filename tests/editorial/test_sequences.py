"""What two sequences have in common: always true to both, whatever the effort allows; as difflib says it where that is
cheap.
"""

import random
from difflib import SequenceMatcher
from typing import Any

import pytest

from editorial.base import sequences
from tests.degenerate import PAIRS, pair


def _rebuilt(old: list[Any], new: list[Any]) -> None:
    """The steps cover both without a gap, and what is equal is."""
    i = j = 0
    for how, a, b, c, d in sequences.steps(old, new):
        assert (a, c) == (i, j)
        assert how != "equal" or old[a:b] == new[c:d]
        i, j = b, d
    assert (i, j) == (len(old), len(new))


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("length", [0, 30, 3_000, 30_000])
def test_the_steps_make_the_later_of_the_earlier(name: str, length: int) -> None:
    old, new = (text.split() for text in pair(name, length, " ".join))
    _rebuilt(old, new)


def test_any_two_short_sequences() -> None:
    chosen = random.Random(7)
    for _attempt in range(400):
        sides = [[chosen.choice("abcd") for _n in range(chosen.randrange(12))] for _side in range(2)]
        _rebuilt(*sides)
        stayed = sum(each.size for each in sequences.common(*sides))
        assert stayed >= SequenceMatcher(None, *sides, autojunk=False).ratio() * sum(map(len, sides)) / 2 - 2


@pytest.mark.parametrize("name", ["interleaved", "every second changed", "halves swapped", "equal"])
def test_what_both_say_once_is_found_in_a_long_text(name: str) -> None:
    old, new = (text.split() for text in pair(name, 120_000, " ".join))
    stayed = sum(each.size for each in sequences.common(old, new))
    assert stayed >= len(old) // 2


@pytest.mark.parametrize("name", PAIRS)
def test_the_effort_is_counted(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every search of difflib's pays beforehand for all that it may compare,
    and all of them together stay in bounds."""
    paid: list[int] = []
    take = sequences._Effort.take

    def counted(self: Any, comparisons: int) -> bool:
        taken = take(self, comparisons)
        paid.append(comparisons if taken else 0)
        return taken

    monkeypatch.setattr(sequences._Effort, "take", counted)
    old, new = (text.split() for text in pair(name, 60_000, " ".join))
    sequences.common(old, new)
    allowed = max(sequences.LEAST_EFFORT, sequences.EFFORT_EACH * (len(old) + len(new)))
    assert sum(paid) <= min(allowed, sequences.MOST_EFFORT)
