"""Where a link leads: to a document of this site, to another page of it, outside, or nowhere."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from django.conf import settings

from editorial.base import languages
from editorial.base.network import hrefs
from editorial.content import kinds

#: Given the path of an address on this site that is no document's, whether the public finds a page there.
Pages = Callable[[str], bool]
_PAGES: list[Pages] = []


def register_pages(pages: Pages) -> Pages:
    """Let the subject say which addresses lead to pages of its own: lists, files, the home page."""
    if pages not in _PAGES:
        _PAGES.append(pages)
    return pages


class Where(Enum):
    """What an address leads to."""

    DOCUMENT = "document"
    PAGE = "page"
    OUTSIDE = "outside"
    NOWHERE = "nowhere"
    OTHER = "other"  # the same page, a mailbox, a telephone


@dataclass(frozen=True)
class Target:
    """A parsed address. `language` is that of the page on this site; `path` is a document's, as `Address` keeps it."""

    where: Where
    language: str = ""
    path: str = ""
    url: str = ""


def parse(href: str) -> Target:
    """What `href`, as it stands in rich text, leads to. Whether a document is there is for `lookup` to say."""
    href = hrefs.spelled(href)
    try:
        parts = urlsplit(href)
        host = parts.hostname or ""
    except ValueError:
        return Target(Where.NOWHERE)
    if parts.scheme in ("mailto", "tel"):
        return Target(Where.OTHER)
    if host and host not in own_hosts():
        return Target(Where.OUTSIDE, url=href)
    if not host and not parts.path:
        return Target(Where.OTHER if len(href) > 1 else Where.NOWHERE)
    if not host and not parts.path.startswith("/"):
        # It would lead elsewhere from every page, file and feed in which the text stands.
        return Target(Where.NOWHERE)
    return _inside(unquote(parts.path or "/"))


def _inside(path: str) -> Target:
    words = [word for word in path.split("/") if word]
    language = words[0] if words and words[0] in languages.codes() else ""
    if language and len(words) == 3 and kinds.by_segment(language, words[1]) is not None:
        return Target(Where.DOCUMENT, language, f"{words[1]}/{words[2].removesuffix('.pdf')}")
    there = any(pages(path if path.endswith("/") or "." in path else f"{path}/") for pages in _PAGES)
    return Target(Where.PAGE if there else Where.NOWHERE, language)


def own_hosts() -> frozenset[str]:
    """The names under which this site is reached."""
    return _own_hosts(settings.SITE_URL, tuple(settings.ALLOWED_HOSTS))


@lru_cache
def _own_hosts(site_url: str, allowed: tuple[str, ...]) -> frozenset[str]:
    named = {urlsplit(site_url).hostname or "", *(host.strip("[]") for host in allowed if host[:1] not in ("*", "."))}
    return frozenset(host.lower() for host in named if host)
