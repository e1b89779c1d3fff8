"""Whether each language says what the source says: missing, outdated, current; attestations; the gate."""

from datetime import datetime
from typing import Any

import pytest
from django.test import override_settings

from editorial.models import Attestation, Edition, Event, Section
from editorial.states import State, Verb
from editorial.workflow import drafts, transitions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.attacks import triggers_off
from tests.editorial import stages
from tests.people import People
from tests.toy.models import Item

CURRENT = {"en": "current", "fr": "current", "es": "current"}
BEHIND = {"en": "current", "fr": "outdated", "es": "outdated"}


def status(edition: Edition) -> dict[str, str]:
    """The parity of every language as it is stored."""
    found: dict[str, str] = builders.fresh(edition).language_status
    return found


def save(edition: Edition, by: Any, now: datetime, **values: Any) -> None:
    """One person changes some columns."""
    with drafts.edit(edition, by=by, now=now) as row:
        for name, value in values.items():
            setattr(row, name, value)
        row.save()


def codes(refusal: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [reason.code for reason in refusal.value.reasons]


def test_a_fresh_draft(people: People, now: datetime) -> None:
    """What is written is there, but nobody has said that it is a translation."""
    draft = builders.make_note(people, now, attest=False)
    assert status(draft) == BEHIND
    builders.attest_all(draft, people, now)
    assert status(draft) == CURRENT


@pytest.mark.parametrize(
    "lacking",
    [
        {"title": {"en": "Title", "es": "Título"}},
        {"slug": {"en": "title", "es": "titulo"}},
        {"summary": {"en": "Summary", "es": "Resumen"}},
        {"motto": {"en": "Motto", "es": "Lema"}},
    ],
)
def test_missing(lacking: dict[str, Any], people: People, now: datetime) -> None:
    draft = builders.make_note(people, now, attest=False, fields=lacking)
    assert status(draft) == {"en": "current", "fr": "missing", "es": "outdated"}
    with pytest.raises(NotAllowed) as refusal:
        drafts.attest(draft, "fr", by=people.translator_fr, now=now)
    assert codes(refusal) == ["language_missing"]


def test_missing_in_a_part(people: People, now: datetime) -> None:
    part = {
        "heading": {"en": "One", "fr": "Un", "es": "Uno"},
        "body": {"en": "<p>a</p>", "fr": "<p>a</p>", "es": "<p></p>"},
    }
    draft = builders.make_note(people, now, attest=False, parts={"section": [part]})
    assert status(draft) == {"en": "current", "fr": "outdated", "es": "missing"}


def test_the_source_needs_its_title_and_slug_too(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now, attest=False, fields={"title": {"fr": "Titre", "es": "Título"}})
    assert status(draft)["en"] == "missing"
    with pytest.raises(NotAllowed) as refusal:
        transitions.submit(draft, by=people.author, now=now)
    assert "language_missing" in codes(refusal)


def test_a_translation_may_say_more_or_leave_out_the_note(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now, fields={"motto": {"fr": "Devise"}, "change_note": {"en": "First"}})
    assert status(draft) == CURRENT


@pytest.mark.parametrize("column", ["title_en", "summary_en", "motto_en"])
def test_another_source_text_makes_the_others_outdated(column: str, people: People, now: datetime) -> None:
    draft = builders.make_note(people, now, fields={"motto": builders.texts("Motto")})
    save(draft, people.author, now, **{column: "Other"})
    assert status(draft) == BEHIND


def test_a_source_text_in_a_part_counts(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.sections.update(body_en="<p>Other</p>")
    assert status(draft) == BEHIND


def test_a_new_part_is_missing_in_the_others(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    with drafts.edit(draft, by=people.author, now=now) as row:
        Section.objects.create(edition=row, position=1, heading_en="New", heading_fr="Neuf")
    assert status(draft) == {"en": "current", "fr": "outdated", "es": "missing"}


def test_what_marks_nothing(people: People, now: datetime) -> None:
    """Moving parts, changing what all languages share, the slug, the note, a translation, or nothing at all."""
    sections = [builders.section(word) for word in ("One", "Two")]
    draft = builders.make_note(people, now, parts={"section": sections, "item": [{"text": builders.texts("Item")}]})
    with drafts.edit(draft, by=people.author, now=now) as row:
        first, second = row.sections.all()
        Section.objects.filter(pk=first.pk).update(position=5)
        Item.objects.filter(edition=row).update(amount="3.00")
    assert status(draft) == CURRENT
    assert list(Section.objects.filter(edition=draft)) == [second, first]
    for values in ({}, {"day": now.date()}, {"slug_en": "other"}, {"change_note_en": "Note"}, {"title_fr": "Autre"}):
        save(draft, people.author, now, **values)
        assert status(draft) == CURRENT, values


def test_reverting_the_source_makes_the_old_word_good_again(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    before = draft.title_en
    save(draft, people.author, now, title_en="Other")
    assert status(draft) == BEHIND
    save(draft, people.author, now, title_en=before)
    assert status(draft) == CURRENT


def test_still_valid(people: People, now: datetime) -> None:
    """The translator read the new source and changed nothing; or did change something."""
    draft = builders.make_note(people, now)
    assert not Attestation.objects.get(edition=draft, language="fr").still_valid
    save(draft, people.author, now, title_en="Other")
    assert drafts.attest(draft, "fr", by=people.translator_fr, now=now).still_valid
    save(draft, people.author, now, title_en="Again")
    save(draft, people.translator_fr, now, title_fr="Encore")
    assert not drafts.attest(draft, "fr", by=people.translator_fr, now=now).still_valid
    event = Event.objects.filter(edition=draft, verb=Verb.ATTEST).last()
    given = Attestation.objects.get(edition=draft, language="fr")
    assert event.data["source"] == given.source_digest
    assert event.data["language"] == "fr"
    assert (given.by, given.at) == (people.translator_fr, now)


def test_attesting_makes_an_open_form_stale(people: People, now: datetime) -> None:
    draft = builders.fresh(builders.make_note(people, now, attest=False))
    drafts.attest(draft, "fr", by=people.translator_fr, now=now)
    with (
        pytest.raises(drafts.Stale),
        drafts.edit(builders.fresh(draft), by=people.author, now=now, version=draft.version - 1),
    ):
        pass


def test_the_source_can_be_another_language(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now, fields={"source_language": "fr"}, attest=False)
    assert status(draft) == {"en": "outdated", "fr": "current", "es": "outdated"}
    with pytest.raises(NotAllowed) as refusal:
        drafts.attest(draft, "fr", by=people.translator_fr, now=now)
    assert codes(refusal) == ["source"]
    builders.attest_all(draft, people, now)
    assert builders.publish(draft, people, now).state == State.PUBLISHED


def test_the_gate(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now, attest=False)
    with pytest.raises(NotAllowed) as refusal:
        transitions.submit(draft, by=people.author, now=now)
    assert codes(refusal) == ["language_outdated", "language_outdated"]
    assert {"French", "Spanish"} <= set(str(refusal.value).replace(".", "").split())
    drafts.attest(draft, "fr", by=people.translator_fr, now=now)
    with pytest.raises(NotAllowed) as refusal:
        transitions.submit(draft, by=people.author, now=now)
    assert codes(refusal) == ["language_outdated"]
    drafts.attest(draft, "es", by=people.translator_es, now=now)
    transitions.submit(draft, by=people.author, now=now)


def test_the_gate_believes_no_stored_mark(people: People, now: datetime) -> None:
    """The marks are for lists; the gate computes."""
    draft = builders.make_note(people, now, attest=False)
    Edition.objects.filter(pk=draft.pk).update(language_status=CURRENT)
    with pytest.raises(NotAllowed):
        transitions.submit(draft, by=people.author, now=now)


@override_settings(REQUIRED_LANGUAGES=["en", "fr"])
def test_a_language_that_is_not_required(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now, attest=False)
    drafts.attest(draft, "fr", by=people.translator_fr, now=now)
    assert transitions.submit(draft, by=people.author, now=now).state == State.IN_REVIEW


def test_a_revision_carries_its_attestations(people: People, now: datetime, later: datetime) -> None:
    """Also where the edition before it had a note on what changed, which the revision does not inherit."""
    live = stages.live(people, now, fields={"change_note": builders.texts("First")})
    revision = transitions.revise(live, by=people.author, now=later)
    assert revision.language_status == CURRENT
    assert revision.change_note_en == ""
    assert {(a.language, a.by) for a in revision.attestations.all()} == {
        ("fr", people.translator_fr), ("es", people.translator_es),
    }  # fmt: skip
    save(revision, people.author, later, title_en="Other")
    assert status(revision) == BEHIND
    assert drafts.attest(revision, "fr", by=people.translator_fr, now=later).still_valid


def test_an_urgent_publication_must_be_at_parity_too(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now, attest=False)
    with pytest.raises(NotAllowed) as refusal:
        transitions.publish_urgently(draft, by=people.publisher, now=now, reason="Flood")
    assert codes(refusal) == ["language_outdated", "language_outdated"]


def test_tampered_attestations_open_no_gate(people: People, now: datetime) -> None:
    reviewed = stages.at_stage(State.IN_REVIEW, people, now)
    with triggers_off():
        Attestation.objects.filter(edition=reviewed).update(source_digest="0" * 64)
    with pytest.raises(NotAllowed):
        transitions.publish_urgently(reviewed, by=people.publisher, now=now, reason="Flood")
