"""What the demo's releases add: a news release, and what a report and a group's page say anew. Written for the demo."""

from cooperation.demo.content.cmp_sources import CMP_PAGE, REPORT_2019
from cooperation.demo.content.words import said, section, text

#: The news release that goes with the page of the group on energy and the report on 2019.
ANNOUNCEMENT = {
    "key": "release-sources",
    "kind": "statement",
    "type": "release",
    "place": said("Ottawa and Mexico City", "Ottawa et Mexico", "Ottawa y Ciudad de México"),
    "source": said(
        "Secretariat of the Canada-Mexico Partnership",
        "Secrétariat du Partenariat Canada-Mexique",
        "Secretaría de la Alianza México-Canadá",
    ),
    "meeting": "meeting-15",
    "themes": ["energy"],
    "countries": ["CA", "MX"],
    "signatory": [{"country": "CA"}, {"country": "MX"}],
    "source_language": "fr",
    "title": said(
        "The partnership’s pages now name their sources",
        "Les pages du Partenariat indiquent désormais leurs sources",
        "Las páginas de la Alianza indican ahora sus fuentes",
    ),
    "slug": said("pages-name-their-sources", "pages-indiquent-leurs-sources", "paginas-indican-sus-fuentes"),
    "summary": said(
        "The report on 2019 and the page of the group on energy list the publications that they were written from.",
        "Le rapport sur 2019 et la page du groupe sur l’énergie énumèrent les publications dont ils sont tirés.",
        "El informe sobre 2019 y la página del grupo de energía enumeran las publicaciones de las que provienen.",
    ),
    "sections": [
        section(
            said("What is new", "Ce qui est nouveau", "Qué hay de nuevo"),
            text(
                "Readers asked where the figures and dates come from. The report on 2019 and the page of the working group "
                "on energy now end with a list of the publications that they were written from.",
                "Des lecteurs ont demandé d’où viennent les chiffres et les dates. Le rapport sur 2019 et la page du groupe de "
                "travail sur l’énergie se terminent maintenant par la liste des publications dont ils sont tirés.",
                "Varias personas preguntaron de dónde provienen las cifras y las fechas. El informe sobre 2019 y la página del "
                "grupo de trabajo de energía terminan ahora con la lista de las publicaciones de las que provienen.",
            ),
        )
    ],
    "figures": [],
    "sources": [CMP_PAGE, REPORT_2019],
}

#: Working titles and notes, in the language of whoever made the release.
SCHEDULED = {
    "title": "Sources : rapport 2019, groupe sur l’énergie et communiqué",
    "note": "Le communiqué annonce les deux autres pages : rien ne doit paraître avant les trois.",
}
ASSEMBLING = {
    "title": "Informes 2020 y 2021 con sus fuentes",
    "note": "Falta la firma de México en ambos informes. Los dos deben aparecer el mismo día.",
}
