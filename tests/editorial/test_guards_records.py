"""Events, snapshots, sign-offs and addresses are only ever added; and no table of the record can be emptied."""

from datetime import datetime
from typing import Any

import pytest
from django.db import models

from editorial.models import Address, Attestation, Document, Edition, Event, Section, SignOff, Snapshot, Withdrawal
from tests.attacks import refused, rows, sql
from tests.editorial import stages
from tests.people import People
from tests.toy.models import Item, Note

#: Model and, for each, an innocent-looking change.
RECORDS: dict[type[models.Model], dict[str, Any]] = {
    Event: {"reason": "Other"},
    Snapshot: {"content": {}},
    SignOff: {"remark": "Other"},
    Address: {"path": "notes/other"},
}


@pytest.mark.parametrize("model", list(RECORDS))
def test_rows_are_only_added(model: type[models.Model], people: People, now: datetime) -> None:
    stages.live(people, now)
    table, there = model._meta.db_table, model._default_manager.all()
    before = list(there.values())
    assert before
    with refused("append-only"):
        there.update(**RECORDS[model])
    with refused("append-only"):
        there.delete()
    with refused("append-only"):
        there.first().save()
    with refused("append-only"):
        there.first().delete()
    with refused("append-only"):
        there.bulk_update(list(there), list(RECORDS[model]))
    column = next(iter(RECORDS[model]))
    with refused("append-only"):
        sql(f"UPDATE {table} SET {column} = {column}")
    with refused("append-only"):
        sql(f"DELETE FROM {table}")
    assert list(there.values()) == before


@pytest.mark.parametrize(
    "model",
    [*RECORDS, Edition, Document, Note, Item, Section, Attestation, Withdrawal],
    ids=lambda model: model.__name__,
)
def test_no_table_of_the_record_can_be_emptied(model: type[models.Model], people: People, now: datetime) -> None:
    table = model._meta.db_table
    with refused("cannot be truncated"):
        sql(f"TRUNCATE {table} CASCADE")
    with refused("cannot be truncated|foreign key"):
        sql(f"TRUNCATE {table}, editorial_event, editorial_signoff CASCADE")


def test_a_document_with_editions_cannot_be_deleted(people: People, now: datetime) -> None:
    edition = stages.live(people, now)
    with refused("violates foreign key|protected foreign keys"):
        edition.document.delete()
    with refused("foreign key"):
        sql("DELETE FROM editorial_document WHERE id = %s", edition.document_id)
        sql("SET CONSTRAINTS ALL IMMEDIATE")


def test_people_and_parties_of_the_record_stay(people: People, now: datetime) -> None:
    """Else the record would name nobody."""
    stages.live(people, now)
    for table, row, words in (
        ("editorial_user", people.author, "foreign key"), ("editorial_party", people.ca, "it stays"),
    ):  # fmt: skip
        with refused(words):
            sql(f"DELETE FROM {table} WHERE id = %s", row.pk)
            sql("SET CONSTRAINTS ALL IMMEDIATE")


def test_an_address_is_allotted_once(people: People, now: datetime) -> None:
    edition = stages.live(people, now, slug="taken")
    other = Document.objects.create(kind="note", owner=people.author)
    with refused("editorial_address_never_reused"):
        Address.objects.create(language="en", path="notes/taken-en", document=other)
    with refused("editorial_address_never_reused"):
        sql("INSERT INTO editorial_address (language, path, document_id) VALUES ('en', 'notes/taken-en', %s)", other.pk)
    assert Address.objects.filter(document=edition.document).count() == 3


def test_no_trigger_of_ours_has_a_bypass(db: None) -> None:
    """Neither a function that asks for a setting, nor a trigger that is switched off."""
    functions = rows("SELECT prosrc FROM pg_proc WHERE proname LIKE 'pgtrigger_%'")
    assert len(functions) > 30
    assert [source for (source,) in functions if "pgtrigger.ignore" in source] == []
    assert rows("SELECT tgname FROM pg_trigger WHERE tgname LIKE 'pgtrigger_%' AND tgenabled <> 'O'") == []
