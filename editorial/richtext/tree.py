"""HTML as a tree: `tree` reads HTML that is clean already, `parse` HTML as people publish it.

What people publish is parsed as browsers do (nh3's html5ever), with the roles, classes and regions that tell
a menu from a text, and that cleaning takes away.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser

import nh3

from editorial.base import html_bounds
from editorial.base.network import hrefs

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
SCOPES = ("col", "row", "colgroup", "rowgroup")

_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>|([^<]+)')
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
#: What is nested deeper than this, in clean HTML and in published HTML, stands in the element above it.
_DEEPEST, _DEEPEST_PUBLISHED = 50, 80
#: More elements than this are no document that anybody wrote.
MOST_ELEMENTS = 25_000
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
_INLINE = frozenset({
    "a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u", "ins",
    "del", "time", "wbr",
})  # fmt: skip


@dataclass
class Element:
    """An element, or the whole text if its tag is empty.

    Texts and attribute values are escaped as they were if they come from `tree`, as people read them if from `parse`.
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Element | str]" = field(default_factory=list)

    def opening(self) -> str:
        """The opening tag with those attributes that mean something, in their order."""
        said = [(name, value_of(name, self.attributes.get(name, ""))) for name in ATTRIBUTES.get(self.tag, ())]
        return "".join([f"<{self.tag}", *[f' {name}="{value}"' for name, value in said if value], ">"])

    def get(self, name: str) -> str:
        """An attribute's value, empty if there is none."""
        return self.attributes.get(name, "")

    @cached_property
    def tags(self) -> frozenset[str]:
        """The tags of all elements within this one."""
        inner = [child for child in self.children if isinstance(child, Element)]
        return frozenset(child.tag for child in inner).union(*(child.tags for child in inner))

    @cached_property
    def length(self) -> int:
        """Characters of the text within, but for white space."""
        return sum(
            child.length if isinstance(child, Element) else sum(map(len, child.split())) for child in self.children
        )

    def inside(self) -> "Iterator[Element]":
        """Every element within this one, in the order of the document."""
        waiting = [child for child in reversed(self.children) if isinstance(child, Element)]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [child for child in reversed(node.children) if isinstance(child, Element)]

    @property
    def text(self) -> str:
        """All text within, on one line."""
        found: list[str] = []
        waiting: list[Element | str] = [*reversed(self.children)]
        while waiting:
            item = waiting.pop()
            if isinstance(item, str):
                found.append(item)
            else:
                found.append("" if item.tag in _INLINE else " ")
                waiting += [" " if item.tag not in _INLINE else "", *reversed(item.children)]
        return re.sub(r"\s+", " ", "".join(found)).strip()


def tree(html: str) -> Element:
    """What `html`, which is well formed, holds: text as it stands there, escaped, and elements."""
    root = Element("")
    above = [root]
    for closing, tag, attributes, words in _TOKEN.findall(html):
        if words:
            above[-1].children.append(words)
        elif not closing:
            element = Element(tag, dict(_ATTRIBUTE.findall(attributes)) if attributes else {})
            above[-1].children.append(element)
            if tag != "br":
                # What is nested deeper than anybody writes stands in the element above it.
                above.append(element if len(above) < _DEEPEST else above[-1])
        else:
            above.pop()
    return root


def value_of(name: str, value: str) -> str:
    """An attribute's value; empty where it means nothing."""
    if name == "href":
        value = hrefs.spelled(value)
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


class TooMuch(Exception):
    """Raised for HTML of more elements than anybody writes."""


def parse(html: str) -> Element:
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
        self.root = Element("")
        self._above = [self.root]
        self._count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise TooMuch
        node = Element(tag, {name: value or "" for name, value in attrs})
        if "hidden" in node.attributes:
            node.attributes["hidden"] = "hidden"
        self._above[-1].children.append(node)
        if tag not in _VOID:
            self._above.append(node if len(self._above) < _DEEPEST_PUBLISHED else self._above[-1])

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and len(self._above) > 1:
            self._above.pop()

    def handle_data(self, data: str) -> None:
        self._above[-1].children.append(data)
