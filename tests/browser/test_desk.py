"""Everybody's desk in a browser: what it leads to, work given to many at once, and that everybody can use it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import overflow, violations
from tests.browser.conftest import DESK, PHONE
from tests.browser.desk import Desk

#: Per person, the desks that they have; author.ca and the publisher read English, translator.fr French, reviewer.mx
#: Spanish.
SCREENS = {
    "author.ca": ["/admin/", "/admin/desk/mine/", "/admin/desk/problems/?source=facts"],
    "translator.fr": ["/admin/", "/admin/desk/translate/"],
    "reviewer.mx": ["/admin/", "/admin/desk/review/?who=all&sort=title"],
    "publisher": ["/admin/", "/admin/desk/scheduled/", "/admin/desk/publish/"],
    "administrator": ["/admin/", "/admin/desk/problems/"],
}


@pytest.mark.parametrize("username", SCREENS)
def test_everybody_can_use_the_desks(username: str, desk_of: Callable[..., Desk]) -> None:
    """WCAG 2.2 AA on a desk, and nothing overflows on a phone."""
    page = desk_of(username, "page").page
    found = []
    for path in SCREENS[username]:
        page.set_viewport_size(DESK)
        page.goto(path)
        found += violations(page)
        page.set_viewport_size(PHONE)
        found += [f"{path} overflows"] if overflow(page) else []
        page.set_viewport_size(DESK)
    assert found == []


def test_an_edition_is_given_away_from_the_list(desk_of: Callable[..., Desk]) -> None:
    """Tick, say to whom, read the report; the person finds it on their desk."""
    desk = desk_of("author.mx", "page")
    page: Page = desk.page
    edition = desk.find("politica-exterior", "draft")
    page.locator(f"input[name=_selected_action][value='{edition}']").check()
    page.locator("select[name=action]").select_option("assign_all")
    desk.press("button[name=index]")
    assert violations(page) == []
    page.locator("#id_to").select_option(label=page.locator("#id_to option", has_text="Guadalupe").inner_text())
    page.locator("#id_reason").fill("Para la reunión del lunes")
    desk.press(".bulk-form button.default")
    expect(page.locator(".is-done")).to_have_count(1)
    assert violations(page) == []
    other = desk_of("translator.es", "page").page
    other.goto("/admin/")
    expect(other.locator(".asked", has_text="Para la reunión del lunes").first).to_be_visible()
