"""Comparing two contents: what changed where, in words, and two people's work put together."""

import re
from typing import Any

import pytest
from django.utils import translation

from editorial.comparison import diff, merging
from editorial.content import canonical as content_module
from editorial.content import kinds, writing
from editorial.workflow import drafts
from tests.builders import make_note, texts
from tests.people import People


def note(**values: Any) -> dict[str, Any]:
    """Content of a note, with these values on top."""
    fields = {
        "title": texts("Title"), "slug": texts("slug"), "summary": texts("Summary"), "change_note": texts(""),
        "minor": False, "source_language": "en", "excepted_languages": [],
        "motto": texts("Motto"), "day": None, "about": None,
    }  # fmt: skip
    items = values.pop("item", [])
    return {
        "kind": "note",
        "fields": {**fields, **values},
        "parts": {"item": items, "section": values.pop("section", [])},
    }


def item(key: str, text: str = "Text", amount: str | None = None) -> dict[str, Any]:
    return {"key": f"00000000-0000-0000-0000-00000000000{key}", "text": texts(text), "amount": amount}


def differences(before: Any, after: Any) -> list[tuple[str, str, str, str, str]]:
    return [(c.path.split("/")[-1], c.language, c.kind, c.before, c.after) for c in diff.compare(before, after)]


def test_equal_contents_differ_in_nothing() -> None:
    assert diff.compare(note(item=[item("1")]), note(item=[item("1")])) == []


def test_texts_differ_by_language() -> None:
    after = note(title={**texts("Title"), "fr": "Titre"})
    assert differences(note(), after) == [("title", "fr", "changed", "Title fr", "Titre")]


def test_shared_values_are_in_the_readers_words() -> None:
    after = note(minor=True, source_language="fr", day="2021-07-01")
    with translation.override("en"):
        assert differences(note(), after) == [
            ("minor", "", "changed", "No", "Yes"),
            ("source_language", "", "changed", "English", "French"),
            ("day", "", "changed", "", "July 1, 2021"),
        ]


def test_numbers_that_only_look_otherwise_are_the_same() -> None:
    assert differences(note(item=[item("1", amount="23")]), note(item=[item("1", amount="23.00")])) == []


def test_white_space_is_no_difference() -> None:
    assert differences(note(), note(title={**texts("Title"), "en": "Title  en "}, summary=texts("Summary  "))) == []


def test_passages_hold_what_both_say_too() -> None:
    before, after = note(item=[item("1", "One")]), note(item=[item("1", "One", "3")], motto=texts("Other"))
    whole = diff.all_passages(before, after)
    assert [each for each in whole if each.kind != "same"] == diff.compare(before, after)
    said = {(each.path.split("/")[-1], each.language): each for each in whole}
    assert said["title", "fr"].kind == "same"
    assert said["title", "fr"].text == "Title fr"
    assert ("day", "") not in said  # neither says anything there
    assert said["text", "es"].part == "Item “One es”" or said["text", "es"].part.startswith("Item")


def test_what_went_stands_where_it_stood() -> None:
    before = note(item=[item("1"), item("2"), item("3"), item("4")])
    after = note(item=[item("1"), item("4"), item("5")])
    whole = diff.all_passages(before, after)
    order = [
        (each.path.split("/")[1][-1], each.kind) for each in whole if "/text" in each.path and each.language == "en"
    ]
    assert order == [("1", "same"), ("2", "removed"), ("3", "removed"), ("4", "same"), ("5", "added")]


def test_rich_text_is_marked_with_its_markup() -> None:
    def section(body: str) -> dict[str, Any]:
        return {
            "key": "00000000-0000-0000-0000-000000000001",
            "heading": texts("H"),
            "body": dict.fromkeys(("en", "fr", "es"), body),
        }

    (change, *_others) = diff.compare(
        note(section=[section("<p>One word.</p>")]), note(section=[section("<p>One <strong>word.</strong></p>")])
    )
    assert "<strong>word.</strong>" in change.marked
    assert "[now: bold]" in change.marked
    assert diff.compare(note(section=[section("<p>One  word.</p>")]), note(section=[section("<p>One word.</p>")])) == []


def test_a_file_is_told_by_its_name_and_its_bytes() -> None:
    def file(sha256: str, name: str = "text.pdf") -> dict[str, Any]:
        return {
            "key": "00000000-0000-0000-0000-000000000001", "title": texts("Text"), "file": name, "sha256": sha256,
            "size": 2048, "media_type": "application/pdf", "language": "",
        }  # fmt: skip

    page = {"kind": "page", "fields": {}, "parts": {}}
    (change,) = diff.compare(
        {**page, "parts": {"attachment": [file("a" * 64)]}}, {**page, "parts": {"attachment": [file("b" * 64)]}}
    )
    assert change.path.endswith("/file")
    assert "aaaaaaaa" in change.before
    assert "bbbbbbbb" in change.after
    assert "text.pdf" in change.after


def test_parts_are_matched_by_key() -> None:
    before = note(item=[item("1", "One"), item("2", "Two"), item("3", "Three")])
    after = note(item=[item("3", "Three"), item("1", "Uno"), item("4", "Four", "4.50")])
    changes = diff.compare(before, after)
    assert {(c.kind, c.path.split("/")[1][-1]) for c in changes} == {
        ("moved", "3"), ("changed", "1"), ("added", "4"), ("removed", "2"),
    }  # fmt: skip
    moved = next(c for c in changes if c.kind == "moved")
    assert (moved.part, moved.before, moved.after) == ("Item “Three en”", "3", "1")
    added = [c for c in changes if c.kind == "added"]
    assert [(c.label, c.language, c.after) for c in added][-1] == ("Amount", "", "4.5")
    assert added[0].part == "Item “Four en”"


@pytest.mark.django_db
def test_references_are_named_by_their_title(people: People, now: Any) -> None:
    about = make_note(people, now, slug="other", attest=False)
    (change,) = diff.compare(note(), note(about=str(about.document.uuid)))
    assert change.after == "Other en"
    with translation.override("fr"):
        (change,) = diff.compare(note(), note(about=str(about.document.uuid)))
    assert change.after == "Other fr"


def test_words_are_marked() -> None:
    def marked(before: str, after: str) -> str:
        return re.sub(r'<span class="visually-hidden" lang="en">(\w+: )</span>', "", diff.marked_words(before, after))

    found = marked("The red house stands", "The blue house <b> stands")
    assert found == "The <del>red</del> <ins>blue</ins> house <ins>&lt;b&gt;</ins> stands"
    assert marked("", "new words") == "<ins>new words</ins>"
    assert marked("same", "same") == "same"
    assert marked("one\ntwo", "one\nthree") == "one<br><del>two</del> <ins>three</ins>"


def test_long_texts_are_marked_in_time() -> None:
    before = " ".join(f"the word {number}" for number in range(3000))
    marked = diff.marked_words(before, before.replace("1500", "changed").replace("2900", "too"))
    assert marked.count("<ins>") == 2


def test_rich_text_is_read_as_text_with_its_links() -> None:
    html = '<p>One <a href="https://example.org">link</a></p><ul><li>Two &amp; more</li></ul>'
    assert diff.readable(html) == "One link ‹https://example.org›\nTwo & more"


def test_paths_in_words() -> None:
    value = note(item=[item("1", "One"), item("2", "")])
    value["parts"]["item"][1]["text"] = dict.fromkeys(("en", "fr", "es"), "")
    paths = ["title", f"item/{item('1')['key']}/text", f"item/{item('2')['key']}/text"]
    assert diff.labels_of(value, paths) == ["Title", "Item “One en”: text", "Item 2: text"]


class TestMerge:
    """`stale.merge`: mine where I typed, theirs everywhere else."""

    @staticmethod
    def merged(base: Any, theirs: Any, mine: Any) -> Any:
        return merging.merge(kinds.get_kind("note"), base, theirs=theirs, mine=mine)

    def test_fields(self) -> None:
        theirs = note(title={**texts("Title"), "en": "Theirs", "fr": "Le leur"}, minor=True)
        mine = note(title={**texts("Title"), "en": "Mine", "es": "Mío"})
        after = self.merged(note(), theirs, mine)["fields"]
        assert after["title"] == {"en": "Mine", "fr": "Le leur", "es": "Mío"}
        assert after["minor"] is True

    def test_rows(self) -> None:
        base = note(item=[item("1", "One"), item("2", "Two"), item("3", "Three")])
        theirs = note(item=[item("1", "Uno"), item("3", "Three"), item("4", "Theirs")])
        mine = note(item=[item("2", "Two"), item("1", "One", "7"), item("5", "Mine")])
        rows = self.merged(base, theirs, mine)["parts"]["item"]
        assert [(row["key"][-1], row["text"]["en"], row["amount"]) for row in rows] == [
            ("1", "Uno en", "7"),  # they the text, I the amount
            ("4", "Theirs en", None),
            ("5", "Mine en", None),
        ]  # 2 they removed, 3 I removed

    def test_what_was_written_on_survives_its_removal(self) -> None:
        base = note(item=[item("1", "One"), item("2", "Two")])
        theirs, mine = note(item=[item("1", "Written on")]), note(item=[item("2", "Written on")])
        rows = self.merged(base, theirs, mine)["parts"]["item"]
        assert [row["text"]["en"] for row in rows] == ["Written on en", "Written on en"]

    def test_my_order_if_i_moved_rows_else_theirs(self) -> None:
        one, two, three = item("1"), item("2"), item("3")
        base = note(item=[one, two, three])
        swapped = note(item=[two, one, three])
        turned = note(item=[three, two, one])
        order = lambda merged: [row["key"][-1] for row in merged["parts"]["item"]]  # noqa: E731
        assert order(self.merged(base, swapped, base)) == ["2", "1", "3"]
        assert order(self.merged(base, swapped, turned)) == ["3", "2", "1"]


@pytest.mark.django_db
def test_only_what_differs_is_written(people: People, now: Any, django_assert_num_queries: Any) -> None:
    rows = [{"text": texts(f"Item {number}")} for number in range(20)]
    row = make_note(people, now, parts={"item": rows}, attest=False)
    before = content_module.content_of(row)
    after = {**before, "parts": {**before["parts"], "item": before["parts"]["item"][5:] + before["parts"]["item"][:3]}}
    session_row = kinds.get_kind("note").model.objects.get(pk=row.pk)
    with django_assert_num_queries(4):  # edition, note, rows that go, rows that moved
        writing.write(session_row, after, before=before)
    assert content_module.content_of(row) == after
    with drafts.edit(row, by=people.author, now=now) as draft:
        writing.write(draft, before)
    assert content_module.content_of(row) == before
