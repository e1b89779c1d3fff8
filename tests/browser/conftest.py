"""A real browser on the real site; each worker of a test run has a site of its own."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from tests.browser import chromium, demo, site
from tests.browser.desk import Desk
from tests.browser.waiting import follow

DESK: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site's files."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="session")
def database_url(data: Path) -> Iterator[str]:
    """The database of the site in the browser, with the demo; only `tests.browser.site` talks to it."""
    with demo.copy(f"entente_browser_{os.environ.get('PYTEST_XDIST_WORKER', 'tests')}", data) as found:
        yield found


@pytest.fixture(scope="session")
def address(database_url: str, data: Path) -> Iterator[str]:
    """The address of the site with the demo."""
    with site.serve(database_url, data) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium."""
    executable = chromium.path()
    if executable is None:
        pytest.fail(
            "There is no Chromium here. Run `sh .ci/browser`, or set CHROMIUM to the path of one.", pytrace=False
        )
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=executable, args=chromium.FLAGS)
        yield found
        found.close()


class Watch:
    """What a browser must never do on our pages: ask another host, break the CSP, or log an error."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.faults: list[str] = []

    def attach(self, page: Page) -> None:
        """Begin to watch a page."""
        page.on("request", lambda request: self._asked(request.url))
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("console", lambda message: self._note_console_error(message))

    def _asked(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:", "about:")):
            self.faults.append(f"asked another host: {url}")

    def _note_console_error(self, message: Any) -> None:
        # A page that answers 404 or 410 is logged as an error too; that is what was asked for. And axe, which has no
        # address, tries inline styles on elements of its own, which the page's policy refuses as it should.
        if message.type == "error" and "Failed to load resource" not in message.text and message.location["url"]:
            self.faults.append(f"console: {message.text} ({message.location['url']})")


@pytest.fixture(scope="session")
def sessions(browser: Browser, address: str) -> Callable[[str], Any]:
    """The cookies of a person who has logged in; each of them logs in through the login page, once."""
    known: dict[str, Any] = {}

    def session_of(username: str) -> Any:
        if username not in known:
            context = browser.new_context(base_url=address, locale="en")
            log_in(context.new_page(), username)
            known[username] = context.storage_state()
            context.close()
        return known[username]

    return session_of


@pytest.fixture
def open_browser(browser: Browser, address: str, sessions: Callable[[str], Any]) -> Iterator[Callable[..., Page]]:
    """Open a browser of one's own: `open_browser(username=…, phone=…, language=…, javascript=…)`; returns its page.

    A test fails at its end when any of its pages broke the CSP, asked another host or logged an error.
    """
    contexts: list[BrowserContext] = []
    watch = Watch(address)

    def opened(
        username: str = "", *, phone: bool = False, language: str = "en", javascript: bool = True, dark: bool = False
    ) -> Page:
        context = browser.new_context(
            base_url=address,
            viewport=PHONE if phone else DESK,
            locale=language,
            java_script_enabled=javascript,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            storage_state=sessions(username) if username else None,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        watch.attach(page)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert watch.faults == []


def log_in(page: Page, username: str) -> None:
    """Log one of the demo's people in through the login page."""
    from cooperation.demo.people import PASSWORD

    page.goto("/admin/login/")
    page.fill("input[name=username]", username)
    page.fill("input[name=password]", PASSWORD)
    follow(page, "#login-form [type=submit]")
    assert "/login/" not in page.url, page.content()


@pytest.fixture
def desk_of(open_browser: Callable[..., Page]) -> Callable[..., Desk]:
    """The desk of one of the demo's people, in a browser of their own: `desk_of("author.ca", "page")`."""

    def opened(username: str, kind: str, **values: Any) -> Desk:
        return Desk(open_browser(username, **values), kind)

    return opened


@pytest.fixture
def visitor(open_browser: Callable[..., Page]) -> Page:
    """A visitor's page on a desk's width."""
    return open_browser()
