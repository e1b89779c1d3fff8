"""HTML as people publish it, as a tree: parsed as browsers do (nh3's html5ever), with what tells its parts from each
other.

`editorial.richtext.tree` reads HTML that is clean already; here the roles, classes and regions that cleaning takes away
are what tells a menu from a text. No second parser is needed for that: nh3 follows the HTML standard and is here
anyway.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser

import nh3

from editorial.base import html_bounds

#: More elements than this are no document that anybody wrote.
MOST_ELEMENTS = 25_000
#: What is nested deeper than this stands in the element above it.
_DEEPEST = 80
_VOID = frozenset({"img", "br", "hr", "meta", "link", "base", "input", "wbr"})
_GONE = {"script", "style", "template", "noscript", "svg", "math", "object", "iframe", "audio", "video", "canvas"}
_TAGS = {
    *_VOID, "a", "abbr", "address", "article", "aside", "b", "blockquote", "button", "caption", "center", "cite",
    "code", "dd", "del", "details", "div", "dl", "dt", "em", "fieldset", "figcaption", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "i", "ins", "label", "legend", "li", "main", "mark", "menu", "nav", "ol",
    "option", "p", "pre", "q", "s", "section", "select", "small", "span", "strike", "strong", "sub", "summary", "sup",
    "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "u", "ul",
}  # fmt: skip
_PARSER = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags=_GONE,
    attributes={
        "*": {"class", "id", "role", "lang", "hidden", "style", "property"},
        "a": {"href", "hreflang", "title"},
        "abbr": {"title"},
        "base": {"href"},
        "blockquote": {"cite"},
        "img": {"alt", "src"},
        "link": {"href", "rel"},
        "meta": {"content", "name"},
        "ol": {"start"},
        "td": {"colspan", "rowspan"},
        "th": {"colspan", "rowspan", "scope"},
        "time": {"datetime"},
    },
    url_schemes={"http", "https", "mailto", "tel", "javascript", "file", "data", "ftp"},
    link_rel=None,
    strip_comments=True,
)


@dataclass
class Node:
    """An element; text among its children is as people read it, not escaped."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Node | str]" = field(default_factory=list)

    def get(self, name: str) -> str:
        """An attribute's value, empty if there is none."""
        return self.attributes.get(name, "")

    @cached_property
    def tags(self) -> frozenset[str]:
        """The tags of all elements within this one."""
        inner = [child for child in self.children if isinstance(child, Node)]
        return frozenset(child.tag for child in inner).union(*(child.tags for child in inner))

    @cached_property
    def length(self) -> int:
        """Characters of the text within, but for white space."""
        return sum(child.length if isinstance(child, Node) else sum(map(len, child.split())) for child in self.children)

    def inside(self) -> "Iterator[Node]":
        """Every element within this one, in the order of the document."""
        waiting = [child for child in reversed(self.children) if isinstance(child, Node)]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [child for child in reversed(node.children) if isinstance(child, Node)]

    @property
    def text(self) -> str:
        """All text within, on one line."""
        found: list[str] = []
        waiting: list[Node | str] = [*reversed(self.children)]
        while waiting:
            item = waiting.pop()
            if isinstance(item, str):
                found.append(item)
            else:
                found.append("" if item.tag in _INLINE else " ")
                waiting += [" " if item.tag not in _INLINE else "", *reversed(item.children)]
        return re.sub(r"\s+", " ", "".join(found)).strip()


_INLINE = frozenset({
    "a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u", "ins",
    "del", "time", "wbr",
})  # fmt: skip


class TooMuch(Exception):
    """Raised for HTML of more elements than anybody writes."""


def parse(html: str) -> Node:
    """The tree of a whole page or a piece of one. Raises TooMuch."""
    if html.count("<") > 4 * MOST_ELEMENTS:
        raise TooMuch
    builder = _Builder()
    builder.feed(_PARSER.clean(html_bounds.bounded(html)))
    builder.close()
    return builder.root


class _Builder(HTMLParser):
    """Builds the tree of HTML that is well formed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self._above = [self.root]
        self._count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise TooMuch
        node = Node(tag, {name: value or "" for name, value in attrs})
        if "hidden" in node.attributes:
            node.attributes["hidden"] = "hidden"
        self._above[-1].children.append(node)
        if tag not in _VOID:
            self._above.append(node if len(self._above) < _DEEPEST else self._above[-1])

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and len(self._above) > 1:
            self._above.pop()

    def handle_data(self, data: str) -> None:
        self._above[-1].children.append(data)
