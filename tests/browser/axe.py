"""Accessibility by axe-core, in the browser."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

#: WCAG 2.2 AA with all that it contains. What is right is not listed: with it, a page takes two to three times as long.
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
    "preload": False,
}


#: axe takes what a sticky bar covers just now for a target that is too small; it can be scrolled free.
UNSTICK = """() => {
  document.querySelectorAll('.action-bar, .language-bar, .review-bar').forEach(e => { e.style.position = 'static'; });
  return 'axe' in window;
}"""


def violations(page: Page) -> list[str]:
    """What axe finds wrong with the page, a line each."""
    if not page.evaluate(UNSTICK):
        page.add_init_script(AXE_SCRIPT)  # the pages that follow have it without its being sent again
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("options => axe.run(document, options).then(results => results.violations)", RULES)
    return [f"{rule['id']}: {node['target']} {node['html'][:160]}" for rule in found for node in rule["nodes"]]


def overflow(page: Page) -> int:
    """By how many CSS pixels the page scrolls sideways; boxes that scroll by themselves do not count (WCAG 1.4.10)."""
    wider: int = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wider
