"""The signatures that an edition needs before it may go public, and those that it has."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection
from django.db.models import F
from django.utils.translation import gettext as _

from editorial.base.prepared_queries import DIGEST, EDITION, ROUND, Compiled, any_code
from editorial.content import canonical, kinds
from editorial.models import Decision, Edition, Party, SignOff, SignOffRule, Snapshot
from editorial.states import State
from editorial.workflow import bound_parties


@dataclass(frozen=True)
class Requirement:
    """One signature that an edition needs: of a party (or of any, when none is named), in a stage.

    A rule can ask for `every_bound_party`; of an edition, that comes to one requirement for each party that it binds.
    """

    party: Party | None
    stage: int
    every_bound_party: bool = False

    def met_by(self, signed: Iterable[SignOff]) -> bool:
        """Whether one of these sign-offs is the one needed."""
        return any(self.party is None or sign_off.party_id == self.party.pk for sign_off in signed)

    def __str__(self) -> str:
        if self.every_bound_party:
            return _("every party that the text binds")
        return str(self.party) if self.party else _("any party")


def requirement_of(rule: SignOffRule) -> Requirement:
    """What a rule asks for."""
    return Requirement(rule.party, rule.stage, rule.every_bound_party)


@dataclass(frozen=True)
class Bound:
    """Whom a text binds, as the signatures that it needs depend on it: the codes of parties; whether all must sign."""

    parties: Sequence[str] = ()
    all_must_sign: bool = False

    @classmethod
    def by_edition(cls, edition: Edition) -> "Bound":
        """As it was frozen when the edition was last submitted."""
        return cls(bound_parties.codes(edition.bound_parties), edition.all_must_sign)


def signatures(edition: Edition) -> list[SignOff]:
    """The sign-offs that count: of this round, on this digest, not decided otherwise since."""
    return list(
        SignOff.objects.filter(
            edition_id=edition.pk, round=edition.round, digest=edition.digest, decision=Decision.SIGNED
        )
        .select_related("party", "by")
        .order_by("at")
    )


_SIGNED = Compiled(
    lambda: SignOff.objects.filter(edition_id=EDITION, round=ROUND, digest=DIGEST, decision=Decision.SIGNED).order_by(
        "at"
    )
)


def signed(edition: Edition) -> list[SignOff]:
    """The same sign-offs, without what they refer to."""
    return _SIGNED.objects(SignOff, edition=edition.pk, round=edition.round, digest=edition.digest)


_PARTY = [field.attname for field in Party._meta.concrete_fields]
_NEEDED = Compiled(
    lambda: (
        SignOffRule.objects.filter(any_code(F("kind")))
        .order_by("stage", "pk")
        .values("stage", "party_id", "every_bound_party", *(f"party__{name}" for name in _PARTY), about=F("kind"))
    )
)


def parties_by_code() -> dict[str, Party]:
    """All parties, by their code."""
    return {party.code: party for party in Party.objects.all()}


@dataclass(frozen=True)
class RuleBook:
    """The rules of signature of one kind and of the types within it, read by one query.

    `parties` are those by their code, which are read once a text binds one.
    """

    kind: str
    rules: tuple[tuple[str, Requirement], ...]
    parties: dict[str, Party] = field(default_factory=dict)

    @classmethod
    def for_kind(cls, kind: str) -> "RuleBook":
        """The rules as they are now."""
        found = []
        for row in _NEEDED.rows(codes=kinds.signing_keys_of(kind)):
            values = [row[f"party__{name}"] for name in _PARTY]
            party = Party.from_db(connection.alias, _PARTY, values) if row["party_id"] is not None else None
            found.append((row["about"], Requirement(party, row["stage"], row["every_bound_party"])))
        return cls(kind, tuple(found))

    def needed(self, content_type: str = "", bound: Bound | None = None) -> list[Requirement]:
        """The signatures that content of this type needs; where nobody else is asked for, one of any party.

        :param bound: whom the content binds; nobody, if left out.
        """
        wanted = (self.kind, kinds.signing_key(self.kind, content_type))
        bound = bound or Bound()
        asked = with_bound((needed for about, needed in self.rules if about in wanted), bound.all_must_sign)
        named = {each.party.pk for each in asked if each.party is not None}
        binding = [party for party in map(self._party, bound.parties) if party.pk not in named] if bound.parties else []
        found = [
            one
            for each in asked
            for one in ([Requirement(party, each.stage) for party in binding] if each.every_bound_party else [each])
        ]
        return found or [Requirement(None, 1)]

    def _party(self, code: str) -> Party:
        if not self.parties:
            self.parties.update(parties_by_code())
        return self.parties[code]

    def needed_for(self, edition: Edition) -> list[Requirement]:
        """The signatures that this edition needs, by the type that its content names and by whom it binds."""
        typed = any(about != self.kind for about, _needed in self.rules)
        return self.needed(content_type(edition) if typed else "", Bound.by_edition(edition))


def with_bound(asked: Iterable[Requirement], all_must_sign: bool) -> list[Requirement]:
    """What rules ask for, in its stages, with every bound party where all must sign and no rule says in which stage."""
    found = list(asked)
    if all_must_sign and not any(each.every_bound_party for each in found):
        found.append(Requirement(None, 1, every_bound_party=True))
    return sorted(found, key=lambda each: each.stage)


def content_type(edition: Edition) -> str:
    """What the edition says in a field `type`; empty for kinds without one. A row of the kind knows it by itself."""
    if hasattr(edition, "type"):
        return str(edition.type)
    found = Snapshot.objects.filter(pk=edition.digest).values_list("content__fields__type", flat=True).first()
    return found or ""


def content_types(editions: Iterable[Edition]) -> dict[int, str]:
    """The same of many editions, by primary key; one query."""
    rows = list(editions)
    found = dict(
        Snapshot.objects.filter(pk__in={each.digest for each in rows}).values_list("pk", "content__fields__type")
    )
    return {each.pk: found.get(each.digest) or "" for each in rows}


def hold_rules() -> None:
    """Let nobody make, change or take away a rule of signature until this transaction ends; before editions are locked.

    Else a rule could come while an edition becomes public without the signature that it asks for, or go while the last
    other signature is given, and neither of the two would approve it. The whole table is held, since a row that is yet
    to come cannot be. Any number of transactions may hold the rules at once.
    """
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE public.editorial_signoffrule IN SHARE MODE")


def hold_rules_for_change() -> None:
    """Wait until nobody relies on the rules of signature, and let nobody else rely on or change them until the
    transaction ends; before any edition is locked.
    """
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE public.editorial_signoffrule IN SHARE ROW EXCLUSIVE MODE")


def requirements_for(edition: Edition) -> list[Requirement]:
    """The signatures that an edition needs: those of its kind and of its type, and of whom it binds."""
    return RuleBook.for_kind(edition.document.kind).needed_for(edition)


def requirements_if_submitted(edition: Edition, *, now: datetime) -> list[Requirement]:
    """The signatures that an edition needs; of a draft those that it would need if it were submitted at `now`."""
    if edition.state != State.DRAFT:
        return requirements_for(edition)
    content = canonical.content_of(edition)
    bound = bound_parties.bound_parties(content, now=now)
    return RuleBook.for_kind(edition.document.kind).needed(
        str(content["fields"].get("type") or ""),
        Bound(bound_parties.codes(bound), bound_parties.all_must_sign(content)),
    )
