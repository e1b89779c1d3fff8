"""The subject's kinds of content and reference tables in the admin."""

from cooperation.admin import agreement, group, mechanism, meeting, page, places, programme, report, statement

__all__ = ["agreement", "group", "mechanism", "meeting", "page", "places", "programme", "report", "statement"]
