"""A withdrawal of what binds takes effect by one person, says so, and waits for a second."""

import zipfile
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.checks import Error

from editorial import system_checks
from editorial.content import kinds
from editorial.desks import counts, problems
from editorial.desks.query import Ask
from editorial.exports import record
from editorial.models import Edition, Event, Notice, NoticeType, RefusedAttempt, User, Withdrawal
from editorial.notices import texts
from editorial.notices.preferences import groups as groups_of_preferences
from editorial.states import Standing, Verb
from editorial.workflow import audit, transitions
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.attacks import at_commit, refused, sql
from tests.editorial import stages
from tests.editorial.desk import as_, at, post, to
from tests.jobs import work_off
from tests.people import People, person

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


@pytest.fixture
def second(people: People) -> User:
    """Another publisher than the one who withdraws."""
    return person("second-publisher", "Publisher")


@pytest.fixture
def alone(people: People, now: datetime) -> Edition:
    """A note that one publisher withdrew."""
    return stages.withdrawn_alone(people, now)


@pytest.fixture
def planned(people: People, now: datetime) -> Edition:
    """A note that one publisher withdraws from tomorrow on."""
    return stages.withdrawn_alone(people, now, at=now + DAY)


def withdrawal_of(edition: Edition) -> Withdrawal:
    return Withdrawal.objects.get(edition=edition)


def against(edition: Edition, by: User, now: datetime) -> list[str]:
    attempt = Attempt(builders.fresh(edition), by, now)
    return [reason.code for reason in permissions.problems(Verb.CONFIRM_WITHDRAWAL, attempt)]


def event_of(edition: Edition, verb: Verb) -> Event:
    return Event.objects.filter(edition=edition, verb=verb).get()


# What happens


def test_it_stands_at_once_and_is_marked(alone: Edition, now: datetime) -> None:
    assert builders.fresh(alone).standing(now) == Standing.WITHDRAWN
    assert not Edition.objects.live(now).filter(pk=alone.pk).exists()
    withdrawal = withdrawal_of(alone)
    assert withdrawal.needs_confirmation
    assert withdrawal.awaits_confirmation
    assert builders.fresh(alone).awaits_second_person
    assert event_of(alone, Verb.WITHDRAW).data["needs_confirmation"] is True


def test_a_second_person_confirms_it(alone: Edition, second: User, later: datetime) -> None:
    version = builders.fresh(alone).version
    moved = transitions.confirm_withdrawal(alone, by=second, now=later)
    withdrawal = withdrawal_of(alone)
    assert (withdrawal.confirmed_at, withdrawal.confirmed_by) == (later, second)
    assert not builders.fresh(moved).awaits_second_person
    assert moved.version == version + 1
    event = event_of(alone, Verb.CONFIRM_WITHDRAWAL)
    assert (event.by, event.from_state, event.to_state) == (second, "published", "published")
    assert list(audit.verify()) == []
    assert against(alone, second, later) == ["not_waiting"]


def test_one_that_is_planned_waits_from_the_act_on(planned: Edition, second: User, now: datetime) -> None:
    assert builders.fresh(planned).standing(now) == Standing.LIVE
    assert withdrawal_of(planned).awaits_confirmation
    transitions.confirm_withdrawal(planned, by=second, now=now)
    assert withdrawal_of(planned).confirmed_at == now
    assert builders.fresh(planned).live_during.upper == now + DAY


def test_one_that_was_planned_can_be_confirmed_after_its_moment(people: People, second: User, now: datetime) -> None:
    edition = stages.withdrawn_alone(people, now - 2 * HOUR, at=now - HOUR)
    transitions.confirm_withdrawal(edition, by=second, now=now)
    assert withdrawal_of(edition).confirmed_by == second


def test_an_end_that_is_set_with_the_schedule_waits_too(people: People, second: User, now: datetime) -> None:
    approved = builders.approve(builders.make_note(people, now), people, now)
    why = builders.texts("It was for one day")
    with stages.withdrawals_confirmed():
        planned = transitions.schedule(
            approved, by=people.publisher, now=now, at=now + DAY, until=now + 2 * DAY, explanation=why
        )
    assert withdrawal_of(planned).awaits_confirmation
    assert event_of(planned, Verb.SCHEDULE).data["needs_confirmation"] is True
    assert against(planned, people.publisher, now) == ["four_eyes"]
    transitions.confirm_withdrawal(planned, by=second, now=now)
    assert builders.fresh(planned).live_during.upper == now + 2 * DAY


def test_a_schedule_without_an_end_asks_for_nobody(people: People, now: datetime) -> None:
    with stages.withdrawals_confirmed():
        edition = stages.scheduled(people, now, now + DAY)
    assert "needs_confirmation" not in event_of(edition, Verb.SCHEDULE).data
    assert not builders.fresh(edition).awaits_second_person


def test_a_kind_that_does_not_ask_stays_as_it_was(people: People, second: User, now: datetime) -> None:
    edition = transitions.withdraw(
        stages.live(people, now - DAY), by=people.publisher, now=now, explanation=builders.texts("Gone")
    )
    assert not withdrawal_of(edition).needs_confirmation
    assert "needs_confirmation" not in event_of(edition, Verb.WITHDRAW).data
    assert against(edition, second, now) == ["not_waiting"]


def test_one_of_before_the_rule_asks_for_nobody(people: People, second: User, now: datetime) -> None:
    edition = transitions.withdraw(
        stages.live(people, now - DAY), by=people.publisher, now=now, explanation=builders.texts("Gone")
    )
    with stages.withdrawals_confirmed():
        assert against(edition, second, now) == ["not_waiting"]
        assert Verb.CONFIRM_WITHDRAWAL.value not in str(as_(second).get(at(edition, "change")).content)


# Who may not


def test_nobody_confirms_what_they_withdrew(alone: Edition, people: People, now: datetime) -> None:
    assert against(alone, people.publisher, now) == ["four_eyes"]
    with pytest.raises(NotAllowed):
        transitions.confirm_withdrawal(alone, by=people.publisher, now=now)
    assert RefusedAttempt.objects.get().verb == Verb.CONFIRM_WITHDRAWAL
    assert withdrawal_of(alone).awaits_confirmation


def test_a_superuser_who_withdrew_it_does_not_either(people: People, now: datetime) -> None:
    with stages.withdrawals_confirmed():
        edition = transitions.withdraw(
            stages.live(people, now - DAY), by=people.superuser, now=now, explanation=builders.texts("Gone")
        )
    assert against(edition, people.superuser, now) == ["four_eyes"]


def test_nobody_confirms_who_wrote_in_the_document(alone: Edition, people: People, now: datetime) -> None:
    people.author.groups.add(Group.objects.get(name="Publisher"))
    assert against(alone, User.objects.get(pk=people.author.pk), now) == ["four_eyes"]


@pytest.mark.parametrize("who", ["author", "translator_fr", "reviewer_ca", "administrator", "outsider"])
def test_nobody_confirms_who_may_not_publish(who: str, alone: Edition, people: People, now: datetime) -> None:
    assert against(alone, getattr(people, who), now) == ["permission"]


def test_nobody_confirms_whose_account_is_closed(alone: Edition, second: User, now: datetime) -> None:
    second.is_active = False
    assert against(alone, second, now) == ["inactive"]


def test_what_is_live_has_no_withdrawal_to_confirm(people: People, second: User, now: datetime) -> None:
    assert against(stages.live(people, now - DAY), second, now) == ["not_waiting"]


def test_a_text_that_was_altered_is_withdrawn_and_confirmed_all_the_same(
    alone: Edition, second: User, now: datetime
) -> None:
    """What is confirmed is that it goes, which is what an administrator is told to do about it."""
    sql("SET session_replication_role = replica")
    sql("UPDATE editorial_edition SET title_en = 'Altered' WHERE id = %s", alone.pk)
    sql("SET session_replication_role = DEFAULT")
    assert against(alone, second, now) == []


# Whoever does not agree


def test_what_is_planned_is_unscheduled_by_whoever_does_not_agree(
    planned: Edition, second: User, people: People, now: datetime
) -> None:
    transitions.unschedule(planned, by=second, now=now)
    assert builders.fresh(planned).live_during.upper is None
    assert not Withdrawal.objects.exists()
    with stages.withdrawals_confirmed():
        again = transitions.withdraw(planned, by=second, now=now, at=now + 2 * DAY, explanation=builders.texts("Gone"))
    assert withdrawal_of(again).awaits_confirmation
    assert against(again, second, now) == ["four_eyes"]
    assert against(again, people.publisher, now) == []


def test_a_confirmed_plan_can_still_be_unscheduled_and_asks_anew(
    planned: Edition, second: User, people: People, now: datetime
) -> None:
    transitions.confirm_withdrawal(planned, by=second, now=now)
    transitions.unschedule(planned, by=people.publisher, now=now)
    with stages.withdrawals_confirmed():
        again = transitions.withdraw(
            planned, by=people.publisher, now=now, at=now + DAY, explanation=builders.texts("Gone")
        )
    assert withdrawal_of(again).awaits_confirmation


def test_what_is_withdrawn_is_revised_and_the_desk_forgets_it(
    alone: Edition, second: User, people: People, now: datetime, later: datetime
) -> None:
    assert waiting(second, now) == [alone.pk]
    draft = transitions.revise(alone, by=people.author, now=now + HOUR)
    assert waiting(second, now + HOUR) == [alone.pk]
    builders.publish(draft, people, later)
    assert waiting(second, later) == []
    transitions.confirm_withdrawal(alone, by=second, now=later)  # for the record, all the same


# The database


def confirm_past_python(edition: Edition, by: User, at: datetime) -> int:
    return sql(
        "UPDATE editorial_withdrawal SET confirmed_at = %s, confirmed_by_id = %s WHERE edition_id = %s",
        at, by.pk, edition.pk,
    )  # fmt: skip


def test_the_database_takes_a_sound_confirmation(
    alone: Edition, second: User, now: datetime, right_clock: None, site_role: None
) -> None:
    assert confirm_past_python(alone, second, now) == 1
    at_commit()


def test_by_whoever_withdrew_it(alone: Edition, people: People, now: datetime, site_role: None) -> None:
    with refused("confirmed by a second person"):
        confirm_past_python(alone, people.publisher, now)


def test_by_a_writer(alone: Edition, people: People, now: datetime, site_role: None) -> None:
    audit.record(alone, Verb.SAVE, by=people.superuser, now=now)
    with refused("confirmed by a second person"):
        confirm_past_python(alone, people.superuser, now)


@pytest.mark.parametrize("who", ["outsider", "reviewer_ca", "translator_fr"])
def test_by_somebody_who_is_no_publisher(
    who: str, alone: Edition, people: People, now: datetime, site_role: None
) -> None:
    with refused("only a publisher confirms"):
        confirm_past_python(alone, getattr(people, who), now)


def test_by_a_publisher_whose_role_or_account_was_taken_away(alone: Edition, second: User, now: datetime) -> None:
    User.objects.filter(pk=second.pk).update(is_active=False)
    with refused("only a publisher confirms"):
        confirm_past_python(alone, second, now)
    User.objects.filter(pk=second.pk).update(is_active=True)
    second.groups.clear()
    with refused("only a publisher confirms"):
        confirm_past_python(alone, second, now)
    second.user_permissions.add(Permission.objects.get(codename="publish_edition"))
    assert confirm_past_python(alone, second, now) == 1


@pytest.mark.parametrize("off", [-HOUR, timedelta(seconds=-61), timedelta(minutes=2), DAY])
def test_at_another_moment(
    off: timedelta, alone: Edition, second: User, now: datetime, right_clock: None, site_role: None
) -> None:
    with refused("dated within a minute of the clock"):
        confirm_past_python(alone, second, now + off)


def test_a_withdrawal_that_asks_for_nobody(people: People, second: User, now: datetime, site_role: None) -> None:
    edition = transitions.withdraw(
        stages.live(people, now - DAY), by=people.publisher, now=now, explanation=builders.texts("Gone")
    )
    with refused("only a withdrawal that needs a second person"):
        confirm_past_python(edition, second, now)
    with refused("stays on record"):
        sql("UPDATE editorial_withdrawal SET needs_confirmation = true WHERE edition_id = %s", edition.pk)


@pytest.mark.parametrize("when", ["alone", "planned"])
def test_the_mark_and_who_withdrew_it_stay(
    when: str, people: People, second: User, now: datetime, request: pytest.FixtureRequest
) -> None:
    edition = request.getfixturevalue(when)
    request.getfixturevalue("site_role")
    for change in (
        "needs_confirmation = false", f"decided_by_id = {second.pk}", "decided_at = decided_at - interval '1 hour'",
        "decided_by_id = NULL",
    ):  # fmt: skip
        with refused("stays on record"):
            sql(f"UPDATE editorial_withdrawal SET {change} WHERE edition_id = %s", edition.pk)
    if when == "alone":
        with refused("that has taken effect stays on record"):
            sql("UPDATE editorial_withdrawal SET explanation_en = 'Other' WHERE edition_id = %s", edition.pk)
        with refused("that has taken effect stays on record"):
            sql("DELETE FROM editorial_withdrawal WHERE edition_id = %s", edition.pk)


@pytest.mark.parametrize("when", ["alone", "planned"])
def test_a_confirmation_is_written_once_and_stays(
    when: str, people: People, second: User, now: datetime, request: pytest.FixtureRequest
) -> None:
    edition = request.getfixturevalue(when)
    transitions.confirm_withdrawal(edition, by=second, now=now)
    request.getfixturevalue("site_role")
    for change in (
        "confirmed_at = NULL, confirmed_by_id = NULL", f"confirmed_by_id = {people.superuser.pk}",
        "confirmed_at = confirmed_at + interval '1 second'", "explanation_fr = 'Autre'",
    ):  # fmt: skip
        with refused("stays on record"):
            sql(f"UPDATE editorial_withdrawal SET {change} WHERE edition_id = %s", edition.pk)


def test_half_a_confirmation(alone: Edition, second: User, now: datetime, site_role: None) -> None:
    for change in (f"confirmed_by_id = {second.pk}", "confirmed_at = now()"):
        with refused("dated within a minute|editorial_withdrawal_confirmed|only a publisher"):
            sql(f"UPDATE editorial_withdrawal SET {change} WHERE edition_id = %s", alone.pk)


def insert(edition: Edition, by: User, at: datetime, **values: Any) -> None:
    sound: dict[str, Any] = {
        "edition_id": edition.pk, "at": at, "decided_at": at, "decided_by_id": by.pk,
        "explanation": "", "needs_confirmation": True, **values,
    }  # fmt: skip
    places = ", ".join(["%s"] * len(sound))
    sql(f"INSERT INTO editorial_withdrawal ({', '.join(sound)}) VALUES ({places})", *sound.values())


def test_one_that_is_born_confirmed_or_dated_otherwise(
    people: People, second: User, now: datetime, right_clock: None, site_role: None
) -> None:
    edition = stages.live(people, now)
    with refused("confirmed after it was decided"):
        insert(edition, people.publisher, now, confirmed_at=now, confirmed_by_id=second.pk)
    with refused("dated within a minute of the clock"):
        insert(edition, people.publisher, now, decided_at=now - HOUR)
    insert(edition, people.publisher, now)


# The screens


def change_page(edition: Edition, user: User) -> str:
    return str(as_(user).get(at(edition, "change")).content.decode())


def test_the_form_says_that_it_waits_and_offers_it_to_those_who_can(
    alone: Edition, second: User, people: People, now: datetime
) -> None:
    told = "Withdrawn by one person; a second person has yet to confirm it."
    page = as_(second).get(at(alone, "change"))
    html = page.content.decode()
    assert told in html
    assert "publisher decided it." in html
    assert "ask an author to revise it" in html
    assert f'href="{to(alone, "confirm_withdrawal")}"' in html
    workflow = page.context["workflow"]
    assert (workflow.possible[0].verb, workflow.possible[0].main) == (Verb.CONFIRM_WITHDRAWAL, True)
    assert workflow.holder == "A second person, to confirm"
    for other in (people.publisher, people.reviewer_ca):
        html = change_page(alone, other)
        assert told in html
        assert f'href="{to(alone, "confirm_withdrawal")}"' not in html
    assert "You withdrew it; a second person must confirm that." in change_page(alone, people.publisher)
    transitions.confirm_withdrawal(alone, by=second, now=now)
    html = change_page(alone, second)
    assert told not in html
    assert "confirm_withdrawal" not in html


def test_the_form_of_a_planned_one_names_the_other_way(planned: Edition, second: User) -> None:
    assert "If you do not agree, unschedule it: it then stays public." in change_page(planned, second)


def test_the_form_of_a_scheduled_one_with_an_end_names_the_other_way(
    people: People, second: User, now: datetime
) -> None:
    approved = builders.approve(builders.make_note(people, now), people, now)
    with stages.withdrawals_confirmed():
        edition = transitions.schedule(
            approved, by=people.publisher, now=now, at=now + DAY, until=now + 2 * DAY, explanation=builders.texts("End")
        )
    assert "neither its publication nor its end is planned then" in change_page(edition, second)


def test_the_page_that_asks_says_what_is_confirmed(alone: Edition, second: User, people: People) -> None:
    page = as_(second).get(to(alone, "confirm_withdrawal"))
    html = page.content.decode()
    assert "what publisher decided" in html
    for word in builders.texts("It was wrong").values():
        assert word in html
    assert "ask an author to revise it" in html
    client = as_(second)
    answer = client.post(to(alone, "confirm_withdrawal"), {"version": builders.fresh(alone).version}, follow=True)
    assert [str(each) for each in answer.context["messages"]] == ["Confirmed."]
    assert withdrawal_of(alone).confirmed_by == second


def test_a_post_of_whoever_withdrew_it_is_refused_in_words(alone: Edition, people: People) -> None:
    answer = post(people.publisher, alone, "confirm_withdrawal")
    assert answer.status_code == 409
    assert "You withdrew it; a second person must confirm that." in answer.content.decode()
    assert withdrawal_of(alone).awaits_confirmation


def test_a_replayed_post_is_told_that_it_was_done(alone: Edition, second: User, people: People) -> None:
    opened = {"version": builders.fresh(alone).version}
    client = as_(second)
    assert client.post(to(alone, "confirm_withdrawal"), opened).status_code == 302
    assert client.post(to(alone, "confirm_withdrawal"), opened).status_code == 409
    assert Event.objects.filter(edition=alone, verb=Verb.CONFIRM_WITHDRAWAL).count() == 1


def test_whoever_withdraws_is_told_before_and_after(people: People, now: datetime) -> None:
    note = stages.live(people, now - DAY)
    told = "A second person who may publish is asked to confirm it."
    explanation = {f"explanation_{code}": "Gone" for code in ("en", "fr", "es")}
    assert told not in as_(people.publisher).get(to(note, "withdraw")).content.decode()
    with stages.withdrawals_confirmed():
        client = as_(people.publisher)
        assert told in client.get(to(note, "withdraw")).content.decode()
        data = {"version": builders.fresh(note).version, **explanation}
        answer = client.post(to(note, "withdraw"), data, follow=True)
    assert [str(each) for each in answer.context["messages"]] == [
        f"Withdrawn. The public sees your explanation. {told}"
    ]


def test_whoever_schedules_is_told_that_an_end_is_confirmed(people: People, now: datetime) -> None:
    note = builders.approve(builders.make_note(people, now), people, now)
    told = "If you set an end, a second person who may publish is asked to confirm that."
    assert told not in as_(people.publisher).get(to(note, "schedule")).content.decode()
    with stages.withdrawals_confirmed():
        assert told in as_(people.publisher).get(to(note, "schedule")).content.decode()


def test_the_timeline_says_both(alone: Edition, second: User, now: datetime) -> None:
    transitions.confirm_withdrawal(alone, by=second, now=now)
    html = as_(second).get(at(alone, "history")).content.decode()
    assert "A second person is asked to confirm the withdrawal." in html
    assert "Withdrawal confirmed" in html


# The desk


def waiting(user: User, now: datetime) -> list[int]:
    """The editions that a person's desk lists as withdrawn and not confirmed."""
    rows = {source.key: found for source, found in problems.concerning(Ask.for_person(user, now))}
    found = rows.get("unconfirmed_withdrawals")
    return [] if found is None else sorted(found.values_list("edition_id", flat=True))


def test_the_desk_lists_it_until_it_is_confirmed(alone: Edition, second: User, people: People, now: datetime) -> None:
    planned = stages.withdrawn_alone(people, now, at=now + DAY, slug="planned")
    assert waiting(second, now) == [alone.pk, planned.pk]
    assert waiting(people.administrator, now) == [alone.pk, planned.pk]
    assert waiting(people.reviewer_ca, now) == []
    ask = Ask.for_person(second, now)
    assert counts.desk_counts(ask).problems["unconfirmed_withdrawals"] == 2
    html = as_(second).get("/admin/desk/problems/?source=unconfirmed_withdrawals").content.decode()
    assert html.count("Unconfirmed</span>") == 2
    assert at(alone, "change") in html
    transitions.confirm_withdrawal(alone, by=second, now=now)
    assert waiting(second, now) == [planned.pk]
    assert counts.desk_counts(ask).problems["unconfirmed_withdrawals"] == 1


def test_the_list_of_editions_marks_it(alone: Edition, second: User, now: datetime) -> None:
    page = "/admin/toy/note/"
    assert "Unconfirmed" in as_(second).get(page).content.decode()
    transitions.confirm_withdrawal(alone, by=second, now=now)
    assert "Unconfirmed" not in as_(second).get(page).content.decode()


# Notices


def recipients_of(sort: NoticeType) -> set[str]:
    return set(Notice.objects.filter(sort=sort).values_list("person__username", flat=True))


def test_those_who_can_confirm_it_are_told(people: People, second: User, now: datetime) -> None:
    work_off()
    Notice.objects.all().delete()
    alone = stages.withdrawn_alone(people, now)
    work_off()
    # Superusers are spared what concerns a role.
    assert recipients_of(NoticeType.TO_CONFIRM) == {"second-publisher"}
    assert "author" in recipients_of(NoticeType.WITHDRAWN)
    notice = Notice.objects.get(sort=NoticeType.TO_CONFIRM)
    words = texts.notice_text(notice)
    assert words.subject == "publisher withdrew “Subject en”, and a second person is asked to confirm it"
    assert not words.is_obsolete
    opened = as_(second).get(words.path)
    assert opened["Location"] == at(alone, "change")
    transitions.confirm_withdrawal(alone, by=second, now=now)
    assert texts.notice_text(Notice.objects.get(pk=notice.pk)).is_obsolete
    work_off()
    last = Notice.objects.filter(person=people.publisher, sort=NoticeType.WITHDRAWN).latest("id")
    assert texts.notice_text(last).subject == "second-publisher confirmed the withdrawal of “Subject en”"


def test_an_end_that_is_set_with_a_schedule_is_told_too(people: People, second: User, now: datetime) -> None:
    approved = builders.approve(builders.make_note(people, now), people, now)
    with stages.withdrawals_confirmed():
        transitions.schedule(
            approved, by=people.publisher, now=now, at=now + DAY, until=now + 2 * DAY, explanation=builders.texts("End")
        )
    work_off()
    assert recipients_of(NoticeType.TO_CONFIRM) == {"second-publisher"}


def test_a_notice_of_a_withdrawal_that_was_taken_back_is_obsolete(
    planned: Edition, second: User, people: People, now: datetime
) -> None:
    work_off()
    first = Notice.objects.get(sort=NoticeType.TO_CONFIRM)
    transitions.unschedule(planned, by=people.publisher, now=now)
    assert texts.is_obsolete(Notice.objects.get(pk=first.pk))
    with stages.withdrawals_confirmed():
        transitions.withdraw(planned, by=people.publisher, now=now, at=now + DAY, explanation=builders.texts("End"))
    work_off()
    again = Notice.objects.filter(sort=NoticeType.TO_CONFIRM).latest("id")
    assert [texts.is_obsolete(each) for each in Notice.objects.filter(pk__in=[first.pk, again.pk]).order_by("pk")] == [
        True,
        False,
    ]


def test_nobody_is_asked_what_was_confirmed_already(planned: Edition, second: User, now: datetime) -> None:
    """The worker comes after the confirmation."""
    Notice.objects.all().delete()
    transitions.confirm_withdrawal(planned, by=second, now=now)
    work_off()
    assert recipients_of(NoticeType.TO_CONFIRM) == set()


def test_publishers_choose_how_they_are_told_of_it(second: User, people: People) -> None:
    for who, may in ((second, True), (people.reviewer_ca, True), (people.translator_fr, False)):
        found = [sort for _title, sorts in groups_of_preferences(who) for sort in sorts]
        assert (NoticeType.TO_CONFIRM in found) == may


# The record


def test_the_record_on_paper_says_who_confirmed_it(alone: Edition, second: User, people: People, now: datetime) -> None:
    assert "A second person has yet to confirm it." in record_page(alone, people, now)
    transitions.confirm_withdrawal(alone, by=second, now=now)
    assert "Confirmed by a second person: second-publisher" in record_page(alone, people, now)


def record_page(edition: Edition, people: People, now: datetime) -> str:
    done = record.export(edition.document, by=people.translator_fr, now=now, language="en")
    with done.file, zipfile.ZipFile(done.file) as archive:
        return archive.read("record.html").decode()


# The declaration


def test_a_type_that_the_kind_does_not_have_is_found_by_check(monkeypatch: pytest.MonkeyPatch) -> None:
    note = kinds.get_kind("note")
    wrong = kinds.Kind(**{**vars(note), "withdrawal_confirmed": frozenset({"treaty"})})
    monkeypatch.setitem(kinds._KINDS, "note", wrong)
    found = system_checks.check_kinds(None)
    assert [(each.id, isinstance(each, Error)) for each in found] == [("editorial.E015", True)]
