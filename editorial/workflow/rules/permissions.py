"""Who may do what, and when: every rule returns the reasons against it; no reason means yes.

Buttons, bulk actions, commands and the API ask here before they offer a verb, and `editorial.workflow.transitions` asks
here, holding the lock, before it acts; so no screen can disagree with the engine.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from editorial.base import languages, text
from editorial.base.reasons import NotAllowed, Reason
from editorial.checks import requirements
from editorial.checks.advice import run as content_checks
from editorial.content import kinds, parity
from editorial.models import Edition, User
from editorial.states import OPEN, TRANSITIONS, State, Verb
from editorial.workflow.attempt import Attempt, contributors, writers
from editorial.workflow.rules import (
    bringing_back,
    changes,
    confirmations,
    language_readiness,
    releases,
    signatures,
    timing,
)

__all__ = [
    "Attempt",
    "NotAllowed",
    "Reason",
    "contributors",
    "may_write",
    "offered",
    "problems",
    "require",
    "writable_languages",
    "writers",
]

#: Verbs that change what a draft says; they have no row in the table of transitions.
EDITING = (
    Verb.SAVE, Verb.RESTORE, Verb.ATTEST, Verb.GRANT_EXCEPTION, Verb.END_EXCEPTION, Verb.WAIVE, Verb.UNWAIVE,
)  # fmt: skip
#: Verbs that change neither text nor state: who is to do what by when (`editorial.workflow.assignment`), who answers
#: (`ownership`).
ORGANISING = (Verb.ASSIGN, Verb.SET_REVIEW_BY, Verb.SET_OWNER)


def problems(verb: Verb, attempt: Attempt) -> list[Reason]:
    """Why `attempt.by` may not do `verb` now; empty means that they may.

    Reasons of state and person come first and alone: whoever may not act at all is not told what is missing.
    """
    found = [*_state(verb, attempt), *_person(verb, attempt)]
    if found:
        return found
    return [reason for rule in (*releases.RULES.get(verb, ()), *_RULES.get(verb, ())) for reason in rule(attempt)]


def require(verb: Verb, attempt: Attempt) -> None:
    """Raise `NotAllowed` with the reasons against it, if there are any."""
    found = problems(verb, attempt)
    if found:
        raise NotAllowed(found)


def obstacles(attempt: Attempt) -> list[Reason]:
    """What in the content itself stands in the way of publication at `attempt.at` (or now), whoever does it."""
    checks = (
        _source_ready,
        language_readiness.at_parity,
        timing.references_public,
        timing.embargo_over,
        timing.period_free,
    )
    return [reason for rule in checks for reason in rule(attempt)]


Rule = Callable[[Attempt], Iterable[Reason]]


def may_write(user: User) -> bool:
    """Whether this person may change every part and language of a draft."""
    return user.is_active and user.has_perm("editorial.write_edition")


def writable_languages(user: User) -> list[str]:
    """The content languages in which this person may write."""
    if not user.is_active:
        return []
    if may_write(user):
        return languages.codes()
    return [code for code in languages.codes() if user.has_perm(f"editorial.translate_{code}")]


def _state(verb: Verb, attempt: Attempt) -> Iterable[Reason]:
    state = State(attempt.edition.state)
    if verb in EDITING:
        if state != State.DRAFT:
            yield Reason(
                "state",
                _("Only a draft can be changed; this edition is: %(state)s.") % {"state": _standing_label(attempt)},
            )
        return
    if verb in ORGANISING:
        if verb == Verb.ASSIGN and state not in OPEN:
            yield Reason(
                "state",
                _("Only an edition that is being worked on can be assigned; this one is: %(state)s.")
                % {"state": _standing_label(attempt)},
            )
        return
    row = TRANSITIONS[verb]
    if state not in row.sources:
        needed = ", ".join(str(source.label).lower() for source in row.sources)
        yield Reason(
            "state",
            _("This edition is: %(state)s. To do this it must be: %(needed)s.")
            % {"state": _standing_label(attempt), "needed": needed},
        )


def _standing_label(attempt: Attempt) -> str:
    """The state as people see it: of a published edition, how it stands in time."""
    standing = attempt.edition.standing(attempt.now)
    return str((standing or State(attempt.edition.state)).label).lower()


def _person(verb: Verb, attempt: Attempt) -> Iterable[Reason]:
    by = attempt.by
    if not by.is_active:
        yield Reason("inactive", _("This account is not active."))
    elif verb in (Verb.SAVE, Verb.RESTORE, Verb.ATTEST, Verb.WAIVE, Verb.UNWAIVE):
        if not writable_languages(by):
            yield Reason("permission", _("You have no role in which you write or translate."))
        elif verb == Verb.RESTORE and not may_write(by):
            yield Reason("permission", _("Only an author can put a draft back to an earlier text."))
    elif verb in (Verb.GRANT_EXCEPTION, Verb.END_EXCEPTION):
        if not by.has_perm("editorial.grant_exception_edition"):
            yield Reason("permission", _("Your roles do not include language exceptions."))
    elif verb == Verb.ASSIGN:
        if attempt.to != by and not by.has_perm("editorial.assign_edition"):
            yield Reason("permission", _("You may take work on yourself, but not give it to others."))
    elif verb == Verb.SET_REVIEW_BY:
        if not (may_write(by) or by.has_perm("editorial.change_document")):
            yield Reason("permission", _("Your roles do not include this step."))
    elif verb == Verb.SET_OWNER:
        if not by.has_perm("editorial.change_document"):
            yield Reason("permission", _("Your roles do not include this step."))
    elif not by.has_perm(TRANSITIONS[verb].permission):
        yield Reason("permission", _("Your roles do not include this step."))


def _source_ready(attempt: Attempt) -> Iterable[Reason]:
    for issue in attempt.issues:
        yield Reason(issue.code, issue.message)


def _checks_passed(attempt: Attempt) -> Iterable[Reason]:
    found = content_checks.barring(attempt.edition, attempt.content, now=attempt.now)
    if found:
        sentences = content_checks.sentences(found, attempt.content)
        yield from (Reason(each.check.name, sentence) for each, sentence in zip(found, sentences, strict=True))


def _may_judge_language(attempt: Attempt) -> Iterable[Reason]:
    """Whoever may write the text that advice is about may decide not to follow it."""
    if attempt.language == "" and not may_write(attempt.by):
        yield Reason("shared", _("Only an author can change what all languages share."))
    elif attempt.language and attempt.language not in writable_languages(attempt.by):
        yield Reason(
            "language",
            _("You do not translate into this language: %(language)s.")
            % {"language": languages.name(attempt.language)},
        )


def _can_answer(attempt: Attempt) -> Iterable[Reason]:
    if attempt.to is None or not (attempt.to.is_active and attempt.to.is_staff):
        yield Reason(
            "owner", _("Choose somebody whose account is active: whoever answers for a document is told of it.")
        )


def _content_recorded(attempt: Attempt) -> Iterable[Reason]:
    if not attempt.unaltered:
        yield Reason(
            "digest",
            _(
                "The content in the database is not the content that was recorded at the last save. Save the "
                "draft again."
            ),
        )


def _reason_given(attempt: Attempt) -> Iterable[Reason]:
    if attempt.reason is not None and not text.clean(attempt.reason).strip():
        yield Reason("reason", _("Give a reason: others must be able to understand this decision."))


def _slug_still_free(attempt: Attempt) -> Iterable[Reason]:
    for issue in requirements.addresses_free(kinds.CheckedEdition(attempt.edition, attempt.content)):
        yield Reason(issue.code, issue.message)


def _may_write_language(attempt: Attempt) -> Iterable[Reason]:
    if attempt.language is None:
        return
    if attempt.language not in writable_languages(attempt.by):
        yield Reason(
            "language",
            _("You do not translate into this language: %(language)s.")
            % {"language": languages.name(attempt.language)},
        )
    elif attempt.language == attempt.content["fields"]["source_language"]:
        yield Reason("source", _("The source language needs no attestation."))
    elif parity.lacking_paths(attempt.content, attempt.language):
        yield Reason(
            "language_missing",
            _("%(language)s is not complete: a text or the slug is missing.")
            % {"language": languages.name(attempt.language)},
        )


_RULES: dict[Verb, tuple[Rule, ...]] = {
    Verb.ATTEST: (_may_write_language,),
    Verb.GRANT_EXCEPTION: (language_readiness.may_be_left_out, _reason_given),
    Verb.SET_OWNER: (_can_answer,),
    Verb.WAIVE: (_may_judge_language, _reason_given),
    Verb.UNWAIVE: (_may_judge_language,),
    Verb.SUBMIT: (
        _content_recorded, _source_ready, _checks_passed, language_readiness.at_parity, changes.change_noted,
        changes.minor_is_minor, timing.references_have_a_future,
    ),
    Verb.REQUEST_CHANGES: (signatures.not_contributor, signatures.acts_for_party, _reason_given),
    Verb.SIGN_OFF: (
        signatures.digest_on_screen, signatures.content_submitted, signatures.not_contributor,
        signatures.acts_for_party, signatures.party_is_asked, signatures.must_fix_resolved,
        language_readiness.languages_settled, timing.references_have_a_future,
    ),
    Verb.PUBLISH: (
        signatures.not_contributor, signatures.all_signed, signatures.digest_signed,
        language_readiness.languages_settled, _slug_still_free,
        changes.loss_confirmed, timing.references_public, timing.embargo_over, timing.period_free,
    ),
    Verb.SCHEDULE: (
        signatures.not_contributor, signatures.all_signed, signatures.digest_signed,
        language_readiness.languages_settled, _slug_still_free,
        timing.future, timing.dates_exist, timing.references_public_then, timing.embargo_over_then,
        timing.period_free_then, timing.end_explained, changes.loss_confirmed,
    ),
    Verb.RESCHEDULE: (
        timing.still_scheduled, timing.future, timing.dates_exist, timing.references_public_then,
        timing.embargo_over_then, timing.between_its_neighbours,
    ),
    Verb.UNSCHEDULE: (timing.something_planned,),
    Verb.WITHDRAW: (
        timing.is_live, timing.withdrawal_in_time, timing.dates_exist, timing.explained,
        timing.redirects_elsewhere, timing.redirects_to_public,
    ),
    Verb.REVISE: (timing.nothing_open, timing.newest),
    Verb.DISCARD: (bringing_back.colleagues_told_why,),
    Verb.BRING_BACK: (
        bringing_back.never_published, bringing_back.newest_discarded, bringing_back.slugs_given,
    ),
    Verb.PUBLISH_URGENTLY: (
        _content_recorded, _source_ready, language_readiness.languages_ready, changes.change_noted,
        changes.minor_without_review,
        changes.loss_confirmed, timing.references_public, timing.embargo_over, timing.period_free, _reason_given,
    ),
    Verb.CONFIRM: (signatures.content_published, signatures.not_contributor, confirmations.urgent_unconfirmed),
    # What is confirmed is the withdrawal: a text that was altered in the database is withdrawn all the same.
    Verb.CONFIRM_WITHDRAWAL: (signatures.not_contributor, confirmations.withdrawal_unconfirmed),
}  # fmt: skip


def offered(edition: Edition, *, by: User, now: datetime, attempt: Attempt | None = None) -> dict[Verb, list[Reason]]:
    """Every verb that has to do with the edition's state, with the reasons against it for this person now.

    What is read for one verb serves the others. Verbs of other states are left out.

    :param attempt: the same edition and person, where the caller has read something of it already.
    """
    attempt = attempt or Attempt(edition, by, now)
    state = State(edition.state)
    return {verb: problems(verb, attempt) for verb, row in TRANSITIONS.items() if state in row.sources}
