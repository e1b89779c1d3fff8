"""The addresses of a page: one object makes them, and it knows its kind."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from cooperation import public_kind
from cooperation.views.request.page_addresses import PageAddresses
from cooperation.views.request.page_request import PageRequest
from editorial.content import kinds
from tests.builders import make_page, publish, section
from tests.people import People

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
PAST = PageRequest("fr", datetime(2025, 1, 2, tzinfo=UTC), NOW, at="2025-01-02")


def addresses(asked: PageRequest = PAST, **slugs: str) -> PageAddresses:
    return PageAddresses(public_kind.get_kind("annual_report"), asked, slugs)


def test_a_page_of_the_past_stays_there_but_for_its_canonical_address() -> None:
    page = addresses(en="report", fr="rapport")
    assert page.canonical == "/fr/rapports-annuels/rapport/"
    assert page.at_moment == "/fr/rapports-annuels/rapport/?at=2025-01-02"
    assert page.pdf == "/fr/rapports-annuels/rapport.pdf?at=2025-01-02"
    assert page.in_languages == {
        "en": "/en/annual-reports/report/?at=2025-01-02", "fr": "/fr/rapports-annuels/rapport/?at=2025-01-02",
        "es": None,
    }  # fmt: skip


def test_an_earlier_or_later_slug_is_named_with_its_instant() -> None:
    page = addresses(fr="rapport")
    then = datetime(2024, 6, 1, 8, 30, tzinfo=UTC)
    assert page.at_instant(then, "vieux") == "/fr/rapports-annuels/vieux/?at=2024-06-01T08%3A30%3A00Z"
    assert page.at_present("neuf") == "/fr/rapports-annuels/neuf/"


def test_a_draft_without_a_slug_has_no_address() -> None:
    page = addresses(en="report", fr="")
    assert (page.canonical, page.at_moment) == ("", "")
    assert page.in_languages["fr"] is None
    assert (page.at_present(None), page.at_instant(NOW, "")) == (None, None)


def test_a_public_page_looks_its_kind_up_only_for_what_it_links_to(
    client: Client, people: People, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The kind of the page itself is found by the address, once;
    navigation and breadcrumbs name kinds by their keys."""
    live = publish(make_page(people, now, parts={"section": [section("One")]}), people, now)
    url = f"/en/pages/{live.slug_en}/"
    assert client.get(url).status_code == 200  # navigation and statements are kept from now on
    asked: list[str] = []

    def get_kind(key: str) -> Any:
        asked.append(key)
        return known(key)

    known = kinds.get_kind
    monkeypatch.setattr(kinds, "get_kind", get_kind)
    assert client.get(url).status_code == 200
    assert len(asked) <= 3, asked
