"""Hints from the glossary, and the glossary as a table."""

import csv
import io
from datetime import datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from editorial.checks import glossary, glossary_table
from editorial.models import GlossaryTerm
from tests.editorial.desk import as_
from tests.people import People


def term(people: People, now: datetime, en: str, fr: str, **values: Any) -> GlossaryTerm:
    return GlossaryTerm.objects.create(
        term_en=en, term_fr=fr, changed_at=now, changed_by=people.administrator, **values
    )


def hints(source: str, target: str, source_language: str = "en", language: str = "fr") -> list[tuple[str, str]]:
    found = glossary.hints(source, target, source_language=source_language, language=language)
    return [(hint.term, hint.found) for hint in found]


@pytest.fixture
def terms(people: People, now: datetime) -> None:
    term(
        people, now, "working group", "groupe de travail", acronym_en="WG", acronym_fr="GT",
        variants_en="working party", forbidden_fr="comité\ngroupe", term_es="grupo de trabajo",
    )  # fmt: skip
    term(people, now, "group", "groupe")
    term(people, now, "Memorandum of Understanding", "protocole d’entente", acronym_en="MOU", forbidden_fr="mémorandum")
    term(people, now, "party", "partie", term_es="parte")
    term(people, now, "annual meeting", "réunion annuelle")
    term(people, now, "only English", "")


@pytest.mark.usefixtures("terms")
@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("The working group met.", "Le groupe de travail s’est réuni.", []),
        ("Working  GROUPS met.", "Les GROUPES DE TRAVAIL se sont réunis.", []),
        ("The working-group met.", "Le groupe‑de‑travail.", []),
        ("A working party met.", "Le comité s’est réuni.", [("working group", "comité")]),
        ("The WG met.", "Le GT s’est réuni.", []),
        ("The WG met.", "On s’est réuni.", [("working group", "")]),
        ("The working group met.", "Le groupe s’est réuni.", [("working group", "groupe")]),
        ("The working group met.", "Le groupe de travail et le comité.", [("working group", "comité")]),
        ("A group met.", "Un groupe s’est réuni.", []),
        ("The Parties signed an MOU.", "Les parties ont signé un protocole d'entente.", []),
        (
            "The Parties signed an MOU.", "Les gouvernements ont signé un memorandum.",
            [("party", ""), ("Memorandum of Understanding", "mémorandum")],
        ),
        ("Annual meetings", "Les réunions annuelles", []),
        ("Annual meetings", "Les rencontres annuelles", [("annual meeting", "")]),
        ("<p>The <strong>annual</strong> meeting</p>", "<p>La réunion <em>annuelle</em></p>", []),
        ("The working group met.", "", []),
        ("Only English is said.", "Rien", []),
        ("mou and wg in small letters", "rien", []),
        ("1 < 2 & the annual meeting", "1 < 2 & la réunion annuelle", []),
    ],
)  # fmt: skip
def test_hints(source: str, target: str, expected: list[tuple[str, str]]) -> None:
    assert hints(source, target) == expected


@pytest.mark.usefixtures("terms")
def test_hints_go_the_other_way_too() -> None:
    assert hints("Le groupe de travail", "El comité", "fr", "es") == [("groupe de travail", "")]
    assert hints("Les parties", "Las partes", "fr", "es") == []


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        ("en", "agency", "agencies"), ("en", "process", "processes"), ("en", "exchange", "exchanges"),
        ("fr", "régional", "régionaux"), ("fr", "régional", "régionales"), ("fr", "réseau", "réseaux"),
        ("fr", "annuel", "annuelles"), ("fr", "comité", "comités"), ("es", "reunión", "reuniones"),
        ("es", "declaración", "declaraciones"), ("es", "gobierno", "gobiernos"), ("es", "mexicano", "mexicanas"),
    ],
)  # fmt: skip
def test_one_and_many_are_the_same_word(language: str, one: str, many: str) -> None:
    assert glossary._words(one, language) == glossary._words(many, language)


@pytest.mark.usefixtures("terms")
def test_a_hint_is_a_sentence_with_nothing_unescaped(people: People, now: datetime) -> None:
    term(people, now, "a<b> case", "cas")
    [hint] = glossary.hints("An a<b> case", "rien", source_language="en", language="fr")
    assert hint.sentence == "“a&lt;b&gt; case” is <strong>cas</strong> in the glossary."


def test_two_hundred_terms_and_a_long_text_take_one_query(
    people: People, now: datetime, django_assert_num_queries: Any
) -> None:
    GlossaryTerm.objects.bulk_create(
        GlossaryTerm(term=f"t{n}", term_en=f"term {n}", term_fr=f"terme {n}", changed_at=now, changed_by=people.author)
        for n in range(200)
    )
    with django_assert_num_queries(1):
        terms = glossary.Terms.between("en", "fr")
        for _time in range(50):
            terms.hints("The term 7 and more words. " * 20, "Le terme 8. " * 20)


# The table


def rows(data: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data)))


def read(people: People, now: datetime, text: str) -> glossary_table.Report:
    return glossary_table.read(text.encode(), by=people.translator_fr, now=now)


def test_a_table_out_and_back_changes_nothing(people: People, now: datetime) -> None:
    term(people, now, "=cmd()", "+1", acronym_en="@X", variants_fr="-un\n'deux", note='line\nline, "quoted"')
    data = glossary_table.write()
    [row] = rows(data)
    assert (row["term_en"], row["term_fr"], row["acronym_en"]) == ("'=cmd()", "'+1", "'@X")
    assert not any(cell[:1] in set("=+-@") for cell in row.values())
    report = read(people, now, data)
    assert (report.made, report.changed, report.same, report.refused) == (0, 0, 1, {})
    found = GlossaryTerm.objects.get()
    assert (found.term_en, found.variants_fr, found.note) == ("=cmd()", "-un\n'deux", 'line\nline, "quoted"')


def test_a_table_changes_adds_and_removes_nothing(people: People, now: datetime, later: datetime) -> None:
    old = term(people, now, "group", "groupe", note="kept")
    term(people, now, "party", "partie")
    text = f"key;term_en;term_fr\r\n{old.key};Group;\r\n;new one;nouveau\r\n;party;partie prenante\r\n"
    report = glossary_table.read(text.encode("utf-8-sig"), by=people.translator_fr, now=later)
    assert (report.made, report.changed, report.same, report.refused) == (1, 2, 0, {})
    old.refresh_from_db()
    assert (old.term_en, old.term_fr or "", old.note, old.changed_by) == ("Group", "", "kept", people.translator_fr)
    assert GlossaryTerm.objects.get(term_en="party").term_fr == "partie prenante"


def test_unsound_rows_are_named_and_the_others_taken(people: People, now: datetime) -> None:
    text = f"key,term_en\nnonsense,a\n,\n,{'x' * 151}\n,good\n"
    report = read(people, now, text)
    assert (report.made, sorted(report.refused)) == (1, [2, 3, 4])
    assert GlossaryTerm.objects.get().term_en == "good"


@pytest.mark.parametrize(
    "data", [b"", b"words", b"a,b\n1,2", b"\xff\xfe", b'key,term_en\n,"open', b"x" * (glossary_table.MOST_BYTES + 1)]
)
def test_what_is_no_table_is_refused_in_words(people: People, now: datetime, data: bytes) -> None:
    with pytest.raises(glossary_table.Unreadable):
        glossary_table.read(data, by=people.translator_fr, now=now)


# The screens

LIST = "admin:editorial_glossaryterm_changelist"


@pytest.mark.parametrize(
    ("name", "reads", "writes", "deletes"),
    [
        ("translator_es", True, True, False), ("administrator", True, True, True), ("author", True, False, False),
        ("reviewer_ca", True, False, False), ("outsider", False, False, False),
    ],
)  # fmt: skip
def test_who_keeps_the_glossary(
    people: People, now: datetime, name: str, reads: bool, writes: bool, deletes: bool
) -> None:
    found = term(people, now, "group", "groupe", forbidden_fr="bande")
    client = as_(getattr(people, name))
    assert client.get(reverse(LIST)).status_code == (200 if reads else 403)
    assert client.get(reverse("admin:editorial_glossaryterm_export")).status_code == (200 if reads else 403)
    assert client.get(reverse("admin:editorial_glossaryterm_import")).status_code == (200 if writes else 403)
    assert client.get(reverse("admin:editorial_glossaryterm_delete", args=[found.pk])).status_code == (
        200 if deletes else 403
    )
    response = client.post(reverse("admin:editorial_glossaryterm_add"), {"term_fr": "neuf", "note": ""})
    assert response.status_code == (302 if writes else 403)
    assert GlossaryTerm.objects.filter(term_fr="neuf").exists() == writes
    if writes:
        assert GlossaryTerm.objects.get(term_fr="neuf").changed_by == getattr(people, name)
        assert client.post(reverse("admin:editorial_glossaryterm_add"), {"note": "x"}).status_code == 200


def test_a_table_comes_in_on_the_screen(people: People, now: datetime) -> None:
    client, url = as_(people.translator_fr), reverse("admin:editorial_glossaryterm_import")
    good = SimpleUploadedFile("t.csv", b"term_en,term_fr\ngroup,groupe\n")
    assert client.post(url, {"file": good}).status_code == 302
    mixed = SimpleUploadedFile("t.csv", b"key,term_en\nx,a\n,party\n")
    response = client.post(url, {"file": mixed})
    assert response.status_code == 200
    assert "Row 2" in response.content.decode()
    assert GlossaryTerm.objects.count() == 2
    assert client.post(url, {}).status_code == 422
    assert client.post(url, {"file": SimpleUploadedFile("t.csv", b"\xff\xff")}).status_code == 422
