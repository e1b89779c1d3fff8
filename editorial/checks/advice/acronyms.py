"""The check for abbreviations that nobody explains."""

import re
import unicodedata
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.advice.reading import Reading
from editorial.checks.advice.registry import Level, Spot, check
from editorial.checks.advice.texts import Role, Text, plain_words

#: Better known than what they stand for, in any of the languages.
KNOWN = frozenset(
    [
        "PDF",
        "GPS",
        "COVID",
        "URL",
        "HTML",
        "CSV",
        "XML",
        "UN",
        "ONU",
        "EU",
        "UE",
        "UK",
        "USA",
        "US",
        "EUA",
        "EE",
        "UU",
        "OK",
        "TV",
        "CV",
        "ID",
        "ADN",
        "DNA",
        "ARN",
        "RNA",
        "VIH",
        "HIV",
        "SIDA",
        "AIDS",
        "TIC",
        "ICT",
        "UTC",
        "AM",
        "PM",
        "SMS",
        "OTAN",
        "NATO",
        "UNESCO",
        "UNICEF",
        "G7",
        "G8",
        "G20",
        "LGBT",
        "LGBTI",
        "LGBTQ",
        "LGBTQI",
        "LGBTQIA",
    ]
)
_ACRONYM = re.compile(r"(?<![\w.@/’'-])(?:[A-ZÀÉÈÎÔÚÓÍÁÑ]{2,8})(?![\w@]|[-–/]\d|\.[A-Za-z])")
#: The same letters wherever they stand, and what stands in brackets: short, as what spells an abbreviation out is.
_CAPITALS = re.compile(r"\b[A-ZÀÉÈÎÔÚÓÍÁÑ]{2,8}\b")
_BRACKET = re.compile(r"\(([^()]{2,110})\)")
_IN_BRACKET = re.compile(r"(?:^|(?<=[\s,;«“\"]))[A-ZÀÉÈÎÔÚÓÍÁÑ]{2,8}\b")
#: Characters that may stand in a bracket before and after the abbreviation.
_BEFORE, _AFTER = 41, 60
#: A word before a bracket, perhaps in quotation marks.
_WORD_BEFORE = re.compile(r"\w[’'\-]{0,2}[»”\"]?\s{0,3}$")
#: An abbreviation is followed by what it means.
_MEANING = re.compile(r"\s{0,3}\([^()]*?[a-zà-ÿ]{3}")
#: Words up to this length are left out of many an abbreviation: of, de, la, los, pour…
_LITTLE = 3
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


@check(
    "acronyms.unexplained",
    level=Level.ADVICE,
    label=gettext_lazy("Abbreviations that are never spelled out"),
    why=gettext_lazy(
        "An abbreviation known in one capital is unknown in the other, and differs between the languages."
    ),
    mend=gettext_lazy(
        "Write it out where it first occurs, the abbreviation in brackets after it; "
        "or mark it as an abbreviation and say what it stands for; or link it to its own page."
    ),
    source="WCAG 2.2, 3.1.4",
)
def unexplained(reading: Reading) -> Iterator[Spot]:
    """Abbreviations in capitals that an edition does not explain in the language in which it uses them."""
    parts_of_names = {name.partition(".")[0] for name in reading.kind.names if "." in name}
    for code in reading.languages:
        texts = [text for text in reading.texts if text.language == code]
        explained = KNOWN | _own_names(reading, code) | _explained(texts)
        told: set[str] = set()
        for text in texts:
            if text.part in parts_of_names:
                continue  # another name of the document, or a note on it
            for acronym, sentence in _used(text):
                if acronym not in explained and acronym not in told:
                    told.add(acronym)
                    message = _("“%(acronym)s” is not spelled out in this language.") % {"acronym": acronym}
                    yield Spot(text.path, code, message, sentence, basis=acronym)


def _own_names(reading: Reading, code: str) -> frozenset[str]:
    """What the document itself is called: its title and its other names explain it."""
    said = [reading.content["fields"].get("acronym")]
    said += [row["name"] for row in reading.content["parts"].get("othername", ())]
    texts = [one.get(code) or "" if isinstance(one, dict) else one or "" for one in said]
    return frozenset(acronym for text in texts for acronym in _ACRONYM.findall(text))


def _explained(texts: list[Text]) -> frozenset[str]:
    """Those that stand in brackets after what they mean, or before it, that are marked up, or that are links."""
    found: set[str] = set()
    for text in texts:
        plain = text.plain
        used = set(_ACRONYM.findall(plain))
        initials = _rows_of_initials(plain, {len(_fold(acronym)) for acronym in used})
        found |= {acronym for acronym in used if _fold(acronym) in initials}
        found |= used & {*_in_brackets(plain), *_before_brackets(plain)}
        for element in text.elements("abbr", "a"):
            if element.tag == "a" or element.attributes.get("title"):
                found.update(_ACRONYM.findall(plain_words(element.children)))
    return frozenset(found)


def _in_brackets(plain: str) -> Iterator[str]:
    """Abbreviations that stand in brackets after a word: “North American Forest Commission (NAFC)”."""
    for bracket in _BRACKET.finditer(plain):
        if _WORD_BEFORE.search(plain[max(bracket.start() - 8, 0) : bracket.start()]):
            said = bracket[1]
            for found in _IN_BRACKET.finditer(said):
                if found.start() <= _BEFORE and len(said) - found.end() <= _AFTER:
                    yield found[0]


def _before_brackets(plain: str) -> Iterator[str]:
    """Abbreviations after which brackets hold words: “NAFC (North American Forest Commission)”."""
    return (found[0] for found in _CAPITALS.finditer(plain) if _MEANING.match(plain, found.end()))


def _rows_of_initials(plain: str, lengths: set[int]) -> set[str]:
    """Every row of so many neighbouring words' first letters."""
    return {
        letters[place : place + length]
        for letters in _initials(plain)
        for length in lengths
        for place in range(len(letters) - length + 1)
    }


def _initials(plain: str) -> tuple[str, str]:
    """The first letters of all words, in capitals for words that have one; and of all but little words."""
    pieces = re.findall(r"[^\W\d_]+", plain)
    return _fold("".join(piece[0] for piece in pieces)), _fold("".join(p[0] for p in pieces if len(p) > _LITTLE))


def _fold(text: str) -> str:
    """Without accents: Mexico's “Secretaría de Economía” is SE, Canada's “Énergie” may be E."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def _used(text: Text) -> Iterator[tuple[str, str]]:
    if text.role == Role.TITLE:
        return
    for block in text.blocks:
        own = block.own_text
        if own.upper() == own:
            continue  # capitals throughout, which is another check's
        for found in _ACRONYM.findall(own):
            if not _ROMAN.fullmatch(found):
                yield found, own
