"""What features put beside the screens of an edition: panels below the screen's content, and links in its action bar.

A feature registers where it is defined; the screens know none of them by name::

    @aside(Screen.FORM, Screen.REVIEW, template="editorial/admin/remarks/_aside.html", order=20)
    def remarks(request: HttpRequest, edition: Edition) -> dict[str, Any] | None: ...

    @link(order=10)
    def review(request: HttpRequest, edition: Edition) -> Link | None: ...

A function that answers None has nothing to show there to this person now. What it answers is the context of its
template, with `edition` and `request` added.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.http import HttpRequest

from editorial.models import Edition

Context = Callable[[HttpRequest, Edition], dict[str, Any] | None]


class Screen(StrEnum):
    """A screen about one edition that has room for asides."""

    FORM = "form"
    REVIEW = "review"
    TRANSLATE = "translate"
    HISTORY = "history"


@dataclass(frozen=True)
class Aside:
    """A template, what it is shown with, and the static scripts that it needs."""

    template: str
    context: Context
    scripts: tuple[str, ...]
    order: int


@dataclass(frozen=True)
class Link:
    """A way to another screen of the edition; `count` says how much waits there, where that can be said."""

    label: str
    url: str
    count: int | None = None


_ASIDES: dict[Screen, list[Aside]] = {screen: [] for screen in Screen}
_LINKS: list[tuple[int, Callable[[HttpRequest, Edition], Link | None]]] = []


def aside(*screens: Screen, template: str, order: int, scripts: tuple[str, ...] = ()) -> Callable[[Context], Context]:
    """Show a template on these screens; lower `order` comes first. `scripts` are paths of static files."""

    def register(context: Context) -> Context:
        for screen in screens:
            _ASIDES[screen].append(Aside(template, context, scripts, order))
            _ASIDES[screen].sort(key=lambda each: each.order)
        return context

    return register


def link(*, order: int) -> Callable[[Callable[[HttpRequest, Edition], Link | None]], Any]:
    """Offer a way to another screen in the action bar of every edition; lower `order` comes first."""

    def register(make: Callable[[HttpRequest, Edition], Link | None]) -> Any:
        _LINKS.append((order, make))
        _LINKS.sort(key=lambda each: each[0])
        return make

    return register


def panels_beside(screen: Screen, request: HttpRequest, edition: Edition) -> Iterator[tuple[Aside, dict[str, Any]]]:
    """The asides of a screen that have something to show to this person, each with its context."""
    for each in _ASIDES[screen]:
        context = each.context(request, edition)
        if context is not None:
            yield each, {"request": request, "edition": edition, **context}


def links(request: HttpRequest, edition: Edition) -> list[Link]:
    """The ways to the other screens of an edition that this person may take."""
    made = (make(request, edition) for _order, make in _LINKS)
    return [each for each in made if each is not None]
