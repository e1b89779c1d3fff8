"""Two lines of text in one, word by word; a line is a paragraph, a heading, an item, a cell, or a plain text.

A word is compared by its letters and by whether it sticks to the word before it; what it looks like (bold, a link) is
compared only where the word stayed, and noted there.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import groupby
from typing import NamedTuple

from django.utils.html import escape
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from editorial.base import languages, sequences
from editorial.base.sequences import Step
from editorial.richtext.canonical import MARKS
from editorial.richtext.tree import Element

#: Opening tags around a text, the outermost first, as they stand in the text.
Marks = tuple[str, ...]

BREAK = "<br>"
#: A line of which less than this stayed is read more easily as one text that went and one that came.
_KEPT = 0.25
_PIECE = re.compile(r"[ \t\n\r\f]+|[^ \t\n\r\f]+")
_TAG = re.compile(r"<([a-z0-9]+)")
_ATTRIBUTE = re.compile(r' (href|lang|title)="([^"]*)"')


class Word(NamedTuple):
    """A run of letters as it stands in HTML, with the marks around it and around the space before it.

    `glued` tells that there is no space before it although another word stands there, as in “<strong>a</strong>b”.
    """

    text: str
    marks: Marks = ()
    glued: bool = False
    gap: Marks = ()


def words_of(nodes: Sequence[Element | str]) -> list[Word]:
    """The words of a line; where white space stands makes no difference, but for whether there is any."""
    found: list[Word] = []
    spaced: Marks | None = ()
    for text, marks in _leaves(nodes, ()):
        if text == BREAK:
            found.append(Word(BREAK, marks))
            spaced = ()
            continue
        for piece in _PIECE.findall(text):
            if piece[0] in " \t\n\r\f":
                spaced = spaced or marks
            else:
                found.append(Word(piece, marks, spaced is None, spaced or ()))
                spaced = None
    return found


def _leaves(nodes: Sequence[Element | str], marks: Marks) -> Iterator[tuple[str, Marks]]:
    for node in nodes:
        if isinstance(node, str):
            yield node, marks
        elif node.tag == "br":
            yield BREAK, marks
        else:
            yield from _leaves(node.children, (*marks, node.opening()) if node.tag in MARKS else marks)


def plain_words(text: str) -> list[Word]:
    """The words of a plain text; its line ends count."""
    lines = [words_of([escape(line)]) for line in text.split("\n")]
    found = lines[0]
    for line in lines[1:]:
        found += [Word(BREAK), *line]
    return found


def once_more(words: Sequence[Word]) -> str:
    """The line as it stands."""
    return _written(words)


def whole_line(words: Sequence[Word], how: str) -> str:
    """All of a line gone ("del") or new ("ins")."""
    return _marked(words, how)


def marked_line(old: Sequence[Word], new: Sequence[Word]) -> str:
    """Both lines in one: words that went in `del`, words that came in `ins`, words that look otherwise with a note."""
    out: list[str] = []
    for how, a, b, c, d in _steps([each[:3:2] for each in old], [each[:3:2] for each in new]):
        if how == "equal":
            out += _kept_words(old[a:b], new, c, d)
            continue
        if a < b:
            # The space before what went is that of what stands there now, so that the new line keeps its own marks.
            lead = "" if not c else _space(new, c) if c < len(new) else " "
            out += [lead, _marked(old[a:b], "del", "" if lead or not c else _space(old, a))]
        if c < d:
            out.append(_space(new, c) or (" " if a < b and not new[c].glued else ""))
            out.append(_marked(new[c:d], "ins"))
        elif not c and new and not new[0].glued:
            out.append(" ")
    return "".join(out)


def note(said: str) -> str:
    """A remark on the text beside it, in the reader's language."""
    return f'<span class="diff-note" lang="{_reader()}">[{escape(said)}]</span>'


def _reader() -> str:
    return (get_language() or "en")[:2]


def _steps(old: list[tuple[object, ...]], new: list[tuple[object, ...]]) -> list[Step]:
    """What became of which words; where little stayed between a common beginning and end, all of that changed."""
    found = sequences.steps(old, new)
    first = found[:1] if found and found[0][0] == "equal" else []
    last = found[-1:] if len(found) > len(first) and found[-1][0] == "equal" else []
    middle = found[len(first) : len(found) - len(last)]
    if middle:
        start, other, end, other_end = middle[0][1], middle[0][3], middle[-1][2], middle[-1][4]
        stayed = sum(step[2] - step[1] for step in middle if step[0] == "equal")
        if stayed < _KEPT * max(end - start, other_end - other):
            middle = [("replace", start, end, other, other_end)]
    return [*first, *_coarse(middle), *last]


def _coarse(steps: Sequence[Step]) -> list[Step]:
    """The steps, where a few words that stayed among many that did not count as changed: it must stay readable."""
    found: list[Step] = []
    for place, step in enumerate(steps):
        before = found[-1] if found else None
        if before is not None and before[0] != "equal":
            after = steps[place + 1] if place + 1 < len(steps) else None
            if step[0] != "equal":
                found[-1] = ("replace", before[1], step[2], before[3], step[4])
                continue
            if after is not None and 2 * (step[2] - step[1]) < min(_size(before), _size(after)):
                found[-1] = ("replace", before[1], step[2], before[3], step[4])
                continue
        found.append(step)
    return found


def _size(step: Step) -> int:
    return max(step[2] - step[1], step[4] - step[3])


def _kept_words(old: Sequence[Word], new: Sequence[Word], c: int, d: int) -> Iterator[str]:
    """The words `c` to `d` of the new line, which stayed; those that look otherwise in one piece, with the reason."""
    looks = [(was.marks, now.marks) if was.marks != now.marks else None for was, now in zip(old, new[c:d], strict=True)]
    place = c
    for look, group in groupby(looks):
        end = place + len(list(group))
        text = _written(new[place:end])
        yield _space(new, place)
        yield text if look is None else f'<span class="diff-format">{text}</span>{note(_look(*look))}'
        place = end


def _look(old: Marks, new: Marks) -> str:
    """What is otherwise about the looks of words, in words."""
    gone = [_mark_name(tag) for tag in old if tag not in new]
    come = [_mark_name(tag) for tag in new if tag not in old]
    said = []
    if gone:
        said.append(_("before: %(what)s") % {"what": ", ".join(gone)})
    if come:
        said.append(_("now: %(what)s") % {"what": ", ".join(come)})
    return "; ".join(said)


def _mark_name(opening: str) -> str:
    found = _TAG.match(opening)
    tag = found[1] if found else ""
    said = {name: unescape(value) for name, value in _ATTRIBUTE.findall(opening)}
    match tag:
        case "a":
            return _link(said)
        case "span":
            return _("marked as %(language)s") % {"language": languages.name(said.get("lang", ""))}
        case "abbr":
            return _("abbreviation of “%(words)s”") % {"words": said.get("title", "")}
    return {
        "strong": _("bold"), "em": _("italic"), "sub": _("subscript"), "sup": _("superscript"),
    }.get(tag, tag)  # fmt: skip


def _link(said: dict[str, str]) -> str:
    text = _("link to %(address)s") % {"address": said.get("href", "")}
    return f"{text} ({said['title']})" if said.get("title") else text


def _marked(words: Sequence[Word], how: str, space: str = "") -> str:
    """Words in `del` or `ins`, announced to screen readers; where new links lead is said, since nobody sees that."""
    if not words:
        return ""
    spoken = pgettext("difference", "added:") if how == "ins" else pgettext("difference", "removed:")
    out = f'<span class="visually-hidden" lang="{_reader()}">{spoken} </span><{how}>{space}{_written(words)}</{how}>'
    if how == "ins":
        links = dict.fromkeys(tag for word in words for tag in word.marks if tag.startswith("<a "))
        out += "".join(note(_mark_name(tag)) for tag in links)
    return out


def _space(words: Sequence[Word], place: int) -> str:
    """The space before a word, with the marks around it; none at the beginning, at a break, and where it is glued."""
    if not place or words[place].glued or BREAK in (words[place].text, words[place - 1].text):
        return ""
    return _nested([(" ", words[place].gap)])


def _written(words: Sequence[Word]) -> str:
    """Words with their marks, the space before the first left out."""
    leaves: list[tuple[str, Marks]] = []
    for place, word in enumerate(words):
        if place and not word.glued and BREAK not in (word.text, words[place - 1].text):
            leaves.append((" ", word.gap))
        leaves.append((word.text, word.marks))
    return _nested(leaves)


def _nested(leaves: Sequence[tuple[str, Marks]]) -> str:
    out: list[str] = []
    opened: Marks = ()
    for text, marks in [*leaves, ("", ())]:
        if marks != opened:
            kept = 0
            while kept < min(len(opened), len(marks)) and opened[kept] == marks[kept]:
                kept += 1
            out += [_closing(tag) for tag in reversed(opened[kept:])]
            out += marks[kept:]
            opened = marks
        out.append(text)
    return "".join(out)


def _closing(opening: str) -> str:
    found = _TAG.match(opening)
    return f"</{found[1]}>" if found else ""
