"""Live periods: which edition of a document is public at a moment, and when that changes next."""

from datetime import datetime

from django.db.models import Min

from editorial.content import parity
from editorial.models import Document, Edition
from editorial.models.querysets import Begins, Ends
from editorial.states import State


def live_edition(document: Document, moment: datetime) -> Edition | None:
    """The edition of `document` that is public at `moment`, if any."""
    found: Edition | None = Edition.objects.live(moment).filter(document=document).first()
    return found


def languages_lost(before: Edition | None, after: Edition) -> list[str]:
    """The languages in which the public could read `before`, and can no longer read the document once `after` is live."""
    if before is None:
        return []
    there = set(after.public_languages())
    if after.state == State.DRAFT:
        # What is not ready and not required is left out when the draft goes its way.
        there -= set(parity.not_ready(after.language_status, after.excepted_languages))
    return [code for code in before.public_languages() if code not in there]


def next_boundary(moment: datetime) -> datetime | None:
    """The first instant after `moment` at which anything becomes public or ceases to be, as things stand now."""
    published = Edition.objects.filter(state=State.PUBLISHED).order_by()
    found = [
        published.filter(live_during__startswith__gt=moment).aggregate(at=Min(Begins("live_during")))["at"],
        published.filter(live_during__endswith__gt=moment).aggregate(at=Min(Ends("live_during")))["at"],
    ]
    return min((at for at in found if at is not None), default=None)
