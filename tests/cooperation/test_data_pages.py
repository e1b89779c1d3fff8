"""What pages say of themselves, how they are cited, and the page about data."""

import json
import re
from datetime import datetime
from typing import Any

import html5lib
import pytest
from django.test import Client

from cooperation import public_kind
from cooperation.data.urls_for import DATA_PAGE
from tests.builders import make, make_page, publish, revised, texts, theme
from tests.cooperation.site import body, days, get, group, mechanism, page, report, uuid, withdraw, words
from tests.people import People

pytestmark = pytest.mark.django_db

EVIL = "</script><script>alert(1)</script><!-- & \" ' \u2028"


def head(client: Client, address: str) -> tuple[list[Any], dict[str, list[str]], dict[str, str]]:
    """The JSON-LD graph of a page, its metadata by name, and its alternate links by media type."""
    response = get(client, address)
    assert response.status_code == 200
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(response.content.decode())
    scripts = [each for each in tree.iter("script") if each.get("type") == "application/ld+json"]
    assert len(scripts) == 1
    assert len(list(tree.iter("script"))) == 1
    told = json.loads("".join(scripts[0].itertext()))
    assert told["@context"] == "https://schema.org"
    meta: dict[str, list[str]] = {}
    for each in tree.iter("meta"):
        meta.setdefault(each.get("name") or each.get("property") or "", []).append(each.get("content") or "")
    links = {
        each.get("type"): each.get("href")
        for each in tree.iter("link")
        if each.get("rel") == "alternate" and each.get("type")
    }
    return told["@graph"], meta, links


def test_a_page_says_what_it_is(client: Client, people: People, now: datetime) -> None:
    theme("security")
    edition = page(people, now - days(9), parts={"themetag": [{"theme": "security"}]})
    revised(edition, people, now - days(2))
    (thing, crumbs), meta, links = head(client, "/fr/pages/border-fr/")
    url = "http://testserver/fr/pages/border-fr/"
    assert (thing["@type"], thing["@id"], thing["inLanguage"], thing["version"]) == ("Article", url, "fr", 2)
    assert thing["identifier"] == f"urn:uuid:{uuid(edition)}"
    assert datetime.fromisoformat(thing["datePublished"]) == now - days(9)
    assert datetime.fromisoformat(thing["dateModified"]) == now - days(2)
    assert [item["position"] for item in crumbs["itemListElement"]] == [1, 2, 3]
    assert crumbs["itemListElement"][-1]["item"] == url
    assert meta["dcterms.title"] == meta["og:title"] == ["Border fr"]
    assert meta["dcterms.subject"] == ["Security fr"]
    assert meta["dcterms.identifier"] == [f"urn:uuid:{uuid(edition)}"]
    assert meta["og:locale"] == ["fr_CA"]
    assert sorted(meta["og:locale:alternate"]) == ["en_CA", "es_MX"]
    assert meta["og:url"] == [url]
    (picture,) = meta["og:image"]
    assert picture.startswith("http://testserver/static/")
    assert get(client, links["application/json"]).status_code == 200
    assert get(client, links["application/atom+xml"]).status_code == 200


def test_every_kind_and_every_other_page_says_what_it_is(client: Client, people: People, now: datetime) -> None:
    cmp = mechanism(people, now)
    group(people, now, of=cmp)
    report(people, now, of=cmp)
    fields = {
        "starts_on": "2022-03-01",
        "starts_at": "09:00:00",
        "time_zone": "America/Mexico_City",
        "format": "virtual",
    }
    publish(make("meeting", people, now, slug="m", fields={**fields, "city": texts("City")}), people, now)
    (body_,), *_ = [head(client, "/en/mechanisms/partnership-en/")[0][:1]]
    assert body_["mainEntity"]["@type"] == "GovernmentOrganization"
    assert body_["mainEntity"]["alternateName"] == ["CMP en"]
    assert head(client, "/en/working-groups/energy-en/")[0][0]["mainEntity"]["name"] == "Energy en"
    assert head(client, "/en/annual-reports/report-2021-en/")[0][0]["@type"] == "Report"
    event = head(client, "/en/meetings/m-en/")[0][0]["mainEntity"]
    assert (event["@type"], event["startDate"]) == ("Event", "2022-03-01T09:00:00-06:00")
    assert event["eventAttendanceMode"].endswith("OnlineEventAttendanceMode")
    assert head(client, "/es/")[1]["og:type"] == ["website"]
    for kind in public_kind.all_kinds():
        graph, meta, links = head(client, f"/fr/{kind.segments['fr']}/")
        assert graph[0]["@type"] == "CollectionPage"
        assert meta["og:title"] == [words("fr", kind.plural)] or meta["og:title"]
        assert get(client, links["application/atom+xml"]).status_code == 200


def test_no_title_ends_the_script(client: Client, people: People, now: datetime) -> None:
    evil = {"title": dict.fromkeys(("en", "fr", "es"), EVIL), "summary": dict.fromkeys(("en", "fr", "es"), EVIL)}
    page(people, now, fields=evil)
    (thing, _crumbs), meta, _links = head(client, "/en/pages/border-en/")
    said = " ".join(EVIL.split())
    assert " ".join(thing["name"].split()) == said
    assert " ".join(meta["og:description"][0].split()) == said
    source = get(client, "/en/pages/border-en/").content.decode()
    assert "<script>alert" not in source


def test_the_past_and_what_is_not_there_say_nothing(client: Client, people: People, now: datetime) -> None:
    edition = page(people, now - days(3))
    past = body(get(client, f"/en/pages/border-en/?at={(now - days(1)).date()}"))
    assert "ld+json" not in past
    assert "og:title" not in past
    assert 'class="cite"' in past
    withdraw(edition, people, now)
    assert "ld+json" not in body(get(client, "/en/pages/border-en/"))
    assert "ld+json" not in body(get(client, "/en/nowhere/"))


def test_a_page_is_cited_as_it_stands_for_good(client: Client, people: People, now: datetime) -> None:
    first = page(people, now - days(9))
    revised(first, people, now - days(2), title_en="Second", slug_en="second")
    shown = body(get(client, "/en/pages/second/"))
    cite = re.search(r'<details class="cite">(.*?)</details>', shown, re.S)
    assert cite is not None
    assert "“Second”, Entente, edition 2, " in cite[1]
    address = re.search(r'<span class="cite-address">http://testserver([^<]+)', cite[1])
    assert address is not None
    again = get(client, address[1])
    assert again.status_code == 200
    assert address[1] in body(again)
    before = body(get(client, f"/en/pages/border-en/?at={(now - days(5)).date()}"))
    assert "“Border en”, Entente, edition 1, " in before
    draft = make_page(people, now, slug="draft")
    from editorial.content import canonical, kinds

    preview = kinds.get_kind("page").render(
        _request(), edition=draft, content=canonical.content_of(draft), language="en", moment=now, preview=True
    )  # type: ignore[misc]
    assert 'class="cite"' not in preview.content.decode()


def _request() -> Any:
    from django.test import RequestFactory

    return RequestFactory().get("/admin/x/1/preview/en/")


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_page_about_data_leads_everywhere(client: Client, people: People, now: datetime, language: str) -> None:
    theme("security")
    page(people, now, parts={"themetag": [{"theme": "security"}]})
    path = f"/{language}/{DATA_PAGE[language]}/"
    shown = get(client, path)
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(shown.content.decode())
    links = {each.get("href") for each in tree.iter("a")} - {"#main"}
    assert f"/{language}/themes/security.atom" in links
    for link in links:
        assert get(client, link).status_code == 200, link
    for link in re.findall(r'curl "http://testserver([^"]+)"', body(shown)):
        assert get(client, link).status_code == 200, link
    assert head(client, path)[0][0]["url"] == f"http://testserver{path}"
    assert f'href="{path}"' in body(get(client, f"/{language}/"))


def test_a_list_is_taken_away_as_it_is_narrowed(client: Client, people: People, now: datetime) -> None:
    cmp = mechanism(people, now - days(3))
    report(people, now - days(2), 2020, of=cmp)
    shown = body(get(client, "/en/annual-reports/?year=2020"))
    assert 'href="/en/annual-reports/list.csv?year=2020"' in shown
    assert 'href="/api/v1/documents/annual_report?language=en&year=2020"' in shown
    past = (now - days(1)).date()
    for address in re.findall(
        r'href="([^"]+(?:list\.csv|/api/)[^"]*)"', body(get(client, f"/en/annual-reports/?year=2020&at={past}"))
    ):
        assert f"at={past}" in address
        assert get(client, address).status_code == 200
    assert "meetings.ics" in body(get(client, "/en/meetings/"))


def test_no_kind_stands_where_data_does() -> None:
    for kind in public_kind.all_kinds():
        for code, segment in kind.segments.items():
            assert segment not in {DATA_PAGE[code], "themes"}
