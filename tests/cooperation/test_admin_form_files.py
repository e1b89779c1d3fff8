"""Attachments: taken in by what they are, kept under their digest, refused at their field."""

import errno
import hashlib
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from cooperation.models import Page
from editorial.base.files import media_types, store
from editorial.workflow import drafts
from tests.archives import lying, office, open_document, packed, strangely_packed
from tests.browserless import add_row, fields_of, problems
from tests.builders import make_page
from tests.cooperation.test_admin_form import address, opened, sign_in, stored_content
from tests.people import People

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


DOCX = office("docx")
MACROS = office("docx", types={"word/stuff.bin": "application/vnd.ms-office.vbaProject"}, parts={"word/stuff.bin": "x"})
ODT = open_document("odt")
LYING = lying(packed({"mimetype": "application/vnd.oasis.opendocument.text" + "\x00" * 3_000_000}), size=39)


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def page(people: People, now: Any) -> Page:
    return make_page(people, now, attest=False)


def test_a_file_is_kept_under_its_digest(people: People, page: Page) -> None:
    client = sign_in(people.author)
    data = opened(client, page)
    add_row(data, "attachment", title_en="The report", upload=SimpleUploadedFile("report 1.pdf", PDF))
    assert client.post(address(page), data).status_code == 302
    (row,) = stored_content(page)["parts"]["attachment"]
    digest = hashlib.sha256(PDF).hexdigest()
    assert (row["file"], row["sha256"], row["size"], row["media_type"]) == (
        "report 1.pdf", digest, len(PDF), "application/pdf",
    )  # fmt: skip
    with default_storage.open(store.stored_name(digest)) as stored:
        assert stored.read() == PDF


def test_it_can_be_renamed_and_replaced(people: People, page: Page) -> None:
    client = sign_in(people.author)
    data = opened(client, page)
    add_row(data, "attachment", title_en="The report", upload=SimpleUploadedFile("a.pdf", PDF))
    client.post(address(page), data)
    client.post(address(page), {**opened(client, page), "attachment-0-file": "b.pdf"})
    (row,) = stored_content(page)["parts"]["attachment"]
    assert (row["file"], row["media_type"]) == ("b.pdf", "application/pdf")
    key = row["key"]
    client.post(address(page), {**opened(client, page), "attachment-0-upload": SimpleUploadedFile("c.txt", b"words")})
    (row,) = stored_content(page)["parts"]["attachment"]
    assert (row["key"], row["file"], row["media_type"], row["size"]) == (key, "c.txt", "text/plain", 5)


def test_another_error_does_not_lose_the_file(people: People, page: Page) -> None:
    client = sign_in(people.author)
    data = {**opened(client, page), "title_en": "x" * 201}
    add_row(data, "attachment", title_en="The report", upload=SimpleUploadedFile("a.pdf", PDF))
    response = client.post(address(page), data)
    assert list(problems(response)) == ["title_en"]
    assert "File received: a.pdf" in response.content.decode()
    assert client.post(address(page), {**fields_of(response), "title_en": "Short"}).status_code == 302
    assert stored_content(page)["parts"]["attachment"][0]["file"] == "a.pdf"


def test_a_stale_form_does_not_lose_the_file(people: People, page: Page, now: Any) -> None:
    client = sign_in(people.author)
    data = opened(client, page)
    add_row(data, "attachment", title_en="The report", upload=SimpleUploadedFile("a.pdf", PDF))
    with drafts.edit(page, by=people.second_author, now=now) as draft:
        draft.title_en = "Theirs"
        draft.save()
    response = client.post(address(page), data)
    assert response.status_code == 409
    assert client.post(address(page), fields_of(response)).status_code == 302
    (row,) = stored_content(page)["parts"]["attachment"]
    assert (row["file"], row["size"], row["title"]["en"]) == ("a.pdf", len(PDF), "The report")


def test_a_forged_token_is_no_file(people: People, page: Page) -> None:
    client = sign_in(people.author)
    data = opened(client, page)
    add_row(data, "attachment", title_en="The report", kept="forged")
    response = client.post(address(page), data)
    assert problems(response) == {"attachment-0-upload": "Choose a file."}


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("page.html", b"<html></html>", "cannot be attached"),
        ("tool.exe", b"MZ\x90", "cannot be attached"),
        ("no-ending", PDF, "cannot be attached"),
        ("report.pdf", b"<html><script></script></html>", "not what its name says"),
        ("photo.png", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "not what its name says"),
        ("text.txt", b"\x00\x01\x02", "not what its name says"),
        ("latin.csv", "é".encode("latin-1"), "not what its name says"),
        ("macros.docx", MACROS, "holds macros"),
        ("sheet.xlsx", DOCX, "not what its name says"),
        ("strange.odt", strangely_packed(ODT), "is damaged"),
        ("lying.odt", LYING, "is damaged"),
        ("broken.odt", b"PK\x03\x04 broken", "is damaged"),
        ("empty.pdf", b"", "empty"),
        ("n" * 150 + ".pdf", PDF, "longer than 150 characters"),
    ],
)
def test_refused_at_its_field(people: People, page: Page, name: str, body: bytes, words: str) -> None:
    client = sign_in(people.author)
    data = opened(client, page)
    add_row(data, "attachment", title_en="Something", upload=SimpleUploadedFile(name, body))
    response = client.post(address(page), data)
    assert words in problems(response)["attachment-0-upload"]
    assert stored_content(page)["parts"]["attachment"] == []
    assert not default_storage.exists("attachments")


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("a.docx", DOCX),
        ("a.odt", ODT),
        ("a.csv", "año,número\n1,2".encode()),
        ("a.PNG", b"\x89PNG\r\n\x1a\n" + bytes(40)),
        ("a.jpeg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(20)),
        ("a.webp", b"RIFF\x10\x00\x00\x00WEBPVP8 " + bytes(10)),
    ],
)
def test_accepted(name: str, body: bytes) -> None:
    kept = store.keep_upload(SimpleUploadedFile(name, body))
    assert kept.file == name
    assert kept.media_type == media_types.ACCEPTED[name.rsplit(".")[1].lower()]


def test_too_large(settings: Any) -> None:
    settings.ATTACHMENT_MAX_BYTES = 10
    with pytest.raises(store.Refused, match="at most 10"):
        store.keep_upload(SimpleUploadedFile("a.pdf", PDF))


def test_a_path_is_no_name() -> None:
    upload = SimpleUploadedFile("a.pdf", PDF)
    upload._name = "..\\..\\etc/a.pdf"
    assert store.keep_upload(upload).file == "a.pdf"


def test_a_translator_sends_no_file(people: People, page: Page) -> None:
    client = sign_in(people.translator_fr)
    data = opened(client, page)
    add_row(data, "attachment", title_fr="Glissé", upload=SimpleUploadedFile("a.pdf", PDF))
    assert client.post(address(page), data).status_code in (200, 409)
    assert stored_content(page)["parts"]["attachment"] == []
    assert not default_storage.exists("attachments")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("update\u202etxt.bat", "must end in .txt"),
        ("evil.html", "must end in .txt"),
        ("evil", "must end in .txt"),
        ("../../x\r\nSet-Cookie: a=b.html", "cannot hold these characters: / :"),
        ("..\\x.txt", "cannot hold these characters: \\"),
        ("con.txt", "Choose another name"),
        (".x.txt", "Choose another name"),
        ("a\u200db.txt", "cannot be seen"),
    ],
)
@pytest.mark.parametrize("stored", [False, True])
def test_a_name_that_is_posted_obeys_the_rule(
    people: People, page: Page, typed: str, words: str, *, stored: bool
) -> None:
    """M3: the name of a file that was taken in could be changed into any."""
    client = sign_in(people.author)
    data = opened(client, page)
    file = SimpleUploadedFile("a.txt", b"words")
    if stored:
        add_row(data, "attachment", title_en="The report", upload=file)
        client.post(address(page), data)
        data = {**opened(client, page), "attachment-0-file": typed}
    else:
        # The upload comes first, with another field's error; the name is changed when the form is sent again.
        data["title_en"] = "x" * 201
        add_row(data, "attachment", title_en="The report", upload=file)
        data = {**fields_of(client.post(address(page), data)), "title_en": "Short", "attachment-0-file": typed}
    response = client.post(address(page), data)
    assert words in problems(response)["attachment-0-file"]
    assert [row["file"] for row in stored_content(page)["parts"]["attachment"]] == (["a.txt"] if stored else [])
    assert client.post(address(page), {**fields_of(response), "attachment-0-file": "b.txt"}).status_code == 302
    assert stored_content(page)["parts"]["attachment"][0]["file"] == "b.txt"


def test_the_name_of_an_upload_is_made_fit(people: People, page: Page) -> None:
    client = sign_in(people.author)
    data = opened(client, page)
    upload = SimpleUploadedFile("a.pdf", PDF)
    upload._name = "Report:\u202e 2021?\u200b.pdf"
    add_row(data, "attachment", title_en="The report", upload=upload)
    assert client.post(address(page), data).status_code == 302
    assert stored_content(page)["parts"]["attachment"][0]["file"] == "Report 2021.pdf"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EROFS])
def test_a_full_disk_is_said_at_the_field_and_nothing_typed_is_lost(
    people: People, page: Page, settings: Any, number: int, caplog: pytest.LogCaptureFixture
) -> None:
    """B3: it answered 500."""
    client = sign_in(people.author)
    data = {**opened(client, page), "title_en": "A new title"}
    add_row(data, "attachment", title_en="The report", upload=SimpleUploadedFile("a.pdf", PDF))
    storages = settings.STORAGES
    settings.STORAGES = {
        **storages, "default": {"BACKEND": "tests.storages.FullDisk", "OPTIONS": {"number": number}},
    }  # fmt: skip
    response = client.post(address(page), data)
    assert response.status_code == 200
    assert "Nothing was saved" in problems(response)["attachment-0-upload"]
    assert fields_of(response)["title_en"] == "A new title"
    assert "could not be stored" in caplog.text
    settings.STORAGES = storages
    data = fields_of(response)
    data["attachment-0-upload"] = SimpleUploadedFile("a.pdf", PDF)
    assert client.post(address(page), data).status_code == 302
    assert stored_content(page)["parts"]["attachment"][0]["size"] == len(PDF)
