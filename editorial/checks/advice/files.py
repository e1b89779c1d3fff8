"""Checks of files: what stands in the place of what somebody cannot see or open."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.advice.reading import Reading
from editorial.checks.advice.registry import Level, Spot, check

_NAME = re.compile(r"\S+\.[A-Za-z][A-Za-z0-9]{1,4}|(?:IMG|DSC|PXL|Scan|image|photo)[-_ ]?\d+", re.IGNORECASE)


@check(
    "files.title",
    level=Level.REQUIRED,
    label=gettext_lazy("Files and pictures without words for what they are"),
    why=gettext_lazy(
        "The title is the link to the file, and all that somebody knows who cannot see it. "
        "Pictures within texts are not possible, so the title is a picture’s alternative text."
    ),
    mend=gettext_lazy(
        "Write what the file is, such as “Map of the border crossings”, not what it is called on a disk."
    ),
    source="WCAG 2.2, 1.1.1, 2.4.4",
)
def title(reading: Reading) -> Iterator[Spot]:
    """Titles that are the name of a file, or nothing."""
    for row in reading.files:
        for code in reading.languages:
            said = (row["title"].get(code) or "").strip()
            path = f"attachment/{row['key']}/title"
            if not said and code == reading.source:
                yield Spot(path, code, _("This file has no title."), str(row["file"]))
            elif said and (said == row["file"] or _NAME.fullmatch(said)):
                yield Spot(path, code, _("The title is only the name of the file."), said)
