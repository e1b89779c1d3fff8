"""Texts on trade, farming, work, forests and flights."""

from cooperation.demo.content.cmp_sources import AGRI_2020, CFIA_2023, CONAFOR_2022, TRADE_2021
from cooperation.demo.content.register_sources import (
    AIR_1961,
    AIR_2010,
    CUSMA_GAZETTE,
    EMBASSY_SECURITY,
    FIRE_MOU,
    SAWP_2014,
    TIES_2014,
    VISIT_2014,
)
from cooperation.demo.content.words import said, section, text

_GOVERNMENTS = [{"organization": "goc"}, {"organization": "gom"}]
_THREE = [*_GOVERNMENTS, {"organization": "usg"}]

ECONOMY = [
    {
        "key": "nafta",
        "type": "treaty",
        "binding": True,
        "themes": ["trade"],
        "countries": ["CA", "MX", "US"],
        "agreementparty": _THREE,
        "statusstep": [
            {"status": "in_force", "actual_on": "1994"},
            {
                "status": "ended",
                "actual_on": "2020-07-01",
                "note": said(
                    "Superseded by its successor.",
                    "Remplacé par l’accord qui lui succède.",
                    "Sustituido por su sucesor.",
                ),
            },
        ],
        "othername": [
            {"name": said("NAFTA", "ALENA", "TLCAN"), "note": said("acronym", "sigle", "siglas"), "to_year": 2020}
        ],
        "source_language": "en",
        "title": said(
            "North American Free Trade Agreement",
            "Accord de libre-échange nord-américain",
            "Tratado de Libre Comercio de América del Norte",
        ),
        "slug": said(
            "north-american-free-trade-agreement",
            "accord-de-libre-echange-nord-americain",
            "tratado-de-libre-comercio-de-america-del-norte",
        ),
        "summary": said(
            "In force from 1994 to 2020; ten years old when the Partnership was launched.",
            "En vigueur de 1994 à 2020 ; il avait dix ans au lancement du Partenariat.",
            "En vigor de 1994 a 2020; cumplía diez años cuando nació la Alianza.",
        ),
        "sections": [],
        "figures": [],
        "sources": [CUSMA_GAZETTE],
    },
    {
        "key": "cusma",
        "type": "treaty",
        "binding": True,
        "supersedes": "nafta",
        "themes": ["trade", "justice"],
        "countries": ["CA", "MX", "US"],
        "agreementparty": _THREE,
        "statusstep": [
            {
                "status": "signed",
                "actual_on": "2018-11-30",
                "note": said("In Buenos Aires.", "À Buenos Aires.", "En Buenos Aires."),
            },
            {
                "status": "amended",
                "actual_on": "2019-12-10",
                "note": said(
                    "By a protocol signed in Mexico City.",
                    "Par un protocole signé à Mexico.",
                    "Por un protocolo firmado en la Ciudad de México.",
                ),
            },
            {"status": "in_force", "actual_on": "2020-07-01"},
        ],
        "othername": [
            {"name": said("CUSMA", "ACEUM", "T-MEC"), "note": said("acronym", "sigle", "siglas"), "from_year": 2018},
            {
                "name": said("USMCA", "USMCA", "USMCA"),
                "note": said("in the United States", "aux États-Unis", "en Estados Unidos"),
                "from_year": 2018,
            },
        ],
        "source_language": "en",
        "title": said(
            "Canada-United States-Mexico Agreement",
            "Accord Canada-États-Unis-Mexique",
            "Tratado entre México, Estados Unidos y Canadá",
        ),
        "slug": said(
            "canada-united-states-mexico-agreement",
            "accord-canada-etats-unis-mexique",
            "tratado-mexico-estados-unidos-canada",
        ),
        "summary": said(
            "The rules of North American trade since July 2020, with a chapter against corruption.",
            "Les règles du commerce nord-américain depuis juillet 2020, avec un chapitre contre la corruption.",
            "Las reglas del comercio de América del Norte desde julio de 2020, con un capítulo contra la corrupción.",
        ),
        "sections": [
            section(
                said("Beyond trade", "Au-delà du commerce", "Más allá del comercio"),
                text(
                    "While they were negotiating the successor of the North American Free Trade Agreement, the three "
                    "countries agreed on a chapter against corruption. A year after entry into force the ministers "
                    "responsible for trade spoke of small firms, of women and of communities that trade has left aside.",
                    "Au cours des négociations sur la suite de l’Accord de libre-échange nord-américain, les trois pays "
                    "se sont entendus sur un chapitre contre la corruption. Un an après l’entrée en vigueur, les "
                    "ministres responsables du commerce ont parlé des petites entreprises, des femmes et des communautés "
                    "que le commerce a laissées de côté.",
                    "Al negociar el sucesor del Tratado de Libre Comercio de América del Norte, los tres países "
                    "acordaron un capítulo contra la corrupción. Un año después de su entrada en vigor, los responsables "
                    "de comercio hablaron de las pequeñas empresas, de las mujeres y de las comunidades que el comercio "
                    "ha dejado de lado.",
                ),
            )
        ],
        "figures": [],
        "sources": [CUSMA_GAZETTE, TRADE_2021, EMBASSY_SECURITY],
    },
    {
        "key": "organic-equivalency",
        "type": "arrangement",
        "binding": False,
        "themes": ["trade"],
        "countries": ["CA", "MX"],
        "agreementparty": [{"organization": "cfia"}, {"organization": "sader"}],
        "statusstep": [
            {
                "status": "negotiating",
                "actual_on": "2020-12",
                "note": said(
                    "The agri-business group reports progress.",
                    "Le groupe Agroalimentaire fait état de progrès.",
                    "El grupo Agronegocios informa de avances.",
                ),
            },
            {"status": "in_force", "actual_on": "2023-02-15"},
        ],
        "othername": [
            {"name": said("CMOEA", "CMOEA", "CMOEA"), "note": said("acronym", "sigle anglais", "siglas en inglés")}
        ],
        "source_language": "en",
        "title": said(
            "Canada-Mexico Organic Equivalency Arrangement",
            "Arrangement Canada-Mexique sur l’équivalence des produits biologiques",
            "Arreglo de equivalencia orgánica entre México y Canadá",
        ),
        "slug": said(
            "organic-equivalency-arrangement", "arrangement-equivalence-biologique", "arreglo-equivalencia-organica"
        ),
        "summary": said(
            "What is certified organic in one country may be sold as organic in the other.",
            "Ce qui est certifié biologique dans un pays peut se vendre comme tel dans l’autre.",
            "Lo que se certifica como orgánico en un país puede venderse como tal en el otro.",
        ),
        "mechanism": "cmp",
        "sections": [
            section(
                said("From promise to practice", "De la promesse à la pratique", "De la promesa a la práctica"),
                text(
                    "At the end of 2020 the recognition of each other’s certificates was among the plans of the "
                    "agri-business group. The arrangement has applied since 15 February 2023 to the goods it covers.",
                    "À la fin de 2020, la reconnaissance mutuelle des certificats figurait parmi les projets du groupe "
                    "Agroalimentaire. L’arrangement s’applique depuis le 15 février 2023 aux produits visés.",
                    "A fines de 2020, el reconocimiento mutuo de los certificados figuraba entre los planes del grupo "
                    "Agronegocios. El arreglo se aplica desde el 15 de febrero de 2023 a los productos que cubre.",
                ),
            )
        ],
        "figures": [],
        "sources": [CFIA_2023, AGRI_2020],
    },
    {
        "key": "mou-sawp",
        "type": "mou",
        "binding": False,
        "themes": ["migration", "trade"],
        "countries": ["CA", "MX"],
        "agreementparty": _GOVERNMENTS,
        "statusstep": [{"status": "signed", "actual_on": "1974"}],
        "source_language": "es",
        "title": said(
            "Memorandum on the Seasonal Agricultural Worker Program",
            "Protocole d’entente sur le Programme des travailleurs agricoles saisonniers",
            "Memorando de entendimiento sobre el Programa de Trabajadores Agrícolas Temporales",
        ),
        "slug": said(
            "memorandum-seasonal-agricultural-workers",
            "protocole-travailleurs-agricoles-saisonniers",
            "memorando-trabajadores-agricolas-temporales",
        ),
        "summary": said(
            "Signed in 1974, it lets Mexican workers take part in the seasons of Canadian farms.",
            "Signé en 1974, il permet à des travailleurs mexicains de participer aux saisons des fermes canadiennes.",
            "Firmado en 1974, permite que trabajadores mexicanos participen en las temporadas de las granjas canadienses.",
        ),
        "sections": [
            section(
                said("What grew out of it", "Ce qui en est né", "Qué surgió de él"),
                text(
                    "The program began in the year of the signature with 203 workers. The two governments review it at a "
                    "meeting every year.",
                    "Le programme a commencé l’année de la signature avec 203 travailleurs. Les deux gouvernements "
                    "l’examinent à une réunion annuelle.",
                    "El programa comenzó el año de la firma con 203 trabajadores. Los dos gobiernos lo evalúan en una "
                    "reunión anual.",
                ),
            )
        ],
        "figures": [],
        "sources": [SAWP_2014],
    },
    {
        "key": "mou-fire",
        "type": "mou",
        "binding": False,
        "mechanism": "cmp",
        "themes": ["environment"],
        "countries": ["CA", "MX"],
        "agreementparty": _GOVERNMENTS,
        "statusstep": [
            {
                "status": "signed",
                "actual_on": "2014-02",
                "note": said(
                    "During the Prime Minister’s visit to Mexico.",
                    "Au cours de la visite du premier ministre au Mexique.",
                    "Durante la visita del primer ministro a México.",
                ),
            }
        ],
        "source_language": "en",
        "title": said(
            "Memorandum on the Exchange of Wildland Fire Management Resources",
            "Protocole d’entente sur l’échange de ressources de lutte contre les feux de végétation",
            "Memorando de entendimiento para el intercambio de recursos en el manejo de incendios forestales",
        ),
        "slug": said(
            "memorandum-wildland-fire-resources", "protocole-feux-de-vegetation", "memorando-incendios-forestales"
        ),
        "summary": said(
            "People, means and knowledge for the other country when its fire season turns bad.",
            "Des équipes, des moyens et des connaissances pour l’autre pays lorsque sa saison des feux s’aggrave.",
            "Personal, medios y conocimientos para el otro país cuando su temporada de incendios empeora.",
        ),
        "sections": [
            section(
                said("Two seasons", "Deux saisons", "Dos temporadas"),
                text(
                    "Fires do not come at the same time of year in Canada and in Mexico, so each country can help while "
                    "its own teams are free. The memorandum creates no direct financial obligation. It belongs to the "
                    "forestry group of the Partnership.\n\n"
                    "An operating plan for the exchange was signed in 2022.",
                    "Les feux ne surviennent pas au même moment de l’année au Canada et au Mexique : chacun peut donc aider "
                    "pendant que ses équipes sont libres. Le protocole n’entraîne aucune obligation financière directe. Il "
                    "relève du groupe Foresterie du Partenariat.\n\n"
                    "Un plan opérationnel d’échange a été signé en 2022.",
                    "Los incendios no ocurren en la misma época en Canadá y en México, así que cada país puede ayudar "
                    "mientras sus brigadas están libres. El memorando no crea obligaciones financieras directas. Forma "
                    "parte del trabajo del grupo Bosques de la Alianza.\n\n"
                    "En 2022 se firmó un plan operativo para el intercambio.",
                ),
            )
        ],
        "figures": [],
        "sources": [FIRE_MOU, TIES_2014, CONAFOR_2022],
    },
    {
        "key": "air-transport",
        "type": "treaty",
        "binding": True,
        "themes": ["trade"],
        "countries": ["CA", "MX"],
        "agreementparty": _GOVERNMENTS,
        "statusstep": [
            {
                "status": "signed",
                "actual_on": "1961-12-21",
                "note": said("In Mexico City.", "À Mexico.", "En la Ciudad de México."),
            },
            {
                "status": "in_force",
                "actual_on": "1964-02-21",
                "note": said(
                    "The day under which the Canada Treaty Series lists it.",
                    "Date à laquelle le Recueil des traités du Canada l’inscrit.",
                    "Fecha con la que figura en la Serie de Tratados de Canadá.",
                ),
            },
            {
                "status": "amended",
                "actual_on": "1971-03-24",
                "note": said("By an exchange of notes.", "Par un échange de notes.", "Por un canje de notas."),
            },
            {"status": "amended", "actual_on": "1999"},
            {"status": "amended", "actual_on": "2007"},
        ],
        "source_language": "en",
        "title": said(
            "Air Transport Agreement of 1961",
            "Accord sur les transports aériens de 1961",
            "Convenio sobre Transporte Aéreo de 1961",
        ),
        "slug": said(
            "air-transport-agreement-1961", "accord-transports-aeriens-1961", "convenio-transporte-aereo-1961"
        ),
        "summary": said(
            "The basis of regular flights between the two countries, amended several times.",
            "Le fondement des vols réguliers entre les deux pays, modifié à plusieurs reprises.",
            "La base de los vuelos regulares entre los dos países, modificada varias veces.",
        ),
        "sections": [
            section(
                said("Later texts", "Textes ultérieurs", "Textos posteriores"),
                text(
                    "In May 2010 the two governments announced a further update, to give airlines more freedom on routes "
                    "and prices. A new air transport agreement was among the texts signed in February 2014. The sources "
                    "consulted do not say when it came into force.",
                    "En mai 2010, les deux gouvernements ont annoncé une nouvelle mise à jour, pour donner aux compagnies "
                    "plus de liberté en matière de liaisons et de prix. Un nouvel accord sur le transport aérien figurait "
                    "parmi les textes signés en février 2014. Les sources consultées ne disent pas quand il est entré en "
                    "vigueur.",
                    "En mayo de 2010, los dos gobiernos anunciaron otra actualización, para dar a las aerolíneas más "
                    "libertad en rutas y precios. Un nuevo convenio de transporte aéreo figuró entre los textos firmados en "
                    "febrero de 2014. Las fuentes consultadas no indican cuándo entró en vigor.",
                ),
            )
        ],
        "figures": [],
        "sources": [AIR_1961, AIR_2010, VISIT_2014],
    },
]
