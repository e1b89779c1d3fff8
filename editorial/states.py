"""The states of an edition and the table of transitions between them; everything else is derived from this table."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """What is stored of an edition's progress. Scheduled, live, superseded and withdrawn follow from the clock."""

    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    CHANGES_REQUESTED = "changes_requested", _("Changes requested")
    APPROVED = "approved", _("Approved")
    PUBLISHED = "published", _("Published")
    DISCARDED = "discarded", _("Discarded")


#: An edition that is being worked on; a document has at most one.
OPEN = (State.DRAFT, State.IN_REVIEW, State.CHANGES_REQUESTED, State.APPROVED)


class Standing(models.TextChoices):
    """How a published edition stands at a moment; never stored (see `Edition.standing`)."""

    SCHEDULED = "scheduled", _("Scheduled")
    LIVE = "live", _("Live")
    SUPERSEDED = "superseded", _("Superseded")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Phase(models.TextChoices):
    """How far a release is. Scheduled and public follow from `public_at` and the clock, as with editions."""

    ASSEMBLING = "assembling", _("Being assembled")
    FROZEN = "frozen", _("Frozen")
    PUBLISHED = "published", _("Published")
    DISSOLVED = "dissolved", _("Dissolved")


class Verb(models.TextChoices):
    """What people do to an edition. The same word names the function, the event, the address and the button."""

    CREATE = "create", pgettext_lazy("verb", "Create")
    SAVE = "save", pgettext_lazy("verb", "Save")
    RESTORE = "restore", pgettext_lazy("verb", "Restore")
    ATTEST = "attest", pgettext_lazy("verb", "Attest translation")
    GRANT_EXCEPTION = "grant_exception", pgettext_lazy("verb", "Grant language exception")
    END_EXCEPTION = "end_exception", pgettext_lazy("verb", "End language exception")
    ASSIGN = "assign", pgettext_lazy("verb", "Assign")
    SET_REVIEW_BY = "set_review_by", pgettext_lazy("verb", "Set review-by date")
    SET_OWNER = "set_owner", pgettext_lazy("verb", "Set owner")
    WAIVE = "waive", pgettext_lazy("verb", "Waive advice")
    UNWAIVE = "unwaive", pgettext_lazy("verb", "Take advice up again")
    SUBMIT = "submit", pgettext_lazy("verb", "Submit for review")
    RECALL = "recall", pgettext_lazy("verb", "Recall to draft")
    REQUEST_CHANGES = "request_changes", pgettext_lazy("verb", "Request changes")
    SIGN_OFF = "sign_off", pgettext_lazy("verb", "Sign off")
    PUBLISH = "publish", pgettext_lazy("verb", "Publish now")
    SCHEDULE = "schedule", pgettext_lazy("verb", "Schedule")
    RESCHEDULE = "reschedule", pgettext_lazy("verb", "Reschedule")
    UNSCHEDULE = "unschedule", pgettext_lazy("verb", "Unschedule")
    WITHDRAW = "withdraw", pgettext_lazy("verb", "Withdraw")
    REVISE = "revise", pgettext_lazy("verb", "Revise")
    DISCARD = "discard", pgettext_lazy("verb", "Discard")
    BRING_BACK = "bring_back", pgettext_lazy("verb", "Bring back")
    PUBLISH_URGENTLY = "publish_urgently", pgettext_lazy("verb", "Publish urgently")
    CONFIRM = "confirm", pgettext_lazy("verb", "Confirm urgent publication")
    CONFIRM_WITHDRAWAL = "confirm_withdrawal", pgettext_lazy("verb", "Confirm withdrawal")
    COMPLETE_REVIEW = "complete_review", pgettext_lazy("verb", "Complete the review")
    REMARK = "remark", pgettext_lazy("verb", "Remark")
    RESOLVE_REMARK = "resolve_remark", pgettext_lazy("verb", "Resolve remark")
    REOPEN_REMARK = "reopen_remark", pgettext_lazy("verb", "Reopen remark")
    SHARE_PREVIEW = "share_preview", pgettext_lazy("verb", "Make preview link")
    REVOKE_PREVIEW = "revoke_preview", pgettext_lazy("verb", "Revoke preview link")
    GUEST_AGREE = "guest_agree", pgettext_lazy("verb", "Agree by preview link")
    ADD_TO_RELEASE = "add_to_release", pgettext_lazy("verb", "Add to a release")
    TAKE_FROM_RELEASE = "take_from_release", pgettext_lazy("verb", "Take out of the release")
    FREEZE = "freeze", pgettext_lazy("verb", "Freeze")
    UNFREEZE = "unfreeze", pgettext_lazy("verb", "Unfreeze")
    EXPORT = "export", pgettext_lazy("verb", "Export the record")


#: The same in the past, for timelines.
DONE = {
    Verb.CREATE: _("Created"),
    Verb.SAVE: _("Saved"),
    Verb.RESTORE: _("Put back to an earlier text"),
    Verb.ATTEST: _("Translation attested"),
    Verb.GRANT_EXCEPTION: _("Language exception granted"),
    Verb.END_EXCEPTION: _("Language exception ended"),
    Verb.ASSIGN: _("Assigned"),
    Verb.SET_REVIEW_BY: _("Review-by date set"),
    Verb.SET_OWNER: _("Owner changed"),
    Verb.WAIVE: _("Advice waived"),
    Verb.UNWAIVE: _("Advice taken up again"),
    Verb.SUBMIT: _("Submitted for review"),
    Verb.RECALL: _("Recalled to draft"),
    Verb.REQUEST_CHANGES: _("Changes requested"),
    Verb.SIGN_OFF: _("Signed off"),
    Verb.PUBLISH: _("Published"),
    Verb.SCHEDULE: _("Scheduled"),
    Verb.RESCHEDULE: _("Rescheduled"),
    Verb.UNSCHEDULE: _("Unscheduled"),
    Verb.WITHDRAW: _("Withdrawn"),
    Verb.REVISE: _("Revision begun"),
    Verb.DISCARD: _("Discarded"),
    Verb.BRING_BACK: _("Brought back"),
    Verb.PUBLISH_URGENTLY: _("Published urgently"),
    Verb.CONFIRM: _("Urgent publication confirmed"),
    Verb.CONFIRM_WITHDRAWAL: _("Withdrawal confirmed"),
    Verb.COMPLETE_REVIEW: _("Approved, since a rule of signature changed"),
    Verb.REMARK: _("Remark made"),
    Verb.RESOLVE_REMARK: _("Remark resolved"),
    Verb.REOPEN_REMARK: _("Remark reopened"),
    Verb.SHARE_PREVIEW: _("Preview link made"),
    Verb.REVOKE_PREVIEW: _("Preview link revoked"),
    Verb.GUEST_AGREE: _("Guest agrees, by preview link"),
    Verb.ADD_TO_RELEASE: _("Added to a release"),
    Verb.TAKE_FROM_RELEASE: _("Taken out of the release"),
    Verb.FREEZE: _("Frozen with its release"),
    Verb.UNFREEZE: _("Unfrozen with its release"),
    Verb.EXPORT: _("Record exported"),
}

#: After one of these the public may see something else, now or when its moment comes.
SHOWING = (
    Verb.PUBLISH,
    Verb.SCHEDULE,
    Verb.RESCHEDULE,
    Verb.UNSCHEDULE,
    Verb.WITHDRAW,
    Verb.PUBLISH_URGENTLY,
    Verb.CONFIRM,
    Verb.CONFIRM_WITHDRAWAL,
)

#: Whoever did one of these has changed the content and may neither sign it off nor publish it alone.
CONTRIBUTING = (Verb.CREATE, Verb.SAVE, Verb.RESTORE)


#: What is said about an edition and who is let to read it: on record, but neither content nor a step on its way.
TALKING = (
    Verb.REMARK,
    Verb.RESOLVE_REMARK,
    Verb.REOPEN_REMARK,
    Verb.SHARE_PREVIEW,
    Verb.REVOKE_PREVIEW,
    Verb.GUEST_AGREE,
)


@dataclass(frozen=True)
class Transition:
    """One row of the table: who needs what to move an edition from where to where.

    `targets` holds more than one state where the outcome depends on what is there (a sign-off may be the last one
    or not; what is unscheduled while a later edition is being worked on is given up for that); a target equal to its
    source means that the edition stays in its state.
    """

    verb: Verb
    sources: tuple[State, ...]
    targets: tuple[State, ...]
    permission: str

    def pairs(self) -> Iterable[tuple[State, State]]:
        """(source, target) of every move that changes the state."""
        for source in self.sources:
            for target in self.targets:
                if source != target:
                    yield source, target


_D, _R, _C, _A, _P, _X = (
    State.DRAFT,
    State.IN_REVIEW,
    State.CHANGES_REQUESTED,
    State.APPROVED,
    State.PUBLISHED,
    State.DISCARDED,
)

TRANSITIONS: dict[Verb, Transition] = {
    row.verb: row
    for row in (
        Transition(Verb.SUBMIT, (_D,), (_R,), "editorial.write_edition"),
        Transition(Verb.RECALL, (_R, _C, _A), (_D,), "editorial.write_edition"),
        Transition(Verb.REQUEST_CHANGES, (_R, _A), (_C,), "editorial.sign_off_edition"),
        Transition(Verb.SIGN_OFF, (_R,), (_R, _A), "editorial.sign_off_edition"),
        Transition(Verb.PUBLISH, (_A,), (_P,), "editorial.publish_edition"),
        Transition(Verb.SCHEDULE, (_A,), (_P,), "editorial.publish_edition"),
        Transition(Verb.RESCHEDULE, (_P,), (_P,), "editorial.publish_edition"),
        Transition(Verb.UNSCHEDULE, (_P,), (_A, _P, _X), "editorial.publish_edition"),
        Transition(Verb.WITHDRAW, (_P,), (_P,), "editorial.publish_edition"),
        Transition(Verb.REVISE, (_P,), (_P,), "editorial.write_edition"),
        Transition(Verb.DISCARD, (_D, _C), (_X,), "editorial.write_edition"),
        Transition(Verb.BRING_BACK, (_X,), (_X,), "editorial.write_edition"),
        Transition(Verb.PUBLISH_URGENTLY, (_D, _R), (_P,), "editorial.publish_urgently_edition"),
        Transition(Verb.CONFIRM, (_P,), (_P,), "editorial.sign_off_edition"),
        Transition(Verb.CONFIRM_WITHDRAWAL, (_P,), (_P,), "editorial.publish_edition"),
    )
}


def moves() -> list[tuple[State, State]]:
    """Every (from, to) that the table allows, sorted; the database's own guard is made from it."""
    return sorted({pair for row in TRANSITIONS.values() for pair in row.pairs()})


def as_mermaid() -> str:
    """The table as a Mermaid state diagram, for `docs/states.md`."""
    lines = ["stateDiagram-v2", "    [*] --> draft: create"]
    for row in TRANSITIONS.values():
        for source in row.sources:
            for target in row.targets:
                if row.verb == Verb.UNSCHEDULE and target == source:
                    continue
                lines.append(f"    {source.value} --> {target.value}: {row.verb.value}")
    lines += ["    published --> [*]", "    discarded --> [*]"]
    return "\n".join(lines) + "\n"
