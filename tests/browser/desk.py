"""What a person does at the desks, in a browser: by names, ids and data attributes, never by words, which differ by
language.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page, Response

from tests.browser.waiting import follow

#: Verbs that are decided on the review screen.
DECISIONS = ("sign_off", "request_changes")


class Desk:
    """One person in a browser, at the desk of one kind of content (the name of its model, such as "annualreport")."""

    def __init__(self, page: Page, kind: str) -> None:
        self.page = page
        self.base = f"/admin/cooperation/{kind}/"

    # Going somewhere

    def begin(self) -> None:
        """The form of a document that is yet to be made."""
        self.page.goto(f"{self.base}add/")

    def open(self, edition: int, screen: str = "change") -> Response | None:
        """An edition's form, or another of its screens by the last word of its address."""
        return self.page.goto(f"{self.base}{edition}/{screen}/")

    def find(self, words: str, standing: str) -> int:
        """The edition that the list shows for these words in this state."""
        self.page.goto(f"{self.base}?standing={standing}&q={quote(words)}")
        link = self.page.locator("#result_list tbody th a").first.get_attribute("href") or ""
        return int(link.split("?")[0].rstrip("/").split("/")[-2])

    @property
    def edition(self) -> int:
        """Which edition is on the screen."""
        return int(self.page.url.partition(self.base)[2].partition("/")[0])

    def press(self, button: str | Locator) -> Response | None:
        """Press a button and wait for the page that it leads to."""
        # Every screen of the admin has scripts, which wait for its style sheets; nobody waits for the last picture.
        return follow(self.page, button, until="domcontentloaded")

    # Typing

    def show(self, language: str) -> None:
        """Show this content language."""
        self.page.click(f"[data-show-language={language}]")

    def write(self, texts: Mapping[str, str]) -> None:
        """Type texts into the fields of these names, rich ones too; each language is shown first, as it must be."""
        shown = ""
        for name, text in texts.items():
            language = self._language_of(name)
            if language and language != shown:
                self.show(language)
                shown = language
            self._typed(name).fill(text)

    def append(self, name: str, text: str) -> None:
        """Type more at the end of a rich text, by keyboard."""
        self.show(self._language_of(name))
        typed = self._typed(name)
        typed.click()
        typed.evaluate("box => box === document.activeElement || box.focus()")
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(text)
        # The editor hands its text to the form's field a moment later.
        self.page.wait_for_function(
            '([name, text]) => document.querySelector(`[name="${name}"]`).value.includes(text)',
            arg=[name, text.strip()],
        )

    def add(self, part: str) -> None:
        """A new row of this sort of part."""
        self.page.click(f"#part-{part} [data-add]")

    def choose(self, name: str, words: str) -> None:
        """Choose the first document that is found by these words."""
        self.page.fill(f"#id_{name}_words", words)
        self.page.wait_for_selector(f".chooser:has([name={name!r}]) [role=option]")
        self.page.press(f"#id_{name}_words", "Enter")
        assert self.value(name)

    def tick(self, name: str, *values: str) -> None:
        """Tick the boxes of this name that stand for these values."""
        for value in values:
            self.page.check(f"input[name={name!r}][value={value!r}]")

    def value(self, name: str) -> str:
        """What the field of this name holds."""
        return self.page.input_value(f"[name={name!r}]")

    def save(self, *, attest: str = "") -> Response | None:
        """Save and stay; with `attest`, give one's word for that language."""
        if attest:
            self.page.check(f"[name=attest_{attest}]")
        return self.press(".action-bar [name=_continue]")

    def _typed(self, name: str) -> Locator:
        """Where a text is typed: the field itself, or the editor that stands for it once its language is shown."""
        field = self.page.locator(f"[name={name!r}]")
        if field.evaluate("e => e.getAttributeNames().some(name => name.startsWith('data-django-prose-editor'))"):
            return self.page.locator(f".prose-editor:has(textarea[name={name!r}]) .tiptap")
        return field

    def _language_of(self, name: str) -> str:
        language = self.page.locator(f"[data-language]:has([name={name!r}])").get_attribute("data-language")
        return language or ""

    # The workflow

    @property
    def state(self) -> str:
        """The state, or the standing by the clock, that the screen names."""
        names = self.page.locator(".edition-line .state").first.get_attribute("class") or ""
        return names.split()[-1].removeprefix("state-")

    @property
    def steps(self) -> set[str]:
        """The verbs that have a button."""
        return {str(each.get_attribute("data-verb")) for each in self.page.locator(".action-bar a[data-verb]").all()}

    @property
    def refusals(self) -> dict[str, list[str]]:
        """The verbs that have none, with the codes of the reasons; the reasons are there to be read."""
        found = {}
        for row in self.page.locator(".action-why li[data-verb]").all():
            reasons = row.locator("[data-reason]").all()
            assert all((reason.text_content() or "").strip() for reason in reasons)
            found[str(row.get_attribute("data-verb"))] = [str(each.get_attribute("data-reason")) for each in reasons]
        return found

    @property
    def reasons(self) -> list[str]:
        """The codes of the reasons in the box that says why something was refused."""
        found = self.page.locator(".callout [data-reason]:visible").all()
        return [str(reason.get_attribute("data-reason")) for reason in found]

    def ask(self, verb: str) -> None:
        """Press a verb's button in the action bar."""
        self.press(f".action-bar a[data-verb={verb}]")

    def confirm(self, verb: str = "") -> Response | None:
        """Press the button on the page that asks before a transition;
        that of a decision where it is the review screen."""
        if verb in DECISIONS:
            return self.press(f"[data-decision={verb}] form button[data-decide]")
        return self.press(".confirm-panel form .confirm-actions button")

    def do(self, verb: str, edition: int | None = None, **fields: str) -> None:
        """Do a verb: by its button on the form that is open, or straight from the verb's page of an edition."""
        if edition is None:
            self.ask(verb)
        else:
            self.open(edition, verb)
        within = f"[data-decision={verb}] " if verb in DECISIONS else ""
        for name, text in fields.items():
            self.page.fill(f"{within}[name={name}]", text)
        answer = self.confirm(verb)
        assert answer, verb
        assert answer.status == 200, (verb, self.reasons)

    def choose_moment(self, name: str, moment: datetime, zone: str) -> None:
        """Give an instant on the clock of a place, to the second."""
        local = moment.astimezone(ZoneInfo(zone))
        self.page.select_option(f"[name={name}_zone]", zone)
        self.page.fill(f"[name={name}_date]", local.strftime("%Y-%m-%d"))
        self.page.fill(f"[name={name}_time]", local.strftime("%H:%M:%S"))

    def history(self, edition: int) -> list[str]:
        """The verbs of the document's timeline, oldest first."""
        self.open(edition, "history")
        rows: list[Any] = self.page.locator(".timeline li[data-verb]").all()
        return [str(row.get_attribute("data-verb")) for row in reversed(rows)]
