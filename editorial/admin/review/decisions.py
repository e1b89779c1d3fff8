"""What a reviewer can decide on the review screen, and why not; who signed, wrote the text, was asked to read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from editorial.admin.workflow.actionbar import Signature, signatures
from editorial.admin.workflow.consequence_context import Consequence, Outlook
from editorial.admin.workflow.transition_forms import TransitionForm
from editorial.base.reasons import Reason
from editorial.models import Assignment, Edition, Event, SignOff, User
from editorial.states import CONTRIBUTING, OPEN, Verb
from editorial.workflow import assignment, outstanding_signatures
from editorial.workflow import signatures as workflow_signatures
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions

#: The verbs that are decided with the text in sight; their buttons everywhere lead to the review screen.
DECISIONS = (Verb.SIGN_OFF, Verb.REQUEST_CHANGES)


@dataclass(frozen=True)
class Choice:
    """One decision: its form and what it will do, or the reasons why this person may not take it."""

    verb: Verb
    url: str
    form: TransitionForm
    consequences: tuple[Consequence, ...]
    reasons: tuple[Reason, ...]
    refused: bool = False

    @property
    def possible(self) -> bool:
        """Whether there is a form to show."""
        return not self.reasons

    @property
    def typed(self) -> str:
        """What the person wrote when the decision was refused for good: it cannot be sent, but must not be lost."""
        if not self.refused:
            return ""
        return str(self.form.data.get("remark") or self.form.data.get("reason") or "")

    @property
    def style(self) -> str:
        """The button's class (see static/css/admin.css)."""
        return "default" if self.verb == Verb.SIGN_OFF else "button-quiet"


@dataclass(frozen=True)
class Contributor:
    """Somebody who wrote in the document, and when last."""

    person: int | None
    name: str
    party: str
    at: datetime


class Review:
    """What the screen says of an edition beside its text, to one person at one time; each thing is read once."""

    def __init__(self, edition: Edition, *, by: User, now: datetime) -> None:
        self.edition = edition
        self.by = by
        self.now = now

    @cached_property
    def given(self) -> list[SignOff]:
        """The signatures that count."""
        return outstanding_signatures.signed([self.edition])[self.edition.pk] if self._signing else []

    @cached_property
    def needed(self) -> list[workflow_signatures.Requirement]:
        """The signatures that the edition needs."""
        return workflow_signatures.requirements_for(self.edition) if self._signing else []

    @property
    def _signing(self) -> bool:
        return self.edition.state in OPEN and bool(self.edition.round)

    @cached_property
    def contributors(self) -> list[Contributor]:
        """Who wrote in the document, in any edition and language, the last first; none of them may decide on it."""
        newest = (
            Event.objects.filter(document=self.edition.document_id, verb__in=CONTRIBUTING)
            .select_related("by__party")
            .order_by("by_id", "-id")
            .distinct("by_id")
        )
        found = [Contributor(event.by_id, event.by_name, _party(event), event.at) for event in newest]
        return sorted(found, key=lambda each: each.at, reverse=True)

    @cached_property
    def assigned(self) -> Sequence[Assignment]:
        """Who was asked to do what with it."""
        return assignment.assignees([self.edition])[self.edition.pk] if self.edition.state in OPEN else ()

    @cached_property
    def open_requests(self) -> Sequence[SignOff]:
        """What was asked for and is not settled."""
        return outstanding_signatures.open_requests(self.edition)

    def stages(self) -> list[tuple[int, list[Signature]]]:
        """The signatures that are needed, by stage, in order."""
        found: dict[int, list[Signature]] = {}
        for signature in signatures(self.edition, needed=self.needed, given=self.given):
            found.setdefault(signature.requirement.stage, []).append(signature)
        return sorted(found.items())

    def reasons_against(self, verb: Verb) -> tuple[Reason, ...]:
        """Why this person may not do `verb` now: the engine's own rules, spared what is read already."""
        return tuple(permissions.problems(verb, self._attempt))

    @cached_property
    def _attempt(self) -> Attempt:
        attempt = Attempt(self.edition, self.by, self.now)
        if self._signing:
            attempt.__dict__.update(
                signed=self.given,
                outstanding=[each for each in self.needed if not each.met_by(self.given)],
                contributed=any(each.person == self.by.pk for each in self.contributors),
            )
        return attempt

    def outlook(self, live: Edition | None) -> Outlook:
        """What the consequences of a decision depend on."""
        outlook = Outlook(self.edition, self.by, self.now)
        outlook.__dict__.update(live=live, given=self.given, needed=self.needed)
        return outlook


def _party(event: Event) -> str:
    return str(event.by.party) if event.by is not None and event.by.party is not None else ""
