"""A statement that takes too long ends in a clear page, and staff have more patience than readers."""

from datetime import datetime
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction
from django.test import Client, RequestFactory

from cooperation.views.request.decorators import public
from editorial.base import statement_timeout
from tests.cooperation.site import body, page
from tests.people import People


def limit() -> str:
    """The limit that the connection has, as PostgreSQL writes it."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        return str(cursor.fetchone()[0])


@pytest.mark.django_db
def test_a_slow_list_answers_503_in_the_readers_language(
    client: Client, people: People, now: datetime, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page(people, now)
    settings.PUBLIC_STATEMENT_TIMEOUT = 50

    def slow(*args: Any) -> int:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(20)")
        return 0

    monkeypatch.setattr("cooperation.lists.choice.Choice.count", property(slow))
    response = client.get("/fr/pages/?q=x")
    assert response.status_code == 503  # had the statement been let run, the list would have come after all
    assert response["Retry-After"] == "30"
    assert response["Cache-Control"] == "no-store"
    assert 'lang="fr"' in body(response)
    assert 'class="button" href="/fr/pages/"' in body(response)


@pytest.mark.django_db
def test_readers_and_staff_have_limits_of_their_own(
    client: Client, people: People, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, str] = {}
    monkeypatch.setattr(
        "cooperation.views.home.queries.latest", lambda *args, **kwargs: seen.update(public=limit()) or []
    )
    client.get("/en/")
    assert seen["public"] == "3s"
    client.force_login(people.superuser)
    client.get("/admin/")
    assert limit() == "1min"


@pytest.mark.django_db
def test_other_troubles_of_the_database_are_not_passed_off_as_slowness(rf: RequestFactory) -> None:
    @public
    def broken(request: Any) -> Any:
        raise OperationalError("the server is gone")

    with pytest.raises(OperationalError):
        broken(rf.get("/en/"))


@pytest.mark.django_db(transaction=True)
def test_the_limit_is_set_once_for_a_connection_and_survives_a_rollback() -> None:
    connection.close()
    sent: list[str] = []

    def counting(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        sent.append(sql)
        return execute(sql, params, many, context)

    def ask() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")

    with connection.execute_wrapper(statement_timeout.StatementTimeout(5_000)):
        ask()
    raw = connection.connection
    assert statement_timeout._limits[raw] == 5_000
    with connection.execute_wrapper(counting), connection.execute_wrapper(statement_timeout.StatementTimeout(5_000)):
        ask()
    assert sent == ["SELECT 1"]
    # Set inside of a transaction that fails, it is gone with it; the next request does not rely on it.
    with connection.execute_wrapper(statement_timeout.StatementTimeout(7_000)), transaction.atomic():
        ask()
        transaction.set_rollback(True)
    assert limit() == "5s"
    with connection.execute_wrapper(statement_timeout.StatementTimeout(7_000)):
        ask()
    assert limit() == "7s"
    connection.close()
