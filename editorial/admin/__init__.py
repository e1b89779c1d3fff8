"""The admin of the engine: the screens on which staff write, review and publish."""

from editorial.admin import (  # noqa: F401  # they register their models
    documents,
    jobs,
    people,
    remarks,  # they stand beside the screens of editions
    visitors,  # they register their models
)
