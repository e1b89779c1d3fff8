"""The annual meetings of the Partnership, the 12th to the 18th. Where sources differ, each is kept with its name."""

from typing import Any

from cooperation.demo.content.cmp_sources import (
    AGRI_2020,
    CMP_PAGE,
    JORNADA_2020,
    REPORT_2016,
    REPORT_2017,
    REPORT_2019,
    REPORT_2020,
    REPORT_2021,
    SRE_2017,
    SRE_2022,
    YOUTH_LAB,
)
from cooperation.demo.content.register_sources import REPORT_2018_PAGE
from cooperation.demo.content.words import Said, said, section, text

_OTTAWA = said("Ottawa", "Ottawa", "Ottawa")
_MEXICO_CITY = said("Mexico City", "Mexico", "Ciudad de México")
_ZONES = {"CA": "America/Toronto", "MX": "America/Mexico_City"}
_BOTH_SECTORS = said(
    "Delegates of the public and private sectors of both countries",
    "Délégués des secteurs public et privé des deux pays",
    "Delegados de los sectores público y privado de ambos países",
)


def _of_groups(*groups: str) -> list[dict[str, Any]]:
    return [{"type": "group", "group": group} for group in groups]


def _annual(
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


ANNUAL = [
    _annual(
        12,
        "2016-11-23",
        "2016-11-24",
        "CA",
        _OTTAWA,
        format="in_person",
        summary=said(
            "Two days in Ottawa with more than 150 delegates, then the largest attendance so far.",
            "Deux jours à Ottawa et plus de 150 délégués, un sommet de participation à l’époque.",
            "Dos días en Ottawa con más de 150 delegados, la mayor asistencia hasta entonces.",
        ),
        participant=[{"delegation": _BOTH_SECTORS, "number": None}],
        outcomes=text(
            "The groups weighed what they had achieved in the year and planned the next, in line with the priorities "
            "of both governments.",
            "Les groupes ont fait le bilan de l’année et planifié la suivante, en accord avec les priorités des deux "
            "gouvernements.",
            "Los grupos hicieron el balance del año y planearon el siguiente, conforme a las prioridades de ambos "
            "gobiernos.",
        ),
        sections=[
            section(
                said("Subjects", "Sujets", "Temas"),
                text(
                    "Eight subjects were on the agenda of the Partnership that year: agri-business; trade, investment "
                    "and innovation; environment; energy; forestry; human capital; labour mobility; and mining.",
                    "Huit sujets étaient inscrits cette année-là au programme du Partenariat : agroalimentaire ; "
                    "commerce, investissement et innovation ; environnement ; énergie ; foresterie ; capital humain ; "
                    "mobilité de la main-d’œuvre ; exploitation minière.",
                    "Ocho temas figuraban ese año en la agenda de la Alianza: agronegocios; comercio, inversión e "
                    "innovación; medio ambiente; energía; bosques; capital humano; movilidad laboral, y minería.",
                ),
            )
        ],
        sources=[REPORT_2016],
    ),
    _annual(
        13,
        "2017-11-23",
        "2017-11-24",
        "MX",
        _MEXICO_CITY,
        format="in_person",
        summary=said(
            "About 180 delegates in Mexico City; culture joins the subjects of the Partnership.",
            "Environ 180 délégués à Mexico ; la culture rejoint les sujets du Partenariat.",
            "Cerca de 180 delegados en la Ciudad de México; la cultura se suma a los temas de la Alianza.",
        ),
        participant=[{"delegation": _BOTH_SECTORS, "number": 180}],
        meetingsession=_of_groups("creativity-culture"),
        outcomes=text(
            "The groups reviewed the year and planned the next within the frame of the High-Level Strategic Dialogue. "
            "A first dialogue on culture was held.",
            "Les groupes ont revu l’année et planifié la suivante dans le cadre du Dialogue stratégique de haut "
            "niveau. Un premier dialogue sur la culture a eu lieu.",
            "Los grupos revisaron el año y planearon el siguiente en el marco del Diálogo Estratégico de Alto Nivel. "
            "Se celebró un primer diálogo sobre cultura.",
        ),
        sections=[
            section(
                said("How many groups?", "Combien de groupes ?", "¿Cuántos grupos?"),
                text(
                    "The sources differ. The annual report speaks of eight working groups, the communiqué of Mexico’s "
                    "Ministry of Foreign Affairs of six. Both figures are kept here, each with its source.",
                    "Les sources diffèrent. Le rapport annuel parle de huit groupes de travail, le communiqué du "
                    "Secrétariat des Affaires étrangères du Mexique, de six. Les deux chiffres sont conservés ici, "
                    "chacun avec sa source.",
                    "Las fuentes difieren. El informe anual habla de ocho grupos de trabajo; el comunicado de la "
                    "Secretaría de Relaciones Exteriores, de seis. Aquí se conservan las dos cifras, cada una con su "
                    "fuente.",
                ),
            )
        ],
        figures=[
            {
                "label": said(
                    "Working groups, by the annual report",
                    "Groupes de travail, selon le rapport annuel",
                    "Grupos de trabajo, según el informe anual",
                ),
                "value": "8",
                "wording": None,
                "unit": said("groups", "groupes", "grupos"),
                "as_of": "2017-11-24",
                "valid_until": None,
                "source": "Global Affairs Canada, Canada-Mexico Partnership: 2017 Annual Report",
            },
            {
                "label": said(
                    "Working groups, by the communiqué",
                    "Groupes de travail, selon le communiqué",
                    "Grupos de trabajo, según el comunicado",
                ),
                "value": "6",
                "wording": None,
                "unit": said("groups", "groupes", "grupos"),
                "as_of": "2017-11-24",
                "valid_until": None,
                "source": "Secretaría de Relaciones Exteriores, communiqué on the 13th meeting, November 2017",
            },
        ],
        sources=[REPORT_2017, SRE_2017],
    ),
    _annual(
        14,
        "2018-10-11",
        "2018-10-12",
        "CA",
        _OTTAWA,
        format="hybrid",
        related=["report-2018"],
        summary=said(
            "A day and a half in Ottawa: four groups met in person, three by video or telephone.",
            "Une journée et demie à Ottawa : quatre groupes réunis sur place, trois par vidéo ou par téléphone.",
            "Un día y medio en Ottawa: cuatro grupos se reunieron en persona y tres por video o por teléfono.",
        ),
        meetingsession=_of_groups(
            "mining",
            "trade-investment-innovation",
            "human-capital",
            "creativity-culture",
            "forestry",
            "energy",
            "environment",
        ),
        outcomes=text(
            "On the first day the groups reviewed the results of the year and set their priorities for the next one.",
            "Le premier jour, les groupes ont examiné les résultats de l’année et fixé leurs priorités pour la suivante.",
            "El primer día los grupos revisaron los resultados del año y fijaron sus prioridades para el siguiente.",
        ),
        sections=[
            section(
                said("Who met, and how", "Qui s’est réuni, et comment", "Quiénes se reunieron y cómo"),
                text(
                    "Mining; Trade, Investment and Innovation; Human Capital; and Creativity and Culture met around a "
                    "table. Forestry, Energy and Environment held their sessions at a distance. The report announces "
                    "“three” groups in person and then names these four.",
                    "Exploitation minière ; Commerce, investissement et innovation ; Capital humain ; Créativité et "
                    "culture se sont réunis sur place. Foresterie, Énergie et Environnement ont tenu leur séance à "
                    "distance. Le rapport annonce « trois » groupes en personne, puis nomme ces quatre-là.",
                    "Minería; Comercio, inversión e innovación; Capital humano, y Creatividad y cultura se reunieron en "
                    "persona. Bosques, Energía y Medio ambiente sesionaron a distancia. El informe anuncia «tres» "
                    "grupos presenciales y enseguida nombra a estos cuatro.",
                ),
            )
        ],
        sources=[REPORT_2018_PAGE],
    ),
    _annual(
        15,
        "2019-11-27",
        "2019-11-28",
        "MX",
        _MEXICO_CITY,
        format="in_person",
        related=["report-2019"],
        summary=said(
            "Nearly 200 participants in Mexico City, and five of the eight groups in session.",
            "Près de 200 participants à Mexico et cinq des huit groupes en séance.",
            "Casi 200 participantes en la Ciudad de México y cinco de los ocho grupos en sesión.",
        ),
        participant=[{"delegation": _BOTH_SECTORS, "number": None}],
        meetingsession=_of_groups("agri-business"),
        outcomes=text(
            "In a day and a half the groups went over the results of the year and settled the priorities of the next.",
            "En une journée et demie, les groupes ont passé en revue les résultats de l’année et arrêté les priorités de "
            "la suivante.",
            "En un día y medio los grupos repasaron los resultados del año y definieron las prioridades del siguiente.",
        ),
        sections=[
            section(
                said("What is known of the sessions", "Ce qu’on sait des séances", "Qué se sabe de las sesiones"),
                text(
                    "Agri-business was one of the five groups that met. The excerpt of the report that could be "
                    "consulted stops before it names the others.",
                    "Le groupe Agroalimentaire est l’un des cinq qui ont siégé. L’extrait du rapport qui a pu être "
                    "consulté s’interrompt avant de nommer les autres.",
                    "Agronegocios fue uno de los cinco grupos que sesionaron. El extracto del informe que pudo "
                    "consultarse se interrumpe antes de nombrar a los demás.",
                ),
            )
        ],
        sources=[REPORT_2019],
    ),
    _annual(
        16,
        "2020-11-26",
        None,
        None,
        None,
        format="virtual",
        related=["report-2020"],
        summary=said(
            "The first meeting to take place entirely online, with gender equality as its main thread.",
            "La première réunion tenue entièrement en ligne, avec l’égalité des genres pour fil conducteur.",
            "La primera reunión celebrada por completo en línea, con la igualdad de género como hilo conductor.",
        ),
        participant=[
            {
                "delegation": said(
                    "Over 100 people at the opening",
                    "Plus de 100 personnes à l’ouverture",
                    "Más de 100 personas en la apertura",
                )
            }
        ],
        meetingsession=[
            {"type": "plenary", "title": said("Opening session", "Séance d’ouverture", "Sesión de apertura")},
            *_of_groups("agri-business"),
        ],
        outcomes=text(
            "Progress of the year was reviewed and work for 2021 planned. The meeting asked every group to look at its "
            "subject with gender equality in mind.",
            "On a fait le point sur l’année et planifié les travaux de 2021. La réunion a invité chaque groupe à examiner "
            "son sujet sous l’angle de l’égalité des genres.",
            "Se hizo el balance del año y se planeó el trabajo de 2021. La reunión pidió a cada grupo considerar su tema "
            "con perspectiva de género.",
        ),
        sections=[
            section(
                said("The day of the opening", "Le jour de l’ouverture", "El día de la apertura"),
                text(
                    "The annual report places the meeting in November 2020; the newspaper La Jornada gives the 26th as "
                    "the day it opened. Sessions of groups were held around that day: the agri-business group met by "
                    "video link.",
                    "Le rapport annuel situe la réunion en novembre 2020 ; le journal La Jornada donne le 26 comme jour "
                    "de l’ouverture. Des séances de groupe ont eu lieu autour de cette date : le groupe Agroalimentaire "
                    "s’est réuni par visioconférence.",
                    "El informe anual sitúa la reunión en noviembre de 2020; el diario La Jornada señala el día 26 como "
                    "el de la apertura. Alrededor de esa fecha sesionaron los grupos: el de Agronegocios lo hizo por "
                    "videoconferencia.",
                ),
            )
        ],
        sources=[REPORT_2020, JORNADA_2020, AGRI_2020],
    ),
    _annual(
        17,
        "2021-11-25",
        None,
        "MX",
        _MEXICO_CITY,
        format="hybrid",
        related=["report-2021", "youth-lab-programme"],
        summary=said(
            "Led by Mexico, mostly online: five groups, three plenaries and, for the first time, the Youth Lab.",
            "Menée par le Mexique, surtout en ligne : cinq groupes, trois plénières et, pour la première fois, le Lab Jeunesse.",
            "Conducida por México, sobre todo en línea: cinco grupos, tres plenarias y, por primera vez, el Laboratorio de "
            "Jóvenes.",
        ),
        meetingsession=[
            *_of_groups(
                "creativity-culture", "environment", "forestry", "human-capital", "trade-investment-innovation"
            ),
            {
                "type": "side_event",
                "title": said(
                    "Round table of the co-chairs", "Table ronde des coprésidents", "Mesa redonda de los copresidentes"
                ),
            },
            {"type": "plenary", "title": said("Three plenaries", "Trois séances plénières", "Tres sesiones plenarias")},
        ],
        outcomes=text(
            "<ul><li>A group on foreign policy is to begin its work in 2022.</li><li>The groups take the outcome of the "
            "leaders’ meetings of November 2021 into their plans for 2022.</li><li>The Youth Lab put its recommendations "
            "to the groups and to the plenary.</li></ul>",
            "<ul><li>Un groupe sur la politique étrangère commencera ses travaux en 2022.</li><li>Les groupes tiendront "
            "compte, dans leurs plans de 2022, des résultats des rencontres des dirigeants de novembre 2021.</li><li>Le "
            "Lab Jeunesse a présenté ses recommandations aux groupes et à la plénière.</li></ul>",
            "<ul><li>Un grupo sobre política exterior comenzará su trabajo en 2022.</li><li>Los grupos incorporarán a sus "
            "planes de 2022 los resultados de los encuentros de líderes de noviembre de 2021.</li><li>El Laboratorio de "
            "Jóvenes presentó sus recomendaciones a los grupos y a la plenaria.</li></ul>",
        ),
        sections=[
            section(
                said("Hybrid or virtual?", "Hybride ou virtuelle ?", "¿Híbrida o virtual?"),
                text(
                    "The annual report calls the meeting hybrid. The page of Global Affairs Canada calls it virtual and "
                    "adds that a small number of senior officials of both countries gathered in Mexico City. The two "
                    "descriptions agree on what took place; this page follows the report.",
                    "Le rapport annuel qualifie la réunion d’hybride. La page d’Affaires mondiales Canada la dit "
                    "virtuelle et ajoute qu’un petit nombre de hauts fonctionnaires des deux pays s’étaient réunis à "
                    "Mexico. Les deux descriptions concordent sur les faits ; cette page suit le rapport.",
                    "El informe anual califica la reunión de híbrida. La página de Asuntos Globales Canadá la llama "
                    "virtual y agrega que un pequeño número de altos funcionarios de ambos países se reunió en la "
                    "Ciudad de México. Las dos descripciones coinciden en los hechos; esta página sigue al informe.",
                ),
            )
        ],
        sources=[REPORT_2021, CMP_PAGE, YOUTH_LAB],
    ),
    _annual(
        18,
        "2022-11-24",
        None,
        "CA",
        _OTTAWA,
        format="in_person",
        related=["release-meeting-18"],
        summary=said(
            "Six groups in Ottawa; cooperation with Indigenous peoples becomes a commitment of the whole Partnership.",
            "Six groupes à Ottawa ; la coopération avec les peuples autochtones devient un engagement de tout le Partenariat.",
            "Seis grupos en Ottawa; la cooperación con los pueblos indígenas se vuelve un compromiso de toda la Alianza.",
        ),
        meetingsession=_of_groups(
            "forestry", "environment", "creativity-culture", "human-capital", "mining", "foreign-policy"
        ),
        participant=[{"organization": "gac"}, {"organization": "sre"}],
        outcomes=text(
            "<ul><li>The six groups agreed on their work for 2023.</li><li>Both sides confirmed that the groups take "
            "gender into account.</li><li>The empowerment of Indigenous peoples, and cooperation with them, is a new "
            "commitment.</li></ul>",
            "<ul><li>Les six groupes ont convenu de leurs travaux de 2023.</li><li>Les deux parties ont confirmé que les "
            "groupes tiennent compte du genre.</li><li>L’autonomisation des peuples autochtones et la coopération avec "
            "eux constituent un nouvel engagement.</li></ul>",
            "<ul><li>Los seis grupos acordaron su trabajo para 2023.</li><li>Ambas partes confirmaron que los grupos "
            "consideran la perspectiva de género.</li><li>El empoderamiento de los pueblos indígenas y la cooperación con "
            "ellos son un nuevo compromiso.</li></ul>",
        ),
        sections=[
            section(
                said("The Youth Lab again", "De nouveau le Lab Jeunesse", "De nuevo el Laboratorio de Jóvenes"),
                text(
                    "Members of the Youth Lab of both countries took part for the second time.",
                    "Des membres du Lab Jeunesse des deux pays y ont participé pour la deuxième fois.",
                    "Integrantes del Laboratorio de Jóvenes de ambos países participaron por segunda ocasión.",
                ),
            )
        ],
        sources=[SRE_2022],
    ),
]
