"""Axes: round values to mark, and values as places."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from django.utils.formats import number_format

#: What a step between two marks may be, times a power of ten.
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))

Number = int | Decimal


def px(value: float | Decimal) -> str:
    """A place or a length as SVG writes it, whatever the language: one decimal at most."""
    text = f"{float(value):.1f}"
    return text.removesuffix(".0") if text != "-0.0" else "0"


def number_text(value: Number) -> str:
    """A number as the active language writes it: no trailing zeros, thousands grouped."""
    if isinstance(value, int):
        return str(value) if -1000 < value < 1000 else str(number_format(value, use_l10n=True, force_grouping=True))
    plain = format(value, "f")
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return str(number_format(Decimal(plain), use_l10n=True, force_grouping=True))


def step(span: Number, marks: int, *, whole: bool) -> Decimal:
    """The smallest round step that covers a span with at most so many of them; `whole` allows no fractions."""
    wanted = Decimal(span) / max(marks, 1)
    if wanted <= 0:
        return Decimal(1)
    power = Decimal(10) ** wanted.adjusted()
    found = next(each * power for each in _STEPS if each * power >= wanted)
    return max(found.to_integral_value(ROUND_CEILING), Decimal(1)) if whole else found


def ticks(least: Number, most: Number, *, marks: int = 4, whole: bool = True) -> list[Decimal]:
    """Round values from at or below `least` to at or above `most`, two at least: the marks of an axis."""
    by = step(most - least, marks, whole=whole)
    first = (Decimal(least) / by).to_integral_value(ROUND_FLOOR) * by
    count = int(((Decimal(most) - first) / by).to_integral_value(ROUND_CEILING))
    return [first + by * number for number in range(max(count, 1) + 1)]


@dataclass(frozen=True)
class Axis:
    """A line of places, from `start` for the first of the marks to `end` for the last."""

    marks: Sequence[Decimal]
    start: float
    end: float

    def place(self, value: Number) -> float:
        """Where a value stands; the marks are at least two, so their span is never nothing."""
        share = (Decimal(value) - self.marks[0]) / (self.marks[-1] - self.marks[0])
        return self.start + float(share) * (self.end - self.start)
