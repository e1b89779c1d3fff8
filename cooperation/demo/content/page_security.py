"""Public safety: what Canadian and Mexican services do together."""

PAGE = {
    "key": "security",
    "source_language": "en",
    "themes": ["security"],
    "countries": ["CA", "MX", "US"],
    "parent": None,
    "title": {
        "en": "Public safety, a shared task",
        "fr": "La sécurité publique, une tâche commune",
        "es": "Seguridad pública, una tarea común",
    },
    "slug": {"en": "public-safety", "fr": "securite-publique", "es": "seguridad-publica"},
    "summary": {
        "en": (
            "How Canadian and Mexican police, public safety and correctional services train, compare methods "
            "and plan together."
        ),
        "fr": (
            "Comment les services policiers, de sécurité publique et correctionnels des deux pays se forment "
            "et se préparent ensemble."
        ),
        "es": (
            "Cómo se capacitan y se preparan juntas las instituciones policiales, de seguridad y "
            "penitenciarias de ambos países."
        ),
    },
    "sections": [
        {
            "heading": {
                "en": "Why the two countries work together",
                "fr": "Pourquoi travailler ensemble",
                "es": "Por qué trabajar juntos",
            },
            "body": {
                "en": (
                    "<p>Crime, attacks on computer systems and disasters take little notice of borders. A "
                    "case that begins in one country may have its victims, its money or its suspects in the "
                    "other, and no government can settle it alone. Canada and Mexico therefore keep safety "
                    "on their common agenda at all times, not only after an incident.</p>"
                    "<p>The purpose is practical. Officials should know whom to call, understand how the "
                    "other country’s institutions work and profit from what has already been tried there.</p>"
                ),
                "fr": (
                    "<p>La criminalité, les attaques informatiques et les catastrophes se jouent des "
                    "frontières. Une affaire qui commence dans un pays peut avoir ses victimes, son argent "
                    "ou ses suspects dans l’autre, et aucun gouvernement ne peut la régler seul. Le Canada "
                    "et le Mexique gardent donc la sécurité à leur ordre du jour en tout temps, et pas "
                    "seulement au lendemain d’un incident.</p>"
                    "<p>Le but est concret : chacun doit savoir qui appeler, comprendre le fonctionnement "
                    "des institutions de l’autre pays et tirer profit de ce qui y a déjà été mis à "
                    "l’essai.</p>"
                ),
                "es": (
                    "<p>El delito, los ataques informáticos y los desastres no se detienen en las fronteras. "
                    "Un caso que empieza en un país puede tener víctimas, dinero o sospechosos en el otro, y "
                    "ningún gobierno puede resolverlo solo. Por eso Canadá y México mantienen la seguridad "
                    "en su agenda común de manera permanente, y no solo después de un incidente.</p>"
                    "<p>El propósito es práctico: que cada funcionario sepa a quién llamar, entienda cómo "
                    "trabajan las instituciones del otro país y aproveche lo que allá ya se puso a "
                    "prueba.</p>"
                ),
            },
        },
        {
            "heading": {
                "en": "What the services do",
                "fr": "Ce que font les services",
                "es": "Qué hacen las instituciones",
            },
            "body": {
                "en": (
                    "<p>Contact goes on throughout the year. It concerns police methods, the prevention of "
                    "crime, the security of borders and questions raised by migration. The Royal Canadian "
                    "Mounted Police (RCMP) regularly receives Mexican officers at the Canadian Police "
                    "College. Some courses are given together with the United States: a workshop on fentanyl "
                    "is one example, lessons in training dogs to find the drug are another.</p>"
                    "<p>Once a year the two governments also meet formally. They bring each other up to date "
                    "on:</p>"
                    "<ul><li>drugs and other crime</li><li>cyber security and cybercrime</li><li>emergency "
                    "management</li><li>the security of borders and prisons</li><li>the rehabilitation of "
                    "offenders</li></ul>"
                ),
                "fr": (
                    "<p>Les contacts se poursuivent toute l’année. Ils portent sur les méthodes policières, "
                    "la prévention du crime, la sécurité des frontières et les questions que soulève la "
                    "migration. La Gendarmerie royale du Canada (GRC) reçoit régulièrement des policiers "
                    "mexicains au Collège canadien de police. Certaines formations sont données avec les "
                    "États-Unis : un atelier sur le fentanyl, par exemple, ou des cours de dressage de "
                    "chiens capables de repérer cette drogue.</p>"
                    "<p>Une fois par année, les deux gouvernements tiennent aussi une rencontre officielle. "
                    "Ils y font le point sur :</p>"
                    "<ul><li>les drogues et les autres formes de criminalité</li><li>la protection des "
                    "réseaux informatiques et la cybercriminalité</li><li>la gestion des urgences</li><li>la "
                    "surveillance des frontières et la sûreté des prisons</li><li>la réadaptation des "
                    "délinquants</li></ul>"
                ),
                "es": (
                    "<p>El contacto es continuo. Abarca los métodos policiales, la prevención del delito, la "
                    "seguridad de las fronteras y los asuntos relacionados con la migración. La Real Policía "
                    "Montada de Canadá (RCMP, por sus siglas en inglés) recibe con regularidad a policías "
                    "mexicanos en el Colegio Canadiense de Policía. Algunos cursos se imparten junto con "
                    "Estados Unidos: por ejemplo, un taller sobre el fentanilo o el adiestramiento de perros "
                    "que detectan esa droga.</p>"
                    "<p>Una vez al año, los dos gobiernos celebran además una reunión formal en la que se "
                    "ponen al día sobre:</p>"
                    "<ul><li>las drogas y otros delitos</li><li>la ciberseguridad y los delitos "
                    "cibernéticos</li><li>la gestión de emergencias</li><li>la seguridad de las fronteras y "
                    "de las prisiones</li><li>la reinserción de las personas que cometieron un "
                    "delito</li></ul>"
                ),
            },
        },
        {
            "heading": {
                "en": "Written arrangements",
                "fr": "Les ententes écrites",
                "es": "Los acuerdos escritos",
            },
            "body": {
                "en": (
                    "<p>In June 2016 the two governments announced that they had signed two new memoranda of "
                    "understanding. These deal with public safety at large and with correctional services: "
                    "policy, programs for offenders, recruitment, staff training and research.</p>"
                    "<p>At that time the RCMP and Mexico’s Federal Police were preparing a memorandum of "
                    "their own, against transnational organized crime. Its signature was expected in 2016. "
                    "The sources of this page do not say whether it took place.</p>"
                ),
                "fr": (
                    "<p>En juin 2016, les deux gouvernements ont annoncé la signature de deux nouveaux "
                    "protocoles d’entente. Il y est question de la sécurité publique en général et des "
                    "services correctionnels : politiques, programmes destinés aux délinquants, recrutement, "
                    "formation du personnel et recherche.</p>"
                    "<p>À l’époque, la GRC et la Police fédérale du Mexique préparaient leur propre "
                    "protocole, dirigé contre le crime organisé transnational. La signature en était "
                    "attendue pour 2016. Les sources de cette page ne disent pas si elle a eu lieu.</p>"
                ),
                "es": (
                    "<p>En junio de 2016, los dos gobiernos anunciaron la firma de dos nuevos memorandos de "
                    "entendimiento. Tratan de la seguridad pública en general y de los servicios "
                    "penitenciarios: políticas, programas para las personas condenadas, reclutamiento, "
                    "formación del personal e investigación.</p>"
                    "<p>En ese momento, la RCMP y la Policía Federal de México preparaban su propio "
                    "memorando, contra la delincuencia organizada transnacional. Se preveía firmarlo en "
                    "2016. Las fuentes de esta página no indican si así ocurrió.</p>"
                ),
            },
        },
        {
            "heading": {
                "en": "Beyond the two countries",
                "fr": "Au-delà des deux pays",
                "es": "Más allá de los dos países",
            },
            "body": {
                "en": (
                    "<p>Many threats concern all of North America, or the hemisphere. Canada and Mexico take "
                    "them up with the United States in trilateral meetings, and with other states at the "
                    "United Nations (UN) and the Organization of American States (OAS). Canada also pays for "
                    "projects that help institutions prevent and investigate organized crime; they have a "
                    "page of their own.</p>"
                ),
                "fr": (
                    "<p>Bien des menaces touchent toute l’Amérique du Nord, voire l’hémisphère. Le Canada et "
                    "le Mexique en traitent avec les États-Unis dans des rencontres trilatérales, et avec "
                    "d’autres États à l’Organisation des Nations Unies (ONU) et à l’Organisation des États "
                    "américains (OEA). Le Canada finance aussi des projets qui aident les institutions à "
                    "prévenir le crime organisé et à enquêter ; une page distincte leur est consacrée.</p>"
                ),
                "es": (
                    "<p>Muchas amenazas afectan a toda América del Norte o al hemisferio. Canadá y México "
                    "las abordan con Estados Unidos en reuniones trilaterales, y con otros países en la "
                    "Organización de las Naciones Unidas (ONU) y en la Organización de los Estados "
                    "Americanos (OEA). Canadá financia también proyectos que ayudan a las instituciones a "
                    "prevenir e investigar la delincuencia organizada; se describen en una página aparte.</p>"
                ),
            },
        },
    ],
    "figures": [
        {
            "label": {
                "en": "New memoranda of understanding on public safety and corrections",
                "fr": "Nouveaux protocoles d’entente sur la sécurité publique et les services correctionnels",
                "es": "Nuevos memorandos de entendimiento sobre seguridad pública y servicios penitenciarios",
            },
            "value": "2",
            "wording": None,
            "unit": {"en": "memoranda", "fr": "protocoles", "es": "memorandos"},
            "as_of": "2016-06-28",
            "valid_until": None,
            "source": "Prime Minister of Canada, backgrounder of June 28, 2016",
        },
        {
            "label": {
                "en": "Memorandum between the RCMP and the Federal Police",
                "fr": "Protocole entre la GRC et la Police fédérale",
                "es": "Memorando entre la RCMP y la Policía Federal",
            },
            "value": None,
            "wording": {
                "en": "signature expected in 2016",
                "fr": "signature attendue en 2016",
                "es": "firma prevista para 2016",
            },
            "unit": {"en": "", "fr": "", "es": ""},
            "as_of": "2016-06-28",
            "valid_until": "2016-12-31",
            "source": "Prime Minister of Canada, backgrounder of June 28, 2016",
        },
    ],
    "sources": [
        "Embassy of Canada in Mexico, page “Sécurité”, undated",
        ("Prime Minister of Canada, backgrounder “Canada-Mexico Cooperation on Security and Defence”, June 28, 2016"),
    ],
}
