"""The dumped database, migrated to the present, in the place of the tests' usual one."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection, transaction

from editorial.base.files import store
from editorial.models import Address, Document, Edition, Event, GlossaryTerm, Release, Remark, SignOff, Snapshot, User
from tests.upgrade.restoring import ATTACHED, restored

#: What each table held before, where the migrations must neither add nor take away.
KEPT = (Address, Document, Edition, Event, GlossaryTerm, Release, Remark, SignOff, Snapshot, User)
Counts = dict[str, int]


@pytest.fixture(scope="package")
def before(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counts]:
    """The database migrated, with its files, in the place of the usual one; gives the rows that each table had."""
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        usual = connection.settings_dict["NAME"]
        with restored(f"{usual}_upgraded") as name:
            connection.close()
            patch.setitem(connection.settings_dict, "NAME", name)
            ContentType.objects.clear_cache()
            counts = {model._meta.db_table: rows(model._meta.db_table) for model in KEPT}
            try:
                call_command("migrate", verbosity=0)
                yield counts
            finally:
                connection.close()
                patch.undo()
                ContentType.objects.clear_cache()


@pytest.fixture(autouse=True)
def migrated(before: Counts, django_db_blocker: Any, settings: Any, tmp_path: Path) -> Iterator[None]:
    """Every test finds the migrated database as it was, and the files that belong to it."""
    settings.MEDIA_ROOT = tmp_path
    content = ATTACHED.read_bytes()
    with django_db_blocker.unblock(), transaction.atomic():
        with ATTACHED.open("rb") as attached:
            default_storage.save(store.stored_name(hashlib.sha256(content).hexdigest()), attached)
        yield
        transaction.set_rollback(True)


def rows(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        found: int = cursor.fetchone()[0]
        return found
