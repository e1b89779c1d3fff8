"""Figures that successive reports of one mechanism state under the same label and unit, as lines over the years."""

from decimal import Decimal
from functools import cache
from typing import Any

from django.db.models import F

from cooperation.charts.lines import line
from cooperation.models import AnnualReport
from cooperation.views.page.queries import MOST
from cooperation.views.page.rendition import Rendition
from editorial.base.languages import column
from editorial.base.prepared_queries import MOMENT, NUMBER, Compiled, any_code, any_uuid

#: Lines that a page shows at most: those of its first figures.
_LINES = 4


@cache
def _stated(code: str) -> Compiled:
    def build() -> Any:
        label, unit = f"figures__{column('label', code)}", f"figures__{column('unit', code)}"
        live = AnnualReport.objects.live(MOMENT).in_language(code)
        # Up to the report that is shown: it knew no more.
        until = live.filter(any_uuid(F("mechanism__uuid")), year__lte=NUMBER, figures__value__isnull=False)
        named = {"label_": F(label), "unit_": F(unit), "value_": F("figures__value"), "stated_": F("year")}
        rows = until.filter(any_code(F(label))).annotate(**named).order_by("year", "pk", "figures__position")
        return rows.values(*named)[: 10 * MOST]

    return Compiled(build)


def lines(shown: Rendition) -> list[dict[str, Any]]:
    """A chart for each figure that an earlier report states too; no question is asked where the report has none."""
    year, mechanism = shown.fields["year"], shown.fields["mechanism"]
    wanted = dict.fromkeys(
        (shown.text_of(row["label"]), shown.text_of(row["unit"]))
        for row in shown.parts("figure")
        if row["value"] is not None
    )
    wanted = {(label, unit): None for label, unit in wanted if label}
    if not (year and mechanism and wanted) or shown.visit.preview:
        return []
    stated = _stated(shown.language).rows(
        uuids=[mechanism], number=year, codes=sorted({label for label, _unit in wanted}), moment=shown.visit.moment
    )
    found: list[dict[str, Any]] = []
    for label, unit in wanted:
        values: dict[int, Decimal] = {
            row["stated_"]: row["value_"] for row in stated if (row["label_"], row["unit_"] or "") == (label, unit)
        }
        if made := line(f"chart-figure-{len(found) + 1}", label, unit, sorted(values.items())):
            found.append(made)
    return found[:_LINES]
