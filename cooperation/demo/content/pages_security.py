"""Demo pages on security, justice and borders."""

from . import page_anti_corruption, page_border, page_capacity_building, page_emergency, page_security

PAGES = [
    page_security.PAGE,
    page_capacity_building.PAGE,
    page_anti_corruption.PAGE,
    page_border.PAGE,
    page_emergency.PAGE,
]
