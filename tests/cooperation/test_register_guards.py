"""What is said in a kind of the register is held still by the database once it was handed in, in raw SQL as well."""

from datetime import datetime
from typing import Any

import pytest
from django.db import connection

from cooperation.kinds import KINDS
from editorial.content.canonical import part_name
from editorial.models import Part
from editorial.workflow import transitions
from tests.attacks import refused
from tests.cooperation import register
from tests.people import People

pytestmark = pytest.mark.django_db

HELD = "edition that is not a draft cannot change"


def execute(statement: str, *params: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)


def parts_of(kind: str) -> list[type[Part]]:
    model = next(one for one in KINDS if one.key == kind)
    return [part for part in model.parts if part_name(part) in register.PARTS[kind] or part_name(part) == "othername"]


@pytest.mark.parametrize("kind", register.KINDS)
def test_columns_and_parts_of_what_was_submitted(kind: str, people: People, now: datetime) -> None:
    edition = transitions.submit(register.draft(kind, people, now), by=people.author, now=now)
    model = next(one for one in KINDS if one.key == kind).model
    table = model._meta.db_table
    for field in model._meta.local_fields:
        if field.name != "edition_ptr":
            with refused(HELD):
                execute(
                    f'UPDATE "{table}" SET "{field.column}" = "{field.column}" WHERE edition_ptr_id = %s', edition.pk
                )
    with refused(HELD):
        execute(f'DELETE FROM "{table}" WHERE edition_ptr_id = %s', edition.pk)
    execute("SET CONSTRAINTS ALL IMMEDIATE")  # nothing is pending on a table that is about to be emptied
    for part in parts_of(kind):
        name = part._meta.db_table
        assert part._default_manager.filter(edition=edition.pk).exists()
        with refused(HELD):
            execute(f'UPDATE "{name}" SET position = position + 1 WHERE edition_id = %s', edition.pk)
        with refused(HELD):
            execute(f'DELETE FROM "{name}" WHERE edition_id = %s', edition.pk)
        with refused("cannot be truncated"):
            execute(f'TRUNCATE "{name}"')


@pytest.mark.parametrize("value", ["2004-1", "04", "2004-10x05", "yesterday", ""])
def test_a_date_of_no_shape(value: str, people: People, now: datetime) -> None:
    edition = register.draft("mechanism", people, now)
    for column in ("launched_on", "relaunched_on"):
        with refused("check constraint"):
            execute(f'UPDATE cooperation_mechanism SET "{column}" = %s WHERE edition_ptr_id = %s', value, edition.pk)
