"""Every sort of public page in three languages: WCAG 2.2 AA by axe, and no overflow down to 320 px or at 200 %.

The pages are found by following links on the site with the demo, so that a new kind or page is looked at by itself.
That no page asks another host, breaks its policy or logs an error is watched wherever a test opens a browser.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.axe import overflow, violations
from tests.browser.conftest import DESK
from tests.browser.pages import everything

#: Widths in CSS pixels: the smallest that must do (WCAG 1.4.10), a small tablet, and a desk at a zoom of 200 %.
NARROW = (320, 768, 640)


def at(page: Page, address: str) -> str:
    """Open an address; returns how a fault there is told."""
    page.set_viewport_size(DESK)
    page.goto(address)
    return address


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_sort_of_page(open_browser: Callable[..., Page], address: str, language: str) -> None:
    page = open_browser(language=language)
    found = []
    for path in everything(address, language):
        name = at(page, path)
        assert page.locator("html").get_attribute("lang") == language, path
        found += [f"{name}: {violation}" for violation in violations(page)]
        for width in NARROW:
            page.set_viewport_size({"width": width, "height": 700})
            if overflow(page) > 0:
                found.append(f"{name}: scrolls sideways at {width} px")
    assert found == []


def test_weak_colours_are_told_of_one_text_of_each_look(visitor: Page) -> None:
    visitor.goto("/en/annual-reports/")
    visitor.evaluate(
        """() => {
          const add = (id, values) => {
            const text = document.createElement('p');
            text.id = id;
            text.textContent = 'Text';
            Object.assign(text.style, {color: 'black', backgroundColor: 'white', ...values});
            document.querySelector('main').append(text);
          };
          add('sound', {});
          add('weak', {color: '#999'});
          add('weak-again', {color: '#999'});
          add('weak-when-small', {color: '#808080'});
          add('large', {color: '#808080', fontSize: '3rem'});
          add('weak-on-grey', {backgroundColor: '#444'});
        }"""
    )
    found = sorted(rule.partition("'#")[2].partition("'")[0] for rule in violations(visitor))
    assert found == ["weak", "weak-on-grey", "weak-when-small"]


def test_colours_of_the_readers_own_leave_what_is_current_to_be_seen(visitor: Page) -> None:
    """Where a system forces its colours, a line tells what a colour told. axe cannot judge colours that are forced."""
    visitor.emulate_media(forced_colors="active")
    visitor.goto("/en/annual-reports/")
    colour = "e => getComputedStyle(e).borderBlockEndColor"
    current = visitor.locator(".primary [aria-current]").evaluate(colour)
    assert current not in visitor.locator(".primary a:not([aria-current])").evaluate_all(f"all => all.map({colour})")


def test_nothing_moves_for_readers_who_asked_for_that(visitor: Page) -> None:
    visitor.goto("/en/")  # tests open browsers with reduced motion
    assert visitor.evaluate("() => getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_on_a_desk_the_menu_is_one_line_and_unfolded(visitor: Page) -> None:
    visitor.goto("/en/")
    assert not visitor.locator(".primary summary").is_visible()
    tops = visitor.locator(".primary li").evaluate_all("all => all.map(e => Math.round(e.getBoundingClientRect().top))")
    assert len(tops) >= 8
    assert len(set(tops)) == 1
