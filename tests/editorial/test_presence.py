"""Who else has an edition open: heard of, silent, gone; and what became of the edition meanwhile."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from editorial.collaboration import presence
from editorial.models import Presence, User
from editorial.states import Verb
from editorial.workflow import drafts, transitions
from tests.builders import fresh, make_note
from tests.people import People

SECOND = timedelta(seconds=1)


@pytest.fixture
def note(people: People, now: datetime) -> Any:
    return fresh(make_note(people, now - timedelta(hours=1)))


def open_(note: Any, by: User, now: datetime, **values: Any) -> UUID:
    tab: UUID = values.pop("tab", None) or uuid4()
    presence.note_window(note.pk, by=by, tab=tab, screen="form", now=now, **values)
    return tab


def others(note: Any, by: User, now: datetime) -> list[Presence]:
    look = presence.look_for_window(note.pk, by=by, tab=open_(note, by, now), now=now)
    assert look is not None
    return list(look.others)


def names(note: Any, by: User, now: datetime) -> list[str]:
    return [row.by.username for row in others(note, by, now)]


def test_others_are_seen_until_they_are_silent(people: People, now: datetime, note: Any) -> None:
    tab = open_(note, people.author, now)
    assert names(note, people.author, now) == []
    assert names(note, people.second_author, now) == ["author"]
    open_(note, people.author, now + presence.SILENCE, tab=tab)
    assert names(note, people.second_author, now + presence.SILENCE + SECOND) == ["author"]
    assert names(note, people.second_author, now + 2 * presence.SILENCE) == []


def test_a_window_keeps_when_it_was_opened(people: People, now: datetime, note: Any) -> None:
    tab = open_(note, people.author, now)
    open_(note, people.author, now + 30 * SECOND, tab=tab, language="fr", editing=True)
    row = Presence.objects.get()
    assert (row.opened_at, row.seen_at, row.language, row.editing) == (now, now + 30 * SECOND, "fr", True)


def test_without_scripts_the_opening_counts_longer(people: People, now: datetime, note: Any) -> None:
    open_(note, people.author, now, beating=False)
    assert names(note, people.second_author, now + 5 * presence.SILENCE) == ["author"]
    assert names(note, people.second_author, now + presence.OPENING_COUNTS) == []


def test_of_many_windows_of_one_person_one_is_named(people: People, now: datetime, note: Any) -> None:
    open_(note, people.author, now, editing=True, language="fr")
    open_(note, people.author, now + SECOND)
    [row] = others(note, people.second_author, now + SECOND)
    assert row.language == "fr"


def test_whoever_leaves_is_gone_and_nobody_leaves_for_another(people: People, now: datetime, note: Any) -> None:
    tab = open_(note, people.author, now)
    presence.forget_window(tab, by=people.second_author)
    assert names(note, people.second_author, now) == ["author"]
    presence.forget_window(tab, by=people.author)
    presence.forget_window(tab, by=people.author)
    assert names(note, people.second_author, now) == []


def test_deactivated_people_are_not_named(people: People, now: datetime, note: Any) -> None:
    open_(note, people.author, now)
    people.author.is_active = False
    people.author.save()
    assert names(note, people.second_author, now) == []


def test_the_silent_are_forgotten(people: People, now: datetime, note: Any) -> None:
    open_(note, people.author, now - presence.SILENCE)
    open_(note, people.second_author, now - presence.SILENCE, beating=False)
    assert presence.forget(now=now) == 1
    assert Presence.objects.get().by == people.second_author


def test_one_statement_tells_who_is_there_and_what_was_done(
    people: People, now: datetime, note: Any, django_assert_num_queries: Any
) -> None:
    opened, state = note.digest, note.state
    tab = open_(note, people.author, now)
    open_(note, people.second_author, now)
    for who in (people.reviewer_ca, people.reviewer_mx):
        open_(note, who, now)
    with django_assert_num_queries(2):
        open_(note, people.author, now, tab=tab)
        look = presence.look_for_window(note.pk, by=people.author, tab=tab, now=now)
        assert look
        assert [str(row.by.party) for row in look.others]
    assert look.news(opened=opened, state=state) is None
    with drafts.edit(note, by=people.second_author, now=now) as draft:
        draft.title_en = "Theirs"
        draft.save()
    drafts.attest(fresh(note), "es", by=people.translator_es, now=now)
    look = presence.look_for_window(note.pk, by=people.author, tab=tab, now=now)
    assert look
    news = look.news(opened=opened, state=state)
    assert news
    assert (news.verb, news.by_id) == (Verb.SAVE, people.second_author.pk)


def test_a_word_for_a_translation_is_no_news(people: People, now: datetime, note: Any) -> None:
    tab = open_(note, people.author, now)
    drafts.attest(note, "fr", by=people.translator_fr, now=now)
    look = presence.look_for_window(note.pk, by=people.author, tab=tab, now=now)
    assert look
    assert look.news(opened=note.digest, state="draft") is None


def test_a_move_is_news_though_the_text_stayed(people: People, now: datetime, note: Any) -> None:
    tab = open_(note, people.translator_fr, now)
    transitions.submit(note, by=people.author, now=now)
    look = presence.look_for_window(note.pk, by=people.translator_fr, tab=tab, now=now)
    assert look
    news = look.news(opened=note.digest, state="draft")
    assert news
    assert news.verb == Verb.SUBMIT


def test_nobody_is_told_anything_for_a_window_of_another(people: People, now: datetime, note: Any) -> None:
    tab = open_(note, people.author, now)
    assert presence.look_for_window(note.pk, by=people.second_author, tab=tab, now=now) is None


def test_another_window_of_mine_is_told(people: People, now: datetime, note: Any) -> None:
    open_(note, people.author, now)
    tab = open_(note, people.author, now)
    look = presence.look_for_window(note.pk, by=people.author, tab=tab, now=now)
    assert look
    assert look.elsewhere
    assert look.others == []
