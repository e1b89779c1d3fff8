"""Text as it is sorted and looked up: without case, accents and the many shapes of one sign.

No extension of PostgreSQL is needed, and nothing depends on the database's collation. What Python and SQL make of a
text must stay the same: indexes hold the one, questions are asked with the other.
"""

import re
import unicodedata

from django.contrib.postgres.search import SearchVectorField
from django.db.models import BooleanField, Func, TextField, Value

#: Letters that normalization form KD leaves whole, and how people type them.
_LIGATURES = {"œ": "oe", "æ": "ae", "ß": "ss"}
_STROKES = ("øđł", "odl")
_MARKS = re.compile("[\u0300-\u036f]")
#: Whatever is neither letter nor digit: spaces, hyphens, apostrophes, quotation marks, symbols.
_BETWEEN = r"[^a-z0-9\u00df-\u1fff\u2c80-\ud7ff]+"
_WORD = re.compile(r"[a-z0-9\u00df-\u1fff\u2c80-\ud7ff]+")


class Folded(Func):
    """Text as it is sorted: without case and accents. Its indexes stand on `Edition`."""

    template = r"lower(regexp_replace(normalize(%(expressions)s, NFKD), '[\u0300-\u036f]', '', 'g'))"
    output_field = TextField()


class Words(Func):
    """The words of one or more texts, folded: a tsvector without positions, made without dictionary and parser.

    Everything but letters and digits parts words, so that “l’énergie” is *l* and *energie*, and “Canada‑Mexico” two
    words whatever its hyphen.
    """

    arg_joiner = ", '') || ' ' || COALESCE("
    output_field = SearchVectorField()
    template = (
        "array_to_tsvector(string_to_array(btrim(regexp_replace(" + "replace(" * len(_LIGATURES) + r"translate(lower("
        r"regexp_replace(normalize(COALESCE(%(expressions)s, ''), NFKD), '[\u0300-\u036f]', '', 'g')), "
        + "'{}', '{}')".format(*_STROKES)
        + "".join(f", '{letter}', '{plain}')" for letter, plain in _LIGATURES.items())
        + f", '{_BETWEEN}', ' ', 'g')), ' '))"
    )


class HasWords(Func):
    """Whether `Words` hold all that a query of `prefixes` asks for."""

    template = "(%(expressions)s::tsquery)"
    arg_joiner = " @@ "
    output_field = BooleanField()

    def __init__(self, words: Words, query: str) -> None:
        super().__init__(words, Value(query))


def folded_words(text: str) -> list[str]:
    """The words of a text, folded as `Words` folds them, in their order, each once."""
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text)).lower().translate(str.maketrans(*_STROKES))
    for letter, letters in _LIGATURES.items():
        plain = plain.replace(letter, letters)
    return list(dict.fromkeys(_WORD.findall(plain)))


def prefixes(text: str) -> str:
    """A tsquery that asks for all words of a text, each as the beginning of a word; empty for a text without words."""
    return " & ".join(f"'{word}':*" for word in folded_words(text))
