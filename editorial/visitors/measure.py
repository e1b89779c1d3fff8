"""How long a text is, as people count, and whether it can be read at all."""

import math
import unicodedata

from editorial.base import text as plain

_JOINER = "\u200d"
#: Code points to one character, at most, before they are counted as characters of their own: an accented letter
#: takes two or three, a family of emoji seven; a tower of accents without end is no letter.
_PER_CHARACTER = 12


def length(text: str) -> int:
    """The number of characters that a person sees: a line end is one, a letter with its accents is one.

    An emoji joined of several is one as well. This is near to the grapheme clusters of Unicode (UAX #29), without its
    tables; for a text in our languages it is the same.
    """
    text = plain.clean(text)
    seen, joined, flag = 0, False, False
    for sign in text:
        if sign == _JOINER:
            joined = True
            continue
        code = ord(sign)
        regional = 0x1F1E6 <= code <= 0x1F1FF
        follows = (
            unicodedata.combining(sign)
            or unicodedata.category(sign) in ("Mn", "Me", "Mc")
            or (0x1F3FB <= code <= 0x1F3FF)
        )
        if not (follows or joined or (regional and flag)):
            seen += 1
        flag = regional and not flag
        joined = False
    return max(seen, math.ceil(len(text) / _PER_CHARACTER))


def is_unreadable(text: str) -> bool:
    """Whether a character was lost on the way: what could not be decoded comes as U+FFFD, the replacement character."""
    return "\ufffd" in text


def has_unseen(text: str) -> bool:
    """Whether characters are in it that nobody sees and that change what is read: controls, bidirectional marks…"""
    return plain.UNSEEN.search(text.replace("\r\n", "\n").replace("\r", "\n")) is not None
