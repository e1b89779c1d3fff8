"""What is taken out of visitors' words before they are stored, and how long their words are."""

import pytest

from editorial.visitors.measure import has_unseen, is_unreadable, length
from editorial.visitors.redaction import EMAIL_MARK, PHONE_MARK, redact

NB, NARROW, HYPHEN = "\u00a0", "\u202f", "\u2011"


@pytest.mark.parametrize(
    "number",
    [
        # Canada
        "613-555-0123", "(613) 555-0123", "613.555.0123", "613 555 0123", "6135550123", "613/555-0123",
        "+1 613 555 0123", "+1 (613) 555-0123", "1-800-555-0199", "18005550199", f"613{NB}555{NB}0123",
        f"(613){NARROW}555{HYPHEN}0123", "613–555–0123", "613 - 555 - 0123", "555-0123", "613-555-0123 ext. 22",
        "613-555-0123, poste 7", "613-555-0123 x45",
        # Mexico
        "55 1234 5678", "(55) 1234-5678", "55-1234-5678", "5512345678", "+52 55 1234 5678", "+52 1 55 1234 5678",
        "52 55 1234 5678", "01 55 1234 5678", "044 55 1234 5678", "045 999 123 4567", "1234-5678",
        f"+52{NB}55{NB}1234{NB}5678", "(999) 123 45 67",
        # anywhere
        "+33 1 23 45 67 89", "0033 1 23 45 67 89", "011 44 20 7946 0958", "+44 (0)20 7946 0958", "＋52 55 1234 5678",
    ],
)  # fmt: skip
def test_phone_numbers_go(number: str) -> None:
    assert redact(number) == PHONE_MARK
    assert redact(f"Call {number}, please.") == f"Call {PHONE_MARK}, please."
    assert redact(f"« {number} »").count(PHONE_MARK) == 1


@pytest.mark.parametrize(
    "address",
    [
        "ana@example.org", "Ana.Lopez+news@correo.gob.mx", "élise@exemple.ca", "a_b-c@sub.example.co",
        "ana＠example.org", "ana @ example.org", "ana (at) example.org", "ana [at] example [dot] org",
        "ana[arroba]example(punto)mx", "ana (arobase) exemple (point) ca",
    ],
)  # fmt: skip
def test_mail_addresses_go(address: str) -> None:
    assert redact(address) == EMAIL_MARK
    assert redact(f"Write to {address}.") == f"Write to {EMAIL_MARK}."


@pytest.mark.parametrize(
    "text",
    [
        "In 2021-2022, 2019–2020 and 2018/2019", "on 2022-03-01 at 15:00", "le 01/03/2022", "el 1.3.2022 a las 10:30",
        "12 345 678 people", "1 234 567 890 pesos", "$12,345,678", f"12{NB}345{NB}678", "the 17th meeting of 2021",
        "file C-123456", "No. 2021-0045", "chapter 3.14, line 12", "/en/pages/border-2021/", "@home", "a @ b",
        "from 1994 to 2024", "Article 6(2)(b)",
    ],
)  # fmt: skip
def test_dates_amounts_and_file_numbers_stay(text: str) -> None:
    assert redact(text) == text


def test_what_stands_around_them_stays() -> None:
    said = "The link (see ana@example.org or 613 555 0123) is broken since 2021."
    assert redact(said) == f"The link (see {EMAIL_MARK} or {PHONE_MARK}) is broken since 2021."
    assert redact(redact(said)) == redact(said)


def test_long_rows_of_one_sign_take_no_time() -> None:
    for sign in ("1", "a", "1 ", "a.", "(", "@", "+", "1-", "a@a"):
        assert len(redact(sign * 4000)) <= 4000 * len(sign)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0), ("abc", 3), ("é", 1), ("e\u0301", 1), ("a\r\nb", 3), ("ñ¿¡", 3), ("👍", 1), ("👍🏽", 1),
        ("👩‍👩‍👧‍👦", 1), ("🇨🇦🇲🇽", 2), ("🇨🇦", 1), ("क्षि", 2), ("\u200babc\u202e", 3), (" ", 1),
    ],
)  # fmt: skip
def test_characters_are_counted_as_people_count(text: str, count: int) -> None:
    assert length(text) == count


def test_a_tower_of_accents_is_no_letter() -> None:
    assert length("a" + "\u0301" * 3000) >= 250


def test_damaged_and_unseen_characters_are_noticed() -> None:
    assert is_unreadable("caf\ufffd")
    assert not is_unreadable("café")
    assert has_unseen("a\x00b")
    assert has_unseen("a\u202eb")
    assert not has_unseen("a\r\nb\tc\rd")
