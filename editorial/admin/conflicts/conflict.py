"""A conflict: somebody else saved while a person was typing.

Every form compares three states: the one that it was opened on, the one that is saved now, and what was typed. What
only one of the two people touched needs no decision; what both touched is a `Choice` of the one who saves second.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.formats import localize
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.admin.conflicts.decisions import BOTH, MINE, PREFIX
from editorial.base import languages
from editorial.comparison.diff import Change
from editorial.comparison.merging import What
from editorial.comparison.merging_text import Combined
from editorial.models import User


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One thing that both people changed, as the form asks about it.

    `target` is the name of what is decided about: a field, a part or a list of parts, as `what` tells.
    `theirs` and `mine` say what each did to the text that both had opened; none where that is the same in another
    spelling. `field` is where my version is typed, if that is here and not in the field's usual place, and `combined`
    both texts in one. `written` is what was written in a part that the other took away, `orders` the names of the parts
    in the order of the other person and in mine.
    """

    target: str
    label: str
    part: str = ""
    language: str = ""
    what: What = What.VALUE
    theirs: Change | None = None
    mine: Change | None = None
    field: Any = None
    combined: Combined | None = None
    chosen: str = MINE
    written: Sequence[Change] = ()
    orders: Sequence[Sequence[str]] = ()

    @property
    def name(self) -> str:
        """The name under which the form sends what was chosen."""
        return PREFIX + self.target

    @property
    def language_name(self) -> str:
        """The language's name in the reader's language; empty for what all languages share."""
        return languages.name(self.language) if self.language else ""

    @property
    def combined_field(self) -> SafeString:
        """Where both texts in one are edited."""
        name = f"{BOTH}-{self.target}"
        text = self.combined.text if self.combined else ""
        rendered: SafeString = self.field.field.widget.render(name, text, {"id": f"id_{name}", "lang": self.language})
        return rendered


@dataclass(frozen=True, kw_only=True)
class Conflict:
    """What `editorial/admin/_conflict.html` shows of a conflict about one row.

    `theirs` and `mine` are what only one of the two changed; `both` is what both did. `moved` tells that the row is
    another than the one that the form was opened on. `saved_by` and `saved_at` are none where nobody noted that.
    `kept_at` is set where the text was not sent just now but kept unsaved since then.
    """

    pk: int
    both: Sequence[Choice]
    theirs: Sequence[Change]
    mine: Sequence[Change]
    moved: bool = True
    saved_by: User | None = None
    saved_at: datetime | None = None
    kept_at: datetime | None = None

    @property
    def advice(self) -> str:
        """How much is left to decide."""
        if self.both:
            text = ngettext(
                "One thing was changed by both of you: decide here which is to stand. "
                "Everything else is put together already.",
                "%(counter)s things were changed by both of you: decide here which is to stand. "
                "Everything else is put together already.",
                len(self.both),
            )
            return text % {"counter": localize(len(self.both))}
        if self.moved:
            return _("You changed different things: the form below holds both. Look at it and save.")
        return _("Look at it and save.")

    @property
    def save_label(self) -> str:
        """What the button that saves says."""
        return _("Save as decided") if self.both else _("Save both together")

    @property
    def decided_above(self) -> set[str]:
        """Names of the fields that are typed in a choice and not in their usual place."""
        return {choice.target for choice in self.both if choice.field is not None}
