"""Where visitors of a withdrawn page are led instead: to a page that is public when the withdrawal takes effect."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from editorial.models import Edition, Withdrawal
from editorial.states import State
from editorial.workflow import transitions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.attacks import refused
from tests.editorial import stages
from tests.editorial.desk import as_, at
from tests.people import People

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
WHY = builders.texts("Why")


def withdraw(edition: Edition, people: People, now: datetime, **given: Any) -> Edition:
    return transitions.withdraw(edition, by=people.publisher, now=now, explanation=WHY, **given)


def refuses(edition: Edition, people: People, now: datetime, target: Edition, **given: Any) -> None:
    with pytest.raises(NotAllowed) as refusal:
        withdraw(edition, people, now, redirect_to=target.document, **given)
    assert [reason.code for reason in refusal.value.reasons] == ["redirect"]
    assert target.title in str(refusal.value)
    assert not Withdrawal.objects.filter(edition=edition).exists()
    # The database says the same to whoever asks it past Python.
    with refused("leads to another page that is public"):
        Withdrawal.objects.create(
            edition=edition, at=given.get("at", now), redirect_to=target.document, explanation="Why",
            decided_at=now, decided_by=people.publisher,
        )  # fmt: skip


def test_a_withdrawn_page_is_no_target(people: People, now: datetime) -> None:
    live = stages.live(people, now - HOUR, slug="live")
    target = stages.live(people, now - 2 * HOUR, slug="target")
    refuses(live, people, now, withdraw(target, people, now - HOUR))


@pytest.mark.parametrize("state", [State.DRAFT, State.APPROVED, State.DISCARDED])
def test_what_was_never_public_is_no_target(state: State, people: People, now: datetime) -> None:
    refuses(stages.live(people, now - HOUR, slug="live"), people, now, stages.at_stage(state, people, now))


def test_the_target_is_public_when_the_withdrawal_takes_effect(people: People, now: datetime) -> None:
    live = stages.live(people, now - HOUR, slug="live")
    ending = stages.live(people, now - HOUR, slug="ending")
    withdraw(ending, people, now, at=now + HOUR)
    coming = stages.scheduled(people, now, now + 2 * HOUR, slug="coming")
    refuses(live, people, now, coming)
    refuses(live, people, now, ending, at=now + HOUR)
    refuses(live, people, now, coming, at=now + HOUR)
    moved = withdraw(live, people, now, redirect_to=coming.document, at=now + 2 * HOUR)
    assert moved.withdrawal.redirect_to == coming.document


def test_what_came_back_is_a_target_again(people: People, now: datetime) -> None:
    live = stages.live(people, now - HOUR, slug="live")
    first = stages.live(people, now - 3 * HOUR, slug="target")
    withdraw(first, people, now - 2 * HOUR)
    builders.revised(builders.fresh(first), people, now - HOUR)
    assert withdraw(live, people, now, redirect_to=first.document).withdrawal.redirect_to == first.document


def test_the_page_that_asks_says_so_and_keeps_what_was_typed(people: People, now: datetime) -> None:
    live = stages.live(people, now - HOUR, slug="live")
    target = stages.live(people, now - 2 * HOUR, slug="target")
    withdraw(target, people, now - HOUR)
    typed = {f"explanation_{code}": f"Because {code}" for code in ("en", "fr", "es")}
    answer = as_(people.publisher).post(
        at(live, "transition", "withdraw"),
        {
            **typed, "version": live.version, "redirect_to": "/en/notes/target-en/",
            "at_0": "", "at_1": "", "at_2": "UTC",
        },
    )  # fmt: skip
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert 'data-reason="redirect"' in shown
    assert "Because fr" in shown
    assert "/en/notes/target-en/" in shown
