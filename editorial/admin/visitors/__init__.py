"""The desks on which staff look after what visitors say."""

from editorial.admin.visitors import comments, discussions, problems  # noqa: F401  # they register their models
