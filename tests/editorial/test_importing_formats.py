"""What each format becomes: title, summary, sections with their lists, tables and links,
and what is told of the rest."""

from typing import Any

import pytest
from django.core.files.base import ContentFile

from editorial.importing import outline, reading
from editorial.importing.blocks import Reading
from editorial.importing.outline import Outline
from editorial.richtext import field
from tests.word import PICTURE, docx, link, note, p, run, table

LONG = (
    "The two governments agreed on a programme of work for the coming year, "
    "and on who is to answer for each part of it. "
)


def read(data: bytes | str, name: str, language: str = "en") -> Reading:
    """A file of these bytes, read."""
    file: Any = ContentFile(data.encode() if isinstance(data, str) else data, name=name)
    return reading.read(file, language=language)


def read_and_outline(data: bytes | str, name: str, language: str = "en") -> tuple[Reading, Outline]:
    """A file read, and what it becomes."""
    found = read(data, name, language)
    return found, outline.outline_of(found)


def left(found: Reading) -> dict[str, list[str]]:
    """What was left out, by reason."""
    blocks: dict[str, list[str]] = {}
    for block in found.blocks:
        if block.left:
            blocks.setdefault(block.left, []).append(block.text)
    return blocks


WORD = docx(
    p("Border cooperation", style="Titre"),
    p("What the two countries do together at their borders", style="Soustitre"),
    p("Ports of entry", style="Titre1"),
    p(inner=run("A ") + run("bold", "b") + run(" word, and ") + link("a link") + run(".") + note(1)),
    p("First", numbered=1),
    p("Second", numbered=1),
    PICTURE,
    p("", style="Titre2"),
    p("Figures", style="Titre2"),
    table(("Year", "Crossings"), ("2020", "12")),
    p("What comes next", style="Titre1"),
    p(inner=run("Kept") + "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"),
    notes=("See the report of 2019.",),
    parts={"word/header1.xml": b"<w:hdr/>", "word/comments.xml": (
        b'<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b'<w:comment w:id="0"><w:p/></w:comment></w:comments>'
    )},
)  # fmt: skip


class TestWord:
    def test_title_subtitle_and_sections_at_the_headings(self) -> None:
        _found, draft = read_and_outline(WORD, "border.docx")
        assert draft.title == "Border cooperation"
        assert draft.summary == "What the two countries do together at their borders"
        assert [part.heading for part in draft.parts] == ["Ports of entry", "What comes next"]

    def test_lists_tables_links_and_emphasis_stay(self) -> None:
        body = read_and_outline(WORD, "border.docx")[1].parts[0].body
        assert '<strong>bold</strong> word, and <a href="https://example.org/">a link</a>.' in body
        assert "<ul><li>First</li><li>Second</li></ul>" in body
        assert "<h3>Figures</h3><table>" in body
        assert "<td>2020</td><td>12</td>" in body
        assert field.clean(body) == body

    def test_what_was_dropped_is_told(self) -> None:
        found = read(WORD, "border.docx")
        told = {code: each.count for code, each in found.report.findings.items()}
        assert told == {
            "images": 1, "empty_headings": 1, "deleted": 1, "marks": 1, "page_edges": 1, "comments": 1,
        }  # fmt: skip
        assert found.report.findings["images"].examples == ["The two ministers"]
        assert left(found) == {"footnotes": ["See the report of 2019."]}

    def test_bold_lines_are_headings_where_there_are_no_others(self) -> None:
        data = docx(p(inner=run("Joint work", "b")), p(LONG * 2), p(inner=run("Results", "b")), p(LONG))
        _found, draft = read_and_outline(data, "a.docx")
        assert draft.title == "Joint work"
        assert [part.heading for part in draft.parts] == ["", "Results"]


PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Border cooperation - Example.org</title>
<meta name="description" content="How the two countries work together at their borders.">
<meta name="dcterms.modified" content="2021-03-04"><link rel="canonical" href="https://example.org/border/">
<script>var a = "<p>no</p>";</script><style>p {{ color: red }}</style></head><body>
<!-- a comment --><a class="wb-sl" href="#main">Skip to main content</a>
<header><div id="wb-lng"><ul><li><a href="/fr">Français</a></li></ul></div>\
<nav><ul><li><a href="/a">About</a></li></ul></nav></header>
<ol class="breadcrumb"><li><a href="/">Home</a></li></ol>
<main><h1>Border cooperation</h1>
<ul><li><a href="#ports">Ports</a></li><li><a href="#next">Next</a></li></ul>
<p style="color:red" onclick="steal()">{LONG}<a href="../other/">Another page</a> and <a href="javascript:x()">code</a>,
<a href="#ports">below</a>.<sup><a href="#fn1">1</a></sup></p>
<h2 id="ports">Ports</h2><div><img src="/i/port.png" alt="A port"><p>One<br>two</p><ol><li>First</li></ol></div>
<h3>Detail</h3><table><caption>Crossings</caption><tr><th scope="col">Year</th></tr><tr><td>2020</td></tr></table>
<table><tr><th>Year</th><th>Number</th></tr><tr><td>2020</td><td>12</td></tr></table>
<h2></h2><h2 id="next">Next</h2><p>Loose <em>words</em></p>loose <b>text</b><dl><dt>Term</dt><dd>Meaning</dd></dl>
<iframe src="https://video.example/"></iframe><form><input name="q"><button>Send</button></form>
<aside class="cookie-notice">We use cookies.</aside><p hidden>secret</p>
<dl id="wb-dtmd"><dt>Date modified:</dt><dd><time property="dateModified">2021-03-05</time></dd></dl>
</main><footer><p>About this site</p></footer></body></html>"""


class TestHtml:
    def test_title_summary_and_sections(self) -> None:
        _found, draft = read_and_outline(PAGE, "border.html")
        assert draft.title == "Border cooperation"
        assert draft.summary == "How the two countries work together at their borders."
        assert [part.heading for part in draft.parts] == ["", "Ports", "Next"]
        assert "<h3>Detail</h3>" in draft.parts[1].body

    def test_lists_tables_and_links_stay_and_the_rest_is_cleaned(self) -> None:
        _found, draft = read_and_outline(PAGE, "border.html")
        first, ports, last = (part.body for part in draft.parts)
        assert '<a href="https://example.org/other/">Another page</a> and code, below.' in first
        assert "<p>One<br>two</p><ol><li>First</li></ol>" in ports
        assert "<th>Year</th><th>Number</th>" in ports
        assert "<p>Loose <em>words</em></p><p>loose <strong>text</strong></p>" in last
        assert "<p><strong>Term</strong></p><p>Meaning</p>" in last
        for body in (first, ports, last):
            assert field.clean(body) == body
            assert not any(word in body for word in ("script", "style", "onclick", "img", "secret", "cookies"))

    def test_what_is_none_of_the_content_is_left_out_by_its_reason(self) -> None:
        found = left(read(PAGE, "border.html"))
        assert found["skip"] == ["Skip to main content"]
        assert found["language"] == ["Français"]
        assert found["menu"] == ["About"]
        assert found["breadcrumb"] == ["Home"]
        assert found["toc"] == ["Ports Next"]
        assert found["cookie"] == ["We use cookies."]
        assert found["hidden"] == ["secret"]
        assert found["footer"] == ["About this site"]
        assert found["date"] == ["Date modified:", "2021-03-05"]

    def test_what_was_dropped_is_told_with_examples(self) -> None:
        report = read(PAGE, "border.html").report
        told = {code: each.count for code, each in report.findings.items()}
        assert told == {
            "scripts": 1, "styles": 1, "embedded": 1, "comments": 1, "images": 1, "controls": 2, "empty_headings": 1,
            "unsafe_links": 1, "anchors": 1, "marks": 1,
        }  # fmt: skip
        assert report.findings["images"].examples == ["A port"]
        assert [(fact.code, fact.value) for fact in report.facts] == [
            ("modified", "2021-03-05"), ("modified", "2021-03-04"), ("address", "https://example.org/border/"),
        ]  # fmt: skip

    def test_without_an_address_a_relative_link_becomes_text_and_is_told(self) -> None:
        found, draft = read_and_outline(f"<h1>T</h1><p>{LONG}<a href='/x'>There</a></p>", "a.html")
        assert "<a" not in draft.parts[0].body
        assert found.report.findings["relative_links"].examples == ["There (/x)"]


TEXT = """Border cooperation

The two countries work together at their borders, in ports and at airports, and at the crossings between them as well.
Every line of this file is a paragraph of its own because nobody broke the long ones by hand; so this is another one.

Ports of entry

  • First
  • Second, see https://example.org/ports.

1. One
2. Two

Year\tCrossings
2020\t12

What comes next

More of it, write to borders@example.org.
"""


class TestPlainText:
    def test_title_summary_and_sections(self) -> None:
        _found, draft = read_and_outline(TEXT, "border.txt")
        assert draft.title == "Border cooperation"
        assert draft.summary.startswith("The two countries work together")
        assert [part.heading for part in draft.parts] == ["", "Ports of entry", "What comes next"]

    def test_lists_tables_and_addresses(self) -> None:
        draft = read_and_outline(TEXT, "border.txt")[1]
        first, ports, last = (part.body for part in draft.parts)
        assert first.count("<p>") == 2
        assert (
            '<ul><li>First</li><li>Second, see <a href="https://example.org/ports">https://example.org/ports</a>.'
            in ports
        )
        assert "<ol><li>One</li><li>Two</li></ol>" in ports
        assert "<thead><tr><th>Year</th><th>Crossings</th></tr></thead>" in ports
        assert '<a href="mailto:borders@example.org">borders@example.org</a>' in last

    def test_lines_broken_by_hand_are_joined(self) -> None:
        text = (
            "Title of it\n\nThis paragraph was broken\nby hand at a narrow width.\n\n"
            "- an item\n  that goes on\n- another\n"
        )
        draft = read_and_outline(text, "a.txt")[1]
        assert draft.parts[0].body == (
            "<p>This paragraph was broken by hand at a narrow width.</p>"
            "<ul><li>an item that goes on</li><li>another</li></ul>"
        )

    def test_marked_headings(self) -> None:
        text = (
            f"The title\n=========\n\n{LONG}\n\n## Part one\n\n{LONG}\n\n### Below\n\nText.\n\n"
            "Part two\n--------\n\nText.\n"
        )
        _found, draft = read_and_outline(text, "a.md")
        assert draft.title == "The title"
        assert [part.heading for part in draft.parts] == ["", "Part one", "Part two"]
        assert "<h3>Below</h3>" in draft.parts[1].body

    def test_markup_in_a_plain_text_is_text(self) -> None:
        draft = read_and_outline(f"A title\n\n{LONG}<script>alert(1)</script> & more.", "a.txt")[1]
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in draft.parts[0].body


@pytest.mark.parametrize(
    ("data", "encoding", "told"),
    [
        ("Sûreté à la frontière".encode("cp1252"), "Windows-1252", "encoding"),
        ("Sûreté à la frontière".encode("utf-16"), "UTF-16", "decoded"),
        ("Sûreté à la frontière".encode("utf-16-le"), "UTF-16", "encoding"),
        ("Sûreté à la frontière".encode("utf-8-sig"), "", ""),
        (
            "<html><meta charset='iso-8859-1'><h1>Sûreté à la frontière</h1><p>x".encode("cp1252"),
            "Windows-1252",
            "decoded",
        ),
        ("<html><meta charset='utf-8'><h1>Sûreté à la frontière</h1><p>x".encode("cp1252"), "Windows-1252", "encoding"),
        ("<html><meta charset='no-such'><h1>Sûreté à la frontière</h1><p>x".encode(), "", ""),
    ],
)
def test_letters_are_read_as_they_are_encoded(data: bytes, encoding: str, told: str) -> None:
    found, draft = read_and_outline(
        data + ("\n\nTexte.".encode("utf-16-le") if data[1:2] == b"\x00" or data[3:4] == b"\x00" else b"\n\nTexte."),
        "a.txt",
        "fr",
    )
    assert draft.title == "Sûreté à la frontière"
    names = {code: each.examples for code, each in found.report.findings.items() if code in ("encoding", "decoded")}
    assert names == ({told: [encoding]} if told else {})


def test_broken_accents_and_a_wrong_language_are_told() -> None:
    report = read("Les frontiÃ¨res\n\nTexte.", "a.txt", "fr").report
    assert report.findings["mojibake"].count == 1
    report = read(f"<html lang=fr><h1>Titre</h1><p>{LONG}", "a.html", "es").report
    assert report.findings["other_language"].examples == ["fr"]


def test_what_is_too_long_is_cut_and_told_whole() -> None:
    heading = "A heading " * 30
    found, draft = read_and_outline(f"<h1>{'A title ' * 40}</h1><p>{LONG * 6}</p><h2>{heading}</h2><p>x</p>", "a.html")
    assert len(draft.title) <= 200
    assert len(draft.summary) <= 500
    assert len(draft.parts[1].heading) <= 200
    assert heading.strip() in draft.parts[1].body
    assert {"title_cut", "heading_cut", "summary_copied"} <= set(draft.report.findings)
    assert found.blocks[0].text == ("A title " * 40).strip()


def test_a_title_above_the_main_text_or_below_the_site_s_name_is_found() -> None:
    above = f"<body><header><h1>The title</h1></header><main><h2>Part</h2><p>{LONG * 3}</p></main>"
    assert read_and_outline(above, "a.html")[1].title == "The title"
    blog = f"<title>The title | My blog</title><body><h1>My blog</h1><h3>The title</h3><p>{LONG * 3}</p>"
    assert read_and_outline(blog, "a.html")[1].title == "The title"


def test_a_summary_is_whole_sentences() -> None:
    sentence = "The parties met in the capital of one of them and agreed on a number of things. "
    draft = read_and_outline(f"A title\n\n{sentence * 8}", "a.txt")[1]
    assert draft.summary == " ".join([sentence.strip()] * 4)
