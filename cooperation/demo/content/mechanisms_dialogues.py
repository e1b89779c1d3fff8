"""Dialogues and forums on strategy, mobility, refugees and crime."""

from cooperation.demo.content.register_sources import (
    ASYLUM_2022,
    EMBASSY_SECURITY,
    FORUM_2022,
    FORUM_2023,
    FORUM_2024,
    JOINT_2016,
    MIRPS_EVENT,
    MOBILITY_2023,
    PRESIDENCY_2016,
    SPEECH_2016,
)
from cooperation.demo.content.words import figure, said, section, text

_BOTH = [{"country": "CA"}, {"country": "MX"}]

DIALOGUES = [
    {
        "key": "strategic-dialogue",
        "type": "dialogue",
        "level": "bilateral",
        "acronym": said("HLSD", "HLSD", "DESAN"),
        "launched_on": "2016-06-28",
        "launched_at": said("Ottawa", "Ottawa", "Ottawa"),
        "themes": ["partnership"],
        "countries": ["CA", "MX"],
        "mechanismparty": _BOTH,
        "coordinatingbody": [
            {
                "organization": "gac",
                "role": said("led by the Minister", "dirigé par le ministre", "encabezado por el ministro"),
            },
            {
                "organization": "sre",
                "role": said("led by the Secretary", "dirigé par le secrétaire", "encabezado por el titular"),
            },
        ],
        "source_language": "en",
        "title": said(
            "Canada-Mexico High-Level Strategic Dialogue",
            "Dialogue stratégique de haut niveau Canada-Mexique",
            "Diálogo Estratégico de Alto Nivel México-Canadá",
        ),
        "slug": said(
            "high-level-strategic-dialogue", "dialogue-strategique-de-haut-niveau", "dialogo-estrategico-de-alto-nivel"
        ),
        "summary": said(
            "The foreign ministers of both countries, with colleagues from other ministries, on the whole relationship.",
            "Les ministres des Affaires étrangères des deux pays, avec leurs collègues d’autres ministères, sur "
            "l’ensemble de la relation.",
            "Los cancilleres de ambos países, con colegas de otras dependencias, sobre el conjunto de la relación.",
        ),
        "sections": [
            section(
                said("Four themes", "Quatre thèmes", "Cuatro ejes"),
                text(
                    "The Prime Minister of Canada and the President of Mexico announced this dialogue during the "
                    "state visit of June 2016. It follows four lines:\n\n"
                    "<ul><li>ties between people, and their mobility</li><li>prosperity that is shared and "
                    "inclusive</li><li>the safety and security of both peoples</li><li>leadership in the region and "
                    "in the world</li></ul>\n\n"
                    "The first session took place in Mexico City on 12 October 2016.",
                    "Le premier ministre du Canada et le président du Mexique ont annoncé ce dialogue au cours de la "
                    "visite d’État de juin 2016. Il suit quatre axes :\n\n"
                    "<ul><li>les liens entre les personnes et leur mobilité</li><li>une prospérité partagée et "
                    "inclusive</li><li>la sécurité des deux populations</li><li>le rôle des deux pays dans la région "
                    "et dans le monde</li></ul>\n\n"
                    "La première session s’est tenue à Mexico le 12 octobre 2016.",
                    "El primer ministro de Canadá y el presidente de México anunciaron este diálogo durante la visita "
                    "de Estado de junio de 2016. Sigue cuatro ejes:\n\n"
                    "<ul><li>los vínculos entre las personas y su movilidad</li><li>una prosperidad compartida e "
                    "incluyente</li><li>la seguridad de ambas poblaciones</li><li>el liderazgo regional y "
                    "mundial</li></ul>\n\n"
                    "La primera sesión tuvo lugar en la Ciudad de México el 12 de octubre de 2016.",
                ),
            )
        ],
        "figures": [],
        "sources": [JOINT_2016, PRESIDENCY_2016, SPEECH_2016],
    },
    {
        "key": "mobility-dialogue",
        "type": "dialogue",
        "level": "bilateral",
        "themes": ["migration"],
        "countries": ["CA", "MX"],
        "mechanismparty": _BOTH,
        "source_language": "es",
        "title": said(
            "High-Level Dialogue on Mobility",
            "Dialogue de haut niveau sur la mobilité",
            "Diálogo de Alto Nivel sobre Movilidad",
        ),
        "slug": said(
            "high-level-dialogue-on-mobility",
            "dialogue-de-haut-niveau-sur-la-mobilite",
            "dialogo-de-alto-nivel-sobre-movilidad",
        ),
        "summary": said(
            "Where the two governments deal with labour mobility, asylum and irregular migration as one subject.",
            "Où les deux gouvernements traitent comme un tout la mobilité de la main-d’œuvre, l’asile et la migration "
            "irrégulière.",
            "Donde ambos gobiernos tratan como un solo asunto la movilidad laboral, el asilo y la migración irregular.",
        ),
        "sections": [
            section(
                said("What is discussed", "De quoi il est question", "De qué se habla"),
                text(
                    "Migrants have rights, and movement should be safe and orderly: that is the common ground. From "
                    "there the dialogue goes on to the practical matters, such as regional programs through which "
                    "people find work abroad and the answer to irregular migration.",
                    "Les migrants ont des droits, et la mobilité doit être sûre et ordonnée : voilà le terrain "
                    "commun. De là, le dialogue passe aux questions pratiques, comme les programmes régionaux qui "
                    "permettent de travailler à l’étranger et la réponse à la migration irrégulière.",
                    "Las personas migrantes tienen derechos y la movilidad debe ser segura y ordenada: ese es el "
                    "punto de partida. De ahí el diálogo pasa a lo práctico, como los programas regionales para "
                    "trabajar en otro país y la respuesta a la migración irregular.",
                ),
            ),
            section(
                said("April 2023", "Avril 2023", "Abril de 2023"),
                text(
                    "A session was held in Mexico in April 2023, with a large Canadian delegation received at the "
                    "Ministry of Foreign Affairs. Labour mobility, the rise in unfounded asylum claims and the means "
                    "of orderly migration were on its agenda.",
                    "Une session a eu lieu au Mexique en avril 2023, avec une importante délégation canadienne reçue "
                    "au Secrétariat des Affaires étrangères. La mobilité de la main-d’œuvre, la hausse des demandes "
                    "d’asile non fondées et les moyens d’une migration ordonnée étaient à l’ordre du jour.",
                    "En abril de 2023 se celebró una sesión en México, con una nutrida delegación canadiense en la "
                    "Secretaría de Relaciones Exteriores. La agenda incluyó la movilidad laboral, el aumento de las "
                    "solicitudes de asilo sin fundamento y las herramientas para una migración ordenada.",
                ),
            ),
        ],
        "figures": [],
        "sources": [EMBASSY_SECURITY, MOBILITY_2023],
    },
    {
        "key": "mirps",
        "type": "initiative",
        "level": "multilateral",
        "acronym": said("MIRPS", "MIRPS", "MIRPS"),
        "hosting": said(
            "A chair of the Support Platform for one year at a time",
            "Une présidence annuelle de la Plateforme de soutien",
            "Una presidencia anual de la Plataforma de Apoyo",
        ),
        "themes": ["migration", "rights"],
        "countries": ["CA", "MX", "GT"],
        "mechanismparty": [{"country": code} for code in ("BZ", "CR", "SV", "GT", "HN", "MX", "PA")],
        "coordinatingbody": [
            {"organization": "unhcr", "role": said("supports the framework", "appuie le cadre", "apoya el marco")}
        ],
        "source_language": "fr",
        "title": said(
            "Comprehensive Regional Protection and Solutions Framework",
            "Cadre régional global de protection et de solutions",
            "Marco Integral Regional para la Protección y Soluciones",
        ),
        "slug": said(
            "regional-protection-and-solutions-framework",
            "cadre-regional-de-protection-et-de-solutions",
            "marco-regional-para-la-proteccion-y-soluciones",
        ),
        "summary": said(
            "Mexico and six states of Central America answer forced displacement together; Canada supports them.",
            "Le Mexique et six États d’Amérique centrale répondent ensemble aux déplacements forcés ; le Canada les appuie.",
            "México y seis Estados de Centroamérica responden juntos al desplazamiento forzado; Canadá los apoya.",
        ),
        "sections": [
            section(
                said("Members and supporters", "Membres et soutiens", "Miembros y apoyos"),
                text(
                    "Belize, Costa Rica, El Salvador, Guatemala, Honduras, Mexico and Panama adopted the framework, "
                    "which puts the Global Compact on Refugees into practice in the region. Canada is not one of the "
                    "seven: it belongs to the Support Platform, whose chair it took for a year that ended in July "
                    "2022. In that year it invited the members to Ottawa.",
                    "Le Belize, le Costa Rica, le Guatemala, le Honduras, le Mexique, le Panama et le Salvador ont "
                    "adopté ce cadre, qui met en œuvre dans la région le Pacte mondial sur les réfugiés. Le Canada "
                    "n’est pas l’un des sept : il fait partie de la Plateforme de soutien, dont il a exercé la "
                    "présidence pendant un an, jusqu’en juillet 2022. Cette année-là, il a convié les membres à "
                    "Ottawa.",
                    "Belice, Costa Rica, El Salvador, Guatemala, Honduras, México y Panamá adoptaron este marco, que "
                    "lleva a la práctica en la región el Pacto Mundial sobre los Refugiados. Canadá no es uno de los "
                    "siete: forma parte de la Plataforma de Apoyo, cuya presidencia ejerció durante un año, hasta "
                    "julio de 2022. En ese año invitó a los miembros a Ottawa.",
                ),
            )
        ],
        "figures": [
            figure(
                said(
                    "Canada’s chairmanship of the Support Platform",
                    "Présidence canadienne de la Plateforme de soutien",
                    "Presidencia canadiense de la Plataforma de Apoyo",
                ),
                said("", "", ""),
                "Embassy of Canada in Mexico, page “Sécurité”; mirps-platform.org, page “Support Platform”",
                wording=said("until July 2022", "jusqu’en juillet 2022", "hasta julio de 2022"),
                as_of="2022-05-24",
                valid_until="2022-07-31",
            )
        ],
        "sources": [EMBASSY_SECURITY, MIRPS_EVENT, ASYLUM_2022],
    },
    {
        "key": "crime-forum",
        "type": "forum",
        "level": "bilateral",
        "acronym": said("CBCF", "FCT", "CBCF"),
        "relaunched_on": "2022-03-22",
        "status": "active",
        "hosting": said(
            "Canada and the United States by turns",
            "Le Canada et les États-Unis à tour de rôle",
            "Canadá y Estados Unidos, por turnos",
        ),
        "themes": ["security", "justice"],
        "countries": ["CA", "US"],
        "mechanismparty": [{"country": "CA"}, {"country": "US"}],
        "coordinatingbody": [{"organization": code} for code in ("ps", "jus", "doj", "dhs")],
        "source_language": "fr",
        "title": said(
            "Canada-United States Cross-Border Crime Forum",
            "Forum sur la criminalité transfrontalière Canada-États-Unis",
            "Foro sobre Delincuencia Transfronteriza Canadá-Estados Unidos",
        ),
        "slug": said(
            "cross-border-crime-forum", "forum-criminalite-transfrontaliere", "foro-delincuencia-transfronteriza"
        ),
        "summary": said(
            "Four ministers of Canada and the United States on crime that crosses their border.",
            "Quatre ministres du Canada et des États-Unis face à la criminalité qui traverse leur frontière.",
            "Cuatro titulares de Canadá y Estados Unidos frente al delito que cruza su frontera.",
        ),
        "sections": [
            section(
                said("Who meets", "Qui se réunit", "Quiénes se reúnen"),
                text(
                    "The forum joins the ministers responsible for justice and for public safety of Canada with the "
                    "Attorney General and the Secretary of Homeland Security of the United States. The two countries "
                    "decided in their Roadmap of 2021 to bring it back to life; it met again in Washington on "
                    "22 March 2022.\n\n"
                    "Mexico is no party to it. It has its place in this register because the subjects, from fentanyl "
                    "to the smuggling of firearms and of people, concern the whole of North America.",
                    "Le forum réunit les ministres canadiens de la Justice et de la Sécurité publique ainsi que le "
                    "procureur général et le secrétaire à la Sécurité intérieure des États-Unis. Les deux pays ont "
                    "décidé de le rétablir dans leur feuille de route de 2021 ; il s’est de nouveau réuni à Washington "
                    "le 22 mars 2022.\n\n"
                    "Le Mexique n’en est pas partie. Le forum figure dans ce répertoire parce que ses sujets, du "
                    "fentanyl au trafic d’armes et de migrants, concernent toute l’Amérique du Nord.",
                    "El foro reúne a los ministros canadienses de Justicia y de Seguridad Pública con el fiscal "
                    "general y el secretario de Seguridad Nacional de Estados Unidos. Los dos países decidieron "
                    "restablecerlo en su hoja de ruta de 2021; volvió a sesionar en Washington el 22 de marzo de "
                    "2022.\n\n"
                    "México no es parte. El foro figura en este registro porque sus temas, del fentanilo al tráfico "
                    "de armas y de personas, atañen a toda América del Norte.",
                ),
            ),
            section(
                said("Since then", "Depuis", "Desde entonces"),
                text(
                    "The second meeting took place in Ottawa in April 2023; there the four signed a statement of "
                    "partnership against cross-border crime. At the third, in Washington in July 2024, they took up "
                    "foreign interference, the exchange of information between police services, crime online and "
                    "hate crime.",
                    "La deuxième réunion a eu lieu à Ottawa en avril 2023 ; les quatre y ont signé une déclaration de "
                    "partenariat contre la criminalité transfrontalière. À la troisième, à Washington en juillet "
                    "2024, ils ont traité de l’ingérence étrangère, de l’échange de renseignements entre services de "
                    "police, des crimes en ligne et des crimes haineux.",
                    "La segunda reunión se celebró en Ottawa en abril de 2023; en ella los cuatro firmaron una "
                    "declaración de asociación contra la delincuencia transfronteriza. En la tercera, en Washington, "
                    "en julio de 2024, trataron la injerencia extranjera, el intercambio de información entre "
                    "policías, el delito en línea y los delitos de odio.",
                ),
            ),
        ],
        "figures": [],
        "sources": [FORUM_2022, FORUM_2023, FORUM_2024],
    },
]
