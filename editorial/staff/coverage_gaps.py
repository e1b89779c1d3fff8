"""What nobody can do: signatures, languages without a translator, work of those who left."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.base import languages
from editorial.models import Assignment, Document, Edition, Event, Party, SignOffRule, User
from editorial.notices.notify import having
from editorial.states import CONTRIBUTING, OPEN, State
from editorial.workflow import signatures
from editorial.workflow.outstanding_signatures import next_to_sign, signed


@dataclass(frozen=True)
class Gap:
    """One thing that cannot go on: `code` names the sort, `text` says it; `edition` waits, `person` left."""

    code: str
    text: str
    edition: Edition | None = None
    person: User | None = None


def all_gaps() -> list[Gap]:
    """All gaps; a fixed number of statements, whatever the number of people and editions."""
    return [*of_rules(), *of_languages(), *of_editions(), *of_those_who_left()]


def signers() -> dict[int, set[int]]:
    """By party, the active people who may sign for it."""
    found: dict[int, set[int]] = defaultdict(set)
    for pk, party in having("sign_off_edition").filter(party__isnull=False).values_list("pk", "party_id"):
        found[party].add(pk)
    return found


def of_rules() -> Iterable[Gap]:
    """Parties that rules of signature name, or that texts can bind, although nobody active can sign for them."""
    able = signers()
    named = set(SignOffRule.objects.filter(party__isnull=False).values_list("party", flat=True))
    for party in Party.objects.all():
        if able.get(party.pk):
            continue
        if party.pk in named:
            yield Gap(
                "no_reviewer",
                _("Rules ask for the signature of %(party)s, but nobody active can sign for it.") % {"party": party},
            )
        elif party.speaks_for:
            yield Gap(
                "no_reviewer",
                _(
                    "Texts that name %(party)s need its signature, but nobody active can sign for it. "
                    "Give somebody the role of a reviewer for it."
                )
                % {"party": party},
            )


def of_languages() -> Iterable[Gap]:
    """Required languages that nobody active writes."""
    if having("write_edition").exists():
        return
    for code in languages.required():
        if not having(f"translate_{code}").exists():
            yield Gap("no_translator", _("Nobody active writes in %(language)s.") % {"language": languages.name(code)})


def of_editions() -> Iterable[Gap]:
    """Editions in review for whose next signature nobody is left: all who could sign wrote in it, or left."""
    reviewed = list(Edition.objects.filter(state=State.IN_REVIEW).select_related("document").order_by("pk"))
    if not reviewed:
        return
    able, given = signers(), signed(reviewed)
    everybody = set().union(*able.values()) if able else set()
    hands: dict[int, set[int]] = defaultdict(set)
    changed = Event.objects.filter(
        document__in=[each.document_id for each in reviewed], verb__in=CONTRIBUTING
    ).order_by()
    for pk, by in changed.values_list("document_id", "by_id").distinct():
        hands[pk].add(by)
    books = {kind: signatures.RuleBook.for_kind(kind) for kind in {each.document.kind for each in reviewed}}
    types = signatures.content_types(reviewed)
    for edition in reviewed:
        needed_signatures = books[edition.document.kind].needed(types[edition.pk], signatures.Bound.by_edition(edition))
        missing = [needed for needed in needed_signatures if not needed.met_by(given[edition.pk])]
        excluded = hands[edition.document_id] | {each.by_id for each in given[edition.pk]}
        for needed in next_to_sign(missing):
            could = able.get(needed.party.pk, set()) if needed.party else everybody
            if not could - excluded:
                yield Gap(
                    "nobody_signs", _("Nobody is left who can sign it for: %(party)s.") % {"party": needed}, edition
                )
        if not missing:
            yield Gap(
                "signed_but_in_review",
                _(
                    "It has all the signatures that are asked for now. "
                    "Recall it and submit it again to have it approved."
                ),
                edition,
            )


def of_those_who_left() -> Iterable[Gap]:
    """Accounts that are not active and still own documents or hold work."""
    owning = dict(
        Document.objects.filter(owner__is_active=False).order_by().values_list("owner").annotate(count=Count("pk"))
    )
    holding = dict(
        Assignment.objects.in_force()
        .filter(person__is_active=False, edition__state__in=OPEN)
        .order_by()
        .values_list("person")
        .annotate(count=Count("pk"))
    )
    for person in User.objects.filter(pk__in={*owning, *holding}):
        count = owning.get(person.pk, 0) + holding.get(person.pk, 0)
        text = ngettext(
            "%(person)s left and still has one document or task. Hand it over.",
            "%(person)s left and still has %(count)s documents and tasks. Hand them over.",
            count,
        )
        yield Gap("left", text % {"person": person, "count": count}, person=person)
