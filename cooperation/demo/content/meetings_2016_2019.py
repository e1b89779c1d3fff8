"""The annual meetings of the Partnership, the 12th to the 15th. Where sources differ, each is kept with its name."""

from cooperation.demo.content.cmp_sources import (
    REPORT_2016,
    REPORT_2017,
    REPORT_2019,
    SRE_2017,
)
from cooperation.demo.content.meetings_shape import (
    BOTH_SECTORS,
    MEXICO_CITY,
    OTTAWA,
    annual,
    attendance,
    of_groups,
    report,
)
from cooperation.demo.content.register_sources import REPORT_2018_PAGE
from cooperation.demo.content.words import said, section, text

EARLIER = [
    annual(
        12,
        "2016-11-23",
        "2016-11-24",
        "CA",
        OTTAWA,
        format="in_person",
        summary=said(
            "Two days in Ottawa with more than 150 delegates, then the largest attendance so far.",
            "Deux jours à Ottawa et plus de 150 délégués, un sommet de participation à l’époque.",
            "Dos días en Ottawa con más de 150 delegados, la mayor asistencia hasta entonces.",
        ),
        participant=BOTH_SECTORS,
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
        figures=[attendance(said("more than 150", "plus de 150", "más de 150"), "2016-11-24", report(2016))],
        sources=[REPORT_2016],
    ),
    annual(
        13,
        "2017-11-23",
        "2017-11-24",
        "MX",
        MEXICO_CITY,
        format="in_person",
        summary=said(
            "About 180 delegates in Mexico City; culture joins the subjects of the Partnership.",
            "Environ 180 délégués à Mexico ; la culture rejoint les sujets du Partenariat.",
            "Cerca de 180 delegados en la Ciudad de México; la cultura se suma a los temas de la Alianza.",
        ),
        participant=BOTH_SECTORS,
        meetingsession=of_groups("creativity-culture"),
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
            attendance(said("about 180", "environ 180", "cerca de 180"), "2017-11-24", report(2017)),
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
    annual(
        14,
        "2018-10-11",
        "2018-10-12",
        "CA",
        OTTAWA,
        format="hybrid",
        related=["report-2018"],
        summary=said(
            "A day and a half in Ottawa: four groups met in person, three by video or telephone.",
            "Une journée et demie à Ottawa : quatre groupes réunis sur place, trois par vidéo ou par téléphone.",
            "Un día y medio en Ottawa: cuatro grupos se reunieron en persona y tres por video o por teléfono.",
        ),
        meetingsession=of_groups(
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
    annual(
        15,
        "2019-11-27",
        "2019-11-28",
        "MX",
        MEXICO_CITY,
        format="in_person",
        related=["report-2019"],
        summary=said(
            "Nearly 200 participants in Mexico City, and five of the eight groups in session.",
            "Près de 200 participants à Mexico et cinq des huit groupes en séance.",
            "Casi 200 participantes en la Ciudad de México y cinco de los ocho grupos en sesión.",
        ),
        participant=BOTH_SECTORS,
        meetingsession=of_groups("agri-business"),
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
        figures=[attendance(said("nearly 200", "près de 200", "casi 200"), "2019-11-28", report(2019))],
        sources=[REPORT_2019],
    ),
]
