"""`manage.py search rebuild`: rebuild the search index from what is published."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from editorial.models import SearchEntry, SearchWord
from editorial.search import index


class Command(BaseCommand):
    help = "Rebuild the search index, while the site runs, or tell how it stands."

    def add_arguments(self, parser: ArgumentParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        actions.add_parser("rebuild", help="Index every published edition again; searches go on meanwhile.")
        actions.add_parser("status", help="Tell how much is indexed, and whether anything is missing.")

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        if action == "rebuild":
            done = index.rebuild(lambda count: self.stdout.write(f"{count} editions …"))
            self.stdout.write(f"{done} editions are indexed.")
            return
        missing = index.missing_from_index().count()
        self.stdout.write(
            f"{SearchEntry.objects.count()} entries, {SearchWord.objects.count()} words, {missing} editions to index."
        )
