"""The reference tables of the demo (`content/countries.toml` and others), and its rules of signature."""

from typing import Any

from cooperation.demo.files import Table, rows
from cooperation.models import Country, Organization, Theme
from editorial.base import languages
from editorial.models import Party, SignOffRule

#: Kinds of content that whoever they bind must sign; for all others one signature of any party will do.
BINDING = ("annual_report", "agreement", "mechanism", "programme", "statement")
SINGLE = ("page", "working_group", "meeting")


def make() -> None:
    """Fill countries, themes, organizations, parties and rules; rows that are there already stay as they are."""
    for code, row in rows("countries"):
        _make(Country, code, row)
    countries = {country.code: country for country in Country.objects.all()}
    for code, row in rows("themes"):
        _make(Theme, code, row)
    for code, row in rows("organizations"):
        country = countries[row.choice("country", countries)] if "country" in row else None
        _make(Organization, code, row, texts=("name", "acronym"), country=country)
    for code, row in rows("parties"):
        speaks_for = [row.choice("speaks_for", countries)]
        _make(Party, code, row, time_zone=row.require("time_zone", str), speaks_for=speaks_for)
    for kind in (*BINDING, *SINGLE):
        SignOffRule.objects.get_or_create(
            kind=kind, party=None, every_bound_party=kind in BINDING, defaults={"stage": 1}
        )


def _make(model: Any, code: str, row: Table, *, texts: tuple[str, ...] = ("name",), **others: Any) -> None:
    row.require("name", dict)
    columns = {languages.column(name, language): text for name in texts for language, text in row.texts(name).items()}
    row.finish()
    model.objects.get_or_create(code=code, defaults={**columns, **others})
