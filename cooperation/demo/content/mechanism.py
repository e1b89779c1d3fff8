"""The Canada-Mexico Partnership, the mechanism that the demonstration follows."""

from cooperation.demo.content.cmp_sources import (
    CMP_PAGE,
    CONAFOR_2022,
    CULTURE_2017,
    FORESTS_2025,
    JORNADA_2020,
    REPORT_2016,
    REPORT_2017,
    REPORT_2018,
    REPORT_2019,
    REPORT_2020,
    REPORT_2021,
    SRE_2017,
    SRE_2022,
)
from cooperation.demo.content.words import said

PARTNERSHIP = [
    {
        "key": "cmp",
        "acronym": {"en": "CMP", "fr": "PCM", "es": "AMC"},
        "type": "partnership",
        "level": "bilateral",
        "launched_on": "2004-10",
        "launched_at": said("Ottawa", "Ottawa", "Ottawa"),
        "cadence": said("Once a year", "Une fois par année", "Una vez al año"),
        "hosting": said(
            "Canada and Mexico by turns", "Le Canada et le Mexique à tour de rôle", "México y Canadá, por turnos"
        ),
        "status": "active",
        "othername": [
            {
                "name": said("PCM", "CMP", "PCM"),
                "note": said("in French", "en anglais", "en francés"),
            },
            {
                "name": said("AMC", "AMC", "CMP"),
                "note": said("in Spanish", "en espagnol", "en inglés"),
            },
        ],
        "mechanismparty": [{"country": "CA"}, {"country": "MX"}],
        "coordinatingbody": [
            {"organization": code, "role": said("coordination", "coordination", "coordinación")}
            for code in ("gac", "sre")
        ],
        "themes": ["partnership"],
        "countries": ["CA", "MX"],
        "source_language": "en",
        "title": {
            "en": "Canada-Mexico Partnership",
            "fr": "Partenariat Canada-Mexique",
            "es": "Alianza México-Canadá",
        },
        "slug": {
            "en": "canada-mexico-partnership",
            "fr": "partenariat-canada-mexique",
            "es": "alianza-mexico-canada",
        },
        "summary": {
            "en": (
                "Since 2004, the standing forum in which the governments, businesses and institutions of "
                "Canada and Mexico plan their work together."
            ),
            "fr": (
                "Depuis 2004, le lieu permanent où gouvernements, entreprises et institutions du Canada et "
                "du Mexique préparent leur travail commun."
            ),
            "es": (
                "Desde 2004, el foro permanente donde gobiernos, empresas e instituciones de México y "
                "Canadá preparan su trabajo conjunto."
            ),
        },
        "sections": [
            {
                "heading": {
                    "en": "Origins and purpose",
                    "fr": "Origines et raison d’être",
                    "es": "Origen y propósito",
                },
                "body": {
                    "en": (
                        "<p>The Partnership dates from October 2004, when it was opened in Ottawa. Canada "
                        "and Mexico had then kept diplomatic relations for sixty years, and the North "
                        "American Free Trade Agreement had been in force for ten.</p>"
                        "<p>The idea is simple: people who answer to different masters, and who would "
                        "otherwise seldom share a table, look at the same subject together and say what "
                        "they will do about it by next year. Ministries, provinces and states, business and "
                        "industry associations, universities and other bodies all have a seat. The calendar "
                        "is the Partnership’s own; elections and changes of government do not interrupt "
                        "it.</p>"
                        "<p>What it has to show is written down once a year, in a report that tells what "
                        "each working group did and what it sets itself for the year that follows.</p>"
                    ),
                    "fr": (
                        "<p>Le Partenariat remonte à octobre 2004 ; c’est à Ottawa qu’il a vu le jour. Le "
                        "Canada et le Mexique entretenaient alors des relations diplomatiques depuis "
                        "soixante ans, et l’Accord de libre-échange nord-américain s’appliquait depuis dix "
                        "ans.</p>"
                        "<p>L’idée est simple : des gens qui ne relèvent pas des mêmes autorités, et qui "
                        "autrement se croiseraient rarement, examinent ensemble un même sujet et disent ce "
                        "qu’ils en feront d’ici l’année suivante. Ministères, provinces et États, "
                        "associations d’affaires et d’industrie, universités et autres organismes y ont "
                        "leur place. Le calendrier appartient au Partenariat ; ni les élections ni les "
                        "changements de gouvernement ne l’interrompent.</p>"
                        "<p>Le bilan est consigné une fois l’an, dans un rapport qui expose ce que chaque "
                        "groupe de travail a fait et ce qu’il se fixe pour l’année à venir.</p>"
                    ),
                    "es": (
                        "<p>La Alianza nació en Ottawa en octubre de 2004. México y Canadá mantenían "
                        "entonces relaciones diplomáticas desde hacía sesenta años, y el Tratado de Libre "
                        "Comercio de América del Norte llevaba diez en vigor.</p>"
                        "<p>La idea es sencilla: personas que responden a autoridades distintas, y que de "
                        "otro modo rara vez coincidirían, examinan juntas un mismo asunto y dicen qué harán "
                        "al respecto de aquí al año siguiente. Secretarías y ministerios, estados y "
                        "provincias, asociaciones empresariales e industriales, universidades y otros "
                        "organismos tienen su lugar en la mesa. El calendario es propio de la Alianza: ni "
                        "las elecciones ni los cambios de gobierno lo interrumpen.</p>"
                        "<p>El balance queda por escrito una vez al año, en un informe que cuenta lo que "
                        "hizo cada grupo de trabajo y lo que se propone para el año que sigue.</p>"
                    ),
                },
            },
            {
                "heading": {"en": "How it works", "fr": "Fonctionnement", "es": "Cómo funciona"},
                "body": {
                    "en": (
                        "<p>Two foreign ministries keep the Partnership running: Global Affairs Canada and "
                        "Mexico’s Secretariat of Foreign Affairs. Once a year everyone meets, in Canada and "
                        "in Mexico by turns.</p>"
                        "<p>Between meetings the work belongs to the groups. Each has senior officials of "
                        "both governments as its co-chairs, joined in some groups by leaders from business; "
                        "each draws up its own objectives and plan, and sits as often as the plan demands. "
                        "There is no roll of members: whoever belongs to a group takes part. Public members "
                        "come from the federal governments, the provinces and the states; private and "
                        "academic ones from associations, companies and universities.</p>"
                        "<p>At the annual meeting the groups account for the past year and set the next "
                        "one’s aims, and the co-chairs compare notes across subjects.</p>"
                    ),
                    "fr": (
                        "<p>Deux ministères des affaires étrangères font tourner le Partenariat : Affaires "
                        "mondiales Canada et le Secrétariat des Affaires étrangères du Mexique. Une fois "
                        "l’an, tout le monde se réunit, tantôt au Canada, tantôt au Mexique.</p>"
                        "<p>Entre deux réunions, le travail revient aux groupes. Chacun est coprésidé par "
                        "de hauts fonctionnaires des deux gouvernements, auxquels se joignent, dans "
                        "certains groupes, des dirigeants d’entreprise ; chacun définit ses objectifs et "
                        "son plan, et siège aussi souvent que ce plan l’exige. Il n’y a pas de liste de "
                        "membres : quiconque appartient à un groupe participe. Le secteur public y vient "
                        "des administrations fédérales, des provinces et des États ; les secteurs privé et "
                        "universitaire, d’associations, d’entreprises et d’universités.</p>"
                        "<p>À la réunion annuelle, les groupes rendent compte de l’année écoulée et fixent "
                        "les buts de la suivante, et les coprésidents comparent leurs constats d’un sujet à "
                        "l’autre.</p>"
                    ),
                    "es": (
                        "<p>Dos cancillerías mantienen en marcha la Alianza: la Secretaría de Relaciones "
                        "Exteriores de México y Asuntos Globales Canadá. Una vez al año se reúnen todos, "
                        "por turnos en uno y otro país.</p>"
                        "<p>Entre una reunión y otra, el trabajo corresponde a los grupos. Cada uno tiene "
                        "como copresidentes a altos funcionarios de ambos gobiernos, a quienes se suman en "
                        "algunos grupos dirigentes de empresas; cada uno fija sus objetivos y su plan, y "
                        "sesiona tantas veces como el plan lo requiera. No hay padrón de miembros: "
                        "participa quien pertenece a un grupo. El sector público proviene de los gobiernos "
                        "federales, los estados y las provincias; el privado y el académico, de "
                        "asociaciones, empresas y universidades.</p>"
                        "<p>En la reunión anual los grupos rinden cuentas del año transcurrido y fijan las "
                        "metas del siguiente, y los copresidentes cotejan sus conclusiones entre un tema y "
                        "otro.</p>"
                    ),
                },
            },
            {
                "heading": {
                    "en": "The groups, and how the list changes",
                    "fr": "Les groupes et l’évolution de la liste",
                    "es": "Los grupos y cómo cambia la lista",
                },
                "body": {
                    "en": (
                        "<p>The reports for 2020 and 2021 name the same eight groups:</p>"
                        "<ul>"
                        "<li>Agri-business</li>"
                        "<li>Creativity and Culture</li>"
                        "<li>Energy</li>"
                        "<li>Environment</li>"
                        "<li>Forestry</li>"
                        "<li>Human Capital</li>"
                        "<li>Mining</li>"
                        "<li>Trade, Investment and Innovation</li>"
                        "</ul>"
                        "<p>The list is not fixed. Labour Mobility had a group in 2016 and 2017. Creativity "
                        "and Culture joined in 2017, after the two culture ministers agreed that November "
                        "on a shared agenda. In November 2021 the two countries decided on a group for "
                        "foreign policy, to begin in 2022; a communiqué on the 18th meeting counts it among "
                        "the six that sat that day.</p>"
                        "<p>Names vary too, mostly in French: agri-business appears as <span "
                        'lang="fr">agroalimentaire</span> or <span lang="fr">agro-industrie</span>, '
                        'mining as <span lang="fr">exploitation minière</span> or <span '
                        'lang="fr">mines</span>.</p>'
                    ),
                    "fr": (
                        "<p>Les rapports de 2020 et de 2021 nomment les huit mêmes groupes :</p>"
                        "<ul>"
                        "<li>Agroalimentaire</li>"
                        "<li>Créativité et culture</li>"
                        "<li>Énergie</li>"
                        "<li>Environnement</li>"
                        "<li>Foresterie</li>"
                        "<li>Capital humain</li>"
                        "<li>Exploitation minière</li>"
                        "<li>Commerce, investissement et innovation</li>"
                        "</ul>"
                        "<p>La liste n’est pas figée. La mobilité de la main-d’œuvre avait son groupe en "
                        "2016 et en 2017. Créativité et culture s’est ajouté en 2017, les deux ministres de "
                        "la Culture ayant convenu, en novembre de cette année-là, d’un programme commun. En "
                        "novembre 2021, les deux pays ont décidé de former un groupe sur la politique "
                        "étrangère, à partir de 2022 ; un communiqué sur la 18e réunion le compte parmi les "
                        "six groupes qui ont siégé ce jour-là.</p>"
                        "<p>Les noms varient aussi, surtout en français : « agroalimentaire » ou "
                        "« agro-industrie », « exploitation minière » ou « mines ».</p>"
                    ),
                    "es": (
                        "<p>Los informes de 2020 y 2021 mencionan los mismos ocho grupos:</p>"
                        "<ul>"
                        "<li>Agronegocios</li>"
                        "<li>Creatividad y cultura</li>"
                        "<li>Energía</li>"
                        "<li>Medio ambiente</li>"
                        "<li>Bosques</li>"
                        "<li>Capital humano</li>"
                        "<li>Minería</li>"
                        "<li>Comercio, inversión e innovación</li>"
                        "</ul>"
                        "<p>La lista no es fija. La movilidad laboral tuvo su propio grupo en 2016 y 2017. "
                        "Creatividad y cultura se incorporó en 2017, después de que los titulares de "
                        "Cultura de ambos países acordaran, en noviembre de ese año, una agenda común. En "
                        "noviembre de 2021 los dos países decidieron crear un grupo sobre política "
                        "exterior, a partir de 2022; un comunicado sobre la 18.ª reunión lo cuenta entre "
                        "los seis que sesionaron ese día.</p>"
                        "<p>También varían los nombres, sobre todo en francés: agronegocios aparece como "
                        '<span lang="fr">agroalimentaire</span> o <span '
                        'lang="fr">agro-industrie</span>; minería, como <span lang="fr">exploitation '
                        'minière</span> o <span lang="fr">mines</span>.</p>'
                    ),
                },
            },
            {
                "heading": {
                    "en": "Annual meetings",
                    "fr": "Réunions annuelles",
                    "es": "Reuniones anuales",
                },
                "body": {
                    "en": (
                        "<table><caption>Meetings since 2016</caption>"
                        '<thead><tr><th scope="col">Meeting</th><th scope="col">Date</th><th '
                        'scope="col">Place or format</th><th scope="col">Noted</th></tr>'
                        "</thead>"
                        "<tbody>"
                        '<tr><th scope="row">12th</th><td>23 and 24 November '
                        "2016</td><td>Ottawa</td><td>More than 150 delegates</td></tr>"
                        '<tr><th scope="row">13th</th><td>23 and 24 November 2017</td><td>Mexico '
                        "City</td><td>About 180 delegates; eight groups in the annual report, six in the "
                        "communiqué</td></tr>"
                        '<tr><th scope="row">14th</th><td>11 and 12 October 2018</td><td>Ottawa</td><td>A '
                        "day and a half</td></tr>"
                        '<tr><th scope="row">15th</th><td>27 and 28 November 2019</td><td>Mexico '
                        "City</td><td>Nearly 200 participants; five groups sat</td></tr>"
                        '<tr><th scope="row">16th</th><td>November 2020</td><td>Online</td><td>Over 100 '
                        "at the opening, on the 26th</td></tr>"
                        '<tr><th scope="row">17th</th><td>25 November 2021</td><td>Led by Mexico; hybrid '
                        "or virtual, depending on the source</td><td>Five groups sat</td></tr>"
                        '<tr><th scope="row">18th</th><td>24 November 2022</td><td>Ottawa</td><td>Six '
                        "groups sat</td></tr>"
                        "</tbody>"
                        "</table><p>In November 2025 a forestry group of the two countries met under "
                        "another heading, a comprehensive strategic partnership with an action plan for "
                        "2025 to 2028. The sources consulted do not say what that means for the Partnership "
                        "described here.</p>"
                    ),
                    "fr": (
                        "<table><caption>Réunions depuis 2016</caption>"
                        '<thead><tr><th scope="col">Réunion</th><th scope="col">Date</th><th '
                        'scope="col">Lieu ou mode</th><th scope="col">À noter</th></tr>'
                        "</thead>"
                        "<tbody>"
                        '<tr><th scope="row">12e</th><td>23 et 24 novembre '
                        "2016</td><td>Ottawa</td><td>Plus de 150 délégués</td></tr>"
                        '<tr><th scope="row">13e</th><td>23 et 24 novembre '
                        "2017</td><td>Mexico</td><td>Environ 180 délégués ; huit groupes selon le rapport "
                        "annuel, six selon le communiqué</td></tr>"
                        '<tr><th scope="row">14e</th><td>11 et 12 octobre 2018</td><td>Ottawa</td><td>Une '
                        "journée et demie</td></tr>"
                        '<tr><th scope="row">15e</th><td>27 et 28 novembre '
                        "2019</td><td>Mexico</td><td>Près de 200 participants ; cinq groupes ont "
                        "siégé</td></tr>"
                        '<tr><th scope="row">16e</th><td>Novembre 2020</td><td>En ligne</td><td>Plus de '
                        "100 personnes à l’ouverture, le 26</td></tr>"
                        '<tr><th scope="row">17e</th><td>25 novembre 2021</td><td>Dirigée par le '
                        "Mexique ; hybride ou virtuelle, selon la source</td><td>Cinq groupes ont "
                        "siégé</td></tr>"
                        '<tr><th scope="row">18e</th><td>24 novembre 2022</td><td>Ottawa</td><td>Six '
                        "groupes ont siégé</td></tr>"
                        "</tbody>"
                        "</table><p>En novembre 2025, un groupe des deux pays sur les forêts s’est réuni "
                        "sous une autre enseigne, celle d’un partenariat stratégique global assorti d’un "
                        "plan d’action pour 2025 à 2028. Les sources consultées ne disent pas ce qu’il en "
                        "résulte pour le Partenariat décrit ici.</p>"
                    ),
                    "es": (
                        "<table><caption>Reuniones desde 2016</caption>"
                        '<thead><tr><th scope="col">Reunión</th><th scope="col">Fecha</th><th '
                        'scope="col">Lugar o formato</th><th scope="col">Observaciones</th></tr>'
                        "</thead>"
                        "<tbody>"
                        '<tr><th scope="row">12.ª</th><td>23 y 24 de noviembre de '
                        "2016</td><td>Ottawa</td><td>Más de 150 delegados</td></tr>"
                        '<tr><th scope="row">13.ª</th><td>23 y 24 de noviembre de 2017</td><td>Ciudad de '
                        "México</td><td>Cerca de 180 delegados; ocho grupos según el informe anual, seis "
                        "según el comunicado</td></tr>"
                        '<tr><th scope="row">14.ª</th><td>11 y 12 de octubre de '
                        "2018</td><td>Ottawa</td><td>Un día y medio</td></tr>"
                        '<tr><th scope="row">15.ª</th><td>27 y 28 de noviembre de 2019</td><td>Ciudad de '
                        "México</td><td>Casi 200 participantes; sesionaron cinco grupos</td></tr>"
                        '<tr><th scope="row">16.ª</th><td>Noviembre de 2020</td><td>En línea</td><td>Más '
                        "de 100 personas en la apertura, el día 26</td></tr>"
                        '<tr><th scope="row">17.ª</th><td>25 de noviembre de 2021</td><td>Encabezada por '
                        "México; híbrida o virtual, según la fuente</td><td>Sesionaron cinco "
                        "grupos</td></tr>"
                        '<tr><th scope="row">18.ª</th><td>24 de noviembre de '
                        "2022</td><td>Ottawa</td><td>Sesionaron seis grupos</td></tr>"
                        "</tbody>"
                        "</table><p>En noviembre de 2025, un grupo de ambos países sobre bosques se reunió "
                        "bajo otro nombre, el de una asociación estratégica integral con un plan de acción "
                        "para 2025-2028. Las fuentes consultadas no dicen qué significa eso para la Alianza "
                        "que aquí se describe.</p>"
                    ),
                },
            },
        ],
        "figures": [
            {
                "label": {
                    "en": "Working groups",
                    "fr": "Groupes de travail",
                    "es": "Grupos de trabajo",
                },
                "value": "8",
                "wording": None,
                "unit": {"en": "groups", "fr": "groupes", "es": "grupos"},
                "as_of": "2021-11-25",
                "valid_until": None,
                "source": "Global Affairs Canada, Canada-Mexico Partnership: 2021 Annual Report",
            },
            {
                "label": {
                    "en": "Delegates at the 12th annual meeting",
                    "fr": "Délégués à la 12e réunion annuelle",
                    "es": "Delegados en la 12.ª reunión anual",
                },
                "value": None,
                "wording": {"en": "more than 150", "fr": "plus de 150", "es": "más de 150"},
                "unit": {"en": "delegates", "fr": "délégués", "es": "delegados"},
                "as_of": "2016-11-24",
                "valid_until": None,
                "source": "Global Affairs Canada, Canada-Mexico Partnership: 2016 Annual Report",
            },
            {
                "label": {
                    "en": "Participants at the 15th annual meeting",
                    "fr": "Participants à la 15e réunion annuelle",
                    "es": "Participantes en la 15.ª reunión anual",
                },
                "value": None,
                "wording": {"en": "nearly 200", "fr": "près de 200", "es": "casi 200"},
                "unit": {"en": "participants", "fr": "participants", "es": "participantes"},
                "as_of": "2019-11-28",
                "valid_until": None,
                "source": "Global Affairs Canada, Canada-Mexico Partnership: 2019 Annual Report",
            },
        ],
        "sources": [
            CMP_PAGE,
            REPORT_2016,
            REPORT_2017,
            REPORT_2018,
            REPORT_2019,
            REPORT_2020,
            REPORT_2021,
            CULTURE_2017,
            SRE_2017,
            JORNADA_2020,
            SRE_2022,
            CONAFOR_2022,
            FORESTS_2025,
        ],
    },
]
