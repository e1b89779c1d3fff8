"""Memoranda on safety. Where a source gives no day, the step says so."""

from cooperation.demo.content.register_sources import (
    BACKGROUNDER_2016,
    EMBASSY_SECURITY,
)
from cooperation.demo.content.words import said, section, text

_GOVERNMENTS = [{"organization": "goc"}, {"organization": "gom"}]
_ANNOUNCED = said(
    "Announced as signed on 28 June 2016; the source does not give the day.",
    "Signature annoncée le 28 juin 2016 ; la source ne donne pas le jour.",
    "Firma anunciada el 28 de junio de 2016; la fuente no indica el día.",
)

SECURITY = [
    {
        "key": "mou-police",
        "type": "mou",
        "binding": False,
        "themes": ["security"],
        "countries": ["CA", "MX"],
        "agreementparty": [{"organization": "rcmp"}, {"organization": "pf"}],
        "statusstep": [
            {
                "status": "negotiating",
                "actual_on": "2016-06-28",
                "note": said(
                    "Announced as being prepared.",
                    "Annoncé comme étant en préparation.",
                    "Anunciado como en preparación.",
                ),
            },
            {
                "status": "signed",
                "expected_on": "2016",
                "note": said(
                    "No source consulted says that it was signed.",
                    "Aucune source consultée ne fait état de la signature.",
                    "Ninguna fuente consultada da cuenta de la firma.",
                ),
            },
        ],
        "source_language": "en",
        "title": said(
            "Memorandum between the RCMP and Mexico’s Federal Police",
            "Protocole d’entente entre la GRC et la Police fédérale du Mexique",
            "Memorando de entendimiento entre la RCMP y la Policía Federal de México",
        ),
        "slug": said(
            "memorandum-rcmp-federal-police", "protocole-grc-police-federale", "memorando-rcmp-policia-federal"
        ),
        "summary": said(
            "A memorandum on working together against transnational organized crime, expected in 2016.",
            "Un protocole sur la lutte commune contre le crime organisé transnational, attendu en 2016.",
            "Un memorando para combatir juntos la delincuencia organizada transnacional, previsto para 2016.",
        ),
        "sections": [
            section(
                said("What it was to do", "Ce qu’il devait permettre", "Qué debía permitir"),
                text(
                    "In June 2016 the two police forces were preparing a memorandum that would let them cooperate more "
                    "closely in their inquiries. Officials of both countries meant to complete and sign it within the "
                    "year. What came of it is not known.",
                    "En juin 2016, les deux corps policiers préparaient un protocole qui devait leur permettre de "
                    "collaborer plus étroitement dans leurs enquêtes. Les responsables des deux pays comptaient le "
                    "conclure et le signer dans l’année. On ignore ce qu’il en est advenu.",
                    "En junio de 2016, las dos policías preparaban un memorando que les permitiría colaborar más "
                    "estrechamente en sus investigaciones. Las autoridades de ambos países se proponían concluirlo y "
                    "firmarlo ese mismo año. Se desconoce qué resultó de ello.",
                ),
            )
        ],
        "figures": [],
        "sources": [BACKGROUNDER_2016],
    },
    {
        "key": "mou-public-safety",
        "type": "mou",
        "binding": False,
        "themes": ["security"],
        "countries": ["CA", "MX"],
        "agreementparty": _GOVERNMENTS,
        "statusstep": [{"status": "signed", "actual_on": "2016-06", "note": _ANNOUNCED}],
        "source_language": "en",
        "title": said(
            "Memorandum on public safety",
            "Protocole d’entente sur la sécurité publique",
            "Memorando de entendimiento sobre seguridad pública",
        ),
        "slug": said("memorandum-on-public-safety", "protocole-securite-publique", "memorando-seguridad-publica"),
        "summary": said(
            "Gives a formal frame to what the two governments share on public safety.",
            "Donne un cadre officiel à ce que les deux gouvernements mettent en commun en sécurité publique.",
            "Da un marco formal a lo que los dos gobiernos comparten en materia de seguridad pública.",
        ),
        "sections": [
            section(
                said("Purpose", "Objet", "Objeto"),
                text(
                    "One of two memoranda signed in 2016. With it the two countries exchange knowledge more easily and "
                    "look for subjects of public safety on which they can work together.",
                    "L’un des deux protocoles signés en 2016. Grâce à lui, les deux pays échangent plus aisément leurs "
                    "connaissances et cherchent les questions de sécurité publique sur lesquelles travailler ensemble.",
                    "Uno de los dos memorandos firmados en 2016. Con él, los dos países intercambian conocimientos con más "
                    "facilidad y buscan asuntos de seguridad pública en los que puedan trabajar juntos.",
                ),
            )
        ],
        "figures": [],
        "sources": [BACKGROUNDER_2016],
    },
    {
        "key": "mou-corrections",
        "type": "mou",
        "binding": False,
        "themes": ["security", "justice"],
        "countries": ["CA", "MX"],
        "agreementparty": _GOVERNMENTS,
        "statusstep": [{"status": "signed", "actual_on": "2016-06", "note": _ANNOUNCED}],
        "source_language": "en",
        "title": said(
            "Memorandum on correctional services",
            "Protocole d’entente sur les services correctionnels",
            "Memorando de entendimiento sobre servicios penitenciarios",
        ),
        "slug": said(
            "memorandum-on-correctional-services",
            "protocole-services-correctionnels",
            "memorando-servicios-penitenciarios",
        ),
        "summary": said(
            "On policies, programs for offenders, recruitment, training and research in corrections.",
            "Sur les politiques, les programmes destinés aux délinquants, le recrutement, la formation et la recherche.",
            "Sobre políticas, programas para las personas condenadas, reclutamiento, capacitación e investigación.",
        ),
        "sections": [
            section(
                said("An earlier memorandum", "Un protocole antérieur", "Un memorando anterior"),
                text(
                    "The text builds on a memorandum that already bound the two correctional services together. The source "
                    "gives neither the date of that one nor its title.",
                    "Le texte prolonge un protocole qui liait déjà les deux services correctionnels. La source ne donne ni "
                    "la date ni le titre de ce dernier.",
                    "El texto se apoya en un memorando que ya vinculaba a los dos servicios penitenciarios. La fuente no "
                    "indica su fecha ni su título.",
                ),
            )
        ],
        "figures": [],
        "sources": [BACKGROUNDER_2016],
    },
    {
        "key": "mou-nuclear",
        "type": "mou",
        "binding": False,
        "themes": ["security", "border"],
        "countries": ["CA", "MX"],
        "agreementparty": _GOVERNMENTS,
        "statusstep": [{"status": "signed", "actual_on": "2016", "note": _ANNOUNCED}],
        "source_language": "en",
        "title": said(
            "Memorandum on the detection of nuclear and radiological material",
            "Protocole d’entente sur la détection de matières nucléaires et radiologiques",
            "Memorando de entendimiento sobre la detección de material nuclear y radiológico",
        ),
        "slug": said("memorandum-nuclear-detection", "protocole-detection-nucleaire", "memorando-deteccion-nuclear"),
        "summary": said(
            "Equipment and training for Mexico’s customs along its southern border.",
            "Du matériel et de la formation pour la douane mexicaine à la frontière sud du pays.",
            "Equipo y capacitación para las aduanas de México en la frontera sur del país.",
        ),
        "sections": [
            section(
                said("What is foreseen", "Ce qui est prévu", "Qué se prevé"),
                text(
                    "Canada provides detection equipment and trains customs officials and operators in its use, so that "
                    "illicit cargo is found and stopped. The two countries act here as partners in the Global Partnership "
                    "Against the Spread of Weapons and Materials of Mass Destruction.\n\n"
                    "They also agreed to develop a support centre for nuclear security, which is to serve specialists in "
                    "Mexico and in Central America.",
                    "Le Canada fournit des appareils de détection et forme les douaniers et les opérateurs à leur emploi, "
                    "afin que les cargaisons illicites soient repérées et arrêtées. Les deux pays agissent ici comme "
                    "partenaires du Partenariat mondial contre la prolifération des armes de destruction massive et des "
                    "matières connexes.\n\n"
                    "Ils ont aussi convenu de mettre sur pied un centre de soutien à la sécurité nucléaire, destiné aux "
                    "spécialistes du Mexique et de l’Amérique centrale.",
                    "Canadá aporta equipo de detección y capacita en su uso al personal aduanero y operativo, para que la "
                    "carga ilícita se localice y se detenga. Ambos países actúan como socios de la Asociación Mundial "
                    "contra la Propagación de Armas y Materiales de Destrucción Masiva.\n\n"
                    "Acordaron también desarrollar un centro de apoyo a la seguridad nuclear, que servirá a especialistas "
                    "de México y de Centroamérica.",
                ),
            )
        ],
        "figures": [],
        "sources": [BACKGROUNDER_2016],
    },
]

#: Cannot be submitted yet, as no source dates the signature; its story is told among the drafts.
BORDER_SERVICES = {
    "key": "border-services",
    "kind": "agreement",
    "type": "arrangement",
    "binding": False,
    "themes": ["border"],
    "countries": ["CA", "MX"],
    "agreementparty": [{"organization": code} for code in ("cbsa", "inm", "sat")],
    "statusstep": [],
    "source_language": "fr",
    "title": said("Arrangements between border services", "Ententes entre services frontaliers", ""),
    "slug": said("arrangements-border-services", "ententes-services-frontaliers", ""),
    "summary": said(
        "What the Canada Border Services Agency signed with Mexico’s migration institute and customs.",
        "Ce que l’Agence des services frontaliers du Canada a signé avec l’institut de migration et la douane du Mexique.",
        "",
    ),
    "sections": [],
    "figures": [],
    "sources": [EMBASSY_SECURITY],
}
