"""Languages that the site does not require, and a site that requires other languages than it did."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import override_settings

from editorial.content import canonical, kept
from editorial.models import Edition, Event
from editorial.states import State, Verb
from editorial.workflow import drafts, transitions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.editorial.desk import as_, at, to
from tests.people import People

TWO = override_settings(REQUIRED_LANGUAGES=["en", "fr"])
#: What a text in three languages says in Spanish: all, but unattested; a part; nothing.
SPANISH: dict[str, dict[str, Any]] = {
    "unattested": {},
    "a part": {"title": {"en": "Title", "fr": "Titre", "es": "Título"}, "summary": {"en": "S", "fr": "R"}},
    "nothing": {
        "title": {"en": "Title", "fr": "Titre"}, "slug": {"en": "title", "fr": "titre"},
        "summary": {"en": "S", "fr": "R"},
    },
}  # fmt: skip


def without_spanish(people: People, now: datetime, says: str = "nothing", slug: str = "title") -> Edition:
    """A draft whose French is attested and whose Spanish is not ready."""
    draft = builders.make_note(people, now, slug=slug, attest=False, fields=SPANISH[says])
    drafts.attest(draft, "fr", by=people.translator_fr, now=now)
    return builders.fresh(draft)


def at_stage(state: State, people: People, now: datetime) -> Edition:
    """The same in a state, on a site that did not require Spanish."""
    with TWO:
        draft = without_spanish(people, now)
        if state == State.DRAFT:
            return draft
        if state == State.IN_REVIEW:
            return transitions.submit(draft, by=people.author, now=now)
        approved = builders.approve(draft, people, now)
        return approved if state == State.APPROVED else transitions.publish(approved, by=people.publisher, now=now)


def refused(act: Callable[..., Any], *args: Any, **given: Any) -> tuple[list[str], str]:
    """The codes and the words of a refusal."""
    with pytest.raises(NotAllowed) as refusal:
        act(*args, **given)
    return [reason.code for reason in refusal.value.reasons], str(refusal.value)


@TWO
@pytest.mark.parametrize("says", SPANISH)
def test_what_is_not_ready_and_not_required_is_left_out(says: str, people: People, now: datetime) -> None:
    """Whole or not at all: nobody reads a text in a language that nobody vouched for."""
    submitted = transitions.submit(without_spanish(people, now, says), by=people.author, now=now)
    assert submitted.excepted_languages == ["es"]
    content = canonical.content_of(submitted)
    assert kept.content(submitted.digest) is not None
    assert kept.says(submitted, content), "reviewers sign that it is left out"
    assert content["fields"]["excepted_languages"] == ["es"]
    event = Event.objects.filter(edition=submitted, verb=Verb.SUBMIT).get()
    assert (event.data["left_out"], event.digest) == (["es"], submitted.digest)
    assert not Event.objects.filter(edition=submitted, verb=Verb.GRANT_EXCEPTION).exists()
    signed = transitions.sign_off(submitted, by=people.reviewer_ca, now=now, digest=submitted.digest)
    live = transitions.publish(signed, by=people.publisher, now=now)
    assert list(Edition.objects.live(now).in_language("es")) == []
    assert list(Edition.objects.live(now).in_language("fr")) == [live]
    assert {address.language for address in live.document.addresses.all()} == {"en", "fr"}


@TWO
def test_what_is_ready_is_public_though_not_required(people: People, now: datetime) -> None:
    live = builders.publish(builders.make_note(people, now), people, now)
    assert live.excepted_languages == []
    assert list(Edition.objects.live(now).in_language("es")) == [live]


@TWO
def test_it_is_asked_for_again_in_the_recalled_draft(people: People, now: datetime) -> None:
    draft = without_spanish(people, now)
    submitted = transitions.submit(draft, by=people.author, now=now)
    back = transitions.recall(submitted, by=people.author, now=now)
    assert back.excepted_languages == builders.fresh(back).excepted_languages == []
    assert builders.fresh(back).digest == draft.digest
    again = transitions.submit(builders.fresh(back), by=people.author, now=now)
    assert again.excepted_languages == ["es"]


@TWO
def test_an_exception_that_was_granted_outlives_the_recall(people: People, now: datetime) -> None:
    draft = without_spanish(people, now)
    drafts.grant_exception(draft, "es", by=people.administrator, now=now, reason="To follow")
    submitted = transitions.submit(builders.fresh(draft), by=people.author, now=now)
    assert "left_out" not in Event.objects.filter(edition=submitted, verb=Verb.SUBMIT).get().data
    assert transitions.recall(submitted, by=people.author, now=now).excepted_languages == ["es"]


@TWO
def test_an_urgent_publication_leaves_it_out_too(people: People, now: datetime) -> None:
    live = transitions.publish_urgently(without_spanish(people, now), by=people.publisher, now=now, reason="Flood")
    assert live.excepted_languages == ["es"]
    assert Event.objects.filter(edition=live, verb=Verb.PUBLISH_URGENTLY).get().data["left_out"] == ["es"]
    assert {address.language for address in live.document.addresses.all()} == {"en", "fr"}
    confirmed = transitions.confirm(live, by=people.reviewer_mx, now=now)
    assert not confirmed.awaits_confirmation


def test_a_draft_is_judged_by_what_is_required_now(people: People, now: datetime) -> None:
    draft = at_stage(State.DRAFT, people, now)
    assert refused(transitions.submit, draft, by=people.author, now=now)[0] == ["language_missing"]
    with TWO:
        submitted = transitions.submit(draft, by=people.author, now=now)
    back = transitions.recall(submitted, by=people.author, now=now)
    assert refused(transitions.submit, back, by=people.author, now=now)[0] == ["language_missing"]


def test_nobody_signs_what_lacks_a_language_that_is_required_now(people: People, now: datetime) -> None:
    waiting = at_stage(State.IN_REVIEW, people, now)
    codes, words = refused(transitions.sign_off, waiting, by=people.reviewer_ca, now=now, digest=waiting.digest)
    assert codes == ["language_unsettled"]
    assert "Spanish" in words
    assert "Recall" in words


@pytest.mark.parametrize("verb", ["publish", "schedule", "publish_urgently"])
def test_nobody_publishes_what_lacks_a_language_that_is_required_now(verb: str, people: People, now: datetime) -> None:
    waiting = at_stage(State.IN_REVIEW if verb == "publish_urgently" else State.APPROVED, people, now)
    more = {"publish": {}, "schedule": {"at": now + timedelta(days=1)}, "publish_urgently": {"reason": "Flood"}}[verb]
    codes, words = refused(getattr(transitions, verb), waiting, by=people.publisher, now=now, **more)
    assert codes == ["language_unsettled"]
    assert "Spanish" in words


@pytest.mark.parametrize("state", [State.IN_REVIEW, State.APPROVED])
def test_the_way_out_that_is_named_leads_out(state: State, people: People, now: datetime) -> None:
    edition = at_stage(state, people, now)
    back = transitions.recall(edition, by=people.author, now=now)
    drafts.grant_exception(back, "es", by=people.administrator, now=now, reason="The translator is yet to come.")
    live = builders.publish(builders.fresh(back), people, now)
    assert (live.state, live.excepted_languages) == (State.PUBLISHED, ["es"])


def test_what_is_live_stays(people: People, now: datetime) -> None:
    live = at_stage(State.PUBLISHED, people, now)
    assert list(Edition.objects.live(now)) == [live]
    revision = transitions.revise(live, by=people.author, now=now)
    builders.note_change(revision, people, now)
    drafts.attest(revision, "fr", by=people.translator_fr, now=now)
    assert "language_missing" in refused(transitions.submit, builders.fresh(revision), by=people.author, now=now)[0]
    assert list(Edition.objects.live(now)) == [live]


def test_an_exception_is_good_whatever_is_required_later(people: People, now: datetime) -> None:
    """Somebody granted it with a reason, and reviewers signed it."""
    draft = without_spanish(people, now)
    drafts.grant_exception(draft, "es", by=people.administrator, now=now, reason="To follow")
    with TWO:
        submitted = transitions.submit(builders.fresh(draft), by=people.author, now=now)
    signed = transitions.sign_off(submitted, by=people.reviewer_ca, now=now, digest=submitted.digest)
    with TWO:
        assert transitions.publish(signed, by=people.publisher, now=now).state == State.PUBLISHED


@pytest.mark.parametrize("state", [State.IN_REVIEW, State.APPROVED])
def test_what_is_complete_goes_on_where_less_is_required(state: State, people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    submitted = transitions.submit(draft, by=people.author, now=now)
    if state == State.APPROVED:
        submitted = transitions.sign_off(submitted, by=people.reviewer_ca, now=now, digest=submitted.digest)
    with TWO:
        if state == State.IN_REVIEW:
            submitted = transitions.sign_off(submitted, by=people.reviewer_ca, now=now, digest=submitted.digest)
        live = transitions.publish(submitted, by=people.publisher, now=now)
    assert live.excepted_languages == []


def behind(people: People, now: datetime) -> Edition:
    """A draft that follows a note in three languages, and whose Spanish fell behind."""
    live = builders.publish(builders.make_note(people, now), people, now)
    draft = transitions.revise(live, by=people.author, now=now + timedelta(hours=1))
    with drafts.edit(draft, by=people.author, now=now + timedelta(hours=1)) as row:
        row.title_en = "Other"
        row.save()
    builders.note_change(draft, people, now + timedelta(hours=1))
    drafts.attest(draft, "fr", by=people.translator_fr, now=now + timedelta(hours=1))
    return builders.fresh(draft)


@TWO
def test_a_language_that_is_left_out_may_be_one_that_the_public_loses(people: People, now: datetime) -> None:
    draft, later = behind(people, now), now + timedelta(hours=2)
    asked = as_(people.author).get(to(draft, "submit")).content.decode()
    assert "that this site does not require: Spanish" in asked
    assert "can no longer be read in: Spanish" in asked
    codes, _words = refused(transitions.publish_urgently, draft, by=people.publisher, now=later, reason="Flood")
    assert codes == ["language_lost"]
    approved = builders.approve(builders.fresh(draft), people, later)
    assert refused(transitions.publish, approved, by=people.publisher, now=later)[0] == ["language_lost"]
    live = transitions.publish(builders.fresh(approved), by=people.publisher, now=later, loss_confirmed=True)
    assert live.excepted_languages == ["es"]


@TWO
def test_an_urgent_publication_records_both(people: People, now: datetime) -> None:
    draft, later = behind(people, now), now + timedelta(hours=2)
    transitions.publish_urgently(draft, by=people.publisher, now=later, reason="Flood", loss_confirmed=True)
    data = Event.objects.filter(edition=draft, verb=Verb.PUBLISH_URGENTLY).get().data
    assert (data["left_out"], data["languages_lost"]) == (["es"], ["es"])


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW, State.APPROVED, State.PUBLISHED])
def test_no_screen_breaks(state: State, people: People, now: datetime) -> None:
    """After the change, in either direction: what was made under the other rule is shown,
    with what stands against it."""
    edition = at_stage(state, people, now)
    screens = ["change", "review", "history"]
    verbs = ["submit", "recall", "publish", "schedule", "publish_urgently", "grant_exception", "revise"]
    for required in (["en", "fr", "es"], ["en"], ["es"]):
        with override_settings(REQUIRED_LANGUAGES=required):
            addresses = [*(at(edition, name) for name in screens), *(to(edition, verb) for verb in verbs)]
            for address in addresses:
                assert as_(people.superuser).get(address).status_code == 200, (required, address)
            assert as_(people.superuser).get("/admin/").status_code == 200


def test_the_screens_say_what_stands_against_it(people: People, now: datetime) -> None:
    approved = at_stage(State.APPROVED, people, now)
    text = as_(people.publisher).get(to(approved, "publish")).content.decode()
    assert "This site requires other languages than when it was submitted" in text
    history = as_(people.author).get(at(approved, "history")).content.decode()
    assert "Left out, since not required and not ready: Spanish." in history
