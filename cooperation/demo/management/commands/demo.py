"""`manage.py demo`: fill an empty site with the demo, through the real workflow."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cooperation.demo import load, people
from cooperation.demo.files import ContentError
from editorial.base import clock


class Command(BaseCommand):
    """Make the demo's people and documents, once."""

    help = "Fill an empty site with the demo: people of both parties and content in three languages."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--password",
            default="",
            help="The password of everybody in the demo. Where LOCAL is set there is a well-known one.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        password = options["password"] or (people.PASSWORD if settings.LOCAL else "")
        if not password:
            raise CommandError("This is no local site: choose the demo's password with --password.")
        try:
            outcome = load.load(now=clock.now().replace(microsecond=0), password=password)
        except load.NotEmpty as problem:
            raise CommandError(f"{problem} The demo needs an empty site.") from problem
        except ContentError as problem:
            raise CommandError(f"cooperation/demo/content/{problem}") from problem
        if not outcome.made:
            self.stdout.write(f"The demo is there already ({outcome.documents} documents); nothing was changed.")
            return
        self.stdout.write(f"The demo is ready: {outcome.documents} documents. Log in at /admin/ as:\n\n")
        for person in people.read_cast():
            name = f"{person.first_name} {person.last_name}"
            role = f"{person.role}, {person.party}" if person.party else person.role
            self.stdout.write(f"  {person.username:<15} {name:<40} {role:<16} reads {person.language}")
        shown = password if password == people.PASSWORD else "the one you chose"
        self.stdout.write(f"\nPassword of everybody: {shown}")
