"""Files go with their page."""

import re
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from editorial.base.files import filenames, store
from tests.builders import make_page, texts
from tests.cooperation.site import body, days, get, page, withdraw
from tests.cooperation.test_admin_form import sign_in
from tests.people import People

pytestmark = pytest.mark.django_db

TEXT = b"Une entente, trois langues.\n"


def release(response: Any) -> None:
    """Close the file of an answer, as a server does; `close()` would end the test's own transaction with it."""
    for close in response._resource_closers:
        close()


@pytest.fixture
def attachment(settings: Any, tmp_path: Path) -> dict[str, Any]:
    """A stored text file, as content names it."""
    settings.MEDIA_ROOT = tmp_path
    kept = store.keep_upload(SimpleUploadedFile("Entente (2021).txt", TEXT))
    return {
        "title": texts("The agreement"), "file": kept.file, "sha256": kept.sha256, "size": kept.size,
        "media_type": kept.media_type, "language": "fr",
    }  # fmt: skip


def test_a_file_is_offered_on_its_page_and_for_saving_only(
    client: Client, people: People, now: datetime, attachment: dict[str, Any]
) -> None:
    page(people, now, parts={"attachment": [attachment]})
    address = f"/files/{attachment['sha256']}/Entente%20%282021%29.txt"
    shown = body(get(client, "/en/pages/border-en/"))
    assert f'href="{address}" hreflang="fr">The agreement en</a>' in shown
    assert "TXT" in shown
    assert "28\u00a0bytes" in shown
    assert "French" in shown.split('id="attachments"')[1].split("</section>")[0]
    response = get(client, address)
    assert response.status_code == 200
    assert b"".join(response.streaming_content) == TEXT  # type: ignore[attr-defined]
    assert response["Content-Disposition"] == 'attachment; filename="Entente (2021).txt"'
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "no-cache"
    assert "Cookie" not in response.get("Vary", "")
    release(response)
    again = get(client, address, if_none_match=response["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    head = client.head(address)
    release(head)
    assert head.status_code == 200
    assert client.post(address).status_code == 405


def test_a_file_is_public_exactly_while_its_page_is(
    client: Client, people: People, now: datetime, attachment: dict[str, Any]
) -> None:
    address = f"/files/{attachment['sha256']}/{attachment['file']}"
    make_page(people, now - days(9), slug="draft", parts={"attachment": [attachment]})
    assert get(client, address).status_code == 404
    withdraw(page(people, now - days(5), parts={"attachment": [attachment]}), people, now - days(2))
    assert get(client, address).status_code == 404
    assert get(client, address, if_none_match=f'"{attachment["sha256"]}"').status_code == 404
    then = get(client, f"{address}?at={(now - days(3)).date()}")
    release(then)
    assert then.status_code == 200
    assert get(client, f"{address}?at={(now - days(7)).date()}").status_code == 404


def test_a_file_has_no_other_name(client: Client, people: People, now: datetime, attachment: dict[str, Any]) -> None:
    page(people, now, parts={"attachment": [attachment]})
    for path in (f"{attachment['sha256']}/other.txt", f"{'0' * 64}/{attachment['file']}", f"{attachment['sha256']}/"):
        assert get(client, f"/files/{path}").status_code == 404


def test_a_file_that_the_storage_lost_is_not_available(
    client: Client, people: People, now: datetime, attachment: dict[str, Any], tmp_path: Path
) -> None:
    page(people, now, parts={"attachment": [attachment]})
    (tmp_path / store.stored_name(attachment["sha256"])).unlink()
    assert get(client, f"/files/{attachment['sha256']}/{attachment['file']}").status_code == 503


@pytest.mark.parametrize("found", [TEXT[:-1], TEXT + b"x", b""])
def test_a_file_that_is_not_as_long_as_what_was_signed_is_not_served(
    client: Client, people: People, now: datetime, attachment: dict[str, Any], tmp_path: Path, found: bytes
) -> None:
    """B3: the part that a full disk had left was served under the signed hash."""
    edition = page(people, now, parts={"attachment": [attachment]})
    (tmp_path / store.stored_name(attachment["sha256"])).write_bytes(found)
    response = get(client, f"/files/{attachment['sha256']}/{attachment['file']}")
    assert response.status_code == 503
    assert "not as it was published" in body(response)
    assert "ETag" not in response
    assert response["Cache-Control"] == "no-store"
    preview = reverse("admin:cooperation_page_preview", args=[edition.pk, "en"])
    staff = sign_in(people.reviewer_ca)
    refused = staff.get(f"{preview}file/{attachment['sha256']}/{attachment['file']}")
    assert refused.status_code == 404
    store.keep_upload(SimpleUploadedFile("Entente (2021).txt", TEXT))
    again = get(client, f"/files/{attachment['sha256']}/{attachment['file']}")
    assert b"".join(again.streaming_content) == TEXT  # type: ignore[attr-defined]
    release(again)


@pytest.mark.parametrize("old", ["../../x\r\nSet-Cookie: a=b.html", "update\u202etxt.bat", 'a"b;c.txt', "año\x1b.txt"])
def test_names_that_are_older_than_the_rule_are_linked_and_saved_under_fit_ones(
    client: Client, people: People, now: datetime, attachment: dict[str, Any], old: str
) -> None:
    edition = page(people, now, parts={"attachment": [attachment]})
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE editorial_attachment DROP CONSTRAINT editorial_attachment_file_name")
        cursor.execute("ALTER TABLE editorial_attachment DISABLE TRIGGER USER")
        cursor.execute("UPDATE editorial_attachment SET file = %s WHERE edition_id = %s", [old, edition.pk])
        cursor.execute("ALTER TABLE editorial_attachment ENABLE TRIGGER USER")
    (link,) = re.findall(r'href="(/files/[^"]+)"', body(get(client, "/en/pages/border-en/")))
    response = get(client, link)
    release(response)
    assert response.status_code == 200
    disposition = response["Content-Disposition"]
    assert disposition.startswith("attachment; filename")
    assert disposition.rstrip('"').endswith(".txt")
    assert "Set-Cookie" not in response
    assert unquote(link).rsplit("/", 1)[1] == filenames.repaired(old, "text/plain")


def test_staff_open_the_files_of_a_draft_below_its_preview(
    people: People, now: datetime, attachment: dict[str, Any]
) -> None:
    draft = make_page(people, now, parts={"attachment": [attachment]})
    other = make_page(people, now, slug="other")
    staff = sign_in(people.reviewer_ca)
    preview = reverse("admin:cooperation_page_preview", args=[draft.pk, "en"])
    link = re.findall(r'href="(file/[^"]+)"', staff.get(preview).content.decode())
    assert len(link) == 1
    response = staff.get(urljoin(preview, link[0]))
    assert b"".join(response.streaming_content) == TEXT  # type: ignore[attr-defined]
    assert response["Content-Disposition"].startswith("attachment")
    assert "no-store" in response["Cache-Control"]
    release(response)
    assert Client().get(urljoin(preview, link[0])).status_code == 302
    elsewhere = reverse("admin:cooperation_page_preview", args=[other.pk, "en"])
    assert staff.get(urljoin(elsewhere, link[0])).status_code == 404
    assert staff.get(urljoin(preview, f"file/{'0' * 64}/x.txt")).status_code == 404
