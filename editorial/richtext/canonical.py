"""The one spelling of a piece of rich text.

The same text can be written as HTML in many ways (`<li>a</li>` or `<li><p>a</p></li>`, `<em>` within `<strong>` or
around it, a header row in `<thead>` or not). The prose editor reads them all and writes each in its own way; were they
all kept as they come, opening a text and changing a word would change its markup all over. So there is one spelling,
and whatever the editor makes of a text spelled so (static/editorial/richtext/widget.js) is spelled so again:

- lines (`p`, `h3`, `h4`) hold text and marks only; text that stands loose is a paragraph; an empty line says nothing;
- the first paragraph of a list item, a table's cell or a quotation stands bare unless a second follows;
- marks nest in the order of `MARKS`, each at most once; one without its attribute (a link to nowhere) is none;
- a table is rectangular; its leading header rows form the `thead`; its caption is plain text.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from editorial.richtext.tables import WIDEST, Cell, head, squared, without_empty
from editorial.richtext.tree import Element, tree, value_of

#: Marks from the outermost to the innermost, as the editor nests them (the order of richtext.EXTENSIONS, links first),
#: and the attribute that each needs to mean anything.
MARKS = {"a": "href", "strong": "", "em": "", "span": "lang", "abbr": "title", "sub": "", "sup": ""}
LINES = ("p", "h3", "h4")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_NOTHING = re.compile(r"(?:[ \t\n\r\f\u00a0]|&nbsp;)*")
_BREAK = "<br>"

#: Marks around a text: (rank, opening tag) of each, the outermost first.
Marks = tuple[tuple[int, str], ...]


class _Block(NamedTuple):
    tag: str
    opening: str
    inner: str

    def __str__(self) -> str:
        return f"{self.opening}{self.inner}</{self.tag}>"


def respell(html: str) -> str:
    """`html`, well formed and already clean, in the one spelling; empty if it says nothing."""
    return "".join(map(str, _blocks(tree(html).children)))


class _Flow:
    """Collects the blocks of a container from whatever stands in it."""

    def __init__(self) -> None:
        self.blocks: list[_Block] = []
        self._run: list[tuple[str, Marks]] = []
        self._line = _PARAGRAPH

    def take(self, nodes: Iterable[Element | str], marks: Marks, line: Element) -> None:
        """Add `nodes`, which stand within `marks`; what is no block of its own becomes a `line`."""
        for node in nodes:
            if isinstance(node, str):
                self._put(node, marks, line)
            elif node.tag == "br":
                self._put(_BREAK, marks, line)
            elif node.tag in MARKS:
                self.take(node.children, _within(marks, node), line)
            elif node.tag in _BUILDERS:
                self.end()
                self.blocks += _BUILDERS[node.tag](node, marks)
            else:
                # A line; or something out of its place, such as an item without a list: then a paragraph of its own.
                self.end()
                self.take(node.children, marks, node if node.tag in LINES else line)
                self.end()

    def _put(self, words: str, marks: Marks, line: Element) -> None:
        if self._line is not line:
            self.end()
            self._line = line
        self._run.append((words, marks))

    def end(self) -> None:
        """End the present line."""
        inner = _inline(self._run)
        if inner:
            self.blocks.append(_Block(self._line.tag, self._line.opening(), inner))
        self._run = []


_PARAGRAPH = Element("p")


def _blocks(nodes: Iterable[Element | str], marks: Marks = ()) -> list[_Block]:
    flow = _Flow()
    flow.take(nodes, marks, _PARAGRAPH)
    flow.end()
    return flow.blocks


def _inside(nodes: Iterable[Element | str], marks: Marks) -> str:
    """What stands in a list item, a cell or a quotation: the first paragraph bare, unless a second follows."""
    blocks = _blocks(nodes, marks)
    bare = bool(blocks) and blocks[0].opening == "<p>" and [block.tag for block in blocks].count("p") == 1
    return "".join(block.inner if bare and not place else str(block) for place, block in enumerate(blocks))


# Lines


def _within(marks: Marks, element: Element) -> Marks:
    """`marks` and the one that `element` makes; a passage in another language is marked by any element that says so."""
    own = [element]
    if element.tag != "span" and "lang" in element.attributes:
        own.append(Element("span", element.attributes))
    found = dict(marks)
    for mark in own:
        needed = MARKS[mark.tag]
        if not needed or value_of(needed, mark.attributes.get(needed, "")):
            found[_RANKS[mark.tag]] = mark.opening()
    return tuple(sorted(found.items()))


_RANKS = {tag: rank for rank, tag in enumerate(MARKS)}
_CLOSING = [f"</{tag}>" for tag in MARKS]


def _inline(run: Sequence[tuple[str, Marks]]) -> str:
    """A line's text with its marks; empty if there is nothing to read in it."""
    leaves = _tidy(run)
    if all(words == _BREAK or _NOTHING.fullmatch(words) for words, _marks in leaves):
        return ""
    written: list[str] = []
    opened: Marks = ()
    for words, marks in [*leaves, ("", ())]:
        kept = 0
        while kept < min(len(opened), len(marks)) and opened[kept] == marks[kept]:
            kept += 1
        written += [_CLOSING[rank] for rank, _tag in reversed(opened[kept:])]
        written += [tag for _rank, tag in marks[kept:]]
        written.append(words)
        opened = marks
    return "".join(written)


def _tidy(run: Sequence[tuple[str, Marks]]) -> list[tuple[str, Marks]]:
    """The leaves of a line with single spaces, none at its ends nor beside a break, and no break at its end."""
    leaves: list[tuple[str, Marks]] = []
    for words, marks in run:
        if words == _BREAK:
            _trim(leaves)
        else:
            words = _SPACE.sub(" ", words)
            if not leaves or leaves[-1][0] == _BREAK or leaves[-1][0].endswith(" "):
                words = words.lstrip(" ")
        if words:
            leaves.append((words, marks))
    _trim(leaves)
    while leaves and leaves[-1][0] == _BREAK:
        leaves.pop()
        _trim(leaves)
    return leaves


def _trim(leaves: list[tuple[str, Marks]]) -> None:
    """Take the space from the end; single spaces only, so that no second one comes to light."""
    if leaves and leaves[-1][0].endswith(" "):
        words, marks = leaves.pop()
        if words.rstrip(" "):
            leaves.append((words.rstrip(" "), marks))


# Containers


def _quotation(element: Element, marks: Marks) -> list[_Block]:
    inner = _inside(element.children, marks)
    return [_Block(element.tag, element.opening(), inner)] if inner else []


def _list(element: Element, marks: Marks) -> list[_Block]:
    items: list[Element] = []
    stray: Element | None = None
    for child in element.children:
        if isinstance(child, Element) and child.tag == "li":
            items.append(child)
            stray = None
        elif stray is None:
            stray = Element("li", children=[child])
            items.append(stray)
        else:
            stray.children.append(child)
    written = [_Block("li", item.opening(), _inside(item.children, marks)) for item in items]
    inner = "".join(str(item) for item in written if item.inner)
    return [_Block(element.tag, element.opening(), inner)] if inner else []


def _table(element: Element, marks: Marks) -> list[_Block]:
    captions: list[str] = []
    rows: list[list[Cell]] = []
    _gather(element, marks, captions, rows)
    caption = _SPACE.sub(" ", " ".join(captions)).strip()
    rows = squared(without_empty(rows))
    if not rows:
        return _blocks([caption], marks)
    heads = head(rows)
    parts = [("thead", rows[:heads]), ("tbody", rows[heads:])]
    inner = f"<caption>{caption}</caption>" if _NOTHING.fullmatch(caption) is None else ""
    for tag, some in parts:
        if some:
            inner += f"<{tag}>" + "".join(f"<tr>{''.join(map(str, row))}</tr>" for row in some) + f"</{tag}>"
    return [_Block("table", element.opening(), inner)]


_BUILDERS = {"ul": _list, "ol": _list, "blockquote": _quotation, "table": _table}


def _gather(element: Element, marks: Marks, captions: list[str], rows: list[list[Cell]]) -> None:
    for child in element.children:
        if isinstance(child, str):
            continue
        if child.tag == "caption":
            captions.append(_words(child))
        elif child.tag == "tr":
            cells = [cell for cell in child.children if isinstance(cell, Element) and cell.tag in ("th", "td")]
            rows.append([_cell(cell, marks) for cell in cells])
        else:
            _gather(child, marks, captions, rows)


def _words(element: Element) -> str:
    return "".join(child if isinstance(child, str) else f"{_words(child)} " for child in element.children)


def _cell(element: Element, marks: Marks) -> Cell:
    return Cell(element, _inside(element.children, marks), _span(element, "colspan"), _span(element, "rowspan"))


def _span(element: Element, name: str) -> int:
    said = element.attributes.get(name, "")
    return min(max(int(said), 1), WIDEST) if re.fullmatch(r"[0-9]{1,4}", said) else 1
