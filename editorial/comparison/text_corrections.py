"""Whether a text was only corrected: the same words, numbers and links, spelled or set better.

What passes: white space, punctuation, capitals, accents, typographic signs, words joined or parted, a word written
twice, and a few letters within words. What does not: any number, date, amount or sign of one; a link; a word that
denies, obliges or counts; a word put in, left out or replaced by another. When in doubt the reader is told.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from editorial.base import sequences
from editorial.base.text_folding import fold

#: More corrections than this in one text, and more than one word in twenty, are a rewriting.
FEW = 3
_SHARE = 20
_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?:[ ,]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,:/]\d+)*")
_MINUS = re.compile(r"(?<![\w)])[-\u2212](?=\d)")
_SIGNS = re.compile(r"[%‰°+<>=±×÷$€£¥]")
_WORD = re.compile(r"[^\W\d_]+")
_HREF = re.compile(r"<a\b[^>]*?\bhref=\"([^\"]*)\"", re.IGNORECASE)
_TABLE = re.compile(r"<(/?(?:table|caption|tr|th|td)\b)", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^>]*>", re.IGNORECASE)
#: Elements that do not part words.
_INLINE = frozenset({"a", "abbr", "b", "em", "i", "span", "strong", "sub", "sup"})

#: Words, by language and without accents, that say the contrary, oblige, count or date: each matters.
_WEIGHTY = {
    "en": (
        "no not nor never none neither without cannot cant wont dont doesnt didnt isnt arent wasnt werent shall "
        "must may might can could will would should only all any each every some few many most least more less "
        "before after until since above below over under one two three four five six seven eight nine ten eleven "
        "twelve twenty thirty forty fifty hundred thousand million millions billion billions first second third "
        "quarter half january february march april june july august september october november december monday "
        "tuesday wednesday thursday friday saturday sunday"
    ),
    "fr": (
        "ne pas non ni jamais aucun aucune sans sauf plus moins doit doivent devra devront peut peuvent pourra "
        "pourront avant apres jusque depuis chaque deux trois quatre cinq sept huit neuf dix onze douze vingt "
        "trente quarante cinquante cent cents mille milliard milliards premier deuxieme troisieme quart demi "
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi "
        "mercredi jeudi vendredi samedi dimanche"
    ),
    "es": (
        "nunca ningun ninguno ninguna sin salvo mas menos debe deben debera deberan puede pueden podra podran "
        "antes despues hasta desde cada dos tres cuatro cinco siete ocho nueve diez once doce veinte treinta "
        "cuarenta cincuenta ciento cien mil millon millones primero segundo tercero cuarto medio enero febrero "
        "marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miercoles jueves "
        "viernes sabado domingo"
    ),
}
WEIGHTY = frozenset(word for words in _WEIGHTY.values() for word in words.split())


def corrected(before: str, after: str, *, rich: bool = False) -> bool:
    """Whether `after` is `before` with nothing but corrections.

    :param rich: both are HTML of rich text (`editorial.richtext.field`); marking counts only in links and tables.
    """
    if before == after:
        return True
    if rich:
        if any(pattern.findall(before) != pattern.findall(after) for pattern in (_HREF, _TABLE)):
            return False
        before, after = _plain(before), _plain(after)
    before, after = (unicodedata.normalize("NFKC", each).replace("’", "'") for each in (before, after))
    if not before.strip() or not after.strip():
        return before.strip() == after.strip()
    if any(find(before) != find(after) for find in (_numbers, _SIGNS.findall, _MINUS.findall)):
        return False
    return _same_words(_words(before), _words(after))


def _plain(html: str) -> str:
    from html import unescape

    return unescape(_TAG.sub(lambda tag: "" if tag[2].lower() in _INLINE else "\n", html))


def _numbers(text: str) -> list[str]:
    """The numbers of a text; how thousands are parted does not count, a decimal sign does."""
    found = []
    for match in _NUMBER.finditer(text):
        number = match[0]
        grouped = re.fullmatch(r"\d{1,3}(?:[ ,]\d{3})+(?:\.\d+)?", number)
        found.append(re.sub("[ ,]", "", number) if grouped else number)
    return found


def _words(text: str) -> list[str]:
    """The words in small letters; an apostrophe within a word that denies (can't) does not part it."""
    return [word.casefold() for word in _WORD.findall(re.sub(r"n't\b", "nt", text, flags=re.IGNORECASE))]


def _weighty(words: Sequence[str]) -> Counter[str]:
    return Counter(word for word in map(fold, words) if word in WEIGHTY)


def _same_words(old: list[str], new: list[str]) -> bool:
    if old == new:
        return True
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    limit = max(FEW, len(old) // _SHARE)
    # One word of the same text on either side, so that a word written twice is seen beside its like.
    begin, tail = max(start - 1, 0), max(end - 1, 0)
    old, new = old[begin : len(old) - tail], new[begin : len(new) - tail]
    edited = 0
    for how, a, b, c, d in sequences.steps(old, new):
        if how == "equal":
            continue
        edited += max(b - a, d - c)
        if edited > limit or not _correction(old, a, b, new[c:d]):
            return False
    return True


def _correction(old: Sequence[str], a: int, b: int, there: Sequence[str]) -> bool:
    """Whether the words `old[a:b]` became `there` by a correction."""
    here = old[a:b]
    if not there:
        size = b - a
        return here in (old[a - size : a], old[b : b + size]) if a >= size else here == old[b : b + size]
    if not here:
        return False
    if _weighty(here) != _weighty(there):
        return False
    if "".join(map(fold, here)) == "".join(map(fold, there)):
        return True
    return len(here) == len(there) and all(_alike(one, other) for one, other in zip(here, there, strict=True))


def _alike(one: str, other: str) -> bool:
    """Whether one word is the other, misspelled; the shorter they are, the less may differ."""
    one, other = fold(one), fold(other)
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if long == f"{short}{short[-1]}e":
        return True  # agreement in French: annuel, annuelle
    size = len(short)
    if size <= 3:
        return sorted(one) == sorted(other) and _edits(one, other, 1)
    if one[0] != other[0]:
        return False
    if size == 4:
        replaced = len(one) == len(other) and sorted(one) != sorted(other)
        return not replaced and _edits(one, other, 1)
    if size < 9:
        return _edits(one, other, 1)
    return one[:2] == other[:2] and _edits(one, other, 2)


def _edits(one: str, other: str, most: int) -> bool:
    """Whether at most so many letters were added, left out, replaced or swapped with a neighbour (Damerau 1964)."""
    if abs(len(one) - len(other)) > most:
        return False
    # Only the places near the diagonal can be reached by so few changes (Ukkonen 1985); all others are too far.
    far = most + 1
    before: dict[int, int] = {}
    last = {j: j for j in range(most + 1)}
    for i, letter in enumerate(one, 1):
        row: dict[int, int] = {}
        for j in range(max(i - most, 0), min(i + most, len(other)) + 1):
            cost = min(last.get(j, far), row.get(j - 1, far)) + 1
            if j:
                cost = min(cost, last.get(j - 1, far) + (letter != other[j - 1]))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == other[j - 1]:
                cost = min(cost, before.get(j - 2, far) + 1)
            row[j] = cost
        before, last = last, row
    return last.get(len(other), far) <= most
