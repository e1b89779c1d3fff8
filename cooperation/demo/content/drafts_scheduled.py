"""Two demo pages signed off and waiting for their hour."""

DRAFTS = [
    {
        "key": "gender-equality",
        "stage": "scheduled",
        "source_language": "es",
        "themes": ["partnership", "rights"],
        "countries": ["CA", "MX"],
        "parent": "about-partnership",
        "title": {
            "en": "Gender equality in the Partnership",
            "fr": "L’égalité des genres au sein du Partenariat",
            "es": "La igualdad de género en la Alianza",
        },
        "slug": {
            "en": "gender-equality-in-the-partnership",
            "fr": "egalite-des-genres-partenariat",
            "es": "igualdad-de-genero-en-la-alianza",
        },
        "summary": {
            "en": "How the 16th annual meeting, in 2020, put gender equality in the foreground.",
            "fr": "Comment la 16e réunion annuelle, en 2020, a mis l’égalité des genres au premier plan.",
            "es": "Cómo la 16.ª reunión anual, en 2020, puso en primer plano la igualdad de género.",
        },
        "sections": [
            {
                "heading": {
                    "en": "A meeting unlike the others",
                    "fr": "Une réunion pas comme les autres",
                    "es": "Una reunión distinta",
                },
                "body": {
                    "en": (
                        "<p>The pandemic made travel impossible in 2020, and the 16th annual meeting of the "
                        "Canada-Mexico Partnership was the first to take place entirely online. More than "
                        "100 people followed the opening. That year the two governments laid particular "
                        "stress on gender equality.</p>"
                    ),
                    "fr": (
                        "<p>La pandémie empêchant tout voyage en 2020, la 16e réunion annuelle du "
                        "Partenariat Canada-Mexique a été la première à se tenir entièrement en ligne. Plus "
                        "de 100 personnes ont suivi l’ouverture. Cette année-là, les deux gouvernements ont "
                        "accordé une importance particulière à l’égalité des genres.</p>"
                    ),
                    "es": (
                        "<p>La pandemia impidió viajar en 2020, y la 16.ª reunión anual de la Alianza "
                        "México-Canadá fue la primera que se celebró por completo en línea. Más de 100 "
                        "personas siguieron la apertura. Ese año, los dos gobiernos dieron una importancia "
                        "especial a la igualdad de género.</p>"
                    ),
                },
            },
            {
                "heading": {
                    "en": "From a theme to a habit",
                    "fr": "D’un thème à une habitude",
                    "es": "De un tema a una costumbre",
                },
                "body": {
                    "en": (
                        "<p>A theme of one year can be forgotten the next. This one was not. For 2022 the "
                        "Partnership agreed on a group on foreign policy whose subjects include feminist "
                        "foreign policies, and in November 2022, at the 18th meeting, both sides confirmed "
                        "that a gender perspective belongs in the plans of the working groups.</p>"
                    ),
                    "fr": (
                        "<p>Le thème d’une année peut être oublié l’année suivante. Celui-ci ne l’a pas été. "
                        "Pour 2022, le Partenariat a convenu d’un groupe sur la politique étrangère, dont "
                        "les sujets comprennent les politiques étrangères féministes ; en novembre 2022, à "
                        "la 18e réunion, les deux parties ont confirmé que la perspective de genre avait sa "
                        "place dans les plans des groupes de travail.</p>"
                    ),
                    "es": (
                        "<p>El tema de un año puede olvidarse al siguiente. Este no se olvidó. Para 2022, la "
                        "Alianza acordó un grupo sobre política exterior, entre cuyos temas están las "
                        "políticas exteriores feministas; y en noviembre de 2022, en la 18.ª reunión, ambas "
                        "partes confirmaron que la perspectiva de género debe estar en los planes de los "
                        "grupos de trabajo.</p>"
                    ),
                },
            },
            {
                "heading": {
                    "en": "In other cooperation",
                    "fr": "Dans les autres domaines",
                    "es": "En otros ámbitos",
                },
                "body": {
                    "en": (
                        "<p>Equality is also a concern outside the Partnership: projects of Canada’s "
                        "Anti-Crime Capacity Building Program promote it among the members of the "
                        "Organization of American States.</p>"
                    ),
                    "fr": (
                        "<p>L’égalité compte aussi hors du Partenariat : des projets du Programme d’aide au "
                        "renforcement des capacités de lutte contre la criminalité la favorisent parmi les "
                        "membres de l’Organisation des États américains.</p>"
                    ),
                    "es": (
                        "<p>La igualdad importa también fuera de la Alianza: algunos proyectos del Programa "
                        "de Fortalecimiento de Capacidades contra el Crimen la promueven entre los miembros "
                        "de la Organización de los Estados Americanos.</p>"
                    ),
                },
            },
        ],
        "figures": [
            {
                "label": {
                    "en": "People at the opening of the 16th annual meeting",
                    "fr": "Personnes à l’ouverture de la 16e réunion annuelle",
                    "es": "Personas en la apertura de la 16.ª reunión anual",
                },
                "value": None,
                "wording": {"en": "more than 100", "fr": "plus de 100", "es": "más de 100"},
                "unit": {"en": "participants", "fr": "participants", "es": "participantes"},
                "as_of": "2020-11-26",
                "valid_until": None,
                "source": ("Global Affairs Canada, annual report 2020; date of opening: La Jornada, November 26, 2020"),
            },
        ],
        "sources": [
            "Global Affairs Canada, annual report 2020",
            "La Jornada, November 26, 2020",
            "Global Affairs Canada, page “Le Partenariat Canada-Mexique”",
            ("Secretaría de Relaciones Exteriores, communiqué on the 18th meeting, November 2022 (canadainmexico.com)"),
            "Embassy of Canada in Mexico, page “Sécurité”, undated",
        ],
    },
    {
        "key": "nuclear-security-centre",
        "stage": "scheduled",
        "source_language": "en",
        "themes": ["security", "energy"],
        "countries": ["CA", "MX", "GT"],
        "parent": "emergency",
        "title": {
            "en": "A Nuclear Security Support Centre",
            "fr": "Un centre d’appui à la sécurité nucléaire",
            "es": "Un centro de apoyo a la seguridad física nuclear",
        },
        "slug": {
            "en": "nuclear-security-support-centre",
            "fr": "centre-appui-securite-nucleaire",
            "es": "centro-apoyo-seguridad-nuclear",
        },
        "summary": {
            "en": (
                "The centre that Canada and Mexico agreed to develop for specialists in Mexico and Central America."
            ),
            "fr": (
                "Le centre dont le Canada et le Mexique préparent la création pour les spécialistes du "
                "Mexique et d’Amérique centrale."
            ),
            "es": ("El centro que Canadá y México acordaron desarrollar para especialistas de México y Centroamérica."),
        },
        "sections": [
            {
                "heading": {"en": "What it is for", "fr": "Sa raison d’être", "es": "Para qué servirá"},
                "body": {
                    "en": (
                        "<p>Radioactive material is used in hospitals, industry and research. Those who "
                        "guard it, transport it or look for it at a border need special knowledge, and they "
                        "need it renewed. In 2016 Canada and Mexico agreed to cooperate on a centre that "
                        "would provide it, not only for Mexico but for Central America as well.</p>"
                    ),
                    "fr": (
                        "<p>Les hôpitaux, l’industrie et la recherche emploient des matières radioactives. "
                        "Les personnes qui les gardent, les transportent ou les recherchent à une frontière "
                        "ont besoin de connaissances particulières, à renouveler sans cesse. En 2016, les "
                        "deux gouvernements ont décidé de collaborer à un centre qui les offrirait, pour le "
                        "Mexique et aussi pour l’Amérique centrale.</p>"
                    ),
                    "es": (
                        "<p>Los hospitales, la industria y la investigación utilizan material radiactivo. "
                        "Quienes lo custodian, lo transportan o lo buscan en una frontera necesitan "
                        "conocimientos especiales, y deben renovarlos. En 2016, Canadá y México acordaron "
                        "cooperar en un centro que los ofrezca, no solo para México, sino también para "
                        "Centroamérica.</p>"
                    ),
                },
            },
            {
                "heading": {"en": "Two conditions", "fr": "Deux conditions", "es": "Dos condiciones"},
                "body": {
                    "en": (
                        "<ul><li><strong>Certified:</strong> others must be able to rely on what the centre "
                        "teaches.</li><li><strong>Sustainable:</strong> it must last beyond the first years "
                        "of support.</li></ul>"
                    ),
                    "fr": (
                        "<ul><li><strong>Certifié :</strong> d’autres doivent pouvoir se fier à ce qui y est "
                        "enseigné.</li><li><strong>Durable :</strong> le centre doit survivre aux premières "
                        "années d’appui.</li></ul>"
                    ),
                    "es": (
                        "<ul><li><strong>Certificado:</strong> otros deben poder confiar en lo que allí se "
                        "enseña.</li><li><strong>Sostenible:</strong> debe perdurar más allá de los primeros "
                        "años de apoyo.</li></ul>"
                    ),
                },
            },
            {
                "heading": {
                    "en": "Part of a wider effort",
                    "fr": "Un élément d’un tout",
                    "es": "Parte de un esfuerzo mayor",
                },
                "body": {
                    "en": (
                        "<p>The centre stands beside a memorandum of understanding on finding nuclear and "
                        "radioactive material in cargo at Mexico’s southern border. Both belong to the work "
                        "of the Global Partnership Against the Spread of Weapons and Materials of Mass "
                        "Destruction, of which Canada and Mexico are members.</p>"
                    ),
                    "fr": (
                        "<p>Le centre va de pair avec un protocole d’entente sur la détection de matières "
                        "nucléaires et radioactives dans les cargaisons à la frontière sud du Mexique. L’un "
                        "et l’autre s’inscrivent dans les travaux du Partenariat mondial contre la "
                        "prolifération des armes de destruction massive et des matières connexes, dont le "
                        "Canada et le Mexique sont membres.</p>"
                    ),
                    "es": (
                        "<p>El centro acompaña a un memorando de entendimiento para detectar material "
                        "nuclear y radiactivo en la carga que cruza la frontera sur de México. Ambos forman "
                        "parte de los trabajos de la Alianza Mundial contra la Proliferación de Armas de "
                        "Destrucción en Masa y Materias Conexas, a la que pertenecen Canadá y México.</p>"
                    ),
                },
            },
        ],
        "figures": [],
        "sources": ["Prime Minister of Canada, backgrounder of June 28, 2016"],
    },
]
