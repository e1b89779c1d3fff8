"""The check for languages that are built differently: what is a list of four here and of three there."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.base import languages
from editorial.checks.advice.reading import Reading
from editorial.checks.advice.registry import Level, Spot, check
from editorial.checks.advice.tables import cells
from editorial.checks.advice.texts import Role, Text
from editorial.richtext.tree import Element


def shape(text: Text) -> dict[str, list[Any]]:
    """What a rich text is built of: headings, the lengths of its lists, sizes of its tables, links, paragraphs."""
    counted = Counter(block.tag for block in text.blocks)
    lists = [
        sum(1 for child in element.children if isinstance(child, Element) and child.tag == "li")
        for element in text.elements("ul", "ol")
    ]
    tables = [(len(cells(table)), max(map(len, cells(table)), default=0)) for table in text.elements("table")]
    return {
        "headings": [counted["h3"], counted["h4"]],
        "lists": lists,
        "tables": tables,
        "links": [len(text.anchors)],
        "paragraphs": [counted["p"]],
    }


@check(
    "structure.differs",
    level=Level.ADVICE,
    label=gettext_lazy("Languages that are built differently"),
    why=gettext_lazy(
        "Where one language has a list of four and another of three, something was lost or added in translation."
    ),
    mend=gettext_lazy("Compare the two texts side by side and bring them in line."),
)
def differs(reading: Reading) -> Iterator[Spot]:
    """Translations with other headings, lists, tables, links or paragraphs than the source."""
    for source, text in reading.pairs():
        if text.role != Role.RICH:
            continue
        there, here = shape(source), shape(text)
        found = [_words(name, here[name], there[name]) for name in here if here[name] != there[name]]
        if found:
            message = _("Otherwise than in %(language)s: %(differences)s.")
            values = {"language": languages.name(source.language), "differences": "; ".join(found)}
            # Waived for this shape and that: a word that changes later changes nothing about it.
            yield Spot(text.path, text.language, message % values, text.plain, basis=f"{here} {there}")


def _words(name: str, here: list[Any], there: list[Any]) -> str:
    sentence = {
        "headings": _("headings %(here)s, there %(there)s"),
        "lists": _("lists of %(here)s, there %(there)s"),
        "tables": _("tables of %(here)s, there %(there)s"),
        "links": _("links %(here)s, there %(there)s"),
        "paragraphs": _("paragraphs %(here)s, there %(there)s"),
    }[name]
    return sentence % {"here": _count(name, here), "there": _count(name, there)}


def _count(name: str, values: list[Any]) -> str:
    if name == "headings":
        return str(sum(values)) if not values[1] else f"{values[0]} + {values[1]}"
    if name == "tables":
        return ", ".join(f"{rows} × {columns}" for rows, columns in values) or "0"
    return ", ".join(map(str, values)) or "0"
