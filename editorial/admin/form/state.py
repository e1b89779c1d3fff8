"""What the edit form of an edition is to show beside its fields."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from uuid import UUID

from editorial.admin.conflicts.conflict import Conflict
from editorial.admin.form.entry import Entry
from editorial.base.reasons import Reason


@dataclass
class FormState:
    """The form, and how it came to be shown.

    `reasons` are those for which nothing was saved, `readonly` those for which nothing can be. `sent` is what the
    browser sent; `resumed` tells that the form shows what was typed and not yet saved. `status` is that of HTTP.
    """

    entry: Entry
    reasons: Sequence[Reason] = ()
    readonly: Sequence[Reason] = ()
    conflict: Conflict | None = None
    status: int = HTTPStatus.OK
    sent: dict[str, Any] = field(default_factory=dict)
    resumed: bool = False
    #: What names the form of a document that is yet to be made, where it needs another name than was sent.
    creation_key: UUID | None = None
