"""What a reviewer can decide on the review screen, and why not."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from editorial import rules
from editorial.admin import consequences
from editorial.admin.actionbar import Workflow
from editorial.admin.transition_forms import TransitionForm
from editorial.models import Edition, Event, User
from editorial.reasons import Reason
from editorial.rules import Case
from editorial.states import CONTRIBUTING, Verb

#: The verbs that are decided with the text in sight; their buttons everywhere lead to the review screen.
DECISIONS = (Verb.SIGN_OFF, Verb.REQUEST_CHANGES)


@dataclass(frozen=True)
class Choice:
    """One decision: its form and what it will do, or the reasons why this person may not take it."""

    verb: Verb
    url: str
    form: TransitionForm
    consequences: tuple[consequences.Consequence, ...]
    reasons: tuple[Reason, ...]
    refused: bool = False

    @property
    def possible(self) -> bool:
        """Whether there is a form to show."""
        return not self.reasons

    @property
    def typed(self) -> str:
        """What the person wrote when the decision was refused for good; it can no longer be sent, but must not be lost."""
        if not self.refused:
            return ""
        return str(self.form.data.get("remark") or self.form.data.get("reason") or "")

    @property
    def style(self) -> str:
        """The button's class (see static/css/admin.css)."""
        return "default" if self.verb == Verb.SIGN_OFF else "button-quiet"


@dataclass(frozen=True)
class Contributor:
    """Somebody who changed this edition's content, and when last."""

    name: str
    party: str
    at: datetime


def reasons_against(verb: Verb, edition: Edition, workflow: Workflow, *, by: User, now: datetime) -> tuple[Reason, ...]:
    """Why this person may not do `verb` now; what the action bar has read already is not read again."""
    known = {step.verb: step.reasons for step in (*workflow.possible, *workflow.impossible)}
    return known[verb] if verb in known else tuple(rules.problems(verb, Case(edition, by, now)))


def contributors(edition: Edition) -> list[Contributor]:
    """Who changed this edition's content, in any language; none of them may sign it."""
    newest = (
        Event.objects.filter(edition=edition.pk, verb__in=CONTRIBUTING)
        .select_related("by__party")
        .order_by("by_id", "-id")
        .distinct("by_id")
    )
    found = [Contributor(event.by_name, _party(event), event.at) for event in newest]
    return sorted(found, key=lambda each: each.at, reverse=True)


def _party(event: Event) -> str:
    return str(event.by.party) if event.by is not None and event.by.party is not None else ""


def stages(workflow: Workflow) -> list[tuple[int, list[Any]]]:
    """The signatures that are needed, by stage, in order."""
    found: dict[int, list[Any]] = {}
    for signature in workflow.signatures:
        found.setdefault(signature.requirement.stage, []).append(signature)
    return sorted(found.items())
