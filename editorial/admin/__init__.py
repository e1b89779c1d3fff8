"""The admin of the engine: the screens on which staff write, review and publish."""

from editorial.admin import (  # noqa: F401  # they register their models
    assignments,
    content_checks,
    documents,
    glossary,
    jobs,
    links,
    notices,
    parties,
    people,
    releases,
    remarks,
    review_asides,
    staff,
    translating,
    visitors,  # they register their models
)
