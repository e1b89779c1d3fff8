"""A translator brings an outdated edition up to date, side by side, by keyboard alone."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser import axe
from tests.browser.desk import Desk
from tests.browser.waiting import enter, follow

#: Demo documents: one whose Spanish is not complete, and one whose source was reworded; no other test changes them.
DRAFT = ("meeting", "political-military", "draft")
REWORDED = ("page", "border", "draft")


def press_to(page: Page, selector: str) -> None:
    """Press Tab until the element has the focus."""
    for _press in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}.")


def screen(desk_of: Callable[..., Desk], username: str, which: tuple[str, str, str], language: str) -> Page:
    """The translation screen of a demo document, opened by this person."""
    kind, words, standing = which
    desk = desk_of(username, kind)
    edition = desk.find(words, standing)
    desk.page.goto(f"{desk.base}{edition}/translate/{language}/")
    return desk.page


def test_an_outdated_edition_is_translated_and_attested_by_keyboard(desk_of: Callable[..., Desk]) -> None:
    page = screen(desk_of, "translator.es", REWORDED, "es")
    assert axe.violations(page) == []
    expect(page.locator(".translate-row[open] ins").first).to_be_visible()
    press_to(page, "a[href='?show=changed']")
    enter(page)
    assert page.url.endswith("?show=changed")
    assert page.locator(".translate-row").count() == 1
    press_to(page, "[name=summary_es]")
    page.keyboard.press("Control+A")
    page.keyboard.type("Aun sin frontera común, cada país cuenta con la aduana y la migración del otro.")
    press_to(page, "[name=_attest]")
    enter(page)
    expect(page.locator(".messagelist .success")).to_have_count(2)
    expect(page.locator(".translate-language[aria-current] .parity-current")).to_be_visible()
    page.goto(page.url.partition("?")[0])
    # The change note alone is left: it is asked for before the edition can be submitted.
    assert page.locator(".translate-row[open]").count() == 1
    assert page.locator(".translate-row[open] [name=change_note_es]").is_visible()


def test_rich_text_is_typed_in_the_editor_and_hints_come_while_typing(desk_of: Callable[..., Desk]) -> None:
    page = screen(desk_of, "translator.es", DRAFT, "es")
    assert axe.violations(page) == []
    typed = page.locator(".translate-row.is-to-do .tiptap").first
    expect(typed).to_be_visible()
    typed.click()
    page.keyboard.type("Una ronda más.")
    title = page.locator("[data-row]:has([name=title_es])")
    if not title.evaluate("row => row.open"):
        title.locator("summary").click()
    title.locator("[name=title_es]").fill("Séptima ronda de las pláticas político-militares")
    expect(title.locator(".translate-hint")).to_contain_text("conversaciones político-militares")
    title.locator("[name=title_es]").fill("Séptima ronda de las Conversaciones Político-Militares")
    expect(title.locator(".translate-hint")).to_have_count(0)
    follow(page, "[name=_continue]")
    expect(page.locator(".messagelist .success")).to_be_visible()
    kept = page.evaluate(
        "[...document.querySelectorAll('textarea')].filter(each => each.value.includes('Una ronda más.')).length"
    )
    assert kept == 1


def test_a_language_of_another_is_for_reading(desk_of: Callable[..., Desk]) -> None:
    page = screen(desk_of, "translator.fr", REWORDED, "es")
    assert page.locator("[data-reason=language]").is_visible()
    assert page.locator("#edition-form textarea, #edition-form [name=_attest]").count() == 0
    assert axe.violations(page) == []


def test_xliff_is_looked_at_before_it_is_taken(desk_of: Callable[..., Desk], tmp_path: Path) -> None:
    page = screen(desk_of, "translator.es", DRAFT, "es")
    with page.expect_download() as download:
        page.click("a[href$='/xliff/']")
    text = Path(download.value.path()).read_text("utf-8")
    start = text.index("<target", text.index('id="summary"'))
    end = text.index("</target>", start)
    file = tmp_path / "back.xlf"
    file.write_text(
        f'{text[:start]}<target xml:lang="es" state="translated">Un resumen de afuera.{text[end:]}', "utf-8"
    )
    follow(page, "a[href$='/import/']")
    assert axe.violations(page) == []
    page.set_input_files("[name=file]", file)
    follow(page, "#xliff-back button")
    assert axe.violations(page) == []
    expect(page.locator("[name=take]").first).to_be_checked()
    expect(page.locator(".translate-line ins").first).to_contain_text("afuera")
    follow(page, ".action-bar button.default")
    expect(page.locator(".translate-sheet")).to_contain_text("1")
    assert axe.violations(page) == []
