"""Emergency management and CBRN threat reduction."""

PAGE = {
    "key": "emergency",
    "source_language": "en",
    "themes": ["security", "energy"],
    "countries": ["CA", "MX", "GT"],
    "parent": "security",
    "title": {
        "en": "Emergencies and nuclear security",
        "fr": "Urgences et sécurité nucléaire",
        "es": "Emergencias y seguridad nuclear",
    },
    "slug": {
        "en": "emergencies-and-nuclear-security",
        "fr": "urgences-et-securite-nucleaire",
        "es": "emergencias-y-seguridad-nuclear",
    },
    "summary": {
        "en": (
            "From wildfires to radioactive material: how the two countries prepare for emergencies and help each other."
        ),
        "fr": (
            "Des feux de forêt aux matières radioactives : comment les deux pays se préparent aux urgences "
            "et s’entraident."
        ),
        "es": ("De los incendios forestales al material radiactivo: cómo se preparan y se ayudan los dos países."),
    },
    "sections": [
        {
            "heading": {
                "en": "Help when it is needed",
                "fr": "De l’aide au bon moment",
                "es": "Ayuda cuando hace falta",
            },
            "body": {
                "en": (
                    "<p>In 2016 fires of unusual strength burned in the province of Alberta. Mexico sent 41 "
                    "firefighters to stand beside their Canadian colleagues. Such help is quickest when "
                    "people already know each other’s ways of working, so the two countries also prepare "
                    "together in quieter times.</p>"
                ),
                "fr": (
                    "<p>En 2016, des feux d’une force exceptionnelle ont ravagé la province de l’Alberta. Le "
                    "Mexique a envoyé 41 pompiers prêter main-forte à leurs collègues canadiens. Une telle "
                    "aide est d’autant plus rapide que chacun connaît déjà les façons de faire de l’autre ; "
                    "c’est pourquoi les deux pays se préparent aussi ensemble par temps calme.</p>"
                ),
                "es": (
                    "<p>En 2016, incendios de una fuerza poco común azotaron la provincia de Alberta. México "
                    "envió 41 bomberos a trabajar junto a sus colegas canadienses. Esa ayuda es más rápida "
                    "cuando cada quien conoce ya la forma de trabajar del otro; por eso los dos países "
                    "también se preparan juntos en tiempos de calma.</p>"
                ),
            },
        },
        {
            "heading": {
                "en": "One approach to all hazards",
                "fr": "Une même approche pour tous les risques",
                "es": "Un mismo enfoque para todos los riesgos",
            },
            "body": {
                "en": (
                    "<p>Canada plans for every kind of hazard in the same way, whether its origin is "
                    "natural, technological or human. The work has four parts:</p>"
                    "<ol><li>prevention and mitigation, so that less harm is "
                    "done</li><li>preparedness</li><li>response</li><li>recovery</li></ol>"
                    "<p>Canada offers this experience for exchange. Two countries that face extreme weather "
                    "and natural disasters have much to tell each other. In 2017 both countries were to host "
                    "United Nations meetings on disaster risk reduction, an occasion to compare methods. "
                    "They also planned a short exchange of staff on the help that consular services give "
                    "citizens in an emergency abroad.</p>"
                ),
                "fr": (
                    "<p>Le Canada planifie de la même manière pour tous les risques, qu’ils soient d’origine "
                    "naturelle, technologique ou humaine. Le travail comporte quatre volets :</p>"
                    "<ol><li>la prévention et l’atténuation, pour limiter les dommages</li><li>la "
                    "préparation</li><li>l’intervention</li><li>le rétablissement</li></ol>"
                    "<p>Le Canada met volontiers cette expérience en commun. Deux pays exposés aux "
                    "phénomènes météorologiques extrêmes et aux catastrophes naturelles ont beaucoup à "
                    "s’apprendre. En 2017, les deux pays devaient accueillir des réunions des Nations Unies "
                    "sur la réduction des risques de catastrophe, une occasion de comparer les méthodes. Ils "
                    "prévoyaient aussi un bref échange de personnel sur l’aide que les services consulaires "
                    "apportent aux citoyens en cas d’urgence à l’étranger.</p>"
                ),
                "es": (
                    "<p>Canadá planea de la misma manera para todos los riesgos, sean de origen natural, "
                    "tecnológico o humano. El trabajo tiene cuatro partes:</p>"
                    "<ol><li>la prevención y la mitigación, para reducir los daños</li><li>la "
                    "preparación</li><li>la respuesta</li><li>la recuperación</li></ol>"
                    "<p>Canadá comparte con gusto esta experiencia. Dos países expuestos a fenómenos "
                    "meteorológicos extremos y a desastres naturales tienen mucho que contarse. En 2017, "
                    "ambos países iban a ser sede de reuniones de las Naciones Unidas sobre la reducción del "
                    "riesgo de desastres, una ocasión para comparar métodos. También tenían previsto un "
                    "breve intercambio de personal sobre la ayuda que los servicios consulares prestan a sus "
                    "ciudadanos en emergencias en el extranjero.</p>"
                ),
            },
        },
        {
            "heading": {
                "en": "Chemical, biological, radiological and nuclear threats",
                "fr": "Les menaces chimiques, biologiques, radiologiques et nucléaires",
                "es": "Amenazas químicas, biológicas, radiológicas y nucleares",
            },
            "body": {
                "en": (
                    "<p>Canada and Mexico both belong to the Global Partnership Against the Spread of "
                    "Weapons and Materials of Mass Destruction. There they work to reduce the danger of "
                    "terrorism with chemical, biological, radiological or nuclear (CBRN) means. Mexico takes "
                    "part in Canadian projects for the Americas; these help the countries of Latin America "
                    "and the Caribbean control exports and secure their borders.</p>"
                ),
                "fr": (
                    "<p>Le Canada et le Mexique font tous deux partie du Partenariat mondial contre la "
                    "prolifération des armes de destruction massive et des matières connexes. Ils y "
                    "travaillent à réduire le danger d’un terrorisme recourant à des moyens chimiques, "
                    "biologiques, radiologiques ou nucléaires (CBRN). Le Mexique participe à des projets "
                    "canadiens dans les Amériques, qui aident les pays d’Amérique latine et des Caraïbes à "
                    "contrôler les exportations et à sécuriser leurs frontières.</p>"
                ),
                "es": (
                    "<p>Canadá y México forman parte de la Alianza Mundial contra la Proliferación de Armas "
                    "de Destrucción en Masa y Materias Conexas. En ella trabajan para reducir el peligro de "
                    "un terrorismo con medios químicos, biológicos, radiológicos o nucleares (QBRN). México "
                    "participa en proyectos canadienses en el continente americano, que ayudan a los países "
                    "de América Latina y el Caribe a controlar las exportaciones y a proteger sus "
                    "fronteras.</p>"
                ),
            },
        },
        {
            "heading": {"en": "Nuclear security", "fr": "La sécurité nucléaire", "es": "Seguridad nuclear"},
            "body": {
                "en": (
                    "<p>Two steps were announced in 2016. A memorandum of understanding foresees equipment "
                    "and training so that customs staff at Mexico’s southern border can find and stop cargo "
                    "with nuclear or radioactive material. The two countries also agreed to work towards a "
                    "certified Nuclear Security Support Centre, for specialists in Mexico and in Central "
                    "America.</p>"
                ),
                "fr": (
                    "<p>Deux mesures ont été annoncées en 2016. Un protocole d’entente prévoit de "
                    "l’équipement et de la formation pour que les douanes, à la frontière sud du Mexique, "
                    "puissent repérer et intercepter les cargaisons contenant des matières nucléaires ou "
                    "radioactives. Les deux pays ont aussi convenu de travailler à la création d’un centre "
                    "d’appui à la sécurité nucléaire, certifié, pour les spécialistes du Mexique et "
                    "d’Amérique centrale.</p>"
                ),
                "es": (
                    "<p>En 2016 se anunciaron dos medidas. Un memorando de entendimiento prevé equipo y "
                    "capacitación para que las aduanas de la frontera sur de México puedan detectar e "
                    "interceptar carga con material nuclear o radiactivo. Los dos países acordaron, además, "
                    "trabajar en la creación de un centro de apoyo a la seguridad física nuclear, "
                    "certificado, para especialistas de México y de Centroamérica.</p>"
                ),
            },
        },
    ],
    "figures": [
        {
            "label": {
                "en": "Mexican firefighters sent to Alberta",
                "fr": "Pompiers mexicains envoyés en Alberta",
                "es": "Bomberos mexicanos enviados a Alberta",
            },
            "value": "41",
            "wording": None,
            "unit": {"en": "firefighters", "fr": "pompiers", "es": "bomberos"},
            "as_of": "2016-06-28",
            "valid_until": None,
            "source": "Prime Minister of Canada, backgrounder of June 28, 2016",
        },
        {
            "label": {
                "en": "United Nations meetings on disaster risk reduction in both countries",
                "fr": ("Réunions des Nations Unies sur la réduction des risques de catastrophe dans les deux pays"),
                "es": ("Reuniones de las Naciones Unidas sobre reducción del riesgo de desastres en ambos países"),
            },
            "value": None,
            "wording": {"en": "planned for 2017", "fr": "prévues en 2017", "es": "previstas para 2017"},
            "unit": {"en": "", "fr": "", "es": ""},
            "as_of": "2016-06-28",
            "valid_until": "2017-12-31",
            "source": "Prime Minister of Canada, backgrounder of June 28, 2016",
        },
    ],
    "sources": [
        ("Prime Minister of Canada, backgrounder “Canada-Mexico Cooperation on Security and Defence”, June 28, 2016"),
    ],
}
