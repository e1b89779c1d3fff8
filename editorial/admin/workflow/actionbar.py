"""What the action bar says: what this person may do now, what not and why, and how far the signatures are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from editorial.admin import addresses
from editorial.admin.workflow import consequences
from editorial.base import languages
from editorial.content import kinds
from editorial.importing import draft_creation
from editorial.models import Edition, SignOff
from editorial.states import OPEN, Standing, State, Verb
from editorial.workflow import outstanding_signatures
from editorial.workflow import signatures as workflow_signatures
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import Reason
from editorial.workflow.signatures import Requirement

#: Verbs in the order in which the bar shows them: the next step first, the way back last.
ORDER = (
    Verb.SUBMIT, Verb.SIGN_OFF, Verb.CONFIRM, Verb.CONFIRM_WITHDRAWAL, Verb.PUBLISH, Verb.SCHEDULE, Verb.REVISE,
    Verb.BRING_BACK,
    Verb.REQUEST_CHANGES, Verb.RECALL, Verb.RESCHEDULE, Verb.UNSCHEDULE, Verb.GRANT_EXCEPTION, Verb.END_EXCEPTION,
    Verb.PUBLISH_URGENTLY, Verb.WITHDRAW,
    Verb.DISCARD,
)  # fmt: skip
#: Verbs that take something away or pass the usual checks by; their buttons look like it.
GRAVE = (Verb.WITHDRAW, Verb.DISCARD, Verb.PUBLISH_URGENTLY)
#: Verbs that bring an edition forward; the first of them that is possible is the button that stands out.
FORWARD = (
    Verb.SUBMIT, Verb.SIGN_OFF, Verb.CONFIRM, Verb.CONFIRM_WITHDRAWAL, Verb.PUBLISH, Verb.REVISE, Verb.BRING_BACK,
)  # fmt: skip


@dataclass(frozen=True)
class Step:
    """One verb in the bar: a button where there are no reasons against it."""

    verb: Verb
    url: str
    reasons: tuple[Reason, ...] = ()
    main: bool = False

    @property
    def style(self) -> str:
        """The button's class (see static/css/admin.css)."""
        if self.main:
            return "default"
        return "button-danger" if self.verb in GRAVE else "button-quiet"


@dataclass(frozen=True)
class Signature:
    """One signature that the edition needs, and the sign-off that gave it."""

    requirement: Requirement
    given: SignOff | None
    due: bool


@dataclass(frozen=True)
class Workflow:
    """Everything that `editorial/admin/_action_bar.html` shows of one edition to one person."""

    edition: Edition
    standing: Standing | None
    holder: str
    possible: tuple[Step, ...]
    impossible: tuple[Step, ...]
    signatures: tuple[Signature, ...]
    open_requests: Sequence[SignOff]
    history_url: str
    previews: tuple[tuple[str, str], ...]
    import_url: str = ""
    instead_of_confirming: str = ""

    @classmethod
    def for_edition(
        cls, edition: Edition, *, by: Any, now: datetime, site: Any = None, attempt: Attempt | None = None
    ) -> "Workflow":
        """Read all of it once.

        :param site: the admin site whose addresses are used; none for the usual one.
        :param attempt: what was read of it already (see `editorial.admin.request_cache`).
        """
        name = site.name if site is not None else "admin"
        offered = _offered(edition, by=by, now=now, attempt=attempt)
        steps = [
            Step(verb, addresses.screen_url(edition, "transition", verb.value, site=name), tuple(offered[verb]))
            for verb in ORDER
            if verb in offered
        ]
        possible = [step for step in steps if not step.reasons]
        if possible and possible[0].verb in FORWARD:
            possible[0] = Step(possible[0].verb, possible[0].url, main=True)
        signatures = _signatures(edition)
        missing = [signature.requirement for signature in signatures if signature.given is None]
        return cls(
            edition=edition,
            standing=edition.standing(now),
            holder=outstanding_signatures.holder(edition, missing=missing, now=now),
            possible=tuple(possible),
            impossible=tuple(step for step in steps if step.reasons),
            signatures=tuple(signatures),
            open_requests=outstanding_signatures.open_requests(edition),
            history_url=addresses.screen_url(edition, "history", site=name),
            previews=tuple(
                (code, addresses.screen_url(edition, "preview", code, site=name)) for code in languages.codes()
            ),
            import_url=_import_url(edition, by=by, site=name),
            instead_of_confirming=(
                consequences.instead_of_confirming(edition, now=now) if edition.withdrawal_awaits_confirmation else ""
            ),
        )


def _import_url(edition: Edition, *, by: Any, site: str) -> str:
    """Where a file becomes another language of this draft, for those who may write it."""
    offered = (
        edition.state == State.DRAFT
        and permissions.may_write(by)
        and draft_creation.offers(kinds.get_kind(edition.document.kind))
    )
    return addresses.screen_url(edition, "import_into", site=site) if offered else ""


def _offered(edition: Edition, *, by: Any, now: datetime, attempt: Attempt | None) -> dict[Verb, list[Reason]]:
    """The engine's verbs of this state, and the language exceptions of a draft."""
    found = permissions.offered(edition, by=by, now=now, attempt=attempt)
    if not edition.awaits_confirmation:
        # Of every published edition the engine knows why it cannot be confirmed; where nothing was urgent, nobody asks.
        found.pop(Verb.CONFIRM, None)
    if not edition.withdrawal_awaits_confirmation:
        found.pop(Verb.CONFIRM_WITHDRAWAL, None)
    if edition.standing(now) != Standing.SCHEDULED:
        found.pop(Verb.RESCHEDULE, None)  # nor where nothing is scheduled
    if edition.state == State.DRAFT:
        attempt = Attempt(edition, by, now)
        found[Verb.GRANT_EXCEPTION] = permissions.problems(Verb.GRANT_EXCEPTION, attempt)
        if edition.excepted_languages:
            found[Verb.END_EXCEPTION] = permissions.problems(Verb.END_EXCEPTION, attempt)
    return found


def _signatures(edition: Edition) -> list[Signature]:
    """Every signature that is needed before publication, in the order of the stages; none before a first submission."""
    if edition.state not in OPEN or not edition.round:
        return []
    reviewed = edition.state in (State.IN_REVIEW, State.APPROVED)
    return signatures(
        edition,
        needed=workflow_signatures.requirements_for(edition),
        given=outstanding_signatures.signed([edition])[edition.pk] if reviewed else [],
    )


def signatures(edition: Edition, *, needed: Sequence[Requirement], given: Sequence[SignOff]) -> list[Signature]:
    """Who gave which of the needed signatures, and whose turn it is, in the order of the stages."""
    reviewed = edition.state in (State.IN_REVIEW, State.APPROVED)
    due = outstanding_signatures.next_to_sign([each for each in needed if not each.met_by(given)]) if reviewed else []
    return [
        Signature(each, next((sign_off for sign_off in given if each.met_by([sign_off])), None), each in due)
        for each in needed
    ]
