"""Two demo pages that wait for a reviewer."""

DRAFTS = [
    {
        "key": "correctional-services",
        "stage": "in_review",
        "source_language": "en",
        "themes": ["justice", "security"],
        "countries": ["CA", "MX"],
        "parent": "security",
        "title": {
            "en": "Cooperation between correctional services",
            "fr": "La coopération entre services correctionnels",
            "es": "Cooperación entre servicios penitenciarios",
        },
        "slug": {
            "en": "correctional-services",
            "fr": "services-correctionnels",
            "es": "servicios-penitenciarios",
        },
        "summary": {
            "en": ("What the two countries agreed in 2016 on prisons, staff and the return of offenders to society."),
            "fr": (
                "Ce dont les deux pays ont convenu en 2016 sur les prisons, le personnel et la réadaptation "
                "des délinquants."
            ),
            "es": "Lo acordado por los dos países en 2016 sobre prisiones, personal y reinserción social.",
        },
        "sections": [
            {
                "heading": {
                    "en": "Building on an earlier memorandum",
                    "fr": "Dans le prolongement d’un premier protocole",
                    "es": "A partir de un primer memorando",
                },
                "body": {
                    "en": (
                        "<p>The correctional services of Canada and Mexico already had a memorandum of "
                        "understanding when, in June 2016, the governments announced a wider basis for the "
                        "exchange of expertise. It covers five subjects:</p>"
                        "<ul><li>correctional policy</li><li>programs for "
                        "offenders</li><li>recruitment</li><li>staff training</li><li>research</li></ul>"
                    ),
                    "fr": (
                        "<p>Les services correctionnels du Canada et du Mexique étaient déjà liés par un "
                        "protocole d’entente lorsque, en juin 2016, les gouvernements ont annoncé une base "
                        "élargie pour l’échange d’expertise. Elle couvre cinq sujets :</p>"
                        "<ul><li>les politiques correctionnelles</li><li>les programmes destinés aux "
                        "délinquants</li><li>le recrutement</li><li>la formation du personnel</li><li>la "
                        "recherche</li></ul>"
                    ),
                    "es": (
                        "<p>Los servicios penitenciarios de Canadá y México contaban ya con un memorando de "
                        "entendimiento cuando, en junio de 2016, los gobiernos anunciaron una base más "
                        "amplia para intercambiar conocimientos. Abarca cinco temas:</p>"
                        "<ul><li>las políticas penitenciarias</li><li>los programas para personas "
                        "condenadas</li><li>el reclutamiento</li><li>la formación del personal</li><li>la "
                        "investigación</li></ul>"
                    ),
                },
            },
            {
                "heading": {
                    "en": "Why it concerns public safety",
                    "fr": "Un enjeu de sécurité publique",
                    "es": "Por qué importa a la seguridad pública",
                },
                "body": {
                    "en": (
                        "<p>Most people who are sentenced will one day live among us again. A prison that is "
                        "secure, and that prepares its inmates for that day, protects the public twice. For "
                        "this reason the security of prisons and the rehabilitation of offenders are both on "
                        "the agenda of the annual security meeting between the two governments.</p>"
                    ),
                    "fr": (
                        "<p>La plupart des personnes condamnées vivront un jour de nouveau parmi nous. Une "
                        "prison sûre, qui prépare les détenus à ce moment, protège le public deux fois. "
                        "Voilà pourquoi la sécurité des prisons et la réadaptation des délinquants figurent "
                        "toutes deux à l’ordre du jour de la rencontre annuelle des deux gouvernements sur "
                        "la sécurité.</p>"
                    ),
                    "es": (
                        "<p>La mayoría de las personas condenadas volverá algún día a vivir entre nosotros. "
                        "Una prisión segura, que prepara a los internos para ese momento, protege dos veces "
                        "a la población. Por ello, tanto la seguridad de las prisiones como la reinserción "
                        "figuran en la agenda de la reunión anual de los dos gobiernos sobre seguridad.</p>"
                    ),
                },
            },
            {
                "heading": {
                    "en": "What is not known",
                    "fr": "Ce que l’on ne sait pas",
                    "es": "Lo que no se sabe",
                },
                "body": {
                    "en": (
                        "<p>The public sources name the subjects of the exchange, not its results. This page "
                        "will be completed when the services report on them.</p>"
                    ),
                    "fr": (
                        "<p>Les sources publiques indiquent les sujets de l’échange, mais non ses résultats. "
                        "Cette page sera complétée lorsque les services en feront rapport.</p>"
                    ),
                    "es": (
                        "<p>Las fuentes públicas indican los temas del intercambio, pero no sus resultados. "
                        "Esta página se completará cuando los servicios informen al respecto.</p>"
                    ),
                },
            },
        ],
        "figures": [],
        "sources": [
            "Prime Minister of Canada, backgrounder of June 28, 2016",
            "Embassy of Canada in Mexico, page “Sécurité”, undated",
        ],
    },
    {
        "key": "youth-lab",
        "stage": "in_review",
        "source_language": "es",
        "themes": ["partnership", "education"],
        "countries": ["CA", "MX"],
        "parent": "about-partnership",
        "title": {
            "en": "The Canada-Mexico Youth Lab",
            "fr": "Le Lab Jeunesse Canada-Mexique",
            "es": "El Laboratorio de Jóvenes México-Canadá",
        },
        "slug": {"en": "youth-lab", "fr": "lab-jeunesse", "es": "laboratorio-de-jovenes"},
        "summary": {
            "en": (
                "Since 2021 young people from both countries have brought their own recommendations to the Partnership."
            ),
            "fr": ("Depuis 2021, des jeunes des deux pays présentent leurs propres recommandations au Partenariat."),
            "es": "Desde 2021, jóvenes de ambos países presentan sus propias recomendaciones a la Alianza.",
        },
        "sections": [
            {
                "heading": {
                    "en": "An idea of the two embassies",
                    "fr": "Une idée des deux ambassades",
                    "es": "Una idea de las dos embajadas",
                },
                "body": {
                    "en": (
                        "<p>The Embassy of Canada in Mexico and the Embassy of Mexico in Canada created the "
                        "Lab in 2021. They wanted young people to meet those who take decisions, to learn "
                        "how diplomacy works and to be heard on every subject that the two countries "
                        "discuss. The first group had 24 members and finished its work in March 2022.</p>"
                    ),
                    "fr": (
                        "<p>L’ambassade du Canada au Mexique et celle du Mexique au Canada ont créé le Lab "
                        "en 2021. Elles souhaitaient que des jeunes rencontrent celles et ceux qui décident, "
                        "apprennent comment fonctionne la diplomatie et soient entendus sur tous les sujets "
                        "dont les deux pays discutent. La première cohorte comptait 24 personnes et a "
                        "terminé ses travaux en mars 2022.</p>"
                    ),
                    "es": (
                        "<p>La Embajada de Canadá en México y la Embajada de México en Canadá crearon el "
                        "Laboratorio en 2021. Querían que la juventud conociera a quienes toman las "
                        "decisiones, aprendiera cómo funciona la diplomacia y fuera escuchada en todos los "
                        "temas que tratan los dos países. La primera generación tuvo 24 integrantes y "
                        "concluyó en marzo de 2022.</p>"
                    ),
                },
            },
            {
                "heading": {
                    "en": "At the annual meetings",
                    "fr": "Aux réunions annuelles",
                    "es": "En las reuniones anuales",
                },
                "body": {
                    "en": (
                        "<p>On November 25, 2021, delegates of the Lab took part in the Partnership’s annual "
                        "meeting for the first time. They spoke to individual working groups and to the "
                        "plenary. The Lab was represented again at the 18th meeting, in Ottawa, in November "
                        "2022.</p>"
                    ),
                    "fr": (
                        "<p>Le 25 novembre 2021, des délégués du Lab ont participé pour la première fois à "
                        "la réunion annuelle du Partenariat. Ils ont pris la parole devant des groupes de "
                        "travail et en séance plénière. Le Lab était de nouveau présent à la 18e réunion, à "
                        "Ottawa, en novembre 2022.</p>"
                    ),
                    "es": (
                        "<p>El 25 de noviembre de 2021, delegados del Laboratorio participaron por primera "
                        "vez en la reunión anual de la Alianza. Hablaron ante varios grupos de trabajo y en "
                        "el pleno. El Laboratorio volvió a estar presente en la 18.ª reunión, en Ottawa, en "
                        "noviembre de 2022.</p>"
                    ),
                },
            },
            {
                "heading": {"en": "The 2022 edition", "fr": "L’édition 2022", "es": "La edición 2022"},
                "body": {
                    "en": (
                        "<p>Applications were open from May 25 to June 10, 2022, to people from 18 to 25 "
                        "years of age. There were to be 20 places. North America, the bilateral relationship "
                        "and violence in digital life were the subjects.</p>"
                    ),
                    "fr": (
                        "<p>Les candidatures étaient ouvertes du 25 mai au 10 juin 2022 aux personnes de 18 "
                        "à 25 ans. Vingt places étaient prévues. Les sujets : l’Amérique du Nord, la "
                        "relation bilatérale et la violence numérique.</p>"
                    ),
                    "es": (
                        "<p>La convocatoria estuvo abierta del 25 de mayo al 10 de junio de 2022 para "
                        "personas de 18 a 25 años. Se previeron 20 lugares. Los temas fueron América del "
                        "Norte, la relación bilateral y la violencia digital.</p>"
                    ),
                },
            },
        ],
        "figures": [
            {
                "label": {
                    "en": "Members of the first Lab",
                    "fr": "Membres du premier Lab",
                    "es": "Integrantes del primer Laboratorio",
                },
                "value": "24",
                "wording": None,
                "unit": {"en": "young people", "fr": "jeunes", "es": "jóvenes"},
                "as_of": "2022-05-25",
                "valid_until": None,
                "source": "Announcement of the two embassies on the 2022 Lab (politicapuebla.com.mx)",
            },
        ],
        "sources": [
            "Global Affairs Canada, page “Le Partenariat Canada-Mexique”",
            "Announcement of the two embassies on the 2022 Lab (politicapuebla.com.mx); canmex.org",
            ("Secretaría de Relaciones Exteriores, communiqué on the 18th meeting, November 2022 (canadainmexico.com)"),
        ],
    },
]
