"""One chain of objectives: what was promised when, what became of it, and where each report says so."""

# ruff: noqa: S608  # statements are put together of compiled querysets; values are parameters
import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from cooperation.models import Objective
from cooperation.tracker import address, steps
from cooperation.views import objectives
from cooperation.views.page.queries import Row
from cooperation.views.request.page_request import PageRequest


@lru_cache(maxsize=8)
def _statement(code: str) -> tuple[str, list[tuple[str, Any]]]:
    sql, params = steps.common(code, only_near=True)
    seeds = "SELECT step_ FROM live WHERE key_ = %s"
    return (
        f"WITH RECURSIVE {steps.joined_objectives('%s')}, {sql}, {steps.chains_of(seeds, code)}"
        " SELECT json_agg(one)"
        " FROM (SELECT DISTINCT ON (year, place, step_) * FROM told ORDER BY year, place, step_) one",
        [("key", None), *params, ("key", None)],
    )


def chain(key: UUID, visit: PageRequest) -> list[Row]:
    """All steps of the chain that an objective belongs to, by year; empty where it is not public at the moment."""
    sql, params = _statement(visit.language)
    given: dict[str, Any] = {"moment": visit.moment, "key": key}
    with connection.cursor() as cursor:
        cursor.execute(sql, [given[name] if name else value for name, value in params])
        found = cursor.fetchone()[0]
    return (json.loads(found) if isinstance(found, str) else found) or []


def chain_context(
    chain: Sequence[Row], visit: PageRequest, named: dict[str, str], *, shown: int | None = None
) -> dict[str, Any]:
    """A chain as templates name its parts.

    `text`, `status`, `status_label` and `year` are those of the step that is `shown` (its primary key), else of the
    last; `first_year` is the year of the first, `url` the address of the whole. `unanswered` is the year of a later
    report that no longer speaks of an open objective.

    :param chain: the steps by year, as `chain` gives them.
    :param named: the labels of the statuses (`objectives.labels`).
    """
    first = chain[0]
    head = next((row for row in chain if row["step_"] == shown), chain[-1])
    return {
        "key": first["key"],
        "group": head["group"],
        "url": address.of_one(visit, first["key"]),
        "text": head["text"],
        "status": head["status"],
        "status_label": named.get(head["status"], ""),
        "year": head["year"],
        "first_year": first["year"],
        "steps": [_step(row, before, visit, named) for row, before in zip(chain, [None, *chain[:-1]], strict=True)],
        "unanswered": head["newest"] if _is_unanswered(head, chain) else None,
    }


def _is_unanswered(step: Row, chain: Sequence[Row]) -> bool:
    """Whether an open step was followed by a report, but by no other step."""
    followed = any(row["year"] > step["year"] for row in chain)
    return step["status"] in Objective.OPEN and not followed and (step["newest"] or 0) > step["year"]


def _step(row: Row, before: Row | None, visit: PageRequest, named: dict[str, str]) -> dict[str, Any]:
    return {
        "year": row["year"],
        "what": _what(row, before),
        "status": row["status"],
        "status_label": named.get(row["status"], ""),
        "text": row["text"] if before is None or before["text"] != row["text"] else "",
        "report": row["report"],
        "url": visit.page("annual_report", row["slug"], objectives.anchor(row["key"])),
    }


def _what(row: Row, before: Row | None) -> str:
    """What a report did with the objective, in a few words."""
    year = {"year": row["year"]}
    match row["status"]:
        case Objective.Status.DONE:
            return _("Done, says the report for %(year)s") % year
        case Objective.Status.DROPPED:
            return _("Dropped in the report for %(year)s") % year
    if before is None:
        return _("Promised in the report for %(year)s") % year
    return _("Continued in the report for %(year)s") % year


def groups_of(chain: Iterable[Row]) -> list[str]:
    """The working groups (uuids of documents) that answer for a chain, the last first."""
    return list(dict.fromkeys(row["group"] for row in reversed(list(chain))))
