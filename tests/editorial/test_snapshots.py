"""Every save keeps its text; any of them can be compared and put back; a stale save changes nothing."""

from datetime import datetime
from typing import Any

import pytest
from django.db import transaction

from editorial.comparison import by_language
from editorial.content import canonical, digests, kept, kinds
from editorial.models import Document, Edition, Event, Section, Snapshot
from editorial.states import State, Verb
from editorial.workflow import drafts, transitions
from editorial.workflow.drafts import Stale
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.editorial import stages
from tests.people import People
from tests.toy.models import Item


def save(edition: Edition, people: People, now: datetime, *, version: int | None = None, **values: Any) -> None:
    """The author changes some columns."""
    with drafts.edit(edition, by=people.author, now=now, version=version) as row:
        for name, value in values.items():
            setattr(row, name, value)
        row.save()


def test_every_save_keeps_a_snapshot(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    for word in ("One", "Two", "Three"):
        save(draft, people, now, title_en=word)
        fresh = builders.fresh(draft)
        snapshot = Snapshot.objects.get(pk=fresh.digest)
        assert snapshot.content == digests.essential(canonical.content_of(fresh))
        assert kept.content_of(snapshot) == digests.completed(canonical.content_of(fresh))
        assert snapshot.content["fields"]["title"]["en"] == word
        assert snapshot.stored_at == now
    saved = [event.digest for event in draft.events.order_by("-id")]
    assert len(set(saved)) == 4
    assert set(saved) <= set(Snapshot.objects.values_list("digest", flat=True))


def test_a_save_tells_what_it_touched(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    save(draft, people, now, title_fr="Neuf", title_es="Nuevo")
    event = Event.objects.filter(edition=draft, verb=Verb.SAVE).get()
    assert event.data == {"languages": ["es", "fr"], "shared": False}
    save(draft, people, now, day=now.date())
    assert Event.objects.filter(edition=draft, verb=Verb.SAVE).last().data == {"languages": [], "shared": True}


def test_saving_the_same_stores_nothing(people: People, now: datetime, later: datetime) -> None:
    draft = builders.make_note(people, now)
    counts = Snapshot.objects.count(), Event.objects.count()
    before = Edition.objects.filter(pk=draft.pk).values().get()
    save(draft, people, later)
    save(draft, people, later, title_en=f"  {draft.title_en}\u200b ", slug_fr=draft.slug_fr)
    with drafts.edit(draft, by=people.second_author, now=later) as row:
        for section in row.sections.all():
            section.body_fr = f"{section.body_fr}<script>alert(1)</script>"
            section.save()
    assert (Snapshot.objects.count(), Event.objects.count()) == counts
    assert Edition.objects.filter(pk=draft.pk).values().get() == before


def test_the_same_text_is_kept_once(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    first = builders.fresh(draft).digest
    save(draft, people, now, title_en="Other")
    save(draft, people, now, title_en=draft.title_en)
    assert builders.fresh(draft).digest == first
    assert Snapshot.objects.filter(pk=first).count() == 1
    assert Event.objects.filter(edition=draft, digest=first, verb__in=[Verb.CREATE, Verb.SAVE]).count() == 2


def many_parts(word: str) -> dict[str, list[dict[str, Any]]]:
    return {
        "section": [builders.section(f"{word} {number}") for number in range(3)],
        "item": [{"text": builders.texts(f"{word} {number}"), "amount": f"{number}.50"} for number in range(3)],
        "figure": [{"label": builders.texts(word), "value": "23", "as_of": "2021-01-01", "unit": {"fr": "projets"}}],
    }


def test_restoring_gives_the_very_same_digest(people: People, now: datetime) -> None:
    about = stages.live(people, now, slug="about").document
    draft = builders.make_note(
        people, now, parts=many_parts("First"), fields={"day": "2020-02-29", "about": str(about.uuid)}
    )
    first = builders.fresh(draft)
    says = canonical.content_of(first)
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.title_fr, row.day, row.about, row.source_language = "Autre", None, None, "fr"
        row.save()
        sections = list(row.sections.all())
        sections[0].delete()
        Section.objects.filter(pk=sections[2].pk).update(position=0, heading_en="Moved")
        Section.objects.filter(pk=sections[1].pk).update(position=7)
        row.items.all().delete()
        Item.objects.create(edition=row, text_en="New")
        row.figures.update(value=24)
    second = builders.fresh(draft)
    assert second.digest != first.digest
    assert drafts.restore(draft, Snapshot.objects.get(pk=first.digest), by=people.second_author, now=now)
    restored = builders.fresh(draft)
    assert restored.digest == first.digest
    # No text and an empty one are the same.
    assert digests.completed(canonical.content_of(restored)) == digests.completed(says)
    assert restored.version == second.version + 1
    event = Event.objects.filter(edition=draft).last()
    assert (event.verb, event.by, event.reason) == (Verb.RESTORE, people.second_author, first.digest)
    drafts.restore(draft, Snapshot.objects.get(pk=second.digest), by=people.author, now=now)
    assert builders.fresh(draft).digest == second.digest


def test_restoring_what_is_there_changes_nothing(people: People, now: datetime) -> None:
    draft = builders.fresh(builders.make_note(people, now))
    before = Event.objects.count()
    assert not drafts.restore(draft, Snapshot.objects.get(pk=draft.digest), by=people.author, now=now)
    assert Event.objects.count() == before
    assert builders.fresh(draft).version == draft.version


def test_whoever_restores_has_a_hand_in_it(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    first = draft.digest
    save(draft, people, now, title_en="Other")
    drafts.restore(draft, Snapshot.objects.get(pk=first), by=people.second_author, now=now)
    assert permissions.contributors(draft) == {people.author.pk, people.second_author.pk}


def test_a_reference_that_is_gone_becomes_empty(people: People, now: datetime) -> None:
    gone = Document.objects.create(kind="note", owner=people.author)
    draft = builders.make_note(people, now, fields={"about": str(gone.uuid)})
    first = draft.digest
    save(draft, people, now, about=None)
    gone.delete()
    assert not drafts.restore(draft, Snapshot.objects.get(pk=first), by=people.author, now=now)
    row = kinds.get_kind("note").model.objects.get(pk=draft.pk)
    assert row.about is None


@pytest.mark.parametrize("state", [state for state in State if state != State.DRAFT])
def test_only_a_draft_is_restored_or_saved(state: State, people: People, now: datetime) -> None:
    edition = stages.at_stage(state, people, now)
    snapshot = Snapshot.objects.get(pk=edition.digest)
    with pytest.raises(NotAllowed) as refusal:
        drafts.restore(edition, snapshot, by=people.author, now=now)
    assert [reason.code for reason in refusal.value.reasons] == ["state"]
    with pytest.raises(NotAllowed):
        save(edition, people, now, title_en="New")


def test_a_stale_save_changes_nothing(people: People, now: datetime) -> None:
    draft = builders.fresh(builders.make_note(people, now))
    opened = draft.version
    save(draft, people, now, title_en="Mine")
    mine = builders.fresh(draft)
    counts = Snapshot.objects.count(), Event.objects.count()
    with pytest.raises(Stale) as stale:
        save(draft, people, now, version=opened, title_en="Theirs")
    assert stale.value.edition.title_en == "Mine"
    assert stale.value.edition.version == mine.version
    assert (Snapshot.objects.count(), Event.objects.count()) == counts
    with pytest.raises(Stale):
        drafts.restore(draft, Snapshot.objects.get(pk=draft.digest), by=people.author, now=now, version=opened)
    save(draft, people, now, version=mine.version, title_en="Theirs")
    assert builders.fresh(draft).title_en == "Theirs"


def test_every_move_makes_an_open_form_stale(people: People, now: datetime) -> None:
    """Somebody took it to review and back while the form was open."""
    draft = builders.fresh(builders.make_note(people, now))
    transitions.recall(transitions.submit(draft, by=people.author, now=now), by=people.author, now=now)
    with pytest.raises(Stale), drafts.edit(draft, by=people.author, now=now, version=draft.version):
        pass


def test_a_newer_version_with_the_text_that_was_opened_is_not_stale(people: People, now: datetime) -> None:
    """Somebody attested a translation while the form was open: nobody changed what its person reads."""
    draft = builders.fresh(builders.make_note(people, now, attest=False))
    drafts.attest(draft, "fr", by=people.translator_fr, now=now)
    assert draft.version == builders.fresh(draft).version
    earlier = draft.version - 1

    def begin(version: int, digest: str) -> drafts.Session:
        with transaction.atomic():
            return drafts.begin(draft.pk, by=people.author, now=now, version=version, digest=digest)

    assert begin(earlier, draft.digest).edition.version == draft.version
    for version, digest in ((earlier, ""), (earlier, "0" * 64)):
        with pytest.raises(Stale):
            begin(version, digest)
    save(draft, people, now, title_en="Other")
    with pytest.raises(Stale):
        begin(earlier, draft.digest)


def test_a_session_attests_what_it_has_just_committed(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    with transaction.atomic():
        session = drafts.begin(draft.pk, by=people.author, now=now)
        session.edition.title_en = "Other"
        session.edition.save()
        assert session.commit()
        attestation = session.attest("fr")
    row = builders.fresh(draft)
    assert attestation.source_digest == canonical.language_digest(canonical.content_of(row), "en")
    assert (row.version, row.language_status["fr"]) == (session.edition.version, "current")


def test_what_goes_wrong_within_undoes_the_save(people: People, now: datetime) -> None:
    draft = builders.fresh(builders.make_note(people, now))

    def half_a_save() -> None:
        with drafts.edit(draft, by=people.author, now=now) as row:
            row.title_en = "Half"
            row.save()
            raise OSError("The disk is full.")

    with pytest.raises(OSError, match="disk is full"):
        half_a_save()
    assert builders.fresh(draft).title_en == draft.title_en
    assert digests.digest(canonical.content_of(draft)) == draft.digest


def test_two_contents_are_compared(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    before = canonical.content_of(draft)
    save(draft, people, now, summary_es="Otro")
    after = canonical.content_of(draft)
    found = by_language.changes_by_language(before, after)
    assert (found.languages, found.shared) == (frozenset({"es"}), False)
    same = by_language.changes_by_language(after, after)
    assert (same.languages, same.shared) == (frozenset(), False)
    moved = {**after, "parts": {**after["parts"], "section": []}}
    assert by_language.changes_by_language(after, moved).shared


def test_discarded_texts_are_still_there(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DISCARDED, people, now)
    assert Snapshot.objects.get(pk=edition.digest).content["fields"]["title"]["en"] == edition.title_en
