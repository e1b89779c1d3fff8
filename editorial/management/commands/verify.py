"""`manage.py verify`: whether what is served is what was signed."""

import os
from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from editorial.verification import heads as kept_heads
from editorial.verification import run
from editorial.verification.difference import Difference
from editorial.verification.heads import ChainHeads


class Command(BaseCommand):
    help = "Recompute everything that is, was or will be public, name what differs, change nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--head", default="", help="A hash of the record of editions that was kept elsewhere.")
        parser.add_argument("--administration-head", default="", help="The same of the record of administration.")
        parser.add_argument(
            "--fresh", action="store_true", help="Begin anew, though an unfinished run could be gone on with."
        )

    def run_from_argv(self, argv: list[str]) -> None:
        """Run as a process of its own, which gives way to those that serve the site."""
        os.nice(10)
        super().run_from_argv(argv)

    def handle(
        self, *args: Any, head: str, administration_head: str, fresh: bool, verbosity: int, **options: Any
    ) -> None:
        """Raises CommandError, and so exits with 1, when something differs."""
        known = kept_heads.read()
        heads = ChainHeads(head or known.events, administration_head or known.administration)
        looked: Counter[str] = Counter()

        def report(name: str, count: int, differences: list[Difference]) -> None:
            if verbosity > 1:
                self.stderr.write(f"{name}: {count}")
            looked[name] = count
            for each in differences:
                where = f"edition {each.edition}: " if each.edition else ""
                self.stdout.write(f"{where}{each.sentence}")

        done = run.verify(clock=timezone.now, heads=heads, fresh=fresh, report=report)
        differences = done.differences.count()
        counts = ", ".join(f"{name} {count}" for name, count in looked.items())
        if differences:
            raise CommandError(f"{differences} differences ({counts}).")
        self.stdout.write(f"Everything is as it was signed ({counts}).")
