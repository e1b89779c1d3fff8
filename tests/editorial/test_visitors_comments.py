"""Comments: taken where editors allow them, judged, deleted with a trace, taken away as files."""

import csv
import io
import json
from datetime import datetime
from typing import Any

import pytest

from editorial.models import Comment, CommentStatus, Discussion, Edition, Handling, User
from editorial.visitors import comments, export, steps
from editorial.workflow.rules.permissions import NotAllowed
from tests.attacks import refused, sql
from tests.cooperation.site import days
from tests.editorial import stages
from tests.people import People

pytestmark = pytest.mark.django_db


@pytest.fixture
def note(people: People, now: datetime) -> Edition:
    """A live note under which visitors may comment for ten days from now."""
    made = stages.live(people, now - days(2))
    comments.switch(made.document_id, is_on=True, closes_at=now + days(10), by=people.publisher, now=now)
    return made


def say(note: Edition, now: datetime, text: str = "Well said.", **values: Any) -> Comment:
    """A comment that waits."""
    given = {"language": "en", "name": "", "text": text, "now": now, **values}
    row = comments.receive(note.document_id, note.pk, **given)
    assert row is not None
    return row


def decide(row: Comment, by: User, now: datetime, **values: Any) -> steps.Outcome:
    """Decide about one comment from a screen that shows it as it is in the database."""
    return comments.decide({row.pk: Comment.objects.get(pk=row.pk).version}, by=by, now=now, **values)


def test_nobody_may_comment_unless_the_switch_is_on(people: People, now: datetime) -> None:
    note = stages.live(people, now - days(2))
    with pytest.raises(NotAllowed, match="no comments"):
        say(note, now)
    comments.switch(note.document_id, is_on=True, closes_at=now + days(1), by=people.publisher, now=now)
    say(note, now)
    with pytest.raises(NotAllowed, match="no comments"):
        say(note, now + days(1), "Too late.")
    comments.switch(note.document_id, is_on=False, closes_at=now + days(1), by=people.publisher, now=now)
    with pytest.raises(NotAllowed, match="no comments"):
        say(note, now, "Switched off.")
    assert Comment.objects.count() == 1


@pytest.mark.parametrize("who", ["author", "translator_fr", "reviewer_ca", "administrator", "outsider"])
def test_only_publishers_open_a_discussion(people: People, now: datetime, who: str) -> None:
    note = stages.live(people, now - days(2))
    with pytest.raises(NotAllowed, match="role"):
        comments.switch(note.document_id, is_on=True, closes_at=now + days(1), by=getattr(people, who), now=now)
    assert not Discussion.objects.exists()


def test_the_switch_is_written_down_and_never_ends_in_the_past(people: People, now: datetime, note: Edition) -> None:
    with pytest.raises(NotAllowed, match="future"):
        comments.switch(note.document_id, is_on=True, closes_at=now, by=people.publisher, now=now)
    comments.switch(note.document_id, is_on=False, closes_at=now, by=people.publisher, now=now)
    row = Discussion.objects.get()
    assert [(step.by, step.to_status.split()[0]) for step in row.handlings.all()] == [
        (people.publisher, "on"),
        (people.publisher, "off"),
    ]
    # What has ended may be shown again as it ended.
    comments.switch(note.document_id, is_on=True, closes_at=now, by=people.publisher, now=now + days(3))


def test_the_switch_is_no_content(people: People, now: datetime) -> None:
    note = stages.live(people, now - days(2))
    before = Edition.objects.values_list("digest", "version", "changed_at").get(pk=note.pk)
    comments.switch(note.document_id, is_on=True, closes_at=now + days(1), by=people.publisher, now=now)
    assert Edition.objects.values_list("digest", "version", "changed_at").get(pk=note.pk) == before


def test_a_comment_keeps_its_words_and_nothing_of_who(now: datetime, note: Edition) -> None:
    row = say(
        note, now, " Write to ana@example.org \n\n or 55 1234 5678. ", name=" Ana  ana@example.org ", language="es"
    )
    row.refresh_from_db()
    assert row.text == "Write to [@…] \n\n or [☎…]."
    assert row.name == "Ana [@…]"
    assert (row.status, row.written_on, row.edition_id) == ("waiting", now.date(), note.pk)
    assert {field.name for field in Comment._meta.concrete_fields} == {
        "id", "document", "edition", "language", "name", "text", "written_on", "status", "version", "reason",
        "decided_at", "decided_by", "erased_on",
    }  # fmt: skip


def test_the_same_words_are_kept_once(now: datetime, note: Edition) -> None:
    say(note, now)
    assert comments.receive(note.document_id, note.pk, language="en", name="B", text="Well said.", now=now) is None
    say(note, now, language="fr")
    assert Comment.objects.count() == 2


def test_decisions_and_their_trace(people: People, now: datetime, note: Edition) -> None:
    row = say(note, now, name="Grace")
    decide(row, people.publisher, now, status="approved", reason="abuse")
    row.refresh_from_db()
    assert (row.status, row.reason, row.decided_by) == ("approved", "", people.publisher)
    decide(row, people.administrator, now, status="refused", reason="off_topic", note="After all.")
    decide(row, people.publisher, now, status="deleted", reason="request")
    row.refresh_from_db()
    assert (row.status, row.reason, row.text, row.name, row.erased_on) == ("deleted", "request", "", "", now.date())
    assert [(each.to_status, each.reason, each.by_name) for each in row.handlings.all()] == [
        ("approved", "", "publisher"),
        ("refused", "off_topic", "administrator"),
        ("deleted", "request", "publisher"),
    ]
    outcome = decide(row, people.publisher, now, status="approved")
    assert outcome.done == []
    assert "no text" in str(outcome.refused[0])


@pytest.mark.parametrize("who", ["author", "translator_fr", "reviewer_ca", "outsider"])
def test_only_moderators_decide(people: People, now: datetime, note: Edition, who: str) -> None:
    row = say(note, now)
    with pytest.raises(NotAllowed, match="role"):
        decide(row, getattr(people, who), now, status="approved")
    assert Comment.objects.get().status == "waiting"


@pytest.mark.parametrize("status", ["refused", "deleted"])
@pytest.mark.parametrize("reason", ["", "because", "ABUSE"])
def test_no_needs_a_reason_of_the_list(people: People, now: datetime, note: Edition, status: str, reason: str) -> None:
    row = say(note, now)
    with pytest.raises(NotAllowed, match="reason"):
        decide(row, people.publisher, now, status=status, reason=reason)
    with pytest.raises(NotAllowed, match="decided on already"):
        decide(row, people.publisher, now, status="waiting")
    assert not Handling.objects.filter(comment=row).exists()


def test_who_comes_second_is_told(people: People, now: datetime, note: Edition) -> None:
    row = say(note, now)
    decide(row, people.administrator, now, status="refused", reason="abuse")
    outcome = comments.decide({row.pk: 1}, status="approved", by=people.publisher, now=now)
    assert outcome.done == []
    assert "administrator" in str(outcome.refused[0])
    assert Comment.objects.get().status == "refused"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("status = 'approved'", "decided_by_somebody"),
        ("status = 'other'", "editorial_comment"),
        ("reason = 'abuse'", "editorial_comment_no_has_a_reason"),
        ("text = 'I agree with everything.'", "can be erased, never changed"),
        ("name = 'The minister'", "can be erased, never changed"),
        ("text = ''", "can be erased, never changed"),
        ("text = '', erased_on = now()", "editorial_comment_erased"),
        ("language = 'fr'", "can be erased, never changed"),
    ],
)
def test_the_database_holds_it_too(now: datetime, note: Edition, change: str, message: str) -> None:
    say(note, now, name="Grace")
    with refused(message):
        sql(f"UPDATE editorial_comment SET {change}")
    with refused("stays on record"):
        sql("DELETE FROM editorial_comment")
    with refused("editorial_handling_of_one_thing"):
        sql("INSERT INTO editorial_handling (from_status, to_status, reason, note, at, by_id, by_name)"
            " SELECT '', 'x', '', '', now(), id, 'x' FROM editorial_user LIMIT 1")  # fmt: skip


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t=", " =", "＝"])
def test_no_cell_begins_a_formula(now: datetime, note: Edition, begin: str) -> None:
    say(note, now, f"x\n{begin}1")
    row = Comment.objects.select_related("document", "edition").get()
    row.text, row.name = f'{begin}HYPERLINK("http://x")', f"{begin}1"
    told = export.as_csv([row])
    assert told.startswith("\ufeff")
    [cells] = csv.DictReader(io.StringIO(told.removeprefix("\ufeff")))
    assert cells["text"].startswith("'")
    assert cells["name"].startswith("'")
    assert json.loads(export.as_json([row]))[0]["name"] == f"{begin}1"


def test_the_export_tells_all_that_is_kept(people: People, now: datetime, note: Edition) -> None:
    row = say(note, now, 'Élan, "œuvre"\nligne 2', language="fr")
    decide(row, people.publisher, now, status="approved")
    rows = Comment.objects.select_related("document", "edition")
    [cells] = csv.DictReader(io.StringIO(export.as_csv(rows).removeprefix("\ufeff"), newline=""))
    assert cells["text"] == 'Élan, "œuvre"\nligne 2'
    assert cells["state"] == CommentStatus.APPROVED
    assert set(cells) == set(export.COLUMNS)
    [found] = json.loads(export.as_json(rows))
    assert found["document"] == str(note.document.uuid)
    assert found["text"] == cells["text"]
