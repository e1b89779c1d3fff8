"""Pages as people will move them here: each becomes a draft that needs a look and little else.

The samples are written for these tests after what pages of governments look like when somebody copies their text: with
the menu, the form at the foot, the date of a blog or the bullets that came along.
"""

import html
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files import File

from editorial.checks import requirements
from editorial.content import canonical, kinds
from editorial.content.kinds import CheckedEdition
from editorial.importing import draft_creation, outline, reading
from editorial.importing.boilerplate import fold
from editorial.richtext import field
from tests.builders import fresh
from tests.people import People

FILES = sorted((Path(__file__).parent / "samples").glob("*.txt"))
#: None of these may reach a draft.
FURNITURE = (
    "main container", "main content", "selection de la langue", "signaler un probleme", "merci de votre aide",
    "date de modification", "vous ne recevrez", "no comments", "post a comment", "logo", "saturday, april",
)  # fmt: skip


def read(path: Path, language: str = "fr") -> reading.Reading:
    """The file, read; in the language in which it is."""
    with path.open("rb") as opened:
        found = reading.read(File(opened, name=path.name), language=language)
    told = found.report.findings.get("other_language")
    return read(path, told.examples[0]) if told and told.examples[0] != language else found


@pytest.fixture(params=FILES, ids=lambda path: path.name)
def imported(request: pytest.FixtureRequest, people: People, now: datetime) -> tuple[str, reading.Reading, Any]:
    """A file's own text, what was read of it, and the draft that it became."""
    found = read(request.param)
    language = reading.tongue(found)
    plan = draft_creation.plan(kinds.get_kind("page"), {language: found}, source_language=language)
    row = draft_creation.make(plan, kind=kinds.get_kind("page"), by=people.author, now=now)
    return request.param.read_text(), found, fresh(row)


def test_it_has_all_that_the_source_language_needs(imported: Any) -> None:
    _source, found, draft = imported
    said = canonical.content_of(draft)
    code = draft.source_language
    assert 5 <= len(said["fields"]["title"][code]) <= 200
    assert 40 <= len(said["fields"]["summary"][code]) <= 500
    assert said["fields"]["slug"][code]
    assert draft.language_status[code] == "current"
    assert requirements.issues(CheckedEdition(draft, said)) == []
    assert "title_missing" not in found.report.findings


def test_nothing_of_its_text_is_lost_and_nothing_said_twice(imported: Any) -> None:
    source, found, draft = imported
    said = canonical.content_of(draft)
    prose = canonical.prose(said, draft.source_language)
    draft_words = [fold(field.plain(text) if path.endswith("body") else text) for path, text in prose.items()]
    left = [fold(block.text) for block in found.blocks if block.left]
    for line in source.splitlines():
        words = fold(re.sub(r"^\s*(?:•|date \d{4}-\d\d)\s*", "", line))
        assert not words or words in left or any(words in text for text in draft_words), line
    bodies = " ".join(text for path, text in prose.items() if path.endswith("body"))
    assert len(bodies) > 0.8 * len(source.strip())


def test_it_has_sections_at_its_headings_in_the_house_s_spelling(imported: Any) -> None:
    source, _found, draft = imported
    rows = canonical.content_of(draft)["parts"]["section"]
    code = draft.source_language
    assert all(field.clean(row["body"][code]) == row["body"][code] for row in rows)
    headings = [row["heading"][code] for row in rows if row["heading"][code]]
    lines = [line.strip() for line in source.splitlines()]
    assert all(heading in lines for heading in headings)
    assert source.count("•") == sum(row["body"][code].count("<li>") for row in rows)


def test_no_furniture_comes_along(imported: Any) -> None:
    _source, _found, draft = imported
    said = fold(html.unescape(" ".join(canonical.prose(canonical.content_of(draft), draft.source_language).values())))
    assert [words for words in FURNITURE if words in said] == []


def test_the_titles_and_sections_are_those_that_a_person_would_choose() -> None:
    found = {}
    for path in FILES:
        plan = outline.outline_of(read(path))
        lines = [line for line in path.read_text().splitlines() if line.strip()]
        title = next(number for number, line in enumerate(lines) if plan.title in line)
        found[path.name[:3]] = (title, len([part for part in plan.parts if part.heading]))
    # The line that is the title, counted from 0, and how many headings follow it.
    assert found == {"000": (1, 7), "001": (2, 6), "002": (1, 0), "003": (0, 4), "004": (1, 3)}
