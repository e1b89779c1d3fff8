"""How to cite a page: as it stands, under an address that shows this very edition for good."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cooperation.views.rendition import Rendition


def citation(shown: Rendition, base: str) -> dict[str, Any] | None:
    """The words before the address, and the address; nothing for a draft, which is not to be cited."""
    edition = next((row for row in shown.history if row["is_shown"]), None)
    if edition is None or shown.visit.preview:
        return None
    slug = shown.said(shown.fields["slug"])
    return {
        "words": _("“%(title)s”, Entente, edition %(number)s, %(date)s.")
        % {
            "title": shown.said(shown.fields["title"]),
            "number": edition["number"],
            "date": date_format(edition["since"], "DATE_FORMAT"),
        },
        "address": base + shown.visit.at_instant(edition["since"]).page(shown.content["kind"], slug),
    }
