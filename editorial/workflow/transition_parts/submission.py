"""What submission freezes in content beside what people wrote: it follows from the text and from other tables."""

from collections.abc import Mapping
from typing import Any

from editorial.content import digests, kept, names
from editorial.workflow.attempt import Attempt
from editorial.workflow.bound_parties import all_must_sign, bound_parties


def frozen_columns(attempt: Attempt) -> dict[str, Any]:
    """The columns of a draft's edition that submission sets anew, with the digest of the content that they make.

    They are written in the same UPDATE as the new state, while the row is a draft. Nobody wrote them: they make nobody
    a contributor, and no attestation outdated.
    """
    content = attempt.content
    columns = {
        "names": names.current(content, attempt.now),
        "bound_parties": bound_parties(content, now=attempt.now),
        "all_must_sign": all_must_sign(content),
    }
    attempt.content = content = {**content, **columns}
    return {**columns, "digest": kept.keep(content, now=attempt.now), "digest_version": digests.VERSION}


def names_changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """What the event of a submission says of names that are other ones since the last save: from what to what."""
    old, new = before["names"], after["names"]
    changed = {key: [old[key], new[key]] for key in names.changed(old, new)}
    return {"names": changed} if changed else {}
