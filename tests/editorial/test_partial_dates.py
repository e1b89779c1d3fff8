"""Dates that are known to the day, the month or the year."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from editorial.base.dates import partial
from editorial.base.dates.partial import PartialDateField


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2004", date(2004, 1, 1), date(2004, 12, 31)),
        ("2004-02", date(2004, 2, 1), date(2004, 2, 29)),
        ("2004-02-03", date(2004, 2, 3), date(2004, 2, 3)),
    ],
)
def test_the_days_that_a_date_may_mean(value: str, first: date, last: date) -> None:
    assert partial.earliest(value) == first
    assert partial.latest(value) == last


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2004", {"en": "2004", "fr": "2004", "es": "2004"}),
        ("2004-10", {"en": "October 2004", "fr": "octobre 2004", "es": "octubre de 2004"}),
        ("2004-10-05", {"en": "Oct. 5, 2004", "fr": "5 octobre 2004", "es": "5 de octubre de 2004"}),
    ],
)
def test_no_more_precise_than_it_is(value: str, said: dict[str, str]) -> None:
    for code, words in said.items():
        with translation.override(code):
            assert partial.wording(value) == words


@pytest.mark.parametrize("value", ["04", "2004-13", "2004-02-30", "2004-1-1", "0000", "2004/10", "x" * 11])
def test_what_is_no_date_is_refused_with_an_example(value: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        PartialDateField().clean(value, None)
    assert refusal.value.messages


def test_nothing_is_null() -> None:
    assert PartialDateField().clean("", None) is None
    assert PartialDateField().get_prep_value(" 2004-10 ") == "2004-10"
