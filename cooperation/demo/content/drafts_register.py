"""Documents of the register that are not public yet: two that lack facts and a language, one that is scheduled."""

from cooperation.demo.content.agreements_security import BORDER_SERVICES
from cooperation.demo.content.meetings_dialogues import SAWP_MEETING
from cooperation.demo.content.register_sources import DEFENCE_2014
from cooperation.demo.content.words import said, text

_TALKS = {
    "key": "pol-mil-talks-7",
    "kind": "meeting",
    "mechanism": "pol-mil-talks",
    "ordinal": 7,
    "starts_on": None,  # December 2013: no source consulted gives the day
    "host_country": "MX",
    "format": "in_person",
    "themes": ["defence"],
    "countries": ["CA", "MX"],
    "source_language": "en",
    "title": said(
        "Seventh round of the Political-Military Talks", "Septième ronde des pourparlers politico-militaires", ""
    ),
    "slug": said("political-military-talks-7", "pourparlers-politico-militaires-7", ""),
    "summary": said(
        "December 2013 in Mexico: security in the region, training and military justice.",
        "Décembre 2013 au Mexique : sécurité régionale, formation et justice militaire.",
        "",
    ),
    "outcomes": text(
        "Productive discussions on three subjects: security in the region, military training and military justice.",
        "Des échanges fructueux sur trois sujets : la sécurité dans la région, la formation et la justice militaires.",
        "",
    ),
    "sections": [],
    "figures": [],
    "sources": [DEFENCE_2014],
}

DRAFTS = [
    {**_TALKS, "stage": "translating"},
    {**BORDER_SERVICES, "stage": "translating"},
    {**SAWP_MEETING, "stage": "scheduled"},
]
