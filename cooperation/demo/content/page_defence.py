"""Defence: talks, maritime security, training."""

PAGE = {
    "key": "defence",
    "source_language": "en",
    "themes": ["defence", "security"],
    "countries": ["CA", "MX", "US"],
    "parent": None,
    "title": {
        "en": "Defence relations",
        "fr": "Les relations de défense",
        "es": "Relaciones en materia de defensa",
    },
    "slug": {"en": "defence-relations", "fr": "relations-de-defense", "es": "relaciones-de-defensa"},
    "summary": {
        "en": (
            "Talks between ministries and armed forces, security at sea and military training in Canada and Mexico."
        ),
        "fr": (
            "Pourparlers entre ministères et entre forces armées, sécurité en mer et formation militaire au "
            "Canada et au Mexique."
        ),
        "es": (
            "Conversaciones entre ministerios y entre fuerzas armadas, seguridad en el mar y formación "
            "militar en Canadá y México."
        ),
    },
    "sections": [
        {
            "heading": {"en": "Who takes part", "fr": "Qui y participe", "es": "Quiénes participan"},
            "body": {
                "en": (
                    "<p>On the Canadian side, defence relations are the work of the Department of National "
                    "Defence and the Canadian Armed Forces. On the Mexican side there are two partners: the "
                    'Secretariat of National Defence (<abbr title="Secretaría de la Defensa Nacional">'
                    'SEDENA</abbr>) and the Secretariat of the Navy (<abbr title="Secretaría de Marina">'
                    "SEMAR</abbr>). Canada sent its first defence attaché to Mexico in 1991, and ties have "
                    "grown since.</p>"
                ),
                "fr": (
                    "<p>Du côté canadien, les relations de défense relèvent du ministère de la Défense "
                    "nationale et des Forces armées canadiennes. Du côté mexicain, les partenaires sont au "
                    'nombre de deux : le secrétariat de la Défense nationale (<abbr title="Secretaría de la '
                    'Defensa Nacional">SEDENA</abbr>) et le secrétariat de la Marine (<abbr '
                    'title="Secretaría de Marina">SEMAR</abbr>). Le premier attaché de défense canadien est '
                    "arrivé au Mexique en 1991 ; les liens n’ont cessé de se développer depuis.</p>"
                ),
                "es": (
                    "<p>Por parte de Canadá, las relaciones de defensa están a cargo del Departamento de "
                    "Defensa Nacional y de las Fuerzas Armadas Canadienses. Por parte de México hay dos "
                    "instituciones: la Secretaría de la Defensa Nacional (SEDENA) y la Secretaría de Marina "
                    "(SEMAR). El primer agregado de defensa canadiense llegó a México en 1991 y, desde "
                    "entonces, los vínculos no han dejado de crecer.</p>"
                ),
            },
        },
        {
            "heading": {"en": "The talks", "fr": "Les pourparlers", "es": "Las conversaciones"},
            "body": {
                "en": (
                    "<p>Three series of meetings hold the relationship together.</p>"
                    "<ul><li><strong>Political-military talks</strong>, since 2006, join the foreign and "
                    "defence ministries. At the seventh round, held in Mexico in December 2013, regional "
                    "security, training and military justice were discussed.</li><li><strong>Staff "
                    "talks</strong>, since May 2011, are held between the armed forces themselves. The third "
                    "were held in Canada in May 2013.</li><li><strong>Meetings of North American defence "
                    "ministers</strong> include the United States. Canada hosted the first in March 2012 and "
                    "Mexico the second on April 24, 2014.</li></ul>"
                ),
                "fr": (
                    "<p>Trois séries de rencontres structurent la relation.</p>"
                    "<ul><li><strong>Les pourparlers politico-militaires</strong>, depuis 2006, réunissent "
                    "les ministères des Affaires étrangères et de la Défense. À la septième ronde, tenue au "
                    "Mexique en décembre 2013, il a été question de sécurité régionale, de formation et de "
                    "justice militaire.</li><li><strong>Les pourparlers d’état-major</strong>, depuis mai "
                    "2011, se tiennent entre les forces armées elles-mêmes. Les troisièmes ont eu lieu au "
                    "Canada en mai 2013.</li><li><strong>Les réunions des ministres de la Défense d’Amérique "
                    "du Nord</strong> comprennent les États-Unis. Le Canada a accueilli la première en mars "
                    "2012, et le Mexique, la deuxième, le 24 avril 2014.</li></ul>"
                ),
                "es": (
                    "<p>Tres series de reuniones sostienen la relación.</p>"
                    "<ul><li><strong>Las conversaciones político-militares</strong>, desde 2006, reúnen a "
                    "los ministerios de relaciones exteriores y de defensa. En la séptima ronda, celebrada "
                    "en México en diciembre de 2013, se habló de seguridad regional, capacitación y justicia "
                    "militar.</li><li><strong>Las conversaciones de estado mayor</strong>, desde mayo de "
                    "2011, se celebran entre las propias fuerzas armadas. Las terceras tuvieron lugar en "
                    "Canadá en mayo de 2013.</li><li><strong>Las reuniones de ministros de Defensa de "
                    "América del Norte</strong> incluyen a Estados Unidos. Canadá fue sede de la primera en "
                    "marzo de 2012 y México, de la segunda, el 24 de abril de 2014.</li></ul>"
                ),
            },
        },
        {
            "heading": {"en": "At sea", "fr": "En mer", "es": "En el mar"},
            "body": {
                "en": (
                    "<p>The North American Maritime Security Initiative (NAMSI) lets the three countries "
                    "share what they know about ships and threats, and answer together. Canada joined in "
                    "August 2011. The navies also learn from each other directly: Canada offered SEMAR "
                    "places for two junior officers on a Halifax-class frigate for six months, and naval "
                    "training for operations near the coast and on the high seas.</p>"
                ),
                "fr": (
                    "<p>L’Initiative de sécurité maritime de l’Amérique du Nord (NAMSI) permet aux trois "
                    "pays de mettre en commun ce qu’ils savent des navires et des menaces, et d’intervenir "
                    "ensemble. Le Canada en fait partie depuis août 2011. Les marines apprennent aussi "
                    "directement l’une de l’autre : le Canada a offert à la SEMAR d’accueillir deux jeunes "
                    "officiers pendant six mois sur une frégate de classe Halifax, et de donner une "
                    "formation navale en vue d’opérations près des côtes et en haute mer.</p>"
                ),
                "es": (
                    "<p>La Iniciativa de Seguridad Marítima de América del Norte (NAMSI, por sus siglas en "
                    "inglés) permite a los tres países compartir lo que saben sobre buques y amenazas, y "
                    "responder juntos. Canadá participa desde agosto de 2011. Las marinas también aprenden "
                    "directamente una de la otra: Canadá ofreció a la SEMAR lugares para dos oficiales "
                    "jóvenes en una fragata de clase Halifax, durante seis meses, así como formación naval "
                    "para operar cerca de la costa y en alta mar.</p>"
                ),
            },
        },
        {
            "heading": {"en": "Training", "fr": "La formation", "es": "La formación"},
            "body": {
                "en": (
                    "<p>Mexico joined Canada’s Military Training and Cooperation Program (MTCP) in 2004. Its "
                    "courses serve the careers of Mexican officers and help the forces of the hemisphere "
                    "work side by side. By April 2014, 175 Mexican students had been trained. In 2016 Canada "
                    "announced more language courses, continued training for senior staff officers, and help "
                    "with the peacekeeping training centre that Mexico wished to open by 2018.</p>"
                ),
                "fr": (
                    "<p>Le Mexique participe depuis 2004 au Programme d’instruction et de coopération "
                    "militaires (PICM) du Canada. Les cours servent la carrière des officiers mexicains et "
                    "aident les forces de l’hémisphère à travailler côte à côte. En avril 2014, 175 "
                    "stagiaires mexicains avaient été formés. En 2016, le Canada a annoncé davantage de "
                    "cours de langue, la poursuite de la formation des officiers supérieurs d’état-major et "
                    "un appui au centre de formation au maintien de la paix que le Mexique souhaitait ouvrir "
                    "d’ici à 2018.</p>"
                ),
                "es": (
                    "<p>México forma parte desde 2004 del Programa de Instrucción y Cooperación Militar de "
                    "Canadá (MTCP, por sus siglas en inglés). Los cursos contribuyen a la carrera de los "
                    "oficiales mexicanos y facilitan que las fuerzas del hemisferio trabajen lado a lado. "
                    "Hasta abril de 2014 se habían capacitado 175 alumnos mexicanos. En 2016, Canadá anunció "
                    "más cursos de idiomas, la continuación de los cursos para oficiales superiores de "
                    "estado mayor y su apoyo al centro de entrenamiento para operaciones de paz que México "
                    "deseaba abrir a más tardar en 2018.</p>"
                ),
            },
        },
    ],
    "figures": [
        {
            "label": {
                "en": "Mexican students trained through the MTCP since 2004",
                "fr": "Stagiaires mexicains formés par le PICM depuis 2004",
                "es": "Alumnos mexicanos formados por el MTCP desde 2004",
            },
            "value": "175",
            "wording": None,
            "unit": {"en": "students", "fr": "stagiaires", "es": "alumnos"},
            "as_of": "2014-04-26",
            "valid_until": None,
            "source": "Blog post “The Canada-Mexico Defence Relationship”, April 26, 2014",
        },
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
    "sources": [
        "Blog post “The Canada-Mexico Defence Relationship”, April 26, 2014",
        "Embassy of Canada in Mexico, page “Sécurité”, undated",
        "Prime Minister of Canada, backgrounder of June 28, 2016",
        ("Prime Minister of Canada, backgrounder “Security and Defence”, June 29, 2016 (date Canada joined NAMSI)"),
    ],
}
