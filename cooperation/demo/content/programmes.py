"""Programmes: fighting crime, military training, seasonal work, asylum, youth."""

from cooperation.demo.content.cmp_sources import CMP_PAGE, SRE_2022, YOUTH_LAB
from cooperation.demo.content.register_sources import (
    ARRANGEMENT_2018,
    ASYLUM_2022,
    BACKGROUNDER_2016,
    DEFENCE_2014,
    EMBASSY_SECURITY,
    SAWP_2014,
    SAWP_CONSULATE,
)
from cooperation.demo.content.words import figure, said, section, text

_EMBASSY = "Embassy of Canada in Mexico, page “Sécurité”, undated"
_WORKERS = said("workers", "travailleurs", "trabajadores")

PROGRAMMES = [
    {
        "key": "accbp",
        "acronym": said("ACCBP", "PARCLC", "ACCBP"),
        "starts_on": "2009",
        "themes": ["security", "justice"],
        "countries": ["CA", "MX", "GT"],
        "programmepartner": [
            {"role": "funder", "organization": "gac"},
            {"role": "implementer", "organization": "rcmp"},
        ],
        "source_language": "fr",
        "title": said(
            "Anti-Crime Capacity Building Program",
            "Programme d’aide au renforcement des capacités de lutte contre la criminalité",
            "Programa de Fortalecimiento de Capacidades contra el Crimen",
        ),
        "slug": said(
            "anti-crime-capacity-building-program",
            "renforcement-capacites-lutte-contre-criminalite",
            "fortalecimiento-capacidades-contra-crimen",
        ),
        "summary": said(
            "Since 2009 Canada has helped other states prevent organized crime that crosses borders and answer it.",
            "Depuis 2009, le Canada aide d’autres États à prévenir le crime organisé transnational et à y répondre.",
            "Desde 2009 Canadá ayuda a otros Estados a prevenir la delincuencia organizada transnacional y a responderle.",
        ),
        "othername": [
            {
                "name": said(
                    "Programme de Construction de Capacités contre le Crime",
                    "Programme de Construction de Capacités contre le Crime",
                    "Programme de Construction de Capacités contre le Crime",
                ),
                "note": said(
                    "on the French page of the embassy in Mexico",
                    "sur la page française de l’ambassade au Mexique",
                    "en la página en francés de la embajada en México",
                ),
            },
            {
                "name": said(
                    "Fonds canadien de renforcement des capacités de lutte contre la criminalité",
                    "Fonds canadien de renforcement des capacités de lutte contre la criminalité",
                    "Fonds canadien de renforcement des capacités de lutte contre la criminalité",
                ),
                "note": said(
                    "on the same page, under migration",
                    "sur la même page, au sujet de la migration",
                    "en la misma página, a propósito de la migración",
                ),
            },
        ],
        "sections": [
            section(
                said("Fields of work", "Domaines d’action", "Ámbitos de trabajo"),
                text(
                    "<ul><li>security in ports, at sea and in the air</li><li>prevention in tourist areas</li><li>the "
                    "smuggling of migrants and trafficking in persons</li><li>cyber security and cybercrime</li><li>reform "
                    "of criminal justice</li></ul>\n\n"
                    "Specialists deliver the training; the Royal Canadian Mounted Police is among them, with courses on "
                    "the exploitation of children on the internet, for example.",
                    "<ul><li>la sûreté portuaire, maritime et aérienne</li><li>la prévention dans les zones "
                    "touristiques</li><li>le trafic de migrants et la traite de personnes</li><li>la cybersécurité et la "
                    "cybercriminalité</li><li>la réforme de la justice pénale</li></ul>\n\n"
                    "Des spécialistes donnent les formations, dont la Gendarmerie royale du Canada, par exemple sur "
                    "l’exploitation des enfants dans Internet.",
                    "<ul><li>la seguridad portuaria, marítima y aérea</li><li>la prevención en zonas "
                    "turísticas</li><li>el tráfico de migrantes y la trata de personas</li><li>la ciberseguridad y el "
                    "delito cibernético</li><li>la reforma de la justicia penal</li></ul>\n\n"
                    "La capacitación está a cargo de especialistas, entre ellos la Real Policía Montada de Canadá, por "
                    "ejemplo sobre la explotación de la niñez en internet.",
                ),
            )
        ],
        "figures": [],
        "sources": [EMBASSY_SECURITY, BACKGROUNDER_2016],
    },
    {
        "key": "accbp-mexico",
        "acronym": said("ACCBP", "PRCCM", "ACCBP"),
        "starts_on": "2009",
        "parent": "accbp",
        "themes": ["security", "justice", "border"],
        "countries": ["CA", "MX", "GT"],
        "programmepartner": [
            {"role": "funder", "organization": "gac"},
            {"role": "implementer", "organization": "rcmp"},
        ],
        "source_language": "fr",
        "title": said(
            "Anti-Crime Capacity Building Program: Mexico",
            "Programme de renforcement des capacités contre le crime au Mexique",
            "Programa de Fortalecimiento de Capacidades contra el Crimen: México",
        ),
        "slug": said(
            "anti-crime-capacity-building-mexico",
            "renforcement-capacites-contre-crime-mexique",
            "fortalecimiento-capacidades-contra-crimen-mexico",
        ),
        "summary": said(
            "The part of the program that works in Mexico, alone or within projects of the region.",
            "Le volet du programme mené au Mexique, seul ou dans des projets régionaux.",
            "La parte del programa que se desarrolla en México, por sí sola o en proyectos regionales.",
        ),
        "project": [
            {
                "title": said("Justice for young offenders", "Justice pour mineurs", "Justicia para adolescentes"),
                "description": text(
                    "Part of the help with judicial reform and law enforcement.",
                    "Fait partie de l’appui à la réforme judiciaire et à l’application de la loi.",
                    "Forma parte del apoyo a la reforma judicial y a la aplicación de la ley.",
                ),
                "country": "MX",
            },
            {
                "title": said(
                    "Security of the border between Mexico and Guatemala",
                    "Sécurité de la frontière entre le Mexique et le Guatemala",
                    "Seguridad de la frontera entre México y Guatemala",
                ),
                "country": "MX",
            },
            {
                "title": said(
                    "Human trafficking in Indigenous communities",
                    "Traite de personnes dans les communautés autochtones",
                    "Trata de personas en las comunidades indígenas",
                ),
                "country": "MX",
            },
            {
                "title": said(
                    "Early detection of new psychoactive drugs",
                    "Détection précoce de nouvelles drogues psychoactives",
                    "Detección temprana de nuevas drogas psicoactivas",
                ),
            },
        ],
        "sections": [],
        "figures": [
            figure(
                said(
                    "Projects in Mexico or including Mexico",
                    "Projets visant le Mexique ou l’incluant",
                    "Proyectos en México o que incluyen a México",
                ),
                said("multi-year projects", "projets pluriannuels", "proyectos plurianuales"),
                _EMBASSY,
                value="23",
            ),
            figure(
                said(
                    "Part of the program’s budget that goes to Mexico",
                    "Part du budget du programme destinée au Mexique",
                    "Parte del presupuesto del programa destinada a México",
                ),
                said("of the budget", "du budget", "del presupuesto"),
                _EMBASSY,
                wording=said("more than 20 %", "plus de 20 %", "más del 20 %"),
            ),
        ],
        "sources": [EMBASSY_SECURITY],
    },
    {
        "key": "mtcp",
        "acronym": said("MTCP", "PICM", "MTCP"),
        "starts_on": "2004",
        "themes": ["defence"],
        "countries": ["CA", "MX"],
        "programmepartner": [
            {"role": "implementer", "organization": "dnd"},
            {"role": "partner", "organization": "sedena"},
            {"role": "partner", "organization": "semar"},
        ],
        "source_language": "en",
        "title": said(
            "Military Training and Cooperation Program: Mexico",
            "Programme d’instruction et de coopération militaires : Mexique",
            "Programa de Instrucción y Cooperación Militar: México",
        ),
        "slug": said(
            "military-training-and-cooperation",
            "instruction-et-cooperation-militaires",
            "instruccion-y-cooperacion-militar",
        ),
        "summary": said(
            "Courses in Canada for Mexican officers, since Mexico joined in 2004.",
            "Des cours au Canada pour les officiers mexicains, depuis l’adhésion du Mexique en 2004.",
            "Cursos en Canadá para oficiales mexicanos, desde la incorporación de México en 2004.",
        ),
        "project": [
            {
                "title": said("Language training", "Formation linguistique", "Cursos de idiomas"),
                "description": text(
                    "Canada announced in 2016 that it would offer many more places.",
                    "Le Canada a annoncé en 2016 une forte augmentation des places.",
                    "Canadá anunció en 2016 un fuerte aumento de lugares.",
                ),
            },
            {
                "title": said(
                    "Training of senior staff officers",
                    "Formation d’officiers supérieurs d’état-major",
                    "Formación de oficiales superiores de estado mayor",
                ),
            },
        ],
        "sections": [
            section(
                said("What it is for", "À quoi il sert", "Para qué sirve"),
                text(
                    "The program serves the careers of Mexican officers and helps the forces of the hemisphere work side "
                    "by side.",
                    "Le programme sert la carrière des officiers mexicains et aide les forces de l’hémisphère à travailler "
                    "côte à côte.",
                    "El programa contribuye a la carrera de los oficiales mexicanos y facilita que las fuerzas del "
                    "hemisferio trabajen lado a lado.",
                ),
            )
        ],
        "figures": [
            figure(
                said(
                    "Mexican students trained since 2004",
                    "Stagiaires mexicains formés depuis 2004",
                    "Alumnos mexicanos formados desde 2004",
                ),
                said("students", "stagiaires", "alumnos"),
                "Blog post “The Canada-Mexico Defence Relationship”, April 26, 2014",
                value="175",
                as_of="2014-04-26",
            ),
            figure(
                said(
                    "Places planned for Mexico in 2018–2019",
                    "Places prévues pour le Mexique en 2018-2019",
                    "Lugares previstos para México en 2018-2019",
                ),
                said("places", "places", "lugares"),
                "Ottawa Citizen, October 9, 2018",
                value="73",
                as_of="2018-10-09",
                valid_until="2019-12-31",
            ),
        ],
        "sources": [DEFENCE_2014, BACKGROUNDER_2016, ARRANGEMENT_2018],
    },
    {
        "key": "sawp",
        "acronym": said("SAWP", "PTAS", "PTAT"),
        "starts_on": "1974",
        "themes": ["migration", "trade"],
        "countries": ["CA", "MX"],
        "programmepartner": [
            {"role": "implementer", "organization": "stps"},
            {"role": "implementer", "organization": "esdc"},
            {"role": "partner", "organization": "sre"},
        ],
        "source_language": "es",
        "title": said(
            "Seasonal Agricultural Worker Program",
            "Programme des travailleurs agricoles saisonniers",
            "Programa de Trabajadores Agrícolas Temporales",
        ),
        "slug": said(
            "seasonal-agricultural-worker-program",
            "travailleurs-agricoles-saisonniers",
            "trabajadores-agricolas-temporales",
        ),
        "summary": said(
            "For up to eight months a year, workers recruited in Mexico help on farms in nine provinces of Canada.",
            "Jusqu’à huit mois par année, des travailleurs recrutés au Mexique prêtent main-forte aux fermes de neuf provinces.",
            "Hasta ocho meses al año, trabajadores reclutados en México colaboran en granjas de nueve provincias de Canadá.",
        ),
        "sections": [
            section(
                said("Who does what", "Qui fait quoi", "Quién hace qué"),
                text(
                    "Mexico’s Secretariat of Labour recruits; its Ministry of Foreign Affairs, through the consulates, "
                    "watches over the rights and the conditions of workers while they are in Canada. Once a year the two "
                    "governments review the program together with the organizations of growers.",
                    "Le Secrétariat du Travail du Mexique recrute ; son Secrétariat des Affaires étrangères, par les "
                    "consulats, veille aux droits et aux conditions des travailleurs pendant leur séjour au Canada. Une "
                    "fois par année, les deux gouvernements examinent le programme avec les organisations de producteurs.",
                    "La Secretaría del Trabajo de México recluta; la de Relaciones Exteriores, por medio de los consulados, "
                    "vela por los derechos y las condiciones de los trabajadores durante su estancia en Canadá. Una vez al "
                    "año los dos gobiernos evalúan el programa junto con las organizaciones de productores.",
                ),
            )
        ],
        "figures": [
            figure(
                said("Workers in 1974", "Travailleurs en 1974", "Trabajadores en 1974"),
                _WORKERS,
                "Embassy of Mexico in Canada, press release of November 12, 2014",
                value="203",
                as_of="1974-12-31",
            ),
            figure(
                said("Workers in 2013", "Travailleurs en 2013", "Trabajadores en 2013"),
                _WORKERS,
                "Consulate General of Mexico in Toronto, page on the program",
                value="18499",
                as_of="2013-12-31",
            ),
            figure(
                said("Workers in 2014", "Travailleurs en 2014", "Trabajadores en 2014"),
                _WORKERS,
                "Embassy of Mexico in Canada, press release of November 12, 2014",
                value="19829",
                as_of="2014-11-12",
            ),
        ],
        "sources": [SAWP_2014, SAWP_CONSULATE],
    },
    {
        "key": "racbi",
        "acronym": said("RACBI", "RACBI", "RACBI"),
        "starts_on": "2022-09",
        "ends_on": "2024",
        "themes": ["migration", "rights"],
        "countries": ["CA", "MX"],
        "programmepartner": [
            {"role": "funder", "organization": "ircc"},
            {"role": "implementer", "organization": "unhcr"},
            {"role": "partner", "organization": "comar"},
        ],
        "source_language": "fr",
        "title": said(
            "Asylum capacity projects in Mexico",
            "Projets de renforcement des capacités en matière d’asile au Mexique",
            "Proyectos de fortalecimiento de la capacidad de asilo en México",
        ),
        "slug": said("asylum-capacity-projects", "projets-capacites-asile", "proyectos-capacidad-de-asilo"),
        "summary": said(
            "With Canada’s support, Mexico’s refugee commission receives more people and handles their claims faster.",
            "Avec l’appui du Canada, la commission mexicaine d’aide aux réfugiés accueille plus de gens et traite plus vite leurs demandes.",
            "Con apoyo de Canadá, la comisión mexicana de refugiados atiende a más personas y resuelve más rápido sus solicitudes.",
        ),
        "project": [
            {
                "title": said(
                    "Safer places, mobile offices",
                    "Des lieux plus sûrs, des bureaux mobiles",
                    "Lugares más seguros, oficinas móviles",
                ),
                "description": text(
                    "More claimants are received in private; offices travel to regions where claims rise.",
                    "Davantage de personnes sont reçues en toute confidentialité ; des bureaux se déplacent là où les demandes "
                    "augmentent.",
                    "Se atiende a más personas en privado; las oficinas se trasladan a las regiones donde aumentan las "
                    "solicitudes.",
                ),
                "country": "MX",
                "since": "2022-09",
            },
            {
                "title": said("Digital case files", "Des dossiers numériques", "Expedientes digitales"),
                "description": text(
                    "Files are put in digital form, so that nothing is lost and claimants learn sooner how their case stands.",
                    "Les dossiers passent au numérique : rien ne se perd, et les personnes savent plus tôt où en est leur "
                    "demande.",
                    "Los expedientes se digitalizan: nada se pierde y las personas conocen antes el estado de su caso.",
                ),
                "country": "MX",
                "since": "2022-09",
            },
        ],
        "othername": [
            {
                "name": said(
                    "Regional Asylum Capacity Building Initiative",
                    "Initiative régionale de renforcement des capacités en matière d’asile",
                    "Iniciativa regional de fortalecimiento de la capacidad de asilo",
                ),
                "note": said(
                    "the initiative under which the two governments agreed on this work",
                    "l’initiative dans le cadre de laquelle les deux gouvernements ont convenu de ces travaux",
                    "la iniciativa en la que los dos gobiernos acordaron este trabajo",
                ),
            }
        ],
        "sections": [],
        "figures": [
            figure(
                said(
                    "Projects announced for the region",
                    "Projets annoncés pour la région",
                    "Proyectos anunciados para la región",
                ),
                said(
                    "projects, two of them in Mexico",
                    "projets, dont deux au Mexique",
                    "proyectos, dos de ellos en México",
                ),
                "Immigration, Refugees and Citizenship Canada, news release of September 1, 2022",
                value="3",
                as_of="2022-09-01",
                valid_until="2024-09-01",
            )
        ],
        "sources": [ASYLUM_2022, EMBASSY_SECURITY],
    },
    {
        "key": "youth-lab-programme",
        "acronym": said("", "", ""),
        "starts_on": "2021",
        "themes": ["partnership", "education"],
        "countries": ["CA", "MX"],
        "programmepartner": [
            {"role": "implementer", "organization": "emb-ca"},
            {"role": "implementer", "organization": "emb-mx"},
        ],
        "source_language": "en",
        "title": said("Canada-Mexico Youth Lab", "Lab Jeunesse Canada-Mexique", "Laboratorio de Jóvenes México-Canadá"),
        "slug": said("canada-mexico-youth-lab", "lab-jeunesse-canada-mexique", "laboratorio-de-jovenes-mexico-canada"),
        "summary": said(
            "A small group of young people of both countries who bring their advice to the Partnership.",
            "Un groupe restreint de jeunes des deux pays qui font part de leurs recommandations au Partenariat.",
            "Un grupo reducido de jóvenes de ambos países que llevan sus recomendaciones a la Alianza.",
        ),
        "sections": [
            section(
                said("At the annual meetings", "Aux réunions annuelles", "En las reuniones anuales"),
                text(
                    "Delegates of the Lab presented their recommendations at the 17th annual meeting, in November 2021, to "
                    "single groups and to the plenary. They took part again a year later in Ottawa.",
                    "Des délégués du Lab ont présenté leurs recommandations à la 17e réunion annuelle, en novembre 2021, "
                    "devant des groupes et en plénière. Ils ont participé de nouveau un an plus tard, à Ottawa.",
                    "Delegados del Laboratorio presentaron sus recomendaciones en la 17.ª reunión anual, en noviembre de "
                    "2021, ante algunos grupos y en la plenaria. Volvieron a participar un año después, en Ottawa.",
                ),
            )
        ],
        "figures": [],
        "sources": [CMP_PAGE, YOUTH_LAB, SRE_2022],
    },
]
