"""Numbers written in words, in each language, as far as they are written so: small ones, tens, and their ordinals."""

import re
from decimal import Decimal

_TENS = range(20, 101, 10)
_CARDINALS = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen | twenty thirty forty fifty sixty seventy eighty ninety hundred",
    "fr": "une? deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit"
    " dix-neuf | vingt trente quarante cinquante soixante soixante-dix quatre-vingts? quatre-vingt-dix cent",
    "es": "un[oa]? dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete"
    " dieciocho diecinueve | veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa (?:cien|ciento)",
}
_ORDINALS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth | twentieth thirtieth fortieth fiftieth sixtieth seventieth"
    " eightieth ninetieth hundredth",
    "fr": "premi(?:er|ère)s? (?:deuxième|seconde?) troisième quatrième cinquième sixième septième huitième neuvième"
    " dixième onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième |"
    " vingtième trentième quarantième cinquantième soixantième soixante-dixième quatre-vingtième"
    " quatre-vingt-dixième centième",
    "es": "primer[oa]?s? segund[oa]s? tercer[oa]?s? cuart[oa]s? quint[oa]s? sext[oa]s? s[ée]ptim[oa]s? octav[oa]s?"
    " noven[oa]s? décim[oa]s? (?:undécim|decimoprimer|onceav)[oa]? (?:duodécim|decimosegund)[oa] decimotercer[oa]?"
    " decimocuart[oa] decimoquint[oa] decimosext[oa] decimos[ée]ptim[oa] decimoctav[oa] decimonoven[oa] |"
    " vigésim[oa] trigésim[oa] cuadragésim[oa] quincuagésim[oa] sexagésim[oa] septuagésim[oa] octogésim[oa]"
    " nonagésim[oa] centésim[oa]",
}
#: A dozen and its like, and halves.
_OTHERS = {
    "en": {12: "dozens?", 2: "both|twice|half|pair|bilateral|second", 10: "decades?", 100: "centur(?:y|ies)"},
    "fr": {
        12: "douzaines?",
        2: "moitié|paire|double",
        10: "décennies?|dizaines?",
        15: "quinzaines?",
        20: "vingtaines?",
    },
    "es": {
        12: "docenas?",
        2: "ambos|ambas|mitad|par|doble",
        10: "décadas?|decenas?",
        15: "quincenas?",
        20: "veintenas?",
    },
}


def _patterns(language: str) -> dict[int, re.Pattern[str]]:
    found: dict[int, list[str]] = {}
    for table in (_CARDINALS, _ORDINALS):
        ones, tens = table[language].split(" | ")
        for number, pattern in [*enumerate(ones.split(), 1), *zip(_TENS, tens.split(), strict=True)]:
            found.setdefault(number, []).append(pattern)
    for number, pattern in _OTHERS[language].items():
        found.setdefault(number, []).append(pattern)
    return {number: re.compile(rf"\b(?:{'|'.join(patterns)})\b") for number, patterns in found.items()}


_SAID = {language: _patterns(language) for language in _CARDINALS}
ROMAN = re.compile(r"\b[IVXL]{1,7}(?=e\b|ᵉ|\b)")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def is_said_in_words(number: Decimal, text: str, language: str) -> bool:
    """Whether `text`, in small letters, says `number` in words: “twelve”, “douzième”, “docena”."""
    pattern = _SAID.get(language, {}).get(int(number)) if number == int(number) else None
    return pattern is not None and pattern.search(text) is not None


def roman(written: str) -> int:
    """The value of a Roman numeral up to 89: "XVII" is 17."""
    values = [_ROMAN_VALUES[letter] for letter in written]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
