"""Whose desk it is, and when: what every question of the desks is asked with."""

from dataclasses import dataclass
from datetime import UTC, datetime, time

from editorial.base import languages
from editorial.base.prepared_queries import MOMENT, PARTY, PERSON
from editorial.models import User

#: The primary key that no party has.
NO_PARTY = -1


@dataclass(frozen=True)
class Ask:
    """A person, their party, the languages they translate into, and the clock.

    `party` is `NO_PARTY` for whoever acts for none. `today` is the beginning of the day (UTC) at `moment`: what only
    depends on the day is asked with that, so that its statement can be kept for a day (see `editorial.desks.counts`).
    `may` holds the engine's permissions that the desks go by; `keeps` says that they answer for everybody's documents.
    """

    person: int
    party: int
    moment: datetime
    today: datetime
    may: frozenset[str]

    @classmethod
    def for_person(cls, person: User, now: datetime) -> "Ask":
        """The question as `person` asks it at `now`."""
        today = datetime.combine(now.astimezone(UTC).date(), time(), UTC)
        held = frozenset(name for name in _names() if person.is_active and person.has_perm(f"editorial.{name}"))
        return cls(person.pk, person.party_id or NO_PARTY, now, today, held)

    def to_keep(self) -> "Ask":
        """The same with stand-ins for what differs from person to person and from moment to moment."""
        return Ask(PERSON, self.party if self.party == NO_PARTY else PARTY, MOMENT, self.today, self.may)

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages into which this person translates."""
        return tuple(code for code in languages.codes() if f"translate_{code}" in self.may)

    @property
    def keeps(self) -> bool:
        """Whether they answer for everybody's documents, not for their own alone."""
        return "change_document" in self.may


def _names() -> list[str]:
    return [
        "view_edition", "write_edition", "sign_off_edition", "publish_edition", "change_document", "change_user",
        "view_job",
        "triage_problem", "moderate_comment", *(f"translate_{code}" for code in languages.codes()),
    ]  # fmt: skip
