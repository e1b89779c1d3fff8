"""The annual meetings of the Partnership, the 16th to the 18th. Where sources differ, each is kept with its name."""

from cooperation.demo.content.cmp_sources import (
    AGRI_2020,
    CMP_PAGE,
    JORNADA_2020,
    REPORT_2020,
    REPORT_2021,
    SRE_2022,
    YOUTH_LAB,
)
from cooperation.demo.content.meetings_shape import (
    MEXICO_CITY,
    OTTAWA,
    annual,
    of_groups,
    report,
)
from cooperation.demo.content.words import figure, said, section, text

LATER = [
    annual(
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
        meetingsession=[
            {"type": "plenary", "title": said("Opening session", "Séance d’ouverture", "Sesión de apertura")},
            *of_groups("agri-business"),
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
        figures=[
            figure(
                said("People at the opening", "Personnes à l’ouverture", "Personas en la apertura"),
                said("people", "personnes", "personas"),
                report(2020),
                wording=said("over 100", "plus de 100", "más de 100"),
                as_of="2020-11-26",
            )
        ],
        sources=[REPORT_2020, JORNADA_2020, AGRI_2020],
    ),
    annual(
        17,
        "2021-11-25",
        None,
        "MX",
        MEXICO_CITY,
        format="hybrid",
        related=["report-2021", "youth-lab-programme"],
        summary=said(
            "Led by Mexico, mostly online: five groups, three plenaries and, for the first time, the Youth Lab.",
            "Menée par le Mexique, surtout en ligne : cinq groupes, trois plénières et, pour la première fois, le Lab Jeunesse.",
            "Conducida por México, sobre todo en línea: cinco grupos, tres plenarias y, por primera vez, el Laboratorio de "
            "Jóvenes.",
        ),
        meetingsession=[
            *of_groups("creativity-culture", "environment", "forestry", "human-capital", "trade-investment-innovation"),
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
    annual(
        18,
        "2022-11-24",
        None,
        "CA",
        OTTAWA,
        format="in_person",
        summary=said(
            "Six groups in Ottawa; cooperation with Indigenous peoples becomes a commitment of the whole Partnership.",
            "Six groupes à Ottawa ; la coopération avec les peuples autochtones devient un engagement de tout le Partenariat.",
            "Seis grupos en Ottawa; la cooperación con los pueblos indígenas se vuelve un compromiso de toda la Alianza.",
        ),
        meetingsession=of_groups(
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
