"""What is not simply live in the demo: two pages of each stage, and some documents of the register.

Beside the shape of its ``kind`` (a page, if none is given), a draft has a ``stage``. A missing translation is an empty string.
A ``changes_requested`` draft has the reviewer's ``remark``, a ``withdrawn`` one its public ``explanation``.
"""

from . import (
    drafts_changes_requested,
    drafts_in_review,
    drafts_register,
    drafts_scheduled,
    drafts_translating,
    drafts_withdrawn,
)

DRAFTS = [
    *drafts_translating.DRAFTS,
    *drafts_in_review.DRAFTS,
    *drafts_changes_requested.DRAFTS,
    *drafts_scheduled.DRAFTS,
    *drafts_withdrawn.DRAFTS,
    *drafts_register.DRAFTS,
]
