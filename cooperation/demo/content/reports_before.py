"""The annual reports for 2018 and 2019, as thin as the excerpts that could be consulted: they stop before the groups."""

from typing import Any

from cooperation.demo.content.cmp_sources import CULTURE_2017, REPORT_2019
from cooperation.demo.content.objectives import FOUR_SUBJECTS, objective
from cooperation.demo.content.register_sources import REPORT_2018_PAGE
from cooperation.demo.content.words import Said, said, text

_SESSION_14 = said(
    "Hold a session at the 14th annual meeting, review the year and set priorities for the next.",
    "Tenir une séance à la 14e réunion annuelle, faire le bilan de l’année et fixer les priorités de la suivante.",
    "Celebrar una sesión en la 14.ª reunión anual, hacer el balance del año y fijar las prioridades del siguiente.",
)
_SESSION_15 = said(
    "Hold a session at the 15th annual meeting, review the year and set priorities for the next.",
    "Tenir une séance à la 15e réunion annuelle, faire le bilan de l’année et fixer les priorités de la suivante.",
    "Celebrar una sesión en la 15.ª reunión anual, hacer el balance del año y fijar las prioridades del siguiente.",
)

_IN_PERSON = ("mining", "trade-investment-innovation", "human-capital", "creativity-culture")
_AT_A_DISTANCE = ("forestry", "energy", "environment")
_MET = text(
    "The group met in Ottawa on the first day of the annual meeting. Its own record for the year is not in the excerpts "
    "consulted.",
    "Le groupe s’est réuni à Ottawa le premier jour de la réunion annuelle. Son propre bilan de l’année ne figure pas dans les "
    "extraits consultés.",
    "El grupo se reunió en Ottawa el primer día de la reunión anual. Su propio balance del año no figura en los extractos "
    "consultados.",
)
_CALLED_IN = text(
    "The group held its session by video or by telephone. Its own record for the year is not in the excerpts consulted.",
    "Le groupe a tenu sa séance par vidéo ou par téléphone. Son propre bilan de l’année ne figure pas dans les extraits "
    "consultés.",
    "El grupo celebró su sesión por video o por teléfono. Su propio balance del año no figura en los extractos consultados.",
)
_CULTURE_2019 = text(
    "Indigenous languages, creative industries, the digital agenda and cinema, chosen in 2017, were still the subjects of the "
    "group. Its results for 2019 are not in the excerpts consulted.",
    "Les langues autochtones, les industries créatives, le numérique et le cinéma, choisis en 2017, étaient toujours les sujets "
    "du groupe. Ses résultats de 2019 ne figurent pas dans les extraits consultés.",
    "Las lenguas indígenas, las industrias creativas, la agenda digital y el cine, elegidos en 2017, seguían siendo los temas del "
    "grupo. Sus resultados de 2019 no figuran en los extractos consultados.",
)
_AGRI_2019 = text(
    "The group was one of the five that met in Mexico City in November 2019.",
    "Le groupe est l’un des cinq qui se sont réunis à Mexico en novembre 2019.",
    "El grupo fue uno de los cinco que se reunieron en la Ciudad de México en noviembre de 2019.",
)


def _report(year: int, summary: Said, message: Said, **others: Any) -> dict[str, Any]:
    return {
        "key": f"report-{year}",
        "mechanism": "cmp",
        "year": year,
        "themes": ["partnership"],
        "countries": ["CA", "MX"],
        "source_language": "en",
        "title": said(
            f"Canada-Mexico Partnership: {year} Annual Report",
            f"Partenariat Canada-Mexique : rapport annuel {year}",
            f"Alianza México-Canadá: informe anual {year}",
        ),
        "slug": said(
            f"canada-mexico-partnership-{year}", f"partenariat-canada-mexique-{year}", f"alianza-mexico-canada-{year}"
        ),
        "summary": summary,
        "message": message,
        "sections": [],
        "figures": [],
        **others,
    }


REPORTS = [
    _report(
        2018,
        said(
            "The year of the 14th annual meeting: seven groups in session, in Ottawa or at a distance.",
            "L’année de la 14e réunion annuelle : sept groupes en séance, à Ottawa ou à distance.",
            "El año de la 14.ª reunión anual: siete grupos en sesión, en Ottawa o a distancia.",
        ),
        text(
            "People who set the priorities of the Partnership come from government and from outside it, and they meet every "
            "year, whoever governs. In October 2018 they did so for a day and a half in Ottawa, to look back on the year and to "
            "settle what the next should bring.",
            "Celles et ceux qui fixent les priorités du Partenariat viennent des gouvernements et d’ailleurs, et se réunissent "
            "chaque année, quel que soit le pouvoir en place. En octobre 2018, ils l’ont fait pendant une journée et demie à "
            "Ottawa, pour revenir sur l’année et décider de la suivante.",
            "Quienes fijan las prioridades de la Alianza provienen de los gobiernos y de fuera de ellos, y se reúnen cada año, "
            "gobierne quien gobierne. En octubre de 2018 lo hicieron durante un día y medio en Ottawa, para repasar el año y "
            "decidir qué debía traer el siguiente.",
        ),
        chapters=[
            *({"group": group, "results": _MET} for group in _IN_PERSON),
            *({"group": group, "results": _CALLED_IN} for group in _AT_A_DISTANCE),
        ],
        objectives=[
            *(objective(f"2018-{group}-1", group, _SESSION_14, "done") for group in (*_IN_PERSON, *_AT_A_DISTANCE)),
            objective("2018-creativity-culture-2", "creativity-culture", FOUR_SUBJECTS, "under_way"),
            objective("2018-agri-business-1", "agri-business", _SESSION_15),
        ],
        sources=[REPORT_2018_PAGE, CULTURE_2017],
    ),
    _report(
        2019,
        said(
            "Fifteen years of the Partnership: the 15th annual meeting, nearly 200 participants, five groups in session.",
            "Quinze ans de Partenariat : la 15e réunion annuelle, près de 200 participants, cinq groupes en séance.",
            "Quince años de la Alianza: la 15.ª reunión anual, casi 200 participantes y cinco grupos en sesión.",
        ),
        text(
            "In fifteen years the Partnership has become the place where both countries speak about politics, the economy, "
            "society, universities and culture. Nearly 200 of us met in Mexico City in November 2019. What keeps the Partnership "
            "useful is that it follows the priorities of those who take part.",
            "En quinze ans, le Partenariat est devenu le lieu où les deux pays parlent de politique, d’économie, de société, "
            "d’université et de culture. Nous étions près de 200 à Mexico en novembre 2019. Si le Partenariat demeure utile, c’est "
            "parce qu’il suit les priorités de ses participants.",
            "En quince años la Alianza se ha vuelto el lugar donde ambos países hablan de política, economía, sociedad, academia y "
            "cultura. En noviembre de 2019 nos reunimos casi 200 personas en la Ciudad de México. La Alianza sigue siendo útil "
            "porque atiende las prioridades de quienes participan en ella.",
        ),
        chapters=[
            {"group": "agri-business", "results": _AGRI_2019},
            {"group": "creativity-culture", "results": _CULTURE_2019},
        ],
        objectives=[
            objective("2019-agri-business-1", "agri-business", _SESSION_15, "done", "2018-agri-business-1"),
            objective(
                "2019-creativity-culture-1",
                "creativity-culture",
                FOUR_SUBJECTS,
                "under_way",
                "2018-creativity-culture-2",
            ),
        ],
        figures=[
            {
                "label": said(
                    "Participants at the 15th annual meeting",
                    "Participants à la 15e réunion annuelle",
                    "Participantes en la 15.ª reunión anual",
                ),
                "value": None,
                "wording": said("nearly 200", "près de 200", "casi 200"),
                "unit": said("participants", "participants", "participantes"),
                "as_of": "2019-11-28",
                "valid_until": None,
                "source": "Global Affairs Canada, Canada-Mexico Partnership: 2019 Annual Report",
            }
        ],
        sources=[REPORT_2019],
    ),
]
