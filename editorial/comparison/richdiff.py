"""Two pieces of rich text in one, word by word, as a reader sees them.

What went stands in `del`, what came in `ins`, each announced in hidden words, so that neither colour nor sight is
needed to tell them apart; words that look otherwise now (bold, a heading, a link elsewhere) carry a note that says so.

The structure is that of the later text: whatever stands outside `del` and the notes *is* the later text, markup
included. People sign what they read here, so this must hold for any two texts (see docs/adr/0018-word-by-word.md).
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

import nh3
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from editorial.base import html_bounds, sequences
from editorial.comparison.linediff import Word, marked_line, note, once_more, plain_words, whole_line, words_of
from editorial.richtext import field, tree
from editorial.richtext.canonical import MARKS
from editorial.richtext.tree import Element

_LINES = ("", "p", "h3", "h4", "caption")
#: Blocks that can be compared with each other; all others only with their like.
_FAMILIES = {
    "": "line",
    "p": "line",
    "h3": "line",
    "h4": "line",
    "ul": "list",
    "ol": "list",
    "th": "cell",
    "td": "cell",
}
#: There is at most one of these in a table.
_SINGLE = ("caption", "thead", "tbody")
#: Blocks with fewer words in common than this are two blocks, not one that changed.
_ALIKE = 0.35
#: Above this many pairs of blocks, or of words in them, each is compared with the one in its place only.
_MANY, _MANY_WORDS = 4000, 300_000

_NO_LETTERS = re.compile(r"<[^>]*>|[ \t\n\r\f]+")
#: The cleaner has the last word on the result as on any rich text; `ins`, `del` and the notes' classes are all it adds.
_CLEANER = nh3.Cleaner(
    tags={*field.TAGS, "ins", "del"},
    clean_content_tags={"script", "style", "template", "title", "noscript", "iframe", "object", "svg", "math"},
    attributes=field.ATTRIBUTES,
    allowed_classes={"span": {"visually-hidden", "diff-note", "diff-format"}},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
    strip_comments=True,
)


def marked(before: str, after: str) -> SafeString:
    """Both texts in one piece of safe HTML.

    :param before: clean rich text (see `editorial.richtext.field`); `after` likewise; either may be empty.
    """
    old, new = blocks_of(before), blocks_of(after)
    return mark_safe(_CLEANER.clean(html_bounds.bounded("".join(_merged(old, new)))))  # noqa: S308  # cleaned just now


def cleaned(html: str) -> SafeString:
    """Rich text as it stands, cleaned once more before it is shown."""
    return mark_safe(_CLEANER.clean(html_bounds.bounded(html)))  # noqa: S308  # cleaned just now


def same(before: str, after: str) -> bool:
    """Whether a reader sees no difference: equal but for where white space stands."""
    if before == after:
        return True
    if _NO_LETTERS.sub("", before) != _NO_LETTERS.sub("", after):
        return False  # most differences are seen at once, without taking the texts apart
    return [each.key for each in blocks_of(before)] == [each.key for each in blocks_of(after)]


class Block:
    """A line with its words, or a container with the blocks in it (a list, a table and its rows, a quotation…)."""

    def __init__(self, element: Element, words: Sequence[Word] = (), children: Sequence["Block"] = ()) -> None:
        self.tag = element.tag
        self.element = element
        self.words = words
        self.children = children

    @property
    def family(self) -> str:
        """What it can be compared with."""
        return _FAMILIES.get(self.tag, self.tag)

    @cached_property
    def opening(self) -> str:
        """Its opening tag; none for a line that stands bare in an item, a cell or a quotation."""
        return self.element.opening() if self.tag else ""

    @property
    def closing(self) -> str:
        """Its closing tag."""
        return f"</{self.tag}>" if self.tag else ""

    @cached_property
    def key(self) -> bytes:
        """A digest of all that a reader sees of it; equal for two blocks that look and say the same.

        A digest, so that what holds a list of lists is not compared again for every list that it stands in.
        """
        opening = "<p>" if not self.tag else self.opening
        seen = (opening, [word[:3] for word in self.words], [child.key for child in self.children])
        return hashlib.sha256(repr(seen).encode()).digest()

    @cached_property
    def bag(self) -> Counter[str]:
        """How often it says which word."""
        found = Counter(word.text for word in self.words)
        for child in self.children:
            found.update(child.bag)
        return found

    def wrapped(self, inner: str) -> str:
        """`inner` within its tags."""
        return f"{self.opening}{inner}{self.closing}"


def blocks_of(html: str) -> list[Block]:
    """The blocks of rich text. What was stored is clean; that it is well formed is made sure of here all the same."""
    return _blocks(tree.tree(_CLEANER.clean(html_bounds.bounded(html))).children)


def _blocks(nodes: Sequence[Element | str]) -> list[Block]:
    found: list[Block] = []
    run: list[Element | str] = []

    def end() -> None:
        words = words_of(run)
        if words:
            found.append(Block(Element(""), words))
        run.clear()

    for node in nodes:
        if isinstance(node, str) or node.tag in MARKS or node.tag == "br":
            run.append(node)
            continue
        end()
        if node.tag in _LINES:
            found.append(Block(node, words_of(node.children)))
        elif node.tag in field.TAGS:
            found.append(Block(node, (), _blocks(node.children)))
        else:
            found += _blocks(node.children)  # no element of ours: its text alone
    end()
    return found


def _merged(old: Sequence[Block], new: Sequence[Block]) -> Iterator[str]:
    pairs = list(_pairs(old, new))
    gone = Counter(each.key for each, other in pairs if each is not None and other is None)
    come = Counter(each.key for other, each in pairs if each is not None and other is None)
    for before, after in pairs:
        if after is None and before is not None:
            yield _whole(before, "del", _("moved away from here") if before.key in come else "")
        elif before is None and after is not None:
            yield _whole(after, "ins", _("moved to here") if after.key in gone else "")
        elif before is not None and after is not None:
            yield _unchanged(after) if before.key == after.key else _changed(before, after)


def _unchanged(block: Block) -> str:
    if block.tag in _LINES:
        return block.wrapped(once_more(block.words))
    return block.wrapped("".join(_unchanged(child) for child in block.children))


def _whole(block: Block, how: str, said: str = "") -> str:
    """All of a block gone or new, marked within its lines; `said` is a note at its beginning."""
    if block.tag in _LINES:
        inner = (note(said) if said else "") + whole_line(block.words, how)
        # What went must not run into the line beside it.
        return block.wrapped(inner) if block.tag or how == "ins" else f"<p>{inner}</p>"
    first, *rest = block.children or [Block(Element(""))]
    return block.wrapped(_whole(first, how, said) + "".join(_whole(child, how) for child in rest))


def _changed(before: Block, after: Block) -> str:
    said = _otherwise(before, after)
    if after.tag in _LINES:
        return after.wrapped((note(said) if said else "") + marked_line(before.words, after.words))
    inner = "".join(_merged(before.children, after.children))
    if not said:
        return after.wrapped(inner)
    if after.family == "cell" or after.tag in ("li", "blockquote"):
        return after.wrapped(note(said) + inner)
    return f"<p>{note(said)}</p>{after.wrapped(inner)}"


def _otherwise(before: Block, after: Block) -> str:
    """What is otherwise about a block beside its words, in words."""
    if (before.tag or "p") != (after.tag or "p"):
        return _("before: %(before)s; now: %(after)s") % {"before": _name(before.tag), "after": _name(after.tag)}
    if before.tag and after.tag and before.opening != after.opening:
        languages = before.element.attributes.get("lang", ""), after.element.attributes.get("lang", "")
        if languages[0] != languages[1]:
            values = {"before": languages[0] or "–", "after": languages[1] or "–"}
            return _("language of this passage, before: %(before)s; now: %(after)s") % values
        return _("laid out otherwise")
    return ""


def _name(tag: str) -> str:
    return {
        "h3": _("heading"), "h4": _("smaller heading"), "ul": _("list with bullets"), "ol": _("numbered list"),
        "th": _("header cell"), "td": _("cell"),
    }.get(tag, _("paragraph"))  # fmt: skip


_Pair = tuple[Block | None, Block | None]


def _pairs(old: Sequence[Block], new: Sequence[Block]) -> Iterator[_Pair]:
    """Which block became which; in the order of the later text, what went before what came in its place."""
    if new and old and new[0].family == "cell" and len(old) == len(new):
        yield from zip(old, new, strict=True)
        return
    for how, a, b, c, d in sequences.steps([each.key for each in old], [each.key for each in new]):
        if how == "equal":
            yield from zip(old[a:b], new[c:d], strict=True)
        else:
            yield from _likest(old[a:b], new[c:d])


def _likest(old: Sequence[Block], new: Sequence[Block]) -> Iterator[_Pair]:
    """Pairs of blocks in order, so that as many words as possible are in both blocks of a pair."""
    a = b = 0
    for x, y in [*_chosen(old, new), (len(old), len(new))]:
        yield from ((each, None) for each in old[a:x])
        yield from ((None, each) for each in new[b:y])
        if x < len(old) and y < len(new):
            yield old[x], new[y]
        a, b = x + 1, y + 1


def _chosen(old: Sequence[Block], new: Sequence[Block]) -> list[tuple[int, int]]:
    """Which of the old blocks became which of the new, by their places, in order."""
    words = len(new) * sum(len(each.bag) for each in old) + len(old) * sum(len(each.bag) for each in new)
    if len(old) * len(new) > _MANY or words > _MANY_WORDS:
        return [(n, n) for n in range(min(len(old), len(new))) if _likeness(old[n], new[n]) >= _ALIKE]
    if len(old) == len(new) == 1:
        return [(0, 0)] if old[0].family == new[0].family else []
    # best[x][y]: the most likeness that the blocks from x and from y on can have in common.
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    likeness = [[_likeness(before, after) for after in new] for before in old]
    for x in range(len(old) - 1, -1, -1):
        for y in range(len(new) - 1, -1, -1):
            together = likeness[x][y] + best[x + 1][y + 1] if likeness[x][y] >= _ALIKE else 0.0
            best[x][y] = max(together, best[x + 1][y], best[x][y + 1])
    found = []
    x = y = 0
    while x < len(old) and y < len(new):
        if best[x][y] == best[x + 1][y]:
            x += 1
        elif best[x][y] == best[x][y + 1]:
            y += 1
        else:
            found.append((x, y))
            x, y = x + 1, y + 1
    return found


def _likeness(before: Block, after: Block) -> float:
    """From 0 (two blocks of another sort, or without a common word) to 1."""
    if before.family != after.family:
        return 0.0
    if before.tag in _SINGLE:
        return 1.0
    together = sum((before.bag & after.bag).values())
    return 2 * together / ((before.bag.total() + after.bag.total()) or 1)


def plain(before: str, after: str) -> SafeString:
    """Two plain texts in one, word by word; line ends become `br`."""
    return mark_safe(marked_line(plain_words(before), plain_words(after)))  # noqa: S308  # every word was escaped
