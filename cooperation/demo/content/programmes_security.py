"""Programmes against crime, and of military training."""

from cooperation.demo.content.register_sources import (
    ARRANGEMENT_2018,
    BACKGROUNDER_2016,
    DEFENCE_2014,
    EMBASSY_SECURITY,
)
from cooperation.demo.content.words import figure, said, section, text

_EMBASSY = "Embassy of Canada in Mexico, page “Sécurité”, undated"

SECURITY = [
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
        "othername": [
            {
                "name": said("PRCCM", "ACCBP", "PRCCM"),
                "note": said("acronym in French texts", "sigle anglais", "siglas en textos en francés"),
            },
            {
                "name": said(
                    "Programme de Renforcement des Capacités contre le Crime au Mexique",
                    "Anti-Crime Capacity Building Program",
                    "Programme de Renforcement des Capacités contre le Crime au Mexique",
                ),
                "note": said(
                    "on the French page of the embassy in Mexico",
                    "en anglais",
                    "en la página en francés de la embajada en México",
                ),
            },
            {
                "name": said(*["Programme de Construction de Capacités contre le Crime"] * 3),
                "note": said(
                    "on the same page",
                    "sur la page française de l’ambassade au Mexique",
                    "en la misma página",
                ),
            },
        ],
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
]
