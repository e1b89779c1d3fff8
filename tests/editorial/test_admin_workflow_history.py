"""The history of a document, comparisons, putting a text back, and previews."""

import re
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from django.http import HttpResponse
from django.utils.translation import get_language

from editorial.admin.history import views
from editorial.content import kinds
from editorial.models import Edition, Event
from editorial.workflow import drafts, transitions
from tests.builders import fresh, make_note, publish
from tests.editorial.desk import as_, at
from tests.people import People


@pytest.fixture
def note(people: People, now: datetime) -> Any:
    """A draft that was saved twice."""
    row = make_note(people, now)
    with drafts.edit(row, by=people.second_author, now=now) as draft:
        draft.summary_fr = "Deuxième texte"
        draft.save()
    return fresh(row)


def saved(edition: Edition) -> list[str]:
    """Digests of the texts of a document, oldest first."""
    found = Event.objects.filter(document=edition.document_id, verb__in=("create", "save", "restore")).order_by("id")
    return list(found.values_list("digest", flat=True))


@pytest.fixture
def render_calls(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the public page of a note was asked to show."""
    calls: list[dict[str, Any]] = []

    def render(request: Any, **given: Any) -> HttpResponse:
        calls.append({**given, "active": get_language()})
        return HttpResponse("the page")

    monkeypatch.setitem(kinds._KINDS, "note", replace(kinds.get_kind("note"), render=render))
    return calls


def test_the_timeline_tells_everything_that_happened(people: People, note: Any, now: datetime) -> None:
    live = publish_after_attesting(people, note, now)
    transitions.revise(live, by=people.author, now=now)
    page = as_(people.translator_fr).get(at(note, "history"))
    html = page.content.decode()
    entries = page.context["entries"]
    assert len(entries) == Event.objects.filter(document=note.document_id).count()
    assert entries[0].event.verb == "revise"
    assert entries[-1].event.verb == "create"
    for words in ("second-author", "Texts changed in: French.", "Signed off", "Mexico City", "UTC", "Ottawa"):
        assert words in html
    assert f"?digest={saved(note)[0]}" in html


def publish_after_attesting(people: People, note: Any, now: datetime) -> Any:
    """The note, live."""
    drafts.attest(note, "fr", by=people.translator_fr, now=now)
    return publish(fresh(note), people, now)


def test_the_timeline_comes_in_pages_with_a_bounded_number_of_queries(
    people: People, note: Any, now: datetime, monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: Any
) -> None:
    monkeypatch.setattr(views, "PER_PAGE", 3)
    client = as_(people.author)
    with django_assert_max_num_queries(12) as few:
        page = client.get(at(note, "history"))
    assert len(page.context["entries"]) == 3
    assert page.context["page"].has_next()
    assert [e.event.verb for e in client.get(at(note, "history") + "?page=2").context["entries"]][-1] == "create"
    monkeypatch.setattr(views, "PER_PAGE", 50)
    with django_assert_max_num_queries(12) as more:
        client.get(at(note, "history"))
    assert len(more) <= len(few)


def test_saves_in_a_row_are_one_line_that_opens(people: People, note: Any, now: datetime) -> None:
    for word in ("one", "two", "three"):
        with drafts.edit(note, by=people.second_author, now=now) as row:
            row.title_en = word
            row.save()
    page = as_(people.author).get(at(note, "history"))
    html = page.content.decode()
    runs = page.context["chapters"][0].days[0].runs
    assert [len(run.entries) for run in runs] == [4, 1, 1, 1]
    assert (runs[0].changed, runs[0].languages) == (["Summary", "Title"], "English, French")
    assert "4 times" in html
    whole = f"?before={runs[0].before}&amp;after={runs[0].after}&amp;event={runs[0].last.event.pk}"
    assert whole in html
    difference = as_(people.author).get(at(note, "compare") + whole.replace("&amp;", "&")).content.decode()
    assert "<ins>three</ins>" in difference
    assert "<ins>Deuxième texte</ins>" in difference


def test_what_an_event_changed_is_shown_in_its_own_direction(people: People, note: Any, now: datetime) -> None:
    """A text that was put back is older than the one that it replaced."""
    first, second = saved(note)
    as_(people.author).post(at(note, "restore", first), {"version": fresh(note).version})
    event = Event.objects.filter(edition=note).latest("id")
    page = as_(people.author).get(at(note, "compare"), {"before": second, "after": first, "event": event.pk})
    assert "<ins>Summary fr</ins>" in page.content.decode()
    forged = {"before": second, "after": first, "event": Event.objects.filter(edition=note).earliest("id").pk + 999}
    assert as_(people.author).get(at(note, "compare"), forged).status_code == 404


def test_the_line_says_in_what_role_for_whom_and_what(people: People, note: Any) -> None:
    html = as_(people.reviewer_ca).get(at(note, "history")).content.decode()
    assert "Author, Government of Mexico" in html
    assert "Translator into Spanish" in html
    assert '<p class="history-changed">Summary</p>' in html
    assert '<details class="when">' in html


@pytest.mark.parametrize(
    ("asked", "verbs"),
    [
        ({"verb": "save"}, ["save"]),
        ({"language": "es"}, ["attest", "create"]),
        ({"language": "fr"}, ["save", "attest", "create"]),
        ({"person": "second"}, ["save"]),
        ({"edition": "1", "verb": "create"}, ["create"]),
        ({"edition": "7"}, ["save", "attest", "attest", "create"]),
        ({"verb": "';--", "person": "x" * 500}, ["save", "attest", "attest", "create"]),
    ],
)
def test_the_history_is_narrowed_by_what_the_address_says(
    asked: dict[str, str], verbs: list[str], people: People, note: Any
) -> None:
    asked = {**asked, **({"person": str(people.second_author.pk)} if asked.get("person") == "second" else {})}
    page = as_(people.author).get(at(note, "history"), asked)
    assert [entry.event.verb for entry in page.context["entries"]] == verbs
    if len(verbs) < 4:
        assert "Show everything" in page.content.decode()


def test_two_texts_are_compared_the_older_one_first(people: People, note: Any) -> None:
    first, second = saved(note)
    for before, after in ((first, second), (second, first)):
        page = as_(people.reviewer_ca).get(at(note, "compare"), {"before": before, "after": after})
        assert re.search("<del>Summary fr</del> .*<ins>Deuxième texte</ins>", page.content.decode())
        assert "second-author" in page.content.decode()


def test_only_texts_of_this_document_are_shown(people: People, note: Any, now: datetime) -> None:
    other = make_note(people, now, slug="other")
    client = as_(people.author)
    for digest in (other.digest, "0" * 64, ""):
        asked = {"before": digest, "after": note.digest}
        assert client.get(at(note, "compare"), asked).status_code == 404
    assert client.get(at(note, "restore", other.digest)).status_code == 404


def test_an_author_puts_the_draft_back(people: People, note: Any) -> None:
    first = saved(note)[0]
    client = as_(people.author)
    assert at(note, "restore", first) in client.get(at(note, "history")).content.decode()
    page = client.get(at(note, "restore", first))
    assert "<del>Deuxième texte</del>" in page.content.decode()
    stale = client.post(at(note, "restore", first), {"version": note.version - 1})
    assert stale.status_code == 409
    assert fresh(note).digest == note.digest
    done = client.post(at(note, "restore", first), {"version": note.version})
    assert done.status_code == 302
    assert done.url == at(note, "change")
    assert fresh(note).digest == first
    assert Event.objects.filter(edition=note).latest("id").verb == "restore"


def test_a_translator_is_not_offered_to_put_it_back(people: People, note: Any) -> None:
    first = saved(note)[0]
    client = as_(people.translator_fr)
    assert at(note, "restore", first) not in client.get(at(note, "history")).content.decode()
    refused = client.post(at(note, "restore", first), {"version": note.version})
    assert refused.status_code == 409
    assert fresh(note).digest == note.digest
    assert "Only an author" in refused.content.decode()


def test_a_text_of_an_old_edition_goes_into_the_open_draft(people: People, note: Any, now: datetime) -> None:
    live = publish_after_attesting(people, note, now)
    first = saved(note)[0]
    assert as_(people.author).get(at(live, "restore", first)).status_code == 404
    draft = transitions.revise(live, by=people.author, now=now)
    as_(people.author).post(at(live, "restore", first), {"version": draft.version})
    assert fresh(draft).digest == first
    assert fresh(live).digest == note.digest


def test_a_preview_shows_the_draft_in_one_language_and_is_kept_nowhere(
    people: People, note: Any, render_calls: list[dict[str, Any]]
) -> None:
    page = as_(people.translator_es).get(at(note, "preview", "fr"))
    assert page.content == b"the page"
    assert render_calls[0]["language"] == render_calls[0]["active"] == "fr"
    assert render_calls[0]["preview"] is True
    assert render_calls[0]["content"]["fields"]["summary"]["fr"] == "Deuxième texte"
    assert render_calls[0]["edition"].pk == note.pk
    assert "no-store" in page["Cache-Control"]
    assert "noindex" in page["X-Robots-Tag"]
    assert page["X-Frame-Options"] == "SAMEORIGIN"
    assert page["Content-Language"] == "fr"
    assert get_language() == "en"


def test_a_preview_shows_an_earlier_text(people: People, note: Any, render_calls: list[dict[str, Any]]) -> None:
    as_(people.author).get(at(note, "preview", "fr"), {"digest": saved(note)[0]})
    assert render_calls[0]["content"]["fields"]["summary"]["fr"] == "Summary fr"


def test_there_is_no_preview_of_what_does_not_exist(
    people: People, note: Any, render_calls: list[dict[str, Any]]
) -> None:
    client = as_(people.author)
    assert client.get(at(note, "preview", "de")).status_code == 404
    assert client.get(at(note, "preview", "en"), {"digest": "f" * 64}).status_code == 404
    assert client.get(at(note, "preview", "en").replace(str(note.pk), "999999")).status_code == 404
    assert render_calls == []
