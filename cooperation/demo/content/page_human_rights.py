"""Human rights: dialogue, civil society, Indigenous peoples."""

PAGE = {
    "key": "human-rights",
    "source_language": "es",
    "themes": ["rights"],
    "countries": ["CA", "MX"],
    "parent": None,
    "title": {
        "en": "A dialogue on human rights",
        "fr": "Un dialogue sur les droits de la personne",
        "es": "Un diálogo sobre derechos humanos",
    },
    "slug": {"en": "human-rights", "fr": "droits-de-la-personne", "es": "derechos-humanos"},
    "summary": {
        "en": (
            "The yearly human rights dialogue, work with civil society, and the people whose protection matters most."
        ),
        "fr": (
            "Le dialogue annuel sur les droits de la personne, le travail avec la société civile et les "
            "personnes à protéger d’abord."
        ),
        "es": (
            "El diálogo anual sobre derechos humanos, el trabajo con la sociedad civil y las personas que "
            "más protección necesitan."
        ),
    },
    "sections": [
        {
            "heading": {
                "en": "Talking about both countries",
                "fr": "Parler des deux pays",
                "es": "Hablar de los dos países",
            },
            "body": {
                "en": (
                    "<p>Every year the Embassy of Canada in Mexico holds a dialogue with the Mexican "
                    "government on human rights. It is not an examination of one country by the other: each "
                    "describes its own situation, the difficulties included, and what has helped. The "
                    "purpose is that rights should be better promoted and better protected on both sides.</p>"
                    "<p>For Canada, the subject is a priority at home as much as abroad.</p>"
                ),
                "fr": (
                    "<p>Chaque année, l’ambassade du Canada au Mexique tient avec le gouvernement mexicain "
                    "un dialogue sur les droits de la personne. Il ne s’agit pas, pour un pays, d’évaluer "
                    "l’autre : chacun présente sa propre situation, difficultés comprises, et ce qui a donné "
                    "de bons résultats. Le but est que les droits soient mieux promus et mieux protégés de "
                    "part et d’autre.</p>"
                    "<p>Pour le Canada, le sujet est une priorité chez lui autant qu’à l’étranger.</p>"
                ),
                "es": (
                    "<p>Cada año, la Embajada de Canadá en México sostiene con el gobierno mexicano un "
                    "diálogo sobre derechos humanos. No se trata de que un país examine al otro: cada uno "
                    "expone su propia situación, incluidas las dificultades, y lo que le ha servido. Lo que "
                    "se busca es que los derechos se promuevan y se protejan mejor en ambos lados.</p>"
                    "<p>Para Canadá, el tema es tan prioritario en casa como en el exterior.</p>"
                ),
            },
        },
        {
            "heading": {
                "en": "Where attention is greatest",
                "fr": "Ce qui retient le plus l’attention",
                "es": "Lo que más atención recibe",
            },
            "body": {
                "en": (
                    "<p>The embassy’s work concentrates on people who face particular danger or whose rights "
                    "are most easily overlooked:</p>"
                    "<ul><li><strong>Human rights defenders and journalists</strong>, when they are "
                    "threatened because of what they do.</li><li><strong>Women</strong>, above all where "
                    'violence leads to femicide.</li><li><strong><abbr title="lesbian, gay, bisexual, '
                    'transgender, queer and intersex">LGBTQI</abbr> people</strong>, so that diversity is '
                    "respected.</li><li><strong>Indigenous peoples</strong> and <strong>migrants</strong>, "
                    "so that their rights are guaranteed in practice.</li></ul>"
                ),
                "fr": (
                    "<p>L’ambassade concentre ses efforts sur les personnes qui courent un danger "
                    "particulier, ou dont on oublie le plus facilement les droits :</p>"
                    "<ul><li><strong>les défenseures et défenseurs des droits de la personne et les "
                    "journalistes</strong>, lorsqu’on les menace à cause de leur "
                    "travail ;</li><li><strong>les femmes</strong>, surtout quand la violence va jusqu’au "
                    'féminicide ;</li><li><strong>les personnes <abbr title="lesbiennes, gaies, bisexuelles, '
                    'transgenres, queers et intersexes">LGBTQI</abbr></strong>, pour que la diversité soit '
                    "respectée ;</li><li><strong>les peuples autochtones</strong> et <strong>les "
                    "migrants</strong>, pour que leurs droits soient garantis dans les faits.</li></ul>"
                ),
                "es": (
                    "<p>La embajada concentra su labor en las personas que corren un peligro particular o "
                    "cuyos derechos se olvidan con mayor facilidad:</p>"
                    "<ul><li><strong>Personas defensoras de derechos humanos y periodistas</strong>, cuando "
                    "se les amenaza por lo que hacen.</li><li><strong>Mujeres</strong>, en especial cuando "
                    'la violencia llega al feminicidio.</li><li><strong>Personas <abbr title="lesbianas, '
                    'gais, bisexuales, transgénero, queer e intersexuales">LGBTQI</abbr></strong>, para que '
                    "se respete la diversidad.</li><li><strong>Pueblos indígenas</strong> y "
                    "<strong>migrantes</strong>, para que sus derechos se garanticen en la "
                    "práctica.</li></ul>"
                ),
            },
        },
        {
            "heading": {
                "en": "Working with civil society",
                "fr": "Travailler avec la société civile",
                "es": "Trabajar con la sociedad civil",
            },
            "body": {
                "en": (
                    "<p>Governments do not see everything. The embassy therefore stays in touch with civil "
                    "society organizations in Mexico and supports them in defending rights and in making "
                    "them known. What these organizations report helps to prepare a dialogue that deals with "
                    "real situations. It reminds both governments that rights are exercised, or denied, in "
                    "everyday life.</p>"
                ),
                "fr": (
                    "<p>Les gouvernements ne voient pas tout. L’ambassade garde donc le contact avec des "
                    "organismes de la société civile mexicaine et les appuie lorsqu’ils défendent les droits "
                    "et les font connaître. Ce que ces organismes rapportent aide à préparer un dialogue qui "
                    "parle de situations réelles. Cela rappelle aux deux gouvernements que les droits "
                    "s’exercent, ou sont refusés, dans la vie de tous les jours.</p>"
                ),
                "es": (
                    "<p>Los gobiernos no lo ven todo. Por eso la embajada mantiene contacto con "
                    "organizaciones de la sociedad civil en México y las apoya en la defensa y la difusión "
                    "de los derechos. Lo que estas organizaciones informan ayuda a preparar un diálogo que "
                    "trate de situaciones reales. Recuerda a ambos gobiernos que los derechos se ejercen, o "
                    "se niegan, en la vida diaria.</p>"
                ),
            },
        },
        {
            "heading": {
                "en": "Indigenous peoples",
                "fr": "Les peuples autochtones",
                "es": "Pueblos indígenas",
            },
            "body": {
                "en": (
                    "<p>Canada has committed itself to reconciliation with Indigenous peoples across its own "
                    "territory. It also supports Indigenous rights elsewhere, Mexico included, through "
                    "international and regional organizations, through bilateral contacts and through its "
                    "development program.</p>"
                    "<p>The subject is also part of the Canada-Mexico Partnership. In 2021 both governments "
                    "agreed that a new working group on foreign policy would take up reconciliation with "
                    "Indigenous peoples, along with feminist foreign policies, inclusive governance and "
                    "diversity.</p>"
                ),
                "fr": (
                    "<p>Le Canada s’est donné pour but la réconciliation avec les peuples autochtones sur "
                    "tout son territoire. Il soutient aussi les droits des Autochtones ailleurs, y compris "
                    "au Mexique, dans les organisations internationales et régionales, dans ses contacts "
                    "bilatéraux et par son programme de développement.</p>"
                    "<p>Le sujet est également présent dans le Partenariat Canada-Mexique. En 2021, les deux "
                    "gouvernements ont convenu qu’un nouveau groupe de travail sur la politique étrangère "
                    "traiterait de la réconciliation avec les peuples autochtones, ainsi que des politiques "
                    "étrangères féministes, de la gouvernance inclusive et de la diversité.</p>"
                ),
                "es": (
                    "<p>Canadá se ha propuesto la reconciliación con los pueblos indígenas en todo su "
                    "territorio. También apoya los derechos indígenas en otros lugares, México entre ellos, "
                    "por medio de organismos internacionales y regionales, de sus contactos bilaterales y de "
                    "su programa de desarrollo.</p>"
                    "<p>El tema forma parte asimismo de la Alianza México-Canadá. En 2021, ambos gobiernos "
                    "acordaron que un nuevo grupo de trabajo sobre política exterior se ocuparía de la "
                    "reconciliación con los pueblos indígenas, además de las políticas exteriores "
                    "feministas, la gobernanza incluyente y la diversidad.</p>"
                ),
            },
        },
    ],
    "figures": [],
    "sources": [
        "Embassy of Canada in Mexico, page “Sécurité”, undated",
        "Global Affairs Canada, page “Le Partenariat Canada-Mexique”",
    ],
}
