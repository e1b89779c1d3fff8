"""The one statement of the tracker: every count, and the chains of one page, for a set of filters in use."""

# ruff: noqa: S608  # statements are put together of compiled querysets; values are parameters
from functools import lru_cache
from typing import Any

from cooperation.models import Objective, Theme
from cooperation.tracker import steps
from editorial.base.languages import column
from editorial.base.prepared_queries import MOMENT, Compiled
from editorial.base.sort_keys import Words
from editorial.content.name_queries import name_as_of

PER_PAGE = 10
#: The filters in the order in which they stand in addresses.
NAMES = ("q", "group", "year", "theme", "status")


@lru_cache(maxsize=128)
def tracker_sql(code: str, chosen: frozenset[str], per_page: int = PER_PAGE) -> tuple[str, list[tuple[str, Any]]]:
    """The SQL for a set of filters in use, and its parameters: pairs of (name or "", value).

    The names are those of the filters, `moment`, `start` and `length`.
    """
    sql, params = steps.common(code)
    params = list(params)
    flags = {
        "q": "matching.step_ IS NOT NULL",
        "group": "(d.uuid = %s)",
        "theme": "(live.group_ IN ("
        "SELECT group_ FROM themes JOIN cooperation_theme t ON t.id = theme_ WHERE t.code = %s))",
        "status": "(live.status_ = ANY(%s))",
        "year": "(live.year_ = %s)",
    }
    matching = ""
    if "q" in chosen:
        named, more = steps.named_groups(code).within()
        matching = f""",
said AS MATERIALIZED (SELECT o.id FROM cooperation_objective o WHERE {_words_of(code)} @@ %s::tsquery),
matched(step_) AS MATERIALIZED (
    SELECT live.step_ FROM live JOIN said ON said.id = live.step_
    UNION ALL
    SELECT live.step_ FROM live WHERE live.group_ IN (SELECT group_ FROM ({named}) n WHERE n.words_ @@ %s::tsquery)
),
matching(step_) AS (
    SELECT step_ FROM matched UNION SELECT both_ways.b FROM matching JOIN both_ways ON both_ways.a = matching.step_
)"""
        params += [("q", None), *more, ("q", None)]
    columns = []
    for name in NAMES:
        if name in chosen:
            columns.append(f"{flags[name]} AS is_{name}")
            params += [(name, None)] if name != "q" else []
        else:
            columns.append(f"true AS is_{name}")
    # Without a year, a chain stands where its last step does.
    columns.append("later.step_ IS NULL AS is_last")
    rows = f""",
found AS MATERIALIZED (
    SELECT live.*, d.uuid AS uuid_, {", ".join(columns)}
    FROM live
    JOIN editorial_document d ON d.id = live.group_
    LEFT JOIN (SELECT DISTINCT earlier AS step_ FROM links) later ON later.step_ = live.step_
    {"LEFT JOIN matching ON matching.step_ = live.step_" if "q" in chosen else ""}
)"""
    when = "is_year" if "year" in chosen else "is_last"

    def here(*without: str) -> str:
        kept = [f"is_{name}" for name in NAMES if name not in without and name != "year"]
        return " AND ".join(["true", *kept, *([] if "year" in without else [when])])

    def tally(facet: str, value: str, label: str, source: str, where: str) -> str:
        return (
            f"SELECT '{facet}' AS facet, {value} AS value, {label} AS label, count(*) AS n"
            f" FROM {source} WHERE {where} GROUP BY 2, 3"
        )

    named, of_names = _theme_names(code).within()
    params += of_names
    theme = f"found JOIN themes ON themes.group_ = found.group_ JOIN ({named}) t ON t.id = themes.theme_"
    counts = [
        f"SELECT '' AS facet, NULL::text AS value, NULL::text AS label, count(*) AS n FROM found WHERE {here()}",
        "SELECT 'total', NULL, NULL, count(*) FROM found WHERE is_last",
        *(
            f"SELECT '-{name}', NULL, NULL, count(*) FROM found WHERE {here(name)}"
            + (" AND is_last" if name == "year" else "")
            for name in NAMES
            if name in chosen
        ),
        tally("group", "uuid_::text", "NULL::text", "found", here("group")),
        tally("year", "year_::text", "NULL::text", "found", here("year")),
        tally("status", "status_", "NULL::text", "found", here("status")),
        tally("theme", "t.code", "t.name_", theme, here("theme")),
        # For the charts: how the objectives of each year stood, and how each group's stand.
        tally("years", "year_::text", "status_", "found", here("year", "status")),
        tally("groups", "uuid_::text", "status_", "found", here("group", "status")),
    ]
    picked = f""",
counted AS MATERIALIZED ({" UNION ALL ".join(counts)}),
picked AS MATERIALIZED (
    SELECT step_, row_number() OVER (ORDER BY year_ DESC, report_ DESC, place_, step_) AS rank FROM found WHERE {here()}
    ORDER BY rank
    OFFSET (SELECT least(%s, greatest((n - 1) / {per_page} * {per_page}, 0)) FROM counted WHERE facet = '')
    LIMIT {per_page}
),"""
    params.append(("start", None))
    sql = f"""WITH RECURSIVE {sql}{matching}{rows}{picked}{steps.chains_of("SELECT step_ FROM picked", code)}
SELECT (SELECT json_agg(counted) FROM counted),
    (SELECT json_agg(told ORDER BY picked.rank, told.year, told.place, told.step_)
        FROM told JOIN picked ON picked.step_ = told.origin)"""
    return sql, params


@lru_cache(maxsize=8)
def _theme_names(code: str) -> Compiled:
    """Every theme with what it is called at the moment."""

    def build() -> Any:
        named = Theme.objects.order_by().annotate(name_=name_as_of("theme", "code", code, MOMENT))
        return named.values("id", "code", "name_")

    return Compiled(build)


@lru_cache(maxsize=8)
def _words_of(code: str) -> str:
    """The indexed expression of what an objective says in a language, of `cooperation_objective` named `o`."""
    name = column("text", code)
    asked = Objective.objects.annotate(words_=Words(name)).order_by().values("words_")
    sql, params = asked.query.sql_with_params()
    made = sql[len("SELECT ") : sql.index(' AS "words_"')]
    if params:
        raise ValueError(f"This expression holds parameters: {sql}")
    return made.replace('"cooperation_objective".', "o.").replace("%%", "%").replace("%", "%%")
