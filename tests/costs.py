"""Every function of the site that reads texts of anybody's length, for the tests of what they cost."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from django.core.files.base import ContentFile

from cooperation.data import atom
from cooperation.data.api import shapes
from cooperation.pdf import tree as pdf_tree
from cooperation.views.page import rendition
from editorial.admin.form import cleaning
from editorial.base import csv_cells, sort_keys, text, text_folding
from editorial.checks import glossary
from editorial.checks.advice import reading as readings
from editorial.checks.advice import registry, run  # noqa: F401  # `run` registers every check
from editorial.collaboration.remarks import mentions, places
from editorial.comparison import diff, linediff, merging_text, richdiff, text_corrections
from editorial.content import wording
from editorial.importing import boilerplate, encoding, markup, outline, plain, reading, taking, versions
from editorial.importing.blocks import Block, Reading
from editorial.models import GlossaryTerm
from editorial.richtext import field, tree
from editorial.search import question, snippets, stemming, texts
from editorial.translating.xliff import inline
from editorial.visitors import redaction
from editorial.workflow.rules import remarks
from tests.degenerate import Call
from tests.editorial.checking import NOW, content
from tests.word import docx, p


class Function(NamedTuple):
    """A function by its name.

    `takes` is "plain" for any text, "markup" for HTML from anywhere, "clean" for rich text as it is kept, and for two
    texts "lines" or "rich".
    """

    name: str
    takes: str
    call: Call


def _refused(call: Call, *refusals: type[Exception]) -> Call:
    """A call that may refuse what it is given."""

    def answer_or_none(given: Any) -> object:
        try:
            return call(given)
        except refusals:
            return None

    return answer_or_none


_TERMS = glossary.Terms(
    [
        GlossaryTerm(
            term_en=en, term_fr=fr, term_es=es, acronym_en="ABC", acronym_fr="AB", acronym_es="", note="",
            variants_en="a a\nw1 w2", variants_fr="b", variants_es="", forbidden_en="", forbidden_fr="word\na",
            forbidden_es="",
        )
        for en, fr, es in (("a", "b", "c"), ("word", "mot", "palabra"), ("a a a b", "date", "x"))
    ],
    "en",
    "fr",
)  # fmt: skip


def _from_xml(html: str) -> object:
    parent = ET.Element("source")
    inline.to_xml(parent, inline.coded(html))
    return inline.as_words(inline.from_xml(parent, ""))


def _resolved(html: str) -> object:
    exported = inline.Exported(inline.coded(html), inline.aligned(inline.coded(html), inline.coded(html)))
    return exported.resolved(exported.target, {})


def _page(value: str) -> object:
    return outline.outline_of(_read("page.html", f"<html><body>{value}"))


def _word_document(value: str) -> object:
    return outline.outline_of(reading.read(ContentFile(docx(p(text.clean(value))), name="text.docx"), language="en"))


def _read(name: str, value: str) -> Reading:
    return reading.read(ContentFile(value.encode(), name=name), language="en")


FUNCTIONS: tuple[Function, ...] = (
    Function("text.clean", "plain", text.clean),
    Function("text.clean_line", "plain", text.clean_line),
    Function("folding.words", "plain", sort_keys.folded_words),
    Function("folding.prefixes", "plain", sort_keys.prefixes),
    Function("fold.fold", "plain", text_folding.fold),
    Function("fold.joined", "plain", text_folding.joined),
    Function("fold.words", "plain", text_folding.words_with_places),
    Function("stemming.ready in French", "plain", lambda value: stemming.ready(value, "fr")),
    Function("stemming.ready in Spanish", "plain", lambda value: stemming.ready(value, "es")),
    Function("question.ask", "plain", lambda value: question.parse_question(value, "en").websearch),
    Function("snippets.marked", "plain", lambda value: snippets.marked(value, range(0, len(value), 7))),
    Function("texts._passages", "plain", lambda value: list(texts._passages(value))),
    Function("texts.vocabulary", "plain", lambda value: texts.vocabulary(texts.Texts(value, [], "", [], [value]))),
    Function("spreadsheets.harmless", "plain", csv_cells.harmless),
    Function("glossary.hints", "plain", lambda value: _TERMS.hints(value, value[::-1])),
    Function("mentions", "plain", lambda value: mentions.mentioned_names(value)),
    Function("barring.excerpt", "plain", remarks.excerpt),
    Function("places.folded", "plain", places.folded),
    Function("redaction.redact", "plain", redaction.redact),
    Function("atom.text", "plain", atom.text),
    Function("pdf.tree.text", "plain", pdf_tree.text),
    Function("boilerplate.fold", "plain", boilerplate.fold),
    Function("boilerplate.leave_out", "plain", lambda value: _leave_out(value)),
    Function(
        "encoding.decode",
        "plain",
        _refused(lambda value: encoding.decode(value.encode("utf-8", "replace")), encoding.NoText),
    ),
    Function(
        "encoding.decode as Windows-1252",
        "plain",
        _refused(lambda value: encoding.decode(value.encode("cp1252", "replace") + b"\xe9"), encoding.NoText),
    ),
    Function("encoding.MOJIBAKE", "plain", lambda value: encoding.MOJIBAKE.findall(value)),
    Function("plain.linked", "plain", plain.linked),
    Function(
        "importing a text",
        "plain",
        _refused(lambda value: outline.outline_of(_read("text.txt", value)), taking.Refused),
    ),
    Function("importing a page", "markup", _refused(_page, taking.Refused)),
    Function("importing a Word document", "plain", _refused(_word_document, taking.Refused)),
    Function("cleaning.removals", "markup", cleaning._UNSAFE.search),
    Function("own links of a page", "clean", lambda value: rendition._OWN_LINK.sub("x", value)),
    Function("own links of the data", "clean", lambda value: shapes._OWN_LINK.sub("x", value)),
    Function("tree.parse", "markup", _refused(lambda value: tree.parse(value).text, tree.TooMuch)),
    Function(
        "markup.read_body",
        "markup",
        _refused(lambda value: markup.read_body(Reading("", "docx", ""), value), tree.TooMuch),
    ),
    Function(
        "versions.match",
        "clean",
        lambda value: versions.resemblance(versions.Text("", value), versions.Text("", value[::-1])),
    ),
    Function("richtext.clean", "markup", field.clean),
    Function("richtext.plain", "clean", field.plain),
    Function("html_tree.tree", "clean", tree.tree),
    Function("wording.readable", "clean", wording.readable),
    Function("texts.plain", "clean", texts.plain),
    Function("places.plain", "clean", places.plain),
    Function("pdf.tree.blocks", "clean", lambda value: pdf_tree.blocks(value, lambda href: href)),
    Function("inline", "clean", _refused(_from_xml, inline.Altered)),
    Function("inline.resolved", "clean", _refused(_resolved, inline.Altered)),
    Function("inline.html_of", "clean", lambda value: inline.html_of(inline.coded(value))),
    Function("richdiff.shown", "clean", richdiff.cleaned),
    Function("glossary.hints of rich text", "clean", lambda value: _TERMS.hints(value, value)),
    Function("richdiff.marked", "rich", lambda pair: richdiff.marked(*pair)),
    Function("richdiff.same", "rich", lambda pair: richdiff.same(*pair)),
    Function("richdiff.plain", "lines", lambda pair: richdiff.plain(*pair)),
    Function("linediff.marked_line", "lines", lambda pair: linediff.marked_line(*map(linediff.plain_words, pair))),
    Function("corrections.corrected", "lines", lambda pair: text_corrections.corrected(*pair)),
    Function("corrections.corrected rich", "rich", lambda pair: text_corrections.corrected(*pair, rich=True)),
    Function("merging_text.lines", "lines", lambda pair: merging_text.lines("", *pair)),
    Function("merging_text.lines from one", "lines", lambda pair: merging_text.lines(pair[0], pair[1], pair[1][::-1])),
    Function("merging_text.rich", "rich", lambda pair: merging_text.rich(pair[0], pair[1], f"{pair[1]}<p>more</p>")),
    Function("diff._spaced", "plain", diff._spaced),
    Function("diff._moved", "lines", lambda pair: diff._moved(*(list(dict.fromkeys(each.split())) for each in pair))),
)


def _leave_out(value: str) -> object:
    found = Reading("", "text", "", blocks=[Block(each, html=f"<p>{each}</p>") for each in value.split("\n")])
    boilerplate.leave_out(found)
    return found


def checked(name: str) -> Call:
    """A check of content as a function of a content."""
    function = registry.get(name).function
    return lambda value: list(function(readings.Reading(value, NOW)))


def content_of(value: str, *, rich: str = "") -> Mapping[str, Any]:
    """A content that says a text in a title, a heading and two languages of rich text, which differ."""
    made = content(title={"en": value, "fr": value[::-1]})
    body = rich or field.clean(f"<p>{value.replace('&', '&amp;').replace('<', '&lt;')}</p>")
    made["parts"]["section"] = [
        {
            "key": "00000000-0000-0000-0000-000000000001",
            "heading": {"en": "Heading", "fr": "Titre", "es": value},
            "body": {"en": body, "fr": field.clean(f"{body[: len(body) // 2]}</p><p>17"), "es": ""},
        }
    ]
    return made


#: Modules that take texts apart and are among `FUNCTIONS`, or behind one of them.
COVERED = frozenset(
    [
        "editorial.admin.form.cleaning",
        "editorial.comparison.text_corrections",
        "editorial.comparison.diff",
        "editorial.base.sort_keys",
        "editorial.checks.glossary",
        "editorial.richtext.canonical",
        "editorial.base.html_bounds",
        "editorial.richtext.tree",
        "editorial.importing.boilerplate",
        "editorial.importing.docx",
        "editorial.importing.encoding",
        "editorial.importing.markup",
        "editorial.importing.outline",
        "editorial.importing.plain",
        "editorial.importing.regions",
        "editorial.importing.taking",
        "editorial.importing.versions",
        "editorial.comparison.linediff",
        "editorial.comparison.merging_text",
        "editorial.collaboration.remarks.mentions",
        "editorial.collaboration.remarks.places",
        "editorial.comparison.richdiff",
        "editorial.richtext.field",
        "editorial.base.text_folding",
        "editorial.search.question",
        "editorial.search.stemming",
        "editorial.search.texts",
        "editorial.base.sequences",
        "editorial.base.text",
        "editorial.translating.xliff.inline",
        "editorial.visitors.identifiers",
        "editorial.visitors.numbers",
        "editorial.visitors.postal",
        "editorial.visitors.redaction",
        "editorial.base.network.hrefs",
        "editorial.content.wording",
        "cooperation.data.atom",
        "cooperation.data.api.shapes",
        "cooperation.pdf.tree",
        "cooperation.views.page.rendition",
    ]
)
#: Those that look only at what is short by its nature, and why it is.
SHORT = {
    "editorial.staff.parties": "codes of countries, bounded by the column that holds them",
    "editorial.base.dates.safe": "a date",
    "editorial.base.files.filenames": "the name of a file",
    "editorial.base.files.packages": "parts of a package, streamed, each bounded where it is read",
    "editorial.admin.conflicts.edit_form": "the name of a field",
    "editorial.admin.form.entry": "a uuid",
    "editorial.admin.review.sides": "a digest",
    "editorial.base.message_catalogs": "the messages of the program",
    "editorial.importing.draft_creation": "a title, cut to the 200 characters that one holds",
    "editorial.base.dates.partial": "a date of ten characters",
    "editorial.search.find": "a question of at most 170 characters, as PostgreSQL parsed it",
    "editorial.translating.xliff.assessing": "the name that an export gives itself",
    "editorial.translating.xliff.reading": "XML by expat, bounded in bytes, depth and elements",
    "editorial.translating.xliff.writing": "XML made of codes",
    "cooperation.lists.facets": "a parameter of an address",
    "cooperation.tracker.choice": "a parameter of an address",
    "cooperation.views.pdf": "a title",
    "cooperation.views.request.page_request": "a parameter of an address",
}
