"""Plain text into blocks: paragraphs, headings, lists and tables by how they are set."""

import re
from dataclasses import dataclass
from html import escape

from editorial.base import text
from editorial.importing.blocks import Block, Reading
from editorial.richtext import field
from editorial.richtext.tree import TooMuch

#: More lines than this are no document that anybody wrote: some 400 printed pages.
_MOST_LINES = 20_000
#: A line longer than this many characters was never broken by hand: then every line is a paragraph.
_BROKEN_AT = 110
_SHORT = 45
#: Headings are no longer than this, in characters and in words.
_HEADING = 120
_HEADING_WORDS = 16
_BULLET = re.compile(r"\s*(?:[•◦▪‣·●○■□►–—*+§\uf0b7-]|o(?=\s{2}))[ \t\u00a0]+(?=\S)")
_NUMBER = re.compile(r"\s*(?:\d{1,3}|[a-z])[.)][ \t\u00a0]+(?=\S)")
_ATX = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*")
_RULE = re.compile(r"\s*([=\-_*~])\1{2,}\s*")
_ADDRESS = re.compile(r"\b(?:https?://[^\s<>\"]{3,500}|[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4})", re.IGNORECASE)
#: A line that begins so tells where a text comes from or whom to ask; it is no heading.
_CREDIT = re.compile(r"(?:source|fuente|contacts?|contactos?|personnes?-ressources?|media contact)\b", re.IGNORECASE)


@dataclass
class _Line:
    text: str
    run: int = 1  # how many lines stand together with it

    @property
    def listed(self) -> bool:
        return bool(self.bullet) or "\t" in self.text.strip()

    @property
    def bullet(self) -> str:
        return "ul" if _BULLET.match(self.text) else "ol" if _NUMBER.match(self.text) else ""


def read(reading: Reading, value: str) -> None:
    """Add the blocks of a plain text to `reading`. Raises `TooMuch`."""
    groups = _groups(value)
    for place, group in enumerate(groups):
        following = groups[place + 1] if place + 1 < len(groups) else None
        block = _heading(group, following) if len(group) == 1 else None
        if block is not None:
            reading.blocks.append(block)
        else:
            reading.blocks += _passages(group)


def _groups(value: str) -> list[list[_Line]]:
    """Lines that stand together, each group a paragraph, a list or a table; single lines where lines are paragraphs."""
    lines = text.clean(value).split("\n")
    if len(lines) > _MOST_LINES:
        raise TooMuch
    whole = any(len(line) > _BROKEN_AT for line in lines)
    groups: list[list[_Line]] = []
    for chunk in _chunks(lines):
        # Several lines that are all far shorter than a paragraph's are a menu or an address, not a broken paragraph.
        alone = whole or (len(chunk) > 2 and all(len(line) <= _SHORT for line in chunk))
        made = [_Line(line.rstrip(), len(chunk)) for line in chunk]
        for place, line in enumerate(made):
            before = groups[-1] if place else []
            goes_on = bool(before) and before[0].listed and (line.listed or line.text[:1].isspace())
            joins = place > 0 and (not alone or goes_on)
            if joins:
                groups[-1].append(line)
            else:
                groups.append([line])
    return groups


def _chunks(lines: list[str]) -> list[list[str]]:
    """Lines between empty ones; a line underlined with signs is a heading of its own."""
    chunks: list[list[str]] = [[]]
    for line in lines:
        rule = _RULE.fullmatch(line)
        if rule and rule[1] in "=-" and chunks[-1]:
            chunks[-1][-1] = ("# " if rule[1] == "=" else "## ") + chunks[-1][-1].strip()
            chunks.append([])
        elif rule or not line.strip():
            chunks.append([])
        elif _ATX.fullmatch(line):
            chunks += [[line], []]
        else:
            chunks[-1].append(line)
    return [chunk for chunk in chunks if chunk]


def _heading(group: list[_Line], following: list[_Line] | None) -> Block | None:
    line = group[0].text
    marked = _ATX.fullmatch(line)
    if marked:
        return Block(text.clean_line(marked[2]), level=len(marked[1]))
    words = text.clean_line(line)
    if following is None or not is_like_a_heading(words) or group[0].run > 1 or _BULLET.match(line):
        return None
    return Block(words, level=2, guessed=True)


def is_like_a_heading(words: str) -> bool:
    """Whether a line on its own reads like a heading: short, no sentence, not beginning small."""
    if not words or len(words) > _HEADING or len(words.split()) > _HEADING_WORDS or _CREDIT.match(words):
        return False
    first = next((sign for sign in words if sign.isalnum()), "")
    return words[-1] not in ".,;:!…" and bool(first) and not first.islower() and not _ADDRESS.search(words)


def _passages(group: list[_Line]) -> list[Block]:
    """The blocks of lines that stand together."""
    if len(group) > 1 and all("\t" in line.text.strip() for line in group):
        return [_table(group)]
    blocks: list[Block] = []
    paragraph: list[str] = []
    items: list[str] = []
    tag = ""

    def end() -> None:
        nonlocal paragraph, items, tag
        if paragraph:
            blocks.append(_block(f"<p>{linked(' '.join(paragraph))}</p>", group[0].run))
        if items:
            blocks.append(_block(f"<{tag}>{''.join(f'<li>{linked(item)}</li>' for item in items)}</{tag}>", 1))
        paragraph, items, tag = [], [], ""

    numbered = sum(line.bullet == "ol" for line in group) > 1
    for line in group:
        kind = line.bullet if line.bullet != "ol" or numbered else ""
        if kind:
            if paragraph or kind != tag:
                end()
            tag = kind
            items.append((_BULLET if kind == "ul" else _NUMBER).sub("", line.text, count=1).strip())
        elif items and line.text[:1].isspace():
            items[-1] += f" {line.text.strip()}"
        else:
            if items:
                end()
            paragraph.append(line.text.strip())
    end()
    return blocks


def _table(group: list[_Line]) -> Block:
    rows = [[f"<td>{linked(cell.strip())}</td>" for cell in line.text.strip().split("\t")] for line in group]
    head = "".join(cell.replace("td>", "th>") for cell in rows[0])
    body = "".join(f"<tr>{''.join(row)}</tr>" for row in rows[1:])
    return _block(f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>", 1)


def linked(words: str) -> str:
    """A plain text as HTML in which the addresses are links."""
    found: list[str] = []
    end = 0
    for match in _ADDRESS.finditer(words):
        address = match[0].rstrip(".,;:!?)]»”’'\"")
        href = address if "://" in address else f"mailto:{address}"
        found += [escape(words[end : match.start()]), f'<a href="{escape(href)}">{escape(address)}</a>']
        end = match.start() + len(address)
    return "".join([*found, escape(words[end:])])


def _block(html: str, run: int) -> Block:
    html = field.clean(html)
    return Block(field.plain(html), html=html, run=run)
