"""Pages of `docs/` that are made from the code, and the check that they are up to date."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError


class GeneratedPageCommand(BaseCommand):
    """Write `docs/<page>.md`, or with `--check` raise CommandError where it is stale. `make <page>` runs it."""

    page = ""
    #: Makes the page as it should be, in English, whatever language is active.
    as_markdown: Callable[[], str]

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="Only say whether the page is up to date.")

    def handle(self, *args: Any, check: bool = False, **options: Any) -> None:
        """Raises CommandError when `--check` finds the page stale."""
        path = Path(settings.BASE_DIR) / "docs" / f"{self.page}.md"
        wanted = self.as_markdown()
        if not check:
            path.write_text(wanted)
            self.stdout.write(f"Wrote {path.relative_to(settings.BASE_DIR)}.")
        elif not path.exists() or path.read_text() != wanted:
            raise CommandError(f"docs/{self.page}.md is stale. Run `make {self.page}`.")
