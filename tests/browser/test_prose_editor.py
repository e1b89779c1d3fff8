"""Rich text in a real browser: the editor keeps what the cleaner allows,
and a text that nobody touched stays as it is."""

import random
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page

from editorial.richtext import field
from tests.browser import axe
from tests.browser.desk import Desk

#: Pieces of HTML that are thrown together at random: good, odd and broken ones.
PIECES = [
    "<p>", "</p>", '<p lang="es">', '<a href="/x" title="t 007">', '<a href="https://e.org/" hreflang="fr">', "</a>",
    "<b>", "</b>", "<i>", "</i>", '<i lang="es">', "<sub>", "</sub>", "<sup>", "</sup>", "<table>",
    '<table lang="es">', "<caption>", "</caption>", "<tr>", "<td>", '<td lang="fr">', '<td colspan="2">',
    '<td rowspan="2">', '<td rowspan="3" colspan="2">', "<th>", '<th scope="col">', '<th scope="row">', "<thead>",
    "</thead>", "<tbody>", "</table>", "<ul>", '<ul lang="fr">', '<ol start="3">', '<ol start="0">', "</ol>", "</ul>",
    "<li>", "</li>", "<h3>", "</h3>", '<h4 lang="fr">', "</h4>", "<blockquote>", '<blockquote cite="https://x.org">',
    "</blockquote>", "<br>", "x", " y", " z ", "&nbsp;", "é", "&lt;", '"', '<abbr title="a  b">',
    '<abbr title="2021">', "</abbr>", '<span lang="fr">', '<span lang="es-MX">', "</span>", "<div>", "\n", "  ",
    "word",
]  # fmt: skip
SAMPLES = 600
#: What holds a rich text before and under its editor.
RICH = "textarea[data-django-prose-editor-when_shown]"
#: What the editor makes of each text when it is given it to edit.
ROUND_TRIP = """texts => {
  const editor = document.querySelector(".tiptap").editor;
  return texts.map((text) => {
    editor.commands.setContent(text, { emitUpdate: false });
    return editor.getHTML();
  });
}"""


@pytest.fixture
def desk(desk_of: Callable[..., Desk]) -> Desk:
    """An author of the demo at the pages."""
    return desk_of("author.ca", "page")


def open_form(desk: Desk, edition: int) -> None:
    """Open the form and show each language, so that every editor is made."""
    desk.open(edition)
    for language in ("es", "fr", "en"):
        desk.show(language)
        ready(desk.page)


def ready(page: Page) -> None:
    """Wait until every editor that is shown stands."""
    page.wait_for_function(
        f"() => [...document.querySelectorAll({RICH!r})].every((box) => box.closest('.text.is-hidden')"
        " || box.id.includes('__prefix__') || box.closest('.prose-editor')?.querySelector('[role=toolbar]'))"
    )


def texts(page: Page) -> dict[str, str]:
    """The HTML that the form would send, by field."""
    found: dict[str, str] = page.locator(RICH).evaluate_all(
        "(boxes) => Object.fromEntries(boxes.map((box) => [box.name, box.value]))"
    )
    return found


def editor_of(page: Page, name: str) -> Locator:
    """The editor of a field: its buttons and its text."""
    return page.locator(f".prose-editor:has(textarea[name={name!r}])")


def test_whatever_the_cleaner_keeps_the_editor_keeps(desk: Desk) -> None:
    chance = random.Random(2026)
    samples = {field.clean("".join(chance.choices(PIECES, k=chance.randint(1, 30)))) for _sample in range(SAMPLES)}
    stored = sorted(samples - {""})
    assert len(stored) > SAMPLES / 2
    open_form(desk, desk.find("Border", "draft"))
    edited: list[str] = desk.page.evaluate(ROUND_TRIP, stored)
    damaged = [pair for pair in zip(stored, edited, strict=True) if field.clean(pair[1]) != pair[0]]
    assert damaged == []


def test_a_draft_saved_untouched_stays_as_it_is(desk: Desk) -> None:
    edition = desk.find("Border", "draft")
    before = desk.history(edition)
    open_form(desk, edition)
    stored = texts(desk.page)
    assert any("<caption>" in html and 'scope="row"' in html and "<span lang=" in html for html in stored.values())
    desk.save()
    ready(desk.page)
    assert texts(desk.page) == stored
    assert desk.history(edition) == before


def test_a_word_more_changes_nothing_else(desk: Desk) -> None:
    edition = desk.find("Border", "draft")
    before = desk.history(edition)
    open_form(desk, edition)
    stored = texts(desk.page)
    name = next(name for name, html in stored.items() if name.endswith("_en") and "<caption>" in html)
    desk.append(name, " Indeed.")
    desk.save()
    ready(desk.page)
    longer = stored[name].removesuffix("</p>") + " Indeed.</p>"
    assert texts(desk.page) == {**stored, name: longer}
    assert len(desk.history(edition)) == len(before) + 1
    desk.open(edition, "preview/en")
    table = desk.page.locator("table:has(caption)")
    assert table.locator("thead th[scope=col]").count() == 3
    assert table.locator("tbody th[scope=row]").count() == 3
    assert table.locator("th span[lang=es]").count() == 2
    # The draft goes back to what the demo made of it.
    open_form(desk, edition)
    put_back = "(box, html) => box.editor.commands.setContent(html, { emitUpdate: true })"
    editor_of(desk.page, name).locator(".tiptap").evaluate(put_back, stored[name])
    desk.save()
    ready(desk.page)
    assert texts(desk.page) == stored


#: Selects from here to there, counted from the end of the selection: browsers tell the editor of keys a moment later.
SELECT = """(box, [from, to]) => {
  const end = box.editor.state.selection.to;
  box.editor.commands.setTextSelection({ from: end + from, to: end + to });
}"""


class Toolbar:
    """The buttons of one editor, by keyboard alone."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.editor = editor_of(page, name)
        self.text = self.editor.locator(".tiptap")
        self.stored = page.locator(f"textarea[name={name!r}]")

    def press(self, button: str) -> None:
        """Go to the toolbar with Shift+Tab, to the button with the arrows, and press it."""
        if not self.editor.locator("button:focus").count():
            self.editor.locator("[role=toolbar] button[tabindex='0']").focus()
        self.page.keyboard.press("Home")
        for _step in range(40):
            if self.editor.locator("button:focus").get_attribute("data-name") == button:
                self.page.keyboard.press("Enter")
                return
            self.page.keyboard.press("ArrowRight")
        raise AssertionError(button)

    def answer(self, *values: str) -> None:
        """Fill the dialog's fields one after the other and accept with Enter; the editor has the focus again."""
        dialog = self.page.locator("dialog")
        dialog.wait_for()
        for place, value in enumerate(values, start=1):
            self.page.keyboard.press("Control+A")
            self.page.keyboard.press("Delete")
            self.page.keyboard.type(value)
            if place < len(values):
                self.page.keyboard.press("Tab")
        self.page.keyboard.press("Enter")
        dialog.wait_for(state="detached")
        assert self.text.evaluate("(box) => box === document.activeElement")

    def word(self, word: str) -> None:
        """Type a word and select it."""
        self.page.keyboard.type(word)
        self.text.evaluate(SELECT, [-len(word), 0])

    def on(self, words: str) -> None:
        """Go on behind the selection with these words."""
        self.text.evaluate(SELECT, [0, 0])
        self.page.keyboard.type(words)

    @property
    def html(self) -> str:
        """What would be kept of the text."""
        return field.clean(self.stored.input_value())


@pytest.fixture
def bar(desk: Desk) -> Toolbar:
    """The editor of a section in a document that is yet to be made, its text focused."""
    desk.begin()
    desk.add("section")
    desk.show("en")
    ready(desk.page)
    found = Toolbar(desk.page, "section-0-body_en")
    found.text.focus()
    return found


def test_marks_by_keyboard(bar: Toolbar) -> None:
    page = bar.page
    # For the Tab key the toolbar is one stop, right before the text.
    page.keyboard.press("Shift+Tab")
    assert bar.editor.locator("[role=toolbar] button:focus").count() == 1
    page.keyboard.press("Tab")
    assert bar.text.evaluate("(box) => box === document.activeElement")
    bar.word("MOU")
    bar.press("abbreviation")
    bar.answer("Memorandum of understanding")
    bar.on(" ")
    bar.word("acuerdo")
    bar.press("language")
    bar.answer("es")
    bar.on(" ")
    bar.word("there")
    bar.press("link")
    bar.answer("/fr/", "Un titre", "fr")
    stored = (
        '<p><abbr title="Memorandum of understanding">MOU</abbr> <span lang="es">acuerdo</span> '
        '<a href="/fr/" hreflang="fr" title="Un titre">there</a></p>'
    )
    assert bar.html == stored
    # An address that leads nowhere is refused; Escape leaves all as it was.
    bar.press("link")
    page.locator("dialog[open] input").first.fill("javascript:alert(1)")
    page.keyboard.press("Enter")
    assert page.locator("dialog[open] input:invalid").count() == 1
    assert axe.violations(page) == []
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")
    assert bar.html == stored
    # An empty answer takes the mark away, from anywhere in it.
    bar.text.locator("abbr").click()
    bar.editor.locator("[data-name=abbreviation][aria-pressed=true]").wait_for()
    bar.press("abbreviation")
    bar.answer("")
    assert bar.html == stored.replace('<abbr title="Memorandum of understanding">MOU</abbr>', "MOU")


def test_a_table_by_keyboard(bar: Toolbar) -> None:
    page = bar.page
    bar.press("table")
    bar.answer("Projects", "2", "2")
    for words in ("Year", "Number", "2021", "23"):
        page.keyboard.type(words)
        if words != "23":
            page.keyboard.press("Tab")
    bar.press("table:rowHeaders")
    bar.press("table:caption")
    bar.answer("Projects  by year ")
    assert bar.text.locator("caption").inner_text() == "Projects by year"
    head = (
        '<table><caption>Projects by year</caption><thead><tr><th scope="col">Year</th><th scope="col">Number</th></tr>'
    )
    assert bar.html == f'{head}</thead><tbody><tr><td>2021</td><th scope="row">23</th></tr></tbody></table>'
    bar.press("table:rowHeaders")
    page.keyboard.press("Shift+Tab")
    bar.press("table:rowHeaders")
    assert bar.html == f'{head}</thead><tbody><tr><th scope="row">2021</th><td>23</td></tr></tbody></table>'


def test_lists_and_quotations_by_keyboard(bar: Toolbar) -> None:
    page = bar.page
    page.keyboard.type("one")
    bar.press("orderedList")
    bar.press("orderedList:start")
    bar.answer("4")
    assert bar.html == '<ol start="4"><li>one</li></ol>'
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.type("two")
    bar.press("blockquote")
    bar.press("blockquote:source")
    bar.answer("https://example.org/a")
    stored = '<ol start="4"><li>one</li></ol><blockquote cite="https://example.org/a">two</blockquote>'
    assert bar.html == stored
    bar.press("html")
    page.keyboard.press("Control+End")
    page.keyboard.type("<p>three</p><script>four</script>")
    page.locator("dialog[open] [type=submit]").press("Enter")
    page.locator("dialog").wait_for(state="detached")
    assert bar.html == f"{stored}<p>three</p>"


def test_the_names_of_the_buttons_are_the_reader_s(bar: Toolbar) -> None:
    from editorial.richtext import widget

    words = widget.editor_words()
    for button in bar.editor.locator("[role=toolbar] button").all():
        name = str(button.get_attribute("data-name"))
        assert button.get_attribute("aria-label") == words[name], name


def test_an_editor_without_its_extensions_leaves_the_html_alone(desk: Desk) -> None:
    """Better the bare HTML than an editor that would drop what it does not know."""
    desk.page.route("**/editorial/prose-table.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    desk.open(desk.find("Border", "draft"))
    desk.show("en")
    box = desk.page.locator(f"{RICH}[name=section-1-body_en]")
    box.wait_for(state="visible")
    desk.page.wait_for_function("() => !document.querySelector('.prose-editor')")
    assert "<caption>" in box.input_value()
