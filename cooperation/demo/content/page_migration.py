"""Migration, asylum capacity and the mobility dialogue."""

PAGE = {
    "key": "migration",
    "source_language": "en",
    "themes": ["migration", "rights"],
    "countries": ["CA", "MX", "GT"],
    "parent": None,
    "title": {
        "en": "Migration, asylum and mobility",
        "fr": "Migration, asile et mobilité",
        "es": "Migración, asilo y movilidad",
    },
    "slug": {
        "en": "migration-asylum-mobility",
        "fr": "migration-asile-mobilite",
        "es": "migracion-asilo-movilidad",
    },
    "summary": {
        "en": (
            "How Canada and Mexico protect people on the move, strengthen asylum in Mexico and keep legal "
            "ways to move open."
        ),
        "fr": (
            "Comment le Canada et le Mexique protègent les personnes en déplacement, renforcent l’asile et "
            "gardent ouvertes des voies légales."
        ),
        "es": (
            "Cómo Canadá y México protegen a las personas en movimiento, fortalecen el asilo y mantienen "
            "abiertas las vías legales."
        ),
    },
    "sections": [
        {
            "heading": {
                "en": "A common starting point",
                "fr": "Un point de départ commun",
                "es": "Un punto de partida común",
            },
            "body": {
                "en": (
                    "<p>Both countries begin from the same idea: a migrant has human rights like anyone "
                    "else, and leaving home should be a choice. They want movement to be safe and orderly, "
                    "they work against irregular migration, and they favour regional programs through which "
                    "people can take up work in another country.</p>"
                    "<p>Choice depends on conditions at home. Canada’s development programs, its Anti-Crime "
                    "Capacity Building Program and the Canada Fund for Local Initiatives address some of the "
                    "reasons that make people flee, such as insecurity, economic hardship, violence against "
                    "women and climate change.</p>"
                ),
                "fr": (
                    "<p>Les deux pays partent de la même idée : une personne migrante a des droits comme "
                    "tout le monde, et quitter son pays devrait rester un choix. Ils veulent que les "
                    "déplacements soient sûrs et ordonnés, ils luttent contre la migration irrégulière et "
                    "ils sont favorables à des programmes régionaux permettant d’aller travailler dans un "
                    "autre pays.</p>"
                    "<p>Pour qu’il y ait choix, il faut de bonnes conditions chez soi. Les programmes de "
                    "développement du Canada, son Programme d’aide au renforcement des capacités de lutte "
                    "contre la criminalité et le Fonds canadien d’initiatives locales s’attaquent à "
                    "certaines raisons de fuir : l’insécurité, la précarité économique, la violence faite "
                    "aux femmes, les changements climatiques.</p>"
                ),
                "es": (
                    "<p>Los dos países parten de la misma idea: toda persona migrante tiene derechos, y "
                    "salir del propio país debería ser una elección. Quieren que la movilidad sea segura y "
                    "ordenada, trabajan contra la migración irregular y favorecen programas regionales que "
                    "permitan ir a trabajar a otro país.</p>"
                    "<p>Para elegir hacen falta buenas condiciones en casa. Los programas de desarrollo de "
                    "Canadá, su Programa de Fortalecimiento de Capacidades contra el Crimen y el Fondo "
                    "Canadiense para Iniciativas Locales atienden algunos de los motivos por los que la "
                    "gente huye: la inseguridad, la precariedad económica, la violencia contra las mujeres y "
                    "el cambio climático.</p>"
                ),
            },
        },
        {
            "heading": {
                "en": "Helping Mexico’s asylum system",
                "fr": "Appuyer l’asile au Mexique",
                "es": "Apoyo al asilo en México",
            },
            "body": {
                "en": (
                    "<p>The two governments agreed on activities under the Regional Asylum Capacity Building "
                    "Initiative (RACBI), which belongs to the work of the Asylum Capacity Support Group. "
                    "Through it, Canada supports the office of the United Nations High Commissioner for "
                    "Refugees (UNHCR) in Mexico. The project helps the Mexican Commission for Refugee "
                    "Assistance (COMAR) register more claims and decide on them.</p>"
                    "<p>In September 2022 Canada announced further support: more space for claimants and "
                    "mobile offices in one project, digital case files in another.</p>"
                ),
                "fr": (
                    "<p>Les deux gouvernements se sont entendus sur des activités dans le cadre de "
                    "l’Initiative régionale de renforcement des capacités en matière d’asile (RACBI), qui "
                    "relève du Groupe d’appui aux capacités d’asile. Le Canada soutient ainsi le bureau "
                    "mexicain du Haut-Commissariat des Nations Unies pour les réfugiés (HCR). Le projet aide "
                    "la Commission mexicaine d’aide aux réfugiés (COMAR) à enregistrer plus de demandes et à "
                    "les trancher.</p>"
                    "<p>En septembre 2022, le Canada a annoncé un nouvel appui : plus d’espace pour les "
                    "demandeurs et des bureaux mobiles dans un projet, des dossiers numériques dans un "
                    "autre.</p>"
                ),
                "es": (
                    "<p>Los dos gobiernos convinieron actividades en el marco de la Iniciativa Regional de "
                    "Fortalecimiento de Capacidades de Asilo (RACBI, por sus siglas en inglés), que forma "
                    "parte de la labor del Grupo de Apoyo a la Capacidad de Asilo. Por esa vía, Canadá "
                    "respalda a la oficina en México del Alto Comisionado de las Naciones Unidas para los "
                    "Refugiados (ACNUR). El proyecto ayuda a la Comisión Mexicana de Ayuda a Refugiados "
                    "(COMAR) a registrar más solicitudes y a resolverlas.</p>"
                    "<p>En septiembre de 2022, Canadá anunció nuevos apoyos: más espacio para las personas "
                    "solicitantes y oficinas móviles en un proyecto, expedientes digitales en otro.</p>"
                ),
            },
        },
        {
            "heading": {"en": "The regional framework", "fr": "Le cadre régional", "es": "El marco regional"},
            "body": {
                "en": (
                    "<p>Seven countries, Mexico and Guatemala among them, take part in the Comprehensive "
                    "Regional Protection and Solutions Framework, known by its Spanish initials MIRPS. Other "
                    "states and organizations help through a Support Platform, which Canada chaired for a "
                    "year, from July 2021 until July 2022.</p>"
                    "<p>Canada also had an active part in drawing up the Global Compact for Safe, Orderly "
                    "and Regular Migration.</p>"
                ),
                "fr": (
                    "<p>Sept pays, dont le Mexique et le Guatemala, participent au Cadre régional global de "
                    "protection et de solutions, connu par son sigle espagnol, MIRPS. D’autres États et "
                    "organisations y contribuent au moyen d’une Plateforme de soutien, que le Canada a "
                    "présidée pendant un an, de juillet 2021 à juillet 2022.</p>"
                    "<p>Le Canada a aussi participé activement à l’élaboration du Pacte mondial pour des "
                    "migrations sûres, ordonnées et régulières.</p>"
                ),
                "es": (
                    "<p>Siete países, entre ellos México y Guatemala, participan en el Marco Integral "
                    "Regional para la Protección y Soluciones (MIRPS). Otros Estados y organismos colaboran "
                    "mediante una Plataforma de Apoyo, que Canadá presidió durante un año, de julio de 2021 "
                    "a julio de 2022.</p>"
                    "<p>Canadá tuvo además una participación activa en la elaboración del Pacto Mundial para "
                    "la Migración Segura, Ordenada y Regular.</p>"
                ),
            },
        },
        {
            "heading": {
                "en": "Talking about mobility",
                "fr": "Parler de mobilité",
                "es": "Hablar de movilidad",
            },
            "body": {
                "en": (
                    "<p>A bilateral high-level dialogue on mobility brings these threads together. There the "
                    "two governments discuss the rights of migrants, irregular movement and programs for "
                    "workers as parts of one subject.</p>"
                ),
                "fr": (
                    "<p>Un dialogue bilatéral de haut niveau sur la mobilité réunit tous ces fils. Les deux "
                    "gouvernements y abordent les droits des migrants, les déplacements irréguliers et les "
                    "programmes destinés aux travailleurs comme les parties d’un même sujet.</p>"
                ),
                "es": (
                    "<p>Un diálogo bilateral de alto nivel sobre movilidad reúne todos estos hilos. Allí, "
                    "los dos gobiernos tratan los derechos de las personas migrantes, los movimientos "
                    "irregulares y los programas para trabajadores como partes de un mismo tema.</p>"
                ),
            },
        },
    ],
    "figures": [
        {
            "label": {
                "en": "Canada as chair of the MIRPS Support Platform",
                "fr": "Présidence canadienne de la Plateforme de soutien du MIRPS",
                "es": "Presidencia canadiense de la Plataforma de Apoyo del MIRPS",
            },
            "value": None,
            "wording": {"en": "until July 2022", "fr": "jusqu’en juillet 2022", "es": "hasta julio de 2022"},
            "unit": {"en": "", "fr": "", "es": ""},
            "as_of": None,
            "valid_until": "2022-07-31",
            "source": ("Embassy of Canada in Mexico, page “Sécurité”; mirps-platform.org, page “Support Platform”"),
        },
        {
            "label": {
                "en": "Countries that take part in the MIRPS",
                "fr": "Pays participant au MIRPS",
                "es": "Países que participan en el MIRPS",
            },
            "value": "7",
            "wording": None,
            "unit": {"en": "countries", "fr": "pays", "es": "países"},
            "as_of": "2022-05-24",
            "valid_until": None,
            "source": "Immigration, Refugees and Citizenship Canada, news release of May 24, 2022",
        },
        {
            "label": {
                "en": "Asylum projects for COMAR announced by Canada",
                "fr": "Projets d’asile annoncés par le Canada pour la COMAR",
                "es": "Proyectos de asilo anunciados por Canadá para la COMAR",
            },
            "value": "2",
            "wording": None,
            "unit": {
                "en": "projects over two years",
                "fr": "projets sur deux ans",
                "es": "proyectos a dos años",
            },
            "as_of": "2022-09-01",
            "valid_until": "2024-09-01",
            "source": "Immigration, Refugees and Citizenship Canada, news release of September 1, 2022",
        },
    ],
    "sources": [
        "Embassy of Canada in Mexico, page “Sécurité”, undated",
        "MIRPS Support Platform, page “Support Platform” (mirps-platform.org)",
        "Immigration, Refugees and Citizenship Canada, news releases of May 24 and September 1, 2022",
    ],
}
