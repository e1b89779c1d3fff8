"""Checks of headings."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.advice.reading import Reading
from editorial.checks.advice.registry import Level, Spot, check
from editorial.checks.advice.texts import Block, Role, plain_words
from editorial.richtext.tree import Element

_STRUCTURE = "WCAG 2.2, 1.3.1"
#: A paragraph in bold up to this many characters looks like a heading.
_SHORT = 100
#: A line with so many letters, in two words or more, is no abbreviation.
_LETTERS = 8
_HEADINGS = ("h3", "h4")


@check(
    "headings.order",
    level=Level.REQUIRED,
    label=gettext_lazy("Headings that skip a level"),
    why=gettext_lazy(
        "Screen readers list the headings of a page as its contents; a skipped level looks like a part that is missing."
    ),
    mend=gettext_lazy(
        "Make the first heading of a text a “Heading”, and only those below it “Smaller heading”. "
        "Give the section a heading of its own before you put headings into its text."
    ),
    source=_STRUCTURE,
)
def order(reading: Reading) -> Iterator[Spot]:
    """A smaller heading without a heading above it, or a heading in a text that has none above itself."""
    for text in reading.texts:
        seen = "h2" if text.headed else "h1"
        for element in text.elements(*_HEADINGS):
            if int(element.tag[1]) > int(seen[1]) + 1:
                message = (
                    _("A heading stands in a section that has no heading itself.")
                    if seen == "h1"
                    else _("A smaller heading stands where no heading is above it.")
                )
                yield Spot(text.path, text.language, message, plain_words(element.children))
                break
            seen = element.tag


@check(
    "headings.nothing_under",
    level=Level.ADVICE,
    label=gettext_lazy("Headings with nothing under them"),
    why=gettext_lazy("A heading promises a text."),
    mend=gettext_lazy("Write the text, or remove the heading."),
    source=_STRUCTURE,
)
def nothing_under(reading: Reading) -> Iterator[Spot]:
    """Headings at the end of a text, or right before another of the same level or above."""
    for text in reading.texts:
        if not text.elements(*_HEADINGS):
            continue
        tops = [child for child in text.root.children if isinstance(child, Element)]
        for element, after in zip(tops, [*tops[1:], None], strict=True):
            if element.tag in _HEADINGS and (after is None or (after.tag in _HEADINGS and after.tag <= element.tag)):
                yield Spot(
                    text.path, text.language, _("Nothing stands under this heading."), plain_words(element.children)
                )


@check(
    "headings.capitals",
    level=Level.ADVICE,
    label=gettext_lazy("Headings and titles in capitals"),
    why=gettext_lazy("Capitals are slower to read; some screen readers spell them out; accents get lost."),
    mend=gettext_lazy("Write it in small letters; how it looks is for the site to decide."),
    source="Microsoft Writing Style Guide, Capitalization; BDL (OQLF), Majuscules",
)
def capitals(reading: Reading) -> Iterator[Spot]:
    """Lines all in capitals."""
    for text in reading.texts:
        lines = [plain_words(element.children) for element in text.elements(*_HEADINGS)]
        if text.role in (Role.TITLE, Role.LINE):
            lines = [text.value]
        for line in lines:
            letters = [letter for letter in line if letter.isalpha()]
            if len(letters) >= _LETTERS and len(line.split()) > 1 and line.upper() == line:
                yield Spot(text.path, text.language, _("This is written in capitals."), line)


@check(
    "headings.bold",
    level=Level.ADVICE,
    label=gettext_lazy("Bold lines in the place of headings"),
    why=gettext_lazy("What only looks like a heading is missing from the contents that screen readers offer."),
    mend=gettext_lazy("Make it a heading, or let it be a sentence."),
    source=_STRUCTURE,
)
def bold(reading: Reading) -> Iterator[Spot]:
    """Short paragraphs all in bold with a text after them."""
    for text in reading.texts:
        if text.role != Role.RICH or "<p><strong>" not in text.value:
            continue
        for block in text.blocks[:-1]:
            if _looks_like_a_heading(block):
                yield Spot(text.path, text.language, _("This line looks like a heading and is none."), block.text)


def _looks_like_a_heading(block: Block) -> bool:
    if block.tag != "p" or block.inside or len(block.text) > _SHORT or re.search(r"[.:;,!?…][»”\")]*$", block.text):
        return False
    return all(isinstance(node, Element) and node.tag == "strong" for node in block.nodes)
