"""The signatures that an edition needs before it may go public, and those that it has."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection
from django.db.models import F
from django.utils.translation import gettext as _

from editorial.base.prepared_queries import DIGEST, EDITION, ROUND, Compiled, any_code
from editorial.content import kinds
from editorial.models import Decision, Edition, Party, SignOff, SignOffRule, Snapshot


@dataclass(frozen=True)
class Requirement:
    """One signature that an edition needs: of a party (or of any, when none is named), in a stage."""

    party: Party | None
    stage: int

    def met_by(self, signed: Iterable[SignOff]) -> bool:
        """Whether one of these sign-offs is the one needed."""
        return any(self.party is None or sign_off.party_id == self.party.pk for sign_off in signed)

    def __str__(self) -> str:
        return str(self.party) if self.party else _("any party")


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
        .values("stage", "party_id", *(f"party__{name}" for name in _PARTY), about=F("kind"))
    )
)


@dataclass(frozen=True)
class RuleBook:
    """The rules of signature of one kind and of the types within it, read by one query."""

    kind: str
    rules: tuple[tuple[str, Requirement], ...]

    @classmethod
    def for_kind(cls, kind: str) -> "RuleBook":
        """The rules as they are now."""
        found = []
        for row in _NEEDED.rows(codes=kinds.signing_keys_of(kind)):
            values = [row[f"party__{name}"] for name in _PARTY]
            party = Party.from_db(connection.alias, _PARTY, values) if row["party_id"] is not None else None
            found.append((row["about"], Requirement(party, row["stage"])))
        return cls(kind, tuple(found))

    def needed(self, content_type: str = "") -> list[Requirement]:
        """The signatures that content of this type needs; where no rule says otherwise, one of any party."""
        wanted = (self.kind, kinds.signing_key(self.kind, content_type))
        return [needed for about, needed in self.rules if about in wanted] or [Requirement(None, 1)]

    def needed_for(self, edition: Edition) -> list[Requirement]:
        """The signatures that this edition needs, by the type that its content names."""
        typed = any(about != self.kind for about, _needed in self.rules)
        return self.needed(content_type(edition) if typed else "")


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
    """The signatures that an edition needs: those of its kind, and of the type that its content names."""
    return RuleBook.for_kind(edition.document.kind).needed_for(edition)
