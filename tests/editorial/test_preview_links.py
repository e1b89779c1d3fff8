"""Preview links: made, opened, counted, revoked; and what their holders say."""

import hashlib
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings

from editorial.collaboration.remarks.guest import remark_by_guest
from editorial.collaboration.remarks.threads import Where
from editorial.models import Edition, Event, PreviewLink, Remark
from editorial.previews import links
from editorial.previews.links import DiscardedText, ExpiredLink, Made, RevokedLink, UnknownLink, WithdrawnText
from editorial.states import State, Verb
from editorial.workflow import audit, drafts, transitions
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.editorial import stages
from tests.people import People

pytestmark = pytest.mark.django_db


def make(edition: Edition, by: Any, now: datetime, **values: Any) -> Made:
    given = {
        "digest": edition.digest, "shown": ["en", "fr", "es"], "label": "The ministry", "days": 7, "once": uuid4(),
        **values
    }  # fmt: skip
    return links.make(edition, by=by, now=now, **given)


def codes(refusal: Any) -> list[str]:
    return [reason.code for reason in refusal.value.reasons]


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("author", True),
        ("reviewer_mx", True),
        ("publisher", True),
        ("translator_fr", False),
        ("administrator", False),
        ("outsider", False),
    ],
)
def test_who_may_make_and_revoke(people: People, now: datetime, who: str, may: bool) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    by = getattr(people, who)
    first = make(edition, people.author, now).link
    if may:
        make(edition, by, now)
        links.revoke(first, by=by, now=now)
        return
    for step in (lambda: make(edition, by, now), lambda: links.revoke(first, by=by, now=now)):
        with pytest.raises(NotAllowed) as refusal:
            step()
        assert codes(refusal) == ["permission"]


def test_the_token_is_kept_by_nobody(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    made, other = make(edition, people.author, now), make(edition, people.author, now)
    assert len(made.token) == 43
    assert made.token != other.token
    assert made.link.token_hash == hashlib.sha256(made.token.encode()).hexdigest()
    stored = str(list(PreviewLink.objects.values())) + str(list(Event.objects.values()))
    assert made.token not in stored


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"digest": "0" * 64}, "digest"),
        ({"shown": []}, "languages"),
        ({"shown": ["en", "de"]}, "languages"),
        ({"label": " \u200b"}, "label"),
        ({"label": "x" * 121}, "label"),
        ({"days": 0}, "days"),
        ({"days": settings.PREVIEW_LINK_MAX_DAYS + 1}, "days"),
    ],
)
def test_what_a_link_needs(people: People, now: datetime, values: dict[str, Any], code: str) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    with pytest.raises(NotAllowed) as refusal:
        make(edition, people.author, now, **values)
    assert codes(refusal) == [code]
    assert not PreviewLink.objects.exists()


def test_one_form_makes_one_link(people: People, now: datetime) -> None:
    edition, once = stages.at_stage(State.DRAFT, people, now), uuid4()
    make(edition, people.author, now, once=once)
    with pytest.raises(NotAllowed) as refusal:
        make(edition, people.author, now, once=once)
    assert codes(refusal) == ["again"]


def test_an_edition_that_was_given_up_is_shown_to_nobody(people: People, now: datetime) -> None:
    with pytest.raises(NotAllowed) as refusal:
        make(stages.at_stage(State.DISCARDED, people, now), people.author, now)
    assert codes(refusal) == ["state"]


def test_a_link_opens_its_languages_and_is_counted(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    made = make(edition, people.author, now, shown=["fr", "en"])
    assert made.link.languages == ["en", "fr"]
    links.open_link(made.token, language="fr", now=now)
    links.open_link(made.token, language="en", now=now + timedelta(minutes=1))
    links.open_link(made.token, language="en", now=now + timedelta(minutes=2), count=False)
    made.link.refresh_from_db()
    assert (made.link.opened_count, made.link.opened_at) == (2, now + timedelta(minutes=1))
    for token, language in ((made.token, "es"), (made.token + "x", "en"), ("", "en"), (made.token.swapcase(), "en")):
        with pytest.raises(UnknownLink):
            links.open_link(token, language=language, now=now)


def test_a_link_ends_by_its_time_or_by_a_person(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    made = make(edition, people.author, now, days=2)
    links.open_link(made.token, language="en", now=now + timedelta(days=2, seconds=-1))
    with pytest.raises(ExpiredLink):
        links.open_link(made.token, language="en", now=now + timedelta(days=2))
    links.revoke(made.link, by=people.reviewer_ca, now=now)
    with pytest.raises(RevokedLink):
        links.open_link(made.token, language="en", now=now)
    for say in (
        lambda: links.agree(made.token, language="en", name="Ana", now=now),
        lambda: remark_by_guest(made.token, language="en", name="Ana", text="Hm.", now=now, where=Where()),
    ):
        with pytest.raises(RevokedLink):
            say()
    with pytest.raises(NotAllowed) as refusal:
        links.revoke(made.link, by=people.author, now=now)
    assert codes(refusal) == ["revoked"]


def closed(made: Made, error: type[Exception], now: datetime) -> None:
    """The link opens nothing, and nobody says anything by it."""
    for use in (
        lambda: links.find(made.token, now=now),
        lambda: links.open_link(made.token, language="en", now=now),
        lambda: links.agree(made.token, language="en", name="Ana", now=now),
        lambda: remark_by_guest(made.token, language="en", name="Ana", text="Hm.", now=now, where=Where()),
    ):
        with pytest.raises(error):
            use()


def test_a_link_ends_when_its_edition_is_given_up(people: People, now: datetime) -> None:
    draft = stages.at_stage(State.DRAFT, people, now)
    made = make(draft, people.author, now)
    transitions.discard(builders.fresh(draft), by=people.author, now=now)
    closed(made, DiscardedText, now)
    # Whoever revoked it said so first.
    links.revoke(made.link, by=people.publisher, now=now)
    closed(made, RevokedLink, now)


def test_a_link_ends_with_the_withdrawal_and_not_before(people: People, now: datetime) -> None:
    live = stages.live(people, now - timedelta(hours=1))
    made, end = make(live, people.publisher, now), now + timedelta(hours=2)
    transitions.withdraw(live, by=people.publisher, now=now, explanation=builders.texts("Old"), at=end)
    links.find(made.token, now=end - timedelta(seconds=1))
    closed(made, WithdrawnText, end)
    with pytest.raises(NotAllowed) as refusal:
        make(builders.fresh(live), people.publisher, end)
    assert codes(refusal) == ["state"]


def test_a_link_to_what_was_replaced_ends_when_its_successor_is_withdrawn(people: People, now: datetime) -> None:
    first = stages.live(people, now - timedelta(hours=2))
    made = make(first, people.publisher, now - timedelta(hours=1))
    second = builders.revised(first, people, now - timedelta(minutes=30))
    links.find(made.token, now=now)  # its reader is told that there is a newer text
    transitions.withdraw(second, by=people.publisher, now=now, explanation=builders.texts("Old"))
    closed(made, WithdrawnText, now)
    # The draft of a third edition is something else: who gets a link to it may read it.
    third = transitions.revise(builders.fresh(second), by=people.author, now=now)
    links.find(make(third, people.author, now).token, now=now)
    closed(made, WithdrawnText, now)


def test_it_is_told_when_there_is_a_newer_text(people: People, now: datetime) -> None:
    draft = stages.at_stage(State.DRAFT, people, now)
    made = make(draft, people.author, now)
    assert not links.is_newer(links.find(made.token, now=now))
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.title_en = "Other"
        row.save()
    assert links.is_newer(links.find(made.token, now=now))
    live = stages.live(people, now - timedelta(hours=1), slug="other")
    of_live = make(live, people.publisher, now)
    assert not links.is_newer(links.find(of_live.token, now=now))
    transitions.revise(live, by=people.author, now=now)
    assert links.is_newer(links.find(of_live.token, now=now))


# What guests say


def test_a_guest_remarks_under_the_name_typed(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    made = make(edition, people.author, now)
    entry = remark_by_guest(
        made.token, language="fr", name=" Ana  Pérez ", text="@author, quel jour ?", now=now,
        where=Where("title", "fr"),
    )  # fmt: skip
    assert (entry.guest_name, entry.is_guest, entry.author, entry.by) == ("Ana Pérez", True, "Ana Pérez", None)
    remark = Remark.objects.get()
    assert (remark.link, remark.must_fix, remark.path) == (made.link, False, "title")
    assert not entry.mentions.exists()
    event = Event.objects.latest("id")
    assert (event.verb, event.by, event.by_name, event.reason) == (
        Verb.REMARK, None, "Ana Pérez", "@author, quel jour ?"
    )  # fmt: skip
    assert list(audit.verify()) == []
    again = remark_by_guest(
        made.token, language="fr", name="Ana Pérez", text="@author, quel jour ?", now=now, where=Where("title", "fr")
    )
    assert again == entry
    assert Remark.objects.count() == 1


def test_a_guest_remarks_on_the_text_that_they_read(people: People, now: datetime) -> None:
    """The part that they saw is gone from the draft, not from what the link shows."""
    draft = stages.at_stage(State.DRAFT, people, now)
    made = make(draft, people.author, now)
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.sections.all().delete()
    entry = remark_by_guest(
        made.token, language="fr", name="Ana", text="Non.", now=now, where=Where("", "fr", "Section body fr")
    )
    assert entry.remark.path.startswith("section/")
    assert entry.remark.digest == made.link.digest


@pytest.mark.parametrize(("name", "text", "code"), [("", "x", "name"), ("n" * 121, "x", "name"), ("Ana", " ", "empty")])
def test_a_guest_has_a_name_and_something_to_say(
    people: People, now: datetime, name: str, text: str, code: str
) -> None:
    made = make(stages.at_stage(State.DRAFT, people, now), people.author, now)
    with pytest.raises(NotAllowed) as refusal:
        remark_by_guest(made.token, language="en", name=name, text=text, now=now, where=Where())
    assert codes(refusal) == [code]


def test_a_guest_who_agrees_is_on_record_and_signs_nothing(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    made = make(edition, people.author, now)
    for _time in range(2):
        agreement = links.agree(made.token, language="en", name="Ana Pérez", now=now)
    assert (agreement.digest, agreement.language) == (edition.digest, "en")
    [event] = Event.objects.filter(verb=Verb.GUEST_AGREE)
    assert (event.by, event.by_name) == (None, "Ana Pérez")
    fresh = builders.fresh(edition)
    case = Attempt(fresh, people.publisher, now)
    assert case.signed == []
    assert len(case.outstanding) == 1
    assert fresh.state == State.IN_REVIEW
    assert permissions.problems(Verb.PUBLISH, case)
    assert permissions.contributors(fresh) == {people.author.pk}
    assert list(audit.verify()) == []


def test_links_are_on_record(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    made = make(edition, people.author, now)
    links.revoke(made.link, by=people.publisher, now=now)
    share, revoke = Event.objects.filter(verb__in=[Verb.SHARE_PREVIEW, Verb.REVOKE_PREVIEW]).order_by("id")
    assert (share.reason, share.by, share.data["link"]) == ("The ministry", people.author, made.link.pk)
    assert (revoke.by, revoke.data) == (people.publisher, {"link": made.link.pk})
    assert builders.fresh(edition).version == edition.version
