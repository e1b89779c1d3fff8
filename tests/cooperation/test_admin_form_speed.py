"""How many questions the edit form asks the database, everything counted; parts and documents add none."""

from typing import Any

import pytest
from django.urls import reverse

from cooperation.models import AnnualReport, Page
from tests.browserless import fields_of
from tests.builders import country, make, make_page, section, theme
from tests.cooperation.test_admin_form import sign_in
from tests.people import People

SIZES = [3, 30]


def full_page(people: People, now: Any, size: int) -> Page:
    for code in ("security", "border"):
        theme(code)
    for code in ("CA", "MX"):
        country(code)
    parent = make_page(people, now, slug="parent", attest=False)
    for number in range(size):
        make_page(people, now, slug=f"other-{number}", attest=False)
    figure = {"label": {"en": "Projects"}, "value": "3"}
    parts = {
        "section": [section(f"S{number}") for number in range(size)],
        "figure": [figure] * size,
        "themetag": [{"theme": "security"}, {"theme": "border"}],
        "countrytag": [{"country": "CA"}, {"country": "MX"}],
    }
    return make_page(people, now, parts=parts, fields={"parent": str(parent.document.uuid)}, attest=False)


def full_report(people: People, now: Any, size: int) -> AnnualReport:
    theme("security")
    mechanism = make("mechanism", people, now, slug="partnership", attest=False)
    groups = [make("working_group", people, now, slug=f"group-{n}", attest=False) for n in range(size)]
    uuids = [str(group.document.uuid) for group in groups]
    parts = {
        "section": [section(f"S{number}") for number in range(size)],
        "chapter": [{"group": uuid, "results": {"en": "<p>x</p>"}} for uuid in uuids],
        "objective": [{"group": uuid, "text": {"en": "Do it"}, "status": "planned"} for uuid in uuids],
        "themetag": [{"theme": "security"}],
    }
    fields = {"mechanism": str(mechanism.document.uuid), "year": 2021}
    return make("annual_report", people, now, slug="report", parts=parts, fields=fields, attest=False)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", ["page", "annualreport"])
@pytest.mark.parametrize("name", ["author", "translator_fr", "reviewer_ca"])
def test_opening(people: People, now: Any, django_assert_max_num_queries: Any, size: int, kind: str, name: str) -> None:
    edition = full_page(people, now, size) if kind == "page" else full_report(people, now, size)
    client = sign_in(getattr(people, name))
    with django_assert_max_num_queries(25):
        response = client.get(reverse(f"admin:cooperation_{kind}_change", args=(edition.pk,)))
    assert response.status_code == 200


@pytest.mark.parametrize("size", SIZES)
def test_saving(people: People, now: Any, django_assert_max_num_queries: Any, size: int) -> None:
    page = full_page(people, now, size)
    client = sign_in(people.author)
    url = reverse("admin:cooperation_page_change", args=(page.pk,))
    data = fields_of(client.get(url))
    data.update({f"section-{number}-heading_en": f"New {number}" for number in range(size)})
    data.update({"title_fr": "Nouveau", "summary_en": "New", "section-0-ORDER": "3", "figure-1-value": "7"})
    with django_assert_max_num_queries(20):
        assert client.post(url, {**data, "_continue": "1"}).status_code == 302


@pytest.mark.parametrize("size", SIZES)
def test_saving_a_report(people: People, now: Any, django_assert_max_num_queries: Any, size: int) -> None:
    report = full_report(people, now, size)
    client = sign_in(people.author)
    url = reverse("admin:cooperation_annualreport_change", args=(report.pk,))
    data = fields_of(client.get(url))
    data.update({f"chapter-{number}-results_en": f"<p>New {number}</p>" for number in range(size)})
    data.update({"title_fr": "Nouveau", "section-0-DELETE": "on"})
    with django_assert_max_num_queries(23):
        assert client.post(url, {**data, "_continue": "1"}).status_code == 302
