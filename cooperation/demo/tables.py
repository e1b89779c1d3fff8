"""The reference tables of the demo, and its rules of signature."""

from typing import Any

from cooperation.demo.content import reference
from cooperation.models import Country, Organization, Theme
from editorial import languages
from editorial.models import Party, SignOffRule

#: Where each party's staff read the clock.
TIME_ZONES = {"CA": "America/Toronto", "MX": "America/Mexico_City"}
#: Kinds of content that every party must sign; for all others one signature of any party will do.
JOINT = ("annual_report", "agreement", "statement:joint_statement")
SINGLE = ("page", "working_group", "mechanism", "meeting", "programme", "statement")


def make() -> None:
    """Fill countries, themes, organizations, parties and rules; rows that are there already stay as they are."""
    for row in reference.COUNTRIES:
        _row(Country, row)
    countries = {country.code: country for country in Country.objects.all()}
    for row in reference.THEMES:
        _row(Theme, row)
    for row in reference.ORGANIZATIONS:
        _row(Organization, row, country=countries.get(row["country"]))
    for row in reference.PARTIES:
        _row(Party, row, time_zone=TIME_ZONES[row["code"]])
    for kind in JOINT:
        for party in Party.objects.all():
            SignOffRule.objects.get_or_create(kind=kind, party=party, defaults={"stage": 1})
    for kind in SINGLE:
        SignOffRule.objects.get_or_create(kind=kind, party=None, defaults={"stage": 1})


def _row(model: Any, values: dict[str, Any], **others: Any) -> None:
    texts = {
        languages.column(name, code): text
        for name, value in values.items()
        if isinstance(value, dict)
        for code, text in value.items()
    }
    model.objects.get_or_create(code=values["code"], defaults={**texts, **others})
