"""Atom (RFC 4287), written by hand: a feed is a page of text, and says more here than Django's generator can.

Identities are URNs (RFC 4122): that of an entry is made of the document's own and the language, so that it stays when a
title or an address changes, and when the site moves to another host.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, UUID, uuid5
from xml.sax.saxutils import escape, quoteattr

from editorial.base.dates.safe import in_zone

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
#: XML 1.0 § 2.2 has no place for these, not even escaped.
_IMPOSSIBLE = {
    code: None for code in [*range(0x20), 0x7F, 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)] if code not in (9, 10, 13)
}


@dataclass(frozen=True)
class Entry:
    """One entry; `url` is the page, `alternates` are (language code, address) of it in other languages, `terms` are
    (code, name) of what it is about, `authors` the governments that signed it; `signatures` says all about that, behind
    the summary."""

    id: str
    title: str
    url: str
    updated: datetime
    published: datetime | None = None
    summary: str = ""
    terms: Iterable[tuple[str, str]] = ()
    alternates: Iterable[tuple[str, str]] = ()
    authors: Iterable[str] = ()
    signatures: str = ""


@dataclass(frozen=True)
class Feed:
    """A feed; `began` is its date while it has no entries."""

    id: str
    title: str
    subtitle: str
    author: str
    language: str
    url: str
    page: str
    began: datetime
    entries: list[Entry] = field(default_factory=list)


def urn(of: UUID, *names: object) -> str:
    """A lasting identity made of another and of names."""
    return uuid5(of, "/".join(map(str, names))).urn


def urn_of_address(path: str) -> str:
    """A lasting identity of what stands at an address of ours, whatever the host."""
    return uuid5(NAMESPACE_URL, path).urn


def text(value: str) -> str:
    """`value` as XML text."""
    return escape(value.translate(_IMPOSSIBLE))


def attribute(value: str) -> str:
    """`value` as a quoted XML attribute."""
    return quoteattr(value.translate(_IMPOSSIBLE))


def instant(moment: datetime) -> str:
    """A date of RFC 3339, in UTC."""
    return in_zone(moment, UTC).isoformat().replace("+00:00", "Z")


def feed_xml(feed: Feed) -> str:
    """The feed as XML."""
    updated = max((entry.updated for entry in feed.entries), default=feed.began)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={attribute(feed.language)}>',
        f"<id>{text(feed.id)}</id>",
        f"<title>{text(feed.title)}</title>",
        *([f"<subtitle>{text(feed.subtitle)}</subtitle>"] if feed.subtitle else []),
        f"<updated>{instant(updated)}</updated>",
        f"<author><name>{text(feed.author)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={attribute(feed.url)}/>',
        f'<link rel="alternate" type="text/html" hreflang={attribute(feed.language)} href={attribute(feed.page)}/>',
        *(line for entry in feed.entries for line in _entry(entry, feed.language)),
        "</feed>",
        "",
    ]
    return "\n".join(lines)


def _entry(entry: Entry, language: str) -> Iterable[str]:
    yield "<entry>"
    yield f"<id>{text(entry.id)}</id>"
    yield f"<title>{text(entry.title)}</title>"
    yield f"<updated>{instant(entry.updated)}</updated>"
    if entry.published:
        yield f"<published>{instant(entry.published)}</published>"
    for code, url in [(language, entry.url), *entry.alternates]:
        yield f'<link rel="alternate" type="text/html" hreflang={attribute(code)} href={attribute(url)}/>'
    for code, name in entry.terms:
        yield f"<category term={attribute(code)} label={attribute(name)}/>"
    for name in entry.authors:
        yield f"<author><name>{text(name)}</name></author>"
    said = "\n".join(filter(None, (entry.summary or entry.title, entry.signatures)))
    yield f"<summary>{text(said)}</summary>"
    yield "</entry>"
