"""Checks of what lists and search engines show of a document."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.advice.reading import Reading
from editorial.checks.advice.registry import Level, Spot, check

#: Characters that a list of search results shows of a title and of a summary.
TITLE, SUMMARY = 60, 130
#: French and Spanish take about a fifth more letters to say the same; a shorter text would say less.
ROOM = {"fr": 1.2, "es": 1.2}


def _longer(reading: Reading, name: str, limit: int) -> Iterator[Spot]:
    for text in reading.by_path.get(name, {}).values():
        room = round(limit * ROOM.get(text.language, 1))
        if len(text.value) > room:
            message = _("%(length)s characters; up to %(limit)s are shown in lists.")
            yield Spot(name, text.language, message % {"length": len(text.value), "limit": room}, text.value)


@check(
    "title.long",
    level=Level.ADVICE,
    label=gettext_lazy("Long titles"),
    why=gettext_lazy("Search engines cut a title after about 60 characters; on a phone it fills the screen."),
    mend=gettext_lazy("Begin with the words that readers look for, and leave out what the page itself says."),
    source="GOV.UK, Writing for GOV.UK: titles",
)
def title(reading: Reading) -> Iterator[Spot]:
    """Titles of more than 60 characters."""
    return _longer(reading, "title", TITLE)


@check(
    "summary.long",
    level=Level.ADVICE,
    label=gettext_lazy("Long summaries"),
    why=gettext_lazy("Lists and search engines cut a summary after about 130 characters."),
    mend=gettext_lazy("Say in one sentence what the page holds; the rest belongs in the text."),
    source="GOV.UK, Writing for GOV.UK: summaries",
)
def summary(reading: Reading) -> Iterator[Spot]:
    """Summaries of more than 130 characters."""
    return _longer(reading, "summary", SUMMARY)
