"""Folding: however a word is typed, it is the same word; and every word keeps its place in the text."""

import pytest

from editorial.base.text_folding import fold, joined, words_with_places
from editorial.search.question import parse_question
from editorial.search.suggestions import distance, near_spellings

HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u058a\u05be\u2e17\u301c\u30a0"
APOSTROPHES = "'\u2019\u2018\u201b\u02bc\u02b9\u2032\u00b4`\uff07\ua78c"
SPACES = " \u00a0\u202f\u2009\u2007\u2002\u3000\u205f\u1680\t\n"


@pytest.mark.parametrize("mark", [*HYPHENS, *APOSTROPHES, *SPACES], ids=lambda mark: f"U+{ord(mark):04X}")
def test_every_hyphen_apostrophe_and_space_parts_words_alike(mark: str) -> None:
    assert fold(f"T{mark}MEC") == "t mec"


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Sécurité ÉTÉ", "securite ete"),
        ("se\u0301curite\u0301", "securite"),
        ("Cœur ŒUVRE", "coeur oeuvre"),
        ("Ægis æon", "aegis aeon"),
        ("niño CIGÜEÑA", "nino ciguena"),
        ("Straße Łódź Øre", "strasse lodz ore"),
        ("ﬁn x² Ⅷ №", "fin x2 viii no"),
        ("co\u00adopera\u200btion", "cooperation"),
        ("E.U.A. y U.S.", "eua y us"),
        ("p.ex. example.org", "p ex example org"),
        ("«L’accord», (2021/2022)", "l accord 2021 2022"),
        ("½ 3\u202f500\u00a0$", "1 2 3 500"),
        ("a\x00b\ud800c <b>", "a bc b"),
        ("— … !", ""),
        ("", ""),
    ],
)
def test_what_looks_alike_is_alike(typed: str, folded: str) -> None:
    assert fold(typed) == folded


def test_folding_what_is_folded_changes_nothing() -> None:
    every = " ".join(f"a{chr(code)}b {chr(code)}" for code in range(1, 0x3000))
    assert fold(fold(every)) == fold(every)


def test_every_word_of_a_text_is_found_where_it_was_written() -> None:
    """Over every character there is: the words with their places are those of the folded text, in its order."""
    for begin in range(1, 0x30000, 0x400):
        text = " ".join(f"ab{chr(code)}cd {chr(code)} a.{chr(code)}.b" for code in range(begin, begin + 0x400))
        assert [word for word, _begin, _end in words_with_places(text)] == fold(text).split()
    text = "L’Œuvre des États‑Unis (É.-U.)"
    assert [text[begin:end] for _word, begin, end in words_with_places(text)] == [
        "L",
        "Œuvre",
        "des",
        "États",
        "Unis",
        "É",
        "U",
    ]


def test_a_name_with_a_mark_inside_is_found_without_it_too() -> None:
    assert joined("T‑MEC CMP") == "t mec cmp tmec"


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Border Agreement", "border agreement"),
        ("“working group” -energy", '"working group" -energy'),
        ("«groupe de travail» –énergie", '"groupe de travail" -energie'),
        ("border – agreement", "border agreement"),
        ("-T‑MEC", '-"t mec"'),
        ("T-MEC", "t mec"),
        ("this or that", "this or that"),
        ('"not closed', '"not closed"'),
        ("& | ! <-> ( ) : * \\ '", ""),
        ("a & !b", "a b"),
        ("-", ""),
        ("\x00\ud800", ""),
    ],
)
def test_a_question_is_what_websearch_understands(typed: str, asked: str) -> None:
    assert parse_question(typed, "en").websearch == asked


def test_a_question_that_is_too_long_is_kept_and_not_looked_into() -> None:
    question = parse_question("word " * 20_000, "en")
    assert question.is_too_long
    assert question.terms == ()
    assert not parse_question("x" * 170, "en").is_too_long


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("bordre", "border"), ("goverment", "government"), ("migrasion", "migracion"), ("acord", "accord")],
)
def test_a_letter_wrong_is_near(typed: str, meant: str) -> None:
    stored = {meant, *(meant[:place] + meant[place + 1 :] for place in range(len(meant)))}
    assert near_spellings(typed) & stored
    assert distance(typed, meant) == 1
    assert distance(meant, meant) == 0
