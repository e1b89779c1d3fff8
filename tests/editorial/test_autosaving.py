"""Unsaved work: kept for its author alone, without a trace in the edition."""

import copy
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from editorial.collaboration import autosave
from editorial.content import canonical
from editorial.models import Autosave, Event, Snapshot, User
from editorial.models import autosave as model
from editorial.workflow import audit, drafts, transitions
from editorial.workflow.attempt import contributors
from editorial.workflow.rules.permissions import NotAllowed
from tests.builders import fresh, make_note, section
from tests.people import People

TAB = uuid4()


@pytest.fixture
def note(people: People, now: datetime) -> Any:
    made = make_note(people, now - timedelta(hours=1), parts={"section": [section("One"), section("Two")]})
    return fresh(made)


def typed(note: Any, **texts: str) -> canonical.Content:
    """What the note says, with some texts typed over: title_fr="…"."""
    value = copy.deepcopy(canonical.content_of(note))
    for column, text in texts.items():
        name, code = column.rsplit("_", 1)
        value["fields"][name][code] = text
    return value


def keep(note: Any, by: User, now: datetime, value: canonical.Content, *, tab: UUID = TAB, **values: Any) -> Any:
    given = {"version": note.version, "based_on": note.digest, **values}
    return autosave.keep_unsaved(note.pk, by=by, tab=tab, typed=value, now=now, **given)


def save(note: Any, by: User, now: datetime, **texts: str) -> None:
    with drafts.edit(fresh(note), by=by, now=now) as draft:
        for name, text in texts.items():
            setattr(draft, name, text)
        draft.save()


def test_it_leaves_no_trace_in_the_edition(people: People, now: datetime, note: Any) -> None:
    before = fresh(note).__dict__.copy(), canonical.content_of(note), Event.objects.count(), Snapshot.objects.count()
    keep(note, people.second_author, now, typed(note, title_en="Half a"))
    after = fresh(note).__dict__.copy(), canonical.content_of(note), Event.objects.count(), Snapshot.objects.count()
    for state in (before[0], after[0]):
        state.pop("_state")
    assert before == after
    assert people.second_author.pk not in contributors(note)
    assert list(audit.verify()) == []
    # Nor does it disturb what others opened.
    save(note, people.author, now, title_fr="Le leur")


def test_it_is_offered_to_its_author_alone(people: People, now: datetime, note: Any) -> None:
    keep(note, people.author, now, typed(note, title_en="Mine"))
    found = autosave.offered(note, by=people.author)
    assert found
    assert found.merged["fields"]["title"]["en"] == "Mine"
    assert found.at == now
    assert autosave.languages_of(found) == ["en"]
    assert autosave.offered(note, by=people.second_author) is None


def test_nothing_unsaved_is_nothing_kept(people: People, now: datetime, note: Any) -> None:
    assert keep(note, people.author, now, typed(note)) is None
    keep(note, people.author, now, typed(note, title_en="Mine"))
    assert keep(note, people.author, now, typed(note)) is None
    assert not Autosave.objects.exists()


def test_one_row_a_person_and_edition(people: People, now: datetime, note: Any) -> None:
    keep(note, people.author, now, typed(note, title_en="One"))
    keep(note, people.author, now, typed(note, title_en="Two"))
    keep(note, people.second_author, now, typed(note, title_en="Three"))
    rows = Autosave.objects.order_by("by").values_list("by__username", "content__fields__title__en")
    assert sorted(rows) == [("author", "Two"), ("second-author", "Three")]


def test_it_is_put_into_what_others_saved_since(people: People, now: datetime, note: Any) -> None:
    keep(note, people.author, now, typed(note, title_en="Mine"))
    save(note, people.second_author, now, summary_fr="Le leur", title_en="Theirs")
    found = autosave.offered(fresh(note), by=people.author)
    assert found
    fields = found.merged["fields"]
    assert (fields["title"]["en"], fields["summary"]["fr"]) == ("Mine", "Le leur")


def test_what_the_draft_says_by_now_is_not_offered(people: People, now: datetime, note: Any) -> None:
    keep(note, people.author, now, typed(note, title_en="Mine"))
    save(note, people.second_author, now, title_en="Mine")
    assert autosave.offered(fresh(note), by=people.author) is None


def test_a_late_autosave_after_the_save_keeps_nothing(people: People, now: datetime, note: Any) -> None:
    value = typed(note, title_en="Mine")
    save(note, people.author, now, title_en="Mine")
    assert keep(note, people.author, now, value) is None
    assert not Autosave.objects.exists()


def test_older_work_never_takes_the_place_of_younger(people: People, now: datetime, note: Any) -> None:
    keep(note, people.author, now, typed(note, title_en="Younger"))
    keep(note, people.author, now, typed(note, title_en="Older"), at=now - timedelta(minutes=5))
    assert Autosave.objects.get().content["fields"]["title"]["en"] == "Younger"
    # Nor can a wrong clock make it last for ever.
    keep(note, people.author, now, typed(note, title_en="Later"), at=now + timedelta(days=9))
    assert Autosave.objects.get().at == now


def test_work_of_another_window_waits_for_a_decision(people: People, now: datetime, note: Any) -> None:
    other = uuid4()
    keep(note, people.author, now, typed(note, title_en="On the train"), tab=other)
    kept = keep(note, people.author, now, typed(note, title_en="At the desk"))
    assert kept.tab == other
    assert Autosave.objects.get().content["fields"]["title"]["en"] == "On the train"
    autosave.drop(note, by=people.author)
    assert keep(note, people.author, now, typed(note, title_en="At the desk")).tab == TAB


def test_what_can_no_longer_be_saved_is_still_kept(people: People, now: datetime, note: Any) -> None:
    value = typed(note, title_en="Too late")
    transitions.discard(note, by=people.second_author, now=now, reason="Another is better.")
    keep(note, people.author, now, value)
    found = autosave.offered(fresh(note), by=people.author)
    assert found
    assert found.typed["fields"]["title"]["en"] == "Too late"


def test_whoever_writes_in_no_language_keeps_nothing(people: People, now: datetime, note: Any) -> None:
    gone = people.author
    gone.is_active = False
    gone.save()
    for user in (people.reviewer_ca, gone):
        with pytest.raises(NotAllowed):
            keep(note, user, now, typed(note, title_en="Mine"))
    assert not Autosave.objects.exists()


def test_a_language_that_was_taken_from_a_translator_is_left_out(people: People, now: datetime, note: Any) -> None:
    translator = people.translator_fr
    keep(note, translator, now, typed(note, title_fr="À moi", title_es="Mío"))
    found = autosave.offered(note, by=translator)
    assert found
    assert found.merged["fields"]["title"]["es"] == "Subject es"
    assert found.merged["fields"]["title"]["fr"] == "À moi"


def test_there_is_a_limit(people: People, now: datetime, note: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autosave, "MOST_KEPT", 5_000)
    with pytest.raises(NotAllowed) as refused:
        keep(note, people.author, now, typed(note, summary_en="x" * 5_000))
    assert refused.value.reasons[0].code == "size"
    assert model.MOST_KEPT > 1_000_000


def test_what_nobody_came_back_for_is_forgotten(people: People, now: datetime, note: Any) -> None:
    keep(note, people.author, now, typed(note, title_en="Mine"), at=now - timedelta(days=40))
    keep(note, people.second_author, now, typed(note, title_en="Mine"), at=now - timedelta(days=20))
    assert autosave.forget(now=now, days=30) == 1
    assert Autosave.objects.get().by == people.second_author


def test_a_base_that_nobody_knows_is_the_present_draft(people: People, now: datetime, note: Any) -> None:
    keep(note, people.author, now, typed(note, title_en="Mine"), based_on="f" * 64)
    assert autosave.offered(note, by=people.author)
