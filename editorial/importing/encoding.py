"""From bytes to letters: by mark, by what the file says, else by what fits."""

import codecs
import re
from dataclasses import dataclass

#: Byte-order marks and what they mean, the longer ones first (Unicode 15, section 23.8).
_BY_MARK = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MARKS = tuple(mark for mark, _name in _BY_MARK)
_HEAD = 2048  # bytes in which HTML says its encoding (WHATWG asks for 1024)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_DECLARED_XML = re.compile(rb"""^<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{1,40})""")
#: UTF-8 read as Windows-1252: capital A with tilde or circumflex before a sign that never follows it in a word.
MOJIBAKE = re.compile("Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\u00a0-\u00bf]|â€[\u0098-\u009d™œ\u009d“”¦¢]")
_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|p|div|h[1-6]|ul|table|section|article|main|frameset)\b", re.IGNORECASE
)


class NoText(Exception):
    """Raised for bytes that no encoding of a text makes readable."""


@dataclass(frozen=True)
class Decoded:
    """A text and how it was read. `guessed`: nothing in the file named the encoding, or it named a wrong one."""

    text: str
    encoding: str
    guessed: bool = False

    @property
    def usual(self) -> bool:
        """Whether it is UTF-8, as nearly everything is today."""
        return self.encoding == "UTF-8"


def decode(data: bytes) -> Decoded:
    """The letters of a text file. Raises NoText for what is none."""
    for mark, name in _BY_MARK:
        if data.startswith(mark):
            return _checked(_strictly(data, name) or "", name.removesuffix("-sig").upper())
    silent = _utf16_without_mark(data)
    if silent:
        return _checked(_strictly(data, silent) or "", "UTF-16", guessed=True)
    as_utf8 = _strictly(data, "utf-8")
    if as_utf8 is not None:
        # Whatever the file says: bytes beyond ASCII that happen to be sound UTF-8 are UTF-8.
        return _checked(as_utf8, "UTF-8")
    declared = _declared(data)
    said = _strictly(data, declared) if declared else None
    if said is not None:
        return _checked(said, _name(declared))
    # Every byte is a sign here, so this fits always; it is what most old files of the three languages are in.
    return _checked(data.decode("cp1252", "replace"), "Windows-1252", guessed=True)


def _strictly(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeError, LookupError):
        return None


def _checked(text: str, name: str, *, guessed: bool = False) -> Decoded:
    text = text.removeprefix("\ufeff")
    strange = sum(1 for sign in text[:20_000] if sign < "\t" or "\x0d" < sign < " " or sign == "\ufffd")
    if not text.strip() or "\x00" in text or strange > len(text[:20_000]) // 50:
        raise NoText
    return Decoded(text, name, guessed)


def _utf16_without_mark(data: bytes) -> str:
    """UTF-16 that lost its mark shows every other byte of Latin letters as zero."""
    head = data[:2000]
    if len(head) < 4 or b"\x00" not in head:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > half * 0.7 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.7 and odd < half * 0.1 else ""


def _declared(data: bytes) -> str:
    """The encoding that the file names; a Latin-1 is read as Windows-1252, as browsers do (WHATWG Encoding)."""
    found = _DECLARED_XML.search(data[:_HEAD]) or _DECLARED.search(data[:_HEAD])
    name = found[1].decode("ascii").lower() if found else ""
    return (
        "cp1252" if name in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "windows-1252") else _known(name)
    )


def _known(name: str) -> str:
    """Only encodings of texts: Python knows others by name that unpack or execute nothing but are no letters."""
    try:
        info = codecs.lookup(name)
    except LookupError:
        return ""
    return name if info._is_text_encoding and not info.name.startswith("utf-16") else ""


def _name(declared: str) -> str:
    return "Windows-1252" if declared == "cp1252" else declared.upper()


def looks_like_html(text: str, name: str) -> bool:
    """Whether a text is markup: by its first tag, or by its name and any tag."""
    start = text.lstrip()[:500].lower()
    if start.startswith(("<!doctype html", "<html", "<head", "<body")) or (
        start.startswith("<?xml") and "<html" in start
    ):
        return True
    tags = len(_TAG.findall(text[:50_000]))
    named = name.rsplit(".", 1)[-1].lower() in ("html", "htm", "xhtml", "shtml", "php", "aspx")
    return tags >= 1 if named else tags >= 3 and start.startswith("<")
