"""People and rules: what is changed is checked, recorded and told; whoever leaves hands everything over in one step."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from editorial.models import (
    Act,
    AdministrationEvent,
    Assignment,
    Document,
    Edition,
    Event,
    Notice,
    NoticeType,
    Party,
    SignOffRule,
    Task,
    User,
    Watch,
)
from editorial.notices import texts, watching
from editorial.staff import accounts, admin_log, coverage_gaps, offboarding, parties, permission_summary, signing_rules
from editorial.workflow import assignment, audit, drafts, transitions
from editorial.workflow.roles import account_changes
from editorial.workflow.rules.permissions import NotAllowed
from tests.builders import approve, fresh, make_note, publish
from tests.editorial.desk import as_, at, opened
from tests.jobs import work_off
from tests.people import People, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(people: People) -> User:
    """The administrator, with the tables of the role."""
    from django.contrib.auth.models import Permission

    from editorial.workflow.roles.groups import administer

    names = ("user", "party", "signoffrule", "group", "document", "administrationevent", "job")
    administer(
        Permission.objects.filter(content_type__app_label__in=("editorial", "auth"), content_type__model__in=names)
    )
    return User.objects.get(pk=people.administrator.pk)


def role(name: str) -> Group:
    """A role by its name."""
    return Group.objects.get(name=name)


def codes(refusal: Any) -> list[str]:
    """The codes of the reasons for a refusal."""
    return [reason.code for reason in refusal.value.reasons]


# Accounts


def test_who_gave_which_role_to_whom_is_recorded_and_told(people: People, keeper: User, now: datetime) -> None:
    second = person("second-administrator", "Administrator")
    line = accounts.save(people.author, by=keeper, now=now, roles=[role("Author"), role("Reviewer")])
    assert line is not None
    assert (line.verb, line.by, line.person, line.by_name) == (Act.CHANGED, keeper, people.author, "administrator")
    assert account_changes.line_details(line) == [("Role given", "Reviewer")]
    told = Notice.objects.filter(sort=NoticeType.ROLES)
    assert {each.person for each in told} == {people.author, second, people.superuser}
    assert texts.notice_text(told[0]).subject == "administrator changed what author may do"
    assert ("Role given", "Reviewer") in texts.notice_text(told[0]).facts
    assert accounts.save(people.author, by=keeper, now=now, roles=[role("Author"), role("Reviewer")]) is None


def test_nobody_lifts_themself(people: People, keeper: User, now: datetime) -> None:
    for values, roles in (({}, [role("Administrator"), role("Publisher")]), ({"party": people.ca}, None)):
        with pytest.raises(NotAllowed) as refusal:
            accounts.save(keeper, by=keeper, now=now, values=values, roles=roles)
        assert codes(refusal) == ["self"]
    with pytest.raises(NotAllowed) as refusal:
        accounts.save(keeper, by=keeper, now=now, values={"is_active": False})
    assert codes(refusal) == ["self"]
    with pytest.raises(NotAllowed) as refusal:
        accounts.save(people.author, by=keeper, now=now, values={"is_superuser": True})
    assert codes(refusal) == ["superuser"]
    with pytest.raises(NotAllowed) as refusal:
        accounts.save(people.author, by=people.author, now=now, roles=[role("Publisher")])
    assert codes(refusal) == ["permission"]
    assert AdministrationEvent.objects.count() == 0


def test_nobody_lifts_themself_by_post_either(people: People, keeper: User) -> None:
    own = reverse("admin:editorial_user_change", args=(keeper.pk,))
    data = {"username": "administrator", "is_active": "on", "groups": [role("Administrator").pk, role("Publisher").pk]}
    was = opened(as_(keeper), own)
    response = as_(keeper).post(own, {**was, **data})
    assert response.status_code == 200
    assert "Nobody gives roles to themselves" in response.content.decode()
    assert [group.name for group in keeper.groups.all()] == ["Administrator"]
    data.update(opened_on=was["opened_on"])
    assert as_(keeper).post(own, {**data, "groups": [role("Administrator").pk], "first_name": "Ada"}).status_code == 302
    assert User.objects.get(pk=keeper.pk).first_name == "Ada"


def test_a_superuser_who_lifts_themself_is_seen(people: People, keeper: User, now: datetime) -> None:
    accounts.save(people.superuser, by=people.superuser, now=now, roles=[role("Publisher")])
    assert Notice.objects.get(sort=NoticeType.ROLES).person == keeper


def test_a_new_account_is_recorded_with_its_roles(people: People, keeper: User) -> None:
    data = {
        "username": "nueva", "first_name": "Nora", "last_name": "Luz", "email": "n@example.org", "language": "es",
        "party": people.mx.pk, "groups": [role("Author").pk], "usable_password": "true",
        "password1": "una-Clave-9-larga", "password2": "una-Clave-9-larga",
    }  # fmt: skip
    assert as_(keeper).post(reverse("admin:editorial_user_add"), data).status_code == 302
    line = AdministrationEvent.objects.get()
    assert (line.verb, line.person_name) == (Act.ADDED, "Nora Luz")
    assert ("Role given", "Author") in account_changes.line_details(line)
    assert User.objects.get(username="nueva").check_password("una-Clave-9-larga")


def test_a_password_set_by_somebody_else_is_recorded_and_told_and_kept_nowhere(people: People, keeper: User) -> None:
    url = reverse("admin:auth_user_password_change", args=(people.reviewer_ca.pk,))
    secret = "otra-Clave-8-larga"
    data = {"usable_password": "true", "password1": secret, "password2": secret}
    assert as_(keeper).post(url, data).status_code == 302
    line = AdministrationEvent.objects.get()
    assert account_changes.line_details(line) == [("Password", "set by somebody else")]
    assert secret not in line.detail
    assert Notice.objects.filter(sort=NoticeType.ROLES, person=people.reviewer_ca).exists()


def test_the_record_is_append_only_and_chained(people: People, keeper: User, now: datetime) -> None:
    for name in ("Reviewer", "Publisher", "Author"):
        accounts.save(people.author, by=keeper, now=now, roles=[role(name)])
    assert list(admin_log.verify()) == []
    first = AdministrationEvent.objects.order_by("id").first()
    for change in (
        lambda: AdministrationEvent.objects.update(by_name="nobody"),
        lambda: AdministrationEvent.objects.all().delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("UPDATE editorial_administrationevent SET by_name = 'nobody' WHERE id = %s", [first.pk])  # type: ignore[union-attr]
        cursor.execute("SET session_replication_role = DEFAULT")
    assert [fault.what for fault in admin_log.verify()] == ["altered"]
    with pytest.raises(Exception, match="record of administration"):
        call_command("audit", "verify")


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("author", "Can write"),
        ("translator_fr", "Translates into: French"),
        ("reviewer_ca", "May sign for Government of Canada"),
        ("publisher", "Can publish"),
        ("administrator", "Keeps people"),
        ("outsider", "Nothing yet"),
    ],
)
def test_what_somebody_can_do_is_said(people: People, keeper: User, who: str, said: str) -> None:
    able = permission_summary.abilities_of(User.objects.get(username=getattr(people, who).username))
    assert any(said in each.text for each in able)


def test_what_keeps_somebody_from_acting_is_said(people: People) -> None:
    lost = person("lost", "Reviewer")
    assert any(each.lacking and "choose a party" in each.text for each in permission_summary.abilities_of(lost))
    lost.is_active = False
    assert [each.lacking for each in permission_summary.abilities_of(lost)] == [True]


def test_an_account_shows_what_it_comes_to_and_who_gave_what(people: People, keeper: User, now: datetime) -> None:
    accounts.save(people.author, by=keeper, now=now, roles=[role("Author"), role("Translator (fr)")])
    page = as_(keeper).get(reverse("admin:editorial_user_change", args=(people.author.pk,))).content.decode()
    for said in ("Can write, submit", "Translates into: French", "Role given", "hand-over/", "Signs for their party"):
        assert said in page
    listed = as_(keeper).get(reverse("admin:editorial_administrationevent_changelist") + "?q=author")
    assert "Translator into French" in listed.content.decode()
    assert as_(people.author).get(reverse("admin:editorial_administrationevent_changelist")).status_code == 403


# Parties and rules


def test_a_party_is_changed_on_record_and_its_clock_exists(people: People, keeper: User) -> None:
    url = reverse("admin:editorial_party_change", args=(people.ca.pk,))
    data = {**opened(as_(keeper), url), "name_en": "Canada", "name_fr": "Canada", "name_es": "Canadá"}
    data["time_zone"] = "Mars/Olympus"
    assert as_(keeper).post(url, data).status_code == 200
    assert as_(keeper).post(url, {**data, "time_zone": "America/Toronto"}).status_code == 302
    assert Party.objects.get(code="CA").time_zone == "America/Toronto"
    line = AdministrationEvent.objects.get()
    assert line.verb == Act.PARTY_CHANGED
    assert line.data["changed"]["time_zone"] == ["UTC", "America/Toronto"]
    assert account_changes.line_details(line)


def test_a_party_is_kept_by_administrators_alone(people: People, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        parties.save_party(people.ca, values={"code": "XX"}, by=people.publisher, now=now)


def test_the_rules_are_a_table_that_says_what_they_come_to(people: People, keeper: User) -> None:
    SignOffRule.objects.create(kind="annual_report", party=people.ca, stage=1)
    SignOffRule.objects.create(kind="annual_report", party=people.mx, stage=1)
    SignOffRule.objects.create(kind="note", party=people.mx, stage=1)
    SignOffRule.objects.create(kind="note", party=people.ca, stage=2)
    said = {row.key: row.sentence for row in signing_rules.table()}
    assert said["annual_report"] == (
        "The signatures of Government of Canada, Government of Mexico and every party that the text binds, "
        "in any order."
    )
    assert said["agreement"] == "The signature of every party that the text binds."
    assert said["note"] == "First Government of Mexico; then Government of Canada."
    assert said["page"] == "One signature, of any party."
    page = as_(keeper).get(reverse("admin:editorial_signoffrule_changelist")).content.decode()
    assert said["annual_report"] in page


def test_the_table_of_rules_asks_the_same_however_many_there_are(people: People, keeper: User) -> None:
    counts = []
    for kind in ("note", "page", "annual_report"):
        SignOffRule.objects.create(kind=kind, party=people.ca)
        client = as_(keeper)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(reverse("admin:editorial_signoffrule_changelist")).status_code == 200
        counts.append(len(asked))
    assert len(set(counts)) == 1
    assert counts[0] <= 15


def test_a_rule_for_a_party_for_which_nobody_can_sign_is_warned_of(people: People, keeper: User) -> None:
    lonely = Party.objects.create(code="US", name_en="United States")
    add = reverse("admin:editorial_signoffrule_add")
    response = as_(keeper).post(add, {"kind": "note", "party": lonely.pk, "stage": 1}, follow=True)
    assert "Nobody active can sign for United States." in response.content.decode()
    assert [gap.code for gap in coverage_gaps.all_gaps()] == ["no_reviewer"]
    assert AdministrationEvent.objects.get().verb == Act.RULE_ADDED


def test_taking_a_rule_away_says_what_it_does_to_work_under_way(people: People, keeper: User, now: datetime) -> None:
    for party in (people.ca, people.mx):
        SignOffRule.objects.create(kind="note", party=party)
    note = transitions.submit(make_note(people, now), by=people.author, now=now)
    transitions.sign_off(note, by=people.reviewer_ca, now=now, digest=note.digest)
    rule = SignOffRule.objects.get(party=people.mx)
    url = reverse("admin:editorial_signoffrule_delete", args=(rule.pk,))
    assert "signatures and is approved" in as_(keeper).get(url).content.decode()
    assert "signatures and is approved" in as_(keeper).post(url, {"post": "yes"}, follow=True).content.decode()
    assert not SignOffRule.objects.filter(pk=rule.pk).exists()
    assert list(coverage_gaps.all_gaps()) == []
    assert AdministrationEvent.objects.get().verb == Act.RULE_REMOVED
    assert fresh(note).state == "approved"


def test_a_new_rule_says_which_approved_editions_it_holds_back(people: People, keeper: User, now: datetime) -> None:
    approve(make_note(people, now), people, now)
    transitions.submit(make_note(people, now, slug="other"), by=people.author, now=now)
    SignOffRule.objects.create(kind="note", party=people.ca)
    told = signing_rules.save_rule(SignOffRule(), kind="note", party=people.mx, stage=2, by=keeper, now=now)
    assert len(told) == 2
    assert "in review" in told[0]
    assert "approved" in told[1]
    with pytest.raises(NotAllowed) as refusal:
        signing_rules.save_rule(SignOffRule(), kind="note", party=people.mx, stage=1, by=keeper, now=now)
    assert codes(refusal) == ["twice"]
    with pytest.raises(NotAllowed):
        signing_rules.save_rule(SignOffRule(), kind="note", party=None, stage=1, by=people.publisher, now=now)


# Leaving


@pytest.fixture
def busy(people: People, now: datetime) -> dict[str, Edition]:
    """The author and the Mexican reviewer have their hands full."""
    draft = make_note(people, now, slug="draft")
    live = publish(make_note(people, now, slug="live"), people, now)
    given = make_note(people, now, slug="given")
    assignment.assign(given, to=people.author, due=(now + timedelta(days=3)).date(), by=people.publisher, now=now)
    watching.watch(live.document, by=people.author, now=now)
    reviewed = transitions.submit(make_note(people, now, slug="reviewed"), by=people.author, now=now)
    assignment.assign(reviewed, to=people.reviewer_mx, due=None, by=people.author, now=now)
    return {"draft": draft, "live": live, "given": given, "reviewed": reviewed}


def test_whoever_leaves_hands_everything_over(
    people: People, keeper: User, now: datetime, busy: dict[str, Edition]
) -> None:
    work_off()
    Notice.objects.all().delete()
    before = as_(people.author)
    assert before.get(reverse("admin:index")).status_code == 200
    done = offboarding.hand_over(
        people.author, documents_to=people.second_author, reviews_to=people.reviewer_mx, by=keeper, now=now,
        reason="Retires",
    )  # fmt: skip
    left = User.objects.get(pk=people.author.pk)
    assert not left.is_active
    assert not left.has_usable_password()
    assert before.get(reverse("admin:index")).status_code == 302, "the session ended"
    User.objects.filter(pk=left.pk).update(is_active=True)
    assert before.get(reverse("admin:index")).status_code == 302, "and stays ended"
    assert not Document.objects.filter(owner=left).exists()
    assert Document.objects.filter(owner=people.second_author).count() == 4
    held = Assignment.objects.in_force().filter(person=people.second_author)
    assert {(one.edition_id, one.task) for one in held} == {
        (busy["given"].pk, Task.WRITE),
        (busy["draft"].pk, Task.WRITE),
    }
    assert held.get(edition=busy["given"]).due_on is not None
    assert Watch.objects.get().person == people.second_author
    assert done.left == []
    assert done.handed == 7
    line = AdministrationEvent.objects.get()
    assert line.verb == Act.HANDED_OVER
    assert account_changes.line_details(line)[0] == ("Documents, drafts and translations to", "second-author")
    work_off()
    assert [notice.sort for notice in Notice.objects.filter(person=people.second_author)] == [NoticeType.HANDED_OVER]
    assert list(audit.verify()) == []
    assert Event.objects.filter(verb="assign", by=keeper).count() == 2


def test_what_cannot_be_handed_over_is_said_with_its_reason(
    people: People, keeper: User, now: datetime, busy: dict[str, Edition]
) -> None:
    done = offboarding.hand_over(
        people.reviewer_mx, documents_to=people.second_author, reviews_to=people.reviewer_ca, by=keeper, now=now,
        reason="Moves on",
    )  # fmt: skip
    (left,) = done.left
    assert left.edition == busy["reviewed"]
    assert [reason.code for reason in left.reasons] == ["party"]
    assert not Assignment.objects.in_force().filter(edition=busy["reviewed"]).exists()


def test_looking_changes_nothing_and_says_the_same(
    people: People, keeper: User, now: datetime, busy: dict[str, Edition]
) -> None:
    given: dict[str, Any] = {
        "documents_to": people.second_author, "reviews_to": people.reviewer_mx, "by": keeper, "now": now, "reason": "x",
    }  # fmt: skip
    looked = offboarding.hand_over(people.author, **given, only_look=True)
    assert User.objects.get(pk=people.author.pk).is_active
    assert AdministrationEvent.objects.count() == 0
    done = offboarding.hand_over(people.author, **given)
    assert [(label, len(each)) for label, each in looked.report] == [(label, len(each)) for label, each in done.report]


def test_who_may_not_hand_over_and_to_whom_not(people: People, keeper: User, now: datetime) -> None:
    def refused(leaver: User, taker: User, by: User) -> list[str]:
        with pytest.raises(NotAllowed) as refusal:
            offboarding.hand_over(leaver, documents_to=taker, reviews_to=taker, by=by, now=now)
        return codes(refusal)

    assert refused(people.author, people.second_author, people.publisher) == ["permission"]
    assert refused(people.author, people.author, keeper) == ["same"]
    assert refused(people.author, people.outsider, keeper) == ["permission"]
    assert refused(keeper, people.author, keeper) == ["self"]
    assert refused(people.superuser, people.author, keeper) == ["superuser"]
    User.objects.filter(pk=people.second_author.pk).update(is_active=False)
    assert refused(people.author, people.second_author, keeper) == ["inactive"]


def test_a_step_of_a_feature_runs_in_the_same_transaction(
    people: People, keeper: User, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offboarding, "_STEPS", list(offboarding._STEPS))

    @offboarding.step("Links")
    def links(handover: offboarding.Handover) -> list[offboarding.Outcome]:
        raise RuntimeError("the feature fails")

    make_note(people, now)
    with pytest.raises(RuntimeError):
        offboarding.hand_over(
            people.author, documents_to=people.second_author, reviews_to=people.reviewer_mx, by=keeper, now=now
        )
    assert User.objects.get(pk=people.author.pk).is_active
    assert Document.objects.get().owner == people.author


def test_the_screen_of_the_hand_over_looks_then_does(
    people: People, keeper: User, now: datetime, busy: dict[str, Edition]
) -> None:
    url = reverse("admin:staff_hand_over", args=(people.author.pk,))
    data = {"documents_to": people.second_author.pk, "reviews_to": people.reviewer_mx.pk, "reason": "Retires"}
    assert as_(keeper).get(url).status_code == 200
    looked = as_(keeper).post(url, {**data, "look": "1"}).content.decode()
    assert "Nothing has been changed yet." in looked
    assert "Given en" in looked
    assert as_(keeper).post(url, {"do": "1"}).status_code == 200, "an empty form comes back"
    refused = as_(keeper).post(reverse("admin:staff_hand_over", args=(keeper.pk,)), {**data, "do": "1"})
    assert refused.status_code == 409
    assert User.objects.get(pk=people.author.pk).is_active
    done = as_(keeper).post(url, {**data, "do": "1"}).content.decode()
    assert "7 pieces of work of author were handed over" in done
    assert not User.objects.get(pk=people.author.pk).is_active
    again = as_(keeper).post(url, {**data, "do": "1"}).content.decode()
    assert "0 pieces of work" in again, "a replayed form does no harm"
    for nobody in (people.second_author, people.publisher):
        assert as_(nobody).get(url).status_code == 403
        assert as_(nobody).get(reverse("admin:staff_gaps")).status_code == 403
    assert as_(keeper).get(reverse("admin:staff_hand_over", args=(987654,))).status_code == 404


# Nothing breaks when somebody was deactivated


def test_every_screen_opens_when_everybody_who_worked_left(
    people: People, keeper: User, now: datetime, busy: dict[str, Edition]
) -> None:
    gone = (people.author, people.translator_fr, people.reviewer_ca, people.reviewer_mx, people.publisher)
    User.objects.filter(pk__in=[each.pk for each in gone]).update(is_active=False)
    for client in (as_(people.superuser), as_(people.second_author), as_(keeper)):
        for edition in busy.values():
            for screen in ("change", "history"):
                assert client.get(at(edition, screen)).status_code == 200
        for name in ("index", "toy_note_changelist", "notices", "notices_preferences"):
            assert client.get(reverse(f"admin:{name}")).status_code == 200
    for name in ("editorial_user_changelist", "editorial_document_changelist", "staff_gaps", "desk_problems"):
        assert as_(keeper).get(reverse(f"admin:{name}")).status_code == 200
    note = make_note_by(people.second_author, people, now)
    assert note.state == "in_review"


def make_note_by(author: User, people: People, now: datetime) -> Edition:
    """A note that somebody else takes over and submits."""
    note = fresh(Edition.objects.get(slug_en="draft-en"))
    with drafts.edit(note, by=author, now=now) as row:
        row.day = now.date()
        row.save()
    return transitions.submit(fresh(note), by=author, now=now)


def test_a_signature_given_stays_valid_when_its_giver_left(people: People, now: datetime) -> None:
    for party in (people.ca, people.mx):
        SignOffRule.objects.create(kind="note", party=party)
    note = transitions.submit(make_note(people, now), by=people.author, now=now)
    transitions.sign_off(note, by=people.reviewer_ca, now=now, digest=note.digest)
    User.objects.filter(pk__in=(people.reviewer_ca.pk, people.author.pk)).update(is_active=False)
    approved = transitions.sign_off(fresh(note), by=people.reviewer_mx, now=now, digest=note.digest)
    assert approved.state == "approved"
    assert transitions.publish(approved, by=people.publisher, now=now).state == "published"


def test_what_waits_only_for_people_who_left_is_a_problem(people: People, keeper: User, now: datetime) -> None:
    SignOffRule.objects.create(kind="note", party=people.mx)
    note = transitions.submit(make_note(people, now), by=people.author, now=now)
    assert coverage_gaps.all_gaps() == []
    User.objects.filter(pk__in=(people.reviewer_mx.pk, people.author.pk)).update(is_active=False)
    assert {gap.code for gap in coverage_gaps.all_gaps()} == {"no_reviewer", "nobody_signs", "left"}
    page = as_(keeper).get(reverse("admin:staff_gaps")).content.decode()
    assert "Nobody is left who can sign it for: Government of Mexico." in page
    desk = as_(keeper).get(reverse("admin:desk_problems")).content.decode()
    assert "waits for a party for which nobody can sign" in desk
    assert "1 person left and still has work" in desk
    assert note.pk


def test_gaps_ask_the_same_however_much_is_in_review(people: People, now: datetime) -> None:
    SignOffRule.objects.create(kind="note", party=people.mx)
    counts = []
    for more in (1, 5):
        for number in range(more):
            transitions.submit(make_note(people, now, slug=f"note-{more}-{number}"), by=people.author, now=now)
        with CaptureQueriesContext(connection) as asked:
            coverage_gaps.all_gaps()
        counts.append(len(asked))
    assert counts[0] == counts[1]


# The screens of notices


def test_the_bell_and_the_list_are_ones_own(people: People, now: datetime) -> None:
    transitions.submit(make_note(people, now), by=people.author, now=now)
    work_off()
    reviewer, other = as_(people.reviewer_ca), as_(people.author)
    notice = Notice.objects.get(person=people.reviewer_ca)
    assert "Notices, 1 unread" in reviewer.get(reverse("admin:index")).content.decode()
    assert "waits for your signature" in reviewer.get(reverse("admin:notices")).content.decode()
    assert "waits for your signature" not in other.get(reverse("admin:notices")).content.decode()
    opening = reverse("admin:notices_open", args=(notice.pk,))
    assert other.get(opening).status_code == 404
    other.post(reverse("admin:notices_read"), {"notice": [notice.pk]})
    assert Notice.objects.get(pk=notice.pk).seen_at is None, "a forged post reads nobody else's"
    assert reviewer.get(opening).status_code == 302
    assert Notice.objects.get(pk=notice.pk).seen_at is not None
    assert "Notices, none unread" in reviewer.get(reverse("admin:index")).content.decode()
    assert "waits for your signature" in reviewer.get(reverse("admin:notices") + "?show=all").content.decode()


def test_notices_are_marked_as_read_one_or_all(people: People, now: datetime) -> None:
    for slug in ("one", "two", "three"):
        transitions.submit(make_note(people, now, slug=slug), by=people.author, now=now)
    work_off()
    client, url = as_(people.reviewer_ca), reverse("admin:notices_read")
    first = Notice.objects.filter(person=people.reviewer_ca).first()
    client.post(url, {"notice": [first.pk, "junk", "9" * 40]})  # type: ignore[union-attr]
    assert Notice.objects.filter(person=people.reviewer_ca, seen_at=None).count() == 2
    response = client.post(url, {"all": "1", "next": "https://elsewhere.example/"})
    assert response.url == reverse("admin:notices")
    assert not Notice.objects.filter(person=people.reviewer_ca, seen_at=None).exists()
    assert Notice.objects.filter(person=people.reviewer_mx, seen_at=None).count() == 3
    assert client.get(url).status_code == 405
    assert Client().get(reverse("admin:notices")).status_code == 302


def test_the_list_of_notices_asks_the_same_whatever_its_length(people: People, now: datetime) -> None:
    client, counts = as_(people.reviewer_ca), []
    for more in (1, 6):
        for number in range(more):
            transitions.submit(make_note(people, now, slug=f"note-{more}-{number}"), by=people.author, now=now)
        work_off()
        client.get(reverse("admin:notices"))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("admin:notices"))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_everybody_says_how_they_want_to_be_told(people: People) -> None:
    client, url = as_(people.author), reverse("admin:notices_preferences")
    page = client.get(url).content.decode()
    assert 'name="changes_requested"' in page
    assert 'name="to_publish"' not in page, "whoever cannot publish is not asked about it"
    shown = [name for name in NoticeType.values if f'name="{name}"' in page]
    wanted = dict.fromkeys(shown, "daily")
    assert client.post(url, wanted).status_code == 302
    assert set(people.author.notice_preferences.values_list("cadence", flat=True)) == {"daily"}
    forged = client.post(url, {**wanted, "roles": "off"})
    assert forged.status_code == 200
    assert "Nothing was saved" in forged.content.decode()


def test_a_document_is_watched_by_a_button(people: People, now: datetime) -> None:
    note = make_note(people, now)
    client, url = as_(people.translator_fr), reverse("admin:notices_watch", args=(note.document_id,))
    assert "Watch this document" in client.get(at(note, "change")).content.decode()
    client.post(url, {"watch": "1"})
    assert Watch.objects.get().person == people.translator_fr
    assert "Stop watching" in client.get(at(note, "change")).content.decode()
    assert "Subject en" in client.get(reverse("admin:notices_preferences")).content.decode()
    client.post(url, {"watch": "0"})
    assert not Watch.objects.exists()
    assert client.get(url).status_code == 405
    assert client.post(reverse("admin:notices_watch", args=(987654,)), {"watch": "1"}).status_code == 404
    assert as_(people.outsider).post(url, {"watch": "1"}).status_code == 403
