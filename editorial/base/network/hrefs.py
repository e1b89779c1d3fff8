"""The one reading of a link's address, as browsers read it (https://url.spec.whatwg.org/#concept-basic-url-parser).

A browser takes `//host`, `/\\host`, `\\\\host` and `///host` for another site, ignores tabs and line ends wherever they
stand, and reads a backslash as a slash. Whoever asks whether a link leads outside asks `spelled` first, which writes
all of those as `https://host`; then what begins with one slash is a path of this site, and nothing else is.
"""

import re

_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
#: What has no scheme has no colon before its first slash either (RFC 3986, section 4.2): it would be read as one.
_COLON = re.compile(r"[^/\\?#]*:")
#: What browsers take off an address: controls and spaces at its ends, tabs and line ends anywhere.
_ENDS = "".join(map(chr, range(0x21)))
_IGNORED = re.compile(r"[\t\n\r]")
_OTHERS = frozenset({"mailto", "tel"})
#: The beginning of a path of this site, for regular expressions over HTML that may be older than this spelling.
PATH = r"/(?![/\\])"


def spelled(href: str) -> str:
    """`href` in its one spelling; empty where it leads nowhere, or nowhere that the house lets a link lead.

    Kept are http and https with a host, mailto and tel; paths, parameters and anchors of this site; and what is
    relative to a page, which the checks of content report. A text that is escaped for HTML may be given, and stays so.
    """
    href = _IGNORED.sub("", href).strip(_ENDS)
    scheme = _SCHEME.match(href)
    if scheme is None:
        if re.match(r"[/\\]{2}", href):
            return _on_host("https", href)
        if _COLON.match(href):
            return ""
        return _slashes(href) if href[:1] in ("/", "\\") else href
    name = scheme[1].lower()
    if name in ("http", "https"):
        return _on_host(name, href[scheme.end() :])
    return href if name in _OTHERS else ""


def is_path(href: str) -> bool:
    """Whether `href`, as it stands, is a path of this site."""
    return re.match(PATH, href) is not None


def _on_host(scheme: str, rest: str) -> str:
    rest = _slashes(rest).lstrip("/")
    return f"{scheme}://{rest}" if rest and rest[0] not in "?#" else ""


def _slashes(address: str) -> str:
    """`address` with slashes for backslashes, up to its parameters and anchor, where they mean themselves."""
    end = re.search(r"[?#]", address)
    cut = end.start() if end else len(address)
    return address[:cut].replace("\\", "/") + address[cut:]
