"""Who may say, settle and reopen what: the reasons against each; no reason means yes."""

from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.base.reasons import Reason
from editorial.models import Edition, Remark, User
from editorial.workflow.rules import permissions


def against_remarking(by: User) -> list[Reason]:
    """Why this person may not remark. Whoever may read editions may."""
    if not by.is_active:
        return [Reason("inactive", _("This account is not active."))]
    if not by.has_perm("editorial.view_edition"):
        return [Reason("permission", _("Your roles do not include reading editions, so you cannot remark on them."))]
    return []


def against_resolving(remark: Remark, *, by: User, contributed: bool) -> list[Reason]:
    """Why this person may not resolve a thread.

    Any thread: whoever opened it. One that need not be fixed: also an author, or a translator for a remark on their
    language; they do the work that it asks for. One that must be fixed, instead: a reviewer for the opener's party (for
    any party, where the opener acts for none) who wrote nothing of the edition; those who are to be stopped do not
    decide that they are not, and a party can go on when its colleague is away.

    :param contributed: whether they changed the content of the edition that is being worked on.
    """
    found = against_remarking(by)
    if found:
        return found
    if not remark.is_open:
        return [Reason("resolved", _("%(person)s has resolved this already.") % {"person": remark.resolved_by})]
    if remark.opened_by_id == by.pk:
        return []
    if remark.must_fix:
        return [] if _reviews_for_opener(remark, by, contributed) else [_only_a_reviewer(remark)]
    if permissions.may_write(by) or (remark.language and remark.language in permissions.writable_languages(by)):
        return []
    if remark.language:
        message = _(
            "Only who made this remark, an author or a translator into this language can resolve it: %(language)s."
        )
        return [Reason("permission", message % {"language": languages.name(remark.language)})]
    return [Reason("permission", _("Only who made this remark or an author can resolve it."))]


def _reviews_for_opener(remark: Remark, by: User, contributed: bool) -> bool:
    if contributed or by.party_id is None or not by.has_perm("editorial.sign_off_edition"):
        return False
    party = remark.opened_by.party_id if remark.opened_by is not None else None
    return party is None or party == by.party_id


def _only_a_reviewer(remark: Remark) -> Reason:
    opener = remark.opened_by
    if opener is not None and opener.party is not None:
        message = _("Only %(person)s or a reviewer for %(party)s who wrote nothing of this edition can resolve it.")
        return Reason("must_fix", message % {"person": opener, "party": opener.party})
    message = _("Only %(person)s or a reviewer who wrote nothing of this edition can resolve it.")
    return Reason("must_fix", message % {"person": opener})


def against_reopening(remark: Remark, *, by: User) -> list[Reason]:
    """Why this person may not reopen a thread: whoever may open one may."""
    found = against_remarking(by)
    if not found and remark.is_open:
        return [Reason("open", _("This remark is open already."))]
    return found


def document_of(edition: Edition, remark: Remark) -> list[Reason]:
    """Why an answer from this edition's screen does not belong to the thread."""
    if edition.document_id != remark.document_id:
        return [Reason("document", _("This remark is about another document."))]
    return []
