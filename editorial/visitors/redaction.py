"""What names a person or an account is taken out of what visitors write, before anything is stored.

The site promises to keep no personal data; visitors give it all the same, out of politeness. What is taken out leaves
a mark, so that staff can read the rest of the sentence. When in doubt a number goes: a report without its file
number is still a report.
"""

import re
import unicodedata
from collections.abc import Iterable

from django.utils.translation import gettext as _

from editorial.visitors import numbers, postal

EMAIL_MARK = "[@…]"
PHONE_MARK = "[☎…]"
IDENTITY_MARK = "[#…]"
PAYMENT_MARK = "[$…]"
PLACE_MARK = "[⌂…]"
#: What was taken out, by the word that addresses and templates use.
MARKS = {
    "email": EMAIL_MARK,
    "phone": PHONE_MARK,
    "identity": IDENTITY_MARK,
    "payment": PAYMENT_MARK,
    "place": PLACE_MARK,
}

_AT = r"(?:\s?[@＠]\s?|\s?[\[({]\s?(?:at|arroba|arobase|a)\s?[\])}]\s?)"
_DOT = r"(?:[.．]|\s?[\[({]\s?(?:dot|punto|point)\s?[\])}]\s?)"
_EMAIL = re.compile(rf"(?<![\w.+'%&=~-])[\w.+'%&=~-]+{_AT}[\w-]+(?:{_DOT}[\w-]+)+", re.IGNORECASE)

#: What people put between the groups of a phone number: spaces of every width, hyphens and dashes, dots, slashes.
_GAP = r"[ \t\n\u00a0\u2000-\u200a\u202f\u205f\u3000().\[\]/\u00b7\-\u2010-\u2015\u2212]{0,4}"
_NUMBER = (
    r"(?P<phone>(?<![\w.,:])[(\[]?\s?[+＋]?\s?[(\[]?"
    rf"\d(?:{_GAP}\d){{6,16}}(?![\d\w]))"
    r"(?P<extension>[ \u00a0,;]{0,2}(?:ext|poste|x|extensión|extension|post)[. \u00a0]{0,2}\d{1,6})?"
)
#: Dates and spans of years, which would otherwise pass for numbers; they are matched first and kept.
_DATE = (
    r"(?P<date>(?<!\d)(?:(?:19|20)\d\d[-./ \u00a0](?:0?[1-9]|1[0-2])[-./ \u00a0](?:0?[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|1[0-2])[-./](?:19|20)\d\d"
    r"|(?:19|20)\d\d\s?[-–—/]\s?(?:19|20)\d\d)(?!\d))"
)
_PHONE = re.compile(f"{_DATE}|{_NUMBER}", re.IGNORECASE)
_THOUSANDS = re.compile(r"\d{1,3}([ ,.\u00a0\u202f]\d{3})+")


def redact(text: str) -> str:
    """`text` with a mark in the place of everything in it that names a person, an account or a house (`MARKS`).

    Numbers of persons, cards and accounts are those of `identifiers`, told by their check digits; addresses those of
    `postal`. Known phone numbers are those of Canada and Mexico with and without their country's or trunk's prefix (ten
    digits; seven or eight where they are written in two groups) and international ones after `+`, `00` or `011` (ITU-T
    E.164: seven to fifteen digits), with spaces, no-break spaces, dots, hyphens, slashes or parentheses.
    """
    text = _without_numbers(_EMAIL.sub(EMAIL_MARK, text))
    return postal.without_places(_PHONE.sub(_without_phone, text), PLACE_MARK)


def taken_out(*texts: str) -> list[str]:
    """What `redact` takes out of these texts, as keys of `MARKS`."""
    before, after = "\n".join(texts), "\n".join(map(redact, texts))
    return [name for name, mark in MARKS.items() if after.count(mark) > before.count(mark)]


def names_of(keys: Iterable[str]) -> str:
    """What was taken out, as one phrase in the reader's language; unknown keys are left out.

    :param keys: keys of `MARKS`.
    """
    names = {
        "email": _("e-mail addresses"),
        "phone": _("phone numbers"),
        "identity": _("personal or tax numbers"),
        "payment": _("card or account numbers"),
        "place": _("street addresses and postal codes"),
    }
    given = set(keys)
    return ", ".join(name for key, name in names.items() if key in given)


def _without_numbers(text: str) -> str:
    kept, end = [], 0
    for found in sorted(numbers.find(numbers.fold(text))):
        if found.start >= end:
            kept += [text[end : found.start], PAYMENT_MARK if found.pays else IDENTITY_MARK]
            end = found.end
    return "".join([*kept, text[end:]])


def _without_phone(found: "re.Match[str]") -> str:
    written = found["phone"]
    if written is None or not _is_phone(written):
        return found[0]
    before = re.match(r"\s*", written)
    return (before[0] if before else "") + PHONE_MARK


def _is_phone(written: str) -> bool:
    plain = unicodedata.normalize("NFKC", written).strip()
    digits = "".join(sign for sign in plain if sign.isdecimal())
    count = len(digits)
    if "+" in plain or digits.startswith(("00", "011")):
        return True
    if _THOUSANDS.fullmatch(plain):
        return False
    if count in (7, 8):
        # A local number is written in groups that end in four; one unbroken row is a file number, or a date.
        # Whatever begins with a year, such as 2021-0045, is a file number as well.
        return re.fullmatch(r"(?!(?:19|20)\d\d\D)\d{3,4}[-.\u2010-\u2015 ]\d{4}", plain) is not None
    if count in (10, 11):
        return count == 10 or digits.startswith("1")
    # Mexico: 52 before the number, with the 1 that mobiles had; 01, 044 and 045, which older listings still show.
    return digits.startswith({12: ("52", "01"), 13: ("521", "044", "045")}.get(count, ("\0",)))
