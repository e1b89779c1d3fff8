"""People side by side at the very same moment: presence, unsaved work, and saves that race with both."""

import copy
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from editorial.collaboration import autosave, presence
from editorial.content import canonical
from editorial.models import Autosave, Edition, Event, Presence
from editorial.workflow import drafts
from editorial.workflow.drafts import Stale
from tests.builders import fresh, make_note
from tests.faults.race import race
from tests.people import People

pytestmark = pytest.mark.django_db(transaction=True)

TIMES = 5


@pytest.fixture
def note(people: People, now: datetime) -> Any:
    return fresh(make_note(people, now - timedelta(hours=1)))


def typed(note: Edition, title: str) -> canonical.Content:
    value = copy.deepcopy(canonical.content_of(note))
    value["fields"]["title"]["en"] = title
    return value


def save(note: Edition, by: Any, now: datetime, title: str, version: int) -> None:
    with drafts.edit(note, by=by, now=now, version=version) as draft:
        draft.title_en = title
        draft.save()
        autosave.drop(note, by=by)


def test_one_window_that_speaks_twice_at_once(people: People, now: datetime, note: Any) -> None:
    tab = uuid4()
    for number in range(TIMES):
        moment = now + timedelta(seconds=number)

        def beat(at: datetime = moment) -> None:
            presence.note_window(note.pk, by=people.author, tab=tab, screen="form", now=at)

        won, lost = race(beat, beat, beat)
        assert (len(won), lost) == (3, [])
    assert Presence.objects.count() == 1


def test_windows_that_come_while_the_silent_are_forgotten(people: People, now: datetime, note: Any) -> None:
    tabs = [uuid4() for _ in range(4)]
    for _attempt in range(TIMES):
        for tab in tabs:
            presence.note_window(note.pk, by=people.author, tab=tab, screen="form", now=now - timedelta(hours=1))
        beats = [
            lambda tab=tab: presence.note_window(note.pk, by=people.author, tab=tab, screen="form", now=now)
            for tab in tabs
        ]
        _won, lost = race(*beats, lambda: presence.forget(now=now), lambda: presence.forget(now=now))
        assert lost == []
        # Whoever spoke is there, whichever came first.
        assert Presence.objects.filter(seen_at=now).count() == len(tabs)


def test_two_autosaves_of_one_person_at_once(people: People, now: datetime, note: Any) -> None:
    tab, value = uuid4(), {"version": note.version, "based_on": note.digest}
    for _attempt in range(TIMES):
        texts = [typed(note, f"Title {number}") for number in range(4)]
        _won, lost = race(
            *(
                lambda text=text: autosave.keep_unsaved(
                    note.pk, by=people.author, tab=tab, typed=text, now=now, **value
                )
                for text in texts
            )
        )
        assert lost == []
        assert Autosave.objects.get().content in texts


@pytest.mark.parametrize("attempt", range(TIMES))
def test_an_autosave_that_races_with_the_save_of_the_same_words(
    people: People, now: datetime, note: Any, attempt: int
) -> None:
    text, version = typed(note, "Mine"), note.version
    _won, lost = race(
        lambda: autosave.keep_unsaved(
            note.pk, by=people.author, tab=uuid4(), version=version, based_on=note.digest, typed=text, now=now
        ),
        lambda: save(note, people.author, now, "Mine", version),
    )
    assert lost == []
    after = fresh(note)
    assert (after.version, canonical.content_of(after)["fields"]["title"]["en"]) == (version + 1, "Mine")
    assert not Autosave.objects.exists()
    assert autosave.offered(after, by=people.author) is None


@pytest.mark.parametrize("attempt", range(TIMES))
def test_an_autosave_never_bars_the_save_of_another(people: People, now: datetime, note: Any, attempt: int) -> None:
    version = note.version
    _won, lost = race(
        lambda: autosave.keep_unsaved(
            note.pk, by=people.author, tab=uuid4(), version=version, based_on=note.digest,
            typed=typed(note, "Mine"), now=now,
        ),
        lambda: save(note, people.second_author, now, "Theirs", version),
    )  # fmt: skip
    assert lost == []
    found = autosave.offered(fresh(note), by=people.author)
    assert found
    assert found.merged["fields"]["title"]["en"] == "Mine"
    assert canonical.content_of(note)["fields"]["title"]["en"] == "Theirs"


def test_of_two_saves_on_one_version_one_is_told(people: People, now: datetime, note: Any) -> None:
    version, before = note.version, Event.objects.count()
    won, lost = race(
        lambda: save(note, people.author, now, "Mine", version),
        lambda: save(note, people.second_author, now, "Theirs", version),
    )
    assert (len(won), [type(loss) for loss in lost]) == (1, [Stale])
    assert Event.objects.count() == before + 1


def test_a_step_and_a_save_at_once(people: People, now: datetime, note: Any) -> None:
    """Whoever comes second is told: the step was asked for on a text that is another by now, or the draft is none any
    more.
    """
    client = Client()
    client.force_login(people.author, backend="editorial.web.backends.StaffBackend")
    for _attempt in range(TIMES):
        version = fresh(note).version
        url = reverse("admin:toy_note_transition", args=(note.pk, "discard"))
        won, lost = race(
            lambda url=url, version=version: client.post(url, {"version": version}).status_code,
            lambda version=version: save(note, people.second_author, now, f"Theirs {version}", version),
        )
        if lost:
            assert won == [302]
            return
        assert 409 in won
