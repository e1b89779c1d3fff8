"""Texts of content as checks read them: blocks, links, headings and sentences, each made when first asked for."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from html import unescape

from editorial.richtext import canonical
from editorial.richtext.tree import Element, tree

_INLINE = {*canonical.MARKS, "br"}
#: Abbreviations after which a full stop ends no sentence, in any of the languages.
_SHORT = (
    r"(?:[A-Z]|[ap]|[Dd]rs?|M|Mr|Mrs|Ms|Mme|Sra?|Dra?|Ing|Lic|No|Nos|núm|vol|art|e\.g|i\.e|p\.ex|vs"
    r"|St|Ste|EE|UU|Inc|Ltd)"
)
#: Possessive, here and below: what was taken is not given back piece by piece, which took the square of a run's length.
_SENTENCE_END = re.compile(r"(?<=[.!?…])[»”\")]*+\s++(?=[«“\"(¿¡]*+\s*+[A-ZÀ-ÖØ-Þ0-9])")
_AFTER_SHORT = re.compile(rf"\b{_SHORT}\.$")
#: What can stand behind the end of a sentence, and characters enough for the longest abbreviation.
_CLOSING, _SHORT_LENGTH = '»”")', 12
_WORD_OR_SIGNS = re.compile(r"\S+")
_ADDRESS = re.compile(r"\b(?:https?:|mailto:|tel:|www\.)\S+")
WORD = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*")


class Role(Enum):
    """What a text is to its readers."""

    TITLE = "title"
    SUMMARY = "summary"
    LINE = "line"
    RICH = "rich"


@dataclass(frozen=True)
class Block:
    """A line or paragraph: the `tag` that it stands in ("" for plain text), its nodes, and the tags around it.

    `foreign` tells that all of it is marked as a passage in another language.
    """

    tag: str
    nodes: Sequence[Element | str]
    inside: tuple[str, ...] = ()
    foreign: bool = False

    @cached_property
    def text(self) -> str:
        """The words, without markup; no-break spaces stay."""
        return "".join(_words(self.nodes)).strip(" \n")

    @cached_property
    def own_text(self) -> str:
        """The words in the text's own language: passages marked as another language's are left out."""
        return "" if self.foreign else "".join(_words(self.nodes, own=True)).strip(" \n")


@dataclass(frozen=True)
class Anchor:
    """A link in rich text; `declared` is the language that it says its page is in, or that its words are in."""

    href: str
    text: str
    declared: str


@dataclass
class Text:
    """One text in one language. `path` is that of `content.prose`; `headed`: a heading stands above rich text."""

    path: str
    language: str
    role: Role
    value: str
    headed: bool = True
    #: What its field is called in content, such as "heading".
    name: str = ""
    part: str = ""

    @cached_property
    def root(self) -> Element:
        """Rich text as a tree; any other text as one piece."""
        return tree(self.value) if self.role == Role.RICH else Element("", children=[_escaped(self.value)])

    @cached_property
    def blocks(self) -> list[Block]:
        """The lines and paragraphs, in reading order."""
        return list(_blocks(self.root, (), foreign=False))

    @cached_property
    def plain(self) -> str:
        """All words, a line for each block."""
        return "\n".join(block.text for block in self.blocks) if self.role == Role.RICH else self.value

    @cached_property
    def anchors(self) -> list[Anchor]:
        """The links, in reading order."""
        return list(_anchors(self.root, "")) if self.role == Role.RICH and "<a " in self.value else []

    @cached_property
    def sentences(self) -> list[str]:
        """The sentences of its own language; a list's items and table cells are sentences of their own."""
        return [sentence for block in self.blocks for sentence in sentences(block.own_text)]

    def elements(self, *tags: str) -> list[Element]:
        """All elements with one of these tags, in reading order."""
        if self.role != Role.RICH or not any(f"<{tag}" in self.value for tag in tags):
            return []
        return [element for element in _elements(self.root) if element.tag in tags]


def sentences(text: str) -> list[str]:
    """`text` cut into its sentences."""
    found: list[list[str]] = []
    for piece in _SENTENCE_END.split(text):
        if found and _AFTER_SHORT.search(found[-1][-1].rstrip(_CLOSING)[-_SHORT_LENGTH:]):
            found[-1].append(piece)
        elif piece:
            found.append([piece])
    return [" ".join(pieces) for pieces in found]


def without_addresses(text: str, instead: Callable[[str], str]) -> str:
    """`text` with other words in the place of addresses: of pages, mailboxes and telephones.

    :param instead: makes what stands there of an address.
    """

    def one(found: re.Match[str]) -> str:
        run = found[0]
        if "@" in run[1:-1]:
            return instead(run)
        return _ADDRESS.sub(lambda address: instead(address[0]), run)

    return _WORD_OR_SIGNS.sub(one, text)


def plain_words(nodes: Sequence[Element | str]) -> str:
    """The text of nodes without markup."""
    return "".join(_words(nodes))


def _escaped(value: str) -> str:
    return value.replace("&", "&amp;")


def _words(nodes: Sequence[Element | str], *, own: bool = False) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield unescape(node)
        elif node.tag == "br":
            yield "\n"
        elif own and node.attributes.get("lang"):
            yield " … "
        else:
            yield from _words(node.children, own=own)


def _blocks(element: Element, inside: tuple[str, ...], *, foreign: bool) -> Iterator[Block]:
    foreign = foreign or bool(element.attributes.get("lang"))
    run: list[Element | str] = []
    within = (*inside, element.tag) if element.tag else inside
    for child in [*element.children, None]:
        if isinstance(child, str) or (child is not None and child.tag in _INLINE):
            run.append(child)
            continue
        if run:
            yield Block(element.tag, run, inside, foreign)
            run = []
        if child is not None:
            yield from _blocks(child, within, foreign=foreign)


def _anchors(element: Element, language: str) -> Iterator[Anchor]:
    for child in element.children:
        if isinstance(child, str):
            continue
        if child.tag == "a":
            inner = next((each.attributes["lang"] for each in _elements(child) if each.attributes.get("lang")), "")
            declared = child.attributes.get("hreflang") or inner or language
            yield Anchor(unescape(child.attributes.get("href", "")), plain_words(child.children), declared)
        else:
            yield from _anchors(child, child.attributes.get("lang") or language)


def _elements(element: Element) -> Iterator[Element]:
    for child in element.children:
        if not isinstance(child, str):
            yield child
            yield from _elements(child)
