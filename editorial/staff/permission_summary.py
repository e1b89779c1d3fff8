"""What somebody can do, in sentences for the administrator who ticks their roles."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.models import Party, User
from editorial.workflow.roles import groups


@dataclass(frozen=True)
class Ability:
    """One thing that somebody can do, or that keeps them from doing what a role was given for (`lacking`)."""

    text: str
    lacking: bool = False


#: Whether somebody holds the engine's permission of this codename.
May = Callable[[str], bool]


def of_role(name: str) -> str:
    """What the role (a group's name) is for, in a sentence; empty for a group that somebody made by hand."""
    for code in languages.codes():
        if name == groups.translator(code):
            return _("Writes the texts in %(language)s and attests them; touches no other language.") % {
                "language": languages.name(code)
            }
    return {
        "Author": _("Writes drafts and submits them."),
        "Reviewer": _("Signs for their party, or asks for changes; never their own text."),
        "Publisher": _("Makes public what was signed; never their own text."),
        "Administrator": _("Keeps people, parties and rules; writes and signs nothing by this role."),
    }.get(name, "")


def abilities_of(person: User) -> list[Ability]:
    """What this person can do as the account is now."""
    if not person.is_active:
        return [Ability(_("Nothing: the account is not active."), lacking=True)]
    return list(by_permissions(lambda codename: person.has_perm(f"editorial.{codename}"), person.party, person.email))


def by_permissions(may: May, party: Party | None, email: str) -> Iterable[Ability]:
    """What the permissions come to for somebody of this party with this address."""
    able = list(_able(may, party))
    if not able:
        yield Ability(_("Nothing yet: tick at least one role."), lacking=True)
        return
    yield from able
    if not email:
        yield Ability(_("Gets no letters: there is no e-mail address."), lacking=True)


def _able(may: May, party: Party | None) -> Iterable[Ability]:
    if may("write_edition"):
        yield Ability(_("Can write, submit, recall, revise and discard drafts, in every language."))
    codes = [code for code in languages.codes() if may(f"translate_{code}")]
    if codes:
        yield Ability(_("Translates into: %(languages)s.") % {"languages": languages.names(codes)})
    if may("sign_off_edition"):
        if party is None:
            yield Ability(_("Has the role of a reviewer, but signs for nobody: choose a party."), lacking=True)
        else:
            yield Ability(
                _(
                    "May sign for %(party)s, ask for changes and confirm urgent publications, "
                    "of texts they did not change."
                )
                % {"party": party}
            )
    if may("publish_edition"):
        yield Ability(
            _("Can publish, schedule and withdraw what others wrote and signed, and confirm what others withdrew.")
        )
    if may("publish_urgently_edition"):
        yield Ability(_("Can publish urgently, before the signatures, with a reason; a second person must confirm it."))
    if may("grant_exception_edition"):
        yield Ability(_("Can let a text be published before a language is ready."))
    if may("triage_problem") or may("moderate_comment"):
        yield Ability(_("Looks after what visitors report and say."))
    if may("change_user"):
        yield Ability(_("Keeps people, parties and rules of signature; others are told of every change."))
