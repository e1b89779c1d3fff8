"""Said and done: the objectives of all reports, ten a page, and the page of each with what became of it."""

from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.translation import gettext as _

from cooperation.charts.bars import bars
from cooperation.charts.columns import columns
from cooperation.charts.statuses import statuses
from cooperation.tracker import address, history
from cooperation.tracker.choice import Choice
from cooperation.tracker.statement import PER_PAGE
from cooperation.views import objectives as wording
from cooperation.views.page import queries, references
from cooperation.views.page.page_frame import TRACKER, frame, respond, with_headers
from cooperation.views.page.pager import pager
from cooperation.views.request import page_request
from cooperation.views.request.decorators import public
from cooperation.views.request.page_request import NotFound, PageRequest
from editorial.base import languages


@public
def objectives(request: HttpRequest, language: str, segment: str) -> HttpResponse:
    """The tracker at /<language>/objectives/, at the moment asked for."""
    asked = _asked(request, language, segment)
    choice = Choice.from_params(request.GET, asked)
    page, present = choice.page, asked.at_present()
    here = choice.params(page)
    with translation.override(language):
        labels = wording.labels()
        results: Page[Any] = Paginator(range(choice.count), PER_PAGE).get_page(page)
        results.object_list = [_row(chain, choice, labels, asked) for chain in choice.rows]
        context = {
            **frame(
                request,
                asked,
                addresses={code: address.all_of_them(asked.in_language(code), here) for code in languages.codes()},
                section=TRACKER,
                canonical=address.all_of_them(present, here),
                current_url=address.all_of_them(present, choice.params()) if asked.is_past else None,
            ),
            "breadcrumbs": _crumbs(asked),
            "choice": choice,
            "is_filtered": bool(choice.chosen),
            "clear_url": address.all_of_them(asked),
            "results": results,
            "pager": pager(results, choice.url),
            "years": _by_year(choice),
            "groups": _by_group(choice),
        }
    return respond("cooperation/objective_list.html", context, asked)


@public
def objective(request: HttpRequest, language: str, segment: str, key: UUID) -> HttpResponse:
    """One objective and all that continues it, at the moment asked for.

    Its address holds the key of the first of them; those of the others lead there.
    """
    asked = _asked(request, language, segment)
    chain = history.chain(key, asked)
    if not chain:
        raise NotFound
    first = chain[0]["key"]
    if first != str(key):
        return with_headers(HttpResponseRedirect(address.of_one(asked, first)), asked)
    with translation.override(language):
        told = history.chain_context(chain, asked, wording.labels())
        context = {
            **frame(
                request,
                asked,
                addresses={code: address.of_one(asked.in_language(code), first) for code in languages.codes()},
                section=TRACKER,
                canonical=address.of_one(asked.at_present(), first),
                current_url=address.of_one(asked.at_present(), first) if asked.is_past else None,
            ),
            "breadcrumbs": _crumbs(asked, (_("Objective of %(year)s") % {"year": told["first_year"]}, None)),
            "objective": told,
            "groups": _groups(history.groups_of(chain), asked),
            "address": f"{request.scheme}://{request.get_host()}{address.of_one(asked, first)}",
        }
    return respond("cooperation/objective_detail.html", context, asked)


def _asked(request: HttpRequest, language: str, segment: str) -> PageRequest:
    if address.SEGMENTS[language] != segment:
        raise NotFound
    return page_request.page_request(request, language)


def _crumbs(asked: PageRequest, *trail: tuple[str, str | None]) -> list[dict[str, Any]]:
    own = address.all_of_them(asked) if trail else None
    return [
        {"label": label, "url": url}
        for label, url in [(_("Home"), asked.home()), (_("Said and done"), own), *trail]
    ]  # fmt: skip


def _groups(uuids: list[str], asked: PageRequest) -> list[dict[str, Any]]:
    found = references.titles(uuids, asked)
    return [group_link(found[uuid], asked) for uuid in uuids if uuid in found]


def group_link(row: queries.Row, asked: PageRequest) -> dict[str, Any]:
    """Name and address of a working group (a row of `references.titles`); no address where it is not public now."""
    public_ = asked.language not in row["excepted_languages"]
    title = public_ and row[languages.column("title", asked.language)]
    slug = public_ and row[languages.column("slug", asked.language)]
    return {
        "name": title or row[languages.column("title", row["source_language"])],
        "url": asked.page("working_group", slug) if row["live"] and slug else None,
    }


def _row(chain: list[queries.Row], choice: Choice, labels: dict[str, str], asked: PageRequest) -> dict[str, Any]:
    told = history.chain_context(chain, asked, labels, shown=chain[0]["origin"])
    group = choice.groups.get(told["group"])
    return {**told, "group": group_link(group, asked) if group else None}


def _by_year(choice: Choice) -> dict[str, Any] | None:
    counts: dict[int, dict[str, int]] = {}
    for row in choice.counts("years"):
        counts.setdefault(int(row["value"]), {})[row["label"]] = row["n"]
    return columns("chart-years", _("How the objectives stood, report by report"), statuses(), counts)


def _by_group(choice: Choice) -> dict[str, Any] | None:
    """A bar for each group, in the order of their names; none where only one is asked for."""
    counts: dict[str, dict[str, int]] = {}
    for row in choice.counts("groups"):
        counts.setdefault(row["value"], {})[row["label"]] = row["n"]
    if len(counts) < 2 or "group" in choice.chosen:
        return None
    named = next(facet for facet in choice.facets if facet["name"] == "group")["options"]
    names = {option["value"]: option["label"] for option in named}
    for uuid in counts:
        names.setdefault(uuid, choice.group_name(uuid))
    rows = [(name, choice.url(changed={"group": uuid}), counts[uuid]) for uuid, name in names.items() if uuid in counts]
    title = _("Where the objectives of each working group stand")
    if year := choice.chosen.get("year"):
        title = _("How the objectives of each working group stood in the report for %(year)s") % {"year": year}
    return bars("chart-groups", title, statuses(), rows)
