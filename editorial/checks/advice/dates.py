"""The check for what is past and still spoken of as future."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.advice.reading import Reading
from editorial.checks.advice.registry import Level, Spot, check

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}


class Language(NamedTuple):
    """How a language speaks of the future and writes a date: groups day, month and year; day and month may fail."""

    future: re.Pattern[str]
    date: re.Pattern[str]
    months: dict[str, int]


def _language(code: str, future: str, written: str) -> Language:
    months = {name: number for number, name in enumerate(_MONTHS[code].split(), 1)}
    named = "|".join(months)
    return Language(
        re.compile(future),
        re.compile(written.replace("MONTH", f"(?P<month>{named})"), re.IGNORECASE),
        months,
    )


_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d–/-])"
#: A date counts only behind a word such as “in” or “until”: the year in a name (“Summit 2023”) is no time.
LANGUAGES = {
    "en": _language(
        "en",
        r"\b(?:will|shall)\b(?! have\b)|\b(?:is|are) (?:to|going to|scheduled|planned|expected|due)\b|\bplans? to\b",
        rf"\b(?:in|on|by|until|before|from|during) (?:(?P<day>\d\d?) )?(?:MONTH )?(?:(?P<day2>\d\d?), )?{_YEAR}",
    ),
    "fr": _language(
        "fr",
        r"\b[a-zéèêôûî]*(?:[eidvutp]r(?:a|ont)|[ae]rr(?:a|ont)|ser(?:a|ont))\b(?<!\bextra)(?<!\bcontra)(?<!ultra)(?<!infra)"
        r"|\b(?:est|sont) (?:prévue?s?|attendue?s?|appelée?s? à)\b|\b(?:va|vont) (?:se )?[a-zé]+(?:er|ir|re)\b",
        r"\b(?:en|le|au|d[’']ici|jusqu[’']en|jusqu[’']au|avant|dès|courant) (?:(?:la |l[’'])?(?:fin|année) )?"
        rf"(?:(?P<day>\d\d?|1er) )?(?:MONTH )?{_YEAR}",
    ),
    "es": _language(
        "es",
        r"\b[a-záéíóúñ]+(?:ar|er|ir|dr|br|rr|sr)(?:á|án)\b|\b(?:está|están) (?:prevista?o?s?|programada?o?s?)\b"
        r"|\b(?:va|van) a [a-záéíóúñ]+(?:ar|er|ir)(?:se)?\b",
        r"\b(?:en|el|para|hasta|antes de|desde|a partir de|durante) (?:(?P<day>\d\d?) de )?"
        rf"(?:MONTH (?:de|del) )?{_YEAR}",
    ),
}


def _ends(found: re.Match[str], language: Language) -> date:
    """The last day that a written date can mean."""
    values = found.groupdict()
    year = int(values["year"])
    month = language.months.get((values.get("month") or "").lower())
    if month is None:
        return date(year, 12, 31)
    day = (values.get("day") or values.get("day2") or "").removesuffix("er")
    try:
        return date(year, month, int(day)) if day else date(year + month // 12, month % 12 + 1, 1)
    except ValueError:
        return date(year, 12, 31)


@check(
    "dates.past",
    level=Level.ADVICE,
    label=gettext_lazy("What is past spoken of as future"),
    why=gettext_lazy("“Will meet in 2023”, read years later, tells that nobody looks after the page."),
    mend=gettext_lazy(
        "Say what became of it, or take it out. For what is to come, let a figure with its “valid until” say so."
    ),
)
def past(reading: Reading) -> Iterator[Spot]:
    """Sentences in the future tense all of whose dates have passed."""
    today = reading.today
    for text in reading.texts:
        language = LANGUAGES.get(text.language)
        if language is None:
            continue
        for sentence in text.sentences:
            if "20" not in sentence and "19" not in sentence:
                continue
            # A year of the future anywhere in the sentence: what is said is not over.
            if any(int(year) >= today.year + 1 for year in re.findall(r"\b(?:19|20)\d\d\b", sentence)):
                continue
            dates = [_ends(found, language) for found in language.date.finditer(sentence)]
            future = language.future.search(sentence)
            if future and dates and max(dates) < today:
                message = _("“%(words)s”, and the date has passed.") % {"words": future[0]}
                yield Spot(text.path, text.language, message, sentence)
