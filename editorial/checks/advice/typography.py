"""Checks of the signs of each language."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.advice.reading import Reading
from editorial.checks.advice.registry import Level, Spot, check
from editorial.checks.advice.texts import Text, without_addresses

#: Times and proportions have colons of their own, as addresses have.
_RATIO = re.compile(r"\d:\d")
_FRENCH = re.compile(
    r"[^\s\u00a0\u202f!?;:«(…/][!?;:](?=[\s\u00a0\u202f»)]|$)|[ ][!?;:](?=\s|$)"
    r"|«(?![\u00a0\u202f])|(?<![\u00a0\u202f])»"
)
_UPSIDE_DOWN = {"?": "¿", "!": "¡"}


def _around(text: str, start: int) -> str:
    begin = max(0, text.rfind(" ", 0, max(0, start - 30)) + 1) if start > 30 else 0
    end = text.find(" ", start + 20)
    return text[begin : end if end > 0 else len(text)]


@check(
    "typography.french",
    level=Level.ADVICE,
    label=gettext_lazy("French signs without their no-break space"),
    why=gettext_lazy("Without it a sign can begin a line; with an ordinary space, too."),
    mend=gettext_lazy("Put a no-break space before : ; ? ! and », and after «."),
    source="Le guide du rédacteur (Bureau de la traduction), 6; Lexique de l’Imprimerie nationale",
)
def french(reading: Reading) -> Iterator[Spot]:
    """French double signs and quotation marks with no space or an ordinary one; one finding for each text."""
    for text, lines in _lines(reading, "fr"):
        for line in lines:
            found = _FRENCH.search(_RATIO.sub("xxx", without_addresses(line, lambda each: "x" * len(each))))
            if found:
                message = _("A no-break space is missing: %(words)s")
                excerpt = _around(line, found.start())
                yield Spot(text.path, "fr", message % {"words": found[0].strip()[-1]}, excerpt, basis=line)
                break


@check(
    "typography.spanish",
    level=Level.ADVICE,
    label=gettext_lazy("Spanish questions and exclamations without their first sign"),
    why=gettext_lazy("In Spanish the reader is told at the beginning that a question comes."),
    mend=gettext_lazy("Begin with ¿ or ¡."),
    source="Ortografía de la lengua española (RAE y ASALE), 2010",
)
def spanish(reading: Reading) -> Iterator[Spot]:
    """Spanish texts with more question or exclamation marks at ends than at beginnings."""
    for text, lines in _lines(reading, "es"):
        for line in lines:
            prose = without_addresses(line, lambda _each: "")
            if any(prose.count(last) > prose.count(first) for last, first in _UPSIDE_DOWN.items()):
                yield Spot(text.path, "es", _("The first sign is missing."), line)
                break


@check(
    "typography.straight",
    level=Level.ADVICE,
    label=gettext_lazy("Straight apostrophes and quotation marks"),
    why=gettext_lazy("They are signs of the typewriter; beside those of the other pages they look like a mistake."),
    mend=gettext_lazy("Use ’ for an apostrophe, and “ ” or « » for quotations."),
    source="The Canadian Style, 8; Le guide du rédacteur, 7",
)
def straight(reading: Reading) -> Iterator[Spot]:
    """Straight apostrophes within words, and straight quotation marks; one finding for each text."""
    for code in reading.languages:
        for text, lines in _lines(reading, code):
            for line in lines:
                # After a digit they are minutes and seconds, feet and inches.
                found = re.search(r"(?<=[^\W\d_])'(?=[^\W\d_])|(?<!\d)\"", line)
                if found:
                    message = _("A straight sign: %(sign)s") % {"sign": found[0]}
                    yield Spot(text.path, code, message, _around(line, found.start()), basis=line)
                    break


def _lines(reading: Reading, code: str) -> Iterator[tuple[Text, list[str]]]:
    for text in reading.texts:
        if text.language == code:
            yield text, [block.own_text for block in text.blocks if block.own_text]
