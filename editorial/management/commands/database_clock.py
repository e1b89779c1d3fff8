"""`manage.py database_clock`: whether the database's clock is Entente's own, and putting it right."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from editorial.base import clock
from editorial.guards import clock_functions, past


class Command(BaseCommand):
    help = (
        "Say whether the functions by which the database tells the time are right, and how far this machine's clock is "
        "off."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--put-right", action="store_true", help="Put them right; needs the owner of the tables.")

    def handle(self, *args: Any, put_right: bool, **options: Any) -> None:
        """Raises CommandError where they are wrong."""
        if put_right:
            past.put_right()
        with connection.cursor() as cursor:
            cursor.execute(clock_functions.FIND)
            found = cursor.fetchall()
        if missing := clock_functions.missing(found):
            raise CommandError(clock_functions.not_migrated(missing))
        if wrong := clock_functions.wrong(found):
            raise CommandError(clock_functions.refusal(wrong))
        seconds = clock.ahead().total_seconds()
        self.stdout.write(f"The clock of the database is right; it is {seconds:+.3f} s ahead of this machine's.")
