"""Who was asked to do what in the demo, and which pages are to be read again, so that no desk is empty."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from cooperation.demo.diary import Diary, Story
from cooperation.demo.stories import Office
from editorial import assigning
from editorial.models import Edition
from editorial.states import State

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Asked:
    """Somebody is asked, two days ago, to do what a document's newest edition needs, within `days` from now."""

    document: str
    by: str
    to: str
    days: int
    reason: str


ASKED = (
    Asked("defence-attaches", "author.ca", "translator.fr", -1, "For the visit of the two general staffs."),
    Asked("pol-mil-talks-7", "author.ca", "translator.es", 4, ""),
    Asked("maritime-security", "administrator", "author.ca", 3, "Vous connaissez le dossier."),
    Asked("correctional-services", "author.ca", "reviewer.ca", 2, ""),
    Asked("youth-lab", "author.mx", "reviewer.mx", 5, "Sale con el boletín del lunes."),
)
#: Days from now by which these pages are to be read again.
REVIEW_BY = {"migration": -12, "defence": -3, "energy": 20}


def plan(office: Office, diary: Diary, now: datetime) -> None:
    """Add these steps to the diary."""
    for asked in ASKED:
        diary.add(_asked(office, asked, now))
    for place, (key, days) in enumerate(REVIEW_BY.items()):
        diary.add(_to_read_again(office, key, now - 90 * _DAY + place * timedelta(hours=1), (now + days * _DAY)))


def _asked(office: Office, asked: Asked, now: datetime) -> Story:
    moment = yield now - 2 * _DAY + timedelta(hours=8)
    people = office.people.users
    edition = _newest(office, asked.document)
    if edition.state in (State.DRAFT, State.IN_REVIEW, State.CHANGES_REQUESTED):
        due = (now + asked.days * _DAY).date()
        assigning.assign(edition, to=people[asked.to], due=due, by=people[asked.by], now=moment, reason=asked.reason)


def _to_read_again(office: Office, key: str, at: datetime, day: datetime) -> Story:
    moment = yield at
    edition = _newest(office, key)
    owner = edition.document.owner
    assigning.set_review_by(edition, review_by=day.date(), by=owner, now=moment, reason="")


def _newest(office: Office, key: str) -> Edition:
    found: Edition = (
        Edition.objects.filter(document=office.documents[key])
        .select_related("document__owner")
        .order_by("number")
        .last()
    )  # type: ignore[assignment]  # a document has an edition
    return found
