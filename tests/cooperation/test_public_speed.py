"""Public pages ask the database few questions, however much there is."""

from datetime import datetime
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.builders import country, section, theme
from tests.cooperation.site import days, figure, get, group, mechanism, objective, page, report, uuid
from tests.people import People

pytestmark = pytest.mark.django_db

MOST_ON_A_PAGE = 8


def questions(client: Client, path: str) -> int:
    """How many statements a page takes once its SQL is compiled."""
    assert get(client, path).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        assert get(client, path).status_code == 200
    return len(asked)


def furnished(people: People, now: datetime, size: int) -> dict[str, str]:
    """A site of every kind with `size` of everything; the address of the richest page of each kind."""
    theme("security")
    country("CA")
    tags = {"themetag": [{"theme": "security"}], "countrytag": [{"country": "CA"}]}
    many: dict[str, Any] = {
        **tags, "section": [section(f"S{n}") for n in range(size)], "figure": [figure(value="1") for _ in range(size)],
    }  # fmt: skip
    cmp = mechanism(people, now)
    groups = [group(people, now, f"group{n}", of=cmp) for n in range(size)]
    earlier = [objective(each, "Begin") for each in groups]
    report(people, now, 2019, of=cmp, groups=groups, parts={"objective": earlier})
    later = [objective(each, "Go on", continues=old["key"]) for each, old in zip(groups, earlier, strict=True)]
    report(people, now, 2020, of=cmp, groups=groups, parts={**many, "objective": later})
    for n in range(size):
        report(people, now, 2021 + n, of=cmp, groups=groups)
    parent = page(people, now, slug="top")
    home = page(people, now, slug="middle", fields={"parent": uuid(parent)}, parts=many)
    for n in range(size):
        page(people, now, slug=f"child{n}", fields={"parent": uuid(home)}, parts=tags)
    return {
        "page": "/fr/pages/middle-fr/",
        "report": "/fr/rapports-annuels/report-2020-fr/",
        "group": "/fr/groupes-de-travail/group0-fr/",
        "mechanism": "/fr/mecanismes/partnership-fr/",
        "home": "/fr/",
        "pages": "/fr/pages/?theme=security",
        "reports": "/fr/rapports-annuels/?year=2020",
        "groups": "/fr/groupes-de-travail/",
        "mechanisms": "/fr/mecanismes/",
    }


def test_no_page_asks_more_than_eight_times_and_none_more_for_more_content(
    client: Client, people: People, now: datetime
) -> None:
    asked = []
    for size in (1, 4):
        point = transaction.savepoint()
        pages = furnished(people, now - days(2), size)
        asked.append({name: questions(client, path) for name, path in pages.items()})
        past = {name: f"{path}{'&' if '?' in path else '?'}at={(now - days(1)).date()}" for name, path in pages.items()}
        assert {name: questions(client, path) for name, path in past.items()} == asked[-1]
        transaction.savepoint_rollback(point)
    few, many = asked
    assert many == few
    assert max(many.values()) <= MOST_ON_A_PAGE, many


def test_what_is_not_there_is_cheap_to_ask_for(client: Client, people: People, now: datetime) -> None:
    page(people, now)
    for path, most in (("/fr/pages/rien-fr/", 3), ("/fr/rien/", 0), ("/fr/pages/?at=2999-01-01", 0), ("/x/y/z/", 0)):
        get(client, path)
        with CaptureQueriesContext(connection) as asked:
            assert get(client, path).status_code == 404
        assert len(asked) <= most, path
