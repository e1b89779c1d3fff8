"""Border cooperation."""

PAGE = {
    "key": "border",
    "source_language": "fr",
    "themes": ["border", "trade"],
    "countries": ["CA", "MX", "GT"],
    "parent": "security",
    "title": {"en": "Border cooperation", "fr": "La coopération frontalière", "es": "Cooperación fronteriza"},
    "slug": {"en": "border-cooperation", "fr": "cooperation-frontaliere", "es": "cooperacion-fronteriza"},
    "summary": {
        "en": ("Two countries without a common border still depend on each other’s customs and immigration services."),
        "fr": (
            "Sans frontière commune, les deux pays dépendent pourtant des services de douane et "
            "d’immigration l’un de l’autre."
        ),
        "es": "Aun sin frontera común, cada país depende de los servicios aduaneros y migratorios del otro.",
    },
    "sections": [
        {
            "heading": {
                "en": "A border at a distance",
                "fr": "Une frontière à distance",
                "es": "Una frontera a distancia",
            },
            "body": {
                "en": (
                    "<p>Canada and Mexico do not touch, yet what leaves one of them often arrives in the "
                    "other: a container, a parcel, a visitor, a seasonal worker. Each country’s inspectors "
                    "depend on checks made by the other’s. This is why border services have long worked "
                    "together, with two aims that must be kept in balance: to stop what is dangerous or "
                    "unlawful, and to let honest trade and travel pass without delay.</p>"
                ),
                "fr": (
                    "<p>Le Canada et le Mexique ne se touchent pas ; pourtant, ce qui quitte l’un arrive "
                    "souvent chez l’autre : un conteneur, un colis, une visiteuse, un travailleur "
                    "saisonnier. Les agents de chaque pays dépendent des contrôles faits par leurs collègues "
                    "de l’autre. Voilà pourquoi les services frontaliers collaborent depuis longtemps, avec "
                    "deux buts à garder en équilibre : arrêter ce qui est dangereux ou illégal, et laisser "
                    "passer sans retard le commerce et les voyages honnêtes.</p>"
                ),
                "es": (
                    "<p>Canadá y México no colindan, pero lo que sale de uno a menudo llega al otro: un "
                    "contenedor, un paquete, una visitante, un trabajador de temporada. Quienes inspeccionan "
                    "en un país dependen de los controles que se hacen en el otro. Por eso los servicios "
                    "fronterizos colaboran desde hace mucho, con dos fines que deben mantenerse en "
                    "equilibrio: detener lo peligroso o ilícito y dejar pasar sin demora el comercio y los "
                    "viajes honestos.</p>"
                ),
            },
        },
        {
            "heading": {
                "en": "Who works with whom",
                "fr": "Qui travaille avec qui",
                "es": "Quién trabaja con quién",
            },
            "body": {
                "en": (
                    "<p>The Canada Border Services Agency (CBSA) has signed several arrangements with two "
                    "Mexican institutions.</p>"
                    '<table><caption>Services and their tasks</caption><thead><tr><th scope="col">'
                    'Service</th><th scope="col">Country</th><th scope="col">Main subject</th></tr></thead>'
                    '<tbody><tr><th scope="row">Canada Border Services Agency '
                    '(CBSA)</th><td>Canada</td><td>Goods and travellers</td></tr><tr><th scope="row"><span '
                    'lang="es">Instituto Nacional de Migración</span> '
                    '(INM)</th><td>Mexico</td><td>Travellers and migration</td></tr><tr><th scope="row">'
                    '<span lang="es">Servicio de Administración Tributaria</span> '
                    "(SAT)</th><td>Mexico</td><td>Customs</td></tr></tbody></table>"
                    "<p>They also work with services of other countries, since a route may cross several "
                    "borders.</p>"
                ),
                "fr": (
                    "<p>L’Agence des services frontaliers du Canada (ASFC) a signé plusieurs ententes avec "
                    "deux institutions mexicaines.</p>"
                    '<table><caption>Les services et leurs tâches</caption><thead><tr><th scope="col">'
                    'Service</th><th scope="col">Pays</th><th scope="col">Domaine principal</th></tr></thead>'
                    '<tbody><tr><th scope="row">Agence des services frontaliers du Canada '
                    '(ASFC)</th><td>Canada</td><td>Marchandises et voyageurs</td></tr><tr><th scope="row">'
                    'Institut national de migration (<span lang="es">Instituto Nacional de Migración</span>, '
                    'INM)</th><td>Mexique</td><td>Voyageurs et migration</td></tr><tr><th scope="row">'
                    'Service d’administration fiscale (<span lang="es">Servicio de Administración '
                    "Tributaria</span>, SAT)</th><td>Mexique</td><td>Douanes</td></tr></tbody></table>"
                    "<p>Ces services travaillent aussi avec ceux d’autres pays, car un même trajet peut "
                    "traverser plusieurs frontières.</p>"
                ),
                "es": (
                    "<p>La Agencia de Servicios Fronterizos de Canadá (CBSA, por sus siglas en inglés) ha "
                    "firmado varios acuerdos con dos instituciones mexicanas.</p>"
                    '<table><caption>Los servicios y sus tareas</caption><thead><tr><th scope="col">'
                    'Servicio</th><th scope="col">País</th><th scope="col">Tema principal</th></tr></thead>'
                    '<tbody><tr><th scope="row">Agencia de Servicios Fronterizos de Canadá '
                    '(CBSA)</th><td>Canadá</td><td>Mercancías y viajeros</td></tr><tr><th scope="row">'
                    "Instituto Nacional de Migración (INM)</th><td>México</td><td>Viajeros y "
                    'migración</td></tr><tr><th scope="row">Servicio de Administración Tributaria '
                    "(SAT)</th><td>México</td><td>Aduanas</td></tr></tbody></table>"
                    "<p>Estos servicios trabajan también con los de otros países, ya que una misma ruta "
                    "puede cruzar varias fronteras.</p>"
                ),
            },
        },
        {
            "heading": {
                "en": "Mexico’s southern border",
                "fr": "La frontière sud du Mexique",
                "es": "La frontera sur de México",
            },
            "body": {
                "en": (
                    "<p>Two lines of work concern the south of Mexico. The first is security along the "
                    "border with Guatemala, which Canada supports through its Anti-Crime Capacity Building "
                    "Program. The same program deals with aviation security and with networks that smuggle "
                    "migrants.</p>"
                    "<p>The second is the search for nuclear and radioactive material in cargo. A memorandum "
                    "announced in 2016 provides for detection equipment, and for the training of Mexican "
                    "customs officers and operators in its use. Both lines of work matter far beyond the "
                    "region: what is stopped there travels no further.</p>"
                ),
                "fr": (
                    "<p>Deux chantiers concernent le sud du Mexique. Le premier est la sécurité à la "
                    "frontière avec le Guatemala, que le Canada appuie par son Programme d’aide au "
                    "renforcement des capacités de lutte contre la criminalité. Ce programme s’occupe aussi "
                    "de la sûreté aérienne et des réseaux de passeurs.</p>"
                    "<p>Le second est la recherche de matières nucléaires et radioactives dans les "
                    "cargaisons. Un protocole d’entente annoncé en 2016 prévoit de fournir des appareils de "
                    "détection et de former à leur emploi les douaniers et les opérateurs mexicains. Ces "
                    "deux chantiers importent bien au-delà de la région : ce qui est arrêté là ne va pas "
                    "plus loin.</p>"
                ),
                "es": (
                    "<p>Dos líneas de trabajo atañen al sur de México. La primera es la seguridad en la "
                    "frontera con Guatemala, que Canadá apoya mediante su Programa de Fortalecimiento de "
                    "Capacidades contra el Crimen. El mismo programa se ocupa de la seguridad aérea y de las "
                    "redes de tráfico de migrantes.</p>"
                    "<p>La segunda es la búsqueda de material nuclear y radiactivo en la carga. Un memorando "
                    "de entendimiento anunciado en 2016 prevé entregar equipo de detección y capacitar en su "
                    "uso al personal aduanero y operativo de México. Ambas importan mucho más allá de la "
                    "región: lo que se detiene ahí no sigue su camino.</p>"
                ),
            },
        },
        {
            "heading": {
                "en": "What travellers and traders should know",
                "fr": "Ce qu’il faut retenir",
                "es": "Lo que conviene saber",
            },
            "body": {
                "en": (
                    "<p>This page describes cooperation between services. It does not explain entry "
                    "conditions or customs rules: for these, please ask the service of the country you are "
                    "going to.</p>"
                ),
                "fr": (
                    "<p>Cette page décrit la coopération entre services. Elle n’explique ni les conditions "
                    "d’entrée ni les règles douanières : pour les connaître, adressez-vous au service du "
                    "pays où vous allez.</p>"
                ),
                "es": (
                    "<p>Esta página describe la cooperación entre servicios. No explica los requisitos de "
                    "entrada ni las reglas aduaneras: para conocerlos, consulte al servicio del país al que "
                    "se dirige.</p>"
                ),
            },
        },
    ],
    "figures": [],
    "sources": [
        "Embassy of Canada in Mexico, page “Sécurité”, undated",
        ("Prime Minister of Canada, backgrounder “Canada-Mexico Cooperation on Security and Defence”, June 28, 2016"),
    ],
}
