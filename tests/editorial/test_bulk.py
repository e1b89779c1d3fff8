"""Work on many editions: the same rules for each, a report on each, nothing twice."""

import csv
import io
import json
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from editorial import bulk
from editorial.base.csv_cells import harmless
from editorial.exports import editions
from editorial.models import Assignment, BulkRun, Edition, Notice, NoticeType
from editorial.states import State, Verb
from editorial.workflow import assignment, transitions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.editorial import stages
from tests.editorial.desk import as_
from tests.people import People

LIST = "admin:toy_note_changelist"


def codes(outcome: bulk.Outcome) -> dict[int, list[str]]:
    return {key: [reason.code for reason in reasons] for key, reasons in outcome.items()}


def url(work: str) -> str:
    return reverse("admin:toy_note_bulk", args=(work,))


@pytest.mark.django_db
def test_each_edition_by_itself(people: People, now: datetime) -> None:
    """One refused edition undoes nothing of the others; one that is gone is said to be."""
    draft = stages.at_stage(State.DRAFT, people, now)
    live = stages.at_stage(State.PUBLISHED, people, now)
    reviewed = stages.at_stage(State.IN_REVIEW, people, now)
    keys = [draft.pk, live.pk, reviewed.pk, 999_999, draft.pk]
    found = bulk.assign(keys, to=people.second_author, due=None, by=people.author, now=now)
    assert codes(found) == {draft.pk: [], live.pk: ["state"], reviewed.pk: ["permission"], 999_999: ["gone"]}
    assert [one.edition_id for one in Assignment.objects.all()] == [draft.pk]
    day = (now + timedelta(days=30)).date()
    dated = bulk.set_review_by([draft.pk, live.pk], review_by=day, by=people.author, now=now)
    assert codes(dated) == {draft.pk: [], live.pk: []}
    refused = bulk.set_review_by([draft.pk], review_by=day, by=people.reviewer_ca, now=now)
    assert codes(refused) == {draft.pk: ["permission"]}


@pytest.mark.django_db
def test_reminders_go_to_those_who_have_it(people: People, now: datetime) -> None:
    """Whoever was asked; else the parties whose turn it is, never the one who reminds."""
    builders.joint("note", people, stages=(1, 2))
    draft = stages.at_stage(State.DRAFT, people, now)
    reviewed = stages.at_stage(State.IN_REVIEW, people, now)
    live = stages.at_stage(State.PUBLISHED, people, now)
    assignment.assign(draft, to=people.second_author, due=now.date(), by=people.author, now=now)
    found = bulk.remind([draft.pk, reviewed.pk, live.pk], by=people.author, now=now, reason="Soon, please")
    assert codes(found) == {draft.pk: [], reviewed.pk: [], live.pk: ["state"]}
    told = Notice.objects.filter(sort=NoticeType.REMINDER)
    assert {(one.person_id, one.edition_id) for one in told} == {
        (people.second_author.pk, draft.pk),
        (people.reviewer_ca.pk, reviewed.pk),
    }
    assert all(one.detail["quote"] == "Soon, please" and "author" in one.detail["said"]["fr"] for one in told)
    assert codes(bulk.remind([draft.pk], by=people.second_author, now=now)) == {draft.pk: ["nobody"]}
    assert codes(bulk.remind([draft.pk], by=people.translator_fr, now=now)) == {draft.pk: ["permission"]}


@pytest.mark.django_db
def test_no_more_than_a_limit_in_one_go(people: People, now: datetime) -> None:
    """Nor none."""
    for keys in ([], list(range(bulk.LIMIT + 1))):
        with pytest.raises(NotAllowed):
            bulk.assign(keys, to=None, due=None, by=people.author, now=now)


@pytest.mark.django_db
def test_from_the_list_to_the_report(people: People, now: datetime) -> None:
    """Choose, say to whom, read what came of each; the form sent twice does nothing twice."""
    draft = stages.at_stage(State.DRAFT, people, now)
    live = stages.at_stage(State.PUBLISHED, people, now)
    client = as_(people.author)
    chosen = {"action": "assign_all", "_selected_action": [draft.pk, live.pk]}
    asked = client.post(reverse(LIST), chosen)
    assert asked.status_code == 200
    assert [edition.pk for edition, _asked in asked.context["items"]] == [draft.pk, live.pk]
    run = str(asked.context["run"])
    typed = {"run": run, "items": [draft.pk, live.pk], "to": people.second_author.pk, "due": now.date(), "reason": "Go"}
    answer = client.post(url("assign"), typed)
    assert answer.status_code == 302
    assert client.post(url("assign"), typed).headers["Location"] == answer.headers["Location"]
    assert draft.events.filter(verb=Verb.ASSIGN).count() == 1
    report = client.get(answer.headers["Location"])
    assert [edition.pk for edition in report.context["done"]] == [draft.pk]
    assert [edition.pk for edition, _why in report.context["refused"]] == [live.pk]
    assert "Only an edition that is being worked on can be assigned" in report.content.decode()
    assert as_(people.second_author).get(answer.headers["Location"]).status_code == 404
    stolen = as_(people.second_author).post(url("assign"), typed)
    assert stolen.status_code == 409
    assert draft.events.filter(verb=Verb.ASSIGN).count() == 1


@pytest.mark.django_db
def test_bad_input_is_answered_in_words(people: People, now: datetime) -> None:
    """Nothing is done, and what was typed is still there."""
    draft = stages.at_stage(State.DRAFT, people, now)
    client = as_(people.author)
    base = {"run": str(uuid4()), "items": [draft.pk], "to": people.second_author.pk, "reason": "Kept"}
    for wrong in ({"due": "31/02/2020"}, {"to": "999999"}, {"to": "x"}, {"reason": "x" * 501}, {"run": "no uuid"}):
        page = client.post(url("assign"), {**base, **wrong})
        assert page.status_code == 200
        assert "Kept" in page.content.decode() or "reason" in wrong
    assert not BulkRun.objects.exists()
    assert not Assignment.objects.exists()
    many = {**base, "run": str(uuid4()), "items": list(range(1, 300))}
    assert client.post(url("set_review_by"), many).status_code == 409
    assert client.get(url("assign"), {"items": ["x", "-1", "9" * 30]}).status_code == 200
    assert client.get(url("publish")).status_code == 404
    assert client.get(reverse("admin:toy_note_bulk_report", args=(uuid4(),))).status_code == 404
    assert as_(people.outsider).get(url("assign")).status_code == 403
    empty = client.post(reverse(LIST), {"action": "assign_all", "_selected_action": []}, follow=True)
    assert empty.status_code == 200
    moved = client.post(url("assign"), {**base, "run": str(uuid4())})
    transitions.submit(draft, by=people.author, now=now)
    later = client.post(url("assign"), {**base, "run": str(uuid4())}, follow=True)
    assert moved.status_code == 302
    assert later.context["done"] == []


@pytest.mark.django_db
def test_the_report_holds_a_hundred(people: People, now: datetime, django_assert_max_num_queries: Any) -> None:
    """At the price of a few statements."""
    edition = stages.at_stage(State.DRAFT, people, now)
    run = bulk.begin(uuid4(), work="assign", kind="note", said="", by=people.author, now=now)  # type: ignore[arg-type]
    bulk.end(run, {edition.pk + number: [] for number in range(100)})
    client = as_(people.author)
    with django_assert_max_num_queries(10):
        page = client.get(reverse("admin:toy_note_bulk_report", args=(run.pk,)))
    assert page.status_code == 200
    assert len(page.context["done"]) == 100


@pytest.mark.django_db
def test_exports(people: People, now: datetime) -> None:
    """A table for spreadsheets that runs nothing, and whole editions with their history."""
    fields = {"title": {"en": "=cmd()", "fr": "F", "es": "E"}}
    note = builders.make_note(people, now, fields=fields)
    assignment.assign(note, to=people.second_author, due=now.date(), by=people.author, now=now)
    client = as_(people.reviewer_ca)
    answer = client.post(reverse(LIST), {"action": "export_table", "_selected_action": [note.pk]})
    table = b"".join(answer).decode()
    assert table.startswith("\ufeff")
    head, row = csv.reader(io.StringIO(table.removeprefix("\ufeff")))
    assert len(head) == len(row)
    assert "'=cmd()" in row
    assert str(people.second_author) in row
    answer = client.post(reverse(LIST), {"action": "export_whole", "_selected_action": [note.pk]})
    whole = json.loads(b"".join(answer))
    [edition] = whole["editions"]
    assert edition["content"]["fields"]["title"]["en"] == "=cmd()"
    assert [event["verb"] for event in edition["events"]][:1] == ["create"]
    assert edition["events"][-1]["verb"] == "assign"
    assert list(editions.as_json([], now=now))[-1] == "\n]}\n"


@pytest.mark.django_db
def test_filters_of_the_list(people: People, now: datetime) -> None:
    """What was given to the reader, and what is past its review-by date."""
    mine, other = (stages.at_stage(State.DRAFT, people, now, slug=slug) for slug in ("mine", "other"))
    assignment.assign(mine, to=people.second_author, due=None, by=people.author, now=now)
    Edition.objects.get(pk=other.pk).document.__class__.objects.filter(pk=other.document_id).update(
        review_by=(now - timedelta(days=3)).date()
    )
    client = as_(people.second_author)

    def listed_ids(query: str) -> list[int]:
        return [row.pk for row in client.get(reverse(LIST) + query).context["cl"].result_list]

    assert listed_ids("?mine=assigned") == [mine.pk]
    assert listed_ids("?review_by=passed") == [other.pk]
    assert listed_ids("?review_by=none") == [mine.pk]
    assert listed_ids("?review_by=soon") == []


@given(st.text(max_size=12))
def test_harmless_text_begins_no_formula(text: str) -> None:
    """Nothing is lost, and no spreadsheet runs it."""
    made = harmless(text)
    assert made in (text, "'" + text)
    assert made.lstrip()[:1] not in tuple("=+-@") or not made
