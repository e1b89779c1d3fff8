"""Where the tracker of objectives is read, in each language."""

from collections.abc import Mapping
from typing import Any

from cooperation.views.request.page_request import PageRequest

SEGMENTS = {"en": "objectives", "fr": "objectifs", "es": "objetivos"}


def all_of_them(visit: PageRequest, params: Mapping[str, str] | None = None) -> str:
    """The address of the tracker, with the parameters of its filter."""
    return visit.address(f"/{visit.language}/{SEGMENTS[visit.language]}/", params)


def of_one(visit: PageRequest, key: Any) -> str:
    """The address of one objective and all that continues it, by the key of the first or of any other of them."""
    return visit.address(f"/{visit.language}/{SEGMENTS[visit.language]}/{key}/")
