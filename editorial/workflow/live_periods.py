"""Live periods: which edition of a document is public at a moment, and when that changes next."""

from datetime import datetime

from django.db.models import Min, Q

from editorial.base import languages
from editorial.content import parity
from editorial.models import Document, Edition
from editorial.models.querysets import Begins, Ends
from editorial.states import State


def live_edition(document: Document, moment: datetime) -> Edition | None:
    """The edition of `document` that is public at `moment`, if any."""
    found: Edition | None = Edition.objects.live(moment).filter(document=document).first()
    return found


def languages_of(edition: Edition) -> set[str]:
    """The languages in which an edition is, or once published will be, public."""
    found = set(edition.public_languages())
    if edition.state == State.DRAFT:
        # What is not ready and not required is left out when the draft goes its way.
        found -= set(parity.not_ready(edition.language_status, edition.excepted_languages))
    return found


def languages_lost(before: Edition, after: Edition) -> list[str]:
    """The languages in which the public can read `before`, and can no longer read the document once `after` is live."""
    there = languages_of(after)
    return [code for code in before.public_languages() if code not in there]


def losses(after: Edition, *, now: datetime) -> list[tuple[Edition, list[str]]]:
    """The editions, live or planned, that `after` could follow with fewer languages, each with the languages lost."""
    if languages_of(after) >= set(languages.codes()):
        return []
    planned = Edition.objects.filter(document_id=after.document_id, state=State.PUBLISHED).exclude(pk=after.pk)
    there = planned.filter(Q(live_during__upper_inf=True) | Q(live_during__endswith__gt=now)).order_by("live_during")
    found = [(before, languages_lost(before, after)) for before in there]
    return [(before, codes) for before, codes in found if codes]


def next_boundary(moment: datetime) -> datetime | None:
    """The first instant after `moment` at which anything becomes public or ceases to be, as things stand now."""
    published = Edition.objects.filter(state=State.PUBLISHED).order_by()
    found = [
        published.filter(live_during__startswith__gt=moment).aggregate(at=Min(Begins("live_during")))["at"],
        published.filter(live_during__endswith__gt=moment).aggregate(at=Min(Ends("live_during")))["at"],
    ]
    return min((at for at in found if at is not None), default=None)
