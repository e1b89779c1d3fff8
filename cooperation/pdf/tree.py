"""Rich text as data: a tree of blocks and lines that a template walks, so that no text can become markup.

Rich text is HTML in the house's one spelling (`editorial.richtext.canonical`). It becomes a list of blocks; every node
is a dictionary with its `tag`, every text a bare string::

    {"tag": "p", "line": [text or mark, …]}            also h (with `level`) and bare (a line without a paragraph)
    {"tag": "ul", "items": [[block, …], …]}            also ol (with `start`)
    {"tag": "blockquote", "blocks": [block, …]}
    {"tag": "table", "caption": str, "columns": int, "head": [[cell, …], …], "body": …}
    a cell: {"header": bool, "columns": int, "rows": int, "blocks": [block, …]}
    a mark: {"tag": "strong", "line": […]}             a (with `href`), em, span, abbr, sub, sup, br

Blocks, cells and marks in another language carry `lang` and perhaps `region` (BCP 47 primary language, ISO 3166-1).
"""

import re
from collections.abc import Callable, Iterable
from html import unescape
from typing import Any

from editorial.richtext import canonical, tree
from editorial.richtext.tree import Element

Node = dict[str, Any]
Line = list[Any]

_NO_BREAK_HYPHEN = "\u2011"
_REGION = re.compile(r"[A-Za-z]{2}")
#: Longer addresses are no use to anybody, and PDF readers cut them.
_LONGEST_ADDRESS = 2000


def blocks(html: str, absolute: Callable[[str], str]) -> list[Node]:
    """The blocks of a piece of clean rich text; headings have level 1 for `h3` and 2 for `h4`.

    :param absolute: makes a whole address of a link's target; what it makes empty is no link.
    """
    return _Reader(absolute).blocks(tree.tree(html).children)


def text(value: str) -> str:
    """A text as the fonts can set it: a hyphen that must not break is a hyphen between two word joiners."""
    return value.replace(_NO_BREAK_HYPHEN, "\u2060-\u2060")


def language(code: str) -> dict[str, str]:
    """A BCP 47 tag as `lang` (two or three letters) and, where it names one, `region` (two letters); empty for none."""
    primary, *rest = code.split("-")
    if not re.fullmatch(r"[A-Za-z]{2,3}", primary):
        return {}
    region = next((part.lower() for part in rest if _REGION.fullmatch(part)), "")
    return {"lang": primary.lower(), **({"region": region} if region else {})}


class _Reader:
    def __init__(self, absolute: Callable[[str], str]) -> None:
        self.absolute = absolute

    def blocks(self, nodes: Iterable[Element | str], *, inside: bool = False) -> list[Node]:
        """Blocks as they come; text that stands loose is a bare line. `inside` a list or a table, headings are none."""
        found: list[Node] = []
        loose: Line = []
        for node in nodes:
            if isinstance(node, str) or node.tag in canonical.MARKS or node.tag == "br":
                loose += self._line([node])
                continue
            if loose:
                found.append({"tag": "bare", "line": loose})
                loose = []
            found.append({**self._block(node, inside), **_language_of(node)})
        return [*found, {"tag": "bare", "line": loose}] if loose else found

    def _block(self, node: Element, inside: bool) -> Node:
        match node.tag:
            case "h3" | "h4" if not inside:
                return {"tag": "h", "level": int(node.tag[1]) - 2, "line": self._line(node.children)}
            case "h3" | "h4":
                return {"tag": "p", "line": [{"tag": "strong", "line": self._line(node.children)}]}
            case "ul" | "ol":
                items = [child for child in node.children if isinstance(child, Element)]
                start = {"start": int(node.attributes.get("start") or 1)} if node.tag == "ol" else {}
                inner = [self.blocks(item.children, inside=True) for item in items]
                marked = [_within(item, held) for item, held in zip(items, inner, strict=True)]
                return {"tag": node.tag, "items": marked, **start}
            case "blockquote":
                return {"tag": "blockquote", "blocks": self.blocks(node.children, inside=True)}
            case "table":
                return self._table(node)
        return {"tag": "p", "line": self._line(node.children)}

    def _line(self, nodes: Iterable[Element | str]) -> Line:
        found: Line = []
        for node in nodes:
            if isinstance(node, str):
                found.append(text(unescape(node)))
                continue
            mark: Node = {"tag": node.tag, "line": self._line(node.children), **_language_of(node)}
            if node.tag == "a":
                href = self.absolute(unescape(node.attributes.get("href", "")))
                if not href or len(href) > _LONGEST_ADDRESS:
                    found += mark["line"]
                    continue
                mark["href"] = href
            found.append(mark)
        return found

    def _table(self, node: Element) -> Node:
        caption = ""
        rows: dict[str, list[list[Node]]] = {"thead": [], "tbody": []}
        for child in node.children:
            if isinstance(child, Element) and child.tag == "caption":
                caption = "".join(part for part in self._line(child.children) if isinstance(part, str))
            elif isinstance(child, Element) and child.tag in rows:
                rows[child.tag] += [
                    [self._cell(cell) for cell in row.children if isinstance(cell, Element)]
                    for row in child.children
                    if isinstance(row, Element)
                ]
        first = [*rows["thead"], *rows["tbody"]][:1]
        width = sum(cell["columns"] for row in first for cell in row)
        return {"tag": "table", "caption": caption, "columns": width, "head": rows["thead"], "body": rows["tbody"]}

    def _cell(self, node: Element) -> Node:
        return {
            "header": node.tag == "th",
            "columns": int(node.attributes.get("colspan") or 1),
            "rows": int(node.attributes.get("rowspan") or 1),
            "blocks": self.blocks(node.children, inside=True),
            **_language_of(node),
        }


def _language_of(node: Element) -> dict[str, str]:
    return language(node.attributes.get("lang", ""))


def _within(item: Element, held: list[Node]) -> list[Node]:
    """A list item's blocks, each in the item's language where it names none of its own."""
    return [{**_language_of(item), **block} for block in held]
