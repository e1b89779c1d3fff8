"""`manage.py bench_load N`: publish N documents through the engine and say how long each took."""

import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cooperation.demo import bulk
from editorial.base import clock


class Command(BaseCommand):
    """Make many documents of an ordinary size, for measuring."""

    help = "Publish N pages of three languages at about 8 kB of text each, through the real workflow."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("count", type=int, metavar="N", help="How many documents to make.")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.LOCAL:
            raise CommandError(
                "What this publishes can never be taken out again; it runs on a local site (LOCAL=1) only."
            )
        count = options["count"]
        if count < 1:
            raise CommandError("N is at least 1.")
        begin, cpu = time.perf_counter(), time.process_time()
        bulk.load(count, now=clock.now())
        wall, cpu = time.perf_counter() - begin, time.process_time() - cpu
        self.stdout.write(
            f"{count} documents in {wall:.1f} s: {wall / count * 1000:.1f} ms each, "
            f"of which {cpu / count * 1000:.1f} ms CPU in this process."
        )
