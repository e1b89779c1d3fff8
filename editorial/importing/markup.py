"""HTML into blocks: what is a heading, a paragraph, a list or a table, and where on the page it stands."""

import re
from collections.abc import Iterable
from html import escape
from urllib.parse import urljoin, urlsplit

from editorial.base import text
from editorial.base.network import hrefs
from editorial.importing import regions
from editorial.importing.blocks import Block, Reading
from editorial.richtext import field
from editorial.richtext.tree import Element, parse

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE = {"a", "abbr", "b", "cite", "code", "em", "i", "ins", "label", "mark", "q", "s", "small", "span", "strike",
           "strong",
           "sub", "sup", "time", "u", "br", "wbr", "img", "del"}  # fmt: skip
_CONTROLS = {"button", "select", "textarea", "input", "option"}
_WITHIN_LINES = _INLINE | _CONTROLS
_SILENT = {"title", "meta", "link", "base", "hr"}
_KEPT = {"a": ("href", "hreflang", "title"), "abbr": ("title",), "ol": ("start",), "td": ("colspan", "rowspan"),
         "th": ("colspan", "rowspan", "scope"), "blockquote": ("cite",)}  # fmt: skip
_BULLET = re.compile(r"^\s*[•◦▪‣·●○■\uf0b7§][\s\u00a0]+")
#: Links from a footnote back to its mark.
_BACK = ("↑", "↩", "↩︎", "^")
_RAW = {
    "scripts": re.compile(r"<script\b", re.IGNORECASE),
    "styles": re.compile(r"<style\b|<link\b[^>]{0,300}?stylesheet", re.IGNORECASE),
    "embedded": re.compile(r"<(?:iframe|object|embed|video|audio|canvas|svg)\b", re.IGNORECASE),
    "comments": re.compile(r"<!--"),
}
_META = {
    "dcterms.modified": "modified", "dc.date.modified": "modified", "last-modified": "modified", "revised": "modified",
    "article:modified_time": "modified", "og:updated_time": "modified", "dcterms.issued": "published",
    "article:published_time": "published", "dc.date": "published", "author": "author", "dcterms.creator": "author",
}  # fmt: skip
_DESCRIPTIONS = ("dcterms.description", "description", "og:description")


def read(reading: Reading, html: str) -> None:
    """Add the blocks of a page to `reading`, and what the page says of itself. Raises `TooMuch`."""
    for code, pattern in _RAW.items():
        reading.report.add(code, count=len(pattern.findall(html)))
    language = re.search(r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2,3})\b", html[:20_000], re.IGNORECASE)
    reading.language = language[1].lower() if language else ""
    root = parse(html)
    base = _about(reading, root)
    main = regions.main_of(root)
    _Walk(reading, main, base, root.length or 1).take(root.children, "outside" if main is not None else "")
    _lists(reading)


def read_body(reading: Reading, html: str) -> None:
    """Add the blocks of HTML that is nothing but a text (what mammoth makes of a .docx)."""
    root = parse(html)
    _Walk(reading, root, "", root.length or 1).take(root.children, "")
    _lists(reading)


def _about(reading: Reading, root: Element) -> str:
    """Note what the head of the page says; the address against which its links are read, if it names one."""
    base = canonical = ""
    said: dict[str, str] = {}
    for node in root.inside():
        if node.tag == "title" and not reading.title:
            reading.title = text.clean_line(node.text)
        elif node.tag == "meta":
            said.setdefault((node.get("name") or node.get("property")).lower(), node.get("content"))
        elif node.tag == "base" and not base:
            base = node.get("href")
        elif node.tag == "link" and "canonical" in node.get("rel").lower().split():
            canonical = node.get("href")
        elif node.tag == "time" and node.get("property") == "dateModified":
            reading.tell("modified", node.get("datetime") or node.text)
    for name, fact in _META.items():
        reading.tell(fact, text.clean_line(said.get(name, "")))
    reading.tell("address", canonical if urlsplit_scheme(canonical) in ("http", "https") else "")
    found = next((said[name] for name in _DESCRIPTIONS if said.get(name)), "")
    reading.description = text.clean_line(found)
    reading.title = reading.title or text.clean_line(said.get("og:title", ""))
    address = base or canonical
    return address if urlsplit_scheme(address) in ("http", "https") else ""


def urlsplit_scheme(address: str) -> str:
    """The scheme of an address; empty for what is none."""
    try:
        return urlsplit(address.strip()).scheme.lower()
    except ValueError:
        return ""


class _Walk:
    """Goes through a tree and adds a block for each heading and passage; text that stands loose is a paragraph."""

    def __init__(self, reading: Reading, main: Element | None, base: str, length: int) -> None:
        self.reading = reading
        self.main = main
        self.base = base
        self.length = length
        self.loose: list[str] = []
        self.level = 2
        self.region = ""

    def _tell(self, code: str, example: "str | Element" = "") -> None:
        """Only of what stands in the text: that a menu's pictures and links go with the menu is no news."""
        if self.region == "":
            self.reading.report.add(code, example.text if isinstance(example, Element) else example)

    def take(self, nodes: "Iterable[Element | str]", region: str) -> None:
        """Add what `nodes` hold, which stand in `region`."""
        for node in nodes:
            if isinstance(node, str):
                self.loose.append(escape(node))
            elif node.tag in _SILENT:
                self._end(region)
            elif node.tag in _INLINE and not _holds_blocks(node):
                self._inline(node, region)
            else:
                self._end(region)
                self._one(node, self._region(node, region))
        self._end(region)

    def _inline(self, node: Element, region: str) -> None:
        open_ = node.tag in ("a", "span") and region in ("", "outside")
        own = regions.region_of(node, within_text=region == "", share=0) if open_ else ""
        self.region = own or region
        if own:
            # A skip link or a hidden word among the text: a block of its own, so that it can be left out.
            self._end(region)
            self.loose.append(self.html(node))
            self._end(own)
        else:
            self.loose.append(self.html(node))

    def _region(self, node: Element, region: str) -> str:
        if node is self.main:
            return ""
        inside = region == "" and self.main is not None
        own = regions.region_of(node, within_text=inside, share=node.length / self.length)
        return own if own and region in ("", "outside", "header", "footer") else region

    def _one(self, node: Element, region: str) -> None:
        self.region = region
        if node.tag in _CONTROLS:
            self._tell("controls", node)
        elif node.tag in _HEADINGS or node.tag in ("summary", "legend"):
            self._heading(node, region)
        elif node.tag in ("p", "address") and not _holds_blocks(node):
            self._passage(f"<p>{self._within(node)}</p>", region)
        elif node.tag in ("ul", "ol", "menu") and not _holds_headings(node):
            self._list(node, region)
        elif (node.tag == "table" and not _is_layout(node)) or (node.tag == "blockquote" and not _holds_headings(node)):
            self._passage(self.html(node), region)
        elif node.tag == "pre":
            self._passage(f"<p>{self._within(node).strip().replace(chr(10), '<br>')}</p>", region)
        elif node.tag == "dt":
            self._passage(f"<p><strong>{self._within(node)}</strong></p>", region)
        else:
            self.take(node.children, region)

    def _heading(self, node: Element, region: str) -> None:
        words = text.clean_line(field.plain(self._within(node)))
        if not words:
            if node.tag in _HEADINGS:
                self._tell("empty_headings")
            return
        level = _HEADINGS.get(node.tag, 0)
        if level:
            self.level = level
        self.reading.blocks.append(Block(words, level=level or min(self.level + 1, 6), region=region))

    def _list(self, node: Element, region: str) -> None:
        links = [each for each in node.inside() if each.tag == "a" and each.get("href")]
        items = [each for each in node.inside() if each.tag == "li"]
        only = len(items) > 1 and len(links) >= len(items) and sum(each.length for each in links) * 1.2 >= node.length
        within = only and all(each.get("href").startswith("#") for each in links)
        self.region = "toc" if within and not region else region
        self._passage(self.html(node, tag="ol" if node.tag == "ol" else "ul"), self.region, links=only)

    def _end(self, region: str) -> None:
        """End the paragraph that loose text makes."""
        html, self.loose = "".join(self.loose), []
        for piece in re.split(r"(?:<br>\s*){2,}", html):
            if piece.strip():
                self._passage(f"<p>{piece}</p>", region)

    def _passage(self, html: str, region: str, *, links: bool = False) -> None:
        html = field.clean(html)
        if html:
            self.reading.blocks.append(Block(field.plain(html), html=html, region=region, links=links))

    # As HTML

    def html(self, node: Element, *, tag: str = "") -> str:
        """An element as HTML with what is dropped already dropped and told of."""
        if node.tag == "img":
            self._tell("images", node.get("alt") or node.get("src").rsplit("/", 1)[-1][:80])
            return ""
        if node.tag in _CONTROLS:
            self._tell("controls", node)
            return ""
        if node.tag in ("del", "s", "strike") or node.tag in _SILENT:
            if node.tag not in _SILENT:
                self._tell("deleted", node)
            return ""
        if node.tag == "br":
            return "<br>"
        if node.tag == "sup" and _is_mark(node):
            self._tell("marks", node)
            return ""
        inner = self._within(node)
        if node.tag == "a":
            return self._link(node, inner)
        return f"<{tag or node.tag}{self._attributes(node)}>{inner}</{tag or node.tag}>"

    def _within(self, node: Element) -> str:
        return "".join(escape(child) if isinstance(child, str) else self.html(child) for child in node.children)

    def _attributes(self, node: Element) -> str:
        names = (*_KEPT.get(node.tag, ()), *(("lang",) if node.tag not in _HEADINGS else ()))
        return "".join(f' {name}="{escape(node.get(name))}"' for name in names if node.get(name))

    def _link(self, node: Element, inner: str) -> str:
        given = "".join(node.get("href").split())
        if not given or not node.text:
            return inner
        href = hrefs.spelled(given)
        scheme = urlsplit_scheme(href)
        if href.startswith("#"):
            if node.text in _BACK:
                return ""
            self._tell("anchors", node.text)
            return inner
        if not href:
            self._tell("unsafe_links", f"{node.text} ({given[:60]})")
            return inner
        if not scheme:
            try:
                href = urljoin(self.base, href) if self.base else ""
            except ValueError:
                href = ""
            if not href:
                self._tell("relative_links", f"{node.text} ({node.get('href')})")
                return inner
        node.attributes["href"] = href
        return f"<a{self._attributes(node)}>{inner}</a>"


def _holds_blocks(node: Element) -> bool:
    return not node.tags <= _WITHIN_LINES


def _holds_headings(node: Element) -> bool:
    return not node.tags.isdisjoint(_HEADINGS)


def _is_layout(table: Element) -> bool:
    """Whether a table only arranges a page: it holds another, or headings, or never two cells side by side."""
    if table.get("role") in ("presentation", "none") or not table.tags.isdisjoint(("table", "h1", "h2")):
        return True
    rows = [each for each in table.inside() if each.tag == "tr"]
    widest = max(
        (sum(isinstance(cell, Element) and cell.tag in ("td", "th") for cell in row.children) for row in rows),
        default=0,
    )
    return widest < 2 and table.tags.isdisjoint(("caption", "th"))


def _is_mark(node: Element) -> bool:
    """Whether it is the mark of a footnote: a raised link within the page."""
    links = [each for each in node.inside() if each.tag == "a"]
    return len(links) == 1 and links[0].get("href").startswith("#") and len(node.text) < 20


def _lists(reading: Reading) -> None:
    """Make lists of paragraphs that begin with a bullet, as Word and mail programs write them."""
    made: list[Block] = []
    items: list[str] = []
    for block in [*reading.blocks, Block("")]:
        found = _BULLET.match(block.text) if block.html.startswith("<p") else None
        if found and (not items or made[-1].region == block.region):
            if not items:
                made.append(Block("", region=block.region))
            inner = re.sub(r"^<p[^>]*>|</p>$", "", block.html)
            items.append(re.sub(r"^((?:<[^>]+>|\s)*)[•◦▪‣·●○■\uf0b7§](?:\s|\u00a0|&nbsp;)*", r"\1", inner, count=1))
            continue
        if items:
            html = field.clean(f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>")
            made[-1].html, made[-1].text, items = html, field.plain(html), []
        if block.text:
            made.append(block)
    reading.blocks = made
