"""`manage.py checks_doc`: write docs/checks.md from the registry of checks, or check that it is up to date."""

from django.utils import translation

from editorial.checks.advice import run  # noqa: F401  # registers the checks
from editorial.checks.advice.registry import Check, Level, all_checks
from editorial.management.generated_page import GeneratedPageCommand

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


class Command(GeneratedPageCommand):
    help = "Write docs/checks.md from the registry of checks."
    page = "checks"
    as_markdown = staticmethod(as_markdown)
