"""`manage.py audit verify` and `manage.py audit head`: trust in the record without trust in its keeper."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from editorial.models import AdministrationEvent, Event
from editorial.staff import admin_log
from editorial.workflow import audit


class Command(BaseCommand):
    help = "Verify the chains of events and of administration, or print a head for keeping elsewhere."

    def add_arguments(self, parser: ArgumentParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        verify = actions.add_parser("verify", help="Name every line that was altered, taken out or slipped in.")
        verify.add_argument("--head", default="", help="A hash printed by `audit head` earlier and kept elsewhere.")
        verify.add_argument(
            "--administration-head",
            default="",
            help="The same of the record of administration (`audit head --administration`).",
        )
        head = actions.add_parser("head", help="Print the number and the hash of the last line.")
        head.add_argument("--administration", action="store_true", help="Of the record of administration.")

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        """Raises CommandError, and so exits with 1, when a chain has a fault."""
        if action == "head":
            last = admin_log.head() if options["administration"] else audit.head()
            self.stdout.write(f"{last.pk} {last.hash}" if last else f"0 {audit.GENESIS}")
            return
        faults = 0
        for fault in admin_log.verify(head=options["administration_head"]):
            faults += 1
            self.stdout.write(f"The record of administration, line {fault.line}: {fault.what}: {fault.detail}")
        for fault in audit.verify(head=options["head"]):
            faults += 1
            self.stdout.write(f"line {fault.line}: {fault.what}: {fault.detail}")
        lines, administered = Event.objects.count(), AdministrationEvent.objects.count()
        if faults:
            raise CommandError(
                f"{faults} faults in a chain of {lines} lines and a record of administration of {administered}."
            )
        self.stdout.write(f"The chain of {lines} lines is whole.")
        self.stdout.write(f"The record of administration of {administered} lines is whole.")
