"""What each person sees of the same edition: what they may do, what not and why, and what they may type."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.desk import Desk
from tests.browser.waiting import enter, follow

#: Demo documents by words of their slug, with the state that each is in; no other test changes them.
DRAFT = ("page", "defence-attaches", "draft")
IN_REVIEW = ("page", "correctional", "in_review")
HALF_SIGNED = ("annualreport", "2021", "in_review")
SENT_BACK = ("page", "maritime-security", "changes_requested")
SCHEDULED = ("page", "nuclear-security-support", "scheduled")
LIVE = ("page", "migration", "live")

#: Names of what may be typed in or ticked on the form of an edition.
TYPED = """() => [...document.querySelectorAll('#edition-form [name]')]
    .filter(e => e.type !== 'hidden' && e.tagName !== 'BUTTON' && !e.disabled).map(e => e.name)"""

REFUSED = ["permission"]
#: What each person finds in the action bar: (edition, buttons, reasons by verb for everything else).
BARS = {
    "author.ca": [
        (DRAFT, {"discard"}, {
            "submit": ["language_missing"] * 2, "grant_exception": REFUSED, "publish_urgently": REFUSED,
        }),
        (IN_REVIEW, {"recall"}, {
            "sign_off": REFUSED, "request_changes": REFUSED, "publish_urgently": REFUSED,
        }),
        (SENT_BACK, {"recall", "discard"}, {}),
        (LIVE, {"revise"}, {"unschedule": REFUSED, "withdraw": REFUSED}),
    ],
    "translator.fr": [
        (DRAFT, set(), {
            "submit": REFUSED, "grant_exception": REFUSED, "publish_urgently": REFUSED, "discard": REFUSED,
        }),
        (IN_REVIEW, set(), {
            "sign_off": REFUSED, "request_changes": REFUSED, "recall": REFUSED, "publish_urgently": REFUSED,
        }),
    ],
    "reviewer.ca": [
        (IN_REVIEW, {"sign_off", "request_changes"}, {"recall": REFUSED, "publish_urgently": REFUSED}),
        (HALF_SIGNED, {"request_changes"}, {
            "sign_off": ["signed"], "recall": REFUSED, "publish_urgently": REFUSED,
        }),
        (SENT_BACK, set(), {"recall": REFUSED, "discard": REFUSED}),
    ],
    "reviewer.mx": [
        (HALF_SIGNED, {"sign_off", "request_changes"}, {"recall": REFUSED, "publish_urgently": REFUSED}),
    ],
    "publisher": [
        (DRAFT, {"grant_exception"}, {
            "submit": REFUSED, "publish_urgently": ["language_missing"] * 2, "discard": REFUSED,
        }),
        (SCHEDULED, {"reschedule", "unschedule"}, {"revise": REFUSED, "withdraw": ["not_live"]}),
        (LIVE, {"withdraw"}, {"revise": REFUSED, "unschedule": ["nothing_planned"]}),
    ],
}  # fmt: skip


def find(desk_of: Callable[..., Desk], username: str, which: tuple[str, str, str]) -> Desk:
    """A person with one of these editions open."""
    kind, words, standing = which
    desk = desk_of(username, kind)
    desk.open(desk.find(words, standing))
    return desk


@pytest.mark.parametrize("username", sorted(BARS))
def test_the_action_bar_shows_what_this_person_may_do_and_why_not_the_rest(
    desk_of: Callable[..., Desk], username: str
) -> None:
    for which, steps, refusals in BARS[username]:
        desk = find(desk_of, username, which)
        assert (desk.steps, desk.refusals) == (steps, refusals), which
        if refusals:
            desk.page.click(".action-why summary")
            assert desk.page.locator(".action-why .reason").first.is_visible()


def test_a_translator_types_in_their_own_language_alone(desk_of: Callable[..., Desk]) -> None:
    desk = find(desk_of, "translator.fr", DRAFT)
    happened = desk.history(desk.edition)
    desk.open(desk.edition)
    names = desk.page.evaluate(TYPED)
    assert names
    assert [name for name in names if not name.endswith("_fr")] == []
    desk.show("es")
    assert desk.page.locator(".text[data-language=es] .text-shown").first.is_visible()
    desk.show("en")
    title = desk.page.locator(".field-title .text[data-language=en] .text-shown").inner_text()

    # Even a browser that sends more than the form has changes nothing of it.
    desk.page.evaluate("""() => {
        for (const name of ['title_en', 'slug_es', 'source_language']) {
            const input = document.createElement('input');
            Object.assign(input, {type: 'hidden', name, value: 'es'});
            document.querySelector('#edition-form').append(input);
        }
    }""")
    desk.save()
    desk.show("en")
    assert desk.page.locator(".field-title .text[data-language=en] .text-shown").inner_text() == title
    assert desk.history(desk.edition) == happened


@pytest.mark.parametrize(
    ("username", "which"), [("reviewer.ca", DRAFT), ("reviewer.mx", IN_REVIEW), ("author.ca", LIVE)]
)
def test_whoever_may_not_write_reads(desk_of: Callable[..., Desk], username: str, which: tuple[str, str, str]) -> None:
    desk = find(desk_of, username, which)
    assert desk.page.evaluate(TYPED) == []
    assert desk.page.locator("[name=_continue], [name=_save], [data-add], .prose-editor").count() == 0
    assert desk.reasons
    for language in ("en", "fr", "es"):
        desk.show(language)
        assert desk.page.locator(f".field-title .text[data-language={language}]").is_visible()


def test_an_administrator_gives_no_role_and_so_nothing_is_to_be_seen(
    desk_of: Callable[..., Desk], open_browser: Callable[..., Page], sessions: Callable[[str], object]
) -> None:
    from cooperation.demo.people import PASSWORD

    administrator = open_browser("administrator")
    administrator.goto("/admin/editorial/user/add/")
    administrator.fill("[name=username]", "outsider")
    administrator.select_option("select[name=language]", "en")
    administrator.fill("[name=password1]", PASSWORD)
    administrator.fill("[name=password2]", PASSWORD)
    follow(administrator, "[name=_save]")
    edition = desk_of("author.ca", "page").find("defence-attaches", "draft")

    outsider = open_browser("outsider")
    outsider.goto("/admin/")
    assert outsider.locator(".callout-warning").is_visible()
    assert outsider.locator(".desk-kind, .app-editorial").count() == 0
    for screen in (
        "",
        f"{edition}/change/",
        f"{edition}/history/",
        f"{edition}/preview/en/",
        f"{edition}/submit/",
        "add/",
    ):
        answer = outsider.goto(f"/admin/cooperation/page/{screen}")
        assert answer
        assert answer.status == 403, screen


def test_who_has_not_logged_in_is_asked_to(desk_of: Callable[..., Desk], visitor: Page) -> None:
    edition = desk_of("author.ca", "page").find("defence-attaches", "draft")
    for screen in (
        "",
        f"{edition}/change/",
        f"{edition}/history/",
        f"{edition}/preview/en/",
        f"{edition}/submit/",
        "add/",
    ):
        visitor.goto(f"/admin/cooperation/page/{screen}")
        assert "/admin/login/?next=" in visitor.url, screen
        assert visitor.locator("[name=password]").count() == 1


def test_a_reviewer_signs_off_by_keyboard_alone(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of("reviewer.mx", "page")
    edition = desk.find("youth-lab", "in_review")
    desk.page.goto(f"{desk.base}?standing=in_review&q=youth-lab")
    _tab_to(desk, f"#result_list a[href*='/{edition}/change/']")
    enter(desk.page)
    _tab_to(desk, ".action-bar a[data-verb=sign_off]")
    enter(desk.page)
    _tab_to(desk, "textarea[name=remark]")
    desk.page.keyboard.type("De acuerdo.")
    _tab_to(desk, "[data-decision=sign_off] form button")
    enter(desk.page)
    assert desk.state == "approved"


#: Whether the focus is on what was looked for, shows that it has it, and is not wholly covered (WCAG 2.4.7, 2.4.11).
FOCUS = """selector => {
    const on = document.activeElement, style = getComputedStyle(on), box = on.getBoundingClientRect();
    const seen = [[box.left + 3, box.top + 3], [box.right - 3, box.bottom - 3]].some(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        return top && (on.contains(top) || top.contains(on));
    });
    const shown = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
    return [on.matches(selector), shown && (seen || box.width < 6)];
}"""


def _tab_to(desk: Desk, selector: str) -> None:
    """Press Tab until the element has the focus; everything on the way must be seen to have it."""
    for _press in range(80):
        desk.page.keyboard.press("Tab")
        here, seen = desk.page.evaluate(FOCUS, selector)
        assert seen, desk.page.evaluate("document.activeElement.outerHTML")
        if here:
            return
    raise AssertionError(f"The keyboard never came to {selector}.")
