"""The database holds content still once it was handed in: columns, parts, attestations;
and it keeps what was public."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any

import pgtrigger
import pytest

from editorial.content import canonical, kinds
from editorial.guards import editions
from editorial.models import Attachment, Attestation, Edition, Figure, Section
from editorial.states import State
from tests import builders
from tests.attacks import refused, rows, sql
from tests.editorial import stages
from tests.people import People
from tests.toy.models import Item, Note

HELD = "edition that is not a draft cannot change"
FROZEN = [state for state in State if state != State.DRAFT]
FILE = {
    "title_en": "File",
    "title_fr": "Fichier",
    "title_es": "Archivo",
    "file": "a.pdf",
    "media_type": "application/pdf",
}
PARTS: dict[type, dict[str, Any]] = {
    Section: {"heading_en": "Other"},
    Item: {"text_en": "Other", "amount": Decimal("2.00")},
    Figure: {"label_en": "Other", "value": 2},
    Attachment: {**FILE, "sha256": "b" * 64, "size": 2},
}


def with_parts(state: State, people: People, now: datetime) -> Edition:
    """A note in `state` with one part of every model."""
    parts = {
        "section": [builders.section()],
        "item": [{"text": builders.texts("Item"), "amount": "1.00"}],
        "figure": [{"label": builders.texts("Figure"), "value": "1"}],
    }
    return stages.at_stage(state, people, now, parts=parts)


@pytest.mark.parametrize("state", FROZEN)
def test_columns_of_the_edition(state: State, people: People, now: datetime) -> None:
    edition = stages.at_stage(state, people, now)
    changes: dict[str, Any] = {
        "title": "New", "title_en": "New", "title_fr": "Neuf", "title_es": "Nuevo", "slug": "new", "slug_en": "new",
        "slug_fr": "neuf", "slug_es": "nuevo", "summary": "New", "summary_en": "New", "summary_fr": "Neuf",
        "summary_es": "Nuevo", "change_note": "New", "change_note_en": "New", "change_note_fr": "Neuf",
        "change_note_es": "Nuevo", "minor": True, "source_language": "fr", "excepted_languages": ["es"],
        "digest": "0" * 64, "language_status": {}, "based_on_id": edition.pk, "changed_by_id": people.publisher.pk,
        "changed_at": now.replace(year=2001),
    }  # fmt: skip
    for column, value in changes.items():
        with refused(HELD):
            Edition.objects.filter(pk=edition.pk).update(**{column: value})
    with refused(HELD):
        sql("UPDATE editorial_edition SET title_en = 'New' WHERE id = %s", edition.pk)


def test_every_column_of_the_edition_is_content_or_named_as_bookkeeping() -> None:
    """A column that somebody adds is held unless they say otherwise."""
    columns = {field.column for field in Edition._meta.local_concrete_fields}
    assert set(editions.BOOKKEEPING) <= columns
    assert not set(editions.BOOKKEEPING) & {
        name
        for field in canonical.EDITION_FIELDS
        for name in (field, *(f"{field}_{code}" for code in ("en", "fr", "es")))
    }


@pytest.mark.parametrize("state", FROZEN)
def test_columns_of_the_kind(state: State, people: People, now: datetime) -> None:
    edition = stages.at_stage(state, people, now)
    for values in ({"motto_en": "New"}, {"motto_es": "Nuevo"}, {"day": now.date()}, {"about": edition.document}):
        with refused(HELD):
            Note.objects.filter(pk=edition.pk).update(**values)
    with refused(HELD):
        sql("UPDATE toy_note SET motto_en = 'New' WHERE edition_ptr_id = %s", edition.pk)
    with refused(HELD):
        sql("DELETE FROM toy_note WHERE edition_ptr_id = %s", edition.pk)


@pytest.mark.parametrize("state", FROZEN)
def test_parts(state: State, people: People, now: datetime) -> None:
    edition = with_parts(state, people, now)
    before = canonical.content_of(edition)
    for model, values in PARTS.items():
        table = model._meta.db_table
        with refused(HELD):
            model.objects.create(edition=edition, **values)
        with refused(HELD):
            model.objects.bulk_create([model(edition=edition, **values)])
        if model is Attachment:
            continue
        there = model.objects.filter(edition=edition)
        with refused(HELD):
            there.update(position=9)
        with refused(HELD):
            there.update(**values)
        with refused(HELD):
            there.get().save()
        with refused(HELD):
            there.delete()
        with refused(HELD):
            sql(f"UPDATE {table} SET position = 9 WHERE edition_id = %s", edition.pk)
        with refused(HELD):
            sql(f"DELETE FROM {table} WHERE edition_id = %s", edition.pk)
        with refused(HELD):
            sql(f"INSERT INTO {table} SELECT * FROM {table} WHERE edition_id = %s", edition.pk)
    assert canonical.content_of(edition) == before


def test_a_file_cannot_be_swapped(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    file = Attachment.objects.create(edition=draft, sha256="a" * 64, size=1, **FILE)
    # The toy kind has no attachments, so its digest does not know of this one; the guard does all the same.
    builders.approve(draft, people, now)
    with refused(HELD):
        Attachment.objects.filter(pk=file.pk).update(sha256="b" * 64)


@pytest.mark.parametrize("state", FROZEN)
def test_a_part_cannot_move_between_editions(state: State, people: People, now: datetime) -> None:
    held = with_parts(state, people, now)
    draft = builders.make_note(people, now, slug="other", parts={"item": [{"text": builders.texts("Item")}]})
    with refused(HELD):
        Item.objects.filter(edition=draft).update(edition=held)
    with refused(HELD):
        Item.objects.filter(edition=held).update(edition=draft)
    with refused(HELD):
        sql("UPDATE editorial_section SET edition_id = %s WHERE edition_id = %s", draft.pk, held.pk)
    with refused(HELD):
        sql("UPDATE toy_note SET edition_ptr_id = %s WHERE edition_ptr_id = %s", held.pk, draft.pk)


@pytest.mark.parametrize("state", FROZEN)
def test_attestations(state: State, people: People, now: datetime) -> None:
    edition = stages.at_stage(state, people, now)
    given = Attestation.objects.filter(edition=edition, language="fr")
    with refused(HELD):
        given.update(source_digest="0" * 64)
    with refused(HELD):
        given.delete()
    with refused(HELD):
        sql(
            "INSERT INTO editorial_attestation (edition_id, language, source_digest, still_valid, at, by_id)"
            " VALUES (%s, 'en', %s, false, now(), %s)",
            edition.pk, "0" * 64, people.author.pk,
        )  # fmt: skip


def test_an_attestation_per_language(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    with refused("editorial_attestation_one_per_language"):
        Attestation.objects.create(edition=draft, language="fr", source_digest="0" * 64, at=now, by=people.author)


def test_a_key_names_one_part(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    key = Section.objects.get(edition=draft).key
    with refused("editorial_section_key"):
        Section.objects.create(edition=draft, key=key)


def test_content_does_not_change_in_the_statement_that_recalls(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.APPROVED, people, now)
    with refused(HELD):
        sql(
            "UPDATE editorial_edition SET state = 'draft', title_en = 'New', signed_digest = '' WHERE id = %s",
            edition.pk,
        )


@pytest.mark.parametrize("state", list(State))
def test_no_edition_with_a_history_can_be_deleted(state: State, people: People, now: datetime) -> None:
    """A published one is refused by its own guard, every other by the events that tell of it."""
    edition = stages.at_stage(state, people, now)
    ways: list[Callable[[], Any]] = [
        edition.delete,
        Edition.objects.filter(pk=edition.pk).delete,
        lambda: sql("DELETE FROM editorial_edition WHERE id = %s", edition.pk),
        lambda: sql("DELETE FROM editorial_document WHERE id = %s", edition.document_id),
    ]
    for way in ways:
        with refused("deleted|protected|foreign key"):
            way()
            sql("SET CONSTRAINTS ALL IMMEDIATE")
    assert Edition.objects.filter(pk=edition.pk).exists()


def test_a_published_edition_is_refused_by_name(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.PUBLISHED, people, now)
    with refused("published edition cannot be deleted"):
        Edition.objects.filter(pk=edition.pk)._raw_delete("default")


def test_the_library_s_switch_opens_no_door(people: People, now: datetime) -> None:
    """django-pgtrigger can be told to ignore triggers for a while; ours do not listen."""
    edition = stages.at_stage(State.PUBLISHED, people, now)
    ignored = "{" + ",".join(trigger.get_pgid(model) for model, trigger in pgtrigger.registered()) + "}"
    with pgtrigger.ignore(), refused(HELD):
        Edition.objects.filter(pk=edition.pk).update(title_en="New")
    with pgtrigger.ignore("editorial.Edition:content_of_draft", "editorial.Section:content_of_draft"), refused(HELD):
        Section.objects.filter(edition=edition).update(position=3)
    with refused(HELD):
        sql("SELECT set_config('pgtrigger.ignore', %s, true)", ignored)
        sql("UPDATE editorial_edition SET title_en = 'New' WHERE id = %s", edition.pk)


def test_every_table_of_content_is_guarded(db: None) -> None:
    """A part or a kind that forgets its triggers is noticed here, and in the database itself."""
    guarded = {
        table
        for (table,) in rows(
            "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE 'pgtrigger_content_of_draft%'"
        )
    }
    models = {model for kind in kinds.all_kinds() for model in (kind.model, *kind.parts)} | {Attachment, Attestation}
    assert {model._meta.db_table for model in models} <= guarded
