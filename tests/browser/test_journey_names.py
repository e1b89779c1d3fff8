"""A name changes: proposed, confirmed, read beside what was signed, and taken over by a correction; and an agreement is
withdrawn by one publisher and confirmed by another. By people who press what stands on their screens.
"""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from tests.browser import site
from tests.browser.axe import overflow, violations
from tests.browser.conftest import DESK, PHONE
from tests.browser.desk import Desk
from tests.browser.waiting import follow

NAMES = "/admin/cooperation/organization/"
#: A second publisher, whom the demo does not have.
SECOND = """
from django.contrib.auth.models import Group
from editorial.models import User

known = User.objects.get(username="publisher")
person = User.objects.create(
    username="publisher2", first_name="Alex", last_name="Reyes", email="alex@example.org", password=known.password,
    is_staff=True, language="en",
)
person.groups.set(Group.objects.filter(name="Publisher"))
"""
NEW = {"en": "Secretariat of the Seas", "fr": "Secrétariat aux Mers", "es": "Secretaría de los Mares"}


@pytest.fixture(scope="module", autouse=True)
def second(database_url: str, address: str) -> None:
    """The second publisher is there."""
    site.prepare(database_url, SECOND)


def sound(page: Page) -> None:
    """Nothing for axe to find, on a desk and on a phone, and nothing to scroll sideways."""
    assert violations(page) == []
    page.set_viewport_size(PHONE)
    assert violations(page) == []
    assert overflow(page) == 0
    page.set_viewport_size(DESK)


def names_of(desk: Desk, code: str) -> None:
    """The screen of a row's names, by the links that lead there."""
    desk.page.goto(f"{NAMES}?q={code}")
    follow(desk.page, "#result_list tbody th a")
    follow(desk.page, "a[href*='/admin/names/']")


def test_a_name_changes(desk_of: Callable[..., Desk], visitor: Page) -> None:
    first = desk_of("administrator", "page")
    names_of(first, "semar")
    sound(first.page)
    for code, name in NEW.items():
        first.page.fill(f"[name=rename-name_{code}]", "" if code == "es" else name)
    first.page.fill("[name=rename-reason]", "Decree of 1 June")
    first.press("[name=do][value=rename]")
    assert first.page.locator(".errors [name=rename-name_es]").count() == 1
    assert first.page.input_value("[name=rename-name_fr]") == NEW["fr"], "nothing typed is lost"
    sound(first.page)
    first.page.fill("[name=rename-name_es]", NEW["es"])
    first.press("[name=do][value=rename]")
    assert first.page.locator("[name=do][value=confirm]").count() == 0, "nobody confirms their own"
    sound(first.page)

    other = desk_of("publisher", "page")
    other.page.goto(first.page.url)
    sound(other.page)
    other.press("[name=do][value=confirm]")
    assert NEW["en"] in other.page.locator("table").inner_text()
    sound(other.page)

    author = desk_of("author.ca", "meeting")
    author.page.goto("/admin/names/former/")
    sound(author.page)
    row = author.page.locator("tbody tr").filter(has=author.page.locator("a[href*='/meeting/']")).first
    before = author.page.locator("tbody tr").count()
    title = row.locator("th a").inner_text()
    edition = row.locator("[name=edition]").get_attribute("value")
    for box in author.page.locator("[name=edition]").all():
        box.set_checked(box.get_attribute("value") == edition)
    follow(author.page, ".confirm-actions .default")
    assert title in author.page.locator(".release-item").inner_text()
    author.page.goto("/admin/names/former/")
    assert author.page.locator("tbody tr").count() == before, "it is public with the former name until it is signed"

    visitor.goto(f"/en/meetings/?q={quote(title)}")
    visitor.goto(visitor.get_by_role("link", name=title, exact=True).first.get_attribute("href") or "")
    assert NEW["en"] in visitor.locator(".names-now").inner_text()
    assert NEW["en"] not in visitor.locator("#participants").inner_text()
    sound(visitor)


def test_what_binds_is_withdrawn_by_two(desk_of: Callable[..., Desk], visitor: Page) -> None:
    first = desk_of("publisher", "agreement")
    edition = first.find("organic", "live")
    first.open(edition, "withdraw")
    sound(first.page)
    for code in ("en", "fr", "es"):
        first.page.fill(f"[name=explanation_{code}]", f"Replaced ({code}).")
    first.press(".confirm-actions button")
    first.open(edition)
    assert "confirm_withdrawal" not in first.steps

    second_ = desk_of("publisher2", "agreement")
    second_.page.goto("/admin/problems/")
    second_.open(edition)
    assert "confirm_withdrawal" in second_.steps
    second_.press(".action-bar a[data-verb=confirm_withdrawal]")
    sound(second_.page)
    second_.press(".confirm-actions button")
    assert second_.state == "withdrawn"
