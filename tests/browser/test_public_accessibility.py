"""Every kind of public page, in three languages, at two widths: WCAG 2.2 AA, one h1, headings in order, no overflow."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page

from tests.browser.axe import overflow, violations

#: The address in English, and how the others follow from the page's own language switch.
PAGES = {
    "home": "/en/",
    "pages": "/en/pages/",
    "reports": "/en/annual-reports/",
    "groups": "/en/working-groups/",
    "mechanisms": "/en/mechanisms/",
    "page": "first:/en/pages/",
    "report": "first:/en/annual-reports/",
    "group": "first:/en/working-groups/",
    "mechanism": "first:/en/mechanisms/",
    "objectives": "/en/objectives/",
    "objective": "first:/en/objectives/",
    "past": "/en/?at=2022-03-01",
    "unknown": "/en/pages/no-such-page/",
    "empty": "/en/annual-reports/?year=1900",
    "search": "/en/search/?q=canada+mexico&theme=security",
    "search-blank": "/en/search/",
    "search-nothing": "/en/search/?q=bordre",
    "search-problem": "/en/search/?q=-border",
}

HEADINGS = "() => [...document.querySelectorAll('main h1, main h2, main h3, main h4')].map(h => +h.tagName[1])"


def go(page: Page, where: str) -> None:
    """Open an address, or the first entry of a list."""
    if not where.startswith("first:"):
        page.goto(where)
        return
    base = where.removeprefix("first:")
    page.goto(base)
    href = page.locator(f"main a[href^='{base}']:not([href*='?'])").first.get_attribute("href")
    assert href
    page.goto(href)


@pytest.mark.parametrize("name", sorted(PAGES))
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_public_page(open_browser: Callable[..., Page], name: str, language: str) -> None:
    page = open_browser(language=language)
    go(page, PAGES[name])
    if language != "en":
        switch = page.locator(f"header a[hreflang={language}], nav a[hreflang={language}]").first
        page.goto(switch.get_attribute("href") or "")
    assert page.locator("html").get_attribute("lang") == language
    assert violations(page) == []
    assert page.locator("h1").count() == 1
    levels = page.evaluate(HEADINGS)
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    page.set_viewport_size({"width": 320, "height": 700})
    assert overflow(page) <= 0, "the page scrolls sideways at 320 px (WCAG 1.4.10)"
    if language == "en":  # the words differ, the arrangement does not
        assert violations(page) == []


@pytest.mark.parametrize("name", ["home", "page", "report", "search"])
def test_a_public_page_in_the_dark(open_browser: Callable[..., Page], name: str) -> None:
    page = open_browser(dark=True)
    go(page, PAGES[name])
    assert violations(page) == []


def test_a_visitor_without_javascript(open_browser: Callable[..., Page]) -> None:
    page = open_browser(javascript=False)
    page.goto("/en/annual-reports/")
    page.select_option("select[name=year]", "2021")
    page.click("main form [type=submit]")
    assert "year=2021" in page.url
    titles = page.locator("main .report-list h3").all_inner_texts()
    assert titles
    assert all("2021" in title for title in titles)


def test_the_skip_link_is_first_and_works(visitor: Page) -> None:
    visitor.goto("/en/")
    visitor.keyboard.press("Tab")
    focused = visitor.evaluate("() => document.activeElement.getAttribute('href')")
    assert focused == "#main" or (focused or "").startswith("#")
    visitor.keyboard.press("Enter")
    assert visitor.evaluate("() => location.hash") == focused
