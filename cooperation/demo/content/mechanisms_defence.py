"""The frames in which defence ministries and armed forces meet."""

from cooperation.demo.content.register_sources import DEFENCE_2014, DEFENCE_2017, EMBASSY_SECURITY, TRILATERAL_2016
from cooperation.demo.content.words import said, section, text

_BOTH = [{"country": "CA"}, {"country": "MX"}]
_THREE = [*_BOTH, {"country": "US"}]

DEFENCE = [
    {
        "key": "pol-mil-talks",
        "type": "dialogue",
        "level": "bilateral",
        "launched_on": "2006",
        "themes": ["defence"],
        "countries": ["CA", "MX"],
        "mechanismparty": _BOTH,
        "source_language": "en",
        "title": said(
            "Canada-Mexico Political-Military Talks",
            "Pourparlers politico-militaires Canada-Mexique",
            "Conversaciones político-militares México-Canadá",
        ),
        "slug": said(
            "political-military-talks", "pourparlers-politico-militaires", "conversaciones-politico-militares"
        ),
        "summary": said(
            "Since 2006, the foreign and defence ministries of both countries on the security of the hemisphere and beyond.",
            "Depuis 2006, les ministères des Affaires étrangères et de la Défense des deux pays sur la sécurité de "
            "l’hémisphère et du monde.",
            "Desde 2006, los ministerios de relaciones exteriores y de defensa de ambos países sobre la seguridad del "
            "hemisferio y del mundo.",
        ),
        "sections": [
            section(
                said("What the talks are for", "Raison d’être des pourparlers", "Para qué sirven"),
                text(
                    "Four ministries sit at one table here: those responsible for foreign affairs and those "
                    "responsible for defence, of either country. What they agree on sets the course for the rest of "
                    "the defence relationship.\n\n"
                    "The seventh round was held in Mexico in December 2013. Its subjects were security in the "
                    "region, military training and military justice.",
                    "Quatre ministères siègent à la même table : ceux des Affaires étrangères et ceux de la Défense "
                    "de l’un et l’autre pays. Ce qu’ils conviennent oriente le reste des relations de défense.\n\n"
                    "La septième ronde s’est tenue au Mexique en décembre 2013. On y a traité de la sécurité dans "
                    "la région, de la formation militaire et de la justice militaire.",
                    "Cuatro instituciones comparten la mesa: las responsables de las relaciones exteriores y las de "
                    "la defensa de cada país. Lo que ahí se acuerda marca el rumbo del resto de la relación en "
                    "materia de defensa.\n\n"
                    "La séptima ronda se celebró en México en diciembre de 2013. Trató de la seguridad en la "
                    "región, la formación militar y la justicia militar.",
                ),
            )
        ],
        "figures": [],
        "sources": [DEFENCE_2014],
    },
    {
        "key": "staff-talks",
        "type": "dialogue",
        "level": "bilateral",
        "launched_on": "2011-05",
        "themes": ["defence"],
        "countries": ["CA", "MX"],
        "mechanismparty": _BOTH,
        "coordinatingbody": [{"organization": "caf"}, {"organization": "sedena"}, {"organization": "semar"}],
        "source_language": "en",
        "title": said(
            "Canada-Mexico Military Staff Talks",
            "Pourparlers d’état-major Canada-Mexique",
            "Conversaciones de estado mayor México-Canadá",
        ),
        "slug": said("military-staff-talks", "pourparlers-etat-major", "conversaciones-de-estado-mayor"),
        "summary": said(
            "Regular talks between the armed forces of both countries, since May 2011.",
            "Des pourparlers réguliers entre les forces armées des deux pays, depuis mai 2011.",
            "Conversaciones periódicas entre las fuerzas armadas de ambos países, desde mayo de 2011.",
        ),
        "othername": [
            {
                "name": said(
                    "Military-Military Staff Talks", "Military-Military Staff Talks", "Military-Military Staff Talks"
                ),
                "note": said(
                    "The name in a text of 2014.",
                    "Le nom employé dans un texte de 2014.",
                    "Nombre usado en un texto de 2014.",
                ),
            }
        ],
        "sections": [
            section(
                said("Soldier to soldier", "De militaire à militaire", "Entre militares"),
                text(
                    "Where the political-military talks bring ministries together, these talks belong to the forces "
                    "themselves: the Canadian Armed Forces on one side, the two Mexican secretariats, of National "
                    "Defence and of the Navy, on the other. Canada hosted the third round in May 2013.",
                    "Si les pourparlers politico-militaires réunissent des ministères, ceux-ci appartiennent aux "
                    "forces elles-mêmes : les Forces armées canadiennes d’un côté, les deux secrétariats mexicains, "
                    "de la Défense nationale et de la Marine, de l’autre. Le Canada a accueilli la troisième ronde "
                    "en mai 2013.",
                    "Si las conversaciones político-militares reúnen a ministerios, estas corresponden a las propias "
                    "fuerzas: las Fuerzas Armadas Canadienses, de un lado, y las secretarías de la Defensa Nacional "
                    "y de Marina, del otro. Canadá fue sede de la tercera ronda en mayo de 2013.",
                ),
            )
        ],
        "figures": [],
        "sources": [DEFENCE_2014],
    },
    {
        "key": "namsi",
        "type": "initiative",
        "level": "trilateral",
        "acronym": said("NAMSI", "NAMSI", "NAMSI"),
        "themes": ["defence", "security"],
        "countries": ["CA", "MX", "US"],
        "mechanismparty": _THREE,
        "source_language": "en",
        "title": said(
            "North American Maritime Security Initiative",
            "Initiative de sécurité maritime de l’Amérique du Nord",
            "Iniciativa de Seguridad Marítima de América del Norte",
        ),
        "slug": said(
            "north-american-maritime-security-initiative",
            "initiative-securite-maritime-amerique-du-nord",
            "iniciativa-de-seguridad-maritima-de-america-del-norte",
        ),
        "summary": said(
            "Three countries share what they know of ships and threats at sea, so that they can act together.",
            "Trois pays mettent en commun ce qu’ils savent des navires et des menaces en mer, pour agir de concert.",
            "Tres países comparten lo que saben de los buques y de las amenazas en el mar, para actuar de manera conjunta.",
        ),
        "sections": [
            section(
                said("What it does", "Ce qu’elle permet", "Qué permite"),
                text(
                    "A ship may pass the waters of three countries on one voyage. Under this initiative the services "
                    "of Canada, Mexico and the United States tell each other what they see, keep their systems able "
                    "to work with one another and answer threats jointly. Canada joined in August 2011.\n\n"
                    "It is also the setting in which the Royal Canadian Navy and Mexico’s Secretariat of the Navy "
                    "have come closer.",
                    "Un navire peut traverser les eaux de trois pays en un seul voyage. Grâce à cette initiative, les "
                    "services du Canada, du Mexique et des États-Unis se disent ce qu’ils observent, gardent leurs "
                    "systèmes compatibles et répondent ensemble aux menaces. Le Canada s’y est joint en août 2011.\n\n"
                    "C’est aussi dans ce cadre que la Marine royale canadienne et le Secrétariat de la Marine du "
                    "Mexique se sont rapprochés.",
                    "Un buque puede cruzar aguas de tres países en un mismo viaje. Con esta iniciativa, las "
                    "instituciones de Canadá, México y Estados Unidos se comunican lo que observan, mantienen "
                    "compatibles sus sistemas y responden juntas a las amenazas. Canadá se incorporó en agosto de "
                    "2011.\n\n"
                    "Es también el marco en el que se han acercado la Marina Real Canadiense y la Secretaría de "
                    "Marina de México.",
                ),
            )
        ],
        "figures": [],
        "sources": [DEFENCE_2014, TRILATERAL_2016, EMBASSY_SECURITY],
    },
    {
        "key": "defence-ministers",
        "type": "forum",
        "level": "trilateral",
        "launched_on": "2012-03",
        "launched_at": said("Ottawa", "Ottawa", "Ottawa"),
        "hosting": said("The three countries by turns", "Les trois pays à tour de rôle", "Los tres países, por turnos"),
        "themes": ["defence"],
        "countries": ["CA", "MX", "US"],
        "mechanismparty": _THREE,
        "source_language": "en",
        "title": said(
            "Trilateral Meeting of North American Defence Ministers",
            "Réunion trilatérale des ministres de la Défense d’Amérique du Nord",
            "Reunión Trilateral de Ministros de Defensa de América del Norte",
        ),
        "slug": said(
            "north-american-defence-ministers",
            "ministres-de-la-defense-amerique-du-nord",
            "ministros-de-defensa-de-america-del-norte",
        ),
        "summary": said(
            "Where the heads of defence of Canada, Mexico and the United States compare threats and plan together.",
            "Où les responsables de la défense du Canada, du Mexique et des États-Unis comparent les menaces et se "
            "préparent ensemble.",
            "Donde los titulares de defensa de Canadá, México y Estados Unidos comparan amenazas y se preparan juntos.",
        ),
        "othername": [
            {
                "name": said(
                    "North American Defense Ministerial",
                    "North American Defense Ministerial",
                    "North American Defense Ministerial",
                ),
                "note": said(
                    "NADM, the name used by the United States.",
                    "NADM, le nom employé par les États-Unis.",
                    "NADM, nombre que usa Estados Unidos.",
                ),
            }
        ],
        "sections": [
            section(
                said("From one meeting to the next", "D’une réunion à l’autre", "De una reunión a otra"),
                text(
                    "Canada invited to the first meeting in March 2012, Mexico to the second in April 2014, the "
                    "United States to the third in May 2017. Mexico is represented by two secretaries, of National "
                    "Defence and of the Navy.\n\n"
                    "The work plan turns on a shared picture of the threats, on help for civilian authorities after "
                    "disasters and on the defence forums of the hemisphere.",
                    "Le Canada a convoqué la première réunion en mars 2012, le Mexique la deuxième en avril 2014, "
                    "les États-Unis la troisième en mai 2017. Deux secrétaires y représentent le Mexique, celui de "
                    "la Défense nationale et celui de la Marine.\n\n"
                    "Le plan de travail porte sur une évaluation commune des menaces, sur l’appui aux autorités "
                    "civiles en cas de catastrophe et sur les instances de défense de l’hémisphère.",
                    "Canadá convocó a la primera reunión en marzo de 2012, México a la segunda en abril de 2014 y "
                    "Estados Unidos a la tercera en mayo de 2017. A México lo representan dos secretarios, el de la "
                    "Defensa Nacional y el de Marina.\n\n"
                    "El plan de trabajo gira en torno a una evaluación común de las amenazas, el apoyo a las "
                    "autoridades civiles en casos de desastre y los foros de defensa del hemisferio.",
                ),
            )
        ],
        "figures": [],
        "sources": [DEFENCE_2014, DEFENCE_2017, TRILATERAL_2016],
    },
]
