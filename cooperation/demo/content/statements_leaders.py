"""What leaders, foreign ministers and their offices said. Told anew; nothing is quoted."""

from cooperation.demo.content.cmp_sources import SRE_2022
from cooperation.demo.content.register_sources import (
    BACKGROUNDER_2016,
    JOINT_2016,
    PRESIDENCY_2016,
    SPEECH_2016,
)
from cooperation.demo.content.words import said, section, text

_OTTAWA = said("Ottawa", "Ottawa", "Ottawa")
_PM = said("Prime Minister of Canada", "Premier ministre du Canada", "Primer ministro de Canadá")

LEADERS = [
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
]
