"""A rule of signature changes at the very moment at which an edition is submitted, signed or published.

Each pair is played in both orders, with a connection each: whoever is first has not committed yet when the other
begins. Whatever the order, nothing becomes public under rules that it does not meet.
"""

import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from editorial import releases
from editorial.models import Edition, Party, Release, SignOffRule, User
from editorial.staff import coverage_gaps, signing_rules
from editorial.states import State
from editorial.workflow import audit, signatures, transitions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.attacks import rows, sql
from tests.editorial import release_helpers, stages
from tests.faults.race import PATIENCE, Runner
from tests.people import People

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def chain_is_whole(transactional_db: None) -> object:
    """Whoever wins, the record stays sound."""
    yield
    assert list(audit.verify()) == []


def one_after_the_other(first: Callable[[], Any], second: Callable[[], Any]) -> tuple[Runner, Runner]:
    """Commit `first` only when `second` waits for it in the database; both as they ended.

    A `second` that ends before `first` is committed did not wait: that fails here.
    """
    return _both(first, second, until=lambda _behind: waits_for_a_lock())


def overlapping(first: Callable[[], Any], second: Callable[[], Any]) -> tuple[Runner, Runner]:
    """Commit `first` only when `second` has ended, which must not wait for it; both as they ended."""
    return _both(first, second, until=lambda behind: not behind.is_alive())


def _both(
    first: Callable[[], Any], second: Callable[[], Any], *, until: Callable[[Runner], bool]
) -> tuple[Runner, Runner]:
    done, go = threading.Event(), threading.Event()

    def hold() -> Any:
        with transaction.atomic():
            result = first()
            done.set()
            assert go.wait(PATIENCE), "whoever was second neither waited nor ended as expected"
        return result

    ahead, behind = Runner(hold), Runner(second)
    ahead.start()
    try:
        assert done.wait(PATIENCE), repr(ahead.error)
        behind.start()
        deadline = time.monotonic() + PATIENCE / 2
        while not until(behind):
            assert behind.is_alive(), f"it did not wait for whoever was first: {behind.error!r}"
            assert time.monotonic() < deadline, "it waits for whoever was first"
            time.sleep(0.01)
    finally:
        go.set()
        ahead.finish()
    return ahead, behind.finish()


def waits_for_a_lock() -> bool:
    """Whether somebody in this database waits for a lock of somebody else."""
    return bool(rows(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    ))  # fmt: skip


def codes(error: BaseException | None) -> list[str]:
    assert isinstance(error, NotAllowed), repr(error)
    return [reason.code for reason in error.reasons]


def meets_the_rules(edition: Edition) -> bool:
    """Whether an edition has every signature that the rules ask for as they are now."""
    present = builders.fresh(edition)
    signed = signatures.signed(present)
    return all(needed.met_by(signed) for needed in signatures.requirements_for(present))


def ask_mexico(people: People, now: datetime) -> list[str]:
    """An administrator adds the rule that Mexico signs notes."""
    return signing_rules.save_rule(
        SignOffRule(), kind="note", party=people.mx, stage=1, by=people.administrator, now=now
    )


def drop_rule_of(party: Party, people: People, now: datetime) -> list[str]:
    return signing_rules.remove(SignOffRule.objects.get(party=party), by=people.administrator, now=now)


def drop_rules(people: People, now: datetime) -> list[str]:
    """An administrator takes the rule about Canada away: then one signature of any party is asked for."""
    return drop_rule_of(people.ca, people, now)


def ask_mexico_for_canada(people: People, now: datetime) -> list[str]:
    """An administrator changes the rule that Canada signs notes: now Mexico does."""
    return signing_rules.save_rule(
        SignOffRule.objects.get(party=people.ca),
        kind="note",
        party=people.mx,
        stage=1,
        by=people.administrator,
        now=now,
    )


@pytest.fixture
def signed_by_canada(people: People, now: datetime) -> Edition:
    """A note that is approved under the one rule that Canada signs."""
    SignOffRule.objects.create(kind="note", party=people.ca, stage=1)
    note = stages.at_stage(State.APPROVED, people, now)
    assert [each.party for each in signatures.signatures(note)] == [people.ca]
    return note


@pytest.fixture
def frozen(signed_by_canada: Edition, people: People, now: datetime) -> Release:
    """A frozen release of two more such notes."""
    return release_helpers.frozen(people, now)[0]


def publish_past_the_engine(edition: Edition, people: People, now: datetime) -> None:
    """What the site's role could try: one statement, without the locks that the engine takes before it."""
    sql(
        "UPDATE editorial_edition SET state = 'published', published_at = %s, published_by_id = %s,"
        " live_during = tstzrange(%s, NULL, '[)') WHERE id = %s",
        now, people.publisher.pk, now, edition.pk,
    )  # fmt: skip


#: Every way in which what was signed becomes public, now or later; the database's own guard among them.
WAYS: dict[str, Callable[[Edition, Release, People, datetime], Any]] = {
    "publish": lambda note, _release, people, now: transitions.publish(note, by=people.publisher, now=now),
    "schedule": lambda note, _release, people, now: transitions.schedule(
        note, by=people.publisher, now=now, at=now + timedelta(hours=1)
    ),
    "publish together": lambda _note, release, people, now: releases.publish(release, by=people.publisher, now=now),
    "schedule together": lambda _note, release, people, now: releases.schedule(
        release, by=people.publisher, now=now, at=now + timedelta(hours=1)
    ),
    "raw SQL": lambda note, _release, people, now: publish_past_the_engine(note, people, now),
}
Change = Callable[[People, datetime], Any]
#: Changes of the rules after which a signature is missing of what Canada signed, each with a way to the public.
PAIRS = [*((ask_mexico, way) for way in WAYS), (ask_mexico_for_canada, "publish")]


def moved_by(way: str, note: Edition, release: Release) -> list[Edition]:
    """The editions that a way makes public."""
    if "together" in way:
        return [builders.fresh(item.edition) for item in release.items.all()]
    return [builders.fresh(note)]


@pytest.mark.parametrize(("change", "way"), PAIRS)
def test_nothing_becomes_public_without_the_signature_that_a_rule_asked_for_first(
    change: Change, way: str, signed_by_canada: Edition, frozen: Release, people: People, now: datetime
) -> None:
    ruled, published = one_after_the_other(
        lambda: change(people, now), lambda: WAYS[way](signed_by_canada, frozen, people, now)
    )
    assert ruled.error is None
    if way == "raw SQL":
        assert isinstance(published.error, IntegrityError)
        assert "lacks a required sign-off" in str(published.error)
    else:
        assert set(codes(published.error)) == {"signatures"}
    for edition in moved_by(way, signed_by_canada, frozen):
        assert edition.state == State.APPROVED
        assert not meets_the_rules(edition)


@pytest.mark.parametrize(("change", "way"), PAIRS)
def test_a_rule_that_comes_second_waits_until_it_is_public(
    change: Change, way: str, signed_by_canada: Edition, frozen: Release, people: People, now: datetime
) -> None:
    """It met the rules of its moment; and whoever changes them is told of those that are approved only."""
    published, ruled = one_after_the_other(
        lambda: WAYS[way](signed_by_canada, frozen, people, now), lambda: change(people, now)
    )
    assert (published.error, ruled.error) == (None, None)
    gone = moved_by(way, signed_by_canada, frozen)
    assert {edition.state for edition in gone} == {State.PUBLISHED}
    left = 3 - len(gone)
    assert [sentence for sentence in ruled.result if sentence.startswith(("One", str(left)))] == ruled.result


@pytest.fixture
def in_review(people: People, now: datetime) -> Edition:
    """A note that waits for Canada, whose signature the one rule asks for."""
    SignOffRule.objects.create(kind="note", party=people.ca, stage=1)
    return stages.at_stage(State.IN_REVIEW, people, now)


def sign(edition: Edition, by: User, now: datetime) -> Edition:
    return transitions.sign_off(edition, by=by, now=now, digest=edition.digest)


@pytest.mark.parametrize("change", [ask_mexico, drop_rules])
def test_the_last_signature_is_given_after_a_rule_changed(
    change: Change, in_review: Edition, people: People, now: datetime
) -> None:
    """Whoever signs sees what is asked for now."""
    ruled, signed = one_after_the_other(lambda: change(people, now), lambda: sign(in_review, people.reviewer_ca, now))
    assert (ruled.error, signed.error) == (None, None)
    after = builders.fresh(in_review)
    assert after.state == (State.IN_REVIEW if change is ask_mexico else State.APPROVED)
    assert meets_the_rules(after) == (after.state == State.APPROVED)
    if change is ask_mexico:
        with pytest.raises(NotAllowed):
            transitions.publish(after, by=people.publisher, now=now)
        assert sign(after, people.reviewer_mx, now).state == State.APPROVED


@pytest.mark.parametrize("change", [ask_mexico, ask_mexico_for_canada])
def test_a_rule_changes_after_the_last_signature(
    change: Change, in_review: Edition, people: People, now: datetime
) -> None:
    """It was approved under the rules of its moment, whoever changes them is told, and it cannot be published."""
    signed, ruled = one_after_the_other(lambda: sign(in_review, people.reviewer_ca, now), lambda: change(people, now))
    assert (signed.error, ruled.error) == (None, None)
    after = builders.fresh(in_review)
    assert after.state == State.APPROVED
    assert ruled.result == ["One approved edition cannot be published then until it is recalled and signed anew."]
    with pytest.raises(NotAllowed) as refusal:
        transitions.publish(after, by=people.publisher, now=now)
    assert codes(refusal.value) == ["signatures"]


@pytest.mark.parametrize("first", ["rule", "signature"])
def test_the_rule_of_the_second_stage_goes_while_the_first_signs(first: str, people: People, now: datetime) -> None:
    """Whoever comes second approves: it waits in review for nobody."""
    builders.joint("note", people, stages=(1, 2))
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    acts: list[Callable[[], Any]] = [
        lambda: drop_rule_of(people.mx, people, now), lambda: sign(edition, people.reviewer_ca, now),
    ]  # fmt: skip
    ahead, behind = one_after_the_other(*(acts if first == "rule" else reversed(acts)))
    assert (ahead.error, behind.error) == (None, None)
    assert builders.fresh(edition).state == State.APPROVED
    assert list(coverage_gaps.all_gaps()) == []


@pytest.mark.parametrize("first", ["rule", "submission"])
@pytest.mark.parametrize("change", [ask_mexico, drop_rules])
def test_a_rule_changes_while_an_edition_is_submitted(
    change: Change, first: str, people: People, now: datetime
) -> None:
    """Nobody has signed then, so neither waits for the other; what is signed later is judged by the rule as it is."""
    SignOffRule.objects.create(kind="note", party=people.ca, stage=1)
    draft = builders.make_note(people, now)
    acts: list[Callable[[], Any]] = [
        lambda: change(people, now), lambda: transitions.submit(draft, by=people.author, now=now),
    ]  # fmt: skip
    ahead, behind = overlapping(*(acts if first == "rule" else reversed(acts)))
    assert (ahead.error, behind.error) == (None, None)
    submitted = builders.fresh(draft)
    assert submitted.state == State.IN_REVIEW
    assert not meets_the_rules(submitted)
    for reviewer in (people.reviewer_ca, people.reviewer_mx):
        if submitted.state == State.IN_REVIEW and any(
            needed.party in (None, reviewer.party) for needed in signatures.requirements_for(submitted)
        ):
            assert not meets_the_rules(submitted)
            submitted = sign(submitted, reviewer, now)
    assert submitted.state == State.APPROVED
    assert meets_the_rules(submitted)
    assert transitions.publish(submitted, by=people.publisher, now=now).state == State.PUBLISHED


def test_two_rules_change_at_once(people: People, now: datetime) -> None:
    """One after the other, and the edition that both concern is approved once nobody is asked any more who has not
    signed.
    """
    builders.joint("note", people)
    note = transitions.submit(builders.make_note(people, now), by=people.author, now=now)
    sign(note, people.reviewer_ca, now)
    ahead, behind = one_after_the_other(
        lambda: drop_rule_of(people.ca, people, now), lambda: drop_rule_of(people.mx, people, now)
    )
    assert (ahead.error, behind.error) == (None, None)
    assert builders.fresh(note).state == State.APPROVED
    assert list(coverage_gaps.all_gaps()) == []


def test_many_rely_on_the_rules_at_once(signed_by_canada: Edition, people: People, now: datetime) -> None:
    """Publications do not wait for one another."""

    def rely() -> None:
        with transaction.atomic():
            signatures.hold_rules()

    ahead, behind = overlapping(lambda: WAYS["publish"](signed_by_canada, Release(), people, now), rely)
    assert (ahead.error, behind.error) == (None, None)
