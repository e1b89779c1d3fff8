"""Odd and extreme dates, posted to every field and address that takes one: refused in words, or sound."""

from contextlib import suppress
from datetime import datetime, timedelta
from html import escape
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import lxml.html
import pytest
from django.core.exceptions import ValidationError
from django.db.models import DateTimeField, IntegerField
from django.test import Client
from django.urls import reverse

from editorial import releases
from editorial.admin.form import fields
from editorial.content import canonical, dates, kinds
from editorial.models import Assignment, Discussion, Document, Edition, Release
from editorial.staff import renaming
from tests.attacks import rows
from tests.browserless import fields_of, problems
from tests.builders import approve, fresh, make, publish, section, texts, theme
from tests.cooperation import register
from tests.cooperation.date_screens import all_falling, falling
from tests.cooperation.site import figure, mechanism, page, uuid
from tests.cooperation.test_admin_form import sign_in
from tests.people import People

pytestmark = pytest.mark.django_db

DAYS = (
    "0000", "0000-00-00", "0001-01-01", "1582-10-10", "1799-12-31", "1800-01-01", "2200-12-31", "2201-01-01",
    "9998-12-31", "9999-12-30", "9999-12-31", "10000-01-01", "2024-02-30", "2023-02-29", "2024-02-29", "-0001-01-01",
    "infinity", "-infinity",
    "２０２４-０１-０１", "2024-W01-1", "2024-001", "01/02/2024", "today", "", " ", "'; --", "\u202e2024-01-01",
    "9" * 5000, "2024-01-01" * 500,
)  # fmt: skip
#: Date, time and zone: where the calendar ends, leap seconds, hours that a zone skips (March) or has twice (November).
MOMENTS = (
    ("9999-12-31", "23:59", "America/Toronto"), ("0001-01-01", "00:00", "America/Mexico_City"),
    ("10000-01-01", "00:00", "UTC"),
    ("2030-06-30", "23:59:60", "UTC"), ("2030-01-01", "24:00", "UTC"), ("2030-03-10", "02:30", "America/Toronto"),
    ("2030-11-03", "01:30", "America/Toronto"), ("1996-04-07", "02:30", "America/Mexico_City"),
    ("2200-12-31", "23:59", "America/Toronto"), ("2201-01-01", "00:00", "UTC"), ("1799-12-31", "23:59", "UTC"),
    ("infinity", "now", "UTC"), ("2030-01-01", "", "UTC"), ("", "12:00", "UTC"), ("2030-01-01", "12:00", "Mars/Phobos"),
    ("２０３０-０１-０１", "12:00", "UTC"), ("9" * 5000, "9" * 5000, "9" * 5000),
)  # fmt: skip


def with_dates(kind: str, people: People, now: datetime) -> Any:
    """A complete draft of a kind, with a figure and another name."""
    register.tables()
    parts = {
        "figure": [figure(value="23")],
        "othername": [{"name": texts("Alias"), "note": texts("in old texts"), "from_year": 2004, "to_year": 2010}],
    }
    parts = {
        name: rows_ for name, rows_ in parts.items() if name in map(canonical.part_name, kinds.get_kind(kind).parts)
    }
    if kind in register.KINDS:
        return register.draft(kind, people, now, parts={**register.PARTS[kind], **parts})
    values = {"year": 2021, "mechanism": uuid(mechanism(people, now))} if kind == "annual_report" else {}
    return make(kind, people, now, slug=kind.replace("_", "-"), fields=values, parts={"section": [section()], **parts})


def dated_inputs(kind: str, data: dict[str, Any]) -> dict[str, Any]:
    """The inputs of the edit form that take a date or a year: name → field of the model."""
    found = kinds.get_kind(kind)
    fields_ = {field.name: field for field in dates.dated(found.model)}
    for part in found.parts:
        name = canonical.part_name(part)
        fields_ |= {f"{name}-0-{field.name}": field for field in dates.dated(part)}
    return {name: field for name, field in fields_.items() if name in data}


#: Of the days above those that tell forms apart: too early, the first, the last, too late, no day, none, too long.
TELLING = (
    "0001-01-01",
    "1799-12-31",
    "1800-01-01",
    "2200-12-31",
    "2201-01-01",
    "9999-12-31",
    "2024-02-30",
    "9" * 5000,
    "",
)


@pytest.mark.parametrize("kind", [one.key for one in kinds.all_kinds() if one.key != "note"])
def test_every_date_of_content(kind: str, people: People, now: datetime) -> None:
    edition = with_dates(kind, people, now)
    meta = kinds.get_kind(kind).model._meta
    address = reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=(edition.pk,))
    client = sign_in(people.author)
    client.raise_request_exception = False
    data = fields_of(client.get(address))
    inputs = dated_inputs(kind, data)
    assert len(inputs) >= 2, inputs
    kept = []
    for odd in TELLING:
        typed = {name: odd[:4] if isinstance(field, IntegerField) else odd for name, field in inputs.items()}
        answer = client.post(address, {**data, **typed, "_continue": "1"})
        assert answer.status_code in (200, 302), (odd[:40], answer.status_code)
        if answer.status_code == 302:
            kept.append(odd)
            data = fields_of(client.get(address))
        else:
            assert len(problems(answer)) >= 1, odd[:40]
            assert {name: fields_of(answer)[name] for name in typed} == typed, odd[:40]
        assert dates.beyond(canonical.content_of(fresh(edition))) == set(), odd[:40]
    assert kept == ["1800-01-01", "2200-12-31"] + [""] * (kind != "annual_report")  # a report has its year
    assert all_falling(people.author, fresh(edition)) == []


@pytest.mark.parametrize(
    "field",
    [field for kind in kinds.all_kinds() for model in (kind.model, *kind.parts) for field in dates.dated(model)],
    ids=str,
)
def test_every_odd_day_in_every_field(field: Any) -> None:
    choices = fields.Choices()
    made: Any = fields.make(field.model, [field.name], scope=fields.Scope(frozenset(["en"]), True), choices=choices)
    for odd in DAYS:
        typed = [odd, "12:00", "UTC"] if isinstance(field, DateTimeField) else odd
        with suppress(ValidationError):
            value = fields.cleaned(made[field.name], made[field.name].clean(typed))
            assert value is None or not dates.problems(field, str(value)), odd[:40]


def moments(name: str, moment: tuple[str, str, str]) -> dict[str, str]:
    """The three inputs of an instant."""
    return dict(zip((f"{name}_date", f"{name}_time", f"{name}_zone"), moment, strict=True))


def the_form(answer: Any, name: str) -> dict[str, Any]:
    """What the form that has a field of this name would send back as it stands."""
    html = lxml.html.fromstring(answer.content.decode())
    (form,) = html.xpath("//form[.//*[@name=$name]]", name=name)
    form.set("id", "the-form")
    return fields_of(SimpleNamespace(content=lxml.html.tostring(html)), "the-form")


def assert_words(answer: Any, *typed: str) -> None:
    """Refused in words, with what was typed; or done."""
    assert answer.status_code in (200, 302, 409), (answer.status_code, typed)
    if answer.status_code != 302:
        body = answer.content.decode()
        assert "errorlist" in body or "callout-error" in body, typed
        assert all(escape(text.strip()) in body for text in typed), typed


def in_bounds(table: str, column: str, now: datetime) -> bool:
    """Whether a column of instants holds no plan that nobody may make."""
    far = now + timedelta(days=366 * 20)
    return rows(f"SELECT count(*) FROM {table} WHERE {column} > %s OR {column} < '1800-01-01'", far) == [(0,)]


def test_every_moment_of_a_step(people: People, now: datetime) -> None:
    approved = approve(make("page", people, now), people, now)
    live = page(people, now - timedelta(days=1), slug="live")
    client = sign_in(people.publisher)
    client.raise_request_exception = False
    schedule, withdraw = (
        reverse("admin:cooperation_page_transition", args=(each.pk, verb))
        for each, verb in ((approved, "schedule"), (live, "withdraw"))
    )
    explained = {f"explanation_{code}": "Because" for code in ("en", "fr", "es")}
    for moment in MOMENTS:
        for address, name in ((schedule, "at"), (schedule, "until"), (withdraw, "at")):
            data = {**the_form(client.get(address), "at_date"), **explained}
            if name == "until":
                data |= moments("at", ((now + timedelta(days=2)).date().isoformat(), "12:00", "UTC"))
            answer = client.post(address, {**data, **moments(name, moment)})
            assert_words(answer, *moment[:2])
            for table, column in (
                ("editorial_edition", "lower(live_during)"), ("editorial_edition", "upper(live_during)"),
                ("editorial_withdrawal", "at"),
            ):  # fmt: skip
                assert in_bounds(table, column, now), (address, moment)
            for each in (approved, live):
                row = fresh(each)
                plan = row.state == "published" and (row.live_during.lower > now or row.live_during.upper)
                if plan:
                    undo = reverse("admin:cooperation_page_transition", args=(each.pk, "unschedule"))
                    assert client.post(undo, the_form(client.get(undo), "version")).status_code == 302
    assert all_falling(people.publisher, fresh(approved), fresh(live)) == []


def test_every_moment_of_an_embargo(people: People, now: datetime) -> None:
    edition = register.draft("statement", people, now)
    address = reverse("admin:cooperation_statement_change", args=(edition.pk,))
    client = sign_in(people.author)
    client.raise_request_exception = False
    for moment in MOMENTS:
        data = {**fields_of(client.get(address)), **moments("embargo_until", moment), "_continue": "1"}
        answer = client.post(address, data)
        assert_words(answer, *moment[:2])
        assert in_bounds("cooperation_statement", "embargo_until", now), moment
    assert all_falling(people.author, fresh(edition)) == []


def test_every_moment_of_releases_and_comments(people: People, now: datetime) -> None:
    live = page(people, now - timedelta(days=1))
    release = releases.create(title="All", by=people.publisher, now=now)
    releases.add(release, approve(make("page", people, now, slug="new"), people, now), by=people.publisher, now=now)
    releases.freeze(release, by=people.publisher, now=now)
    client = sign_in(people.superuser)
    client.raise_request_exception = False
    add, switch = reverse("admin:editorial_release_add"), reverse("admin:editorial_discussion_add")
    describe, schedule = (
        reverse("admin:editorial_release_step", args=(release.pk, step)) for step in ("describe", "schedule")
    )
    page_address = f"/en/pages/{live.slug_en}/"
    for moment in MOMENTS:
        row = Release.objects.get(pk=release.pk)
        if row.public_at is not None:
            row = releases.unschedule(row, by=people.publisher, now=now)
        planned = {"title": "All", "note": "", "version": row.version, **moments("planned_for", moment)}
        assert_words(client.post(add, planned), *moment[:2])
        assert_words(client.post(describe, planned), *moment[:2])
        row.refresh_from_db()
        assert_words(client.post(schedule, {"version": row.version, **moments("at", moment)}), *moment[:2])
        assert_words(
            client.post(switch, {"document": page_address, "is_on": "on", **moments("closes_at", moment)}), *moment[:2]
        )
        assert in_bounds("editorial_release", "planned_for", now), moment
        assert in_bounds("editorial_release", "public_at", now), moment
        assert in_bounds("editorial_discussion", "closes_at", now), moment
        Discussion.objects.all().delete()
    assert all_falling(people.superuser, live) == []


def test_every_moment_of_a_name(people: People, now: datetime) -> None:
    live = page(people, now - timedelta(days=1), parts={"themetag": [{"theme": theme().code}]})
    row = renaming.row_of(theme())
    client = sign_in(people.superuser)
    client.raise_request_exception = False
    address = reverse("admin:names", args=(row.pk,))
    for moment in MOMENTS:
        names = {f"rename-name_{code}": f"Calm {code}" for code in ("en", "fr", "es")}
        typed = {"do": "rename", **names, "rename-reason": "By law", **moments("rename-at", moment)}
        assert_words(client.post(address, typed), *moment[:2])
        assert in_bounds("editorial_rename", "at", now), moment
        for act in row.renames.filter(dropped_at__isnull=True):
            renaming.drop(act, by=people.superuser, now=now)
    assert all_falling(people.superuser, live) == []


def test_every_day_of_work_and_documents(people: People, now: datetime) -> None:
    draft = make("page", people, now)
    client = sign_in(people.superuser)
    client.raise_request_exception = False
    assign = reverse("admin:cooperation_page_assign", args=(draft.pk,))
    bulk = reverse("admin:cooperation_page_bulk", args=("assign",))
    read_again = reverse("admin:cooperation_page_bulk", args=("set_review_by",))
    document = reverse("admin:editorial_document_change", args=(draft.document_id,))
    assert client.get(document).status_code == 200
    for odd in DAYS:
        person = str(people.author.pk)
        many = {"items": [str(draft.pk)], "run": str(uuid4())}
        for address, data in (
            (assign, {"to": person, "due": odd}),
            (bulk, {**many, "to": person, "due": odd}),
            (read_again, {**many, "run": str(uuid4()), "review_by": odd}),
            (document, {**the_form(client.get(document), "review_by"), "review_by": odd}),
        ):
            assert_words(client.post(address, data), odd)
        far = now.date().replace(year=now.year + 21)
        assert not Assignment.objects.filter(due_on__gt=far).exists(), odd
        assert not Document.objects.filter(review_by__gt=far).exists(), odd
    assert all_falling(people.superuser, draft) == []


def test_every_address_that_takes_a_date(people: People, now: datetime) -> None:
    publish(register.draft("meeting", people, now - timedelta(days=1)), people, now - timedelta(days=1))
    live = page(people, now - timedelta(days=1))
    public = Client()
    odd = (
        *DAYS,
        *(f"{day}T{clock}" for day, clock, _zone in MOMENTS),
        "0001-01-01T00:00+14:00",
        "9999-12-31T23:59-12:00",
    )
    for text in odd:
        for address in (f"/en/pages/{live.slug_en}/", "/en/meetings.ics", "/api/v1/pages", "/en/search/"):
            answer = public.get(address, {"at": text})
            assert answer.status_code in (200, 301, 302, 400, 404), (address, text[:40], answer.status_code)
            if text.startswith(("0001", "1582", "1799")) and "T" not in text and not address.startswith("/api"):
                assert answer.status_code == 404
                assert "Jan. 1, 1800" in answer.content.decode(), (address, text)
        for address in (
            "/en/meetings/",
            "/en/statements/",
            "/en/agreements/",
            "/en/working-groups/",
            "/en/annual-reports/",
        ):
            assert public.get(address, {"year": text}).status_code < 500, (address, text[:40])
    desk = reverse("admin:desk_scheduled")
    months = [
        "0000-00",
        "0001-01",
        "1800-01",
        "9998-12",
        "9999-12",
        "10000-01",
        "-1-1",
        "9" * 5000,
        "９９９９-12",
        "2024-13",
    ]
    assert falling(sign_in(people.publisher), [f"{desk}?month={month}" for month in months]) == []
    assert Edition.objects.count() == 2
