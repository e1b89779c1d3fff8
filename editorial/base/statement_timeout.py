"""How long the database may work on one statement for a request.

A reader's page that needs longer than a few seconds is a fault or an attack; staff may wait longer. Commands and
migrations have no limit.

- On a connection of our own the limit is set when the first statement of a request is run and the connection does not
  have it already, so that in a process which serves many requests of one sort it costs no statement at all.
- Behind a pooler (`DATABASE_IS_POOLED`) a connection serves others after each transaction, and what is set on it would
  stay there. So the limit is sent with the first statement of each transaction, and ends with it (SET LOCAL).
"""

from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

import psycopg
from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponse
from psycopg.errors import QueryCanceled
from psycopg.pq import TransactionStatus

#: The limit in milliseconds that each open connection is known to have.
_limits: "WeakKeyDictionary[Any, int]" = WeakKeyDictionary()


class StatementTimeoutMiddleware:
    """Set `statement_timeout` to `STAFF_STATEMENT_TIMEOUT`, or `PUBLIC_STATEMENT_TIMEOUT` for an `is_public` view."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.patience = patience = StatementTimeout(settings.STAFF_STATEMENT_TIMEOUT)  # type: ignore[attr-defined]
        with connection.execute_wrapper(patience):
            return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        """Know the view before it runs."""
        if getattr(view, "is_public", False):
            request.patience.limit = settings.PUBLIC_STATEMENT_TIMEOUT  # type: ignore[attr-defined]


class StatementTimeout:
    """A wrapper of all statements of one request (see `connection.execute_wrapper`).

    :param limit: milliseconds for one statement; 0 is no limit.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._set: int | None = None

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        if settings.DATABASE_IS_POOLED:
            return self._in_transaction(execute, sql, params, many, context)
        if self._set != self.limit:
            self._set_on(context["connection"].connection)
        return execute(sql, params, many, context)

    def _set_on(self, raw: Any) -> None:
        if _limits.get(raw) != self.limit and raw.info.transaction_status != TransactionStatus.INERROR:
            raw.execute(f"SET statement_timeout = {int(self.limit)}")
            # What is set in a transaction goes when it is rolled back, so only what is set outside of one is relied on.
            outside = raw.info.transaction_status == TransactionStatus.IDLE
            _limits[raw] = self.limit if outside else -1
        self._set = self.limit

    def _in_transaction(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
    ) -> Any:
        connection = context["connection"]
        if connection.connection.info.transaction_status != TransactionStatus.IDLE:
            # Its first statement brought the limit.
            return execute(sql, params, many, context)
        limit = f"SET LOCAL statement_timeout = {int(self.limit)}"
        if many:
            with transaction.atomic(using=connection.alias):
                connection.connection.execute(limit)
                return execute(sql, params, many, context)
        # Statements of one message are one transaction.
        result = execute(f"{limit}; {sql}", params, many, context)
        context["cursor"].nextset()
        return result


def was_too_slow(problem: OperationalError) -> bool:
    """Whether a statement was stopped because it took too long."""
    return isinstance(problem.__cause__, QueryCanceled)


#: What PostgreSQL and poolers say while they cannot serve (SQLSTATE): class 08 is the connection's own.
_AWAY = ("08", "57P01", "57P02", "57P03", "53300")


def is_away(problem: BaseException | None) -> bool:
    """Whether something failed because the database does not answer, restarts or takes no more connections."""
    while problem is not None and not isinstance(problem, psycopg.Error):
        problem = problem.__cause__
    if not isinstance(problem, (psycopg.OperationalError, psycopg.InterfaceError)):
        return False
    # Without a state it was the client's library that noticed.
    return problem.sqlstate is None or problem.sqlstate.startswith(_AWAY)
