"""Narrowing lists: free text, counts, chips, orders, ways out of an empty list, and whatever junk is asked."""

import re
import unicodedata
from datetime import datetime
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cooperation.lists import rows
from cooperation.views.request.page_request import PageRequest
from editorial.base import sort_keys
from editorial.models import Edition
from editorial.models.querysets import Begins
from tests.builders import country, texts, theme
from tests.cooperation.site import body, days, get, group, mechanism, page, report, uuid
from tests.cooperation.test_public_lists import titles
from tests.people import People

pytestmark = pytest.mark.django_db


def tags(themes: str = "", countries: str = "") -> dict[str, list[dict[str, str]]]:
    """Parts that name themes and countries, given as words."""
    for code in themes.split():
        theme(code)
    for code in countries.split():
        country(code)
    return {
        "themetag": [{"theme": code} for code in themes.split()],
        "countrytag": [{"country": code} for code in countries.split()],
    }


def options(response: Any, name: str) -> dict[str, int]:
    """The choices of a filter and what each would leave."""
    select = body(response).split(f'name="{name}">')[1].split("</select>")[0]
    return {value: int(n) for value, n in re.findall(r'value="([^"]+)"[^>]*>.*?\((\d+)\)</option>', select)}


def chips(response: Any) -> dict[str, str]:
    """What each chip says and where it leads."""
    found = re.findall(
        r'class="chip" href="([^"]*)"><span class="chip-label">([^<]*)</span> <span class="chip-text">([^<]*)<',
        body(response),
    )
    return {f"{label}: {text}": url for url, label, text in found}


@pytest.fixture
def three(people: People, now: datetime) -> None:
    """Three pages: one on security in Canada, one on security in Mexico, one on energy in both."""
    page(people, now, slug="one", parts=tags("security", "CA"))
    page(people, now, slug="two", parts=tags("security", "MX"))
    page(people, now, slug="three", parts=tags("energy", "CA MX"))


@pytest.mark.usefixtures("three")
def test_every_choice_says_what_it_would_leave_under_the_other_filters(client: Client) -> None:
    whole = get(client, "/en/pages/")
    assert options(whole, "theme") == {"security": 2, "energy": 1}
    assert options(whole, "country") == {"CA": 2, "MX": 2}
    narrowed = get(client, "/en/pages/?theme=security")
    assert options(narrowed, "theme") == {"security": 2, "energy": 1}  # not narrowed by itself
    assert options(narrowed, "country") == {"CA": 1, "MX": 1}
    both = get(client, "/en/pages/?country=CA&theme=energy")
    assert options(both, "theme") == {"security": 1, "energy": 1}
    assert options(both, "country") == {"CA": 1, "MX": 1}
    worded = get(client, "/en/pages/?q=three")
    assert options(worded, "theme") == {"energy": 1}


@pytest.mark.usefixtures("three")
def test_chips_take_one_filter_off_and_addresses_name_parameters_in_one_order(client: Client) -> None:
    response = get(client, "/en/pages/?utm=x&sort=recent&country=CA&theme=security&q=one")
    assert titles(response) == ["One en"]
    assert chips(response) == {
        "Words: one": "/en/pages/?theme=security&country=CA&sort=recent",
        "Subject: Security en": "/en/pages/?q=one&country=CA&sort=recent",
        "Country: CA en": "/en/pages/?q=one&theme=security&sort=recent",
    }
    said = body(response)
    canonical = "q=one&theme=security&country=CA&sort=recent"
    assert f'rel="canonical" href="http://testserver/en/pages/?{canonical}"' in said
    assert f'href="/fr/pages/?{canonical}"' in said  # the language switch keeps them
    assert '<input type="hidden" name="sort" value="recent">' in said


@pytest.mark.usefixtures("three")
def test_an_empty_list_says_which_filter_to_take_off(client: Client) -> None:
    said = body(get(client, "/en/pages/?theme=energy&country=CA&q=one"))
    empty = said.split('class="empty"')[1].split("</section>")[0]
    found = re.findall(r'<a href="([^"]+)">([^<]+)</a> <span class="way-count">([^<]+)<', empty)
    assert found == [
        ("/en/pages/?theme=energy&country=CA", "Without “Words: one”", "1 result"),
        ("/en/pages/?q=one&country=CA", "Without “Subject: Energy en”", "1 result"),
        ("/en/pages/", "Show all pages", "3 results"),
    ]


@pytest.mark.usefixtures("three")
def test_a_value_nobody_knows_can_be_taken_off(client: Client) -> None:
    response = get(client, "/en/pages/?theme=no-such&country=CA")
    assert titles(response) == []
    assert chips(response) == {
        "Subject: no-such": "/en/pages/?country=CA",
        "Country: CA en": "/en/pages/?theme=no-such",
    }
    nonsense = get(client, "/en/pages/?theme=%3Cscript%3E&country=CA")
    assert titles(nonsense) == []
    assert b"<script>" not in nonsense.content
    assert "Without “Subject: <script>”" in body(nonsense)


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("L’énergie de l’avenir", "energie avenir"),
        ("L’énergie de l’avenir", "l'énergie"),
        ("L’énergie de l’avenir", "ÉNERG"),
        ("Canada‑Mexico", "canada-mexico"),
        ("Canada–Mexico", "Mexico Canada"),
        ("Main-d’œuvre agricole", "main d'oeuvre"),
        ("Main-d'oeuvre agricole", "œuvre"),
        ("Migración\u00a0laboral", "migracion laboral"),
        ("Cafe\u0301 Ñandú", "café nandu"),
        ("ACCBP (2021)", "accbp 2021"),
        ("Straße", "strasse"),
    ],
)
def test_words_are_found_however_they_are_written(
    client: Client, people: People, now: datetime, title: str, asked: str
) -> None:
    page(people, now, slug="one", fields={"title": {"en": "T", "fr": title, "es": "T"}})
    page(people, now, slug="two")
    assert titles(get(client, f"/fr/pages/?q={quote(asked)}")) == [unicodedata.normalize("NFC", title)]


def test_python_and_the_database_fold_alike(people: People, now: datetime) -> None:
    said = "Œuvre d’État – l’Ærø, Straße № 5; ﬁn İzmir ½ Łódź Δελφοί 2021/22 a_b"
    edition = page(people, now, fields={"title": {"en": said, "fr": "T", "es": "T"}, "summary": texts("")})
    words = sort_keys.Words("title_en")
    found = Edition.objects.filter(pk=edition.pk).annotate(words=words).values_list("words", flat=True).get()
    assert set(re.findall(r"'([^']+)'", found)) == set(sort_keys.folded_words(said))


def test_words_of_title_and_summary_count_together_and_only_in_the_language_shown(
    client: Client, people: People, now: datetime
) -> None:
    page(people, now, slug="one", fields={"title": texts("Border"), "summary": texts("Police")})
    assert titles(get(client, "/en/pages/?q=police border")) == ["Border en"]
    assert titles(get(client, "/en/pages/?q=police fr")) == []
    assert titles(get(client, "/en/pages/?q=olice")) == []  # words are found by their beginning


def test_a_mechanism_is_found_by_its_abbreviation_in_any_language(
    client: Client, people: People, now: datetime
) -> None:
    mechanism(people, now, acronym={"en": "ACCBP", "fr": "PRCCM", "es": "PCCC"})
    for asked in ("prccm", "accbp partnership", "Partner"):
        assert titles(get(client, f"/en/mechanisms/?q={asked}")) == ["Partnership en"], asked


def test_working_groups_are_narrowed_by_the_years_in_which_they_were_active(
    client: Client, people: People, now: datetime
) -> None:
    cmp = mechanism(people, now)
    group(people, now, "ended", of=cmp, active_from=2004, active_to=2006)
    group(people, now, "going", of=cmp, active_from=2005)
    group(people, now, "vague")
    whole = get(client, "/en/working-groups/")
    years = options(whole, "year")
    assert years["2004"] == 1
    assert years["2005"] == years["2006"] == 2
    assert next(iter(years)) == str(now.year)
    assert options(whole, "mechanism") == {uuid(cmp): 2}
    assert titles(get(client, "/en/working-groups/?year=2006")) == ["Ended en", "Going en"]
    assert titles(get(client, f"/en/working-groups/?year={now.year}&mechanism={uuid(cmp)}")) == ["Going en"]
    assert titles(get(client, f"/en/working-groups/?year={now.year + 1}")) == []


def test_mechanisms_of_the_past_are_no_choice_and_no_title_of_a_draft_is_told(
    client: Client, people: People, now: datetime
) -> None:
    cmp = mechanism(people, now - days(2))
    report(people, now - days(1), 2021, of=cmp)
    early = (now - days(2)).date().isoformat()
    assert "Partnership en" in body(get(client, "/en/annual-reports/"))
    assert options(get(client, f"/en/annual-reports/?at={early}"), "mechanism") == {}


def test_lists_are_read_in_the_order_that_is_asked_for(client: Client, people: People, now: datetime) -> None:
    page(people, now - days(3), slug="alpha")
    page(people, now - days(1), slug="beta")
    assert titles(get(client, "/en/pages/")) == ["Alpha en", "Beta en"]
    recent = get(client, "/en/pages/?sort=recent")
    assert titles(recent) == ["Beta en", "Alpha en"]
    assert 'aria-current="true">Latest changes first<' in body(recent)
    assert 'href="/en/pages/" rel="nofollow">By title<' in body(recent)
    report(people, now, 2020)
    report(people, now, 2021, slug="a-report")
    assert titles(get(client, "/en/annual-reports/?sort=title")) == ["A report en", "Report 2020 en"]


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("sort", ["x", "", "%00", "title'--", "x" * 5000])
def test_an_order_that_there_is_not_is_the_first(client: Client, sort: str) -> None:
    assert titles(get(client, f"/en/pages/?sort={sort}")) == ["One en", "Three en", "Two en"]


JUNK = [
    "%00", "%00%00abc", "%FF%FE", "%ED%A0%80", "%C0%AF", "'", "\\", "' OR 1=1--", "%27%3A*%20%26", "!%26|()<->", ":*",
    "*", "a:*b", "%E2%80%AE", "—", "…", "\t\n", "%F0%9F%8D%81", "İ", "ﷺ", "&amp;", "%25", "{{7*7}}", "{%25",
    "a" * 100_000, "b%20" * 20_000, "%CC%81" * 3_000, "-1", "1e309", "٢٠٢١", "99999999999999999999",
]  # fmt: skip


@pytest.mark.parametrize("junk", JUNK, ids=range(len(JUNK)))
def test_junk_gives_a_clear_page(client: Client, people: People, now: datetime, junk: str) -> None:
    report(people, now, 2021)
    for path in ("/fr/pages/", "/en/annual-reports/", "/en/mechanisms/", "/es/grupos-de-trabajo/"):
        for name in ("q", "theme", "country", "year", "mechanism", "sort", "page", "x" * 50):
            response = client.get(f"{path}?{name}={junk}")
            assert response.status_code == 200, (path, name)
            assert len(response.content) < 60_000
    assert client.get(f"/en/annual-reports/?at={junk}").status_code in (200, 404)
    assert client.get(f"/en/pages/?{junk}").status_code == 200


def test_too_many_parameters_are_refused(client: Client, settings: Any) -> None:
    many = "&".join(f"a{n}=1" for n in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1))
    assert client.get(f"/en/pages/?{many}").status_code == 400


def test_lone_surrogates_do_no_harm(people: People, now: datetime) -> None:
    asked = PageRequest("en", now, now)
    assert list(rows.find_rows("page", {"q": "\ud800"}, asked)) == []
    assert list(rows.find_rows("page", {"theme": "\udfff\x00"}, asked)) == []


def test_a_text_that_is_too_long_is_cut_and_the_reader_told(client: Client, people: People, now: datetime) -> None:
    page(people, now)
    response = get(client, "/en/pages/?q=" + "border " * 40)
    assert titles(response) == ["Border en"]
    assert "Only the first 170 characters are looked for." in body(response)
    assert "Only the first" not in body(get(client, "/en/pages/?q=" + "b" * 170))


@pytest.mark.usefixtures("three")
def test_what_a_list_shows_can_be_had_without_pages(now: datetime, people: People) -> None:
    for number in range(12):
        page(people, now, slug=f"p{number:02}", parts=tags("energy"))
    asked = PageRequest("en", now, now)
    found = rows.find_rows("page", {"theme": "energy", "sort": "title", "page": "7"}, asked)
    assert len(found) == 13
    assert [row["title"] for row in found] == [*(f"P{number:02} en" for number in range(12)), "Three en"]
    assert found[12:][0]["themes"] == ["Energy en"]
    assert found[:1][0]["url"] == "/en/pages/p00-en/"
    assert len(rows.find_rows("page", {"theme": "no such"}, asked)) == 0
    with pytest.raises(KeyError):
        rows.find_rows("note", {}, asked)


def test_the_page_of_a_list_and_its_rows_never_disagree(client: Client, people: People, now: datetime) -> None:
    """The page runs statements compiled over stand-ins, `found` an ordinary queryset."""
    cmp = mechanism(people, now)
    for year in (2019, 2020, 2021):
        report(people, now, year, of=cmp)
    group(people, now, "energy", of=cmp, active_from=2019)
    for key, params in (
        ("annual_report", {"year": "2020", "mechanism": uuid(cmp)}),
        ("annual_report", {"q": "report 2019"}),
        ("annual_report", {"sort": "title"}),
        ("working_group", {"year": "2020", "mechanism": uuid(cmp), "q": "ener"}),
        ("mechanism", {"q": "cmp"}),
    ):
        asked = PageRequest("en", now, now)
        there = [row["title"] for row in rows.find_rows(key, params, asked)]
        assert there, (key, params)
        assert titles(get(client, asked.list_of(key, params))) == there


def test_a_list_asks_twice_however_it_is_narrowed(client: Client, people: People, now: datetime) -> None:
    parts = tags("security energy", "CA MX")
    for number in range(11):
        page(people, now, slug=f"p{number:02}", parts=parts)
    for path in (
        "/fr/pages/",
        "/fr/pages/?theme=security&country=CA",
        "/fr/pages/?theme=security&country=CA&q=p&page=2",
    ):
        assert get(client, path).status_code == 200
        with CaptureQueriesContext(connection) as asked:
            assert get(client, path).status_code == 200
        assert len(asked) == 2, path


@pytest.mark.usefixtures("three")
def test_the_indexes_fit_the_questions(now: datetime) -> None:
    """An expression is found in an index only when both say the very same. So few rows need no index, so the planner is
    shown no other way."""
    live = Edition.objects.live(now)
    words = sort_keys.HasWords(sort_keys.Words("title_en", "summary_en"), sort_keys.prefixes("one"))
    for index, asked in (
        ("editorial_edition_words_en", live.filter(words).order_by().values("pk")),
        ("editorial_edition_title_en", live.order_by(sort_keys.Folded("title_en")).values("pk")),
        ("editorial_edition_begins", live.order_by(Begins("live_during").desc()).values("pk")),
        ("editorial_edition_public", live.in_language("en").order_by().values("pk")),
    ):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")
            cursor.execute(
                "UPDATE pg_index SET indisvalid = false"
                " WHERE indrelid = 'editorial_edition'::regclass AND indexrelid <> %s::regclass",
                [index],
            )
            sql, params = asked.query.sql_with_params()
            cursor.execute("EXPLAIN " + sql, params)
            plan = "\n".join(row[0] for row in cursor.fetchall())
            transaction.set_rollback(True)
        assert f"using {index}" in plan or f"Bitmap Index Scan on {index}" in plan, plan
        if "words" in index:
            assert "Index Cond: (array_to_tsvector" in plan
        else:
            assert "Sort" not in plan
