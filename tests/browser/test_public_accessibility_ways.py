"""Every public page in the dark, on a phone, and unfolded: WCAG 2.2 AA by axe, and no overflow (see
`test_public_accessibility`).

A file of its own, so that another worker can take it.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.axe import COLOURS, RULES, overflow, violations
from tests.browser.conftest import PHONE
from tests.browser.pages import everything
from tests.browser.test_public_accessibility import at


@pytest.mark.parametrize("how", ["dark", "phone", "folds"])
def test_every_page_without_parameters(open_browser: Callable[..., Page], address: str, how: str) -> None:
    """In the dark, which is another look of the same page; on a phone; and on a phone in the dark with all that is
    folded away laid open."""
    page = open_browser(dark=how != "phone")
    found = []
    for path in everything(address, "en"):
        if urlsplit(path).query and not path.endswith("=canada+mexico"):
            continue
        name = at(page, path)
        if how != "dark":
            page.set_viewport_size(PHONE)
        if how == "folds":
            page.evaluate("() => document.querySelectorAll('details').forEach(e => { e.open = true; })")
        found += [f"{name}: {violation}" for violation in violations(page, COLOURS if how == "dark" else RULES)]
        if overflow(page) > 0:
            found.append(f"{name}: scrolls sideways")
    assert found == []
