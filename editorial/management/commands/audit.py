"""`manage.py audit verify` and `manage.py audit head`: trust in the record without trust in its keeper."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from editorial.models import Event
from editorial.staff import admin_log
from editorial.workflow import audit


class Command(BaseCommand):
    help = "Verify the chain of events, or print its head for keeping elsewhere."

    def add_arguments(self, parser: ArgumentParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        verify = actions.add_parser("verify", help="Name every line that was altered, taken out or slipped in.")
        verify.add_argument("--head", default="", help="A hash printed by `audit head` earlier and kept elsewhere.")
        actions.add_parser("head", help="Print the number and the hash of the last line.")

    def handle(self, *args: Any, action: str, head: str = "", **options: Any) -> None:
        """Raises CommandError, and so exits with 1, when the chain has a fault."""
        if action == "head":
            last = audit.head()
            self.stdout.write(f"{last.pk} {last.hash}" if last else f"0 {audit.GENESIS}")
            return
        for fault in admin_log.verify():
            raise CommandError(f"The record of administration, line {fault.line}: {fault.what}: {fault.detail}")
        faults = 0
        for fault in audit.verify(head=head):
            faults += 1
            self.stdout.write(f"line {fault.line}: {fault.what}: {fault.detail}")
        lines = Event.objects.count()
        if faults:
            raise CommandError(f"{faults} faults in a chain of {lines} lines.")
        self.stdout.write(f"The chain of {lines} lines is whole.")
