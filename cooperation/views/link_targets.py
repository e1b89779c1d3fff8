"""Which addresses of this site lead to a page that is no document's, for the check of links."""

from django.urls import Resolver404, resolve

from cooperation import public_kind
from editorial.checks.advice.addresses import register_pages


@register_pages
def is_there(path: str) -> bool:
    """Whether the public finds something at `path`: home page, list, tracker, file …; a screen of staff is not."""
    try:
        found = resolve(path)
    except Resolver404:
        return False
    if found.url_name in ("detail", "paper"):
        return False  # a document's address, but of no kind that there is
    if found.url_name == "list":
        return public_kind.kind_by_segment(found.kwargs["language"], found.kwargs["segment"]) is not None
    return "admin" not in found.app_names
