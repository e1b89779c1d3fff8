"""Texts that nobody writes on purpose and that cost dearly where a function is not linear in what it reads.

Each is made at any length: `PLAIN` without markup, `MARKUP` as HTML (whole, broken, nested), `PAIRS` as two versions of
one text. `cpu` tells what a call costs; `dearer` whether a function's cost grows faster than its text.
"""

import gc
import random
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from html import escape
from math import inf
from typing import Any

#: Given a number of characters, a text of about as many.
Make = Callable[[int], str]
#: A function's text and, for functions of two, the other one; the number makes every run's text a new one.
Call = Callable[[Any], object]

#: Ten times the length may cost so many times as much; below the floor (CPU seconds) a clock tells too little.
TIMES, MOST, FLOOR = 10, 15, 0.015
#: What takes the square of its length costs more than so many times as much. Below that, a text that no longer fits
#: into the caches of a busy machine may be the reason, and a longer one tells.
SQUARE = 30
#: How often both are measured until they pass; the least of each counts.
RUNS = 4
#: Measuring two lengths is given up after so many CPU seconds.
GIVEN_UP = 20


def repeated(unit: str) -> Make:
    """A text that says one thing again and again."""
    return lambda length: (unit * (length // len(unit) + 1))[:length]


def between(first: str, unit: str, last: str) -> Make:
    """A text that says one thing again and again between two others."""
    return lambda length: first + repeated(unit)(length) + last


def numbered(form: str) -> Make:
    """A text of things that are all different: `form` holds a place for a number."""
    return lambda length: "".join(form.format(n) for n in range(length // len(form.format(99999)) + 1))


def nested(opening: str, closing: str, inner: str = "a") -> Make:
    """Elements within each other, all of them closed."""

    def nested_text(length: int) -> str:
        depth = length // (len(opening) + len(closing)) + 1
        return opening * depth + inner + closing * depth

    return nested_text


def _paragraph(make: Make) -> Make:
    return lambda length: f"<p>{escape(make(length))}</p>"


_UNITS = [
    "a", "A", "é", " ", "\u00a0", "\n", "\t", ".", "!", "…", "-", "–", "'", "’", '"', "«", "»", "(", ")", "[", "{", "<",
    ">", "&", "@", "/", "\\", "_", "*", "#", "=", "|", "%", "0", "1", "9", "I", ":", ";", ",", "¿", "©", "•",
    "a ", "a.", "a. ", "A. ", "a-", "a'", "a’", "a@", "a1", "1a", "aaa-aaa-", "a.a@", "a,", "a\n", "a\n\n", "a\t",
    "a\tb\n", "1 ", "1,", "1.", "123,", "123 ", "123.", "1-", "1/", "1:", "1:1 ", "1h", "12 million ", "1 de ", "mil ",
    "I ", "IX ", "ABC ", "ABC (ABC) ", "(ABC ", "ABC (", "ABC(a ", "A(", "U.S.", "word ", "word word. ", "Word. Word ",
    "Mr. ", "e.g. ", "will 2023 ", "in 2023 ", "January 2023, ", "le 1er janvier 2023 ", "el 3 de mayo de 2023 ",
    "twelve ", "douze ", "doce ", "http://", "http://a ", "http://a", "www.", "https://example.org/a/", "mailto:",
    "tel:", "a : ", "a:", "«a", "? ", "a? ", "Ã©", "Ã", "â€™", "e\u0301", "\u0301", "👩‍👩‍👧", "\u200d", "\u200b",
    "\u00ad", "\u202e", "œ", "ﬁ", "ß", "• item\n", "1. item\n", "a) ", "# a\n", "=\n", "a\n=\n", "> ", "a > ", "a | ",
    "- ", " - ", "/-", "date ", "n't ", "er ", "SOURCE: ", "A /B/ ", "[email ", "&lt;", "&amp;", "&#", "&#x", "@a ",
    "a_", "aé", "+1 ", "(613) ", "ion ", "ee ", "eux",
]  # fmt: skip
#: Plain texts, by what they look like.
PLAIN: Mapping[str, Make] = {
    **{f"{unit!r}…": repeated(unit) for unit in _UNITS},
    "spaces in a word": between("a", " ", "b"),
    "no-break spaces in a word": between("a", "\u00a0", "b"),
    "lines in a word": between("a", "\n", "b"),
    "signs before a word": between("", "-", "a"),
    "an address": between("http://", "a", ""),
    "a mailbox": between("a@", "a.", ""),
    "a bracket that stays open": between("ABC (", "a ", ""),
    "a quotation that stays open": between("«", "a ", ""),
    "different words": numbered("w{} "),
    "different numbers": numbered("{} "),
    "different abbreviations": lambda length: " ".join(
        f"{chr(65 + n // 17576 % 26)}{chr(65 + n // 676 % 26)}{chr(65 + n // 26 % 26)}{chr(65 + n % 26)}"
        for n in range(length // 5 + 1)
    ),
    "abbreviations in brackets": lambda length: "".join(
        f"word ({chr(65 + n // 676 % 26)}{chr(65 + n // 26 % 26)}{chr(65 + n % 26)}) " for n in range(length // 11 + 1)
    ),
    "sentences": numbered("The {} ministers of the Americas met in Ottawa, again. "),
}  # fmt: skip

#: HTML: every plain text as a paragraph, and markup in all states.
MARKUP: Mapping[str, Make] = {
    **{name: _paragraph(make) for name, make in PLAIN.items()},
    **{
        f"{unit}…": repeated(unit)
        for unit in [
            "<b>", "<p>", "<p><b>", "<div>", "<a href=x>", "<a href=x><b>", "<table>", "<table><tr><td>", "<tr>",
            "<td>", "<ul><li>", "<ul>", "<li>", "<blockquote>", "<!--", "<!-- ", "<![CDATA[", "</p>", "</b>", "<br>",
            "<br><br> ", "<h1>", "<h3>a", "<p>a</p>", "<p></p>", "<p>a b</p><p>", "<p><strong>a b</strong></p>",
            "<p>• a</p>", "<p>ABC (abc)</p>", "<b>a</b>", "<b>a</b> ", "<b>a</b><i>b</i>", "<b><i>a</b></i>",
            "<b>a<p>b</b>", "<sup>1</sup>", "<br>a", '<a href="https://example.org/">a</a> ', '<a href="#a">1</a>',
            '<a href="/en/notes/a/">here</a>', '<a href="', "<span lang=fr>a</span> ", '<abbr title="A b">AB</abbr> ',
            "<h3>a</h3>", "<h3>a</h3><p>b</p>", "<h4>a</h4>", "<ul><li>a</li></ul>", "<ol><li>a<li>b</ol>",
            "<table><tr><td>a</table>", "<tr><td>a</td></tr>", "<th>a</th>", "<script>", "<svg>", "<style>",
            "<select><option>a", "<form>", "<nav>", "<section>", "<pre>", "<dl><dt>a<dd>b", "<img alt=a>",
            "<meta name=a content=b>", "<title>a", "<button>a", "<details><summary>a", "<font>", "<x>", "</x>", "<p",
            "<p ", "<p a", '<p a="', "< p>", "<a><p>", "<b><table>", "<table><b>", "<math><mi>", "<frameset>",
            "<body a=b>",
        ]
    },
    **{
        f"{opening} closed": nested(opening, closing)
        for opening, closing in [
            ("<b>", "</b>"), ("<em><strong>", "</strong></em>"), ("<span lang=fr>", "</span>"), ("<div>", "</div>"),
            ("<ul><li>", "</li></ul>"), ("<ol><li><p>", "</p></li></ol>"), ("<blockquote>", "</blockquote>"),
            ("<table><tr><td>", "</td></tr></table>"), ("<table><tr><td><ul><li>", "</li></ul></td></tr></table>"),
            ("<table><tbody>", "</tbody></table>"), ("<section><h2>a</h2>", "</section>"), ("<p>", "</p>"),
            ('<abbr title="a">', "</abbr>"), ("<sub>", "</sub>"), ("<a href=/>", "</a>"), ("<b>a ", "</b>"),
            ("<ul><li>a", "</li></ul>"), ("<sup>", "</sup>"), ("<article>a ", "</article>"),
        ]
    },
    "a list of many": between("<ul>", "<li>a</li>", "</ul>"),
    "a list of different items": lambda length: f"<ul>{numbered('<li>word {}</li>')(length)}</ul>",
    "a table of many rows": between("<table>", "<tr><td>a</td><td>b</td></tr>", "</table>"),
    "a table of many columns": between("<table><tr>", "<td>a</td>", "</tr></table>"),
    "a table of long columns": between("<table><tr>", "<td rowspan=100>a</td>", "</tr></table>"),
    "a table of wide cells": between("<table>", "<tr><td colspan=100>a</td></tr>", "</table>"),
    "a table of empty rows": between("<table>", "<tr></tr>", "<tr><td rowspan=9999>a</td></tr></table>"),
    "a table of steps": lambda length: (
        f"<table>{'<tr><td rowspan=90>a</td><td>b</td></tr>' * (length // 42 + 1)}</table>"
    ),
    "one long row among short ones": lambda length: (
        f"<table><tr>{'<td>a</td>' * (length // 20)}</tr>{'<tr><td>a</td></tr>' * (length // 38)}</table>"
    ),
    "many captions": between("<table>", "<caption>a</caption>", "<tr><td>a</td></tr></table>"),
    "a long attribute": lambda length: f'<p><a href="https://example.org/{"a" * length}">a</a></p>',
    "a long title": lambda length: f'<p><abbr title="{"a " * (length // 2)}">A</abbr></p>',
    "many attributes": lambda length: f"<p {numbered('a{}=b ')(length)}>a</p>",
    "a long class": lambda length: f"<p class='{numbered('c{} ')(length)}'>a</p>",
    "different links": numbered('<a href="https://example.org/{0}">page {0}</a> '),
    "different paragraphs": numbered("<p>word {0} and {0}</p>"),
    "different headings": numbered("<h3>Heading {0}</h3><p>text</p>"),
    "links within a line": between("<p>", '<a href="/en/notes/x/">a</a> ', "</p>"),
    "marks within a line": between("<p>", "<em>a</em><strong>b</strong>", "</p>"),
    "words of many languages": between("<p>", "<span lang=fr>a</span> b ", "</p>"),
    "breaks within a line": between("<p>", "a<br>", "</p>"),
}  # fmt: skip


def _words(length: int) -> list[str]:
    return [f"w{n}" for n in range(length // 6 + 1)]


def _shuffled(words: list[str], seed: int) -> list[str]:
    found = list(words)
    random.Random(seed).shuffle(found)
    return found


def _few(length: int, seed: int) -> list[str]:
    chosen = random.Random(seed)
    return [f"w{chosen.randrange(40)}" for _n in range(length // 4 + 1)]


def _pairs(length: int) -> dict[str, tuple[list[str], list[str]]]:
    """Two versions of a text, in words."""
    words = _words(length)
    other = [f"x{n}" for n in range(len(words))]
    mixed = [each for pair in zip(words, other, strict=True) for each in pair]
    return {
        "equal": (words, words),
        "all different": (words, other),
        "interleaved": (words, mixed),
        "every second changed": (words, [w if n % 2 else x for n, (w, x) in enumerate(zip(words, other, strict=True))]),
        "reversed": (words, words[::-1]),
        "shuffled": (words, _shuffled(words, 1)),
        "halves swapped": (words, words[len(words) // 2 :] + words[: len(words) // 2]),
        "few words, all over": (_few(length, 1), _few(length, 2)),
        "one word": (["a"] * (length // 2), ["a"] * (length // 3)),
        "two words in turn": (["a", "b"] * (length // 4), ["b", "a"] * (length // 4)),
        "one word, one in the middle": (["a"] * (length // 2), ["a"] * (length // 4) + ["b"] + ["a"] * (length // 4)),
    }


PAIRS: tuple[str, ...] = tuple(_pairs(10))


def pair(name: str, length: int, join: Callable[[list[str]], str]) -> tuple[str, str]:
    """Two versions of a text of `length` characters; `join` makes a text of its words, such as a line or paragraphs."""
    before, after = _pairs(length)[name]
    return join(before), join(after)


class GivenUp(Exception):
    """Raised where a call has taken more CPU time than any call may."""


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Give up what takes more CPU time of this process; a regular expression that runs away is interrupted as well."""

    def stop(_number: int, _frame: Any) -> None:
        raise GivenUp

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _deeper(frames: int, call: Call, given: Any) -> object:
    return _deeper(frames - 1, call, given) if frames else call(given)


def cpu(call: Call, given: Any, *, frames: int = 0) -> float:
    """CPU seconds that one call takes, without what collecting the garbage of the whole process would add now and then.

    Of this thread, since the clock of the process is coarse while a timer runs.

    :param frames: from how far down the stack it is called. CPython allocates the stack in chunks, and a loop whose
        calls happen to cross the end of one pays for a chunk at each of them; another depth tells such a chance.
    """
    gc.disable()
    try:
        began = time.thread_time()
        _deeper(frames, call, given)
        return time.thread_time() - began
    finally:
        gc.enable()


def dearer(call: Call, make: Callable[[int, int], Any], length: int) -> str:
    """Empty where ten times the length costs at most fifteen times as much, else both costs in words.

    A function that is cheap as long as its text is short may grow faster up to where its bound begins: where the first
    two lengths do not pass, the next two decide, and where these leave a doubt (below `SQUARE`), the two after them.

    :param make: makes what the call is given, of a length in characters; its second argument is another one for every
        run, so that nothing that is kept from the run before helps.
    :param length: characters of the shortest text.
    """
    told = ""
    for stage in range(3):
        shorter = length * TIMES**stage
        few, many = _costs(call, make, shorter, first_run=100 * stage)
        if many < FLOOR or many <= MOST * few:
            return ""
        told = f"{shorter} characters: {few:.4f} s; {shorter * TIMES}: {many:.4f} s"
        if stage and many > SQUARE * few:
            break
    return told


def _costs(call: Call, make: Callable[[int, int], Any], length: int, *, first_run: int) -> tuple[float, float]:
    """The least CPU seconds of a length and of ten times the length;
    infinite for the longer one where it was given up."""
    few: list[float] = []
    many: list[float] = []
    try:
        with _at_most(GIVEN_UP):
            for run in range(RUNS):
                many.append(cpu(call, make(length * TIMES, first_run + run), frames=3 * run))
                if many[-1] >= FLOOR:
                    few += [cpu(call, make(length, first_run + 10 * run + n)) for n in range(2)]
                if min(many) < FLOOR or min(many) <= MOST * min(few) or (run and min(many) > SQUARE * min(few)):
                    break
    except GivenUp:
        return min(few, default=0), min(many, default=inf)
    return min(few, default=0), min(many)
