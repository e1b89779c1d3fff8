"""The check for numbers that differ between languages: 23 here, 32 there."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.base import languages
from editorial.checks.advice.number_words import ROMAN, is_said_in_words, roman
from editorial.checks.advice.reading import Reading
from editorial.checks.advice.registry import Level, Spot, check
from editorial.checks.advice.texts import Text, without_addresses

#: What is written with figures in one language and otherwise in another: times of day, as addresses are.
_APART = re.compile(
    r"\b\d{1,2}(?::\d\d)?\s{0,3}(?:[ap]\.?\s?m\b\.?|noon)"
    r"|\b\d{1,2}[\s\u00a0\u202f]?(?:h\b|h(?=\d\d)|heures?\b|horas?\b)(?:[\s\u00a0\u202f]?\d\d\b)?|\b\d{1,2}:\d\d\b",
    re.IGNORECASE,
)
#: Figures of a number; a longer row of them, such as a key, is none.
_LONGEST = 40
_GROUPED = r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?!\d)"
_NUMBER = re.compile(
    rf"(?<![\d.,])(?P<number>(?:{_GROUPED}|\d+)(?:[.,]\d{{1,2}}(?!\d))?)"
    rf"(?:\s{{1,3}}(?:de )?(?P<scale>[a-zéó]+(?: millones)?))?"
)
_SCALES = {
    "en": {"thousand": 3, "million": 6, "billion": 9, "trillion": 12},
    "fr": {"mille": 3, "million": 6, "millions": 6, "milliard": 9, "milliards": 9},
    "es": {"mil": 3, "millón": 6, "millones": 6, "mil millones": 9, "billones": 12, "billón": 12},
}


def figures(text: str, language: str) -> Counter[Decimal]:
    """The numbers that `text` writes in figures, however they are grouped; “1.2 billion” is 1,200,000,000."""
    found: Counter[Decimal] = Counter()
    scales = _SCALES.get(language, {})
    for match in _NUMBER.finditer(_APART.sub(" ", without_addresses(text, lambda _each: " "))):
        if len(match["number"]) > _LONGEST:
            continue
        value = _value(match["number"])
        scale = match["scale"] or ""
        power = scales.get(scale, scales.get(scale.split(" ")[0], 0))
        found[value * 10**power] += 1
    return found


def _value(written: str) -> Decimal:
    grouped = re.fullmatch(rf"({_GROUPED}|\d+)(?:[.,](\d{{1,2}}))?", written)
    if grouped is None:
        return Decimal(0)
    whole = re.sub(r"\D", "", grouped[1])
    return Decimal(f"{whole}.{grouped[2] or 0}").normalize()


@check(
    "numbers.differ",
    level=Level.ADVICE,
    label=gettext_lazy("Numbers that differ between languages"),
    why=gettext_lazy(
        "A figure of 23 in one language and 32 in another: one of them is wrong, and a government said it."
    ),
    mend=gettext_lazy("Look up which is right and correct the other."),
)
def differ(reading: Reading) -> Iterator[Spot]:
    """Numbers that only the translation has, or only its source; numbers written in words count too."""
    for source, text in reading.pairs():
        here, there = figures(text.plain, text.language), figures(source.plain, source.language)
        more = _unsaid(here - there, source)
        less = _unsaid(there - here, text)
        if more or less:
            basis = f"{_number_list(more)} {_number_list(less)}"
            message = _only(more, less) % {
                "here": _number_list(more), "there": _number_list(less), "language": languages.name(source.language),
            }  # fmt: skip
            yield Spot(text.path, text.language, message, _sentence(text, more), basis=basis)


def _only(more: list[Decimal], less: list[Decimal]) -> str:
    if not less:
        return _("Only here, not in %(language)s: %(here)s.")
    return _("Here: %(here)s. In %(language)s: %(there)s.") if more else _("Only in %(language)s: %(there)s.")


def _unsaid(numbers: Counter[Decimal], other: Text) -> list[Decimal]:
    """Those of `numbers` that the other text does not write in words either, nor in Roman numerals."""
    if not numbers:
        return []
    plain = other.plain
    folded = plain.casefold()
    romans = {roman(found) for found in ROMAN.findall(plain)}
    return sorted(
        number
        for number in numbers
        if not is_said_in_words(number, folded, other.language)
        and not (number == int(number) and int(number) in romans)
    )


def _number_list(numbers: list[Decimal]) -> str:
    return ", ".join(f"{number:f}" for number in numbers)


def _sentence(text: Text, numbers: list[Decimal]) -> str:
    """The first sentence in which one of the numbers stands."""
    lines, wanted = [block.text for block in text.blocks], set(numbers)
    if not wanted:
        return lines[0] if lines else ""
    return next((line for line in lines if wanted & figures(line, text.language).keys()), lines[0] if lines else "")
