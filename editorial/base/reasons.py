"""Why something may not be done."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Reason:
    """Why something may not be done, in words that an editor understands and that say what would help."""

    code: str
    message: str

    def __str__(self) -> str:
        return self.message


class NotAllowed(Exception):
    """Raised when somebody tries what the rules forbid; `reasons` says why."""

    def __init__(self, reasons: Iterable[Reason]) -> None:
        self.reasons = list(reasons)
        super().__init__(" ".join(reason.message for reason in self.reasons))


@dataclass(frozen=True)
class Issue:
    """One thing that is wrong with content, in words for its editor; `path` says where (see `content.prose`)."""

    code: str
    message: str
    path: str = ""
