"""The admin of the engine: the screens on which staff write, review and publish."""

from editorial.admin import (  # noqa: F401  # they register their models
    documents,
    jobs,
    people,
    releases,
    visitors,  # they register their models
)
