"""Facts that age: what of a live edition was to be renewed by now. The one place of these rules.

Every kind has figures, which are out of date once their valid-until date has passed. A kind can declare more in
`Kind.ageing`, such as the overdue steps of an agreement. A rule says the same twice: of one row of content, for public
pages, and in SQL, for lists of many editions; tests hold the two together.

A day is one of UTC, as on all public pages.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from django.db.models import CharField, Count, Q, QuerySet, Value
from django.utils.translation import ngettext_lazy

from editorial.base.dates.safe import in_zone, read_day
from editorial.content.kinds import Ageing, Kind
from editorial.models import Edition, Figure


def day_of(moment: datetime) -> date:
    """The day of a moment."""
    return in_zone(moment, UTC).date()


def figure_is_aged(row: Mapping[str, Any], today: date) -> bool:
    """Whether a figure's valid-until date (ISO text or none) has passed."""
    day = read_day(row["valid_until"] or "")
    return day is not None and day < today


def _figures(moment: datetime) -> QuerySet[Any]:
    return Figure.objects.filter(valid_until__lt=day_of(moment))


FIGURES = Ageing(
    key="figure",
    label=ngettext_lazy("%(count)s figure out of date", "%(count)s figures out of date", "count"),
    is_aged=figure_is_aged,
    aged=_figures,
)


def ageing_of_kind(kind: Kind) -> tuple[Ageing, ...]:
    """Every way in which content of a kind goes out of date."""
    return (FIGURES, *kind.ageing)


def only_outdated(editions: QuerySet[Any], kind: Kind, moment: datetime) -> QuerySet[Any]:
    """Those of the editions of a kind that are live and hold something out of date at the moment."""
    either = Q()
    for one in ageing_of_kind(kind):
        either |= Q(pk__in=one.aged(moment).order_by().values("edition_id"))
    # What is live is asked of the editions themselves, so that any queryset can be narrowed.
    return editions.filter(either, pk__in=Edition.objects.live(moment).order_by().values("pk"))


def outdated_marks(editions: Iterable[int], kind: Kind, moment: datetime) -> dict[int, list[str]]:
    """What is out of date in each live edition (by primary key) at the moment, in words; one query."""
    live = Edition.objects.live(moment).filter(pk__in=list(editions)).order_by().values("pk")
    rules = {one.key: one for one in ageing_of_kind(kind)}
    counted = [
        one.aged(moment)
        .filter(edition_id__in=live)
        .order_by()
        .values("edition_id")
        .annotate(rule=Value(key, output_field=CharField()), count=Count("pk"))
        .values_list("edition_id", "rule", "count")
        for key, one in rules.items()
    ]
    found: dict[int, list[str]] = {}
    for edition, key, count in counted[0].union(*counted[1:], all=True) if len(counted) > 1 else counted[0]:
        found.setdefault(edition, []).append(str(rules[key].label % {"count": count}))
    return found
