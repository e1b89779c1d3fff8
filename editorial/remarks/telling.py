"""Telling people that something was said: the one place from which notices about remarks are sent."""

from collections.abc import Sequence

from editorial.models import RemarkEntry, User


def tell(entry: RemarkEntry, *, mentioned: Sequence[User]) -> None:
    """Called in the transaction of every entry, with the people whom it mentions."""
