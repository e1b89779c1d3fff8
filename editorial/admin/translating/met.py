"""What the translation screen shows when somebody else saved the same texts meanwhile."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from editorial.comparison import richdiff
from editorial.comparison.diff import Change
from editorial.models import Edition


@dataclass(frozen=True)
class Pair:
    """A text that both people changed: what the other one saved, and what this one typed."""

    theirs: Change
    mine: Change

    @property
    def marked(self) -> Any:
        """The step from theirs to mine: what saving would take out and bring in."""
        return richdiff.plain(self.theirs.after, self.mine.after)


@dataclass(frozen=True)
class Met:
    """The texts that both changed, and those that only one of them did."""

    edition: Edition
    both: Sequence[Pair]
    mine: Sequence[Change]
    theirs: Sequence[Change]

    @classmethod
    def of(cls, edition: Edition, *, mine: Iterable[Change], theirs: Iterable[Change]) -> "Met":
        """Pair what either changed by the place and the language of the text."""
        left = {(change.path, change.language): change for change in theirs}
        both, alone = [], []
        for change in mine:
            other = left.pop((change.path, change.language), None)
            if other is None:
                alone.append(change)
            else:
                both.append(Pair(other, change))
        return cls(edition, both, alone, list(left.values()))
