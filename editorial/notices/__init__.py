"""Notices: who is told what, in the admin and by e-mail.

A step of the workflow asks for its notices in its own transaction (`editorial.workflow.notice_jobs`); a worker finds
out whom it concerns (`audience`) and writes one row for each. A second job mails what is to be sent at once (`emails`),
a periodic one the rest (`schedule`, `digest`). What is no step of the workflow, such as a remark or a changed role,
asks directly::

    send_notices(NoticeType.MENTIONED, about=edition, to=[person], by=user, now=now, detail={"quote": "…"})

How each person wants to be told is theirs to say (`preferences`); `reminders` are of what is due. The words are made
when they are read, in the reader's language (`texts`).
"""

from editorial.models import Cadence, NoticeType
from editorial.notices.notify import send_notices

__all__ = ["Cadence", "NoticeType", "send_notices"]
