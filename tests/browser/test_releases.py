"""What appears together, and the life of a document, in a browser: by keyboard and on a phone as well."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.axe import overflow, violations
from tests.browser.conftest import DESK, PHONE
from tests.browser.desk import Desk

RELEASES = "/admin/editorial/release/"


def sound(page: Page) -> None:
    """Nothing for axe to find, on a desk and on a phone, and nothing to scroll sideways."""
    assert violations(page) == []
    page.set_viewport_size(PHONE)
    assert overflow(page) == 0
    page.set_viewport_size(DESK)


def test_a_draft_is_put_into_a_release_and_taken_out(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of("author.ca", "page")
    page = desk.page
    page.goto(RELEASES)
    sound(page)
    page.goto(f"{RELEASES}add/")
    page.fill("[name=title]", "Two pages")
    desk.press(".confirm-actions button")
    page.fill(".chooser-words", "Defence attach")
    page.locator(".chooser [role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    desk.press(".release-add button")
    assert page.locator(".release-item").count() == 1
    sound(page)
    desk.press(".release-item-name a")
    assert "Two pages" in page.locator(".release-aside").inner_text()
    desk.press(".release-aside a")
    desk.press(".release-item form button")
    assert page.locator(".release-item").count() == 0


def test_a_publisher_sees_why_a_release_waits(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of("publisher", "page")
    page = desk.page
    page.goto(f"{RELEASES}?state=assembling")
    desk.press(page.locator(".release-card a").last)
    assert page.locator(".action-bar [data-step=freeze] [data-reason=signatures]").count() == 1
    page.goto(f"{RELEASES}?state=published")
    desk.press(page.locator(".release-card a").last)
    desk.press("[data-step=unschedule]")
    sound(page)


def test_the_history_opens_its_clocks_by_key(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of("reviewer.ca", "annualreport")
    desk.open(desk.find("2021", "in_review"), "history")
    page = desk.page
    when = page.locator("details.when").first
    when.locator("summary").focus()
    page.keyboard.press("Enter")
    assert when.locator(".times dd").count() == 3
    sound(page)
    page.select_option("#filter-verb", "save")
    desk.press(".history-filter button")
    assert set(page.locator("[data-verb]").evaluate_all("all => all.map(e => e.dataset.verb)")) == {"save"}
    desk.press(".timeline-text a >> nth=0")
    assert page.locator("ins").count()
