"""The review screen in a browser: read with axe, on a phone too, and worked by its keys."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.axe import overflow, violations
from tests.browser.desk import Desk
from tests.browser.waiting import follow

#: A report and its revision, which one government has signed.
REPORT = ("2021", "in_review")


def focused(page: Page) -> str:
    """Where the focus is: an id, else the name of the decision that it belongs to."""
    found: str = page.evaluate(
        "() => document.activeElement.id || (document.activeElement.closest('[data-decision]') || {dataset: {}})"
        ".dataset.decision || document.activeElement.tagName"
    )
    return found


def test_the_screen_is_accessible_in_every_shape(
    open_browser: Callable[..., Page], desk_of: Callable[..., Desk]
) -> None:
    edition = desk_of("reviewer.mx", "annualreport").find(*REPORT)
    address = f"/admin/cooperation/annualreport/{edition}/review/"
    found = []
    for phone, dark, shape in (
        (False, False, "?whole=1"),
        (False, True, "?assign=1&language=fr&language=es"),
        (True, False, ""),
        (True, False, "?against=nothing&language=en"),
    ):
        page = open_browser("reviewer.mx", phone=phone, dark=dark)
        page.goto(address + shape)
        page.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true; })")
        found += [f"{shape}: {each}" for each in violations(page)]
        assert overflow(page) <= 0, shape
    assert found == []


def test_the_keys_lead_about_and_decide_nothing(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of("reviewer.mx", "annualreport")
    edition = desk.find(*REPORT)
    desk.open(edition, "review")
    page = desk.page
    for key, place in (("j", "change-1"), ("j", "change-2"), ("k", "change-1"), ("k", "change-1")):
        page.keyboard.press(key)
        assert focused(page) == place, key
    page.keyboard.press("c")
    assert focused(page) == "request_changes_reason"
    page.keyboard.type("jks?")
    assert page.input_value("[name=reason]") == "jks?"
    page.keyboard.press("Tab")
    page.keyboard.press("s")
    assert focused(page) == "sign_off"
    assert page.evaluate("() => document.activeElement.tagName") == "BUTTON"
    page.keyboard.press("?")
    assert page.locator("[data-keys] dl").is_visible()
    page.uncheck("[data-keys-on]")
    page.reload()
    page.keyboard.press("j")
    assert focused(page) == "BODY"
    page.click("[data-keys] summary")
    page.check("[data-keys-on]")
    assert desk.state == "in_review"
    assert str(edition) in page.url


def test_without_scripts_everything_is_there(open_browser: Callable[..., Page], desk_of: Callable[..., Desk]) -> None:
    edition = desk_of("reviewer.mx", "annualreport").find(*REPORT)
    page = open_browser("reviewer.mx", javascript=False)
    page.goto(f"/admin/cooperation/annualreport/{edition}/review/")
    page.uncheck("input[name=language][value=es]")
    page.check("[name=whole][value='1']")
    follow(page, ".review-view button")
    assert "language=en&language=fr&whole=1" in page.url
    assert page.locator("[data-keys]").is_hidden()
    page.click("[data-decide=assign]")
    assert page.locator("#assign_to").is_visible()
    page.click("[data-decide=request_changes]")
    assert page.locator("[role=alert] [data-reason=reason]").count() == 1
