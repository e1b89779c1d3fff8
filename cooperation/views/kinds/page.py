"""A cooperation page: the pages under it and the page above."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.utils.translation import gettext as _

from cooperation.lists.tags import tag_names
from cooperation.models import Page
from cooperation.views.page.kind_context import KindContext
from cooperation.views.page.queries import MOST, as_link, linked
from cooperation.views.page.rendition import Rendition
from cooperation.views.page.wording import fact
from cooperation.views.request.page_request import PageRequest
from editorial.base.languages import column
from editorial.base.prepared_queries import DOCUMENT, MOMENT, Compiled
from editorial.base.sort_keys import Folded


@cache
def children(code: str) -> Compiled:
    """The live pages under the `document`, by title."""

    def build() -> Any:
        live = Page.objects.live(MOMENT).filter(parent_id=DOCUMENT)
        return linked(live, code).order_by(Folded(column("title", code)), "pk")[:MOST]

    return Compiled(build)


def page_context(shown: Rendition) -> KindContext:
    """The pages under this one, and the one above it."""
    visit, rows = shown.visit, shown.along
    if rows is None:
        rows = children(visit.language).rows(document=shown.edition.document_id, moment=visit.moment)
    under = [as_link(row, "page", visit) for row in rows]
    parent = shown.link(shown.fields["parent"])
    return KindContext(
        context={"children": under},
        facts=fact(_("Part of"), [parent]),
        last=[("pages", _("More on this subject"), under)],
        trail=[(parent["text"], parent["url"])] if parent else [],
    )


def row_columns(asked: PageRequest) -> Mapping[str, Any]:
    """The names of the page's themes."""
    return {"themes": tag_names("theme", asked.language)}
