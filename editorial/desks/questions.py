"""Which editions concern somebody: each question is a queryset over the open editions, a handful among thousands.

All take an `Ask`, whose values can be stand-ins (`editorial.base.prepared_queries`), so that the same question fills a
list and, compiled once, a count in the menu.
"""

from typing import Any

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Subquery, TextField, Value, When
from django.db.models.fields.json import KT
from django.db.models.functions import Coalesce, Concat
from django.db.models.lookups import Exact

from editorial.content import change_note
from editorial.content.parity import Parity
from editorial.desks.query import NO_PARTY, Ask
from editorial.models import Assignment, Decision, Edition, Event, Party, SignOff, SignOffRule, Snapshot, Task
from editorial.states import CONTRIBUTING, State
from editorial.workflow.bound_parties import Binds


def of_mine(ask: Ask) -> QuerySet[Any]:
    """Open editions that this person began, changed, handed in or was asked to write or translate."""
    found: QuerySet[Any] = Edition.objects.open().filter(
        Q(created_by=ask.person)
        | Q(changed_by=ask.person)
        | Q(submitted_by=ask.person)
        | Q(Exists(contributions(ask)))
        | Q(Exists(_asked().filter(person=ask.person, task__in=[Task.WRITE, Task.TRANSLATE])))
    )
    return found


def in_review(ask: Ask) -> QuerySet[Any]:
    """All that is in review, with whoever's turn it is."""
    return Edition.objects.filter(state=State.IN_REVIEW)


def of_my_party(ask: Ask) -> QuerySet[Any]:
    """Editions in review that lack the signature of this person's party, whether or not it is their turn."""
    return in_review(ask).filter(lacks_signature_of(ask.party))


def lacks_signature_of(party: int) -> Q:
    """Whether an edition in review lacks the signature of a party, in whatever stage."""
    of_party = Q(party=party) | Q(party__isnull=True)
    return Q(Exists(_missing().filter(of_party))) | _any_one_is_missing() | Q(Exists(_bound_missing().filter(pk=party)))


def to_review(ask: Ask) -> QuerySet[Any]:
    """Editions in review that this person may sign now: their party is asked, it is its turn, and they changed nothing.

    What a colleague of the same party was asked to sign is left to them.
    """
    if "sign_off_edition" not in ask.may or ask.party == NO_PARTY:
        return Edition.objects.none()
    earlier = _missing(outer=2).filter(stage__lt=OuterRef("stage"))
    own = _missing().filter(
        Q(party=ask.party) | Q(party__isnull=True),
        ~Exists(earlier),
        ~Q(Exists(_bound_missing(outer=2)), stage__gt=_bound_stage(outer=2)),
    )
    before_bound = _missing().filter(stage__lt=_bound_stage(outer=2))
    return in_review(ask).filter(
        Q(Exists(own))
        | _any_one_is_missing()
        | Q(Exists(_bound_missing().filter(pk=ask.party)), ~Exists(before_bound)),
        ~Exists(_signed().filter(Q(party=ask.party) | Q(by=ask.person))),
        ~Exists(writings(ask)),
        ~Exists(_asked().filter(task=Task.REVIEW, party=ask.party).exclude(person=ask.person)),
    )


def to_translate(ask: Ask, codes: tuple[str, ...] | None = None) -> QuerySet[Any]:
    """Drafts in which one of this person's languages is missing or outdated, and nobody else was asked for it.

    :param codes: languages to look at instead of all of theirs.
    """
    wanted = ask.codes if codes is None else codes
    if not wanted:
        return Edition.objects.none()
    either = Q()
    for code in wanted:
        others = _asked().filter(task=Task.TRANSLATE, language=code).exclude(person=ask.person)
        either |= behind(code) & Q(~Exists(others))
    return Edition.objects.filter(either, state=State.DRAFT)


def behind(code: str) -> Q:
    """Whether an edition or its note is to be translated into a language, or the translation attested again."""
    status = ~Q(language_status__contains={code: Parity.CURRENT.value})
    return (status | change_note.unwritten(code)) & ~Q(source_language=code) & ~Q(excepted_languages__contains=[code])


def to_publish(ask: Ask) -> QuerySet[Any]:
    """Approved editions that this person may publish, unless a colleague was asked to."""
    if "publish_edition" not in ask.may:
        return Edition.objects.none()
    return Edition.objects.filter(
        ~Exists(writings(ask)),
        ~Exists(_asked().filter(task=Task.PUBLISH).exclude(person=ask.person)),
        state=State.APPROVED,
    )


def assigned(ask: Ask) -> QuerySet[Any]:
    """Open editions with which this person was asked to do something."""
    found: QuerySet[Any] = Edition.objects.open().filter(Exists(_asked().filter(person=ask.person)))
    return found


def due(ask: Ask) -> Subquery:
    """The day by which this person was asked to have done with an edition, or none."""
    asked = _asked().filter(person=ask.person).order_by(F("due_on").asc(nulls_last=True))
    return Subquery(asked.values("due_on")[:1])


def contributed(ask: Ask) -> Exists:
    """Whether this person wrote in an edition's document, and so may neither sign nor publish it."""
    return Exists(writings(ask))


def with_type(editions: QuerySet[Any]) -> QuerySet[Any]:
    """The editions with the `type` that their content names, by which signature rules go; for rows that are shown."""
    # Of what is not in review nobody asks, and the contents are long.
    named = Case(When(state=State.IN_REVIEW, then=Subquery(_type(1))), default=None, output_field=TextField())
    found: QuerySet[Any] = editions.annotate(type=Coalesce(named, Value("", output_field=TextField())))
    return found


def contributions(ask: Ask) -> QuerySet[Any]:
    """The events by which this person had a part in the text of an edition, to be asked with `Exists`."""
    return Event.objects.filter(edition=OuterRef("pk"), by=ask.person, verb__in=CONTRIBUTING).order_by()


def writings(ask: Ask) -> QuerySet[Any]:
    """The events by which this person wrote in an edition's document, so that somebody else must decide on it."""
    return Event.objects.filter(document=OuterRef("document"), by=ask.person, verb__in=CONTRIBUTING).order_by()


def _asked() -> QuerySet[Any]:
    return Assignment.objects.filter(
        edition=OuterRef("pk"), state=OuterRef("state"), round=OuterRef("round")
    ).order_by()


def _signed() -> QuerySet[Any]:
    return SignOff.objects.filter(
        edition=OuterRef("pk"), round=OuterRef("round"), digest=OuterRef("digest"), decision=Decision.SIGNED
    ).order_by()


def _rules(*, outer: int = 1) -> QuerySet[Any]:
    """The rules about an edition that ask for one party or any: of its kind, and of the type that its content names.

    The content is opened only where rules about types of the kind exist at all.

    :param outer: how many queries further out the edition is.
    """
    return _all_rules(outer).filter(every_bound_party=False)


def _all_rules(outer: int) -> QuerySet[Any]:
    kind = _up("document__kind", outer)
    within = Concat(kind, Value(":"), output_field=CharField())
    named = Concat(within, Subquery(_type(outer + 1)), output_field=CharField())
    return SignOffRule.objects.filter(Q(kind=kind) | Q(kind__startswith=within, kind=named)).order_by()


def _missing(*, outer: int = 1) -> QuerySet[Any]:
    """Those of the rules that no signature meets yet."""
    given = SignOff.objects.filter(
        edition=_up("pk", outer + 1),
        round=_up("round", outer + 1),
        digest=_up("digest", outer + 1),
        decision=Decision.SIGNED,
    ).order_by()
    met = given.filter(party=OuterRef("party"))
    return _rules(outer=outer).filter(Q(~Exists(met), party__isnull=False) | Q(~Exists(given), party__isnull=True))


def _any_one_is_missing() -> Q:
    """Whether an edition for which nobody in particular is asked lacks the one signature that it needs."""
    return Q(~Exists(_rules()), ~Exists(_bound()), ~Exists(_signed()))


def _bound(*, outer: int = 1) -> QuerySet[Any]:
    """The parties that an edition binds, where each of them has to sign it, but for those with rules of their own."""
    asking = _all_rules(outer + 1).filter(every_bound_party=True)
    return Party.objects.filter(
        Binds(_up("bound_parties", outer), F("code")),
        Q(Exact(_up("all_must_sign", outer), True)) | Q(Exists(asking)),
        ~Exists(_rules(outer=outer + 1).filter(party=OuterRef("pk"))),
    ).order_by()


def _bound_missing(*, outer: int = 1) -> QuerySet[Any]:
    """Those of them that have not signed yet."""
    given = SignOff.objects.filter(
        edition=_up("pk", outer + 1),
        round=_up("round", outer + 1),
        digest=_up("digest", outer + 1),
        decision=Decision.SIGNED,
        party=OuterRef("pk"),
    ).order_by()
    return _bound(outer=outer).filter(~Exists(given))


def _bound_stage(*, outer: int) -> Coalesce:
    """The stage in which the parties that an edition binds sign it."""
    stages = _all_rules(outer).filter(every_bound_party=True).order_by("stage").values("stage")
    return Coalesce(Subquery(stages[:1]), 1)


def _type(outer: int) -> QuerySet[Any]:
    found = Snapshot.objects.filter(pk=_up("digest", outer)).order_by()
    return found.annotate(named=KT("content__fields__type")).values("named")


def _up(name: str, levels: int) -> Any:
    reference: Any = name
    for _level in range(levels):
        reference = OuterRef(reference)
    return reference
