"""A report from draft to live and a correction after it, by people who use only what their desks lead to.

An author of Canada works in French, the translator in English, the reviewer of Mexico in Spanish; each has a browser of
their own, and nobody types an address but that of the first page. What they press is found by what it says.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import site
from tests.browser.axe import overflow, violations
from tests.browser.conftest import DESK
from tests.browser.desk import Desk

#: Two people whom the demo does not have: an author who reads French, and a translator into two languages.
PEOPLE = """
from django.contrib.auth.models import Group
from editorial.models import Party, User
from editorial.workflow.roles.groups import translator

known = User.objects.get(username="author.ca")
for username, first, last, party, language, groups in (
    ("author.fr.ca", "Claude", "Tremblay", known.party, "fr", ["Author"]),
    ("translator.both", "Morgan", "Hill", None, "en", [translator("en"), translator("es")]),
):
    person = User.objects.create(
        username=username, first_name=first, last_name=last, email=f"{username}@example.org",
        password=known.password, is_staff=True, party=party, language=language,
    )
    person.groups.set(Group.objects.filter(name__in=groups))
"""

FRENCH = {
    "title_fr": "Rapport d’essai 2018",
    "summary_fr": "Ce que le groupe a fait en 2018.",
    "message_fr": "Une année de travail partagé.",
    "chapter-0-results_fr": "Le groupe a tenu 2 réunions.",
}
TRANSLATED = {
    "en": {
        "title": "Trial report 2018",
        "summary": "What the group did in 2018.",
        "message": "A year of shared work.",
        "results": "The group held 2 meetings.",
    },
    "es": {
        "title": "Informe de ensayo 2018",
        "summary": "Lo que hizo el grupo en 2018.",
        "message": "Un año de trabajo compartido.",
        "results": "El grupo celebró 2 reuniones.",
    },
}
NOTES = {
    "fr": "Le nombre de réunions est corrigé.",
    "en": "The number of meetings is corrected.",
    "es": "Se corrige el número de reuniones.",
}
PUBLIC = {
    "fr": "/fr/rapports-annuels/rapport-dessai-2018/",
    "en": "/en/annual-reports/trial-report-2018/",
    "es": "/es/informes-anuales/informe-de-ensayo-2018/",
}
#: CSS pixels of a small phone.
SMALL = {"width": 375, "height": 812}


class Somebody(Desk):
    """One person in a browser who starts from the first page and follows what stands there."""

    def home(self) -> None:
        """My desk."""
        self.page.goto("/admin/")

    def row(self, section: str, title: str) -> Locator:
        """The row of a document in a section of my desk, or in the section's list where the desk shows only a few."""
        self.home()
        found = self.page.get_by_role("region", name=re.compile(f"^{section}"))
        expect(found).to_be_visible()
        row = found.get_by_role("row").filter(has=self.page.get_by_role("link", name=title))
        more = found.locator(".desk-more a")
        if not row.count() and more.count():
            self.press(more)
            row = self.page.get_by_role("row").filter(has=self.page.get_by_role("link", name=title))
        expect(row).to_have_count(1)
        return row

    def take(self, section: str, title: str) -> None:
        """Open what a row of my desk leads to."""
        self.press(self.row(section, title).get_by_role("link", name=title))

    def button(self, name: str) -> None:
        """Press the button, or the link that looks like one, that says this."""
        bar = self.page.locator(".action-bar-actions, .confirm-actions, .review-decide, .remarks, .merge-actions")
        self.press(bar.get_by_role("button", name=name, exact=True).or_(bar.get_by_role("link", name=name, exact=True)))

    def says(self, words: str) -> None:
        """That the page answered with these words."""
        expect(self.page.locator(".messagelist, .callout, .remarks-said").filter(has_text=words).first).to_be_visible()


class Sound:
    """Looks once at every sort of screen, on a desk and on a small phone."""

    def __init__(self) -> None:
        self.met: set[str] = set()
        self.found: list[str] = []

    def __call__(self, page: Page, screen: str, *, phone: bool = False) -> None:
        """Ask axe on this screen unless it was met before; with `phone`, at 375 pixels too."""
        if screen in self.met:
            return
        self.met.add(screen)
        self.found += [f"{screen}: {each}" for each in violations(page)]
        page.set_viewport_size(SMALL)
        self.found += [f"{screen} overflows"] if overflow(page) > 0 else []
        if phone:
            self.found += [f"{screen}, 375 px: {each}" for each in violations(page)]
        page.set_viewport_size(DESK)


@pytest.fixture(scope="session")
def cast(database_url: str, address: str) -> None:
    """The people of this journey, on the site that is served already."""
    site.prepare(database_url, PEOPLE)


@pytest.fixture
def somebody(cast: None, open_browser: Callable[..., Page]) -> Callable[[str], Somebody]:
    """One of the people, in a browser of their own."""
    return lambda username: Somebody(open_browser(username), "annualreport")


def test_a_report_and_its_correction_from_desk_to_desk(somebody: Callable[[str], Somebody], visitor: Page) -> None:
    author, translator = somebody("author.fr.ca"), somebody("translator.both")
    mexico, canada, publisher = somebody("reviewer.mx"), somebody("reviewer2.ca"), somebody("publisher")
    sound = Sound()

    _drafted(author, sound)
    _translated(translator, sound)
    _submitted(author, sound)
    _sent_back(mexico, sound)
    _mended(author, sound)
    _still_valid(translator)
    _resubmitted(author)
    _signed(mexico, canada, sound)
    _published(publisher, sound)
    _public(visitor, "2")

    _corrected(author, translator, sound)
    _signed_again(mexico, canada)
    _published(publisher, sound)
    _public(visitor, "3")
    for language, note in NOTES.items():
        visitor.goto(PUBLIC[language])
        expect(visitor.locator("#history")).to_contain_text(note)
    assert sound.found == []


def _drafted(author: Somebody, sound: Sound) -> None:
    """From « Commencer un brouillon » on the first page to a saved draft."""
    page = author.page
    author.home()
    sound(page, "my desk", phone=True)
    kind = page.get_by_role("article").filter(has=page.get_by_role("heading", name="Rapports annuels"))
    author.press(kind.get_by_role("link", name="Commencer un brouillon"))
    author.choose("mechanism", "Canad")
    page.fill("[name=year]", "2018")
    author.add("chapter")
    author.choose("chapter-0-group", "e")
    page.locator("[name=title_fr]").press_sequentially(FRENCH["title_fr"])
    author.write(FRENCH)
    author.button("Enregistrer")
    assert author.state == "draft"
    sound(page, "edit form", phone=True)


def _translated(translator: Somebody, sound: Sound) -> None:
    """The translator finds it on the desk, and goes from the one language to the other."""
    page = translator.page
    translator.take("To translate", FRENCH["title_fr"])
    sound(page, "translation", phone=True)
    _translate(page, TRANSLATED["en"], "en")
    translator.button("Save and attest")
    translator.says("English is a translation of the present source text")
    _other_language(translator)
    _translate(page, TRANSLATED["es"], "es")
    translator.button("Save and attest")
    translator.says("Spanish is a translation of the present source text")
    translator.home()
    expect(
        page.get_by_role("region", name=re.compile("^To translate")).get_by_role("link", name="Trial")
    ).to_have_count(0)


def _other_language(translator: Somebody) -> None:
    translator.press(
        translator.page.get_by_role("navigation", name="Languages of the translation").get_by_role(
            "link", name="Spanish"
        )
    )


def _translate(page: Page, texts: dict[str, str], language: str) -> None:
    for name, text in texts.items():
        row = page.locator("[data-row]").filter(has=page.locator(f"[name$={name}_{language}]"))
        if not row.evaluate("row => row.open"):
            row.locator("summary").click()
        rich = row.locator(".tiptap")
        (rich if rich.count() else row.locator(f"[name$={name}_{language}]")).fill(text)


def _submitted(author: Somebody, sound: Sound) -> None:
    author.take("Mes brouillons", FRENCH["title_fr"])
    author.button("Soumettre à l’examen")
    sound(author.page, "submit")
    author.button("Soumettre à l’examen")
    assert author.state == "in_review"


def _sent_back(mexico: Somebody, sound: Sound) -> None:
    """The reviewer reads it in Spanish, remarks on the number of meetings, and asks for changes."""
    page = mexico.page
    mexico.take("En espera de mi firma", TRANSLATED["es"]["title"])
    sound(page, "review screen", phone=True)
    expect(page.locator(".review-text")).to_contain_text(TRANSLATED["es"]["results"])
    remarks = page.get_by_role("region", name="Observaciones")
    remarks.get_by_text("Hacer una observación").click()
    remarks.get_by_label("Su observación").fill("Falta decir dónde se reunió el grupo.")
    remarks.get_by_label("Debe corregirse").check()
    remarks.get_by_role("button", name="Guardar la observación").click()
    expect(remarks.locator(".is-must-fix .remark-text")).to_have_text("Falta decir dónde se reunió el grupo.")
    # What was said bars the signature at once.
    expect(page.locator("[data-decision=sign_off] [data-reason]")).to_contain_text("Falta decir")
    page.get_by_label("Qué debería cambiar y por qué").fill("Véase mi observación sobre las reuniones.")
    mexico.button("Solicitar cambios")
    assert mexico.state == "changes_requested"


def _mended(author: Somebody, sound: Sound) -> None:
    """It is on the author's desk with the words; what is to be mended stands beside the form."""
    page = author.page
    row = author.row("Renvoyé vers moi", FRENCH["title_fr"])
    expect(row).to_contain_text("Véase mi observación sobre las reuniones.")
    sound(page, "sent back", phone=True)
    author.take("Renvoyé vers moi", FRENCH["title_fr"])
    author.button("Rappeler en brouillon")
    author.button("Rappeler en brouillon")
    assert author.state == "draft"
    author.append("message_fr", " Le groupe s’est réuni à Ottawa.")
    author.button("Enregistrer")
    remarks = page.get_by_role("region", name="Remarques")
    expect(remarks).to_contain_text("Falta decir dónde se reunió el grupo.")
    remarks.get_by_text("Répondre").click()
    remarks.get_by_label("Votre réponse").fill("C’est dit dans le message.")
    remarks.get_by_role("button", name="Envoyer la réponse").click()
    expect(remarks.locator(".remark-answers")).to_contain_text("C’est dit dans le message.")


def _still_valid(translator: Somebody) -> None:
    """English needs the new sentence; the translator judges that Spanish said it all."""
    page = translator.page
    translator.take("To translate", TRANSLATED["en"]["title"])
    expect(page.locator(".translate-row[open] ins")).to_contain_text("Ottawa")
    page.locator("[data-row][open] .tiptap").press("Control+End")
    page.keyboard.type(" It met in Ottawa.")
    translator.button("Save and attest")
    translator.take("To translate", TRANSLATED["en"]["title"])
    translator.button("Still valid, no change needed")


def _resubmitted(author: Somebody) -> None:
    author.take("Mes brouillons", FRENCH["title_fr"])
    author.button("Soumettre à l’examen")
    author.button("Soumettre à l’examen")
    assert author.state == "in_review"


def _signed(mexico: Somebody, canada: Somebody, sound: Sound) -> None:
    """Who asked for changes resolves the remark and signs; then the other government."""
    page = mexico.page
    mexico.take("En espera de mi firma", TRANSLATED["es"]["title"])
    thread = page.locator(".remark-thread")
    expect(thread).to_contain_text("C’est dit dans le message.")
    thread.get_by_role("button", name="Resolver").click()
    expect(thread).to_have_count(0)
    mexico.button("Firmar")
    assert mexico.state == "in_review"
    canada.take("Waiting for my signature", TRANSLATED["en"]["title"])
    canada.button("Sign off")
    assert canada.state == "approved"


def _signed_again(mexico: Somebody, canada: Somebody) -> None:
    mexico.take("En espera de mi firma", TRANSLATED["es"]["title"])
    # What changed is marked word by word, and nothing else is shown.
    marked = mexico.page.locator(".review-text")
    expect(marked.locator("ins", has_text=re.compile("^3$"))).to_have_count(3)
    expect(marked).to_contain_text(NOTES["es"])
    expect(marked).not_to_contain_text(TRANSLATED["es"]["summary"])
    mexico.button("Firmar")
    canada.take("Waiting for my signature", TRANSLATED["en"]["title"])
    canada.button("Sign off")
    assert canada.state == "approved"


def _published(publisher: Somebody, sound: Sound) -> None:
    publisher.take("To publish", TRANSLATED["en"]["title"])
    publisher.button("Publish now")
    sound(publisher.page, "publish", phone=True)
    publisher.button("Publish now")
    assert publisher.state == "live"


def _public(visitor: Page, number: str) -> None:
    for language, texts in {"fr": {"results": FRENCH["chapter-0-results_fr"]}, **TRANSLATED}.items():
        answer = visitor.goto(PUBLIC[language])
        assert answer
        assert answer.status == 200
        expect(visitor.locator("main")).to_contain_text(texts["results"].replace("2", number))


def _corrected(author: Somebody, translator: Somebody, sound: Sound) -> None:
    """Three meetings, not two: more than a minor change, so it is refused as one, and the public is told."""
    page = author.page
    author.home()
    kind = page.get_by_role("article").filter(has=page.get_by_role("heading", name="Rapports annuels"))
    author.press(kind.get_by_role("link", name="Rapports annuels", exact=True))
    sound(page, "list")
    author.press(page.locator("#result_list").get_by_role("link", name=FRENCH["title_fr"]))
    author.button("Réviser")
    author.button("Réviser")
    assert author.state == "draft"
    author.write({"chapter-0-results_fr": FRENCH["chapter-0-results_fr"].replace("2", "3")})
    page.get_by_label("Modification mineure").check()
    author.button("Enregistrer")
    _translated_again(
        translator, "results", {code: TRANSLATED[code]["results"].replace("2", "3") for code in TRANSLATED}
    )

    author.take("Mes brouillons", FRENCH["title_fr"])
    author.button("Soumettre à l’examen")
    expect(page.get_by_label("Pourquoi c’est une modification mineure")).to_be_visible()
    author.button("Soumettre à l’examen")
    assert author.reasons == ["minor"]
    author.says("Décochez")
    author.press(page.locator(".confirm-actions a"))
    page.get_by_label("Modification mineure").uncheck()
    author.write({"change_note_fr": NOTES["fr"]})
    author.button("Enregistrer")
    _translated_again(translator, "change_note", NOTES)
    author.take("Mes brouillons", FRENCH["title_fr"])
    author.button("Soumettre à l’examen")
    author.button("Soumettre à l’examen")
    assert author.state == "in_review"


def _translated_again(translator: Somebody, name: str, texts: dict[str, str]) -> None:
    """One text in both of the translator's languages."""
    translator.take("To translate", TRANSLATED["en"]["title"])
    _translate(translator.page, {name: texts["en"]}, "en")
    translator.button("Save and attest")
    _other_language(translator)
    _translate(translator.page, {name: texts["es"]}, "es")
    translator.button("Save and attest")
    expect(translator.page.locator(".action-bar-state")).to_contain_text("At parity")
