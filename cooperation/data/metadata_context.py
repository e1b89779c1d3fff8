"""What pages say of themselves and offer to take away: the part of their context that templates name `metadata`,
`cite` and `take_away`."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from cooperation.data import head, urls_for
from cooperation.data.cite import citation
from cooperation.public_kind import PublicKind
from cooperation.views.page.rendition import Rendition
from cooperation.views.request.page_request import PageRequest


def beside_document(request: HttpRequest, shown: Rendition, context: Mapping[str, Any]) -> dict[str, Any]:
    """Beside the page of a document; a preview offers nothing."""
    asked, kind = shown.visit, shown.kind.key
    if asked.preview:
        return {}
    return {
        "metadata": head.of_document(shown, context, kind, shown.edition.uuid),
        "cite": citation(shown, urls_for.site_base(request)),
        "changes_url": "" if asked.is_past else f"{shown.addresses.canonical}changes.atom",
    }


def beside_list(
    kind: PublicKind, params: Mapping[str, str], asked: PageRequest, context: Mapping[str, Any]
) -> dict[str, Any]:
    """Beside the list of a kind, as it is narrowed and sorted by `params`."""
    feed = "" if asked.is_past else urls_for.kind_feed(asked, kind.key)
    moment = {"at": asked.at} if asked.is_past else {}
    return {
        "metadata": head.of_page(kind.plural, str(kind.description), context, feed=feed, sort="CollectionPage"),
        "take_away": {
            "csv_url": urls_for.table(asked, kind.key, params),
            "api_url": urls_for.api_list(kind.key, {"language": asked.language, **params, **moment}),
            "feed_url": feed,
            "calendar_url": urls_for.meetings(asked) if kind.key == "meeting" else "",
            "data_url": urls_for.data_page(asked.at_present()),
        },
    }


def beside_home(title: str, description: str, asked: PageRequest, context: Mapping[str, Any]) -> dict[str, Any]:
    """Beside the home page."""
    return {"metadata": head.of_page(title, description, context, feed=urls_for.site_feed(asked))}
