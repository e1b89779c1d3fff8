"""When the demo's documents became public, in which editions, and what the earlier ones said.

An earlier edition says less than the data file: sections that speak of later years came later. So `?at=2022-03-01`
shows the site as it could have been read then.
"""

from datetime import datetime, timedelta

from cooperation.demo import register
from cooperation.demo.content import groups, mechanism, pages_partnership, pages_people, pages_security
from cooperation.demo.content.report_2020 import REPORT as REPORT_2020
from cooperation.demo.content.report_2021 import REPORT as REPORT_2021
from cooperation.demo.editions import Data, History, Version, day, revised


def _mechanisms(now: datetime) -> list[History]:
    [cmp] = mechanism.PARTNERSHIP
    first = {**cmp, "sections": cmp["sections"][:2], "figures": []}
    second = revised(
        cmp,
        "Adds the working groups and the annual meetings since 2016.",
        "Ajout des groupes de travail et des réunions annuelles depuis 2016.",
        "Se agregan los grupos de trabajo y las reuniones anuales desde 2016.",
    )
    return [History("mechanism", [Version(day("2021-02-15"), first), Version(now - timedelta(days=90), second)])]


def _groups() -> list[History]:
    found = []
    for number, group in enumerate(groups.LASTING):
        first = {**group, "sections": []}
        second = revised(
            group,
            "The work of the group is now described.",
            "Le travail du groupe est maintenant décrit.",
            "Ahora se describe el trabajo del grupo.",
        )
        later = timedelta(days=number)
        found.append(
            History(
                "working_group",
                [Version(day("2021-03-08") + later, first), Version(day("2024-06-03") + later, second)],
            )
        )
    return found


def _reports() -> list[History]:
    undated = {**REPORT_2020, "figures": [{**figure, "as_of": None} for figure in REPORT_2020["figures"]]}
    remark = (
        "Faltan las fechas de las cifras: quien lea el informe debe saber de qué día son. "
        "Por favor, indiquen la fecha de cada una."
    )
    return [
        History("annual_report", [Version(day("2021-09-13"), REPORT_2020, flawed=undated, remark=remark)]),
        History("annual_report", [Version(day("2023-01-16"), REPORT_2021)]),
    ]


def _about(page: Data) -> list[Version]:
    """Three editions, the last at a new address."""
    former = {
        "title": {
            "en": "The Canada-Mexico Partnership at a glance",
            "fr": "Le Partenariat Canada-Mexique en bref",
            "es": "La Alianza México-Canadá de un vistazo",
        },
        "slug": {
            "en": "partnership-at-a-glance",
            "fr": "le-partenariat-en-bref",
            "es": "la-alianza-de-un-vistazo",
        },
    }
    first = {**page, **former, "sections": page["sections"][:3], "figures": []}
    second = revised(
        {**page, **former},
        "Adds how the groups change, with the group on foreign policy agreed in November 2021.",
        "Ajout de l’évolution des groupes, dont celui sur la politique étrangère convenu en novembre 2021.",
        "Se agrega cómo cambian los grupos, incluido el de política exterior acordado en noviembre de 2021.",
    )
    third = revised(
        page,
        "New title and new address; the text is the same.",
        "Nouveau titre et nouvelle adresse\u00a0; le texte reste le même.",
        "Nuevo título y nueva dirección; el texto es el mismo.",
    )
    return [
        Version(day("2021-04-26"), first),
        Version(day("2022-02-14"), second),
        Version(day("2024-05-21"), third),
    ]


def _security(page: Data) -> list[Version]:
    first = {**page, "sections": page["sections"][:2], "figures": []}
    second = revised(
        page,
        "Adds the arrangements made in writing and the work with other countries.",
        "Ajout des ententes écrites et du travail avec d’autres pays.",
        "Se agregan los acuerdos escritos y el trabajo con otros países.",
    )
    return [Version(day("2021-04-12"), first), Version(day("2024-02-06"), second)]


#: The day on which each page that has one edition became public.
_PAGES = {
    "defence": "2021-05-10",
    "emergency": "2021-05-31",
    "anti-corruption": "2021-06-14",
    "capacity-building": "2021-10-18",
    "human-rights": "2022-01-24",
    "border": "2022-05-16",
    "migration": "2023-03-20",
}
#: First and last day of the pages that were withdrawn, and where visitors are sent instead.
WITHDRAWN: dict[str, tuple[str, str, str | None]] = {
    "consular-exchange": ("2021-07-12", "2024-01-22", "emergency"),
    "peacekeeping-training": ("2021-08-16", "2023-05-15", None),
}


def _pages() -> list[History]:
    longer = {"about-partnership": _about, "security": _security}
    found = []
    for page in (*pages_partnership.PAGES, *pages_security.PAGES, *pages_people.PAGES):
        make = longer.get(page["key"])
        versions = make(page) if make else [Version(day(_PAGES[page["key"]]), page)]
        found.append(History("page", versions))
    return found


def published(now: datetime) -> list[History]:
    """Every document that is public in the demo, and every edition of it.

    :param now: the present, from which the youngest editions count their age.
    """
    return [*_mechanisms(now), *_groups(), *_reports(), *_pages(), *register.published(now)]


#: Public reports of which a revision waits for its second signature.
REVISED_REPORTS = ("report-2020", "report-2021")
#: Public pages whose author has begun a new edition, in the source language only: the translations are outdated now.
REWORDED: dict[str, dict[str, dict[str, str]]] = {
    "border": {
        "summary": {
            "fr": "Sans frontière commune, les deux pays comptent pourtant chacun sur la douane et l’immigration de l’autre."
        },
        "change_note": {"fr": "Résumé reformulé."},
    }
}


def with_sources(report: Data) -> Data:
    """The report with its sources as a last section, for the revision that waits for its second signature."""
    items = "".join(f"<li>{source}</li>" for source in report["sources"])
    listed = f'<ul lang="en">{items}</ul>'
    section = {
        "heading": {"en": "Sources", "fr": "Sources", "es": "Fuentes"},
        "body": {
            "en": f"<p>This text was written from the following publications.</p>{listed}",
            "fr": f"<p>Ce texte a été rédigé à partir des publications suivantes.</p>{listed}",
            "es": f"<p>Este texto se redactó a partir de las siguientes publicaciones.</p>{listed}",
        },
    }
    return revised(
        {**report, "sections": [*report["sections"], section]},
        "Lists the sources of this report.",
        "Ajout de la liste des sources de ce rapport.",
        "Se agrega la lista de fuentes de este informe.",
    )
