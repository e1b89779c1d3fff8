"""The check for text that was left in the language that it came from."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.base import languages
from editorial.checks.advice.reading import Reading
from editorial.checks.advice.registry import Level, Spot, check
from editorial.checks.advice.texts import WORD

#: Words from which on the same text in two languages is no name and no list of names.
_WORDS = 8


@check(
    "language.left",
    level=Level.ADVICE,
    label=gettext_lazy("Text left from another language"),
    why=gettext_lazy("Readers meet a paragraph that they cannot read, and screen readers pronounce it wrongly."),
    mend=gettext_lazy(
        "Translate it. If it is meant to stand in the other language, mark it as a passage in that language."
    ),
    source="WCAG 2.2, 3.1.2",
)
def left(reading: Reading) -> Iterator[Spot]:
    """Paragraphs of a translation that say the same as the source, word for word."""
    for source, text in reading.pairs():
        if (f"{text.part}.{text.name}" if text.part else text.name) in reading.kind.names:
            continue  # a name stays a name
        there = {block.own_text for block in source.blocks if len(WORD.findall(block.own_text)) >= _WORDS}
        for block in text.blocks if there else ():
            if block.own_text in there:
                message = _("This is the same as in %(language)s.") % {"language": languages.name(source.language)}
                yield Spot(text.path, text.language, message, block.own_text)
