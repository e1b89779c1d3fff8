"""One annual report through its whole life: both governments must sign, and nobody signs what they wrote themselves."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import quote

from django.utils import translation
from playwright.sync_api import Page

from cooperation.demo.people import PASSWORD
from editorial.workflow.roles.groups import role_label
from tests.browser.desk import Desk
from tests.browser.waiting import follow

TEXTS = {
    "es": {
        "title_es": "Informe de la prueba 2019",
        "summary_es": "Lo que hizo el grupo en 2019.",
        "message_es": "Un año de trabajo compartido.",
        "chapter-0-results_es": "El grupo se reunió dos veces.",
        "objective-0-text_es": "Reunirse tres veces.",
    },
    "en": {
        "title_en": "Test report 2019",
        "summary_en": "What the group did in 2019.",
        "message_en": "A year of shared work.",
        "chapter-0-results_en": "The group met twice.",
        "objective-0-text_en": "Meet three times.",
    },
    "fr": {
        "title_fr": "Rapport d’essai 2019",
        "summary_fr": "Ce que le groupe a fait en 2019.",
        "message_fr": "Une année de travail partagé.",
        "chapter-0-results_fr": "Le groupe s’est réuni deux fois.",
        "objective-0-text_fr": "Se réunir trois fois.",
    },
}
ADDRESSES = {
    "es": "/es/informes-anuales/informe-de-la-prueba-2019/",
    "en": "/en/annual-reports/test-report-2019/",
    "fr": "/fr/rapports-annuels/rapport-dessai-2019/",
}
EXPLANATION = {
    "explanation_en": "It was only a test.",
    "explanation_fr": "Ce n’était qu’un essai.",
    "explanation_es": "Era solo una prueba.",
}


def test_a_report_from_its_draft_to_its_withdrawal(
    desk_of: Callable[..., Desk], open_browser: Callable[..., Page], visitor: Page
) -> None:
    _somebody_with_two_roles(open_browser("administrator"))
    names = ("author.mx", "reviewer.ca", "reviewer.mx", "publisher")
    author, canada, mexico, publisher = (desk_of(name, "annualreport") for name in names)
    both = desk_of("writes.and.reviews", "annualreport")

    edition = _written(author)
    for language in ("en", "fr"):
        translator = desk_of(f"translator.{language}", "annualreport")
        translator.open(edition)
        translator.write(TEXTS[language])
        translator.save(attest=language)
    _contributed(both, edition)
    author.do("submit", edition)

    _signed_by_both(canada, mexico, publisher, both, edition)
    publisher.do("publish", edition)
    live = datetime.now(UTC)
    _public(visitor)

    second = _revised(author, canada, mexico, publisher, visitor, edition)
    publisher.open(second)
    publisher.ask("withdraw")
    for name, text in EXPLANATION.items():
        publisher.page.fill(f"[name={name}]", text)
    publisher.page.fill("[name=redirect_to]", "/en/annual-reports/no-such-report/")
    publisher.confirm()
    assert publisher.page.locator(".confirm-field.errors [name=redirect_to]").count() == 1
    assert publisher.value("explanation_fr") == EXPLANATION["explanation_fr"]
    publisher.page.fill("[name=redirect_to]", "")
    publisher.confirm()
    assert publisher.state == "withdrawn"
    for language in ADDRESSES:
        address = ADDRESSES[language].replace("informe-de-la-prueba-2019", "informe-de-prueba-2019")
        answer = visitor.goto(address)
        assert answer
        assert answer.status == 410
        assert EXPLANATION[f"explanation_{language}"] in visitor.locator("main").inner_text()
    visitor.goto(f"{ADDRESSES['fr']}?at={quote(live.isoformat())}")
    assert TEXTS["fr"]["chapter-0-results_fr"] in visitor.locator("main").inner_text()

    assert author.history(second) == [
        *("create", "save", "attest", "save", "attest", "save", "submit", "sign_off", "sign_off", "publish"),
        *("revise", "save", "submit", "sign_off", "sign_off", "publish", "withdraw"),
    ]


def _somebody_with_two_roles(page: Page) -> None:
    """An administrator gives an account to somebody who both writes and reviews for Mexico."""
    page.goto("/admin/editorial/user/add/")
    page.fill("[name=username]", "writes.and.reviews")
    page.fill("[name=last_name]", "(writes and reviews)")
    page.select_option("select[name=language]", "en")
    with translation.override("fr"):  # in which this administrator works
        roles = [role_label(name) for name in ("Author", "Reviewer")]
    for role in roles:
        page.locator("#id_groups").get_by_role("checkbox", name=re.compile(f"^{role} ")).check()
    mexico = page.locator("[name=party] option", has_text="Méx").or_(
        page.locator("[name=party] option", has_text="Mex")
    )
    page.select_option("[name=party]", mexico.first.get_attribute("value"))
    page.fill("[name=password1]", PASSWORD)
    page.fill("[name=password2]", PASSWORD)
    follow(page, "[name=_save]")
    assert page.locator(".messagelist .success").count() == 1, page.locator("#content").inner_text()


def _written(author: Desk) -> int:
    author.begin()
    author.choose("mechanism", "Canad")
    author.page.fill("[name=year]", "2019")
    author.show("es")
    author.add("chapter")
    author.choose("chapter-0-group", "e")
    author.add("objective")
    author.choose("objective-0-group", "e")
    author.page.locator("[name=title_es]").press_sequentially(TEXTS["es"]["title_es"])
    author.write(TEXTS["es"])
    author.save()
    assert author.state == "draft"
    assert author.value("slug_es") == "informe-de-la-prueba-2019"
    return author.edition


def _contributed(both: Desk, edition: int) -> None:
    """A small addition is enough to make somebody a contributor; it makes no translation outdated in the source's
    place.
    """
    both.open(edition)
    both.write({"change_note_es": "Primera edición."})
    both.save()
    assert {"submit", "discard"} <= both.steps


def _signed_by_both(canada: Desk, mexico: Desk, publisher: Desk, both: Desk, edition: int) -> None:
    """One signature leaves it in review; a contributor is refused, and told why; the second approves it."""
    canada.do("sign_off", edition)
    assert canada.state == "in_review"
    assert canada.refusals["sign_off"] == ["signed"]
    publisher.open(edition)
    assert not {"publish", "schedule"} & publisher.steps

    both.open(edition)
    assert both.refusals["sign_off"] == both.refusals["request_changes"] == ["four_eyes"]
    both.page.click(".action-why summary")
    told = both.page.locator(".action-why [data-reason=four_eyes]")
    assert [told.nth(number).is_visible() for number in range(told.count())] == [True, True]
    both.open(edition, "sign_off")
    assert both.page.locator("[data-decision=sign_off] [data-reason=four_eyes]").count() == 1
    assert both.page.locator("[data-decision=sign_off] form").count() == 0

    mexico.do("sign_off", edition, remark="De acuerdo.")
    assert mexico.state == "approved"
    publisher.open(edition)
    assert {"publish", "schedule"} <= publisher.steps


def _public(visitor: Page) -> None:
    for language, address in ADDRESSES.items():
        answer = visitor.goto(address)
        assert answer
        assert answer.status == 200
        words = visitor.locator("main").inner_text()
        texts = TEXTS[language]
        assert texts[f"chapter-0-results_{language}"] in words
        assert texts[f"objective-0-text_{language}"] in words
    visitor.goto("/fr/rapports-annuels/?year=2019")
    assert visitor.locator(f"main a[href='{ADDRESSES['fr']}']").count() == 1


def _revised(author: Desk, canada: Desk, mexico: Desk, publisher: Desk, visitor: Page, edition: int) -> int:
    """The revision goes round again: the old signatures say nothing of it."""
    author.do("revise", edition)
    second = author.edition
    author.write({"slug_es": "informe-de-prueba-2019", "change_note_es": "Otra dirección."})
    author.write({"change_note_en": "Another address.", "change_note_fr": "Autre adresse."})
    author.save()
    author.do("submit")
    mexico.do("sign_off", second)
    assert mexico.state == "in_review"
    canada.do("sign_off", second)
    publisher.do("publish", second)
    visitor.goto(ADDRESSES["es"])
    assert visitor.url.endswith("/es/informes-anuales/informe-de-prueba-2019/")
    return second
