"""The subject's kinds of content and reference tables in the admin."""

from cooperation.admin import group, mechanism, page, places, report

__all__ = ["group", "mechanism", "page", "places", "report"]
