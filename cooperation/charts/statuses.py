"""The statuses of objectives as series of a chart: what is done stands at the bottom."""

from cooperation.charts.columns import Series
from cooperation.models import Objective

_ORDER = (Objective.Status.DONE, Objective.Status.UNDER_WAY, Objective.Status.PLANNED, Objective.Status.DROPPED)


def statuses() -> list[Series]:
    """One series for each status, named in the active language."""
    return [Series(status.value, str(status.label)) for status in _ORDER]
