"""What somebody without an account remarks on the text that a preview link opens."""

from datetime import datetime

from django.db import transaction

from editorial.collaboration.remarks import threads
from editorial.models import RemarkEntry
from editorial.previews import links
from editorial.workflow.locking import lock


@transaction.atomic
def remark_by_guest(
    token: str, *, language: str, name: str, text: str, now: datetime, where: threads.Where
) -> RemarkEntry:
    """Keep what a guest remarks. Raises NotAllowed, Unknown, Expired and Revoked."""
    # The document first, as everybody who locks both; the link is looked at again under its own lock.
    lock(links.find(token, now=now).edition_id)
    link = links.open_link(token, language=language, now=now, count=False)
    return threads.open_by_guest(link, name=links.guest_name(name), text=text, now=now, where=where).entry
