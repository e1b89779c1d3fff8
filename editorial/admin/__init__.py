"""The admin of the engine: the screens on which staff write, review and publish."""

from editorial.admin import documents, people, visitors  # noqa: F401  # they register their models
