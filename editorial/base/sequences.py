"""What two sequences of words, paragraphs or keys have in common, in order, found with bounded effort.

`difflib` finds it well, but in the worst case takes the square of the length, and more: a text in which every second
word changed costs minutes. Here the effort is counted. Long sequences are first cut at what both say exactly once
(“patience”, as version control does it); between those places difflib's own search goes on until the effort is spent.
What is not looked into by then counts as different, which is always true to both texts, only coarser.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

#: Comparisons of two elements that are made at most: for each element of both sequences, and for one pair in all; a
#: short text may cost the smallest sum whatever its length. A million take two or three tenths of a second.
EFFORT_EACH, LEAST_EFFORT, MOST_EFFORT = 60, 50_000, 1_000_000
#: Sequences with more pairs of elements than this are cut at what both say once before they are searched.
_MANY_PAIRS = 1_000_000


class Common(NamedTuple):
    """A stretch that both sequences have: its places in the first and the second, and its length."""

    a: int
    b: int
    size: int


#: What became of which stretch, as difflib names it: ("equal" | "replace" | "delete" | "insert", from, to, from, to).
Step = tuple[str, int, int, int, int]


def common(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Common]:
    """The stretches that both have, in order, none beside another; at the end an empty one behind both."""
    numbers: dict[Hashable, int] = {}
    a, b = ([numbers.setdefault(each, len(numbers)) for each in side] for side in (old, new))
    found: list[Common] = []
    for each in sorted(_common_runs(a, b)):
        last = found[-1] if found else None
        if last is not None and (last.a + last.size, last.b + last.size) == each[:2]:
            found[-1] = Common(last.a, last.b, last.size + each.size)
        else:
            found.append(each)
    return [*found, Common(len(a), len(b), 0)]


def steps(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Step]:
    """How the second came from the first, in order and without a gap."""
    found: list[Step] = []
    i = j = 0
    for a, b, size in common(old, new):
        if i < a or j < b:
            found.append(("replace" if i < a and j < b else "delete" if i < a else "insert", i, a, j, b))
        if size:
            found.append(("equal", a, a + size, b, b + size))
        i, j = a + size, b + size
    return found


class _Effort:
    """How many comparisons are left."""

    def __init__(self, elements: int) -> None:
        self.left = min(max(LEAST_EFFORT, EFFORT_EACH * elements), MOST_EFFORT)

    def take(self, comparisons: int) -> bool:
        """Whether so many can still be made; they are taken then."""
        if comparisons > self.left:
            return False
        self.left -= comparisons
        return True


def _common_runs(a: list[int], b: list[int]) -> Iterator[Common]:
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    if start:
        yield Common(0, 0, start)
    if end:
        yield Common(len(a) - end, len(b) - end, end)
    effort = _Effort(len(a) + len(b))
    waiting = [(start, len(a) - end, start, len(b) - end)]
    while waiting:
        alo, ahi, blo, bhi = waiting.pop()
        if (ahi - alo) * (bhi - blo) > _MANY_PAIRS:
            anchors = _once_in_both(a[alo:ahi], b[blo:bhi]) if effort.take(ahi - alo + bhi - blo) else []
            if anchors:
                i, j = alo, blo
                for place, other in [*anchors, (ahi - alo, bhi - blo)]:
                    if place < ahi - alo:
                        yield Common(alo + place, blo + other, 1)
                    if i < alo + place and j < blo + other:
                        waiting.append((i, alo + place, j, blo + other))
                    i, j = alo + place + 1, blo + other + 1
                continue
        for each in _searched(a[alo:ahi], b[blo:bhi], effort):
            yield Common(alo + each.a, blo + each.b, each.size)


def _once_in_both(a: list[int], b: list[int]) -> list[tuple[int, int]]:
    """The places of elements that either sequence has once: the most of them that stand in the same order in both."""
    here, there = Counter(a), Counter(b)
    places = {each: place for place, each in enumerate(b) if there[each] == 1 == here[each]}
    pairs = [(place, places[each]) for place, each in enumerate(a) if each in places]
    # The longest rising run of places (Schensted 1961): `ends` holds the least end of a run of each length.
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for number, (_place, other) in enumerate(pairs):
        length = bisect_left(ends, other)
        before.append(at[length - 1] if length else -1)
        if length == len(ends):
            ends.append(other)
            at.append(number)
        else:
            ends[length], at[length] = other, number
    found: list[tuple[int, int]] = []
    number = at[-1] if at else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]


def _searched(a: list[int], b: list[int], effort: _Effort) -> Iterator[Common]:
    """What difflib finds: the longest common stretch, then those before and after it, while there is effort left."""
    matcher = SequenceMatcher(a=a, b=b, autojunk=False)
    there = Counter(b)
    costs = [0]
    for each in a:
        costs.append(costs[-1] + 1 + there[each])
    waiting = [(0, len(a), 0, len(b))]
    while waiting:
        alo, ahi, blo, bhi = waiting.pop()
        if not effort.take(costs[ahi] - costs[alo]):
            continue
        i, j, size = matcher.find_longest_match(alo, ahi, blo, bhi)
        if not size:
            continue
        yield Common(i, j, size)
        if alo < i and blo < j:
            waiting.append((alo, i, blo, j))
        if i + size < ahi and j + size < bhi:
            waiting.append((i + size, ahi, j + size, bhi))
