"""A draft that was given up before the public saw anything: colleagues are told why, and it can be brought back."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from editorial.content import canonical
from editorial.models import Edition, Event
from editorial.notices import audience
from editorial.states import State, Verb
from editorial.workflow import audit, drafts, transitions
from editorial.workflow.attempt import Attempt, writers
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.editorial import stages
from tests.editorial.desk import as_, at, post
from tests.people import People

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def given_up(people: People, now: datetime, **values: Any) -> Edition:
    """The author's first draft, discarded by a colleague."""
    draft = stages.at_stage(State.DRAFT, people, now, **values)
    return transitions.discard(draft, by=people.second_author, now=now, reason="Another page says it.")


def without_note(edition: Edition) -> dict[str, Any]:
    """What it says, but for the note on what changed, with which every draft begins anew."""
    content = canonical.content_of(edition)
    return {**content, "fields": {**content["fields"], "change_note": None}}


def codes(refusal: Any) -> list[str]:
    return [reason.code for reason in refusal.value.reasons]


# Giving up


@pytest.mark.parametrize("state", [State.DRAFT, State.CHANGES_REQUESTED])
@pytest.mark.parametrize("reason", ["", " \n", "\u200b"])
def test_a_colleague_s_first_draft_is_not_discarded_without_a_reason(
    state: State, reason: str, people: People, now: datetime
) -> None:
    edition = stages.at_stage(state, people, now)
    with pytest.raises(NotAllowed) as refusal:
        transitions.discard(edition, by=people.second_author, now=now, reason=reason)
    assert codes(refusal) == ["reason"]
    assert builders.fresh(edition).state == state
    # The button is there: what was not asked yet is not missed.
    assert permissions.problems(Verb.DISCARD, Attempt(edition, people.second_author, now)) == []
    transitions.discard(edition, by=people.second_author, now=now, reason="Another page says it.")
    assert Event.objects.latest("id").reason == "Another page says it."


def test_one_s_own_draft_needs_none_until_others_write_in_it(people: People, now: datetime) -> None:
    alone, shared = (stages.at_stage(State.DRAFT, people, now, slug=slug) for slug in ("alone", "shared"))
    assert transitions.discard(alone, by=people.author, now=now).state == State.DISCARDED
    with drafts.edit(shared, by=people.second_author, now=now) as row:
        row.title_en = "Shared"
        row.save()
    with pytest.raises(NotAllowed) as refusal:
        transitions.discard(builders.fresh(shared), by=people.author, now=now)
    assert codes(refusal) == ["reason"]


def test_a_revision_of_what_is_public_needs_none(people: People, now: datetime) -> None:
    live = stages.live(people, now - HOUR)
    revision = transitions.revise(live, by=people.author, now=now)
    assert transitions.discard(revision, by=people.second_author, now=now).state == State.DISCARDED


def test_the_screen_says_that_a_reason_is_wanted(people: People, now: datetime) -> None:
    draft = stages.at_stage(State.DRAFT, people, now)
    asked = as_(people.second_author).get(at(draft, "transition", "discard")).content.decode()
    assert "if others wrote in it, say why" in asked
    refused = post(people.second_author, draft, "discard", reason="")
    assert refused.status_code == 409
    assert 'data-reason="reason"' in refused.content.decode()


# Bringing back


def test_it_comes_back_as_the_next_edition_of_its_document_with_its_owner(people: People, now: datetime) -> None:
    gone = given_up(people, now)
    attested = set(gone.attestations.values_list("language", "source_digest"))
    back = transitions.bring_back(gone, by=people.second_author, now=now)
    assert (back.document_id, back.number, back.state, back.based_on_id) == (gone.document_id, 2, State.DRAFT, gone.pk)
    assert back.document.owner == people.author
    assert without_note(back) == without_note(gone)
    assert set(back.attestations.values_list("language", "source_digest")) == attested
    assert builders.fresh(gone).state == State.DISCARDED
    # Who brought it back wrote nothing; who wrote it stays its writer.
    assert writers(back) == {people.author.pk}
    event = Event.objects.latest("id")
    assert (event.verb, event.by, event.data) == (Verb.BRING_BACK, people.second_author, {"based_on": 1})
    assert people.author.pk in {pk for telling in audience.audience_of(event) for pk in telling.to}
    assert list(audit.verify()) == []
    assert builders.publish(back, people, now + HOUR).number == 2


def test_only_the_last_one_comes_back_and_once(people: People, now: datetime) -> None:
    gone = given_up(people, now)
    back = transitions.bring_back(gone, by=people.author, now=now)
    with pytest.raises(NotAllowed) as refusal:
        transitions.bring_back(gone, by=people.author, now=now)
    assert codes(refusal) == ["newer"]
    assert "edition 2" in str(refusal.value)
    again = transitions.discard(back, by=people.author, now=now)
    with pytest.raises(NotAllowed) as refusal:
        transitions.bring_back(gone, by=people.author, now=now)
    assert codes(refusal) == ["newer"]
    assert transitions.bring_back(again, by=people.author, now=now).number == 3


def test_what_has_a_published_edition_is_revised(people: People, now: datetime) -> None:
    live = stages.live(people, now - HOUR)
    revision = transitions.revise(live, by=people.author, now=now)
    gone = transitions.discard(revision, by=people.author, now=now)
    with pytest.raises(NotAllowed) as refusal:
        transitions.bring_back(gone, by=people.author, now=now)
    assert codes(refusal) == ["published"]


def test_a_slug_that_was_taken_is_asked_for(people: People, now: datetime) -> None:
    gone = given_up(people, now, slug="border")
    builders.make_note(people, now, slug="other", fields={"slug": {**builders.slugs("other"), "fr": "border-fr"}})
    with pytest.raises(NotAllowed) as refusal:
        transitions.bring_back(gone, by=people.author, now=now)
    assert codes(refusal) == ["slug_taken"]
    assert "“Other fr”" in str(refusal.value)
    assert Edition.objects.filter(document=gone.document_id).count() == 1
    for slug, code in (("not a slug", "slug"), ("x" * 101, "slug"), ("border-fr", "slug_taken")):
        with pytest.raises(NotAllowed) as refusal:
            transitions.bring_back(gone, by=people.author, now=now, slugs={"fr": slug})
        assert codes(refusal) == [code]
    # A slug that is free is not changed, whatever is sent.
    given = {"fr": "frontiere", "en": "something-else"}
    back = transitions.bring_back(gone, by=people.second_author, now=now, slugs=given)
    assert (back.slug_en, back.slug_fr, back.slug_es) == ("border-en", "frontiere", "border-es")
    assert list(Event.objects.filter(edition=back).order_by("id").values_list("verb", flat=True)) == [
        "bring_back",
        "save",
    ]
    assert people.second_author.pk in writers(back)


def test_the_screen_asks_for_a_taken_slug_and_no_other(people: People, now: datetime) -> None:
    gone = given_up(people, now, slug="border")
    client = as_(people.author)
    assert "bring_back/" in client.get(at(gone, "change")).content.decode()
    assert 'name="slug_' not in client.get(at(gone, "transition", "bring_back")).content.decode()
    builders.make_note(people, now, slug="other", fields={"slug": {**builders.slugs("other"), "fr": "border-fr"}})
    asked = client.get(at(gone, "transition", "bring_back")).content.decode()
    assert 'name="slug_fr"' in asked
    assert 'name="slug_en"' not in asked
    refused = post(people.author, gone, "bring_back", slug_fr="not a slug")
    assert refused.status_code == 409
    assert "not a slug" in refused.content.decode()
    assert post(people.author, gone, "bring_back", slug_fr="frontiere").status_code == 302
    back = Edition.objects.get(document=gone.document_id, state=State.DRAFT)
    assert back.slug_fr == "frontiere"
