"""Numbers that name a person or an account, told by their shape and their check digits.

Canada: social insurance number (SIN: nine digits, Luhn). Mexico: CURP (18 signs, RENAPO), RFC (13 signs for a person,
12 for a company, SAT) and CLABE (18 digits, Banco de México). Payment cards: 12 to 19 digits with a known beginning
(ISO/IEC 7812), Luhn.

Each function takes the signs alone, in ASCII capitals, without what stands between the groups.
"""

import re

_DAY = r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
#: The states of birth, and NE for born abroad.
_STATES = "AS|BC|BS|CC|CL|CM|CS|CH|DF|DG|GT|GR|HG|JC|MC|MN|MS|NT|NL|OC|PL|QT|QR|SP|SL|SR|TC|TS|TL|VZ|YN|ZS|NE"
_CURP = re.compile(rf"[A-ZÑ][AEIOUX][A-ZÑ]{{2}}{_DAY}[HMX](?:{_STATES})[B-DF-HJ-NP-TV-ZÑ]{{3}}[0-9A-Z]\d")
_RFC = re.compile(rf"[A-ZÑ&]{{3,4}}{_DAY}[0-9A-Z]{{2}}[0-9A]")
#: The signs of an RFC in the order of their values (SAT, Anexo 19 of the Resolución Miscelánea Fiscal).
_RFC_VALUES = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ"
#: The first digits of payment cards and how long the numbers are.
_CARDS = (
    (re.compile(r"4"), {13, 16, 19}),  # Visa
    (re.compile(r"5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720"), {16}),  # Mastercard
    (re.compile(r"3[47]"), {15}),  # American Express
    (re.compile(r"30[0-5]|309|36|3[89]"), {14, 16, 19}),  # Diners Club
    (re.compile(r"6011|64[4-9]|65|62|352[89]|35[3-8]"), {16, 17, 18, 19}),  # Discover, UnionPay, JCB
    (re.compile(r"50|5[6-8]|6[0-9]"), set(range(13, 20))),  # Maestro, and Carnet of Mexico
)


def luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of the others (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, digit in enumerate(map(int, reversed(digits))):
        doubled = digit * 2 if place % 2 else digit
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0


def is_sin(digits: str) -> bool:
    """Whether nine digits are a Canadian social insurance number."""
    return len(digits) == 9 and len(set(digits)) > 1 and luhn(digits)


def is_card(digits: str) -> bool:
    """Whether digits are the number of a payment card."""
    known = any(begins.match(digits) and len(digits) in lengths for begins, lengths in _CARDS)
    return known and luhn(digits)


def is_clabe(digits: str) -> bool:
    """Whether eighteen digits are the CLABE of a Mexican bank account."""
    if len(digits) != 18 or digits.startswith("000"):
        return False
    total = sum(int(digit) * (3, 7, 1)[place % 3] % 10 for place, digit in enumerate(digits[:17]))
    return (10 - total % 10) % 10 == int(digits[17])


def is_curp(signs: str) -> bool:
    """Whether eighteen signs have the shape of a CURP, whose initials, birthday and place tell enough of a person."""
    return _CURP.fullmatch(signs) is not None


def is_rfc(signs: str) -> bool:
    """Whether signs are an RFC: a person's by its shape, a company's by its check digit too."""
    if _RFC.fullmatch(signs) is None:
        return False
    return len(signs) == 13 or rfc_digit(signs) == signs[-1]


def rfc_digit(signs: str) -> str:
    """The check digit that an RFC should have whose last sign may be wrong."""
    body = signs[:-1].rjust(12)
    rest = sum(_RFC_VALUES.index(sign) * (13 - place) for place, sign in enumerate(body)) % 11
    return "0" if rest == 0 else "A" if rest == 1 else str(11 - rest)
