"""Every sort of public page, found by following links from the home page:
new kinds and pages are found by themselves."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from django.urls import Resolver404, resolve

#: What a page's own links are: `href`, entities not yet resolved.
_LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]+)"')


@dataclass(frozen=True)
class Answer:
    """What was answered at an address."""

    address: str
    status: int
    media_type: str
    text: str


def sort_of(address: str) -> tuple[str, ...]:
    """What tells the page at an address from other sorts of pages: view, kind, then the names of its parameters."""
    parts = urlsplit(address)
    try:
        match = resolve(parts.path)
    except Resolver404:
        return ("nowhere",)
    named = sorted({name for name, _value in parse_qsl(parts.query)})
    if named == ["at"]:
        return (match.func.__module__, match.func.__name__, "", "at")  # the past looks alike, whatever the kind
    return (match.func.__module__, match.func.__name__, str(match.kwargs.get("segment", "")), *named)


def crawl(
    ask: Callable[[str], Answer], language: str, *, each: int = 1, plain: int = 2, parameters: int = 2
) -> Iterator[Answer]:
    """The HTML pages of a language, from its home page on.

    :param each: how many pages of one sort with parameters; `plain`: how many without.
    :param parameters: the most that an address may have; pages of more look like those of fewer.
    """
    seen: dict[tuple[str, ...], int] = {}
    waiting, known = [f"/{language}/"], {f"/{language}/"}
    while waiting:
        address = waiting.pop(0)
        sort = sort_of(address)
        if seen.get(sort, 0) >= (each if urlsplit(address).query else plain) or len(sort) > 3 + parameters:
            continue
        answer = ask(address)
        if not answer.media_type.startswith("text/html"):
            seen[sort] = seen.get(sort, 0) + 1
            continue
        seen[sort] = seen.get(sort, 0) + 1
        yield answer
        for found in _LINK.findall(answer.text):
            href = urldefrag(urljoin(address, unescape(found))).url
            # Files and data have a name at the end.
            if href.startswith(f"/{language}/") and urlsplit(href).path.endswith("/") and href not in known:
                known.add(href)
                waiting.append(href)
