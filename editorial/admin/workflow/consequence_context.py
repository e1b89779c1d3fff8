"""What a transition's consequences depend on."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from editorial.base import languages
from editorial.content import canonical, kinds
from editorial.models import Edition, Party, SignOff, User
from editorial.states import State
from editorial.workflow import bound_parties, live_periods, outstanding_signatures, signatures
from editorial.workflow.signatures import Requirement, requirements_if_submitted


@dataclass(frozen=True)
class Consequence:
    """One sentence, with the public addresses, (language code, address), or the instant that it announces."""

    text: str
    addresses: tuple[tuple[str, str], ...] = ()
    moment: datetime | None = None


@dataclass
class Outlook:
    """What the consequences depend on, read when it is first asked for."""

    edition: Edition
    by: User
    now: datetime
    kind: kinds.Kind = field(init=False)

    def __post_init__(self) -> None:
        self.kind = kinds.get_kind(self.edition.document.kind)

    @cached_property
    def live(self) -> Edition | None:
        """The document's edition that is public now."""
        return live_periods.live_edition(self.edition.document, self.now)

    @cached_property
    def losses(self) -> list[tuple[Edition, list[str]]]:
        """The editions, live or planned, that this one could follow with fewer languages, each with those lost."""
        return live_periods.losses(self.edition, now=self.now)

    @cached_property
    def open(self) -> Edition | None:
        """The document's edition that is being worked on, if it is another one."""
        found: Edition | None = (
            Edition.objects.open().filter(document_id=self.edition.document_id).exclude(pk=self.edition.pk).first()
        )
        return found

    @cached_property
    def given(self) -> list[SignOff]:
        """The signatures that count at present."""
        return outstanding_signatures.signed([self.edition])[self.edition.pk] if self.edition.round else []

    @cached_property
    def needed(self) -> list[Requirement]:
        """All the signatures that this edition needs, or would need if it were submitted now."""
        return requirements_if_submitted(self.edition, now=self.now)

    @cached_property
    def bound(self) -> dict[str, str]:
        """Whom the text binds (see `editorial.workflow.bound_parties`); of a draft, if it were submitted now."""
        if self.edition.state != State.DRAFT:
            return dict(self.edition.bound_parties)
        return bound_parties.bound_parties(canonical.content_of(self.edition), now=self.now)

    @property
    def must_bind(self) -> bool:
        """Whether texts like this one bind somebody, by their kind and type."""
        return self.kind.needs_all_bound(signatures.content_type(self.edition))

    @property
    def unsigned(self) -> list[str]:
        """What the parties are called that the text binds and that have not signed it."""
        signed = {each.party_id for each in self.given}
        parties = Party.objects.filter(code__in=bound_parties.codes(self.bound)) if self.bound else []
        return [str(party) for party in parties if party.pk not in signed]

    def addresses(self, edition: Edition) -> tuple[tuple[str, str], ...]:
        """Where an edition is (or will be) public, by language."""
        return tuple(
            (code, f"/{code}/{self.kind.path(code, languages.value(edition, 'slug', code))}/")
            for code in edition.public_languages()
        )
