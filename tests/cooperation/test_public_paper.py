"""A report as PDF at its public address: there exactly while the report is."""

import io
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pypdf
import pytest
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cooperation.models import ReportFile
from cooperation.pdf import report as report_data
from cooperation.pdf import store, typesetting
from editorial.base.files import store as files_store
from editorial.content.kinds import NotMade
from editorial.workflow import drafts, transitions
from tests.builders import approve, attest_all, fresh, make, publish
from tests.cooperation.site import body, days, get, group, report, withdraw
from tests.editorial.desk import as_
from tests.jobs import waiting, work_off
from tests.people import People, make_people

pytestmark = pytest.mark.django_db

ENGLISH = "/en/annual-reports/report-2021-en.pdf"
FRENCH = "/fr/rapports-annuels/report-2021-fr.pdf"


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    """A storage of its own for every test."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def typeset(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles that were set in type, in order; the real typesetter sets them."""
    real, asked = typesetting.typeset, []

    def counted(template: str, data: dict[str, Any], *, at: datetime) -> bytes:
        asked.append(data["title"])
        return real(template, data, at=at)

    monkeypatch.setattr(typesetting, "typeset", counted)
    return asked


def whole(response: Any) -> bytes:
    """The bytes of a file's answer, which is closed as a server does."""
    data = b"".join(response.streaming_content)
    for close in response._resource_closers:
        close()
    return data


def title(pdf: bytes) -> str:
    """The title that a file names."""
    return str(pypdf.PdfReader(io.BytesIO(pdf)).metadata.title)


# While it is live


def test_a_live_report_is_had_as_pdf_in_every_language(client: Client, people: People, now: datetime) -> None:
    report(people, now)
    for language, address in (
        ("en", ENGLISH),
        ("fr", FRENCH),
        ("es", "/es/informes-anuales/report-2021-es.pdf"),
    ):
        answer = get(client, address)
        assert answer.status_code == 200
        assert answer["Content-Type"] == "application/pdf"
        assert answer["Content-Language"] == language
        assert answer["Cache-Control"] == "no-cache"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Link"] == f'<http://testserver{address.removesuffix(".pdf")}/>; rel="canonical"'
        data = whole(answer)
        assert int(answer["Content-Length"]) == len(data)
        assert title(data) == f"Report 2021 {language}"


def test_it_has_a_name_that_every_system_can_keep(client: Client, people: People, now: datetime) -> None:
    named = {"en": 'Canada: a "year"/<2021>', "fr": "Année : l’été 2021", "es": "Año 2021"}
    report(people, now)
    draft = make("annual_report", people, now, slug="named", fields={"year": 2020, "title": named})
    publish(draft, people, now)
    french = get(client, "/fr/rapports-annuels/named-fr.pdf")
    whole(french)
    assert french["Content-Disposition"] == (
        "inline; filename=\"named-fr.pdf\"; filename*=UTF-8''Ann%C3%A9e%20l%E2%80%99%C3%A9t%C3%A9%202021.pdf"
    )
    english = get(client, "/en/annual-reports/named-en.pdf")
    whole(english)
    assert english["Content-Disposition"].endswith("filename*=UTF-8''Canada%20a%20year%202021.pdf")


def test_a_browser_that_has_it_is_not_sent_it_again(client: Client, people: People, now: datetime) -> None:
    report(people, now)
    first = get(client, ENGLISH)
    whole(first)
    for header in (first["ETag"], f'"x", {first["ETag"]}', f"W/{first['ETag']}"):
        again = get(client, ENGLISH, if_none_match=header)
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    head = client.head(ENGLISH)
    whole(head)
    assert (head.status_code, head["ETag"], head["Content-Length"]) == (200, first["ETag"], first["Content-Length"])
    assert client.post(ENGLISH).status_code == 405


def test_the_page_offers_it_with_format_size_and_language(client: Client, people: People, now: datetime) -> None:
    report(people, now)
    page = "/fr/rapports-annuels/report-2021-fr/"
    before = body(get(client, page))
    assert f'href="{FRENCH}" hreflang="fr"' in before
    work_off()
    after = body(get(client, page))
    size = ReportFile.objects.get(language="fr").size
    assert f"PDF, {size / 1024:.1f}".replace(".", ",") in after.replace("\xa0", " ")
    assert "français" in after.lower()


def test_the_page_asks_once_more_for_it(client: Client, people: People, now: datetime) -> None:
    report(people, now)
    page = "/fr/rapports-annuels/report-2021-fr/"
    get(client, page)
    with CaptureQueriesContext(connection) as asked:
        get(client, page)
    assert len(asked) <= 8
    assert len([query for query in asked if "reportfile" in query["sql"]]) == 1


# While it is not


def test_nothing_is_told_of_what_was_never_public(
    client: Client, people: People, now: datetime, later: datetime
) -> None:
    draft = make("annual_report", people, now, slug="draft", fields={"year": 2021})
    assert get(client, "/en/annual-reports/draft-en.pdf").status_code == 404
    transitions.schedule(approve(draft, people, now), by=people.publisher, now=now, at=later)
    work_off()
    assert ReportFile.objects.count() == 3
    assert get(client, "/en/annual-reports/draft-en.pdf").status_code == 404
    assert get(client, f"/en/annual-reports/draft-en.pdf?at={later.date() + timedelta(days=3)}").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/en/annual-reports/nothing.pdf", "/en/pages/border-en.pdf", "/en/nothing/x.pdf", "/en/annual-reports/.pdf",
        "/de/annual-reports/report-2021-en.pdf", "/fr/annual-reports/report-2021-en.pdf",
        "/en/annual-reports/report-2021-fr.pdf", f"{ENGLISH}/", f"{ENGLISH}?at=2999-01-01", f"{ENGLISH}?at=%00",
        f"{ENGLISH}?at=1999-01-01", "/en/annual-reports/report-2021-en.PDF", "/en/annual-reports/a%00b.pdf",
    ],
)  # fmt: skip
def test_an_address_that_leads_nowhere(client: Client, people: People, now: datetime, path: str) -> None:
    report(people, now)
    assert get(client, path).status_code == 404


def test_a_withdrawn_report_is_gone_with_its_file(client: Client, people: People, now: datetime) -> None:
    gone = report(people, now - days(5))
    work_off()
    withdraw(gone, people, now - days(2))
    answer = get(client, FRENCH)
    assert answer.status_code == 410
    assert "C’était inexact." in body(answer)
    assert get(client, FRENCH, if_none_match=f'"{ReportFile.objects.get(language="fr").sha256}"').status_code == 410
    then = get(client, f"{FRENCH}?at={(now - days(3)).date()}")
    assert then.status_code == 200
    assert then["X-Robots-Tag"] == "noindex"
    assert title(whole(then)) == "Report 2021 fr"
    assert get(client, f"{FRENCH}?at={(now - days(9)).date()}").status_code == 404


def test_a_past_moment_has_the_file_of_its_own_edition(client: Client, people: People, now: datetime) -> None:
    old = report(people, now - days(9))
    draft = transitions.revise(old, by=people.author, now=now - days(3))
    with drafts.edit(draft, by=people.author, now=now - days(3)) as row:
        row.title_fr = "Le rapport corrigé"
        row.slug_fr = "corrige-fr"
        row.save()
    attest_all(draft, people, now - days(3))
    publish(draft, people, now - days(3))
    assert title(whole(get(client, "/fr/rapports-annuels/corrige-fr.pdf"))) == "Le rapport corrigé"
    moved = get(client, FRENCH)
    assert (moved.status_code, moved["Location"]) == (301, "/fr/rapports-annuels/corrige-fr.pdf")
    assert title(whole(get(client, f"{FRENCH}?at={(now - days(5)).date()}"))) == "Report 2021 fr"


def test_a_language_that_is_to_follow_has_no_file(client: Client, people: People, now: datetime) -> None:
    draft = make("annual_report", people, now, slug="two", fields={"year": 2021}, attest=False)
    drafts.attest(draft, "fr", by=people.translator_fr, now=now)
    drafts.grant_exception(draft, "es", by=people.administrator, now=now, reason="Spanish to follow")
    publish(draft, people, now)
    work_off()
    assert sorted(ReportFile.objects.values_list("language", flat=True)) == ["en", "fr"]
    assert get(client, "/es/informes-anuales/two-es.pdf").status_code == 404
    whole(get(client, "/fr/rapports-annuels/two-fr.pdf"))


# Made once


def test_a_publication_has_it_made_once(
    client: Client, people: People, now: datetime, typeset: list[str], media: Path
) -> None:
    edition = report(people, now)
    assert [job.args for job in waiting("cooperation.report_pdf")] == [{"edition": edition.pk}]
    assert [job.status for job in work_off()] == ["succeeded"]
    assert len(typeset) == 3
    for address in (ENGLISH, FRENCH, ENGLISH):
        whole(get(client, address))
    store.file_of(fresh(edition), "en", moment=now, now=now)
    assert len(typeset) == 3
    row = ReportFile.objects.get(language="en")
    stored = (media / files_store.stored_name(row.sha256)).read_bytes()
    assert (len(stored), stored[:5]) == (row.size, b"%PDF-")


def test_who_comes_before_the_job_has_it_made(
    client: Client, people: People, now: datetime, typeset: list[str]
) -> None:
    report(people, now)
    first = whole(get(client, FRENCH))
    assert len(typeset) == 1
    work_off()
    assert len(typeset) == 3, "what is there already is not made again"
    assert whole(get(client, FRENCH)) == first


def test_a_scheduled_report_is_ready_at_its_second(
    client: Client, people: People, now: datetime, typeset: list[str]
) -> None:
    begin = now + timedelta(hours=1)
    draft = make("annual_report", people, now, slug="soon", fields={"year": 2021})
    edition = transitions.schedule(approve(draft, people, now), by=people.publisher, now=now, at=begin)
    work_off()
    assert len(typeset) == 3
    store.file_of(fresh(edition), "en", moment=begin, now=begin)
    assert len(typeset) == 3


def test_a_moved_schedule_has_another_file_and_one_taken_back_none(
    people: People, now: datetime, typeset: list[str]
) -> None:
    draft = make("annual_report", people, now, slug="soon", fields={"year": 2021})
    edition = transitions.schedule(approve(draft, people, now), by=people.publisher, now=now, at=now + days(1))
    edition = transitions.unschedule(edition, by=people.publisher, now=now)
    work_off()
    assert typeset == []
    edition = transitions.schedule(edition, by=people.publisher, now=now, at=now + days(2))
    work_off()
    edition = transitions.unschedule(edition, by=people.publisher, now=now)
    transitions.schedule(edition, by=people.publisher, now=now, at=now + days(3))
    work_off()
    assert ReportFile.objects.filter(language="en").count() == 2


def test_an_urgent_report_says_so_until_it_is_confirmed(client: Client, people: People, now: datetime) -> None:
    draft = make("annual_report", people, now - days(1), slug="urgent", fields={"year": 2021})
    urgent = transitions.publish_urgently(draft, by=people.publisher, now=now - days(1), reason="A flood")
    said = whole(get(client, "/en/annual-reports/urgent-en.pdf"))
    transitions.confirm(urgent, by=people.reviewer_ca, now=now)
    work_off()
    confirmed = whole(get(client, "/en/annual-reports/urgent-en.pdf"))
    first_page = [pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text() for pdf in (said, confirmed)]
    assert ["Published urgently" in text for text in first_page] == [True, False]


def test_a_file_that_the_storage_lost_is_made_again_the_same(
    client: Client, people: People, now: datetime, media: Path
) -> None:
    report(people, now)
    first = whole(get(client, ENGLISH))
    (media / files_store.stored_name(ReportFile.objects.get().sha256)).unlink()
    assert whole(get(client, ENGLISH)) == first
    assert ReportFile.objects.count() == 1


@pytest.mark.parametrize("found", [b"%PDF-", b""])
def test_a_file_of_which_a_part_is_left_is_made_again_the_same(
    client: Client, people: People, now: datetime, media: Path, found: bytes
) -> None:
    report(people, now)
    first = whole(get(client, ENGLISH))
    path = media / files_store.stored_name(ReportFile.objects.get().sha256)
    path.write_bytes(found)
    assert whole(get(client, ENGLISH)) == first
    assert path.read_bytes() == first


def test_a_file_that_cannot_be_made_as_it_was_is_not_available(
    client: Client, people: People, now: datetime, media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its row stays on record, so other bytes cannot take its place."""
    report(people, now)
    whole(get(client, ENGLISH))
    (media / files_store.stored_name(ReportFile.objects.get().sha256)).unlink()
    monkeypatch.setattr(store.typesetting, "typeset", lambda *_given, **_named: b"%PDF- by another typesetter")
    assert get(client, ENGLISH).status_code == 503


def test_a_full_disk_makes_no_file_and_the_page_says_so(
    client: Client, people: People, now: datetime, settings: Any
) -> None:
    report(people, now)
    storages = settings.STORAGES
    settings.STORAGES = {**storages, "default": {"BACKEND": "tests.storages.FullDisk"}}
    assert get(client, ENGLISH).status_code == 503
    assert not ReportFile.objects.exists()
    settings.STORAGES = storages
    assert whole(get(client, ENGLISH)).startswith(b"%PDF-")


def test_a_new_way_of_making_files_makes_them_anew(
    client: Client, people: People, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    report(people, now)
    whole(get(client, ENGLISH))
    monkeypatch.setattr(report_data, "VERSION", report_data.VERSION + 1)
    whole(get(client, ENGLISH))
    assert ReportFile.objects.count() == 2


def test_what_was_given_to_the_public_stays_on_record(client: Client, people: People, now: datetime) -> None:
    report(people, now)
    whole(get(client, ENGLISH))
    for change in (lambda: ReportFile.objects.update(size=1), lambda: ReportFile.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_fault_in_the_making_is_told_and_tried_again(
    client: Client, people: People, now: datetime, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    edition = report(people, now)

    def broken(*args: Any, **kwargs: Any) -> bytes:
        raise NotMade("out of paper")

    with monkeypatch.context() as patch:
        patch.setattr(typesetting, "typeset", broken)
        answer = get(client, FRENCH)
        assert (answer.status_code, answer["Retry-After"]) == (503, "300")
        assert 'href="/fr/rapports-annuels/report-2021-fr/"' in body(answer)
        assert "out of paper" in caplog.text
        assert "out of paper" not in body(answer)
        assert [job.status for job in work_off()] == ["todo"]
        preview = reverse("admin:cooperation_annualreport_preview_paper", args=(edition.pk, "fr"))
        assert as_(people.author).get(preview).status_code == 302
    assert whole(get(client, FRENCH)).startswith(b"%PDF-")


@pytest.mark.django_db(transaction=True)
def test_of_many_who_come_at_once_one_makes_it(now: datetime, typeset: list[str]) -> None:
    people = make_people()
    report(people, now)
    start = Barrier(4)

    def ask(_number: int) -> bytes:
        start.wait()
        try:
            return whole(Client().get(ENGLISH))
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(ask, range(4)))
    assert len(set(found)) == 1
    assert len(typeset) == 1
    assert ReportFile.objects.count() == 1


# What publishing costs


def test_publishing_takes_one_statement_more_and_no_typesetting(
    people: People, now: datetime, typeset: list[str]
) -> None:
    group(people, now)
    draft = approve(make("annual_report", people, now, slug="cheap", fields={"year": 2021}), people, now)
    with CaptureQueriesContext(connection) as asked:
        transitions.publish(draft, by=people.publisher, now=now)
    deferred = [query["sql"] for query in asked if "procrastinate" in query["sql"]]
    assert [
        name for sql in deferred for name in ("cooperation.report_pdf", "editorial.tell_of_event") if name in sql
    ] == ["editorial.tell_of_event", "cooperation.report_pdf"]
    assert len(asked) <= 25
    assert typeset == []


# Previews


def test_staff_see_a_draft_as_pdf_and_nothing_keeps_it(client: Client, people: People, now: datetime) -> None:
    draft = make("annual_report", people, now, slug="draft", fields={"year": 2021})
    page = reverse("admin:cooperation_annualreport_preview", args=(draft.pk, "fr"))
    assert 'href="pdf/"' in body(as_(people.author).get(page))
    answer = as_(people.author).get(f"{page}pdf/")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert "Draft fr" in pypdf.PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()
    assert ReportFile.objects.count() == 0
    assert not default_storage.exists("attachments")
    assert client.get(f"{page}pdf/").status_code == 302
    assert as_(people.outsider).get(f"{page}pdf/").status_code == 403


def test_an_earlier_text_is_had_as_pdf_too(people: People, now: datetime) -> None:
    draft = make("annual_report", people, now, slug="draft", fields={"year": 2021})
    digest = fresh(draft).digest
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.title_en = "Something else"
        row.save()
    page = reverse("admin:cooperation_annualreport_preview", args=(draft.pk, "en"))
    assert f'href="pdf/?digest={digest}"' in body(as_(people.author).get(f"{page}?digest={digest}"))
    for query, expected in ((f"?digest={digest}", "Draft en"), ("", "Something else")):
        answer = as_(people.author).get(f"{page}pdf/{query}")
        assert title(answer.content) == expected
    assert as_(people.author).get(f"{page}pdf/?digest={'0' * 64}").status_code == 404


def test_a_kind_without_a_file_for_printing_has_no_preview_of_one(people: People, now: datetime) -> None:
    page = make("page", people, now)
    address = reverse("admin:cooperation_page_preview_paper", args=(page.pk, "en"))
    assert as_(people.author).get(address).status_code == 404


def test_the_names_of_groups_are_those_of_the_day_it_became_public(people: People, now: datetime) -> None:
    energy = group(people, now - days(9), "energy")
    edition = report(people, now - days(5), groups=[energy])
    draft = transitions.revise(energy, by=people.author, now=now - days(2))
    with drafts.edit(draft, by=people.author, now=now - days(2)) as row:
        row.title_en = "Energy and climate"
        row.save()
    attest_all(draft, people, now - days(2))
    publish(draft, people, now - days(2))
    made = store.file_of(fresh(edition), "en", moment=now, now=now)
    with default_storage.open(files_store.stored_name(made.sha256)) as opened:
        text = " ".join(page.extract_text() for page in pypdf.PdfReader(opened).pages)
    assert "Energy en" in text
    assert "Energy and climate" not in text
