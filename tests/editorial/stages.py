"""A note at every stage of its way, each made through the engine in a handful of calls."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from editorial.content import kinds
from editorial.models import Edition
from editorial.states import State
from editorial.workflow import transitions
from tests import builders
from tests.people import People

#: The remark with which changes are requested.
REMARK = "The date is missing."


def at_stage(state: State, people: People, now: datetime, *, slug: str = "", **values: Any) -> Edition:
    """A note in `state`; a published one went live an hour before `now`."""
    slug = slug or state.value.replace("_", "-")
    if state == State.PUBLISHED:
        return live(people, now - timedelta(hours=1), slug=slug, **values)
    draft = builders.fresh(builders.make_note(people, now, slug=slug, **values))
    if state == State.DRAFT:
        return draft
    if state == State.DISCARDED:
        return transitions.discard(draft, by=people.author, now=now)
    if state == State.APPROVED:
        return builders.approve(draft, people, now)
    reviewed = transitions.submit(draft, by=people.author, now=now)
    if state == State.IN_REVIEW:
        return reviewed
    return transitions.request_changes(reviewed, by=people.reviewer_ca, now=now, reason=REMARK)


def live(people: People, now: datetime, **values: Any) -> Edition:
    """A note published at `now`."""
    return builders.publish(builders.make_note(people, now, **values), people, now)


def scheduled(people: People, now: datetime, at: datetime, **values: Any) -> Edition:
    """A note that is to go public at `at`."""
    approved = builders.approve(builders.make_note(people, now, **values), people, now)
    return transitions.schedule(approved, by=people.publisher, now=now, at=at)


def revision(edition: Edition, people: People, now: datetime) -> Edition:
    """An approved revision of a live edition that says the same."""
    return builders.approve(transitions.revise(edition, by=people.author, now=now), people, now)


@contextmanager
def withdrawals_confirmed(kind: str = "note") -> Iterator[None]:
    """While it lasts, a second person confirms the withdrawals of a kind."""
    asking = replace(kinds.get_kind(kind), withdrawal_confirmed=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(kinds._KINDS, kind, asking)
        yield


def withdrawn_alone(people: People, now: datetime, *, at: datetime | None = None, **values: Any) -> Edition:
    """A note that the publisher withdrew at `now` (from `at` on, if given), and that nobody confirmed yet."""
    edition = live(people, now - timedelta(days=1), **values)
    with withdrawals_confirmed():
        return transitions.withdraw(
            edition, by=people.publisher, now=now, at=at, explanation=builders.texts("It was wrong")
        )
