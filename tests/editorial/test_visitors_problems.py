"""Reports of problems: taken in without their sender, folded, looked after, erased in the end."""

from datetime import datetime
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from editorial.models import Comment, Discussion, Handling, Problem, ProblemReason, ProblemStatus, User
from editorial.visitors import comments, problems, steps
from editorial.workflow.rules.permissions import NotAllowed
from tests.attacks import refused, sql
from tests.cooperation.site import days
from tests.editorial import stages
from tests.people import People

pytestmark = pytest.mark.django_db


def report(now: datetime, text: str = "The second link is broken.", **values: Any) -> Problem:
    """A report about an address that no document has, unless the values say otherwise."""
    about = values.pop("about", problems.About("/en/nothing/"))
    return problems.receive(about, **{"language": "en", "reasons": ["link"], "text": text, "now": now, **values})


def handle(row: Problem, by: User, now: datetime, **values: Any) -> steps.Outcome:
    """One report handled from a screen that shows it as it is in the database."""
    present = Problem.objects.get(pk=row.pk)
    return problems.handle({row.pk: present.version}, by=by, now=now, **{"status": "seen", "note": "", **values})


def test_a_report_keeps_what_and_where_and_the_day_and_nothing_of_who(people: People, now: datetime) -> None:
    note = stages.live(people, now - days(1))
    about = problems.About("/en/notes/live/", note.document_id, note.pk)
    row = report(now, about=about, reasons=["other", "link"], language="fr")
    row.refresh_from_db()
    assert (row.document_id, row.edition_id, row.language) == (note.document_id, note.pk, "fr")
    assert row.reasons == ["link", "other"]
    assert row.reported_on == now.date()
    assert (row.status, row.count, row.handled_by) == ("new", 1, None)
    # Every column there is: whoever adds one has to think of who might be found by it.
    assert {field.name for field in Problem._meta.concrete_fields} == {
        "id", "document", "edition", "address", "language", "reasons", "text", "reported_on", "count", "status",
        "version", "handled_at", "handled_by", "erased_on",
    }  # fmt: skip


def test_what_could_name_somebody_is_not_stored(now: datetime) -> None:
    row = report(
        now,
        "I am Ana, ana@example.org, 613\u00a0555-0123.\x00\u202e",
        about=problems.About("/en/ana@example.org/" + "x" * 900),
    )
    row.refresh_from_db()
    assert row.text == "I am Ana, [@…], [☎…]."
    assert row.address.startswith("/en/[@…]")
    assert len(row.address) == 200


@pytest.mark.parametrize("reasons", [[], ["nonsense"], ["link", "nonsense"], [""]])
def test_reasons_are_those_of_the_list(now: datetime, reasons: list[str]) -> None:
    with pytest.raises(ValueError):
        report(now, reasons=reasons)
    assert not Problem.objects.exists()


def test_the_same_report_counts_up_until_somebody_looks_at_it(people: People, now: datetime) -> None:
    first = report(now)
    assert report(now + days(1)).pk == first.pk
    assert report(now, reasons=["link", "link"]).pk == first.pk
    assert report(now, "Another thing.").pk != first.pk
    assert report(now, language="fr").pk != first.pk
    first.refresh_from_db()
    assert (first.count, first.reported_on) == (3, now.date())
    handle(first, people.author, now, status="fixed")
    again = report(now)
    assert again.pk != first.pk
    assert again.count == 1


def test_every_step_is_written_down(people: People, now: datetime) -> None:
    row = report(now)
    handle(row, people.author, now, note="I look into it.\x00")
    handle(row, people.publisher, now + days(1), status="fixed")
    row.refresh_from_db()
    assert (row.status, row.handled_by, row.handled_at) == ("fixed", people.publisher, now + days(1))
    told = [(step.from_status, step.to_status, step.by, step.by_name, step.note) for step in row.handlings.all()]
    assert told == [
        ("new", "seen", people.author, "author", "I look into it."),
        ("seen", "fixed", people.publisher, "publisher", ""),
    ]
    with refused("append-only"):
        sql("UPDATE editorial_handling SET note = 'other'")


@pytest.mark.parametrize("who", ["translator_fr", "reviewer_ca", "outsider"])
def test_only_some_roles_look_after_reports(people: People, now: datetime, who: str) -> None:
    with pytest.raises(NotAllowed, match="role"):
        handle(report(now), getattr(people, who), now)
    assert Problem.objects.get().status == "new"


@pytest.mark.parametrize("who", ["author", "publisher", "administrator", "superuser"])
def test_authors_publishers_and_administrators_do(people: People, now: datetime, who: str) -> None:
    assert handle(report(now), getattr(people, who), now).refused == []
    assert Problem.objects.get().status == "seen"


def test_what_makes_no_sense_is_refused_in_words(people: People, now: datetime) -> None:
    row = report(now)
    with pytest.raises(NotAllowed, match="new again"):
        handle(row, people.author, now, status="new")
    with pytest.raises(NotAllowed, match="why you set it aside"):
        handle(row, people.author, now, status="set_aside", note=" ")
    with pytest.raises(NotAllowed, match="Tick"):
        problems.handle({}, status="seen", note="", by=people.author, now=now)
    with pytest.raises(NotAllowed, match="at most 200"):
        problems.handle(dict.fromkeys(range(201), 1), status="seen", note="", by=people.author, now=now)
    assert problems.handle({row.pk + 99: 1}, status="seen", note="", by=people.author, now=now).done == []
    assert not Handling.objects.exists()


def test_who_comes_second_is_told(people: People, now: datetime) -> None:
    one, other = report(now), report(now, "Another thing.")
    seen = {one.pk: 1, other.pk: 1}
    handle(one, people.publisher, now, status="fixed")
    outcome = problems.handle(seen, status="seen", note="", by=people.author, now=now)
    assert [row.pk for row in outcome.done] == [other.pk]
    [reason] = outcome.refused
    assert "publisher" in str(reason)
    assert "Fixed" in str(reason)
    assert Problem.objects.get(pk=one.pk).status == "fixed"


def test_words_are_erased_after_their_time_and_the_fact_stays(people: People, now: datetime) -> None:
    fresh, old, waiting = (report(now, text) for text in ("a", "b", "c"))
    handle(fresh, people.author, now - days(29), status="fixed")
    handle(old, people.author, now - days(31), status="set_aside", note="Not ours.")
    assert problems.expire(now=now, days=30) == 1
    assert problems.expire(now=now, days=30) == 0
    texts = dict(Problem.objects.values_list("pk", "text"))
    assert texts == {fresh.pk: "a", old.pk: "", waiting.pk: "c"}
    row = Problem.objects.get(pk=old.pk)
    assert (row.erased_on, row.reasons, row.status) == (now.date(), ["link"], "set_aside")


def test_the_command_erases(people: People, settings: Any) -> None:
    now = timezone.now()
    note = stages.live(people, now - days(900))
    handle(report(now), people.author, now - days(400))
    comments.switch(note.document_id, is_on=True, closes_at=now, by=people.publisher, now=now - days(800))
    said = comments.receive(note.document_id, note.pk, language="en", name="N", text="Cheap!", now=now - days(799))
    assert said is not None
    comments.decide({said.pk: 1}, status="refused", reason="advert", by=people.publisher, now=now - days(500))
    printed = StringIO()
    call_command("visitors", "expire", "--days", "600", stdout=printed)
    assert "0 reports and 0 comments" in printed.getvalue()
    call_command("visitors", "expire", stdout=printed)
    assert settings.VISITOR_RETENTION_DAYS == 365
    assert "1 reports and 1 comments" in printed.getvalue()
    said.refresh_from_db()
    assert (said.text, said.name, said.status, said.reason) == ("", "", "refused", "advert")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("reasons = '{}'", "editorial_problem_reasons|can be erased"),
        ("reasons = '{nonsense}'", "editorial_problem_reasons|can be erased"),
        ("status = 'other'", "editorial_problem_status|handled_by_somebody"),
        ("status = 'fixed'", "editorial_problem_handled_by_somebody"),
        ("handled_at = now()", "editorial_problem_handled_by_somebody"),
        ("erased_on = now()", "editorial_problem_erased"),
        ("count = 0", "editorial_problem_count"),
        ("text = 'Something else'", "can be erased, never changed"),
        ("text = ''", "can be erased, never changed"),
        ("address = '/other/'", "can be erased, never changed"),
        ("reported_on = '2020-01-01'", "can be erased, never changed"),
    ],
)
def test_the_database_holds_it_too(now: datetime, change: str, message: str) -> None:
    report(now)
    with refused(message):
        sql(f"UPDATE editorial_problem SET {change}")


def test_the_database_takes_no_nonsense_in_and_nothing_out(now: datetime) -> None:
    row = report(now)
    with refused("editorial_problem_reasons"):
        Problem.objects.create(address="/", language="en", reasons=["nonsense"], reported_on=now.date())
    with refused("editorial_problem_length"):
        Problem.objects.create(address="/", language="en", reasons=["link"], reported_on=now.date(), text="x" * 6001)
    with refused("editorial_problem_folded"):
        Problem.objects.create(
            address=row.address, language="en", reasons=["link"], reported_on=now.date(), text=row.text
        )
    with refused("stays on record"):
        sql("DELETE FROM editorial_problem")


@pytest.mark.parametrize("table", ["problem", "comment", "handling"])
def test_the_tables_cannot_be_emptied(db: None, table: str) -> None:
    with refused("cannot be truncated"):
        sql(f"TRUNCATE editorial_{table} CASCADE")


def test_the_lists_are_closed() -> None:
    assert set(ProblemReason.values) == {"link", "spelling", "missing", "wrong", "search", "other"}
    assert set(ProblemStatus.values) == {"new", "seen", "fixed", "set_aside"}
    tables = set(connection.introspection.table_names())
    assert {Problem._meta.db_table, Comment._meta.db_table, Discussion._meta.db_table} <= tables
