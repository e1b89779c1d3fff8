"""Whatever is renamed, and by whatever means: no byte of a page changes at any moment before that."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.db.utils import ProgrammingError
from django.test import Client

from cooperation.models import Country, Organization, Theme
from editorial.models import ReferenceRow, User
from editorial.staff import renaming
from editorial.workflow.rules.permissions import NotAllowed
from tests.attacks import at_commit, sql
from tests.builders import country, publish, theme
from tests.cooperation.site import days
from tests.cooperation.test_signed_names import meeting, organization
from tests.people import People, person

pytestmark = pytest.mark.django_db
_LANGUAGES = ("en", "fr", "es")
_PAGES = {"en": "/en/meetings/meeting-en/", "fr": "/fr/reunions/meeting-fr/", "es": "/es/reuniones/meeting-es/"}
#: Statements by which somebody with the site's role may try to change what was called how, with a place for a word.
RAW = (
    "UPDATE cooperation_organization SET name_en = '{word}', name_fr = '{word}', name_es = '{word}'",
    "UPDATE cooperation_theme SET name_en = '{word}', name = '{word}'",
    "UPDATE cooperation_country SET code = 'ZZ'",
    "UPDATE editorial_nameperiod SET names = jsonb_set(names, '{{name,en}}', '\"{word}\"')",
    "UPDATE editorial_nameperiod SET during = tstzrange(lower(during), now() - interval '2 days')",
    "UPDATE editorial_nameperiod SET row_id = (SELECT max(id) FROM editorial_referencerow)",
    "DELETE FROM editorial_nameperiod",
    "DELETE FROM editorial_rename",
    "UPDATE editorial_rename SET names = jsonb_set(names, '{{name,en}}', '\"{word}\"')",
    "UPDATE editorial_referencerow SET key = 'organization:{word}' WHERE key = 'organization:war'",
    "DELETE FROM editorial_referencerow",
    "TRUNCATE editorial_nameperiod CASCADE",
    "UPDATE editorial_edition SET names = '{{}}'",
    "UPDATE editorial_edition SET names = jsonb_set(names, '{{organization:war,en}}', '\"{word}\"')",
    "INSERT INTO editorial_nameperiod (row_id, names, during) SELECT row_id, names, '(,)' FROM editorial_nameperiod",
    "DELETE FROM cooperation_participant",
    "UPDATE cooperation_participant SET organization_id = NULL",
)


def shown(client: Client, moment: datetime) -> dict[str, bytes]:
    """The pages in all languages as they stood then."""
    found = {}
    for language, path in _PAGES.items():
        response = client.get(path, {"at": moment.isoformat()})
        assert response.status_code == 200
        found[language] = response.content
    return found


def tried(statement: str) -> None:
    """As the site's role; most is refused, and what is not changes nothing that was shown."""
    try:
        with transaction.atomic():
            sql(statement)
            at_commit()
    except (IntegrityError, InternalError, ProgrammingError):
        pass


def rename(random: Random, by: list[User], now: datetime, words: Callable[[], str]) -> None:
    """Some row is called otherwise, or ends, by the engine."""
    row = random.choice(list(ReferenceRow.objects.all()))
    table = row.key.partition(":")[0]
    names = {name: {code: words() for code in _LANGUAGES} for name in renaming.name_fields(table)}
    try:
        with transaction.atomic():
            act = renaming.propose(row, names=random.choice([names, names, {}]), reason="Law", by=by[0], now=now)
            renaming.confirm(act, by=by[1], now=now)
    except NotAllowed:
        pass  # it has ended


@pytest.mark.parametrize("seed", range(3))
def test_no_byte_changes_before(
    seed: int, people: People, now: datetime, client: Client, request: pytest.FixtureRequest
) -> None:
    random = Random(seed)  # no secret
    organization()
    for code in ("MX", "CA"):
        country(code)
    theme("trade")
    publish(meeting(people, now - days(30)), people, now - days(30))
    by = [person("one", "Publisher"), person("two", "Publisher")]
    request.getfixturevalue("site_role")
    count = 0

    def words() -> str:
        nonlocal count
        count += 1
        return f"Word {seed} {count}"

    for step in range(8, 0, -1):
        at = now - days(step)
        moments = [at - timedelta(seconds=random.randrange(1, 86400 * 8)) for _each in range(2)]
        before = {moment: shown(client, moment) for moment in moments}
        if random.random() < 0.5:
            sql("RESET ROLE")  # the record takes no line of another day from the site
            rename(random, by, at, words)
            at_commit()
            sql("SET ROLE entente_test_site")
        else:
            tried(random.choice(RAW).format(word=words().replace(" ", "")))
        for moment, pages in before.items():
            assert shown(client, moment) == pages


def test_the_statements_say_something(people: People, now: datetime, site_role: None) -> None:
    """Each is one that the database understands, and refuses or not."""
    for statement in RAW:
        try:
            with transaction.atomic():
                sql(statement.format(word="x"))
        except (IntegrityError, InternalError):
            pass
        except ProgrammingError as refusal:
            if "permission denied" not in str(refusal):
                raise


def known(model: Any) -> set[str]:
    return set(model.objects.values_list("code", flat=True))


def test_a_code_that_comes_again_keeps_its_past(people: People, now: datetime, site_role: None) -> None:
    """Taken away and added anew under another name, by raw SQL: the names of then are those of then."""
    sql("RESET ROLE")
    organization("sea", "Sea")
    at_commit()
    sql("SET ROLE entente_test_site")
    sql("DELETE FROM cooperation_organization WHERE code = 'sea'")
    with pytest.raises(IntegrityError, match="keeps the names that it had"), transaction.atomic():
        sql(
            "INSERT INTO cooperation_organization (code, name, name_en, name_fr, name_es, acronym)"
            " VALUES ('sea', 'Ocean', 'Ocean', 'Ocean', 'Ocean', '')"
        )
    assert known(Organization) == known(Country) == known(Theme) == set()
    assert ReferenceRow.objects.get(key="organization:sea").periods.get().names["name"]["en"] == "Sea"
