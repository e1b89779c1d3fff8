"""Where a text holds numbers that name a person or an account, and where such a number is something else.

The cost grows with the length of the text and no faster: a run of digits is read once, and from each of its groups no
further than the nineteen digits that the longest of these numbers has.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from editorial.visitors.identifiers import is_card, is_clabe, is_curp, is_rfc, is_sin, rfc_digit

#: What people put between the groups, as `fold` leaves it: spaces, hyphens and dashes, dots.
_BETWEEN = r"[ \t.\u00b7\-\u2010-\u2015\u2212]"
_GAP = f"{_BETWEEN}{{0,2}}"
_RUN = re.compile(rf"(?<![\w+])\d+(?:{_BETWEEN}{{1,3}}\d+)*")
_GROUP = re.compile(r"\d+")
_LETTERED = re.compile(
    rf"(?<![\w&])[A-ZÑ&]{{3,4}}{_GAP}\d{{6}}{_GAP}"
    rf"(?:[HMX]{_GAP}[A-Z]{{2}}{_GAP}[A-ZÑ]{{3}}{_GAP}[0-9A-Z]{_GAP}\d|[0-9A-Z]{{3}})(?!\w)",
    re.IGNORECASE,
)
#: Digits of the longest number.
_LONGEST = 19
#: A number glued to what stands before or after it is part of a longer one: “C-046454286”, “046454286/2021”.
_GLUED_BEFORE, _GLUED_AFTER = re.compile(r"\w[-/.:,_]$"), re.compile(r"[-/:_]?\w")
_CURRENCY = r"MXN|CAD|USD|EUR|M\.?\s?N\b"
_AMOUNT_BEFORE = re.compile(rf"(?:[$€£¥]|\b(?:{_CURRENCY}))\s?$", re.IGNORECASE)
_AMOUNT_AFTER = re.compile(
    rf"\s?(?:[$€£¥%]|,\d|(?:{_CURRENCY}|pesos?|d[oó]lar(?:es)?|dollars?|euros?|"
    r"people|persons?|personas?|personnes?|"
    r"inhabitants?|habitants?|habitantes?|millions?|millones|tonn?es?|tons?|toneladas?|"
    r"km|ha|hectares?|hectáreas?|barrels?|barils?|barriles|litres?|litros?|vehicles?|véhicules?|vehículos?|"
    r"trips?|crossings?|cruces|visits?|visites?|visitas?)\b)",
    re.IGNORECASE,
)
_FILE_BEFORE = re.compile(
    r"\b(?:files?|dossiers?|expedientes?|folios?|dockets?|cases?|affaires?|oficios?|"
    r"treaty|traités?|tratados?|decrees?|décrets?|decretos?|resolutions?|résolutions?|resoluci[oó]n|"
    r"meetings?|réunions?|reuni[oó]n|"
    r"projects?|projets?|proyectos?|reports?|rapports?|informes?)\s?"
    r"(?:(?:no|nos|num|núm|number|numéro|número|nº|n°|#)\.?:?\s?)?$",
    re.IGNORECASE,
)
#: How far the words before and after are looked at.
_AROUND = 32


class Found(NamedTuple):
    """A number from `start` to `end`; `pays` for one of a card or an account, else it names a person or a company."""

    start: int
    end: int
    pays: bool


class _Digits(NamedTuple):
    start: int
    end: int


def fold(text: str) -> str:
    """`text` sign for sign, with plain digits, letters and spaces for those of other widths and shapes."""
    return re.sub(r"[^\x00-\x7f]", _plain, text)


def _plain(found: "re.Match[str]") -> str:
    plain = unicodedata.normalize("NFKC", found[0])
    return plain if len(plain) == 1 else found[0]


def find(folded: str) -> Iterator[Found]:
    """The numbers in a folded text, in two rows of their own order: those with letters, then those of digits alone."""
    for match in _LETTERED.finditer(folded):
        signs = re.sub(_BETWEEN, "", match[0]).upper()
        # Three or four letters, six digits and three letters may be words around a date.
        sure = len(signs) == len(match[0]) or match[0].isupper()
        if is_curp(signs) or (is_rfc(signs) and (sure or rfc_digit(signs) == signs[-1])):
            yield Found(match.start(), match.end(), pays=False)
    for match in _RUN.finditer(folded):
        yield from _in_run(folded, [_Digits(*each.span()) for each in _GROUP.finditer(folded, *match.span())])


def _in_run(folded: str, groups: list[_Digits]) -> Iterator[Found]:
    place = 0
    while place < len(groups):
        taken = _longest(folded, groups, place)
        if taken is None:
            place += 1
            continue
        count, pays = taken
        yield Found(groups[place].start, groups[place + count - 1].end, pays)
        place += count


def _longest(folded: str, groups: list[_Digits], place: int) -> tuple[int, bool] | None:
    """How many groups from this one on are one of the numbers, and whether it pays; the longest counts."""
    best, digits = None, ""
    for count, group in enumerate(groups[place : place + _LONGEST], 1):
        if len(digits) + group.end - group.start > _LONGEST:
            break
        digits += folded[group.start : group.end]
        some = groups[place : place + count]
        if is_card(digits) or is_clabe(digits):
            best = (count, True) if not _is_other(folded, some) else best
        elif is_sin(digits) and _is_grouped_as_sin(folded, groups, place, count):
            best = (count, False) if not _is_other(folded, some) else best
    return best


def _is_grouped_as_sin(folded: str, groups: list[_Digits], place: int, count: int) -> bool:
    """Nine digits in a row, or three by three and alone: more groups of three are an amount."""
    if count == 1:
        return True
    some = groups[place : place + count]
    between = [folded[a.end : b.start] for a, b in pairwise(some)]
    if [each.end - each.start for each in some] != [3, 3, 3] or between[0] != between[1]:
        return False
    before = groups[place - 1] if place else None
    after = groups[place + 3] if place + 3 < len(groups) else None
    goes_on_before = (
        before is not None and before.end - before.start <= 3 and folded[before.end : some[0].start] == between[0]
    )
    goes_on_after = (
        after is not None and after.end - after.start == 3 and folded[some[-1].end : after.start] == between[0]
    )
    return not (goes_on_before or goes_on_after)


def _is_other(folded: str, groups: list[_Digits]) -> bool:
    """Whether what stands around says that it is an amount, or the number of a file, a treaty or a meeting."""
    start, end = groups[0].start, groups[-1].end
    before, after = folded[max(0, start - _AROUND) : start], folded[end : end + _AROUND]
    return bool(
        _GLUED_BEFORE.search(before)
        or _GLUED_AFTER.match(after)
        or _AMOUNT_BEFORE.search(before)
        or _AMOUNT_AFTER.match(after)
        or _FILE_BEFORE.search(before)
    )
