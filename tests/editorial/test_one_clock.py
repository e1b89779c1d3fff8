"""One clock: the database's. What happens now is dated now, whoever writes it,
and no server's clock decides anything."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import StringIO
from urllib.parse import quote

import psycopg
import pytest
import time_machine
from django.core import checks
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.test import Client
from django.urls import reverse

from config import database
from editorial.base import clock
from editorial.desks import server_clocks
from editorial.guards import clock_functions, past
from editorial.models import Edition, ServerClock, SignOff
from editorial.states import State
from editorial.workflow import transitions
from editorial.workflow.dated_now import TookTooLong
from tests import builders
from tests.attacks import refused, rows, sql
from tests.editorial import stages
from tests.people import People

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
#: Instants that are not now: hours, years and a little more than a minute away.
NOT_NOW = [-200 * 365 * timedelta(days=1), -HOUR, -MINUTE - timedelta(seconds=1), 2 * MINUTE, HOUR]
PAST = [each for each in NOT_NOW if each < timedelta(0)]


@pytest.fixture
def approved(people: People, now: datetime) -> Edition:
    """An approved note, made as all tests do."""
    return stages.at_stage(State.APPROVED, people, now - HOUR)


@pytest.fixture
def live(people: People, now: datetime) -> Edition:
    """A note that has been live for an hour."""
    return stages.live(people, now - HOUR, slug="live")


def publish(edition: Edition, people: People, at: datetime, begin: datetime, end: datetime | None = None) -> None:
    Edition.objects.filter(pk=edition.pk).update(
        state=State.PUBLISHED,
        published_at=at,
        published_by=people.publisher,
        live_during=DateTimeTZRange(begin, end, "[)"),
    )


@pytest.mark.parametrize("off", PAST)
def test_no_live_period_begins_in_the_past(
    off: timedelta, approved: Edition, people: People, now: datetime, right_clock: None, site_role: None
) -> None:
    for end in (None, now + HOUR):
        with refused("a live period begins now or later"):
            publish(approved, people, now, now + off, end)
    publish(approved, people, now, now)


@pytest.mark.parametrize("off", [-HOUR / 2, -MINUTE - timedelta(seconds=1)])
def test_no_live_period_ends_in_the_past(
    off: timedelta, live: Edition, now: datetime, right_clock: None, site_role: None
) -> None:
    with refused("a live period ends now or later"):
        Edition.objects.filter(pk=live.pk).update(live_during=DateTimeTZRange(live.live_during.lower, now + off, "[)"))
    Edition.objects.filter(pk=live.pk).update(live_during=DateTimeTZRange(live.live_during.lower, now, "[)"))


@pytest.mark.parametrize("off", NOT_NOW)
def test_no_event_is_dated_otherwise(
    off: timedelta, live: Edition, people: People, now: datetime, right_clock: None, site_role: None
) -> None:
    with refused("dated within a minute of the clock"):
        sql(
            "INSERT INTO editorial_event (at, by_id, by_name, verb, document_id, edition_id, digest, from_state,"
            " to_state, reason, detail, previous_hash, hash)"
            " VALUES (%s, %s, 'x', 'save', %s, %s, %s, '', 'draft', '', '{}', '', '')",
            now + off, people.author.pk, live.document_id, live.pk, live.digest,
        )  # fmt: skip
    with refused("dated within a minute of the clock"):
        sql(
            "INSERT INTO editorial_administrationevent (at, by_id, by_name, verb, person_name, detail, previous_hash,"
            " hash) VALUES (%s, %s, 'x', 'changed', '', '{}', '', '')", now + off, people.administrator.pk,
        )  # fmt: skip


@pytest.mark.parametrize("off", NOT_NOW)
def test_no_signature_or_decision_is_dated_otherwise(
    off: timedelta, people: People, now: datetime, right_clock: None, site_role: None
) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    with refused("dated within a minute of the clock"):
        SignOff.objects.create(
            edition=edition, round=edition.round, digest=edition.digest, party=people.ca, decision="signed",
            at=now + off, by=people.reviewer_ca,
        )  # fmt: skip
    signed = transitions.sign_off(edition, by=people.reviewer_ca, now=now, digest=edition.digest)
    with refused("a decision is dated within a minute"):
        publish(signed, people, now + off, now + 2 * HOUR)


@pytest.mark.parametrize("off", PAST)
def test_no_withdrawal_is_planned_for_the_past(
    off: timedelta, live: Edition, people: People, now: datetime, right_clock: None, site_role: None
) -> None:
    with refused("takes effect now or later"):
        sql(
            "INSERT INTO editorial_withdrawal (edition_id, at, decided_at, decided_by_id, explanation)"
            " VALUES (%s, %s, %s, %s, '')",
            live.pk, now + off, now, people.publisher.pk,
        )  # fmt: skip


def test_a_whole_way_under_the_right_clock_as_the_site(people: People, right_clock: None, site_role: None) -> None:
    """Nothing that the engine does is refused: from the draft to a schedule, its end, and back."""
    instant = clock.now()
    edition = builders.publish(builders.make_note(people, instant), people, instant)
    assert edition in Edition.objects.live(clock.now())
    revision = builders.approve(transitions.revise(edition, by=people.author, now=clock.now()), people, clock.now())
    planned = transitions.schedule(revision, by=people.publisher, now=clock.now(), at=clock.now() + HOUR)
    transitions.unschedule(planned, by=people.publisher, now=clock.now())
    transitions.withdraw(edition, by=people.publisher, now=clock.now(), explanation=builders.texts("Why"))
    assert edition not in Edition.objects.live(clock.now())


def test_the_present_is_not_the_begin_of_the_transaction(right_clock: None) -> None:
    """Else whoever kept a transaction open could write what is long past."""
    [(first, begun)] = rows("SELECT editorial_now(), now()")
    [(second,)] = rows("SELECT editorial_now()")
    assert begun < first < second


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The difference of the clocks is really measured."""
    monkeypatch.undo()
    monkeypatch.setattr(clock, "ahead", MEASURE)
    clock._measured.clear()
    yield
    clock._measured.clear()


MEASURE = clock.ahead


@pytest.mark.parametrize("off", [-15 * MINUTE, timedelta(0), 10 * MINUTE])
def test_a_server_with_a_wrong_clock_tells_the_time_of_the_database(off: timedelta, db: None, measured: None) -> None:
    real = datetime.now(UTC)
    with time_machine.travel(real + off):
        told = clock.now()
        [(there,)] = rows("SELECT editorial_now()")
        assert timedelta(0) <= there - told < timedelta(seconds=5)


def test_a_clock_that_is_set_meanwhile_is_noticed(db: None, measured: None) -> None:
    clock.now()
    with time_machine.travel(datetime.now(UTC) + HOUR):
        told = clock.now()
        [(there,)] = rows("SELECT editorial_now()")
        assert abs(there - told) < timedelta(seconds=5)


def test_telling_the_time_costs_one_statement_now_and_then(
    db: None, measured: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    execute = psycopg.Connection.execute
    monkeypatch.setattr(
        psycopg.Connection, "execute", lambda self, query, *args,
        **kwargs: asked.append(query) or execute(self, query, *args, **kwargs)
    )  # fmt: skip
    for _again in range(100):
        clock.now()
    assert asked == ["SELECT public.editorial_now()"]
    monkeypatch.setattr(clock, "RENEWED_AFTER", 0.0)
    clock.now()
    assert len(asked) == 2


def test_the_time_is_told_in_a_transaction_that_failed(db: None, measured: None) -> None:
    before = clock.now()
    with transaction.atomic():
        with pytest.raises(ProgrammingError):
            sql("SELECT nothing")
        clock.RENEWED_AFTER, kept = 0.0, clock.RENEWED_AFTER
        try:
            assert clock.now() >= before
        finally:
            clock.RENEWED_AFTER = kept
        transaction.set_rollback(True)


@pytest.mark.parametrize("off", [-15 * MINUTE, 10 * MINUTE])
def test_whoever_keeps_the_site_hears_of_a_clock_that_is_off(
    off: timedelta, people: People, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "known", lambda: off)
    monkeypatch.setattr(server_clocks, "_said", [])
    with time_machine.travel(datetime.now(UTC) - off):
        client.get("/en/")
        client.get("/en/")
    row = ServerClock.objects.get()
    assert row.seconds == off.total_seconds()
    client.force_login(people.administrator)
    page = client.get(reverse("admin:desk_problems")).content.decode()
    assert "The clock of 1 machine is off by more than a second" in page
    listed = client.get(reverse("admin:editorial_serverclock_changelist")).content.decode()
    assert row.host in listed
    assert f"{off.total_seconds():+.1f}" in listed
    client.force_login(people.author)
    assert "is off by more than a second" not in client.get(reverse("admin:desk_problems")).content.decode()


def test_a_clock_that_is_right_is_no_problem_and_one_put_right_is_forgotten(
    people: People, client: Client, monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    monkeypatch.setattr(server_clocks, "_said", [])
    for ahead in (None, timedelta(0), clock.TOLERATED):
        server_clocks.note(ahead=ahead, now=now)
    assert not ServerClock.objects.exists()
    server_clocks.note(ahead=HOUR, now=now - server_clocks.FORGOTTEN)
    assert ServerClock.objects.exists()
    client.force_login(people.administrator)
    assert "is off by more than a second" not in client.get(reverse("admin:desk_problems")).content.decode()


def test_the_past_is_written_by_the_owner_alone_and_for_a_moment(
    people: People, now: datetime, right_clock: None
) -> None:
    with past.past_allowed():
        edition = stages.live(people, now - 400 * timedelta(days=1))
    assert edition in Edition.objects.live(now - timedelta(days=300))
    assert clock_functions.wrong(rows(clock_functions.FIND)) == []
    with pytest.raises(TookTooLong), transaction.atomic():
        stages.live(people, now - HOUR, slug="late")
    with pytest.raises(RuntimeError, match="a crash"), past.past_allowed():
        raise RuntimeError("a crash")
    assert clock_functions.wrong(rows(clock_functions.FIND)) == []


def test_the_site_cannot_write_the_past(right_clock: None, site_role: None) -> None:
    with pytest.raises(ProgrammingError, match=r"must be owner|permission denied"), past.past_allowed():
        pass


#: Ways to make a function another: its body, its settings, its volatility.
CHANGES = [
    clock_functions.definition("editorial_present", clock_functions.ANY_INSTANT),
    clock_functions.definition("editorial_now", "SELECT timestamptz '2020-01-01'"),
    "ALTER FUNCTION public.editorial_now() RESET search_path",
    "ALTER FUNCTION public.editorial_present() IMMUTABLE",
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_database_with_another_clock_is_refused(change: str, right_clock: None) -> None:
    assert checks.run_checks(tags=[checks.Tags.database], databases=["default"]) == []
    call_command("database_clock", stdout=StringIO())
    sql(change)
    [found] = [one for one in checks.run_checks(tags=[checks.Tags.database], databases=["default"]) if one.is_serious()]
    assert found.id == "editorial.E013"
    assert "database_clock --put-right" in found.msg
    with pytest.raises(CommandError, match="was changed"):
        call_command("database_clock")
    out = StringIO()
    call_command("database_clock", "--put-right", stdout=out)
    assert "is right" in out.getvalue()


def url_of_tests() -> str:
    connection.ensure_connection()
    known = connection.connection.info
    return f"postgresql://{known.user}@/{known.dbname}?host={quote(known.host)}&port={known.port}"


@pytest.mark.django_db(transaction=True)
def test_the_start_refuses_it_in_words() -> None:
    """As `config.serve`, `config.run` and `config.worker` do."""
    try:
        past.put_right()
        database.require_fit(url_of_tests(), is_pooled=False)
        past.let_every_instant_be_now()
        with pytest.raises(database.Unfit, match=r"clock of the database was changed \(editorial_present\)"):
            database.require_fit(url_of_tests(), is_pooled=False)
    finally:
        past.let_every_instant_be_now()


def test_a_database_before_the_migration_is_sent_to_migrate(right_clock: None) -> None:
    rows_without = [row for row in rows(clock_functions.FIND) if row[0] != "editorial_now"]
    assert clock_functions.missing(rows_without) == ["editorial_now"]
    assert "manage.py migrate" in clock_functions.not_migrated(["editorial_now"])
    assert clock_functions.missing([]) == clock_functions.wrong([]) == []
