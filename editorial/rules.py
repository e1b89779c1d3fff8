"""Who may do what, and when: every rule returns the reasons against it; no reason means yes.

Buttons, bulk actions, commands and the API ask here before they offer a verb, and `editorial.transitions` asks here,
holding the lock, before it acts; so no screen can disagree with the engine.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial import change_rules, checks_content, content, holding, kinds, languages, parity, text
from editorial.case import Case, contributors
from editorial.content_checks import run as content_checks
from editorial.models import Edition, User, Withdrawal
from editorial.reasons import NotAllowed, Reason
from editorial.remarks import barring
from editorial.states import OPEN, TRANSITIONS, Standing, State, Verb

__all__ = [
    "Case",
    "NotAllowed",
    "Reason",
    "contributors",
    "may_write",
    "offered",
    "problems",
    "require",
    "writable_languages",
]

#: Verbs that change what a draft says; they have no row in the table of transitions.
EDITING = (
    Verb.SAVE, Verb.RESTORE, Verb.ATTEST, Verb.GRANT_EXCEPTION, Verb.END_EXCEPTION, Verb.WAIVE, Verb.UNWAIVE,
)  # fmt: skip
#: Verbs that change neither text nor state: they say who is to do what by when (see `editorial.assigning`).
ORGANISING = (Verb.ASSIGN, Verb.SET_REVIEW_BY)


def problems(verb: Verb, case: Case) -> list[Reason]:
    """Why `case.by` may not do `verb` now; empty means that they may.

    Reasons of state and person come first and alone: whoever may not act at all is not told what is missing.
    """
    found = [*_state(verb, case), *_person(verb, case)]
    if found:
        return found
    return [reason for rule in (*holding.RULES.get(verb, ()), *_RULES.get(verb, ())) for reason in rule(case)]


def require(verb: Verb, case: Case) -> None:
    """Raise `NotAllowed` with the reasons against it, if there are any."""
    found = problems(verb, case)
    if found:
        raise NotAllowed(found)


def obstacles(case: Case) -> list[Reason]:
    """What in the content itself stands in the way of publication at `case.at` (or now), whoever does it."""
    checks = (_source_ready, _at_parity, _references_public, _embargo_over, _line_of_time_free)
    return [reason for rule in checks for reason in rule(case)]


Rule = Callable[[Case], Iterable[Reason]]


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


def _state(verb: Verb, case: Case) -> Iterable[Reason]:
    state = State(case.edition.state)
    if verb in EDITING:
        if state != State.DRAFT:
            yield Reason(
                "state",
                _("Only a draft can be changed; this edition is: %(state)s.") % {"state": _standing_label(case)},
            )
        return
    if verb in ORGANISING:
        if verb == Verb.ASSIGN and state not in OPEN:
            yield Reason(
                "state",
                _("Only an edition that is being worked on can be assigned; this one is: %(state)s.")
                % {"state": _standing_label(case)},
            )
        return
    row = TRANSITIONS[verb]
    if state not in row.sources:
        needed = ", ".join(str(source.label).lower() for source in row.sources)
        yield Reason(
            "state",
            _("This edition is: %(state)s. To do this it must be: %(needed)s.")
            % {"state": _standing_label(case), "needed": needed},
        )


def _standing_label(case: Case) -> str:
    """The state as people see it: of a published edition, how it stands in time."""
    standing = case.edition.standing(case.now)
    return str((standing or State(case.edition.state)).label).lower()


def _person(verb: Verb, case: Case) -> Iterable[Reason]:
    by = case.by
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
        if case.to != by and not by.has_perm("editorial.assign_edition"):
            yield Reason("permission", _("You may take work on yourself, but not give it to others."))
    elif verb == Verb.SET_REVIEW_BY:
        if not (may_write(by) or by.has_perm("editorial.change_document")):
            yield Reason("permission", _("Your roles do not include this step."))
    elif not by.has_perm(TRANSITIONS[verb].permission):
        yield Reason("permission", _("Your roles do not include this step."))


def _source_ready(case: Case) -> Iterable[Reason]:
    for issue in case.issues:
        yield Reason(issue.code, issue.message)


def _checks_passed(case: Case) -> Iterable[Reason]:
    found = content_checks.barring(case.edition, case.content, now=case.now)
    if found:
        sentences = content_checks.sentences(found, case.content)
        yield from (Reason(each.check.name, sentence) for each, sentence in zip(found, sentences, strict=True))


def _may_judge_language(case: Case) -> Iterable[Reason]:
    """Whoever may write the text that advice is about may decide not to follow it."""
    if case.language == "" and not may_write(case.by):
        yield Reason("shared", _("Only an author can change what all languages share."))
    elif case.language and case.language not in writable_languages(case.by):
        yield Reason(
            "language",
            _("You do not translate into this language: %(language)s.") % {"language": languages.name(case.language)},
        )


def _at_parity(case: Case) -> Iterable[Reason]:
    excepted = case.content["fields"]["excepted_languages"]
    for language, how in parity.behind(parity.status(case.content, case.attested), excepted).items():
        name = languages.name(language)
        if how == parity.Parity.MISSING:
            yield Reason(
                "language_missing",
                _("%(language)s is not complete: a text or the slug is missing.") % {"language": name},
            )
        else:
            yield Reason(
                "language_outdated",
                _("%(language)s was not attested as a translation of the present source text.") % {"language": name},
            )


def _content_recorded(case: Case) -> Iterable[Reason]:
    if content.digest(case.content) != case.edition.digest:
        yield Reason(
            "digest",
            _(
                "The content in the database is not the content that was recorded at the last save. Save the draft again."
            ),
        )


def _digest_signed(case: Case) -> Iterable[Reason]:
    if content.digest(case.content) != case.edition.signed_digest:
        yield Reason(
            "digest",
            _("The content is not the content that was signed off. Recall the edition and have it reviewed again."),
        )


def _digest_on_screen(case: Case) -> Iterable[Reason]:
    if case.digest is not None and case.digest != case.edition.digest:
        yield Reason("digest", _("The text has changed since you opened it. Read it again before you decide."))


def _not_contributor(case: Case) -> Iterable[Reason]:
    if case.contributed:
        yield Reason("four_eyes", _("You changed this edition's content; somebody else must do this."))


def _acts_for_party(case: Case) -> Iterable[Reason]:
    if case.by.party_id is None:
        yield Reason("party", _("You act for no party. An administrator can set yours."))


def _party_is_asked(case: Case) -> Iterable[Reason]:
    if case.by.party_id is None:
        return
    if any(sign_off.party_id == case.by.party_id for sign_off in case.signed):
        yield Reason("signed", _("Your party has signed this text off already."))
        return
    if any(sign_off.by_id == case.by.pk for sign_off in case.signed):
        yield Reason("signed", _("You signed this text for another party; somebody else must sign it for this one."))
        return
    stage = min((needed.stage for needed in case.outstanding), default=None)
    asked = [needed for needed in case.outstanding if needed.party is None or needed.party.pk == case.by.party_id]
    if not asked:
        yield Reason("party", _("No signature of your party is needed for this kind of content."))
    elif stage is not None and min(needed.stage for needed in asked) > stage:
        waiting = ", ".join(str(needed) for needed in case.outstanding if needed.stage == stage)
        yield Reason(
            "stage", _("Your party signs in a later stage; first to sign: %(parties)s.") % {"parties": waiting}
        )


def _must_fix_resolved(case: Case) -> Iterable[Reason]:
    found = barring.of(case.edition.document_id)
    if found:
        named = ", ".join(_("“%(words)s”") % {"words": each.words} for each in found[: barring.NAMED])
        message = ngettext(
            "%(count)s remark must be fixed and resolved first: %(remarks)s",
            "%(count)s remarks must be fixed and resolved first: %(remarks)s",
            len(found),
        )
        more = " …" if len(found) > barring.NAMED else ""
        yield Reason("must_fix", message % {"count": len(found), "remarks": named + more})


def _all_signed(case: Case) -> Iterable[Reason]:
    if case.outstanding:
        names = ", ".join(str(needed) for needed in case.outstanding)
        yield Reason("signatures", _("Signatures are missing: %(parties)s.") % {"parties": names})


def _reason_given(case: Case) -> Iterable[Reason]:
    if case.reason is not None and not text.clean(case.reason).strip():
        yield Reason("reason", _("Give a reason: others must be able to understand this decision."))


def _references_public_then(case: Case) -> Iterable[Reason]:
    if case.at is not None:
        yield from _references_public(case)


def _references_public(case: Case) -> Iterable[Reason]:
    along = case.together.documents if case.together is not None else frozenset()
    for title in checks_content.not_public(case.content, at=case.at or case.now, besides=along):
        yield Reason(
            "reference",
            _("It refers to “%(title)s”, which will not be public then. Publish that first.") % {"title": title},
        )


def _embargo_over(case: Case) -> Iterable[Reason]:
    not_before = kinds.get(case.content["kind"]).not_before
    moment = not_before(case.content) if not_before else None
    if moment is not None and moment > (case.at or case.now):
        yield Reason(
            "embargo",
            _("It may not go public before %(moment)s. Schedule it for then or later.")
            % {"moment": moment_text(moment)},
        )


def _embargo_over_then(case: Case) -> Iterable[Reason]:
    if case.at is not None:
        yield from _embargo_over(case)


def _slug_still_free(case: Case) -> Iterable[Reason]:
    for issue in checks_content.addresses_free(kinds.CheckedEdition(case.edition, case.content)):
        yield Reason(issue.code, issue.message)


def moment_text(moment: datetime) -> str:
    """A moment in words, in UTC, for reasons and messages."""
    return _("%(moment)s UTC") % {"moment": date_format(localtime(moment, timezone=UTC), "DATETIME_FORMAT")}


def _future(case: Case) -> Iterable[Reason]:
    if case.at is not None and case.at <= case.now:
        yield Reason("past", _("This moment has passed. Choose one in the future, or publish now."))
    if case.until is not None and case.until <= (case.at or case.now):
        yield Reason("order", _("The end must come after the beginning."))


def _line_of_time_free(case: Case) -> Iterable[Reason]:
    """Live periods follow one another: nothing may be published into or before another edition's plan."""
    begin = case.at or case.now
    successions = {other.live_during.lower for other in case.siblings}
    for other in case.siblings:
        if other.live_during.lower >= begin or other.standing(case.now) == Standing.SCHEDULED:
            yield Reason(
                "scheduled",
                _("Edition %(number)s is scheduled for %(moment)s. Unschedule it first.")
                % {"number": other.number, "moment": moment_text(other.live_during.lower)},
            )
        elif (end := other.live_during.upper) is not None and end > begin and end not in successions:
            yield Reason(
                "withdrawal_planned",
                _("Edition %(number)s is to be withdrawn on %(moment)s. Unschedule that first.")
                % {"number": other.number, "moment": moment_text(end)},
            )


def _something_planned(case: Case) -> Iterable[Reason]:
    live = case.edition.live_during
    planned_end = (
        live.upper is not None and live.upper > case.now and Withdrawal.objects.filter(edition=case.edition).exists()
    )
    if live.lower <= case.now and not planned_end:
        yield Reason(
            "nothing_planned",
            _("Nothing is planned for this edition: it went public already and no withdrawal is set."),
        )
        return
    if live.lower > case.now and Edition.objects.open().filter(document_id=case.edition.document_id).exists():
        yield Reason("open", _("Another edition of this document is being worked on. Discard or publish that first."))


def _is_live(case: Case) -> Iterable[Reason]:
    if case.edition.standing(case.now) != Standing.LIVE:
        yield Reason("not_live", _("This edition is not public now."))
    elif case.edition.live_during.upper is not None:
        yield Reason(
            "ends_already",
            _("Its end is set already: %(moment)s. Unschedule that first.")
            % {"moment": moment_text(case.edition.live_during.upper)},
        )


def _withdrawal_in_time(case: Case) -> Iterable[Reason]:
    if case.edition.standing(case.now) != Standing.LIVE:
        return
    if case.at is not None and case.at < case.now:
        yield Reason("past", _("This moment has passed. Choose one in the future, or withdraw now."))
    elif (case.at or case.now) <= case.edition.live_during.lower:
        yield Reason("order", _("The end must come after the beginning."))


def _redirects_elsewhere(case: Case) -> Iterable[Reason]:
    if case.redirect_to is not None and case.redirect_to == case.edition.document_id:
        yield Reason("redirect", _("A withdrawn page cannot point to itself. Choose another document, or none."))


def _explained(case: Case) -> Iterable[Reason]:
    if case.explanation is None:
        return
    missing = [code for code in languages.required() if not text.clean(case.explanation.get(code) or "").strip()]
    if missing:
        yield Reason(
            "explanation",
            _("Explain the withdrawal to the public in every language; missing: %(languages)s.")
            % {"languages": languages.names(missing)},
        )


def _end_explained(case: Case) -> Iterable[Reason]:
    if case.until is not None:
        yield from _explained(Case(case.edition, case.by, case.now, explanation=case.explanation or {}))


def _nothing_open(case: Case) -> Iterable[Reason]:
    existing = Edition.objects.open().filter(document_id=case.edition.document_id).first()
    if existing is not None:
        yield Reason(
            "open", _("Edition %(number)s of this document is being worked on already.") % {"number": existing.number}
        )


def _newest(case: Case) -> Iterable[Reason]:
    newer = (
        Edition.objects.filter(
            document_id=case.edition.document_id, number__gt=case.edition.number, state=State.PUBLISHED
        )
        .order_by("-number")
        .first()
    )
    if newer is not None:
        yield Reason("newer", _("Edition %(number)s is newer. Revise that one.") % {"number": newer.number})


def _urgent_unconfirmed(case: Case) -> Iterable[Reason]:
    if not case.edition.awaits_confirmation:
        yield Reason("not_urgent", _("This edition awaits no confirmation."))
    elif case.edition.urgent_by_id == case.by.pk:
        yield Reason("four_eyes", _("You published it; a second person must confirm it."))


def _may_write_language(case: Case) -> Iterable[Reason]:
    if case.language is None:
        return
    if case.language not in writable_languages(case.by):
        yield Reason(
            "language",
            _("You do not translate into this language: %(language)s.") % {"language": languages.name(case.language)},
        )
    elif case.language == case.content["fields"]["source_language"]:
        yield Reason("source", _("The source language needs no attestation."))
    elif parity.lacking(case.content, case.language):
        yield Reason(
            "language_missing",
            _("%(language)s is not complete: a text or the slug is missing.")
            % {"language": languages.name(case.language)},
        )


def _exceptable(case: Case) -> Iterable[Reason]:
    if case.language is not None and case.language == case.edition.source_language:
        yield Reason("source", _("The source language cannot be left out."))
    elif case.language is not None and case.language not in languages.codes():
        yield Reason(
            "language", _("Content is not written in this language: %(language)s.") % {"language": case.language}
        )


_RULES: dict[Verb, tuple[Rule, ...]] = {
    Verb.ATTEST: (_may_write_language,),
    Verb.GRANT_EXCEPTION: (_exceptable, _reason_given),
    Verb.WAIVE: (_may_judge_language, _reason_given),
    Verb.UNWAIVE: (_may_judge_language,),
    Verb.SUBMIT: (
        _content_recorded, _source_ready, _checks_passed, _at_parity, change_rules.change_noted, change_rules.minor_is_minor,
    ),
    Verb.REQUEST_CHANGES: (_acts_for_party, _reason_given),
    Verb.SIGN_OFF: (_digest_on_screen, _not_contributor, _acts_for_party, _party_is_asked, _must_fix_resolved),
    Verb.PUBLISH: (_not_contributor, _all_signed, _digest_signed, _slug_still_free, _references_public, _embargo_over, _line_of_time_free),
    Verb.SCHEDULE: (
        _not_contributor, _all_signed, _digest_signed, _slug_still_free, _future, _references_public_then,
        _embargo_over_then, _line_of_time_free, _end_explained,
    ),
    Verb.UNSCHEDULE: (_something_planned,),
    Verb.WITHDRAW: (_is_live, _withdrawal_in_time, _explained, _redirects_elsewhere),
    Verb.REVISE: (_nothing_open, _newest),
    Verb.PUBLISH_URGENTLY: (
        _content_recorded, _source_ready, _at_parity, change_rules.change_noted, change_rules.minor_without_review,
        _references_public, _embargo_over, _line_of_time_free, _reason_given,
    ),
    Verb.CONFIRM: (_not_contributor, _urgent_unconfirmed),
}  # fmt: skip


def offered(edition: Edition, *, by: User, now: datetime, case: Case | None = None) -> dict[Verb, list[Reason]]:
    """Every verb that has to do with the edition's state, with the reasons against it for this person now.

    What is read for one verb serves the others. Verbs of other states are left out.

    :param case: the same edition and person, where the caller has read something of it already.
    """
    case = case or Case(edition, by, now)
    state = State(edition.state)
    return {verb: problems(verb, case) for verb, row in TRANSITIONS.items() if state in row.sources}
