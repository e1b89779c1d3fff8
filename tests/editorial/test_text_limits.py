"""Texts are bounded: at the field, for the whole edition, in files, in translations that come back, and in the
database.
"""

from datetime import datetime

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, connection, transaction
from django.utils import translation

from editorial.base import html_bounds, text_limits
from editorial.content import canonical
from editorial.importing import outline, reading, taking
from editorial.models import Section, Snapshot
from editorial.richtext import field as richtext_field
from editorial.richtext.field import RichTextField
from editorial.workflow.rules.permissions import NotAllowed
from tests.browserless import fields_of
from tests.builders import make_note, section, texts
from tests.editorial.desk import as_, at
from tests.people import People

MOST = text_limits.MOST_RICH
PARAGRAPH = f"<p>{'word ' * 199}word</p>"


def long(over: int = 0) -> str:
    """A rich text of as many characters as one may have, and `over` more."""
    return f"<p>{'a' * (MOST + over - 7)}</p>"


class TestOneText:
    def test_the_longest_is_kept_and_one_more_character_is_refused(self) -> None:
        field = Section._meta.get_field("body")
        assert field.clean(long(), None) == long()
        with pytest.raises(ValidationError, match=r"200,001 characters.*at most 200,000.*another section"):
            field.clean(long(1), None)

    def test_what_grows_when_it_is_cleaned_is_measured_afterwards(self) -> None:
        with pytest.raises(ValidationError, match="at most 200,000"):
            Section._meta.get_field("body").clean(f"<p>{'&' * (MOST // 2)}", None)

    @pytest.mark.parametrize(("code", "words"), [("fr", "au plus 200"), ("es", "como máximo")])
    def test_it_is_said_in_the_readers_language(self, code: str, words: str) -> None:
        with translation.override(code), pytest.raises(ValidationError) as refused:
            text_limits.check_rich(long(1))
        assert words in refused.value.messages[0]

    def test_the_form_tells_it_at_the_field_and_keeps_what_was_typed(self, people: People, now: datetime) -> None:
        note = make_note(people, now, parts={"section": [section()]})
        client = as_(people.author)
        before = canonical.content_of(note)
        typed = fields_of(client.get(at(note, "change")))
        answer = client.post(at(note, "change"), {**typed, "section-0-body_en": long(1), "title_en": "Typed too"})
        page = answer.content.decode()
        assert answer.status_code == 200
        assert "200,001 characters" in page
        again = fields_of(answer)
        assert again["section-0-body_en"] == long(1)
        assert again["title_en"] == "Typed too"
        assert canonical.content_of(type(note).objects.get(pk=note.pk)) == before


class TestTheWholeEdition:
    def test_more_than_an_edition_may_say_is_refused_and_changes_nothing(self, people: People, now: datetime) -> None:
        note = make_note(people, now, parts={"section": [section()]})
        parts = {
            "section": [
                {"heading": texts(f"Part {n}"), "body": {"en": long(), "fr": "", "es": ""}}
                for n in range(text_limits.MOST_EDITION // MOST + 1)
            ]
        }
        with pytest.raises(NotAllowed, match=r"at most 1,500,000"):
            make_note(people, now, slug="another", parts=parts)
        assert Snapshot.objects.filter(digest=note.digest).exists()


class TestTheDatabase:
    @staticmethod
    def columns() -> set[tuple[str, str]]:
        return {
            (model._meta.db_table, field.column)
            for model in apps.get_models()
            for field in model._meta.local_concrete_fields
            if isinstance(field, RichTextField)
        }

    @pytest.mark.django_db
    def test_every_rich_text_is_bounded(self) -> None:
        """A new kind with a rich text needs `text_limits.hold_rich` in its migration (docs/new-kind.md)."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'c'"
            )
            found = cursor.fetchall()
        for table, column in self.columns():
            wanted = f"char_length({column}) <= {MOST}"
            assert any(name == table and wanted in rule for name, rule in found), (table, column)

    def test_it_holds_without_python(self, people: People, now: datetime) -> None:
        make_note(people, now, parts={"section": [section()]})
        with pytest.raises(IntegrityError, match="bounded"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE editorial_section SET body_en = repeat('a', %s)", [MOST + 1])

    @pytest.mark.django_db
    def test_a_snapshot_is_bounded(self, now: datetime) -> None:
        value = {"kind": "note", "fields": {"title": {"en": "a" * 2 * text_limits.MOST_EDITION}}, "parts": {}}
        with pytest.raises(IntegrityError, match="editorial_snapshot_bounded"), transaction.atomic():
            Snapshot.objects.create(digest="0" * 64, content=value, stored_at=now)


def _read(html: str) -> reading.Reading:
    return reading.read(ContentFile(html.encode(), name="page.html"), language="en")


class TestImports:
    def test_a_section_longer_than_a_field_goes_on_in_another(self) -> None:
        number = MOST // len(PARAGRAPH) + 20
        made = outline.outline_of(_read(f"<html><h1>Title</h1><h2>Only heading</h2>{PARAGRAPH * number}"))
        assert [part.heading for part in made.parts] == ["Only heading", ""]
        assert all(len(part.body) <= MOST for part in made.parts)
        assert sum(part.body.count("<p>") for part in made.parts) == number
        assert "goes on in another one" in made.report.findings["section_divided"].sentence

    def test_a_passage_that_fits_in_no_field_is_refused(self) -> None:
        with pytest.raises(taking.Refused, match=r"one passage of it has 200,.* at most 200,000 .* Divide it"):
            _read(f"<html><p>{'word ' * (MOST // 5)}word")

    def test_more_than_an_edition_holds_is_refused(self) -> None:
        with pytest.raises(taking.Refused, match=r"more than can be read at once\. Divide it"):
            _read(f"<html>{PARAGRAPH * (text_limits.MOST_EDITION // len(PARAGRAPH) + 5)}")


class TestWhatTheParserIsGiven:
    """Cleaning bounds how deep markup goes; words never get lost by it, and what people write stays as it is."""

    @pytest.mark.parametrize(
        "html",
        [
            "<div>" * 500 + "word", "<b class=a>" * 90 + "word", "<ul><li>" * 300 + "word" + "</li></ul>" * 300,
            "<svg><style>" + "<div>" * 500 + "word", '<p title="<div>' + "<div>" * 300 + '">word</p>',
            "<p>" + "é" * 9000 + " word</p>", "<p>" + "&amp;" * 3000 + " word", f"<p {'a' * 9000}>word</p>",
            "<div a\"><div a\">" + "<div>" * 300 + "word",
        ],
    )  # fmt: skip
    def test_words_stay_and_the_result_is_stable(self, html: str) -> None:
        made = richtext_field.clean(html)
        assert "word" in made
        assert richtext_field.clean(made) == made

    def test_the_words_of_a_long_line_are_the_same_words(self) -> None:
        line = "".join(chr(0xE0 + n % 30) + ("&amp;" if n % 50 == 0 else "") for n in range(20_000))
        assert richtext_field.clean(f"<p>{line}</p>") == f"<p>{line}</p>"

    @pytest.mark.parametrize(
        "html",
        [
            "<p>a <b>b</b></p>" * 200, "<ul><li>a<li>b</ul>" * 100, "<p>a" * 300,
            "<!-- <div><div> -->" * 200 + "<p>a</p>", "<script>if (a<b && c>d) '<div>'</script>" * 200,
            "<table><tr><td>a<td>b</table>" * 100, "a < b " * 100,
        ],
    )  # fmt: skip
    def test_what_people_write_is_not_touched(self, html: str) -> None:
        assert html_bounds.bounded(html) == html


class TestRaggedTables:
    def test_one_long_row_among_many_short_ones_does_not_become_a_million_cells(self) -> None:
        cells = f"<tr>{'<td>a</td>' * 400}</tr>" + "<tr><td>b</td></tr>" * 400
        made = richtext_field.clean(f"<table>{cells}</table>")
        assert made.count("<td>") == 800
        assert (made.count(">a<"), made.count(">b<")) == (400, 400)
        assert richtext_field.clean(made) == made

    def test_a_table_as_people_make_it_is_filled_up(self) -> None:
        rows = f"<tr>{'<th>a</th>' * 12}</tr>" + "<tr><td>b</td></tr>" * 20
        assert richtext_field.clean(f"<table>{rows}</table>").count("<td>") == 240

    def test_cells_that_span_everything_are_cells(self) -> None:
        rows = "<tr><td colspan=100 rowspan=100>a</td></tr>" * 200
        assert richtext_field.clean(f"<table>{rows}</table>").count("<td>a</td>") == 200
