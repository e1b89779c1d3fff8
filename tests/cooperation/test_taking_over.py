"""A new report answers what the last one left open: the objectives are taken over, once, by a person who is named."""

from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cooperation.tracker import open_objectives
from editorial.content import canonical, kinds
from editorial.models import Event
from editorial.states import Verb
from editorial.workflow import drafts
from editorial.workflow.attempt import Attempt, contributors
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests.browserless import fields_of
from tests.builders import make, texts
from tests.cooperation.site import body, days, group, mechanism, objective, report, uuid
from tests.people import People

pytestmark = pytest.mark.django_db


@pytest.fixture
def two_years(people: People, now: datetime) -> dict[str, Any]:
    """A live report for 2021 with an open, a running, a finished and a dropped objective, and a draft for 2022."""
    cmp, energy = mechanism(people, now - days(1)), group(people, now - days(1))
    rows = [
        objective(energy, word, status)
        for word, status in (("Plan", "planned"), ("Run", "under_way"), ("End", "done"), ("Drop", "dropped"))
    ]
    report(people, now - days(1), 2021, of=cmp, groups=[energy], parts={"objective": rows})
    fields = {"year": 2022, "mechanism": uuid(cmp)}
    draft = make("annual_report", people, now, slug="report-2022", fields=fields, attest=False)
    return {"rows": rows, "draft": draft, "energy": energy, "cmp": cmp}


def objectives_of(draft: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = canonical.load(kinds.get_kind("annual_report"), draft.pk)["parts"]["objective"]
    return found


def test_open_objectives_come_over_in_every_language_without_a_status(
    people: People, now: datetime, two_years: dict[str, Any]
) -> None:
    draft, rows = two_years["draft"], two_years["rows"]
    assert open_objectives.take_over(draft.pk, by=people.second_author, now=now) == (2021, 2)
    found = objectives_of(draft)
    assert [row["continues"] for row in found] == [rows[0]["key"], rows[1]["key"]]
    assert [row["text"] for row in found] == [texts("Plan"), texts("Run")]
    assert {row["status"] for row in found} == {""}
    assert {row["group"] for row in found} == {uuid(two_years["energy"])}
    assert not {row["key"] for row in found} & {row["key"] for row in rows}


def test_taking_over_is_a_save_by_a_person(people: People, now: datetime, two_years: dict[str, Any]) -> None:
    draft = two_years["draft"]
    open_objectives.take_over(draft.pk, by=people.second_author, now=now)
    event = Event.objects.filter(edition=draft).order_by("-id").first()
    assert event is not None
    assert event.verb == Verb.SAVE
    assert event.by == people.second_author
    draft.refresh_from_db()
    assert draft.version == 2
    assert draft.digest == event.digest
    assert people.second_author.pk in contributors(draft)


def test_what_is_answered_is_not_doubled(people: People, now: datetime, two_years: dict[str, Any]) -> None:
    draft, rows = two_years["draft"], two_years["rows"]
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.objectives.create(group_id=two_years["energy"].document_id, text_en="Ours", continues=rows[0]["key"])
    assert open_objectives.take_over(draft.pk, by=people.author, now=now) == (2021, 1)
    assert open_objectives.take_over(draft.pk, by=people.author, now=now) is None
    assert [row["continues"] for row in objectives_of(draft)] == [rows[0]["key"], rows[1]["key"]]


def test_a_translator_or_stale_version_changes_nothing(
    people: People, now: datetime, two_years: dict[str, Any]
) -> None:
    draft = two_years["draft"]
    with pytest.raises(NotAllowed):
        open_objectives.take_over(draft.pk, by=people.translator_fr, now=now)
    with pytest.raises(drafts.Stale):
        open_objectives.take_over(draft.pk, by=people.author, now=now, version=99)
    assert objectives_of(draft) == []


def test_only_the_last_public_report_of_the_same_mechanism_counts(
    people: People, now: datetime, two_years: dict[str, Any]
) -> None:
    cmp, energy = uuid(two_years["cmp"]), two_years["energy"]
    other = mechanism(people, now, slug="other")
    report(people, now, 2021, slug="other-2021", of=other, parts={"objective": [objective(energy, "Theirs")]})
    fields = {"year": 2021, "mechanism": cmp}
    make("annual_report", people, now, slug="draft", fields=fields, parts={"objective": [objective(energy, "Draft")]})
    found = open_objectives.before(cmp, 2022, now=now)
    assert found is not None
    assert [row["text"]["en"] for row in found.rows] == ["Plan en", "Run en"]
    assert open_objectives.before(cmp, 2021, now=now) is None
    assert open_objectives.before(cmp, 2022, now=now - days(2)) is None
    assert open_objectives.before(None, 2022, now=now) is None


def test_no_report_is_submitted_while_a_status_is_to_be_chosen(
    people: People, now: datetime, two_years: dict[str, Any]
) -> None:
    draft = two_years["draft"]
    open_objectives.take_over(draft.pk, by=people.author, now=now)
    draft.refresh_from_db()
    said = [reason.message for reason in permissions.problems(Verb.SUBMIT, Attempt(draft, people.author, now))]
    assert sum("Choose the status of objective" in message for message in said) == 2


def test_the_button_saves_what_was_typed_and_takes_over(
    client: Client, people: People, now: datetime, two_years: dict[str, Any]
) -> None:
    draft = two_years["draft"]
    client.force_login(people.author)
    url = reverse("admin:cooperation_annualreport_change", args=(draft.pk,))
    page = client.get(url)
    assert "Take over the open objectives of 2021" in body(page)
    form = fields_of(page)
    answer = client.post(url, {**form, "title_en": "A better title", "_take_over": "1"})
    assert answer.status_code == 302
    assert answer["Location"].endswith("#part-objective")
    draft.refresh_from_db()
    assert draft.title_en == "A better title"
    assert len(objectives_of(draft)) == 2
    again = client.get(url)
    assert "2 objectives of 2021 were taken over" in body(again)
    assert "Take over the open objectives" not in body(again)


def test_staff_read_the_chains_by_group(
    client: Client, people: People, now: datetime, two_years: dict[str, Any]
) -> None:
    client.force_login(people.reviewer_ca)
    url = reverse("admin:cooperation_objectives")
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        page = body(client.get(url))
    assert len(asked) <= 12
    assert "Plan en" in page
    assert "Run en" in page
    assert "Drop en" not in page
    assert "Drop en" in body(client.get(url, {"status": "dropped"}))
    client.force_login(people.outsider)
    assert client.get(url).status_code == 403
