"""Checks of tables."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.advice.reading import Reading
from editorial.checks.advice.registry import Level, Spot, check
from editorial.checks.advice.texts import plain_words
from editorial.richtext.tree import Element


def cells(table: Element) -> list[list[Element]]:
    """The rows of a table, each with its cells."""
    rows: list[list[Element]] = []
    for child in table.children:
        if isinstance(child, str):
            continue
        if child.tag == "tr":
            rows.append([cell for cell in child.children if isinstance(cell, Element)])
        else:
            rows += cells(child)
    return rows


def _begins(table: Element) -> str:
    return " | ".join(plain_words(cell.children) for row in cells(table)[:1] for cell in row)


@check(
    "tables.headers",
    level=Level.REQUIRED,
    label=gettext_lazy("Tables without headers"),
    why=gettext_lazy(
        "In a cell, a screen reader says the header of its column or row; without one, a number is only a number."
    ),
    mend=gettext_lazy("Put the cursor into the table and choose “Column headers” or “Row headers”."),
    source="WCAG 2.2, 1.3.1",
)
def headers(reading: Reading) -> Iterator[Spot]:
    """Tables in which no cell is a header."""
    for text in reading.texts:
        for table in text.elements("table"):
            if not any(cell.tag == "th" for row in cells(table) for cell in row):
                yield Spot(text.path, text.language, _("This table has no headers."), _begins(table))


@check(
    "tables.caption",
    level=Level.ADVICE,
    label=gettext_lazy("Tables without a caption"),
    why=gettext_lazy("A caption tells what the table shows before anybody has to read it."),
    mend=gettext_lazy("Put the cursor into the table and choose “Caption of the table”."),
    source="WCAG 2.2, 1.3.1 (H39)",
)
def caption(reading: Reading) -> Iterator[Spot]:
    """Tables without a caption."""
    for text in reading.texts:
        for table in text.elements("table"):
            if not any(isinstance(child, Element) and child.tag == "caption" for child in table.children):
                yield Spot(text.path, text.language, _("This table has no caption."), _begins(table))
