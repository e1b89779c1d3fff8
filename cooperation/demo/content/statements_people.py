"""What was said about asylum and about crime across borders. Told anew; nothing is quoted."""

from cooperation.demo.content.register_sources import (
    ASYLUM_2022,
    FORUM_2024,
    MIRPS_EVENT,
)
from cooperation.demo.content.words import said, section, text

_OTTAWA = said("Ottawa", "Ottawa", "Ottawa")
_IRCC = said(
    "Immigration, Refugees and Citizenship Canada",
    "Immigration, Réfugiés et Citoyenneté Canada",
    "Inmigración, Refugiados y Ciudadanía de Canadá",
)

PEOPLE = [
    {
        "key": "release-mirps-2022",
        "type": "release",
        "place": _OTTAWA,
        "dated_on": "2022-05-24",
        "source": _IRCC,
        "meeting": "mirps-event",
        "themes": ["migration", "rights"],
        "countries": ["CA", "MX", "GT"],
        "signatory": [{"country": "CA", "organization": "ircc"}],
        "source_language": "en",
        "title": said(
            "Canada opens the signature event of the MIRPS Support Platform",
            "Le Canada ouvre la rencontre phare de la Plateforme de soutien du MIRPS",
            "Canadá inaugura el encuentro de la Plataforma de Apoyo del MIRPS",
        ),
        "slug": said("release-mirps-event-2022", "communique-rencontre-mirps-2022", "comunicado-encuentro-mirps-2022"),
        "summary": said(
            "Three days in Ottawa on how countries can receive more people who need protection.",
            "Trois jours à Ottawa pour voir comment accueillir davantage de personnes ayant besoin de protection.",
            "Tres días en Ottawa para ver cómo recibir a más personas que necesitan protección.",
        ),
        "sections": [
            section(
                said("Why now", "Pourquoi maintenant", "Por qué ahora"),
                text(
                    "Mexico and Central America see more people displaced than ever before. The minister responsible for "
                    "immigration opened the event together with the United Nations refugee agency; refugees’ own "
                    "organizations, banks and business were invited too.",
                    "Le Mexique et l’Amérique centrale connaissent des déplacements de population sans précédent. Le ministre "
                    "responsable de l’immigration a ouvert la rencontre avec l’agence des Nations Unies pour les réfugiés ; "
                    "organisations de réfugiés, institutions financières et entreprises y étaient aussi conviées.",
                    "México y Centroamérica viven un desplazamiento de personas sin precedentes. El ministro de inmigración "
                    "inauguró el encuentro junto con la agencia de las Naciones Unidas para los refugiados; se invitó también "
                    "a organizaciones de personas refugiadas, bancos y empresas.",
                ),
            )
        ],
        "figures": [],
        "sources": [MIRPS_EVENT],
    },
    {
        "key": "release-asylum-2022",
        "type": "release",
        "place": _OTTAWA,
        "dated_on": "2022-09-01",
        "source": _IRCC,
        "source_url": (
            "https://www.newswire.ca/news-releases/"
            "canada-continues-to-strengthen-asylum-processing-capacity-in-the-americas-886460225.html"
        ),
        "themes": ["migration", "rights"],
        "countries": ["CA", "MX", "GT"],
        "signatory": [{"country": "CA", "organization": "ircc"}],
        "source_language": "en",
        "title": said(
            "Canada announces three asylum projects in the Americas",
            "Le Canada annonce trois projets en matière d’asile dans les Amériques",
            "Canadá anuncia tres proyectos de asilo en las Américas",
        ),
        "slug": said(
            "release-asylum-projects-2022", "communique-projets-asile-2022", "comunicado-proyectos-asilo-2022"
        ),
        "summary": said(
            "Two projects with Mexico’s refugee commission, one in Costa Rica, Guatemala and Honduras, over two years.",
            "Deux projets avec la commission mexicaine, un troisième au Costa Rica, au Guatemala et au Honduras, sur deux ans.",
            "Dos proyectos con la comisión mexicana y uno en Costa Rica, Guatemala y Honduras, durante dos años.",
        ),
        "sections": [
            section(
                said("The third project", "Le troisième projet", "El tercer proyecto"),
                text(
                    "In Costa Rica, Guatemala and Honduras the United Nations refugee agency helps to clear the backlog of "
                    "claims and trains officials on conditions in the countries that people flee. The projects in Mexico have "
                    "a page of their own.",
                    "Au Costa Rica, au Guatemala et au Honduras, l’agence des Nations Unies pour les réfugiés aide à résorber "
                    "l’arriéré des demandes et forme les agents à la situation des pays que les gens fuient. Les projets au "
                    "Mexique ont leur propre page.",
                    "En Costa Rica, Guatemala y Honduras, la agencia de las Naciones Unidas para los refugiados ayuda a reducir "
                    "el rezago de solicitudes y capacita a funcionarios sobre la situación de los países de origen. Los "
                    "proyectos en México tienen su propia página.",
                ),
            )
        ],
        "figures": [],
        "sources": [ASYLUM_2022],
    },
    {
        "key": "communique-forum-2024",
        "type": "release",
        "place": said("Washington", "Washington", "Washington"),
        "dated_on": "2024-07-12",
        "source": said("Public Safety Canada", "Sécurité publique Canada", "Seguridad Pública de Canadá"),
        "meeting": "crime-forum-2024",
        "themes": ["security", "justice"],
        "countries": ["CA", "US"],
        "signatory": [
            {
                "country": "CA",
                "organization": "ps",
                "title": said(
                    "Minister of Public Safety", "Ministre de la Sécurité publique", "Ministro de Seguridad Pública"
                ),
            },
            {
                "country": "CA",
                "organization": "jus",
                "title": said(
                    "Minister of Justice and Attorney General",
                    "Ministre de la Justice et procureur général",
                    "Ministro de Justicia y fiscal general",
                ),
            },
            {
                "country": "US",
                "organization": "doj",
                "title": said("Attorney General", "Procureur général", "Fiscal general"),
            },
            {
                "country": "US",
                "organization": "dhs",
                "title": said(
                    "Secretary of Homeland Security",
                    "Secrétaire à la Sécurité intérieure",
                    "Secretario de Seguridad Nacional",
                ),
            },
        ],
        "contact": [
            {
                "desk": said(
                    "Media Relations, Public Safety Canada",
                    "Relations avec les médias, Sécurité publique Canada",
                    "Relaciones con los medios, Seguridad Pública de Canadá",
                ),
                "organization": "ps",
                "phone": "613-991-0657",
            },
            {
                "desk": said(
                    "Media Relations, Department of Justice Canada",
                    "Relations avec les médias, ministère de la Justice du Canada",
                    "Relaciones con los medios, Departamento de Justicia de Canadá",
                ),
                "organization": "jus",
                "phone": "613-957-4207",
            },
        ],
        "source_language": "fr",
        "title": said(
            "Joint communiqué on the Cross-Border Crime Forum of 2024",
            "Communiqué conjoint sur le Forum sur la criminalité transfrontalière de 2024",
            "Comunicado conjunto sobre el Foro sobre Delincuencia Transfronteriza de 2024",
        ),
        "slug": said(
            "communique-cross-border-crime-forum-2024",
            "communique-forum-criminalite-transfrontaliere-2024",
            "comunicado-foro-delincuencia-transfronteriza-2024",
        ),
        "summary": said(
            "Four ministers on foreign interference, fentanyl, firearms, crime online and hatred.",
            "Quatre ministres sur l’ingérence étrangère, le fentanyl, les armes à feu, les crimes en ligne et la haine.",
            "Cuatro titulares sobre la injerencia extranjera, el fentanilo, las armas de fuego, el delito en línea y el odio.",
        ),
        "sections": [
            section(
                said("Foreign interference", "Ingérence étrangère", "Injerencia extranjera"),
                text(
                    "Fair and safe elections are a foundation of democracy, and foreign actors try to undermine them, by "
                    "attacks on networks and by hidden influence. The United States spoke of its experience with a register "
                    "of foreign agents; Canada presented its own law, Bill C-70, which creates one.",
                    "Des élections justes et sûres sont un fondement de la démocratie, et des acteurs étrangers tentent de les "
                    "miner par des attaques informatiques et par une influence dissimulée. Les États-Unis ont fait part de leur "
                    "expérience d’un registre des agents étrangers ; le Canada a présenté sa propre loi, issue du projet de loi "
                    "C-70, qui en crée un.",
                    "Las elecciones justas y seguras son un cimiento de la democracia, y actores extranjeros intentan "
                    "socavarlas con ataques informáticos e influencia encubierta. Estados Unidos compartió su experiencia con "
                    "un registro de agentes extranjeros; Canadá presentó su propia ley, surgida del proyecto C-70, que crea "
                    "uno.",
                ),
            ),
            section(
                said(
                    "Police work across the border",
                    "Le travail policier par-delà la frontière",
                    "El trabajo policial a través de la frontera",
                ),
                text(
                    "Fentanyl and smuggled firearms remain the main concerns. Information is to flow more easily within the "
                    "law of each country and the memoranda already concluded. Recent cases at the border are to show what can "
                    "be done better against the smuggling of people.",
                    "Le fentanyl et le trafic d’armes à feu demeurent les principales préoccupations. Les renseignements "
                    "doivent mieux circuler, dans le respect des lois de chaque pays et des protocoles déjà conclus. Des cas "
                    "récents à la frontière aideront à mieux combattre le passage de clandestins.",
                    "El fentanilo y el tráfico de armas de fuego siguen siendo las principales preocupaciones. La información "
                    "debe fluir mejor, conforme a las leyes de cada país y a los memorandos ya concluidos. Casos recientes en "
                    "la frontera ayudarán a combatir mejor el tráfico de personas.",
                ),
            ),
            section(
                said("Crime online, and hatred", "Crimes en ligne et haine", "Delito en línea y odio"),
                text(
                    "Images of child abuse made by artificial intelligence are on the rise in both countries, and asked for an "
                    "effort of many states and of industry. The ministers also spoke of fraud against older people and of the "
                    "growing number of attacks out of antisemitism, islamophobia and other prejudice.",
                    "Les images d’exploitation d’enfants produites par intelligence artificielle se multiplient dans les deux "
                    "pays et demandent un effort de nombreux États et de l’industrie. Les ministres ont aussi parlé de la fraude "
                    "envers les aînés et de la hausse des attaques motivées par l’antisémitisme, l’islamophobie et d’autres "
                    "préjugés.",
                    "Las imágenes de abuso infantil producidas con inteligencia artificial aumentan en ambos países y exigen un "
                    "esfuerzo de muchos Estados y de la industria. Los titulares hablaron también del fraude contra personas "
                    "mayores y del aumento de ataques por antisemitismo, islamofobia y otros prejuicios.",
                ),
            ),
        ],
        "figures": [],
        "sources": [FORUM_2024],
    },
]
