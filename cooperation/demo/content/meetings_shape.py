"""What the data of the annual meetings share: places, groups, attendance, and the shape of a meeting."""

from typing import Any

from cooperation.demo.content.words import Said, figure, said

OTTAWA = said("Ottawa", "Ottawa", "Ottawa")
MEXICO_CITY = said("Mexico City", "Mexico", "Ciudad de México")
_ZONES = {"CA": "America/Toronto", "MX": "America/Mexico_City"}
BOTH_SECTORS = [
    {
        "delegation": said(
            "Delegates of the public and private sectors of both countries",
            "Délégués des secteurs public et privé des deux pays",
            "Delegados de los sectores público y privado de ambos países",
        )
    }
]


def attendance(wording: Said, as_of: str, source: str) -> dict[str, Any]:
    """How many people came, in the words of the source, as a figure of the day."""
    label = said("People who took part", "Personnes présentes", "Personas que asistieron")
    return figure(label, said("people", "personnes", "personas"), source, wording=wording, as_of=as_of)


def report(year: int) -> str:
    """The annual report for a year, as figures cite it."""
    return f"Global Affairs Canada, Canada-Mexico Partnership: {year} Annual Report"


def of_groups(*groups: str) -> list[dict[str, Any]]:
    """Sessions of working groups, by their handles."""
    return [{"type": "group", "group": group} for group in groups]


def annual(
    ordinal: int, first: str, last: str | None, host: str | None, city: Said | None, **others: Any
) -> dict[str, Any]:
    """An annual meeting. Days are those on the clocks of the host."""
    suffix = "st" if ordinal % 10 == 1 and ordinal != 11 else "th"
    return {
        "key": f"meeting-{ordinal}",
        "mechanism": "cmp",
        "ordinal": ordinal,
        "starts_on": first,
        "ends_on": last,
        "time_zone": _ZONES.get(host or "", ""),
        "host_country": host,
        "city": city,
        "themes": ["partnership"],
        "countries": ["CA", "MX"],
        "source_language": "es" if host == "MX" else "en",
        "title": said(
            f"{ordinal}{suffix} annual meeting of the Canada-Mexico Partnership",
            f"{ordinal}e réunion annuelle du Partenariat Canada-Mexique",
            f"{ordinal}.ª reunión anual de la Alianza México-Canadá",
        ),
        "slug": said(
            f"{ordinal}{suffix}-annual-meeting-canada-mexico-partnership",
            f"{ordinal}e-reunion-annuelle-partenariat-canada-mexique",
            f"{ordinal}a-reunion-anual-alianza-mexico-canada",
        ),
        "figures": [],
        "related": [],
        **others,
    }
