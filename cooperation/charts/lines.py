"""A line: one value over years."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from cooperation.charts.columns import HEIGHT, WIDTH
from cooperation.charts.scale import Axis, number_text, px, ticks

_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 300, 24, 166
#: The first point stands away from the numbers of the axis.
_INSET = 22
_LABELS = 7


def line(id: str, title: str, unit: str, values: Sequence[tuple[int, Decimal]]) -> dict[str, Any] | None:
    """The values of two years or more as points on a line from year to year (`charts/_line.html`).

    Two years with the same value make no chart: it would say nothing that the sentence “still 8” does not.

    The axis begins at nothing unless a value lies below it: otherwise small changes would look large.

    :param values: (year, value) by year, each year once.
    """
    if len(values) < 2 or values[0][0] == values[-1][0]:
        return None
    numbers = [value for _year, value in values]
    if len(values) == 2 and numbers[0] == numbers[1]:
        return None
    whole = all(value == value.to_integral_value() for value in numbers)
    axis = Axis(ticks(min(Decimal(0), *numbers), max(Decimal(0), *numbers), whole=whole), _BOTTOM, _TOP)
    first, last = values[0][0], values[-1][0]
    every = -(-len(values) // _LABELS)

    def x(year: int) -> float:
        return _LEFT + _INSET + (_RIGHT - _LEFT - _INSET) * (year - first) / (last - first)

    points = [
        {
            "x": px(x(year)),
            "y": px(axis.place(value)),
            "text_y": px(axis.place(value) - 9),
            "year": str(year),
            # The years are read off the axis; so that they do not run into one another, some are left out.
            "year_label": str(year) if place % every == 0 else "",
            "label": number_text(value) if len(values) <= _LABELS else "",
        }
        for place, (year, value) in enumerate(values)
    ]
    return {
        "id": id,
        "title": title,
        "unit": unit,
        "width": WIDTH,
        "height": HEIGHT,
        "left": _LEFT,
        "right": _RIGHT + 18,
        "bottom": _BOTTOM,
        "marks": [
            {"y": px(axis.place(value)), "text_y": px(axis.place(value) + 4), "label": number_text(value)}
            for value in axis.marks
        ],
        "path": " ".join(f"{'L' if place else 'M'}{point['x']} {point['y']}" for place, point in enumerate(points)),
        "points": points,
        "rows": [{"year": str(year), "value": number_text(value)} for year, value in reversed(values)],
    }  # fmt: skip
