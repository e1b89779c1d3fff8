"""HTML from anywhere, made so that parsing it is linear.

The parser (html5ever, in nh3) looks through all open elements at every start of a block, opens the marks of a paragraph
that were never closed again in the next one, and copies a run of letters at every one that is not ASCII or written as a
reference. For what people write that is nothing; for 40 kB of `<div>` it is half a second, and for a megabyte of broken
accents a minute, in which no other request of the process is answered. The cleaners say what is allowed.
"""

import re
from collections import Counter

#: Elements that may be open at once; deeper ones are left out, but not their text. Clean text has at most 50.
DEEPEST = 100
#: Marks that may be open at once: each is opened again in every block that follows until somebody closes it.
MOST_MARKS = 16
#: Characters of a run of text from which on it is parted by empty comments, which no cleaner keeps, and of its pieces.
_LONG_RUN, _PIECE = 4000, 1000
#: Characters of the longest character reference, which must not be parted.
_REFERENCE = 40

_SPACE = r"[ \t\n\f\r]"
#: A tag as the HTML standard reads it (13.2.5): quotation marks mean something only behind an equals sign.
_TAG = re.compile(
    rf"<(/?)([A-Za-z][^ \t\n\f\r/>]*+)(?:[ \t\n\f\r/]++|[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+"
    rf"(?:{_SPACE}*+={_SPACE}*+(?:\"[^\"]*+\"|'[^']*+'|[^ \t\n\f\r>\"'][^ \t\n\f\r>]*+)?+)?+)*+>"
)
_MARKS = frozenset(["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"])
#: Elements that hold nothing, and those that the next of their like ends.
_FLAT = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dd",
        "dt",
        "td",
        "th",
        "tr",
        "tbody",
        "thead",
        "tfoot",
        "option",
    ]
)
#: Elements whose content is no markup.
_RAW = frozenset(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"])
_ENDS = {tag: re.compile(f"</{tag}", re.IGNORECASE) for tag in _RAW}
_FOREIGN = ("svg", "math")


def bounded(html: str) -> str:
    """`html` without what makes its parsing dear; its text stays, and all of its markup where people wrote it."""
    if html.count("<") > MOST_MARKS:
        html = _shallow(html)
    if len(html) > _LONG_RUN and max(map(len, html.split("<"))) > _LONG_RUN:
        html = "<".join(_parted(run) if len(run) > _LONG_RUN else run for run in html.split("<"))
    return html


def _parted(run: str) -> str:
    """What stands behind a “<” up to the next, its text in pieces; a tag without end and a comment stay as they are."""
    tag = _TAG.match(f"<{run}")
    if tag is not None and tag[2].lower() in _RAW:
        return run
    begin = tag.end() - 1 if tag is not None else run.find("-->") + 3 if run.startswith("!--") else 0
    if begin < 3 and run.startswith("!--"):
        return run
    pieces = [run[:begin]]
    while len(run) - begin > _PIECE:
        end = begin + _PIECE
        reference = run.rfind("&", end - _REFERENCE, end)
        end = reference if reference > begin else end
        pieces.append(run[begin:end])
        begin = end
    return pieces[0] + "<!---->".join([*pieces[1:], run[begin:]])


def _shallow(html: str) -> str:
    """`html` without the tags of elements that are nested too deeply."""
    opened: Counter[str] = Counter()
    left_out: Counter[str] = Counter()
    depth = marks = 0
    kept: list[str] = []
    begin = place = 0
    while (place := html.find("<", place)) >= 0:
        found = _TAG.match(html, place)
        if found is None:
            place = _behind(html, place)
            continue
        closing, tag = found[1], found[2].lower()
        place = found.end()
        if tag in _FLAT:
            continue
        mark = tag in _MARKS
        if closing:
            if left_out[tag]:
                left_out[tag] -= 1
                kept.append(html[begin : found.start()])
                begin = place
            elif opened[tag]:
                opened[tag] -= 1
                depth -= 1
                marks -= mark
        elif tag in _RAW and not any(opened[each] for each in _FOREIGN):
            end = _ENDS[tag].search(html, place)
            if end is None:
                break
            place = end.start()
        elif depth >= DEEPEST or (mark and marks >= MOST_MARKS):
            left_out[tag] += 1
            kept.append(html[begin : found.start()])
            begin = place
        else:
            opened[tag] += 1
            depth += 1
            marks += mark
    return "".join([*kept, html[begin:]]) if kept else html


def _behind(html: str, place: int) -> int:
    """Where to go on behind a “<” that begins no tag."""
    if html.startswith("<!--", place):
        end = html.find("-->", place + 2)
        return end + 3 if end >= 0 else len(html)
    return place + 1
