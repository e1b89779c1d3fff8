"""What is copied along with a text from a web site and is none of it, in three languages; and what must stay."""

import pytest

from editorial.importing import outline
from tests.editorial.test_importing_formats import LONG, left, read, read_and_outline

ABOVE = {
    "Skip to main content": "skip", "Skip to \"About government\"": "skip", "Passer au contenu principal": "skip",
    "Aller au contenu": "skip", "Pasar al contenido principal": "skip", "Saltar al contenido": "skip",
    "Main Container": "skip", "Main Content": "skip", "Contenu principal": "skip", "Contenido principal": "skip",
    "Language selection": "language", "Sélection de la langue": "language", "Selección de idioma": "language",
    "English | Français": "language", "Español": "language",
    "Search": "search", "Recherche": "search", "Buscar": "search", "Menu": "menu", "Menú": "menu",
    "Home > About us > Partnership": "breadcrumb", "Accueil › À propos › Partenariat": "breadcrumb",
    "Inicio » Acerca de » Asociación": "breadcrumb", "You are here: Home": "breadcrumb",
    "Vous êtes ici :": "breadcrumb", "On this page": "toc", "Sur cette page": "toc", "En esta página": "toc",
    "We use cookies to make this site work better.": "cookie", "Ce site utilise des témoins.": "cookie",
    "Este sitio utiliza cookies.": "cookie",
    "Canada au Mexique Logo": "logo", "Symbol of the Government of Canada": "logo",
    "Saturday, April 26, 2014": "date", "le 3 mars 2020": "date", "3 de marzo de 2020": "date", "2020-03-04": "date",
}  # fmt: skip
BELOW = {
    "Share this page": "share", "Partager cette page": "share", "Compartir esta página": "share", "Facebook": "share",
    "Report a problem on this page": "feedback", "Signaler un problème sur cette page": "feedback",
    "Informar de un problema en esta página": "feedback", "Please select all that apply:": "feedback",
    "You will not receive a reply. For enquiries, contact us.": "feedback", "Merci de votre aide!": "feedback",
    "Date modified:": "date", "Date modified: 2021-03-04": "date", "Date de modification : 2021-03-04": "date",
    "Última actualización: 4 de marzo de 2021": "date", "Last updated March 4, 2021": "date",
    "No comments:": "comments", "Post a Comment": "comments", "Publier un commentaire": "comments",
    "Publicar un comentario": "comments", "12 comments": "comments",
    "© 2021 Government of Example": "footer", "Top of page": "footer", "Haut de la page": "footer",
    "Volver arriba": "footer", "Terms and conditions": "footer", "Avis": "footer", "Privacy": "footer",
    "Todos los derechos reservados": "footer",
}  # fmt: skip


@pytest.mark.parametrize(("words", "why"), ABOVE.items())
def test_above_the_text(words: str, why: str) -> None:
    found = read(f"{words}\n\nA title\n\n{LONG * 2}\n\nA heading\n\n{LONG * 2}", "a.txt")
    assert left(found) == {why: [words]}
    assert outline.outline_of(found).title == "A title"


@pytest.mark.parametrize(("words", "why"), BELOW.items())
def test_below_the_text(words: str, why: str) -> None:
    found = read(f"A title\n\n{LONG * 2}\n\n{words}", "a.txt")
    assert left(found) == {why: [words]}


@pytest.mark.parametrize(
    "heading", ["Recherche", "Search", "Menu", "Avis", "Home", "Privacy", "Español", "On this page", "Share", "Print"]
)
def test_a_heading_in_the_middle_stays_whatever_it_says(heading: str) -> None:
    found, draft = read_and_outline(f"A title\n\n{LONG * 2}\n\n{heading}\n\n{LONG * 2}", "a.txt")
    assert left(found) == {}
    assert [part.heading for part in draft.parts] == ["", heading]


@pytest.mark.parametrize("title", ["Search", "Recherche", "Menu", "Privacy", "Contact us"])
def test_a_first_level_heading_is_the_title_whatever_it_says(title: str) -> None:
    assert read_and_outline(f"<h1>{title}</h1><p>{LONG * 2}</p>", "a.html")[1].title == title


def test_sentences_that_only_begin_like_furniture_stay() -> None:
    text = (
        "A title\n\nSearch and rescue is a joint task.\n\nDate modified: the parties changed the date twice in 2020,"
        " and told nobody.\n\n"
        f"No comments were made by either party on the draft.\n\n{LONG * 2}\n\nThe share of women rose.\n"
    )
    assert left(read(text, "a.txt")) == {}


def test_dates_that_are_left_out_are_offered_as_facts() -> None:
    found = read(f"A title\n\n{LONG * 2}\n\nDate de modification : 2021-03-04", "a.txt", "fr")
    assert [(fact.code, fact.value) for fact in found.report.facts] == [("modified", "2021-03-04")]
    found = read(f"April 26, 2014\n\nA title\n\n{LONG * 2}", "a.txt")
    assert [(fact.code, fact.value) for fact in found.report.facts] == [("published", "April 26, 2014")]


def test_a_menu_of_lines_and_the_questions_of_a_form() -> None:
    text = (
        f"Topics\nJobs\nNews\nContact\nHelp\n\nA title\n\n{LONG * 2}\n\nReport a problem on this page\n\n"
        "A link is broken\n\nIt has a spelling mistake\n\nThank you for your help!\n"
    )
    found = left(read(text, "a.txt"))
    assert found["menu"] == ["Topics", "Jobs", "News", "Contact", "Help"]
    assert found["feedback"] == [
        "Report a problem on this page", "A link is broken", "It has a spelling mistake", "Thank you for your help!",
    ]  # fmt: skip


def test_what_was_left_out_can_be_put_back_at_its_place() -> None:
    found = read(f"A title\n\n{LONG * 2}\n\nA heading\n\n{LONG * 2}\n\nShare this page\n\n{LONG}", "a.txt")
    place = next(n for n, block in enumerate(found.blocks) if block.left)
    assert [part.heading for part in outline.outline_of(found).parts] == ["", "A heading"]
    assert [part.heading for part in outline.outline_of(found, keep={place}).parts] == [
        "",
        "A heading",
        "Share this page",
    ]


def test_where_nothing_looks_like_content_nothing_is_left_out() -> None:
    found, draft = read_and_outline("Menu\n\nSearch\n\nEnglish\n", "a.txt")
    assert left(found) == {}
    assert "all_left_out" in found.report.findings
    assert draft.title == "Menu"
