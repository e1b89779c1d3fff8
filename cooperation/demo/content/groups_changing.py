"""Groups that the list of the Partnership no longer has, or has had only of late."""

from cooperation.demo.content.cmp_sources import CMP_PAGE, REPORT_2016, REPORT_2017, SRE_2022
from cooperation.demo.content.words import said, section, text

CHANGING = [
    {
        "key": "labour-mobility",
        "mechanism": "cmp",
        "active_from": None,
        "active_to": 2017,
        "themes": ["migration", "education"],
        "countries": ["CA", "MX"],
        "source_language": "en",
        "title": said("Labour Mobility", "Mobilité de la main-d’œuvre", "Movilidad laboral"),
        "slug": said("labour-mobility", "mobilite-de-la-main-d-oeuvre", "movilidad-laboral"),
        "summary": said(
            "A group of the Partnership that the reports name until 2017.",
            "Un groupe du Partenariat que les rapports mentionnent jusqu’en 2017.",
            "Un grupo de la Alianza que los informes mencionan hasta 2017.",
        ),
        "sections": [
            section(
                said("What the reports say", "Ce qu’en disent les rapports", "Qué dicen los informes"),
                text(
                    "The reports for 2016 and 2017 count labour mobility among the subjects of the Partnership. The "
                    "report for 2018 no longer does. The sources consulted do not say when the group began, nor "
                    "whether another one took over its work.",
                    "Les rapports de 2016 et de 2017 comptent la mobilité de la main-d’œuvre parmi les sujets du "
                    "Partenariat ; celui de 2018 ne le fait plus. Les sources consultées ne disent ni quand le groupe "
                    "a commencé, ni si un autre a repris ses travaux.",
                    "Los informes de 2016 y 2017 cuentan la movilidad laboral entre los temas de la Alianza; el de "
                    "2018 ya no. Las fuentes consultadas no indican cuándo comenzó el grupo ni si otro retomó su "
                    "trabajo.",
                ),
            )
        ],
        "figures": [],
        "sources": [REPORT_2016, REPORT_2017],
    },
    {
        "key": "foreign-policy",
        "mechanism": "cmp",
        "active_from": 2022,
        "active_to": None,
        "themes": ["partnership", "rights"],
        "countries": ["CA", "MX"],
        "source_language": "en",
        "title": said("Foreign Policy", "Politique étrangère", "Política exterior"),
        "slug": said("foreign-policy", "politique-etrangere", "politica-exterior"),
        "summary": said(
            "A group agreed at the 17th annual meeting, to begin its work in 2022.",
            "Un groupe convenu à la 17e réunion annuelle, appelé à commencer ses travaux en 2022.",
            "Un grupo acordado en la 17.ª reunión anual, llamado a iniciar su trabajo en 2022.",
        ),
        "mandate": text(
            "Priorities that both countries share abroad: feminist foreign policy, reconciliation with Indigenous "
            "peoples, inclusive governance and diversity.",
            "Les priorités communes aux deux pays sur la scène internationale : politiques étrangères féministes, "
            "réconciliation avec les peuples autochtones, gouvernance inclusive et diversité.",
            "Las prioridades que ambos países comparten en el exterior: política exterior feminista, reconciliación con "
            "los pueblos indígenas, gobernanza incluyente y diversidad.",
        ),
        "sections": [
            section(
                said("First sitting", "Première séance", "Primera sesión"),
                text(
                    "The communiqué on the 18th annual meeting, held in Ottawa in November 2022, names this group "
                    "among the six that sat that day.",
                    "Le communiqué sur la 18e réunion annuelle, tenue à Ottawa en novembre 2022, cite ce groupe parmi "
                    "les six qui ont siégé ce jour-là.",
                    "El comunicado sobre la 18.ª reunión anual, celebrada en Ottawa en noviembre de 2022, menciona a "
                    "este grupo entre los seis que sesionaron ese día.",
                ),
            )
        ],
        "figures": [],
        "sources": [CMP_PAGE, SRE_2022],
    },
]
