"""The objectives of all live reports, and which continues which: the ground of every question about them, as SQL.

A step is one objective in one report. A link leads from a step to the one of an earlier year that it continues. Links
to the same or a later year do not count, so no chain can run in a circle, whatever was typed.
"""

# ruff: noqa: S608  # statements are put together of compiled querysets; values are parameters
from functools import cache
from typing import Any

from django.db.models import F

from cooperation.models import AnnualReport, ThemeTag, WorkingGroup
from editorial.base.languages import column
from editorial.base.prepared_queries import MOMENT, Compiled
from editorial.base.sort_keys import Words

#: SQL, and its parameters as pairs of (stand-in or "", value); see `Compiled.within`.
Sql = tuple[str, list[tuple[str, Any]]]


@cache
def _live(code: str) -> Compiled:
    def build() -> Any:
        reports = AnnualReport.objects.live(MOMENT).in_language(code)
        said = reports.filter(year__isnull=False, **{f"objectives__{column('text', code)}__gt": ""})
        named = {
            "step_": F("objectives__pk"),
            "key_": F("objectives__key"),
            "continues_": F("objectives__continues"),
            "status_": F("objectives__status"),
            "group_": F("objectives__group_id"),
            "place_": F("objectives__position"),
            "report_": F("pk"),
            "frame_": F("mechanism_id"),
            "year_": F("year"),
        }
        return said.order_by().annotate(**named).values(*named)

    return Compiled(build)


@cache
def _answers(code: str) -> Compiled:
    """The live reports of the language, whether they hold objectives or not."""

    def build() -> Any:
        reports = AnnualReport.objects.live(MOMENT).in_language(code).filter(year__isnull=False)
        return reports.order_by().annotate(frame_=F("mechanism_id"), year_=F("year")).values("frame_", "year_")

    return Compiled(build)


@cache
def _themes() -> Compiled:
    def build() -> Any:
        tags = ThemeTag.objects.filter(edition__in=WorkingGroup.objects.live(MOMENT).order_by().values("pk"))
        named = {"group_": F("edition__document_id"), "theme_": F("theme_id")}
        return tags.order_by().annotate(**named).values(*named)

    return Compiled(build)


@cache
def named_groups(code: str) -> Compiled:
    """The live working groups with the words of their names: `group_`, `words_`."""

    def build() -> Any:
        groups = WorkingGroup.objects.live(MOMENT).in_language(code).order_by()
        return groups.annotate(group_=F("document_id"), words_=Words(column("title", code))).values("group_", "words_")

    return Compiled(build)


def joined_objectives(key: str) -> str:
    """A common table expression `near`, of all objectives in whatever edition that are joined to one by `continues`,
    back and forth, by their `key`; the indexes find them. `key` is SQL for the key of the one."""
    return f"""
near(key, continues) AS (
    SELECT o.key, o.continues FROM cooperation_objective o WHERE o.key = {key}
    UNION
    SELECT o.key, o.continues FROM near JOIN cooperation_objective o ON o.key = near.continues OR o.continues = near.key
)"""


def common(code: str, *, only_near: bool = False) -> Sql:
    """Common table expressions, to follow ``WITH RECURSIVE``: `live` (the steps), `links` (`later`, `earlier`), `both`
    (links in either direction, `a` and `b`), `newest` (the latest year reported on in each mechanism, `frame_`,
    `year_`) and `themes` (`group_`, `theme_`). `only_near` leaves out the steps that are not `near`."""
    live, live_params = _live(code).within()
    reports, report_params = _answers(code).within()
    themes, theme_params = _themes().within()
    sql = f"""
live AS MATERIALIZED ({live if not only_near else f"SELECT * FROM ({live}) l WHERE l.key_ IN (SELECT key FROM near)"}),
links AS MATERIALIZED (
    SELECT l.step_ AS later, e.step_ AS earlier FROM live l JOIN live e ON e.key_ = l.continues_ AND e.year_ < l.year_
),
both_ways AS MATERIALIZED (SELECT later AS a, earlier AS b FROM links UNION ALL SELECT earlier, later FROM links),
newest AS (SELECT r.frame_, max(r.year_) AS year_ FROM ({reports}) r GROUP BY r.frame_),
themes AS MATERIALIZED ({themes})"""
    return sql, [*live_params, *report_params, *theme_params]


def chains_of(seeds: str, code: str) -> str:
    """Common table expressions that follow the steps named by `seeds` (SQL with one column) back and forth to all steps
    of their chains: `chain` (`origin`, `step_`), and `told`, one row for each of these with what it says."""
    return f"""
chain(origin, step_) AS (
    SELECT s.step_, s.step_ FROM ({seeds}) AS s(step_)
    UNION
    SELECT chain.origin, both_ways.b FROM chain JOIN both_ways ON both_ways.a = chain.step_
),
told AS (
    SELECT chain.origin, live.step_, live.key_ AS key, live.year_ AS year, live.status_ AS status,
        document.uuid AS "group", said."{column("text", code)}" AS text, report."{column("slug", code)}" AS slug,
        report."{column("title", code)}" AS report, earlier.key_ AS continues, newest.year_ AS newest,
        live.place_ AS place
    FROM chain
    JOIN live ON live.step_ = chain.step_
    JOIN cooperation_objective said ON said.id = live.step_
    JOIN editorial_document document ON document.id = live.group_
    JOIN editorial_edition report ON report.id = live.report_
    LEFT JOIN newest ON newest.frame_ IS NOT DISTINCT FROM live.frame_
    LEFT JOIN LATERAL (
        SELECT e.key_ FROM links JOIN live e ON e.step_ = links.earlier WHERE links.later = live.step_ LIMIT 1
    ) earlier ON true
)"""
