"""Dialogues that the two governments hold every year, on security and on human rights."""

from cooperation.demo.content.register_sources import EMBASSY_SECURITY, TIES_2014
from cooperation.demo.content.words import said, section, text

_BOTH = [{"country": "CA"}, {"country": "MX"}]
_YEARLY = said("Once a year", "Une fois par année", "Una vez al año")

YEARLY = [
    {
        "key": "security-consultations",
        "type": "dialogue",
        "level": "bilateral",
        "cadence": _YEARLY,
        "themes": ["security", "justice"],
        "countries": ["CA", "MX"],
        "mechanismparty": _BOTH,
        "source_language": "fr",
        "title": said(
            "Canada-Mexico security consultations",
            "Consultations Canada-Mexique sur la sécurité",
            "Consultas México-Canadá en materia de seguridad",
        ),
        "slug": said("security-consultations", "consultations-sur-la-securite", "consultas-en-materia-de-seguridad"),
        "summary": said(
            "Once a year the two governments bring each other up to date on threats old and new.",
            "Une fois par année, les deux gouvernements font le point sur les menaces anciennes et nouvelles.",
            "Una vez al año, los dos gobiernos se ponen al día sobre las amenazas tradicionales y las nuevas.",
        ),
        "sections": [
            section(
                said("On the agenda", "À l’ordre du jour", "En la agenda"),
                text(
                    "<ul><li>drugs and other crime</li><li>cyber security and cybercrime</li><li>emergency "
                    "management</li><li>the security of borders and prisons</li><li>the rehabilitation of "
                    "offenders</li></ul>\n\n"
                    "The sixth consultations took place in 2014 and made it easier for officials of both countries to "
                    "exchange information and experience.",
                    "<ul><li>les drogues et les autres formes de criminalité</li><li>la cybersécurité et la "
                    "cybercriminalité</li><li>la gestion des urgences</li><li>la sécurité des frontières et des "
                    "prisons</li><li>la réadaptation des délinquants</li></ul>\n\n"
                    "Les sixièmes consultations ont eu lieu en 2014 ; elles ont facilité l’échange de renseignements et "
                    "d’expériences entre les fonctionnaires des deux pays.",
                    "<ul><li>las drogas y otros delitos</li><li>la ciberseguridad y los delitos "
                    "cibernéticos</li><li>la gestión de emergencias</li><li>la seguridad de las fronteras y de las "
                    "prisiones</li><li>la reinserción de las personas condenadas</li></ul>\n\n"
                    "Las sextas consultas se celebraron en 2014 y facilitaron el intercambio de información y de "
                    "experiencias entre funcionarios de ambos países.",
                ),
            )
        ],
        "figures": [],
        "sources": [EMBASSY_SECURITY, TIES_2014],
    },
    {
        "key": "human-rights-dialogue",
        "type": "dialogue",
        "level": "bilateral",
        "cadence": _YEARLY,
        "themes": ["rights"],
        "countries": ["CA", "MX"],
        "mechanismparty": _BOTH,
        "coordinatingbody": [{"organization": "emb-ca"}],
        "source_language": "fr",
        "title": said(
            "Canada-Mexico human rights dialogue",
            "Dialogue Canada-Mexique sur les droits de la personne",
            "Diálogo México-Canadá sobre derechos humanos",
        ),
        "slug": said(
            "human-rights-dialogue", "dialogue-sur-les-droits-de-la-personne", "dialogo-sobre-derechos-humanos"
        ),
        "summary": said(
            "Every year both sides speak about human rights in either country and compare what helps.",
            "Chaque année, les deux parties parlent des droits de la personne dans l’un et l’autre pays et comparent ce qui "
            "donne des résultats.",
            "Cada año, ambas partes hablan de los derechos humanos en uno y otro país y comparan lo que da resultado.",
        ),
        "sections": [
            section(
                said("Main concerns", "Préoccupations principales", "Principales preocupaciones"),
                text(
                    "Threats to human rights defenders and journalists, violence against women, respect for LGBTQI people, "
                    "and the rights of Indigenous peoples and of migrants come first. Beside the dialogue, the Embassy of "
                    "Canada keeps in touch with civil society in Mexico.",
                    "Les menaces contre les défenseurs des droits de la personne et les journalistes, la violence faite aux "
                    "femmes, le respect des personnes LGBTQI ainsi que les droits des peuples autochtones et des migrants "
                    "viennent en tête. À côté du dialogue, l’ambassade du Canada entretient des liens avec la société civile "
                    "mexicaine.",
                    "En primer lugar figuran las amenazas a personas defensoras y periodistas, la violencia contra las "
                    "mujeres, el respeto a las personas LGBTQI y los derechos de los pueblos indígenas y de las personas "
                    "migrantes. Además del diálogo, la embajada de Canadá mantiene contacto con la sociedad civil de México.",
                ),
            )
        ],
        "figures": [],
        "sources": [EMBASSY_SECURITY],
    },
]
