"""The demo's data files: complete in every language, understood to the last key, and clear when they are wrong."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from cooperation.demo import documents, files, people
from cooperation.demo.files import CONTENT, ContentError, Table, plain_text, rich_text
from editorial.base import languages
from editorial.content import kinds

DOCUMENT = """
source_language = "en"
title.en = "A page"
title.fr = "Une page"
title.es = "Una página"
slug.en = "a-page"
slug.fr = "une-page"
slug.es = "una-pagina"
themes = ["security"]

[[editions]]
public_on = "2021-04-12"
only_first = { sections = 1 }

[[editions]]
public_on = "2022-04-12"

[[sections]]
heading.en = "One"
heading.fr = "Un"
heading.es = "Uno"

[[sections]]
heading.en = "Two"
heading.fr = "Deux"
heading.es = "Dos"
"""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: Any) -> Path:
    """A folder of content with the demo's tables and one page, `page/a-page.toml`."""
    for path in CONTENT.glob("*.toml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "a-page.toml").write_text(DOCUMENT)
    monkeypatch.setattr(files, "CONTENT", tmp_path)
    monkeypatch.setattr(documents, "CONTENT", tmp_path)
    return tmp_path


def changed(content: Path, before: str, after: str) -> None:
    path = content / "page" / "a-page.toml"
    assert before in path.read_text()
    path.write_text(path.read_text().replace(before, after, 1))


def test_every_file_is_read() -> None:
    """No file lies in a folder, or under a name, that the loader does not look at."""
    found = {path for path in CONTENT.rglob("*") if path.is_file() and path.name != "README.md"}
    named = {"countries", "themes", "organizations", "parties", "people", "sources", "glossary"}
    named |= {"desks", "releases", "remarks", "visitors"}
    assert found == {*documents.paths(), *(CONTENT / f"{name}.toml" for name in named)}
    assert len(documents.read_all()) == len(documents.paths()) > 90


def test_every_source_is_used() -> None:
    """A publication that no document names would be a fact that nobody states."""
    named: set[str] = set()
    for path in documents.paths():
        table = files.read(path)
        named.update(table.values.get("sources", []))
        named.update(row["source"] for row in table.values.get("figures", []))
    assert {key for key, _row in files.rows("sources")} == named


def test_the_readme_names_every_block_and_stage() -> None:
    readme = (CONTENT / "README.md").read_text()
    for stage in documents.STAGES:
        assert f"`{stage}`" in readme
    for path in CONTENT.glob("*.toml"):
        assert f"`{path.stem}`" in readme or f"`{path.name}`" in readme


def test_public_texts_are_complete_in_every_language() -> None:
    """Whatever a file says in one language it says in all, but in drafts that are being translated."""
    for document in documents.read_all():
        for version in document.editions:
            for name, value in _texts(version.value):
                assert all(value.values()) or not any(value.values()), (document.place, name)


def _texts(value: Any, path: str = "") -> Any:
    for name, item in value.items():
        if isinstance(item, dict) and set(item) == set(languages.codes()):
            yield f"{path}.{name}", item
        elif isinstance(item, dict):
            yield from _texts(item, f"{path}.{name}")
        elif isinstance(item, list):
            for number, row in enumerate(item):
                if isinstance(row, dict):
                    yield from _texts(row, f"{path}.{name}.{number}")


def test_people_have_names_of_their_own() -> None:
    """Names as people have them, no two alike, and no role in them: screens say roles in the reader's language."""
    cast = people.read_cast()
    names = [f"{person.first_name} {person.last_name}" for person in cast]
    assert len({person.first_name for person in cast}) == len({person.last_name for person in cast}) == len(cast)
    assert all(re.fullmatch(r"[^\W\d_]+ [^\W\d_]+", name) for name in names)


def test_lines_of_the_files_can_be_read() -> None:
    for path in CONTENT.rglob("*.toml"):
        for line in path.read_text().splitlines():
            assert len(line) <= 120 or re.search(r"\S{60}", line), f"{path.name}: {line}"


def test_earlier_editions_say_less(content: Path) -> None:
    [document] = documents.read_all()
    first, second = document.editions
    assert [len(version.value["parts"]["section"]) for version in (first, second)] == [1, 2]
    assert first.value["parts"]["section"] == second.value["parts"]["section"][:1]


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('title.fr = "Une page"\n', "", "page/a-page.toml: title.fr: missing."),
        ('heading.es = "Dos"\n', "", "page/a-page.toml: sections 2: heading.es: missing."),
        ("themes = [", "theems = [", "page/a-page.toml: theems: unknown key"),
        (
            'title.en = "A page"\ntitle.fr = "Une page"\ntitle.es = "Una página"\n',
            "",
            "page/a-page.toml: title: missing.",
        ),
        ('title.en = "A page"', 'title.en = "A page"\ntitle.de = "Eine Seite"', "a-page.toml: title: de: unknown key"),
        ('heading.en = "Two"', 'heading.en = "Two"\nboddy.en = "…"', "sections 2: boddy: unknown key"),
        ('["security"]', '["safety"]', "themes: theme: 'safety' is not known; there are border"),
        ('themes = ["security"]', 'parent = "nowhere"', "parent: 'nowhere' is not known; there are a-page"),
        ('"2022-04-12"', "2022-04-12", "editions 2: public_on: datetime.date(2022, 4, 12) is not a text."),
        ('public_on = "2022-04-12"', "", "editions 2: public_on: give either public_on or public_days_ago."),
        ("only_first = { sections = 1 }", "only_first = { section = 1 }", "only_first: section: unknown key"),
        (
            'source_language = "en"',
            'source_language = "de"',
            "source_language: 'de' is not known; there are en, es, fr",
        ),
        ('title.en = "A page"', 'title.en = "A page', "page/a-page.toml: this is not TOML."),
    ],
)
def test_errors_name_the_file_and_the_key(content: Path, before: str, after: str, message: str) -> None:
    changed(content, before, after)
    with pytest.raises(ContentError) as raised:
        documents.read_all()
    assert message in str(raised.value)


def test_a_page_needs_an_edition_or_a_draft(content: Path) -> None:
    path = content / "page" / "a-page.toml"
    path.write_text(re.sub(r"\[\[editions\]\]\n(?:.+\n)+", "", path.read_text()))
    with pytest.raises(ContentError, match="editions: missing"):
        documents.read_all()


def test_a_draft_in_translation_may_lack_a_language_but_not_its_source(content: Path) -> None:
    path = content / "page" / "a-page.toml"
    draft = re.sub(r"\[\[editions\]\]\n(?:.+\n)+", "", path.read_text()) + '\n[draft]\nstage = "translating"\n'
    path.write_text(draft.replace('title.es = "Una página"\n', ""))
    [document] = documents.read_all()
    assert document.draft is not None
    assert document.draft.value["fields"]["title"] == {"en": "A page", "fr": "Une page", "es": ""}
    path.write_text(draft.replace('title.en = "A page"\n', ""))
    with pytest.raises(ContentError, match=r"title\.en: missing"):
        documents.read_all()


def test_line_breaks_only_lay_out_the_file() -> None:
    assert plain_text("\nOne line\nof two lines.\n") == "One line of two lines."
    assert rich_text("First,\nstill first.\n\nSecond.\n") == "<p>First, still first.</p><p>Second.</p>"
    assert rich_text("<ul>\n<li>one\n<em>and</em> two</li>\n</ul>") == "<ul><li>one <em>and</em> two</li></ul>"
    assert rich_text("<em>Emphasis</em> begins it.") == "<p><em>Emphasis</em> begins it.</p>"
    table = "<table>\n<caption>A</caption>\n<tbody>\n<tr>\n<td>x\ny</td>\n</tr>\n</tbody>\n</table>"
    assert rich_text(table) == "<table><caption>A</caption><tbody><tr><td>x y</td></tr></tbody></table>"


def test_whole_numbers_are_no_truth_values() -> None:
    with pytest.raises(ContentError, match="here: days: True is not a whole number"):
        Table({"days": True}, "here").get("days", int)


@pytest.mark.parametrize(("demo", "known"), [("0", False), ("1", True)])
def test_production_has_no_demo_unless_it_asks_for_it(demo: str, known: bool) -> None:
    """Neither the command that fills a site nor the one that measures it."""
    environment = {"LOCAL": "0", "DEMO": demo, "SECRET_KEY": "x" * 60, "ALLOWED_HOSTS": "example.org"}
    for command in ("demo", "bench_load"):
        done = subprocess.run(  # our own command
            [sys.executable, "manage.py", "help", command],
            cwd=settings.BASE_DIR, env={**os.environ, **environment}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (done.returncode == 0) is known, done.stderr
        assert ("Unknown command" in done.stderr) is not known


def test_the_folders_are_kinds() -> None:
    assert {path.name for path in CONTENT.iterdir() if path.is_dir()} <= {kind.key for kind in kinds.all_kinds()}
