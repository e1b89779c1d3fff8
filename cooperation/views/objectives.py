"""Objectives, as the pages of reports and of working groups show them."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from cooperation.models import Objective
from cooperation.views.page.queries import Row
from cooperation.views.page.rendition import FIXED_ANCHORS
from cooperation.views.request.page_request import PageRequest
from editorial.base.languages import column
from editorial.base.prepared_queries import MOMENT, Compiled, any_uuid
from editorial.models import Edition


@cache
def _continued(code: str) -> Compiled:
    def build() -> Any:
        live = Edition.objects.live(MOMENT).in_language(code).filter(any_uuid(F("objectives__key"))).order_by()
        return live.annotate(
            key=F("objectives__key"), year=F("annualreport__year"), slug_=F(column("slug", code))
        ).values("key", "year", "slug_")

    return Compiled(build)


def continued(keys: Iterable[Any], visit: PageRequest) -> dict[str, Row]:
    """Year and slug of the live report that holds each objective, by the objective's key."""
    wanted = sorted({str(key) for key in keys if key})
    rows = _continued(visit.language).rows(uuids=wanted, moment=visit.moment) if wanted else []
    return {str(row["key"]): row for row in rows}


def chapter_anchor(slug: str) -> str:
    """The anchor of a working group's chapter, which the group's own page links to: the group's slug."""
    return f"{slug}-2" if slug in FIXED_ANCHORS else slug


def anchor(key: Any) -> str:
    """The anchor of an objective; its key stays the same through all editions of a report."""
    return f"objective-{str(key)[:8]}"


def split_by_standing(said: Iterable[Mapping[str, Any]]) -> tuple[list[Any], list[Any]]:
    """A chapter's objectives in order: those that the report says are done or dropped, and those still ahead."""
    ended: list[Any] = []
    ahead: list[Any] = []
    for one in said:
        (ahead if one["status"] in Objective.OPEN or not one["status"] else ended).append(one)
    return ended, ahead


def labels() -> dict[str, str]:
    """What each status is called in the active language; looked up once a page, since a report has dozens."""
    return {status.value: str(status.label) for status in Objective.Status}


def objective_context(
    row: Mapping[str, Any], text: str, earlier: Row | None, named: Mapping[str, str], visit: PageRequest
) -> dict[str, Any]:
    """An objective as `_objectives.html` names its parts.

    :param row: its key and status.
    :param earlier: year, slug and key of the objective that it continues (see `continued`).
    :param named: the `labels`.
    """
    continues = None
    if earlier:
        continues = {
            "text": _("Continues an objective of %(year)s") % {"year": earlier["year"]},
            "url": visit.page("annual_report", earlier["slug_"], anchor(earlier["key"])),
        }
    return {
        "anchor": anchor(row["key"]),
        "text": text,
        "status": row["status"],
        # Only a draft, in its preview, can have a status still to be chosen.
        "status_label": named.get(row["status"]) or row["status"] or _("Status to be chosen"),
        "continues": continues,
    }
