"""The digest covers everything that an edition says, and nothing but that."""

import hashlib
import json
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial.content import canonical, digests, kept, kinds
from editorial.models import Attachment, Document, Edition, Figure, Section, Snapshot
from editorial.states import State
from editorial.workflow import drafts, transitions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.attacks import triggers_off
from tests.editorial import stages
from tests.people import People
from tests.toy.models import Item, Note

FILE = {"title_en": "File", "file": "a.pdf", "media_type": "application/pdf", "sha256": "a" * 64, "size": 1}


def full(people: People, now: datetime) -> Note:
    """A note that says something everywhere."""
    about = stages.live(people, now, slug="about").document
    fields = {
        "motto": builders.texts("Motto"), "day": "2021-03-01", "about": str(about.uuid), "minor": False,
        "change_note": builders.texts("Note"),
    }  # fmt: skip
    parts = {
        "section": [builders.section("One"), builders.section("Two")],
        "item": [{"text": builders.texts("Item"), "amount": "1.50"}],
        "figure": [{"label": builders.texts("Figure"), "value": "23.0000", "as_of": "2021-01-01"}],
    }
    note: Note = builders.make_note(people, now, slug="full", fields=fields, parts=parts)
    return note


def test_it_is_sha_256_of_canonical_json(people: People, now: datetime) -> None:
    note = full(people, now)
    says = canonical.content_of(note)
    spelled = json.dumps(digests.essential(says), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    assert note.digest == digests.digest(says) == hashlib.sha256(spelled).hexdigest()
    assert says["kind"] == "note"
    assert says["fields"]["title"] == {"en": "Full en", "fr": "Full fr", "es": "Full es"}
    assert says["fields"]["day"] == "2021-03-01"
    assert says["parts"]["item"][0]["amount"] == "1.50"
    assert [row["heading"]["fr"] for row in says["parts"]["section"]] == ["One fr", "Two fr"]


def change_edition(**values: Any) -> Callable[[Note], Any]:
    return lambda note: Note.objects.filter(pk=note.pk).update(**values)


def change_part(model: type[Any], **values: Any) -> Callable[[Note], Any]:
    return lambda note: model.objects.filter(pk=model.objects.filter(edition=note).first().pk).update(**values)


def other_document(note: Note) -> None:
    Note.objects.filter(pk=note.pk).update(about=Document.objects.create(kind="note", owner_id=note.created_by_id))


def swap_sections(note: Note) -> None:
    first, second = Section.objects.filter(edition=note)
    Section.objects.filter(pk=first.pk).update(position=second.position + 1)


LANGUAGES = ("en", "fr", "es")
CHANGES: dict[str, Callable[[Note], Any]] = {
    **{
        f"{field}_{code}": change_edition(**{f"{field}_{code}": "other"})
        for field in ("title", "slug", "summary", "change_note", "motto")
        for code in LANGUAGES
    },
    "minor": change_edition(minor=True),
    "source_language": change_edition(source_language="fr"),
    "excepted_languages": change_edition(excepted_languages=["es"]),
    "day": change_edition(day=date(2021, 3, 2)),
    "no day": change_edition(day=None),
    "about": other_document,
    **{f"heading_{code}": change_part(Section, **{f"heading_{code}": "Other"}) for code in LANGUAGES},
    **{f"body_{code}": change_part(Section, **{f"body_{code}": "<p>Other</p>"}) for code in LANGUAGES},
    **{f"item_{code}": change_part(Item, **{f"text_{code}": "Other"}) for code in LANGUAGES},
    "item amount": change_part(Item, amount=Decimal("1.51")),
    "no item amount": change_part(Item, amount=None),
    "figure value": change_part(Figure, value=Decimal("23.0001")),
    "figure unit": change_part(Figure, unit_es="km"),
    "figure as of": change_part(Figure, as_of=date(2021, 1, 2)),
    "figure valid until": change_part(Figure, valid_until=date(2022, 7, 1)),
    "figure source": change_part(Figure, source_en="Embassy"),
    "order": swap_sections,
    "key": change_part(Item, key="00000000-0000-0000-0000-000000000001"),
    "part more": lambda note: Item.objects.create(edition=note, text_en="More"),
    "part less": lambda note: Item.objects.filter(edition=note).delete(),
}


@pytest.mark.parametrize("what", list(CHANGES))
def test_anything_changes_it(what: str, people: People, now: datetime) -> None:
    note = full(people, now)
    CHANGES[what](note)
    assert digests.digest(canonical.content_of(note)) != note.digest


def test_every_field_was_tried() -> None:
    """So that a field added to the toy is added above too."""
    tried = " ".join(CHANGES)
    for field in canonical.own_fields(Note):
        assert field in tried, field


def test_how_it_goes_its_way_is_no_content(people: People, now: datetime) -> None:
    """State, versions, people and moments come and go; positions count only by their order."""
    note = full(people, now)
    Edition.objects.filter(pk=note.pk).update(version=9, changed_at=now.replace(year=2030), changed_by=people.publisher)
    for section in Section.objects.filter(edition=note):
        Section.objects.filter(pk=section.pk).update(position=section.position * 10 + 5)
    published = builders.publish(note, people, now)
    assert digests.digest(canonical.content_of(published)) == note.digest


@pytest.mark.parametrize(
    "values", [{"sha256": "b" * 64}, {"size": 2}, {"file": "b.pdf"}, {"title_fr": "Autre"}, {"language": "fr"}]
)
def test_files_count_by_their_hash(values: dict[str, Any], people: People, now: datetime) -> None:
    """A page of the real subject, since the toy has no attachments."""
    page = builders.make_page(people, now)
    with drafts.edit(page, by=people.author, now=now) as draft:
        Attachment.objects.create(edition=draft, **FILE)
    before = builders.fresh(page).digest
    Attachment.objects.filter(edition=page).update(**values)
    assert digests.digest(canonical.content_of(page)) != before


def test_one_statement_reads_it_all(people: People, now: datetime) -> None:
    note = full(people, now)
    kind = kinds.get_kind("note")
    with CaptureQueriesContext(
        connection,
    ) as few:
        canonical.load(kind, note.pk)
    Item.objects.bulk_create([Item(edition=note, text_en=str(number)) for number in range(50)])
    with CaptureQueriesContext(connection) as many:
        assert len(canonical.load(kind, note.pk)["parts"]["item"]) == 51
    assert (len(few), len(many)) == (1, 1)


def test_no_such_edition(db: None) -> None:
    with pytest.raises(Edition.DoesNotExist):
        canonical.load(kinds.get_kind("note"), 0)


def codes(refusal: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [reason.code for reason in refusal.value.reasons]


def test_signing_refuses_another_digest(people: People, now: datetime) -> None:
    """The reviewer's screen showed another text."""
    draft = builders.make_note(people, now)
    old = draft.digest
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.day = now.date()
        row.save()
    reviewed = transitions.submit(draft, by=people.author, now=now)
    for digest in (old, "", "0" * 64):
        with pytest.raises(NotAllowed) as refusal:
            transitions.sign_off(reviewed, by=people.reviewer_ca, now=now, digest=digest)
        assert codes(refusal) == ["digest"]
    assert builders.fresh(draft).state == State.IN_REVIEW


@pytest.mark.parametrize(
    "tamper",
    [
        lambda note: Note.objects.filter(pk=note.pk).update(title_fr="Autre"),
        lambda note: Note.objects.filter(pk=note.pk).update(motto_es="Otro"),
        lambda note: Section.objects.filter(edition=note).update(body_en="<p>Other</p>"),
        lambda note: Section.objects.filter(edition=note).delete(),
        lambda note: Item.objects.create(edition_id=note.pk, text_en="Slipped in"),
    ],
)  # fmt: skip
def test_publishing_refuses_what_was_not_signed(
    tamper: Callable[[Edition], Any], people: People, now: datetime
) -> None:
    """Even the owner of the tables cannot slip a word in between signature and publication."""
    approved = builders.approve(builders.make_note(people, now), people, now)
    with triggers_off():
        tamper(approved)
    for publish in (
        lambda: transitions.publish(approved, by=people.publisher, now=now),
        lambda: transitions.schedule(approved, by=people.publisher, now=now, at=now.replace(year=now.year + 1)),
    ):
        with pytest.raises(NotAllowed) as refusal:
            publish()
        assert codes(refusal) == ["digest"]
    with pytest.raises(NotAllowed) as refusal:
        transitions.publish_urgently(approved, by=people.publisher, now=now, reason="Flood")
    assert "digest" in codes(refusal)
    assert builders.fresh(approved).state == State.APPROVED


def test_submitting_refuses_what_no_save_recorded(people: People, now: datetime) -> None:
    """Somebody wrote to a draft past the engine; who did it is not on record."""
    draft = builders.make_note(people, now)
    Note.objects.filter(pk=draft.pk).update(day=now.date())
    with pytest.raises(NotAllowed) as refusal:
        transitions.submit(draft, by=people.author, now=now)
    assert codes(refusal) == ["digest"]
    with drafts.edit(draft, by=people.author, now=now):
        pass  # a save takes it on, under the name of whoever saves
    transitions.submit(draft, by=people.author, now=now)


@pytest.mark.parametrize("column", ["title_fr", "motto_es"])
def test_nobody_signs_rows_that_are_not_what_was_submitted(column: str, people: People, now: datetime) -> None:
    """The digest on the reviewer's screen is still that of the edition: only the rows behind it were changed."""
    waiting = stages.at_stage(State.IN_REVIEW, people, now)
    with triggers_off():
        Note.objects.filter(pk=waiting.pk).update(**{column: "Secretariat of War"})
    with pytest.raises(NotAllowed) as refusal:
        transitions.sign_off(waiting, by=people.reviewer_ca, now=now, digest=waiting.digest)
    assert [reason.code for reason in refusal.value.reasons] == ["digest"]
    assert "Recall" in str(refusal.value)
    assert not waiting.signoffs.exists()


def test_nobody_confirms_rows_that_are_not_what_was_published(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    live = transitions.publish_urgently(draft, by=people.publisher, now=now, reason="Flood")
    with triggers_off():
        Note.objects.filter(pk=live.pk).update(title_fr="Secretariat of War")
    with pytest.raises(NotAllowed) as refusal:
        transitions.confirm(live, by=people.reviewer_ca, now=now)
    assert [reason.code for reason in refusal.value.reasons] == ["digest"]
    assert builders.fresh(live).awaits_confirmation


def test_a_snapshot_that_was_altered_vouches_for_nothing(people: People, now: datetime) -> None:
    """Of a digest of version 1 the snapshot is the witness, so it is held against the digest itself."""
    waiting = stages.at_stage(State.IN_REVIEW, people, now)
    content = canonical.content_of(waiting)
    old = digests.digest_of_kept(content)
    Snapshot.objects.create(digest=old, content=content, stored_at=now)
    assert kept.is_digest_of(old, 1, content)
    altered = {**content, "fields": {**content["fields"], "minor": True}}
    assert not kept.is_digest_of(old, 1, altered)
    with triggers_off():
        Snapshot.objects.filter(pk=old).update(content=altered)
    assert not kept.is_digest_of(old, 1, altered)
