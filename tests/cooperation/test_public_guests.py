"""Preview links as their holders meet them; and that nothing of remarks or drafts ever reaches anybody else."""

import re
from datetime import datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from editorial.base.files import store
from editorial.collaboration.remarks import threads
from editorial.collaboration.remarks.guest import remark_by_guest
from editorial.collaboration.remarks.threads import Where
from editorial.models import Edition, GuestAgreement, PreviewLink, Remark, SignOff
from editorial.previews import links
from editorial.previews.links import Made
from editorial.workflow import drafts, transitions
from tests import builders
from tests.builders import make, make_page, section, texts
from tests.cooperation.letters import send
from tests.cooperation.site import body, get, page, uuid, words
from tests.crawl import Answer, crawl
from tests.people import People

pytestmark = pytest.mark.django_db


def link(edition: Edition, people: People, now: datetime, **values: Any) -> Made:
    given = {
        "digest": edition.digest,
        "shown": ["en", "fr"],
        "label": "The ministry",
        "days": 7,
        "once": uuid4(),
        **values,
    }
    return links.make(edition, by=people.author, now=now, **given)


@pytest.fixture
def draft(people: People, now: datetime) -> Edition:
    """A draft page that nobody but staff may see."""
    return make_page(people, now, slug="border", parts={"section": [section("Crossings")]})


def at(made: Made, language: str = "en", rest: str = "") -> str:
    return f"/preview/{made.token}/{language}/{rest}"


def page_text(response: Any) -> str:
    return re.sub(r"\s+", " ", unescape(body(response)))


def test_a_guest_reads_the_draft(client: Client, people: People, now: datetime, draft: Edition) -> None:
    made = link(draft, people, now)
    for language, other in (("en", "fr"), ("fr", "en")):
        response = get(client, at(made, language))
        assert response.status_code == 200
        shown = page_text(response)
        assert f'<html lang="{language}"' in shown
        assert f"Crossings body {language}" in shown
        assert words(language, "This text is not published. Please do not quote it or pass it on.") in shown
        assert "author" in shown
        assert "The ministry" in shown
        assert at(made, other) in shown
        assert at(made, "es") not in shown
        assert '<meta name="robots" content="noindex">' in shown
        assert response["Content-Language"] == language
        assert response["Referrer-Policy"] == "no-referrer"
        assert "noindex" in response["X-Robots-Tag"]
        assert "no-store" in response["Cache-Control"]
        assert not response.cookies
    assert PreviewLink.objects.get().opened_count == 2
    client.head(at(made))
    assert PreviewLink.objects.get().opened_count == 2


def test_the_address_without_a_language_leads_to_one(
    client: Client, people: People, now: datetime, draft: Edition
) -> None:
    made = link(draft, people, now)
    for wish, language in (("fr-CA,fr;q=0.9", "fr"), ("es", "en"), ("", "en")):
        response = client.get(f"/preview/{made.token}/", headers={"accept-language": wish})
        assert response["Location"] == at(made, language)
        assert response["Referrer-Policy"] == "no-referrer"
    assert PreviewLink.objects.get().opened_count == 0


def test_the_link_stays_with_its_text_and_tells_of_a_newer_one(
    client: Client, people: People, now: datetime, draft: Edition
) -> None:
    made = link(draft, people, now)
    assert "There is a newer text by now" not in page_text(get(client, at(made)))
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.title_en = "A secret new title"
        row.save()
    shown = page_text(get(client, at(made)))
    assert "There is a newer text by now" in shown
    assert "ask author for a new link" in shown
    assert "A secret new title" not in shown


def test_a_text_that_was_published_since_is_no_draft(client: Client, people: People, now: datetime) -> None:
    edition = page(people, now - timedelta(hours=1))
    assert "This text has been published since" in page_text(get(client, at(link(edition, people, now))))


# What opens nothing


def test_a_wrong_a_foreign_and_a_malformed_address_are_alike(
    client: Client, people: People, now: datetime, draft: Edition
) -> None:
    made = link(draft, people, now)
    other = link(make_page(people, now, slug="other"), people, now)
    pages = set()
    for address in (
        at(made, "es"),  # not of this link
        at(made, "de"),
        "/preview/" + "x" * 43 + "/en/",
        f"/preview/{made.token[:-1]}/en/",
        f"/preview/{made.link.token_hash}/en/",
        "/preview/%00/en/",
        "/preview/x/",
    ):
        response = get(client, address)
        assert response.status_code == 404, address
        assert response["Referrer-Policy"] == "no-referrer"
        pages.add(body(response))
    assert len(pages) == 1
    shown = unescape(pages.pop())
    for language in ("en", "fr", "es"):
        assert f'<section lang="{language}">' in shown
        assert words(language, "This preview link opens nothing") in shown
    assert get(client, at(other)).status_code == 200


def test_the_holder_of_an_expired_or_revoked_link_is_told(
    client: Client, people: People, now: datetime, draft: Edition
) -> None:
    expired = link(draft, people, now - timedelta(days=3), days=2)
    revoked = link(draft, people, now)
    links.revoke(revoked.link, by=people.author, now=now)
    for made, sentence in ((expired, "This preview link has expired"), (revoked, "This preview link was revoked")):
        for response in (get(client, at(made)), send(client, at(made), {"name": "Ana", "text": "Hm.", "do": "remark"})):
            assert response.status_code == 410
            for language in ("en", "fr", "es"):
                assert words(language, sentence) in page_text(response)
    assert not Remark.objects.exists()


def test_the_holder_is_told_that_the_text_was_given_up_or_withdrawn(
    client: Client, people: People, now: datetime, draft: Edition
) -> None:
    live = page(people, now - timedelta(hours=1), slug="visas")
    discarded, withdrawn = link(draft, people, now), link(live, people, now)
    transitions.discard(builders.fresh(draft), by=people.author, now=now)
    transitions.withdraw(live, by=people.publisher, now=now, explanation=texts("Old"))
    for made, sentence in (
        (discarded, "The draft behind this preview link was given up"),
        (withdrawn, "The page behind this preview link was withdrawn"),
    ):
        for response in (
            client.get(f"/preview/{made.token}/"),
            get(client, at(made)),
            send(client, at(made), {"name": "Ana", "text": "Hm.", "do": "remark"}),
        ):
            assert response.status_code == 410
            for language in ("en", "fr", "es"):
                assert words(language, sentence) in page_text(response)
    assert not Remark.objects.exists()


def test_whoever_guesses_is_stopped_for_an_hour(
    client: Client, people: People, now: datetime, draft: Edition, settings: Any
) -> None:
    settings.PREVIEW_GUESSES = 3
    made = link(draft, people, now)
    for number in range(3):
        assert get(client, f"/preview/guess-{number}/en/").status_code == 404
    response = get(client, at(made))
    assert response.status_code == 429
    assert int(response["Retry-After"]) > 0
    assert client.get(at(made), REMOTE_ADDR="203.0.113.9").status_code == 200


# Files and papers


def test_files_of_the_text_stand_under_the_link(
    client: Client, people: People, now: datetime, settings: Any, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    kept = store.keep_upload(SimpleUploadedFile("Draft.txt", b"secret"))
    attached = {
        "title": texts("File"), "file": kept.file, "sha256": kept.sha256, "size": kept.size,
        "media_type": kept.media_type, "language": "",
    }  # fmt: skip
    made = link(make_page(people, now, parts={"attachment": [attached]}), people, now)
    other = link(make_page(people, now, slug="other"), people, now)
    path = f"file/{kept.sha256}/Draft.txt"
    assert path in body(get(client, at(made)))
    response = client.get(at(made, rest=path))
    assert b"".join(response) == b"secret"  # type: ignore[call-overload]
    assert response["Referrer-Policy"] == "no-referrer"
    foreign = get(client, at(other, rest=path))
    assert foreign.status_code == 404
    assert foreign["Referrer-Policy"] == "no-referrer"
    assert other.token not in body(foreign)
    assert get(client, at(made, "es", path)).status_code == 404
    assert get(client, f"/files/{kept.sha256}/Draft.txt").status_code == 404
    assert PreviewLink.objects.get(pk=made.link.pk).opened_count == 1


def test_a_report_can_be_printed(client: Client, people: People, now: datetime) -> None:
    fields = {"year": 2024, "message": {c: f"<p>Message {c}</p>" for c in ("en", "fr", "es")}}
    made = link(make("annual_report", people, now, slug="r", fields=fields), people, now)
    response = client.get(at(made, "fr", "pdf/"))
    assert response.content.startswith(b"%PDF-")
    assert "no-store" in response["Cache-Control"]
    assert get(client, at(link(make_page(people, now, slug="p"), people, now), rest="pdf/")).status_code == 404


# What guests say


def test_a_guest_remarks(client: Client, people: People, now: datetime, draft: Edition) -> None:
    made = link(draft, people, now)
    path = re.search(r'value="(section/[0-9a-f-]{36})"', body(get(client, at(made, "fr"))))[1]  # type: ignore[index]
    given = {"name": "Ana", "text": "Trop long.", "path": path, "quotation": "Crossings body fr", "do": "remark"}
    response = send(client, at(made, "fr"), given)
    assert response.status_code == 303
    assert response["Location"] == at(made, "fr", "?said=remark#guest")
    remark = Remark.objects.get()
    assert (remark.path, remark.language, remark.link) == (f"{path}/body", "fr", made.link)
    assert remark.entries.get().guest_name == "Ana"
    assert words("fr", "Thank you. The editors have your remark.") in page_text(get(client, response["Location"]))
    assert send(client, at(made, "fr"), given).status_code == 303
    assert Remark.objects.count() == 1


def test_a_guest_agrees_and_signs_nothing(client: Client, people: People, now: datetime, draft: Edition) -> None:
    reviewed = transitions.submit(draft, by=people.author, now=now)
    made = link(reviewed, people, now)
    for _time in range(2):
        response = send(client, at(made), {"name": "Government of Canada", "do": "agree"})
        assert response.status_code == 303
    assert GuestAgreement.objects.count() == 1
    assert not SignOff.objects.exists()
    assert Edition.objects.get(pk=reviewed.pk).state == "in_review"


def test_what_is_refused_comes_back(client: Client, people: People, now: datetime, draft: Edition) -> None:
    made = link(draft, people, now)
    for given, kept in (
        ({"name": "", "text": "My long thoughts", "do": "remark"}, "My long thoughts"),
        ({"name": "Ana & Co", "text": " ", "do": "remark"}, "Ana & Co"),
        ({"name": "", "text": "Half of it", "do": "agree"}, "Half of it"),
        ({"name": "Ana", "text": "Kept text", "path": "section/nothing", "do": "remark"}, "Kept text"),
        ({"name": "Ana", "text": "Words", "quotation": "Not in there", "do": "remark"}, "Not in there"),
    ):
        response = send(client, at(made), given)
        assert response.status_code == 422
        assert kept in page_text(response)
        assert 'role="alert"' in body(response)
    assert not Remark.objects.exists()
    assert not GuestAgreement.objects.exists()


def test_forms_of_others_programs_and_too_many_are_not_heard(
    client: Client, people: People, now: datetime, draft: Edition, settings: Any
) -> None:
    made = link(draft, people, now)
    given = {"name": "Ana", "text": "Hello", "do": "remark"}
    foreign = client.post(at(made), "name=Ana&text=Hello", content_type="application/x-www-form-urlencoded")
    assert foreign.status_code == 403
    assert "Hello" in page_text(foreign)
    assert send(client, at(made), {**given, "website": "spam"}).status_code == 303
    assert not Remark.objects.exists()
    settings.VISITOR_LIMITS = {"sender": 3, "page": 100, "site": 100}
    answers = [send(client, at(made), {**given, "text": f"Number {n}"}).status_code for n in range(4)]
    assert answers == [303, 303, 429, 429]
    assert client.post(at(made), given).status_code == 400  # multipart comes from no form of ours
    assert client.put(at(made)).status_code == 405


def test_opening_takes_few_queries_whatever_was_said(
    client: Client, people: People, now: datetime, draft: Edition
) -> None:
    made = link(draft, people, now)

    def cost() -> int:
        get(client, at(made))
        with CaptureQueriesContext(connection) as captured:
            assert get(client, at(made)).status_code == 200
        return len(captured)

    before = cost()
    for number in range(10):
        links.agree(made.token, language="en", name=f"Guest {number}", now=now)
        remark_by_guest(made.token, language="en", name="Ana", text=f"{number}", now=now, where=Where())
    assert cost() == before <= 20


# Never public

SECRET = "Zanahoria"


def test_no_public_page_shows_a_word_of_remarks_links_or_drafts(client: Client, people: People, now: datetime) -> None:
    live = page(people, now - timedelta(hours=2), parts={"section": [section("Open")]})
    made = link(live, people, now - timedelta(hours=1), label=f"{SECRET} office")
    for number, where in enumerate((Where(), Where("title", "fr"), Where("", "en", "Open body en"))):
        posted = threads.open_thread(
            live, by=people.reviewer_ca, now=now, text=f"{SECRET} {number}", where=where, must_fix=number == 1
        )
        threads.reply(posted.entry.remark, by=people.author, now=now, text=f"{SECRET} again", edition=live)
    remark_by_guest(made.token, language="en", name=SECRET, text=SECRET, now=now, where=Where())
    links.agree(made.token, language="en", name=f"{SECRET} II", now=now)
    make_page(people, now, slug=SECRET.lower())

    def ask(address: str) -> Answer:
        response: Any = client.get(address)
        whole = b"".join(response) if response.streaming else response.content
        return Answer(address, response.status_code, response["Content-Type"], whole.decode(errors="replace"))

    found = [answer for language in ("en", "fr", "es") for answer in crawl(ask, language)]
    others = re.findall(r'href="(/[^"]+)"', " ".join(answer.text for answer in found))
    rest = sorted({unescape(address).partition("#")[0] for address in others} - {answer.address for answer in found})
    found += [ask(address) for address in rest if not address.startswith(("/static/", "/admin/"))]
    found += [ask(address) for address in ("/sitemap.xml", "/robots.txt", f"/en/search/?q={SECRET}")]
    assert len(found) > 60
    told = [
        answer.address
        for answer in found
        if SECRET.lower() in answer.text.lower().replace(f"q={SECRET.lower()}", "") and "search" not in answer.address
    ]
    assert told == []
    assert not any("/preview/" in answer.text for answer in found)
    searched = ask(f"/en/search/?q={SECRET}").text
    assert f"{SECRET} 0" not in searched
    assert uuid(live) not in searched
