"""The ways from one page of a list to the others."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import Page


def pager(results: "Page[Any]", url: Callable[[int], str]) -> dict[str, Any]:
    """What `_pager.html` shows: the ways back and on, and the numbers of pages, with None where some are left out.

    :param url: the address of the page with a number.
    """
    numbers = results.paginator.get_elided_page_range(results.number, on_each_side=1, on_ends=1)
    return {
        "previous_url": url(results.previous_page_number()) if results.has_previous() else None,
        "next_url": url(results.next_page_number()) if results.has_next() else None,
        "pages": [
            {"number": number, "url": url(number), "current": number == results.number}
            if isinstance(number, int)
            else {"number": None, "url": None, "current": False}
            for number in numbers
        ],
    }
