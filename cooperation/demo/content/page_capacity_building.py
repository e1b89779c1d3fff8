"""The Anti-Crime Capacity Building Program in Mexico."""

PAGE = {
    "key": "capacity-building",
    "source_language": "fr",
    "themes": ["security", "justice"],
    "countries": ["CA", "MX", "GT"],
    "parent": "security",
    "title": {
        "en": "Building capacity against crime",
        "fr": "Renforcer les capacités contre la criminalité",
        "es": "Fortalecer las capacidades contra el crimen",
    },
    "slug": {
        "en": "capacity-building-against-crime",
        "fr": "renforcer-capacites-contre-criminalite",
        "es": "fortalecer-capacidades-contra-crimen",
    },
    "summary": {
        "en": ("What Canada’s Anti-Crime Capacity Building Program (ACCBP) has supported in Mexico since 2009."),
        "fr": (
            "Ce que le programme canadien de renforcement des capacités contre la criminalité appuie au "
            "Mexique depuis 2009."
        ),
        "es": (
            "Qué ha apoyado en México, desde 2009, el programa canadiense de fortalecimiento de capacidades "
            "contra el crimen."
        ),
    },
    "sections": [
        {
            "heading": {
                "en": "One program, several names",
                "fr": "Un programme, plusieurs noms",
                "es": "Un programa, varios nombres",
            },
            "body": {
                "en": (
                    "<p>The program’s English name is the Anti-Crime Capacity Building Program (ACCBP). "
                    'Global Affairs Canada calls it <span lang="fr">Programme d’aide au renforcement des '
                    "capacités de lutte contre la criminalité</span> (PARCLC) in French. Other pages use "
                    'freer translations, among them <span lang="fr">Programme de Construction de Capacités '
                    'contre le Crime</span> and, for its Mexican part, <span lang="fr">Programme de '
                    "Renforcement des Capacités contre le Crime au Mexique</span> (PRCCM). All of these mean "
                    "the same program.</p>"
                ),
                "fr": (
                    "<p>Affaires mondiales Canada lui donne le nom de Programme d’aide au renforcement des "
                    'capacités de lutte contre la criminalité (PARCLC). En anglais, c’est le <span lang="en">'
                    "Anti-Crime Capacity Building Program</span> (ACCBP). On rencontre aussi des traductions "
                    "plus libres : « Programme de Construction de Capacités contre le Crime » et, pour son "
                    "volet mexicain, « Programme de Renforcement des Capacités contre le Crime au Mexique » "
                    "(PRCCM). Il s’agit toujours du même programme.</p>"
                ),
                "es": (
                    "<p>En español suele llamarse Programa de Fortalecimiento de Capacidades contra el "
                    'Crimen; su sigla inglesa, ACCBP, corresponde a <span lang="en">Anti-Crime Capacity '
                    "Building Program</span>. En francés, el Ministerio de Asuntos Globales de Canadá usa la "
                    'sigla PARCLC, pero otras páginas lo traducen con mayor libertad: <span lang="fr">'
                    "Programme de Construction de Capacités contre le Crime</span> o, en lo que toca a "
                    'México, <span lang="fr">Programme de Renforcement des Capacités contre le Crime au '
                    "Mexique</span> (PRCCM). Se trata siempre del mismo programa.</p>"
                ),
            },
        },
        {
            "heading": {"en": "What it is for", "fr": "À quoi il sert", "es": "Para qué sirve"},
            "body": {
                "en": (
                    "<p>The program began in 2009. It helps partner states foresee organized crime that "
                    "works across borders, and react to it. It does so mainly through training, advice and "
                    "research, delivered by specialists; the Royal Canadian Mounted Police (RCMP) is among "
                    "the most active. Subjects range from safe ports and tourist areas to aviation, borders, "
                    "the smuggling of migrants, trafficking in persons, cybercrime and criminal justice "
                    "reform.</p>"
                ),
                "fr": (
                    "<p>Lancé en 2009, le programme aide des États partenaires à voir venir le crime "
                    "organisé qui opère par-delà les frontières, et à y réagir. Il procède surtout par la "
                    "formation, le conseil et la recherche, avec le concours de spécialistes ; la "
                    "Gendarmerie royale du Canada (GRC) compte parmi les plus actifs. Les sujets vont de la "
                    "sûreté des ports et des lieux touristiques à l’aviation, aux frontières, au trafic de "
                    "migrants, à la traite de personnes, à la cybercriminalité et à la réforme de la justice "
                    "pénale.</p>"
                ),
                "es": (
                    "<p>El programa nació en 2009. Ayuda a los Estados asociados a anticiparse a la "
                    "delincuencia organizada que opera a través de las fronteras y a responderle. Lo hace "
                    "sobre todo con capacitación, asesoría e investigación, a cargo de especialistas; la "
                    "Real Policía Montada de Canadá (RCMP) es una de las instituciones más activas. Los "
                    "temas van desde la seguridad de los puertos y de las zonas turísticas hasta la "
                    "aviación, las fronteras, el tráfico de migrantes, la trata de personas, el delito "
                    "cibernético y la reforma de la justicia penal.</p>"
                ),
            },
        },
        {
            "heading": {"en": "Work in Mexico", "fr": "Les travaux au Mexique", "es": "El trabajo en México"},
            "body": {
                "en": (
                    "<p>The embassy’s undated account lists 23 projects lasting several years. Some concern "
                    "Mexico only; others are regional. More than 20 % of the program’s budget went to Mexico "
                    "at the time. Projects have dealt with, among other things:</p>"
                    "<ul><li>justice for young offenders and the reform of courts and law "
                    "enforcement</li><li>early detection of synthetic and other new drugs</li><li>cyber "
                    "security and the protection of children from exploitation online</li><li>civil aviation "
                    "and the border between Mexico and Guatemala</li><li>human trafficking in Indigenous "
                    "communities</li></ul>"
                ),
                "fr": (
                    "<p>Le bilan de l’ambassade, non daté, fait état de 23 projets s’étendant sur plusieurs "
                    "années. Les uns ne concernent que le Mexique, les autres ont une portée régionale. Plus "
                    "de 20 % du budget allait alors au Mexique. Les projets ont notamment porté sur :</p>"
                    "<ul><li>la justice pour mineurs et la réforme des tribunaux et des corps "
                    "policiers</li><li>le repérage rapide des drogues de synthèse et d’autres nouvelles "
                    "drogues</li><li>la cybersécurité et la protection des enfants contre l’exploitation en "
                    "ligne</li><li>l’aviation civile et la frontière entre le Mexique et le "
                    "Guatemala</li><li>la traite de personnes dans les communautés autochtones</li></ul>"
                ),
                "es": (
                    "<p>El balance de la embajada, sin fecha, menciona 23 proyectos de varios años de "
                    "duración. Unos se refieren solo a México; otros son regionales. En ese momento, más del "
                    "20 % del presupuesto se destinaba a México. Los proyectos han tratado, entre otros "
                    "temas, de:</p>"
                    "<ul><li>la justicia para adolescentes y la reforma de los tribunales y de los cuerpos "
                    "policiales</li><li>la detección temprana de drogas sintéticas y de otras drogas "
                    "nuevas</li><li>la ciberseguridad y la protección de la niñez contra la explotación en "
                    "línea</li><li>la aviación civil y la frontera entre México y Guatemala</li><li>la trata "
                    "de personas en las comunidades indígenas</li></ul>"
                ),
            },
        },
        {
            "heading": {
                "en": "Equality in the projects",
                "fr": "L’égalité dans les projets",
                "es": "La igualdad en los proyectos",
            },
            "body": {
                "en": (
                    "<p>Equality between women and men is part of the work. Some projects have spread gender "
                    "equality principles and practice among members of the Organization of American States, "
                    "Mexico included. Others have looked at drug work through gender diversity and its "
                    "effect on results.</p>"
                ),
                "fr": (
                    "<p>L’égalité entre les femmes et les hommes fait partie du travail. Certains projets "
                    "ont diffusé des principes et des façons de faire égalitaires parmi les membres de "
                    "l’Organisation des États américains, dont le Mexique. D’autres ont examiné, dans le "
                    "domaine des drogues, ce que la diversité des genres apporte aux résultats.</p>"
                ),
                "es": (
                    "<p>La igualdad entre mujeres y hombres es parte del trabajo. Algunos proyectos han "
                    "difundido principios y prácticas de igualdad de género entre los miembros de la "
                    "Organización de los Estados Americanos, México incluido. Otros han estudiado, en el "
                    "ámbito de las drogas, qué aporta la diversidad de género a los resultados.</p>"
                ),
            },
        },
    ],
    "figures": [
        {
            "label": {
                "en": "Projects in Mexico or including Mexico",
                "fr": "Projets visant le Mexique ou l’incluant",
                "es": "Proyectos en México o que incluyen a México",
            },
            "value": "23",
            "wording": None,
            "unit": {
                "en": "multi-year projects",
                "fr": "projets pluriannuels",
                "es": "proyectos plurianuales",
            },
            "as_of": None,
            "valid_until": None,
            "source": "Embassy of Canada in Mexico, page “Sécurité”, undated",
        },
        {
            "label": {
                "en": "Part of the program’s budget that goes to Mexico",
                "fr": "Part du budget du programme destinée au Mexique",
                "es": "Parte del presupuesto del programa destinada a México",
            },
            "value": None,
            "wording": {"en": "more than 20 %", "fr": "plus de 20 %", "es": "más del 20 %"},
            "unit": {"en": "of the budget", "fr": "du budget", "es": "del presupuesto"},
            "as_of": None,
            "valid_until": None,
            "source": "Embassy of Canada in Mexico, page “Sécurité”, undated",
        },
    ],
    "sources": [
        "Embassy of Canada in Mexico, page “Sécurité”, undated",
        ("Prime Minister of Canada, backgrounder “Canada-Mexico Cooperation on Security and Defence”, June 28, 2016"),
        "Global Affairs Canada, page on security capacity-building programs (French name and acronym)",
    ],
}
