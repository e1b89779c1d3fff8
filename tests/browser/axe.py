"""Accessibility by axe-core, in the browser."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

#: WCAG 2.2 AA with all that it contains. What is right is not listed: with it, a page takes two to three times as long.
RULES: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
    "preload": False,
}
#: Those of them that ask about colours, for a page that differs in nothing else from one that has been looked at.
COLOURS: dict[str, Any] = {**RULES, "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}

#: Contrast takes two thirds of axe's time, and it asks about every cell of a table: of the texts on a page that have
#: one look, the first is judged (`LOOKS` marks it).
ONE_OF_A_LOOK = "axe.configure({rules: [{id: 'color-contrast', selector: '[data-axe-look]'}]});"
#: A look is all that the contrast of a text depends on: its colour and size, whether it can be used, and what lies
#: behind it and cuts it off, up to the root.
LOOKS = """() => {
  const behind = new Map([[null, '']]);
  const below = element => {
    if (!behind.has(element)) {
      const style = getComputedStyle(element);
      behind.set(element, [
        below(element.parentElement), style.backgroundColor, style.backgroundImage, style.opacity, style.position,
        style.overflow, style.clipPath, style.zIndex, style.filter, style.mixBlendMode,
      ].join('|'));
    }
    return behind.get(element);
  };
  const off = ':disabled, :disabled *, [aria-disabled=true], [aria-disabled=true] *';
  const seen = new Set();
  document.querySelectorAll('[data-axe-look]').forEach(e => e.removeAttribute('data-axe-look'));
  for (const element of document.querySelectorAll('body, body *')) {
    const says = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!(says || element.matches('input, select, textarea')) || !element.getClientRects().length) continue;
    if (!element.checkVisibility({visibilityProperty: true})) continue;
    const style = getComputedStyle(element);
    const look = [
      element.localName, style.color, style.fontSize, style.fontWeight, style.textShadow, style.webkitTextFillColor,
      element.matches(off), Boolean(element.closest('label')?.control?.disabled), below(element),
    ].join(' ');
    if (!seen.has(look)) element.setAttribute('data-axe-look', '');
    seen.add(look);
  }
}"""


#: axe takes what a sticky bar covers just now for a target that is too small; it can be scrolled free.
UNSTICK = """() => {
  document.querySelectorAll('.action-bar, .language-bar, .review-bar').forEach(e => { e.style.position = 'static'; });
  return 'axe' in window;
}"""


def violations(page: Page, rules: dict[str, Any] = RULES) -> list[str]:
    """What axe finds wrong with the page, a line each; of texts that look the same, weak contrast is told of one."""
    if not page.evaluate(UNSTICK):
        script = AXE_SCRIPT + ONE_OF_A_LOOK
        page.add_init_script(script)  # the pages that follow have it without its being sent again
        page.evaluate(script)
    page.evaluate(LOOKS)
    found = page.evaluate("options => axe.run(document, options).then(results => results.violations)", rules)
    return [f"{rule['id']}: {node['target']} {node['html'][:160]}" for rule in found for node in rule["nodes"]]


def overflow(page: Page) -> int:
    """By how many CSS pixels the page scrolls sideways; boxes that scroll by themselves do not count (WCAG 1.4.10)."""
    wider: int = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wider
