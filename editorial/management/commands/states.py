"""`manage.py states`: write docs/states.md from the table of transitions, or check that it is up to date."""

from django.utils import translation

from editorial import states
from editorial.management.generated_page import GeneratedPageCommand


def as_markdown() -> str:
    """The page docs/states.md, made from `editorial.states.TRANSITIONS`."""
    with translation.override("en"):
        rows = [
            f"| `{row.verb.value}` | {row.verb.label} | {_names(row.sources)} | {_names(row.targets)} |"
            f" `{row.permission}` |"
            for row in states.TRANSITIONS.values()
        ]
    return "\n".join(
        [
            "# The states of an edition",
            "",
            "Made from `editorial/states.py` by `make states`; the build fails when this page is stale.",
            "",
            "```mermaid",
            states.as_mermaid().rstrip(),
            "```",
            "",
            "| verb | button | from | to | permission |",
            "| --- | --- | --- | --- | --- |",
            *rows,
            "",
            "*Scheduled*, *live*, *superseded* and *withdrawn* are not states: they follow from the live period of a",
            "published edition and the clock. So a scheduled edition goes live at its exact second and no job runs.",
            "",
            "What a verb needs beside state and permission is in `editorial/workflow/rules/permissions.py`; "
            "a new edition is always a draft.",
            "",
        ]
    )


def _names(found: tuple[states.State, ...]) -> str:
    return ", ".join(f"`{state.value}`" for state in found)


class Command(GeneratedPageCommand):
    help = "Write docs/states.md from the table of transitions."
    page = "states"
    as_markdown = staticmethod(as_markdown)
