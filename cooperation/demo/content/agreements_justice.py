"""Texts on justice and defence."""

from cooperation.demo.content.register_sources import (
    ARRANGEMENT_2018,
    FORUM_2023,
    FORUM_2024,
    SENTENCES_1979,
)
from cooperation.demo.content.words import said, section, text

_GOVERNMENTS = [{"organization": "goc"}, {"organization": "gom"}]

JUSTICE = [
    {
        "key": "defence-arrangement",
        "type": "arrangement",
        "binding": False,
        "themes": ["defence"],
        "countries": ["CA", "MX"],
        "agreementparty": [
            {
                "organization": "dnd",
                "signed_by": said(
                    "Minister of National Defence", "Ministre de la Défense nationale", "Ministro de Defensa Nacional"
                ),
            },
            {
                "organization": "sedena",
                "signed_by": said(
                    "Secretary of National Defence",
                    "Secrétaire à la Défense nationale",
                    "Secretario de la Defensa Nacional",
                ),
            },
            {
                "organization": "semar",
                "signed_by": said("Secretary of the Navy", "Secrétaire à la Marine", "Secretario de Marina"),
            },
        ],
        "statusstep": [{"status": "signed", "actual_on": "2018-10-09"}],
        "source_language": "en",
        "title": said(
            "Canada-Mexico Defence Cooperation Arrangement",
            "Arrangement de coopération Canada-Mexique en matière de défense",
            "Arreglo de cooperación en materia de defensa entre México y Canadá",
        ),
        "slug": said(
            "defence-cooperation-arrangement", "arrangement-cooperation-defense", "arreglo-cooperacion-defensa"
        ),
        "summary": said(
            "From training and equipment to peace operations and help after disasters, signed in October 2018.",
            "De la formation et du matériel aux opérations de paix et aux secours, signé en octobre 2018.",
            "De la capacitación y el equipo a las operaciones de paz y la ayuda en desastres; firmado en octubre de 2018.",
        ),
        "sections": [
            section(
                said("Subjects", "Domaines", "Ámbitos"),
                text(
                    "<ul><li>education, training and the building of capacity</li><li>defence materiel</li><li>support for "
                    "peace operations</li><li>humanitarian assistance and disaster relief</li></ul>",
                    "<ul><li>instruction, formation et renforcement des capacités</li><li>matériel de défense</li><li>appui "
                    "aux opérations de paix</li><li>aide humanitaire et secours en cas de catastrophe</li></ul>",
                    "<ul><li>educación, adiestramiento y fortalecimiento de capacidades</li><li>material de "
                    "defensa</li><li>apoyo a las operaciones de paz</li><li>asistencia humanitaria y auxilio en casos de "
                    "desastre</li></ul>",
                ),
            )
        ],
        "figures": [],
        "sources": [ARRANGEMENT_2018],
    },
    {
        "key": "statement-of-partnership",
        "type": "declaration",
        "binding": False,
        "mechanism": "crime-forum",
        "themes": ["security", "justice"],
        "countries": ["CA", "US"],
        "agreementparty": [{"organization": code} for code in ("ps", "jus", "doj", "dhs")],
        "statusstep": [
            {
                "status": "signed",
                "actual_on": "2023-04-27",
                "note": said("At the forum in Ottawa.", "Au forum d’Ottawa.", "En el foro de Ottawa."),
            }
        ],
        "source_language": "fr",
        "title": said(
            "Statement of Partnership to Prevent, Investigate, Prosecute, and Disrupt Cross-Border Crime",
            "Déclaration de partenariat contre la criminalité transfrontalière",
            "Declaración de asociación contra la delincuencia transfronteriza",
        ),
        "slug": said(
            "statement-of-partnership-cross-border-crime",
            "declaration-de-partenariat-criminalite-transfrontaliere",
            "declaracion-asociacion-delincuencia-transfronteriza",
        ),
        "summary": said(
            "Canada and the United States on preventing cross-border crime and bringing it to court.",
            "Le Canada et les États-Unis s’engagent à prévenir la criminalité transfrontalière et à la poursuivre en justice.",
            "Canadá y Estados Unidos se comprometen a prevenir el delito transfronterizo y a llevarlo ante la justicia.",
        ),
        "sections": [
            section(
                said("Follow-up", "Suites", "Seguimiento"),
                text(
                    "At the forum of July 2024 the ministers called the statement one of the successes to build on.",
                    "Au forum de juillet 2024, les ministres ont cité la déclaration parmi les réussites sur lesquelles "
                    "s’appuyer.",
                    "En el foro de julio de 2024 los ministros citaron la declaración entre los logros en los que hay que "
                    "apoyarse.",
                ),
            )
        ],
        "figures": [],
        "sources": [FORUM_2023, FORUM_2024],
    },
    {
        "key": "penal-sentences",
        "type": "treaty",
        "binding": True,
        "themes": ["justice"],
        "countries": ["CA", "MX"],
        "agreementparty": _GOVERNMENTS,
        "statusstep": [
            {
                "status": "in_force",
                "actual_on": "1979-03-29",
                "note": said(
                    "The day under which the Canada Treaty Series lists it.",
                    "Date à laquelle le Recueil des traités du Canada l’inscrit.",
                    "Fecha con la que figura en la Serie de Tratados de Canadá.",
                ),
            }
        ],
        "source_language": "es",
        "title": said(
            "Treaty on the Execution of Penal Sentences",
            "Traité sur l’exécution des peines",
            "Tratado sobre la Ejecución de Sentencias Penales",
        ),
        "slug": said(
            "treaty-execution-of-penal-sentences",
            "traite-execution-des-peines",
            "tratado-ejecucion-de-sentencias-penales",
        ),
        "summary": said(
            "People sentenced in the other country may serve their time at home, on certain conditions.",
            "Les personnes condamnées dans l’autre pays peuvent, à certaines conditions, purger leur peine chez elles.",
            "Quienes reciben una condena en el otro país pueden cumplirla en el propio, bajo ciertas condiciones.",
        ),
        "sections": [
            section(
                said("Conditions", "Conditions", "Condiciones"),
                text(
                    "<ul><li>The act is a crime in both countries.</li><li>The person is a national of the country that "
                    "receives them, and does not live in the other.</li><li>At least six months of the sentence "
                    "remain.</li><li>No appeal is pending.</li></ul>",
                    "<ul><li>L’acte est un crime dans les deux pays.</li><li>La personne est ressortissante du pays qui la "
                    "reçoit et n’est pas domiciliée dans l’autre.</li><li>Il reste au moins six mois à "
                    "purger.</li><li>Aucun appel n’est en instance.</li></ul>",
                    "<ul><li>El acto es delito en ambos países.</li><li>La persona es nacional del país que la recibe y no "
                    "está domiciliada en el otro.</li><li>Le faltan por cumplir al menos seis meses.</li><li>No hay "
                    "apelación pendiente.</li></ul>",
                ),
            )
        ],
        "figures": [],
        "sources": [SENTENCES_1979],
    },
]
