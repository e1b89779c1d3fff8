"""Every stage × verb × role × (contributor or not): who may do what, written out here and compared with the engine.

What is done is done as the role of PostgreSQL that a real site has.
"""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import transaction

from editorial.models import Edition, User
from editorial.states import TRANSITIONS, State, Verb
from editorial.workflow import audit, transitions
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.attacks import OWNER, SITE, as_role, at_commit, rows
from tests.editorial import stages
from tests.people import People, person

#: Stage → verb → who may. Verbs and stages that are not named are nobody's. `jack` is in every group.
MAY: dict[str, dict[str, str]] = {
    "draft": {
        "submit": "author superuser jack",
        "discard": "author superuser jack",
        "publish_urgently": "publisher superuser jack",
    },
    "in_review": {
        "recall": "author superuser jack",
        "request_changes": "reviewer jack",
        "sign_off": "reviewer jack",
        "publish_urgently": "publisher superuser jack",
    },
    "changes_requested": {
        "recall": "author superuser jack",
        "discard": "author superuser jack",
    },
    "approved": {
        "recall": "author superuser jack",
        "request_changes": "reviewer jack",
        "publish": "publisher superuser jack",
        "schedule": "publisher superuser jack",
    },
    "published": {
        "withdraw": "publisher superuser jack",
        "revise": "author superuser jack",
    },
    "scheduled": {
        "reschedule": "publisher superuser jack",
        "unschedule": "publisher superuser jack",
        "revise": "author superuser jack",
    },
    "ending": {
        "unschedule": "publisher superuser jack",
        "revise": "author superuser jack",
    },
    "urgent": {
        "withdraw": "publisher superuser jack",
        "revise": "author superuser jack",
        "confirm": "reviewer stray_reviewer superuser jack",
    },
    "withdrawn": {
        "revise": "author superuser jack",
    },
    "withdrawn_alone": {
        "revise": "author superuser jack",
        "confirm_withdrawal": "publisher superuser jack",
    },
    "ending_alone": {
        "unschedule": "publisher superuser jack",
        "revise": "author superuser jack",
        "confirm_withdrawal": "publisher superuser jack",
    },
    "discarded": {
        "bring_back": "author superuser jack",
    },
}
#: What whoever changed the content may not do, whatever their role.
BARRED = {"sign_off", "request_changes", "publish", "schedule", "confirm", "confirm_withdrawal"}
#: What may be done to a draft only.
EDITING = {
    "save": "author translator superuser jack",
    "restore": "author superuser jack",
    "attest": "author translator superuser jack",
    "grant_exception": "publisher administrator superuser jack",
    "end_exception": "publisher administrator superuser jack",
}
ROLES = [
    "author",
    "translator",
    "reviewer",
    "stray_reviewer",
    "publisher",
    "administrator",
    "superuser",
    "jack",
    "outsider",
    "inactive_superuser",
]
STORED = dict.fromkeys(("scheduled", "ending", "urgent", "withdrawn", "withdrawn_alone", "ending_alone"), "published")
DAY = timedelta(days=1)


def walkers(people: People) -> dict[str, User]:
    """One person a role, none of whom had a hand in the editions that the tests look at."""
    jack = person("jack", party=people.mx)
    jack.groups.set(Group.objects.all())
    return {
        "author": person("walker", "Author", party=people.ca),
        "translator": person("walking-translator", "Translator (fr)"),
        "reviewer": person("walking-reviewer", "Reviewer", party=people.mx),
        "stray_reviewer": person("stray-reviewer", "Reviewer"),
        "publisher": person("walking-publisher", "Publisher"),
        "administrator": people.administrator,
        "superuser": people.superuser,
        "jack": jack,
        "outsider": people.outsider,
        "inactive_superuser": person("gone", is_superuser=True, is_active=False),
    }


def at(stage: str, people: People, now: datetime) -> Edition:
    """A note at a stage of the table above."""
    if stage == "scheduled":
        return stages.scheduled(people, now, now + DAY)
    if stage == "urgent":
        return transitions.publish_urgently(
            builders.make_note(people, now), by=people.publisher, now=now - DAY, reason="Flood"
        )
    if stage == "withdrawn_alone":
        return stages.withdrawn_alone(people, now - timedelta(hours=1))
    if stage == "ending_alone":
        return stages.withdrawn_alone(people, now, at=now + DAY)
    if stage in ("ending", "withdrawn"):
        end = {"at": now + DAY} if stage == "ending" else {}
        moment = now if stage == "ending" else now - timedelta(hours=1)
        why = builders.texts("Why")
        edition = stages.live(people, now - DAY)
        return transitions.withdraw(edition, by=people.publisher, now=moment, explanation=why, **end)
    return stages.at_stage(State(stage), people, now)


def arguments(verb: Verb, edition: Edition, now: datetime) -> dict[str, Any]:
    """What a person who does everything right gives with a verb."""
    given: dict[Verb, dict[str, Any]] = {
        Verb.REQUEST_CHANGES: {"reason": "A date is missing."},
        Verb.SIGN_OFF: {"digest": edition.digest},
        Verb.SCHEDULE: {"at": now + 2 * DAY},
        Verb.RESCHEDULE: {"at": now + 2 * DAY},
        Verb.WITHDRAW: {"explanation": builders.texts("Why")},
        Verb.PUBLISH_URGENTLY: {"reason": "Flood"},
        Verb.DISCARD: {"reason": "It is not wanted."},
    }
    return given.get(verb, {})


def done(verb: Verb, edition: Edition, by: User, now: datetime) -> bool:
    """Whether the transition itself goes through; undone in any case."""
    with transaction.atomic():
        try:
            getattr(transitions, verb.value)(edition, by=by, now=now, **arguments(verb, edition, now))
            at_commit()  # the guards that look at the end of a transaction
        except NotAllowed as refusal:
            return not refusal.reasons  # refused without a reason would be a lie
        finally:
            transaction.set_rollback(True)
    return True


@pytest.mark.parametrize("contributed", [False, True], ids=["bystander", "contributor"])
@pytest.mark.parametrize("stage", list(MAY))
def test_walk(stage: str, contributed: bool, people: People, now: datetime, site_role: None) -> None:
    with as_role(OWNER):
        edition = at(stage, people, now)
        everybody = walkers(people)
        if contributed:
            for someone in everybody.values():
                audit.record(edition, Verb.SAVE, by=someone, now=now)
        at_commit()
    assert list(everybody) == ROLES
    assert edition.state == STORED.get(stage, stage)
    with as_role(SITE):
        assert wrong_answers(stage, contributed, edition, everybody, now) == []
        assert rows("SELECT current_user::text") == [(SITE,)]


def wrong_answers(
    stage: str, contributed: bool, edition: Edition, everybody: dict[str, User], now: datetime
) -> list[tuple[str, str, str, bool]]:
    """Where the engine answers otherwise than `MAY` says: role, verb, which of its answers, and what it was."""
    wrong = []
    for role, by in everybody.items():
        offered = permissions.offered(edition, by=by, now=now)
        assert set(offered) == {verb for verb, row in TRANSITIONS.items() if edition.state in row.sources}
        for verb in TRANSITIONS:
            expected = role in MAY[stage].get(verb, "").split() and not (contributed and verb in BARRED)
            against = permissions.problems(verb, Attempt(edition, by, now, **arguments(verb, edition, now)))
            answers = {"rules": not against, "function": done(verb, edition, by, now)}
            if verb in offered:
                answers["offered"] = not offered[verb]
            wrong += [(role, verb.value, how, answer) for how, answer in answers.items() if answer != expected]
    return wrong


@pytest.mark.parametrize("stage", list(MAY))
def test_walk_of_editing(stage: str, people: People, now: datetime) -> None:
    edition = at(stage, people, now)
    wrong = []
    for role, by in walkers(people).items():
        for verb, who in EDITING.items():
            expected = stage == "draft" and role in who.split()
            case = Attempt(edition, by, now, language="fr", reason="To follow")
            if (not permissions.problems(Verb(verb), case)) != expected:
                wrong.append((role, verb, expected))
    assert wrong == []


def codes(verb: Verb, edition: Edition, by: User, now: datetime) -> list[str]:
    return [
        reason.code for reason in permissions.problems(verb, Attempt(edition, by, now, **arguments(verb, edition, now)))
    ]


def test_whoever_may_not_act_is_not_told_what_is_missing(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now, attest=False, fields={"summary": {}})
    assert codes(Verb.SUBMIT, draft, people.outsider, now) == ["permission"]
    assert codes(Verb.PUBLISH, draft, people.outsider, now) == ["state", "permission"]
    assert codes(Verb.PUBLISH, draft, people.publisher, now) == ["state"]
    assert codes(Verb.SUBMIT, draft, people.author, now) == [
        "summary_missing",
        "language_outdated",
        "language_outdated",
    ]
    people.author.is_active = False
    assert codes(Verb.SUBMIT, draft, people.author, now) == ["inactive"]


def test_reasons_are_in_the_reader_s_words(people: People, now: datetime) -> None:
    """They name the state, never its code, and end as sentences do."""
    draft = builders.make_note(people, now)
    for verb in TRANSITIONS:
        for reason in permissions.problems(verb, Attempt(draft, people.outsider, now)):
            assert str(reason).endswith(".")
            assert "_" not in str(reason)


@pytest.mark.parametrize(
    ("verb", "given", "code"),
    [
        (Verb.REQUEST_CHANGES, {"reason": " \n"}, "reason"),
        (Verb.SIGN_OFF, {"digest": "0" * 64}, "digest"),
        (Verb.PUBLISH_URGENTLY, {"reason": ""}, "reason"),
    ],
)
def test_what_must_be_given_under_review(
    verb: Verb, given: dict[str, str], code: str, people: People, now: datetime
) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    by = people.publisher if verb == Verb.PUBLISH_URGENTLY else people.reviewer_mx
    with pytest.raises(NotAllowed) as refusal:
        getattr(transitions, verb.value)(edition, by=by, now=now, **given)
    assert [reason.code for reason in refusal.value.reasons] == [code]
    # A button that is only being considered is not refused for what was not asked yet.
    assert permissions.problems(verb, Attempt(edition, by, now)) == []
