"""The desks of reports and comments, and the switch, as staff use them."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from editorial.models import Comment, Discussion, Edition, Problem, User
from editorial.visitors import comments, problems
from tests.editorial import stages
from tests.editorial.desk import as_
from tests.people import People

pytestmark = pytest.mark.django_db

REPORTS = reverse("admin:editorial_problem_changelist")
ABOUT = reverse("admin:editorial_problem_page")
COMMENTS = reverse("admin:editorial_comment_changelist")
SWITCHES = reverse("admin:editorial_discussion_changelist")
SWITCH_ON = reverse("admin:editorial_discussion_add")


@pytest.fixture
def note(people: People, now: datetime) -> Edition:
    """A live note with comments on."""
    made = stages.live(people, now - timedelta(days=2))
    closes = now + timedelta(days=9)
    comments.switch(made.document_id, is_on=True, closes_at=closes, by=people.publisher, now=now)
    return made


def report(now: datetime, note: Edition | None = None, text: str = "Broken.", **values: Any) -> Problem:
    """A report, about the note or about no document."""
    about = problems.About("/en/notes/a/", note.document_id, note.pk) if note else problems.About("/en/<b>x</b>/")
    return problems.receive(about, **{"language": "en", "reasons": ["link"], "text": text, "now": now, **values})


def say(note: Edition, now: datetime, text: str = "Well said.", **values: Any) -> Comment:
    """A comment that waits."""
    given = {"language": "en", "name": "Grace", "text": text, "now": now, **values}
    row = comments.receive(note.document_id, note.pk, **given)
    assert row is not None
    return row


def words(response: Any) -> str:
    """What a screen says."""
    text: str = response.content.decode()
    return text


@pytest.mark.parametrize(
    ("who", "reports", "moderates", "opens"),
    [
        ("author", True, False, False),
        ("translator_fr", False, False, False),
        ("reviewer_ca", False, False, False),
        ("publisher", True, True, True),
        ("administrator", True, True, False),
        ("superuser", True, True, True),
    ],
)
def test_who_sees_which_desk(
    people: People, note: Edition, now: datetime, who: str, reports: bool, moderates: bool, opens: bool
) -> None:
    row, said = report(now, note), say(note, now)
    client = as_(getattr(people, who))
    about = f"{ABOUT}?document={note.document_id}"
    export = f"{COMMENTS}export.csv"
    for url, may in ((REPORTS, reports), (about, reports), (COMMENTS, moderates), (export, moderates),
                     (SWITCHES, opens), (SWITCH_ON, opens)):  # fmt: skip
        assert client.get(url).status_code == (200 if may else 403), url
    index = words(client.get(reverse("admin:index")))
    assert (f'href="{REPORTS}"' in index) is reports
    assert (f'href="{COMMENTS}"' in index) is moderates
    assert (f'href="{SWITCHES}"' in index) is opens
    client.post(about, {"seen": f"{row.pk}:1", "status": "fixed", "note": ""})
    client.post(COMMENTS, {"seen": f"{said.pk}:1", "decision": "approve"})
    row.refresh_from_db()
    said.refresh_from_db()
    assert (row.status == "fixed") is reports
    assert (said.status == "approved") is moderates


def test_the_desks_are_for_staff(note: Edition, client: Client) -> None:
    for url in (REPORTS, ABOUT, COMMENTS, SWITCHES, f"{COMMENTS}export.csv"):
        assert client.get(url).status_code == 302


def test_the_first_page_counts_what_is_new(people: People, note: Edition, now: datetime) -> None:
    report(now, note), report(now, note, "Another."), report(now), say(note, now)
    page = words(as_(people.publisher).get(reverse("admin:index")))
    assert '<span class="desk-count">3</span> New' in page
    assert '<span class="desk-count">1</span> Waiting' in page


def test_reports_by_page_the_new_ones_first(people: People, note: Edition, now: datetime) -> None:
    report(now), report(now, note), report(now, note), report(now, note, "Otra.", language="es", reasons=["spelling"])
    response = as_(people.author).get(REPORTS)
    first, second = response.context["page"].object_list
    assert (first["document_id"], first["new"], first["reports"], first["times"]) == (note.document_id, 2, 2, 3)
    assert first["codes"] == ["en", "es"]
    assert (second["document_id"], second["where"], second["new"]) == (None, "/en/<b>x</b>/", 1)
    assert "/en/&lt;b&gt;x&lt;/b&gt;/" in words(response)
    assert f'href="/admin/toy/note/{note.pk}/change/"' in words(response)
    assert len(as_(people.author).get(f"{REPORTS}?language=es").context["page"].object_list) == 1
    assert len(as_(people.author).get(f"{REPORTS}?reason=link").context["page"].object_list) == 2
    assert len(as_(people.author).get(f"{REPORTS}?status=fixed").context["page"].object_list) == 0
    assert len(as_(people.author).get(f"{REPORTS}?status=x&reason=x&language=x&page=x").context["page"]) == 2


def test_many_are_handled_at_once_and_the_screen_tells(people: People, note: Edition, now: datetime) -> None:
    rows = [report(now, note, f"No. {number}.") for number in range(3)]
    client, about = as_(people.author), f"{ABOUT}?document={note.document_id}"
    page = words(client.get(about))
    assert all(f'value="{row.pk}:1"' in page for row in rows)
    assert 'href="/en/notes/a/"' in page
    data = {"seen": [f"{row.pk}:1" for row in rows[:2]], "status": "fixed", "note": "New link."}
    answer = client.post(about, data, follow=True)
    assert "Recorded for 2 entries." in words(answer)
    assert "New link." in words(answer)
    assert sorted(Problem.objects.values_list("status", flat=True)) == ["fixed", "fixed", "new"]
    again = as_(people.publisher).post(about, {**data, "status": "seen"}, follow=True)
    assert words(again).count("Meanwhile author") == 2
    assert Problem.objects.filter(status="seen").count() == 0


def test_what_is_refused_is_said_and_nothing_is_lost(people: People, note: Edition, now: datetime) -> None:
    row = report(now, note)
    client, about = as_(people.author), f"{ABOUT}?document={note.document_id}"
    for data in (
        {"seen": f"{row.pk}:1", "status": "set_aside", "note": ""},
        {"seen": f"{row.pk}:1", "status": "nonsense", "note": "My note"},
        {"status": "fixed", "note": "My note"},
        {"seen": ["x", "1:", ":1", "9" * 40 + ":1", "٣:1"], "status": "fixed", "note": "My note"},
    ):
        answer = client.post(about, data)
        assert answer.status_code == 409
        assert str(data["note"]) in words(answer)
    assert " checked" in words(client.post(about, {"seen": f"{row.pk}:1", "status": "set_aside", "note": ""}))
    assert Problem.objects.get().status == "new"


@pytest.mark.parametrize("query", ["", "?document=x", "?document=999999", "?document=9999999999999999999999",
                                   "?address=/nothing/", "?address=%00"])  # fmt: skip
def test_a_page_about_which_nothing_was_said(people: People, query: str) -> None:
    assert as_(people.author).get(ABOUT + query).status_code == 404


def test_a_report_on_an_unknown_address_is_no_link(people: People, now: datetime) -> None:
    problems.receive(problems.About("javascript:alert(1)"), language="en", reasons=["other"], text="", now=now)
    page = as_(people.author).get(f"{ABOUT}?address=javascript:alert(1)")
    assert page.status_code == 200
    assert 'href="javascript' not in words(page)


def test_comments_wait_and_are_decided(people: People, note: Edition, now: datetime) -> None:
    one, two, three = (say(note, now, f"No. {number}. <i>") for number in range(3))
    client = as_(people.publisher)
    page = words(client.get(COMMENTS))
    assert "No. 0. &lt;i&gt;" in page
    assert "<i>" not in page
    client.post(COMMENTS, {"seen": [f"{one.pk}:1", f"{two.pk}:1"], "decision": "approve"})
    client.post(COMMENTS, {"seen": f"{three.pk}:1", "decision": "refuse", "reason": "advert", "note": "Spam"})
    assert list(Comment.objects.order_by("pk").values_list("status", flat=True)) == ["approved", "approved", "refused"]
    assert "No comment matches" in words(client.get(COMMENTS))
    shown = words(client.get(f"{COMMENTS}?status=any"))
    assert "It advertises something" in shown
    assert "Spam" in shown
    client.post(COMMENTS, {"seen": f"{one.pk}:2", "decision": "delete", "reason": "request"})
    one.refresh_from_db()
    assert (one.status, one.text) == ("deleted", "")
    gone = words(client.get(f"{COMMENTS}?status=deleted"))
    assert "The text was erased" in gone
    assert "disabled" in gone


@pytest.mark.parametrize(
    "data",
    [
        {"decision": "refuse"}, {"decision": "delete", "reason": "x"}, {"decision": "x"}, {},
        {"decision": "approve", "seen": []},
    ],
)  # fmt: skip
def test_comments_refusals_are_said(people: People, note: Edition, now: datetime, data: dict[str, Any]) -> None:
    row = say(note, now)
    answer = as_(people.publisher).post(COMMENTS, {"seen": f"{row.pk}:1", "note": "My note", **data})
    assert answer.status_code == 409
    assert "My note" in words(answer)
    assert Comment.objects.get().status == "waiting"


def test_exports_hold_what_the_desk_shows(people: People, note: Edition, now: datetime) -> None:
    say(note, now, '=HYPERLINK("http://x")')
    say(note, now, "En español.", language="es")
    client = as_(people.publisher)
    told = client.get(f"{COMMENTS}export.csv?status=any")
    assert told["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in told["Content-Disposition"]
    assert '"\'=HYPERLINK(""http://x"")"' in words(told)
    assert [row["text"] for row in client.get(f"{COMMENTS}export.json?language=es").json()] == ["En español."]
    assert client.get(f"{COMMENTS}export.json?document={note.document_id + 1}").json() == []


def test_a_publisher_switches_comments_on_and_off(people: People, now: datetime) -> None:
    made = stages.live(people, now - timedelta(days=2), slug="open-talk")
    client = as_(people.publisher)
    later = f"{now.year + 1}-01-01"
    clock = {"closes_at_time": "12:00", "closes_at_zone": "America/Mexico_City"}
    form = {"document": "/es/notas/open-talk-es/", "is_on": "on", "closes_at_date": "2020-01-01", **clock}
    refused = client.post(SWITCH_ON, form)
    assert "in the future" in words(refused)
    assert client.post(SWITCH_ON, {**form, "closes_at_date": later}).status_code == 302
    row = Discussion.objects.get()
    assert (row.is_on, row.changed_by) == (True, people.publisher)
    assert client.post(SWITCH_ON, {**form, "closes_at_date": later}).status_code == 200
    change = reverse("admin:editorial_discussion_change", args=(row.pk,))
    assert client.post(change, {"closes_at_date": later, **clock}).status_code == 302
    row.refresh_from_db()
    assert not row.is_on
    assert row.closes_at.isoformat() == f"{later}T18:00:00+00:00"
    assert row.document_id == made.document_id
    assert row.handlings.count() == 2
    screen = words(client.get(change))
    assert "comments on, open until" in screen
    assert "Open talk en" in screen
    assert words(client.get(SWITCHES)).count("Open talk en") == 1
    assert client.post(reverse("admin:editorial_discussion_delete", args=(row.pk,)), {"post": "yes"}).status_code == 403
    for junk in ({**form, "closes_at_date": "x"}, {**form, "document": "/en/nothing/"}, {}):
        assert client.post(SWITCH_ON, junk).status_code == 200


def asked(client: Client, url: str) -> int:
    """How many statements a screen takes."""
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_the_desks_ask_the_same_for_many_as_for_few(people: People, now: datetime) -> None:
    client, found = as_(people.publisher), []
    for size in (1, 4):
        for number in range(size):
            note = stages.live(people, now - timedelta(days=1), slug=f"note-{size}-{number}")
            comments.switch(
                note.document_id, is_on=True, closes_at=now + timedelta(days=1), by=people.publisher, now=now
            )
            row, said = report(now, note, f"{size} {number}"), say(note, now, f"{size} {number}")
            problems.handle({row.pk: 1}, status="seen", note="", by=people.author, now=now)
            comments.decide({said.pk: 1}, status="approved", by=people.publisher, now=now)
        screens = (REPORTS, f"{ABOUT}?document={note.document_id}", f"{COMMENTS}?status=any", SWITCHES)
        found.append([asked(client, url) for url in screens])
    assert found[0] == found[1]
    assert max(found[0]) <= 10


def test_an_upgrade_gives_the_new_permissions_to_roles_that_exist(people: People) -> None:
    """What was taken from a role by hand stays taken; what did not exist before comes to the roles that carry it."""
    author, publisher = Group.objects.get(name="Author"), Group.objects.get(name="Publisher")
    author.permissions.remove(Permission.objects.get(codename="write_edition"))
    Permission.objects.filter(codename__in=["triage_problem", "moderate_comment", "open_discussion"]).delete()
    ContentType.objects.clear_cache()
    call_command("migrate", verbosity=0)
    held = set(author.permissions.values_list("codename", flat=True))
    assert "triage_problem" in held
    assert "write_edition" not in held
    assert "moderate_comment" not in held
    assert {"triage_problem", "moderate_comment", "open_discussion"} <= set(
        publisher.permissions.values_list("codename", flat=True)
    )
    assert User.objects.get(pk=people.publisher.pk).has_perm("editorial.open_discussion")
