"""Who is able to do what an edition needs next; the reasons against a person, in words for somebody else to read."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.base.reasons import Reason
from editorial.models import Edition, Party, SignOff, Task, User
from editorial.states import State
from editorial.workflow import signatures
from editorial.workflow.attempt import writers

#: Whether a person holds the engine's permission of this codename.
May = Callable[[str], bool]


class Need:
    """What an edition needs next, read once for however many people are considered."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    @property
    def state(self) -> State:
        """Where it stands."""
        return State(self.edition.state)

    @cached_property
    def writers(self) -> set[int]:
        """Primary keys of all who wrote in its document."""
        return writers(self.edition)

    @cached_property
    def _signed(self) -> list[SignOff]:
        return signatures.signed(self.edition)

    @cached_property
    def signed(self) -> set[int]:
        """Primary keys of the parties that signed."""
        return {given.party_id for given in self._signed}

    @cached_property
    def missing(self) -> list[signatures.Requirement]:
        """The signatures that are missing, in the order of their stages."""
        return [one for one in signatures.requirements_for(self.edition) if not one.met_by(self._signed)]

    @property
    def parties(self) -> set[int | None]:
        """Primary keys of the parties whose signature is missing; none among them stands for any party."""
        return {needed.party.pk if needed.party else None for needed in self.missing}


def by_roles(person: User) -> May:
    """What this one person may, as Django answers it."""
    return lambda codename: person.has_perm(f"editorial.{codename}")


def reasons(need: Need, person: User, may: May) -> Iterable[Reason]:
    """Why this person cannot do what the edition needs next; none means that they can."""
    name = {"person": str(person)}
    if not person.is_active:
        yield Reason("inactive", _("The account of %(person)s is not active.") % name)
    elif need.state == State.DRAFT:
        if not may("write_edition") and not _translated_by(may):
            yield Reason("permission", _("%(person)s has no role in which to write or translate.") % name)
        elif not tasks(need.edition, person, may):
            yield Reason(
                "language",
                _("%(person)s translates only into the language in which this edition is written: %(language)s.")
                % {**name, "language": languages.name(need.edition.source_language)},
            )
    elif need.state == State.CHANGES_REQUESTED:
        if not may("write_edition"):
            yield Reason("permission", _("%(person)s has no role in which to write.") % name)
    elif need.state == State.IN_REVIEW:
        yield from _can_sign(need, person, may)
    elif not may("publish_edition"):
        yield Reason("permission", _("%(person)s has no role in which to publish.") % name)
    elif person.pk in need.writers:
        yield _four_eyes(name)


def tasks(edition: Edition, person: User, may: May) -> list[tuple[Task, str, Party | None]]:
    """What this person would do with the edition as it stands: (task, language, party)."""
    match State(edition.state):
        case State.IN_REVIEW:
            return [(Task.REVIEW, "", person.party)]
        case State.APPROVED:
            return [(Task.PUBLISH, "", None)]
    if may("write_edition"):
        return [(Task.WRITE, "", None)]
    return [(Task.TRANSLATE, code, None) for code in _translated_by(may) if code != edition.source_language]


def able_people() -> list[tuple[User, May]]:
    """Everybody active whose roles let them act on some edition, by name, with what they may; three queries."""
    names = ["write_edition", "sign_off_edition", "publish_edition", *(f"translate_{c}" for c in languages.codes())]
    held: dict[int, set[str]] = defaultdict(set)
    for through, path in ((User.groups.through, "group__permissions"), (User.user_permissions.through, "permission")):
        granted: Any = through._default_manager.filter(
            **{f"{path}__content_type__app_label": "editorial", f"{path}__codename__in": names}
        )
        for person, codename in granted.values_list("user_id", f"{path}__codename"):
            held[person].add(codename)
    every = set(names)
    found: list[tuple[User, May]] = []
    for person in User.objects.filter(is_active=True).select_related("party"):
        codenames = every if person.is_superuser else held.get(person.pk)
        if codenames:
            found.append((person, codenames.__contains__))
    return found


def _translated_by(may: May) -> list[str]:
    return [code for code in languages.codes() if may(f"translate_{code}")]


def _can_sign(need: Need, person: User, may: May) -> Iterable[Reason]:
    name = {"person": str(person)}
    if not may("sign_off_edition"):
        yield Reason("permission", _("%(person)s has no role in which to sign off.") % name)
    elif person.party_id is None:
        yield Reason("party", _("%(person)s acts for no party.") % name)
    elif person.party_id in need.signed:
        yield Reason("signed", _("The party of %(person)s has signed this text off already.") % name)
    elif not need.parties & {person.party_id, None}:
        yield Reason("party", _("No signature of the party of %(person)s is needed here.") % name)
    elif person.pk in need.writers:
        yield _four_eyes(name)


def _four_eyes(name: dict[str, str]) -> Reason:
    return Reason("four_eyes", _("%(person)s changed this edition's content; somebody else must decide on it.") % name)
