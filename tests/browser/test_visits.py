"""Five things that a visitor looks up, on a phone, in each language: by the menu, by the search, and by a feed."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.request import urlopen
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page

from tests.browser.waiting import enter, follow

ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass(frozen=True)
class Reader:
    """What somebody who reads one language knows: names, as people say them, and words to search for."""

    language: str
    agreement: str
    in_force: str
    group: str
    meeting: str
    ordinal: str
    migration: str
    word: str


READERS = [
    Reader(
        "en", "Air Transport Agreement of 1961", "In force", "Mining", "17th annual meeting", "17th",
        "Migration, asylum and mobility", "migration",
    ),
    Reader(
        "fr", "Accord sur les transports aériens de 1961", "En vigueur", "Exploitation minière", "17e réunion annuelle",
        "17e", "Migration, asile et mobilité", "asile",
    ),
    Reader(
        "es", "Convenio sobre Transporte Aéreo de 1961", "En vigor", "Minería", "17.ª reunión anual", "17",
        "Migración, asilo y movilidad", "migracion",
    ),
]  # fmt: skip


@pytest.fixture(params=READERS, ids=lambda reader: reader.language)
def reader(request: pytest.FixtureRequest) -> Reader:
    found: Reader = request.param
    return found


@pytest.fixture
def phone(open_browser: Callable[..., Page], reader: Reader) -> Page:
    """The home page on a phone."""
    page = open_browser(phone=True, language=reader.language)
    page.goto(f"/{reader.language}/")
    return page


def menu(page: Page, place: int) -> None:
    """Open the menu and go to its entry at a place, counted from the first list."""
    page.goto(f"/{page.locator('html').get_attribute('lang')}/")
    page.click(".primary summary")
    follow(page, page.locator(".primary a").nth(place))


def narrow(page: Page, words: str) -> None:
    """Type words into the list's own form."""
    page.click(".filter-fold summary")
    page.fill("#filter-q", words)
    follow(page, ".filter [type=submit]")


def search(page: Page, words: str) -> None:
    """Search the whole site."""
    page.fill("#site-search", words)
    page.focus("#site-search")
    enter(page)


def result(page: Page, title: str) -> str:
    """Follow the first result that says this; returns what the page that it leads to says, title first."""
    follow(page, page.locator("main :is(h2, h3) a, .hits a").filter(has_text=title).first)
    assert title in page.locator("h1").inner_text()
    return page.locator("main").inner_text()


def test_where_an_agreement_stands(phone: Page, reader: Reader) -> None:
    menu(phone, _place(phone, "agreement"))
    narrow(phone, reader.agreement)
    assert reader.in_force in result(phone, reader.agreement)
    search(phone, reader.agreement)
    assert reader.in_force in result(phone, reader.agreement)


def test_what_a_group_set_out_to_do_in_2021(phone: Page, reader: Reader) -> None:
    menu(phone, _place(phone, "objective"))
    phone.click(".filter-fold summary")
    group = phone.locator("#filter-group option").filter(has_text=reader.group).get_attribute("value")
    phone.select_option("#filter-group", group)
    phone.select_option("#filter-year", "2021")
    follow(phone, ".filter [type=submit]")
    assert "year=2021" in phone.url
    assert re.search(r"\b4\b", phone.locator("main").inner_text())
    assert reader.group in phone.locator("main").inner_text()
    search(phone, reader.group)
    assert "2021" in result(phone, reader.group)


def test_the_seventeenth_meeting(phone: Page, reader: Reader) -> None:
    menu(phone, _place(phone, "meeting"))
    narrow(phone, reader.ordinal)
    result(phone, reader.meeting)
    search(phone, reader.meeting)
    result(phone, reader.meeting)


def test_a_page_on_migration(phone: Page, reader: Reader) -> None:
    menu(phone, _place(phone, "page"))
    result(phone, reader.migration)
    search(phone, reader.word)
    result(phone, reader.migration)


def test_what_changed_this_month(phone: Page, reader: Reader) -> None:
    newest = phone.locator(".home-latest time").first.get_attribute("datetime") or ""
    assert datetime.fromisoformat(newest) > datetime.now(UTC) - timedelta(days=31)
    follow(phone, phone.locator(".home-latest a").first)
    phone.locator("a[href='#history']").click()
    assert phone.locator("#history time").count()


def test_by_feed(phone: Page, reader: Reader, address: str) -> None:
    """Each of them is in the feed to which its list leads;
    what changed is in that of the site, and in the page's own."""

    def entries(href: str) -> list[tuple[str, str, str]]:
        with urlopen(address + href) as answer:
            root = ElementTree.fromstring(answer.read())
        return [
            (e.findtext(f"{ATOM}title") or "", e.find(f"{ATOM}link").get("href"), e.findtext(f"{ATOM}updated") or "")  # type: ignore[union-attr]
            for e in root.iter(f"{ATOM}entry")
        ]

    wanted = {
        "agreement": reader.agreement,
        "meeting": reader.meeting,
        "page": reader.migration,
        "annual_report": "2021",
    }
    for kind, title in wanted.items():
        menu(phone, _place(phone, kind))
        feed = phone.locator("main a[type='application/atom+xml']").first.get_attribute("href") or ""
        found = {said: href for said, href, _updated in entries(feed) if title in said}
        assert found, (feed, title)
        href = next(iter(found.values()))
        phone.goto(href)
        assert title in phone.locator("h1").inner_text()
        own = phone.locator("#history a[type='application/atom+xml']").get_attribute("href") or ""
        assert entries(own)
    everything = entries(f"/{reader.language}/feed.atom")
    assert datetime.fromisoformat(everything[0][2]) > datetime.now(UTC) - timedelta(days=31)


#: The order of the menu is the same in every language.
_MENU = [
    "page",
    "mechanism",
    "working_group",
    "meeting",
    "agreement",
    "programme",
    "annual_report",
    "objective",
    "statement",
]


def _place(page: Page, what: str) -> int:
    assert page.locator(".primary a").count() == len(_MENU)
    return _MENU.index(what)
