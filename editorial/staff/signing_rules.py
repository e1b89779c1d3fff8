"""The rules of signature, as a table with what each comes to; changing one says what that does to work under way."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.content import kinds
from editorial.models import Act, Edition, Party, SignOffRule, User
from editorial.staff import admin_log, coverage_gaps
from editorial.states import State
from editorial.workflow import outstanding_signatures, signatures, transitions
from editorial.workflow.rules.permissions import NotAllowed, Reason
from editorial.workflow.signatures import Bound, Requirement, RuleBook, requirement_of, with_bound


@dataclass(frozen=True)
class Row:
    """What content of one kind, or of one type within it, needs: the rules about just that, and all in their stages.

    `all_must_sign` says that it needs the signature of whoever it binds, whatever the rules say.
    """

    key: str
    name: str
    is_type: bool
    own: list[SignOffRule]
    stages: list[tuple[int, list[Requirement]]]
    warnings: list[str]
    all_must_sign: bool

    @property
    def is_listed(self) -> bool:
        """Whether it has a line of its own: every kind has, and each type for which something else holds."""
        return bool(self.own) or not self.is_type or (self.all_must_sign and not self._kind_says_so)

    @property
    def _kind_says_so(self) -> bool:
        return kinds.get_kind(self.key.partition(":")[0]).all_must_sign is True

    @property
    def sentence(self) -> str:
        """What it comes to, in a sentence."""
        return sentence([needed for _stage, several in self.stages for needed in several])


def table() -> list[Row]:
    """Every kind and type with its rules; a fixed number of statements."""
    own: dict[str, list[SignOffRule]] = defaultdict(list)
    for rule in SignOffRule.objects.select_related("party").order_by("stage", "pk"):
        own[rule.kind].append(rule)
    able = coverage_gaps.signers()
    found = []
    for key, name in kinds.signing_keys():
        kind, _colon, content_type = key.partition(":")
        rules = [*own[kind], *(own[key] if key != kind else [])]
        binding = kinds.get_kind(kind).needs_all_bound(content_type)
        needed = with_bound(map(requirement_of, rules), binding) or [Requirement(None, 1)]
        found.append(Row(key, name, key != kind, own[key], _staged(needed), _warnings(needed, able), binding))
    return found


def _staged(needed: Iterable[Requirement]) -> list[tuple[int, list[Requirement]]]:
    stages: dict[int, list[Requirement]] = defaultdict(list)
    for each in needed:
        stages[each.stage].append(each)
    return sorted(stages.items())


def _warnings(needed: Iterable[Requirement], able: dict[int, set[int]]) -> list[str]:
    found = []
    for each in needed:
        if each.party is not None and not able.get(each.party.pk):
            found.append(_("Nobody active can sign for %(party)s.") % {"party": each.party})
        elif each.party is None and not each.every_bound_party and not any(able.values()):
            found.append(_("Nobody active can sign for any party."))
    return found


def warnings(party: Party | None) -> list[str]:
    """What is wrong with asking for this party's signature now, in sentences."""
    return _warnings([Requirement(party, 1)], coverage_gaps.signers())


def sentence(needed: Sequence[Requirement]) -> str:
    """What these requirements come to, such as “First Canada; then Mexico.”"""
    needed = _without_what_follows(needed)
    stages = [_together(several) for _stage, several in _staged(needed)]
    if len(stages) > 1:
        return _("First %(first)s; then %(rest)s.") % {"first": stages[0], "rest": _("; then ").join(stages[1:])}
    several = [each for each in needed if _names_somebody(each)]
    if len(needed) == 1 and not several:
        return _("One signature, of any party.")
    if len(needed) == 1:
        return _("The signature of %(party)s.") % {"party": stages[0]}
    return _("The signatures of %(parties)s, in any order.") % {"parties": stages[0]}


def _without_what_follows(needed: Sequence[Requirement]) -> list[Requirement]:
    """The requirements but for “any party” where a party of the same stage has to sign anyhow."""
    named = {each.stage for each in needed if _names_somebody(each)}
    return [each for each in needed if _names_somebody(each) or each.stage not in named]


def _names_somebody(needed: Requirement) -> bool:
    return needed.party is not None or needed.every_bound_party


def _together(several: Sequence[Requirement]) -> str:
    names = [str(each) for each in several]
    if len(names) == 1:
        return names[0]
    return _("%(some)s and %(last)s") % {"some": ", ".join(names[:-1]), "last": names[-1]}


def effects(kind: str, *, without: SignOffRule | None = None, with_: SignOffRule | None = None) -> list[str]:
    """What a change of the rules about `kind` (a key of `kinds.signing_keys`) does to editions under way, in sentences.

    :param without: a rule that goes, or goes in its present form; :param with_: one that comes.
    """
    base = kind.partition(":")[0]
    under_way = list(
        Edition.objects.filter(document__kind=base, state__in=(State.IN_REVIEW, State.APPROVED)).select_related(
            "document"
        )
    )
    types = signatures.content_types(under_way)
    rules = list(SignOffRule.objects.filter(kind__in=kinds.signing_keys_of(base)).select_related("party"))
    then = [each for each in rules if without is None or each.pk != without.pk] + ([with_] if with_ else [])
    given = outstanding_signatures.signed(under_way)
    books = [RuleBook(base, tuple((each.kind, requirement_of(each)) for each in some)) for some in (rules, then)]
    complete, approved, further = 0, 0, 0
    for edition in under_way:
        before, after = (
            [
                each
                for each in book.needed(types[edition.pk], Bound.by_edition(edition))
                if not each.met_by(given[edition.pk])
            ]
            for book in books
        )
        if edition.state == State.APPROVED:
            approved += bool(after)
        elif before and not after:
            complete += 1
        elif len(after) > len(before):
            further += 1
    return [
        text % {"count": count}
        for count, text in (
            (
                complete,
                ngettext(
                    "One edition in review then has all its signatures and is approved.",
                    "%(count)s editions in review then have all their signatures and are approved.",
                    complete,
                ),
            ),
            (
                further,
                ngettext(
                    "One edition in review then needs a further signature.",
                    "%(count)s editions in review then need a further signature.",
                    further,
                ),
            ),
            (
                approved,
                ngettext(
                    "One approved edition cannot be published then until it is recalled and signed anew.",
                    "%(count)s approved editions cannot be published then until they are recalled and signed anew.",
                    approved,
                ),
            ),
        )
        if count
    ]


def _complete_reviews(kind: str, *, by: User, now: datetime) -> None:
    """Approve what lacks no signature under the rules as they are now: it would wait in review for nobody."""
    base = kind.partition(":")[0]
    reviewed = list(
        Edition.objects.filter(document__kind=base, state=State.IN_REVIEW)
        .select_related("document")
        .order_by("document_id")
    )
    book, types, given = (
        RuleBook.for_kind(base),
        signatures.content_types(reviewed),
        outstanding_signatures.signed(reviewed),
    )
    for edition in reviewed:
        needed = book.needed(types[edition.pk], Bound.by_edition(edition))
        if all(each.met_by(given[edition.pk]) for each in needed):
            transitions.complete_review(edition, by=by, now=now)


def _require(verb: str, by: User) -> None:
    if not (by.is_active and by.has_perm(f"editorial.{verb}_signoffrule")):
        raise NotAllowed([Reason("permission", _("Your roles do not include this step."))])


@transaction.atomic
def save_rule(
    rule: SignOffRule,
    *,
    kind: str,
    party: Party | None,
    stage: int,
    every_bound_party: bool = False,
    by: User,
    now: datetime,
) -> list[str]:
    """Make a rule (a new row) or change one; returns what that does to editions under way. Raises NotAllowed.

    :param party: whose signature it asks for; with none, that of every party that the text binds
        (`every_bound_party`) or of any one party.
    """
    _require("change" if rule.pk else "add", by)
    if kind not in dict(kinds.signing_keys()):
        raise NotAllowed([Reason("kind", _("There is no such kind of content."))])
    if every_bound_party and party is not None:
        message = _("Ask either for one party or for every party that the text binds; make two rules to ask for both.")
        raise NotAllowed([Reason("asks_both", message)])
    if every_bound_party and kinds.get_kind(kind.partition(":")[0]).binds is None:
        message = _("Texts of this kind bind nobody. Choose a party, or leave it empty to ask for any one party.")
        raise NotAllowed([Reason("binds_nobody", message)])
    signatures.hold_rules_for_change()
    held = SignOffRule.objects.filter(pk=rule.pk).first() if rule.pk else None
    before = _facts(held) if held else None
    wanted = SignOffRule(
        pk=held.pk if held else None, kind=kind, party=party, stage=stage, every_bound_party=every_bound_party
    )
    told = effects(kind, without=held, with_=wanted)
    if held and held.kind != kind:
        told += effects(held.kind, without=held)
    try:
        with transaction.atomic():
            wanted.save()
    except IntegrityError as refusal:
        raise NotAllowed([Reason("twice", _("There is a rule for this kind and party already."))]) from refusal
    rule.pk = wanted.pk
    after = _facts(wanted)
    if before != after:
        act = Act.RULE_CHANGED if before else Act.RULE_ADDED
        admin_log.write(act, by=by, now=now, detail={"before": before, "after": after} if before else after)
        for changed in {kind, *([held.kind] if held else [])}:
            _complete_reviews(changed, by=by, now=now)
    return told


@transaction.atomic
def remove(rule: SignOffRule, *, by: User, now: datetime) -> list[str]:
    """Take a rule away; returns what that does to editions under way. Raises NotAllowed."""
    _require("delete", by)
    signatures.hold_rules_for_change()
    held = SignOffRule.objects.filter(pk=rule.pk).first()
    if held is None:
        return []
    told = effects(held.kind, without=held)
    admin_log.write(Act.RULE_REMOVED, by=by, now=now, detail=_facts(held))
    held.delete()
    _complete_reviews(held.kind, by=by, now=now)
    return told


def _facts(rule: SignOffRule) -> dict[str, object]:
    return {
        "kind": rule.kind,
        "party": rule.party.code if rule.party else "",
        "stage": rule.stage,
        "every_bound_party": rule.every_bound_party,
    }
