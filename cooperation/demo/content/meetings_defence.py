"""Meetings of the defence ministers of North America."""

from typing import Any

from cooperation.demo.content.register_sources import (
    DEFENCE_2012,
    DEFENCE_2012_CBC,
    DEFENCE_2014,
    DEFENCE_2014_JOINT,
    DEFENCE_2017,
)
from cooperation.demo.content.words import said, section, text

_OTTAWA = said("Ottawa", "Ottawa", "Ottawa")
_WASHINGTON = said("Washington", "Washington", "Washington")
_DEFENCE = [{"organization": code} for code in ("dnd", "sedena", "semar", "us-dod")]


def _ministers(ordinal: int, en: str, fr: str, es: str, **others: Any) -> dict[str, Any]:
    return {
        "key": f"defence-ministers-{ordinal}",
        "mechanism": "defence-ministers",
        "ordinal": ordinal,
        "format": "in_person",
        "themes": ["defence"],
        "countries": ["CA", "MX", "US"],
        "participant": _DEFENCE,
        "source_language": "en",
        "title": said(
            f"{en} Trilateral Meeting of North American Defence Ministers",
            f"{fr} réunion trilatérale des ministres de la Défense d’Amérique du Nord",
            f"{es} Reunión Trilateral de Ministros de Defensa de América del Norte",
        ),
        "slug": said(
            f"north-american-defence-ministers-{ordinal}",
            f"ministres-defense-amerique-du-nord-{ordinal}",
            f"ministros-defensa-america-del-norte-{ordinal}",
        ),
        "figures": [],
        "related": [],
        **others,
    }


DEFENCE = [
    _ministers(
        1,
        "First",
        "Première",
        "Primera",
        starts_on="2012-03-27",
        host_country="CA",
        city=_OTTAWA,
        time_zone="America/Toronto",
        summary=said(
            "In March 2012 the defence ministers of the three countries meet for the first time as three.",
            "En mars 2012, les ministres de la Défense des trois pays se réunissent pour la première fois à trois.",
            "En marzo de 2012 los ministros de Defensa de los tres países se reúnen por primera vez en formato trilateral.",
        ),
        outcomes=text(
            "<ul><li>A joint assessment of the threats to North America is to be prepared.</li><li>The armed forces look "
            "for better ways to support civilian security agencies and to answer natural disasters.</li></ul>",
            "<ul><li>Une évaluation commune des menaces pour l’Amérique du Nord sera préparée.</li><li>Les forces armées "
            "cherchent à mieux appuyer les organismes civils de sécurité et à mieux répondre aux catastrophes "
            "naturelles.</li></ul>",
            "<ul><li>Se preparará una evaluación conjunta de las amenazas para América del Norte.</li><li>Las fuerzas "
            "armadas buscan apoyar mejor a las instituciones civiles de seguridad y responder mejor a los desastres "
            "naturales.</li></ul>",
        ),
        sections=[
            section(
                said("One day or two", "Un jour ou deux", "Uno o dos días"),
                text(
                    "Most sources give 27 March 2012; the Canadian public broadcaster speaks of two days, of which this "
                    "was the last.",
                    "La plupart des sources donnent le 27 mars 2012 ; le radiodiffuseur public canadien parle de deux "
                    "jours, dont celui-là fut le dernier.",
                    "La mayoría de las fuentes señala el 27 de marzo de 2012; la radiodifusora pública canadiense habla "
                    "de dos días, de los cuales ese fue el último.",
                ),
            )
        ],
        sources=[DEFENCE_2012, DEFENCE_2012_CBC, DEFENCE_2014],
    ),
    _ministers(
        2,
        "Second",
        "Deuxième",
        "Segunda",
        starts_on="2014-04-24",
        host_country="MX",
        time_zone="America/Mexico_City",
        summary=said(
            "Mexico hosts the ministers in April 2014: threats, disasters, cyber defence and the hemisphere’s forums.",
            "Le Mexique accueille les ministres en avril 2014 : menaces, catastrophes, cyberdéfense et instances de l’hémisphère.",
            "México recibe a los ministros en abril de 2014: amenazas, desastres, ciberdefensa y foros del hemisferio.",
        ),
        outcomes=text(
            "<ul><li>The assessment of threats is brought up to date.</li><li>The forces prepare to support relief led by "
            "civilian authorities.</li><li>The three countries exchange views on cyber defence.</li><li>They look for "
            "ways to act together for the security of the southern border of the region.</li></ul>",
            "<ul><li>L’évaluation des menaces est mise à jour.</li><li>Les forces se préparent à appuyer les secours "
            "dirigés par les autorités civiles.</li><li>Les trois pays échangent sur la cyberdéfense.</li><li>Ils "
            "cherchent à coordonner leur action pour la sécurité de la frontière sud de la région.</li></ul>",
            "<ul><li>Se actualiza la evaluación de amenazas.</li><li>Las fuerzas se preparan para apoyar el auxilio que "
            "encabezan las autoridades civiles.</li><li>Los tres países intercambian información sobre "
            "ciberdefensa.</li><li>Buscan coordinar acciones para la seguridad de la frontera sur de la "
            "región.</li></ul>",
        ),
        sections=[],
        sources=[DEFENCE_2014, DEFENCE_2014_JOINT],
    ),
    _ministers(
        3,
        "Third",
        "Troisième",
        "Tercera",
        starts_on="2017-05-22",
        host_country="US",
        city=_WASHINGTON,
        time_zone="America/New_York",
        summary=said(
            "In May 2017 the United States hosts the third meeting; peacekeeping is one of its subjects.",
            "En mai 2017, les États-Unis accueillent la troisième réunion ; le maintien de la paix est à l’ordre du jour.",
            "En mayo de 2017 Estados Unidos recibe la tercera reunión; las operaciones de paz son uno de sus temas.",
        ),
        outcomes=text(
            "The three countries decided to strengthen their defence cooperation, to support the defence institutions of "
            "the hemisphere and to exchange lessons from peacekeeping.",
            "Les trois pays ont décidé de renforcer leur coopération de défense, d’appuyer les institutions de défense de "
            "l’hémisphère et de mettre en commun les leçons tirées du maintien de la paix.",
            "Los tres países decidieron fortalecer su cooperación en defensa, apoyar a las instituciones de defensa del "
            "hemisferio e intercambiar lecciones de las operaciones de paz.",
        ),
        sections=[],
        sources=[DEFENCE_2017],
    ),
]
