"""Releases: several editions become public at one instant, or none of them does."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from editorial import releases
from editorial.checks import requirements
from editorial.models import Address, Edition, Event, Release, ReleaseItem
from editorial.releases import NotTogether, Step
from editorial.search import index as search
from editorial.states import Phase, Standing, State, Verb
from editorial.workflow import audit, drafts, transitions
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.attacks import refused
from tests.editorial import stages
from tests.editorial.release_helpers import assembled, fresh, frozen, pair, sign
from tests.people import People

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def chain_is_whole(db: None) -> Any:
    """Whatever happens, the record stays sound."""
    yield
    assert list(audit.verify()) == []


def states(editions: list[Edition]) -> list[str]:
    return [builders.fresh(edition).state for edition in editions]


def codes(error: NotAllowed) -> list[str]:
    return [reason.code for reason in error.reasons]


def verbs(edition: Edition) -> list[str]:
    return list(Event.objects.filter(edition=edition).order_by("id").values_list("verb", flat=True))


def test_what_refers_to_each_other_becomes_public_at_the_very_same_instant(people: People, now: datetime) -> None:
    release, editions = frozen(people, now)
    later = now + timedelta(hours=1)
    done = releases.publish(release, by=people.publisher, now=later)
    assert (done.phase, done.public_at, done.published_by) == (Phase.PUBLISHED, later, people.publisher)
    assert fresh(release).public_at == later
    for edition in map(builders.fresh, editions):
        assert edition.live_during.lower == later
        last = Event.objects.filter(edition=edition).latest("id")
        assert (last.verb, last.to_state) == (Verb.PUBLISH, State.PUBLISHED)
        assert last.data["release"] == release.pk
        assert last.data["release_title"] == "Report and statement"
        assert verbs(edition)[-3:] == [Verb.ADD_TO_RELEASE, Verb.FREEZE, Verb.PUBLISH]


def test_alone_the_statement_would_lead_nowhere(people: People, now: datetime) -> None:
    _report, statement = pair(people, now)
    approved = sign(statement, people, now)
    with pytest.raises(NotAllowed) as refusal:
        transitions.publish(approved, by=people.publisher, now=now)
    assert codes(refusal.value) == ["reference"]


def test_a_release_is_scheduled_and_unscheduled_as_a_whole(people: People, now: datetime) -> None:
    release, editions = frozen(people, now)
    at = now + DAY
    done = releases.schedule(release, by=people.publisher, now=now, at=at)
    assert done.is_scheduled(now)
    assert {builders.fresh(edition).standing(now) for edition in editions} == {Standing.SCHEDULED}
    assert {builders.fresh(edition).live_during.lower for edition in editions} == {at}
    with pytest.raises(NotAllowed) as refusal:
        transitions.unschedule(editions[0], by=people.publisher, now=now)
    assert codes(refusal.value) == ["release"]
    assert "Report and statement" in str(refusal.value)
    back = releases.unschedule(done, by=people.publisher, now=now + timedelta(hours=1))
    assert (back.phase, back.public_at, back.published_by) == (Phase.FROZEN, None, None)
    assert states(editions) == [State.APPROVED] * 2
    assert verbs(editions[0])[-2:] == [Verb.SCHEDULE, Verb.UNSCHEDULE]


def test_a_release_that_is_out_is_not_unscheduled(people: People, now: datetime) -> None:
    release, _editions = frozen(people, now)
    done = releases.publish(release, by=people.publisher, now=now)
    with pytest.raises(NotAllowed) as refusal:
        releases.unschedule(done, by=people.publisher, now=now)
    assert codes(refusal.value) == ["past"]


def test_freezing_needs_every_signature(people: People, now: datetime) -> None:
    builders.joint("note", people)
    release, editions = assembled(people, now, signed=False)
    one = transitions.submit(editions[0], by=people.author, now=now)
    transitions.sign_off(one, by=people.reviewer_ca, now=now, digest=one.digest)
    with pytest.raises(NotTogether) as refusal:
        releases.freeze(release, by=people.publisher, now=now)
    assert [(each.edition.pk, [r.code for r in each.reasons]) for each in refusal.value.refusals] == [
        (editions[0].pk, ["signatures"]),
        (editions[1].pk, ["state"]),
    ]
    assert "Government of Mexico" in str(refusal.value)
    assert "“Statement en”" in str(refusal.value)
    assert fresh(release).phase == Phase.ASSEMBLING


@pytest.mark.parametrize(
    ("verb", "who", "given"),
    [
        (Verb.RECALL, "author", {}),
        (Verb.REQUEST_CHANGES, "reviewer_mx", {"reason": "A date is missing."}),
        (Verb.PUBLISH, "publisher", {}),
        (Verb.SCHEDULE, "publisher", {"at": DAY}),
    ],
)
def test_frozen_nothing_moves_alone(verb: Verb, who: str, given: dict[str, Any], people: People, now: datetime) -> None:
    _release, editions = frozen(people, now)
    given = {name: now + value if isinstance(value, timedelta) else value for name, value in given.items()}
    with pytest.raises(NotAllowed) as refusal:
        getattr(transitions, verb.value)(editions[1], by=getattr(people, who), now=now, **given)
    assert codes(refusal.value)[0] == "release"
    assert permissions.problems(verb, Attempt(editions[1], getattr(people, who), now))[0].code == "release"
    assert states(editions) == [State.APPROVED] * 2


def test_while_it_is_assembled_editions_are_still_worked_on_but_do_not_appear_alone(
    people: People, now: datetime
) -> None:
    release, editions = assembled(people, now)
    back = transitions.recall(editions[1], by=people.author, now=now)
    with drafts.edit(back, by=people.author, now=now) as row:
        row.change_note_en = "Mended"
        row.save()
    with pytest.raises(NotAllowed) as refusal:
        transitions.publish_urgently(builders.fresh(back), by=people.publisher, now=now, reason="Flood")
    assert codes(refusal.value)[0] == "release"
    with pytest.raises(NotAllowed) as refusal:
        transitions.publish(sign(back, people, now), by=people.publisher, now=now)
    assert codes(refusal.value)[0] == "release"
    assert releases.freeze(release, by=people.publisher, now=now).phase == Phase.FROZEN


def test_a_draft_in_a_release_is_not_discarded(people: People, now: datetime) -> None:
    release, editions = assembled(people, now, signed=False)
    with pytest.raises(NotAllowed) as refusal:
        transitions.discard(editions[0], by=people.author, now=now)
    assert codes(refusal.value) == ["release"]
    releases.remove(release, editions[0], by=people.author, now=now)
    assert transitions.discard(editions[0], by=people.author, now=now).state == State.DISCARDED


def test_unfreezing_needs_a_reason_and_is_on_record(people: People, now: datetime) -> None:
    release, editions = frozen(people, now)
    with pytest.raises(NotAllowed) as refusal:
        releases.unfreeze(release, by=people.publisher, now=now, reason="  ")
    assert codes(refusal.value) == ["reason"]
    releases.unfreeze(release, by=people.publisher, now=now, reason="A figure is wrong.")
    for edition in editions:
        last = Event.objects.filter(edition=edition).latest("id")
        assert (last.verb, last.reason, last.from_state, last.to_state) == (
            Verb.UNFREEZE, "A figure is wrong.", State.APPROVED, State.APPROVED,
        )  # fmt: skip
    assert transitions.recall(editions[0], by=people.author, now=now).state == State.DRAFT


def test_four_eyes_hold_and_the_reason_names_the_edition(people: People, now: datetime) -> None:
    release, editions = frozen(people, now)
    audit.record(editions[1], Verb.SAVE, by=people.publisher, now=now)
    with pytest.raises(NotTogether) as refusal:
        releases.publish(release, by=people.publisher, now=now)
    [only] = refusal.value.refusals
    assert only.title == "Report en"
    assert [reason.code for reason in only.reasons] == ["four_eyes"]
    assert str(refusal.value).startswith("“Report en”: ")
    assert states(editions) == [State.APPROVED] * 2


def test_an_edition_is_in_one_release_only(people: People, now: datetime) -> None:
    _release, editions = assembled(people, now)
    other = releases.create(title="Other", by=people.author, now=now)
    with pytest.raises(NotAllowed) as refusal:
        releases.add(other, editions[0], by=people.author, now=now)
    assert codes(refusal.value) == ["release"]
    with refused("unique|duplicate"):
        ReleaseItem.objects.create(release=other, edition=editions[0], added_at=now, added_by=people.author)


def test_only_what_is_being_worked_on_is_added(people: People, now: datetime) -> None:
    release = releases.create(title="Other", by=people.author, now=now)
    live = stages.live(people, now - DAY)
    with pytest.raises(NotAllowed) as refusal:
        releases.add(release, live, by=people.author, now=now)
    assert codes(refusal.value) == ["state"]
    with refused("only an edition that is being worked on"):
        ReleaseItem.objects.create(release=release, edition=live, added_at=now, added_by=people.author)


WHO: dict[Step, str] = {
    Step.DESCRIBE: "author second_author publisher superuser",
    Step.FREEZE: "publisher superuser",
    Step.DISSOLVE: "author second_author publisher superuser",
}


@pytest.mark.parametrize("step", list(WHO))
def test_who_may(step: Step, people: People, now: datetime) -> None:
    release, _editions = assembled(people, now)
    found = releases.situation(release)
    may = {
        name
        for name in ("author", "second_author", "translator_fr", "reviewer_ca", "publisher", "administrator",
                     "superuser", "outsider")
        if not releases.problems(step, found, by=getattr(people, name), now=now)
    }  # fmt: skip
    assert may == set(WHO[step].split())
    people.publisher.is_active = False
    assert [each.code for each in releases.problems(step, found, by=people.publisher, now=now)] == ["inactive"]


def test_a_translator_makes_no_release(people: People, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        releases.create(title="Mine", by=people.translator_fr, now=now)
    with pytest.raises(NotAllowed) as refusal:
        releases.create(title=" ", by=people.author, now=now)
    assert codes(refusal.value) == ["title"]


def test_an_empty_release_is_not_frozen(people: People, now: datetime) -> None:
    release = releases.create(title="Empty", by=people.author, now=now)
    with pytest.raises(NotAllowed) as refusal:
        releases.freeze(release, by=people.publisher, now=now)
    assert codes(refusal.value) == ["empty"]


def test_a_dissolved_release_lets_go_and_stays_on_record(people: People, now: datetime) -> None:
    release, editions = assembled(people, now)
    done = releases.dissolve(release, by=people.author, now=now, reason="Postponed")
    assert fresh(done).held == [edition.pk for edition in editions]
    assert not ReleaseItem.objects.filter(release=done).exists()
    last = Event.objects.filter(edition=editions[0]).latest("id")
    assert (last.verb, last.reason) == (Verb.TAKE_FROM_RELEASE, "Postponed")
    with refused("dissolved, never deleted"):
        Release.objects.filter(pk=release.pk).delete()


def test_what_was_on_the_screen_is_what_is_published(people: People, now: datetime) -> None:
    release, editions = frozen(people, now)
    seen = release.version
    releases.unfreeze(release, by=people.publisher, now=now, reason="Mend")
    releases.freeze(release, by=people.publisher, now=now)
    with pytest.raises(NotAllowed) as refusal:
        releases.publish(release, by=people.publisher, now=now, version=seen)
    assert codes(refusal.value) == ["moved"]
    assert states(editions) == [State.APPROVED] * 2


def test_a_failure_in_the_last_item_leaves_nothing_public(
    people: People, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    release, editions = frozen(people, now)
    before = Event.objects.count()
    put = search.index_edition

    def failing(pk: int, value: Any) -> None:
        if pk == editions[-1].pk:
            raise RuntimeError("the disk is full")
        put(pk, value)

    monkeypatch.setattr(search, "index_edition", failing)
    with pytest.raises(RuntimeError):
        releases.publish(release, by=people.publisher, now=now)
    assert states(editions) == [State.APPROVED] * 2
    assert fresh(release).phase == Phase.FROZEN
    assert Event.objects.count() == before
    assert not Edition.objects.live(now).exists()


def test_two_editions_of_a_release_that_want_one_address_are_refused(
    people: People, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each alone finds it free; the second is told who took it, and nothing is public."""
    # As if both had been submitted at the same moment, before either could see the other's slug.
    monkeypatch.setattr(requirements, "CHECKERS", ())
    release = releases.create(title="Both", by=people.author, now=now)
    editions = [sign(builders.make_note(people, now, slug="same"), people, now) for _each in range(2)]
    for edition in editions:
        releases.add(release, edition, by=people.author, now=now)
    releases.freeze(release, by=people.publisher, now=now)
    with pytest.raises(NotTogether) as refusal:
        releases.publish(release, by=people.publisher, now=now)
    [only] = refusal.value.refusals
    assert {reason.code for reason in only.reasons} == {"slug_taken"}
    assert states(editions) == [State.APPROVED] * 2
    assert not Address.objects.exists()


def test_the_calendar_knows_what_is_hoped_for_and_what_is_certain(
    people: People, now: datetime, django_assert_num_queries: Any
) -> None:
    hoped = releases.create(title="Hoped", by=people.author, now=now, planned_for=now + 2 * DAY)
    release, _editions = frozen(people, now)
    releases.schedule(release, by=people.publisher, now=now, at=now + DAY)
    gone = releases.create(title="Gone", by=people.author, now=now, planned_for=now + DAY)
    releases.dissolve(gone, by=people.author, now=now)
    releases.create(title="Far", by=people.author, now=now, planned_for=now + 90 * DAY)
    with django_assert_num_queries(1):
        found = list(releases.planned(now, now + 30 * DAY))
    assert [(each.pk, each.certain, each.editions) for each in found] == [(release.pk, True, 2), (hoped.pk, False, 0)]


def check_now() -> None:
    """Have the database look at what it looks at when a transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def test_the_database_lets_no_item_move_alone(people: People, now: datetime) -> None:
    _release, editions = frozen(people, now)
    with refused("together or not at all"):
        Edition.objects.filter(pk=editions[0].pk).update(state="draft", approved_at=None, approved_by=None)
        check_now()
    with refused("that is not being assembled"):
        ReleaseItem.objects.filter(edition=editions[0]).delete()


def test_the_database_lets_no_release_appear_without_its_editions(people: People, now: datetime) -> None:
    release, _editions = frozen(people, now)
    with refused("together or not at all"):
        Release.objects.filter(pk=release.pk).update(
            phase="published", public_at=now, published_at=now, published_by=people.publisher
        )
        check_now()
    with refused("cannot go from"):
        Release.objects.filter(pk=release.pk).update(phase="dissolved", dissolved_at=now, dissolved_by=people.publisher)


def test_the_database_keeps_a_release_that_went_public(people: People, now: datetime) -> None:
    release, _editions = frozen(people, now)
    releases.publish(release, by=people.publisher, now=now)
    with refused("stays on record|cannot go from"):
        Release.objects.filter(pk=release.pk).update(
            phase="frozen", public_at=None, published_at=None, published_by=None
        )


def test_it_takes_the_place_of_what_is_live(people: People, now: datetime) -> None:
    live = stages.live(people, now - DAY, slug="page")
    draft = transitions.revise(live, by=people.author, now=now)
    approved = builders.approve(draft, people, now)
    report, _statement = pair(people, now)
    release = releases.create(title="With a page", by=people.author, now=now)
    for edition in (approved, sign(report, people, now)):
        releases.add(release, edition, by=people.author, now=now)
    releases.freeze(release, by=people.publisher, now=now)
    releases.schedule(release, by=people.publisher, now=now, at=now + DAY)
    assert builders.fresh(live).live_during.upper == now + DAY
    releases.unschedule(release, by=people.publisher, now=now)
    assert builders.fresh(live).live_during.upper is None
