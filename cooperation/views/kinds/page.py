"""A cooperation page: the pages under it and the page above."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.utils.translation import gettext as _

from cooperation.models import Page, ThemeTag
from cooperation.views.own import Own
from cooperation.views.queries import MOST, Row, as_link, linked
from cooperation.views.rendition import Rendition, fact
from cooperation.views.visit import Visit
from editorial.compiled import DOCUMENT, MOMENT, Compiled
from editorial.folding import Folded
from editorial.languages import column


@cache
def _children(code: str) -> Compiled:
    def build() -> Any:
        live = Page.objects.live(MOMENT).filter(parent_id=DOCUMENT)
        return linked(live, code).order_by(Folded(column("title", code)), "pk")[:MOST]

    return Compiled(build)


def children(document: int, visit: Visit) -> list[Row]:
    """The live pages under a page, by title."""
    return _children(visit.language).rows(document=document, moment=visit.moment)


def own(shown: Rendition) -> Own:
    """The pages under this one, and the one above it."""
    under = [as_link(row, "page", shown.visit) for row in children(shown.edition.document_id, shown.visit)]
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
