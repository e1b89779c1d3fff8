"""Whether each language says what the source says: missing, outdated, current; attestations; the gate; exceptions."""

from datetime import datetime
from typing import Any

import pytest
from django.test import override_settings

from editorial import drafts, rules, transitions
from editorial.models import Attestation, Edition, Event, Section
from editorial.rules import Case, NotAllowed
from editorial.states import State, Verb
from tests import builders
from tests.attacks import triggers_off
from tests.editorial import stages
from tests.people import People
from tests.toy.models import Item, Note

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


# Exceptions


def grant(edition: Edition, people: People, now: datetime, language: str = "es", **values: Any) -> None:
    drafts.grant_exception(edition, language, **{"by": people.publisher, "now": now, "reason": "To follow", **values})


def test_an_exception_opens_the_gate(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now, attest=False, fields={"title": {"en": "Title", "fr": "Titre"}})
    drafts.attest(draft, "fr", by=people.translator_fr, now=now)
    before = builders.fresh(draft)
    grant(draft, people, now)
    after = builders.fresh(draft)
    assert after.excepted_languages == ["es"]
    assert (after.version, after.digest) == (draft.version, draft.digest)
    assert after.version == before.version + 1
    assert after.digest != before.digest, "reviewers sign the exception too"
    event = Event.objects.filter(edition=draft).last()
    assert (event.verb, event.by, event.reason) == (Verb.GRANT_EXCEPTION, people.publisher, "To follow")
    assert event.data == {"language": "es"}
    live = builders.publish(draft, people, now)
    assert list(Edition.objects.live(now).in_language("es")) == []
    assert list(Edition.objects.live(now).in_language("fr")) == [live]
    assert {address.language for address in live.document.addresses.all()} == {"en", "fr"}


def test_whoever_grants_it_wrote_nothing(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    grant(draft, people, now)
    assert people.publisher.pk not in rules.contributors(draft)
    assert builders.publish(draft, people, now).published_by == people.publisher


def test_it_ends_with_the_next_revision(people: People, now: datetime, later: datetime) -> None:
    draft = builders.make_note(people, now, attest=False, fields={"title": {"en": "Title", "fr": "Titre"}})
    drafts.attest(draft, "fr", by=people.translator_fr, now=now)
    grant(draft, people, now)
    revision = transitions.revise(builders.publish(draft, people, now), by=people.author, now=later)
    assert revision.excepted_languages == []
    assert revision.language_status == {"en": "current", "fr": "current", "es": "missing"}
    with pytest.raises(NotAllowed):
        transitions.submit(revision, by=people.author, now=later)


def test_it_can_be_ended(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    before = builders.fresh(draft).digest
    grant(draft, people, now)
    drafts.end_exception(draft, "es", by=people.administrator, now=now)
    assert builders.fresh(draft).excepted_languages == []
    assert builders.fresh(draft).digest == before
    assert Event.objects.filter(edition=draft).last().verb == Verb.END_EXCEPTION


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"reason": " "}, "reason"),
        ({"reason": ""}, "reason"),
        ({"language": "en"}, "source"),
        ({"language": "xx"}, "language"),
    ],
)
def test_what_an_exception_needs(values: dict[str, Any], code: str, people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    with pytest.raises(NotAllowed) as refusal:
        grant(draft, people, now, **values)
    assert codes(refusal) == [code]
    assert builders.fresh(draft).excepted_languages == []


@pytest.mark.parametrize("who", ["author", "translator_es", "reviewer_ca", "outsider"])
def test_who_grants_none(who: str, people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    with pytest.raises(NotAllowed) as refusal:
        grant(draft, people, now, by=getattr(people, who))
    assert codes(refusal) == ["permission"]


def test_an_exception_never_slips_in_with_a_text(people: People, now: datetime) -> None:
    """Neither in a save, nor in a new document, nor by putting back a text of the time when there was one."""
    draft = builders.make_note(people, now)
    for by in (people.author, people.superuser):
        with pytest.raises(NotAllowed) as refusal:
            save(draft, by, now, excepted_languages=["es"])
        assert codes(refusal) == ["exception"]
    with pytest.raises(NotAllowed):
        builders.make_note(people, now, slug="other", fields={"excepted_languages": ["es"]})
    grant(draft, people, now)
    with_exception = drafts.saves(draft).first().digest
    drafts.end_exception(draft, "es", by=people.publisher, now=now)
    save(draft, people.author, now, title_en="Other")
    from editorial.models import Snapshot

    drafts.restore(draft, Snapshot.objects.get(pk=with_exception), by=people.author, now=now)
    restored = builders.fresh(draft)
    assert restored.excepted_languages == []
    assert restored.title_en != "Other"


def test_the_source_cannot_become_a_language_that_is_left_out(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    grant(draft, people, now)
    with pytest.raises(NotAllowed) as refusal:
        save(draft, people.author, now, source_language="es")
    assert codes(refusal) == ["source"]
    assert builders.fresh(draft).source_language == "en"


# Translators


def test_a_translator_writes_one_language(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    with drafts.edit(draft, by=people.translator_fr, now=now) as row:
        row.title_fr, row.slug_fr, row.motto_fr = "Autre", "autre", "Devise"
        row.save()
        row.sections.update(body_fr="<p>Autre</p>")
    fresh = builders.fresh(draft)
    assert (fresh.title_fr, fresh.slug_fr) == ("Autre", "autre")
    assert Event.objects.filter(edition=draft).last().data == {"languages": ["fr"], "shared": False}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda row: Note.objects.filter(pk=row.pk).update(title_es="Otro"), "language"),
        (lambda row: Note.objects.filter(pk=row.pk).update(slug_en="other"), "language"),
        (lambda row: Note.objects.filter(pk=row.pk).update(title_fr="Autre", motto_en="Other"), "language"),
        (lambda row: row.sections.update(heading_es="Otro"), "language"),
        (lambda row: Note.objects.filter(pk=row.pk).update(day="2021-01-01"), "shared"),
        (lambda row: Note.objects.filter(pk=row.pk).update(minor=True), "shared"),
        (lambda row: Note.objects.filter(pk=row.pk).update(source_language="fr"), "shared"),
        (lambda row: Section.objects.create(edition=row, heading_fr="Neuf", position=9), "shared"),
        (lambda row: row.sections.all().delete(), "language"),
        (lambda row: Item.objects.filter(edition=row).update(amount="9.00"), "shared"),
        (lambda row: Item.objects.filter(edition=row, position=0).update(position=7), "shared"),
    ],
)  # fmt: skip
def test_a_translator_changes_nothing_else(change: Any, code: str, people: People, now: datetime) -> None:
    items = [{"text": builders.texts(word), "amount": "1.00"} for word in ("One", "Two")]
    draft = builders.make_note(people, now, parts={"section": [builders.section()], "item": items})
    before = builders.fresh(draft)
    events = Event.objects.count()
    with pytest.raises(NotAllowed) as refusal, drafts.edit(draft, by=people.translator_fr, now=now) as row:
        change(row)
    assert codes(refusal) == [code]
    assert Event.objects.count() == events
    after = builders.fresh(draft)
    assert (after.digest, after.version) == (before.digest, before.version)
    from editorial import content

    assert content.digest(content.of(after)) == before.digest


def test_a_translator_attests_their_own_language(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now, attest=False)
    with pytest.raises(NotAllowed) as refusal:
        drafts.attest(draft, "es", by=people.translator_fr, now=now)
    assert codes(refusal) == ["language"]
    assert rules.problems(Verb.ATTEST, Case(draft, people.translator_fr, now, language="fr")) == []


def test_whoever_writes_nothing_attests_nothing(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now, attest=False)
    for by in (people.reviewer_ca, people.publisher, people.outsider):
        with pytest.raises(NotAllowed) as refusal:
            drafts.attest(draft, "fr", by=by, now=now)
        assert codes(refusal) == ["permission"]


# Revisions


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
