"""`manage.py checks_doc`: write docs/checks.md from the registry of checks, or check that it is up to date."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from editorial.checks.advice import run  # noqa: F401  # registers the checks
from editorial.checks.advice.registry import Check, Level, all_checks

_HEAD = """# The checks of content

Made from `editorial/checks/advice/` by `make checks`; the build fails when this page is stale.

While a draft is being written, the list “Checks” below its form says what is wrong and where; it follows what is typed.
Each finding leads to its field and explains itself.

- **To be mended**: the edition cannot be submitted for review before. What each kind of content must have (a date,
  parties, a free address…) stands in the same list; those rules are in `editorial/checks/requirements.py` and
  `cooperation/requirements.py`.
- **Advice** holds nothing up. It can be waived with a reason by whoever writes in that language. Reviewers see what is
  open, what was waived, by whom and why. A waiver holds for later editions too, until the text that it is about
  changes.

`manage.py check_content` runs all checks over all documents (`--kind page`, `--live`). Links to other sites are looked
at by a worker (setting `LINK_CHECKS`, see deploy.md); the page “Broken links” in the admin lists those that the public
meets.
"""
_TITLES = {
    Level.REQUIRED: "## To be mended before review",
    Level.ADVICE: "## Advice",
}


def as_markdown() -> str:
    """The page docs/checks.md, in English, whatever language is active."""
    with translation.override("en"):
        blocks = [_HEAD]
        for level in Level:
            blocks.append(f"{_TITLES[level]}\n")
            blocks += [_entry(each) for each in all_checks() if each.level == level]
        return "\n".join(blocks)


def _entry(check: Check) -> str:
    lines = [f"### {check.label}", "", f"`{check.name}`" + (f" · {check.source}" if check.source else ""), ""]
    lines += [f"{check.why}", "", f"*How to mend it:* {check.mend}", ""]
    return "\n".join(lines)


class Command(BaseCommand):
    help = "Write docs/checks.md from the registry of checks."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="Only say whether the page is up to date.")

    def handle(self, *args: Any, check: bool = False, **options: Any) -> None:
        """Raises CommandError when `--check` finds the page stale."""
        path = Path(settings.BASE_DIR) / "docs" / "checks.md"
        wanted = as_markdown()
        if check:
            if not path.exists() or path.read_text() != wanted:
                raise CommandError("docs/checks.md is stale. Run `make checks`.")
            return
        path.write_text(wanted)
        self.stdout.write(f"Wrote {path.relative_to(settings.BASE_DIR)}.")
