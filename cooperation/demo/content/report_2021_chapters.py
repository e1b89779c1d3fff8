"""Part III of the report for 2021: the year’s results, group by group."""

CHAPTERS = [
    {
        "group": "agri-business",
        "results": {
            "en": (
                "<p>Agri-business was not one of the five groups that sat on 25 November 2021, and the "
                "sources consulted do not report a meeting of the group during the year.</p>"
                "<p>The four objectives it had set itself at the end of 2020 are therefore all carried "
                "forward. One can be dated: the year ended without an arrangement on organic products, so "
                "that goods certified in one country could not yet be sold as organic in the other on that "
                "basis alone. Of the rest (digital permits, access for Indigenous groups and for women, a "
                "plan for farm labour) the sources say nothing more, and they are shown as under way.</p>"
            ),
            "fr": (
                "<p>Le groupe Agroalimentaire n’était pas l’un des cinq qui ont siégé le 25 novembre 2021, "
                "et les sources consultées ne font état d’aucune réunion du groupe durant l’année.</p>"
                "<p>Les quatre objectifs qu’il s’était donnés à la fin de 2020 sont donc tous reportés. "
                "L’un d’eux peut être daté : l’année s’est achevée sans arrangement sur les produits "
                "biologiques, si bien que ce qui était certifié dans un pays ne pouvait pas encore se "
                "vendre comme tel dans l’autre à ce seul titre. Des autres (permis numériques, accès des "
                "groupes autochtones et des femmes, plan pour la main-d’œuvre agricole), les sources ne "
                "disent rien de plus ; ils sont donnés comme étant en cours.</p>"
            ),
            "es": (
                "<p>Agronegocios no fue uno de los cinco grupos que sesionaron el 25 de noviembre de 2021, "
                "y las fuentes consultadas no dan cuenta de ninguna reunión del grupo durante el año.</p>"
                "<p>Los cuatro objetivos que se había propuesto a fines de 2020 pasan, pues, al año "
                "siguiente. Uno puede fecharse: el año terminó sin un arreglo sobre productos orgánicos, de "
                "modo que lo certificado en un país todavía no podía venderse como orgánico en el otro por "
                "ese solo motivo. De los demás (permisos digitales, acceso de grupos indígenas y mujeres, "
                "un plan para la mano de obra agrícola) las fuentes no dicen más, y se muestran como en "
                "curso.</p>"
            ),
        },
    },
    {
        "group": "creativity-culture",
        "results": {
            "en": (
                "<p>The group sat at the 17th annual meeting, so the first of its objectives is met. "
                "Delegates of the Youth Lab, who had spent the year in talks with specialists on subjects "
                "that included culture, put recommendations to the groups that day.</p>"
                "<p>What the group did with its four subjects, Indigenous languages, creative industries, "
                "the digital agenda and film, is told in a chapter that the excerpts consulted do not "
                "reach; they stay under way. For 2022 the co-chairs were asked to look at the outcome of "
                "the leaders’ meetings, as were those of every group.</p>"
            ),
            "fr": (
                "<p>Le groupe a siégé à la 17e réunion annuelle ; le premier de ses objectifs est donc "
                "atteint. Les délégués du Lab Jeunesse, qui avaient échangé toute l’année avec des "
                "spécialistes sur des sujets dont la culture, ont soumis ce jour-là des recommandations aux "
                "groupes.</p>"
                "<p>Ce que le groupe a fait de ses quatre sujets, langues autochtones, industries "
                "créatives, numérique et cinéma, est raconté dans un chapitre que les extraits consultés "
                "n’atteignent pas ; ils restent en cours. Pour 2022, les coprésidents ont été invités, "
                "comme ceux de tous les groupes, à se pencher sur l’issue des rencontres des "
                "dirigeants.</p>"
            ),
            "es": (
                "<p>El grupo sesionó en la 17.ª reunión anual, de modo que el primero de sus objetivos está "
                "cumplido. Los delegados del Laboratorio de Jóvenes, que durante el año habían conversado "
                "con especialistas sobre temas como la cultura, presentaron ese día recomendaciones a los "
                "grupos.</p>"
                "<p>Lo que el grupo hizo con sus cuatro asuntos, lenguas indígenas, industrias creativas, "
                "agenda digital y cine, se cuenta en un capítulo al que no llegan los fragmentos "
                "consultados; siguen en curso. Para 2022 se pidió a los copresidentes, como a los de todos "
                "los grupos, examinar lo que resultó de los encuentros de los líderes.</p>"
            ),
        },
    },
    {
        "group": "energy",
        "results": {
            "en": (
                "<p>Energy did not sit at the annual meeting of 2021; the session it was to hold there is "
                "recorded as dropped, and a new one is set for the 18th meeting.</p>"
                "<p>The subject was not absent from the relationship. In July the ministers responsible for "
                "trade discussed it, and Canada repeated its concern about the climate for investment in "
                "Mexico’s energy and mining sectors. That exchange took place outside the group and is "
                "noted as context only.</p>"
            ),
            "fr": (
                "<p>Le groupe Énergie n’a pas siégé à la réunion annuelle de 2021 ; la séance qu’il devait "
                "y tenir est inscrite comme abandonnée, et une nouvelle est prévue pour la 18e réunion.</p>"
                "<p>Le sujet n’était pas absent de la relation. En juillet, les ministres chargées du "
                "Commerce en ont discuté, et le Canada a répété sa préoccupation quant au climat "
                "d’investissement dans l’énergie et les mines au Mexique. Cet échange s’est fait hors du "
                "groupe ; il n’est noté ici que pour le contexte.</p>"
            ),
            "es": (
                "<p>El grupo de Energía no sesionó en la reunión anual de 2021; la sesión que debía "
                "celebrar queda registrada como abandonada, y se prevé una nueva para la 18.ª reunión.</p>"
                "<p>El asunto no estuvo ausente de la relación. En julio lo abordaron las responsables de "
                "comercio de ambos gobiernos, y Canadá reiteró su preocupación por el clima de inversión en "
                "los sectores de energía y minería de México. Ese intercambio ocurrió fuera del grupo y se "
                "consigna solo como contexto.</p>"
            ),
        },
    },
    {
        "group": "environment",
        "results": {
            "en": (
                "<p>The group held its session on 25 November 2021, as it had undertaken to do. What it "
                "reported there is not in the sources consulted.</p>"
                "<p>It met at a moment when its subject stood high: the foreign ministers had spoken of "
                "climate change on 16 November, and the North American leaders two days after. Its plan for "
                "2022 was to reflect those talks. The Youth Lab’s delegates had recommendations for the "
                "groups as well, to be weighed in the new year.</p>"
            ),
            "fr": (
                "<p>Le groupe a tenu sa séance le 25 novembre 2021, comme il s’y était engagé. Ce qu’il y a "
                "rapporté ne figure pas dans les sources consultées.</p>"
                "<p>Il s’est réuni à un moment où son sujet était bien en vue : les ministres des Affaires "
                "étrangères avaient parlé des changements climatiques le 16 novembre, et les dirigeants "
                "nord-américains deux jours plus tard. Son plan de 2022 devait en tenir compte. Les "
                "délégués du Lab Jeunesse avaient eux aussi des recommandations pour les groupes, à "
                "examiner au cours de la nouvelle année.</p>"
            ),
            "es": (
                "<p>El grupo celebró su sesión el 25 de noviembre de 2021, como se había comprometido. Lo "
                "que informó en ella no figura en las fuentes consultadas.</p>"
                "<p>Se reunió cuando su materia ocupaba un lugar destacado: los cancilleres habían hablado "
                "de cambio climático el 16 de noviembre, y los líderes de América del Norte dos días "
                "después. Su plan de 2022 debía tener en cuenta esas conversaciones. También los delegados "
                "del Laboratorio de Jóvenes tenían recomendaciones para los grupos, que se examinarían en "
                "el nuevo año.</p>"
            ),
        },
    },
    {
        "group": "forestry",
        "results": {
            "en": (
                "<p>Forestry sat at the 17th annual meeting and so met its first objective. The excerpts "
                "consulted do not include what it said there.</p>"
                "<p>Where it was heading is clearer, from what Mexico’s National Forestry Commission wrote "
                "a year later: in 2022 the two countries worked on wildland fire and on accounting for "
                "forest carbon, and an operating plan on fire was signed. Those are entered below as "
                "objectives for 2022, along with those that the annual meeting set for all groups.</p>"
            ),
            "fr": (
                "<p>Le groupe Foresterie a siégé à la 17e réunion annuelle et a donc atteint son premier "
                "objectif. Les extraits consultés ne comprennent pas ce qu’il y a dit.</p>"
                "<p>Sa direction se voit mieux dans ce que la Commission nationale des forêts du Mexique a "
                "écrit un an plus tard : en 2022, les deux pays ont travaillé sur les feux de forêt et sur "
                "la comptabilisation du carbone forestier, et un plan opérationnel sur les feux a été "
                "signé. Ces points sont inscrits ci-dessous comme objectifs pour 2022, avec ceux que la "
                "réunion annuelle a fixés à tous les groupes.</p>"
            ),
            "es": (
                "<p>El grupo de Bosques sesionó en la 17.ª reunión anual y cumplió así su primer objetivo. "
                "Los fragmentos consultados no incluyen lo que dijo en ella.</p>"
                "<p>Hacia dónde iba se ve mejor en lo que escribió un año después la Comisión Nacional "
                "Forestal de México: en 2022 los dos países trabajaron en los incendios forestales y en la "
                "contabilidad del carbono forestal, y se firmó un plan operativo sobre incendios. Esos "
                "puntos se registran abajo como objetivos para 2022, junto con los que la reunión anual "
                "fijó a todos los grupos.</p>"
            ),
        },
    },
    {
        "group": "human-capital",
        "results": {
            "en": (
                "<p>Human Capital was among the five groups that sat in November 2021. Its own chapter is "
                "beyond the excerpts consulted, so nothing is said here of its results.</p>"
                "<p>One event of the meeting concerned it closely: young people were in the room. The Youth "
                "Lab had brought together as many young women as young men, from both countries, and its "
                "delegates presented recommendations to the groups. Weighing them is the group’s first new "
                "objective for 2022.</p>"
            ),
            "fr": (
                "<p>Le groupe Capital humain était l’un des cinq qui ont siégé en novembre 2021. Son "
                "chapitre se trouve au-delà des extraits consultés ; rien n’est donc dit ici de ses "
                "résultats.</p>"
                "<p>Un aspect de la réunion le touchait de près : des jeunes y participaient. Le Lab "
                "Jeunesse avait rassemblé autant de jeunes femmes que de jeunes hommes, venus des deux "
                "pays, et ses délégués ont présenté des recommandations aux groupes. Les examiner est le "
                "premier des nouveaux objectifs du groupe pour 2022.</p>"
            ),
            "es": (
                "<p>Capital humano fue uno de los cinco grupos que sesionaron en noviembre de 2021. Su "
                "capítulo queda más allá de los fragmentos consultados, por lo que aquí nada se dice de sus "
                "resultados.</p>"
                "<p>Un aspecto de la reunión le tocaba de cerca: participaron jóvenes. El Laboratorio había "
                "reunido a tantas mujeres como hombres jóvenes, de ambos países, y sus delegados "
                "presentaron recomendaciones a los grupos. Examinarlas es el primero de los nuevos "
                "objetivos del grupo para 2022.</p>"
            ),
        },
    },
    {
        "group": "mining",
        "results": {
            "en": (
                "<p>The group did not sit on 25 November 2021. Its session is entered as dropped for that "
                "year, with a new one to be held at the 18th meeting.</p>"
                "<p>Mining was spoken of elsewhere. When the trade ministers met in Mexico City in July, "
                "Canada welcomed the coming reopening of a mine and voiced its continuing concern about the "
                "conditions for investors in the sector. The group’s own record for the year is not in the "
                "sources consulted.</p>"
            ),
            "fr": (
                "<p>Le groupe n’a pas siégé le 25 novembre 2021. Sa séance est inscrite comme abandonnée "
                "pour cette année-là, une nouvelle devant se tenir à la 18e réunion.</p>"
                "<p>Il a été question des mines ailleurs. Lorsque les ministres chargées du Commerce se "
                "sont rencontrées à Mexico en juillet, le Canada s’est réjoui de la réouverture prochaine "
                "d’une mine et a redit sa préoccupation quant aux conditions offertes aux investisseurs du "
                "secteur. Le bilan du groupe pour l’année ne figure pas dans les sources consultées.</p>"
            ),
            "es": (
                "<p>El grupo no sesionó el 25 de noviembre de 2021. Su sesión se registra como abandonada "
                "para ese año, con una nueva por celebrarse en la 18.ª reunión.</p>"
                "<p>De minería se habló en otro lugar. Cuando las responsables de comercio se reunieron en "
                "la Ciudad de México en julio, Canadá celebró la próxima reapertura de una mina y reiteró "
                "su preocupación por las condiciones para los inversionistas del sector. El balance del "
                "grupo en el año no figura en las fuentes consultadas.</p>"
            ),
        },
    },
    {
        "group": "trade-investment-innovation",
        "results": {
            "en": (
                "<p>The group sat on 25 November 2021; its objective of a session at the annual meeting is "
                "met.</p>"
                "<p>The year’s landmark in its field came in July, when the new North American agreement "
                "turned one. The two ministers responsible for trade met in Mexico City and went over how "
                "it was being applied: labour reform in Mexico, support for small business, openings for "
                "women and for Indigenous and racialized communities. They agreed to keep working on "
                "recovery, with women’s economic empowerment and the supply chains the countries share as "
                "its means. The recovery objective of 2020 thus remains under way.</p>"
            ),
            "fr": (
                "<p>Le groupe a siégé le 25 novembre 2021 ; son objectif d’une séance à la réunion annuelle "
                "est atteint.</p>"
                "<p>Le moment marquant de l’année dans son domaine est venu en juillet, au premier "
                "anniversaire du nouvel accord nord-américain. Les deux ministres chargées du Commerce se "
                "sont rencontrées à Mexico et ont examiné sa mise en œuvre : réforme du travail au Mexique, "
                "appui aux petites entreprises, débouchés pour les femmes et les communautés autochtones et "
                "racisées. Elles ont convenu de poursuivre l’effort de relance, par l’autonomisation "
                "économique des femmes et par les chaînes d’approvisionnement communes aux deux pays. "
                "L’objectif de relance de 2020 reste donc en cours.</p>"
            ),
            "es": (
                "<p>El grupo sesionó el 25 de noviembre de 2021; su objetivo de celebrar una sesión en la "
                "reunión anual está cumplido.</p>"
                "<p>El momento destacado del año en su campo llegó en julio, con el primer aniversario del "
                "nuevo tratado de América del Norte. Las dos responsables de comercio se reunieron en la "
                "Ciudad de México y repasaron su aplicación: reforma laboral en México, apoyo a las "
                "pequeñas empresas, oportunidades para las mujeres y para las comunidades indígenas y "
                "racializadas. Acordaron seguir trabajando en la recuperación, con el empoderamiento "
                "económico de las mujeres y las cadenas de suministro que comparten los países como medios. "
                "El objetivo de recuperación de 2020 sigue, pues, en curso.</p>"
            ),
        },
    },
]
