"""The registry of screens: each stands for itself, its addresses keep their names, and no class grows into a god."""

import inspect
from collections.abc import Iterator
from datetime import datetime

import pytest
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from editorial.admin import preview
from editorial.admin.edition import EditionAdmin
from editorial.admin.form.edit import FormScreen
from editorial.admin.review.screen import ReviewScreen
from editorial.admin.screen import EditionScreen, instead_of
from tests.builders import make_note
from tests.editorial.desk import as_, at
from tests.people import People
from tests.toy.admin import NoteAdmin
from tests.toy.models import Note

#: The addresses of a kind, which people have in their bookmarks and e-mails.
NAMES = {
    "import", "import_into", "import_preview", "bulk", "bulk_report", "transition", "review", "assign", "here",
    "autosave", "unsaved", "translate_xliff", "translate_import", "translate_preview", "xliff", "xliff_export",
    "xliff_preview", "translate", "translate_hints", "remarks", "remark", "links", "link_revoke", "checks", "waive",
    "preview", "preview_paper", "preview_file", "compare", "restore", "record", "history", "add", "change",
}  # fmt: skip
#: More methods than this, inherited ones included, are more than a person can know of one class.
MOST_METHODS = 40


def methods(of: type) -> set[str]:
    """The names of the methods and properties that a class has from us, inherited ones included."""
    return {
        name
        for each in of.__mro__
        if each.__module__.split(".")[0] in {"editorial", "cooperation", "tests"}
        for name, value in vars(each).items()
        if inspect.isfunction(value) or isinstance(value, (classmethod, staticmethod, property))
    }


def admins_and_screens() -> Iterator[type]:
    """Every admin class that is registered, and every screen that one of them has."""
    for each in admin.site._registry.values():
        yield type(each)
        yield from getattr(each, "screens", ())


def test_no_class_of_the_admin_has_more_methods_than_a_person_can_know() -> None:
    found = {each.__name__: len(methods(each)) for each in admins_and_screens()}
    assert {"AnnualReportAdmin", "NoteAdmin", "FormScreen", "XliffPreviewScreen"} <= set(found)
    assert {name: count for name, count in found.items() if count > MOST_METHODS} == {}


def test_every_address_has_a_screen_and_keeps_its_name() -> None:
    note = NoteAdmin(Note, admin.site)
    named = [url.name for screen in EditionAdmin.screens for url in screen.urls(note)]
    assert {str(name) for name in named} == {f"toy_note_{name}" for name in NAMES}
    # The verbs that are decided on the review page share the name with the others; every other name is given once.
    assert sorted(named.count(name) for name in set(named))[-2:] == [1, 2]


@pytest.mark.parametrize("screen", EditionAdmin.screens, ids=lambda screen: screen.__name__)
def test_a_screen_stands_on_no_other_screen_that_is_registered(screen: type[EditionScreen]) -> None:
    """It shows or does something, and takes its methods from bases without an address; a decision is a transition."""
    assert hasattr(screen, "get") or hasattr(screen, "post")
    registered = {each.__name__ for each in screen.__mro__[1:] if each in EditionAdmin.screens}
    assert registered <= ({"TransitionScreen"} if screen.__name__ == "DecisionScreen" else set())


READING = ("review", "compare", "history", "preview/fr", "translate_xliff/fr")
DOING = ("record", "autosave", "checks", "waive", "translate_hints/fr")


@pytest.mark.parametrize("name", READING)
def test_what_only_shows_takes_no_post(people: People, now: datetime, name: str) -> None:
    name, *args = name.split("/")
    note = make_note(people, now)
    answer = as_(people.author).post(at(note, name, *args))
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("name", DOING)
def test_what_only_does_shows_nothing(people: People, now: datetime, name: str) -> None:
    name, *args = name.split("/")
    note = make_note(people, now)
    answer = as_(people.author).get(at(note, name, *args))
    assert (answer.status_code, answer["Allow"]) == (405, "POST, OPTIONS")


def test_every_screen_of_an_edition_is_shut_to_strangers_and_knows_no_other_edition(
    people: People, now: datetime
) -> None:
    note = make_note(people, now)
    for name in ("review", "history", "links", "remarks", "change"):
        assert as_(people.outsider).get(at(note, name)).status_code in (302, 403), name
        unknown = as_(people.author).get(reverse(f"admin:toy_note_{name}", args=(note.pk + 1000,)))
        assert unknown.status_code == (302 if name == "change" else 404), name


def test_a_kind_may_put_a_screen_of_its_own_in_the_place_of_another() -> None:
    class OtherFormScreen(FormScreen):
        """A form that shows more."""

    found = instead_of(EditionAdmin.screens, FormScreen, OtherFormScreen)
    assert FormScreen not in found
    assert found.index(OtherFormScreen) == EditionAdmin.screens.index(FormScreen)
    assert len(found) == len(EditionAdmin.screens)
    with pytest.raises(ValueError, match="not in list"):
        instead_of(found, FormScreen, OtherFormScreen)


def test_a_kind_may_add_a_screen(rf: RequestFactory, people: People, now: datetime) -> None:
    class PulseScreen(EditionScreen):
        """Says that it is there."""

        paths = {"pulse": "<int:pk>/pulse/"}

        def get(self, request: HttpRequest, pk: int) -> HttpResponse:
            return HttpResponse(f"{self.admin.kind.key} {self.edition(request, pk).number}")

    class PulsingAdmin(NoteAdmin):
        screens = (PulseScreen, *NoteAdmin.screens)

    url = PulsingAdmin(Note, admin.site).get_urls()[0]
    assert (url.name, str(url.pattern)) == ("toy_note_pulse", "<int:pk>/pulse/")
    request = rf.get("/")
    request.user = people.author
    assert url.callback(request, pk=make_note(people, now).pk).content == b"note 1"


def test_screens_of_two_requests_share_nothing() -> None:
    """Django makes a view anew for each request; the class holds no state that one request could leave to the next."""
    one, two = ReviewScreen(admin=NoteAdmin(Note, admin.site)), ReviewScreen()
    assert one.admin is not None
    assert two.admin is None
    assert preview.PreviewScreen.admin is None
