"""The one spelling of a piece of rich text.

The same text can be written as HTML in many ways (`<li>a</li>` or `<li><p>a</p></li>`, `<em>` within `<strong>` or
around it, a header row in `<thead>` or not). The prose editor reads them all and writes each in its own way; were they
all kept as they come, opening a text and changing a word would change its markup all over. So there is one spelling,
and whatever the editor makes of a text spelled so (static/editorial/prose.js) is spelled so again:

- lines (`p`, `h3`, `h4`) hold text and marks only; text that stands loose is a paragraph; an empty line says nothing;
- the first paragraph of a list item, a table's cell or a quotation stands bare unless a second follows;
- marks nest in the order of `MARKS`, each at most once; one without its attribute (a link to nowhere) is none;
- a table is rectangular; its leading header rows form the `thead`; its caption is plain text.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

#: Marks from the outermost to the innermost, as the editor nests them (the order of richtext.EXTENSIONS, links first),
#: and the attribute that each needs to mean anything.
MARKS = {"a": "href", "strong": "", "em": "", "span": "lang", "abbr": "title", "sub": "", "sup": ""}
#: The attributes of each element, in the order in which they are written.
ATTRIBUTES = {
    "a": ("href", "hreflang", "title"),
    "abbr": ("title",),
    "blockquote": ("cite", "lang"),
    "h3": ("lang",),
    "h4": ("lang",),
    "li": ("lang",),
    "ol": ("start", "lang"),
    "p": ("lang",),
    "span": ("lang",),
    "table": ("lang",),
    "td": ("colspan", "rowspan", "lang"),
    "th": ("scope", "colspan", "rowspan", "lang"),
    "ul": ("lang",),
}
LINES = ("p", "h3", "h4")
SCOPES = ("col", "row", "colgroup", "rowgroup")

_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>|([^<]+)')
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_NOTHING = re.compile(r"(?:[ \t\n\r\f\u00a0]|&nbsp;)*")
_BREAK = "<br>"
#: No cell spans more columns or rows than this.
_WIDEST = 100
#: Elements are not nested deeper than this.
_DEEPEST = 50

#: Marks around a text: (rank, opening tag) of each, the outermost first.
Marks = tuple[tuple[int, str], ...]


@dataclass
class _Element:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[_Element | str]" = field(default_factory=list)

    def opening(self, tag: str = "") -> str:
        """The tag with those attributes that mean something, in their order."""
        tag = tag or self.tag
        said = [(name, _value(name, self.attributes.get(name, ""))) for name in ATTRIBUTES.get(tag, ())]
        return "".join([f"<{tag}", *[f' {name}="{value}"' for name, value in said if value], ">"])


class _Block(NamedTuple):
    tag: str
    opening: str
    inner: str

    def __str__(self) -> str:
        return f"{self.opening}{self.inner}</{self.tag}>"


@dataclass
class _Cell:
    element: _Element
    inner: str
    columns: int = 1
    rows: int = 1

    def __str__(self) -> str:
        spans = {"colspan": self.columns, "rowspan": self.rows}
        self.element.attributes.update({name: str(span) if span > 1 else "" for name, span in spans.items()})
        return f"{self.element.opening()}{self.inner}</{self.element.tag}>"

    @property
    def heads_column(self) -> bool:
        """Whether it may stand in a header row: a header, but not of a row, or an empty corner."""
        if self.element.tag == "td":
            return not self.inner
        return self.element.attributes.get("scope") not in ("row", "rowgroup")


def respell(html: str) -> str:
    """`html`, well formed and already clean, in the one spelling; empty if it says nothing."""
    return "".join(map(str, _blocks(_tree(html).children)))


def _tree(html: str) -> _Element:
    root = _Element("")
    above = [root]
    for closing, tag, attributes, words in _TOKEN.findall(html):
        if words:
            above[-1].children.append(words)
        elif not closing:
            element = _Element(tag, dict(_ATTRIBUTE.findall(attributes)) if attributes else {})
            above[-1].children.append(element)
            if tag != "br":
                # What is nested deeper than anybody writes stands in the element above it.
                above.append(element if len(above) < _DEEPEST else above[-1])
        else:
            above.pop()
    return root


def _value(name: str, value: str) -> str:
    """An attribute's value; empty where it means nothing."""
    value = " ".join(value.split())
    match name:
        case "lang" | "hreflang":
            return value if _LANGUAGE.fullmatch(value) else ""
        case "cite":
            return value if re.match(r"https?://", value, re.IGNORECASE) else ""
        case "scope":
            return value if value in SCOPES else ""
        case "start":
            return str(int(value)) if re.fullmatch(r"[0-9]{1,4}", value) and int(value) != 1 else ""
    return value


class _Flow:
    """Collects the blocks of a container from whatever stands in it."""

    def __init__(self) -> None:
        self.blocks: list[_Block] = []
        self._run: list[tuple[str, Marks]] = []
        self._line = _PARAGRAPH

    def take(self, nodes: Iterable[_Element | str], marks: Marks, line: _Element) -> None:
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

    def _put(self, words: str, marks: Marks, line: _Element) -> None:
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


_PARAGRAPH = _Element("p")


def _blocks(nodes: Iterable[_Element | str], marks: Marks = ()) -> list[_Block]:
    flow = _Flow()
    flow.take(nodes, marks, _PARAGRAPH)
    flow.end()
    return flow.blocks


def _inside(nodes: Iterable[_Element | str], marks: Marks) -> str:
    """What stands in a list item, a cell or a quotation: the first paragraph bare, unless a second follows."""
    blocks = _blocks(nodes, marks)
    bare = bool(blocks) and blocks[0].opening == "<p>" and [block.tag for block in blocks].count("p") == 1
    return "".join(block.inner if bare and not place else str(block) for place, block in enumerate(blocks))


# Lines


def _within(marks: Marks, element: _Element) -> Marks:
    """`marks` and the one that `element` makes; a passage in another language is marked by any element that says so."""
    own = [element]
    if element.tag != "span" and "lang" in element.attributes:
        own.append(_Element("span", element.attributes))
    found = dict(marks)
    for mark in own:
        needed = MARKS[mark.tag]
        if not needed or _value(needed, mark.attributes.get(needed, "")):
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


def _quotation(element: _Element, marks: Marks) -> list[_Block]:
    inner = _inside(element.children, marks)
    return [_Block(element.tag, element.opening(), inner)] if inner else []


def _list(element: _Element, marks: Marks) -> list[_Block]:
    items: list[_Element] = []
    stray: _Element | None = None
    for child in element.children:
        if isinstance(child, _Element) and child.tag == "li":
            items.append(child)
            stray = None
        elif stray is None:
            stray = _Element("li", children=[child])
            items.append(stray)
        else:
            stray.children.append(child)
    written = [_Block("li", item.opening(), _inside(item.children, marks)) for item in items]
    inner = "".join(str(item) for item in written if item.inner)
    return [_Block(element.tag, element.opening(), inner)] if inner else []


def _table(element: _Element, marks: Marks) -> list[_Block]:
    captions: list[str] = []
    rows: list[list[_Cell]] = []
    _gather(element, marks, captions, rows)
    caption = _SPACE.sub(" ", " ".join(captions)).strip()
    rows = _squared(_without_empty(rows))
    if not rows:
        return _blocks([caption], marks)
    head = _head(rows)
    parts = [("thead", rows[:head]), ("tbody", rows[head:])]
    inner = f"<caption>{caption}</caption>" if _NOTHING.fullmatch(caption) is None else ""
    for tag, some in parts:
        if some:
            inner += f"<{tag}>" + "".join(f"<tr>{''.join(map(str, row))}</tr>" for row in some) + f"</{tag}>"
    return [_Block("table", element.opening(), inner)]


_BUILDERS = {"ul": _list, "ol": _list, "blockquote": _quotation, "table": _table}


def _gather(element: _Element, marks: Marks, captions: list[str], rows: list[list[_Cell]]) -> None:
    for child in element.children:
        if isinstance(child, str):
            continue
        if child.tag == "caption":
            captions.append(_words(child))
        elif child.tag == "tr":
            cells = [cell for cell in child.children if isinstance(cell, _Element) and cell.tag in ("th", "td")]
            rows.append([_cell(cell, marks) for cell in cells])
        else:
            _gather(child, marks, captions, rows)


def _words(element: _Element) -> str:
    return "".join(child if isinstance(child, str) else f"{_words(child)} " for child in element.children)


def _cell(element: _Element, marks: Marks) -> _Cell:
    return _Cell(element, _inside(element.children, marks), _span(element, "colspan"), _span(element, "rowspan"))


def _span(element: _Element, name: str) -> int:
    said = element.attributes.get(name, "")
    return min(max(int(said), 1), _WIDEST) if re.fullmatch(r"[0-9]{1,4}", said) else 1


def _without_empty(rows: list[list[_Cell]]) -> list[list[_Cell]]:
    """The rows that hold a cell; those that a cell of another row spanned are taken from its span."""
    for place, row in enumerate(rows):
        for cell in row:
            cell.rows = sum(1 for spanned in rows[place : place + cell.rows] if spanned)
    return [row for row in rows if row]


def _squared(rows: list[list[_Cell]]) -> list[list[_Cell]]:
    """The rows as a rectangle: no cell over another, none beyond the last row, none missing."""
    places = _places(rows)
    if places is None:
        for cell in (cell for row in rows for cell in row):
            cell.columns = cell.rows = 1
        places = [len(row) for row in rows]
    width = max(places, default=0)
    for row, filled in zip(rows, places, strict=True):
        row += [_Cell(_Element("td"), "") for _missing in range(width - filled)]
    return rows


def _places(rows: list[list[_Cell]]) -> list[int] | None:
    """How many columns are filled in each row; None if two cells would lie on one place."""
    taken: list[set[int]] = [set() for _row in rows]
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while column in taken[number]:
                column += 1
            cell.rows = min(cell.rows, len(rows) - number)
            covered = set(range(column, column + cell.columns))
            for spanned in taken[number : number + cell.rows]:
                if spanned & covered:
                    return None
                spanned |= covered
    return [len(filled) for filled in taken]


def _head(rows: list[list[_Cell]]) -> int:
    """How many leading rows are header rows; none of their cells may reach into the body."""
    head = reach = 0
    for number, row in enumerate(rows):
        if not all(cell.heads_column for cell in row) or not any(cell.element.tag == "th" for cell in row):
            break
        reach = max([reach, *[number + cell.rows for cell in row]])
        if reach <= number + 1:
            head = number + 1
    return head
