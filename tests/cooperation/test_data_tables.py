"""Lists as CSV."""

import csv
import io
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from cooperation import public_kind
from cooperation.data import tables
from tests.builders import country, make, publish, texts, theme
from tests.cooperation.site import days, get, mechanism, page, report, uuid, withdraw, words
from tests.people import People

pytestmark = pytest.mark.django_db


def rows(client: Client, address: str) -> list[list[str]]:
    """The table at an address."""
    response: Any = get(client, address)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/csv; charset=utf-8")
    whole = b"".join(response)
    assert whole.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(whole.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_list_has_a_table(client: Client, db: None, language: str) -> None:
    for kind in public_kind.all_kinds():
        header, *more = rows(client, f"/{language}/{kind.segments[language]}/list.csv")
        assert header[0] == words(language, "Title")
        assert more == []


def test_a_table_holds_the_whole_list_under_its_filters(client: Client, people: People, now: datetime) -> None:
    cmp = mechanism(people, now - days(3))
    for year in range(2000, 2013):
        report(people, now - days(2), year, of=cmp)
    header, *found = rows(client, "/fr/rapports-annuels/list.csv")
    assert [row[header.index("Year")] if "Year" in header else row[3] for row in found] == [
        str(y) for y in range(2012, 1999, -1)
    ]
    assert found[0][0] == "Report 2012 fr"
    assert "Partnership fr" in found[0]
    assert f"urn:uuid:{uuid(cmp)}" not in found[0]
    assert "http://testserver/fr/rapports-annuels/report-2012-fr/" in found[0]
    assert len(rows(client, "/fr/rapports-annuels/list.csv?year=2005")) == 2
    assert len(rows(client, "/fr/rapports-annuels/list.csv?year=1812")) == 1
    assert rows(client, "/en/annual-reports/list.csv?sort=title")[1][0] == "Report 2000 en"
    assert len(rows(client, f"/en/annual-reports/list.csv?at={(now - days(5)).date()}")) == 1


def test_a_table_is_saved_under_a_name_of_its_language(client: Client, people: People, now: datetime) -> None:
    response = get(client, "/fr/groupes-de-travail/list.csv")
    day = now.date().isoformat()
    assert response["Content-Disposition"] == f'attachment; filename="groupes-de-travail-{day}.csv"'
    assert response["Access-Control-Allow-Origin"] == "*"
    head: Any = client.head("/fr/groupes-de-travail/list.csv")
    assert (head.status_code, b"".join(head)) == (200, b"")
    assert client.post("/fr/groupes-de-travail/list.csv").status_code == 405
    assert get(client, "/fr/rien/list.csv").status_code == 404
    assert get(client, "/fr/groupes-de-travail/list.csv?at=rien").status_code == 404


def test_no_cell_can_be_run_by_a_spreadsheet(client: Client, people: People, now: datetime) -> None:
    evil = {"en": '=HYPERLINK("http://x.example","x")', "fr": "@SUM(1+1)", "es": "+1-1"}
    page(people, now, fields={"title": evil, "summary": {"en": "-2+3", "fr": " =1", "es": "a=b"}})
    for language, segment, title, summary in (
        ("en", "pages", "'" + evil["en"], "'-2+3"),
        ("fr", "pages", "'@SUM(1+1)", "'=1"),
        ("es", "paginas", "'+1-1", "a=b"),
    ):
        _header, row = rows(client, f"/{language}/{segment}/list.csv")
        assert (row[0], row[1]) == (title, summary)


@given(st.text(max_size=20))
def test_harmless_text_never_begins_as_a_formula_does(text: str) -> None:
    made = tables.harmless(text)
    assert made.lstrip(" \u00a0")[:1] not in tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20") or not made
    assert made in (text, "'" + text)


def test_times_and_choices_are_written_out(client: Client, people: People, now: datetime) -> None:
    fields = {
        "starts_on": "2022-03-01",
        "starts_at": "09:00:00",
        "time_zone": "America/Mexico_City",
        "format": "hybrid",
    }
    publish(make("meeting", people, now, slug="m", fields={**fields, "city": texts("City")}), people, now)
    _header, row = rows(client, "/en/meetings/list.csv")
    assert {"2022-03-01", "09:00", "America/Mexico_City", "Hybrid", "City en"} <= set(row)


def test_a_table_takes_few_questions_and_no_draft(client: Client, people: People, now: datetime) -> None:
    theme("security")
    country("CA")
    tags = {"themetag": [{"theme": "security"}], "countrytag": [{"country": "CA"}]}
    make("page", people, now, slug="draft")
    parent = page(people, now - days(2), slug="p0", parts=tags)
    asked = []
    for n in range(1, 4):
        page(people, now - days(1), slug=f"p{n}", parts=tags, fields={"parent": uuid(parent)})
        rows(client, "/en/pages/list.csv")
        with CaptureQueriesContext(connection) as found:
            assert len(rows(client, "/en/pages/list.csv")) == 2 + n
        asked.append(len(found))
    assert len(set(asked)) == 1
    assert asked[0] <= 8
    withdraw(parent, people, now)
    assert len(rows(client, "/en/pages/list.csv")) == 4


def test_a_table_has_an_end_and_says_so(
    client: Client, people: People, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 2)
    for n in range(3):
        page(people, now, slug=f"p{n}")
    *_rows, last = rows(client, "/en/pages/list.csv")
    assert len(_rows) == 3
    assert len(last) == 1
