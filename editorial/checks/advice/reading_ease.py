"""Checks of how easy a text is to read: a formula of its own for each language, and sentences that are too long."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.advice import syllables
from editorial.checks.advice.reading import Reading
from editorial.checks.advice.registry import Level, Spot, check
from editorial.checks.advice.texts import WORD, Role, Text

#: Below so many words a formula says more about chance than about the text.
FEWEST_WORDS = 100


@dataclass(frozen=True)
class Formula:
    """Ease = `base` − `sentence` × words per sentence − `syllable` × syllables per word; 0 to 100, higher is easier.

    A text below `hard` is very hard to read by the formula's own scale.
    """

    name: str
    base: float
    sentence: float
    syllable: float
    hard: float

    def ease(self, words: int, sentences: int, syllables_: int) -> float:
        """The ease of a text of so many words, sentences and syllables; none of them may be zero."""
        return self.base - self.sentence * words / sentences - self.syllable * syllables_ / words


#: Flesch (1948); Kandel and Moles (1958); Szigriszt Pazos (1993) with the INFLESZ scale of Barrio-Cantalejo (2008).
FORMULAS = {
    "en": Formula("Flesch", 206.835, 1.015, 84.6, hard=10),
    "fr": Formula("Kandel–Moles", 207.0, 1.015, 73.6, hard=10),
    "es": Formula("Szigriszt–Pazos", 206.835, 1.0, 62.3, hard=25),
}
#: Words of a sentence that is hard to follow. French and Spanish take about a fifth more words to say the same.
LONGEST = {"en": 30, "fr": 36, "es": 36}


def ease(text: Text) -> float | None:
    """How easy a text is to read by its language's formula; none for a short text or a language without one."""
    formula = FORMULAS.get(text.language)
    said = [WORD.findall(sentence) for sentence in text.sentences]
    said = [words for words in said if words]
    total = sum(map(len, said))
    if formula is None or total < FEWEST_WORDS:
        return None
    heard = sum(
        syllables.count(piece, text.language)
        for words in said
        for word in words
        for piece in word.replace("'", "’").replace("-", "’").split("’")
        if len(piece) > 1 or word == piece
    )
    return formula.ease(total, len(said), heard)


@check(
    "reading.ease",
    level=Level.ADVICE,
    label=gettext_lazy("Texts that are very hard to read"),
    why=gettext_lazy(
        "Long sentences of long words keep out many of those for whom the text is meant, and tire the others."
    ),
    mend=gettext_lazy("Cut sentences in two, say who does what, and prefer the short word. Lists help."),
    source="WCAG 2.2, 3.1.5; Flesch (en), Kandel–Moles (fr), Szigriszt–Pazos (es)",
)
def hard(reading: Reading) -> Iterator[Spot]:
    """Texts of 100 words or more that are very hard by the formula of their language."""
    for text in reading.texts:
        found = ease(text) if text.role == Role.RICH else None
        if found is not None and found < FORMULAS[text.language].hard:
            formula = FORMULAS[text.language]
            message = _("%(points)s points by %(formula)s; below %(hard)s a text is very hard to read.")
            values = {"points": round(found), "formula": formula.name, "hard": round(formula.hard)}
            yield Spot(text.path, text.language, message % values, text.plain, basis=text.plain)


@check(
    "reading.sentences",
    level=Level.ADVICE,
    label=gettext_lazy("Long sentences"),
    why=gettext_lazy("Readers lose the beginning of a long sentence before they reach its end."),
    mend=gettext_lazy("Make two sentences of it, or a list."),
    source="GOV.UK, Writing for GOV.UK: short sentences",
)
def long_sentences(reading: Reading) -> Iterator[Spot]:
    """Sentences of more words than can be followed."""
    for text in reading.texts:
        limit = LONGEST.get(text.language)
        if limit is None or text.role == Role.TITLE:
            continue
        for sentence in text.sentences:
            length = len(WORD.findall(sentence))
            if length > limit:
                message = _("A sentence of %(count)s words; up to %(limit)s are easy to follow.")
                yield Spot(text.path, text.language, message % {"count": length, "limit": limit}, sentence)
