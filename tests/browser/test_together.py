"""Two people on one draft, each in a browser: they see each other, lose nothing, and decide where both changed the
same.
"""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from tests.browser.axe import overflow, violations
from tests.browser.conftest import log_in
from tests.browser.desk import Desk

BODY = "Ships of both sides patrol the coast. They report every week."


def new_draft(desk: Desk, title: str) -> int:
    """A draft with a section, saved."""
    desk.begin()
    desk.add("section")
    desk.write({"title_en": title, "summary_en": "In the beginning.", "section-0-heading_en": "Patrols"})
    desk.write({"section-0-body_en": BODY})
    desk.save()
    return desk.edition


def beat(desk: Desk) -> None:
    """Let the window speak now instead of in some seconds."""
    desk.page.evaluate("() => window.entente.beat()")


def touch(desk: Desk, name: str, text: str) -> None:
    """Type a text and wait until the browser keeps it."""
    desk.write({name: text})
    expect(desk.page.locator("#edition-form[data-unsaved]")).to_be_attached()


def test_two_people_see_each_other_and_decide_field_by_field(desk_of: Callable[..., Desk]) -> None:
    one, other = desk_of("author.ca", "page"), desk_of("author.mx", "page", language="fr")
    edition = new_draft(one, "Working waters of the north")
    other.open(edition)
    other.show("fr")
    touch(other, "title_fr", "Les eaux du Nord")
    beat(other)
    beat(one)
    others = one.page.locator("[data-others]")
    expect(others).to_contain_text("editing French")
    expect(other.page.locator("[data-others]")).to_contain_text("Alex Martin")

    one.write({"title_en": "Shared waters of the north", "summary_en": "By the first."})
    one.write({"section-0-body_en": BODY.replace("week", "day")})
    one.save()
    beat(other)
    news = other.page.locator("[data-news]")
    expect(news).to_contain_text("Alex Martin")
    assert violations(other.page) == []

    other.write({"title_en": "Working waters of the far north", "summary_en": "By the second."})
    other.write({"section-0-body_en": BODY.replace("Ships", "Four ships")})
    answer = other.press("[data-news] [name=_resume]")
    assert answer
    assert answer.status == 200
    choices = other.page.locator(".choice")
    assert choices.count() == 3
    assert violations(other.page) == []
    # What was changed in different places is put together; between the rest one decides, by keyboard.
    assert other.page.locator("[name='both-title_en']").input_value() == "Shared waters of the far north"
    other.page.focus("[name='choice-summary_en'][value=mine]")
    other.page.keyboard.press("ArrowUp")
    assert other.page.is_checked("[name='choice-summary_en'][value=theirs]")
    answer = other.press(".conflict [name=_continue]")
    assert answer
    assert answer.status == 200
    one.open(edition)
    assert one.value("title_en") == "Shared waters of the far north"
    assert one.value("title_fr") == "Les eaux du Nord"
    assert one.value("summary_en") == "By the first."
    assert one.value("section-0-body_en") == f"<p>{BODY.replace('Ships', 'Four ships').replace('week', 'day')}</p>"
    # It is saved: nothing is offered, and the browser keeps nothing.
    other.open(edition)
    assert other.page.locator(".together-unsaved").count() == 0
    assert count_unsaved(other) == 0


def count_unsaved(desk: Desk) -> int:
    """How many windows' words this browser keeps."""
    found: int = desk.page.evaluate(
        "() => Object.keys(localStorage).filter((key) => key.startsWith('entente-unsaved:')).length"
    )
    return found


def test_a_lapsed_session_loses_nothing(desk_of: Callable[..., Desk]) -> None:
    one = desk_of("author.ca", "page")
    edition = new_draft(one, "A draft of a long morning")
    one.write({"section-0-heading_en": "Typed before the session ended", "title_es": "Un borrador"})
    one.add("section")
    one.write({"section-1-heading_en": "A whole new section"})
    context = one.page.context
    context.clear_cookies(name="sessionid")
    beat(one)
    expect(one.page.locator("[data-lapsed] .callout")).to_be_visible()
    assert violations(one.page) == []
    one.save()
    assert "/login/" in one.page.url
    one.page.fill("input[name=username]", "author.ca")
    from cooperation.demo.people import PASSWORD

    one.page.fill("input[name=password]", PASSWORD)
    one.press("#login-form [type=submit]")
    assert one.edition == edition
    offer = one.page.locator(".together-unsaved")
    expect(offer).to_be_visible()
    assert violations(one.page) == []
    one.press(offer.locator("[data-restore-kept]"))
    assert one.value("section-0-heading_en") == "Typed before the session ended"
    assert one.value("section-1-heading_en") == "A whole new section"
    assert one.value("title_es") == "Un borrador"
    answer = one.save()
    assert answer
    assert answer.status == 200
    one.open(edition)
    assert one.value("section-1-heading_en") == "A whole new section"
    assert one.page.locator(".together-unsaved").count() == 0


def test_after_a_crash_the_work_is_offered_and_logging_out_forgets_it(
    open_browser: Callable[..., Any],
) -> None:
    page = open_browser(phone=True)
    log_in(page, "author.ca")  # a session of their own: they leave it, and the others' must go on
    one = Desk(page, "page")
    edition = new_draft(one, "A draft before the crash")
    touch(one, "title_fr", "Avant la panne")
    # The page dies without a word: nothing is handed over on leaving.
    survivor = one.page.context.new_page()
    one.page.close(run_before_unload=False)
    after = Desk(survivor, "page")
    after.open(edition)
    offer = after.page.locator(".together-unsaved")
    expect(offer).to_be_visible()
    assert overflow(after.page) == 0
    after.press(offer.get_by_role("link").last)
    assert "Avant la panne" in after.page.locator(".diff ins").all_inner_texts()
    after.press("[data-restore-kept]")
    assert after.value("title_fr") == "Avant la panne"
    touch(after, "title_fr", "Après la panne")
    assert count_unsaved(after) == 1
    after.page.on("dialog", lambda dialog: dialog.accept())
    after.press("#logout-form button")
    assert count_unsaved(after) == 0
    # The server keeps for its author what reached it; nobody else is offered it.
    stranger = open_browser()
    log_in(stranger, "author.mx")
    stranger.goto(f"/admin/cooperation/page/{edition}/change/")
    assert stranger.locator(".together-unsaved").count() == 0
