"""XLIFF in the admin: out, looked at, taken once, by who may, and with a report."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from editorial.content import canonical
from editorial.models import Event
from editorial.translating.xliff import reading, writing
from editorial.workflow import drafts
from tests import builders
from tests.editorial.desk import as_, at
from tests.editorial.xliff_files import exported, sent, translated
from tests.people import People

BATCH = "admin:toy_note_xliff"


def upload(data: bytes, name: str = "note.xlf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def note(people: People, now: datetime, **values: Any) -> Any:
    return builders.make_note(people, now, **values)


def html(response: Any) -> str:
    return str(response.content.decode())


def preview(user: Any, draft: Any, data: bytes, language: str = "fr") -> str:
    """The address of the preview of a file that was sent."""
    response = as_(user).post(at(draft, "translate_import", language), {"file": upload(data)})
    assert response.status_code == 302, html(response)
    return str(response["Location"])


def opened(user: Any, url: str) -> dict[str, Any]:
    """What the preview's form sends: everything that is ticked to begin with."""
    sheets = as_(user).get(url).context["sheets"]
    data: dict[str, Any] = {f"opened-{sheet.place}": sheet.assessment.opened for sheet in sheets}
    return {**data, "take": [line.value for sheet in sheets for line in sheet.lines if line.ticked]}


def test_an_edition_goes_out_and_comes_back(people: People, now: datetime) -> None:
    draft = note(people, now)
    response = as_(people.translator_fr).get(at(draft, "translate_xliff", "fr"))
    assert response["Content-Type"] == "application/xliff+xml"
    assert response["Content-Disposition"].endswith('-1-en-fr.xlf"')
    url = preview(people.translator_fr, draft, translated(response.content, {"title": "Titre", "summary": "Résumé"}))
    page = html(as_(people.translator_fr).get(url))
    assert "Titre" in page
    assert canonical.content_of(draft)["fields"]["title"]["fr"] == "Subject fr"
    data = opened(people.translator_fr, url)
    assert data["take"] == ["0:title", "0:summary"]
    client = as_(people.translator_fr)
    response = client.post(url, {**data, "take": ["0:title"]})
    assert response.status_code == 302
    fields = canonical.content_of(draft)["fields"]
    assert (fields["title"]["fr"], fields["summary"]["fr"]) == ("Titre", "Summary fr")
    assert builders.fresh(draft).language_status["fr"] == "current"
    done = html(client.get(url))
    assert "1 text was taken." in done
    assert at(draft, "translate", "fr") in done
    report = client.get(url + "?report=csv").content.decode()
    assert '"Taken"' in report
    assert '"Left as it was"' in report
    assert "From the XLIFF file “note.xlf”: taken 1, refused 0." in html(client.get(at(draft, "history")))
    events = Event.objects.count()
    assert client.post(url, data).status_code == 200
    assert Event.objects.count() == events


def test_what_taking_asks_the_database(people: People, now: datetime, django_assert_max_num_queries: Any) -> None:
    draft = note(people, now)
    data = translated(exported(draft, now), {"title": "Titre", "summary": "Résumé"})
    url = preview(people.translator_fr, draft, data)
    client, form = as_(people.translator_fr), opened(people.translator_fr, url)
    with django_assert_max_num_queries(22):
        assert client.post(url, form).status_code == 302
    assert canonical.content_of(draft)["fields"]["summary"]["fr"] == "Résumé"


def test_what_moved_meanwhile_is_shown_again_with_the_ticks(people: People, now: datetime) -> None:
    draft = note(people, now)
    url = preview(people.translator_fr, draft, translated(exported(draft, now), {"title": "Titre", "summary": "R"}))
    data = {**opened(people.translator_fr, url), "take": ["0:summary"]}
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.title_fr = "Entre-temps"
        row.save()
    response = as_(people.translator_fr).post(url, data)
    assert response.status_code == 409
    [sheet] = response.context["sheets"]
    assert [line.value for line in sheet.lines if line.ticked] == ["0:summary"]
    assert "conflict" in {line.finding.verdict for line in sheet.lines}
    assert canonical.content_of(draft)["fields"]["summary"]["fr"] == "Summary fr"
    again = {**opened(people.translator_fr, url), "take": ["0:summary"]}
    assert as_(people.translator_fr).post(url, again).status_code == 302
    assert canonical.content_of(draft)["fields"]["summary"]["fr"] == "R"


def test_a_stale_text_is_shown_beside_the_present_source_and_cannot_be_forced(people: People, now: datetime) -> None:
    draft = note(people, now)
    url = preview(people.translator_fr, draft, translated(exported(draft, now), {"title": "Titre"}))
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.title_en = "Newer source"
        row.save()
    page = html(as_(people.translator_fr).get(url))
    assert 'data-reason="stale"' in page
    assert "Newer source" in page
    assert "Titre" in page
    data = {**opened(people.translator_fr, url), "take": ["0:title"]}
    as_(people.translator_fr).post(url, {**data, "opened-0": builders.fresh(draft).digest})
    assert canonical.content_of(draft)["fields"]["title"]["fr"] == "Subject fr"
    report = as_(people.translator_fr).get(url + "?report=csv").content.decode()
    assert "Titre" in report


def test_a_file_of_another_edition_or_language_is_refused(people: People, now: datetime) -> None:
    draft, other = note(people, now), note(people, now, slug="other")
    for data in (exported(other, now), exported(draft, now, "es")):
        url = preview(people.translator_fr, draft, translated(data, {"title": "Titre"}))
        response = as_(people.translator_fr).get(url)
        assert response.context["sheets"][0].assessment.reasons
        assert not response.context["can_be_taken"]
        as_(people.translator_fr).post(url, {"take": ["0:title"]})
    assert canonical.content_of(draft)["fields"]["title"]["fr"] == "Subject fr"
    assert canonical.content_of(other)["fields"]["title"]["fr"] == "Other fr"


@pytest.mark.parametrize("data", [b"", b"words", b"<!DOCTYPE x><x/>", b"PK\x03\x04nothing"])
def test_what_cannot_be_read_is_refused_in_words(people: People, now: datetime, data: bytes) -> None:
    draft = note(people, now)
    response = as_(people.translator_fr).post(
        at(draft, "translate_import", "fr"), {"file": upload(data, "a\\b<i>.xlf")}
    )
    assert response.status_code == 422
    assert "<i>" not in html(response)
    assert as_(people.translator_fr).post(at(draft, "translate_import", "fr"), {}).status_code == 422


def test_nobody_takes_what_another_person_sent_or_for_another_place(people: People, now: datetime) -> None:
    draft, other = note(people, now), note(people, now, slug="other")
    url = preview(people.translator_fr, draft, translated(exported(draft, now), {"title": "Titre"}))
    assert as_(people.author).get(url).status_code == 302
    moved = url.replace(f"/{draft.pk}/", f"/{other.pk}/")
    assert as_(people.translator_fr).post(moved, {"take": ["0:title"]}).status_code == 302
    assert as_(people.outsider).get(url).status_code == 403
    assert canonical.content_of(draft)["fields"]["title"]["fr"] == "Subject fr"


def test_another_s_language_is_refused_by_post(people: People, now: datetime) -> None:
    draft = note(people, now)
    url = preview(people.translator_fr, draft, translated(exported(draft, now, "es"), {"title": "Título"}), "es")
    response = as_(people.translator_fr).post(url, {"take": ["0:title"], "opened-0": builders.fresh(draft).digest})
    assert response.status_code == 302
    assert "You do not translate" in html(as_(people.translator_fr).get(url))
    assert canonical.content_of(draft)["fields"]["title"]["es"] == "Subject es"


def test_many_go_out_by_the_list_s_action_and_come_back_in_one_package(people: People, now: datetime) -> None:
    one, two = note(people, now), note(people, now, slug="two")
    client = as_(people.translator_fr)
    response = client.post(
        reverse("admin:toy_note_changelist"), {"action": "xliff", "_selected_action": [one.pk, two.pk]}
    )
    assert response.status_code == 302
    page = client.get(response["Location"])
    assert page.status_code == 200
    assert len(page.context["chosen"]) == 2
    query = {"edition": [one.pk, two.pk, "x"], "language": ["fr", "de"]}
    packed = client.get(reverse("admin:toy_note_xliff_export"), query)
    assert packed["Content-Type"] == "application/zip"
    members = list(reading.unpacked("a.zip", packed.content))
    assert len(members) == 2
    assert client.get(reverse("admin:toy_note_xliff_export"), {"language": "fr"}).status_code == 302

    import io
    import zipfile

    back = io.BytesIO()
    with zipfile.ZipFile(back, "w") as archive:
        for name, data in members:
            archive.writestr(name, translated(data, {"title": f"Titre {name}"}))
    response = client.post(reverse(BATCH), {"file": upload(back.getvalue(), "back.zip")})
    assert response.status_code == 302
    url = response["Location"]
    assert client.post(url, opened(people.translator_fr, url)).status_code == 302
    assert html(client.get(url)).count("1 text was taken.") == 2
    for edition in (one, two):
        assert canonical.content_of(edition)["fields"]["title"]["fr"].startswith("Titre note-")


def test_a_server_without_room_says_so(people: People, now: datetime, settings: Any, tmp_path: Path) -> None:
    draft = note(people, now)
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path / "gone")
    large = upload(b" " * 3 * 1024 * 1024, "large.xlf")
    response = as_(people.translator_fr).post(at(draft, "translate_import", "fr"), {"file": large})
    assert response.status_code == 422
    assert "Nothing was saved" in html(response)


def test_whoever_reads_may_take_out_and_not_bring_in(people: People, now: datetime) -> None:
    draft = note(people, now)
    client = as_(people.reviewer_ca)
    assert client.get(at(draft, "translate_xliff", "fr")).status_code == 200
    assert "id_file" not in html(client.get(reverse(BATCH)))
    assert as_(people.outsider).get(at(draft, "translate_xliff", "fr")).status_code == 403
    assert as_(people.outsider).get(reverse(BATCH)).status_code == 403
    assert client.get(at(draft, "translate_xliff", "en")).status_code == 302


def test_only_what_is_to_do_goes_out(people: People, now: datetime) -> None:
    draft = note(people, now)
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.title_en = "Other"
        row.save()
    data = as_(people.translator_fr).get(at(draft, "translate_xliff", "fr") + "?only=todo").content
    assert [unit.id for unit in sent(data).units] == ["title"]
    assert writing.file_name(writing.Pair(builders.fresh(draft), "fr")) == "note-subject-en-1-en-fr.xlf"
