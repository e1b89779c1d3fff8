"""Who leads the groups, as far as a source names the body, and the names by which they are found besides."""

from typing import Any

from cooperation.demo.content.words import said

_FRENCH = said("in French texts", "dans certains textes", "en textos en francés")


def _chair(organization: str, country: str, sector: str = "public") -> dict[str, Any]:
    level = "federal" if sector == "public" else ""
    return {"role": "co_chair", "organization": organization, "country": country, "sector": sector, "level": level}


def _called(name: str, note: dict[str, str]) -> dict[str, Any]:
    return {"name": said(name, name, name), "note": note}


_CALLED = {
    "agri-business": [_called("Agro-industrie", _FRENCH)],
    "mining": [_called("Mines", _FRENCH)],
    "creativity-culture": [
        {
            "name": said("Culture and Creativity", "Culture et créativité", "Cultura y creatividad"),
            "note": said("in some texts", "dans certains textes", "en algunos textos"),
        }
    ],
}
_CHAIRS = {
    "agri-business": [
        _chair("aafc", "CA"),
        _chair("cfa", "CA", "private"),
        _chair("sader", "MX"),
        _chair("cna", "MX", "private"),
    ],
    "creativity-culture": [
        {**_chair("pch", "CA"), "role": "member", "since": "2017-11"},
        {**_chair("cultura", "MX"), "role": "member", "since": "2017-11"},
    ],
    "forestry": [_chair("cfs", "CA"), _chair("conafor", "MX")],
}


def members(group: str) -> dict[str, list[dict[str, Any]]]:
    """Parts of a group, by its handle: other names and members; empty where no source gives any."""
    return {"othername": _CALLED.get(group, []), "member": _CHAIRS.get(group, [])}
