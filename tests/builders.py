"""Content for tests, made and moved by the real functions of the engine."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cooperation.models import Country, Theme
from editorial.base import languages
from editorial.content import kinds
from editorial.models import Edition, SignOffRule
from editorial.workflow import drafts, transitions
from tests.people import People


def texts(word: str) -> dict[str, str]:
    """`word` in every language, told apart by the language's code."""
    return {code: f"{word} {code}" for code in languages.codes()}


def slugs(word: str) -> dict[str, str]:
    """A slug in every language."""
    return {code: f"{word}-{code}" for code in languages.codes()}


def section(word: str = "Section") -> dict[str, Any]:
    """A section with a heading and a paragraph in every language."""
    return {"heading": texts(word), "body": {code: f"<p>{word} body {code}</p>" for code in languages.codes()}}


def make(
    kind: str,
    people: People,
    now: datetime,
    *,
    slug: str = "subject",
    fields: Mapping[str, Any] | None = None,
    parts: Mapping[str, list[dict[str, Any]]] | None = None,
    attest: bool = True,
) -> Any:
    """A draft of a kind, complete in every language and attested, written by the author."""
    values = {
        "source_language": "en",
        "title": texts(slug.replace("-", " ").capitalize()),
        "slug": slugs(slug),
        "summary": texts("Summary"),
        **(fields or {}),
    }
    row = drafts.create(
        kinds.get_kind(kind), by=people.author, now=now, fields=values, parts=parts or {"section": [section()]}
    )
    if attest:
        attest_all(row, people, now)
    return row


def make_note(people: People, now: datetime, **values: Any) -> Any:
    """A note of the toy subject."""
    return make("note", people, now, **values)


def make_naming(people: People, now: datetime, *countries: str, **values: Any) -> Any:
    """A note that binds the governments of countries."""
    items = [{"text": dict.fromkeys(languages.codes(), code), "amount": None} for code in countries]
    return make_note(people, now, parts={"section": [section()], "item": items}, **values)


def make_page(people: People, now: datetime, **values: Any) -> Any:
    """A cooperation page."""
    return make("page", people, now, **values)


def attest_all(edition: Edition, people: People, now: datetime) -> None:
    """The translators attest every language but the source."""
    by = {"en": people.translator_en, "fr": people.translator_fr, "es": people.translator_es}
    for code in languages.codes():
        if code != edition.source_language:
            drafts.attest(edition, code, by=by[code], now=now)


def fresh(edition: Edition) -> Edition:
    """The edition as the database has it now."""
    return Edition.objects.select_related("document").get(pk=edition.pk)


def approve(edition: Edition, people: People, now: datetime) -> Edition:
    """Submit an attested draft and have both reviewers sign until nothing is missing.

    A new edition says what changed, or why that is minor.
    """
    row = note_change(edition, people, now)
    reason = "Agreed with the other government." if row.minor else ""
    moved = transitions.submit(edition, by=people.author, now=now, reason=reason)
    for reviewer in (people.reviewer_ca, people.reviewer_mx):
        if moved.state == "in_review":
            moved = transitions.sign_off(moved, by=reviewer, now=now, digest=moved.digest)
    return moved


def note_change(edition: Edition, people: People, now: datetime) -> Edition:
    """Say what changed, where the author of a new edition has not."""
    row = fresh(edition)
    if row.number == 1 or row.minor or all(languages.values(row, "change_note").values()):
        return row
    with drafts.edit(row, by=people.author, now=now) as draft:
        for code in languages.codes():
            column = languages.column("change_note", code)
            setattr(draft, column, getattr(draft, column) or f"What changed {code}")
        draft.save()
    return fresh(edition)


def publish(edition: Edition, people: People, now: datetime, *, loss_confirmed: bool = False) -> Edition:
    """Walk an attested draft through the real workflow until it is live."""
    approved = approve(edition, people, now)
    return transitions.publish(approved, by=people.publisher, now=now, loss_confirmed=loss_confirmed)


def revised(edition: Edition, people: People, now: datetime, **changes: Any) -> Edition:
    """A published revision of a live edition with some columns changed, attested anew."""
    draft = transitions.revise(edition, by=people.author, now=now)
    with drafts.edit(draft, by=people.author, now=now) as row:
        for name, value in changes.items():
            setattr(row, name, value)
        row.save()
    attest_all(draft, people, now)
    return publish(draft, people, now)


def joint(kind: str, people: People, *, stages: tuple[int, int] = (1, 1)) -> None:
    """Make a kind need the sign-off of both parties, in the given stages."""
    SignOffRule.objects.create(kind=kind, party=people.ca, stage=stages[0])
    SignOffRule.objects.create(kind=kind, party=people.mx, stage=stages[1])


def theme(code: str = "security") -> Theme:
    """A theme of the reference table."""
    found, _made = Theme.objects.get_or_create(
        code=code, defaults={f"name_{lang}": f"{code.capitalize()} {lang}" for lang in languages.codes()}
    )
    return found


def country(code: str = "CA") -> Country:
    """A country of the reference table."""
    found, _made = Country.objects.get_or_create(
        code=code, defaults={f"name_{lang}": f"{code} {lang}" for lang in languages.codes()}
    )
    return found
