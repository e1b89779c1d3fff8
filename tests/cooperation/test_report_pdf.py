"""The PDF of a report: tagged, titled, in its language; its words in order; nothing in it is markup."""

import io
import re
import resource
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject

from cooperation.pdf import report, typesetting
from editorial.content.kinds import NotMade
from editorial.richtext import field
from tests.builders import texts

pytestmark = pytest.mark.django_db

NOW = datetime(2022, 3, 1, 15, tzinfo=UTC)
CODES = ("en", "fr", "es")


def every(text: str) -> dict[str, str]:
    """The same text in every language."""
    return dict.fromkeys(CODES, text)


def prose(html: str) -> dict[str, str]:
    """Rich text, cleaned as it is on its way into the database, in every language."""
    return every(field.clean(html))


def content(chapters: int = 2, **fields: Any) -> dict[str, Any]:
    """An annual report's canonical content; its groups are documents that nobody has published."""
    groups = [str(uuid4()) for _ in range(chapters)]
    return {
        "kind": "annual_report",
        "fields": {
            "title": texts("A year together"), "slug": texts("a-year"), "summary": texts("What we did"),
            "mechanism": None, "year": 2021, "message": prose("<p>We met.</p>"), "excepted_languages": [], **fields,
        },
        "parts": {
            "themetag": [], "countrytag": [],
            "section": [
                {"heading": texts("Profile"), "body": prose("<p>Two countries.</p><h3>Detail</h3><p>More.</p>")}
            ],
            "chapter": [{"group": group, "results": prose("<h3>In the field</h3><p>Results.</p>")} for group in groups],
            "objective": [
                {"key": str(uuid4()), "group": group, "text": texts("Meet again"), "status": status, "continues": None}
                for group in groups for status in ("done", "under_way", "planned", "dropped")
            ],
            "figure": [
                {"label": texts("Projects"), "value": "1234.5000", "wording": every(""), "unit": texts("projects"),
                 "source": texts("The ministries"), "as_of": "2021-12-31", "valid_until": "2022-07-31"},
            ],
            "attachment": [],
        },
    }  # fmt: skip


def typeset_pdf(said: dict[str, Any], language: str = "en", **values: Any) -> bytes:
    """The PDF of this content."""
    edition = SimpleNamespace(document_id=0, number=3, urgent_at=None, confirmed_at=None)
    data = report.data(edition, said, language=language, moment=NOW, digest="d" * 64, **values)
    return typesetting.typeset("report", data, at=NOW)


def read(pdf: bytes) -> pypdf.PdfReader:
    """The file, opened."""
    return pypdf.PdfReader(io.BytesIO(pdf))


def words(pdf: bytes) -> str:
    """All text, in the order of the pages; spaces and line ends are one space, hyphens at line ends are gone."""
    text = " ".join(page.extract_text() for page in read(pdf).pages)
    return re.sub(r"\s+", " ", text.replace("\u2060", ""))


def elements(pdf: bytes) -> Iterator[tuple[str, DictionaryObject]]:
    """The structure elements in reading order: (tag, element)."""

    def walk(node: Any) -> Iterator[tuple[str, DictionaryObject]]:
        node = node.get_object()
        if isinstance(node, ArrayObject):
            for child in node:
                yield from walk(child)
        elif isinstance(node, DictionaryObject):
            if "/S" in node:
                yield node["/S"], node
            if "/K" in node:
                yield from walk(node["/K"])

    yield from walk(read(pdf).trailer["/Root"]["/StructTreeRoot"]["/K"])


def tags(pdf: bytes) -> list[str]:
    """The tags in reading order."""
    return [tag for tag, _element in elements(pdf)]


@pytest.mark.parametrize("language", CODES)
def test_it_is_tagged_titled_and_in_its_language(language: str) -> None:
    pdf = typeset_pdf(content(), language)
    root = read(pdf).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"].startswith(language)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert read(pdf).metadata.title == f"A year together {language}"
    told = root["/Metadata"].get_object().get_data().decode()
    assert re.search(r"<pdfuaid:part>1</pdfuaid:part>|pdfuaid:part=\"1\"", told)
    assert f"A year together {language}" in told


def test_headings_go_down_one_level_at_a_time_and_tables_have_headers() -> None:
    found = tags(typeset_pdf(content()))
    levels = [int(tag[2]) for tag in found if re.fullmatch("/H[1-6]", tag)]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert {2, 3, 4} <= set(levels)
    assert found.count("/Table") == 2
    assert {"/THead", "/TH", "/TBody", "/TOC", "/TOCI", "/L", "/LI", "/P", "/Link"} <= set(found)
    assert found.count("/Title") == 1


def test_a_text_that_skips_a_level_does_not() -> None:
    said = content()
    said["parts"]["section"][0]["body"] = prose("<h4>Deep</h4><p>a</p><h3>Up</h3><h4>Down</h4><p>b</p>")
    levels = [int(tag[2]) for tag in tags(typeset_pdf(said)) if re.fullmatch("/H[1-6]", tag)]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_it_says_everything_in_order() -> None:
    text = words(typeset_pdf(content()))
    order = [
        "Annual report 2021", "A year together en", "What we did en", "Contents", "About this file", "edition 3",
        "d" * 64, "We met.", "Done 2", "All groups", "Profile en", "Two countries.", "Detail", "More.",
        "In the field", "Results.", "Objectives for 2022", "Done Meet again en", "Dropped", "In figures",
        "Projects en 1,234.5 projects en Dec. 31, 2021 valid until July 31, 2022 The ministries en",
    ]  # fmt: skip
    place = 0
    for each in order:
        found = text.find(each, place)
        assert found >= 0, (each, text[place:][:400])
        place = found


def test_bookmarks_lead_to_the_chapters() -> None:
    said = content()
    found: list[str] = []

    def gather(entries: Any) -> None:
        for entry in entries:
            if isinstance(entry, list):
                gather(entry)
            else:
                found.append(entry.title)

    gather(read(typeset_pdf(said)).outline)
    assert found[:3] == ["Contents", "Message", "The objectives at a glance"] or found[0] == "Message"
    assert "Profile en" in found
    assert "In figures" in found
    assert found.count("Working group") == 2


def test_its_fonts_are_embedded() -> None:
    for page in read(typeset_pdf(content())).pages:
        for font in page["/Resources"]["/Font"].values():
            held = font.get_object()
            described = held["/DescendantFonts"][0].get_object() if "/DescendantFonts" in held else held
            assert {"/FontFile2", "/FontFile3"} & set(described["/FontDescriptor"].get_object()), held["/BaseFont"]


MARKUP = [
    '#panic("no")', "$x^2$", "*bold* _emph_", "<label> @ref", "= Heading", "\\n \\u{41} \\\\", "// not a comment",
    "/* nor this */", "`raw` ```x```", "#{1+1}", "[brackets]", "~-?---...", "#import \"x.typ\"",
    "{{ braces }} {% tag %}", "'quotes' \"double\"", "&amp; &lt;b&gt;", "- item", "+ item", "/ term: x",
    "https://example.org/a_b", "a\\", "%PDF-1.7",
]  # fmt: skip


def test_no_text_becomes_markup() -> None:
    said = content(chapters=1)
    said["fields"]["title"] = every(" ".join(MARKUP[:5]))
    said["parts"]["section"] = [
        {"heading": every(text), "body": every(field.clean(f"<p>{tree_safe(text)}</p>"))} for text in MARKUP
    ]
    said["parts"]["objective"][0]["text"] = every(" ".join(MARKUP))
    said["parts"]["figure"][0]["label"] = every("#panic()")
    pdf = typeset_pdf(said)
    text = words(pdf)
    for each in MARKUP:
        assert text.count(re.sub(r"\s+", " ", each)) >= 2, each
    assert read(pdf).metadata.title == " ".join(MARKUP[:5])


def tree_safe(text: str) -> str:
    """`text` escaped for HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


RICH = """
<p>One <strong>strong</strong>, <em>two</em>, <a href="https://example.org/x?a=1&amp;b=2">three</a>, \
<abbr title="Four">4</abbr>,
H<sub>2</sub>O, m<sup>2</sup>, <span lang="es">¿Qué tal?</span><br>\
new line <a href="/en/pages/x/">ours</a> <a href="#here">here</a></p>
<ul><li>bare item</li><li><p>first</p><p>second</p><ul><li>nested</li></ul></li></ul>
<ol start="4"><li>four</li><li lang="fr">cinq</li></ol>
<blockquote cite="https://example.org/"><p>Quoted.</p><p>Again.</p></blockquote>
<table><caption>Who and where</caption><thead><tr><th scope="col">Who</th><th scope="col">Where</th></tr></thead>
<tbody><tr><th scope="row">Ana</th><td>Here</td></tr><tr><td colspan="2">Both</td></tr></tbody></table>
<p lang="fr">Déjà vu.</p>
"""


def test_every_element_of_rich_text_is_shown_as_what_it_is() -> None:
    said = content(chapters=0)
    said["parts"]["section"][0]["body"] = prose(RICH)
    pdf = typeset_pdf(said)
    text = words(pdf)
    for each in (
        "One strong, two, three, 4", "¿Qué tal?", "bare item", "first", "second", "nested", "4. four", "5. cinq",
        "Quoted. Again.", "Who and where", "Who Where Ana Here Both", "Déjà vu.",
    ):  # fmt: skip
        assert each in text, each
    found = tags(pdf)
    assert {"/Strong", "/Em", "/BlockQuote", "/Caption", "/Table", "/Lbl", "/LBody"} <= set(found)
    addresses = {
        note.get_object()["/A"]["/URI"]
        for page in read(pdf).pages
        for note in page.get("/Annots", [])
        if "/A" in note.get_object() and "/URI" in note.get_object()["/A"]
    }
    assert {"https://example.org/x?a=1&b=2", "http://localhost:8000/en/pages/x/"} <= addresses
    assert not any("#here" in address for address in addresses)


def test_passages_in_another_language_are_marked() -> None:
    said = content(chapters=0)
    said["parts"]["section"][0]["body"] = prose(
        '<p>So <span lang="es-MX">¿qué tal?</span> yes</p><p lang="fr">Déjà.</p>'
    )
    pdf = typeset_pdf(said)
    marked = {str(element["/Lang"]) for _tag, element in elements(pdf) if "/Lang" in element}
    streams = b"".join(page.get_contents().get_data() for page in read(pdf).pages)
    marked |= {code.decode() for code in re.findall(rb"/Lang ?\(([A-Za-z-]+)\)", streams)}
    assert {"es-MX", "fr"} <= marked


def test_french_and_spanish_keep_their_signs() -> None:
    said = content(chapters=1)
    line = "« L’œuvre » : à l’été, 24\u202f000 $ ; où ? ça ! 17ᵉ Ñandú ¿sí? ¡no! 1.º 2.ª ½ € – — … non\u2011cassé"
    said["parts"]["section"][0]["body"] = every(field.clean(f"<p>{line}</p>"))
    text = words(typeset_pdf(said, "fr"))
    for each in ("« L’œuvre »", "à l’été", "où ?", "Ñandú ¿sí? ¡no!", "1.º 2.ª", "½ €", "non-cassé"):
        assert each in text, each


def test_letters_that_no_font_has_are_boxes_and_no_failure() -> None:
    said = content(chapters=1)
    said["fields"]["title"] = every("Žižek Ωμέγα Жизнь 汉字 😀 العربية")
    text = words(typeset_pdf(said))
    assert "Žižek Ωμέγα Жизнь □□" in text


def test_the_same_content_makes_the_same_bytes() -> None:
    said = content()
    first = typeset_pdf(said)
    assert first == typeset_pdf(said)
    assert first != typeset_pdf(said, "fr")
    assert read(first).metadata.creation_date.astimezone(UTC) == NOW


def test_an_urgent_publication_and_a_draft_say_what_they_are() -> None:
    urgent = words(typeset_pdf(content(), urgent=True))
    assert "Published urgently." in urgent
    assert urgent.count("A second person has yet to confirm it.") >= 3, "on the cover and at the foot of every page"
    draft = words(typeset_pdf(content(), draft=True))
    assert "Preview." in draft
    assert "Please do not quote it" in draft
    assert "public since" not in draft


def test_a_draft_of_which_hardly_anything_is_written_can_be_previewed() -> None:
    said = content(chapters=0, year=None, title=every(""), slug=every(""), summary=every(""), message=every(""))
    said["parts"]["section"] = said["parts"]["figure"] = []
    text = words(typeset_pdf(said, draft=True))
    assert "Untitled" in text
    assert "Annual report" in text


def test_a_report_of_twelve_chapters_takes_less_than_a_second() -> None:
    said = content(chapters=12)
    for chapter in said["parts"]["chapter"]:
        chapter["results"] = prose("<p>" + "Results of the year, told at some length. " * 60 + "</p>" + RICH)
    typeset_pdf(said)
    taken = min(worked(said) for _ in range(3))
    assert taken < 1, f"{taken:.2f} s"


def worked(said: dict[str, Any]) -> float:
    """Seconds of processor time that the PDF takes, data and process included; what waits for other work is not
    counted.
    """

    def spent() -> float:
        return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))

    before = spent()
    typeset_pdf(said)
    return spent() - before


def test_no_web_worker_loads_the_typesetter() -> None:
    """It would keep 40 MB of a hundred; only the process made for it imports it, and nobody imports that."""
    root = Path(__file__).resolve().parents[2]
    loading = {
        str(path.relative_to(root))
        for folder in ("editorial", "cooperation", "config")
        for path in (root / folder).rglob("*.py")
        if re.search(r"^\s*(import|from) typst\b|import typeset\b|pdf\.typeset\b", path.read_text(), re.MULTILINE)
        and path.name != "typesetting.py"
    }
    assert loading == {"cooperation/pdf/typeset.py"}
    assert not re.search(
        r"^(import|from) .*typeset\b", (root / "cooperation/pdf/typesetting.py").read_text(), re.MULTILINE
    )


def test_what_cannot_be_set_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotMade, match="No such file"):
        typesetting.typeset("does-not-exist", {}, at=NOW)
    monkeypatch.setattr(typesetting, "_PATIENCE", 0.001)
    with pytest.raises(NotMade, match="longer than"):
        typesetting.typeset("report", {}, at=NOW)
