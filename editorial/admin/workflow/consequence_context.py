"""What a transition's consequences depend on."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from editorial.base import languages
from editorial.content import kinds
from editorial.models import Edition, SignOff, User
from editorial.workflow import live_periods, outstanding_signatures
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

    def addresses(self, edition: Edition) -> tuple[tuple[str, str], ...]:
        """Where an edition is (or will be) public, by language."""
        return tuple(
            (code, f"/{code}/{self.kind.path(code, languages.value(edition, 'slug', code))}/")
            for code in edition.public_languages()
        )
