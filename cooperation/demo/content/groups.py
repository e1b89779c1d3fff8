"""The eight working groups of the Partnership, in the order of their English names."""

from cooperation.demo.content.groups_economy import ECONOMY
from cooperation.demo.content.groups_resources import RESOURCES
from cooperation.demo.content.groups_society import SOCIETY

GROUPS = sorted([*ECONOMY, *RESOURCES, *SOCIETY], key=lambda group: group["title"]["en"])
