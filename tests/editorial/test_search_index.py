"""The index is in step with what is published, and the database sees to it."""

from datetime import datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal
from django.db import IntegrityError, connection, transaction
from pytest_django import DjangoAssertNumQueries

from editorial.content import canonical
from editorial.models import Edition, SearchEntry, SearchWord
from editorial.search import index, texts
from editorial.search.find import find
from editorial.search.question import parse_question
from editorial.search.suggestions import suggest
from editorial.states import State
from editorial.workflow import drafts, transitions
from tests.builders import approve, make_note, make_page, publish, revised, section
from tests.builders import texts as texts_of
from tests.editorial.stages import at_stage, live, scheduled
from tests.people import People

pytestmark = pytest.mark.django_db


def titles(text: str, language: str, moment: datetime, **narrowed: str) -> list[str]:
    """The titles of what is found, best first."""
    found = find(parse_question(text, language), moment=moment, narrowed=narrowed)
    return ["".join(piece for piece, _mark in hit.title) for hit in found.hits]


def note(people: People, now: datetime, slug: str, title: str = "", **values: Any) -> Edition:
    """A live note with a title of its own in every language."""
    fields = {"title": dict.fromkeys(("en", "fr", "es"), title or slug), **values.pop("fields", {})}
    return publish(make_note(people, now, slug=slug, fields=fields, **values), people, now)


def test_publishing_makes_an_entry_for_every_language_of_an_edition(people: People, now: datetime) -> None:
    edition = live(people, now, slug="border")
    assert sorted(edition.search_entries.values_list("language", flat=True)) == ["en", "es", "fr"]
    assert {(each.begins, each.ends) for each in edition.search_entries.all()} == {(now, None)}


@pytest.mark.parametrize("state", ["draft", "in_review", "changes_requested", "approved", "discarded"])
def test_what_is_not_published_is_never_found(people: People, now: datetime, state: str) -> None:
    edition = at_stage(State(state), people, now, slug="zeppelin")
    assert titles("zeppelin", "en", now) == []
    assert not SearchEntry.objects.exists()
    assert not SearchWord.objects.exists()
    with pytest.raises(IntegrityError, match="only what is published"), transaction.atomic():
        index.index_edition(edition.pk, canonical.content_of(edition))


def test_a_draft_of_a_live_document_is_not_found(people: People, now: datetime) -> None:
    edition = live(people, now, slug="border")
    draft = transitions.revise(edition, by=people.author, now=now)
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.title_en = "Zeppelin"
        row.save()
    assert titles("zeppelin", "en", now) == []
    assert titles("border", "en", now) == ["Border en"]


def test_an_excepted_language_is_not_found(people: People, now: datetime) -> None:
    edition = make_note(people, now, slug="border", attest=False)
    drafts.grant_exception(edition, "es", by=people.publisher, now=now, reason="Later.")
    drafts.attest(edition, "fr", by=people.translator_fr, now=now)
    edition = publish(edition, people, now)
    assert titles("border", "fr", now) == ["Border fr"]
    assert titles("border", "es", now) == []
    entry = edition.search_entries.get(language="fr")
    entry.pk, entry.language = None, "es"
    with pytest.raises(IntegrityError, match="only what is published"), transaction.atomic():
        entry.save(force_insert=True)


def test_it_is_found_at_its_exact_second_and_gone_at_its_second(people: People, now: datetime) -> None:
    at, until, second = now + timedelta(hours=1), now + timedelta(hours=2), timedelta(microseconds=1)
    approved = approve(make_note(people, now, slug="border"), people, now)
    said = dict.fromkeys(("en", "fr", "es"), "It ends.")
    transitions.schedule(approved, by=people.publisher, now=now, at=at, until=until, explanation=said)
    found = [bool(titles("border", "en", moment)) for moment in (now, at - second, at, until - second, until)]
    assert found == [False, False, True, True, False]


def test_a_successor_takes_its_place_and_the_past_stays(people: People, now: datetime) -> None:
    before = now - timedelta(days=1)
    edition = note(people, before, "border", "Bridges")
    revised(edition, people, now, title_en="Tunnels")
    assert titles("bridges", "en", now) == []
    assert titles("tunnels", "en", now) == ["Tunnels"]
    assert titles("bridges", "en", now - timedelta(hours=1)) == ["Bridges"]
    assert titles("bridges", "en", before - timedelta(seconds=1)) == []


def test_what_is_unscheduled_is_taken_out(people: People, now: datetime) -> None:
    edition = scheduled(people, now, now + timedelta(days=1), slug="border")
    assert edition.search_entries.count() == 3
    transitions.unschedule(edition, by=people.publisher, now=now)
    assert not SearchEntry.objects.exists()


def test_withdrawing_and_taking_that_back_move_the_end(people: People, now: datetime) -> None:
    edition = live(people, now - timedelta(days=1), slug="border")
    end = now + timedelta(days=1)
    said = dict.fromkeys(("en", "fr", "es"), "It was wrong.")
    withdrawn = transitions.withdraw(edition, by=people.publisher, now=now, at=end, explanation=said)
    assert set(SearchEntry.objects.values_list("ends", flat=True)) == {end}
    transitions.unschedule(withdrawn, by=people.publisher, now=now)
    assert set(SearchEntry.objects.values_list("ends", flat=True)) == {None}


def test_the_database_keeps_entries_in_step(people: People, now: datetime) -> None:
    live(people, now, slug="border")
    entries = SearchEntry.objects.filter(language="en")
    with pytest.raises(IntegrityError, match="can be found"), transaction.atomic():
        entries.delete()
    with pytest.raises(IntegrityError, match="keeps its edition"), transaction.atomic():
        entries.update(language="xx")
    entries.update(begins=now - timedelta(days=9), ends=now)
    assert entries.get().begins == now
    assert entries.get().ends is None


def test_titles_come_before_summaries_before_texts(people: People, now: datetime) -> None:
    body = dict.fromkeys(("en", "fr", "es"), "<p>" + "Customs work. " * 30 + "</p>")
    section = {"heading": dict.fromkeys(("en", "fr", "es"), "Customs"), "body": body}
    note(people, now - timedelta(days=1), "one", "Customs and officers")
    note(people, now, "two", "Nothing", fields={"summary": dict.fromkeys(("en", "fr", "es"), "On customs.")})
    note(people, now, "three", "Something", parts={"section": [section]})
    assert titles("customs", "en", now) == ["Customs and officers", "Nothing", "Something"]


def test_of_equals_the_newest_comes_first(people: People, now: datetime) -> None:
    note(people, now - timedelta(days=2), "one", "Customs old")
    note(people, now, "two", "Customs new")
    note(people, now - timedelta(days=1), "three", "Customs middle")
    assert titles("customs", "en", now) == ["Customs new", "Customs middle", "Customs old"]


def test_every_text_of_every_part_is_searched(people: People, now: datetime) -> None:
    def in_every_language(word: str) -> dict[str, str]:
        return dict.fromkeys(("en", "fr", "es"), word)

    parts = {
        "section": [
            {
                "heading": in_every_language("Alpaca"),
                "body": in_every_language("<p>Badger <strong>cor</strong>morant</p><ul><li>Dormouse</li></ul>"),
            }
        ],
        "item": [{"text": in_every_language("Ermine"), "amount": "1.5"}],
        "figure": [
            {
                "label": in_every_language("Falcon"),
                "value": "3",
                "unit": in_every_language("Gibbon"),
                "wording": in_every_language(""),
                "source": in_every_language("Heron"),
            }
        ],
    }
    note(people, now, "zoo", "Zoo", parts=parts, fields={"motto": in_every_language("Ibis")})
    for word in (
        "alpaca",
        "badger",
        "cormorant",
        "dormouse",
        "ermine",
        "falcon",
        "gibbon",
        "heron",
        "ibis",
        '"badger cormorant"',
    ):
        assert titles(word, "en", now) == ["Zoo"], word
    assert titles('"cormorant ermine"', "fr", now) == []


@pytest.mark.parametrize(
    ("language", "title", "asked"),
    [
        ("fr", "La sécurité des États‑Unis", "securites etats-unis"),
        ("fr", "L’œuvre d’un cœur", "l'oeuvre coeur"),
        ("fr", "Les années publiées", "année publiée"),
        ("es", "Las migraciones y publicaciones", "MIGRACION publicación"),
        ("es", "La reunión del T‑MEC", "reuniones t-mec"),
        ("en", "Agreements on 3\u202f500 trucks", "agreement 3 500 truck"),
        ("en", "The U.S. and Canada–Mexico trade", "us canada-mexico"),
    ],
)
def test_accents_marks_and_endings_do_not_matter(
    people: People, now: datetime, language: str, title: str, asked: str
) -> None:
    note(people, now, "it", title)
    assert titles(asked, language, now) == [title]


def test_each_language_is_searched_by_itself(people: People, now: datetime) -> None:
    fields = {"title": {"en": "Bread", "fr": "Pain", "es": "Pan"}}
    publish(make_note(people, now, slug="bread", fields=fields), people, now)
    assert titles("pain", "fr", now) == ["Pain"]
    assert titles("pain", "en", now) == []


def test_words_left_out_are_left_out_wherever_they_stand(people: People, now: datetime) -> None:
    one = {"heading": dict.fromkeys(("en", "fr", "es"), "Mining"), "body": dict.fromkeys(("en", "fr", "es"), "")}
    note(people, now, "one", "Energy one", parts={"section": [one]})
    note(people, now, "two", "Energy two")
    assert titles("energy -mining", "en", now) == ["Energy two"]
    assert sorted(titles("one OR two", "en", now)) == ["Energy one", "Energy two"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("x" * 171, "too_long"),
        ("the of and", "too_common"),
        ("-border", "only_out"),
        ("« — » !", "no_words"),
        ("a & | b", ""),
    ],
)
def test_what_cannot_be_asked_is_told(db: None, now: datetime, text: str, problem: str) -> None:
    assert find(parse_question(text, "en"), moment=now).problem == problem


def test_results_are_narrowed_and_counted_by_facet(people: People, now: datetime) -> None:
    note(people, now, "one", "Border one")
    note(people, now - timedelta(days=800), "two", "Border two")
    found = find(parse_question("border", "en"), moment=now)
    years = {str(now.year): 1, str((now - timedelta(days=800)).year): 1}
    assert found.facets == {"kind": {"note": 2}, "year": years, "signed_by": {"CA": 2}}
    assert titles("border", "en", now, year=str(now.year)) == ["Border one"]
    assert len(titles("border", "en", now, signed_by="CA")) == 2
    assert titles("border", "en", now, signed_by="MX") == []
    assert titles("border", "en", now, year="' | '@") == []
    assert titles("border", "en", now, kind="\\'") == []


def test_the_marked_words_are_the_ones_that_were_asked_for(people: People, now: datetime) -> None:
    text = "<p>Une phrase sans rien. Les agents de <em>sécurité</em> aux frontières &lt;b&gt; coopèrent.</p>"
    section = {"heading": dict.fromkeys(("en", "fr", "es"), "Profil"), "body": dict.fromkeys(("en", "fr", "es"), text)}
    note(people, now, "one", "Titre", parts={"section": [section]})
    (hit,) = find(parse_question("frontiere securite", "fr"), moment=now).hits
    assert [piece for piece, mark in hit.snippet if mark] == ["sécurité", "frontières"]
    assert "<b>" in "".join(piece for piece, _mark in hit.snippet)


def test_a_near_miss_is_guessed_from_live_texts_only(people: People, now: datetime) -> None:
    note(people, now, "one", "Frontière commune")
    scheduled(people, now, now + timedelta(days=1), slug="zeppelin")
    make_note(people, now, slug="aardvark")
    assert suggest(parse_question("frontiere comune", "fr"), moment=now) == "frontiere commune"
    assert suggest(parse_question("frontire", "fr"), moment=now) == "frontière"
    assert suggest(parse_question("frontire", "fr"), moment=now - timedelta(days=1)) == ""
    assert suggest(parse_question("zepelin", "en"), moment=now) == ""
    assert suggest(parse_question("zepelin", "en"), moment=now + timedelta(days=2)) == "zeppelin"
    assert suggest(parse_question("ardvark", "en"), moment=now) == ""
    assert suggest(parse_question("frontire -comune", "fr"), moment=now) == "frontière -comune"


def test_rebuilding_and_completing_make_the_same_entries(people: People, now: datetime) -> None:
    live(people, now, slug="border")
    scheduled(people, now, now + timedelta(days=1), slug="soon")
    rows = list(SearchEntry.objects.order_by("edition", "language").values("edition", "language", "vector", "passages"))
    words = set(SearchWord.objects.values_list("language", "word"))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE editorial_searchentry SET version = 0, passages = '{}', vector = ''")
    assert index.missing_from_index().count() == 2
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    assert index.missing_from_index().count() == 0
    out = StringIO()
    call_command("search", "rebuild", stdout=out)
    assert "2 editions are indexed" in out.getvalue()
    again = SearchEntry.objects.order_by("edition", "language").values("edition", "language", "vector", "passages")
    assert list(again) == rows
    assert set(SearchWord.objects.values_list("language", "word")) == words
    call_command("search", "status", stdout=out)
    assert "0 editions to index" in out.getvalue()


def test_indexing_is_one_statement(
    people: People, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    edition = live(people, now, slug="border")
    value = canonical.content_of(edition)
    with django_assert_num_queries(1):
        index.index_edition(edition.pk, value)


def test_no_more_than_the_best_are_leafed_through(
    people: People, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        note(people, now, f"n{number}", f"Border {number}")
    first = find(parse_question("border", "en"), moment=now)
    assert (first.total, first.pages, len(first.hits)) == (12, 2, 10)
    for page in (2, 3, 10**30):
        found = find(parse_question("border", "en"), moment=now, page=page)
        assert (found.page, len(found.hits)) == (2, 2)
    assert find(parse_question("border", "en"), moment=now, page=-5).page == 1


def test_the_name_of_a_file_is_no_text(people: People, now: datetime) -> None:
    row = {
        "title": texts_of("Figures"), "file": "minutes.pdf", "sha256": "0" * 64, "size": 1,
        "media_type": "application/pdf", "language": "",
    }  # fmt: skip
    page = make_page(people, now, parts={"section": [section()], "attachment": [row]})
    found = texts.searched_texts(canonical.content_of(page), "en")
    assert "minutes.pdf" not in [*found.headings, *found.passages]
