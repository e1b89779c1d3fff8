"""The search page: what a visitor sees of it, in every language, whatever is typed."""

import re
from datetime import datetime
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cooperation.views.request.page_request import SEARCH
from editorial.base import languages
from editorial.content import kinds
from editorial.workflow import drafts, transitions
from tests.builders import approve, make_page, publish, texts, theme
from tests.cooperation.site import body, chapter, days, get, group, mechanism, objective, page, report, withdraw
from tests.people import People

pytestmark = pytest.mark.django_db


def ask(client: Client, text: str, language: str = "en", more: str = "") -> Any:
    """The answer to a search."""
    return get(client, f"/{language}/{SEARCH[language]}/?q={quote(text)}{more}")


def titles(response: Any) -> list[str]:
    """What is found, in its order, marks taken off."""
    return [re.sub("<[^>]+>", "", title) for title in re.findall(r"<h3><a [^>]*>(.+?)</a></h3>", body(response))]


def questions(client: Client, address: str) -> int:
    """The number of statements that an address takes."""
    get(client, address)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        get(client, address)
    return len(captured)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_blank_search_page_is_useful_and_empty_site_has_one(client: Client, language: str) -> None:
    response = get(client, f"/{language}/{SEARCH[language]}/")
    assert response.status_code == 200
    assert response["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in body(response)
    assert 'name="q"' in body(response)


def test_no_kind_stands_at_the_address_of_the_search() -> None:
    for kind in kinds.all_kinds():
        for code in languages.codes():
            assert kind.segments[code] != SEARCH[code], kind.key


def test_each_language_has_its_own_address(client: Client, people: People, now: datetime) -> None:
    page(people, now, slug="border")
    html = body(ask(client, "border"))
    assert 'href="/fr/recherche/?q=border"' in html
    assert 'href="/es/busqueda/?q=border"' in html
    assert get(client, "/fr/search/").status_code == 404


def test_only_what_is_live_in_the_language_is_found(client: Client, people: People, now: datetime) -> None:
    page(people, now, slug="zeppelin-live")
    make_page(people, now, slug="zeppelin-draft")
    withdraw(page(people, now - days(2), slug="zeppelin-withdrawn"), people, now)
    soon = approve(make_page(people, now, slug="zeppelin-soon"), people, now)
    transitions.schedule(soon, by=people.publisher, now=now, at=now + days(1))
    excepted = make_page(people, now, slug="zeppelin-excepted", attest=False)
    drafts.grant_exception(excepted, "es", by=people.publisher, now=now, reason="Later.")
    drafts.attest(excepted, "fr", by=people.translator_fr, now=now)
    publish(excepted, people, now)
    assert sorted(titles(ask(client, "zeppelin"))) == ["Zeppelin excepted en", "Zeppelin live en"]
    assert titles(ask(client, "zeppelin", "es")) == ["Zeppelin live es"]


def test_the_past_is_searched_as_it_was(client: Client, people: People, now: datetime) -> None:
    withdraw(page(people, now - days(9), slug="zeppelin"), people, now - days(2))
    at = (now - days(4)).date().isoformat()
    response = ask(client, "zeppelin", more=f"&at={at}")
    assert titles(response) == ["Zeppelin en"]
    assert f"/en/pages/zeppelin-en/?at={at}" in body(response)
    assert f'name="at" value="{at}"' in body(response)
    assert titles(ask(client, "zeppelin")) == []
    assert titles(ask(client, "zeppelin", more=f"&at={(now - days(12)).date()}")) == []
    assert ask(client, "zeppelin", more="&at=2999-01-01").status_code == 404


def test_acronyms_and_everything_in_a_report_are_found(client: Client, people: People, now: datetime) -> None:
    one = mechanism(people, now, acronym=texts("T‑MEC"))
    energy = group(people, now, of=one)
    parts = {
        "chapter": [{**chapter(energy), "results": dict.fromkeys(("en", "fr", "es"), "<p>Turbines</p>")}],
        "objective": [objective(energy, "Windmills")],
    }
    report(people, now, 2021, of=one, parts=parts)
    for asked in ("t-mec", "tmec", "T MEC"):
        assert titles(ask(client, asked))[0] == "Partnership en", asked
    assert titles(ask(client, "turbine windmill message")) == ["Report 2021 en"]


def test_the_words_are_marked_and_nothing_else_is_markup(client: Client, people: People, now: datetime) -> None:
    nasty = "<script>alert(1)</script> & “Border” <b>"
    page(people, now, slug="one", fields={"title": dict.fromkeys(("en", "fr", "es"), nasty)})
    html = ask(client, "border <script>").content.decode()
    assert "<mark>Border</mark>" in html
    assert "<mark>script</mark>" in html
    assert "<script" not in html.split("<main")[1]
    assert "border &lt;script&gt;" in html


def test_results_are_narrowed_by_kind_theme_and_year(client: Client, people: People, now: datetime) -> None:
    theme("security")
    theme("trade")
    page(people, now, slug="border-one", parts={"themetag": [{"theme": "security"}]})
    page(people, now, slug="border-two", parts={"themetag": [{"theme": "trade"}, {"theme": "security"}]})
    report(people, now, 2019, slug="border-report")
    html = body(ask(client, "border"))
    facets = re.findall(
        r'<li><a href="(/en/search/[^"]+)"><span>([^<]+)</span> <span class="facet-count">(\d+)</span>', html
    )
    assert [(label, count) for _url, label, count in facets] == [
        ("Page", "2"), ("Annual report", "1"), ("Security en", "2"), ("Trade en", "1"), (str(now.year), "2"),
        ("2019", "1"), ("Government of Canada", "3"),
    ]  # fmt: skip
    for url, _label, count in facets:
        narrowed = get(client, url)
        assert len(titles(narrowed)) == int(count)
        assert 'href="/en/search/?q=border"' in body(narrowed)
    assert titles(ask(client, "border", more="&theme=trade&kind=page")) == ["Border two en"]
    for junk in ("&kind=x", "&theme=%00%27", "&year=abc", "&kind=" + "x" * 5000, "&theme=@", "&year=2019%27%20|"):
        assert ask(client, "border", more=junk).status_code == 200


def test_a_near_miss_is_offered_and_leads_to_results(client: Client, people: People, now: datetime) -> None:
    page(people, now, slug="border")
    html = body(ask(client, "bordre"))
    assert '<a href="/en/search/?q=border">border</a>' in html
    assert "Did you mean" not in body(ask(client, "xylophone"))


@pytest.mark.parametrize(
    "typed",
    [
        "\x00", "a\x00b", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "&|!<->():*'\\\"", "' OR 1=1 --",
        "%s%(x)s{}", "the", "-x", '"', '""', "OR", "or or or", "a:*", "\u202ertl", "😀", "🇲🇽🇨🇦", "x" * 170, "é" * 171,
        "- - -", "日本語", "\\'",
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "fr"])
def test_junk_is_answered_in_words(client: Client, people: People, now: datetime, typed: str, language: str) -> None:
    page(people, now, slug="border")
    response = ask(client, typed, language)
    assert response.status_code == 200
    # What is left when nobody sees it is nothing, and nothing asked is the blank page.
    assert titles(response) == ([f"Border {language}"] if typed == "\x00" else [])


@pytest.mark.parametrize(
    "raw", ["q=%FF%FE", "q=%ED%A0%80", "q=a&q=b", "q", "q=border&page=x", "q=border&page=-1", "q=border&page=99999999"]
)
def test_wrong_encodings_and_pages_are_no_error(client: Client, people: People, now: datetime, raw: str) -> None:
    page(people, now, slug="border")
    assert get(client, f"/en/search/?{raw}").status_code == 200


def test_too_long_a_question_is_told_and_kept(client: Client, people: People, now: datetime) -> None:
    page(people, now, slug="border")
    typed = "border " * 20_000
    response = ask(client, typed)
    html = body(response)
    assert response.status_code == 200
    assert f'value="{typed.strip()}"' in html
    assert "170" in html
    assert titles(response) == []
    assert len(html) < 1.2 * len(typed) + 20_000, "it stands in the box and in no address"


@pytest.mark.parametrize(
    ("typed", "told"), [("the of", "nearly every text"), ("-border", "minus sign"), ("— !", "no letter")]
)
def test_what_is_wrong_with_a_question_is_told(client: Client, typed: str, told: str) -> None:
    html = body(ask(client, typed))
    assert told in html
    assert f'value="{typed}"' in html


def test_a_search_takes_at_most_six_questions_however_much_there_is(
    client: Client, people: People, now: datetime
) -> None:
    theme("security")
    addresses = [
        "/en/search/", "/en/search/?q=border", "/en/search/?q=border&theme=security&page=2",
        "/en/search/?q=bordre+pagee", "/en/search/?q=xylophone", "/en/search/?q=the",
        "/en/search/?q=border&at=" + now.date().isoformat(),
    ]  # fmt: skip
    counts = []
    for some in (range(1), range(1, 14)):
        for number in some:
            page(people, now, slug=f"border-{number}", parts={"themetag": [{"theme": "security"}]})
        counts.append([questions(client, address) for address in addresses])
    assert counts[0] == counts[1]
    assert max(counts[1]) <= 6


def test_only_pages_of_results_can_be_reached(client: Client, people: People, now: datetime) -> None:
    for number in range(12):
        page(people, now, slug=f"border-{number}")
    first, last = ask(client, "border"), ask(client, "border", more="&page=2")
    assert len(titles(first)) == 10
    assert len(titles(last)) == 2
    assert not set(titles(first)) & set(titles(last))
    assert titles(ask(client, "border", more="&page=9999")) == titles(last)
    assert 'href="/en/search/?q=border&amp;page=2"' in first.content.decode()


def test_the_box_is_in_the_frame_of_every_page(client: Client) -> None:
    from django.template.loader import render_to_string

    html = render_to_string(
        "cooperation/_search_box.html", {"search_box": {"url": "/fr/recherche/", "at": "2021-01-01"}}
    )
    assert 'action="/fr/recherche/"' in html
    assert 'role="search"' in html
    assert 'value="2021-01-01"' in html
    assert render_to_string("cooperation/_search_box.html", {}).strip() == ""


@pytest.mark.django_db(transaction=True)
def test_a_search_that_takes_too_long_is_stopped(
    client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from editorial.search import find

    settings.SEARCH_TIMEOUT_MS = 50
    monkeypatch.setattr(find, "_FIND", "SELECT pg_sleep(5), %(query)s")
    response = ask(client, "border")
    assert response.status_code == 503
    assert response["Retry-After"] == "10"
    assert 'value="border"' in body(response)
    assert "took too long" in body(response)
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("0",), "the limit went with the search"
