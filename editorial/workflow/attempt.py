"""What somebody wants to do to an edition, with all that the rules look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.functional import cached_property

from editorial.base.prepared_queries import DOCUMENT, EDITION, MOMENT, PERSON, Compiled
from editorial.base.reasons import Issue
from editorial.checks import requirements
from editorial.content import canonical, kept, kinds
from editorial.content.canonical import Content
from editorial.content.wording import Words
from editorial.models import Attestation, Edition, Event, ReleaseItem, SignOff, User
from editorial.states import CONTRIBUTING, Phase, Standing, State
from editorial.workflow import live_periods, signatures

_WROTE = Compiled(
    lambda: Event.objects.filter(document_id=DOCUMENT, verb__in=CONTRIBUTING, by_id=PERSON).order_by().values("pk")[:1]
)
_PLANNED = Compiled(
    lambda: (
        Edition.objects.filter(document_id=DOCUMENT, state=State.PUBLISHED)
        .filter(Q(live_during__upper_inf=True) | Q(live_during__endswith__gt=MOMENT))
        .order_by("live_during")
    )
)
_ATTESTED = Compiled(
    lambda: Attestation.objects.filter(edition_id=EDITION).order_by().values("language", "source_digest")
)
_HELD = Compiled(
    lambda: (
        ReleaseItem.objects.filter(edition_id=EDITION)
        .order_by()
        .values("release_id", "release__title", "release__phase", "release__public_at")
    )
)


@dataclass(frozen=True)
class ActingRelease:
    """A release on whose behalf something is done to one of its editions.

    `documents` are the uuids of all its documents: what refers to one of them refers to something that will be public.
    """

    release: int
    title: str
    documents: frozenset[str] = field(default_factory=frozenset)

    @property
    def detail(self) -> Mapping[str, Any]:
        """What the events of the editions say of it."""
        return {"release": self.release, "release_title": self.title}


@dataclass(frozen=True)
class HoldingRelease:
    """The release that an edition is in, as far as it holds the edition."""

    release: int
    title: str
    phase: Phase
    public_at: datetime | None


@dataclass
class Attempt:
    """All that the rules look at when `by` wants to do something to `edition` at `now`; read once, then kept.

    `at`, `until`, `reason`, `explanation`, `digest`, `language`, `redirect_to` (a document's primary key), `to` (whom
    it is assigned to) and `slugs` (by language, in the place of those that were taken) are what the person gave with
    the verb; a value that is None was not given yet (a button is only being considered), an empty one was left out. So
    is `loss_confirmed`: that the public loses languages was read and meant. `together` is the release on whose behalf
    it is done, if it is.
    """

    edition: Edition
    by: User
    now: datetime
    at: datetime | None = None
    until: datetime | None = None
    reason: str | None = None
    explanation: Mapping[str, str] | None = None
    digest: str | None = None
    language: str | None = None
    redirect_to: int | None = None
    to: User | None = None
    loss_confirmed: bool | None = None
    slugs: Mapping[str, str] | None = None
    together: ActingRelease | None = None

    @cached_property
    def content(self) -> Content:
        """The edition's content as the database has it."""
        return canonical.content_of(self.edition)

    @cached_property
    def unaltered(self) -> bool:
        """Whether the rows say what the edition's digest was made of; made again of them."""
        return kept.says(self.edition, self.content)

    @cached_property
    def words(self) -> Words:
        """The content in the reader's words; what it refers to is looked up once."""
        return Words(self.content)

    @cached_property
    def issues(self) -> list[Issue]:
        """What the content lacks of what its kind requires."""
        return requirements.issues(kinds.CheckedEdition(self.edition, self.content))

    @cached_property
    def contributed(self) -> bool:
        """Whether this person wrote in the document, in any edition and language; see `writers`."""
        return bool(_WROTE.rows(document=self.edition.document_id, person=self.by.pk))

    @cached_property
    def signed(self) -> list[SignOff]:
        """The sign-offs of this round on this exact content."""
        return signatures.signed(self.edition)

    @cached_property
    def outstanding(self) -> list[signatures.Requirement]:
        """The signatures that are still missing, in the order of their stages."""
        return [needed for needed in signatures.requirements_for(self.edition) if not needed.met_by(self.signed)]

    @cached_property
    def siblings(self) -> list[Edition]:
        """The document's other published editions that are live or scheduled at `now`, by the start of their live
        period.
        """
        others = _PLANNED.objects(Edition, document=self.edition.document_id, moment=self.now)
        return [other for other in others if other.pk != self.edition.pk]

    @cached_property
    def languages_lost(self) -> list[str]:
        """The languages in which the document is public when this edition begins, and would no longer be."""
        begin = self.at or self.now
        live = next((other for other in self.siblings if other.standing(begin) == Standing.LIVE), None)
        return live_periods.languages_lost(live, self.edition) if live is not None else []

    @cached_property
    def attested(self) -> dict[str, str]:
        """Per language, the source digest that its translator attested."""
        return attested(self.edition.pk)

    @cached_property
    def release(self) -> HoldingRelease | None:
        """The release that the edition is in, unless it is on its behalf that this is done."""
        row = _HELD.first(edition=self.edition.pk)
        if row is None or (self.together is not None and self.together.release == row["release_id"]):
            return None
        return HoldingRelease(
            row["release_id"], row["release__title"], Phase(row["release__phase"]), row["release__public_at"]
        )

    @cached_property
    def successor_of(self) -> Edition | None:
        """The published edition of which the public will see this one as a change; none for a document's first."""
        newest = Edition.objects.filter(document_id=self.edition.document_id, state=State.PUBLISHED)
        return newest.exclude(pk=self.edition.pk).order_by("-number").select_related("document").first()


def withdrawal_needs_confirmation(edition: Edition) -> bool:
    """Whether a second person confirms the withdrawal of an edition, by its kind and the type that it names."""
    kind = kinds.get_kind(edition.document.kind)
    typed = not isinstance(kind.withdrawal_confirmed, bool)
    return kind.confirms_withdrawal_of(signatures.content_type(edition) if typed else "")


def writers(edition: Edition) -> set[int]:
    """Primary keys of all who wrote in the edition's document, none of whom may sign or publish any edition of it.

    Words go from edition to edition: a revision begins with those of the last, and what was discarded can be restored,
    pasted or imported. So they are counted by the document, which no copying passes by.
    """
    return set(
        Event.objects.filter(document_id=edition.document_id, verb__in=CONTRIBUTING)
        .order_by()
        .values_list("by_id", flat=True)
        .distinct()
    )


def contributors(edition: Edition) -> set[int]:
    """Primary keys of all who changed this very edition's content: those who are told what becomes of it."""
    return set(
        Event.objects.filter(edition_id=edition.pk, verb__in=CONTRIBUTING)
        .order_by()
        .values_list("by_id", flat=True)
        .distinct()
    )


def attested(edition_id: int) -> dict[str, str]:
    """Per language of an edition, the source digest that its translator attested."""
    return {row["language"]: row["source_digest"] for row in _ATTESTED.rows(edition=edition_id)}
