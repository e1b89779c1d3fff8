"""What goes wrong while typing: a message at the field, and everything typed still there."""

from collections.abc import Callable

from tests.browser.axe import violations
from tests.browser.desk import Desk

LONG = "A title that does not end " * 10


def error_at(desk: Desk, name: str) -> str:
    """What is said against the field of this name, right beside it."""
    return desk.page.locator(f".text.errors:has([name={name!r}]) .errorlist").inner_text()


def test_a_title_that_is_too_long_is_refused_at_its_field_and_nothing_is_lost(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of("author.ca", "page")
    desk.begin()
    desk.add("section")
    typed = {"title_en": LONG.strip(), "summary_en": "A summary.", "section-0-heading_en": "A heading"}
    desk.write({**typed, "section-0-body_en": "A text.", "title_fr": "Un titre"})
    desk.tick("themetag", "energy")
    assert desk.page.locator(".room.is-over").count() == 1
    desk.save()

    assert "200" in error_at(desk, "title_en")
    assert violations(desk.page) == []
    assert desk.page.locator(".language-tab[data-show-language=en] .error-count").inner_text().startswith("1")
    assert desk.page.locator(".language-tab[data-show-language=fr] .error-count").count() == 0
    assert {name: desk.value(name) for name in typed} == typed
    assert desk.value("section-0-body_en") == "<p>A text.</p>"
    assert desk.value("title_fr") == "Un titre"
    assert desk.page.is_checked("[name=themetag][value=energy]")
    desk.write({"title_en": "A title that ends"})
    desk.save()
    assert desk.state == "draft"
    assert desk.value("section-0-heading_en") == "A heading"


def test_a_slug_that_is_taken_is_refused_at_its_field_with_the_name_of_its_holder(
    desk_of: Callable[..., Desk],
) -> None:
    desk = desk_of("author.ca", "page")
    holder = desk.find("migration", "live")
    desk.open(holder)
    title = desk.page.locator("h1").last.inner_text()
    slug = desk.page.locator(".field-slug .text[data-language=en] .text-shown").inner_text()

    desk.begin()
    desk.write({"title_en": "Something else", "slug_en": slug, "summary_en": "Typed before the refusal."})
    desk.save()
    assert title in error_at(desk, "slug_en")
    assert desk.value("slug_en") == slug
    assert desk.value("summary_en") == "Typed before the refusal."
    desk.write({"slug_en": "something-else"})
    desk.save()
    assert desk.state == "draft"


def test_scripts_in_a_rich_text_are_taken_out_and_the_author_is_told(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of("author.ca", "page")
    desk.begin()
    desk.write({"title_en": "A page that was attacked"})
    desk.add("section")
    desk.write({"section-0-heading_en": "Pasted"})
    # A browser without our editor, or somebody who means harm, sends whatever they like.
    desk.page.evaluate("""() => {
        const area = document.querySelector('[name="section-0-body_en"]');
        const input = document.createElement('input');
        Object.assign(input, {type: 'hidden', name: area.name, value:
            '<p onclick="alert(1)">Kept <a href="javascript:alert(2)">link</a></p><script>alert(3)</script>'
            + '<img src="x" onerror="alert(4)"><p style="color:red">too</p>'});
        area.removeAttribute('name');
        document.querySelector('#edition-form').append(input);
    }""")
    desk.save()
    said = desk.page.locator(".messagelist .warning").inner_text()
    assert said
    body = desk.value("section-0-body_en")
    assert "Kept" in body
    assert "too" in body
    for bad in ("script", "alert", "onclick", "onerror", "style", "<img"):
        assert bad not in body
    desk.open(desk.edition, "preview/en")
    assert "Kept" in desk.page.locator("main").inner_text()
    assert desk.page.locator("main script, main img").count() == 0


def test_half_a_moment_and_a_moment_that_does_not_exist_are_refused_at_the_field(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of("publisher", "page")
    desk.open(desk.find("migration", "live"))
    desk.ask("withdraw")
    desk.page.fill("[name=explanation_en]", "Typed before the refusal.")
    desk.page.fill("[name=at_date]", "2030-03-10")
    desk.confirm()
    assert desk.page.locator(".confirm-field.errors:has([name=at_date]) .errorlist").is_visible()
    assert violations(desk.page) == []
    desk.page.fill("[name=at_time]", "02:30")
    desk.page.select_option("[name=at_zone]", "America/Toronto")
    desk.confirm()
    assert desk.page.locator(".confirm-field.errors:has([name=at_date]) .errorlist").is_visible()
    assert desk.value("explanation_en") == "Typed before the refusal."
    assert desk.value("at_time") == "02:30"
