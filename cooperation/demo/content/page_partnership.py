"""How the Canada-Mexico Partnership works."""

PAGE = {
    "key": "about-partnership",
    "source_language": "en",
    "themes": ["partnership"],
    "countries": ["CA", "MX"],
    "parent": None,
    "title": {
        "en": "How the Canada-Mexico Partnership works",
        "fr": "Le fonctionnement du Partenariat Canada-Mexique",
        "es": "Cómo funciona la Alianza México-Canadá",
    },
    "slug": {"en": "about-the-partnership", "fr": "a-propos-du-partenariat", "es": "acerca-de-la-alianza"},
    "summary": {
        "en": (
            "Where the Partnership comes from, who coordinates it, who belongs to it and how its working groups change."
        ),
        "fr": (
            "D’où vient le Partenariat, qui le coordonne, qui en fait partie et comment évoluent ses groupes "
            "de travail."
        ),
        "es": (
            "De dónde viene la Alianza, quién la coordina, quiénes la integran y cómo cambian sus grupos de trabajo."
        ),
    },
    "sections": [
        {
            "heading": {"en": "Origins", "fr": "Les origines", "es": "Los orígenes"},
            "body": {
                "en": (
                    "<p>The Canada-Mexico Partnership (CMP) was launched in Ottawa in October 2004. It was a "
                    "year of anniversaries: Canada and Mexico had had diplomatic relations for 60 years, and "
                    "the North American Free Trade Agreement (NAFTA) was ten years old. The Partnership has "
                    "since become the main channel of cooperation between the two countries. Its particular "
                    "strength lies in its mixture: governments, companies and other organizations sit at the "
                    "same table and pursue aims that matter to all of them.</p>"
                ),
                "fr": (
                    "<p>Le Partenariat Canada-Mexique (PCM) a vu le jour à Ottawa en octobre 2004. C’était "
                    "une année d’anniversaires : le Canada et le Mexique entretenaient des relations "
                    "diplomatiques depuis 60 ans, et l’Accord de libre-échange nord-américain (ALENA) avait "
                    "dix ans. Le PCM est devenu depuis la principale voie de coopération entre les deux "
                    "pays. Sa force tient à sa diversité : gouvernements, entreprises et autres "
                    "organisations s’y assoient à la même table et poursuivent des buts qui comptent pour "
                    "tous.</p>"
                ),
                "es": (
                    "<p>La Alianza México-Canadá (AMC) se puso en marcha en Ottawa en octubre de 2004. Fue "
                    "un año de aniversarios: Canadá y México cumplían 60 años de relaciones diplomáticas, y "
                    "el Tratado de Libre Comercio de América del Norte (TLCAN), diez. Desde entonces, la AMC "
                    "se ha convertido en la principal vía de cooperación entre los dos países. Su fuerza "
                    "está en la variedad: gobiernos, empresas y otras organizaciones se sientan a la misma "
                    "mesa y persiguen objetivos que importan a todos.</p>"
                ),
            },
        },
        {
            "heading": {"en": "Coordination", "fr": "La coordination", "es": "La coordinación"},
            "body": {
                "en": (
                    '<p>Officials of Global Affairs Canada and of Mexico’s <span lang="es">Secretaría de '
                    "Relaciones Exteriores</span> (SRE) coordinate the Partnership. There is one annual "
                    "meeting, held in Canada and in Mexico by turns. It takes stock of what the groups have "
                    "done and sets priorities for the year ahead. Each meeting leads to an annual report in "
                    "three parts: a message of the national co-chairs, a profile of the Partnership and the "
                    "reports of the working groups.</p>"
                ),
                "fr": (
                    "<p>Des fonctionnaires d’Affaires mondiales Canada et du secrétariat des Relations "
                    'extérieures du Mexique (<span lang="es">Secretaría de Relaciones Exteriores</span>, '
                    "SRE) coordonnent le PCM. La réunion annuelle se tient tour à tour au Canada et au "
                    "Mexique. On y dresse le bilan des groupes et on y fixe les priorités de l’année à "
                    "venir. Chaque réunion donne lieu à un rapport annuel en trois parties : le message des "
                    "coprésidents nationaux, le profil du PCM et les rapports des groupes de travail.</p>"
                ),
                "es": (
                    "<p>La coordinación está a cargo de personal del Ministerio de Asuntos Globales de "
                    "Canadá y de la Secretaría de Relaciones Exteriores (SRE) de México. La reunión anual se "
                    "celebra por turnos en Canadá y en México. En ella se hace el balance de los grupos y se "
                    "fijan las prioridades del año siguiente. De cada reunión surge un informe anual en tres "
                    "partes: el mensaje de los copresidentes nacionales, el perfil de la AMC y los informes "
                    "de los grupos de trabajo.</p>"
                ),
            },
        },
        {
            "heading": {"en": "Who belongs to it", "fr": "Qui en fait partie", "es": "Quiénes la integran"},
            "body": {
                "en": (
                    "<p>The Partnership has no fixed number of members; it is as large as its groups. Every "
                    "group has senior officials of both governments as co-chairs, and some have business "
                    "leaders beside them. Members come from:</p>"
                    "<ul><li>federal, provincial and state governments</li><li>business and industry "
                    "associations</li><li>universities</li><li>other organizations</li></ul>"
                ),
                "fr": (
                    "<p>Le PCM n’a pas d’effectif fixe : sa taille est celle de ses groupes. Chaque groupe "
                    "est coprésidé par de hauts fonctionnaires des deux gouvernements, auxquels s’ajoutent "
                    "parfois des dirigeants d’entreprise. Les membres viennent :</p>"
                    "<ul><li>des administrations fédérales, provinciales et étatiques</li><li>d’associations "
                    "commerciales et industrielles</li><li>d’universités</li><li>d’autres "
                    "organisations</li></ul>"
                ),
                "es": (
                    "<p>La AMC no tiene un número fijo de integrantes: es tan grande como sus grupos. Cada "
                    "grupo está copresidido por altos funcionarios de ambos gobiernos y, en algunos casos, "
                    "también por dirigentes empresariales. Sus integrantes provienen de:</p>"
                    "<ul><li>los gobiernos federales, provinciales y estatales</li><li>asociaciones "
                    "comerciales e industriales</li><li>universidades</li><li>otras organizaciones</li></ul>"
                ),
            },
        },
        {
            "heading": {
                "en": "Groups that change",
                "fr": "Des groupes qui changent",
                "es": "Grupos que cambian",
            },
            "body": {
                "en": (
                    "<p>Each group chooses its objectives, writes a work plan and meets when it has reason "
                    "to. Groups may be opened, altered or closed as priorities shift. In 2021 there were "
                    "eight: Agri-business; Creativity and Culture; Energy; Environment; Forestry; Human "
                    "Capital; Mining; and Trade, Investment and Innovation. Labour Mobility was on the list "
                    "in 2016 and 2017, and Creativity and Culture came in with 2017. In November 2021 the "
                    "two countries agreed to add a group on foreign policy for 2022.</p>"
                    "<p>Results can be read in the <a "
                    'href="https://www.international.gc.ca/transparency-transparence/mexico-mexique/2021.aspx?lang=eng">'
                    "annual report for 2021</a>.</p>"
                ),
                "fr": (
                    "<p>Chaque groupe choisit ses objectifs, rédige un plan de travail et se réunit "
                    "lorsqu’il a lieu de le faire. Des groupes peuvent être créés, modifiés ou fermés au gré "
                    "des priorités. En 2021, il y en avait huit : Agroalimentaire ; Créativité et culture ; "
                    "Énergie ; Environnement ; Foresterie ; Capital humain ; Exploitation minière ; "
                    "Commerce, investissement et innovation. La Mobilité de la main-d’œuvre figurait sur la "
                    "liste en 2016 et en 2017 ; Créativité et culture s’y est ajouté en 2017. En novembre "
                    "2021, les deux pays ont convenu de créer un groupe sur la politique étrangère pour "
                    "2022.</p>"
                    "<p>Les résultats sont présentés dans le <a "
                    'href="https://www.international.gc.ca/transparency-transparence/mexico-mexique/2021.aspx?lang=fra">'
                    "rapport annuel 2021</a>.</p>"
                ),
                "es": (
                    "<p>Cada grupo elige sus objetivos, redacta un plan de trabajo y se reúne cuando tiene "
                    "motivo. Según cambian las prioridades, pueden crearse, modificarse o cerrarse grupos. "
                    "En 2021 había ocho: Agronegocios; Creatividad y cultura; Energía; Medio ambiente; "
                    "Bosques; Capital humano; Minería; y Comercio, inversión e innovación. Movilidad laboral "
                    "estaba en la lista en 2016 y 2017, y Creatividad y cultura se incorporó en 2017. En "
                    "noviembre de 2021, los dos países acordaron añadir un grupo sobre política exterior "
                    "para 2022.</p>"
                    "<p>Los resultados pueden leerse en el <a "
                    'href="https://www.international.gc.ca/transparency-transparence/mexico-mexique/2021.aspx?lang=spa">'
                    "informe anual de 2021</a>.</p>"
                ),
            },
        },
    ],
    "figures": [
        {
            "label": {
                "en": "Working groups of the Partnership",
                "fr": "Groupes de travail du Partenariat",
                "es": "Grupos de trabajo de la Alianza",
            },
            "value": "8",
            "wording": None,
            "unit": {"en": "working groups", "fr": "groupes de travail", "es": "grupos de trabajo"},
            "as_of": "2021-11-25",
            "valid_until": None,
            "source": "Global Affairs Canada, annual report 2021",
        },
        {
            "label": {
                "en": "Annual meetings held since 2004",
                "fr": "Réunions annuelles tenues depuis 2004",
                "es": "Reuniones anuales celebradas desde 2004",
            },
            "value": "17",
            "wording": None,
            "unit": {"en": "meetings", "fr": "réunions", "es": "reuniones"},
            "as_of": "2021-11-25",
            "valid_until": None,
            "source": "Global Affairs Canada, page “Le Partenariat Canada-Mexique”",
        },
    ],
    "sources": [
        "Global Affairs Canada, page “Le Partenariat Canada-Mexique”",
        "Global Affairs Canada, Canada-Mexico Partnership annual reports 2016 to 2021",
    ],
}
