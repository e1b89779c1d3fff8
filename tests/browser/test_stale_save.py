"""Two people on one draft: nobody's words are lost, everybody sees what the other wrote."""

from collections.abc import Callable

from tests.browser.axe import violations
from tests.browser.desk import Desk

FIRST = {
    "title_en": "A draft of two authors",
    "summary_en": "As it was in the beginning.",
    "section-0-heading_en": "One section",
    "section-0-body_en": "A sentence that both will change.",
}


def test_a_stale_save_shows_both_texts_and_can_be_saved_over(desk_of: Callable[..., Desk]) -> None:
    one, other = desk_of("author.ca", "page"), desk_of("author.mx", "page")
    one.begin()
    one.add("section")
    one.write(FIRST)
    one.save()
    edition = one.edition
    other.open(edition)

    one.write({"summary_en": "What the first author says.", "section-0-body_en": "The first author’s sentence."})
    one.save()
    other.write(
        {
            "title_en": "A title by the second author",
            "section-0-body_en": "The second author’s sentence.",
            "section-0-heading_es": "Una sección",
        }
    )
    answer = other.save()

    assert answer
    assert answer.status == 409
    assert violations(other.page) == []
    conflict = other.page.locator(".conflict")
    assert conflict.locator(".choice").count() == 1
    assert "first" in conflict.locator(".choice-side").first.inner_text()
    assert "second" in conflict.locator(".choice-side").last.inner_text()
    assert other.value("title_en") == "A title by the second author"
    assert other.value("summary_en") == "What the first author says."
    assert other.value("section-0-body_en") == "<p>The second author’s sentence.</p>"
    assert other.value("section-0-heading_es") == "Una sección"
    # Nothing of it is kept yet.
    one.open(edition)
    assert one.value("title_en") == FIRST["title_en"]
    assert one.value("section-0-body_en") == "<p>The first author’s sentence.</p>"

    answer = other.press(".conflict [name=_continue]")
    assert answer
    assert answer.status == 200
    one.open(edition)
    assert one.value("title_en") == "A title by the second author"
    assert one.value("summary_en") == "What the first author says."
    assert one.value("section-0-body_en") == "<p>The second author’s sentence.</p>"
    # What was saved over can be found again.
    assert one.history(edition) == ["create", "save", "save"]
    one.press(".confirm-actions button")
    assert "first" in one.page.locator("#content del").all_inner_texts()


def test_what_was_submitted_meanwhile_is_not_changed_and_nothing_typed_is_lost(desk_of: Callable[..., Desk]) -> None:
    one, other = desk_of("author.ca", "page"), desk_of("author.mx", "page")
    one.begin()
    one.write({"title_en": "A draft that is given up"})
    one.save()
    other.open(one.edition)
    one.do("discard", reason="No longer needed.")
    other.write({"title_en": "Typed too late"})
    answer = other.save()
    assert answer
    assert answer.status == 409
    assert "state" in other.reasons
    assert other.value("title_en") == "Typed too late"
    one.open(one.edition)
    assert (
        one.page.locator(".field-title .text[data-language=en] .text-shown").inner_text() == "A draft that is given up"
    )


def test_two_administrators_at_one_account_see_what_the_other_saved(desk_of: Callable[..., Desk]) -> None:
    one, other = desk_of("administrator", "page"), desk_of("administrator", "page")
    for each in (one, other):
        each.page.goto("/admin/editorial/user/?q=translator.fr")
        each.press("#result_list tbody th a >> nth=0")
    before = one.value("email")
    one.page.fill("[name=email]", "one@example.org")
    one.press("[name=_continue]")
    other.page.fill("[name=email]", "other@example.org")
    other.press("[name=_continue]")
    assert "one@example.org" in other.page.locator("#choice-email .choice-side").first.inner_text()
    assert other.value("email") == "other@example.org"
    assert violations(other.page) == []
    other.page.fill("[name=email]", before)
    other.press(".conflict [name=_continue]")
    assert other.page.locator(".conflict, .errorlist").count() == 0
    assert other.value("email") == before
