"""Notices: who is told what, in the admin and by e-mail.

A step of the workflow asks for its notices in its own transaction (`editorial.workflow.after_commit`); a worker finds
out whom it concerns (`audience`), writes one row for each and sends what is to be sent at once (`mailing`). What is no
step of the workflow, such as a remark or an assignment, tells people directly::

    tell(Sort.MENTIONED, about=edition, to=[person], by=user, now=now, detail={"quote": "…", "path": "/admin/…"})

How each person wants to be told is theirs to say (`preferences`); the rest of it are reminders (`reminders`) and the
daily digest (`digest`). The words are made when they are read, in the reader's language (`words`).
"""

from editorial.models import Cadence, Sort
from editorial.notices.notify import tell

__all__ = ["Cadence", "Sort", "tell"]
