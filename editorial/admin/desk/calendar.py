"""What is scheduled and embargoed, month by month."""

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.formats import date_format, get_format
from django.utils.translation import gettext as _

from editorial.admin.desk.filters import choose, kind_options
from editorial.admin.desk.menu import ask_of
from editorial.base.dates.safe import in_zone
from editorial.content import kinds
from editorial.desks import planned
from editorial.desks.query import Ask
from editorial.models import Edition

_WHO = ("all", "me")


def view(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """One month as a table and as a list; the address names the month, and by what it is narrowed."""
    ask = ask_of(request)
    if "view_edition" not in ask.may:
        raise PermissionDenied
    what, kind, who = (request.GET.get(name, "") for name in ("what", "kind", "who"))
    what = what if what in dict(planned.labels()) else ""
    kind = kind if kind in {one.key for one in kinds.all_kinds()} else ""
    who = who if who in _WHO else "all"
    month = _month(request.GET.get("month", ""), ask)
    editions = planned.of_mine(ask) if who == "me" else Edition.objects.all()
    if kind:
        editions = editions.filter(document__kind=kind)
    narrowed = editions if kind or who == "me" else None
    found = [row for row in planned.rows(ask, begin=month.begin, editions=narrowed) if not what or row[2] == what]
    shown = sorted((row for row in found if month.reaches(row[1])), key=lambda row: row[1])
    later = sorted(row[1] for row in found if not month.reaches(row[1]))
    rows_ = {edition for edition, _at, _what in shown}
    entries = planned.resolved(
        shown, {each.pk: each for each in Edition.objects.filter(pk__in=rows_).select_related("document")}
    )
    kept = request.GET.copy()
    kept.pop("month", None)
    context = {
        **site.each_context(request),
        "title": _("Scheduled and embargoed"),
        "month": month,
        "month_name": date_format(month.first, "YEAR_MONTH_FORMAT"),
        "weekdays": [(date_format(day, "l"), date_format(day, "D")) for day in month.weeks[1]],
        "weeks": month.laid_out(entries),
        "entries": entries,
        "place": settings.DESK_TIME_ZONES[0][0],
        "places": ", ".join(str(label) for label, _zone in settings.DESK_TIME_ZONES),
        "today": in_zone(ask.moment, planned.zone()).date(),
        "later": len(later),
        "later_month": _key(in_zone(later[0], planned.zone()).date()) if later else "",
        "previous": _key(month.previous),
        "next": _key(month.next),
        "kept": kept.urlencode(),
        "month_key": _key(month.first),
        "filters": [
            choose("who", _("Whose"), [("all", _("Everybody's")), ("me", _("For me"))], who),
            choose("what", _("What"), planned.labels(), what, any_=_("Everything")),
            choose("kind", _("Kind"), kind_options(), kind, any_=_("All kinds")),
        ],
        "is_narrowed": bool(what or kind or who == "me"),
        "desk_url": reverse("admin:desk_scheduled", current_app=site.name),
    }
    request.current_app = site.name
    return TemplateResponse(request, "editorial/admin/desk/scheduled.html", context)


def _month(named: str, ask: Ask) -> planned.Month:
    """The month that the address names as 2026-11; this month for anything else."""
    today = in_zone(ask.moment, planned.zone()).date()
    year, _dash, month = named.partition("-")
    try:
        first = date(int(year), int(month), 1)
    except (ValueError, OverflowError):
        first = today
    weekday: Any = get_format("FIRST_DAY_OF_WEEK")
    return planned.Month.build(first.year, first.month, first_weekday=int(weekday))


def _key(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"
