"""Stacked columns: how much of each series there is in each year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cooperation.charts.scale import Axis, number_text, px, ticks

#: The drawing's size; it is scaled to the room that there is, so letters of 12 stay readable at 320 pixels.
WIDTH, HEIGHT = 320, 196
_LEFT, _RIGHT, _TOP, _BOTTOM = 30, 318, 10, 170
#: A column is no wider than this, and a segment lower than `_ROOM` holds no number.
_WIDEST, _ROOM = 44, 13
#: Years with a label each; where there are more, every second or third has one.
_LABELS = 9


@dataclass(frozen=True)
class Series:
    """One part of every column: `key` names its colour and pattern (`chart-<key>`), `label` what it is called."""

    key: str
    label: str


def columns(
    id: str, title: str, series: Sequence[Series], counts: Mapping[int, Mapping[str, int]]
) -> dict[str, Any] | None:
    """Columns for every year from the first to the last, with what each series holds of it (`charts/_columns.html`).

    :param id: of the drawing on its page.
    :param title: what it shows.
    :param counts: by year, then by key of a series; years and keys that are left out have none.
    """
    kept = {year: {one.key: max(row.get(one.key, 0), 0) for one in series} for year, row in counts.items()}
    if not any(sum(row.values()) for row in kept.values()):
        return None
    years = range(min(kept), max(kept) + 1) if max(kept) - min(kept) < 60 else sorted(kept)
    used = [one for one in series if any(row[one.key] for row in kept.values())]
    axis = Axis(ticks(0, max(sum(row.values()) for row in kept.values())), _BOTTOM, _TOP)
    step = (_RIGHT - _LEFT) / len(years)
    every = -(-len(years) // _LABELS)
    drawn = [
        _column(year, kept.get(year, {}), used, axis, _LEFT + step * place, step, labelled=place % every == 0)
        for place, year in enumerate(years)
    ]
    return {
        "id": id,
        "title": title,
        "width": WIDTH,
        "height": HEIGHT,
        "left": _LEFT,
        "right": _RIGHT,
        "bottom": _BOTTOM,
        "marks": [
            {"y": px(axis.place(value)), "text_y": px(axis.place(value) + 4), "label": number_text(int(value))}
            for value in axis.marks
        ],
        "series": [{"key": one.key, "label": one.label} for one in used],
        "columns": drawn,
        "table": _table(used, [year for year in years if year in kept], kept),
    }  # fmt: skip


def _column(
    year: int, row: Mapping[str, int], series: Sequence[Series], axis: Axis, left: float, step: float, *, labelled: bool
) -> dict[str, Any]:
    width = min(step * 0.72, _WIDEST)
    x, below, segments = left + (step - width) / 2, 0, []
    for one in series:
        count = row.get(one.key, 0)
        if count:
            bottom, top = axis.place(below), axis.place(below + count)
            below += count
            fits = bottom - top >= _ROOM and width >= _ROOM
            segments.append(
                {
                    "key": one.key,
                    "y": px(top),
                    "height": px(bottom - top),
                    "label": number_text(count) if fits else "",
                    "text_y": px((bottom + top) / 2 + 4),
                }
            )
    return {
        "x": px(x),
        "width": px(width),
        "middle": px(left + step / 2),
        "label": str(year) if labelled else "",
        "segments": segments,
    }


def _table(series: Sequence[Series], years: Sequence[int], counts: Mapping[int, Mapping[str, int]]) -> dict[str, Any]:
    """The same as rows: the latest year first, a number for each series, and the sum."""
    return {
        "rows": [
            {
                "label": str(year),
                "cells": [
                    {
                        "key": one.key,
                        "label": one.label,
                        "text": number_text(counts[year].get(one.key, 0)),
                        "is_none": not counts[year].get(one.key),
                    }
                    for one in series
                ],
                "total": number_text(sum(counts[year].values())),
            }
            for year in reversed(years)
        ],
    }
