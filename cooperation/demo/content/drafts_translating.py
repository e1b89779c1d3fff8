"""Two demo pages whose translations are not finished: missing strings are empty."""

DRAFTS = [
    {
        "key": "foreign-policy-group",
        "stage": "translating",
        "source_language": "fr",
        "themes": ["partnership", "rights"],
        "countries": ["CA", "MX"],
        "parent": "about-partnership",
        "title": {
            "en": "",
            "fr": "Un groupe de travail sur la politique étrangère",
            "es": "Un grupo de trabajo sobre política exterior",
        },
        "slug": {"en": "", "fr": "groupe-politique-etrangere", "es": "grupo-politica-exterior"},
        "summary": {
            "en": "",
            "fr": (
                "Pourquoi le Partenariat Canada-Mexique s’est donné, pour 2022, un groupe consacré à la "
                "politique étrangère."
            ),
            "es": (
                "Por qué la Alianza México-Canadá decidió tener, a partir de 2022, un grupo dedicado a la "
                "política exterior."
            ),
        },
        "sections": [
            {
                "heading": {"en": "", "fr": "La décision de 2021", "es": "La decisión de 2021"},
                "body": {
                    "en": "",
                    "fr": (
                        "<p>Jusqu’en 2021, les groupes du Partenariat Canada-Mexique s’occupaient surtout "
                        "d’économie, d’environnement et de culture. À la 17e réunion annuelle, le 25 "
                        "novembre 2021, les deux gouvernements ont décidé d’y ajouter un groupe sur la "
                        "politique étrangère pour l’année 2022.</p>"
                        "<p>L’idée est simple : deux pays qui défendent souvent les mêmes causes à "
                        "l’étranger gagnent à préparer leurs positions ensemble.</p>"
                    ),
                    "es": (
                        "<p>Hasta 2021, los grupos de la Alianza México-Canadá se ocupaban sobre todo de "
                        "economía, medio ambiente y cultura. En la 17.ª reunión anual, el 25 de noviembre de "
                        "2021, los dos gobiernos decidieron añadir un grupo sobre política exterior para el "
                        "año 2022.</p>"
                        "<p>La idea es sencilla: a dos países que suelen defender las mismas causas en el "
                        "exterior les conviene preparar juntos sus posiciones.</p>"
                    ),
                },
            },
            {
                "heading": {"en": "", "fr": "Les sujets retenus", "es": ""},
                "body": {
                    "en": "",
                    "fr": (
                        "<p>Quatre sujets ont été retenus pour commencer :</p>"
                        "<ul><li>la réconciliation avec les peuples autochtones</li><li>les politiques "
                        "étrangères féministes</li><li>la diversité</li><li>une gouvernance "
                        "inclusive</li></ul>"
                        "<p>Ces sujets traversent aussi le travail des autres groupes. Le nouveau groupe ne "
                        "les leur retire pas ; il offre un lieu où les traiter du point de vue de la "
                        "politique étrangère.</p>"
                    ),
                    "es": "",
                },
            },
            {
                "heading": {"en": "", "fr": "La suite", "es": ""},
                "body": {
                    "en": "",
                    "fr": (
                        "<p>Le groupe a siégé à la 18e réunion annuelle, à Ottawa, en novembre 2022, en même "
                        "temps que cinq autres : Foresterie, Environnement, Culture et créativité, Capital "
                        "humain et Mines. Les coprésidents y ont fait le point et convenu d’un programme de "
                        "travail pour 2023.</p>"
                    ),
                    "es": "",
                },
            },
        ],
        "figures": [
            {
                "label": {
                    "en": "",
                    "fr": "Groupes réunis à la 18e réunion annuelle",
                    "es": "Grupos reunidos en la 18.ª reunión anual",
                },
                "value": "6",
                "wording": None,
                "unit": {"en": "", "fr": "groupes de travail", "es": "grupos de trabajo"},
                "as_of": None,
                "valid_until": None,
                "source": (
                    "Secretaría de Relaciones Exteriores, communiqué on the 18th meeting, November 2022 "
                    "(canadainmexico.com)"
                ),
            },
        ],
        "sources": [
            "Global Affairs Canada, page “Le Partenariat Canada-Mexique”",
            ("Secretaría de Relaciones Exteriores, communiqué on the 18th meeting, November 2022 (canadainmexico.com)"),
        ],
    },
    {
        "key": "defence-attaches",
        "stage": "translating",
        "source_language": "en",
        "themes": ["defence"],
        "countries": ["CA", "MX"],
        "parent": "defence",
        "title": {
            "en": "Defence attachés and liaison officers",
            "fr": "Attachés de défense et officiers de liaison",
            "es": "",
        },
        "slug": {"en": "defence-attaches", "fr": "attaches-de-defense", "es": ""},
        "summary": {
            "en": "The officers who keep the armed forces of Canada and Mexico in daily contact.",
            "fr": ("Les officiers grâce auxquels les forces armées des deux pays restent en contact au quotidien."),
            "es": "",
        },
        "sections": [
            {
                "heading": {
                    "en": "Posts in both capitals",
                    "fr": "Des postes dans les deux capitales",
                    "es": "",
                },
                "body": {
                    "en": (
                        "<p>Between one round of talks and the next, defence relations depend on a few "
                        "people who live in the other country. Canada has had a defence attaché in Mexico "
                        "since 1991. Mexico sends two attachés to its embassy in Ottawa, because it has two "
                        "military institutions: the Secretariat of National Defence (SEDENA) and the "
                        "Secretariat of the Navy (SEMAR).</p>"
                    ),
                    "fr": (
                        "<p>D’une ronde de pourparlers à l’autre, les relations de défense reposent sur "
                        "quelques personnes qui vivent dans l’autre pays. Le Canada a un attaché de défense "
                        "au Mexique depuis 1991. Le Mexique, lui, en a deux à son ambassade d’Ottawa, parce "
                        "qu’il compte deux institutions militaires : le secrétariat de la Défense nationale "
                        "(SEDENA) et le secrétariat de la Marine (SEMAR).</p>"
                    ),
                    "es": "",
                },
            },
            {
                "heading": {"en": "A liaison officer at headquarters", "fr": "", "es": ""},
                "body": {
                    "en": (
                        "<p>In 2014, SEDENA also kept one liaison officer with the Canadian Joint Operations "
                        "Command. Such an officer works inside the other country’s headquarters, learns how "
                        "its operations are prepared, and can explain a request in the right words to the "
                        "right person.</p>"
                    ),
                    "fr": "",
                    "es": "",
                },
            },
            {
                "heading": {"en": "Guests at exercises", "fr": "", "es": ""},
                "body": {
                    "en": (
                        "<p>Officers also visit as observers. SEMAR sent two people to follow the exercise "
                        "Maple Flag at Cold Lake, Alberta, in June 2012. Two months later one of its ships "
                        "joined Rim of the Pacific, an exercise near Hawaii, the Mexican Navy’s first "
                        "exercise outside the western hemisphere.</p>"
                    ),
                    "fr": "",
                    "es": "",
                },
            },
        ],
        "figures": [
            {
                "label": {"en": "Mexican attachés in Ottawa", "fr": "Attachés mexicains à Ottawa", "es": ""},
                "value": None,
                "wording": {
                    "en": "one for SEDENA, one for SEMAR",
                    "fr": "un pour la SEDENA, un pour la SEMAR",
                    "es": "",
                },
                "unit": {"en": "", "fr": "", "es": ""},
                "as_of": "2014-04-26",
                "valid_until": None,
                "source": "Blog post “The Canada-Mexico Defence Relationship”, April 26, 2014",
            },
        ],
        "sources": ["Blog post “The Canada-Mexico Defence Relationship”, April 26, 2014"],
    },
]
