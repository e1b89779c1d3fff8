"""Text is cleaned on every path to the database, and cleaning what is clean changes nothing."""

import re
import unicodedata
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.db.models import Value
from hypothesis import example, given, settings
from hypothesis import strategies as st

from editorial.base import text
from editorial.content import canonical
from editorial.models import Event, Section, Withdrawal
from editorial.richtext import field
from editorial.workflow import drafts, transitions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.editorial import stages
from tests.people import People
from tests.toy.models import Item, Note

UNSAFE = {
    "script": ("<p>a</p><script>alert(1)</script>", "<p>a</p>"),
    "script in capitals": ("<p>a</p><SCRIPT SRC=//evil.example>x</SCRIPT >", "<p>a</p>"),
    "script in svg": ("<p>a</p><svg><script>alert(1)</script></svg>", "<p>a</p>"),
    "script in math": ("<p>a</p><math><mtext><script>x</script></mtext></math>", "<p>a</p>"),
    "javascript link": ('<p><a href="javascript:alert(1)">a</a></p>', "<p>a</p>"),
    "javascript link in disguise": ('<p><a href=" jAva\tscript:alert(1)">a</a></p>', "<p>a</p>"),
    "javascript link with entities": ('<p><a href="java&#115;cript:alert(1)">a</a></p>', "<p>a</p>"),
    "javascript link with an unseen entity": ('<p><a href="java&#x200b;script:alert(1)">a</a></p>', "<p>a</p>"),
    "javascript link with an unseen character": ('<p><a href="java\u200bscript:alert(1)">a</a></p>', "<p>a</p>"),
    "data link": ('<p><a href="data:text/html,x">a</a></p>', "<p>a</p>"),
    "event attribute": ('<p onclick="alert(1)" ONMOUSEOVER=x>a</p>', "<p>a</p>"),
    "style attribute": ('<p style="color:red" class="x" id="y">a</p>', "<p>a</p>"),
    "style element": ("<style>p{}</style><p>a</p>", "<p>a</p>"),
    "image": ('<p>a<img src=x onerror="alert(1)"></p>', "<p>a</p>"),
    "frame": ('<p>a</p><iframe src="https://example.org">x</iframe>', "<p>a</p>"),
    "form": ("<form><p>a</p><input></form>", "<p>a</p>"),
    "comment": ("<p>a<!-- secret --></p>", "<p>a</p>"),
    "bidirectional override": ("<p>a\u202eb\u2066c</p>", "<p>abc</p>"),
    "bidirectional override as an entity": ("<p>a&#x202e;b&#8294;c</p>", "<p>abc</p>"),
    "control characters": ("<p>a\x00\x08\x7f\x9fb\ufeff</p>", "<p>ab</p>"),
    "nothing to see": ("<p>&nbsp; <br></p><ul><li></li></ul>", ""),
    "headings of the page": ("<h1>a</h1><h2>b</h2><h6>c</h6>", "<h3>a</h3><h3>b</h3><h4>c</h4>"),
    "bold and italic": ("<p><b>a</b> <i>b</i></p>", "<p><strong>a</strong> <em>b</em></p>"),
}
KEPT = [
    '<p>« Sécurité » ¿Qué? <a href="https://example.org/?a=1&amp;b=2" hreflang="fr">a</a></p>',
    '<table><caption>Projects</caption><thead><tr><th scope="col">Year</th></tr></thead>'
    "<tbody><tr><td>2021</td></tr></tbody></table>",
    '<p><abbr title="Memorandum of understanding">MOU</abbr> <span lang="es">acuerdo</span></p>',
    '<h3>a</h3><ol start="3"><li>b</li></ol><blockquote>c</blockquote><p>H<sub>2</sub>O, m<sup>2</sup></p>',
    '<p><a href="mailto:desk@example.org">a</a> <a href="tel:+15550100">b</a> <a href="/en/pages/x/">c</a></p>',
    "<p>می\u200cخواهم, 👩\u200d🔬, no\u00adbreak</p>",
]


@pytest.mark.parametrize("what", list(UNSAFE))
def test_unsafe_text(what: str) -> None:
    dirty, clean = UNSAFE[what]
    assert field.clean(dirty) == clean


@pytest.mark.parametrize("html", KEPT)
def test_good_text_stays(html: str) -> None:
    assert field.clean(html) == html


TOKENS = [
    "<p>",
    "</p>",
    '<a href="',
    "java",
    "&#x200b;",
    "script:alert(1)",
    '">',
    "</a>",
    "<b>",
    "<i ",
    "<table>",
    "<tr>",
    "<td>",
    "<li>",
    "<ul>",
    "<h1>",
    "</h1>",
    "<script>",
    "</script>",
    "<style>",
    "<!--",
    "-->",
    "<math>",
    "<mtext>",
    "<svg>",
    "x",
    "&nbsp;",
    "\u200b",
    "e",
    "́",
    "<blockquote>",
    "</table>",
    "<caption>",
    " onclick=x",
    "'",
    "<title>",
    "<select>",
    "<p",
    " ",
    "&lt;",
    "&amp;",
    "<dd>",
    "<span lang=fr>",
    "</span>",
    "&#13;",
    "&#0;",
    "\u202e",
    "<noscript>",
    "<template>",
]
HTML = st.lists(st.sampled_from(TOKENS), max_size=25).map("".join) | st.text(max_size=60)
STILL = settings(max_examples=300, deadline=None, derandomize=True, database=None)


@STILL
@given(HTML)
@example("&#x200b;")
@example('<a href="java&#x200b;script:alert(1)">x</a>')
@example('<a href="<p>script:alert(1)<a href="<p>&#0;')
def test_cleaning_rich_text_twice_is_cleaning_it_once(html: str) -> None:
    clean = field.clean(html)
    assert field.clean(clean) == clean
    assert not text.UNSEEN.search(clean)
    assert not re.search(r"<\s*(script|style|svg|math|iframe|form)|<[^>]*\s(on\w+|style)\s*=", clean, re.IGNORECASE)
    assert not re.search(r'href="[^"]*script:', clean, re.IGNORECASE)


@STILL
@given(st.text())
@example("e\u200b\u0301")
@example("\r\x00\n")
@example("a\u2028b\ud800")
def test_cleaning_a_text_twice_is_cleaning_it_once(value: str) -> None:
    for clean in (text.clean, text.clean_line):
        once = clean(value)
        assert clean(once) == once
        assert not text.UNSEEN.search(once)
        assert unicodedata.is_normalized("NFC", once)
    assert "\n" not in text.clean_line(value)


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("  a \t b\r\nc ", "a b c"),
        ("Se\u0301curite\u0301", "Sécurité"),
        ("a\u202eb\u200bc\u2069\x07\x85", "abc"),
        ("a\u00a0: « b »\u202f!", "a\u00a0: « b »\u202f!"),
        ("\U000e0041\ufeff\u061c", ""),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_lines(dirty: str, clean: str) -> None:
    assert text.clean_line(dirty) == clean


DIRTY_LINE, CLEAN_LINE = " a\u202e\x00 b\u0301\n", "a b\u0301"
DIRTY_HTML, CLEAN_HTML = "<p onclick=x>a\u202e<script>x</script></p>", "<p>a</p>"


def by_save(note: Note) -> None:
    note.motto_fr = DIRTY_LINE
    note.save()
    section = Section.objects.get(edition=note)
    section.body_fr, section.heading_fr = DIRTY_HTML, DIRTY_LINE
    section.save()


def by_save_of_some_fields(note: Note) -> None:
    note.motto_fr = DIRTY_LINE
    note.save(update_fields=["motto_fr"])
    section = Section.objects.get(edition=note)
    section.body_fr, section.heading_fr = DIRTY_HTML, DIRTY_LINE
    section.save(update_fields=["body_fr", "heading_fr"])


def by_update(note: Note) -> None:
    Note.objects.filter(pk=note.pk).update(motto_fr=DIRTY_LINE)
    Section.objects.filter(edition=note).update(body_fr=DIRTY_HTML, heading_fr=DIRTY_LINE)


def by_update_with_an_expression(note: Note) -> None:
    motto, body = Note._meta.get_field("motto_fr"), Section._meta.get_field("body_fr")
    Note.objects.filter(pk=note.pk).update(motto_fr=Value(DIRTY_LINE, output_field=motto))
    Section.objects.filter(edition=note).update(
        body_fr=Value(DIRTY_HTML, output_field=body),
        heading_fr=Value(DIRTY_LINE, output_field=Section._meta.get_field("heading_fr")),
    )


def by_bulk_update(note: Note) -> None:
    note.motto_fr = DIRTY_LINE
    Note.objects.bulk_update([note], ["motto_fr"])
    section = Section.objects.get(edition=note)
    section.body_fr, section.heading_fr = DIRTY_HTML, DIRTY_LINE
    Section.objects.bulk_update([section], ["body_fr", "heading_fr"])


def by_create(note: Note) -> None:
    by_update(note)
    Section.objects.filter(edition=note).delete()
    Section.objects.create(edition=note, body_fr=DIRTY_HTML, heading_fr=DIRTY_LINE)


def by_bulk_create(note: Note) -> None:
    by_update(note)
    Section.objects.filter(edition=note).delete()
    Section.objects.bulk_create([Section(edition=note, body_fr=DIRTY_HTML, heading_fr=DIRTY_LINE)])


def by_upsert(note: Note) -> None:
    by_update(note)
    Section.objects.update_or_create(edition=note, defaults={"body_fr": DIRTY_HTML, "heading_fr": DIRTY_LINE})


PATHS = [
    by_save, by_save_of_some_fields, by_update, by_update_with_an_expression, by_bulk_update, by_create, by_bulk_create,
    by_upsert,
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_every_path_to_the_database_cleans(path: Callable[[Note], None], people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    path(draft)
    row, section = Note.objects.get(pk=draft.pk), Section.objects.get(edition=draft)
    assert (row.motto_fr, section.body_fr, section.heading_fr) == (CLEAN_LINE, CLEAN_HTML, CLEAN_LINE)


def test_the_engine_s_own_paths_clean(people: People, now: datetime) -> None:
    dirty: dict[str, Any] = dict.fromkeys(("en", "fr", "es"), DIRTY_LINE)
    draft = builders.make_note(
        people, now, fields={"title": dirty},
        parts={"section": [{"heading": dirty, "body": dict.fromkeys(dirty, DIRTY_HTML)}], "item": [{"text": dirty}]},
    )  # fmt: skip
    says = canonical.content_of(draft)
    assert set(says["fields"]["title"].values()) == {CLEAN_LINE}
    assert set(says["parts"]["section"][0]["body"].values()) == {CLEAN_HTML}
    with drafts.edit(draft, by=people.author, now=now) as row:
        for item in Item.objects.filter(edition=row):
            item.text_es = DIRTY_LINE
            item.save()
    assert canonical.content_of(draft) == says


def test_reasons_and_explanations_are_cleaned_too(people: People, now: datetime) -> None:
    """They are shown to the public, or kept on record for good."""
    reviewed = transitions.submit(builders.make_note(people, now), by=people.author, now=now)
    sent_back = transitions.request_changes(reviewed, by=people.reviewer_ca, now=now, reason="No\u202e\x00.")
    assert sent_back.signoffs.get().remark == "No."
    assert Event.objects.filter(edition=sent_back).last().reason == "No."
    live = stages.live(people, now, slug="other")
    why = dict.fromkeys(("en", "fr", "es"), "Because\u2066\x00.\r\nSo.")
    transitions.withdraw(live, by=people.publisher, now=now.replace(year=now.year + 1), explanation=why)
    assert Withdrawal.objects.get(edition=live).explanation_fr == "Because.\nSo."
    urgent = builders.make_note(people, now, slug="urgent")
    transitions.publish_urgently(urgent, by=people.publisher, now=now, reason="Flood\x00\u202e")
    assert builders.fresh(urgent).urgent_reason == "Flood"


def test_a_reason_of_unseen_characters_is_none(people: People, now: datetime) -> None:
    reviewed = transitions.submit(builders.make_note(people, now), by=people.author, now=now)
    with pytest.raises(NotAllowed) as refusal:
        transitions.request_changes(reviewed, by=people.reviewer_ca, now=now, reason="\u200b\u202e \x00")
    assert [reason.code for reason in refusal.value.reasons] == ["reason"]


def test_a_long_name_is_recorded(people: People, now: datetime) -> None:
    people.author.first_name, people.author.last_name = "é" * 150, "ñ" * 150
    people.author.save()
    draft = builders.make_note(people, now)
    assert Event.objects.filter(edition=draft).first().by_name == f"{'é' * 150} {'ñ' * 149}"
