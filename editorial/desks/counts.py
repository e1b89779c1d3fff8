"""The counts in the menu of every staff page: one statement, built once a day for all of the same roles."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from editorial.base.prepared_queries import Compiled
from editorial.desks import planned, problems, questions
from editorial.desks.query import Ask
from editorial.notices import reading


@dataclass(frozen=True)
class Counts:
    """How much waits for one person; `problems` by the key of their source, `unread` up to one more than is shown."""

    review: int = 0
    translate: int = 0
    publish: int = 0
    planned: int = 0
    unread: int = 0
    problems: Mapping[str, int] = field(default_factory=dict)

    @property
    def problem(self) -> int:
        """How many problems there are in all."""
        return sum(self.problems.values())


def desk_counts(ask: Ask) -> Counts:
    """What waits for this person now; one statement."""
    sql, names, params = _statement(ask.to_keep())
    given: dict[str, Any] = {"person": ask.person, "party": ask.party, "moment": ask.moment}
    with connection.cursor() as cursor:
        cursor.execute(sql, [given[name] if name else value for name, value in params])
        answers = dict(zip(names, cursor.fetchone(), strict=True))
    own = {name: answers.pop(name) for name in ("review", "translate", "publish", "planned", "unread")}
    return Counts(**own, problems=answers)


@lru_cache(maxsize=64)
def _statement(ask: Ask) -> tuple[str, list[str], list[tuple[str, Any]]]:
    """One SELECT of all counts: SQL, their names, and its parameters as pairs of (stand-in or "", value)."""
    asked: dict[str, QuerySet[Any]] = {
        "review": questions.to_review(ask),
        "translate": questions.to_translate(ask),
        "publish": questions.to_publish(ask),
        "planned": planned.rows(ask),
        "unread": reading.unread_of(ask.person),
    }
    asked.update({source.key: rows for source, rows in problems.concerning(ask)})
    columns, params = [], []
    for rows in asked.values():
        if rows.query.is_empty():
            columns.append("(SELECT 0)")
            continue
        if not (rows.query.combinator or rows.query.is_sliced):
            rows = rows.order_by().values("pk")
        sql, left = Compiled(lambda rows=rows: rows).within()  # type: ignore[misc]  # bound for this turn of the loop
        columns.append(f"(SELECT COUNT(*) FROM ({sql}) counted)")  # noqa: S608  # Django's own SQL
        params += left
    return f"SELECT {', '.join(columns)}", list(asked), params
