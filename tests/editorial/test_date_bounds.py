"""Which days and instants exist, how what is beyond is read, and that no column which people fill is left out."""

import ast
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
from django.contrib.postgres.fields import RangeField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editorial import releases
from editorial.base.dates import bounds
from editorial.base.dates.partial import PartialDateField
from editorial.base.dates.safe import EARLIEST, LATEST, day_after, in_zone, read_day, read_instant
from editorial.models import Edition, Withdrawal
from editorial.visitors import comments
from editorial.workflow import assignment, transitions
from editorial.workflow.rules.permissions import NotAllowed
from tests.attacks import refused, rows, sql, triggers_off
from tests.builders import approve, fresh, make_page, publish
from tests.people import People

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
EXPLANATION = {"en": "It was wrong.", "fr": "C’était inexact.", "es": "Era incorrecto."}
ZONES = [ZoneInfo(name) for name in ("America/Toronto", "America/Mexico_City", "Pacific/Kiritimati", "Etc/GMT+12")]


@pytest.mark.parametrize(
    ("day", "exists"),
    [
        (date.min, False), (date(1799, 12, 31), False), (date(1800, 1, 1), True), (date(2024, 2, 29), True),
        (date(2200, 12, 31), True), (date(2201, 1, 1), False), (date.max, False),
    ],
)  # fmt: skip
def test_days_that_exist(day: date, exists: bool) -> None:
    assert (bounds.problem_of_day(day) == "") is exists


@pytest.mark.parametrize(
    ("instant", "exists"),
    [
        (datetime(1826, 3, 1, 11, 59, tzinfo=UTC), False), (datetime(1826, 3, 1, 12, tzinfo=UTC), True),
        (datetime(2046, 3, 1, 12, tzinfo=UTC), True), (datetime(2046, 3, 1, 12, 0, 1, tzinfo=UTC), False),
        (datetime.max.replace(tzinfo=ZoneInfo("America/Toronto")), False),
        (datetime.min.replace(tzinfo=timezone(timedelta(hours=14))), False),
    ],
)  # fmt: skip
def test_instants_that_may_be_planned(instant: datetime, exists: bool) -> None:
    assert (bounds.problem_of_plan(instant, now=NOW) == "") is exists


def test_a_leap_day_has_bounds_too() -> None:
    assert bounds.problem_of_plan(datetime(2104, 2, 28, tzinfo=UTC), now=datetime(2096, 2, 29, tzinfo=UTC)) == ""
    assert bounds.problem_of_plan(datetime(1890, 2, 28, tzinfo=UTC), now=datetime(2096, 2, 29, tzinfo=UTC)) != ""


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Give a date from Jan. 1, 1800 to Dec. 31, 2200."),
        ("fr", "Donnez une date du 1 janvier 1800 au 31 décembre 2200."),
        ("es", "Indique una fecha del 1 de enero de 1800 al 31 de diciembre de 2200."),
    ],
)
def test_the_refusal_says_what_to_do(language: str, words: str) -> None:
    with translation.override(language), pytest.raises(ValidationError) as refusal:
        bounds.check_day(date.max)
    assert refusal.value.messages == [words]


#: Whatever else the machine is doing.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=100)


@PATIENT
@given(st.datetimes(timezones=st.sampled_from(ZONES)), st.sampled_from(ZONES), st.timedeltas())
def test_reckoning_never_overflows(moment: datetime, zone: ZoneInfo, by: timedelta) -> None:
    there = in_zone(moment, zone)
    assert there.tzinfo is zone
    day_after(moment.date(), by.days)
    found = read_instant(moment.isoformat())
    assert found is not None
    assert found.tzinfo is UTC
    assert abs(found - in_zone(moment, UTC)) < timedelta(days=1)


@PATIENT
@given(st.text(max_size=40) | st.from_regex(r"-?[0-9]{0,6}-[0-9]{2}-[0-9]{2}([T ][0-9:+.]*)?( BC)?", fullmatch=True))
def test_any_text_is_read_or_is_none(text: str) -> None:
    read_day(text)
    read_instant(text)


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("10000-01-01T04:59:00+00:00", LATEST), ("294276-12-31 00:00:00+00", LATEST), ("infinity", LATEST),
        ("0044-03-15T00:00:00+00:00 BC", EARLIEST), ("-infinity", EARLIEST), ("9999-12-31T23:59:00-05:00", LATEST),
        ("0001-01-01T00:00:00+14:00", EARLIEST), ("2026-03-01T07:00:00-05:00", NOW), ("2026-03-01T12:00:00", NOW),
        ("soon", None), ("", None),
    ],
)  # fmt: skip
def test_reading_instants(text: str, instant: datetime | None) -> None:
    assert read_instant(text) == instant


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "value", "read"),
    [
        ("timestamptz", "10000-01-01 00:00+00", LATEST), ("timestamptz", "infinity", LATEST),
        ("timestamptz", "-infinity", EARLIEST), ("timestamptz", "0044-03-15 00:00+00 BC", EARLIEST),
        ("timestamptz", "9999-12-31 23:59:59.999999+00", datetime.max.replace(tzinfo=UTC)),
        ("timestamptz", "2026-03-01 12:00+00", NOW),
        ("date", "10000-01-01", date.max), ("date", "infinity", date.max), ("date", "-infinity", date.min),
        ("date", "0044-03-15 BC", date.min), ("date", "2026-03-01", date(2026, 3, 1)),
    ],
)  # fmt: skip
def test_postgresql_is_read_without_an_error(kind: str, value: str, read: Any) -> None:
    assert rows(f"SELECT '{value}'::{kind}") == [(read,)]
    if kind == "timestamptz":
        ((found,),) = rows(f"SELECT tstzrange('{value}'::timestamptz, NULL)")
        assert found.lower == read
        ((found,),) = rows(f"SELECT tstzrange(NULL, '{value}'::timestamptz)")
        assert found.upper == read


# The engine refuses, without any form


@pytest.mark.django_db
@pytest.mark.parametrize("at", [datetime(9999, 12, 31, 23, 59, tzinfo=ZoneInfo("America/Toronto")), LATEST])
def test_nobody_plans_beyond(at: datetime, people: People, now: datetime) -> None:
    page = approve(make_page(people, now), people, now)
    by = people.publisher
    with pytest.raises(NotAllowed, match="Give a date from"):
        transitions.schedule(page, by=by, now=now, at=at)
    with pytest.raises(NotAllowed, match="Give a date from"):
        transitions.schedule(page, by=by, now=now, at=now + timedelta(days=1), until=at, explanation=EXPLANATION)
    live = transitions.publish(fresh(page), by=by, now=now)
    with pytest.raises(NotAllowed, match="Give a date from"):
        transitions.withdraw(live, by=by, now=now + timedelta(hours=1), at=at, explanation=EXPLANATION)
    assert not Withdrawal.objects.exists()
    with pytest.raises(NotAllowed, match="Give a date from"):
        comments.switch(page.document_id, is_on=True, closes_at=at, by=by, now=now)
    with pytest.raises(NotAllowed, match="Give a date from"):
        releases.create(title="All", by=by, now=now, planned_for=at)
    draft = make_page(people, now, slug="draft")
    with pytest.raises(NotAllowed, match="Give a date from"):
        assignment.assign(draft, to=people.author, due=date.max, by=by, now=now)
    with pytest.raises(NotAllowed, match="Give a date from"):
        assignment.set_review_by(draft, review_by=date.max, by=people.administrator, now=now)
    release = releases.create(title="All", by=by, now=now)
    releases.add(release, draft, by=by, now=now)
    with pytest.raises(NotAllowed, match="Give a date from"):
        releases.describe(release, by=by, now=now, title="All", planned_for=at)


@pytest.mark.django_db
@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2024-02-30", "10000-01-01", "1799-12-31"])
def test_no_content_is_made_with_such_a_day(day: str, people: People, now: datetime) -> None:
    row = {"label": {"en": "Projects"}, "value": "23", "as_of": day}
    with pytest.raises(NotAllowed, match="As of: "):
        make_page(people, now, parts={"figure": [row]}, attest=False)


# Every column, by the models themselves

#: What a clock of ours writes and never a person, or (of `SearchEntry`) triggers keep equal to a guarded column.
CLOCK = {
    "AdministrationEvent.at", "Assignment.assigned_at", "Attestation.at", "Autosave.at", "BulkRun.at",
    "CheckWaiver.at", "CheckWaiver.ended_at", "Comment.decided_at", "Comment.erased_on", "Comment.written_on",
    "Discussion.changed_at", "Edition.approved_at", "Edition.changed_at", "Edition.confirmed_at",
    "Edition.created_at", "Edition.discarded_at", "Edition.published_at", "Edition.submitted_at",
    "Edition.urgent_at", "Event.at", "GlossaryTerm.changed_at", "GuestAgreement.at", "Handling.at", "Intake.at",
    "LinkCheck.checked_at", "LinkCheck.failing_since", "Notice.at", "Notice.mailed_at", "Notice.seen_at",
    "Presence.opened_at", "Presence.seen_at", "PreviewLink.made_at", "PreviewLink.opened_at",
    "PreviewLink.revoked_at", "Problem.erased_on", "Problem.handled_at", "Problem.reported_on", "Quota.hour",
    "QuotaKey.day", "Release.dissolved_at", "Release.frozen_at", "Release.made_at", "Release.published_at",
    "ReleaseItem.added_at", "Remark.opened_at", "Remark.resolved_at", "RemarkEntry.at", "ReportFile.made_at",
    "RefusedAttempt.first_at", "RefusedAttempt.last_at", "Rename.confirmed_at", "Rename.dropped_at",
    "Rename.proposed_at", "ServerClock.until", "VerificationRun.started_at",
    "VerificationRun.finished_at", "SearchEntry.begins", "SearchEntry.ends", "SignOff.at", "Snapshot.stored_at",
    "User.date_joined", "User.last_login", "Watch.since", "Withdrawal.confirmed_at", "Withdrawal.decided_at",
}  # fmt: skip


def dated_columns() -> list[tuple[type[models.Model], Any]]:
    """Every column of ours that holds a date, an instant or a range of them, and that people fill."""
    return [
        (model, field)
        for model in apps.get_models()
        if model._meta.app_label in ("editorial", "cooperation") and not model._meta.proxy and model._meta.managed
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.DateField | RangeField | PartialDateField)
        or field.name in ("year", "from_year", "to_year", "active_from", "active_to")
        if f"{model.__name__}.{field.name}" not in CLOCK
    ]


@pytest.mark.parametrize(("model", "field"), dated_columns(), ids=str)
def test_every_date_that_people_give_has_bounds(model: type[models.Model], field: Any) -> None:
    asking = {bounds.check_day, bounds.check_instant, bounds.check_year}
    asks = isinstance(field, PartialDateField | RangeField) or asking & set(field._validators)
    assert asks, f"{model.__name__}.{field.name} takes any date: let it ask editorial.date_bounds"
    guarded = {name for each in getattr(model._meta, "triggers", ()) for name in getattr(each, "columns", ())}
    assert field.name in guarded, (
        f"{model.__name__}.{field.name} is not guarded: add editorial.guards_dates to its triggers"
    )


def test_the_search_for_dates_finds_them() -> None:
    names = {(model.__name__, field.name) for model, field in dated_columns()}
    assert {
        ("Edition", "live_during"), ("Withdrawal", "at"), ("Release", "planned_for"), ("Statement", "embargo_until"),
        ("Meeting", "starts_on"), ("Member", "since"), ("StatusStep", "actual_on"), ("AnnualReport", "year"),
        ("Document", "review_by"), ("Assignment", "due_on"), ("Discussion", "closes_at"), ("PreviewLink", "expires_at"),
    } <= names  # fmt: skip


def test_stored_instants_are_converted_where_nothing_overflows() -> None:
    """`.astimezone` falls at the ends of the calendar: it stands on the reading of a clock, or in `safe_dates`."""
    root = Path(__file__).resolve().parents[2]
    guilty = []
    for path in [*(root / "editorial").rglob("*.py"), *(root / "cooperation").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "astimezone":
                of = ast.unparse(node.func.value).rpartition(".")[2]
                if of != "now" and path.name not in ("safe.py", "page_request.py"):
                    guilty.append(f"{path.relative_to(root)}:{node.lineno}")
    assert guilty == []


@pytest.mark.django_db
def test_the_database_refuses_what_is_new_and_lets_the_old_be(people: People, now: datetime) -> None:
    page = publish(make_page(people, now - timedelta(days=1)), people, now - timedelta(days=1))
    update = "UPDATE editorial_edition SET live_during = tstzrange(lower(live_during), %s) WHERE id = %s"
    for beyond in ("9999-12-31", "infinity", "2201-01-01 00:00+00"):
        with refused("beyond the dates"):
            sql(update, beyond, page.pk)
    with triggers_off():
        sql(update, "infinity", page.pk)
        sql("UPDATE editorial_document SET review_by = '9999-12-31'")
    sql("UPDATE editorial_edition SET version = version + 1 WHERE id = %s", page.pk)
    sql("UPDATE editorial_document SET owner_id = %s, review_by = review_by", people.second_author.pk)
    sql("UPDATE editorial_document SET review_by = '2030-01-01'")
    with refused("beyond the dates"):
        sql("UPDATE editorial_document SET review_by = '1799-12-31'")
    assert sql(update, None, page.pk) == 1
    assert Edition.objects.get(pk=page.pk).live_during.upper is None
