"""An exception that takes a language away from the public: said before, confirmed, and answered for at the address."""

from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from editorial import releases
from editorial.models import Edition, Event, Release, User
from editorial.states import State, Verb
from editorial.workflow import drafts, transitions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.people import People

TICK = {"loss_confirmed": "on"}
EXPLANATION = {"en": "It was wrong.", "fr": "C’était inexact.", "es": "Era incorrecto."}


@pytest.fixture
def live(people: People, now: datetime) -> Edition:
    """A page that has been public in three languages since two days."""
    earlier = now - timedelta(days=2)
    return builders.publish(builders.make_page(people, earlier, slug="trade"), people, earlier)


def submitted_without_french(live: Edition, people: People, now: datetime, **changes: Any) -> Edition:
    """The next edition, in review, with an exception for French."""
    draft = transitions.revise(live, by=people.author, now=now)
    with drafts.edit(draft, by=people.author, now=now) as row:
        for name, value in {"title_en": "Trade renewed", **changes}.items():
            setattr(row, name, value)
        row.save()
    drafts.grant_exception(draft, "fr", by=people.administrator, now=now, reason="The translator is ill.")
    drafts.attest(draft, "es", by=people.translator_es, now=now)
    builders.note_change(draft, people, now)
    drafts.attest(draft, "es", by=people.translator_es, now=now)
    return transitions.submit(builders.fresh(draft), by=people.author, now=now)


def approved_without_french(live: Edition, people: People, now: datetime, **changes: Any) -> Edition:
    """The same, signed."""
    waiting = submitted_without_french(live, people, now, **changes)
    return transitions.sign_off(waiting, by=people.reviewer_ca, now=now, digest=waiting.digest)


def before(verb: Verb, live: Edition, people: People, now: datetime, **changes: Any) -> Edition:
    """The same where it stands before `verb`: what is signed is not published urgently."""
    make = submitted_without_french if verb == Verb.PUBLISH_URGENTLY else approved_without_french
    return make(live, people, now, **changes)


def as_(person: User) -> Client:
    client = Client()
    client.force_login(person, backend="editorial.web.backends.StaffBackend")
    return client


def to(edition: Edition, verb: Verb) -> str:
    return reverse("admin:cooperation_page_transition", args=(edition.pk, verb.value))


def page_text(response: Any) -> str:
    return " ".join(unescape(response.content.decode()).split())


def french(slug: str = "trade-fr", query: str = "") -> Any:
    return Client().get(f"/fr/pages/{slug}/{query}")


def refused(verb: Any, *args: Any, **given: Any) -> list[str]:
    with pytest.raises(NotAllowed) as refusal:
        verb(*args, **given)
    return [reason.code for reason in refusal.value.reasons]


# Before


@pytest.mark.parametrize("verb", [Verb.PUBLISH, Verb.SCHEDULE, Verb.PUBLISH_URGENTLY])
def test_the_page_that_asks_names_what_disappears(verb: Verb, live: Edition, people: People, now: datetime) -> None:
    edition = before(verb, live, people, now, slug_en="trade-renewed")
    text = page_text(as_(people.publisher).get(to(edition, verb)))
    assert "the document can no longer be read in: French." in text
    lost, rest = text.split("the document can no longer be read in: French.")[1].split("</ul>", 1)
    assert "/fr/pages/trade-fr/" in lost
    assert "/es/" not in lost
    # The other old addresses do lead on.
    assert "These old addresses will lead to the new ones:" in text
    assert "/en/pages/trade-en/" in text
    assert "/fr/pages/trade-fr/" not in rest
    assert "I mean it: the public can no longer read this document in: French" in text


@pytest.mark.parametrize("verb", [Verb.PUBLISH, Verb.SCHEDULE])
def test_nothing_is_asked_where_no_language_goes(verb: Verb, live: Edition, people: People, now: datetime) -> None:
    draft = transitions.revise(live, by=people.author, now=now)
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.slug_fr = "commerce"
        row.save()
    edition = builders.approve(draft, people, now)
    text = page_text(as_(people.publisher).get(to(edition, verb)))
    assert "loss_confirmed" not in text
    assert "can no longer be read" not in text
    assert "/fr/pages/trade-fr/" in text.split("These old addresses will lead to the new ones:")[1]
    first = builders.make_page(people, now, slug="first", attest=False)
    drafts.grant_exception(first, "fr", by=people.administrator, now=now, reason="To follow")
    drafts.attest(first, "es", by=people.translator_es, now=now)
    first = builders.approve(builders.fresh(first), people, now)
    assert "loss_confirmed" not in page_text(as_(people.publisher).get(to(first, verb)))
    assert transitions.publish(first, by=people.publisher, now=now).state == State.PUBLISHED


def test_author_and_reviewers_are_told_too(live: Edition, people: People, now: datetime) -> None:
    draft = transitions.revise(live, by=people.author, now=now)
    drafts.grant_exception(draft, "fr", by=people.administrator, now=now, reason="The translator is ill.")
    builders.note_change(draft, people, now)
    waiting = "the document can no longer be read in: French."
    assert waiting in page_text(as_(people.author).get(to(draft, Verb.SUBMIT)))
    submitted = transitions.submit(builders.fresh(draft), by=people.author, now=now)
    review = reverse("admin:cooperation_page_review", args=(submitted.pk,))
    assert waiting in page_text(as_(people.reviewer_ca).get(review))


def test_whoever_grants_it_is_told(live: Edition, people: People, now: datetime) -> None:
    draft = transitions.revise(live, by=people.author, now=now)
    text = page_text(as_(people.administrator).get(to(draft, Verb.GRANT_EXCEPTION)))
    told = text.split("What is public today in that language ceases to be there")[1].split("</ul>")[0]
    assert "/fr/pages/trade-fr/" in told
    assert "/es/paginas/trade-es/" in told
    assert "/en/pages/trade-en/" not in told, "the source cannot be left out"


# The confirmation


def test_it_is_not_published_without_the_tick(live: Edition, people: People, now: datetime) -> None:
    edition = approved_without_french(live, people, now)
    client, data = as_(people.publisher), {"version": edition.version}
    response = client.post(to(edition, Verb.PUBLISH), data)
    assert response.status_code == 200
    assert "Tick this to go on, or go back" in page_text(response)
    assert Edition.objects.live(now).get(document=live.document) == live
    assert client.post(to(edition, Verb.PUBLISH), {**data, **TICK}).status_code == 302
    event = Event.objects.filter(edition=edition, verb=Verb.PUBLISH).get()
    assert event.data["languages_lost"] == ["fr"]
    history = page_text(client.get(reverse("admin:cooperation_page_history", args=(edition.pk,))))
    assert "No longer public in: French." in history


@pytest.mark.parametrize("verb", ["publish", "schedule", "publish_urgently"])
def test_the_engine_asks_for_it(verb: str, live: Edition, people: People, now: datetime) -> None:
    edition = before(Verb(verb), live, people, now)
    given: dict[str, Any] = {
        "publish": {}, "schedule": {"at": now + timedelta(days=1)}, "publish_urgently": {"reason": "Flood"},
    }[verb]  # fmt: skip
    act = getattr(transitions, verb)
    assert refused(act, edition, by=people.publisher, now=now, **given) == ["language_lost"]
    moved = act(builders.fresh(edition), by=people.publisher, now=now, loss_confirmed=True, **given)
    assert moved.state == State.PUBLISHED


def test_what_a_plan_takes_away_counts_at_the_moment_of_the_plan(live: Edition, people: People, now: datetime) -> None:
    """What was withdrawn before is no longer taken away."""
    end = now + timedelta(hours=1)
    edition = approved_without_french(live, people, now)
    transitions.withdraw(builders.fresh(live), by=people.publisher, now=now, explanation=EXPLANATION, at=end)
    moved = transitions.schedule(edition, by=people.publisher, now=now, at=end + timedelta(hours=1))
    assert moved.state == State.PUBLISHED


def test_what_a_planned_edition_would_bring_can_be_lost_too(live: Edition, people: People, now: datetime) -> None:
    """Edition 3 follows the scheduled edition 2, which brings back the French that is not public today."""
    earlier, at = now - timedelta(hours=1), now + timedelta(days=1)
    second = approved_without_french(live, people, earlier)
    transitions.publish(second, by=people.publisher, now=earlier, loss_confirmed=True)
    third = transitions.revise(builders.fresh(second), by=people.author, now=now)
    builders.attest_all(third, people, now)
    third = transitions.schedule(builders.approve(third, people, now), by=people.publisher, now=now, at=at)
    fourth = approved_without_french(third, people, now)
    asked = page_text(as_(people.publisher).get(to(fourth, Verb.SCHEDULE)))
    assert "can no longer be read in: French" in asked
    assert "loss_confirmed" in asked
    later = at + timedelta(days=1)
    assert refused(transitions.schedule, fourth, by=people.publisher, now=now, at=later) == ["language_lost"]
    moved = transitions.schedule(builders.fresh(fourth), by=people.publisher, now=now, at=later, loss_confirmed=True)
    assert moved.state == State.PUBLISHED


def frozen(live: Edition, people: People, now: datetime) -> tuple[Release, Edition]:
    edition = approved_without_french(live, people, now)
    release = releases.create(title="Trade", by=people.publisher, now=now)
    releases.add(release, edition, by=people.publisher, now=now)
    return releases.freeze(release, by=people.publisher, now=now), edition


def test_a_release_asks_for_it_as_well(live: Edition, people: People, now: datetime) -> None:
    release, edition = frozen(live, people, now)
    client = as_(people.publisher)
    address = reverse("admin:editorial_release_step", args=(release.pk, "publish"))
    asked = page_text(client.get(address))
    assert "“Trade renewed” can then no longer be read in: French." in asked
    assert "some of these documents in: French" in asked
    data = {"version": release.version}
    assert "Tick this to go on" in page_text(client.post(address, data))
    assert builders.fresh(edition).state == State.APPROVED
    assert refused(releases.publish, release, by=people.publisher, now=now) == ["language_lost"]
    assert client.post(address, {**data, **TICK}).status_code == 302
    assert builders.fresh(edition).state == State.PUBLISHED


def test_a_release_can_be_scheduled_with_it(live: Edition, people: People, now: datetime) -> None:
    release, edition = frozen(live, people, now)
    at = now + timedelta(days=1)
    assert refused(releases.schedule, release, by=people.publisher, now=now, at=at) == ["language_lost"]
    releases.schedule(release, by=people.publisher, now=now, at=at, loss_confirmed=True)
    assert builders.fresh(edition).state == State.PUBLISHED


# Afterwards


@pytest.mark.parametrize("slug", ["trade-fr", "commerce"])
def test_the_address_says_what_was_there_and_leads_to_it(
    slug: str, live: Edition, people: People, now: datetime
) -> None:
    edition = approved_without_french(live, people, now - timedelta(hours=1), slug_fr=slug)
    transitions.publish(edition, by=people.publisher, now=now - timedelta(hours=1), loss_confirmed=True)
    response = french()
    text = page_text(response)
    assert response.status_code == 404
    assert '<html lang="fr"' in text
    assert "<h1>Trade fr</h1>" in text
    assert "Section body" not in text
    assert f'datetime="{(now - timedelta(hours=1)).date().isoformat()}"' in text
    assert 'href="/en/pages/trade-en/"' in text
    [last] = [part.split('"')[0] for part in response.content.decode().split('href="') if "at=" in part.split('"')[0]]
    there = Client().get(unescape(last))
    assert there.status_code == 200
    assert "Section body fr" in page_text(there)
    # An address that never was public in French knows it too, once somebody asks.
    assert "Trade fr" in page_text(french(slug))


def test_it_was_there_at_the_time(live: Edition, people: People, now: datetime) -> None:
    edition = approved_without_french(live, people, now - timedelta(hours=1))
    transitions.publish(edition, by=people.publisher, now=now - timedelta(hours=1), loss_confirmed=True)
    day = (now - timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert french(query=f"?at={day}").status_code == 200


def test_the_translation_comes_back(live: Edition, people: People, now: datetime) -> None:
    edition = approved_without_french(live, people, now - timedelta(hours=2))
    transitions.publish(edition, by=people.publisher, now=now - timedelta(hours=2), loss_confirmed=True)
    builders.revised(builders.fresh(edition), people, now - timedelta(hours=1), slug_fr="commerce")
    response = french()
    assert (response.status_code, response["Location"]) == (301, "/fr/pages/commerce/")


def test_after_a_withdrawal_the_last_french_text_can_still_be_read(
    live: Edition, people: People, now: datetime
) -> None:
    edition = approved_without_french(live, people, now - timedelta(hours=2))
    public = transitions.publish(edition, by=people.publisher, now=now - timedelta(hours=2), loss_confirmed=True)
    transitions.withdraw(public, by=people.publisher, now=now - timedelta(hours=1), explanation=EXPLANATION)
    response = french()
    assert response.status_code == 410
    text = page_text(response)
    assert "<h1>Trade fr</h1>" in text
    assert EXPLANATION["fr"] in text
    [last] = [part.split('"')[0] for part in response.content.decode().split('href="') if "at=" in part.split('"')[0]]
    assert "Section body fr" in page_text(Client().get(unescape(last)))


def test_what_was_never_in_french_names_nothing_that_was(people: People, now: datetime) -> None:
    draft = builders.make_page(people, now, slug="news", attest=False)
    drafts.grant_exception(draft, "fr", by=people.administrator, now=now, reason="To follow")
    drafts.attest(draft, "es", by=people.translator_es, now=now)
    builders.publish(draft, people, now)
    text = page_text(french("news-fr"))
    assert "News fr" not in text
    assert "at=" not in text


# Languages that are not required


@override_settings(REQUIRED_LANGUAGES=["en", "fr"])
def test_no_public_page_links_to_what_is_not_there(people: People, now: datetime) -> None:
    """What is not ready in a language that is not required stands in no list of that language."""
    texts = {"en": "Half", "fr": "Moitié"}
    fields = {"title": texts, "slug": {"en": "half", "fr": "moitie"}, "summary": texts}
    draft = builders.make_page(people, now, slug="half", fields=fields, attest=False)
    drafts.attest(draft, "fr", by=people.translator_fr, now=now)
    builders.publish(builders.fresh(draft), people, now)
    for address in ("/es/", "/es/paginas/"):
        text = page_text(Client().get(address))
        assert "/es/paginas//" not in text
        assert 'href=""' not in text
    assert Client().get("/fr/pages/moitie/").status_code == 200
    assert "Spanish" in page_text(Client().get("/en/pages/half/")), "it says that the text is to follow"
