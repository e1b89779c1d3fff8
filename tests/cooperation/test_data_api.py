"""The JSON API: what it says, to whom, of when; and how it says no."""

import json
from datetime import datetime
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cooperation import public_kind
from editorial.content import kinds
from editorial.workflow import drafts, transitions
from tests.builders import approve, attest_all, country, make, make_page, publish, revised, section, texts, theme
from tests.cooperation.schema import problems
from tests.cooperation.site import days, figure, get, group, mechanism, objective, page, report, uuid, withdraw
from tests.people import People

pytestmark = pytest.mark.django_db

API = "/api/v1"


def api_answer(client: Client, address: str, status: int = 200, **headers: str) -> Any:
    """What the API says, after it was checked against its own description."""
    response = get(client, API + address, **headers)
    assert response.status_code == status, response.content
    said = json.loads(response.content)
    media = response["Content-Type"].split(";")[0]
    assert media == ("application/json" if status == 200 else "application/problem+json")
    assert response["Access-Control-Allow-Origin"] == "*"
    described = json.loads(get(client, f"{API}/openapi.json").content)
    path = API + address.split("?")[0]
    if len(path.split("/")) == 6:
        path = path.rsplit("/", 1)[0] + "/{id}"
    if path in described["paths"]:
        answers = described["paths"][path]["get"]["responses"]
        schema = answers[str(status)]["content"][media]["schema"]
        found = problems(
            {k: v for k, v in said.items() if status == 200 or k in ("type", "title", "status", "detail")},
            schema,
            described,
        )
        assert found == []
    return said


def test_the_description_is_whole_and_of_this_site_alone(client: Client, db: None) -> None:
    described = api_answer(client, "/openapi.json")
    assert described["openapi"].startswith("3.1")
    for kind in public_kind.all_kinds():
        operations = described["paths"][f"{API}/documents/{kind.key}"]
        assert set(operations) == {"get"}
        names = {parameter["name"] for parameter in operations["get"]["parameters"]}
        assert {"language", "at", "page", "page_size", "sort", *kind.filters.base_filters} - {"at"} <= names
        assert f"{API}/documents/{kind.key}/{{id}}" in described["paths"]
    ids = [one["get"]["operationId"] for one in described["paths"].values()]
    assert len(ids) == len(set(ids))


def test_the_way_in_and_the_kinds(client: Client, db: None) -> None:
    links = api_answer(client, "/")
    assert json.loads(get(client, API).content) == links
    assert links["openapi"] == "http://testserver/api/v1/openapi.json"
    assert get(client, links["documentation"]).status_code == 200
    for code in ("en", "fr", "es"):
        said = api_answer(client, f"/kinds?language={code}")
        assert [kind["key"] for kind in said["kinds"]] == [kind.key for kind in public_kind.all_kinds()]
        for kind in said["kinds"]:
            for name in ("url", "api_url", "csv_url", "feed_url"):
                response = get(client, kind[name])
                assert response.status_code == 200, kind[name]
                b"".join(response)  # to its end, so that the file of a table is closed


def test_a_list_is_paged_filtered_and_sorted_like_its_page(client: Client, people: People, now: datetime) -> None:
    cmp = mechanism(people, now)
    for year in (2019, 2021, 2020):
        report(people, now, year, of=cmp)
    said = api_answer(client, "/documents/annual_report?language=fr&page_size=2")
    assert (said["total"], said["pages"], said["page"]) == (3, 2, 1)
    assert [item["fields"]["year"] for item in said["items"]] == [2021, 2020]
    assert said["previous"] is None
    following = json.loads(get(client, said["next"]).content)
    assert [item["fields"]["year"] for item in following["items"]] == [2019]
    assert following["next"] is None
    assert json.loads(get(client, following["previous"]).content) == said
    by_title = api_answer(client, "/documents/annual_report?sort=title")
    assert [item["title"] for item in by_title["items"]] == ["Report 2019 en", "Report 2020 en", "Report 2021 en"]
    one = api_answer(client, "/documents/annual_report?year=2020")
    assert [item["fields"]["year"] for item in one["items"]] == [2020]
    of = one["items"][0]["fields"]["mechanism"]
    assert (of["id"], of["title"]) == (uuid(cmp), "Partnership en")
    assert api_answer(client, "/documents/annual_report?year=1812")["total"] == 0
    beyond = api_answer(client, "/documents/annual_report?page=77&page_size=2")
    assert (beyond["items"], beyond["total"]) == ([], 3)
    assert "page=2" in beyond["previous"]


def test_a_document_says_all_that_its_page_says_in_one_language(client: Client, people: People, now: datetime) -> None:
    theme("security")
    country("CA")
    parts = {
        "themetag": [{"theme": "security"}],
        "countrytag": [{"country": "CA"}],
        "section": [
            {
                "heading": texts("One"),
                "body": {
                    c: f'<p><a href="/{c}/{s}/">x</a> {c}</p>' for c, s in kinds.get_kind("page").segments.items()
                },
            }
        ],
        "figure": [figure("Projects", value="1500.2500", as_of="2022-07-01")],
    }
    parent = page(people, now - days(9), slug="top")
    first = page(people, now - days(3), fields={"parent": uuid(parent)}, parts=parts)
    revised(first, people, now - days(1), title_fr="Frontière", change_note_fr="Nouveau titre.")
    said = api_answer(client, f"/documents/page/{uuid(first)}?language=fr")
    assert (said["title"], said["edition"], said["language"]) == ("Frontière", 2, "fr")
    assert said["url"] == "http://testserver/fr/pages/border-fr/"
    assert {item["language"]: item["url"] for item in said["languages"]} == {
        "en": "http://testserver/en/pages/border-en/",
        "es": "http://testserver/es/paginas/border-es/",
    }
    assert [item["name"] for item in said["themes"]] == ["Security fr"]
    assert said["fields"]["parent"]["title"] == "Top fr"
    (body,) = (part["body"] for part in said["parts"]["section"])
    assert body == '<p><a href="http://testserver/fr/pages/">x</a> fr</p>'
    assert said["parts"]["figure"][0]["value"] == "1500.2500"
    assert [(item["number"], item["note"]) for item in said["editions"]] == [(2, "Nouveau titre."), (1, "")]
    assert said["editions"][0]["until"] is None
    assert "Nouveau" not in json.dumps(api_answer(client, f"/documents/page/{uuid(first)}"))
    before = api_answer(client, f"/documents/page/{uuid(first)}?language=fr&at={(now - days(2)).date()}")
    assert (before["title"], before["edition"]) == ("Border fr", 1)
    assert [(item["number"], item["until"]) for item in before["editions"]] == [(1, None)]
    assert "at=" in before["url"]


def test_every_kind_is_told_as_it_is_described(client: Client, people: People, now: datetime) -> None:
    cmp = mechanism(people, now)
    energy = group(people, now, of=cmp)
    objectives = [objective(energy, "Build", status="done")]
    made = {
        "annual_report": report(people, now, 2021, of=cmp, groups=[energy], parts={"objective": objectives}),
        "mechanism": cmp,
        "working_group": energy,
        "page": page(people, now),
        "meeting": publish(make("meeting", people, now, slug="m", fields=MEETING), people, now),
    }
    for kind, edition in made.items():
        for code in ("en", "fr", "es"):
            assert api_answer(client, f"/documents/{kind}?language={code}")["total"] == 1
            assert api_answer(client, f"/documents/{kind}/{uuid(edition)}?language={code}")["id"] == uuid(edition)


MEETING = {
    "starts_on": "2022-03-01", "starts_at": "09:00:00", "ends_on": "2022-03-02", "ends_at": "17:30:00",
    "time_zone": "America/Mexico_City", "city": texts("City"), "format": "hybrid",
}  # fmt: skip


def test_nothing_leaves_that_is_not_public(client: Client, people: People, now: datetime) -> None:
    secret = make_page(people, now, slug="secret")
    scheduled = approve(make_page(people, now, slug="coming"), people, now)
    transitions.schedule(scheduled, by=people.publisher, now=now, at=now + days(1))
    top = page(people, now - days(2), slug="top")
    pointing = page(people, now - days(1), slug="pointing", fields={"parent": uuid(top)})
    for edition in (secret, scheduled):
        assert api_answer(client, f"/documents/page/{uuid(edition)}", 404)["detail"] == "There is no such document."
    assert [item["title"] for item in api_answer(client, "/documents/page")["items"]] == ["Pointing en", "Top en"]
    withdraw(top, people, now)
    (item,) = api_answer(client, "/documents/page")["items"]
    assert item["fields"]["parent"] is None
    parent = api_answer(client, f"/documents/page/{uuid(pointing)}")["fields"]["parent"]
    assert (parent["url"], parent["api_url"]) == (None, None)


def test_a_planned_end_is_not_told_before_it_comes(client: Client, people: People, now: datetime) -> None:
    first = page(people, now - days(2))
    draft = transitions.revise(first, by=people.author, now=now)
    attest_all(draft, people, now)
    transitions.schedule(approve(draft, people, now), by=people.publisher, now=now, at=now + days(1))
    said = api_answer(client, f"/documents/page/{uuid(first)}")
    assert [(item["number"], item["until"]) for item in said["editions"]] == [(1, None)]


def test_what_was_withdrawn_is_gone_and_the_past_remains(client: Client, people: People, now: datetime) -> None:
    edition = page(people, now - days(3))
    withdraw(edition, people, now - days(1))
    gone = api_answer(client, f"/documents/page/{uuid(edition)}?language=es", 410)
    assert gone["explanation"] == "Era incorrecto."
    assert api_answer(client, "/documents/page")["total"] == 0
    assert api_answer(client, f"/documents/page?at={(now - days(2)).date()}")["total"] == 1
    assert api_answer(client, f"/documents/page/{uuid(edition)}?at={(now - days(2)).date()}")["edition"] == 1


def test_a_language_to_follow_is_not_filled_in(client: Client, people: People, now: datetime) -> None:
    draft = make_page(people, now, attest=False)
    edition = excepted(draft, people, now)
    said = api_answer(client, f"/documents/page/{uuid(edition)}?language=es", 404)
    assert {item["language"] for item in said["languages"]} == {"en", "fr"}
    assert api_answer(client, "/documents/page?language=es")["total"] == 0
    assert api_answer(client, f"/documents/page/{uuid(edition)}?language=fr")["languages_to_follow"] == ["es"]


def excepted(draft: Any, people: People, now: datetime) -> Any:
    """A live edition of which Spanish is to follow."""
    drafts.attest(draft, "fr", by=people.translator_fr, now=now)
    drafts.grant_exception(draft, "es", by=people.publisher, now=now, reason="Later.")
    return publish(draft, people, now)


@pytest.mark.parametrize(
    ("address", "status", "parameter"),
    [
        ("/documents/page?language=de", 422, "language"),
        ("/documents/page?language=", 422, "language"),
        ("/documents/page?page=0", 422, "page"),
        ("/documents/page?page=x", 422, "page"),
        ("/documents/page?page=99999999999999999999", 422, "page"),
        ("/documents/page?page_size=101", 422, "page_size"),
        ("/documents/page?sort=worst", 422, "sort"),
        ("/documents/page?tehme=security", 422, "tehme"),
        ("/documents/page?at=yesterday", 422, "at"),
        ("/documents/page?at=2999-01-01", 422, "at"),
        ("/documents/page?at=%00", 422, "at"),
        ("/documents/page?theme=" + "x" * 100_000, 422, "theme"),
        ("/kinds?at=2020-01-01", 422, "at"),
        ("/documents/page?page=", 422, "page"),
        ("/documents/page?page=1.5", 422, "page"),
        ("/documents/page?page=" + "9" * 5000, 422, "page"),
        ("/documents/page?page_size=-1", 422, "page_size"),
        ("/documents/page?at=", 422, "at"),
        ("/documents/page?at=" + "2" * 41, 422, "at"),
        ("/documents/nothing", 404, ""),
        ("/documents/nothing/00000000-0000-4000-8000-000000000000", 404, ""),
        ("/documents/page/", 404, ""),
        ("/?at=yesterday", 404, ""),
        ("/documents/page/not-a-uuid", 404, ""),
        ("/documents/page/00000000-0000-4000-8000-000000000000", 404, ""),
        ("/nowhere", 404, ""),
        ("/%00", 404, ""),
    ],
)
def test_what_makes_no_sense_is_told_so(client: Client, db: None, address: str, status: int, parameter: str) -> None:
    response = get(client, API + address)
    said = json.loads(response.content)
    assert (response.status_code, said["status"], said["type"]) == (status, status, "about:blank")
    assert response["Content-Type"] == "application/problem+json"
    assert said["detail"]
    if parameter:
        assert [error["parameter"] for error in said["errors"]] == [parameter]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("page=0", "La valeur minimale est 1."),
        ("page=x", "Un nombre entier est attendu."),
        ("page_size=101", "La valeur maximale est 100."),
        ("theme=" + "x" * 201, "200 caractères au plus sont admis."),
        ("tehme=security", "Il n’y a pas ici de paramètre de ce nom."),
        ("sort=worst", "Valeurs admises : title, recent."),
    ],
)
def test_it_is_told_in_the_language_asked_for(client: Client, db: None, query: str, sentence: str) -> None:
    said = api_answer(client, f"/documents/page?language=fr&{query}", 422)
    assert [error["detail"] for error in said["errors"]] == [sentence]


def test_all_that_is_wrong_is_told_at_once(client: Client, db: None) -> None:
    said = api_answer(client, "/documents/page?at=2999-01-01&language=es&page=0&tehme=x&z=1&sort=worst", 422)
    assert [error["parameter"] for error in said["errors"]] == ["page", "sort", "tehme", "z", "at"]
    assert said["detail"].endswith(": at, page, sort, tehme, z.")
    told_of = api_answer(client, "/documents/page?" + "&".join(f"{n}{'x' * 100}=1" for n in range(50)), 422)["errors"]
    assert len(told_of) == 10
    assert max(len(error["parameter"]) for error in told_of) == 60


def test_every_value_is_taken_or_refused_as_the_description_says(client: Client, db: None) -> None:
    described = api_answer(client, "/openapi.json")
    for kind in public_kind.all_kinds():
        for one in described["paths"][f"{API}/documents/{kind.key}"]["get"]["parameters"]:
            schema = one["schema"]
            taken = [
                schema["default"],
                *schema.get("enum", ()),
                *(schema[k] for k in ("minimum", "maximum") if k in schema),
            ]
            refused = (
                ["nothing of this"]
                if "enum" in schema
                else ["x" * (schema["maxLength"] + 1)]
                if "maxLength" in schema
                else []
            )
            refused += [schema["minimum"] - 1, schema["maximum"] + 1, "", "x"] if schema["type"] == "integer" else []
            assert refused
            for value in taken if one["name"] != "at" else ():
                assert problems(value, schema, described) == []
                api_answer(client, f"/documents/{kind.key}?{one['name']}={value}")
            for value in refused:
                said = api_answer(client, f"/documents/{kind.key}?{one['name']}={value}", 422)
                assert [error["parameter"] for error in said["errors"]] == [one["name"]]


def test_what_takes_too_long_is_a_problem_too(
    client: Client, people: People, now: datetime, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page(people, now)
    settings.PUBLIC_STATEMENT_TIMEOUT = 50

    def slow(*args: Any) -> int:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(20)")
        return 0

    monkeypatch.setattr("cooperation.lists.choice.Choice.count", property(slow))
    response = get(client, f"{API}/documents/page?language=fr")
    assert (response.status_code, response["Content-Type"]) == (503, "application/problem+json")
    assert (response["Retry-After"], response["Cache-Control"]) == ("30", "no-store")
    assert response["Content-Language"] == "fr"
    assert json.loads(response.content)["status"] == 503


@pytest.mark.parametrize("query", ["theme=%00", "theme=%F0%28%8C%28", "theme=;DROP", "theme=' OR 1=1"])
def test_junk_among_the_filters_leaves_an_empty_list(client: Client, people: People, now: datetime, query: str) -> None:
    page(people, now)
    assert api_answer(client, f"/documents/page?{query}")["total"] == 0


def test_it_is_read_only(client: Client, db: None) -> None:
    for method in ("post", "put", "patch", "delete"):
        response = getattr(client, method)(f"{API}/documents/page")
        assert (response.status_code, json.loads(response.content)["status"]) == (405, 405)
        assert response["Allow"] == "GET, HEAD"


def test_an_answer_is_not_sent_twice(client: Client, people: People, now: datetime) -> None:
    edition = page(people, now - days(2))
    for address in (f"/documents/page/{uuid(edition)}", "/documents/page", "/kinds", "/openapi.json"):
        first = get(client, API + address)
        tag = first["ETag"]
        assert tag.startswith('"')
        assert first["Cache-Control"] == "no-cache"
        for sent in (tag, f'"other", {tag}', f"W/{tag}"):
            again = get(client, API + address, **{"If-None-Match": sent})
            assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)
            assert again["Access-Control-Allow-Origin"] == "*"
        head = client.head(API + address)
        assert (head.status_code, head.content, head["ETag"]) == (200, b"", tag)
        assert get(client, API + address, **{"If-None-Match": '"other"'}).status_code == 200
    before = get(client, f"{API}/documents/page/{uuid(edition)}")
    assert before["Last-Modified"]
    changed = revised(edition, people, now - days(1), title_en="Changed")
    after = get(client, f"{API}/documents/page/{uuid(edition)}", **{"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    listed = get(client, f"{API}/documents/page")
    withdraw(changed, people, now)
    assert get(client, f"{API}/documents/page", **{"If-None-Match": listed["ETag"]}).status_code == 200


MOST_QUESTIONS = 8


def test_no_answer_takes_more_questions_for_more_content(client: Client, people: People, now: datetime) -> None:
    theme("security")
    country("CA")
    asked = []
    for size in (1, 5):
        point = transaction.savepoint()
        cmp = mechanism(people, now)
        groups = [group(people, now, f"g{n}", of=cmp) for n in range(size)]
        parts = {
            "themetag": [{"theme": "security"}],
            "countrytag": [{"country": "CA"}],
            "section": [section(f"S{n}") for n in range(size)],
            "objective": [objective(each, "Do") for each in groups],
        }
        reports = [report(people, now, 2000 + n, of=cmp, groups=groups, parts=parts) for n in range(size)]
        addresses = [
            "/documents/annual_report?page_size=100&year=2000",
            f"/documents/annual_report/{uuid(reports[0])}",
            "/documents/working_group",
        ]
        numbers = []
        for address in addresses:
            get(client, API + address)
            with CaptureQueriesContext(connection) as found:
                assert get(client, API + address).status_code == 200
            numbers.append(len(found))
        asked.append(numbers)
        transaction.savepoint_rollback(point)
    assert asked[0] == asked[1]
    assert max(asked[1]) <= MOST_QUESTIONS
