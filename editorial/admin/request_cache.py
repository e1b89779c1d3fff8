"""What the screens of an edition read once a request, however many of their pieces need it."""

from typing import Any

from django.http import HttpRequest

from editorial.admin.base import person
from editorial.base import clock
from editorial.content.canonical import Content
from editorial.content.wording import Words
from editorial.models import Edition
from editorial.workflow.attempt import Attempt


def attempt(request: HttpRequest, edition: Edition) -> Attempt:
    """What this person may do to this edition, for looking only: who acts locks and reads again.

    Another one is made when the edition has another text than the one that was read, as after a save.
    """
    kept: dict[tuple[int, str, int], Attempt] = request.__dict__.setdefault("_cases", {})
    key = (edition.pk, edition.digest, edition.version)
    if key not in kept:
        kept[key] = Attempt(edition, person(request), clock.now())
    return kept[key]


def content_of_edition(request: HttpRequest, edition: Edition) -> Content:
    """What the edition says."""
    return attempt(request, edition).content


def words_for(request: HttpRequest, edition: Edition | None, value: Content) -> Words:
    """A text in the reader's words: those that every piece shares where it is what the edition says."""
    if edition is None or value is not content_of_edition(request, edition):
        return Words(value)
    return attempt(request, edition).words


def know(request: HttpRequest, edition: Edition, value: Content) -> None:
    """Keep what somebody has read already."""
    found: Any = attempt(request, edition)
    found.content = value
