"""Two rich texts in one: whoever leaves out what went and the notes reads the later text, markup and all."""

import re

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.comparison import richdiff
from editorial.richtext import field
from tests.degenerate import dearer

_HIDDEN = re.compile(r'<span class="(?:visually-hidden|diff-note)"[^>]*>[^<]*</span>')
_FORMAT = re.compile(r'<span class="diff-format">(.*?)</span>(?=<span class="diff-note")', re.DOTALL)


def unnoted(marked: str) -> str:
    """Marked text without its notes."""
    # The words that look otherwise may themselves hold a span (a passage in another language).
    while (bare := _FORMAT.sub(r"\1", marked, count=1)) != marked:
        marked = bare
    return _HIDDEN.sub("", marked)


def later(marked: str) -> str:
    """The later text, read back from the marked one."""
    kept = re.sub(r"<del>.*?</del>", "", unnoted(marked), flags=re.DOTALL)
    return field.clean(re.sub(r"</?ins>", "", kept))


def letters(html: str) -> str:
    """All that HTML says, without its markup and its spaces."""
    return re.sub(r"[ \n]+|<[^>]+>", "", html)


def earlier(marked: str) -> str:
    """What the earlier text says, read back from the marked one; its markup is not there any more."""
    return letters(re.sub(r"<ins>.*?</ins>", "", unnoted(marked), flags=re.DOTALL))


WORD = st.sampled_from(
    [
        "the",
        "two",
        "governments",
        "agreed",
        "to",
        "share",
        "methods",
        "and",
        "train",
        "L’accord",
        ":",
        "¿cuándo?",
        "R&amp;D",
        "&lt;b&gt;",
        "été",
    ]
)
TEXT = st.lists(WORD, min_size=1, max_size=7).map(" ".join)


def within(tag: str, attribute: str = "") -> st.SearchStrategy[str]:
    return TEXT.map(lambda text: f"<{tag}{attribute}>{text}</{tag}>")


INLINE = st.one_of(
    TEXT, TEXT, within("strong"), within("em"), within("a", ' href="/a"'),
    within("a", ' href="https://example.org/?a=1&amp;b=2"'), within("span", ' lang="es"'),
    within("abbr", ' title="Royal Canadian"'), within("sup"), st.just("<br>"),
)  # fmt: skip
LINE = st.lists(st.tuples(INLINE, st.sampled_from(["", " "])).map("".join), min_size=1, max_size=4).map("".join)


def one(tag: str) -> st.SearchStrategy[str]:
    return LINE.map(lambda line: f"<{tag}>{line}</{tag}>")


def some(tag: str, inner: st.SearchStrategy[str], most: int = 3) -> st.SearchStrategy[str]:
    return st.lists(inner, min_size=1, max_size=most).map(lambda rows: f"<{tag}>{''.join(rows)}</{tag}>")


ITEM = st.one_of(
    one("li"),
    one("li"),
    st.tuples(LINE, some("ul", one("li"), 2)).map(lambda t: f"<li>{t[0]}{t[1]}</li>"),
    some("li", one("p")),
)
BLOCK = st.one_of(
    one("p"), one("p"), one("h3"), one("h4"), some("ul", ITEM), some("ol", ITEM), some("blockquote", one("p"))
)
TABLE = st.tuples(LINE, some("tr", one("th"), 2), st.lists(some("tr", one("td"), 2), max_size=3)).map(
    lambda t: f"<table><caption>{t[0]}</caption>{t[1]}{''.join(t[2])}</table>"
)


@st.composite
def pairs(draw: st.DrawFn, block: st.SearchStrategy[str]) -> tuple[str, str]:
    """A clean text and what somebody made of it."""
    before = draw(st.lists(block, max_size=5))
    after = list(before)
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(after)))
        match draw(st.sampled_from(["insert", "remove", "replace", "swap", "word"])):
            case "insert":
                after.insert(place, draw(block))
            case "remove":
                after[place : place + 1] = []
            case "replace":
                after[place : place + 1] = [draw(block)]
            case "swap":
                after = after[place:] + after[:place]
            case "word" if place < len(after):
                after[place] = after[place].replace(draw(WORD), draw(TEXT), 1)
    return field.clean("".join(before)), field.clean("".join(after))


@settings(max_examples=150, deadline=None)
@given(pairs(BLOCK))
def test_both_texts_can_be_read_back(pair: tuple[str, str]) -> None:
    before, after = pair
    marked = richdiff.marked(before, after)
    assert later(marked) == after
    assert earlier(marked) == letters(before)


@settings(max_examples=200, deadline=None)
@given(pairs(st.one_of(TABLE, one("p"))))
def test_tables_can_be_read_back(pair: tuple[str, str]) -> None:
    """Word by word; a cell that went leaves its place, so that the rows still read as rows."""
    before, after = pair
    marked = richdiff.marked(before, after)
    assert letters(later(marked)) == letters(after)
    assert earlier(marked) == letters(before)


@settings(max_examples=100, deadline=None)
@given(pairs(BLOCK))
def test_equal_texts_have_no_marks(pair: tuple[str, str]) -> None:
    _before, after = pair
    assert richdiff.same(after, after)
    assert richdiff.marked(after, after) == after


def marked(before: str, after: str) -> str:
    """The marked text without what is only heard."""
    return re.sub(r'<span class="visually-hidden"[^>]*>[^<]*</span>', "", richdiff.marked(before, after)).replace(
        ' lang="en"', ""
    )


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("<p>The red house.</p>", "<p>The blue house.</p>", "<p>The <del>red</del> <ins>blue</ins> house.</p>"),
        (
            "<p>The two governments agree.</p>",
            "<p>The <strong>two</strong> governments agree.</p>",
            '<p>The <span class="diff-format"><strong>two</strong></span><span class="diff-note">[now: bold]</span>'
            " governments agree.</p>",
        ),
        (
            '<p>See <a href="/a">the text</a>.</p>',
            '<p>See <a href="/b?x=1&amp;y=2">the text</a>.</p>',
            '<p>See <span class="diff-format"><a href="/b?x=1&amp;y=2">the text</a></span>'
            '<span class="diff-note">[before: link to /a; now: link to /b?x=1&amp;y=2]</span>.</p>',
        ),
        (
            "<p>Borders</p>",
            "<h3>Borders</h3>",
            '<h3><span class="diff-note">[before: paragraph; now: heading]</span>Borders</h3>',
        ),
        (
            "<ul><li>One</li><li>Two</li></ul>",
            "<ul><li>One</li><li>One and a half</li><li>Two</li></ul>",
            "<ul><li>One</li><li><ins>One and a half</ins></li><li>Two</li></ul>",
        ),
        (
            "<ul><li>One</li></ul>",
            "<ol><li>One</li></ol>",
            '<p><span class="diff-note">[before: list with bullets; now: numbered list]</span></p>'
            "<ol><li>One</li></ol>",
        ),
        (
            "<p>First of all.</p><p>Second of all.</p><p>Third of all.</p>",
            "<p>Second of all.</p><p>Third of all.</p><p>First of all.</p>",
            '<p><span class="diff-note">[moved away from here]</span><del>First of all.</del></p><p>Second of all.</p>'
            '<p>Third of all.</p><p><span class="diff-note">[moved to here]</span><ins>First of all.</ins></p>',
        ),
        (
            "<table><tbody><tr><td>A</td><td>1</td></tr></tbody></table>",
            "<table><tbody><tr><td>A</td><td>2</td></tr><tr><td>B</td><td>3</td></tr></tbody></table>",
            "<table><tbody><tr><td>A</td><td><del>1</del> <ins>2</ins></td></tr>"
            "<tr><td><ins>B</ins></td><td><ins>3</ins></td></tr></tbody></table>",
        ),
        (
            "",
            '<p><a href="/x">X</a></p>',
            '<p><ins><a href="/x">X</a></ins><span class="diff-note">[link to /x]</span></p>',
        ),
        ("<p>Gone</p>", "", "<p><del>Gone</del></p>"),
    ],
)
def test_what_is_marked(before: str, after: str, expected: str) -> None:
    assert marked(before, after) == expected


def test_reordered_white_space_is_no_change() -> None:
    before, after = "<p>One <strong>two </strong>three</p>", "<p>One\n<strong>two</strong>   three</p>"
    assert richdiff.same(before, after)
    assert "<ins>" not in richdiff.marked(before, after)
    assert "<ins>" not in richdiff.plain("one  two\nthree", "one two \nthree")
    assert not richdiff.same("<p>one two</p>", "<p>onetwo</p>")


def test_marks_are_announced_in_the_readers_language() -> None:
    with translation.override("fr"):
        found = richdiff.plain("rouge", "bleu")
    assert '<span class="visually-hidden" lang="fr">' in found
    assert found.index("visually-hidden") < found.index("<del>")


def test_the_result_is_cleaned_whatever_was_stored() -> None:
    evil = (
        '<p onclick="x()">A <a href="javascript:x()">b</a><script>x()</script><span class="diff-note">[ok]</span></p>'
    )
    for found in (
        richdiff.marked("", evil),
        richdiff.marked(evil, ""),
        richdiff.marked(evil, "<p>A b</p>"),
        richdiff.cleaned(evil),
    ):
        assert "javascript" not in found.replace("link to javascript", "")
        assert "<script" not in found
        assert "onclick" not in found
    assert '<span class="diff-note">[ok]' not in richdiff.marked("", evil)
    broken = "</p><ins>A</td> <b <li>c</ul><del>d"
    assert richdiff.marked(broken, "<p>A</p>").count("<ins>") == 0
    assert richdiff.plain("", "<script>").endswith("<ins>&lt;script&gt;</ins>")


def test_a_very_long_text_is_marked_and_costs_no_more_than_it_grows() -> None:
    """Every second paragraph of 200 changed, and one line of 6,000 words rewritten all over."""

    def paragraphs(number: int, run: int) -> str:
        return "".join(f"<p>{' '.join(f'w{n % 37}{m % 91}' for m in range(60))} {run}</p>" for n in range(number))

    def line(number: int, run: int) -> str:
        return f"<p>{' '.join(f'w{n % 101}' for n in range(number))} {run}</p>"

    before = paragraphs(200, 0)
    after = before.replace("w2", "x2")
    assert later(richdiff.marked(before, after)) == field.clean(after)
    assert not dearer(lambda text: richdiff.marked(text, text.replace("w2", "x2")), paragraphs, 20)
    assert not dearer(lambda text: richdiff.marked(text, text.replace("w3", "y3")), line, 600)
