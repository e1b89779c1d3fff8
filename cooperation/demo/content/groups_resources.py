"""The working groups on energy, forests and mining."""

from cooperation.demo.content.cmp_sources import (
    CMP_PAGE,
    CONAFOR_2022,
    FIRE_2023,
    JORNADA_2020,
    REPORT_2020,
    REPORT_2021,
    SECURITY_2016,
    SRE_2017,
    SRE_2022,
    TRADE_2021,
)

RESOURCES = [
    {
        "key": "energy",
        "mechanism": "cmp",
        "active_from": None,
        "active_to": None,
        "themes": ["energy"],
        "countries": ["CA", "MX"],
        "source_language": "en",
        "title": {"en": "Energy", "fr": "Énergie", "es": "Energía"},
        "slug": {"en": "energy", "fr": "energie", "es": "energia"},
        "summary": {
            "en": "The group in which Canada and Mexico, with their industries, look at energy together.",
            "fr": (
                "Le groupe au sein duquel le Canada et le Mexique, avec leurs industries, examinent "
                "ensemble les questions d’énergie."
            ),
            "es": ("El grupo en el que México y Canadá, con sus industrias, examinan juntos los asuntos de energía."),
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
                        "<p>Energy has had a group in every report consulted from 2016 to 2021, and "
                        "Mexico’s communiqué on the 13th meeting, in 2017, lists it among the sectors whose "
                        "difficulties and openings were discussed.</p>"
                        "<p>The subject also comes up outside the group. At the opening of the 16th "
                        "meeting, in November 2020, energy was named as one of the sectors in which "
                        "Canadian companies invest in Mexico. In July 2021 Canada’s trade minister raised "
                        "with her Mexican counterpart a concern about the climate for investment in energy "
                        "and mining.</p>"
                    ),
                    "fr": (
                        "<p>L’énergie a son groupe dans tous les rapports consultés de 2016 à 2021, et le "
                        "communiqué mexicain sur la 13e réunion, en 2017, la cite parmi les secteurs dont "
                        "on a examiné les difficultés et les perspectives.</p>"
                        "<p>Le sujet revient aussi hors du groupe. À l’ouverture de la 16e réunion, en "
                        "novembre 2020, l’énergie a été nommée parmi les secteurs où des entreprises "
                        "canadiennes investissent au Mexique. En juillet 2021, la ministre canadienne du "
                        "Commerce a fait part à son homologue mexicaine d’une préoccupation quant au climat "
                        "d’investissement dans l’énergie et les mines.</p>"
                    ),
                    "es": (
                        "<p>La energía tiene un grupo en todos los informes consultados de 2016 a 2021, y "
                        "el comunicado mexicano sobre la 13.ª reunión, en 2017, la menciona entre los "
                        "sectores cuyas dificultades y posibilidades se examinaron.</p>"
                        "<p>El asunto aparece también fuera del grupo. En la apertura de la 16.ª reunión, "
                        "en noviembre de 2020, se nombró la energía entre los sectores en los que invierten "
                        "en México empresas canadienses. En julio de 2021 la ministra de Comercio de Canadá "
                        "expuso a su homóloga mexicana una preocupación por el clima de inversión en "
                        "energía y minería.</p>"
                    ),
                },
            },
            {
                "heading": {"en": "How it works", "fr": "Fonctionnement", "es": "Cómo funciona"},
                "body": {
                    "en": (
                        "<p>The group follows the common pattern: co-chairs from both governments, "
                        "objectives and a plan of its own, a report at the annual meeting. It was not among "
                        "the five groups that sat in November 2021, nor among the six of November 2022. The "
                        "sources consulted do not give its objectives or its members.</p>"
                    ),
                    "fr": (
                        "<p>Le groupe suit le modèle commun : des coprésidents issus des deux "
                        "gouvernements, des objectifs et un plan qui lui sont propres, un compte rendu à la "
                        "réunion annuelle. Il n’était ni des cinq groupes qui ont siégé en novembre 2021, "
                        "ni des six de novembre 2022. Les sources consultées ne donnent ni ses objectifs ni "
                        "ses membres.</p>"
                    ),
                    "es": (
                        "<p>El grupo sigue el modelo común: copresidentes de ambos gobiernos, objetivos y "
                        "plan propios, y un informe en la reunión anual. No estuvo entre los cinco grupos "
                        "que sesionaron en noviembre de 2021 ni entre los seis de noviembre de 2022. Las "
                        "fuentes consultadas no dan sus objetivos ni sus integrantes.</p>"
                    ),
                },
            },
        ],
        "figures": [],
        "sources": [CMP_PAGE, REPORT_2020, REPORT_2021, SRE_2017, JORNADA_2020, TRADE_2021, SRE_2022],
    },
    {
        "key": "forestry",
        "mechanism": "cmp",
        "active_from": None,
        "active_to": None,
        "themes": ["environment", "energy"],
        "countries": ["CA", "MX"],
        "source_language": "es",
        "title": {"en": "Forestry", "fr": "Foresterie", "es": "Bosques"},
        "slug": {"en": "forestry", "fr": "foresterie", "es": "bosques"},
        "summary": {
            "en": ("Wildland fire and forest carbon: how the forest services of Canada and Mexico help each other."),
            "fr": ("Feux de forêt et carbone forestier : l’entraide des services forestiers du Canada et du Mexique."),
            "es": (
                "Incendios forestales y carbono forestal: cómo se apoyan los servicios forestales de México y Canadá."
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
                        "<p>Two subjects come first. One is wildland fire: a memorandum of understanding "
                        "lets each country send people and means to the other when a season turns bad, and "
                        "Mexico’s foreign ministry places it within this group. The help is older than the "
                        "paper trail on this site: 41 Mexican firefighters worked in Alberta in 2016.</p>"
                        "<p>The other is forest carbon, that is, how to account for what forests store and "
                        "release, and which choices do most against climate change. Both were presented as "
                        "the group’s priorities in November 2022.</p>"
                    ),
                    "fr": (
                        "<p>Deux sujets viennent en tête. Le premier, ce sont les feux de forêt : un "
                        "protocole d’entente permet à chaque pays d’envoyer à l’autre du personnel et des "
                        "moyens quand la saison tourne mal, et la diplomatie mexicaine le rattache à ce "
                        "groupe. L’entraide est plus ancienne que les documents réunis ici : 41 pompiers "
                        "mexicains ont travaillé en Alberta en 2016.</p>"
                        "<p>Le second est le carbone forestier, c’est-à-dire la manière de comptabiliser ce "
                        "que les forêts stockent et relâchent, et les choix qui pèsent le plus contre les "
                        "changements climatiques. L’un et l’autre ont été présentés comme les priorités du "
                        "groupe en novembre 2022.</p>"
                    ),
                    "es": (
                        "<p>Dos asuntos van por delante. Uno son los incendios forestales: un memorándum de "
                        "entendimiento permite a cada país enviar al otro personal y medios cuando la "
                        "temporada se complica, y la cancillería mexicana lo sitúa en el marco de este "
                        "grupo. El apoyo es anterior a los documentos aquí reunidos: 41 combatientes "
                        "mexicanos trabajaron en Alberta en 2016.</p>"
                        "<p>El otro es el carbono forestal, es decir, cómo contabilizar lo que los bosques "
                        "almacenan y liberan, y qué decisiones pesan más frente al cambio climático. Ambos "
                        "se presentaron como prioridades del grupo en noviembre de 2022.</p>"
                    ),
                },
            },
            {
                "heading": {"en": "How it works", "fr": "Fonctionnement", "es": "Cómo funciona"},
                "body": {
                    "en": (
                        "<p>The co-chairs come from the Canadian Forest Service and from Mexico’s National "
                        "Forestry Commission. In 2022 an operating plan on sharing resources against "
                        "wildland fire was signed. The group sat at the annual meetings of 2021 and 2022; "
                        "at the second it looked back on the year and settled the way ahead for 2023.</p>"
                        '<p>In Spanish its name is <span lang="es">Bosques</span>, forests, rather than '
                        "forestry.</p>"
                    ),
                    "fr": (
                        "<p>Les coprésidents viennent du Service canadien des forêts et de la Commission "
                        "nationale des forêts du Mexique. Un plan opérationnel sur le partage de ressources "
                        "contre les feux de forêt a été signé en 2022. Le groupe a siégé aux réunions "
                        "annuelles de 2021 et de 2022 ; à la seconde, il a dressé le bilan de l’année et "
                        "tracé la voie pour 2023.</p>"
                        '<p>En espagnol, il s’appelle <span lang="es">Bosques</span>, « forêts », plutôt '
                        "que « foresterie ».</p>"
                    ),
                    "es": (
                        "<p>Los copresidentes provienen de la Comisión Nacional Forestal y del Servicio "
                        "Forestal Canadiense. En 2022 se firmó un plan operativo sobre el intercambio de "
                        "recursos contra los incendios forestales. El grupo sesionó en las reuniones "
                        "anuales de 2021 y 2022; en la segunda hizo balance del año y trazó el camino para "
                        "2023.</p>"
                        '<p>En inglés y en francés su nombre es <span lang="en">Forestry</span> y <span '
                        'lang="fr">Foresterie</span>, silvicultura, más que «bosques».</p>'
                    ),
                },
            },
        ],
        "figures": [],
        "sources": [CMP_PAGE, REPORT_2021, SECURITY_2016, CONAFOR_2022, SRE_2022, FIRE_2023],
    },
    {
        "key": "mining",
        "mechanism": "cmp",
        "active_from": None,
        "active_to": None,
        "themes": ["energy"],
        "countries": ["CA", "MX"],
        "source_language": "es",
        "title": {"en": "Mining", "fr": "Exploitation minière", "es": "Minería"},
        "slug": {"en": "mining", "fr": "exploitation-miniere", "es": "mineria"},
        "summary": {
            "en": (
                "The group on mining, a sector in which Canadian companies have a large place among foreign "
                "investors in Mexico."
            ),
            "fr": (
                "Le groupe sur les mines, un secteur où des entreprises canadiennes comptent parmi les "
                "investisseurs étrangers au Mexique."
            ),
            "es": (
                "El grupo sobre minería, un sector en el que empresas canadienses figuran entre los "
                "inversionistas extranjeros en México."
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
                        "<p>Canada was described at the opening of the 16th meeting as the third largest "
                        "source of foreign investment in Mexico, and mining was the first sector named. "
                        "That is the ground this group covers, with the governments and the industry of "
                        "both countries around the table.</p>"
                        "<p>It does not cover it alone. In July 2021 the ministers responsible for trade "
                        "spoke of mining as well: Canada voiced a concern about the conditions for "
                        "investors and welcomed the coming reopening of one mine.</p>"
                    ),
                    "fr": (
                        "<p>À l’ouverture de la 16e réunion, le Canada a été présenté comme le troisième "
                        "investisseur étranger au Mexique, et les mines ont été le premier secteur nommé. "
                        "C’est le terrain de ce groupe, qui réunit les gouvernements et l’industrie des "
                        "deux pays.</p>"
                        "<p>Il n’est pas seul à s’en occuper. En juillet 2021, les ministres chargées du "
                        "Commerce ont elles aussi parlé des mines : le Canada a fait part d’une "
                        "préoccupation quant aux conditions offertes aux investisseurs et s’est réjoui de "
                        "la réouverture prochaine d’une mine.</p>"
                    ),
                    "es": (
                        "<p>En la apertura de la 16.ª reunión se presentó a Canadá como el tercer "
                        "inversionista extranjero en México, y la minería fue el primer sector que se "
                        "nombró. Ese es el terreno de este grupo, que reúne a los gobiernos y a la "
                        "industria de ambos países.</p>"
                        "<p>No es el único que lo trata. En julio de 2021 también hablaron de minería las "
                        "responsables de comercio de ambos gobiernos: Canadá expresó una preocupación por "
                        "las condiciones para los inversionistas y celebró la próxima reapertura de una "
                        "mina.</p>"
                    ),
                },
            },
            {
                "heading": {"en": "How it works", "fr": "Fonctionnement", "es": "Cómo funciona"},
                "body": {
                    "en": (
                        "<p>As in the other groups, senior officials of the two countries preside together, "
                        "and business leaders may join them. The group did not sit at the 17th annual "
                        "meeting; it did at the 18th, in November 2022. In French, texts call it <span "
                        'lang="fr">exploitation minière</span> or simply <span lang="fr">mines</span>. '
                        "The sources consulted do not give its objectives or its members.</p>"
                    ),
                    "fr": (
                        "<p>Comme dans les autres groupes, de hauts fonctionnaires des deux pays président "
                        "ensemble, et des dirigeants d’entreprise peuvent se joindre à eux. Le groupe n’a "
                        "pas siégé à la 17e réunion annuelle ; il l’a fait à la 18e, en novembre 2022. En "
                        "français, les textes disent « exploitation minière » ou simplement « mines ». Les "
                        "sources consultées ne donnent ni ses objectifs ni ses membres.</p>"
                    ),
                    "es": (
                        "<p>Como en los demás grupos, presiden juntos altos funcionarios de ambos países, a "
                        "quienes pueden sumarse dirigentes de empresas. El grupo no sesionó en la 17.ª "
                        "reunión anual; sí lo hizo en la 18.ª, en noviembre de 2022. En francés, los textos "
                        'dicen <span lang="fr">exploitation minière</span> o simplemente <span '
                        'lang="fr">mines</span>. Las fuentes consultadas no dan sus objetivos ni sus '
                        "integrantes.</p>"
                    ),
                },
            },
        ],
        "figures": [],
        "sources": [CMP_PAGE, REPORT_2020, REPORT_2021, JORNADA_2020, TRADE_2021, SRE_2022],
    },
]
