"""One page through its whole life, in real browsers, as the people who do it, each in their own language."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

from playwright.sync_api import Page

from tests.browser.desk import Desk
from tests.browser.waiting import follow

ENGLISH = {
    "title_en": "Joint river watch",
    "summary_en": "How both sides measure the water of shared rivers, and what they do with the results.",
    "section-0-heading_en": "What is measured",
    "section-0-body_en": "Level, flow and quality of the water, every day.",
}
FRENCH = {
    "title_fr": "Veille commune des rivières",
    "summary_fr": "Comment les deux parties mesurent l’eau des rivières partagées, et ce qu’elles font des résultats.",
    "section-0-heading_fr": "Ce qui est mesuré",
    "section-0-body_fr": "Le niveau, le débit et la qualité de l’eau, chaque jour.",
}
SPANISH = {
    "title_es": "Vigilancia conjunta de los ríos",
    "summary_es": "Cómo miden ambas partes el agua de los ríos compartidos y qué hacen con los resultados.",
    "section-0-heading_es": "Qué se mide",
    "section-0-body_es": "El nivel, el caudal y la calidad del agua, todos los días.",
}
REMARK = "Falta decir quién mide. Añádanlo, por favor."
ADDED = " Each side measures on its own bank."
EXPLANATION = {
    "explanation_en": "The river watch has ended.",
    "explanation_fr": "La veille des rivières a pris fin.",
    "explanation_es": "La vigilancia de los ríos ha terminado.",
}
ADDRESSES = {
    "en": "/en/pages/joint-river-watch/",
    "fr": "/fr/pages/veille-commune-des-rivieres/",
    "es": "/es/paginas/vigilancia-conjunta-de-los-rios/",
}
WORDS = {"en": "every day", "fr": "chaque jour", "es": "todos los días"}


def test_a_page_from_its_draft_to_its_withdrawal(desk_of: Callable[..., Desk], visitor: Page) -> None:
    author, reviewer, publisher = (desk_of(name, "page") for name in ("author.ca", "reviewer.mx", "publisher"))
    french, spanish = desk_of("translator.fr", "page"), desk_of("translator.es", "page")

    edition = _written(author)
    _translated(author, french, spanish, edition)
    _sent_back_and_mended(author, reviewer, french, spanish, edition)
    reviewer.do("sign_off", edition)
    assert reviewer.state == "approved"
    author.open(edition)
    assert author.refusals["publish"] == ["permission"]

    _scheduled_and_live(publisher, visitor, edition)
    live = datetime.now(UTC)
    second = _revised(author, reviewer, publisher, visitor, edition)
    _withdrawn(publisher, visitor, second, live)

    assert author.history(second) == [
        *("create", "save", "attest", "save", "attest", "submit", "request_changes"),
        *("recall", "save", "save", "attest", "attest", "submit", "sign_off"),
        *("schedule", "unschedule", "schedule", "revise", "save", "submit", "sign_off", "publish", "withdraw"),
    ]
    author.press(".confirm-actions button")
    assert "joint-watch-of-rivers" in author.page.locator("#content").inner_text()


def _written(author: Desk) -> int:
    """The author types title, summary, a section; the address follows the title by itself."""
    author.begin()
    author.show("en")
    author.page.locator("[name=title_en]").press_sequentially(ENGLISH["title_en"])
    assert author.value("slug_en") == "joint-river-watch"
    author.add("section")
    author.write(ENGLISH)
    author.tick("themetag", "environment")
    author.tick("countrytag", "CA", "MX")
    author.save()
    assert author.state == "draft"
    assert author.value("section-0-body_en") == f"<p>{ENGLISH['section-0-body_en']}</p>"
    assert author.refusals["submit"] == ["language_missing", "language_missing"]
    return author.edition


def _translated(author: Desk, french: Desk, spanish: Desk, edition: int) -> None:
    for translator, language, texts in ((french, "fr", FRENCH), (spanish, "es", SPANISH)):
        translator.open(edition)
        translator.write(texts)
        translator.save(attest=language)
        assert translator.page.locator(f".language-tab[data-show-language={language}] .parity-current").count() == 1
    author.open(edition)
    assert "submit" in author.steps
    author.do("submit")
    assert author.state == "in_review"


def _sent_back_and_mended(author: Desk, reviewer: Desk, french: Desk, spanish: Desk, edition: int) -> None:
    """A request for changes needs a reason; the author sees it, takes the page back, mends it, and all follow."""
    reviewer.open(edition)
    reviewer.ask("request_changes")
    answer = reviewer.confirm("request_changes")
    assert answer
    assert answer.status == 409
    assert reviewer.reasons == ["reason"]
    reviewer.page.fill("[name=reason]", REMARK)
    reviewer.confirm("request_changes")
    assert reviewer.state == "changes_requested"

    author.open(edition)
    assert REMARK in author.page.locator(".remark").inner_text()
    author.do("recall")
    assert REMARK in author.page.locator(".remark").inner_text()
    author.append("section-0-body_en", ADDED)
    author.save()
    assert author.refusals["submit"] == ["language_outdated", "language_outdated"]

    french.open(edition)
    assert ADDED.strip() in (french.page.locator(".parity-panel[data-language=fr] ins").text_content() or "")
    french.append("section-0-body_fr", " Chacun mesure sur sa rive.")
    french.save(attest="fr")
    spanish.open(edition)
    spanish.save(attest="es")
    author.do("submit", edition)


def _scheduled_and_live(publisher: Desk, visitor: Page, edition: int) -> None:
    """It is scheduled on the clock of Mexico, once wrongly; at its second it is there, with nobody doing anything."""
    publisher.open(edition)
    publisher.ask("schedule")
    publisher.choose_moment("at", datetime.now(UTC) + timedelta(days=2), "America/Toronto")
    publisher.confirm()
    assert publisher.state == "scheduled"
    publisher.do("unschedule")
    assert publisher.state == "approved"

    publisher.ask("schedule")
    publisher.choose_moment("at", datetime.now(UTC) - timedelta(minutes=1), "UTC")
    publisher.confirm()
    assert publisher.reasons == ["past"]
    at = (datetime.now(UTC) + timedelta(seconds=5)).replace(microsecond=0)
    publisher.choose_moment("at", at, "America/Mexico_City")
    publisher.confirm()
    assert publisher.state == "scheduled"
    assert publisher.page.locator(f"time[datetime^='{at:%Y-%m-%dT%H:%M:%S}']").count() >= 1

    before = visitor.goto(ADDRESSES["en"])
    assert before
    assert before.status == 404 or datetime.now(UTC) >= at
    time.sleep(max(0.0, (at - datetime.now(UTC)).total_seconds()))
    for language, address in ADDRESSES.items():
        if language == "en":
            visitor.goto(address)
        else:
            follow(visitor, f"header a[hreflang={language}]")
        assert visitor.url.endswith(address)
        assert visitor.locator("html").get_attribute("lang") == language
        assert WORDS[language] in visitor.locator("main").inner_text()


def _revised(author: Desk, reviewer: Desk, publisher: Desk, visitor: Page, edition: int) -> int:
    """A new edition under a new English address; the old one leads there, the French one stays."""
    author.do("revise", edition)
    second = author.edition
    assert second != edition
    assert author.value("title_fr") == FRENCH["title_fr"]
    author.write({"slug_en": "joint-watch-of-rivers", "change_note_en": "A clearer address."})
    author.write({"change_note_fr": "Une adresse plus claire.", "change_note_es": "Una dirección más clara."})
    author.save()
    author.do("submit")
    reviewer.do("sign_off", second)
    publisher.do("publish", second)
    assert publisher.state == "live"
    visitor.goto(ADDRESSES["en"])
    assert visitor.url.endswith("/en/pages/joint-watch-of-rivers/")
    assert "A clearer address." in visitor.locator("#history").inner_text()
    visitor.goto(ADDRESSES["fr"])
    assert visitor.url.endswith(ADDRESSES["fr"])
    publisher.open(edition)
    assert publisher.state == "superseded"
    return second


def _withdrawn(publisher: Desk, visitor: Page, second: int, live: datetime) -> None:
    """Withdrawn pages say why, in each language, and can still be read as they stood."""
    publisher.open(second)
    publisher.ask("withdraw")
    publisher.page.fill("[name=explanation_en]", EXPLANATION["explanation_en"])
    publisher.confirm()
    assert publisher.reasons == ["explanation"]
    assert publisher.value("explanation_en") == EXPLANATION["explanation_en"]
    for name, text in EXPLANATION.items():
        publisher.page.fill(f"[name={name}]", text)
    publisher.confirm()
    assert publisher.state == "withdrawn"

    for language, address in {**ADDRESSES, "en": "/en/pages/joint-watch-of-rivers/"}.items():
        answer = visitor.goto(address)
        assert answer
        assert answer.status == 410
        assert visitor.locator("html").get_attribute("lang") == language
        assert EXPLANATION[f"explanation_{language}"] in visitor.locator("main").inner_text()
    follow(visitor, "main a[href*='at=']")
    assert WORDS["es"] in visitor.locator("main").inner_text()
    answer = visitor.goto(f"{ADDRESSES['en']}?at={quote(live.isoformat())}")
    assert answer
    assert answer.status == 200
    assert ADDED.strip() in visitor.locator("main").inner_text()
    assert visitor.locator(".notice-past").is_visible()
