"""What binds is withdrawn by one person and says so to the public, in three languages, until a second confirms it."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from cooperation.models import Statement
from editorial.content import kinds
from editorial.models import Edition, User, Withdrawal
from editorial.workflow import transitions
from tests.builders import approve, country, fresh, make, publish, texts
from tests.cooperation.site import EXPLANATION, body, days, get, group, mechanism, page, report, withdraw, words
from tests.people import People, person

pytestmark = pytest.mark.django_db

FLAG = "Withdrawal not yet confirmed."
SENTENCE = "This page was withdrawn by one person. A second person has yet to confirm it."
PATHS = {"en": "mechanisms", "fr": "mecanismes", "es": "mecanismos"}


@pytest.fixture
def second(people: People) -> User:
    """Another publisher than the one who withdraws."""
    return person("second-publisher", "Publisher")


def address(language: str) -> str:
    return f"/{language}/{PATHS[language]}/partnership-{language}/"


def test_what_binds_is_declared() -> None:
    asked = {kind.key: kind.withdrawal_confirmed for kind in kinds.all_kinds() if kind.withdrawal_confirmed}
    assert asked == {
        "mechanism": True,
        "agreement": True,
        "annual_report": True,
        "statement": frozenset({"joint_statement"}),
    }


def statement(people: People, now: datetime, content_type: str) -> Edition:
    """A live statement of a type, signed by both countries."""
    for code in ("CA", "MX"):
        country(code)
    draft = make(
        "statement", people, now, slug=content_type.replace("_", "-"),
        fields={"type": content_type, "dated_on": "2026-03-01", "place": texts("Ottawa")},
        parts={"signatory": [{"country": code, "title": texts("Minister")} for code in ("CA", "MX")]},
    )  # fmt: skip
    return publish(draft, people, now)


@pytest.mark.parametrize("content_type", Statement.Type.values)
def test_of_the_statements_a_joint_one_binds(content_type: str, people: People, now: datetime) -> None:
    ended = withdraw(statement(people, now - days(2), content_type), people, now)
    assert Withdrawal.objects.get(edition=ended).needs_confirmation == (content_type == "joint_statement")


def test_the_type_that_was_published_counts(people: People, now: datetime) -> None:
    """A draft of the next edition that says otherwise changes nothing about the one that is withdrawn."""
    live = statement(people, now - days(2), "joint_statement")
    draft = transitions.revise(live, by=people.author, now=now)
    Statement.objects.filter(pk=draft.pk).update(type="speech")
    assert Withdrawal.objects.get(edition=withdraw(live, people, now)).needs_confirmation


@pytest.mark.parametrize("make_it", [mechanism, report])
def test_a_mechanism_or_a_report_waits(make_it, people: People, now: datetime) -> None:  # type: ignore[no-untyped-def]
    assert Withdrawal.objects.get(edition=withdraw(make_it(people, now - days(2)), people, now)).awaits_confirmation


@pytest.mark.parametrize("make_it", [page, group])
def test_a_page_or_a_working_group_does_not(make_it, client: Client, people: People, now: datetime) -> None:  # type: ignore[no-untyped-def]
    ended = withdraw(make_it(people, now - days(2), slug="ended"), people, now)
    assert not Withdrawal.objects.get(edition=ended).needs_confirmation
    assert FLAG not in body(get(client, "/en/pages/ended-en/")) + body(get(client, "/en/working-groups/ended-en/"))


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_page_in_its_place_says_so_until_it_is_confirmed(
    language: str, client: Client, people: People, second: User, now: datetime
) -> None:
    ended = withdraw(mechanism(people, now - days(9)), people, now - days(8))
    answer = get(client, address(language))
    told = body(answer)
    assert answer.status_code == 410
    assert words(language, FLAG) in told
    assert words(language, SENTENCE) in told
    assert EXPLANATION[language] in told
    assert "second-publisher" not in told
    if language != "en":
        assert FLAG not in told
        assert SENTENCE not in told
    transitions.confirm_withdrawal(ended, by=second, now=now - days(3))
    answer = get(client, address(language))
    assert answer.status_code == 410
    assert words(language, FLAG) not in body(answer)
    assert EXPLANATION[language] in body(answer)


def test_a_confirmation_that_came_later_does_not_change_the_past(
    client: Client, people: People, second: User, now: datetime
) -> None:
    ended = withdraw(mechanism(people, now - days(9)), people, now - days(8))
    transitions.confirm_withdrawal(ended, by=second, now=now - days(3))
    past = get(client, f"{address('en')}?at={(now - days(5)).date()}")
    assert past.status_code == 410
    assert FLAG in body(past)
    assert FLAG not in body(get(client, f"{address('en')}?at={(now - days(1)).date()}"))


def test_a_page_that_is_public_says_nothing_of_an_end_to_come(client: Client, people: People, now: datetime) -> None:
    withdraw(mechanism(people, now - days(9)), people, now, at=now + days(3))
    answer = get(client, address("en"))
    assert answer.status_code == 200
    assert FLAG not in body(answer)


def test_an_end_that_nobody_confirmed_comes_and_says_so(client: Client, people: People, now: datetime) -> None:
    withdraw(mechanism(people, now - days(9)), people, now - days(3), at=now - days(1))
    answer = get(client, address("en"))
    assert answer.status_code == 410
    assert FLAG in body(answer)


def test_an_end_that_was_set_with_the_schedule_says_so_too(client: Client, people: People, now: datetime) -> None:
    draft = make("mechanism", people, now - days(9), slug="partnership", fields={"launched": texts("2004")})
    transitions.schedule(
        approve(draft, people, now - days(9)), by=people.publisher, now=now - days(9), at=now - days(8),
        until=now - days(1), explanation=EXPLANATION,
    )  # fmt: skip
    assert FLAG in body(get(client, address("en")))


def test_a_text_that_is_brought_back_says_nothing_of_it(client: Client, people: People, now: datetime) -> None:
    ended = withdraw(mechanism(people, now - days(9)), people, now - days(8))
    draft = transitions.revise(ended, by=people.author, now=now - days(7))
    publish(fresh(draft), people, now - days(6))
    answer = get(client, address("en"))
    assert answer.status_code == 200
    assert FLAG not in body(answer)
    assert FLAG in body(get(client, f"{address('en')}?at={(now - timedelta(days=7)).date()}"))
