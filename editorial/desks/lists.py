"""The desks' lists: one sort of work each, whole, narrowed and in an order of the reader's choice."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from editorial.base import languages
from editorial.desks import questions, rows
from editorial.desks.query import NO_PARTY, Ask
from editorial.models import Edition
from editorial.states import State

#: Whose work a list shows.
WHO = {"me": _("For me"), "party": _("For my party"), "all": _("Everybody's")}
#: In which order.
SORTS = {
    "waiting": _("Longest waiting first"),
    "recent": _("Latest change first"),
    "due": _("Due date"),
    "kind": _("Kind"),
    "title": _("Title"),
}


@dataclass(frozen=True)
class Choice:
    """By what a list is narrowed; an empty value narrows nothing. `party` is a primary key."""

    who: str = "me"
    kind: str = ""
    language: str = ""
    party: int = 0
    sort: str = "waiting"


@dataclass(frozen=True)
class Work:
    """A sort of work: `key` is its address, `states` where its editions stand, `who` whose it can show."""

    key: str
    title: str | Promise
    nothing: str | Promise
    states: tuple[State, ...]
    who: tuple[str, ...]


WORKS = {
    work.key: work
    for work in (
        Work("mine", _("My work"), _("You have nothing in hand."), (), ("me",)),
        Work("review", _("To review"), _("Nothing waits for a signature."), (State.IN_REVIEW,), ("me", "party", "all")),
        Work("translate", _("To translate"), _("Nothing is to be translated."), (State.DRAFT,), ("me", "all")),
        Work("publish", _("To publish"), _("Nothing waits to be published."), (State.APPROVED,), ("me", "all")),
    )
}


def default(work: Work, ask: Ask) -> str:
    """Whose work a list shows first: the reader's own, or everybody's where they have no part in it."""
    own = {"mine": True, "review": "sign_off_edition" in ask.may, "translate": bool(ask.codes)}
    return "me" if own.get(work.key, "publish_edition" in ask.may) else "all"


def offered(work: Work, ask: Ask) -> list[tuple[str, str | Promise]]:
    """Whose work this person can look at in the list."""
    return [(key, WHO[key]) for key in work.who if key != "party" or ask.party != NO_PARTY]


def codes(choice: Choice, ask: Ask) -> Sequence[str]:
    """The languages that a list for translators is about."""
    if choice.language:
        return [choice.language]
    return ask.codes if choice.who == "me" else languages.codes()


def find_editions(work: Work, choice: Choice, ask: Ask, *, reader: str) -> QuerySet[Any]:
    """The editions of a list, in order; rows for `rows.of`.

    :param reader: the language by whose titles they are ordered.
    """
    editions = _base(work, choice, ask)
    if choice.kind:
        editions = editions.filter(document__kind=choice.kind)
    if choice.language and work.key != "translate":
        editions = editions.filter(source_language=choice.language)
    if choice.party:
        of_party = (
            questions.lacks_signature_of(choice.party) if work.key == "review" else Q(created_by__party=choice.party)
        )
        editions = editions.filter(of_party)
    ordered: QuerySet[Any] = rows.with_row_values(editions, ask)
    return ordered.order_by(*_order(work, choice, reader))


def _base(work: Work, choice: Choice, ask: Ask) -> QuerySet[Any]:
    wanted = tuple(codes(choice, ask))
    match work.key, choice.who:
        case "mine", _who:
            return questions.of_mine(ask)
        case "review", "me":
            return questions.to_review(ask)
        case "review", "party":
            return questions.of_my_party(ask)
        case "translate", "me":
            return questions.to_translate(ask, tuple(code for code in wanted if code in ask.codes))
        case "translate", _who:
            either = Q()
            for code in wanted:
                either |= questions.behind(code)
            drafts: QuerySet[Any] = Edition.objects.filter(either, state=State.DRAFT)
            return drafts
        case "publish", "me":
            return questions.to_publish(ask)
    everything: QuerySet[Any] = Edition.objects.filter(state__in=work.states)
    return everything


def _order(work: Work, choice: Choice, reader: str) -> list[Any]:
    since = {"review": "submitted_at", "publish": "approved_at"}.get(work.key, "changed_at")
    first: dict[str, list[Any]] = {
        "waiting": [since],
        "recent": ["-changed_at"],
        "due": [F("due").asc(nulls_last=True), since],
        "kind": ["document__kind", since],
        "title": [languages.column("title", reader)],
    }
    return [*first[choice.sort], "pk"]


def understood(work: Work, ask: Ask, given: dict[str, str], *, kinds: Sequence[str], parties: Sequence[int]) -> Choice:
    """The choice that an address names; what is none of the choices is as good as unset."""
    choice = Choice(who=default(work, ask))
    who, party = given.get("who", ""), given.get("party", "")
    if who in dict(offered(work, ask)):
        choice = replace(choice, who=who)
    if given.get("kind", "") in kinds:
        choice = replace(choice, kind=given["kind"])
    if given.get("language", "") in languages.codes():
        choice = replace(choice, language=given["language"])
    if party.isascii() and party.isdigit() and len(party) < 10 and int(party) in parties:
        choice = replace(choice, party=int(party))
    if given.get("sort", "") in SORTS:
        choice = replace(choice, sort=given["sort"])
    return choice
