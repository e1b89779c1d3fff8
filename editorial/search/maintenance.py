"""After `migrate`, what was published before there was a search, or by older rules of it, is indexed."""

from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.models.signals import post_migrate


def _after_migrate(sender: Any, using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    executor = MigrationExecutor(connections[using])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        # Only a part of the tables was migrated; the rest will come, and this again.
        return
    from editorial.search import index

    index.complete()


def connect() -> None:
    """Complete the index after every `migrate`; where nothing is missing, that is one question."""
    from django.apps import apps

    post_migrate.connect(_after_migrate, sender=apps.get_app_config("editorial"), dispatch_uid="editorial.search")
