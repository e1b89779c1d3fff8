"""Remarks and preview links in a browser: from a selected passage to a resolved thread,
from a link to a guest's word."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import overflow, violations
from tests.browser.conftest import DESK, PHONE
from tests.browser.desk import Desk
from tests.browser.waiting import follow

#: Selects the first words of a rich text that is shown on the form, as a mouse does.
SELECT = """() => {
  const box = document.querySelector('#section-0 .field-body [data-language=fr] .tiptap');
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  const text = walker.nextNode();
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(text, 12);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  return range.toString();
}"""


def sound(page: Page) -> None:
    """Nothing for axe to find, and nothing too wide for a phone."""
    page.set_viewport_size(DESK)
    assert violations(page) == []
    page.set_viewport_size(PHONE)
    assert overflow(page) <= 0
    page.set_viewport_size(DESK)


def test_a_passage_is_remarked_on_answered_and_resolved(desk_of: Callable[..., Desk]) -> None:
    author = desk_of("author.ca", "page")
    author.begin()
    author.add("section")
    author.write(
        {
            "title_en": "Remarks in a browser",
            "section-0-heading_fr": "Un passage",
            "section-0-body_fr": "Douze lettres et un mot de trop.",
        }
    )
    author.save()
    edition = author.edition

    # What is typed and not saved stays while a remark is made.
    author.write({"title_en": "Typed, not saved"})
    author.show("fr")
    page = author.page
    page.wait_for_selector("#section-0 .field-body [data-language=fr] .tiptap")
    chosen = page.evaluate(SELECT)
    page.click(".remark-offer")
    form = page.locator("[data-new]")
    assert form.locator("[name=quotation]").input_value() == chosen.strip()
    assert form.locator("[name=language]").input_value() == "fr"
    assert form.locator("[name=path]").input_value().endswith("/body")
    form.locator("[name=text]").fill("Ce mot est de trop. @translator.fr")
    form.locator("[name=must_fix]").check()
    form.locator("button").click()
    thread = page.locator(".remark-thread.is-must-fix")
    expect(thread).to_have_count(1)
    assert page.input_value("[name=title_en]") == "Typed, not saved"
    assert page.locator("#section-0 .field-body [data-language=fr] .remark-mark").count() == 1
    sound(page)

    translator = desk_of("translator.fr", "page")
    translator.open(edition)
    other = translator.page
    thread = other.locator(".remark-thread").first
    thread.locator("summary").click()
    thread.locator("[name=text]").fill("D’accord.")
    thread.locator("[value=reply]").click()
    expect(other.locator(".remark-answers .remark-text")).to_have_text("D’accord.")
    assert other.locator("[value=resolve]").count() == 0
    sound(other)

    page.evaluate("() => { window.onbeforeunload = null }")
    author.open(edition, "remarks")
    sound(page)
    page.click("[value=resolve]")
    expect(page.locator(".remark-thread")).to_have_count(0)
    page.click("[data-show=resolved]")
    expect(page.locator(".remark-thread.is-resolved")).to_have_count(1)
    assert author.history(edition)[-3:] == ["remark", "remark", "resolve_remark"]


def test_remarks_need_no_script(desk_of: Callable[..., Desk], browser: Browser, address: str) -> None:
    reviewer = desk_of("reviewer2.ca", "page")
    edition = reviewer.find("correctional", "in_review")
    context = browser.new_context(
        base_url=address, storage_state=reviewer.page.context.storage_state(), java_script_enabled=False
    )
    page = context.new_page()
    page.goto(f"{reviewer.base}{edition}/change/")
    page.click("#remark-new > summary")
    page.fill("#remark-text", "Without a script.")
    follow(page, "[data-new] button")
    mine = page.locator(".remark-thread", has_text="Without a script.")
    assert page.url.partition("#")[0].endswith(f"/{edition}/change/")
    assert mine.is_visible()
    follow(page, mine.locator("[value=resolve]"))
    assert page.locator(".remark-thread", has_text="Without a script.").count() == 0
    context.close()


def test_a_guest_reads_remarks_agrees_and_is_shut_out(
    desk_of: Callable[..., Desk], browser: Browser, address: str
) -> None:
    author = desk_of("author.ca", "page")
    edition = author.find("correctional", "in_review")
    author.open(edition, "links")
    page: Any = author.page
    page.fill("[name=label]", "Office of a neighbour")
    follow(page, "section.confirm-panel button")
    link = page.input_value("#link-address")
    assert page.locator("[data-copy]").is_visible()
    sound(page)

    context = browser.new_context(base_url=address, locale="fr-CA", viewport=DESK)
    guest = context.new_page()
    guest.goto(link)
    assert guest.url.endswith("/fr/")
    sound(guest)
    guest.fill("[name=name]", "Claude Invité")
    follow(guest, "[value=agree]")
    expect(guest.locator("#guest [role=status]")).to_be_visible()
    guest.fill("[name=text]", "Une remarque.")
    guest.fill("[name=name]", "")
    follow(guest, "[value=remark]")
    assert guest.input_value("[name=text]") == "Une remarque."
    guest.fill("[name=name]", "Claude Invité")
    follow(guest, "[value=remark]")
    expect(guest.locator("#guest [role=status]")).to_be_visible()

    author.open(edition, "remarks")
    assert page.locator(".remark-thread .is-guest").count() >= 1
    assert page.locator(".guest-agreements", has_text="Claude Invité").count() == 1
    author.open(edition, "links")
    author.press(page.locator(".link-row", has_text="Office of a neighbour").locator("button"))
    answer = guest.goto(link)
    assert answer
    assert answer.status == 410
    sound(guest)
    context.close()
