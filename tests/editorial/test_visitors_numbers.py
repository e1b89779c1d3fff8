"""Numbers of persons and accounts, and addresses of houses, are taken out; what merely looks like one stays."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as some

from editorial.visitors.identifiers import is_card, is_clabe, is_rfc, is_sin, luhn, rfc_digit
from editorial.visitors.numbers import fold
from editorial.visitors.redaction import IDENTITY_MARK, PAYMENT_MARK, PHONE_MARK, PLACE_MARK, redact, taken_out

BETWEEN = ["", " ", "\u00a0", "\u202f", "-", "\u2011", ".", "–", " - "]
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def checked(body: str) -> str:
    """`body` with its check digit by Luhn's method."""
    return next(body + digit for digit in "0123456789" if luhn(body + digit))


def in_groups(digits: str, *lengths: int) -> list[str]:
    """`digits` cut into groups of these lengths."""
    ends = [sum(lengths[: place + 1]) for place in range(len(lengths))]
    return [digits[end - length : end] for end, length in zip(ends, lengths, strict=True)]


SIN = some.from_regex(r"[1-79]\d{7}", fullmatch=True).filter(str.isascii).map(checked)
CARDS = some.one_of(
    some.from_regex(r"4[0-9]{14}", fullmatch=True), some.from_regex(r"5[1-5][0-9]{13}", fullmatch=True),
    some.from_regex(r"222[1-9][0-9]{11}", fullmatch=True), some.from_regex(r"6011[0-9]{11}", fullmatch=True),
    some.from_regex(r"506[0-9]{12}", fullmatch=True),
).map(checked)  # fmt: skip


@given(SIN, some.sampled_from(BETWEEN), some.booleans())
def test_every_social_insurance_number_goes(number: str, between: str, wide: bool) -> None:
    written = between.join(in_groups(number, 3, 3, 3))
    written = written.translate(WIDE) if wide else written
    assert redact(written) == IDENTITY_MARK
    assert redact(f"My SIN is {written}, thank you.") == f"My SIN is {IDENTITY_MARK}, thank you."
    assert redact(f"Mon NAS : {written}.") == f"Mon NAS : {IDENTITY_MARK}."


@given(SIN, some.integers(1, 9), some.sampled_from(["", " ", "-", "\u00a0"]))
def test_nine_digits_with_another_check_digit_stay(number: str, more: int, between: str) -> None:
    wrong = number[:-1] + str((int(number[-1]) + more) % 10)
    written = between.join(in_groups(wrong, 3, 3, 3))
    assert redact(written) == written


@given(CARDS, some.sampled_from(BETWEEN), some.booleans())
def test_every_payment_card_goes(number: str, between: str, wide: bool) -> None:
    written = between.join(in_groups(number, 4, 4, 4, 4))
    written = written.translate(WIDE) if wide else written
    assert redact(f"Card {written} 12/27") == f"Card {PAYMENT_MARK} 12/27"


@given(CARDS, some.integers(1, 9))
def test_a_card_with_another_check_digit_stays(number: str, more: int) -> None:
    wrong = number[:-1] + str((int(number[-1]) + more) % 10)
    assert redact(wrong) == wrong


@pytest.mark.parametrize(
    "number",
    [
        "4111 1111 1111 1111", "5555-5555-5555-4444", "3782 822463 10005", "371449635398431", "3056 930902 5904",
        "6011111111111117", "3530111333300000", "6221260000000000", "4222222222222", "5062541600005232",
        "2223003122003222",
        "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "032180000118359719", "032 180 00011835971 9", "032-180-00011835971-9",
    ],
)  # fmt: skip
def test_known_cards_and_accounts_go(number: str) -> None:
    assert PAYMENT_MARK in redact(f"It is {number}.")
    assert not any(sign.isdigit() for sign in redact(number))


@pytest.mark.parametrize(
    "number",
    [
        "HEGG560427MVZRRL04", "hegg560427mvzrrl04", "HEGG 560427 MVZRRL 04", "HEGG-560427-MVZRRL-04",
        "ＨＥＧＧ560427ＭＶＺＲＲＬ04",
        "GODE561231GR8", "gode561231gr8", "GODE-561231-GR8", "GODE 561231 GR8", "ÑAXA800101AB1", "CFE370814QI0",
        "PME380607P35",
    ],
)  # fmt: skip
def test_mexican_numbers_go(number: str) -> None:
    assert redact(f"CURP o RFC: {number}, gracias.") == f"CURP o RFC: {IDENTITY_MARK}, gracias."


def test_check_digits_are_those_of_known_numbers() -> None:
    for known in ("GODE561231GR8", "SAT970701NN3", "BBA830831LJ2", "CFE370814QI0", "PME380607P35"):
        assert rfc_digit(known) == known[-1]
    assert not is_rfc("CFE370814QI1")
    assert is_clabe("032180000118359719")
    assert not is_clabe("032180000118359718")
    assert not is_clabe("0" * 18)
    assert is_sin("046454286")
    assert not is_sin("000000000")
    assert not is_card("0000000000000000")


@pytest.mark.parametrize(
    "address",
    [
        "111 Wellington Street", "24 Sussex Drive", "1055 W Hastings St", "350 Albert St.",
        "12B King Edward Avenue North",
        "12 rue de la Paix", "12, rue Saint-Jean", "1055 bis boulevard René-Lévesque", "33 chemin du Lac",
        "Paseo de la Reforma 250", "Av. Juárez 20", "Calle Madero No. 17", "Calzada de Tlalpan 1924B",
        "Avenida Insurgentes Sur #1602",
        "K1A 0A9", "k1a-0a9", "K1A0A9", "C.P. 06500", "CP 06500", "C. P. 06500",
    ],
)  # fmt: skip
def test_addresses_go(address: str) -> None:
    assert redact(f"Write to me: {address}, please.") == f"Write to me: {PLACE_MARK}, please."


ORDINARY = [
    # file numbers, dates, meetings, treaties, amounts
    "File 2021-0045 and file no. 046454286.", "Dossier 046 454 286", "Expediente núm. 046454286", "C-046454286",
    "046454286/2021",
    "E103456-CTS 1994 No. 2", "Treaty 046454286", "the 123rd meeting, No. 17 of 2021-03-01", "20210301-20220301",
    "ISBN 978-0-660-12345-6",
    "123 456 782 pesos", "$123 456 782", "123,456,782 people", "1 234 567 890 123 456", "US$ 4 111 111 111 111 111",
    "12 345 678 901",
    "123.456.782 dólares", "046 454 286 $", "CAD 123 456 782", "2019 2020 2021 2022", "1994, 1995, 1996",
    "10 11 12 13 14 15 16 17 18",
    "ABC210301XY1 is a form", "para 210315 una reunión", "desde 220101 tres veces", "RFC 6890", "A/RES/70/1",
    "CUSMA Article 34.7",
    # words beside numbers that are no house
    "In 2021 Wellington Street was closed.", "En 2021, rue Wellington était fermée.",
    "En 2021 la Avenida Juárez 2019 se cerró.",
    "Article 6 Wall Street reform", "Chapter 3 Silk Road", "les 3 routes du Nord", "le 12 avril, avenue Laurier",
    "Camino a 2030",
    "10 Upper St Lawrence ports", "5 federal courts", "la calle es larga", "3 Party Way", "Figure 2 Main Road",
    "H1N1 and COVID-19", "G7, G20 and B2B", "CP 6500", "the Paris Agreement of 12 December 2015",
    # ordinary sentences
    "The link to the report of 2021 does not work on my phone.",
    "Le tableau 3 de la page 12 montre 45,2 % au lieu de 54,2 %.",
    "El enlace del informe de 2021 no abre; la cifra de 1 250 000 pesos está mal.",
    "Le 17e dialogue a eu lieu le 1er mars 2022 à 15 h 30.",
    "Trade grew by 12.5% to 1,234,567,890 dollars in 2021-2022.",
    "La reunión 12 fue el 3 de abril de 2019 a las 10:30.",
]  # fmt: skip


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_sentences_stay(text: str) -> None:
    assert redact(text) == text
    assert taken_out(text) == []


def test_what_was_taken_out_is_told_by_sort() -> None:
    said = "Ana, ana@example.org, 613-555-0123, 046 454 286, 4111111111111111, 24 Sussex Drive"
    assert taken_out(said) == ["email", "phone", "identity", "payment", "place"]
    assert taken_out("Ana", "046454286") == ["identity"]
    assert taken_out(redact(said)) == []
    assert redact(redact(said)) == redact(said)
    assert PHONE_MARK in redact(said)


@given(some.text(max_size=60))
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


def cost(work: Callable[[], object]) -> float:
    """CPU seconds of this process for `work`, the least of three times."""
    taken = []
    for _time in range(3):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return min(taken)


@pytest.mark.parametrize(
    "sign",
    [
        "1",
        "a",
        "4 ",
        "1-",
        "123 ",
        "4111 1111 1111 111",
        "A",
        "ABCD210101",
        "12 King ",
        "Calle A ",
        "a.",
        "@",
        "a@a",
        "+",
        " ",
        "é",
        "１",
    ],
)
def test_the_cost_grows_with_the_text_and_no_faster(sign: str) -> None:
    short, long = (sign * (length // len(sign)) for length in (10_000, 100_000))
    assert cost(lambda: redact(long)) < 40 * max(cost(lambda: redact(short)), 0.0005)
