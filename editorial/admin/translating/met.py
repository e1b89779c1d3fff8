"""What the translation screen shows when somebody else saved the same texts meanwhile."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from editorial.admin.conflicts import base
from editorial.admin.conflicts.base import Conflict
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


@dataclass(frozen=True, kw_only=True)
class TranslationConflict(Conflict):
    """The form holds mine wherever both changed a text; the person reads both and corrects it there."""

    pairs: Sequence[Pair]

    each_template = "editorial/admin/translate/_conflict_pair.html"

    @classmethod
    def of(cls, edition: Edition, *, mine: Iterable[Change], theirs: Iterable[Change]) -> "TranslationConflict":
        """Pair what either changed by the place and the language of the text."""
        found = base.sort(theirs=_by_place(theirs), mine=_by_place(mine))
        return cls(
            edition=edition,
            pairs=[Pair(*both) for both in found.both.values()],
            mine=list(found.mine.values()),
            theirs=list(found.theirs.values()),
        )

    @property
    def both(self) -> Sequence[Pair]:
        """See `pairs`."""
        return self.pairs

    @property
    def both_title(self) -> str:
        """One heading for all pairs."""
        return _("You both changed this")

    @property
    def advice(self) -> str:
        """What the form holds."""
        return _(
            "The form below holds what you typed wherever you typed, and the present draft everywhere else. "
            "Read what differs, correct it below if you like, then save."
        )

    @property
    def save_label(self) -> str:
        """Mine goes over what the other person saved."""
        return _("Save mine over it")


def _by_place(changes: Iterable[Change]) -> dict[tuple[str, str], Change]:
    return {(change.path, change.language): change for change in changes}
