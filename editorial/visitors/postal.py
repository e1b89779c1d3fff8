"""Addresses of houses, where they can be told from other words: a number beside a kind of street, and postal codes.

Cautious on purpose: what is no address is never taken. A number that may be a year, or that counts articles, chapters
or meetings, is none of a house.
"""

import re

_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’.\-]{0,30}"
#: 1 to 99999, but no year of this century or the last.
_HOUSE = r"(?!(?:19|20)\d\d\b)\d{1,5}[A-Za-z]?"
_NOT_COUNTED = "".join(
    rf"(?<!\b{word} )"
    for word in (
        "article", "artículo", "chapter", "chapitre", "capítulo", "section", "sección", "table", "tableau", "cuadro",
        "figure", "figura",
        "annex", "annexe", "anexo", "page", "página", "item", "line", "ligne", "línea", "part", "meeting", "phase",
        "fase", "goal",
    )
)  # fmt: skip
_POSTAL = re.compile(
    # Canada Post: no D, F, I, O, Q, U; none begins with W or Z.
    r"(?<!\w)[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ \u00a0-]?\d[ABCEGHJ-NPRSTV-Z]\d(?!\w)"
    r"|(?<!\w)C\.?\s?P\.?:?\s?\d{5}(?!\w)",
    re.IGNORECASE,
)
_ENGLISH = (
    rf"(?<![\w.,/-])(?i:{_NOT_COUNTED}){_HOUSE}\s(?:[NSEW]\.?\s)?(?:{_NAME}\s){{1,3}}"
    r"(?:Street|St(?!\.?\s[A-ZÀ-Þ])|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Crescent|Cres)\b\.?"
    r"(?:\s(?:North|South|East|West|[NSEW]\b))?"
)
_FRENCH = (
    rf"(?<![\w.,/-])(?i:{_NOT_COUNTED}){_HOUSE}(?:\s(?:bis|ter))?,?\s"
    r"(?:[Rr]ue|[Aa]venue|[Aa]v\.|[Bb]oulevard|[Bb]oul\.|[Bb]d|[Cc]hemin|[Cc]h\.|[Ii]mpasse)\s"
    rf"(?:(?:de\sla|des|du|de|le|la)\s|d['’]|de\sl['’]|l['’])?{_NAME}(?:[ -]{_NAME}){{0,3}}"
)
_SPANISH = (
    r"(?<!\w)(?:[Cc]alle|[Aa]venida|[Aa]v\.|[Cc]alzada|[Cc]alz\.|"
    r"[Bb]oulevard|[Bb]lvd\.|[Pp]aseo|[Pp]rivada|[Cc]allejón|[Cc]da\.)\s"
    rf"(?:(?:de\slas?|de\slos|del|de|la)\s)?{_NAME}(?:\s(?:(?:de\slas?|de\slos|del|de|y)\s)?{_NAME}){{0,3}},?\s"
    rf"(?:(?:#|[Nn]o\.|[Nn]úm\.|[Nn]úmero|N[°º])\s?)?{_HOUSE}"
    r"(?:\s?,?\s(?:int|interior|depto|departamento)\.?\s\w{1,4})?(?!\w)(?!/\d)"
)
_STREET = re.compile(f"{_ENGLISH}|{_FRENCH}|{_SPANISH}")


def without_places(text: str, mark: str) -> str:
    """`text` with the mark in the place of every address of a house and every postal code of Canada and Mexico."""
    return _POSTAL.sub(mark, _STREET.sub(mark, text))
