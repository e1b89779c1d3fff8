"""What visitors do on the public site: by keyboard alone, and with a browser that runs no JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.waiting import enter, follow

FOCUS = """([selector]) => {
    const found = document.activeElement;
    if (!found || !found.matches(selector)) return '';
    const style = getComputedStyle(found);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 ? 'seen' : 'unseen';
}"""


def reach(page: Page, selector: str, *, most: int = 80) -> None:
    """Press the tab key until what matches `selector` has the focus, which must be seen."""
    for _press in range(most):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS, [selector])
        if focus:
            assert focus == "seen", f"the focus on {selector} is not seen"
            return
    raise AssertionError(f"The keyboard does not reach {selector}.")


def test_the_skip_link_is_first_and_works(visitor: Page) -> None:
    visitor.goto("/en/")
    reach(visitor, ".skip-link", most=1)
    visitor.keyboard.press("Enter")
    assert visitor.evaluate("() => location.hash") == "#main"
    # The next stop is in the content: the box to search with.
    reach(visitor, "main input", most=1)


@pytest.mark.parametrize("phone", [False, True])
def test_by_keyboard_through_the_menu_to_a_report_of_a_year(open_browser: Callable[..., Page], phone: bool) -> None:
    page = open_browser(phone=phone)
    page.goto("/en/")
    if phone:
        reach(page, ".primary summary")
        page.keyboard.press("Enter")
    reach(page, ".primary a[href='/en/annual-reports/']")
    enter(page)
    if phone:
        reach(page, ".filter-fold summary")
        page.keyboard.press("Enter")
    reach(page, "select[name=year]")
    page.keyboard.type("2020")
    reach(page, ".filter [type=submit]")
    enter(page)
    assert "year=2020" in page.url
    reach(page, "main .report-list a")
    enter(page)
    assert "2020" in page.locator("h1").inner_text()


def test_by_keyboard_a_search_and_its_first_result_in_another_language(visitor: Page) -> None:
    visitor.goto("/en/pages/")
    reach(visitor, "#site-search")
    visitor.keyboard.type("migration")
    enter(visitor)
    reach(visitor, ".hits a")
    title = visitor.evaluate("() => document.activeElement.textContent")
    enter(visitor)
    assert visitor.locator("h1").inner_text() == title
    reach(visitor, ".languages a[hreflang=es]")
    enter(visitor)
    assert visitor.locator("html").get_attribute("lang") == "es"
    assert visitor.locator("h1").inner_text() != title


def test_by_keyboard_a_report_of_a_problem(visitor: Page) -> None:
    visitor.goto("/fr/pages/")
    reach(visitor, "#report-problem summary")
    visitor.keyboard.press("Enter")
    reach(visitor, "#report-problem [name=reasons]", most=1)
    visitor.keyboard.press("Space")
    reach(visitor, "#report-problem textarea")
    visitor.keyboard.type("Un mot manque.")
    reach(visitor, "#report-problem [type=submit]")
    enter(visitor)
    assert "/merci/" in visitor.url or "page=" in visitor.url
    assert visitor.locator(".message-page h1").count() == 1
    assert visitor.locator("html").get_attribute("lang") == "fr"


@pytest.mark.parametrize("phone", [False, True])
def test_without_javascript_from_the_menu_to_a_narrowed_list(open_browser: Callable[..., Page], phone: bool) -> None:
    page = open_browser(javascript=False, phone=phone)
    page.goto("/en/")
    if phone:
        page.click(".primary summary")
    follow(page, ".primary a[href='/en/annual-reports/']")
    if phone:
        page.click(".filter-fold summary")
    page.select_option("select[name=year]", "2021")
    follow(page, page.locator("main form [type=submit]").first)
    assert "year=2021" in page.url
    titles = page.locator("main .report-list h3").all_inner_texts()
    assert titles
    assert all("2021" in title for title in titles)


def test_without_javascript_a_search_a_language_and_a_report(open_browser: Callable[..., Page]) -> None:
    page = open_browser(javascript=False)
    page.goto("/en/")
    page.fill("#home-search", "migration")
    follow(page, page.locator("main form [type=submit]").first)
    follow(page, page.locator(".hits a").first)
    follow(page, ".languages a[hreflang=fr]")
    assert page.locator("html").get_attribute("lang") == "fr"
    page.click("#report-problem summary")
    # Nothing ticked: what was written comes back with the refusal.
    page.fill("#report-problem textarea", "Rien de coché.")
    follow(page, "#report-problem [type=submit]")
    assert page.locator("#problem-reasons-error").is_visible()
    assert page.input_value("#problem-text") == "Rien de coché."
    page.locator("[name=reasons]").first.check()
    follow(page, "main .visitor-form [type=submit]")
    assert page.locator(".message-page h1").count() == 1
