"""The forms of the register's kinds: as an author who writes and as a reviewer who reads."""

from datetime import datetime
from typing import Any

import pytest
from django.urls import reverse

from editorial.content import canonical, kinds
from editorial.workflow import transitions
from tests.browserless import add_row, fields_of, form_of
from tests.builders import fresh, publish
from tests.cooperation import register
from tests.cooperation.test_admin_form import sign_in
from tests.people import People

pytestmark = pytest.mark.django_db


def name_of(kind: str) -> str:
    return str(kinds.get_kind(kind).model._meta.model_name)


def address(edition: Any, kind: str) -> str:
    return reverse(f"admin:cooperation_{name_of(kind)}_change", args=(edition.pk,))


@pytest.mark.parametrize("kind", register.KINDS)
def test_an_author_opens_and_saves_without_changing_anything(kind: str, people: People, now: datetime) -> None:
    edition = register.draft(kind, people, now)
    before = canonical.content_of(fresh(edition))
    client = sign_in(people.author)
    response = client.get(address(edition, kind))
    assert response.status_code == 200
    saved = client.post(address(edition, kind), {**fields_of(response), "_continue": "1"})
    assert saved.status_code == 302
    assert canonical.content_of(fresh(edition)) == before
    assert fresh(edition).version == edition.version


@pytest.mark.parametrize("kind", register.KINDS)
def test_every_field_of_the_kind_is_on_the_form(kind: str, people: People, now: datetime) -> None:
    edition = register.draft(kind, people, now)
    page = sign_in(people.author).get(address(edition, kind)).content.decode()
    model = kinds.get_kind(kind)
    for field in canonical.own_fields(model.model):
        if field != "excepted_languages":
            assert f"field-{field}" in page, field
    for part in model.parts:
        name = canonical.part_name(part)
        assert f'id="part-{name}"' in page or f'name="{name}"' in page, name


@pytest.mark.parametrize("kind", register.KINDS)
def test_a_reviewer_reads(kind: str, people: People, now: datetime) -> None:
    edition = transitions.submit(register.draft(kind, people, now), by=people.author, now=now)
    client = sign_in(people.reviewer_mx)
    response = client.get(address(edition, kind))
    assert response.status_code == 200
    assert not form_of(response).xpath("//button[@name='_continue']")
    forged = client.post(address(edition, kind), {**fields_of(response), "title_en": "Forged"})
    assert forged.status_code == 409


@pytest.mark.parametrize("kind", register.KINDS)
def test_a_new_one_begins_empty(kind: str, people: People) -> None:
    register.tables()
    client = sign_in(people.author)
    add = reverse(f"admin:cooperation_{name_of(kind)}_add")
    data = {**fields_of(client.get(add)), "title_en": "Begun", "_continue": "1"}
    assert client.post(add, data).status_code == 302
    assert kinds.get_kind(kind).model._default_manager.filter(title_en="Begun").exists()


class TestTyping:
    def test_a_date_of_a_month_an_embargo_and_a_clock(self, people: People, now: datetime) -> None:
        statement = register.draft("statement", people, now, attest=False)
        client = sign_in(people.author)
        data = fields_of(client.get(address(statement, "statement")))
        data |= {
            "embargo_until_date": "2030-01-02",
            "embargo_until_time": "10:00",
            "embargo_until_zone": "UTC",
            "_continue": "1",
        }
        assert client.post(address(statement, "statement"), data).status_code == 302
        assert canonical.content_of(fresh(statement))["fields"]["embargo_until"] == "2030-01-02T10:00:00+00:00"
        again = fields_of(client.get(address(statement, "statement")))
        assert client.post(address(statement, "statement"), {**again, "_continue": "1"}).status_code == 302
        assert canonical.content_of(fresh(statement))["fields"]["embargo_until"] == "2030-01-02T10:00:00+00:00"

    @pytest.mark.parametrize(
        ("kind", "field", "value", "said"),
        [
            ("mechanism", "launched_on", "October 2004", "Write a date as 2004"),
            ("meeting", "time_zone", "Europe/Paris", ""),
            ("meeting", "time_zone", "America/Atlantis", "There is no time zone"),
            ("meeting", "time_zone", "../etc/passwd", "There is no time zone"),
            ("meeting", "starts_at", "25:00", "Enter a valid time"),
            ("statement", "source_url", "javascript:alert(1)", "valid URL"),
        ],
    )
    def test_what_cannot_be_kept_is_refused_and_stays_on_the_form(
        self, kind: str, field: str, value: str, said: str, people: People, now: datetime
    ) -> None:
        edition = register.draft(kind, people, now)
        before = canonical.content_of(fresh(edition))
        client = sign_in(people.author)
        data = {**fields_of(client.get(address(edition, kind))), field: value, "_continue": "1"}
        response = client.post(address(edition, kind), data)
        if not said:
            assert response.status_code == 302
            return
        assert response.status_code == 200
        page = response.content.decode()
        assert said in page
        assert fields_of(response)[field] == value
        assert canonical.content_of(fresh(edition)) == before

    def test_a_step_is_added_and_a_date_taken_back(self, people: People, now: datetime) -> None:
        edition = register.draft("agreement", people, now, attest=False)
        client = sign_in(people.author)
        data = fields_of(client.get(address(edition, "agreement")))
        data["statusstep-0-expected_on"] = ""
        add_row(data, "statusstep", status="amended", expected_on="2031", actual_on="")
        assert client.post(address(edition, "agreement"), {**data, "_continue": "1"}).status_code == 302
        steps = canonical.content_of(fresh(edition))["parts"]["statusstep"]
        assert [step["status"] for step in steps] == ["signed", "in_force", "amended"]
        assert steps[0]["expected_on"] is None
        assert (steps[2]["expected_on"], steps[2]["actual_on"]) == ("2031", None)


def test_the_list_of_agreements_shows_where_each_stands_and_what_is_overdue(people: People, now: datetime) -> None:
    publish(register.draft("agreement", people, now), people, now)
    client = sign_in(people.author)
    listed = reverse("admin:cooperation_agreement_changelist")
    page = client.get(listed).content.decode()
    assert "Signed" in page
    assert "Overdue" in page
    assert "Agreement en" in client.get(listed + "?overdue=1").content.decode()


def test_the_lists_flag_figures_that_hold_no_longer(people: People, now: datetime) -> None:
    from tests.cooperation.site import days, figure

    yesterday, today = ((now - days(n)).date().isoformat() for n in (1, 0))
    for slug, until in (("aged", yesterday), ("fresh", today)):
        parts = {"figure": [figure(value="1", valid_until=until)]}
        register.live("programme", people, now, slug=slug, parts=parts)
    client = sign_in(people.author)
    listed = reverse("admin:cooperation_programme_changelist")
    page = client.get(listed).content.decode()
    assert page.count("flag-aged") == 1
    narrowed = client.get(listed + "?aged=yes").content.decode()
    assert "Aged en" in narrowed
    assert "Fresh en" not in narrowed
