"""Two demo pages sent back to their authors, each with the reviewer's remark."""

DRAFTS = [
    {
        "key": "cybercrime",
        "stage": "changes_requested",
        "source_language": "fr",
        "themes": ["security", "justice"],
        "countries": ["CA", "MX", "US"],
        "parent": "security",
        "title": {
            "en": "Cyber security and cybercrime",
            "fr": "Cybersécurité et cybercriminalité",
            "es": "Ciberseguridad y delitos cibernéticos",
        },
        "slug": {
            "en": "cyber-security-and-cybercrime",
            "fr": "cybersecurite-et-cybercriminalite",
            "es": "ciberseguridad-y-delitos-ciberneticos",
        },
        "summary": {
            "en": (
                "Protecting networks, pursuing crime online and training those who protect children on the internet."
            ),
            "fr": (
                "Protéger les réseaux, poursuivre les crimes en ligne et former celles et ceux qui protègent "
                "les enfants sur Internet."
            ),
            "es": (
                "Proteger las redes, perseguir el delito en línea y capacitar a quienes protegen a la niñez "
                "en internet."
            ),
        },
        "sections": [
            {
                "heading": {"en": "Two tasks in one", "fr": "Deux tâches en une", "es": "Dos tareas en una"},
                "body": {
                    "en": (
                        "<p>Cyber security keeps systems from being attacked; work on cybercrime finds out "
                        "who attacked them, or who used them to harm others. The two governments treat both "
                        "together, in the security meeting that they hold every year.</p>"
                    ),
                    "fr": (
                        "<p>La cybersécurité empêche que des systèmes soient attaqués ; la lutte contre la "
                        "cybercriminalité recherche qui les a attaqués, ou qui s’en est servi pour nuire. "
                        "Les deux gouvernements traitent les deux ensemble, à la rencontre qu’ils consacrent "
                        "chaque année à la sécurité.</p>"
                    ),
                    "es": (
                        "<p>La ciberseguridad evita que se ataquen los sistemas; la lucha contra el delito "
                        "cibernético averigua quién los atacó, o quién los usó para causar daño. Los dos "
                        "gobiernos tratan ambos asuntos en la reunión que dedican cada año a la "
                        "seguridad.</p>"
                    ),
                },
            },
            {
                "heading": {
                    "en": "What Canada supports",
                    "fr": "Ce que le Canada appuie",
                    "es": "Qué apoya Canadá",
                },
                "body": {
                    "en": (
                        "<p>Cyber security has been among the subjects of Canada’s Anti-Crime Capacity "
                        "Building Program in Mexico since the program began in 2009. Experts also train "
                        "Mexican officers to investigate the exploitation of children on the internet, one "
                        "of the crimes that cannot be solved without help from abroad. Evidence may lie on a "
                        "server in a third country, and it can disappear within hours.</p>"
                    ),
                    "fr": (
                        "<p>La cybersécurité fait partie des sujets du Programme d’aide au renforcement des "
                        "capacités de lutte contre la criminalité au Mexique depuis les débuts du programme, "
                        "en 2009. Des spécialistes forment aussi des agents mexicains aux enquêtes sur "
                        "l’exploitation des enfants sur Internet, un de ces crimes que l’on n’élucide pas "
                        "sans l’aide d’autres pays. Les preuves se trouvent parfois sur un serveur situé "
                        "dans un pays tiers, et elles peuvent disparaître en quelques heures.</p>"
                    ),
                    "es": (
                        "<p>La ciberseguridad está entre los temas del Programa de Fortalecimiento de "
                        "Capacidades contra el Crimen en México desde que el programa comenzó, en 2009. "
                        "Especialistas capacitan también a agentes mexicanos para investigar la explotación "
                        "infantil en internet, uno de esos delitos que no se esclarecen sin ayuda de otros "
                        "países. Las pruebas pueden estar en un servidor de un tercer país y desaparecer en "
                        "unas horas.</p>"
                    ),
                },
            },
            {
                "heading": {"en": "In the neighbourhood", "fr": "Dans le voisinage", "es": "En la región"},
                "body": {
                    "en": (
                        "<p>Other neighbours have similar conversations: Canada and the United States "
                        "discussed crime on the internet at their own Cross-Border Crime Forum in July "
                        "2024.</p>"
                    ),
                    "fr": (
                        "<p>D’autres voisins ont des échanges semblables : le Canada et les États-Unis ont "
                        "parlé de la criminalité sur Internet à leur propre Forum sur la criminalité "
                        "transfrontalière, en juillet 2024.</p>"
                    ),
                    "es": (
                        "<p>Otros vecinos mantienen conversaciones similares: Canadá y Estados Unidos "
                        "hablaron del delito en internet en su propio Foro sobre Delincuencia "
                        "Transfronteriza, en julio de 2024.</p>"
                    ),
                },
            },
        ],
        "figures": [],
        "sources": [
            "Embassy of Canada in Mexico, page “Sécurité”, undated",
            "Public Safety Canada, joint statement of July 12, 2024, as context only",
        ],
        "remark": {
            "en": (
                "Please remove the section “In the neighbourhood”: the 2024 forum was between Canada and the "
                "United States only, and it makes readers think that Mexico took part."
            ),
        },
    },
    {
        "key": "maritime-security",
        "stage": "changes_requested",
        "source_language": "en",
        "themes": ["defence", "security"],
        "countries": ["CA", "MX", "US"],
        "parent": "defence",
        "title": {"en": "Security at sea", "fr": "La sécurité en mer", "es": "Seguridad en el mar"},
        "slug": {"en": "maritime-security", "fr": "securite-maritime", "es": "seguridad-maritima"},
        "summary": {
            "en": (
                "How the navies of Canada and Mexico, with the United States, watch over the approaches to "
                "North America."
            ),
            "fr": (
                "Comment les marines du Canada et du Mexique veillent, avec les États-Unis, sur les "
                "approches de l’Amérique du Nord."
            ),
            "es": (
                "Cómo las marinas de Canadá y México, con Estados Unidos, vigilan los accesos marítimos a "
                "América del Norte."
            ),
        },
        "sections": [
            {
                "heading": {
                    "en": "A trilateral initiative",
                    "fr": "Une initiative trilatérale",
                    "es": "Una iniciativa trilateral",
                },
                "body": {
                    "en": (
                        "<p>The North American Maritime Security Initiative (NAMSI) serves three purposes: "
                        "to know what moves at sea, to pass that knowledge on to the partners, and to "
                        "respond jointly when a ship is a threat. Canada has taken part since August "
                        "2011.</p>"
                    ),
                    "fr": (
                        "<p>L’Initiative de sécurité maritime de l’Amérique du Nord (NAMSI) a trois buts : "
                        "savoir ce qui se déplace en mer, en informer les partenaires et réagir ensemble "
                        "lorsqu’un navire représente une menace. Le Canada y participe depuis août 2011.</p>"
                    ),
                    "es": (
                        "<p>La Iniciativa de Seguridad Marítima de América del Norte (NAMSI, por sus siglas "
                        "en inglés) tiene tres fines: saber qué se mueve en el mar, informar de ello a los "
                        "socios y responder en conjunto cuando un buque representa una amenaza. Canadá "
                        "participa desde agosto de 2011.</p>"
                    ),
                },
            },
            {
                "heading": {"en": "Learning on board", "fr": "Apprendre à bord", "es": "Aprender a bordo"},
                "body": {
                    "en": (
                        "<p>Canada has offered the Mexican Secretariat of the Navy (SEMAR) six months on a "
                        "Halifax-class frigate for two junior officers, together with training for coastal "
                        "and deep-water operations. In August 2012 a Mexican ship joined the Rim of the "
                        "Pacific exercise near Hawaii; no ship of the Mexican Navy had exercised outside the "
                        "western hemisphere before.</p>"
                    ),
                    "fr": (
                        "<p>Le Canada a offert au secrétariat de la Marine du Mexique (SEMAR) un séjour de "
                        "six mois sur une frégate de classe Halifax pour deux jeunes officiers, ainsi qu’une "
                        "formation aux opérations côtières et hauturières. En août 2012, un navire mexicain "
                        "a participé à l’exercice Rim of the Pacific, près d’Hawaï ; aucun bâtiment de la "
                        "marine mexicaine ne s’était encore exercé hors de l’hémisphère occidental.</p>"
                    ),
                    "es": (
                        "<p>Canadá ofreció a la Secretaría de Marina de México (SEMAR) una estancia de seis "
                        "meses en una fragata de clase Halifax para dos oficiales jóvenes, además de "
                        "formación para operaciones costeras y en aguas profundas. En agosto de 2012, un "
                        "buque mexicano participó en el ejercicio Rim of the Pacific, cerca de Hawái; hasta "
                        "entonces, ningún buque de la Armada de México se había ejercitado fuera del "
                        "hemisferio occidental.</p>"
                    ),
                },
            },
            {
                "heading": {"en": "Ports", "fr": "Les ports", "es": "Los puertos"},
                "body": {
                    "en": (
                        "<p>Security at sea begins on land. Safe ports are among the subjects of Canada’s "
                        "Anti-Crime Capacity Building Program. A container checked well at departure is one "
                        "worry less on arrival.</p>"
                    ),
                    "fr": (
                        "<p>La sécurité en mer commence à terre. La sûreté des ports compte parmi les sujets "
                        "du Programme d’aide au renforcement des capacités de lutte contre la criminalité du "
                        "Canada. Un conteneur bien contrôlé au départ, c’est un souci de moins à "
                        "l’arrivée.</p>"
                    ),
                    "es": (
                        "<p>La seguridad en el mar empieza en tierra. La seguridad portuaria es uno de los "
                        "temas del Programa de Fortalecimiento de Capacidades contra el Crimen de Canadá. Un "
                        "contenedor bien revisado a la salida es una preocupación menos a la llegada.</p>"
                    ),
                },
            },
        ],
        "figures": [
            {
                "label": {
                    "en": "Places offered to SEMAR on a Halifax-class frigate",
                    "fr": "Places offertes à la SEMAR sur une frégate de classe Halifax",
                    "es": "Lugares ofrecidos a la SEMAR en una fragata de clase Halifax",
                },
                "value": "2",
                "wording": None,
                "unit": {"en": "junior officers", "fr": "jeunes officiers", "es": "oficiales jóvenes"},
                "as_of": None,
                "valid_until": None,
                "source": "Embassy of Canada in Mexico, page “Sécurité”, undated",
            },
        ],
        "sources": [
            "Embassy of Canada in Mexico, page “Sécurité”, undated",
            "Blog post “The Canada-Mexico Defence Relationship”, April 26, 2014",
            ("Prime Minister of Canada, backgrounder “Security and Defence”, June 29, 2016 (date Canada joined NAMSI)"),
        ],
        "remark": {
            "en": (
                "Please say whether the two officers went on board; if we cannot find out, add the date of "
                "the offer and write that it was an offer only."
            ),
        },
    },
]
