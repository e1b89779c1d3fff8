"""Two demo pages that were public once, each with the public explanation of its end."""

DRAFTS = [
    {
        "key": "consular-exchange",
        "stage": "withdrawn",
        "source_language": "fr",
        "themes": ["partnership", "security"],
        "countries": ["CA", "MX"],
        "parent": "emergency",
        "title": {
            "en": "Learning from each other in consular emergencies",
            "fr": "Apprendre l’un de l’autre en cas d’urgence consulaire",
            "es": "Aprender uno del otro en emergencias consulares",
        },
        "slug": {
            "en": "consular-emergency-exchange",
            "fr": "echange-urgences-consulaires",
            "es": "intercambio-emergencias-consulares",
        },
        "summary": {
            "en": ("A short exchange of staff, planned in 2016, on helping citizens who meet an emergency abroad."),
            "fr": (
                "Un bref échange de personnel, prévu en 2016, sur l’aide aux citoyens en situation d’urgence "
                "à l’étranger."
            ),
            "es": (
                "Un breve intercambio de personal, previsto en 2016, sobre la ayuda a la ciudadanía en "
                "emergencias en el extranjero."
            ),
        },
        "sections": [
            {
                "heading": {"en": "The plan", "fr": "Le projet", "es": "El proyecto"},
                "body": {
                    "en": (
                        "<p>In June 2016 Canada and Mexico said that they would exchange employees for a "
                        "short time, so that each could see how the other manages consular emergencies. The "
                        "plan was made public together with other steps in security, defence and emergency "
                        "management.</p>"
                    ),
                    "fr": (
                        "<p>En juin 2016, le Canada et le Mexique ont fait savoir qu’ils échangeraient des "
                        "employés pendant une courte période, afin que chacun voie comment l’autre gère les "
                        "urgences consulaires. Le projet a été rendu public avec d’autres mesures touchant "
                        "la sécurité, la défense et la gestion des urgences.</p>"
                    ),
                    "es": (
                        "<p>En junio de 2016, Canadá y México dieron a conocer que intercambiarían personal "
                        "por un periodo breve, para que cada uno viera cómo atiende el otro las emergencias "
                        "consulares. El proyecto se hizo público junto con otras medidas de seguridad, "
                        "defensa y gestión de emergencias.</p>"
                    ),
                },
            },
            {
                "heading": {"en": "Why compare", "fr": "Pourquoi comparer", "es": "Por qué comparar"},
                "body": {
                    "en": (
                        "<p>When a hurricane, an earthquake or a crisis strikes, a consulate has to find its "
                        "citizens, tell their families and help them leave or stay in safety. Each country "
                        "has its own way of doing so. Working for some weeks beside colleagues shows more "
                        "than a report can.</p>"
                        "<p>The exchange was part of a broader effort in emergency management, in which the "
                        "two countries share what they know about preventing disasters, preparing for them, "
                        "responding and recovering.</p>"
                    ),
                    "fr": (
                        "<p>Quand survient un ouragan, un séisme ou une crise, un consulat doit retrouver "
                        "ses citoyens, prévenir les familles et aider chacun à partir ou à rester en "
                        "sécurité. Chaque pays a sa manière de faire. Travailler quelque temps aux côtés de "
                        "collègues en apprend davantage qu’un rapport.</p>"
                        "<p>L’échange s’inscrivait dans un effort plus large de gestion des urgences, où les "
                        "deux pays mettent en commun ce qu’ils savent de la prévention, de la préparation, "
                        "de l’intervention et du rétablissement.</p>"
                    ),
                    "es": (
                        "<p>Cuando ocurre un huracán, un sismo o una crisis, un consulado tiene que "
                        "localizar a sus ciudadanos, avisar a las familias y ayudarles a salir o a "
                        "permanecer a salvo. Cada país tiene su manera de hacerlo. Trabajar un tiempo junto "
                        "a los colegas enseña más que un informe.</p>"
                        "<p>El intercambio era parte de un esfuerzo más amplio en gestión de emergencias, en "
                        "el que los dos países comparten lo que saben sobre prevención, preparación, "
                        "respuesta y recuperación.</p>"
                    ),
                },
            },
        ],
        "figures": [
            {
                "label": {
                    "en": "Exchange of consular staff",
                    "fr": "Échange de personnel consulaire",
                    "es": "Intercambio de personal consular",
                },
                "value": None,
                "wording": {"en": "planned in 2016", "fr": "prévu en 2016", "es": "previsto en 2016"},
                "unit": {"en": "", "fr": "", "es": ""},
                "as_of": "2016-06-28",
                "valid_until": None,
                "source": "Prime Minister of Canada, backgrounder of June 28, 2016",
            },
        ],
        "sources": ["Prime Minister of Canada, backgrounder of June 28, 2016"],
        "explanation": {
            "en": (
                "This page described an exchange planned in 2016 as if it were still to come. It has been "
                "withdrawn until the two services can say whether it took place; what is known is on the "
                "page about emergencies."
            ),
            "fr": (
                "Cette page présentait un échange prévu en 2016 comme s’il était encore à venir. Elle est "
                "retirée jusqu’à ce que les deux services puissent dire s’il a eu lieu ; ce que l’on en sait "
                "figure à la page sur les urgences."
            ),
            "es": (
                "Esta página presentaba un intercambio previsto en 2016 como si aún fuera a realizarse. Se "
                "retiró hasta que los dos servicios puedan confirmar si tuvo lugar; lo que se sabe está en "
                "la página sobre emergencias."
            ),
        },
    },
    {
        "key": "peacekeeping-training",
        "stage": "withdrawn",
        "source_language": "en",
        "themes": ["defence"],
        "countries": ["CA", "MX"],
        "parent": "defence",
        "title": {
            "en": "Training for peace operations",
            "fr": "Se former aux opérations de paix",
            "es": "Formación para operaciones de paz",
        },
        "slug": {
            "en": "peace-operations-training",
            "fr": "formation-operations-de-paix",
            "es": "formacion-operaciones-de-paz",
        },
        "summary": {
            "en": ("Canada’s support for the peacekeeping training centre that Mexico planned to open by 2018."),
            "fr": (
                "L’appui du Canada au centre de formation au maintien de la paix que le Mexique prévoyait "
                "d’ouvrir d’ici à 2018."
            ),
            "es": (
                "El apoyo de Canadá al centro de entrenamiento para operaciones de paz que México preveía "
                "abrir a más tardar en 2018."
            ),
        },
        "sections": [
            {
                "heading": {
                    "en": "A decision of both countries",
                    "fr": "Une volonté commune",
                    "es": "Una decisión de ambos países",
                },
                "body": {
                    "en": (
                        "<p>In 2016 Canada announced that it would return to a larger part in the peace "
                        "operations of the United Nations. Mexico, for its part, was increasing its own "
                        "participation and preparing a training centre, to be ready by 2018. Peace "
                        "operations ask of soldiers more than combat skills: patience, knowledge of the law "
                        "and the trust of civilians.</p>"
                    ),
                    "fr": (
                        "<p>En 2016, le Canada a annoncé qu’il prendrait de nouveau une plus grande part aux "
                        "opérations de paix des Nations Unies. De son côté, le Mexique augmentait sa "
                        "participation et préparait un centre de formation, qui devait être prêt d’ici à "
                        "2018. Les opérations de paix demandent aux soldats plus que l’art du combat : de la "
                        "patience, la connaissance du droit et la confiance des civils.</p>"
                    ),
                    "es": (
                        "<p>En 2016, Canadá anunció que volvería a tener una mayor participación en las "
                        "operaciones de paz de las Naciones Unidas. México, por su parte, aumentaba la suya "
                        "y preparaba un centro de entrenamiento que debía estar listo a más tardar en 2018. "
                        "Las operaciones de paz exigen a los soldados algo más que saber combatir: "
                        "paciencia, conocimiento del derecho y la confianza de la población civil.</p>"
                    ),
                },
            },
            {
                "heading": {
                    "en": "What Canada offered",
                    "fr": "Ce que le Canada a offert",
                    "es": "Lo que ofreció Canadá",
                },
                "body": {
                    "en": (
                        "<p>Canada declared itself ready to help in three ways:</p>"
                        "<ul><li>advice from the training schools of the Canadian Armed Forces for the new "
                        "institution</li><li>many more places in language courses</li><li>further courses "
                        "for military professionals and senior staff officers, through the Military Training "
                        "and Cooperation Program</li></ul>"
                        "<p>A soldier who serves under the United Nations works with people of many nations. "
                        "Language and staff procedure therefore come before anything else.</p>"
                    ),
                    "fr": (
                        "<p>Le Canada s’est dit prêt à aider de trois façons :</p>"
                        "<ul><li>les conseils des écoles d’instruction des Forces armées canadiennes, pour "
                        "le nouvel établissement</li><li>un nombre bien plus élevé de places dans les cours "
                        "de langue</li><li>la poursuite des cours destinés aux militaires de métier et aux "
                        "officiers supérieurs d’état-major, dans le cadre du Programme d’instruction et de "
                        "coopération militaires</li></ul>"
                        "<p>Un soldat qui sert sous l’égide des Nations Unies travaille avec des gens de "
                        "nombreux pays. La langue et les procédures d’état-major passent donc avant tout le "
                        "reste.</p>"
                    ),
                    "es": (
                        "<p>Canadá se declaró dispuesto a ayudar de tres maneras:</p>"
                        "<ul><li>la asesoría de las escuelas de las Fuerzas Armadas Canadienses a la nueva "
                        "institución</li><li>muchos más lugares en los cursos de idiomas</li><li>la "
                        "continuación de los cursos para militares de carrera y oficiales superiores de "
                        "estado mayor, mediante el Programa de Instrucción y Cooperación Militar</li></ul>"
                        "<p>Un soldado que sirve con las Naciones Unidas trabaja con personas de muchas "
                        "naciones. Por eso, el idioma y los procedimientos de estado mayor van antes que "
                        "todo lo demás.</p>"
                    ),
                },
            },
        ],
        "figures": [
            {
                "label": {
                    "en": "Mexico’s peacekeeping training centre",
                    "fr": "Centre mexicain de formation au maintien de la paix",
                    "es": "Centro mexicano de entrenamiento para operaciones de paz",
                },
                "value": None,
                "wording": {
                    "en": "expected by 2018",
                    "fr": "attendu d’ici à 2018",
                    "es": "previsto a más tardar en 2018",
                },
                "unit": {"en": "", "fr": "", "es": ""},
                "as_of": "2016-06-28",
                "valid_until": "2018-12-31",
                "source": "Prime Minister of Canada, backgrounder of June 28, 2016",
            },
        ],
        "sources": ["Prime Minister of Canada, backgrounder of June 28, 2016"],
        "explanation": {
            "en": (
                "The date announced for the centre has passed and its present situation could not be "
                "confirmed, so this page has been withdrawn. The page on defence relations remains available."
            ),
            "fr": (
                "La date annoncée pour le centre est passée et sa situation actuelle n’a pu être confirmée ; "
                "cette page est donc retirée. La page sur les relations de défense reste accessible."
            ),
            "es": (
                "La fecha anunciada para el centro ya pasó y no fue posible confirmar su situación actual, "
                "por lo que se retiró esta página. La página sobre las relaciones en materia de defensa "
                "sigue disponible."
            ),
        },
    },
]
