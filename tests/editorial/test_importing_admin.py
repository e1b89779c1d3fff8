"""The import in the admin as people meet it: choose files, look at the draft to be, make it; and the command."""

from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from editorial.admin.importing.views import ImportPreviewScreen
from editorial.content import canonical
from editorial.importing import draft_creation
from editorial.models import Edition, Event, Intake
from editorial.workflow import transitions
from tests.browserless import fields_of
from tests.builders import fresh, make_note
from tests.editorial.desk import as_, at
from tests.editorial.test_importing_formats import LONG, PAGE, WORD
from tests.editorial.test_importing_versions import EN, FR
from tests.people import People
from tests.toy.models import Note

START = reverse("admin:toy_note_import")


def file(data: bytes | str, name: str) -> Any:
    """A file as a browser sends it."""
    return ContentFile(data.encode() if isinstance(data, str) else data, name=name)


def send(client: Client, url: str = START, **values: Any) -> Any:
    """Send the first step as a browser would: with what the page shows."""
    return client.post(url, {**fields_of(client.get(url.split("#")[0]), "import-form"), **values})


def preview(client: Client, **values: Any) -> Any:
    """The second step, after files that can be read."""
    sent = send(client, **values)
    assert sent.status_code == 302, sent.content.decode()
    return client.get(sent.headers["Location"])


def press(client: Client, page: Any, button: str = "_make", **values: Any) -> Any:
    """Press a button of the second step."""
    return client.post(page.request["PATH_INFO"], {**fields_of(page, "import-form"), button: "1", **values})


class TestChoosing:
    def test_the_button_is_there_for_those_who_may_write(self, people: People) -> None:
        changelist = reverse("admin:toy_note_changelist")
        assert f'href="{START}"' in as_(people.author).get(changelist).content.decode()
        for person in (people.translator_fr, people.reviewer_ca, people.publisher):
            assert f'href="{START}"' not in as_(person).get(changelist).content.decode()
            assert as_(person).get(START).status_code == 403
            assert as_(person).post(START, {"file_en": file(EN, "a.md")}).status_code == 403
        assert as_(people.outsider).get(START).status_code in (302, 403)
        assert Client().get(START).status_code == 302
        assert not Intake.objects.exists()

    def test_the_form_asks_for_a_file(self, people: People) -> None:
        page = send(as_(people.author))
        assert page.status_code == 422
        assert "Choose a file in at least one language." in page.content.decode()

    def test_a_bad_file_is_named_and_the_good_ones_are_kept(self, people: People) -> None:
        client = as_(people.author)
        page = send(client, file_en=file(EN, "page.md"), file_fr=file(b"%PDF-1.7", "page.docx"))
        html = page.content.decode()
        assert page.status_code == 422
        assert "“page.docx” was not taken over: it is a PDF" in html
        assert "“page.md” was read and is kept." in html
        assert not Edition.objects.exists()
        again = client.post(START, {**fields_of(page, "import-form"), "file_fr": file(FR, "page-fr.md")})
        assert again.status_code == 302
        assert set(Intake.objects.get().readings) == {"en", "fr"}

    def test_a_file_that_is_kept_can_be_done_without_or_replaced(self, people: People) -> None:
        client = as_(people.author)
        page = preview(client, file_en=file(EN, "a.md"), file_fr=file(FR, "b.md"))
        form = client.get(page.context["files_url"])
        assert "“b.md” was read and is kept." in form.content.decode()
        data = {**fields_of(form, "import-form"), "drop_fr": "on", "file_en": file(PAGE, "c.html")}
        assert client.post(START, data).status_code == 302
        kept = Intake.objects.get().readings
        assert {code: reading["name"] for code, reading in kept.items()} == {"en": "c.html"}

    def test_the_source_must_be_among_the_files(self, people: People) -> None:
        client = as_(people.author)
        page = send(client, file_en=file(EN, "a.md"), file_fr=file(FR, "b.md"), source_language="es")
        assert page.status_code == 422
        assert "There is no file in this language." in page.content.decode()
        assert "“a.md” was read and is kept." in page.content.decode()

    def test_a_single_file_is_the_source(self, people: People) -> None:
        page = preview(as_(people.author), file_fr=file(FR, "b.md"), source_language="en")
        assert page.context["source_language"] == "fr"

    def test_unknown_and_foreign_intakes_are_nothing(self, people: People) -> None:
        page = preview(as_(people.author), file_en=file(EN, "a.md"))
        other = as_(people.second_author)
        for url in (page.request["PATH_INFO"], f"{START}00000000-0000-0000-0000-000000000000/"):
            assert other.get(url).headers["Location"] == START
            assert other.post(url, {"_make": "1"}).headers["Location"] == START
        for intake in (str(Intake.objects.get().pk), "nonsense", "'; --"):
            assert "is kept" not in other.get(START, {"intake": intake}).content.decode()
        assert not Edition.objects.exists()

    def test_what_waited_a_day_goes_with_the_next_import(self, people: People, now: datetime) -> None:
        client = as_(people.author)
        old = preview(client, file_en=file(EN, "a.md")).request["PATH_INFO"]
        Intake.objects.update(at=now - draft_creation.WAITING - timedelta(minutes=1))
        preview(client, file_fr=file(FR, "b.md"))
        assert Intake.objects.count() == 1
        page = client.get(old, follow=True)
        assert "These files are no longer kept. Choose them again." in page.content.decode()


class TestLooking:
    def test_the_draft_to_be_and_the_rest(self, people: People) -> None:
        page = preview(as_(people.author), file_en=file(PAGE, "border.html"))
        html = page.content.decode()
        assert "How the two countries work together at their borders." in html
        assert "<h3>Ports</h3>" in html
        assert "We use cookies." in html
        assert "1 image was dropped." in html
        assert "A port" in html
        assert "2021-03-04" in html
        assert not Edition.objects.exists()
        assert " style=" not in html
        assert " onclick=" not in html

    def test_what_a_file_says_stays_text(self, people: People) -> None:
        evil = "<img src=x onerror=alert(1)>"
        text = f"{evil}\n\n{LONG}{evil}\n\nShare this page\n\nHeading {evil}\n\n{LONG}"
        page = preview(as_(people.author), file_en=file(text, f"{evil}.txt"))
        assert "<img" not in page.content.decode()

    def test_a_tick_puts_back_and_both_buttons_honour_it(self, people: People) -> None:
        client = as_(people.author)
        page = preview(client, file_en=file(PAGE, "border.html"))
        cookie = next(
            name for left in page.context["reports"][0].left for name, text in left.blocks if text == "We use cookies."
        )
        shown = press(client, page, "_show", keep=[cookie])
        assert shown.status_code == 200
        assert "We use cookies." in str(shown.context["plan"].sections)
        assert fields_of(shown, "import-form")["keep"] == cookie
        assert press(client, shown).status_code == 302
        assert "We use cookies." in str(canonical.content_of(fresh(Edition.objects.get()))["parts"])
        left = Event.objects.get(verb="create").data["imported"][0]["left_out"]
        assert "cookie" not in left
        assert left["footer"] == {"count": 1, "examples": ["About this site"]}

    @pytest.mark.parametrize("keep", [["en-99999"], ["xx-1"], ["en-"], ["en-٣"], ["en--1"], ["", "-", "en-1e9"]])
    def test_ticks_that_nobody_offered_are_passed_over(self, keep: list[str], people: People) -> None:
        client = as_(people.author)
        page = preview(client, file_en=file(EN, "a.md"))
        assert press(client, page, keep=keep).status_code == 302


class TestMaking:
    def test_the_draft_the_form_and_the_report_above_it(self, people: People) -> None:
        client = as_(people.author)
        page = preview(client, file_en=file(WORD, "border.docx"))
        response = press(client, page)
        note = Note.objects.get()
        assert response.headers["Location"] == f"{at(note, 'change')}?imported=1"
        assert (note.title_en, note.slug_en, note.changed_by) == (
            "Border cooperation",
            "border-cooperation",
            people.author,
        )
        form = client.get(response.headers["Location"])
        html = form.content.decode()
        assert "The draft was made from 1 file." in html
        assert "Report of the import" in html
        assert "1 image was dropped." in html
        assert "Report of the import" not in client.get(at(note, "change")).content.decode()
        assert "See the report of 2019." in html
        history = client.get(at(note, "history")).content.decode()
        assert "From the file “border.docx” (English, Word document)." in history
        event = Event.objects.get(edition=note.pk)
        assert f"{at(note, 'change')}?imported={event.pk}" in history
        for wanted in (str(event.pk), "0", "x", "9" * 40, "-1"):
            assert "Report of the import" in client.get(at(note, "change"), {"imported": wanted}).content.decode()

    def test_the_form_saves_what_was_imported_as_it_is(self, people: People) -> None:
        client = as_(people.author)
        url = press(client, preview(client, file_en=file(PAGE, "border.html"), file_fr=file(FR, "b.md"))).headers[
            "Location"
        ]
        note = fresh(Edition.objects.get())
        before, events = canonical.content_of(note), Event.objects.count()
        client.post(at(note, "change"), {**fields_of(client.get(url)), "_continue": "1"})
        assert canonical.content_of(note) == before
        assert Event.objects.count() == events

    def test_a_button_pressed_twice_makes_one_draft(self, people: People) -> None:
        client = as_(people.author)
        page = preview(client, file_en=file(EN, "a.md"))
        first, second = press(client, page), press(client, page)
        assert first.headers["Location"] == second.headers["Location"]
        assert Edition.objects.count() == 1
        assert Intake.objects.get().readings == {}

    def test_files_that_went_at_the_very_moment(self, people: People, monkeypatch: pytest.MonkeyPatch) -> None:
        client = as_(people.author)
        page = preview(client, file_en=file(EN, "a.md"))
        make = ImportPreviewScreen._make

        def late(self: Any, request: Any, intake: Intake) -> Any:
            Intake.objects.all().delete()
            return make(self, request, intake)

        monkeypatch.setattr(ImportPreviewScreen, "_make", late)
        assert press(client, page).headers["Location"] == START
        assert not Edition.objects.exists()

    def test_queries_do_not_grow_with_sections(self, people: People, django_assert_max_num_queries: Any) -> None:
        client, counts = as_(people.author), []
        for size in (2, 30):
            text = f"# Title {size}\n\n" + "\n\n".join(f"## Part {n}\n\n{LONG} {n}" for n in range(size))
            sent = send(client, file_en=file(text, "a.md"), file_fr=file(text, "b.md"))
            spent = []
            with django_assert_max_num_queries(12) as captured:
                page = client.get(sent.headers["Location"])
            spent.append(len(captured))
            with django_assert_max_num_queries(32) as captured:
                assert press(client, page).status_code == 302
            spent.append(len(captured))
            counts.append(spent)
        assert counts[0] == counts[1]

    def test_nothing_is_made_where_the_permission_went_meanwhile(self, people: People) -> None:
        client = as_(people.author)
        page = preview(client, file_en=file(EN, "a.md"))
        people.author.groups.clear()
        assert press(client, page).status_code == 403
        assert not Edition.objects.exists()


class TestIntoADraft:
    @pytest.fixture
    def note(self, people: People, now: datetime) -> Any:
        """A draft of which one language is to come."""
        fields = {"title": {"en": "A note"}, "slug": {"en": "a-note"}, "summary": {"en": "A summary."}}
        parts = {
            "section": [{"heading": {"en": "Ports of entry"}, "body": {"en": "<p>In 2020 there were 45 ports.</p>"}}]
        }
        return fresh(make_note(people, now, fields=fields, parts=parts, attest=False))

    def test_a_language_version_beside_what_is_there(self, people: People, note: Any) -> None:
        client, url = as_(people.author), at(note, "import_into")
        assert f'href="{url}"' in client.get(at(note, "change")).content.decode()
        sent = send(client, url, file_fr=file(FR, "b.md"))
        page = client.get(sent.headers["Location"])
        html = page.content.decode()
        assert "Import into: A note" in html
        assert "is in French only" in html
        assert press(client, page).headers["Location"] == f"{at(note, 'change')}?imported=1"
        said = canonical.content_of(fresh(note))
        assert said["fields"]["title"] == {"en": "A note", "fr": "Coopération frontalière", "es": ""}
        assert len(said["parts"]["section"]) == 4

    def test_a_draft_that_was_saved_meanwhile_is_shown_as_it_would_be_now(self, people: People, note: Any) -> None:
        client = as_(people.author)
        page = client.get(send(client, at(note, "import_into"), file_fr=file(FR, "b.md")).headers["Location"])
        other = as_(people.second_author)
        other.post(
            at(note, "change"), {**fields_of(other.get(at(note, "change"))), "title_en": "Another", "_continue": "1"}
        )
        answer = press(client, page)
        assert answer.status_code == 409
        assert "Somebody saved the draft since you opened this page." in answer.content.decode()
        assert "Another" in answer.content.decode()
        assert press(client, answer).status_code == 302
        assert canonical.content_of(fresh(note))["fields"]["title"]["en"] == "Another"

    def test_not_into_what_is_no_draft(self, people: People, note: Any, now: datetime) -> None:
        client, url = as_(people.author), at(note, "import_into")
        page = client.get(send(client, url, file_fr=file(FR, "b.md")).headers["Location"])
        transitions.discard(note, by=people.author, now=now)
        assert client.get(url).status_code == 409
        assert client.post(url, {"file_fr": file(FR, "b.md")}).status_code == 409
        assert press(client, page).status_code == 409
        assert url not in client.get(at(note, "change")).content.decode()
        assert client.get(reverse("admin:toy_note_import_into", args=(10**9,))).status_code == 404


class TestCommand:
    def run(self, *words: str) -> str:
        """What the command says."""
        out = StringIO()
        call_command("import_file", *words, stdout=out)
        return out.getvalue()

    def test_files_become_a_draft(self, people: People, tmp_path: Path) -> None:
        (tmp_path / "a.md").write_text(EN)
        (tmp_path / "b.docx").write_bytes(WORD)
        words = ("note", "--by", "author", "--en", str(tmp_path / "a.md"), "--fr", str(tmp_path / "b.docx"))
        assert "Nothing was made." in self.run(*words, "--show")
        assert not Edition.objects.exists()
        said = self.run(*words, "--source", "fr")
        note = Note.objects.get()
        assert f"Draft {note.pk}" in said
        assert "1 image was dropped. The two ministers" in said
        assert (note.source_language, note.title_en) == ("fr", "Border cooperation")

    def test_into_a_draft(self, people: People, now: datetime, tmp_path: Path) -> None:
        note = make_note(people, now)
        (tmp_path / "b.md").write_text(FR)
        self.run("note", "--by", "author", "--into", str(note.pk), "--fr", str(tmp_path / "b.md"))
        assert canonical.content_of(fresh(note))["fields"]["title"]["fr"] == "Coopération frontalière"

    def test_bad_input_is_told_and_makes_nothing(self, people: People, tmp_path: Path) -> None:
        (tmp_path / "a.md").write_text(EN)
        (tmp_path / "b.docx").write_bytes(b"%PDF-1.7")
        good, bad = str(tmp_path / "a.md"), str(tmp_path / "b.docx")
        for words, reason in (
            (("--by", "author", "--en", bad), "it is a PDF"),
            (("--by", "author", "--en", str(tmp_path / "none")), "cannot be opened"),
            (("--by", "nobody", "--en", good), "There is no user"),
            (("--by", "translator-fr", "--en", good), "Your roles do not include this step."),
            (("--by", "author"), "Name a file"),
            (("--by", "author", "--en", good, "--source", "fr"), "no file in the source language"),
            (("--by", "author", "--en", good, "--into", "999"), "There is no edition 999"),
        ):
            with pytest.raises(CommandError, match=reason):
                self.run("note", *words)
        assert not Edition.objects.exists()
