"""The list of an edition's remarks with its forms, as it stands beside the form and on a page of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.utils.translation import pgettext

from editorial.admin import addresses, edition_facts, request_cache
from editorial.admin.base import person
from editorial.base import clock, languages
from editorial.base.reasons import Reason
from editorial.collaboration.remarks import mentions, places
from editorial.collaboration.remarks.listing import ThreadFilter, listing
from editorial.collaboration.remarks.places import Place
from editorial.comparison import diff
from editorial.content.canonical import Content
from editorial.content.wording import Words
from editorial.models import Edition, GuestAgreement, User
from editorial.models.remark import MOST, MOST_QUOTED
from editorial.web.redirects import safe_target

#: The parameter that says which threads are shown.
SHOW = "remarks"
#: How many people are offered to be mentioned; others can be typed.
_MOST_PEOPLE = 200


@dataclass(frozen=True)
class Typed:
    """What was sent and refused: it stands in its form again. `thread` is that of an answer, none for a new thread."""

    values: dict[str, Any] = field(default_factory=dict)
    thread: int | None = None
    reasons: tuple[Reason, ...] = ()
    status: int = 200


@dataclass(frozen=True)
class ThreadLink:
    """One way of showing the threads, with how many it shows."""

    show: ThreadFilter
    label: str
    count: int
    url: str
    is_current: bool


def wanted_threads(request: HttpRequest) -> ThreadFilter:
    """Which threads the address, or the form that was sent, asks for; the open ones where it names none."""
    named = request.POST.get(SHOW) or request.GET.get(SHOW, "")
    return ThreadFilter(named) if named in list(ThreadFilter) else ThreadFilter.OPEN


def back_to(request: HttpRequest, edition: Edition) -> str:
    """Where the person came from: a path of this site, else the page of the remarks."""
    given = request.POST.get("back", "") or request.GET.get("back", "")
    return safe_target(request, given, otherwise=addresses.screen_url(edition, "remarks"))


def context(
    request: HttpRequest, edition: Edition, *, back: str, typed: Typed | None = None, value: Content | None = None,
    said: str = "",
) -> dict[str, Any]:  # fmt: skip
    """What the panel's template shows.

    :param back: the path to which its forms lead back.
    :param value: what the edition says, where the caller has read it.
    :param said: what has just happened, to be told at the top.
    """
    by, show = person(request), wanted_threads(request)
    value = value or request_cache.content_of_edition(request, edition)
    words = request_cache.words_for(request, edition, value)
    found = listing(edition, value, by=by, now=clock.now(), show=show, words=words)
    return {
        "edition": edition,
        "listing": found,
        "agreements": _agreements(request, edition),
        "ways": [_way(each, found.counts[each], back, show) for each in ThreadFilter],
        "back": back,
        "show": show,
        "places": _places(found.places, value, typed, words),
        "typed": typed or Typed(),
        "said": said,
        "open_url": addresses.screen_url(edition, "remarks"),
        "languages": [(code, languages.name(code)) for code in languages.codes()],
        "people": _people(by),
        "most": MOST,
        "most_quoted": MOST_QUOTED,
    }


def _places(offered: Sequence[Place], value: Content, typed: Typed | None, words: Words) -> list[Place]:
    """The places to choose from, with the text that the script chose, where it was refused for another reason."""
    path = str(typed.values.get("path", "")) if typed else ""
    if all(place.path != path for place in offered) and places.exists(value, path):
        return [*offered, Place(path, diff.labels_of(value, [path], words)[0])]
    return list(offered)


def _agreements(request: HttpRequest, edition: Edition) -> list[GuestAgreement]:
    """What guests agreed to by preview links of this edition."""
    if not edition_facts.edition_facts(request, edition).agreements:
        return []
    return list(GuestAgreement.objects.filter(link__edition=edition.pk).select_related("link__made_by"))


def _people(by: User) -> list[User]:
    return list(mentions.readers().exclude(pk=by.pk).order_by("last_name", "first_name", "username")[:_MOST_PEOPLE])


def _way(show: ThreadFilter, count: int, back: str, current: ThreadFilter) -> ThreadLink:
    labels = {
        ThreadFilter.OPEN: pgettext("remarks", "Open"),
        ThreadFilter.MUST_FIX: pgettext("remarks", "Must be fixed"),
        ThreadFilter.MINE: pgettext("remarks", "Mine"),
        ThreadFilter.RESOLVED: pgettext("remarks", "Resolved"),
        ThreadFilter.ALL: pgettext("remarks", "All"),
    }
    path = back.partition("?")[0].partition("#")[0]
    return ThreadLink(show, labels[show], count, f"{path}?{SHOW}={show.value}#remarks", show == current)
