"""What was said to the public: joint statements, releases, backgrounders, a speech. Told anew; nothing is quoted."""

from cooperation.demo.content.cmp_sources import SRE_2022
from cooperation.demo.content.register_sources import (
    ASYLUM_2022,
    BACKGROUNDER_2016,
    DEFENCE_2012,
    DEFENCE_2014,
    DEFENCE_2014_JOINT,
    FORUM_2024,
    JOINT_2016,
    MIRPS_EVENT,
    PRESIDENCY_2016,
    SPEECH_2016,
)
from cooperation.demo.content.words import said, section, text

_OTTAWA = said("Ottawa", "Ottawa", "Ottawa")
_PM = said("Prime Minister of Canada", "Premier ministre du Canada", "Primer ministro de Canadá")
_IRCC = said(
    "Immigration, Refugees and Citizenship Canada",
    "Immigration, Réfugiés et Citoyenneté Canada",
    "Inmigración, Refugiados y Ciudadanía de Canadá",
)
_MINISTERS = [
    {
        "country": "CA",
        "organization": "dnd",
        "title": said(
            "Minister of National Defence", "Ministre de la Défense nationale", "Ministro de Defensa Nacional"
        ),
    },
    {
        "country": "MX",
        "organization": "sedena",
        "title": said(
            "Secretary of National Defence", "Secrétaire à la Défense nationale", "Secretario de la Defensa Nacional"
        ),
    },
    {
        "country": "MX",
        "organization": "semar",
        "title": said("Secretary of the Navy", "Secrétaire à la Marine", "Secretario de Marina"),
    },
    {
        "country": "US",
        "organization": "us-dod",
        "title": said("Secretary of Defense", "Secrétaire à la Défense", "Secretario de Defensa"),
    },
]

STATEMENTS = [
    {
        "key": "joint-statement-2016",
        "type": "joint_statement",
        "place": _OTTAWA,
        "dated_on": "2016-06-28",
        "source": _PM,
        "source_url": "https://www.pm.gc.ca/en/node/2364",
        "themes": ["partnership"],
        "countries": ["CA", "MX"],
        "signatory": [
            {
                "country": "CA",
                "organization": "goc",
                "title": said("Prime Minister", "Premier ministre", "Primer ministro"),
            },
            {"country": "MX", "organization": "gom", "title": said("President", "Président", "Presidente")},
        ],
        "source_language": "en",
        "title": said(
            "Joint statement on the state visit of June 2016",
            "Déclaration conjointe à l’occasion de la visite d’État de juin 2016",
            "Declaración conjunta con motivo de la visita de Estado de junio de 2016",
        ),
        "slug": said("joint-statement-june-2016", "declaration-conjointe-juin-2016", "declaracion-conjunta-junio-2016"),
        "summary": said(
            "Canada and Mexico renew their partnership under four themes and announce a strategic dialogue.",
            "Le Canada et le Mexique renouvellent leur partenariat autour de quatre thèmes et annoncent un dialogue stratégique.",
            "Canadá y México renuevan su asociación en torno a cuatro ejes y anuncian un diálogo estratégico.",
        ),
        "sections": [
            section(
                said("What was agreed", "Ce qui a été convenu", "Qué se acordó"),
                text(
                    "The renewed partnership rests on democracy, human rights, gender equality, the rights of Indigenous "
                    "peoples, the rule of law, economic opportunity and care for the environment. It has four themes: "
                    "people and their mobility, shared prosperity, safety, and leadership in the region and the world.\n\n"
                    "The foreign ministers are to lead a High-Level Strategic Dialogue along the same lines, first in "
                    "Mexico in October 2016.",
                    "Le partenariat renouvelé s’appuie sur la démocratie, les droits de la personne, l’égalité des genres, "
                    "les droits des peuples autochtones, la primauté du droit, les débouchés économiques et le respect de "
                    "l’environnement. Il compte quatre thèmes : les personnes et leur mobilité, une prospérité partagée, la "
                    "sécurité, et le rôle des deux pays dans la région et dans le monde.\n\n"
                    "Les ministres des Affaires étrangères dirigeront sur les mêmes axes un Dialogue stratégique de haut "
                    "niveau, d’abord au Mexique en octobre 2016.",
                    "La asociación renovada descansa en la democracia, los derechos humanos, la igualdad de género, los "
                    "derechos de los pueblos indígenas, el Estado de derecho, las oportunidades económicas y el cuidado del "
                    "medio ambiente. Tiene cuatro ejes: las personas y su movilidad, la prosperidad compartida, la "
                    "seguridad y el liderazgo regional y mundial.\n\n"
                    "Los cancilleres encabezarán, con esos mismos ejes, un Diálogo Estratégico de Alto Nivel, por primera "
                    "vez en México en octubre de 2016.",
                ),
            )
        ],
        "figures": [],
        "sources": [JOINT_2016, PRESIDENCY_2016],
    },
    {
        "key": "backgrounder-security-2016",
        "type": "backgrounder",
        "place": _OTTAWA,
        "dated_on": "2016-06-28",
        "source": _PM,
        "source_url": "https://www.pm.gc.ca/en/news/backgrounders/2016/06/28/canada-mexico-cooperation-security-and-defence",
        "themes": ["security", "defence"],
        "countries": ["CA", "MX"],
        "source_language": "en",
        "title": said(
            "Backgrounder: cooperation on security and defence",
            "Document d’information : la coopération en matière de sécurité et de défense",
            "Documento informativo: la cooperación en seguridad y defensa",
        ),
        "slug": said(
            "backgrounder-security-and-defence-2016",
            "document-information-securite-defense-2016",
            "documento-informativo-seguridad-defensa-2016",
        ),
        "summary": said(
            "What the two countries planned in 2016, from memoranda on public safety to peace operations.",
            "Ce que les deux pays prévoyaient en 2016, des protocoles sur la sécurité publique aux opérations de paix.",
            "Lo que los dos países preveían en 2016, de los memorandos de seguridad pública a las operaciones de paz.",
        ),
        "sections": [
            section(
                said("Main points", "Points principaux", "Puntos principales"),
                text(
                    "<ul><li>Two new memoranda, on public safety and on correctional services; a third, between the police "
                    "forces, in preparation.</li><li>41 Mexican firefighters had just helped Alberta against its "
                    "wildfires.</li><li>A short exchange of staff on consular emergencies was to begin.</li><li>The "
                    "Anti-Crime Capacity Building Program goes on in Mexico: migrant smuggling, aviation, "
                    "justice.</li><li>Mexico meant to open a peacekeeping training centre by 2018, with Canadian "
                    "expertise.</li></ul>",
                    "<ul><li>Deux nouveaux protocoles, sur la sécurité publique et sur les services correctionnels ; un "
                    "troisième, entre les corps policiers, en préparation.</li><li>41 pompiers mexicains venaient d’aider "
                    "l’Alberta à combattre ses feux de forêt.</li><li>Un court échange de personnel sur les urgences "
                    "consulaires devait commencer.</li><li>Le Programme d’aide au renforcement des capacités de lutte contre "
                    "la criminalité se poursuit au Mexique : trafic de migrants, aviation, justice.</li><li>Le Mexique "
                    "comptait ouvrir d’ici à 2018 un centre de formation au maintien de la paix, avec l’expertise du "
                    "Canada.</li></ul>",
                    "<ul><li>Dos nuevos memorandos, sobre seguridad pública y sobre servicios penitenciarios; un tercero, "
                    "entre las policías, en preparación.</li><li>41 bomberos mexicanos acababan de ayudar a Alberta contra "
                    "sus incendios forestales.</li><li>Iba a comenzar un breve intercambio de personal sobre emergencias "
                    "consulares.</li><li>El Programa de Fortalecimiento de Capacidades contra el Crimen continúa en México: "
                    "tráfico de migrantes, aviación, justicia.</li><li>México se proponía abrir, a más tardar en 2018, un "
                    "centro de entrenamiento para operaciones de paz, con la experiencia de Canadá.</li></ul>",
                ),
            )
        ],
        "figures": [],
        "sources": [BACKGROUNDER_2016],
    },
    {
        "key": "speech-dialogue-2016",
        "type": "speech",
        "place": said("Mexico City", "Mexico", "Ciudad de México"),
        "dated_on": "2016-10-12",
        "source": said("Global Affairs Canada", "Affaires mondiales Canada", "Asuntos Globales Canadá"),
        "source_url": (
            "https://www.canada.ca/en/global-affairs/news/2016/10/"
            "address-minister-dion-news-conference-following-canada-mexico-high-level-strategic-dialogue-meeting.html"
        ),
        "meeting": "strategic-dialogue-1",
        "themes": ["partnership", "trade"],
        "countries": ["CA", "MX"],
        "source_language": "en",
        "title": said(
            "The Minister’s remarks after the first High-Level Strategic Dialogue",
            "Allocution du ministre après le premier Dialogue stratégique de haut niveau",
            "Palabras del ministro tras el primer Diálogo Estratégico de Alto Nivel",
        ),
        "slug": said(
            "remarks-strategic-dialogue-2016",
            "allocution-dialogue-strategique-2016",
            "palabras-dialogo-estrategico-2016",
        ),
        "summary": said(
            "Canada’s foreign minister on travel without visas, trade and education.",
            "Le ministre canadien des Affaires étrangères sur les voyages sans visa, le commerce et l’éducation.",
            "El canciller canadiense sobre los viajes sin visa, el comercio y la educación.",
        ),
        "sections": [
            section(
                said("In short", "En bref", "En síntesis"),
                text(
                    "The Minister expected ten percent more Mexican visitors in the year after the end of the visa, on "
                    "1 December 2016; some 200,000 had come in the last one, fewer than in earlier times. He put trade in "
                    "goods between the two countries at nearly 38 billion dollars in 2015.",
                    "Le ministre s’attendait à dix pour cent de visiteurs mexicains de plus dans l’année suivant la fin du "
                    "visa, le 1er décembre 2016 ; quelque 200 000 étaient venus au cours de la dernière, moins qu’autrefois. "
                    "Il a évalué à près de 38 milliards de dollars le commerce de marchandises entre les deux pays en 2015.",
                    "El ministro esperaba un diez por ciento más de visitantes mexicanos en el año posterior al fin de la "
                    "visa, el 1 de diciembre de 2016; en el último habían llegado unos 200 000, menos que antes. Calculó en "
                    "casi 38 000 millones de dólares el comercio de mercancías entre los dos países en 2015.",
                ),
            )
        ],
        "figures": [],
        "sources": [SPEECH_2016],
    },
    {
        "key": "joint-statement-defence-2012",
        "type": "joint_statement",
        "place": _OTTAWA,
        "dated_on": "2012-03-27",
        "meeting": "defence-ministers-1",
        "themes": ["defence"],
        "countries": ["CA", "MX", "US"],
        "signatory": _MINISTERS,
        "source_language": "en",
        "title": said(
            "Joint statement of the North American defence ministers, 2012",
            "Déclaration conjointe des ministres de la Défense d’Amérique du Nord, 2012",
            "Declaración conjunta de los ministros de Defensa de América del Norte, 2012",
        ),
        "slug": said(
            "joint-statement-defence-ministers-2012",
            "declaration-conjointe-ministres-defense-2012",
            "declaracion-conjunta-ministros-defensa-2012",
        ),
        "summary": said(
            "The first of its kind: new threats ask for answers from three countries at once.",
            "La première du genre : des menaces nouvelles appellent une réponse des trois pays à la fois.",
            "La primera de su tipo: las nuevas amenazas exigen una respuesta de los tres países a la vez.",
        ),
        "sections": [
            section(
                said("First work plan", "Premier plan de travail", "Primer plan de trabajo"),
                text(
                    "The ministers would have a common assessment of threats prepared, and look for better ways to support "
                    "civilian agencies against organized crime and after disasters.",
                    "Les ministres feraient préparer une évaluation commune des menaces et chercheraient à mieux appuyer les "
                    "organismes civils face au crime organisé et après les catastrophes.",
                    "Los ministros harían preparar una evaluación común de las amenazas y buscarían apoyar mejor a las "
                    "instituciones civiles frente a la delincuencia organizada y después de los desastres.",
                ),
            )
        ],
        "figures": [],
        "sources": [DEFENCE_2012],
    },
    {
        "key": "joint-statement-defence-2014",
        "type": "joint_statement",
        "dated_on": "2014-04-24",
        "meeting": "defence-ministers-2",
        "themes": ["defence"],
        "countries": ["CA", "MX", "US"],
        "signatory": _MINISTERS,
        "source_language": "en",
        "title": said(
            "Joint statement of the North American defence ministers, 2014",
            "Déclaration conjointe des ministres de la Défense d’Amérique du Nord, 2014",
            "Declaración conjunta de los ministros de Defensa de América del Norte, 2014",
        ),
        "slug": said(
            "joint-statement-defence-ministers-2014",
            "declaration-conjointe-ministres-defense-2014",
            "declaracion-conjunta-ministros-defensa-2014",
        ),
        "summary": said(
            "Two years on, the ministers add cyber defence and the south of the region to their work.",
            "Deux ans plus tard, les ministres ajoutent à leurs travaux la cyberdéfense et le sud de la région.",
            "Dos años después, los ministros suman a su trabajo la ciberdefensa y el sur de la región.",
        ),
        "sections": [
            section(
                said("Next steps", "Prochaines étapes", "Próximos pasos"),
                text(
                    "The assessment of 2012 is to be brought up to date. The three countries want to be quicker when their "
                    "forces support relief work, and to strengthen the defence forums of the hemisphere.",
                    "L’évaluation de 2012 sera mise à jour. Les trois pays veulent gagner en rapidité lorsque leurs forces "
                    "appuient les secours, et renforcer les instances de défense de l’hémisphère.",
                    "La evaluación de 2012 se actualizará. Los tres países quieren ganar rapidez cuando sus fuerzas apoyan "
                    "las labores de auxilio y fortalecer los foros de defensa del hemisferio.",
                ),
            )
        ],
        "figures": [],
        "sources": [DEFENCE_2014_JOINT],
    },
    {
        "key": "backgrounder-defence-2014",
        "type": "backgrounder",
        "dated_on": "2014-04-26",
        "themes": ["defence"],
        "countries": ["CA", "MX"],
        "source_language": "en",
        "title": said(
            "Backgrounder: the defence relationship in 2014",
            "Document d’information : les relations de défense en 2014",
            "Documento informativo: la relación en materia de defensa en 2014",
        ),
        "slug": said(
            "backgrounder-defence-2014", "document-information-defense-2014", "documento-informativo-defensa-2014"
        ),
        "summary": said(
            "Talks, exercises and training: how far the two countries had come by April 2014.",
            "Pourparlers, exercices et formation : où en étaient les deux pays en avril 2014.",
            "Conversaciones, ejercicios y formación: hasta dónde habían llegado los dos países en abril de 2014.",
        ),
        "sections": [
            section(
                said("Milestones", "Jalons", "Hitos"),
                text(
                    "<ul><li>1991: the first Canadian defence attaché in Mexico</li><li>2004: Mexico joins the training "
                    "program</li><li>2006: political-military talks</li><li>May 2011: staff talks</li><li>June 2012: two "
                    "officials of the Mexican Navy observe an exercise at Cold Lake, Alberta</li><li>August 2012: a ship of "
                    "the Mexican Navy in the Rim of the Pacific exercise, its first outside the hemisphere</li></ul>",
                    "<ul><li>1991 : premier attaché de défense canadien au Mexique</li><li>2004 : le Mexique se joint au "
                    "programme d’instruction</li><li>2006 : pourparlers politico-militaires</li><li>Mai 2011 : pourparlers "
                    "d’état-major</li><li>Juin 2012 : deux représentants de la marine mexicaine observent un exercice à Cold "
                    "Lake, en Alberta</li><li>Août 2012 : un navire de la marine mexicaine à l’exercice Rim of the Pacific, "
                    "son premier hors de l’hémisphère</li></ul>",
                    "<ul><li>1991: primer agregado de defensa canadiense en México</li><li>2004: México se incorpora al "
                    "programa de instrucción</li><li>2006: conversaciones político-militares</li><li>Mayo de 2011: "
                    "conversaciones de estado mayor</li><li>Junio de 2012: dos representantes de la Armada de México observan "
                    "un ejercicio en Cold Lake, Alberta</li><li>Agosto de 2012: un buque de la Armada de México en el "
                    "ejercicio Rim of the Pacific, el primero fuera del hemisferio</li></ul>",
                ),
            )
        ],
        "figures": [],
        "sources": [DEFENCE_2014],
    },
    {
        "key": "release-mirps-2022",
        "type": "release",
        "place": _OTTAWA,
        "dated_on": "2022-05-24",
        "source": _IRCC,
        "meeting": "mirps-event",
        "themes": ["migration", "rights"],
        "countries": ["CA", "MX", "GT"],
        "signatory": [{"country": "CA", "organization": "ircc"}],
        "source_language": "en",
        "title": said(
            "Canada opens the signature event of the MIRPS Support Platform",
            "Le Canada ouvre la rencontre phare de la Plateforme de soutien du MIRPS",
            "Canadá inaugura el encuentro de la Plataforma de Apoyo del MIRPS",
        ),
        "slug": said("release-mirps-event-2022", "communique-rencontre-mirps-2022", "comunicado-encuentro-mirps-2022"),
        "summary": said(
            "Three days in Ottawa on how countries can receive more people who need protection.",
            "Trois jours à Ottawa pour voir comment accueillir davantage de personnes ayant besoin de protection.",
            "Tres días en Ottawa para ver cómo recibir a más personas que necesitan protección.",
        ),
        "sections": [
            section(
                said("Why now", "Pourquoi maintenant", "Por qué ahora"),
                text(
                    "Mexico and Central America see more people displaced than ever before. The minister responsible for "
                    "immigration opened the event together with the United Nations refugee agency; refugees’ own "
                    "organizations, banks and business were invited too.",
                    "Le Mexique et l’Amérique centrale connaissent des déplacements de population sans précédent. Le ministre "
                    "responsable de l’immigration a ouvert la rencontre avec l’agence des Nations Unies pour les réfugiés ; "
                    "organisations de réfugiés, institutions financières et entreprises y étaient aussi conviées.",
                    "México y Centroamérica viven un desplazamiento de personas sin precedentes. El ministro de inmigración "
                    "inauguró el encuentro junto con la agencia de las Naciones Unidas para los refugiados; se invitó también "
                    "a organizaciones de personas refugiadas, bancos y empresas.",
                ),
            )
        ],
        "figures": [],
        "sources": [MIRPS_EVENT],
    },
    {
        "key": "release-asylum-2022",
        "type": "release",
        "place": _OTTAWA,
        "dated_on": "2022-09-01",
        "source": _IRCC,
        "source_url": (
            "https://www.newswire.ca/news-releases/"
            "canada-continues-to-strengthen-asylum-processing-capacity-in-the-americas-886460225.html"
        ),
        "themes": ["migration", "rights"],
        "countries": ["CA", "MX", "GT"],
        "signatory": [{"country": "CA", "organization": "ircc"}],
        "source_language": "en",
        "title": said(
            "Canada announces three asylum projects in the Americas",
            "Le Canada annonce trois projets en matière d’asile dans les Amériques",
            "Canadá anuncia tres proyectos de asilo en las Américas",
        ),
        "slug": said(
            "release-asylum-projects-2022", "communique-projets-asile-2022", "comunicado-proyectos-asilo-2022"
        ),
        "summary": said(
            "Two projects with Mexico’s refugee commission, one in Costa Rica, Guatemala and Honduras, over two years.",
            "Deux projets avec la commission mexicaine, un troisième au Costa Rica, au Guatemala et au Honduras, sur deux ans.",
            "Dos proyectos con la comisión mexicana y uno en Costa Rica, Guatemala y Honduras, durante dos años.",
        ),
        "sections": [
            section(
                said("The third project", "Le troisième projet", "El tercer proyecto"),
                text(
                    "In Costa Rica, Guatemala and Honduras the United Nations refugee agency helps to clear the backlog of "
                    "claims and trains officials on conditions in the countries that people flee. The projects in Mexico have "
                    "a page of their own.",
                    "Au Costa Rica, au Guatemala et au Honduras, l’agence des Nations Unies pour les réfugiés aide à résorber "
                    "l’arriéré des demandes et forme les agents à la situation des pays que les gens fuient. Les projets au "
                    "Mexique ont leur propre page.",
                    "En Costa Rica, Guatemala y Honduras, la agencia de las Naciones Unidas para los refugiados ayuda a reducir "
                    "el rezago de solicitudes y capacita a funcionarios sobre la situación de los países de origen. Los "
                    "proyectos en México tienen su propia página.",
                ),
            )
        ],
        "figures": [],
        "sources": [ASYLUM_2022],
    },
    {
        "key": "release-meeting-18",
        "type": "release",
        "place": _OTTAWA,
        "dated_on": "2022-11-25",
        "source": said(
            "Secretariat of Foreign Affairs of Mexico",
            "Secrétariat des Affaires étrangères du Mexique",
            "Secretaría de Relaciones Exteriores",
        ),
        "source_url": "https://canadainmexico.com/2022/11/18th-annual-meeting-of-the-mexico-canada-partnership",
        "meeting": "meeting-18",
        "themes": ["partnership"],
        "countries": ["CA", "MX"],
        "signatory": [{"country": "MX", "organization": "sre"}],
        "source_language": "es",
        "title": said(
            "Communiqué on the 18th annual meeting of the Partnership",
            "Communiqué sur la 18e réunion annuelle du Partenariat",
            "Comunicado sobre la 18.ª reunión anual de la Alianza",
        ),
        "slug": said(
            "communique-18th-annual-meeting", "communique-18e-reunion-annuelle", "comunicado-18a-reunion-anual"
        ),
        "summary": said(
            "Gender in every group, Indigenous peoples as a common concern, young people at the table.",
            "Le genre dans chaque groupe, les peuples autochtones comme préoccupation commune, les jeunes à la table.",
            "El género en cada grupo, los pueblos indígenas como interés común y la juventud en la mesa.",
        ),
        "sections": [
            section(
                said("What comes next", "La suite", "Lo que sigue"),
                text(
                    "The communiqué presents the day’s work as groundwork for the meeting of the President of Mexico and the "
                    "Prime Minister of Canada at the 10th North American Leaders’ Summit.",
                    "Le communiqué présente les travaux de la journée comme une préparation à la rencontre du président du "
                    "Mexique et du premier ministre du Canada au 10e Sommet des leaders nord-américains.",
                    "El comunicado presenta los trabajos del día como base del encuentro del presidente de México y el primer "
                    "ministro de Canadá en la X Cumbre de Líderes de América del Norte.",
                ),
            )
        ],
        "figures": [],
        "sources": [SRE_2022],
    },
    {
        "key": "communique-forum-2024",
        "type": "release",
        "place": said("Washington", "Washington", "Washington"),
        "dated_on": "2024-07-12",
        "source": said("Public Safety Canada", "Sécurité publique Canada", "Seguridad Pública de Canadá"),
        "meeting": "crime-forum-2024",
        "themes": ["security", "justice"],
        "countries": ["CA", "US"],
        "signatory": [
            {
                "country": "CA",
                "organization": "ps",
                "title": said(
                    "Minister of Public Safety", "Ministre de la Sécurité publique", "Ministro de Seguridad Pública"
                ),
            },
            {
                "country": "CA",
                "organization": "jus",
                "title": said(
                    "Minister of Justice and Attorney General",
                    "Ministre de la Justice et procureur général",
                    "Ministro de Justicia y fiscal general",
                ),
            },
            {
                "country": "US",
                "organization": "doj",
                "title": said("Attorney General", "Procureur général", "Fiscal general"),
            },
            {
                "country": "US",
                "organization": "dhs",
                "title": said(
                    "Secretary of Homeland Security",
                    "Secrétaire à la Sécurité intérieure",
                    "Secretario de Seguridad Nacional",
                ),
            },
        ],
        "contact": [
            {
                "desk": said(
                    "Media Relations, Public Safety Canada",
                    "Relations avec les médias, Sécurité publique Canada",
                    "Relaciones con los medios, Seguridad Pública de Canadá",
                ),
                "organization": "ps",
                "phone": "613-991-0657",
            },
            {
                "desk": said(
                    "Media Relations, Department of Justice Canada",
                    "Relations avec les médias, ministère de la Justice du Canada",
                    "Relaciones con los medios, Departamento de Justicia de Canadá",
                ),
                "organization": "jus",
                "phone": "613-957-4207",
            },
        ],
        "source_language": "fr",
        "title": said(
            "Joint communiqué on the Cross-Border Crime Forum of 2024",
            "Communiqué conjoint sur le Forum sur la criminalité transfrontalière de 2024",
            "Comunicado conjunto sobre el Foro sobre Delincuencia Transfronteriza de 2024",
        ),
        "slug": said(
            "communique-cross-border-crime-forum-2024",
            "communique-forum-criminalite-transfrontaliere-2024",
            "comunicado-foro-delincuencia-transfronteriza-2024",
        ),
        "summary": said(
            "Four ministers on foreign interference, fentanyl, firearms, crime online and hatred.",
            "Quatre ministres sur l’ingérence étrangère, le fentanyl, les armes à feu, les crimes en ligne et la haine.",
            "Cuatro titulares sobre la injerencia extranjera, el fentanilo, las armas de fuego, el delito en línea y el odio.",
        ),
        "sections": [
            section(
                said("Foreign interference", "Ingérence étrangère", "Injerencia extranjera"),
                text(
                    "Fair and safe elections are a foundation of democracy, and foreign actors try to undermine them, by "
                    "attacks on networks and by hidden influence. The United States spoke of its experience with a register "
                    "of foreign agents; Canada presented its own law, Bill C-70, which creates one.",
                    "Des élections justes et sûres sont un fondement de la démocratie, et des acteurs étrangers tentent de les "
                    "miner par des attaques informatiques et par une influence dissimulée. Les États-Unis ont fait part de leur "
                    "expérience d’un registre des agents étrangers ; le Canada a présenté sa propre loi, issue du projet de loi "
                    "C-70, qui en crée un.",
                    "Las elecciones justas y seguras son un cimiento de la democracia, y actores extranjeros intentan "
                    "socavarlas con ataques informáticos e influencia encubierta. Estados Unidos compartió su experiencia con "
                    "un registro de agentes extranjeros; Canadá presentó su propia ley, surgida del proyecto C-70, que crea "
                    "uno.",
                ),
            ),
            section(
                said(
                    "Police work across the border",
                    "Le travail policier par-delà la frontière",
                    "El trabajo policial a través de la frontera",
                ),
                text(
                    "Fentanyl and smuggled firearms remain the main concerns. Information is to flow more easily within the "
                    "law of each country and the memoranda already concluded. Recent cases at the border are to show what can "
                    "be done better against the smuggling of people.",
                    "Le fentanyl et le trafic d’armes à feu demeurent les principales préoccupations. Les renseignements "
                    "doivent mieux circuler, dans le respect des lois de chaque pays et des protocoles déjà conclus. Des cas "
                    "récents à la frontière aideront à mieux combattre le passage de clandestins.",
                    "El fentanilo y el tráfico de armas de fuego siguen siendo las principales preocupaciones. La información "
                    "debe fluir mejor, conforme a las leyes de cada país y a los memorandos ya concluidos. Casos recientes en "
                    "la frontera ayudarán a combatir mejor el tráfico de personas.",
                ),
            ),
            section(
                said("Crime online, and hatred", "Crimes en ligne et haine", "Delito en línea y odio"),
                text(
                    "Images of child abuse made by artificial intelligence are on the rise in both countries, and asked for an "
                    "effort of many states and of industry. The ministers also spoke of fraud against older people and of the "
                    "growing number of attacks out of antisemitism, islamophobia and other prejudice.",
                    "Les images d’exploitation d’enfants produites par intelligence artificielle se multiplient dans les deux "
                    "pays et demandent un effort de nombreux États et de l’industrie. Les ministres ont aussi parlé de la fraude "
                    "envers les aînés et de la hausse des attaques motivées par l’antisémitisme, l’islamophobie et d’autres "
                    "préjugés.",
                    "Las imágenes de abuso infantil producidas con inteligencia artificial aumentan en ambos países y exigen un "
                    "esfuerzo de muchos Estados y de la industria. Los titulares hablaron también del fraude contra personas "
                    "mayores y del aumento de ataques por antisemitismo, islamofobia y otros prejuicios.",
                ),
            ),
        ],
        "figures": [],
        "sources": [FORUM_2024],
    },
]
