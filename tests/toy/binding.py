"""Whom a note binds."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any


def countries_of_items(content: Mapping[str, Any], now: datetime) -> Iterable[str]:
    """The countries whose codes are items of the note."""
    return [row["text"]["en"] for row in content["parts"]["item"] if re.fullmatch("[A-Z]{2}", row["text"]["en"] or "")]
