"""Public addresses: allotted at publication, in every language, to one document for good."""

from datetime import datetime, timedelta

import pytest

from editorial.models import Address, Edition
from editorial.states import State
from editorial.workflow import drafts, transitions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.editorial import stages
from tests.people import People

DAY = timedelta(days=1)


def paths(edition: Edition) -> set[str]:
    return {str(address) for address in Address.objects.filter(document=edition.document)}


def reasons(refusal: pytest.ExceptionInfo[NotAllowed]) -> list[tuple[str, str]]:
    return [(reason.code, reason.message) for reason in refusal.value.reasons]


def test_allotted_at_publication(people: People, now: datetime) -> None:
    approved = builders.approve(builders.make_note(people, now, slug="border"), people, now)
    assert paths(approved) == set()
    transitions.publish(approved, by=people.publisher, now=now)
    assert paths(approved) == {"/en/notes/border-en/", "/fr/notes-fr/border-fr/", "/es/notas/border-es/"}


def test_a_new_slug_adds_an_address_and_keeps_the_old(people: People, now: datetime) -> None:
    first = stages.live(people, now - DAY, slug="border")
    builders.revised(first, people, now, slug_fr="frontiere")
    assert paths(first) == {
        "/en/notes/border-en/", "/fr/notes-fr/border-fr/", "/fr/notes-fr/frontiere/", "/es/notas/border-es/",
    }  # fmt: skip


def test_a_document_may_return_to_its_own_address(people: People, now: datetime) -> None:
    first = stages.live(people, now - 2 * DAY, slug="border")
    second = builders.revised(first, people, now - DAY, slug_en="other")
    builders.revised(second, people, now, slug_en="border-en")
    assert len(paths(first)) == 4


def test_unscheduling_keeps_the_address(people: People, now: datetime) -> None:
    """It may have been told to people already."""
    scheduled = stages.scheduled(people, now, now + DAY, slug="border")
    before = paths(scheduled)
    assert len(before) == 3
    transitions.unschedule(scheduled, by=people.publisher, now=now)
    assert paths(scheduled) == before


def test_a_withdrawn_document_keeps_its_address(people: People, now: datetime) -> None:
    edition = stages.live(people, now - DAY, slug="border")
    transitions.withdraw(edition, by=people.publisher, now=now, explanation=builders.texts("Why"))
    rival = builders.make_note(people, now, slug="border")
    with pytest.raises(NotAllowed) as refusal:
        transitions.submit(rival, by=people.author, now=now)
    assert {code for code, _message in reasons(refusal)} == {"slug_taken"}


def test_an_old_address_is_never_used_again(people: People, now: datetime) -> None:
    first = stages.live(people, now - DAY, slug="border")
    builders.revised(first, people, now, slug_en="frontier")
    rival = builders.make_note(
        people, now, slug="rival", fields={"slug": {**builders.slugs("rival"), "en": "border-en"}}
    )
    with pytest.raises(NotAllowed) as refusal:
        transitions.submit(rival, by=people.author, now=now)
    ((code, message),) = reasons(refusal)
    assert code == "slug_taken"
    assert "notes/border-en" in message
    assert "English" in message
    assert "“Border en”" in message, "the document that has it is named"


def test_two_drafts_cannot_both_go_on_with_a_slug(people: People, now: datetime) -> None:
    stages.at_stage(State.IN_REVIEW, people, now, slug="border")
    rival = builders.make_note(people, now, slug="border")
    with pytest.raises(NotAllowed) as refusal:
        transitions.submit(rival, by=people.author, now=now)
    assert len(reasons(refusal)) == 3


def test_a_draft_that_wants_it_too_stops_no_publication(people: People, now: datetime) -> None:
    """Else anybody could hold up an approved edition by opening a draft with its slug."""
    approved = builders.approve(builders.make_note(people, now, slug="border"), people, now)
    rival = builders.make_note(people, now, slug="border")
    transitions.publish(approved, by=people.publisher, now=now)
    with pytest.raises(NotAllowed):
        transitions.submit(rival, by=people.author, now=now)


def test_a_discarded_draft_frees_its_slug(people: People, now: datetime) -> None:
    stages.at_stage(State.DISCARDED, people, now, slug="border")
    assert stages.live(people, now, slug="border").state == State.PUBLISHED


def test_the_same_word_in_another_language_or_kind_is_another_address(people: People, now: datetime) -> None:
    stages.live(people, now, slug="one", fields={"slug": {"en": "a", "fr": "b", "es": "c"}})
    stages.live(people, now, slug="two", fields={"slug": {"en": "b", "fr": "c", "es": "a"}})
    page = builders.make_page(people, now, slug="three", fields={"slug": {"en": "a", "fr": "b", "es": "c"}})
    transitions.submit(page, by=people.author, now=now)
    assert Address.objects.count() == 6


def test_an_urgent_publication_takes_no_address_either(people: People, now: datetime) -> None:
    stages.live(people, now, slug="border")
    rival = builders.make_note(people, now, slug="border")
    with pytest.raises(NotAllowed) as refusal:
        transitions.publish_urgently(rival, by=people.publisher, now=now, reason="Flood")
    assert {code for code, _message in reasons(refusal)} == {"slug_taken"}


def test_a_language_that_is_to_follow_gets_its_address_when_it_comes(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now - DAY, slug="border")
    drafts.grant_exception(draft, "es", by=people.publisher, now=now - DAY, reason="To follow")
    first = builders.publish(draft, people, now - DAY)
    assert paths(first) == {"/en/notes/border-en/", "/fr/notes-fr/border-fr/"}
    builders.revised(first, people, now, day=now.date())
    assert "/es/notas/border-es/" in paths(first)
