"""A cooperation page: the pages under it and the page above."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.utils.translation import gettext as _

from cooperation.models import Page, ThemeTag
from cooperation.views.own import Own
from cooperation.views.queries import MOST, as_link, linked
from cooperation.views.rendition import Rendition
from cooperation.views.visit import Visit
from cooperation.views.wording import fact
from editorial.compiled import DOCUMENT, MOMENT, Compiled
from editorial.folding import Folded
from editorial.languages import column


@cache
def children(code: str) -> Compiled:
    """The live pages under the `document`, by title."""

    def build() -> Any:
        live = Page.objects.live(MOMENT).filter(parent_id=DOCUMENT)
        return linked(live, code).order_by(Folded(column("title", code)), "pk")[:MOST]

    return Compiled(build)


def own(shown: Rendition) -> Own:
    """The pages under this one, and the one above it."""
    visit, rows = shown.visit, shown.along
    if rows is None:
        rows = children(visit.language).rows(document=shown.edition.document_id, moment=visit.moment)
    under = [as_link(row, "page", visit) for row in rows]
    parent = shown.link(shown.fields["parent"])
    return Own(
        context={"children": under},
        facts=fact(_("Part of"), [parent]),
        last=[("pages", _("More on this subject"), under)],
        trail=[(parent["text"], parent["url"])] if parent else [],
    )


def row(asked: Visit) -> Mapping[str, Any]:
    """The names of the page's themes."""
    tags = ThemeTag.objects.filter(edition=OuterRef("pk")).order_by("position", "id")
    return {"themes": ArraySubquery(tags.values(f"theme__{column('name', asked.language)}"))}
