"""Two changes of names at the very same moment: whoever comes second waits, and then hears what became of it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from cooperation.models import Organization
from editorial.models import NamePeriod, ReferenceRow, Rename, User
from editorial.staff import admin_log, renaming
from editorial.workflow.rules.permissions import NotAllowed
from tests.faults.test_concurrency_rules import one_after_the_other
from tests.people import People, person

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def record_is_whole(transactional_db: None) -> object:
    """Whoever wins, the record stays sound."""
    yield
    assert list(admin_log.verify()) == []


@pytest.fixture
def two(people: People) -> tuple[User, User]:
    return person("one", "Publisher"), person("two", "Publisher")


def row(code: str) -> ReferenceRow:
    names = {f"name_{language}": code for language in ("en", "fr", "es")}
    acronyms = {f"acronym_{language}": "" for language in ("en", "fr", "es")}
    return renaming.row_of(Organization.objects.create(code=code, **names, **acronyms))


def propose(about: ReferenceRow, name: str, by: User, now: datetime) -> Rename:
    empty = dict.fromkeys(("en", "fr", "es"), "")
    names = {"name": dict.fromkeys(("en", "fr", "es"), name), "acronym": empty}
    return renaming.propose(about, names=names, reason="Law", by=by, now=now)


def codes(ended: Any) -> set[str]:
    assert isinstance(ended.error, NotAllowed)
    return {reason.code for reason in ended.error.reasons}


def confirming(act: Rename, by: User, now: datetime) -> Callable[[], Rename]:
    return lambda: renaming.confirm(act, by=by, now=now)


def test_two_rows_never_come_to_bear_one_name(two: tuple[User, User], now: datetime) -> None:
    acts = [propose(row(code), "peace", two[0], now) for code in ("war", "sea")]
    first, second = one_after_the_other(*(confirming(act, two[1], now) for act in acts))
    assert first.error is None
    assert codes(second) == {"name_en", "name_fr", "name_es"}
    assert NamePeriod.objects.filter(names__name__en="peace").count() == 1


def test_one_change_is_confirmed_once(two: tuple[User, User], now: datetime) -> None:
    act = propose(row("war"), "peace", two[0], now)
    first, second = one_after_the_other(confirming(act, two[1], now), confirming(act, two[1], now))
    assert first.error is None
    assert codes(second) == {"gone"}


def test_confirmed_while_it_is_dropped(two: tuple[User, User], now: datetime) -> None:
    act = propose(row("war"), "peace", two[0], now)
    first, second = one_after_the_other(lambda: renaming.drop(act, by=two[0], now=now), confirming(act, two[1], now))
    assert first.error is None
    assert codes(second) == {"gone"}
    assert NamePeriod.objects.count() == 1


def test_two_proposals_for_one_row(two: tuple[User, User], now: datetime) -> None:
    about = row("war")
    first, second = one_after_the_other(
        lambda: propose(about, "peace", two[0], now), lambda: propose(about, "calm", two[1], now)
    )
    assert first.error is None
    assert codes(second) == {"waiting"}
