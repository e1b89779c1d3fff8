"""Stacked bars: one for each row of a table, all on one scale, so that the table itself is the chart's text."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cooperation.charts.columns import Series
from cooperation.charts.scale import number_text, px

#: Places are hundredths of the cell, so that a bar fills it and its pattern keeps its shape.
_WHOLE = 100


def bars(
    id: str, title: str, series: Sequence[Series], rows: Iterable[tuple[str, str | None, Mapping[str, int]]]
) -> dict[str, Any] | None:
    """A bar for each row (`charts/_bars.html`).

    :param rows: (label, address or None, how much of each series by its key), in their order.
    """
    kept = [
        (label, url, {one.key: max(counts.get(one.key, 0), 0) for one in series})
        for label, url, counts in rows
    ]  # fmt: skip
    longest = max((sum(counts.values()) for _label, _url, counts in kept), default=0)
    if not longest:
        return None
    used = [one for one in series if any(counts[one.key] for _label, _url, counts in kept)]
    return {
        "id": id,
        "title": title,
        "series": [{"key": one.key, "label": one.label} for one in used],
        "rows": [
            {
                "label": label,
                "url": url,
                "segments": _segments(used, counts, longest),
                "cells": [
                    {
                        "key": one.key,
                        "label": one.label,
                        "text": number_text(counts[one.key]),
                        "is_none": not counts[one.key],
                    }
                    for one in used
                ],
                "total": number_text(sum(counts.values())),
            }
            for label, url, counts in kept
        ],
    }


def _segments(series: Sequence[Series], counts: Mapping[str, int], longest: int) -> list[dict[str, str]]:
    found, before = [], 0
    for one in series:
        if counts[one.key]:
            x, until = _WHOLE * before / longest, _WHOLE * (before + counts[one.key]) / longest
            found.append({"key": one.key, "x": f"{px(x)}%", "width": f"{px(until - x)}%"})
            before += counts[one.key]
    return found
