"""Every screen of staff, as the people who use it, in three languages, on a desk and on a phone: WCAG 2.2 AA, no
overflow.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.axe import overflow, violations
from tests.browser.conftest import DESK, PHONE
from tests.browser.desk import Desk
from tests.browser.waiting import follow

PAGES, REPORTS = "/admin/cooperation/page/", "/admin/cooperation/annualreport/"
#: The demo's editions that these screens show: kind, words of a slug, state.
DRAFT = ("page", "defence-attaches", "draft")
SPANISH_DRAFT = ("page", "grupo-politica-exterior", "draft")
OUTDATED = ("page", "border-cooperation", "draft")
IN_REVIEW = ("page", "correctional", "in_review")
REPORT = ("annualreport", "2021", "in_review")
SENT_BACK = ("page", "maritime-security", "changes_requested")
SCHEDULED = ("page", "nuclear-security-support", "scheduled")
LIVE = ("page", "migration", "live")
WITHDRAWN = ("page", "peace", "withdrawn")

#: Per person: addresses, or an edition and the last words of its screens' addresses. Each person reads their own
#: language: author.ca, reviewer2.ca and the publisher English; translator.fr, reviewer.ca and the administrator French;
#: author.mx, translator.es and reviewer.mx Spanish.
SCREENS = {
    "author.ca": [
        "/admin/", PAGES, f"{PAGES}add/", f"{REPORTS}add/", "/admin/password_change/",
        (DRAFT, "change", "submit", "discard"), (IN_REVIEW, "recall"), (SENT_BACK, "change"),
        (LIVE, "change", "revise", "history", "preview/en"), (WITHDRAWN, "change"),
    ],
    "author.mx": [
        "/admin/", PAGES, f"{PAGES}?standing=all&q=zzz", f"{PAGES}add/", (SPANISH_DRAFT, "change", "submit", "history"),
    ],
    "translator.fr": ["/admin/", REPORTS, (DRAFT, "change"), (OUTDATED, "change", "history")],
    "translator.es": [PAGES, (OUTDATED, "change")],
    "reviewer.ca": [(REPORT, "change", "review", "history", "preview/fr"), (IN_REVIEW, "review")],
    "reviewer.mx": [(REPORT, "change", "review", "preview/es")],
    "publisher": [
        (SCHEDULED, "change", "unschedule", "reschedule"), (IN_REVIEW, "publish_urgently"),
        (DRAFT, "grant_exception", "end_exception"), (LIVE, "withdraw", "confirm", "schedule", "publish"),
    ],
    "administrator": [
        "/admin/", "/admin/editorial/user/", "/admin/editorial/user/add/", "/admin/editorial/user/1/change/",
        "/admin/editorial/party/", "/admin/editorial/party/1/change/", "/admin/editorial/signoffrule/",
        "/admin/editorial/signoffrule/add/", "/admin/editorial/document/", "/admin/auth/group/",
        "/admin/cooperation/country/", "/admin/cooperation/country/add/",
    ],
}  # fmt: skip


def faults(page: Page) -> list[str]:
    """What is wrong with the page on the screen, on a desk and on a phone.

    On the phone axe is asked only where the arrangement differs most; that nothing overflows, everywhere.
    """
    found = violations(page)
    page.set_viewport_size(PHONE)
    if page.locator("#result_list, #edition-form, .timeline, #login-form").count():
        found += [f"phone: {violation}" for violation in violations(page)]
    wider = overflow(page)
    if wider > 0:
        found.append(f"phone: the page scrolls sideways by {wider} px")
    page.set_viewport_size(DESK)
    if page.locator("h1:visible").count() != 1:
        found.append(f"{page.locator('h1:visible').count()} main headings")
    return [f"{page.url.partition('/admin/')[2]}: {fault}" for fault in found]


def addresses(desk_of: Callable[..., Desk], page: Page, username: str) -> Iterator[str]:
    """Where the person's screens are."""
    for screen in SCREENS[username]:
        if isinstance(screen, str):
            yield screen
            continue
        (kind, words, standing), *names = screen
        desk = Desk(page, kind)
        edition = desk.find(words, standing)
        yield from (f"{desk.base}{edition}/{name}/" for name in names)


@pytest.mark.parametrize("username", sorted(SCREENS))
def test_the_screens_of_a_person(
    open_browser: Callable[..., Page], desk_of: Callable[..., Desk], username: str
) -> None:
    page = open_browser(username)
    found = []
    for address in addresses(desk_of, page, username):
        answer = page.goto(address)
        assert answer
        assert answer.status == 200, address
        found += faults(page)
    assert found == []


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_login_page(open_browser: Callable[..., Page], language: str) -> None:
    page = open_browser(language=language)
    page.goto("/admin/")
    assert page.locator("html").get_attribute("lang") == language
    assert faults(page) == []
    page.fill("input[name=username]", "nobody")
    page.fill("input[name=password]", "not the password")
    follow(page, "#login-form [type=submit]")
    assert page.locator(".errornote").is_visible()
    assert faults(page) == []


def test_the_edit_form_in_every_language_of_the_reader_and_of_the_content(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of("author.ca", "page")
    edition = desk.find(*OUTDATED[1:])
    found = []
    try:
        for reader, content in (("fr", "es"), ("es", "en"), ("en", "fr")):
            desk.open(edition)
            desk.press(f".staff-languages [value={reader}]")
            assert desk.page.locator("html").get_attribute("lang") == reader
            desk.show(content)
            desk.page.click(".action-why summary")
            found += faults(desk.page)
    finally:
        desk.press(".staff-languages [value=en]")
    assert found == []


def test_a_comparison_and_what_asks_before_a_text_is_put_back(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of("author.ca", "page")
    edition = desk.find(*OUTDATED[1:])
    desk.open(edition, "history")
    desk.press(".confirm-actions button")
    assert faults(desk.page) == []
    desk.open(edition, "history")
    desk.press(desk.page.locator(".timeline-text a[href*='/restore/']").first)
    assert faults(desk.page) == []


def test_the_confirm_pages_of_an_approved_edition(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of("publisher", "page")
    edition = desk.find("gender-equality", "scheduled")
    desk.do("unschedule", edition)
    for verb in ("publish", "schedule"):
        desk.open(edition, verb)
        assert desk.page.locator(".confirm-panel form").count() == 1
        assert faults(desk.page) == []
    desk.confirm()
    assert desk.page.locator(".confirm-field.errors").count() == 1
    assert faults(desk.page) == []


def test_the_screens_in_the_dark(open_browser: Callable[..., Page]) -> None:
    page = open_browser("author.ca", dark=True)
    page.goto("/admin/")
    found = violations(page)
    desk = Desk(page, DRAFT[0])
    edition = desk.find(*DRAFT[1:])
    found += violations(page)
    for screen in ("change", "history", "discard"):
        desk.open(edition, screen)
        found += violations(page)
    assert found == []
