"""Three texts put together: nobody's words are lost, and what both changed is named."""

import copy
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.comparison import merging, merging_text
from editorial.comparison.merging import What
from editorial.content import canonical, kinds
from editorial.richtext import field
from tests.builders import make_note, section
from tests.people import People

Change = Callable[[Any], None]


@pytest.fixture
def base(people: People, now: datetime) -> canonical.Content:
    parts = {"section": [section("One"), section("Two"), section("Three")]}
    return canonical.content_of(make_note(people, now, parts=parts))


def changed(value: canonical.Content, *changes: Change) -> canonical.Content:
    made = copy.deepcopy(value)
    for change in changes:
        change(made)
    return made


def title(code: str, text: str) -> Change:
    return lambda value: value["fields"]["title"].update({code: text})


def heading(place: int, text: str) -> Change:
    return lambda value: value["parts"]["section"][place]["heading"].update(en=text)


def without(place: int) -> Change:
    return lambda value: value["parts"]["section"].pop(place)


def order(*places: int) -> Change:
    def apply(value: Any) -> None:
        value["parts"]["section"] = [value["parts"]["section"][place] for place in places]

    return apply


def clashes_of(base: canonical.Content, theirs: canonical.Content, mine: canonical.Content) -> list[tuple[str, str]]:
    clashes = merging.clashes(kinds.get_kind("note"), base, theirs=theirs, mine=mine)
    return [(clash.what.value, clash.language) for clash in clashes]


def test_what_one_side_touched_is_no_clash(base: canonical.Content) -> None:
    theirs = changed(base, title("en", "Theirs"), heading(0, "Theirs"), without(2))
    mine = changed(base, title("fr", "À moi"), heading(1, "Mine"))
    assert clashes_of(base, theirs, mine) == []


def test_both_the_same_is_no_clash(base: canonical.Content) -> None:
    both = changed(base, title("en", "Same"), heading(0, "Same"))
    assert clashes_of(base, both, copy.deepcopy(both)) == []


def test_values_and_texts_that_both_changed(base: canonical.Content) -> None:
    theirs = changed(base, title("en", "Theirs"), heading(0, "Theirs"), lambda v: v["fields"].update(day="2026-01-01"))
    mine = changed(base, title("en", "Mine"), heading(0, "Mine"), lambda v: v["fields"].update(day="2026-01-02"))
    assert clashes_of(base, theirs, mine) == [("value", "en"), ("value", ""), ("value", "en")]


def test_parts_that_one_took_away_and_the_other_wrote_on(base: canonical.Content) -> None:
    writes, takes = changed(base, heading(1, "Written on")), changed(base, without(1))
    assert clashes_of(base, takes, writes) == [(What.GONE_THERE, "")]
    assert clashes_of(base, writes, takes) == [(What.GONE_HERE, "")]


def test_orders(base: canonical.Content) -> None:
    assert clashes_of(base, changed(base, order(2, 0, 1)), changed(base, order(1, 0, 2))) == [(What.ORDER, "")]
    assert clashes_of(base, changed(base, order(2, 0, 1)), base) == []


def test_different_places_of_a_line() -> None:
    combined = merging_text.lines(
        "Working waters of the north", "Shared waters of the north", "Working waters of the far north"
    )
    assert (combined.text, combined.clean) == ("Shared waters of the far north", True)


def test_the_same_words_of_a_line() -> None:
    combined = merging_text.lines("Working waters", "Shared waters", "Common waters")
    assert (combined.text, combined.clean) == ("Shared Common waters", False)


def test_different_places_of_a_paragraph_and_different_paragraphs() -> None:
    base = "<p>Ships patrol the coast. They report every week.</p><p>Crews train.</p>"
    theirs = "<p>Ships patrol the coast. They report every <strong>day</strong>.</p><p>Crews train.</p>"
    mine = "<p>Four ships patrol the coast. They report every week.</p><p>Crews train.</p><p>More.</p>"
    combined = merging_text.rich(base, theirs, mine)
    assert combined.clean
    assert combined.text == (
        "<p>Four ships patrol the coast. They report every <strong>day</strong>.</p><p>Crews train.</p><p>More.</p>"
    )


def test_the_same_words_of_a_paragraph_leave_both_whole() -> None:
    combined = merging_text.rich(
        "<p>One</p><ul><li>a</li></ul>", "<p>Two</p><ul><li>a</li></ul>", "<p>Three</p><ul><li>b</li></ul>"
    )
    assert not combined.clean
    assert combined.text == "<p>Two</p><ul><li>a</li></ul><p>Three</p><ul><li>b</li></ul>"


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=8).map(" ".join)
BLOCKS = st.lists(
    st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["p", "h3", "blockquote"]), WORDS.filter(bool)), max_size=4
).map(lambda blocks: field.clean("".join(blocks)))


@given(WORDS, WORDS, WORDS)
def test_no_word_that_anybody_brought_in_is_lost(base: str, theirs: str, mine: str) -> None:
    text = merging_text.lines(base, theirs, mine).text.split()
    for side in (theirs, mine):
        assert set(side.split()) - set(base.split()) <= set(text)


@given(BLOCKS, BLOCKS, BLOCKS)
def test_rich_text_stays_sound(base: str, theirs: str, mine: str) -> None:
    text = merging_text.rich(base, theirs, mine).text
    assert field.clean(text) == text
    assert merging_text.rich(base, base, mine).text == mine
    assert merging_text.rich(base, theirs, base).text == theirs
    assert merging_text.rich(base, mine, mine).text == mine
