"""The annual report of the Partnership for 2020: message, profile, figures and sources."""

from cooperation.demo.content.cmp_sources import (
    AGRI_2020,
    CMP_PAGE,
    CULTURE_2017,
    FIRE_2023,
    JORNADA_2020,
    REPORT_2020,
    SECURITY_2016,
    SRE_2017,
    TRADE_2021,
)
from cooperation.demo.content.report_2020_chapters import CHAPTERS
from cooperation.demo.content.report_2020_objectives import OBJECTIVES

REPORT = {
    "key": "report-2020",
    "mechanism": "cmp",
    "year": 2020,
    "themes": ["partnership"],
    "countries": ["CA", "MX"],
    "source_language": "en",
    "title": {
        "en": "Canada-Mexico Partnership: 2020 Annual Report",
        "fr": "Partenariat Canada-Mexique : rapport annuel 2020",
        "es": "Alianza México-Canadá: informe anual 2020",
    },
    "slug": {
        "en": "canada-mexico-partnership-2020",
        "fr": "partenariat-canada-mexique-2020",
        "es": "alianza-mexico-canada-2020",
    },
    "summary": {
        "en": (
            "The year the Partnership met entirely online: the 16th annual meeting, the eight groups and "
            "what they set themselves for 2021."
        ),
        "fr": (
            "L’année où le Partenariat s’est réuni entièrement en ligne : la 16e réunion, les huit groupes "
            "et leurs objectifs pour 2021."
        ),
        "es": (
            "El año en que la Alianza se reunió por completo en línea: la 16.ª reunión, los ocho grupos y "
            "sus objetivos para 2021."
        ),
    },
    "message": {
        "en": (
            "<p>In sixteen years the Partnership had never had to do without a meeting room. In 2020 it "
            "did. Borders were hard to cross, delegations stayed at home, and for the working groups, which "
            "depend on people knowing one another, it was not an easy year.</p>"
            "<p>They found other ways. The annual meeting took place on screens from beginning to end, and "
            "more than a hundred of us were there when it opened: public servants, business people, "
            "academics. We went over what the year had still allowed, and we drew up plans for 2021.</p>"
            "<p>One concern ran through this meeting more than any before it: gender equality. Whatever "
            "subject a group deals with, it should be able to say who benefits from its work and who is "
            "left out.</p>"
            "<p>Governments change and so do circumstances; this meeting is held all the same. We believe "
            "that constancy is what has kept the Partnership useful. Our thanks go to everyone who kept it "
            "going this year from a desk at home.</p>"
        ),
        "fr": (
            "<p>En seize ans, jamais le Partenariat n’avait dû se passer de salle de réunion. En 2020, il "
            "l’a fait. Les frontières étaient difficiles à franchir, les délégations sont restées chez "
            "elles, et l’année n’a pas été simple pour les groupes de travail, qui tiennent à ce que les "
            "gens se connaissent.</p>"
            "<p>Ils ont trouvé d’autres moyens. La réunion annuelle s’est déroulée à l’écran du début à la "
            "fin, et nous étions plus de cent à l’ouverture : fonctionnaires, gens d’affaires, "
            "universitaires. Nous avons passé en revue ce que l’année avait tout de même permis et dressé "
            "des plans pour 2021.</p>"
            "<p>Une préoccupation a traversé cette réunion plus qu’aucune autre avant elle : l’égalité des "
            "genres. Quel que soit son sujet, un groupe devrait pouvoir dire à qui profite son travail et "
            "qui en est exclu.</p>"
            "<p>Les gouvernements changent, les circonstances aussi ; cette réunion a lieu malgré tout. "
            "C’est à cette constance, croyons-nous, que le Partenariat doit de rester utile. Merci à toutes "
            "celles et à tous ceux qui l’ont fait vivre cette année depuis leur domicile.</p>"
        ),
        "es": (
            "<p>En dieciséis años la Alianza nunca había tenido que prescindir de una sala de reuniones. En "
            "2020 lo hizo. Era difícil cruzar las fronteras, las delegaciones se quedaron en casa y no fue "
            "un año fácil para los grupos de trabajo, que dependen de que las personas se conozcan.</p>"
            "<p>Encontraron otros medios. La reunión anual transcurrió en pantallas de principio a fin, y "
            "éramos más de cien en la apertura: servidores públicos, gente de empresa, personas del mundo "
            "académico. Repasamos lo que el año había permitido pese a todo y trazamos planes para "
            "2021.</p>"
            "<p>Una preocupación recorrió esta reunión más que cualquiera de las anteriores: la igualdad de "
            "género. Sea cual sea su materia, un grupo debería poder decir quién se beneficia de su trabajo "
            "y quién queda fuera.</p>"
            "<p>Cambian los gobiernos y cambian las circunstancias; esta reunión se celebra de todos modos. "
            "Creemos que a esa constancia debe la Alianza su utilidad. Gracias a quienes la mantuvieron "
            "viva este año desde un escritorio en casa.</p>"
        ),
    },
    "sections": [
        {
            "heading": {
                "en": "The Partnership in 2020",
                "fr": "Le Partenariat en 2020",
                "es": "La Alianza en 2020",
            },
            "body": {
                "en": (
                    "<p>Eight working groups carried the Partnership through its sixteenth year: "
                    "Agri-business, Creativity and Culture, Energy, Environment, Forestry, Human Capital, "
                    "Mining, and Trade, Investment and Innovation. Global Affairs Canada and Mexico’s "
                    "Secretariat of Foreign Affairs coordinated them.</p>"
                    "<p>Two events set the scene. The pandemic closed off travel, and with it every meeting "
                    "in person. On 1 July the new North American trade agreement took effect, which in "
                    'English is called CUSMA, in French <span lang="fr">ACEUM</span> and in Mexico <span '
                    'lang="es">T-MEC</span>. According to press reports of the annual meeting, recovery '
                    "from the economic crisis came before anything else.</p>"
                    "<p>The objectives in Part III are those of the groups for 2021. The report of the "
                    "following year says what became of each.</p>"
                ),
                "fr": (
                    "<p>Huit groupes de travail ont porté le Partenariat durant sa seizième année : "
                    "Agroalimentaire ; Créativité et culture ; Énergie ; Environnement ; Foresterie ; "
                    "Capital humain ; Exploitation minière ; Commerce, investissement et innovation. "
                    "Affaires mondiales Canada et le Secrétariat des Affaires étrangères du Mexique en "
                    "assuraient la coordination.</p>"
                    "<p>Deux événements ont planté le décor. La pandémie a fermé les voyages, et avec eux "
                    "toute rencontre en personne. Le 1er juillet est entré en vigueur le nouvel accord "
                    'commercial nord-américain, l’ACEUM (au Mexique, <span lang="es">T-MEC</span>). Selon '
                    "la presse qui a couvert la réunion annuelle, la sortie de la crise économique passait "
                    "avant tout le reste.</p>"
                    "<p>Les objectifs de la partie III sont ceux des groupes pour 2021. Le rapport de "
                    "l’année suivante dit ce qu’il en est advenu.</p>"
                ),
                "es": (
                    "<p>Ocho grupos de trabajo sostuvieron la Alianza en su decimosexto año: Agronegocios; "
                    "Creatividad y cultura; Energía; Medio ambiente; Bosques; Capital humano; Minería; y "
                    "Comercio, inversión e innovación. La coordinación estuvo a cargo de la Secretaría de "
                    "Relaciones Exteriores de México y de Asuntos Globales Canadá.</p>"
                    "<p>Dos hechos marcaron el contexto. La pandemia cerró los viajes y, con ellos, toda "
                    "reunión presencial. El 1 de julio entró en vigor el nuevo tratado comercial de América "
                    'del Norte, el T-MEC (en inglés <span lang="en">CUSMA</span>, en francés <span '
                    'lang="fr">ACEUM</span>). Según la prensa que cubrió la reunión anual, salir de la '
                    "crisis económica estaba por delante de todo lo demás.</p>"
                    "<p>Los objetivos de la parte III son los de los grupos para 2021. El informe del año "
                    "siguiente dice qué fue de cada uno.</p>"
                ),
            },
        },
        {
            "heading": {
                "en": "The 16th annual meeting",
                "fr": "La 16e réunion annuelle",
                "es": "La 16.ª reunión anual",
            },
            "body": {
                "en": (
                    "<p>For the first time the annual meeting had no venue. Health rules ruled one out, and "
                    "the whole meeting of November 2020 was held online. It opened on the 26th, according "
                    "to <em>La Jornada</em>, with over 100 people taking part.</p>"
                    "<p>At the opening, speakers recalled the scale of what ties the two economies "
                    "together: trade above 24 billion dollars, and Canada as Mexico’s third foreign "
                    "investor after the United States and Spain, in sectors such as mining, energy, the "
                    "automotive industry and aerospace.</p>"
                    "<p>The groups took stock of the year and discussed what to do together in 2021. The "
                    "theme the meeting stressed was gender equality. Social networks carried it beyond the "
                    "participants, and a joint press release was issued locally.</p>"
                ),
                "fr": (
                    "<p>Pour la première fois, la réunion annuelle n’avait pas de lieu. Les règles "
                    "sanitaires l’excluaient, et la rencontre de novembre 2020 s’est tenue tout entière en "
                    "ligne. Elle s’est ouverte le 26, selon <em>La Jornada</em>, devant plus de 100 "
                    "personnes.</p>"
                    "<p>À l’ouverture, on a rappelé l’ampleur de ce qui lie les deux économies : des "
                    "échanges de plus de 24 milliards de dollars, et un Canada au troisième rang des "
                    "investisseurs étrangers au Mexique, après les États-Unis et l’Espagne, présent "
                    "notamment dans les mines, l’énergie, l’automobile et l’aéronautique.</p>"
                    "<p>Les groupes ont fait le bilan de l’année et discuté de ce qu’ils feraient ensemble "
                    "en 2021. Le thème mis en avant était l’égalité des genres. Les réseaux sociaux l’ont "
                    "portée au-delà des participants, et un communiqué conjoint a été diffusé sur "
                    "place.</p>"
                ),
                "es": (
                    "<p>Por primera vez la reunión anual no tuvo sede. Las normas sanitarias lo impedían, y "
                    "el encuentro de noviembre de 2020 se celebró íntegramente en línea. Se inauguró el día "
                    "26, según <em>La Jornada</em>, ante más de 100 personas.</p>"
                    "<p>En la apertura se recordó la magnitud de lo que une a las dos economías: un "
                    "comercio superior a 24 000 millones de dólares, y Canadá como tercer inversionista "
                    "extranjero en México, después de Estados Unidos y España, presente en sectores como la "
                    "minería, la energía, la industria automotriz y la aeronáutica.</p>"
                    "<p>Los grupos hicieron balance del año y hablaron de lo que harían juntos en 2021. El "
                    "tema en el que se insistió fue la igualdad de género. Las redes sociales la llevaron "
                    "más allá de los participantes, y se difundió localmente un comunicado conjunto.</p>"
                ),
            },
        },
        {
            "heading": {
                "en": "About this text",
                "fr": "À propos de ce texte",
                "es": "Acerca de este texto",
            },
            "body": {
                "en": (
                    "<p>This is a demonstration text, written anew from public sources; it is not the "
                    "official report, and the message in Part I was not written by the co-chairs. Facts "
                    "come from the sources listed. Those sources stop before the chapters of most groups: "
                    "where a group’s own record could not be read, its chapter says so, and its objectives "
                    "are limited to what the sources imply.</p>"
                ),
                "fr": (
                    "<p>Ce texte est une démonstration, rédigée à neuf à partir de sources publiques ; ce "
                    "n’est pas le rapport officiel, et le message de la partie I n’est pas de la main des "
                    "coprésidents. Les faits viennent des sources indiquées, qui s’arrêtent avant les "
                    "chapitres de la plupart des groupes : lorsque le bilan d’un groupe n’a pu être lu, son "
                    "chapitre le dit, et ses objectifs s’en tiennent à ce que les sources laissent "
                    "entendre.</p>"
                ),
                "es": (
                    "<p>Este texto es una demostración, redactada de nuevo a partir de fuentes públicas; no "
                    "es el informe oficial, y el mensaje de la parte I no lo escribieron los copresidentes. "
                    "Los hechos provienen de las fuentes indicadas, que terminan antes de los capítulos de "
                    "la mayoría de los grupos: cuando no se pudo leer el balance de un grupo, su capítulo "
                    "lo dice, y sus objetivos se limitan a lo que las fuentes dan a entender.</p>"
                ),
            },
        },
    ],
    "chapters": CHAPTERS,
    "objectives": OBJECTIVES,
    "figures": [
        {
            "label": {
                "en": "Participants in the opening session",
                "fr": "Participants à la séance d’ouverture",
                "es": "Participantes en la sesión de apertura",
            },
            "value": None,
            "wording": {"en": "over 100", "fr": "plus de 100", "es": "más de 100"},
            "unit": {"en": "participants", "fr": "participants", "es": "participantes"},
            "as_of": "2020-11-26",
            "valid_until": None,
            "source": (
                "Global Affairs Canada, Canada-Mexico Partnership: 2020 Annual Report; day of the opening: "
                "La Jornada, 26 November 2020"
            ),
        },
        {
            "label": {"en": "Working groups", "fr": "Groupes de travail", "es": "Grupos de trabajo"},
            "value": "8",
            "wording": None,
            "unit": {"en": "groups", "fr": "groupes", "es": "grupos"},
            "as_of": "2020-11-26",
            "valid_until": None,
            "source": "Global Affairs Canada, Canada-Mexico Partnership: 2020 Annual Report",
        },
        {
            "label": {
                "en": "Trade between Canada and Mexico, as stated at the opening",
                "fr": "Échanges entre le Canada et le Mexique, selon les propos d’ouverture",
                "es": "Comercio entre México y Canadá, según lo dicho en la apertura",
            },
            "value": None,
            "wording": {
                "en": "over 24 billion",
                "fr": "plus de 24 milliards",
                "es": "más de 24 000 millones",
            },
            "unit": {"en": "dollars", "fr": "dollars", "es": "dólares"},
            "as_of": "2020-11-26",
            "valid_until": None,
            "source": "La Jornada, 26 November 2020",
        },
    ],
    "sources": [
        CMP_PAGE,
        REPORT_2020,
        JORNADA_2020,
        AGRI_2020,
        CULTURE_2017,
        SECURITY_2016,
        SRE_2017,
        TRADE_2021,
        FIRE_2023,
    ],
}
