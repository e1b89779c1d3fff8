"""What a withdrawal or a discard ends: preview links, being pointed to, and being referred to by what asks for signatures."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from editorial.collaboration.remarks.guest import remark_by_guest
from editorial.collaboration.remarks.threads import Where
from editorial.models import Edition
from editorial.previews import links
from editorial.previews.links import DiscardedText, InvalidLink, WithdrawnText
from editorial.states import Verb
from editorial.workflow import transitions
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests.builders import approve, fresh, make_page, publish, revised
from tests.cooperation.site import EXPLANATION, body, days, get, page, uuid, withdraw
from tests.people import People

pytestmark = pytest.mark.django_db


def codes(refusal: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    """The codes of the reasons."""
    return [reason.code for reason in refusal.value.reasons]


def shared(edition: Edition, people: People, now: datetime) -> str:
    """The token of a preview link of this edition, for a month."""
    made = links.make(
        edition, by=people.author, now=now, digest=edition.digest, shown=["en"], label="Ana", days=30, once=uuid4()
    )
    return made.token


def withdrawn(edition: Edition, people: People, now: datetime) -> Edition:
    """The edition, published and withdrawn."""
    return withdraw(publish(edition, people, now - days(2)), people, now - days(1))


def discarded(edition: Edition, people: People, now: datetime) -> Edition:
    """The draft, given up."""
    return transitions.discard(edition, by=people.author, now=now)


# Preview links


@pytest.mark.parametrize(
    ("end", "reason", "title"),
    [(discarded, DiscardedText, "This text was given up"), (withdrawn, WithdrawnText, "This text was withdrawn")],
)
def test_a_preview_link_ends_with_its_text(
    client: Client,
    people: People,
    now: datetime,
    end: Callable[[Edition, People, datetime], Edition],
    reason: type[InvalidLink],
    title: str,
) -> None:
    draft = make_page(people, now - days(3))
    token = shared(draft, people, now - days(3))
    address = reverse("guest-preview-in", args=(token, "en"))
    assert client.get(address).status_code == 200
    end(draft, people, now)
    for say in (
        lambda: links.open_link(token, language="en", now=now),
        lambda: links.agree(token, language="en", name="Ana", now=now),
        lambda: remark_by_guest(token, language="en", name="Ana", text="Hm.", now=now, where=Where()),
    ):
        with pytest.raises(reason):
            say()
    answer = client.get(address)
    assert answer.status_code == 410
    assert title in answer.content.decode()
    assert "published since" not in answer.content.decode()


def test_links_of_a_page_that_is_public_or_was_replaced_go_on(people: People, now: datetime) -> None:
    draft = make_page(people, now - days(3))
    token = shared(draft, people, now - days(3))
    live = publish(draft, people, now - days(2))
    links.open_link(token, language="en", now=now)
    revised(live, people, now - days(1), title_en="Another")
    links.open_link(token, language="en", now=now)


def test_a_withdrawal_that_is_only_planned_ends_no_link_yet(people: People, now: datetime) -> None:
    draft = make_page(people, now - days(3))
    token = shared(draft, people, now - days(3))
    withdraw(publish(draft, people, now - days(2)), people, now, at=now + days(1))
    links.open_link(token, language="en", now=now)
    with pytest.raises(WithdrawnText):
        links.open_link(token, language="en", now=now + days(1))


# See instead


@pytest.mark.parametrize("how", ["withdrawn", "draft", "scheduled", "ending"])
def test_nobody_is_led_to_what_is_not_there(people: People, now: datetime, how: str) -> None:
    going, draft = page(people, now - days(3)), make_page(people, now - days(3), slug="other")
    at = None
    if how == "withdrawn":
        withdrawn(draft, people, now)
    elif how == "scheduled":
        transitions.schedule(
            approve(draft, people, now - days(1)), by=people.publisher, now=now - days(1), at=now + days(1)
        )
    elif how == "ending":
        withdraw(publish(draft, people, now - days(2)), people, now, at=now + days(1))
        at = now + days(2)
    with pytest.raises(NotAllowed) as refusal:
        transitions.withdraw(
            going, by=people.publisher, now=now, at=at, explanation=EXPLANATION, redirect_to=draft.document
        )
    assert codes(refusal) == ["redirect"]
    assert "Other" in str(refusal.value)


def test_what_is_public_by_then_may_be_pointed_to(client: Client, people: People, now: datetime) -> None:
    going = page(people, now - days(3))
    coming = approve(make_page(people, now - days(3), slug="other"), people, now - days(1))
    transitions.schedule(coming, by=people.publisher, now=now - days(1), at=now + days(1))
    withdraw(going, people, now, at=now + days(2), redirect_to=coming.document)
    instead = page(people, now - days(3), slug="third")
    gone = withdraw(page(people, now - days(3), slug="fourth"), people, now, redirect_to=instead.document)
    assert "/en/pages/third-en/" in body(get(client, f"/en/pages/{gone.slug_en}/"))


# References


def child(parent: Edition, people: People, now: datetime) -> Edition:
    """A page below another."""
    made: Edition = make_page(people, now, slug="child", fields={"parent": uuid(parent)})
    return made


def against(verb: Verb, edition: Edition, people: People, now: datetime) -> list[str]:
    """The codes of what stands against a verb for whoever does it."""
    by = people.author if verb == Verb.SUBMIT else people.reviewer_ca
    return [reason.code for reason in permissions.problems(verb, Attempt(fresh(edition), by, now))]


def test_a_page_below_a_withdrawn_one_asks_for_no_signature(people: People, now: datetime) -> None:
    parent = page(people, now - days(3))
    draft = child(parent, people, now)
    assert against(Verb.SUBMIT, draft, people, now) == []
    withdraw(parent, people, now)
    with pytest.raises(NotAllowed) as refusal:
        transitions.submit(draft, by=people.author, now=now)
    assert codes(refusal) == ["reference_withdrawn"]
    assert "Border" in str(refusal.value)


def test_nor_is_it_signed_once_its_parent_is_gone(people: People, now: datetime) -> None:
    """Not by the first reviewer, nor by the last; sending it back is the way out."""
    parent = page(people, now - days(3))
    moved = transitions.submit(child(parent, people, now), by=people.author, now=now)
    withdraw(parent, people, now)
    with pytest.raises(NotAllowed) as refusal:
        transitions.sign_off(moved, by=people.reviewer_ca, now=now, digest=moved.digest)
    assert codes(refusal) == ["reference_withdrawn"]
    back = transitions.request_changes(fresh(moved), by=people.reviewer_ca, now=now, reason="Its parent is gone")
    assert back.state == "changes_requested"


def test_parents_that_are_to_come_stand_in_nobodys_way(people: People, now: datetime) -> None:
    """A draft, one that is planned, one whose end is only planned, and a withdrawn one that is being brought back."""
    draft = make_page(people, now - days(3))
    below = child(draft, people, now)
    assert against(Verb.SUBMIT, below, people, now) == []
    live = publish(draft, people, now - days(2))
    withdraw(live, people, now - timedelta(hours=2), at=now + days(1))
    assert against(Verb.SUBMIT, below, people, now) == []
    assert against(Verb.SUBMIT, below, people, now + days(2)) == ["reference_withdrawn"]
    transitions.revise(fresh(live), by=people.author, now=now + days(2))
    assert against(Verb.SUBMIT, below, people, now + days(2)) == []
