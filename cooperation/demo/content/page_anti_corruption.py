"""Work against corruption."""

PAGE = {
    "key": "anti-corruption",
    "source_language": "en",
    "themes": ["justice", "trade"],
    "countries": ["CA", "MX", "US"],
    "parent": None,
    "title": {
        "en": "Preventing and fighting corruption",
        "fr": "Prévenir et combattre la corruption",
        "es": "Prevenir y combatir la corrupción",
    },
    "slug": {"en": "preventing-corruption", "fr": "prevenir-corruption", "es": "prevenir-corrupcion"},
    "summary": {
        "en": (
            "Why corruption is on the common agenda, what the trade agreement says about it and where the "
            "two countries discuss it."
        ),
        "fr": (
            "Pourquoi la corruption est à l’ordre du jour, la place que lui fait l’accord commercial et où "
            "les deux pays en discutent."
        ),
        "es": (
            "Por qué la corrupción está en la agenda común, qué lugar ocupa en el tratado comercial y dónde se aborda."
        ),
    },
    "sections": [
        {
            "heading": {
                "en": "What corruption costs",
                "fr": "Ce que coûte la corruption",
                "es": "Lo que cuesta la corrupción",
            },
            "body": {
                "en": (
                    "<p>A bribe looks like a matter between two people. When bribery becomes a habit of "
                    "institutions, everyone pays for it:</p>"
                    "<ul><li>public services reach fewer people, and later</li><li>citizens stop trusting "
                    "offices and courts</li><li>lawful institutions lose authority</li><li>firms cannot "
                    "plan, and invest elsewhere</li></ul>"
                    "<p>For this reason the two countries treat corruption as a question of foreign policy, "
                    "trade and sustainable development, and not of criminal law alone.</p>"
                ),
                "fr": (
                    "<p>Un pot-de-vin paraît n’intéresser que deux personnes. Quand il devient une habitude "
                    "des institutions, tout le monde en paie le prix :</p>"
                    "<ul><li>les services publics rejoignent moins de gens, et plus tard</li><li>la "
                    "population ne fait plus confiance à l’administration ni aux tribunaux</li><li>les "
                    "institutions légitimes perdent de leur autorité</li><li>les entreprises ne peuvent plus "
                    "prévoir et investissent ailleurs</li></ul>"
                    "<p>C’est pourquoi les deux pays y voient une question de politique étrangère, de "
                    "commerce et de développement durable, et non de droit pénal seulement.</p>"
                ),
                "es": (
                    "<p>Un soborno parece un asunto entre dos personas. Cuando se vuelve costumbre en las "
                    "instituciones, lo paga toda la sociedad:</p>"
                    "<ul><li>los servicios públicos llegan a menos gente, y más tarde</li><li>la ciudadanía "
                    "deja de confiar en las oficinas públicas y en los tribunales</li><li>las instituciones "
                    "legítimas pierden autoridad</li><li>las empresas no pueden planear e invierten en otro "
                    "lugar</li></ul>"
                    "<p>Por ello, los dos países consideran la corrupción un tema de política exterior, de "
                    "comercio y de desarrollo sostenible, y no solo de derecho penal.</p>"
                ),
            },
        },
        {
            "heading": {
                "en": "In the trade agreement",
                "fr": "Dans l’accord commercial",
                "es": "En el tratado comercial",
            },
            "body": {
                "en": (
                    '<p>When Canada, Mexico and the United States renegotiated the <abbr title="North '
                    'American Free Trade Agreement">NAFTA</abbr>, they wrote a chapter against corruption '
                    "together and completed it. For those who invest in another country of the region, the "
                    "point is simple: rules are worth something only where institutions can be relied on.</p>"
                    "<p>The chapter also shows that the subject belongs in an economic text. Commitments on "
                    "honest administration now stand beside those on goods and services.</p>"
                ),
                "fr": (
                    '<p>En renégociant l’<abbr title="Accord de libre-échange nord-américain">ALENA</abbr>, '
                    "le Canada, le Mexique et les États-Unis ont rédigé ensemble un chapitre contre la "
                    "corruption et l’ont mené à terme. Pour qui investit dans un autre pays de la région, "
                    "l’enjeu est simple : les règles n’ont de valeur que si l’on peut compter sur les "
                    "institutions.</p>"
                    "<p>Ce chapitre montre aussi que le sujet a sa place dans un texte économique. Les "
                    "engagements en faveur d’une administration honnête y côtoient désormais ceux qui visent "
                    "les biens et les services.</p>"
                ),
                "es": (
                    '<p>Al renegociar el <abbr title="Tratado de Libre Comercio de América del Norte">'
                    "TLCAN</abbr>, Canadá, México y Estados Unidos redactaron juntos un capítulo contra la "
                    "corrupción y lo concluyeron. Para quien invierte en otro país de la región, la razón es "
                    "sencilla: las reglas solo valen donde se puede confiar en las instituciones.</p>"
                    "<p>El capítulo demuestra, además, que el tema tiene cabida en un texto económico. Los "
                    "compromisos en favor de una administración honesta figuran ahora junto a los relativos "
                    "a bienes y servicios.</p>"
                ),
            },
        },
        {
            "heading": {
                "en": "Dialogue in Mexico",
                "fr": "Le dialogue au Mexique",
                "es": "El diálogo en México",
            },
            "body": {
                "en": (
                    "<p>Canada takes an active part in several forums held in Mexico on transparency and the "
                    "fight against corruption. They give officials of both countries an occasion to compare "
                    "what works: no single measure is enough, and a plan has to be broad, ambitious and "
                    "realistic at once. Transparency belongs there too: where people can see how a decision "
                    "was taken and how money was spent, abuse is noticed sooner and put right more "
                    "easily.</p>"
                ),
                "fr": (
                    "<p>Le Canada prend une part active à plusieurs forums tenus au Mexique sur la "
                    "transparence et la lutte contre la corruption. Les fonctionnaires des deux pays y "
                    "comparent ce qui donne des résultats : aucune mesure ne suffit à elle seule, et un plan "
                    "doit être à la fois large, ambitieux et réaliste. La transparence y a aussi sa place : "
                    "là où l’on peut voir comment une décision a été prise et l’argent dépensé, les abus se "
                    "remarquent plus tôt et se corrigent plus facilement.</p>"
                ),
                "es": (
                    "<p>Canadá participa activamente en varios foros que se celebran en México sobre "
                    "transparencia y combate a la corrupción. En ellos, funcionarias y funcionarios de ambos "
                    "países comparan lo que da resultado: ninguna medida basta por sí sola, y todo plan debe "
                    "ser amplio, ambicioso y realista a la vez. La transparencia también tiene ahí su lugar: "
                    "cuando se puede ver cómo se tomó una decisión y cómo se gastó el dinero, los abusos se "
                    "notan antes y se corrigen con mayor facilidad.</p>"
                ),
            },
        },
        {
            "heading": {"en": "Related work", "fr": "Travaux connexes", "es": "Trabajos relacionados"},
            "body": {
                "en": (
                    "<p>Corruption also counts among the subjects for which Canada’s Anti-Crime Capacity "
                    "Building Program was set up in 2009, along with illicit drugs, human trafficking and "
                    "money laundering. The page on capacity building against crime says what the program "
                    "does in Mexico.</p>"
                ),
                "fr": (
                    "<p>La corruption figure aussi parmi les sujets pour lesquels le Canada a créé, en 2009, "
                    "le Programme d’aide au renforcement des capacités de lutte contre la criminalité, avec "
                    "les drogues illicites, la traite de personnes et le blanchiment d’argent. La page sur "
                    "le renforcement des capacités explique ce que ce programme fait au Mexique.</p>"
                ),
                "es": (
                    "<p>La corrupción es también uno de los temas para los que Canadá creó, en 2009, el "
                    "Programa de Fortalecimiento de Capacidades contra el Crimen, junto con las drogas "
                    "ilícitas, la trata de personas y el lavado de dinero. La página sobre fortalecimiento "
                    "de capacidades explica qué hace el programa en México.</p>"
                ),
            },
        },
    ],
    "figures": [],
    "sources": [
        "Embassy of Canada in Mexico, page “Sécurité”, undated",
        ("Prime Minister of Canada, news item of August 9, 2009, on federal police training (subjects of the ACCBP)"),
    ],
}
