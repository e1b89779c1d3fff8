"""When the mechanisms, groups, meetings, agreements, programmes and statements of the demo became public.

What a document names is public before it. An edition says nothing of what came after its day.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from cooperation.demo.content import (
    agreements_economy,
    agreements_justice,
    agreements_security,
    groups,
    mechanisms_defence,
    mechanisms_dialogues,
    mechanisms_yearly,
    meetings,
    programmes,
    reports_before,
    statements,
)
from cooperation.demo.editions import Data, History, Version, day, revised

#: The day on which each document became public; where there are two, the second edition has the whole text. A number
#: counts the days before the present, so that something is new whenever the demo is made.
_DAYS: dict[str, tuple[str | int, ...]] = {
    # mechanisms
    "pol-mil-talks": ("2021-03-01",),
    "staff-talks": ("2021-03-02",),
    "namsi": ("2021-03-03",),
    "defence-ministers": ("2021-03-04",),
    "strategic-dialogue": ("2021-03-05",),
    "security-consultations": ("2021-03-29",),
    "human-rights-dialogue": ("2022-02-01",),
    "mobility-dialogue": ("2022-02-21", "2023-05-02"),
    "crime-forum": ("2022-04-11", "2024-08-05"),
    "mirps": ("2022-09-12",),
    # groups
    "labour-mobility": ("2021-03-22",),
    "foreign-policy": ("2022-01-17", "2022-12-12"),
    # reports before the site
    "report-2018": ("2021-04-06",),
    "report-2019": ("2021-04-07",),
    # meetings
    "meeting-12": ("2021-04-13",),
    "meeting-13": ("2021-04-14",),
    "meeting-14": ("2021-04-15",),
    "meeting-15": ("2021-04-16",),
    "meeting-16": ("2021-04-19", "2021-10-11"),
    "meeting-17": ("2021-12-13", 26),
    "meeting-18": ("2022-12-19",),
    "defence-ministers-1": ("2021-05-17",),
    "defence-ministers-2": ("2021-05-18",),
    "defence-ministers-3": ("2021-05-19",),
    "strategic-dialogue-1": ("2021-05-20",),
    "crime-forum-2022": ("2022-05-09",),
    "crime-forum-2023": ("2023-05-22", "2023-07-10"),
    "crime-forum-2024": ("2024-08-12",),
    "mirps-event": ("2022-09-26",),
    # agreements
    "mou-police": ("2021-06-01", 9),
    "mou-public-safety": ("2021-06-02",),
    "mou-corrections": ("2021-06-03",),
    "mou-nuclear": ("2021-06-04",),
    "defence-arrangement": ("2021-06-07",),
    "penal-sentences": ("2021-06-08",),
    "nafta": ("2021-07-05",),
    "cusma": ("2021-08-02",),
    "mou-sawp": ("2021-08-16",),
    "mou-fire": ("2021-09-06", "2022-12-05"),
    "air-transport": ("2021-09-27",),
    "organic-equivalency": ("2021-10-04", "2023-03-06"),
    "statement-of-partnership": ("2023-06-12", "2024-08-19"),
    # programmes
    "accbp": ("2021-10-25",),
    "accbp-mexico": ("2021-11-15",),
    "mtcp": ("2021-11-22",),
    "sawp": ("2022-02-07",),
    "youth-lab-programme": ("2022-02-28", 40),
    "racbi": ("2022-10-17",),
    # statements
    "joint-statement-2016": ("2021-06-28",),
    "backgrounder-security-2016": ("2021-06-29",),
    "speech-dialogue-2016": ("2021-07-19",),
    "joint-statement-defence-2012": ("2021-07-26",),
    "joint-statement-defence-2014": ("2021-07-27",),
    "backgrounder-defence-2014": ("2021-08-09",),
    "release-mirps-2022": ("2022-10-24",),
    "release-asylum-2022": ("2022-10-31",),
    "release-meeting-18": ("2023-01-09",),
    "communique-forum-2024": ("2024-08-26",),
}


def _moment(value: str | int, now: datetime) -> datetime:
    return now - timedelta(days=value) if isinstance(value, int) else day(value)


def _versions(data: Data, now: datetime) -> list[Version]:
    days = [_moment(value, now) for value in _DAYS[data["key"]]]
    if len(days) == 1:
        return [Version(days[0], data)]
    earlier, note = _EARLIER[data["key"]]
    return [Version(days[0], {**data, **earlier(data)}), Version(days[1], revised(data, *note))]


def _first_section(data: Data) -> Data:
    return {"sections": data["sections"][:1]}


def _first_step(data: Data) -> Data:
    return {"sections": [], "statusstep": data["statusstep"][:1]}


def _no_sections(_data: Data) -> Data:
    return {"sections": []}


def _unrelated(_data: Data) -> Data:
    return {"related": []}


def _bare(_data: Data) -> Data:
    return {"related": [], "sections": []}


_LINKED = (
    _unrelated,
    (
        "Links to what was published on the meeting.",
        "Ajout de liens vers ce qui a été publié sur la réunion.",
        "Se agregan enlaces a lo publicado sobre la reunión.",
    ),
)


#: Of documents with two editions: what the first said instead, and what the second was published for.
_EARLIER = {
    "mobility-dialogue": (
        _first_section,
        (
            "Adds the session of April 2023.",
            "Ajout de la session d’avril 2023.",
            "Se agrega la sesión de abril de 2023.",
        ),
    ),
    "crime-forum": (
        _first_section,
        (
            "Adds the meetings of 2023 and 2024.",
            "Ajout des réunions de 2023 et de 2024.",
            "Se agregan las reuniones de 2023 y 2024.",
        ),
    ),
    "foreign-policy": (
        _no_sections,
        (
            "Adds the group’s first sitting.",
            "Ajout de la première séance du groupe.",
            "Se agrega la primera sesión del grupo.",
        ),
    ),
    "meeting-17": (
        _bare,
        (
            "Explains why sources call the meeting hybrid or virtual; links to the report.",
            "Explique pourquoi les sources disent la réunion hybride ou virtuelle ; lien vers le rapport.",
            "Explica por qué las fuentes llaman híbrida o virtual a la reunión; enlace al informe.",
        ),
    ),
    **dict.fromkeys(("meeting-16", "crime-forum-2023"), _LINKED),
    "mou-police": (
        _no_sections,
        (
            "Says what the memorandum was to do, and that its signature is not known.",
            "Précise ce que le protocole devait permettre et que sa signature n’est pas connue.",
            "Precisa qué debía permitir el memorando y que no se conoce su firma.",
        ),
    ),
    "mou-fire": (
        _no_sections,
        (
            "Adds the operating plan of 2022.",
            "Ajout du plan opérationnel de 2022.",
            "Se agrega el plan operativo de 2022.",
        ),
    ),
    "organic-equivalency": (
        _first_step,
        (
            "The arrangement now applies.",
            "L’arrangement est maintenant en application.",
            "El arreglo ya se aplica.",
        ),
    ),
    "statement-of-partnership": (
        _no_sections,
        (
            "Adds what the forum of 2024 said of it.",
            "Ajout de ce qu’en a dit le forum de 2024.",
            "Se agrega lo que dijo de ella el foro de 2024.",
        ),
    ),
    "youth-lab-programme": (
        _no_sections,
        (
            "Adds the two annual meetings in which the Lab took part.",
            "Ajout des deux réunions annuelles auxquelles le Lab a participé.",
            "Se agregan las dos reuniones anuales en las que participó el Laboratorio.",
        ),
    ),
}


def published(now: datetime) -> list[History]:
    """Every public document of the register beside the Partnership itself, its lasting groups and its later reports.

    :param now: the present, from which the youngest editions count their age.
    """
    documents: dict[str, Sequence[Data]] = {
        "mechanism": [*mechanisms_defence.DEFENCE, *mechanisms_dialogues.DIALOGUES, *mechanisms_yearly.YEARLY],
        "working_group": groups.CHANGING,
        "annual_report": reports_before.REPORTS,
        "meeting": meetings.MEETINGS,
        "agreement": [*agreements_security.SECURITY, *agreements_justice.JUSTICE, *agreements_economy.ECONOMY],
        "programme": programmes.PROGRAMMES,
        "statement": statements.STATEMENTS,
    }
    return [History(kind, _versions(data, now)) for kind, rows in documents.items() for data in rows]
