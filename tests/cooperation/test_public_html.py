"""Every sort of public page is sound HTML: no parse error, no id twice, one h1, headings in order, languages told.

The pages are found by following links from the home page, on a site with a rich document of every kind.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

import html5lib
import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.db import transaction
from django.test import Client, RequestFactory
from django.utils import timezone
from lxml import etree

from cooperation import public_kind
from cooperation.views.style import style
from editorial.base import languages
from editorial.base.message_catalogs import path_of
from editorial.visitors import comments
from editorial.workflow import drafts
from tests.builders import make, publish, revised, section, texts
from tests.cooperation import register
from tests.cooperation.site import chapter, days, figure, objective, page, uuid, withdraw
from tests.crawl import Answer, crawl, sort_of
from tests.people import make_people

LANGUAGES = ["en", "fr", "es"]
#: What ends every text of the test content: the code of its language.
_TOLD = re.compile(r"\b(en|fr|es)\b(?=[\s.,;:)“”»?]*$)", re.MULTILINE)


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """A site with everything, made once for all tests here and undone after them; the address of a withdrawn page."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield furnished(timezone.now().astimezone(UTC).replace(microsecond=0))
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def pages(site: str, django_db_blocker: Any) -> dict[str, list[Answer]]:
    """All sorts of pages, by language."""
    with django_db_blocker.unblock():
        return {language: list(crawl(ask, language)) for language in LANGUAGES}


@pytest.fixture(autouse=True)
def content(site: str, db: None) -> str:
    """Every test here looks at the same content."""
    return site


def furnished(now: datetime) -> str:
    """A rich document of every kind, two editions of a page, comments, a title to follow in other languages."""
    people = make_people()
    register.tables()
    past = now - days(5)
    figures = [figure(value="12.5", as_of="2020-01-01", valid_until="2021-01-01"), figure("Money", value="3")]
    parts = {"figure": figures, "themetag": [{"theme": "trade"}], "section": [section("One"), section("Two")]}
    top = page(people, past, slug="top", parts=parts)
    middle = page(people, past, slug="middle", fields={"parent": uuid(top)}, parts=parts)
    for number in range(11):
        page(people, past, slug=f"child{number}", fields={"parent": uuid(middle)})
    revised(middle, people, now - days(2), summary_en="Changed")
    comments.switch(middle.document_id, is_on=True, closes_at=now + days(5), by=people.publisher, now=now - days(4))
    cmp = register.live("mechanism", people, past)
    waiting = make("page", people, past, slug="waiting", attest=False)
    drafts.grant_exception(waiting, "es", by=people.publisher, now=past, reason="Spanish follows.")
    drafts.attest(waiting, "fr", by=people.translator_fr, now=past)
    waiting = publish(waiting, people, past)
    page(people, past, slug="under", fields={"parent": uuid(waiting)})
    of = {"mechanism": uuid(cmp)}
    group = register.live("working_group", people, past, fields=of)
    meeting = register.live("meeting", people, past, fields=of, parts={"relateddocument": [{"document": uuid(top)}]})
    for kind in register.KINDS:
        if kind not in ("mechanism", "working_group", "meeting"):
            about = {"meeting": uuid(meeting)} if kind == "statement" else of if kind == "agreement" else {}
            register.live(kind, people, past, fields=about)
    for year in (2019, 2020):
        promised = {
            "chapter": [chapter(group)],
            "objective": [objective(group, "Begin", status) for status in ("planned", "done")],
        }
        fields = {"year": year, "message": register.rich("Message"), **of}
        given = {"section": [section("Profile")], **promised}
        publish(make("annual_report", people, past, slug=f"report-{year}", fields=fields, parts=given), people, past)
    for kind in {kind.key for kind in public_kind.all_kinds()} - {*register.KINDS, "page", "annual_report"}:
        publish(make(kind, people, past), people, past)
    gone = withdraw(page(people, past, slug="gone"), people, now - days(1))
    return str(gone.slug_en)


def ask(address: str) -> Answer:
    """The answer of the site in this process."""
    response = Client().get(address)
    media_type = response.headers.get("Content-Type", "")
    text = response.content.decode() if media_type.startswith("text/html") else ""
    return Answer(address, response.status_code, media_type, text)


def faults(answer: Answer, language: str) -> list[str]:
    """What is wrong with a page's HTML."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("lxml"), namespaceHTMLElements=False)
    tree = parser.parse(answer.text).getroot()
    found = [f"{position}: {code} {data}" for position, code, data in parser.errors]
    found += [f"id twice: {name}" for name, number in Counter(tree.xpath("//@id")).items() if number > 1]
    for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
        for value in tree.xpath(f"//@{name}"):
            found += [f"{name} of nothing: {each}" for each in value.split() if not tree.xpath("//*[@id=$of]", of=each)]
    found += [f"leads to no place on the page: {href}" for href in tree.xpath("//@href") if _is_lost(href, tree)]
    levels = [int(heading.tag[1]) for heading in tree.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")]
    if levels.count(1) != 1 or levels[0] != 1:
        found.append(f"main headings: {levels}")
    found += [f"a heading is left out: {levels}" for before, after in pairwise(levels) if after > before + 1]
    found += ["an empty heading" for h in tree.xpath("//h1 | //h2 | //h3 | //h4") if not "".join(h.itertext()).strip()]
    if tree.get("lang") != language:
        found.append(f"html lang={tree.get('lang')}")
    if not tree.xpath("string(//title)").strip() or not tree.xpath("string(//meta[@name='description']/@content)"):
        found.append("no title or no description")
    found += [f"made for somebody: {each}" for each in tree.xpath("//@style | //*[starts-with(name(), 'on')]")]
    found += [f"another language, and nobody says so: {text}" for text in untold(tree, language)]
    return [f"{answer.address}: {fault}" for fault in found]


def _is_lost(href: str, tree: Any) -> bool:
    return href.startswith("#") and not tree.xpath("//*[@id=$of]", of=href[1:])


@cache
def said_by_ourselves(language: str) -> str:
    """All that the interface says in a language: French and Spanish sentences may go on after an “en”."""
    if language == "en":
        return ""
    with path_of(settings.BASE_DIR, language).open("rb") as file:
        return " ".join(str(message.string) for message in read_po(file))


def untold(tree: Any, language: str) -> Iterator[str]:
    """Texts of the test content that stand in another language than the element around them has."""
    for element in tree.iter(etree.Element):
        for text, around in ((element.text, element), (element.tail, element.getparent())):
            told = _TOLD.search((text or "").strip())
            if told and (text or "").strip() in said_by_ourselves(language):
                continue
            if told and around is not None and told[1] != around.xpath("string(ancestor-or-self::*[@lang][1]/@lang)"):
                yield (text or "").strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sort_of_page_is_sound(pages: dict[str, list[Answer]], language: str) -> None:
    answers = pages[language]
    assert [answer.address for answer in answers if answer.status != 200] == []
    assert [fault for answer in answers for fault in faults(answer, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_following_links_leads_to_every_kind_and_view(pages: dict[str, list[Answer]], language: str) -> None:
    """The test above looks at everything: both a list and a page of every kind, and each of the other pages."""
    sorts = {sort_of(answer.address)[:3] for answer in pages[language]}
    views = {(name, segment) for _module, name, segment in sorts}
    for kind in public_kind.all_kinds():
        assert {("listing", kind.segments[language]), ("detail", kind.segments[language])} <= views, kind.key
    assert {"home", "search", "problem", "comments"} <= {name for name, _segment in views}


def test_a_title_that_stands_in_says_its_language() -> None:
    answer = ask(f"/es/{public_kind.get_kind('page').segments['es']}/under-es/")
    assert '<span lang="en">Waiting en</span>' in answer.text
    assert faults(answer, "es") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_that_say_no_are_sound(language: str, content: str) -> None:
    segment = public_kind.get_kind("page").segments[language]
    gone = content.replace("-en", f"-{language}")
    wanted = {
        f"/{language}/{segment}/no-such-page/": 404,
        f"/{language}/{segment}/?at=2999-01-01": 404,
        f"/{language}/{segment}/{gone}/": 410,
        f"/{language}/{segment}/?q=zzzz": 200,
        f"/{language}/?at=2001-01-01": 200,
    }
    answers = [ask(address) for address in wanted]
    assert {answer.address: answer.status for answer in answers} == wanted
    assert [fault for answer in answers for fault in faults(answer, language)] == []


def test_the_search_for_faults_finds_them() -> None:
    """The tests above can fail."""
    text = (
        '<!DOCTYPE html><html lang="en"><head><title>T</title></head><body><main><h1>A fr</h1><h3 id="x">B</h3>'
        '<p id="x"><div>C</p><a href="#y">D</a><h2></h2><span lang="fr">E fr</span></main></body></html>'
    )
    found = " ".join(faults(Answer("/", 200, "text/html", text), "en"))
    for said in ("id twice: x", "unexpected-end-tag", "#y", "left out", "empty", "description", "says so: A fr"):
        assert said in found, said
    assert "E fr" not in found


def test_the_languages_of_this_file_are_those_of_the_site() -> None:
    assert list(languages.codes()) == LANGUAGES
    assert urlsplit("/en/?a=b").query
    assert texts("x")["en"] == "x en"


def test_the_style_page_is_sound_and_for_those_who_build_the_site_alone(settings: Any) -> None:
    assert settings.DEBUG is False
    assert ask("/style/").status == 404
    response = style(RequestFactory().get("/style/"))
    assert faults(Answer("/style/", 200, "text/html", response.content.decode()), "en") == []
