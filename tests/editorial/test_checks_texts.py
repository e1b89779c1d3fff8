"""Each check of content against texts in three languages: what it must find, and what it must leave alone."""

from dataclasses import replace
from datetime import date

import pytest

from editorial.checks.advice import registry, run
from editorial.checks.advice.lookup import LinkTarget, Standing
from editorial.checks.advice.syllables import count
from editorial.checks.advice.texts import sentences
from editorial.content import kinds
from editorial.models import LinkCheck, LinkOutcome
from tests.editorial.checking import NOW, content, findings_of, spots

LONG = "word " * 130


def p(words: str) -> str:
    return f"<p>{words}</p>"


def link(href: str, words: str = "The agreement of 2019") -> str:
    return p(f'See <a href="{href}">{words}</a> for it.')


# What every check tells of itself


def test_every_check_says_what_why_and_how() -> None:
    for each in registry.all_checks():
        assert "." in each.name
        for words in (each.label, each.why, each.mend):
            assert len(str(words)) > 10, each.name
        assert str(each.mend).endswith("."), each.name
    levels = [each.level for each in registry.all_checks()]
    assert levels == sorted(levels, key=lambda level: level != registry.Level.REQUIRED)


def test_a_name_is_given_once() -> None:
    with pytest.raises(ValueError, match="registered already"):
        registry.check("links.empty", level=registry.Level.ADVICE, label="", why="", mend="")(lambda reading: ())


# Links


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Click here"), ("en", "read more…"), ("en", "here"), ("en", "this page"),
        ("fr", "ici"), ("fr", "Cliquez ici"), ("fr", "En savoir plus »"), ("fr", "plus d'informations"),
        ("es", "aquí"), ("es", "Haga clic aquí"), ("es", "Más información"), ("es", "este enlace"),
    ],
)  # fmt: skip
def test_vague_words_of_a_link(language: str, words: str) -> None:
    assert len(spots("links.vague", {language: link("https://example.org/", words)})) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "More about borders"),
        ("fr", "Plus de frontières"),
        ("es", "Aquí Canadá"),
        ("en", "Here and now: the report"),
    ],
)
def test_words_of_a_link_that_say_something(language: str, words: str) -> None:
    assert spots("links.vague", {language: link("https://example.org/", words)}) == []


def test_an_address_as_the_words_of_a_link() -> None:
    assert len(spots("links.address", link("https://example.org/a", "https://example.org/a"))) == 1
    assert len(spots("links.address", {"fr": link("https://example.org/", "www.example.org")})) == 1
    assert spots("links.address", link("mailto:a@example.org", "a@example.org")) == []


def test_a_link_without_words() -> None:
    assert len(spots("links.empty", {"es": link("https://example.org/", "&nbsp;")})) == 1
    assert len(spots("links.empty", link("https://example.org/", "…"))) == 1
    assert spots("links.empty", link("https://example.org/", "2")) == []


@pytest.mark.parametrize(
    "href", ["pages/border", "#", "/en/nothing/of/this", "/xx/notes/a/", "/admin/", "/en/no-such-list/"]
)
def test_links_that_lead_nowhere(href: str) -> None:
    assert len(spots("links.broken", link(href))) == 1


@pytest.mark.parametrize(
    "href", ["/en/", "/en/pages/", "#section-2", "mailto:a@example.org", "tel:+16135550100", "https://example.org/x",
             "/fr/recherche/", "/es/paginas/?theme=trade"],
)  # fmt: skip
def test_links_that_lead_somewhere(href: str) -> None:
    assert spots("links.broken", link(href)) == []


@pytest.mark.parametrize(
    ("standing", "check"),
    [
        (Standing.UNKNOWN, "links.broken"),
        (Standing.WITHDRAWN, "links.broken"),
        (Standing.DRAFT, "links.unpublished"),
        (Standing.SCHEDULED, "links.unpublished"),
        (Standing.NOT_IN_LANGUAGE, "links.unpublished"),
        (Standing.LIVE, ""),
    ],
)
@pytest.mark.parametrize("href", ["/en/notes/other/", "http://localhost:8000/en/notes/other/?at=2020-01-01#x"])
def test_links_to_documents_by_how_they_stand(standing: Standing, check: str, href: str) -> None:
    behind = {("en", "notes/other"): LinkTarget(standing, "Other")}
    for name in ("links.broken", "links.unpublished"):
        assert len(findings_of(name, content(link(href)), behind=behind)) == (name == check)


def test_a_link_to_the_wrong_language() -> None:
    assert len(spots("links.language", {"fr": link("/en/notes/other/")})) == 1
    assert spots("links.language", {"fr": link("/fr/notes-fr/autre/")}) == []
    declared = p('<a href="/en/notes/other/" hreflang="en">le texte anglais</a>')
    assert spots("links.language", {"fr": declared}) == []
    canada = "https://www.canada.ca/en/global-affairs.html"
    assert len(spots("links.language", {"fr": link(canada)})) == 1
    assert spots("links.language", {"en": link(canada), "es": link(canada)}) == []
    assert len(spots("links.language", {"en": link("https://www.international.gc.ca/x-fra.aspx")})) == 1


def test_a_link_outside_that_is_broken() -> None:
    url = "https://example.org/gone"
    for outcome, fails, broken in (
        (LinkOutcome.MISSING, 1, 1), (LinkOutcome.FAILED, 1, 0), (LinkOutcome.FAILED, 2, 1), (LinkOutcome.UNSURE, 0, 0),
        (LinkOutcome.FOUND, 0, 0), (LinkOutcome.REFUSED, 1, 1),
    ):  # fmt: skip
        seen = {url: LinkCheck(url=url, outcome=outcome, fails=fails)}
        assert len(findings_of("links.outside", content(link(url)), outside=seen)) == broken
    assert findings_of("links.outside", content(link(url))) == []


# Headings and tables


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_headings_skip_no_level(language: str) -> None:
    assert len(spots("headings.order", {language: "<h4>Deep</h4><p>x</p>"}, headings={language: "Top"})) == 1
    assert len(spots("headings.order", {language: "<h3>Deep</h3><p>x</p>"}, headings="")) == 1
    assert spots("headings.order", {language: "<h3>A</h3><p>x</p><h4>B</h4><p>x</p>"}, headings={language: "Top"}) == []


def test_headings_with_nothing_under_them() -> None:
    assert spots("headings.nothing_under", "<p>x</p><h3>Last</h3>") == [("en", "Last")]
    assert spots("headings.nothing_under", "<h3>One</h3><h3>Two</h3><p>x</p>") == [("en", "One")]
    assert spots("headings.nothing_under", "<h3>One</h3><h4>Two</h4><p>x</p>") == []


@pytest.mark.parametrize(
    ("line", "shouts"),
    [("RAPPORT SUR LA FRONTIÈRE", True), ("INFORME DE LA FRONTERA", True), ("USMCA", False), ("CUSMA–T-MEC", False),
     ("The CUSMA and the border", False), ("NAFTA 1994", False)],
)  # fmt: skip
def test_headings_in_capitals(line: str, shouts: bool) -> None:
    assert bool(spots("headings.capitals", f"<h3>{line}</h3><p>x</p>")) is shouts
    assert bool(spots("headings.capitals", p("x"), headings={"fr": line})) is shouts


def test_bold_in_the_place_of_a_heading() -> None:
    assert spots("headings.bold", "<p><strong>What we did</strong></p><p>Much.</p>") == [("en", "What we did")]
    assert spots("headings.bold", "<p><strong>What we did.</strong></p><p>Much.</p>") == []
    assert spots("headings.bold", "<p><strong>Note</strong> well</p><p>Much.</p>") == []
    assert spots("headings.bold", "<p>Much.</p><p><strong>The end</strong></p>") == []


TABLE = "<table>{caption}<tbody><tr>{first}<td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>"


def test_tables() -> None:
    bare = TABLE.format(caption="", first="<td>1</td>")
    good = TABLE.format(caption="<caption>Visits</caption>", first='<th scope="row">1</th>')
    for language in ("en", "fr", "es"):
        assert spots("tables.headers", {language: bare}) == [(language, "1 | 2")]
        assert spots("tables.caption", {language: bare}) == [(language, "1 | 2")]
        assert spots("tables.headers", {language: good}) == spots("tables.caption", {language: good}) == []


# Lengths and ease


def test_titles_and_summaries() -> None:
    value = content(title={"en": "t" * 61, "fr": "t" * 72, "es": "t" * 73}, summary={"en": "s" * 130, "fr": "s" * 157})
    assert [each.spot.language for each in findings_of("title.long", value)] == ["en", "es"]
    assert [each.spot.language for each in findings_of("summary.long", value)] == ["fr"]


@pytest.mark.parametrize(
    ("language", "word", "syllables"),
    [
        ("en", "the", 1), ("en", "cooperation", 5), ("en", "table", 2), ("en", "made", 1), ("en", "government", 3),
        ("en", "wanted", 2), ("en", "agreed", 2), ("en", "border", 2), ("en", "policy", 3),
        ("fr", "frontière", 2), ("fr", "gouvernement", 4), ("fr", "Mexique", 2), ("fr", "pays", 1), ("fr", "ils", 1),
        ("fr", "coopération", 5), ("fr", "réunion", 3), ("fr", "une", 1), ("fr", "travaillent", 2),
        ("es", "frontera", 3), ("es", "cooperación", 5), ("es", "país", 2), ("es", "ciudad", 2), ("es", "muy", 1),
        ("es", "México", 3), ("es", "que", 1), ("es", "guerra", 2), ("es", "reunión", 2), ("es", "ayuda", 3),
    ],
)  # fmt: skip
def test_syllables(language: str, word: str, syllables: int) -> None:
    assert abs(count(word, language) - syllables) <= (1 if word in {"pays", "coopération", "cooperation"} else 0)


HARD = {
    "en": "Notwithstanding institutional heterogeneity, interdepartmental administrative harmonization necessitates "
    "considerable organizational reconfiguration encompassing multidimensional accountability frameworks. ",
    "fr": "Nonobstant l’hétérogénéité institutionnelle, l’harmonisation administrative interministérielle nécessite "
    "une considérable reconfiguration organisationnelle multidimensionnelle des responsabilités gouvernementales. ",
    "es": "No obstante la heterogeneidad institucional, la armonización administrativa interministerial necesita una "
    "considerable reconfiguración organizacional multidimensional de responsabilidades gubernamentales. ",
}
EASY = {
    "en": "The two groups met in May. They saw the new road. It is wide and safe. ",
    "fr": "Les deux groupes se sont vus en mai. Ils ont vu la route. Elle est large et sûre. ",
    "es": "Los dos grupos se vieron en mayo. Vieron la nueva ruta. Es ancha y segura. ",
}


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_ease_of_reading(language: str) -> None:
    assert len(spots("reading.ease", {language: p(HARD[language] * 8)})) == 1
    assert spots("reading.ease", {language: p(EASY[language] * 8)}) == []
    assert spots("reading.ease", {language: p(HARD[language])}) == [], "too short to tell"


@pytest.mark.parametrize(("language", "limit"), [("en", 30), ("fr", 36), ("es", 36)])
def test_long_sentences(language: str, limit: int) -> None:
    assert spots("reading.sentences", {language: p("mot " * limit + ".")}) == []
    assert len(spots("reading.sentences", {language: p("mot " * (limit + 1) + ". Fin.")})) == 1
    items = "".join(f"<li>{'mot ' * 9}</li>" for _number in range(6))
    assert spots("reading.sentences", {language: f"<ul>{items}</ul>"}) == [], "the items of a list are not one sentence"


def test_where_sentences_end() -> None:
    assert len(sentences("Dr. Roy met Sra. Luna. They agreed. «Sí.» Fue así.")) == 4
    assert len(sentences("It cost 2.5 million. In 2019 it ended.")) == 2


# Time


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The group will meet in 2023."), ("en", "In 2024, ministers will sign the accord."),
        ("en", "The bridge is expected to open by March 2026."), ("en", "It will open on 3 May 2026."),
        ("en", "It will open on May 3, 2026."),
        ("fr", "Le groupe se réunira en 2023."), ("fr", "La réunion aura lieu le 3 mai 2026."),
        ("fr", "Les ministres signeront l’accord en mars 2026."), ("fr", "La signature est prévue en 2024."),
        ("es", "El grupo se reunirá en 2023."), ("es", "La reunión tendrá lugar el 3 de mayo de 2026."),
        ("es", "Los ministros firmarán el acuerdo en marzo de 2026."), ("es", "La firma está prevista para 2024."),
    ],
)  # fmt: skip
def test_past_spoken_of_as_future(language: str, sentence: str) -> None:
    assert len(spots("dates.past", {language: p(sentence)})) == 1


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The group met in 2023."), ("en", "The group will meet in 2026."), ("en", "It will open on 5 May 2026."),
        ("en", "Since 2019 they will not forget."), ("en", "The 2023 plan will guide the work until 2030."),
        ("en", "The assessment of 2012 is to be brought up to date."), ("en", "The group will meet."),
        ("fr", "Le groupe s’est réuni en 2023."), ("fr", "Le groupe se réunira en 2027."),
        ("fr", "En 2023, la caméra et l’opéra ont compté."), ("fr", "En 2019, le groupe verra, dit-il, 2030."),
        ("es", "El grupo se reunió en 2023."), ("es", "El grupo se reunirá en 2027."),
        ("es", "En 2023, Panamá y Bogotá estaban presentes."), ("es", "Desde 2019 se ha trabajado detrás."),
    ],
)  # fmt: skip
def test_what_is_rightly_past_or_future(language: str, sentence: str) -> None:
    assert spots("dates.past", {language: p(sentence)}) == []


def test_a_record_speaks_as_of_its_own_day(monkeypatch: pytest.MonkeyPatch) -> None:
    body = {"en": p("The group will meet in 2023.")}
    for day, count_ in ((date(2022, 12, 31), 0), (date(2024, 1, 1), 1), (date(2050, 1, 1), 1), (None, 1)):
        note = replace(kinds.get_kind("note"), speaks_on=lambda value, day=day: day)
        monkeypatch.setitem(kinds._KINDS, "note", note)
        assert len(spots("dates.past", body)) == count_, day


# Abbreviations


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The CMPX met."), ("fr", "Le PARCLC finance des projets."), ("es", "La SEMARX participa."),
    ],
)  # fmt: skip
def test_abbreviations_that_nobody_explains(language: str, words: str) -> None:
    assert len(spots("acronyms.unexplained", {language: p(words)}, {language: p(words)})) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The Canada–Mexico Partnership (CMP) met. The CMP agreed."), ("en", "The UN and a PDF on COVID-19."),
        ("en", 'The <abbr title="Canada–Mexico Partnership">CMX</abbr> met.'),
        ("en", "World War II and the XXI century."), ("en", 'The <a href="/en/pages/">CMX</a> met.'),
        ("en", "NADM (North American Defence Ministerial)"), ("en", "<span lang=\"fr\">Le PARCLC</span> pays."),
        ("en", "ATTENTION ALL STAFF"),
        ("fr", "L’Agence des services frontaliers du Canada (ASFC) y siège."), ("fr", "L’ONU et l’UE."),
        ("es", "La Secretaría de Relaciones Exteriores (SRE) firma."), ("es", "EE. UU. y la ONU, siglo XXI."),
    ],
)  # fmt: skip
def test_abbreviations_that_are_explained_or_need_not_be(language: str, words: str) -> None:
    assert spots("acronyms.unexplained", {language: p(words)}) == []


def test_an_abbreviation_is_explained_in_each_language() -> None:
    value = {"en": p("The Joint Working Group (JWG) met."), "fr": p("Le JWG s’est réuni.")}
    assert [language for language, _excerpt in spots("acronyms.unexplained", value)] == ["fr"]


# Between languages


def test_structure() -> None:
    four, three = (f"<ul>{'<li>x</li>' * count_}</ul>" for count_ in (4, 3))
    (finding,) = findings_of("structure.differs", content({"en": four, "fr": three, "es": four}))
    assert finding.spot.language == "fr"
    assert "lists of 3, there 4" in finding.spot.message
    for here, there in (
        ("<h3>a</h3><p>x</p>", "<p>x</p>"), ("<p>x</p><p>y</p>", "<p>x</p>"), (link("/en/"), p("x")),
        (TABLE.format(caption="", first="<td>1</td>"), TABLE.format(caption="", first="<td>1</td><td>1</td>")),
    ):  # fmt: skip
        assert len(spots("structure.differs", {"en": here, "es": there})) == 1
        assert spots("structure.differs", {"en": here, "es": here}) == []
    assert spots("structure.differs", {"en": four}) == [], "a language that is not written yet differs in nothing"


PARAGRAPH = "The two governments have worked together on this for many years."


def test_text_left_from_another_language() -> None:
    both = {"en": p(PARAGRAPH) + p("A"), "fr": p("Bien.") + p(PARAGRAPH)}
    assert spots("language.left", both) == [("fr", PARAGRAPH)]
    marked = {"en": p(PARAGRAPH), "fr": f'<blockquote lang="en">{PARAGRAPH}</blockquote>'}
    assert spots("language.left", marked) == []
    assert spots("language.left", {"en": p("Foro Canadá–México"), "fr": p("Foro Canadá–México")}) == []


@pytest.mark.parametrize(
    ("there", "language", "here"),
    [
        ("In 23 projects.", "fr", "Dans 32 projets."), ("In 23 projects.", "es", "En 32 proyectos."),
        ("It cost $1,250,000.", "fr", "Cela a coûté 1 520 000 $."),
        ("It cost $1.2 billion.", "es", "Costó 1 200 millones más 1."),
        ("It rose by 4.5%.", "fr", "La hausse est de 5,4 %."), ("In 2019.", "es", "En 2018."),
        ("There are 40 of them.", "fr", "Il y en a."),
        ("Five groups met in 2019.", "fr", "6 groupes se sont réunis en 2019."),
    ],
)  # fmt: skip
def test_numbers_that_differ(there: str, language: str, here: str) -> None:
    assert len(spots("numbers.differ", {"en": p(there), language: p(here)})) == 1


@pytest.mark.parametrize(
    ("there", "language", "here"),
    [
        ("In 23 projects of 2019.", "fr", "En 2019, dans 23 projets."), ("Three groups.", "fr", "Les 3 groupes."),
        ("The 17th meeting.", "es", "La XVII reunión."), ("The 17th meeting.", "fr", "La dix-septième réunion."),
        ("It cost $1,250,000.50.", "fr", "Cela a coûté 1 250 000,50 $."), ("1,200 people.", "es", "1 200 personas."),
        ("$1.2 billion", "fr", "1,2 milliard de dollars"), ("$1.2 billion", "es", "1,200 millones de dólares"),
        ("5 million", "es", "5 millones"), ("At 2:30 p.m. on 3 May 2021", "fr", "Le 3 mai 2021 à 14 h 30"),
        ("1 July 2020", "fr", "Le 1er juillet 2020"), ("the 21st century", "fr", "le XXIe siècle"),
        ("Twelve", "es", "una docena"), ("20 people", "es", "veinte personas"), ("4.50%", "fr", "4,5 %"),
        ("$500 thousand", "es", "500 mil dólares"), ("see https://example.org/23", "fr", "voyez"),
    ],
)  # fmt: skip
def test_numbers_that_are_the_same(there: str, language: str, here: str) -> None:
    assert spots("numbers.differ", {"en": p(there), language: p(here)}) == []


# Signs


@pytest.mark.parametrize(
    "words", ["Trois choses: la paix.", "Quoi ?", "Vraiment!", "Il dit «oui».", "Il dit « oui ».", "Ceci ; cela."]
)
def test_french_signs_without_their_space(words: str) -> None:
    assert len(spots("typography.french", {"fr": p(words)})) == 1
    assert spots("typography.french", {"en": p(words)}) == []


@pytest.mark.parametrize(
    "words",
    ["Trois choses\u00a0: la paix.", "Quoi\u202f?", "Il dit «\u00a0oui\u00a0».", "À 14:30, sur https://example.org/a?b=c",
     "Un rapport de 3:1.", "Quoi\u00a0?!", "(…)\u00a0!"],
)  # fmt: skip
def test_french_signs_as_they_should_be(words: str) -> None:
    assert spots("typography.french", {"fr": p(words)}) == []


def test_spanish_questions() -> None:
    assert len(spots("typography.spanish", {"es": p("Qué cambió?")})) == 1
    assert spots("typography.spanish", {"es": p("¿Qué cambió? ¡Mucho!"), "en": p("What changed?")}) == []


def test_straight_signs() -> None:
    for language, words in (("en", "Canada's"), ("fr", "l'accord"), ("es", 'el "acuerdo"')):
        assert len(spots("typography.straight", {language: p(words)})) == 1
    assert spots("typography.straight", {"en": p("Canada’s “border” is 5' 3\" high")}) == []


# All of them together


def test_the_same_thing_is_found_once() -> None:
    twice = p('<a href="https://example.org/">here</a> and <a href="https://example.org/">here</a>')
    assert len(spots("links.vague", twice)) == 1


def test_a_language_that_is_excepted_is_not_checked() -> None:
    value = {"en": link("https://example.org/", "here"), "es": link("https://example.org/", "aquí")}
    assert [language for language, _ in spots("links.vague", value, excepted=["es"])] == ["en"]


def test_a_finding_is_known_by_its_text() -> None:
    first, again, other = (
        findings_of("links.vague", content(link(f"https://example.org/{page}", "here")))[0] for page in ("a", "a", "b")
    )
    assert first.identity == again.identity != other.identity
    assert first.check.name == "links.vague"


@pytest.mark.parametrize(
    "html", ["", "<p></p>", "<table></table>", "<p>" + "<strong>a" * 60, "<a href='http://[::1'>x</a>"]
)
def test_no_text_breaks_a_check(html: str) -> None:
    value = content({"en": html, "fr": html, "es": html}, html, title=html, summary=html)
    run.run_checks(run.readings.Reading(value, NOW), registry.all_checks())
