"""`manage.py database_roles`: the two roles of PostgreSQL with which a real site runs (docs/deploy.md)."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from editorial.guards import database_roles


class Command(BaseCommand):
    help = (
        "Make the role that owns the tables and the role of the site, and grant each what it needs. Run it as a "
        "superuser of"
        " PostgreSQL; it may be run again."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--owner", default="entente_owner", help="Who owns the tables and migrates.")
        parser.add_argument("--site", default="entente_site", help="As whom the site and the worker run.")

    def handle(self, *args: Any, owner: str, site: str, **options: Any) -> None:
        """Raises CommandError where a role cannot be made or is not fit."""
        try:
            database_roles.make_roles(owner=owner, site=site)
        except database_roles.UnsuitableRole as problem:
            raise CommandError(str(problem)) from problem
        except DatabaseError as problem:
            raise CommandError(f"{str(problem).strip()}. Run this as a superuser of PostgreSQL.") from problem
        self.stdout.write(
            f"{owner} owns the tables: let `migrate` and commands of administrators use it. {site} is for the site and"
            " the worker.\nNew roles have no password: give them one with \\password in psql."
        )
