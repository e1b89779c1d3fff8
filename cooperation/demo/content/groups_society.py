"""The working groups on culture, the environment and people."""

from cooperation.demo.content.cmp_sources import (
    CMP_PAGE,
    CULTURE_2017,
    MINISTERS_2021,
    REPORT_2016,
    REPORT_2017,
    REPORT_2020,
    REPORT_2021,
    SRE_2017,
    SRE_2022,
    SUMMIT_2021,
)

SOCIETY = [
    {
        "key": "creativity-culture",
        "mechanism": "cmp",
        "active_from": 2017,
        "active_to": None,
        "themes": ["culture"],
        "countries": ["CA", "MX"],
        "source_language": "fr",
        "title": {
            "en": "Creativity and Culture",
            "fr": "Créativité et culture",
            "es": "Creatividad y cultura",
        },
        "slug": {
            "en": "creativity-and-culture",
            "fr": "creativite-et-culture",
            "es": "creatividad-y-cultura",
        },
        "summary": {
            "en": (
                "Indigenous languages, creative industries, digital policy and film: the shared agenda of "
                "two culture ministries since 2017."
            ),
            "fr": (
                "Langues autochtones, industries créatives, numérique et cinéma : le programme commun de "
                "deux ministères depuis 2017."
            ),
            "es": (
                "Lenguas indígenas, industrias creativas, agenda digital y cine: la agenda común de dos "
                "ministerios de cultura desde 2017."
            ),
        },
        "sections": [
            {
                "heading": {
                    "en": "What the group deals with",
                    "fr": "De quoi le groupe s’occupe",
                    "es": "De qué se ocupa el grupo",
                },
                "body": {
                    "en": (
                        "<p>The newest of the eight groups came out of a meeting on 9 November 2017, when "
                        "Mexico’s Secretary of Culture and the Minister of Canadian Heritage agreed to give "
                        "culture its own place in the Partnership. A first dialogue followed at the 13th "
                        "annual meeting two weeks later.</p>"
                        "<p>Four subjects were put on the table that year:</p>"
                        "<ul>"
                        "<li>Indigenous languages;</li>"
                        "<li>creative industries;</li>"
                        "<li>the digital agenda;</li>"
                        "<li>cinema, film co-production in particular.</li>"
                        "</ul>"
                        "<p>The stated aim was for culture to contribute more to prosperity, economic and "
                        "social alike.</p>"
                    ),
                    "fr": (
                        "<p>Le plus récent des huit groupes est issu d’une rencontre du 9 novembre 2017 : "
                        "la secrétaire à la Culture du Mexique et la ministre du Patrimoine canadien y ont "
                        "convenu de donner à la culture sa propre place au sein du Partenariat. Un premier "
                        "dialogue a suivi deux semaines plus tard, à la 13e réunion annuelle.</p>"
                        "<p>Quatre sujets ont été mis sur la table cette année-là :</p>"
                        "<ul>"
                        "<li>les langues autochtones ;</li>"
                        "<li>les industries créatives ;</li>"
                        "<li>le numérique ;</li>"
                        "<li>le cinéma, et notamment la coproduction.</li>"
                        "</ul>"
                        "<p>Le but énoncé : que la culture contribue davantage à la prospérité, économique "
                        "comme sociale.</p>"
                    ),
                    "es": (
                        "<p>El más reciente de los ocho grupos surgió de un encuentro del 9 de noviembre de "
                        "2017, en el que la secretaria de Cultura de México y la ministra de Patrimonio "
                        "Canadiense acordaron dar a la cultura un lugar propio dentro de la Alianza. Dos "
                        "semanas después, en la 13.ª reunión anual, tuvo lugar un primer diálogo.</p>"
                        "<p>Ese año se pusieron sobre la mesa cuatro asuntos:</p>"
                        "<ul>"
                        "<li>las lenguas indígenas;</li>"
                        "<li>las industrias creativas;</li>"
                        "<li>la agenda digital;</li>"
                        "<li>el cine, en particular la coproducción.</li>"
                        "</ul>"
                        "<p>El propósito declarado: que la cultura contribuya más a la prosperidad, tanto "
                        "económica como social.</p>"
                    ),
                },
            },
            {
                "heading": {"en": "How it works", "fr": "Fonctionnement", "es": "Cómo funciona"},
                "body": {
                    "en": (
                        "<p>Canadian Heritage and Mexico’s Secretariat of Culture are the two ministries at "
                        "its origin. As with every group of the Partnership, the objectives and the plan of "
                        "work are its own, and it reports at the annual meeting.</p>"
                        "<p>The group sat at the 17th annual meeting in November 2021, where delegates of "
                        "the Youth Lab spoke to the working groups, and at the 18th, in Ottawa, a year "
                        "later. Some texts put the words of its name the other way round, Culture and "
                        "Creativity; this site keeps the form of the 2021 report.</p>"
                    ),
                    "fr": (
                        "<p>Patrimoine canadien et le Secrétariat de la Culture du Mexique sont les deux "
                        "ministères à l’origine du groupe. Comme tout groupe du Partenariat, il décide de "
                        "ses objectifs et de son plan de travail, et en rend compte à la réunion "
                        "annuelle.</p>"
                        "<p>Le groupe a siégé à la 17e réunion annuelle, en novembre 2021, où les délégués "
                        "du Lab Jeunesse ont pris la parole devant les groupes de travail, puis à la 18e, à "
                        "Ottawa, un an plus tard. Certains textes inversent les mots de son nom, « culture "
                        "et créativité » ; ce site s’en tient à la forme du rapport de 2021.</p>"
                    ),
                    "es": (
                        "<p>En su origen están la Secretaría de Cultura de México y Patrimonio Canadiense. "
                        "Como todos los grupos de la Alianza, define sus propios objetivos y su plan de "
                        "trabajo, y rinde cuentas en la reunión anual.</p>"
                        "<p>El grupo sesionó en la 17.ª reunión anual, en noviembre de 2021, donde los "
                        "delegados del Laboratorio de Jóvenes hablaron ante los grupos de trabajo, y en la "
                        "18.ª, en Ottawa, un año después. Algunos textos invierten las palabras de su "
                        "nombre, «cultura y creatividad»; este sitio conserva la forma del informe de "
                        "2021.</p>"
                    ),
                },
            },
        ],
        "figures": [],
        "sources": [CMP_PAGE, CULTURE_2017, SRE_2017, REPORT_2017, REPORT_2021, SRE_2022],
    },
    {
        "key": "environment",
        "mechanism": "cmp",
        "active_from": None,
        "active_to": None,
        "themes": ["environment"],
        "countries": ["CA", "MX"],
        "source_language": "fr",
        "title": {"en": "Environment", "fr": "Environnement", "es": "Medio ambiente"},
        "slug": {"en": "environment", "fr": "environnement", "es": "medio-ambiente"},
        "summary": {
            "en": (
                "The group in which Canada and Mexico work together on the environment and prepare the "
                "yearly plan for it."
            ),
            "fr": (
                "Le groupe où le Canada et le Mexique travaillent ensemble à l’environnement et en "
                "préparent le plan de l’année."
            ),
            "es": (
                "El grupo en el que México y Canadá trabajan juntos en favor del medio ambiente y preparan "
                "el plan de cada año."
            ),
        },
        "sections": [
            {
                "heading": {
                    "en": "What the group deals with",
                    "fr": "De quoi le groupe s’occupe",
                    "es": "De qué se ocupa el grupo",
                },
                "body": {
                    "en": (
                        "<p>Environment is one of the subjects the Partnership keeps in every report "
                        "consulted from 2016 to 2021. It is distinct from Forestry, which has a group to "
                        "itself.</p>"
                        "<p>Climate change runs through what the two governments were saying to each other "
                        "at the time: their foreign ministers spoke of it in Mexico City on 16 November "
                        "2021, and it was on the table two days later when the leaders of North America met "
                        "in Washington. The group’s co-chairs, like all others, were asked to let those "
                        "talks shape their plan for 2022.</p>"
                    ),
                    "fr": (
                        "<p>L’environnement est l’un des sujets que le Partenariat garde dans tous les "
                        "rapports consultés de 2016 à 2021. Il se distingue de la foresterie, qui a son "
                        "propre groupe.</p>"
                        "<p>Les changements climatiques traversaient alors les échanges entre les deux "
                        "gouvernements : leurs ministres des Affaires étrangères en ont parlé à Mexico le "
                        "16 novembre 2021, et il en a été question deux jours plus tard, lorsque les "
                        "dirigeants nord-américains se sont retrouvés à Washington. Les coprésidents du "
                        "groupe, comme tous les autres, ont été priés d’en tenir compte dans leur plan de "
                        "2022.</p>"
                    ),
                    "es": (
                        "<p>El medio ambiente es uno de los asuntos que la Alianza mantiene en todos los "
                        "informes consultados de 2016 a 2021. Es distinto de los bosques, que tienen grupo "
                        "propio.</p>"
                        "<p>El cambio climático recorría entonces el diálogo entre ambos gobiernos: los "
                        "cancilleres hablaron de él en la Ciudad de México el 16 de noviembre de 2021, y "
                        "estuvo sobre la mesa dos días después, cuando los líderes de América del Norte se "
                        "reunieron en Washington. A los copresidentes del grupo, como a todos los demás, se "
                        "les pidió tenerlo en cuenta en su plan de 2022.</p>"
                    ),
                },
            },
            {
                "heading": {"en": "How it works", "fr": "Fonctionnement", "es": "Cómo funciona"},
                "body": {
                    "en": (
                        "<p>Senior officials of the two governments preside together; the plan and the pace "
                        "of meetings are for the group to decide. It sat at the annual meetings of November "
                        "2021 and November 2022. The sources consulted do not give its objectives or its "
                        "members.</p>"
                    ),
                    "fr": (
                        "<p>De hauts fonctionnaires des deux gouvernements président ensemble ; le plan et "
                        "le rythme des rencontres appartiennent au groupe. Il a siégé aux réunions "
                        "annuelles de novembre 2021 et de novembre 2022. Les sources consultées ne donnent "
                        "ni ses objectifs ni ses membres.</p>"
                    ),
                    "es": (
                        "<p>Lo presiden juntos altos funcionarios de ambos gobiernos; el plan y el ritmo de "
                        "las reuniones los decide el grupo. Sesionó en las reuniones anuales de noviembre "
                        "de 2021 y noviembre de 2022. Las fuentes consultadas no dan sus objetivos ni sus "
                        "integrantes.</p>"
                    ),
                },
            },
        ],
        "figures": [],
        "sources": [
            CMP_PAGE,
            REPORT_2016,
            REPORT_2020,
            REPORT_2021,
            MINISTERS_2021,
            SUMMIT_2021,
            SRE_2022,
        ],
    },
    {
        "key": "human-capital",
        "mechanism": "cmp",
        "active_from": None,
        "active_to": None,
        "themes": ["education", "migration"],
        "countries": ["CA", "MX"],
        "source_language": "en",
        "title": {"en": "Human Capital", "fr": "Capital humain", "es": "Capital humano"},
        "slug": {"en": "human-capital", "fr": "capital-humain", "es": "capital-humano"},
        "summary": {
            "en": (
                "The group for the people side of the relationship: education, skills and those who learn "
                "or work across the border."
            ),
            "fr": (
                "Le groupe du volet humain de la relation : l’éducation, les compétences, ceux qui étudient "
                "ou travaillent dans l’autre pays."
            ),
            "es": (
                "El grupo dedicado a las personas: la educación, las capacidades y quienes estudian o "
                "trabajan en el otro país."
            ),
        },
        "sections": [
            {
                "heading": {
                    "en": "What the group deals with",
                    "fr": "De quoi le groupe s’occupe",
                    "es": "De qué se ocupa el grupo",
                },
                "body": {
                    "en": (
                        "<p>The name says what the group is about: what people know and can do. Education "
                        "was one of the six fields in Mexico’s communiqué on the annual meeting of "
                        "2017.</p>"
                        "<p>Its boundaries have moved. In 2016 and 2017 Labour Mobility was a separate "
                        "group; the later reports consulted name only this one. At the 18th meeting, in "
                        "2022, labour mobility was still mentioned as one of the Partnership’s subjects. "
                        "Seasonal farm work, for its part, comes up in the Agri-business group.</p>"
                    ),
                    "fr": (
                        "<p>Le nom dit l’objet du groupe : ce que les gens savent et savent faire. "
                        "L’éducation était l’un des six domaines cités par le communiqué mexicain sur la "
                        "réunion annuelle de 2017.</p>"
                        "<p>Ses frontières ont bougé. En 2016 et en 2017, la mobilité de la main-d’œuvre "
                        "formait un groupe à part ; les rapports consultés pour les années suivantes ne "
                        "nomment plus que celui-ci. En 2022, à la 18e réunion, elle figurait toujours parmi "
                        "les sujets évoqués au nom du Partenariat. Le travail agricole saisonnier, lui, "
                        "relève du groupe Agroalimentaire.</p>"
                    ),
                    "es": (
                        "<p>El nombre dice de qué trata el grupo: lo que las personas saben y saben hacer. "
                        "La educación fue uno de los seis ámbitos que citó el comunicado mexicano sobre la "
                        "reunión anual de 2017.</p>"
                        "<p>Sus límites han cambiado. En 2016 y 2017 la movilidad laboral formaba un grupo "
                        "aparte; los informes posteriores consultados solo nombran a este. En 2022, en la "
                        "18.ª reunión, todavía se mencionó la movilidad laboral como uno de los asuntos de "
                        "la Alianza. El trabajo agrícola de temporada, por su parte, se trata en el grupo "
                        "de Agronegocios.</p>"
                    ),
                },
            },
            {
                "heading": {"en": "How it works", "fr": "Fonctionnement", "es": "Cómo funciona"},
                "body": {
                    "en": (
                        "<p>Members come from the two federal administrations, provinces and states, "
                        "universities and business. The group sat at the annual meetings of November 2021 "
                        "and November 2022. Its own record for 2020 and 2021 is not in the excerpts "
                        "consulted, which stop before the groups’ chapters.</p>"
                    ),
                    "fr": (
                        "<p>Les membres viennent des deux administrations fédérales, des provinces et des "
                        "États, des universités et des entreprises. Le groupe a siégé aux réunions "
                        "annuelles de novembre 2021 et de novembre 2022. Son propre bilan pour 2020 et 2021 "
                        "ne figure pas dans les extraits consultés, qui s’arrêtent avant les chapitres des "
                        "groupes.</p>"
                    ),
                    "es": (
                        "<p>Los integrantes provienen de las dos administraciones federales, de estados y "
                        "provincias, de universidades y de empresas. El grupo sesionó en las reuniones "
                        "anuales de noviembre de 2021 y noviembre de 2022. Su propio balance de 2020 y 2021 "
                        "no aparece en los fragmentos consultados, que terminan antes de los capítulos de "
                        "los grupos.</p>"
                    ),
                },
            },
        ],
        "figures": [],
        "sources": [CMP_PAGE, REPORT_2016, REPORT_2017, REPORT_2020, REPORT_2021, SRE_2017, SRE_2022],
    },
]
