"""Notices: those concerned are told, once, in their language, as they want it; nobody else is."""

from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from editorial.models import Cadence, Event, Notice, NoticeType, SignOffRule, User
from editorial.notices import (
    digest,
    emails,
    failures,
    jobs,
    preferences,
    reading,
    reminders,
    send_notices,
    texts,
    watching,
)
from editorial.workflow import assignment, drafts, transitions
from tests.builders import approve, attest_all, fresh, make_note, publish
from tests.editorial.stages import REMARK
from tests.jobs import give_up, make_due, waiting, work_off
from tests.people import People, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(people: People) -> People:
    """Everybody with an address to write to."""
    for user in User.objects.all():
        user.email = f"{user.username}@example.org"
        user.save()
    for user in vars(people).values():
        if isinstance(user, User):
            user.email = f"{user.username}@example.org"
    return people


def recipients_of(sort: NoticeType) -> set[str]:
    """The usernames of all who were told of one sort."""
    return set(Notice.objects.filter(sort=sort).values_list("person__username", flat=True))


def forget() -> None:
    """Nobody was told anything."""
    work_off()
    Notice.objects.all().delete()
    mail.outbox.clear()


# Whom each step concerns


def test_a_submission_tells_the_reviewers_whose_turn_it_is_and_nobody_else(staff: People, now: datetime) -> None:
    transitions.submit(make_note(staff, now), by=staff.author, now=now)
    work_off()
    assert recipients_of(NoticeType.TO_REVIEW) == {"reviewer-ca", "reviewer-mx"}
    assert set(Notice.objects.values_list("sort", flat=True)) == {NoticeType.TO_REVIEW}


def test_parties_are_told_in_the_order_of_their_stages(staff: People, now: datetime) -> None:
    SignOffRule.objects.create(kind="note", party=staff.mx, stage=1)
    SignOffRule.objects.create(kind="note", party=staff.ca, stage=2)
    note = transitions.submit(make_note(staff, now), by=staff.author, now=now)
    work_off()
    assert recipients_of(NoticeType.TO_REVIEW) == {"reviewer-mx"}
    transitions.sign_off(note, by=staff.reviewer_mx, now=now, digest=note.digest)
    work_off()
    assert recipients_of(NoticeType.TO_REVIEW) == {"reviewer-mx", "reviewer-ca"}
    assert recipients_of(NoticeType.SIGNED) == {"author"}


def test_a_reviewer_who_had_a_hand_in_the_text_is_not_asked(staff: People, now: datetime) -> None:
    both = person("both", "Author", "Reviewer", party=staff.mx)
    note = make_note(staff, now)
    with drafts.edit(note, by=both, now=now) as draft:
        draft.day = now.date()
        draft.save()
    transitions.submit(fresh(note), by=staff.author, now=now)
    work_off()
    assert "both" not in recipients_of(NoticeType.TO_REVIEW)


def test_a_review_given_to_somebody_is_nobody_elses(staff: People, now: datetime) -> None:
    second = person("reviewer-mx-2", "Reviewer", party=staff.mx)
    SignOffRule.objects.create(kind="note", party=staff.ca, stage=1)
    SignOffRule.objects.create(kind="note", party=staff.mx, stage=2)
    note = transitions.submit(make_note(staff, now), by=staff.author, now=now)
    assignment.assign(note, to=second, due=None, by=staff.author, now=now, reason="You know the subject")
    work_off()
    assert recipients_of(NoticeType.ASSIGNED) == {"reviewer-mx-2"}
    assert "You know the subject" in texts.notice_text(Notice.objects.get(sort=NoticeType.ASSIGNED)).quote
    transitions.sign_off(note, by=staff.reviewer_ca, now=now, digest=note.digest)
    work_off()
    assert recipients_of(NoticeType.TO_REVIEW) == {"reviewer-ca", "reviewer-mx-2"}


def test_requested_changes_tell_contributors_and_owner_with_the_remark(staff: People, now: datetime) -> None:
    note = make_note(staff, now)
    note.document.owner = staff.second_author
    note.document.save()
    submitted = transitions.submit(note, by=staff.author, now=now)
    transitions.request_changes(submitted, by=staff.reviewer_ca, now=now, reason=REMARK)
    work_off()
    assert recipients_of(NoticeType.CHANGES_REQUESTED) == {"author", "second-author"}
    notice = Notice.objects.filter(sort=NoticeType.CHANGES_REQUESTED).first()
    assert texts.notice_text(notice).quote == REMARK
    assert "reviewer-ca asks for changes" in texts.notice_text(notice).subject


def test_an_approved_text_tells_the_publishers(staff: People, now: datetime) -> None:
    approve(make_note(staff, now), staff, now)
    work_off()
    assert recipients_of(NoticeType.TO_PUBLISH) == {"publisher"}


def test_a_publication_tells_contributors_owner_and_watchers(staff: People, now: datetime) -> None:
    note = make_note(staff, now)
    watching.watch(note.document, by=staff.translator_es, now=now)
    watching.watch(note.document, by=staff.translator_es, now=now)
    publish(note, staff, now)
    work_off()
    assert recipients_of(NoticeType.PUBLISHED) == {"author", "translator-es"}
    watching.unwatch(note.document, by=staff.translator_es)
    explanation = dict.fromkeys(("en", "fr", "es"), "Gone")
    transitions.withdraw(fresh(note), by=staff.publisher, now=now + timedelta(days=1), explanation=explanation)
    work_off()
    assert recipients_of(NoticeType.WITHDRAWN) == {"author"}


def test_a_schedule_says_the_moment(staff: People, now: datetime, later: datetime) -> None:
    note = approve(make_note(staff, now), staff, now)
    scheduled = transitions.schedule(note, by=staff.publisher, now=now, at=later)
    transitions.unschedule(scheduled, by=staff.publisher, now=now)
    work_off()
    lines = [
        texts.notice_text(each).subject for each in Notice.objects.filter(sort=NoticeType.SCHEDULED).order_by("pk")
    ]
    assert len(lines) == 2
    assert " UTC" in lines[0]
    assert "unscheduled" in lines[1]


def test_an_urgent_publication_tells_those_who_can_confirm_it(staff: People, now: datetime) -> None:
    note = make_note(staff, now)
    transitions.publish_urgently(note, by=staff.publisher, now=now, reason="A flood")
    work_off()
    assert recipients_of(NoticeType.TO_CONFIRM) == {"reviewer-ca", "reviewer-mx"}
    forget()
    transitions.confirm(fresh(note), by=staff.reviewer_ca, now=now)
    work_off()
    assert recipients_of(NoticeType.PUBLISHED) == {"publisher", "author"}


def test_whoever_did_it_is_not_told(staff: People, now: datetime) -> None:
    for person_of_everything in (staff.publisher, staff.reviewer_ca):
        watching.watch(make_note(staff, now, slug=person_of_everything.username).document, by=staff.publisher, now=now)
    note = make_note(staff, now)
    watching.watch(note.document, by=staff.publisher, now=now)
    publish(note, staff, now)
    work_off()
    assert "publisher" not in recipients_of(NoticeType.PUBLISHED)
    assert not Notice.objects.filter(person=staff.superuser).exists(), "superusers are spared what concerns a role"


def test_nobody_is_told_who_left_or_may_not_read_editions(staff: People, now: datetime) -> None:
    note = make_note(staff, now)
    for user in (staff.outsider, staff.second_author):
        watching.watch(note.document, by=user, now=now)
    User.objects.filter(pk=staff.second_author.pk).update(is_active=False)
    publish(note, staff, now)
    work_off()
    assert recipients_of(NoticeType.PUBLISHED) == {"author"}


def test_what_is_over_before_the_worker_comes_is_asked_of_nobody(staff: People, now: datetime) -> None:
    note = transitions.submit(make_note(staff, now), by=staff.author, now=now)
    transitions.recall(note, by=staff.author, now=now)
    work_off()
    assert recipients_of(NoticeType.TO_REVIEW) == set()


# Translators


def changed(note: Any, by: User, now: datetime, **values: str) -> None:
    """Change some texts of a draft."""
    with drafts.edit(fresh(note), by=by, now=now) as draft:
        for name, value in values.items():
            setattr(draft, name, value)
        draft.save()


def test_a_changed_source_tells_the_translators_once_it_has_settled(staff: People, now: datetime) -> None:
    note = make_note(staff, now)
    work_off()
    changed(note, staff.author, now, title_en="Another title")
    changed(note, staff.author, now, title_en="A third title")
    work_off()
    assert recipients_of(NoticeType.TO_TRANSLATE) == set(), "the author is still at it"
    make_due()
    work_off()
    assert recipients_of(NoticeType.TO_TRANSLATE) == {"translator-fr", "translator-es"}
    assert Notice.objects.filter(sort=NoticeType.TO_TRANSLATE).count() == 2
    notice = Notice.objects.get(sort=NoticeType.TO_TRANSLATE, person=staff.translator_fr)
    assert notice.detail["languages"] == ["fr"]
    assert dict(texts.notice_text(notice).facts)["What changed"] == "Title"


def test_a_change_beside_the_source_tells_no_translator(staff: People, now: datetime) -> None:
    note = make_note(staff, now)
    changed(note, staff.translator_fr, now, title_fr="Autre titre")
    assert waiting("editorial.tell_of_source") == []


def test_translators_who_brought_it_in_line_meanwhile_are_not_told(staff: People, now: datetime) -> None:
    note = make_note(staff, now)
    changed(note, staff.author, now, title_en="Another title")
    attest_all(fresh(note), staff, now)
    make_due()
    work_off()
    assert recipients_of(NoticeType.TO_TRANSLATE) == set()


def test_a_translation_given_to_somebody_is_told_to_them_alone(staff: People, now: datetime) -> None:
    second = person("translator-fr-2", "Translator (fr)")
    note = make_note(staff, now)
    assignment.assign(note, to=second, due=None, by=staff.author, now=now)
    changed(note, staff.author, now, title_en="Another title")
    make_due()
    work_off()
    assert recipients_of(NoticeType.TO_TRANSLATE) == {"translator-fr-2", "translator-es"}


# What it costs, and that it is undone with the step


def test_a_step_takes_one_statement_more(staff: People, now: datetime) -> None:
    note = approve(make_note(staff, now), staff, now)
    with CaptureQueriesContext(connection) as asked:
        transitions.publish(note, by=staff.publisher, now=now)
    ours = [query["sql"] for query in asked if "notice" in query["sql"] or "procrastinate" in query["sql"]]
    assert len(ours) == 1


def test_what_happened_long_ago_is_no_news(staff: People, now: datetime) -> None:
    transitions.submit(make_note(staff, now - timedelta(days=8)), by=staff.author, now=now - timedelta(days=8))
    work_off()
    assert Notice.objects.count() == 0


def test_a_step_that_is_undone_tells_nobody(staff: People, now: datetime) -> None:
    note = make_note(staff, now)
    work_off()
    with transaction.atomic():
        transitions.submit(note, by=staff.author, now=now)
        transaction.set_rollback(True)
    work_off()
    assert Notice.objects.count() == 0


def test_telling_takes_three_statements_however_many_are_told(staff: People, now: datetime) -> None:
    note = make_note(staff, now)
    everybody = [person(f"author-{number}", "Author", email=f"{number}@example.org") for number in range(20)]
    for some in (everybody[:2], everybody):
        with CaptureQueriesContext(connection) as asked:
            send_notices(NoticeType.MENTIONED, about=note, to=some, by=staff.author, now=now)
        assert len(asked) <= 3


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nobody_can_be_told(now: datetime) -> None:
    reader = person("reader", "Author", email="reader@example.org")
    with pytest.raises(transaction.TransactionManagementError):
        send_notices(NoticeType.ROLES, to=[reader], by=None, now=now)


# Telling directly


def test_one_is_told_of_one_cause_once(staff: People, now: datetime) -> None:
    note = make_note(staff, now)
    for _again in range(3):
        send_notices(
            NoticeType.REMARK, about=note, to=[staff.author, staff.author.pk], by=None, now=now, cause="remark/1"
        )
    assert Notice.objects.filter(sort=NoticeType.REMARK).count() == 1


def test_a_quotation_is_cut_and_a_path_stays_on_this_site(staff: People, now: datetime) -> None:
    note = make_note(staff, now)
    for cause, path in (("a", "/admin/toy/note/"), ("b", "//evil.example/"), ("c", "https://evil.example/")):
        send_notices(
            NoticeType.MENTIONED, about=note, to=[staff.author], by=None, now=now, cause=cause,
            detail={"quote": "word " * 200, "path": path},
        )  # fmt: skip
    first, *others = Notice.objects.order_by("pk")
    assert first.detail["path"] == "/admin/toy/note/"
    assert len(first.detail["quote"]) == 300
    assert ["path" in each.detail for each in others] == [False, False]


def test_whoever_tells_may_bring_the_sentence(staff: People, now: datetime) -> None:
    said = {"en": "It is out", "fr": "C’est paru", "es": "Ya salió"}
    send_notices(
        NoticeType.RELEASE, to=[staff.author], by=None, now=now, about=make_note(staff, now), detail={"said": said}
    )
    assert texts.notice_text(Notice.objects.get()).subject == "It is out"


# How people want it


@pytest.mark.parametrize(
    ("cadence", "rows", "mailed"),
    [(Cadence.AT_ONCE, 1, ["author@example.org"]), (Cadence.DAILY, 1, []), (Cadence.HERE, 1, []), (Cadence.OFF, 0, [])],
)
def test_everybody_is_told_as_they_want(
    staff: People, now: datetime, cadence: Cadence, rows: int, mailed: list[str]
) -> None:
    note = make_note(staff, now)
    preferences.choose(staff.author, {NoticeType.MENTIONED: cadence})
    send_notices(NoticeType.MENTIONED, about=note, to=[staff.author], by=staff.reviewer_ca, now=now)
    work_off()
    assert Notice.objects.filter(person=staff.author).count() == rows
    assert [each.to[0] for each in mail.outbox] == mailed
    digest.send_due(now=now + timedelta(days=2))
    assert len(mail.outbox) == (1 if cadence in (Cadence.AT_ONCE, Cadence.DAILY) else 0)


@pytest.mark.parametrize("sort", NoticeType)
def test_every_sort_has_a_default_a_place_on_the_screen_and_words_in_every_language(
    staff: People, now: datetime, sort: NoticeType
) -> None:
    from django.utils import translation

    assert sort in preferences.DEFAULTS
    assert sum(sort in dict(sorts) for _title, sorts in preferences.GROUPS) == 1
    send_notices(
        sort, about=make_note(staff, now), to=[staff.administrator], by=staff.author, now=now,
        detail={"due": "2030-05-01", "what": "Ana", "languages": ["fr"], "begin": now.isoformat()},
    )  # fmt: skip
    lines = set()
    for code in ("en", "fr", "es"):
        with translation.override(code):
            lines.add(texts.notice_text(Notice.objects.get()).subject)
    assert len(lines) == 3, "translated"
    assert not any("%(" in line for line in lines)


def test_what_nobody_may_turn_off_stays_on(staff: People) -> None:
    with pytest.raises(ValueError, match="roles"):
        preferences.choose(staff.administrator, {NoticeType.ROLES: Cadence.OFF})
    assert Cadence.OFF not in preferences.choices(NoticeType.ROLES)


def test_a_change_of_mind_holds_for_letters_that_were_not_sent_yet(staff: People, now: datetime) -> None:
    preferences.choose(staff.author, {NoticeType.REMARK: Cadence.DAILY})
    send_notices(NoticeType.REMARK, about=make_note(staff, now), to=[staff.author], by=None, now=now)
    preferences.choose(staff.author, {NoticeType.REMARK: Cadence.HERE})
    assert digest.send_due(now=now + timedelta(days=2)) == 0


# Letters


def test_a_letter_is_in_the_readers_language_with_all_that_mail_wants(
    staff: People, now: datetime, settings: Any
) -> None:
    settings.SITE_URL = "https://entente.example/"
    User.objects.filter(pk=staff.reviewer_ca.pk).update(language="fr")
    SignOffRule.objects.create(kind="note", party=staff.ca, stage=1)
    transitions.submit(make_note(staff, now, slug="border"), by=staff.author, now=now)
    work_off()
    (letter,) = mail.outbox
    notice = Notice.objects.get()
    assert letter.to == ["reviewer-ca@example.org"]
    assert "attend votre signature" in letter.subject
    assert "Border fr" in letter.subject
    assert letter.extra_headers["Message-ID"] == f"<notice-{notice.pk}@entente.example>"
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"
    assert letter.extra_headers["List-Unsubscribe"] == "<https://entente.example/admin/notices/mine/>"
    assert f"https://entente.example/admin/notices/{notice.pk}/" in letter.body
    html = letter.alternatives[0].content
    assert '<html lang="fr">' in html
    for outside in ("<img", "<script", "style=", "http://"):
        assert outside not in html
    assert notice.mailed_at is not None


def test_no_line_of_a_letter_can_become_a_header(staff: People, now: datetime) -> None:
    note = make_note(staff, now, fields={"title": {"en": "A\ttitle", "fr": "T", "es": "T"}})
    send_notices(
        NoticeType.MENTIONED, about=note, to=[staff.author], by=None, now=now,
        detail={"said": {"en": "One\r\nBcc: all@example.org"}, "quote": "<script>alert(1)</script>"},
    )  # fmt: skip
    work_off()
    (letter,) = mail.outbox
    assert "\n" not in letter.subject
    assert "<script>" not in letter.alternatives[0].content


def test_somebody_without_an_address_is_told_here(people: People, now: datetime) -> None:
    transitions.submit(make_note(people, now), by=people.author, now=now)
    work_off()
    assert recipients_of(NoticeType.TO_REVIEW) == {"reviewer-ca", "reviewer-mx"}
    assert mail.outbox == []


class Broken(EmailBackend):
    """A mail server that fails in a way that the test chooses."""

    fault: Any = None
    only: str = ""

    def send_messages(self, messages: Any) -> int:
        if Broken.fault is not None and (not Broken.only or messages[0].to == [Broken.only]):
            raise Broken.fault
        return int(super().send_messages(messages))


@pytest.fixture
def broken(settings: Any) -> type[Broken]:
    """The mail server that fails."""
    settings.EMAIL_BACKEND = f"{__name__}.Broken"
    Broken.fault, Broken.only = None, ""
    return Broken


def test_failing_mail_undoes_no_step_and_is_tried_again(staff: People, now: datetime, broken: type[Broken]) -> None:
    broken.fault = SMTPServerDisconnected("gone")
    note = transitions.submit(make_note(staff, now), by=staff.author, now=now)
    work_off()
    assert fresh(note).state == "in_review"
    assert recipients_of(NoticeType.TO_REVIEW) == {"reviewer-ca", "reviewer-mx"}, (
        "the bell rings although the mail fails"
    )
    assert mail.outbox == []
    assert [job.attempts for job in waiting("editorial.send_notices")] == [1]
    broken.fault = None
    make_due()
    work_off()
    assert sorted(each.to[0] for each in mail.outbox) == ["reviewer-ca@example.org", "reviewer-mx@example.org"]
    assert waiting("editorial.send_notices") == []


def test_one_refused_address_keeps_no_other_letter_back(staff: People, now: datetime, broken: type[Broken]) -> None:
    broken.fault, broken.only = SMTPRecipientsRefused({}), "reviewer-ca@example.org"
    transitions.submit(make_note(staff, now), by=staff.author, now=now)
    work_off()
    assert [each.to for each in mail.outbox] == [["reviewer-mx@example.org"]]
    make_due()
    work_off()
    assert len(mail.outbox) == 1, "who has their letter gets no second one"


def test_doing_a_job_twice_sends_one_letter(staff: People, now: datetime) -> None:
    transitions.submit(make_note(staff, now), by=staff.author, now=now)
    work_off()
    event = Event.objects.get(verb="submit")
    jobs.tell_of_event(event=event.pk)
    jobs.send(cause=Notice.objects.first().cause)  # type: ignore[union-attr]
    work_off()
    assert len(mail.outbox) == 2
    assert Notice.objects.count() == 2


def test_a_letter_that_asks_for_what_was_done_meanwhile_is_not_sent(
    staff: People, now: datetime, broken: type[Broken]
) -> None:
    broken.fault = SMTPServerDisconnected("gone")
    note = transitions.submit(make_note(staff, now), by=staff.author, now=now)
    work_off()
    transitions.recall(note, by=staff.author, now=now)
    broken.fault = None
    make_due()
    work_off()
    assert mail.outbox == []


def test_whoever_left_gets_no_letter(staff: People, now: datetime, broken: type[Broken]) -> None:
    broken.fault = SMTPServerDisconnected("gone")
    transitions.submit(make_note(staff, now), by=staff.author, now=now)
    work_off()
    User.objects.filter(pk=staff.reviewer_ca.pk).update(is_active=False)
    broken.fault = None
    make_due()
    work_off()
    assert [each.to for each in mail.outbox] == [["reviewer-mx@example.org"]]


# The daily letter


def test_the_daily_letter_goes_in_the_morning_of_the_readers_party(staff: People, now: datetime) -> None:
    staff.ca.time_zone = "America/Toronto"
    staff.ca.save()
    day = now.replace(month=1, day=15, hour=3, minute=0)  # 22:00 on the 14th in Ottawa
    note = make_note(staff, now)
    for number in range(3):
        send_notices(
            NoticeType.REMARK, about=note, to=[staff.author], by=staff.reviewer_ca, now=day, cause=f"remark/{number}"
        )
    assert digest.send_due(now=day.replace(hour=11, minute=45)) == 0
    assert digest.send_due(now=day.replace(hour=12, minute=0)) == 1, "07:00 in Ottawa"
    assert digest.send_due(now=day.replace(hour=12, minute=15)) == 0
    (letter,) = mail.outbox
    assert letter.subject == "Entente: 3 notices of the last day"
    assert letter.body.count("/admin/notices/") == 4


def test_what_was_read_meanwhile_is_left_out_of_the_daily_letter(staff: People, now: datetime) -> None:
    send_notices(NoticeType.REMARK, about=make_note(staff, now), to=[staff.author], by=None, now=now)
    assert reading.mark_read(staff.author, now=now) == 1
    assert digest.send_due(now=now + timedelta(days=2)) == 0


def test_a_party_with_an_unknown_time_zone_gets_its_letters_all_the_same(staff: People, now: datetime) -> None:
    staff.ca.time_zone = "Nowhere/At all"
    staff.ca.save()
    send_notices(NoticeType.REMARK, about=make_note(staff, now), to=[staff.author], by=None, now=now)
    assert digest.send_due(now=now + timedelta(days=2)) == 1


def test_a_failing_mail_server_loses_no_daily_letter(staff: People, now: datetime, broken: type[Broken]) -> None:
    send_notices(NoticeType.REMARK, about=make_note(staff, now), to=[staff.author], by=None, now=now)
    broken.fault = ConnectionRefusedError()
    with pytest.raises(emails.NotSent):
        digest.send_due(now=now + timedelta(days=2))
    broken.fault = None
    assert digest.send_due(now=now + timedelta(days=2, minutes=15)) == 1


# Reminders and failures


def test_work_with_a_day_is_reminded_of_once_each_time(staff: People, now: datetime) -> None:
    note = make_note(staff, now)
    noon = now.replace(hour=12)
    assignment.assign(note, to=staff.second_author, due=(noon + timedelta(days=3)).date(), by=staff.author, now=now)
    work_off()
    reached = [reminders.remind(now=noon + timedelta(days=days)) for days in (0, 2, 2, 3, 3, 4, 10, 10, 17)]
    assert reached == [0, 1, 0, 1, 0, 0, 1, 0, 1]
    transitions.discard(fresh(note), by=staff.author, now=now)
    assert reminders.remind(now=noon + timedelta(days=40)) == 0


def test_a_page_to_read_again_reminds_its_owner(staff: People, now: datetime) -> None:
    note = publish(make_note(staff, now), staff, now)
    draft = make_note(staff, now, slug="draft")
    day = (now + timedelta(days=10)).date()
    type(note.document).objects.filter(pk__in=(note.document_id, draft.document_id)).update(review_by=day)
    noon = now.replace(hour=12)
    reached = [reminders.remind(now=noon + timedelta(days=days)) for days in (1, 3, 4, 10, 11, 17)]
    assert reached == [0, 1, 0, 1, 0, 1], "and what the public does not see needs no reading"
    assert recipients_of(NoticeType.REVIEW_BY) == {"author"}
    User.objects.filter(pk=staff.author.pk).update(is_active=False)
    reminders.remind(now=noon + timedelta(days=24))
    assert recipients_of(NoticeType.REVIEW_BY) == {"author", "administrator"}


def test_the_days_of_reminders_are_a_setting(staff: People, now: datetime, settings: Any) -> None:
    settings.REMIND_OF_WORK = [-3]
    noon = now.replace(hour=12)
    assignment.assign(
        make_note(staff, now), to=staff.second_author, due=(noon + timedelta(days=3)).date(), by=staff.author, now=now
    )
    assert [reminders.remind(now=noon + timedelta(days=days)) for days in (0, 2, 3, 10)] == [1, 0, 0, 1]


def test_reminders_ask_the_same_however_much_was_reminded_of(staff: People, now: datetime) -> None:
    counts = []
    for more in (1, 5):
        for number in range(more):
            note = make_note(staff, now, slug=f"note-{more}-{number}")
            assignment.assign(note, to=staff.second_author, due=now.date(), by=staff.author, now=now)
        reminders.remind(now=now + timedelta(days=1))
        with CaptureQueriesContext(connection) as asked:
            reminders.remind(now=now + timedelta(days=1))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_administrators_are_told_once_of_work_that_was_given_up(staff: People, now: datetime) -> None:
    transitions.submit(make_note(staff, now), by=staff.author, now=now)
    give_up()
    assert failures.tell_of_failed(now=now) == 2
    assert failures.tell_of_failed(now=now) == 0
    assert recipients_of(NoticeType.JOB_FAILED) == {"administrator", "superuser"}
    assert "notices of a step" in texts.notice_text(Notice.objects.first()).subject  # type: ignore[arg-type]


def test_mail_that_was_given_up_is_told_without_mail(staff: People, now: datetime) -> None:
    send_notices(NoticeType.MENTIONED, about=make_note(staff, now), to=[staff.author], by=None, now=now)
    give_up("editorial.send_notices")
    failures.tell_of_failed(now=now)
    assert set(Notice.objects.filter(sort=NoticeType.JOB_FAILED).values_list("mail", flat=True)) == {""}
