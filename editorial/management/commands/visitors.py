"""`manage.py visitors expire`: erase the words of what has been dealt with, and what the rate limit counted."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from editorial.base import clock
from editorial.visitors import comments, limits, problems


class Command(BaseCommand):
    help = "Look after what visitors said."

    def add_arguments(self, parser: ArgumentParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        expire = actions.add_parser("expire", help="Erase the words of handled reports and refused comments.")
        expire.add_argument(
            "--days", type=int, default=settings.VISITOR_RETENTION_DAYS, help="How long they are kept after that."
        )

    def handle(self, *args: Any, action: str, days: int, **options: Any) -> None:
        now = clock.now()
        reports = problems.expire(now=now, days=days)
        refused = comments.expire(now=now, days=days)
        limits.forget(now=now)
        self.stdout.write(f"Erased the words of {reports} reports and {refused} comments.")
