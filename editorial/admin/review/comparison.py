"""A comparison of two texts, arranged for reading: field by field, the languages of a field together."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from editorial.comparison import diff
from editorial.comparison.diff import Change
from editorial.content.canonical import Content


@dataclass(frozen=True)
class Group:
    """All that differs in one field, in every language in which it does."""

    part: str
    label: str
    changes: tuple[Change, ...]

    @property
    def title(self) -> str:
        """Where it is, in words."""
        if not self.part:
            return self.label
        return _("%(part)s: %(field)s") % {"part": self.part, "field": self.label[:1].lower() + self.label[1:]}

    @property
    def kind(self) -> str:
        """Whether its part was added, removed or moved; else "changed"."""
        return self.changes[0].kind

    @property
    def kind_label(self) -> str:
        """`kind` in a word."""
        return self.changes[0].kind_label


def compared(before: Content, after: Content) -> list[Group]:
    """The differences in the order of the form; empty where both say the same."""
    found = []
    for (_path, part, label), changes in groupby(
        diff.compare(before, after), key=lambda change: (change.path, change.part, change.label)
    ):
        found.append(Group(part, label, tuple(changes)))
    return found
