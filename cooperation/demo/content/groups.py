"""The working groups of the Partnership, in the order of their English names."""

from typing import Any

from cooperation.demo.content import groups_changing
from cooperation.demo.content.groups_economy import ECONOMY
from cooperation.demo.content.groups_members import members
from cooperation.demo.content.groups_resources import RESOURCES
from cooperation.demo.content.groups_society import SOCIETY


def _complete(groups: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The groups with the members and the other names that sources give."""
    return [{**group, **members(group["key"])} for group in sorted(groups, key=lambda group: group["title"]["en"])]


#: The eight that the list has had throughout.
LASTING = _complete([*ECONOMY, *RESOURCES, *SOCIETY])
#: Those that left it or came late.
CHANGING = _complete(groups_changing.CHANGING)
