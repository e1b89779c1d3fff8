"""What was said about defence. Told anew; nothing is quoted."""

from cooperation.demo.content.register_sources import (
    DEFENCE_2012,
    DEFENCE_2014,
    DEFENCE_2014_JOINT,
)
from cooperation.demo.content.words import said, section, text

_OTTAWA = said("Ottawa", "Ottawa", "Ottawa")
_MINISTERS = [
    {
        "country": "CA",
        "organization": "dnd",
        "title": said(
            "Minister of National Defence", "Ministre de la Défense nationale", "Ministro de Defensa Nacional"
        ),
    },
    {
        "country": "MX",
        "organization": "sedena",
        "title": said(
            "Secretary of National Defence", "Secrétaire à la Défense nationale", "Secretario de la Defensa Nacional"
        ),
    },
    {
        "country": "MX",
        "organization": "semar",
        "title": said("Secretary of the Navy", "Secrétaire à la Marine", "Secretario de Marina"),
    },
    {
        "country": "US",
        "organization": "us-dod",
        "title": said("Secretary of Defense", "Secrétaire à la Défense", "Secretario de Defensa"),
    },
]

DEFENCE = [
    {
        "key": "joint-statement-defence-2012",
        "type": "joint_statement",
        "place": _OTTAWA,
        "dated_on": "2012-03-27",
        "meeting": "defence-ministers-1",
        "themes": ["defence"],
        "countries": ["CA", "MX", "US"],
        "signatory": _MINISTERS,
        "source_language": "en",
        "title": said(
            "Joint statement of the North American defence ministers, 2012",
            "Déclaration conjointe des ministres de la Défense d’Amérique du Nord, 2012",
            "Declaración conjunta de los ministros de Defensa de América del Norte, 2012",
        ),
        "slug": said(
            "joint-statement-defence-ministers-2012",
            "declaration-conjointe-ministres-defense-2012",
            "declaracion-conjunta-ministros-defensa-2012",
        ),
        "summary": said(
            "The first of its kind: new threats ask for answers from three countries at once.",
            "La première du genre : des menaces nouvelles appellent une réponse des trois pays à la fois.",
            "La primera de su tipo: las nuevas amenazas exigen una respuesta de los tres países a la vez.",
        ),
        "sections": [
            section(
                said("First work plan", "Premier plan de travail", "Primer plan de trabajo"),
                text(
                    "The ministers would have a common assessment of threats prepared, and look for better ways to support "
                    "civilian agencies against organized crime and after disasters.",
                    "Les ministres feraient préparer une évaluation commune des menaces et chercheraient à mieux appuyer les "
                    "organismes civils face au crime organisé et après les catastrophes.",
                    "Los ministros harían preparar una evaluación común de las amenazas y buscarían apoyar mejor a las "
                    "instituciones civiles frente a la delincuencia organizada y después de los desastres.",
                ),
            )
        ],
        "figures": [],
        "sources": [DEFENCE_2012],
    },
    {
        "key": "joint-statement-defence-2014",
        "type": "joint_statement",
        "dated_on": "2014-04-24",
        "meeting": "defence-ministers-2",
        "themes": ["defence"],
        "countries": ["CA", "MX", "US"],
        "signatory": _MINISTERS,
        "source_language": "en",
        "title": said(
            "Joint statement of the North American defence ministers, 2014",
            "Déclaration conjointe des ministres de la Défense d’Amérique du Nord, 2014",
            "Declaración conjunta de los ministros de Defensa de América del Norte, 2014",
        ),
        "slug": said(
            "joint-statement-defence-ministers-2014",
            "declaration-conjointe-ministres-defense-2014",
            "declaracion-conjunta-ministros-defensa-2014",
        ),
        "summary": said(
            "Two years on, the ministers add cyber defence and the south of the region to their work.",
            "Deux ans plus tard, les ministres ajoutent à leurs travaux la cyberdéfense et le sud de la région.",
            "Dos años después, los ministros suman a su trabajo la ciberdefensa y el sur de la región.",
        ),
        "sections": [
            section(
                said("Next steps", "Prochaines étapes", "Próximos pasos"),
                text(
                    "The assessment of 2012 is to be brought up to date. The three countries want to be quicker when their "
                    "forces support relief work, and to strengthen the defence forums of the hemisphere.",
                    "L’évaluation de 2012 sera mise à jour. Les trois pays veulent gagner en rapidité lorsque leurs forces "
                    "appuient les secours, et renforcer les instances de défense de l’hémisphère.",
                    "La evaluación de 2012 se actualizará. Los tres países quieren ganar rapidez cuando sus fuerzas apoyan "
                    "las labores de auxilio y fortalecer los foros de defensa del hemisferio.",
                ),
            )
        ],
        "figures": [],
        "sources": [DEFENCE_2014_JOINT],
    },
    {
        "key": "backgrounder-defence-2014",
        "type": "backgrounder",
        "dated_on": "2014-04-26",
        "themes": ["defence"],
        "countries": ["CA", "MX"],
        "source_language": "en",
        "title": said(
            "Backgrounder: the defence relationship in 2014",
            "Document d’information : les relations de défense en 2014",
            "Documento informativo: la relación en materia de defensa en 2014",
        ),
        "slug": said(
            "backgrounder-defence-2014", "document-information-defense-2014", "documento-informativo-defensa-2014"
        ),
        "summary": said(
            "Talks, exercises and training: how far the two countries had come by April 2014.",
            "Pourparlers, exercices et formation : où en étaient les deux pays en avril 2014.",
            "Conversaciones, ejercicios y formación: hasta dónde habían llegado los dos países en abril de 2014.",
        ),
        "sections": [
            section(
                said("Milestones", "Jalons", "Hitos"),
                text(
                    "<ul><li>1991: the first Canadian defence attaché in Mexico</li><li>2004: Mexico joins the training "
                    "program</li><li>2006: political-military talks</li><li>May 2011: staff talks</li><li>June 2012: two "
                    "officials of the Mexican Navy observe an exercise at Cold Lake, Alberta</li><li>August 2012: a ship of "
                    "the Mexican Navy in the Rim of the Pacific exercise, its first outside the hemisphere</li></ul>",
                    "<ul><li>1991 : premier attaché de défense canadien au Mexique</li><li>2004 : le Mexique se joint au "
                    "programme d’instruction</li><li>2006 : pourparlers politico-militaires</li><li>Mai 2011 : pourparlers "
                    "d’état-major</li><li>Juin 2012 : deux représentants de la marine mexicaine observent un exercice à Cold "
                    "Lake, en Alberta</li><li>Août 2012 : un navire de la marine mexicaine à l’exercice Rim of the Pacific, "
                    "son premier hors de l’hémisphère</li></ul>",
                    "<ul><li>1991: primer agregado de defensa canadiense en México</li><li>2004: México se incorpora al "
                    "programa de instrucción</li><li>2006: conversaciones político-militares</li><li>Mayo de 2011: "
                    "conversaciones de estado mayor</li><li>Junio de 2012: dos representantes de la Armada de México observan "
                    "un ejercicio en Cold Lake, Alberta</li><li>Agosto de 2012: un buque de la Armada de México en el "
                    "ejercicio Rim of the Pacific, el primero fuera del hemisferio</li></ul>",
                ),
            )
        ],
        "figures": [],
        "sources": [DEFENCE_2014],
    },
]
