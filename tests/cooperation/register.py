"""Complete content of every kind of the register, for tests: what may be submitted and published as it is."""

from datetime import datetime
from typing import Any

from cooperation.models import Organization
from editorial.base import languages
from editorial.models import Edition
from tests.builders import country, make, publish, section, texts, theme
from tests.cooperation.site import figure, uuid
from tests.people import People

NOTHING = dict.fromkeys(("en", "fr", "es"), "")


def rich(word: str) -> dict[str, str]:
    """A paragraph in every language."""
    return {code: f"<p>{word} {code}</p>" for code in languages.codes()}


def tables() -> None:
    """The rows of reference tables that `content` names."""
    theme("trade")
    for code, name in (("ministry", "CA"), ("secretariat", "MX")):
        named = {f"name_{lang}": f"{code.capitalize()} {lang}" for lang in languages.codes()}
        Organization.objects.get_or_create(code=code, defaults={**named, "country": country(name)})


_ABOUT: dict[str, Any] = {
    "themetag": [{"theme": "trade"}],
    "countrytag": [{"country": "CA"}, {"country": "MX"}],
    "othername": [{"name": texts("Alias"), "note": texts("in old texts"), "from_year": 2004, "to_year": 2010}],
}

FIELDS: dict[str, dict[str, Any]] = {
    "mechanism": {
        "type": "partnership", "level": "bilateral", "acronym": texts("CMP"), "launched_on": "2004-10",
        "launched_at": texts("Ottawa"), "cadence": texts("Yearly"), "hosting": texts("By turns"), "status": "active",
        "relaunched_on": "2019",
    },
    "working_group": {"active_from": 2014, "active_to": None, "mandate": rich("Mandate")},
    "meeting": {
        "ordinal": 17, "starts_on": "2022-03-01", "starts_at": "09:00", "ends_on": "2022-03-02", "ends_at": "17:30",
        "time_zone": "America/Mexico_City", "host_country": "MX", "city": texts("City"), "format": "hybrid",
        "outcomes": rich("Outcome"),
    },
    "agreement": {"type": "mou", "binding": False},
    "programme": {"acronym": texts("ACCBP"), "starts_on": "2009-12", "ends_on": "2014"},
    "statement": {
        "type": "joint_statement", "place": texts("Place"), "dated_on": "2022-03-02", "source": texts("Source"),
        "source_url": "https://example.org/statement",
    },
}  # fmt: skip

PARTS: dict[str, dict[str, list[dict[str, Any]]]] = {
    "mechanism": {
        "mechanismparty": [{"country": "CA"}, {"country": "MX"}],
        "coordinatingbody": [{"organization": "ministry", "role": texts("Secretary")}],
    },
    "working_group": {
        "member": [
            {
                "role": "co_chair", "name": "", "title": texts("Director"), "organization": "ministry", "country": "CA",
                "sector": "public", "level": "federal", "since": "2019", "until": None,
            },
            {
                "role": "member", "name": "", "title": texts("Chamber"), "organization": None, "country": "MX",
                "sector": "private", "level": "", "since": None, "until": "2020-06",
            },
        ],
    },
    "meeting": {
        "meetingsession": [{"type": "plenary", "title": texts("Opening"), "group": None}],
        "participant": [
            {"organization": "ministry", "delegation": NOTHING, "number": 38},
            {"organization": None, "delegation": texts("Delegation"), "number": 4},
        ],
    },
    "agreement": {
        "agreementparty": [
            {"organization": "ministry", "signed_by": texts("Minister")},
            {"organization": "secretariat", "signed_by": NOTHING},
        ],
        "statusstep": [
            {"status": "signed", "expected_on": "2020-06", "actual_on": "2021-03-18", "note": texts("Late")},
            {"status": "in_force", "expected_on": "2021-04", "actual_on": None, "note": NOTHING},
        ],
    },
    "programme": {
        "programmepartner": [
            {"role": "implementer", "organization": "ministry"},
            {"role": "partner", "organization": "secretariat"},
        ],
        "project": [
            {
                "title": texts("Project"), "description": rich("Described"), "country": "MX",
                "since": "2011", "until": None,
            }
        ],
        "figure": [figure(value="23")],
    },
    "statement": {
        "signatory": [
            {"country": "CA", "organization": None, "name": "", "title": texts("Minister")},
            {"country": None, "organization": "secretariat", "name": "", "title": NOTHING},
        ],
        "quote": [{"speaker": "", "title": texts("Office"), "text": texts("We did it")}],
        "contact": [{"desk": texts("Desk"), "organization": "ministry", "email": "desk@example.org", "phone": ""}],
    },
}  # fmt: skip

KINDS = tuple(FIELDS)


def draft(
    kind: str,
    people: People,
    now: datetime,
    *,
    slug: str = "",
    fields: dict[str, Any] | None = None,
    parts: dict[str, list[dict[str, Any]]] | None = None,
    attest: bool = True,
) -> Any:
    """A draft of a kind with all that can be said in it; `fields` and `parts` replace what is given here."""
    tables()
    return make(
        kind, people, now, slug=slug or kind.replace("_", "-"), attest=attest,
        fields={**FIELDS[kind], **(fields or {})},
        parts={"section": [section()], **_ABOUT, **PARTS[kind], **(parts or {})},
    )  # fmt: skip


def live(kind: str, people: People, now: datetime, **values: Any) -> Edition:
    """The same, published."""
    return publish(draft(kind, people, now, **values), people, now)


def named(edition: Any) -> str:
    """How content refers to the edition's document."""
    return uuid(edition)
