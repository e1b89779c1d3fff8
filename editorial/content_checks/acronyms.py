"""The check for abbreviations that nobody explains."""

import re
import unicodedata
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.content_checks.reading import Reading
from editorial.content_checks.registry import Level, Spot, check
from editorial.content_checks.texts import Role, Text, words

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
        "Write it out where it first occurs, the abbreviation in brackets after it; or mark it as an abbreviation and say what it stands for; or link it to its own page."
    ),
    source="WCAG 2.2, 3.1.4",
)
def unexplained(reading: Reading) -> Iterator[Spot]:
    """Abbreviations in capitals that an edition does not explain in the language in which it uses them."""
    parts_of_names = {name.partition(".")[0] for name in reading.kind.names if "." in name}
    for code in reading.languages:
        texts = [text for text in reading.texts if text.language == code]
        explained = KNOWN | _own(reading, code) | _explained(texts)
        told: set[str] = set()
        for text in texts:
            if text.part in parts_of_names:
                continue  # another name of the document, or a note on it
            for acronym, sentence in _used(text):
                if acronym not in explained and acronym not in told:
                    told.add(acronym)
                    message = _("“%(acronym)s” is not spelled out in this language.") % {"acronym": acronym}
                    yield Spot(text.path, code, message, sentence, basis=acronym)


def _own(reading: Reading, code: str) -> frozenset[str]:
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
        initials = _initials(plain)
        for acronym in set(_ACRONYM.findall(plain)):
            before = rf"\w[\w’'\-]*[»”\"]?[\s\u00a0]*\((?:[^()]{{0,40}}[\s,;«“\"])?{acronym}\b[^()]{{0,60}}\)"
            after = rf"\b{acronym}[\s\u00a0]*\([^()]*?[a-zà-ÿ]{{3}}"
            spelled = any(_fold(acronym) in each for each in initials)
            if spelled or re.search(before, plain) or re.search(after, plain):
                found.add(acronym)
        for element in text.elements("abbr", "a"):
            if element.tag == "a" or element.attributes.get("title"):
                found.update(_ACRONYM.findall(words(element.children)))
    return frozenset(found)


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
        own = block.own
        if own.upper() == own:
            continue  # capitals throughout, which is another check's
        for found in _ACRONYM.findall(own):
            if not _ROMAN.fullmatch(found):
                yield found, own
