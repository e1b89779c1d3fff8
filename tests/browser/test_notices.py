"""Notices and the screens about people, in a browser: a reviewer is told, an administrator hands work over; axe on all
of it.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.axe import overflow, violations
from tests.browser.waiting import follow

PHONE = {"width": 375, "height": 812}
#: Whose screens are looked at, by address.
SCREENS = {
    "reviewer.mx": ("/admin/notices/?show=all", "/admin/notices/mine/"),
    "administrator": (
        "/admin/notices/",
        "/admin/notices/mine/",
        "/admin/editorial/user/",
        "/admin/people/gaps/",
        "/admin/editorial/signoffrule/",
        "/admin/editorial/signoffrule/add/",
        "/admin/editorial/administrationevent/",
    ),
}


def person(page: Page, words: str) -> str:
    """The address of the account that the list of people finds by these words."""
    page.goto(f"/admin/editorial/user/?q={words}")
    return str(page.locator("#result_list tbody th a").first.get_attribute("href")).split("?")[0]


def test_somebody_reads_what_they_were_told_and_says_how_they_want_it(open_browser: Callable[..., Page]) -> None:
    page = open_browser("reviewer.mx")
    page.goto("/admin/")
    assert page.locator(".bell .bell-count").is_visible()
    follow(page, ".bell")
    unread = page.locator(".notice.is-unread").count()
    assert unread
    follow(page, page.locator(".notice-line a").first)
    assert "/admin/cooperation/" in page.url, "the notice leads to the exact place"
    page.goto("/admin/notices/")
    assert page.locator(".notice.is-unread").count() == unread - 1
    follow(page, "button[name=all]")
    assert page.locator(".bell .bell-count").count() == 0
    page.locator(".notices-how").focus()
    page.keyboard.press("Enter")
    page.select_option("#wish-to_review", "daily")
    follow(page, ".notice-wishes button")
    assert page.input_value("#wish-to_review") == "daily"


def test_an_administrator_looks_at_a_hand_over_and_decides_against_it(open_browser: Callable[..., Page]) -> None:
    page = open_browser("administrator")
    page.goto(person(page, "author.ca"))
    assert page.locator(".person-can li").count() >= 1
    follow(page, "a[href$='/hand-over/']")
    for name in ("documents_to", "reviews_to"):
        value = page.locator(
            f"#id_{name} option", has_text="Andrea Luna" if name == "documents_to" else "Rosario"
        ).first
        page.select_option(f"#id_{name}", str(value.get_attribute("value")))
    page.fill("#id_reason", "Retires")
    follow(page, "button[name=look]")
    assert page.locator(".handed table tbody tr").count() > 1
    assert violations(page) == []
    follow(page, page.locator(".confirm-actions a").last)
    assert page.locator("#id_is_active").is_checked()


@pytest.mark.parametrize("username", sorted(SCREENS))
def test_the_screens_are_accessible_and_fit_a_phone(open_browser: Callable[..., Page], username: str) -> None:
    page = open_browser(username)
    addresses = list(SCREENS[username])
    if username == "administrator":
        addresses.append(person(page, "reviewer.ca"))
    for address in addresses:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(address)
        assert violations(page) == [], address
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # a typed dictionary in the stubs
        assert violations(page) == [], address
        assert overflow(page) == 0, address
