"""Going from page to page: what is looked at next must not be the page that was left, nor one that has half arrived."""

from typing import Literal

from playwright.sync_api import Locator, Page, Response


def follow(page: Page, what: str | Locator, *, until: Literal["load", "domcontentloaded"] = "load") -> Response | None:
    """Press a link or a button and wait for the page that it leads to.

    A click returns as soon as the browser has begun to go; whoever counts or looks at once does so too early.

    :param what: the link or the button, or the selector that finds it.
    :param until: how much of the page must be there; "domcontentloaded" is enough where a script waits for the styles.
    :returns: the answer, or nothing where it led to another place of the same page.
    """
    with page.expect_navigation(wait_until=until) as found:
        (page.locator(what) if isinstance(what, str) else what).click()
    return found.value


def enter(page: Page) -> Response | None:
    """Press the enter key where it leads to another page, and wait for that."""
    with page.expect_navigation() as found:
        page.keyboard.press("Enter")
    return found.value
