"""Carrying out what was chosen in a conflict: the data that a form sent, as it would be without choices."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import QueryDict

from editorial.admin.form import as_sent
from editorial.admin.form.as_sent import Sent

#: Before the name of a field or part: what was chosen for it, one of the three below.
PREFIX = "choice-"
THEIRS, MINE, BOTH = "theirs", "mine", "both"


def has_choices(sent: Mapping[str, Any]) -> bool:
    """Whether choices were made on the form that was sent."""
    return any(name.startswith(PREFIX) for name in sent)


def decide_values(data: QueryDict, theirs: Callable[[str], Sent | None]) -> None:
    """Put what was chosen into the fields, and take the choices and the combined texts out of `data`.

    :param data: what the form sent; it is changed.
    :param theirs: what the other person saved, by the name of the field; none for what is no field of this form.
    """
    for name in [each for each in data if each.startswith(PREFIX)]:
        target, chosen = name.removeprefix(PREFIX), data.get(name)
        combined = f"{BOTH}-{target}"
        if chosen == BOTH and combined in data:
            data.setlist(target, data.getlist(combined))
        elif chosen == THEIRS and (sent := theirs(target)) is not None:
            as_sent.put(data, target, sent)
        data.pop(combined, None)
        data.pop(name)
