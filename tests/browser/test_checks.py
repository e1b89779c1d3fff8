"""The checks beside the form: they follow what is typed, lead to the field, and advice is waived without leaving the
page.
"""

from collections.abc import Callable

from tests.browser.axe import overflow, violations
from tests.browser.desk import Desk

LONG = "A title that is far too long for any list of results in which somebody would meet it"


def test_checks_while_typing_and_a_waiver(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of("author.ca", "page")
    page = desk.page
    desk.begin()
    desk.add("section")
    desk.write(
        {"title_en": "A page with checks", "section-0-heading_en": "Heading", "section-0-body_en": "Good words."}
    )
    desk.save()
    edition = desk.edition
    checks = page.locator("#checks")
    assert checks.locator('[data-check="title.long"]').count() == 0

    desk.write({"title_en": LONG, "summary_en": "A summary."})
    finding = checks.locator('[data-check="title.long"]')
    finding.wait_for()
    assert checks.locator("form").count() == 0, "what is not saved cannot be waived"
    assert page.locator("[data-checks-status]").inner_text() == checks.locator(".checks-summary").inner_text()
    desk.show("fr")
    finding.locator("[data-check-field]").click()
    page.locator("[name=title_en]:focus").wait_for()

    desk.save()
    page.locator(".action-bar-links a[href$='#checks']").click()
    finding = checks.locator('[data-check="title.long"]')
    finding.locator("summary").click()
    assert violations(page) == []
    page.set_viewport_size({"width": 375, "height": 740})
    assert overflow(page) == 0
    finding.locator("[name=reason]").fill("It is called so in the treaty.")
    finding.locator("button").click()
    page.locator("#checks-title:focus").wait_for()
    waived = checks.locator(".check.is-waived")
    assert page.url.partition("#")[0].endswith(f"/{edition}/change/")
    assert waived.count() == 1
    checks.locator("[data-key=waived] > summary").click()
    assert "It is called so in the treaty." in waived.inner_text()
    assert violations(page) == []
    assert desk.history(edition)[-1] == "waive"


def test_a_waiver_without_the_script(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of("author.ca", "page")
    page = desk.page
    page.route("**/checks.js", lambda route: route.abort())
    desk.begin()
    desk.write({"title_en": LONG, "summary_en": "A summary."})
    desk.save()
    finding = page.locator('#checks [data-check="title.long"]')
    finding.locator("summary").click()
    finding.locator("[name=reason]").fill("It is called so in the treaty.")
    desk.press(finding.locator("button"))
    assert page.url.endswith("#checks")
    assert page.locator("#checks .check.is-waived").count() == 1


def test_the_page_of_broken_links(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of("author.ca", "page")
    desk.page.goto("/admin/editorial/linkuse/")
    assert violations(desk.page) == []
    desk.page.set_viewport_size({"width": 375, "height": 740})
    assert overflow(desk.page) == 0
