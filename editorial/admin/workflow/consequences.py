"""What a transition will do, in words, for whoever is about to do it."""

from collections.abc import Callable, Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from editorial.admin.workflow.consequence_context import Consequence, Outlook
from editorial.base import languages
from editorial.content import parity
from editorial.models import Edition, Withdrawal
from editorial.states import Standing, State, Verb
from editorial.workflow import live_periods, outstanding_signatures
from editorial.workflow.attempt import withdrawal_needs_confirmation
from editorial.workflow.rules import bringing_back
from editorial.workflow.signatures import Requirement


def consequences(verb: Verb, outlook: Outlook) -> list[Consequence]:
    """The consequences of `verb`, the weightiest first."""
    return list(_CONSEQUENCES[verb](outlook))


def _parties(items: list[Requirement]) -> str:
    return ", ".join(str(item) for item in items)


def _submit(seen: Outlook) -> Iterator[Consequence]:
    due = outstanding_signatures.next_to_sign(seen.needed)
    yield Consequence(_("It goes to the reviewers. First to sign: %(parties)s.") % {"parties": _parties(due)})
    later = [each for each in seen.needed if each not in due]
    if later:
        yield Consequence(_("After them: %(parties)s.") % {"parties": _parties(later)})
    yield Consequence(_("The text freezes in every language. Whoever wants to change it must recall it first."))
    yield from _left_out(seen)
    yield from _to_follow(seen)
    yield from _lost(seen)
    yield Consequence(_("Nothing becomes public yet."))


def _recall(seen: Outlook) -> Iterator[Consequence]:
    yield Consequence(_("It becomes a draft again, and its text can be changed."))
    yield from _signatures_lost(seen)
    yield from _nothing_public_changes(seen)


def _request_changes(seen: Outlook) -> Iterator[Consequence]:
    yield Consequence(
        _("It goes back to the authors, with your remark. The last to change it was %(person)s.")
        % {"person": seen.edition.changed_by}
    )
    yield from _signatures_lost(seen)
    yield from _nothing_public_changes(seen)


def _sign_off(seen: Outlook) -> Iterator[Consequence]:
    yield Consequence(
        _("You sign exactly this text, in all its languages, for: %(party)s.")
        % {"party": seen.by.party or _("no party")}
    )
    missing = [each for each in seen.needed if not each.met_by(seen.given)]
    left = [each for each in missing if each.party is not None and each.party.pk != seen.by.party_id]
    if left:
        yield Consequence(_("It then waits for the signature of: %(parties)s.") % {"parties": _parties(left)})
    else:
        yield Consequence(_("It is then approved, and the publishers may publish it."))
    yield from _lost(seen)
    yield Consequence(_("Nothing becomes public yet."))


def _publish(seen: Outlook) -> Iterator[Consequence]:
    yield Consequence(_("It becomes public at once, at these addresses:"), seen.addresses(seen.edition))
    yield from _replaced(seen)
    yield from _lost(seen)
    yield from _moved(seen)
    yield from _to_follow(seen)


def _schedule(seen: Outlook) -> Iterator[Consequence]:
    yield Consequence(
        _("It becomes public at the moment that you choose, at these addresses:"), seen.addresses(seen.edition)
    )
    yield from _replaced(seen)
    yield from _lost(seen)
    yield from _moved(seen)
    yield from _to_follow(seen)
    yield Consequence(_("Until then a publisher can unschedule it."))
    if withdrawal_needs_confirmation(seen.edition):
        yield Consequence(_("If you set an end, a second person who may publish is asked to confirm that."))


def _publish_urgently(seen: Outlook) -> Iterator[Consequence]:
    yield Consequence(
        _("It becomes public at once, without the signatures, at these addresses:"), seen.addresses(seen.edition)
    )
    yield Consequence(
        _("The public page says that it is still to be confirmed, until a second person has confirmed it.")
    )
    yield from _replaced(seen)
    yield from _lost(seen)
    yield from _moved(seen)
    yield from _left_out(seen)
    yield from _to_follow(seen)
    yield Consequence(_("Your reason goes on record."))


def _confirm(seen: Outlook) -> Iterator[Consequence]:
    yield Consequence(_("You confirm, as a second person, what was made public without the signatures."))
    yield Consequence(
        _("%(person)s published it, for this reason: %(reason)s")
        % {"person": seen.edition.urgent_by, "reason": seen.edition.urgent_reason}
    )
    yield Consequence(_("The note on the public page that it is still to be confirmed goes away."))


def _confirm_withdrawal(seen: Outlook) -> Iterator[Consequence]:
    yield Consequence(
        _("You confirm, as a second person, what %(person)s decided. It ends or ended at:")
        % {"person": seen.edition.withdrawal.decided_by},
        moment=seen.edition.withdrawal.at,
    )
    for code, words in languages.values(seen.edition.withdrawal, "explanation").items():
        yield Consequence(
            _("The explanation in %(language)s: %(words)s") % {"language": languages.name(code), "words": words}
        )
    yield Consequence(_("The note for the public that the withdrawal is still to be confirmed goes away."))
    yield Consequence(_("A confirmation is not taken back."))
    yield Consequence(instead_of_confirming(seen.edition, now=seen.now))


def instead_of_confirming(edition: Edition, *, now: datetime) -> str:
    """What somebody can do who does not agree with a withdrawal that waits for them."""
    match edition.standing(now):
        case Standing.WITHDRAWN:
            return _("If you do not agree, ask an author to revise it: the new edition begins with its text.")
        case Standing.SCHEDULED:
            return _("If you do not agree, unschedule it: neither its publication nor its end is planned then.")
    return _("If you do not agree, unschedule it: it then stays public.")


def _reschedule(seen: Outlook) -> Iterator[Consequence]:
    live = seen.edition.live_during
    if live is not None:
        yield Consequence(_("It becomes public at the moment that you choose, and no longer at:"), moment=live.lower)
    if seen.live is not None:
        yield Consequence(_("Edition %(number)s stays public until then.") % {"number": seen.live.number})
    yield Consequence(_("It was signed off, and stays so."))


def _unschedule(seen: Outlook) -> Iterator[Consequence]:
    live = seen.edition.live_during
    if live is None:
        return
    if live.lower > seen.now:
        if seen.open is None:
            yield Consequence(_("It is approved again and waits for a publisher."))
        else:
            yield Consequence(
                _("It is given up, since edition %(number)s, which began with its text, is being worked on.")
                % {"number": seen.open.number}
            )
        yield Consequence(_("It will not become public at the moment that was set:"), moment=live.lower)
        if seen.live is not None:
            yield Consequence(_("Edition %(number)s stays public.") % {"number": seen.live.number})
        if live.upper is not None:
            yield Consequence(_("The withdrawal that was planned with it is given up too."))
    elif live.upper is not None:
        yield Consequence(
            _("It stays public. The withdrawal and its explanation are dropped. The withdrawal was set for:"),
            moment=live.upper,
        )


def _withdraw(seen: Outlook) -> Iterator[Consequence]:
    yield Consequence(
        _("It ceases to be public. These addresses then answer with your explanation:"), seen.addresses(seen.edition)
    )
    yield Consequence(_("Pages that refer to it will lead their readers to that explanation."))
    yield Consequence(_("It stays on record, and can be revised and published again."))
    if withdrawal_needs_confirmation(seen.edition):
        yield Consequence(
            _(
                "A second person who may publish is asked to confirm it. Until then the page in its place says that "
                "this is not confirmed."
            )
        )


def _revise(seen: Outlook) -> Iterator[Consequence]:
    yield Consequence(_("A new draft opens that says what this edition says, with its attested translations."))
    yield Consequence(_("What is public stays as it is until the new edition is published."))


def _discard(seen: Outlook) -> Iterator[Consequence]:
    yield Consequence(_("This edition is given up: it can no longer be changed or submitted."))
    yield Consequence(_("Every text that was saved stays in the history of the document."))
    if seen.live is not None:
        yield Consequence(_("Edition %(number)s stays public.") % {"number": seen.live.number})
    elif not bringing_back.was_published(seen.edition):
        yield Consequence(_("No edition of this document was ever public. An author can bring the draft back."))


def _bring_back(seen: Outlook) -> Iterator[Consequence]:
    yield Consequence(_("A new draft opens that says what this one says, with its attested translations."))
    yield Consequence(
        _("It is the next edition of the same document. Who answers for it does not change: %(person)s.")
        % {"person": seen.edition.document.owner}
    )
    yield Consequence(_("Those who wrote it are told."))


def _grant_exception(seen: Outlook) -> Iterator[Consequence]:
    yield Consequence(_("This edition may be submitted and published although that language is not ready."))
    yield Consequence(_("The public is told in that language that the text is to follow."))
    if seen.live is not None:
        there = [code for code in seen.live.public_languages() if code != seen.edition.source_language]
        yield Consequence(
            _(
                "What is public today in that language ceases to be there once this edition is published: its address "
                "then leads to the last text in the language. Public today:"
            ),
            tuple(each for each in seen.addresses(seen.live) if each[0] in there),
        )
    yield Consequence(_("The reviewers see the exception and sign it with the text. Your reason goes on record."))


def _end_exception(seen: Outlook) -> Iterator[Consequence]:
    yield Consequence(_("That language must be complete and attested again before this edition may be submitted."))


def _signatures_lost(seen: Outlook) -> Iterator[Consequence]:
    if seen.given:
        names = ", ".join(f"{sign_off.party} ({sign_off.by})" for sign_off in seen.given)
        yield Consequence(_("Signatures given so far no longer count: %(names)s.") % {"names": names})


def _nothing_public_changes(seen: Outlook) -> Iterator[Consequence]:
    if seen.live is None:
        yield Consequence(_("Nothing that is public changes."))
    else:
        yield Consequence(_("Edition %(number)s stays public.") % {"number": seen.live.number})


def _replaced(seen: Outlook) -> Iterator[Consequence]:
    if seen.live is not None:
        yield Consequence(
            _("Edition %(number)s ceases to be public at that moment; the change history keeps it.")
            % {"number": seen.live.number}
        )
        if Withdrawal.objects.filter(edition=seen.live, at__gt=seen.now).exists():
            yield Consequence(
                _(
                    "The withdrawal that was planned for edition %(number)s is dropped, unless the new one begins "
                    "after it. "
                    "Plan one anew for this edition if the page is still to go:"
                )
                % {"number": seen.live.number},
                moment=seen.live.live_during.upper,
            )


def _moved(seen: Outlook) -> Iterator[Consequence]:
    if seen.live is None:
        return
    kept = set(seen.addresses(seen.edition))
    gone = tuple(
        (code, address)
        for code, address in seen.addresses(seen.live)
        if (code, address) not in kept and code in live_periods.languages_of(seen.edition)
    )
    if gone:
        yield Consequence(_("These old addresses will lead to the new ones:"), gone)


def _left_out(seen: Outlook) -> Iterator[Consequence]:
    if seen.edition.state != State.DRAFT:
        return
    found = parity.not_ready(seen.edition.language_status, seen.edition.excepted_languages)
    if found:
        yield Consequence(
            _("It goes without the languages that are not ready and that this site does not require: %(languages)s.")
            % {"languages": languages.names(found)}
        )


def _lost(seen: Outlook) -> Iterator[Consequence]:
    if not seen.losses:
        return
    lost = [code for code in languages.codes() if any(code in codes for _edition, codes in seen.losses)]
    yield Consequence(
        _(
            "Once it is public, the document can no longer be read in: %(languages)s. These addresses then say "
            "that the "
            "translation is to follow, and lead to the last text in the language:"
        )
        % {"languages": languages.names(lost)},
        tuple(
            dict.fromkeys(each for before, codes in seen.losses for each in seen.addresses(before) if each[0] in codes)
        ),
    )


def _to_follow(seen: Outlook) -> Iterator[Consequence]:
    if seen.edition.excepted_languages:
        yield Consequence(
            _("It is published by exception without: %(languages)s. The page says that the translation is to follow.")
            % {"languages": languages.names(seen.edition.excepted_languages)}
        )


_CONSEQUENCES: dict[Verb, Callable[[Outlook], Iterator[Consequence]]] = {
    Verb.SUBMIT: _submit,
    Verb.RECALL: _recall,
    Verb.REQUEST_CHANGES: _request_changes,
    Verb.SIGN_OFF: _sign_off,
    Verb.PUBLISH: _publish,
    Verb.SCHEDULE: _schedule,
    Verb.RESCHEDULE: _reschedule,
    Verb.UNSCHEDULE: _unschedule,
    Verb.WITHDRAW: _withdraw,
    Verb.REVISE: _revise,
    Verb.DISCARD: _discard,
    Verb.BRING_BACK: _bring_back,
    Verb.PUBLISH_URGENTLY: _publish_urgently,
    Verb.CONFIRM: _confirm,
    Verb.CONFIRM_WITHDRAWAL: _confirm_withdrawal,
    Verb.GRANT_EXCEPTION: _grant_exception,
    Verb.END_EXCEPTION: _end_exception,
}
