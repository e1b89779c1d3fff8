"""What a transition will do, in words, for whoever is about to do it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.content import kinds, parity
from editorial.models import Edition, SignOff, User, Withdrawal
from editorial.states import State, Verb
from editorial.workflow import live_periods, outstanding_signatures
from editorial.workflow.rules import bringing_back
from editorial.workflow.rules.timing import moment_text
from editorial.workflow.signatures import Requirement, requirements_for


@dataclass(frozen=True)
class Consequence:
    """One sentence, with the public addresses, (language code, address), or the instant that it announces."""

    text: str
    addresses: tuple[tuple[str, str], ...] = ()
    moment: datetime | None = None


@dataclass
class Outlook:
    """What the consequences depend on, read when it is first asked for."""

    edition: Edition
    by: User
    now: datetime
    kind: kinds.Kind = field(init=False)

    def __post_init__(self) -> None:
        self.kind = kinds.get_kind(self.edition.document.kind)

    @cached_property
    def live(self) -> Edition | None:
        """The document's edition that is public now."""
        return live_periods.live_edition(self.edition.document, self.now)

    @cached_property
    def losses(self) -> list[tuple[Edition, list[str]]]:
        """The editions, live or planned, that this one could follow with fewer languages, each with those lost."""
        return live_periods.losses(self.edition, now=self.now)

    @cached_property
    def open(self) -> Edition | None:
        """The document's edition that is being worked on, if it is another one."""
        found: Edition | None = (
            Edition.objects.open().filter(document_id=self.edition.document_id).exclude(pk=self.edition.pk).first()
        )
        return found

    @cached_property
    def given(self) -> list[SignOff]:
        """The signatures that count at present."""
        return outstanding_signatures.signed([self.edition])[self.edition.pk] if self.edition.round else []

    @cached_property
    def needed(self) -> list[Requirement]:
        """All the signatures that this edition needs."""
        return requirements_for(self.edition)

    def addresses(self, edition: Edition) -> tuple[tuple[str, str], ...]:
        """Where an edition is (or will be) public, by language."""
        return tuple(
            (code, f"/{code}/{self.kind.path(code, languages.value(edition, 'slug', code))}/")
            for code in edition.public_languages()
        )


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
    Verb.GRANT_EXCEPTION: _grant_exception,
    Verb.END_EXCEPTION: _end_exception,
}


def done_message(verb: Verb, moved: Edition, *, now: datetime) -> str:
    """What has happened, in words, for the message after the step."""
    match verb:
        case Verb.SUBMIT:
            return _("Submitted for review.")
        case Verb.RECALL:
            return _("Recalled: it is a draft again.")
        case Verb.REQUEST_CHANGES:
            return _("Sent back with your remark.")
        case Verb.SIGN_OFF if moved.state == State.APPROVED:
            return _("Signed off. It is approved: the publishers may publish it.")
        case Verb.SIGN_OFF:
            return _("Signed off. Other signatures are still missing.")
        case Verb.PUBLISH | Verb.PUBLISH_URGENTLY:
            return _("Published. It is public now.")
        case Verb.SCHEDULE:
            return _("Scheduled: it becomes public on %(moment)s.") % {"moment": _begin(moved)}
        case Verb.RESCHEDULE:
            return _("Rescheduled: it becomes public on %(moment)s.") % {"moment": _begin(moved)}
        case Verb.UNSCHEDULE if moved.state == State.DISCARDED:
            return _("Unscheduled and given up: a later edition is being worked on.")
        case Verb.UNSCHEDULE:
            return _("Unscheduled.")
        case Verb.WITHDRAW if moved.live_during and moved.live_during.upper > now:
            return _("The withdrawal is set for %(moment)s.") % {"moment": moment_text(moved.live_during.upper)}
        case Verb.WITHDRAW:
            return _("Withdrawn. The public sees your explanation.")
        case Verb.REVISE | Verb.BRING_BACK:
            return _("A new draft is open: edition %(number)s.") % {"number": moved.number}
        case Verb.DISCARD:
            return _("Discarded.")
        case Verb.CONFIRM:
            return _("Confirmed.")
        case Verb.GRANT_EXCEPTION:
            return _("The exception is granted.")
    return _("The exception is ended.")


def _begin(edition: Edition) -> str:
    return moment_text(edition.live_during.lower) if edition.live_during else ""
