"""Many documents of an ordinary size, through the real workflow, for measuring (`manage.py bench_load`, `bench/`)."""

import random
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any

from cooperation.demo import people, reference
from cooperation.demo.people import People
from editorial.base import languages
from editorial.content import kinds
from editorial.guards.past import past_allowed
from editorial.models import Address, Edition, User
from editorial.states import State
from editorial.workflow import drafts, transitions

#: Characters of text of one document in one language, about.
SIZE = 8_000
SECTIONS = 8
#: Documents made in one transaction.
BATCH = 50

_SLUG = "bench"
_SENTENCES = {
    "en": "the two governments agreed to share methods and train officers who work on every side of the border",
    "fr": "les deux gouvernements ont convenu de partager leurs méthodes et de former les agents à la frontière",
    "es": "los dos gobiernos acordaron compartir sus métodos y capacitar a los agentes que trabajan en la frontera",
}


def office() -> People:
    """The demo's people, made where they are missing, and its tables."""
    reference.make()
    there = {user.username: user for user in User.objects.select_related("party")}
    if people.read_cast()[0].username in there:
        return People(there)
    return people.make(people.PASSWORD)


@cache
def _stock(language: str) -> str:
    """A long run of words in a language, made once: loading measures the engine, not the dice."""
    words = _SENTENCES[language].split()
    dice = random.Random(language)  # noqa: S311  # words to fill pages with, no secret
    return " ".join(dice.choice(words) for _ in range(4 * SIZE))


def text(language: str, length: int, dice: random.Random) -> str:
    """About `length` characters of words in a language, the same for the same dice."""
    stock = _stock(language)
    begin = stock.index(" ", dice.randrange(len(stock) - length - 20)) + 1
    return stock[begin : stock.index(" ", begin + length - 8)].capitalize() + "."


def texts(length: int, dice: random.Random) -> dict[str, str]:
    """`text` in every language."""
    return {code: text(code, length, dice) for code in languages.codes()}


def paragraphs(length: int, dice: random.Random) -> dict[str, str]:
    """Rich text of two paragraphs and a list in every language."""
    third = length // 3
    return {
        code: f"<p>{text(code, third, dice)}</p><ul><li>{text(code, third, dice)}</li></ul>"
        f"<p>{text(code, third, dice)}</p>"
        for code in languages.codes()
    }


def slugs(name: str) -> dict[str, str]:
    """A slug in every language."""
    return {code: f"{name}-{code}" for code in languages.codes()}


def section(length: int, dice: random.Random) -> dict[str, Any]:
    """A section of about `length` characters in every language."""
    return {"heading": texts(30, dice), "body": paragraphs(length - 30, dice)}


def page(number: int) -> tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]:
    """Fields and parts of the page `number`, of about `SIZE` characters in every language."""
    dice = random.Random(number)  # noqa: S311  # words to fill pages with, no secret
    fields = {
        "source_language": "en",
        "title": {code: f"{line} {number}" for code, line in texts(40, dice).items()},
        "slug": slugs(f"{_SLUG}-{number:06}"),
        "summary": texts(150, dice),
    }
    figure = {"label": texts(30, dice), "value": str(number), "unit": texts(8, dice), "as_of": "2021-11-25"}
    parts = {
        "themetag": [{"theme": dice.choice(("security", "trade", "culture"))}],
        "countrytag": [{"country": "CA"}, {"country": "MX"}],
        "section": [section(SIZE // SECTIONS, dice) for _ in range(SECTIONS)],
        "figure": [figure],
    }
    return fields, parts


def draft(kind: str, fields: Mapping[str, Any], parts: Mapping[str, Any], staff: People, now: datetime) -> Edition:
    """A draft, attested in every language."""
    row = drafts.create(kinds.get_kind(kind), by=staff.author("en"), now=now, fields=fields, parts=parts)
    for code in languages.codes():
        if code != row.source_language:
            drafts.attest(row, code, by=staff.translator(code), now=now)
    found: Edition = row
    return found


def publish(edition: Edition, staff: People, now: datetime) -> Edition:
    """An attested draft, submitted, signed by all who must, and live."""
    edition = transitions.submit(edition, by=staff.author("en"), now=now)
    for party in ("CA", "MX"):
        if edition.state == State.IN_REVIEW:
            edition = transitions.sign_off(edition, by=staff.reviewer(party), now=now, digest=edition.digest)
    return transitions.publish(edition, by=staff.publisher, now=now)


def load(count: int, *, now: datetime) -> int:
    """Publish `count` more pages; returns the number of the first."""
    staff = office()
    first = Address.objects.filter(language="en", path__startswith=f"pages/{_SLUG}-").count() + 1
    numbers = list(range(first, first + count))
    for begin in range(0, count, BATCH):
        with past_allowed():
            for number in numbers[begin : begin + BATCH]:
                fields, parts = page(number)
                publish(draft("page", fields, parts, staff, now), staff, now)
    return first
