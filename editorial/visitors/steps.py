"""What every step of staff with visitors' words has in common: it is refused in words, locked, and written down."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from editorial.base import text
from editorial.models import Comment, Discussion, Handling, Problem, User
from editorial.workflow.rules.permissions import NotAllowed, Reason

#: Rows that one step may touch, so that a hasty click stays small and a lock short.
MOST_AT_ONCE = 200


@dataclass(frozen=True)
class Outcome:
    """What came of a step with several rows: those that were moved, and for the others why not."""

    done: list[Any]
    refused: list[Reason]


def require(permission: str, by: User) -> None:
    """Raise NotAllowed unless this person has the engine's permission."""
    if not (by.is_active and by.has_perm(f"editorial.{permission}")):
        raise NotAllowed([Reason("permission", _("Your role does not allow this. Ask an administrator."))])


def locked(model: Any, seen: Mapping[int, int]) -> tuple[list[Any], list[Reason]]:
    """The rows by primary key, locked in one order; those that moved since they were `seen` are told about instead.

    :param seen: the version at which the person saw each row, by primary key.
    """
    if len(seen) > MOST_AT_ONCE:
        raise NotAllowed(
            [Reason("many", _("Choose at most %(most)s at once.") % {"most": MOST_AT_ONCE})],
        )
    rows = {row.pk: row for row in model.objects.select_for_update().filter(pk__in=seen).order_by("pk")}
    moved = [pk for pk, version in seen.items() if pk in rows and rows[pk].version != version]
    return [rows[pk] for pk in sorted(rows) if pk not in moved], tell_who_was_faster(moved, model)


def tell_who_was_faster(moved: Iterable[int], model: Any) -> list[Reason]:
    """Who was faster, and what they did."""
    name = "problem" if model is Problem else "comment"
    found = []
    for pk in moved:
        last = Handling.objects.filter(**{name: pk}).order_by("-id").first()
        status = dict(model._meta.get_field("status").choices)
        if last is None:
            message = _("Number %(number)s changed since you opened this page. Look at it again.")
            found.append(Reason("moved", message % {"number": pk}))
            continue
        message = _("Meanwhile %(person)s decided about number %(number)s: %(state)s. Look at it again.")
        given = {"person": last.by_name, "number": pk, "state": status.get(last.to_status, last.to_status)}
        found.append(Reason("moved", message % given))
    return found


def record(row: Any, *, before: str, after: str, by: User, now: datetime, reason: str = "", note: str = "") -> Handling:
    """Write one step down; see `Handling`."""
    name = {Problem: "problem", Comment: "comment", Discussion: "discussion"}[type(row)]
    return Handling.objects.create(
        **{name: row},
        from_status=before,
        to_status=after,
        reason=reason,
        note=text.clean(note).strip(),
        at=now,
        by=by,
        by_name=str(by)[:300],
    )
