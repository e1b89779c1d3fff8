"""Rich text as XLIFF's inline codes, and back: every element is a `g`, every line break an `x`, each with an id.

Ids are numbers in the order of the source text. A translation that is there already uses the source's ids for the same
elements; an element of its own, such as a link that leads elsewhere, gets an id that begins with “t”. What an element
is and where a link leads is never read from a file: only ids are, and what they stand for is found in the texts that
were exported. Titles (of links and abbreviations) are texts themselves and so units of their own.
"""

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Any
from xml.etree import ElementTree as ET

from editorial.richtext import field as richtext_field
from editorial.richtext.canonical import MARKS
from editorial.richtext.tree import Element, tree

_BREAK = "br"
_CTYPES = {"strong": "bold", "em": "italic", "a": "link"}
#: What XML 1.0 has no place for, beside the controls that no text of ours holds.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Altered(Exception):
    """Raised where the codes of a translation are not those that were exported; `ids` are the ones at fault."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.ids = sorted(ids)
        super().__init__(", ".join(self.ids))


@dataclass
class Code:
    """One element: its id, its HTML (tag and attributes, as they are escaped there), and what it holds."""

    id: str
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Code | str]" = field(default_factory=list)

    @property
    def title(self) -> str:
        """The text of its title; empty where it has none."""
        return unescape(self.attributes.get("title", ""))

    @property
    def sort(self) -> tuple[str, frozenset[tuple[str, str]], bool]:
        """What it is but for what it says: equal for two codes that stand for the same element."""
        bare = frozenset((name, value) for name, value in self.attributes.items() if name != "title")
        return self.tag, bare, bool(self.title)


Nodes = list["Code | str"]


def coded(html: str) -> Nodes:
    """Clean HTML (or, without any markup, a plain text) as codes, with numbers for ids."""
    numbers = iter(range(1, len(html) + 2))
    return _coded(tree(html).children, numbers)


def _coded(children: Iterable[Element | str], numbers: Iterator[int]) -> Nodes:
    found: Nodes = []
    for child in children:
        if isinstance(child, str):
            found.append(legal(unescape(child)))
        else:
            code = Code(str(next(numbers)), child.tag, {name: v for name, v in child.attributes.items() if v})
            code.children = _coded(child.children, numbers)
            found.append(code)
    return found


def legal(text: str) -> str:
    """`text` without what XML has no place for."""
    return _NO_XML.sub("", text)


def plain(text: str) -> Nodes:
    """A plain text as nodes."""
    return [legal(text)] if text else []


def codes(nodes: Nodes) -> Iterator[Code]:
    """All codes in their order."""
    for node in nodes:
        if isinstance(node, Code):
            yield node
            yield from codes(node.children)


def aligned(source: Nodes, target: Nodes) -> Nodes:
    """`target`, each code renamed to the first free one of `source` that is the same, else to “t” and a number."""
    free: dict[object, deque[Code]] = {}
    for each in codes(source):
        free.setdefault(each.sort, deque()).append(each)
    for number, code in enumerate(codes(target), 1):
        alike = free.get(code.sort)
        code.id = alike.popleft().id if alike else f"t{number}"
    return target


def html_of(nodes: Nodes) -> str:
    """Clean HTML of codes."""
    return richtext_field.clean(_html(nodes))


def _html(nodes: Nodes) -> str:
    out: list[str] = []

    def say(some: Nodes) -> None:
        for node in some:
            if isinstance(node, str):
                out.append(escape(node, quote=False))
                continue
            attributes = "".join(f' {name}="{value}"' for name, value in node.attributes.items())
            out.append(f"<{node.tag}{attributes}>")
            if node.tag != _BREAK:
                say(node.children)
                out.append(f"</{node.tag}>")

    say(nodes)
    return "".join(out)


# XML


def to_xml(parent: ET.Element, nodes: Nodes) -> None:
    """Put nodes into an element, as `g`, `x` and text."""
    last: ET.Element | None = None
    for node in nodes:
        if isinstance(node, str):
            if last is None:
                parent.text = (parent.text or "") + node
            else:
                last.tail = (last.tail or "") + node
        elif node.tag == _BREAK:
            last = ET.SubElement(parent, "x", {"id": node.id, "ctype": "lb", "clone": "no"})
        else:
            ctype = _CTYPES.get(node.tag, f"x-html-{node.tag}")
            last = ET.SubElement(parent, "g", {"id": node.id, "ctype": ctype, "clone": "no"})
            to_xml(last, node.children)


def from_xml(element: ET.Element, namespace: str) -> Nodes:
    """The nodes of a `source` or `target`; codes know only their ids. Raises Altered for codes that are not ours."""
    found: Nodes = [element.text] if element.text else []
    for child in element:
        name = child.tag.removeprefix(f"{{{namespace}}}")
        if name in ("g", "x"):
            tag = _BREAK if name == "x" else ""
            found.append(Code(child.get("id", ""), tag, children=from_xml(child, namespace)))
        elif name == "mrk":
            # Segments and remarks that a tool marked: their words stay, the marking goes (XLIFF 1.2, 2.4.2).
            found += from_xml(child, namespace)
        else:
            raise Altered([f"<{name} id={child.get('id', '')!r}>"])
        if child.tail:
            found.append(child.tail)
    return found


def as_words(nodes: Nodes) -> str:
    """Nodes in one line, codes by their ids, without regard to white space: what two versions are compared by."""
    out: list[str] = []

    def say(some: Nodes) -> None:
        for node in some:
            if isinstance(node, str):
                out.append(node)
                continue
            out.append(f"\x01{node.id}\x02")
            say(node.children)
            out.append("\x03")

    say(nodes)
    return re.sub(r"[ \t\n\r]+", " ", "".join(out)).strip()


# A translation that comes back


@dataclass(frozen=True)
class Exported:
    """A unit's source and target as they were exported; `target` was `aligned`."""

    source: Nodes
    target: Nodes

    @property
    def titles(self) -> dict[str, tuple[str, str]]:
        """The titles to translate: id of the code → (source, target)."""
        translated = {code.id: code.title for code in codes(self.target)}
        return {code.id: (code.title, translated.get(code.id, "")) for code in codes(self.source) if code.title}

    def resolved(self, nodes: Nodes, titles: Mapping[str, str]) -> str:
        """Clean HTML of a translation whose codes know their ids alone. Raises Altered.

        Every code of the source must be there once, or in its stead the one that the exported translation had for it;
        or else exactly the codes of the exported translation. Blocks stay within what they were in.

        :param titles: the titles that were translated, by the ids of their codes.
        """
        source = {code.id: code for code in codes(self.source)}
        target = {code.id: code for code in codes(self.target)}
        known = {**target, **source}
        given = Counter(code.id for code in codes(nodes))
        strange = [one for one, count in given.items() if count > 1 or one not in known]
        if strange:
            raise Altered(strange)
        twins = self._twins()
        instead = {twins.get(one, one) for one in given}
        as_before = set(given) == set(target)
        if not as_before and (instead != set(source) or len(given) != len(source)):
            raise Altered(instead ^ set(source) or given)
        made = self._make(nodes, known, target, titles)
        html = richtext_field.clean(_html(made))
        allowed = [self.source, *([self.target] if as_before else [])]
        if all(_outline(html) != _outline(html_of(each)) for each in allowed):
            raise Altered(code.id for code in codes(nodes) if known[code.id].tag not in MARKS)
        return html

    def _twins(self) -> dict[str, str]:
        """The ids of the translation's own codes → those of the source's codes that they stand for."""
        matched = {code.id for code in codes(self.target)}
        free: dict[str, deque[Code]] = {}
        for code in codes(self.source):
            if code.id not in matched:
                free.setdefault(code.tag, deque()).append(code)
        found: dict[str, str] = {}
        taken = {code.id for code in codes(self.source)}
        for code in codes(self.target):
            if code.id not in taken and (alike := free.get(code.tag)):
                found[code.id] = alike.popleft().id
        return found

    def _make(
        self, nodes: Nodes, known: Mapping[str, Code], target: Mapping[str, Code], titles: Mapping[str, str]
    ) -> Nodes:
        found: Nodes = []
        for node in nodes:
            if isinstance(node, str):
                found.append(node)
                continue
            meant = known[node.id]
            if (node.tag == _BREAK) != (meant.tag == _BREAK) or (meant.tag == _BREAK and node.children):
                raise Altered([node.id])
            attributes = dict(meant.attributes)
            if "title" in attributes:
                text = titles.get(node.id) or (target[node.id].title if node.id in target else meant.title)
                attributes["title"] = escape(text)
            found.append(Code(node.id, meant.tag, attributes, self._make(node.children, known, target, titles)))
        return found


def _outline(html: str) -> Counter[tuple[str, ...]]:
    """The blocks of a text, each by the tags that it stands in and its own; without regard to their order."""
    found: Counter[tuple[str, ...]] = Counter()

    def walk(children: Sequence[Any], above: tuple[str, ...]) -> None:
        for child in children:
            if isinstance(child, Element) and child.tag != _BREAK:
                here = above if child.tag in MARKS else (*above, child.tag)
                if child.tag not in MARKS:
                    found[here] += 1
                walk(child.children, here)

    walk(tree(html).children, ())
    return found
