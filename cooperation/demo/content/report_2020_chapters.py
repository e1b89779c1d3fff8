"""Part III of the report for 2020: the year’s results, group by group."""

CHAPTERS = [
    {
        "group": "agri-business",
        "results": {
            "en": (
                "<p>The group met by video link; a press report of 25 December 2020 gives an account of "
                "what was agreed.</p>"
                "<ul>"
                "<li>Work on recognizing each other’s organic certification had moved forward.</li>"
                "<li>Both sides would look for ways to open trade to Indigenous groups and to women, "
                "special trade rules among them.</li>"
                "<li>Permits and procedures would keep moving from paper to digital form.</li>"
                "<li>A joint answer to growing protectionism would be studied, and fuller use made of the "
                "free trade agreements each country has signed.</li>"
                "</ul>"
                "<p>The programme that brings seasonal farm workers from Mexico was also discussed: its "
                "future, the workers’ pay and living conditions, and a formal plan to secure the labour "
                "that food production in both countries needs.</p>"
            ),
            "fr": (
                "<p>Le groupe s’est réuni par visioconférence ; un article paru le 25 décembre 2020 rend "
                "compte de ce qui a été convenu.</p>"
                "<ul>"
                "<li>Les travaux sur la reconnaissance mutuelle de la certification biologique avaient "
                "avancé.</li>"
                "<li>Les deux parties chercheraient comment ouvrir le commerce aux groupes autochtones et "
                "aux femmes, y compris par des règles particulières.</li>"
                "<li>Les permis et les démarches continueraient de passer du papier au numérique.</li>"
                "<li>Une réponse commune à la montée du protectionnisme serait étudiée, et les accords de "
                "libre-échange de chaque pays mieux mis à profit.</li>"
                "</ul>"
                "<p>Il a aussi été question du programme qui fait venir du Mexique des travailleurs "
                "agricoles saisonniers : son avenir, la paie et les conditions de vie des travailleurs, "
                "ainsi qu’un plan en bonne et due forme pour assurer la main-d’œuvre dont la production "
                "alimentaire des deux pays a besoin.</p>"
            ),
            "es": (
                "<p>El grupo se reunió por videoconferencia; una nota de prensa del 25 de diciembre de 2020 "
                "da cuenta de lo acordado.</p>"
                "<ul>"
                "<li>Habían avanzado los trabajos para que cada país reconozca la certificación orgánica "
                "del otro.</li>"
                "<li>Ambas partes buscarían cómo abrir el comercio a los grupos indígenas y a las mujeres, "
                "incluso con reglas particulares.</li>"
                "<li>Los permisos y trámites seguirían pasando del papel a la forma digital.</li>"
                "<li>Se estudiaría una respuesta conjunta al creciente proteccionismo y se aprovecharían "
                "mejor los tratados de libre comercio que ha firmado cada país.</li>"
                "</ul>"
                "<p>También se habló del programa que lleva a Canadá a trabajadores agrícolas de temporada: "
                "su futuro, los salarios y las condiciones de vida, y un plan formal para contar con la "
                "mano de obra que necesita la producción de alimentos en ambos países.</p>"
            ),
        },
    },
    {
        "group": "creativity-culture",
        "results": {
            "en": (
                "<p>The youngest of the groups was in its fourth year. Its subjects go back to November "
                "2017, when the two culture ministers chose them: Indigenous languages, creative "
                "industries, the digital agenda, and cinema with its co-productions.</p>"
                "<p>What the group achieved in 2020 cannot be restated here: the excerpts of the report "
                "that were consulted end before its chapter. The setting is known. No group could meet in "
                "person, and the annual meeting asked all of them to think about gender equality in their "
                "field. The two objectives below that are not about procedure follow from that request and "
                "from the agenda of 2017.</p>"
            ),
            "fr": (
                "<p>Le plus jeune des groupes en était à sa quatrième année. Ses sujets datent de novembre "
                "2017, lorsque les deux ministres de la Culture les ont choisis : les langues autochtones, "
                "les industries créatives, le numérique, et le cinéma avec ses coproductions.</p>"
                "<p>On ne peut redire ici ce que le groupe a accompli en 2020 : les extraits du rapport qui "
                "ont été consultés s’arrêtent avant son chapitre. Le contexte, lui, est connu. Aucun groupe "
                "ne pouvait se réunir en personne, et la réunion annuelle a invité chacun à réfléchir à "
                "l’égalité des genres dans son domaine. Les deux objectifs ci-dessous qui ne sont pas de "
                "procédure découlent de cette invitation et du programme de 2017.</p>"
            ),
            "es": (
                "<p>El más joven de los grupos estaba en su cuarto año. Sus asuntos datan de noviembre de "
                "2017, cuando los titulares de Cultura los eligieron: las lenguas indígenas, las industrias "
                "creativas, la agenda digital, y el cine con sus coproducciones.</p>"
                "<p>No es posible repetir aquí lo que el grupo logró en 2020: los fragmentos del informe "
                "consultados terminan antes de su capítulo. El contexto sí se conoce. Ningún grupo podía "
                "reunirse en persona, y la reunión anual invitó a todos a pensar en la igualdad de género "
                "en su campo. Los dos objetivos siguientes que no son de procedimiento se desprenden de esa "
                "invitación y de la agenda de 2017.</p>"
            ),
        },
    },
    {
        "group": "energy",
        "results": {
            "en": (
                "<p>The group’s own record for 2020 is not in the sources consulted. Two things can be said "
                "of the year. The report keeps Energy among the eight groups; and at the opening of the "
                "annual meeting energy was named, with mining, the automotive industry and aerospace, as a "
                "sector in which Canadian firms have invested in Mexico.</p>"
                "<p>The objectives are those that follow for every group from the annual meeting: to come "
                "back with an account of the year, and to attend to gender equality.</p>"
            ),
            "fr": (
                "<p>Le bilan du groupe pour 2020 ne figure pas dans les sources consultées. On peut dire "
                "deux choses de l’année. Le rapport maintient l’énergie parmi les huit groupes ; et à "
                "l’ouverture de la réunion annuelle, l’énergie a été nommée, avec les mines, l’automobile "
                "et l’aéronautique, parmi les secteurs où des entreprises canadiennes ont investi au "
                "Mexique.</p>"
                "<p>Les objectifs sont ceux qui découlent, pour chaque groupe, de la réunion annuelle : "
                "revenir avec un bilan de l’année et se soucier de l’égalité des genres.</p>"
            ),
            "es": (
                "<p>El balance del grupo en 2020 no figura en las fuentes consultadas. Del año pueden "
                "decirse dos cosas. El informe mantiene la energía entre los ocho grupos; y en la apertura "
                "de la reunión anual se nombró la energía, junto con la minería, la industria automotriz y "
                "la aeronáutica, entre los sectores en los que han invertido en México empresas "
                "canadienses.</p>"
                "<p>Los objetivos son los que se derivan, para cada grupo, de la reunión anual: volver con "
                "un balance del año y atender la igualdad de género.</p>"
            ),
        },
    },
    {
        "group": "environment",
        "results": {
            "en": (
                "<p>Environment remained one of the eight groups in 2020. Its results for the year are not "
                "in the sources consulted, and nothing is put in their place here.</p>"
                "<p>Like the others, the group worked without meeting in person, and like the others it was "
                "asked to bring gender equality into what it does. It was to account for its work at the "
                "annual meeting of 2021.</p>"
            ),
            "fr": (
                "<p>L’environnement est resté l’un des huit groupes en 2020. Ses résultats de l’année ne "
                "figurent pas dans les sources consultées, et rien n’est inventé ici pour les "
                "remplacer.</p>"
                "<p>Comme les autres, le groupe a travaillé sans rencontre en personne ; comme les autres, "
                "il a été invité à tenir compte de l’égalité des genres dans ce qu’il fait. Il devait "
                "rendre compte de son travail à la réunion annuelle de 2021.</p>"
            ),
            "es": (
                "<p>El medio ambiente siguió siendo uno de los ocho grupos en 2020. Sus resultados del año "
                "no figuran en las fuentes consultadas, y aquí no se pone nada en su lugar.</p>"
                "<p>Como los demás, el grupo trabajó sin reuniones presenciales y, como a los demás, se le "
                "invitó a incorporar la igualdad de género en lo que hace. Debía rendir cuentas de su "
                "trabajo en la reunión anual de 2021.</p>"
            ),
        },
    },
    {
        "group": "forestry",
        "results": {
            "en": (
                "<p>Help against wildland fire is the oldest thread that this site can follow in this "
                "field: in 2016, 41 firefighters came from Mexico to Alberta. A memorandum on sharing such "
                "resources exists between the two countries, and Mexico’s foreign ministry has since placed "
                "it within this group.</p>"
                "<p>The sources consulted do not tell what the group did in 2020. Its objectives for 2021 "
                "are therefore the two that the annual meeting implies for all.</p>"
            ),
            "fr": (
                "<p>L’entraide contre les feux de forêt est le fil le plus ancien que ce site puisse suivre "
                "dans ce domaine : en 2016, 41 pompiers sont venus du Mexique en Alberta. Un protocole "
                "d’entente sur le partage de telles ressources lie les deux pays, et la diplomatie "
                "mexicaine l’a depuis rattaché à ce groupe.</p>"
                "<p>Les sources consultées ne disent pas ce que le groupe a fait en 2020. Ses objectifs "
                "pour 2021 sont donc les deux que la réunion annuelle suppose pour tous.</p>"
            ),
            "es": (
                "<p>El apoyo frente a los incendios forestales es el hilo más antiguo que este sitio puede "
                "seguir en la materia: en 2016, 41 combatientes viajaron de México a Alberta. Existe entre "
                "ambos países un memorándum sobre el intercambio de esos recursos, que la cancillería "
                "mexicana ha situado después en el marco de este grupo.</p>"
                "<p>Las fuentes consultadas no dicen qué hizo el grupo en 2020. Sus objetivos para 2021 "
                "son, por tanto, los dos que la reunión anual supone para todos.</p>"
            ),
        },
    },
    {
        "group": "human-capital",
        "results": {
            "en": (
                "<p>The list of 2020 no longer has a group for labour mobility, as those of 2016 and 2017 "
                "did; Human Capital is the one that deals with people. Its record for the year is not in "
                "the sources consulted.</p>"
                "<p>Seasonal farm work was taken up elsewhere, in the Agri-business group. For 2021 this "
                "group’s objectives are the common ones: a session at the next annual meeting, and gender "
                "equality in its plan.</p>"
            ),
            "fr": (
                "<p>La liste de 2020 ne comporte plus de groupe sur la mobilité de la main-d’œuvre, comme "
                "celles de 2016 et de 2017 ; c’est Capital humain qui s’occupe des personnes. Son bilan de "
                "l’année ne figure pas dans les sources consultées.</p>"
                "<p>Le travail agricole saisonnier a été abordé ailleurs, au groupe Agroalimentaire. Pour "
                "2021, les objectifs de ce groupe sont les objectifs communs : une séance à la prochaine "
                "réunion annuelle, et l’égalité des genres dans son plan.</p>"
            ),
            "es": (
                "<p>La lista de 2020 ya no tiene un grupo sobre movilidad laboral, como las de 2016 y 2017; "
                "es Capital humano el que se ocupa de las personas. Su balance del año no figura en las "
                "fuentes consultadas.</p>"
                "<p>El trabajo agrícola de temporada se trató en otro lugar, el grupo de Agronegocios. Para "
                "2021 los objetivos de este grupo son los comunes: una sesión en la siguiente reunión anual "
                "y la igualdad de género en su plan.</p>"
            ),
        },
    },
    {
        "group": "mining",
        "results": {
            "en": (
                "<p>Mining was the first sector named when the annual meeting opened and Canada’s place "
                "among foreign investors in Mexico was recalled. That was said of the economy as a whole; "
                "it is not a result of the group, whose own record for 2020 is not in the sources "
                "consulted.</p>"
                "<p>For 2021 the group had to prepare its session at the annual meeting and, like every "
                "other, find room for gender equality in its plan.</p>"
            ),
            "fr": (
                "<p>Les mines ont été le premier secteur nommé lorsque, à l’ouverture de la réunion "
                "annuelle, on a rappelé la place du Canada parmi les investisseurs étrangers au Mexique. Le "
                "propos visait l’économie entière ; ce n’est pas un résultat du groupe, dont le bilan pour "
                "2020 ne figure pas dans les sources consultées.</p>"
                "<p>Pour 2021, le groupe devait préparer sa séance à la réunion annuelle et, comme tous les "
                "autres, faire une place à l’égalité des genres dans son plan.</p>"
            ),
            "es": (
                "<p>La minería fue el primer sector que se nombró cuando, en la apertura de la reunión "
                "anual, se recordó el lugar de Canadá entre los inversionistas extranjeros en México. Se "
                "hablaba de la economía en su conjunto; no es un resultado del grupo, cuyo balance de 2020 "
                "no figura en las fuentes consultadas.</p>"
                "<p>Para 2021 el grupo debía preparar su sesión en la reunión anual y, como todos los "
                "demás, dar cabida a la igualdad de género en su plan.</p>"
            ),
        },
    },
    {
        "group": "trade-investment-innovation",
        "results": {
            "en": (
                "<p>Two things weighed on this group’s subject in 2020: an economy in crisis and a new set "
                "of rules. The pandemic made recovery the priority of the annual meeting as a whole. The "
                "new North American agreement, in force since July, was expected at the opening to raise a "
                "trade already worth more than 24 billion dollars.</p>"
                "<p>Investment was recalled as well, with Canada third among foreign investors in Mexico. "
                "The sources consulted do not reach the group’s own chapter, so its activities are not "
                "described. Its second objective takes up the priority stated at the opening.</p>"
            ),
            "fr": (
                "<p>Deux choses pesaient en 2020 sur le sujet de ce groupe : une économie en crise et des "
                "règles nouvelles. La pandémie a fait de la relance la priorité de toute la réunion "
                "annuelle. Du nouvel accord nord-américain, en vigueur depuis juillet, on attendait à "
                "l’ouverture qu’il fasse croître des échanges déjà supérieurs à 24 milliards de "
                "dollars.</p>"
                "<p>L’investissement a aussi été rappelé, le Canada étant au troisième rang des "
                "investisseurs étrangers au Mexique. Les sources consultées ne vont pas jusqu’au chapitre "
                "du groupe ; ses activités ne sont donc pas décrites. Son deuxième objectif reprend la "
                "priorité énoncée à l’ouverture.</p>"
            ),
            "es": (
                "<p>Dos cosas pesaban en 2020 sobre la materia de este grupo: una economía en crisis y "
                "reglas nuevas. La pandemia hizo de la recuperación la prioridad de toda la reunión anual. "
                "Del nuevo tratado de América del Norte, en vigor desde julio, se esperaba en la apertura "
                "que hiciera crecer un comercio que ya superaba los 24 000 millones de dólares.</p>"
                "<p>También se habló de inversión, con Canadá como tercer inversionista extranjero en "
                "México. Las fuentes consultadas no llegan al capítulo del grupo, de modo que sus "
                "actividades no se describen. Su segundo objetivo retoma la prioridad enunciada en la "
                "apertura.</p>"
            ),
        },
    },
]
