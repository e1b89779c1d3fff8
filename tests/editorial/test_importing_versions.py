"""Several files as the language versions of one edition: sections matched, differences told, nothing lost."""

from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial.comparison import by_language
from editorial.content import canonical, kinds
from editorial.importing import draft_creation, versions
from editorial.importing.blocks import Reading
from editorial.importing.versions import Text
from editorial.models import Edition, Event
from editorial.workflow import drafts
from editorial.workflow.rules.permissions import NotAllowed
from tests.builders import fresh, make_note
from tests.editorial.test_importing_formats import LONG, read
from tests.people import People

EN = f"""# Border cooperation

The two countries have worked together since 2004, in 12 groups. {LONG}

# Ports of entry

In 2020 there were 45 ports with 3 lanes each. {LONG}

- one
- two

# The ACCBP programme

It has 23 projects and runs until 2022. {LONG}

# Migration

{LONG}
"""
FR = f"""# Coopération frontalière

Les deux pays travaillent ensemble depuis 2004, dans 12 groupes. {LONG}

# Points d’entrée

En 2020, il y avait 45 points d’entrée à 3 voies. {LONG}

- un
- deux

# Le programme ACCBP

Il compte 23 projets et dure jusqu’en 2022. {LONG}

# Migration

{LONG}
"""


def sections(made: Any) -> list[tuple[str, str]]:
    """English and French headings of each section."""
    return [(row["heading"].get("en", "."), row["heading"].get("fr", ".")) for row in made.sections]


def readings(**texts: str) -> dict[str, Reading]:
    """Plain texts, read."""
    return {code: read(words, f"{code}.md", code) for code, words in texts.items()}


def planned(**texts: str) -> Any:
    """What the texts become together, English being the source."""
    return draft_creation.plan(kinds.get_kind("note"), readings(**texts), source_language="en")


@pytest.fixture(autouse=True)
def database(db: None) -> None:
    """Slugs are looked up."""


def without(text: str, heading: str) -> str:
    """The text without one of its sections."""
    parts = text.split("\n# ")
    return "\n# ".join(part for part in parts if not part.startswith(heading))


class TestMatching:
    def test_as_many_sections_are_matched_in_their_order(self) -> None:
        made = planned(en=EN, fr=FR)
        assert sections(made) == [
            ("", ""), ("Ports of entry", "Points d’entrée"), ("The ACCBP programme", "Le programme ACCBP"),
            ("Migration", "Migration"),
        ]  # fmt: skip
        assert made.differences == []
        assert made.content["fields"]["title"] == {"en": "Border cooperation", "fr": "Coopération frontalière"}
        assert made.content["fields"]["slug"] == {"en": "border-cooperation", "fr": "cooperation-frontaliere"}

    def test_a_section_that_one_language_lacks_is_told_and_the_others_find_each_other(self) -> None:
        made = planned(en=EN, fr=without(FR, "Points"))
        assert sections(made) == [
            ("", ""), ("Ports of entry", "."), ("The ACCBP programme", "Le programme ACCBP"),
            ("Migration", "Migration"),
        ]  # fmt: skip
        assert len(made.differences) == 1
        assert made.differences[0].startswith("“Ports of entry")
        assert made.differences[0].endswith("has no counterpart in French.")

    def test_a_section_that_the_source_lacks_stands_at_its_place(self) -> None:
        made = planned(en=without(EN, "The ACCBP"), fr=FR)
        assert sections(made) == [
            ("", ""), ("Ports of entry", "Points d’entrée"), (".", "Le programme ACCBP"), ("Migration", "Migration"),
        ]  # fmt: skip
        assert "is in French only" in made.differences[0]

    def test_three_languages_meet_in_one_row(self) -> None:
        made = planned(en=without(EN, "The ACCBP"), fr=FR, es=FR.replace("Le programme", "El programa"))
        row = made.sections[2]
        assert row["heading"] == {"fr": "Le programme ACCBP", "es": "El programa ACCBP"}
        assert len(made.sections) == 4

    def test_matched_sections_that_differ_inside_are_told(self) -> None:
        made = planned(en=EN, fr=FR.replace("- deux\n", ""))
        assert made.differences[0].endswith("the count of passages is 3 in English, 2 in French.")

    def test_nothing_is_lost_whatever_the_structure(self) -> None:
        made = planned(en=EN, fr="# Un titre\n\n" + "\n\n".join(f"# Partie {n}\n\nTexte {n}." for n in range(9)))
        bodies = " ".join(row["body"].get("fr", "") for row in made.sections)
        assert all(f"Texte {n}." in bodies for n in range(9))
        assert all(words in str(made.sections) for words in ("12 groups", "45 ports", "23 projects", "Migration"))

    def test_matching_is_a_pairing_in_order(self) -> None:
        ones, others = [Text(str(n), "") for n in range(7)], [Text(str(n), "") for n in range(4)]
        pairs = versions.match(ones, others)
        assert [one for one, _other in pairs if one is not None] == list(range(7))
        assert [other for _one, other in pairs if other is not None] == list(range(4))
        assert versions.match([], others) == [(None, n) for n in range(4)]


class TestMaking:
    def test_a_draft_by_its_author_with_the_files_on_record(self, people: People, now: datetime) -> None:
        made = planned(en=EN, fr=FR)
        row = draft_creation.make(made, kind=kinds.get_kind("note"), by=people.author, now=now)
        said = canonical.content_of(fresh(row))
        assert said["fields"]["title"]["fr"] == "Coopération frontalière"
        assert len(said["parts"]["section"]) == 4
        event = Event.objects.get(edition=row.pk)
        assert (event.verb, event.by) == ("create", people.author)
        files = event.data["imported"]
        assert [(each["file"], each["language"], each["format"]) for each in files] == [
            ("en.md", "en", "text"), ("fr.md", "fr", "text"),
        ]  # fmt: skip
        assert files[0]["sha256"] == made.versions["en"].reading.sha256
        assert {finding["code"] for finding in files[0]["findings"]} == {"summary_copied"}

    def test_only_authors_make_drafts(self, people: People, now: datetime) -> None:
        for person in (people.translator_fr, people.reviewer_ca, people.publisher, people.outsider):
            with pytest.raises(NotAllowed):
                draft_creation.make(planned(en=EN), kind=kinds.get_kind("note"), by=person, now=now)
        assert not Edition.objects.exists()

    def test_a_file_becomes_another_language_of_a_draft(self, people: People, now: datetime) -> None:
        row = draft_creation.make(planned(en=EN), kind=kinds.get_kind("note"), by=people.author, now=now)
        before = canonical.content_of(fresh(row))
        made = draft_creation.plan(
            kinds.get_kind("note"), readings(fr=without(FR, "Points")), source_language="en", before=before,
            document_id=row.document_id,
        )  # fmt: skip
        draft_creation.make(
            made, kind=kinds.get_kind("note"), by=people.second_author, now=now, into=fresh(row), version=row.version
        )
        after = canonical.content_of(fresh(row))
        assert [section["key"] for section in after["parts"]["section"]] == [
            section["key"] for section in before["parts"]["section"]
        ]
        assert [section["heading"].get("fr") for section in after["parts"]["section"]] == [
            "", "", "Le programme ACCBP", "Migration",
        ]  # fmt: skip
        assert by_language.changes_by_language(before, after) == by_language.Changed(frozenset({"fr"}), False)
        assert Event.objects.filter(edition=row.pk).latest("id").data["languages"] == ["fr"]

    def test_a_text_that_is_there_is_replaced_and_told_and_its_address_stays(
        self, people: People, now: datetime
    ) -> None:
        row = make_note(people, now)
        made = draft_creation.plan(
            kinds.get_kind("note"), readings(fr=FR), source_language="en", before=canonical.content_of(fresh(row)),
            document_id=row.document_id,
        )  # fmt: skip
        assert made.content["fields"]["slug"]["fr"] == "subject-fr"
        assert made.content["fields"]["title"]["fr"] == "Coopération frontalière"
        assert any("is replaced: “Subject fr”" in difference for difference in made.differences)

    def test_a_draft_that_was_saved_meanwhile_is_left_alone(self, people: People, now: datetime) -> None:
        row = fresh(make_note(people, now))
        made = draft_creation.plan(
            kinds.get_kind("note"), readings(fr=FR), source_language="en", before=canonical.content_of(row)
        )
        with pytest.raises(drafts.Stale):
            draft_creation.make(
                made, kind=kinds.get_kind("note"), by=people.author, now=now, into=row, version=row.version - 1
            )
        assert canonical.content_of(fresh(row))["fields"]["title"]["fr"] == "Subject fr"

    def test_an_address_of_another_document_is_left_to_the_editor(self, people: People, now: datetime) -> None:
        make_note(people, now, fields={"slug": {"en": "border-cooperation", "fr": "x", "es": "y"}})
        made = planned(en=EN, fr=FR)
        assert made.content["fields"]["slug"] == {"fr": "cooperation-frontaliere"}
        assert "slug_taken" in made.versions["en"].report.findings

    def test_addresses_are_cut_between_words_and_know_ligatures(self) -> None:
        assert draft_creation.slug_of("Œuvre et cœur à cœur", 100) == "oeuvre-et-coeur-a-coeur"
        assert draft_creation.slug_of("one two three", 9) == "one-two"
        assert (
            draft_creation.slug_of("L’accord États‑Unis/Mexique et Canada’s part", 100)
            == "l-accord-etats-unis-mexique-et-canadas-part"
        )
        assert draft_creation.slug_of("¿?", 9) == ""

    def test_statements_do_not_grow_with_sections(self, people: People, now: datetime) -> None:
        assert people.author.has_perm("editorial.write_edition")  # asked of the database once for each person
        counts = []
        for size in (2, 40):
            text = f"# Title {size}\n\n" + "\n\n".join(f"## Part {n}\n\n{LONG} {n}" for n in range(size))
            with CaptureQueriesContext(connection) as captured:
                draft_creation.make(planned(en=text, fr=text), kind=kinds.get_kind("note"), by=people.author, now=now)
            counts.append(len(captured))
        assert counts[0] == counts[1]

    @pytest.mark.parametrize("kind", [kind.key for kind in kinds.all_kinds()])
    def test_every_kind_with_sections(self, kind: str, people: People, now: datetime) -> None:
        assert draft_creation.offers(kinds.get_kind(kind))
        made = draft_creation.plan(kinds.get_kind(kind), readings(en=EN, fr=FR), source_language="fr")
        row = draft_creation.make(made, kind=kinds.get_kind(kind), by=people.author, now=now)
        assert (row.source_language, row.title_fr) == ("fr", "Coopération frontalière")
