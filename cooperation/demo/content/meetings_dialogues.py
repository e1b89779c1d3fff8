"""Meetings of the strategic dialogue, of the crime forum and on migration."""

from typing import Any

from cooperation.demo.content.register_sources import (
    FORUM_2022,
    FORUM_2023,
    FORUM_2024,
    MIRPS_EVENT,
    SAWP_2012,
    SPEECH_2016,
)
from cooperation.demo.content.words import said, text

_OTTAWA = said("Ottawa", "Ottawa", "Ottawa")
_WASHINGTON = said("Washington", "Washington", "Washington")
_FORUM = [{"organization": code} for code in ("ps", "jus", "doj", "dhs")]


def _forum(year: int, en: str, fr: str, es: str, **others: Any) -> dict[str, Any]:
    return {
        "key": f"crime-forum-{year}",
        "mechanism": "crime-forum",
        "format": "in_person",
        "time_zone": "America/Toronto",
        "themes": ["security", "justice"],
        "countries": ["CA", "US"],
        "participant": _FORUM,
        "source_language": "fr",
        "title": said(
            f"Cross-Border Crime Forum {year}, {en}",
            f"Forum sur la criminalité transfrontalière {year}, {fr}",
            f"Foro sobre Delincuencia Transfronteriza {year}, {es}",
        ),
        "slug": said(
            f"cross-border-crime-forum-{year}",
            f"forum-criminalite-transfrontaliere-{year}",
            f"foro-delincuencia-transfronteriza-{year}",
        ),
        "figures": [],
        "related": [],
        **others,
    }


DIALOGUES = [
    {
        "key": "strategic-dialogue-1",
        "mechanism": "strategic-dialogue",
        "ordinal": 1,
        "starts_on": "2016-10-12",
        "time_zone": "America/Mexico_City",
        "host_country": "MX",
        "city": said("Mexico City", "Mexico", "Ciudad de México"),
        "format": "in_person",
        "themes": ["partnership", "trade"],
        "countries": ["CA", "MX"],
        "participant": [{"organization": "gac"}, {"organization": "sre"}],
        "source_language": "en",
        "title": said(
            "First meeting of the High-Level Strategic Dialogue",
            "Première réunion du Dialogue stratégique de haut niveau",
            "Primera reunión del Diálogo Estratégico de Alto Nivel",
        ),
        "slug": said(
            "high-level-strategic-dialogue-first-meeting",
            "dialogue-strategique-premiere-reunion",
            "dialogo-estrategico-primera-reunion",
        ),
        "summary": said(
            "Four months after it was announced, the dialogue opens in Mexico City: visas, trade, education.",
            "Quatre mois après son annonce, le dialogue s’ouvre à Mexico : visas, commerce, éducation.",
            "Cuatro meses después de su anuncio, el diálogo se inaugura en la Ciudad de México: visas, comercio y educación.",
        ),
        "outcomes": text(
            "Canada confirmed that Mexican visitors would need no visa from 1 December 2016. Both sides noted the end of "
            "the restrictions on Canadian beef and spoke of closer ties in education.",
            "Le Canada a confirmé que les visiteurs mexicains n’auraient plus besoin de visa à partir du 1er décembre "
            "2016. Les deux parties ont pris acte de la levée des restrictions sur le bœuf canadien et parlé d’un "
            "rapprochement en éducation.",
            "Canadá confirmó que los visitantes mexicanos no necesitarían visa a partir del 1 de diciembre de 2016. Ambas "
            "partes destacaron el fin de las restricciones a la carne de res canadiense y hablaron de estrechar lazos en "
            "educación.",
        ),
        "sections": [],
        "figures": [],
        "related": [],
        "sources": [SPEECH_2016],
    },
    _forum(
        2022,
        "Washington",
        "Washington",
        "Washington",
        starts_on="2022-03-22",
        host_country="US",
        city=_WASHINGTON,
        time_zone="America/New_York",
        summary=said(
            "The forum meets again, for the first time since the two countries decided to bring it back.",
            "Le forum se réunit de nouveau, pour la première fois depuis que les deux pays ont décidé de le rétablir.",
            "El foro vuelve a sesionar, por primera vez desde que los dos países decidieron restablecerlo.",
        ),
        outcomes=text(
            "Ransomware, the protection of networks and the sharing of information were the first concerns. The two "
            "sides welcomed negotiations on access to data held abroad.",
            "Rançongiciels, protection des réseaux et échange de renseignements ont été les premières préoccupations. Les "
            "deux parties se sont félicitées de négociations sur l’accès aux données détenues à l’étranger.",
            "Los programas de secuestro de datos, la protección de las redes y el intercambio de información fueron las "
            "primeras preocupaciones. Ambas partes celebraron las negociaciones sobre el acceso a datos que se "
            "encuentran en el extranjero.",
        ),
        sections=[],
        sources=[FORUM_2022],
    ),
    _forum(
        2023,
        "Ottawa",
        "Ottawa",
        "Ottawa",
        related=["statement-of-partnership"],
        starts_on="2023-04-27",
        host_country="CA",
        city=_OTTAWA,
        summary=said(
            "Canada hosts the second meeting since the forum was brought back; a statement of partnership is signed.",
            "Le Canada accueille la deuxième réunion depuis le rétablissement du forum ; une déclaration de partenariat est "
            "signée.",
            "Canadá recibe la segunda reunión desde el restablecimiento del foro; se firma una declaración de asociación.",
        ),
        outcomes=text(
            "Opioids, firearms, money laundering, the smuggling of people and the travel of sex offenders were discussed, "
            "as was the fairness of criminal justice.",
            "Il a été question des opioïdes, des armes à feu, du blanchiment d’argent, du passage de clandestins et des "
            "déplacements de délinquants sexuels, ainsi que de l’équité de la justice pénale.",
            "Se habló de los opioides, las armas de fuego, el lavado de dinero, el tráfico de personas y los viajes de "
            "delincuentes sexuales, así como de la equidad de la justicia penal.",
        ),
        sections=[],
        sources=[FORUM_2023],
    ),
    _forum(
        2024,
        "Washington",
        "Washington",
        "Washington",
        starts_on="2024-07-12",
        host_country="US",
        city=_WASHINGTON,
        time_zone="America/New_York",
        summary=said(
            "The third meeting since the forum was brought back: foreign interference, shared information, crime online.",
            "La troisième réunion depuis le rétablissement du forum : ingérence étrangère, renseignement, crimes en ligne.",
            "La tercera reunión desde el restablecimiento del foro: injerencia extranjera, información y delito en línea.",
        ),
        outcomes=text(
            "<ul><li>Officials are to improve how information on the smuggling of people is gathered and shared, with "
            "recent cases as examples.</li><li>Both countries seek to make better use of advance notice of the travel of "
            "sex offenders.</li><li>Artificial intelligence remains on the agenda of the forum.</li></ul>",
            "<ul><li>Les représentants amélioreront la collecte et l’échange de renseignements sur le passage de "
            "clandestins, en s’appuyant sur des cas récents.</li><li>Les deux pays veulent tirer un meilleur parti des "
            "préavis de déplacement de délinquants sexuels.</li><li>L’intelligence artificielle reste à l’ordre du jour "
            "du forum.</li></ul>",
            "<ul><li>Los funcionarios mejorarán la obtención y el intercambio de información sobre el tráfico de "
            "personas, a partir de casos recientes.</li><li>Ambos países buscan aprovechar mejor los avisos previos sobre "
            "viajes de delincuentes sexuales.</li><li>La inteligencia artificial sigue en la agenda del foro.</li></ul>",
        ),
        sections=[],
        sources=[FORUM_2024],
    ),
    {
        "key": "mirps-event",
        "mechanism": "mirps",
        "starts_on": "2022-05-24",
        "ends_on": "2022-05-26",
        "time_zone": "America/Toronto",
        "host_country": "CA",
        "city": _OTTAWA,
        "format": "",
        "themes": ["migration", "rights"],
        "countries": ["CA", "MX", "GT"],
        "participant": [{"organization": "ircc"}, {"organization": "unhcr"}],
        "source_language": "fr",
        "title": said(
            "Signature event of the MIRPS Support Platform",
            "Rencontre phare de la Plateforme de soutien du MIRPS",
            "Encuentro de la Plataforma de Apoyo del MIRPS",
        ),
        "slug": said("mirps-signature-event", "mirps-rencontre-phare", "mirps-encuentro-plataforma-de-apoyo"),
        "summary": said(
            "As chair of the platform, Canada invites to three days on ways in which refugees can be received.",
            "Le Canada, qui préside la plateforme, convie à trois jours d’échanges sur l’accueil des réfugiés.",
            "Canadá, que preside la plataforma, convoca a tres días de intercambio sobre la acogida de refugiados.",
        ),
        "outcomes": text(
            "Members, United Nations agencies, financial institutions, business and refugees’ own organizations compared "
            "what works in resettlement, in other paths of admission and in integration.",
            "Membres, organismes des Nations Unies, institutions financières, entreprises et organisations de réfugiés "
            "ont comparé ce qui réussit en matière de réinstallation, d’autres voies d’admission et d’intégration.",
            "Miembros, organismos de las Naciones Unidas, instituciones financieras, empresas y organizaciones de personas "
            "refugiadas compararon qué funciona en el reasentamiento, en otras vías de admisión y en la integración.",
        ),
        "sections": [],
        "figures": [],
        "related": [],
        "sources": [MIRPS_EVENT],
    },
]

#: Ready to go public: its story is told among the drafts.
SAWP_MEETING = {
    "key": "sawp-meeting-38",
    "kind": "meeting",
    "ordinal": 38,
    "starts_on": "2012-10-16",
    "ends_on": "2012-10-17",
    "time_zone": "America/Toronto",
    "host_country": "CA",
    "city": _OTTAWA,
    "format": "in_person",
    "themes": ["migration", "trade"],
    "countries": ["CA", "MX"],
    "participant": [{"organization": "stps"}, {"organization": "sre"}],
    "source_language": "es",
    "title": said(
        "38th intergovernmental meeting on the Seasonal Agricultural Worker Program",
        "38e réunion intergouvernementale sur le Programme des travailleurs agricoles saisonniers",
        "38.ª reunión intergubernamental del Programa de Trabajadores Agrícolas Temporales",
    ),
    "slug": said(
        "38th-meeting-seasonal-agricultural-worker-program",
        "38e-reunion-travailleurs-agricoles-saisonniers",
        "38a-reunion-trabajadores-agricolas-temporales",
    ),
    "summary": said(
        "In October 2012 the two governments review the season and prepare the next one.",
        "En octobre 2012, les deux gouvernements dressent le bilan de la saison et préparent la suivante.",
        "En octubre de 2012 los dos gobiernos evalúan la temporada y preparan la siguiente.",
    ),
    "outcomes": text(
        "Canada proposed to simplify the part that employers have in the procedure, beginning with the season of 2013; both "
        "sides agreed to make the changes known.",
        "Le Canada a proposé de simplifier les démarches des employeurs dès la saison 2013 ; les deux parties ont convenu de "
        "faire connaître les changements.",
        "Canadá propuso simplificar la participación de los empleadores a partir de la temporada 2013; ambas partes "
        "acordaron difundir los cambios.",
    ),
    "sections": [],
    "figures": [],
    "sources": [SAWP_2012],
}
