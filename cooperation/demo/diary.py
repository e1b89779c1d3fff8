"""A diary: stories that take place at the same time, told in the order of the clock.

A story is a generator that yields the moment of its next step and is resumed when that moment has come. So the audit
chain of the demo runs forward through the years although its documents were worked on side by side.
"""

import heapq
from collections.abc import Generator
from datetime import datetime
from itertools import count
from typing import Any

Story = Generator[datetime, datetime, Any]


class Diary:
    """Stories yet to be told, by the moment of their next step."""

    def __init__(self) -> None:
        self._waiting: list[tuple[datetime, int, Story]] = []
        self._number = count()

    def add(self, story: Story) -> None:
        """Take up a story from its beginning."""
        self._wait(story, next(story))

    def tell(self, *, until: datetime) -> None:
        """Resume every story in turn until all are told. Raises ValueError for a step after `until`."""
        while self._waiting:
            moment, _number, story = heapq.heappop(self._waiting)
            if moment > until:
                raise ValueError(f"A story of the demo would go on at {moment}, after {until}.")
            try:
                following = story.send(moment)
            except StopIteration:
                continue
            if following < moment:
                raise ValueError(f"A story of the demo goes back from {moment} to {following}.")
            self._wait(story, following)

    def _wait(self, story: Story, moment: datetime) -> None:
        heapq.heappush(self._waiting, (moment, next(self._number), story))
