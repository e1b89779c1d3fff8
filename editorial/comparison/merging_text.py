"""Two versions of one text, both made from a third, put together as far as that goes without losing anybody's words."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from editorial.base import sequences
from editorial.richtext import field

_WORD = re.compile(r"\s+|[^\s]+")
_TAG_OR_WORD = re.compile(r"<[^>]+>|\s+|[^<\s]+")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*>", re.IGNORECASE)
_PARAGRAPH = re.compile(r"(<(p|h3|h4)[^>]*>)(.*)(</\2>)", re.DOTALL)


@dataclass(frozen=True)
class Combined:
    """The result. `clean`: the two changed different places, so that each change stands as it was meant."""

    text: str
    clean: bool


def lines(base: str, theirs: str, mine: str) -> Combined:
    """Plain texts, word by word; where both changed the same words, theirs come first and mine after them."""
    pieces = [_WORD.findall(text) for text in (base, theirs, mine)]
    return _combined(*pieces, meet=_both_words)


def rich(base: str, theirs: str, mine: str) -> Combined:
    """Rich texts, block by block, and word by word within a paragraph that both changed; the result is sound HTML.

    All three are clean (see `editorial.richtext.field`).
    """
    found = _combined(*(list(_blocks(text)) for text in (base, theirs, mine)), meet=_both_blocks)
    return Combined(field.clean(found.text), found.clean)


#: What becomes of a place that both changed: (base, theirs, mine) to the pieces that stand there, and whether cleanly.
_Meet = Callable[[Sequence[str], Sequence[str], Sequence[str]], tuple[list[str], bool]]


def _combined(base: Sequence[str], theirs: Sequence[str], mine: Sequence[str], *, meet: _Meet) -> Combined:
    out: list[str] = []
    clean = True
    for old, other, own in _hunks(base, theirs, mine):
        if other == own or own == old:
            out += other
        elif other == old:
            out += own
        else:
            pieces, sound = meet(old, other, own)
            out += pieces
            clean = clean and sound
    return Combined("".join(out), clean)


def _both_words(old: Sequence[str], other: Sequence[str], own: Sequence[str]) -> tuple[list[str], bool]:
    between = [" "] if other and own and not other[-1].isspace() and not own[0].isspace() else []
    return [*other, *between, *own], False


def _both_blocks(old: Sequence[str], other: Sequence[str], own: Sequence[str]) -> tuple[list[str], bool]:
    if len(old) == len(other) == len(own) == 1:
        parts = [_PARAGRAPH.fullmatch(block) for block in (old[0], other[0], own[0])]
        first, second, third = parts
        if first and second and third and first[1] == second[1] == third[1]:
            inner = _combined(*(_TAG_OR_WORD.findall(part[3]) for part in (first, second, third)), meet=_both_words)
            whole = f"{first[1]}{inner.text}{first[4]}"
            if inner.clean and field.clean(whole) == whole:
                return [whole], True
    return [*other, *own], False


def _blocks(html: str) -> Iterator[str]:
    """The outermost elements of `html`, each as a whole."""
    depth = start = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() == "br":
            continue
        depth += -1 if tag[1] else 1
        if depth == 0:
            yield html[start : tag.end()]
            start = tag.end()
    if html[start:]:
        yield html[start:]


def _hunks(
    base: Sequence[str], theirs: Sequence[str], mine: Sequence[str]
) -> Iterator[tuple[Sequence[str], Sequence[str], Sequence[str]]]:
    """The three cut at the places where all of them say the same; as diff3 does it (Khanna, Kunal and Pierce, 2007)."""
    a = b = c = 0
    for at_base, at_theirs, at_mine, size in _common(base, theirs, mine):
        if (a, b, c) != (at_base, at_theirs, at_mine):
            yield base[a:at_base], theirs[b:at_theirs], mine[c:at_mine]
        if size:
            same = base[at_base : at_base + size]
            yield same, same, same
        a, b, c = at_base + size, at_theirs + size, at_mine + size


def _common(base: Sequence[str], theirs: Sequence[str], mine: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """(place in each, length) of what all three share, in order; an empty one at the very end closes the list."""
    ours, own = sequences.common(base, theirs), sequences.common(base, mine)
    i = j = 0
    while i < len(ours) and j < len(own):
        left, right = ours[i], own[j]
        start, end = max(left.a, right.a), min(left.a + left.size, right.a + right.size)
        if start < end:
            yield start, left.b + start - left.a, right.b + start - right.a, end - start
        if left.a + left.size < right.a + right.size:
            i += 1
        else:
            j += 1
    yield len(base), len(theirs), len(mine), 0
