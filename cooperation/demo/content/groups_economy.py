"""The working groups on farming and trade."""

from cooperation.demo.content.cmp_sources import (
    AGRI_2014,
    AGRI_2020,
    AGRI_2023,
    CFIA_2023,
    CMP_PAGE,
    DIALOGUE_2022,
    JORNADA_2020,
    REPORT_2019,
    REPORT_2020,
    REPORT_2021,
    SRE_2022,
    TRADE_2021,
)

ECONOMY = [
    {
        "key": "agri-business",
        "mechanism": "cmp",
        "active_from": None,
        "active_to": None,
        "themes": ["trade"],
        "countries": ["CA", "MX"],
        "source_language": "es",
        "title": {"en": "Agri-business", "fr": "Agroalimentaire", "es": "Agronegocios"},
        "slug": {"en": "agri-business", "fr": "agroalimentaire", "es": "agronegocios"},
        "summary": {
            "en": (
                "Growers, processors and officials of both countries on farm trade, organic products, "
                "permits and seasonal labour."
            ),
            "fr": (
                "Producteurs, transformateurs et fonctionnaires des deux pays : commerce agricole, produits "
                "biologiques, permis, main-d’œuvre."
            ),
            "es": (
                "Productores, industria y autoridades de ambos países: comercio agrícola, productos "
                "orgánicos, permisos y mano de obra."
            ),
        },
        "sections": [
            {
                "heading": {
                    "en": "What the group deals with",
                    "fr": "De quoi le groupe s’occupe",
                    "es": "De qué se ocupa el grupo",
                },
                "body": {
                    "en": (
                        "<p>Food and farming are this group’s ground. In 2014 it had teams on subjects as "
                        "precise as potatoes, pulses, beef, pork, poultry, animal genetics, oilseeds, "
                        "horticulture, organic products and young farmers.</p>"
                        "<p>Its meeting of late 2020 shows the present range: mutual recognition of organic "
                        "certification, permits and procedures in digital form, fairer access to trade for "
                        "Indigenous groups and for women, and the workers from Mexico on whom many Canadian "
                        "farms rely.</p>"
                        "<p>One of these files has since been closed. An arrangement between the Canadian "
                        "Food Inspection Agency and Mexico’s Secretariat of Agriculture and Rural "
                        "Development has applied since 15 February 2023, so that goods covered by it and "
                        "certified organic in one country may be sold as organic in the other.</p>"
                    ),
                    "fr": (
                        "<p>L’alimentation et l’agriculture sont le terrain de ce groupe. En 2014, il "
                        "comptait des équipes sur des sujets aussi précis que la pomme de terre, les "
                        "légumineuses, le bœuf, le porc, la volaille, la génétique animale, les oléagineux, "
                        "l’horticulture, les produits biologiques et la relève agricole.</p>"
                        "<p>Sa réunion de la fin de 2020 montre l’éventail actuel : reconnaissance mutuelle "
                        "de la certification biologique, permis et démarches sous forme numérique, accès "
                        "plus équitable des groupes autochtones et des femmes au commerce, sort des "
                        "travailleurs mexicains dont dépendent bien des fermes canadiennes.</p>"
                        "<p>L’un de ces dossiers a depuis abouti. Un arrangement conclu entre l’Agence "
                        "canadienne d’inspection des aliments et le Secrétariat de l’Agriculture et du "
                        "Développement rural du Mexique s’applique depuis le 15 février 2023 : les produits "
                        "visés, certifiés biologiques dans un pays, peuvent se vendre comme tels dans "
                        "l’autre.</p>"
                    ),
                    "es": (
                        "<p>El terreno de este grupo son los alimentos y el campo. En 2014 contaba con "
                        "equipos sobre asuntos tan precisos como papa, leguminosas, carne de res, "
                        "porcicultura, avicultura, genética animal, oleaginosas, horticultura, productos "
                        "orgánicos y jóvenes agricultores.</p>"
                        "<p>Su reunión de fines de 2020 muestra el abanico actual: reconocimiento mutuo de "
                        "la certificación orgánica, permisos y trámites digitales, un acceso más justo de "
                        "los grupos indígenas y de las mujeres al comercio, y la situación de los "
                        "trabajadores mexicanos de los que dependen muchas granjas canadienses.</p>"
                        "<p>Uno de esos expedientes ya se cerró. Un arreglo entre la Agencia Canadiense de "
                        "Inspección de Alimentos y la Secretaría de Agricultura y Desarrollo Rural se "
                        "aplica desde el 15 de febrero de 2023: los productos que cubre, certificados como "
                        "orgánicos en un país, pueden venderse como tales en el otro.</p>"
                    ),
                },
            },
            {
                "heading": {"en": "How it works", "fr": "Fonctionnement", "es": "Cómo funciona"},
                "body": {
                    "en": (
                        "<p>Four parties share the lead, government and industry on either side: "
                        "Agriculture and Agri-Food Canada with the Canadian Federation of Agriculture, and "
                        "Mexico’s Secretariat of Agriculture and Rural Development with the National "
                        "Agricultural Council.</p>"
                        "<p>The group took part in the annual meeting of 2019 in Mexico City and met online "
                        "in 2020. It was not among the five that sat on 25 November 2021. Meetings in "
                        "person resumed in Ottawa after the pandemic, alongside those of the two "
                        "governments’ consultative committee on agriculture.</p>"
                        '<p>In French the group goes by two names, <span lang="fr">agroalimentaire</span> '
                        'and <span lang="fr">agro-industrie</span>.</p>'
                    ),
                    "fr": (
                        "<p>Quatre parties se partagent la direction, gouvernement et industrie de part et "
                        "d’autre : Agriculture et Agroalimentaire Canada avec la Fédération canadienne de "
                        "l’agriculture, le Secrétariat de l’Agriculture et du Développement rural du "
                        "Mexique avec le Conseil national de l’agriculture.</p>"
                        "<p>Le groupe a participé à la réunion annuelle de 2019, à Mexico, et s’est réuni "
                        "en ligne en 2020. Il n’était pas des cinq groupes qui ont siégé le 25 novembre "
                        "2021. Les rencontres en personne ont repris à Ottawa après la pandémie, en même "
                        "temps que celles du comité consultatif des deux gouvernements sur "
                        "l’agriculture.</p>"
                        "<p>En français, le groupe porte deux noms, « agroalimentaire » et "
                        "« agro-industrie ».</p>"
                    ),
                    "es": (
                        "<p>Cuatro partes comparten la conducción, gobierno e industria de cada lado: la "
                        "Secretaría de Agricultura y Desarrollo Rural con el Consejo Nacional Agropecuario, "
                        "y Agricultura y Agroalimentación de Canadá con la Federación Canadiense de "
                        "Agricultura.</p>"
                        "<p>El grupo participó en la reunión anual de 2019, en la Ciudad de México, y se "
                        "reunió en línea en 2020. No estuvo entre los cinco que sesionaron el 25 de "
                        "noviembre de 2021. Los encuentros presenciales se reanudaron en Ottawa después de "
                        "la pandemia, junto con los del comité consultivo de ambos gobiernos en materia "
                        "agrícola.</p>"
                        '<p>En francés el grupo lleva dos nombres: <span lang="fr">agroalimentaire</span> '
                        'y <span lang="fr">agro-industrie</span>.</p>'
                    ),
                },
            },
        ],
        "figures": [],
        "sources": [CMP_PAGE, REPORT_2019, REPORT_2021, AGRI_2014, AGRI_2020, AGRI_2023, CFIA_2023],
    },
    {
        "key": "trade-investment-innovation",
        "mechanism": "cmp",
        "active_from": None,
        "active_to": None,
        "themes": ["trade"],
        "countries": ["CA", "MX"],
        "source_language": "en",
        "title": {
            "en": "Trade, Investment and Innovation",
            "fr": "Commerce, investissement et innovation",
            "es": "Comercio, inversión e innovación",
        },
        "slug": {
            "en": "trade-investment-and-innovation",
            "fr": "commerce-investissement-et-innovation",
            "es": "comercio-inversion-e-innovacion",
        },
        "summary": {
            "en": (
                "Commerce between Canada and Mexico under the new North American agreement, and who gets to "
                "benefit from it."
            ),
            "fr": (
                "Les échanges entre le Canada et le Mexique sous le nouvel accord nord-américain, et ceux "
                "qui en profitent."
            ),
            "es": (
                "El intercambio entre México y Canadá bajo el nuevo tratado de América del Norte, y quiénes "
                "se benefician de él."
            ),
        },
        "sections": [
            {
                "heading": {
                    "en": "What the group deals with",
                    "fr": "De quoi le groupe s’occupe",
                    "es": "De qué se ocupa el grupo",
                },
                "body": {
                    "en": (
                        "<p>Three subjects in one name: what the countries sell each other, the capital "
                        "that crosses between them, and what they invent. At the opening of the 16th "
                        "meeting, trade was put at over 24 billion dollars, and Canada was placed third "
                        "among foreign investors, after the United States and Spain.</p>"
                        "<p>The frame changed in July 2020, when the agreement known in English as CUSMA, "
                        'in French as <span lang="fr">ACEUM</span> and in Mexico as <span '
                        'lang="es">T-MEC</span> replaced the North American Free Trade Agreement. A year '
                        "later ministers spoke of what it should do for small firms, for women and for "
                        "Indigenous and racialized communities.</p>"
                    ),
                    "fr": (
                        "<p>Trois sujets en un seul nom : ce que les pays se vendent, les capitaux qui "
                        "circulent entre eux et ce qu’ils inventent. À l’ouverture de la 16e réunion, les "
                        "échanges ont été chiffrés à plus de 24 milliards de dollars, et le Canada placé au "
                        "troisième rang des investisseurs étrangers, après les États-Unis et l’Espagne.</p>"
                        "<p>Le cadre a changé en juillet 2020, quand l’ACEUM (au Mexique, <span "
                        'lang="es">T-MEC</span>) a remplacé l’Accord de libre-échange nord-américain. Un '
                        "an plus tard, des ministres ont parlé de ce qu’il devait apporter aux petites "
                        "entreprises, aux femmes et aux communautés autochtones et racisées.</p>"
                    ),
                    "es": (
                        "<p>Tres asuntos en un solo nombre: lo que los países se venden, el capital que "
                        "circula entre ellos y lo que inventan. En la apertura de la 16.ª reunión, el "
                        "comercio se cifró en más de 24 000 millones de dólares, y se ubicó a Canadá en el "
                        "tercer lugar entre los inversionistas extranjeros, después de Estados Unidos y "
                        "España.</p>"
                        "<p>El marco cambió en julio de 2020, cuando el T-MEC (en inglés <span "
                        'lang="en">CUSMA</span>, en francés <span lang="fr">ACEUM</span>) sustituyó al '
                        "Tratado de Libre Comercio de América del Norte. Un año después, las responsables "
                        "de comercio hablaron de lo que debía aportar a las pequeñas empresas, a las "
                        "mujeres y a las comunidades indígenas y racializadas.</p>"
                    ),
                },
            },
            {
                "heading": {"en": "How it works", "fr": "Fonctionnement", "es": "Cómo funciona"},
                "body": {
                    "en": (
                        "<p>Officials and business sit together in this group as in the rest. It took part "
                        "in the annual meeting of November 2021; the communiqué on the meeting of 2022 does "
                        "not list it among the six groups that sat. In August of that year the two "
                        "governments had opened a separate high-level economic dialogue, on "
                        "competitiveness, on smaller firms and under-represented groups, and on the climate "
                        "for investment.</p>"
                    ),
                    "fr": (
                        "<p>Fonctionnaires et entreprises y siègent ensemble, comme dans les autres "
                        "groupes. Le groupe a participé à la réunion annuelle de novembre 2021 ; le "
                        "communiqué sur celle de 2022 ne le compte pas parmi les six groupes qui ont siégé. "
                        "En août de cette année-là, les deux gouvernements avaient ouvert, à part, un "
                        "dialogue économique de haut niveau sur la compétitivité, sur les petites "
                        "entreprises et les groupes sous-représentés, et sur le climat "
                        "d’investissement.</p>"
                    ),
                    "es": (
                        "<p>En este grupo, como en los demás, se sientan juntos autoridades y empresas. "
                        "Participó en la reunión anual de noviembre de 2021; el comunicado sobre la de 2022 "
                        "no lo cuenta entre los seis grupos que sesionaron. En agosto de ese año ambos "
                        "gobiernos habían abierto, por separado, un diálogo económico de alto nivel sobre "
                        "la competitividad, sobre las empresas pequeñas y los grupos subrepresentados, y "
                        "sobre el clima de inversión.</p>"
                    ),
                },
            },
        ],
        "figures": [],
        "sources": [
            CMP_PAGE,
            REPORT_2020,
            REPORT_2021,
            JORNADA_2020,
            TRADE_2021,
            SRE_2022,
            DIALOGUE_2022,
        ],
    },
]
