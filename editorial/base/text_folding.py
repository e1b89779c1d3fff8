"""Text as it is compared: without case, accents, ligatures and the many shapes of hyphens, apostrophes and spaces.

What is indexed and what is asked for go through `fold`, both, so that it does not matter how either was typed. It works
character by character, which lets a snippet mark the very words of the text as it was written.
"""

import re
import unicodedata

#: Letters that have no decomposition in Unicode but that people type without their stroke or as two letters.
_LETTERS = {
    "œ": "oe", "æ": "ae", "ß": "ss", "þ": "th", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i",
}  # fmt: skip
#: Nobody sees these: soft hyphen, zero-width characters, word joiner, byte-order mark, variation selectors.
_UNSEEN = re.compile("[\u00ad\u034f\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\ud800-\udfff]")
#: Marks that Unicode calls letters and that stand for an apostrophe.
_LIKE_APOSTROPHES = frozenset("ʹʺʻʼʽʾʿˈˊˋꞋꞌ")
#: “E.U.A.” and “U.S.” are one word each.
_DOTS = re.compile(r"(?<=\b[^\W\d_])\.(?=[^\W\d_]\b)")


class _Folded(dict[int, str]):
    """What each character becomes; worked out when it is first met (for `str.translate`)."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _fold_character(chr(code))
        return found


def _fold_character(character: str) -> str:
    if character == ".":
        return character
    if _UNSEEN.match(character) or unicodedata.combining(character):
        return ""
    lower = character.lower()
    parts = unicodedata.normalize("NFKD", _LETTERS.get(lower, lower)).lower()
    kept = [_LETTERS.get(part, part) for part in parts if not unicodedata.combining(part)]
    return "".join(part if part.isalnum() and part not in _LIKE_APOSTROPHES else " " for part in kept)


_FOLDED = _Folded()


def fold(text: str) -> str:
    """`text` as words of lower-case letters and digits, with one space between them.

    Accents go (é is e), ligatures and letters with strokes become plain letters (œ is oe), look-alikes become what they
    look like (ﬁ is fi, ² is 2), and every punctuation mark, hyphen, dash, apostrophe and odd space separates words.
    """
    folded = text.translate(_FOLDED)
    if "." in folded:
        folded = _DOTS.sub("", folded).replace(".", " ")
    return " ".join(folded.split())


def joined(text: str) -> str:
    """`text` folded, and after it each word with a mark inside, such as “T-MEC”, without that mark: “tmec”."""
    compounds = [word for word in map(fold, text.split()) if " " in word]
    return " ".join([fold(text), *(word.replace(" ", "") for word in compounds)])


_WORD = re.compile(r"[^\W_]+(?:\x00[^\W_]+)*")


def words_with_places(text: str) -> list[tuple[str, int, int]]:
    """Every word of `fold(text)` in its order, each with where it begins and ends in `text` as it was written."""
    pieces = [_FOLDED[ord(character)] for character in text]
    # A dot that `fold` takes out is kept as a mark of no width to the eye, so that places stay true.
    folded = _DOTS.sub("\x00", "".join(pieces))
    place = [index for index, piece in enumerate(pieces) for _letter in piece]
    return [
        (found[0].replace("\x00", ""), place[found.start()], place[found.end() - 1] + 1)
        for found in _WORD.finditer(folded)
    ]
