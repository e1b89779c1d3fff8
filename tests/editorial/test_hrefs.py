"""Where a link leads: read as browsers read it, in one place, on every path into and out of the house."""

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from cooperation.data.api.shapes import _OWN_LINK as API_LINK
from cooperation.pdf.report import absolute
from cooperation.views.page.rendition import _OWN_LINK as PAGE_LINK
from editorial.base.network import hrefs
from editorial.checks import links
from editorial.checks.advice.addresses import Where, parse
from editorial.content import canonical
from editorial.importing import markup
from editorial.importing.blocks import Reading
from editorial.models import LinkUse
from editorial.richtext import field
from tests.editorial.test_checks_engine import note
from tests.people import People

OUT = "https://evil.example/path"
#: Ways to write an address of another site that look like a path.
OUTSIDE = [
    "//evil.example/path", "/\\evil.example/path", "\\\\evil.example/path", "\\/evil.example\\path",
    "///evil.example/path",
    "/\t/evil.example/path", "/\n\\evil.example/path", " //evil.example/path", "\x01//evil.example/path",
    "https:evil.example/path",
    "https:/evil.example/path", "https:\\\\evil.example\\path", "HTTPS:///evil.example/path",
    "ht\ntps://evil.example/path",
]  # fmt: skip
REFUSED = [
    "javascript:alert(1)", "java\tscript:alert(1)", " JAVASCRIPT:x", "data:text/html,x", "vbscript:x",
    "file:///etc", "//", "https:", "", "/\\",
           "https://?x", "blob:x",
]  # fmt: skip
KEPT = [
    "/", "/en/pages/a/", "/en/pages/a/?x=\\y#z", "#a", "?page=2", "pages/a", "https://example.org",
    "http://example.org/a//b",
    "mailto:ana@example.org", "tel:+16135550123", "/en//pages", "https://example.org/?q=a\\b",
]  # fmt: skip


@pytest.mark.parametrize("href", OUTSIDE)
def test_what_leads_outside_is_written_so_and_known_so_everywhere(href: str, settings: Any) -> None:
    settings.SITE_URL = "https://entente.example"
    assert hrefs.spelled(href) == OUT
    assert parse(href) == parse(OUT)
    assert parse(href).where == Where.OUTSIDE
    assert absolute(href) == OUT
    escaped = href.replace("\n", "&#10;").replace("\t", "&#9;").replace("\x01", "")
    assert field.clean(f'<p><a href="{escaped}">x</a></p>') == f'<p><a href="{OUT}">x</a></p>'
    for own in (PAGE_LINK, API_LINK):
        assert own.search(f'<a href="{href.strip()}">') is None or "\n" in href or "\t" in href


@pytest.mark.parametrize("href", REFUSED)
def test_what_is_refused_is_no_link(href: str) -> None:
    assert hrefs.spelled(href) == ""
    assert parse(href).where == Where.NOWHERE
    assert field.clean(f'<p><a href="{href}">x</a></p>') == "<p>x</p>"
    assert absolute(href) == ""


@pytest.mark.parametrize("href", KEPT)
def test_other_addresses_stay_as_they_are(href: str) -> None:
    assert hrefs.spelled(href) == href
    assert field.clean(f'<p><a href="{href}">x</a></p>') == f'<p><a href="{href}">x</a></p>'
    assert hrefs.is_path(href) is href.startswith("/")


@given(some.text(alphabet="/\\:?#@ \t\nahtps.&é", max_size=14))
def test_one_spelling_is_spelled_so_again_and_no_path_leads_outside(href: str) -> None:
    spelled = hrefs.spelled(href)
    assert hrefs.spelled(spelled) == spelled
    assert not (spelled.startswith(("//", "/\\", "\\")))
    assert hrefs.is_path(spelled) is spelled.startswith("/")


@pytest.mark.django_db
def test_the_link_checker_looks_at_what_pretends_to_be_a_path(people: People, now: datetime) -> None:
    body = '<p><a href="//evil.example/path">One</a> and <a href="/\\evil.example/path">two</a>.</p>'
    draft = note(people, now, body)
    links.gather(draft, canonical.content_of(draft), now=now)
    assert set(LinkUse.objects.values_list("outside__url", flat=True)) == {OUT}


@pytest.mark.parametrize("href", ["//evil.example/path", "/\\evil.example/path", "https:evil.example/path"])
def test_an_import_keeps_such_a_link_without_knowing_where_the_page_was(href: str) -> None:
    reading = Reading("a.html", "html", "0" * 64)
    markup.read(reading, f'<html><body><h1>A</h1><p>See <a href="{href}">there</a>.</p></body></html>')
    assert f'<a href="{OUT}">there</a>' in "".join(block.html for block in reading.blocks)
