"""What a verification finds: a difference between what is stored and what it should be by all else that is stored."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from editorial.states import State

#: What may differ, by its code: a sentence with the values of the difference in it.
SENTENCES: dict[str, str | Promise] = {
    "text": _("The text in the database is not the one with the digest %(digest)s, which the edition carries."),
    "signed_text": _("The edition carries the digest %(digest)s, but %(signed)s was signed."),
    "recorded_text": _(
        "The edition carries the digest %(digest)s, but the record says that %(recorded)s was published."
    ),
    "state": _("The edition is in the state “%(state)s”, but the record says “%(recorded)s”."),
    "no_snapshot": _("The text with the digest %(digest)s is not kept."),
    "snapshot": _("The kept text with the digest %(digest)s is not the one that the digest was made of."),
    "sign_off_without_event": _("The record does not have the sign-off of %(party)s by %(person)s."),
    "event_without_sign_off": _(
        "The record has a decision of %(party)s in line %(line)s, but it is not among the sign-offs."
    ),
    "unsigned": _("The sign-off of %(party)s is missing, which the rules of that day asked for."),
    "live_period": _("It is public %(stored)s; by the record it should be %(recorded)s."),
    "withdrawal": _(
        "The record says otherwise whether its withdrawal waits for a second person or was confirmed by one."
    ),
    "event_altered": _("Line %(line)s of the record of editions is not what was written."),
    "event_missing": _("Lines of the record of editions are missing at line %(line)s."),
    "event_inserted": _("Line %(line)s of the record of editions does not follow from the line before it."),
    "administration_altered": _("Line %(line)s of the record of administration is not what was written."),
    "administration_missing": _("Lines of the record of administration are missing at line %(line)s."),
    "administration_inserted": _(
        "Line %(line)s of the record of administration does not follow from the line before it."
    ),
    "file": _("The file “%(file)s” is not the one that was attached: its bytes have another digest."),
    "file_gone": _("The file “%(file)s” is gone."),
    "search_missing": _("The search does not know this edition in the language %(language)s."),
    "search": _("What the search knows of this edition in the language %(language)s is not what it says."),
    "search_extra": _("The search knows this edition in the language %(language)s, in which it is not public."),
}


@dataclass(frozen=True)
class Difference:
    """One difference. `values` fill the sentence of its code; `edition` is a primary key where it is about one."""

    code: str
    edition: int | None = None
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The difference in words, in the active language."""
        labels = dict(State.choices)
        return str(SENTENCES[self.code]) % {name: labels.get(value, value) for name, value in self.values.items()}


@dataclass(frozen=True)
class Batch:
    """What one step of a check found: how many things it looked at, and after which it goes on; None at its end."""

    after: Any
    count: int
    differences: list[Difference]


class Check(Protocol):
    """A check that goes through its rows in portions, so that it can stop and go on."""

    def __call__(self, after: Any, limit: int) -> Batch:
        """Look at `limit` rows at most, beginning behind `after` (None: at the first)."""
        ...


def batch(rows: list[Any], limit: int, key: str, differences: Iterable[Difference]) -> Batch:
    """The outcome of looking at `rows`, which were read in the order of their column `key`."""
    return Batch(rows[-1][key] if len(rows) == limit else None, len(rows), list(differences))
