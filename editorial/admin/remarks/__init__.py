"""Remarks and preview links in the admin."""

from editorial.admin.remarks import beside  # noqa: F401  # it registers the asides
