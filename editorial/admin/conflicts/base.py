"""Somebody else saved while a person was typing: what every form of the admin makes of it, and what it tells.

Each form compares three states: the one that it was opened on, the one that is saved now, and what was typed. What only
one of the two people touched needs no decision; what both touched is shown to the one who saves second. Forms differ in
how they show a thing that both changed, and in how the person decides.
"""

from abc import ABC, abstractmethod
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Generic, TypeVar

from editorial.comparison.diff import Change
from editorial.models import Edition

Place = TypeVar("Place", bound=Hashable)
Left = TypeVar("Left")


@dataclass(frozen=True)
class ByPerson(Generic[Place, Left]):
    """What two people did to the places of one text: one of them alone, or both (theirs first, then mine)."""

    theirs: Mapping[Place, Left]
    mine: Mapping[Place, Left]
    both: Mapping[Place, tuple[Left, Left]]


def sort(*, theirs: Mapping[Place, Left], mine: Mapping[Place, Left]) -> ByPerson[Place, Left]:
    """Sort by place what the other person (`theirs`) and this one (`mine`) did since the form was opened; order is kept."""
    return ByPerson(
        theirs={place: what for place, what in theirs.items() if place not in mine},
        mine={place: what for place, what in mine.items() if place not in theirs},
        both={place: (theirs[place], what) for place, what in mine.items() if place in theirs},
    )


@dataclass(frozen=True, kw_only=True)
class Conflict(ABC):
    """What `editorial/admin/_conflict.html` shows of the conflict about an edition.

    `theirs` and `mine` are what only one of the two changed. `moved` tells that the draft is another than the one that
    the form was opened on. `kept_at` is set where the text was not sent just now but kept unsaved since then.
    """

    edition: Edition
    theirs: Sequence[Change]
    mine: Sequence[Change]
    moved: bool = True
    kept_at: datetime | None = None

    #: The template of one thing that both changed; it finds that thing under `each`.
    each_template: ClassVar[str]

    @property
    @abstractmethod
    def both(self) -> Sequence[Any]:
        """What both changed, as the form shows it."""

    @property
    def both_title(self) -> str:
        """The heading above what both changed; empty where each thing has one of its own."""
        return ""

    @property
    @abstractmethod
    def advice(self) -> str:
        """What has become of both texts, and what to do now."""

    @property
    @abstractmethod
    def save_label(self) -> str:
        """What the button that saves says."""
