"""Every kind of the register from its first draft to the public: refused with reasons, completed, signed, published."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from cooperation.models import Organization
from editorial.content import canonical, kinds, writing
from editorial.models import Edition, SignOffRule
from editorial.states import State, Verb
from editorial.workflow import drafts, transitions
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests.attacks import refused
from tests.builders import approve, attest_all, fresh, publish, texts
from tests.cooperation import register
from tests.people import People

pytestmark = pytest.mark.django_db

#: Per kind: what is wrong with a draft (fields, parts) and the codes of the reasons given.
WRONG: list[tuple[str, dict[str, Any], dict[str, Any], set[str]]] = [
    ("mechanism", {"relaunched_on": "2003"}, {}, {"relaunched"}),
    (
        "mechanism",
        {},
        {"othername": [{"name": texts("Alias"), "note": register.NOTHING, "from_year": 2010, "to_year": 2004}]},
        {"name_years"},
    ),
    ("working_group", {"active_to": 2001}, {}, {"active_years"}),
    (
        "working_group",
        {},
        {
            "member": [
                {
                    "role": "member", "name": "", "sector": "private", "level": "state",
                    "since": "2020", "until": "2019-12",
                }
            ]
        },
        {"member_empty", "member_dates", "member_level"},
    ),
    ("meeting", {"starts_on": None, "ends_on": None}, {}, {"meeting_date"}),
    ("meeting", {"ends_on": "2022-02-28"}, {}, {"meeting_order"}),
    ("meeting", {"ends_on": None, "ends_at": "08:00"}, {}, {"meeting_order"}),
    ("meeting", {"time_zone": ""}, {}, {"meeting_zone"}),
    ("meeting", {}, {"participant": [{"organization": None, "number": 3}]}, {"participant_empty"}),
    ("agreement", {"type": "", "binding": None}, {}, {"agreement_type", "agreement_binding"}),
    ("agreement", {}, {"statusstep": []}, {"status_missing"}),
    ("agreement", {}, {"statusstep": [{"status": "signed", "expected_on": None, "actual_on": None}]}, {"step_date"}),
    ("agreement", {}, {"agreementparty": [{"organization": "ministry"}]}, {"agreement_parties"}),
    ("programme", {"starts_on": None}, {}, {"programme_start"}),
    ("programme", {"ends_on": "2009-11"}, {}, {"programme_order"}),
    ("programme", {}, {"project": [{"title": texts("P"), "since": "2012", "until": "2011"}]}, {"project_order"}),
    ("statement", {"type": "", "dated_on": None}, {}, {"statement_type", "statement_date"}),
    ("statement", {}, {"signatory": [{"country": "CA", "title": texts("M")}]}, {"signatories"}),
    ("statement", {}, {"contact": [{"desk": texts("Desk"), "email": "", "phone": ""}]}, {"contact_empty"}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "fields", "parts", "codes"), WRONG)
def test_refused_with_reasons_then_completed_and_published(
    kind: str, fields: dict[str, Any], parts: dict[str, Any], codes: set[str], people: People, now: datetime
) -> None:
    edition = register.draft(kind, people, now, fields=fields, parts=parts)
    with pytest.raises(NotAllowed) as refusal:
        transitions.submit(edition, by=people.author, now=now)
    assert {reason.code for reason in refusal.value.reasons} == codes
    assert all(reason.message.endswith(".") for reason in refusal.value.reasons)
    with drafts.edit(fresh(edition), by=people.author, now=now) as row:
        value = canonical.content_of(row)
        right = register.PARTS[kind]
        rows = {name: builders_rows(right.get(name, [])) for name in parts}
        fields_now = {**value["fields"], **{name: register.FIELDS[kind].get(name) for name in fields}}
        writing.write(row, {**value, "fields": fields_now, "parts": {**value["parts"], **rows}})
    attest_all(fresh(edition), people, now)
    assert publish(fresh(edition), people, now).state == State.PUBLISHED


def builders_rows(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows of content with keys."""
    return [{"key": f"00000000-0000-4000-8000-{place:012}", **row} for place, row in enumerate(rows)]


@pytest.mark.parametrize("kind", register.KINDS)
def test_what_is_said_is_kept_through_a_revision_and_a_comparison(kind: str, people: People, now: datetime) -> None:
    from editorial.comparison import diff

    edition = register.live(kind, people, now)
    before = canonical.content_of(fresh(edition))
    draft = transitions.revise(edition, by=people.author, now=now)
    after = canonical.content_of(fresh(draft))
    assert after["parts"] == before["parts"]
    changes = diff.compare(diff.blank_content(before), before)
    assert changes
    assert all(isinstance(change.after, str) for change in changes)


def test_a_group_cannot_follow_itself(people: People, now: datetime) -> None:
    edition = register.draft("working_group", people, now)
    with drafts.edit(edition, by=people.author, now=now) as row:
        row.predecessor = row.document
        row.save()
    attest_all(fresh(edition), people, now)
    codes = {reason.code for reason in permissions.problems(Verb.SUBMIT, Attempt(fresh(edition), people.author, now))}
    assert codes == {"itself"}


class TestEmbargo:
    def approved(self, people: People, now: datetime, until: datetime) -> Edition:
        fields = {"embargo_until": until.isoformat()}
        return approve(register.draft("statement", people, now, fields=fields), people, now)

    def test_nothing_goes_public_before(self, people: People, now: datetime) -> None:
        edition = self.approved(people, now, now + timedelta(days=1))
        with pytest.raises(NotAllowed) as refusal:
            transitions.publish(edition, by=people.publisher, now=now)
        assert [reason.code for reason in refusal.value.reasons] == ["embargo"]
        with pytest.raises(NotAllowed, match="may not go public before"):
            transitions.schedule(edition, by=people.publisher, now=now, at=now + timedelta(hours=23))
        scheduled = transitions.schedule(edition, by=people.publisher, now=now, at=now + timedelta(days=1))
        assert scheduled.live_during.lower == now + timedelta(days=1)

    def test_nor_urgently(self, people: People, now: datetime) -> None:
        fields = {"embargo_until": (now + timedelta(days=1)).isoformat()}
        edition = register.draft("statement", people, now, fields=fields)
        reasons = permissions.problems(Verb.PUBLISH_URGENTLY, Attempt(edition, people.superuser, now, reason="Urgent."))
        assert "embargo" in {reason.code for reason in reasons}

    def test_a_moment_that_has_passed_holds_nobody(self, people: People, now: datetime) -> None:
        edition = self.approved(people, now, now)
        assert transitions.publish(edition, by=people.publisher, now=now).state == State.PUBLISHED

    def test_the_database_holds_it_too(self, people: People, now: datetime) -> None:
        edition = self.approved(people, now, now + timedelta(days=1))
        with refused("before its embargo ends"), connection.cursor() as cursor:
            cursor.execute(
                "UPDATE editorial_edition SET state = 'published', live_during = tstzrange(%s, NULL),"
                " published_at = %s, published_by_id = %s WHERE id = %s",
                [now, now, people.publisher.pk, edition.pk],
            )


class TestWhoSigns:
    """Joint statements need every party, other statements one; the type is part of what was signed."""

    def rule(self, people: People) -> None:
        SignOffRule.objects.create(kind="statement", party=None)
        for party in (people.ca, people.mx):
            SignOffRule.objects.create(kind=kinds.signing_key("statement", "joint_statement"), party=party)

    def test_a_joint_statement_needs_both(self, people: People, now: datetime) -> None:
        self.rule(people)
        moved = transitions.submit(register.draft("statement", people, now), by=people.author, now=now)
        moved = transitions.sign_off(moved, by=people.reviewer_ca, now=now, digest=moved.digest)
        assert moved.state == State.IN_REVIEW
        moved = transitions.sign_off(moved, by=people.reviewer_mx, now=now, digest=moved.digest)
        assert moved.state == State.APPROVED

    def test_a_release_needs_one(self, people: People, now: datetime) -> None:
        self.rule(people)
        edition = register.draft("statement", people, now, fields={"type": "release"})
        moved = transitions.submit(edition, by=people.author, now=now)
        moved = transitions.sign_off(moved, by=people.reviewer_ca, now=now, digest=moved.digest)
        assert moved.state == State.APPROVED

    def test_the_database_asks_for_both_too(self, people: People, now: datetime) -> None:
        self.rule(people)
        moved = transitions.submit(register.draft("statement", people, now), by=people.author, now=now)
        moved = transitions.sign_off(moved, by=people.reviewer_ca, now=now, digest=moved.digest)
        with refused("lacks a required sign-off"):
            Edition.objects.filter(pk=moved.pk).update(
                state=State.APPROVED, approved_at=now, approved_by=people.reviewer_ca, signed_digest=moved.digest
            )

    def test_the_admin_offers_kinds_and_types(self, people: People) -> None:
        offered = dict(kinds.signing_keys())
        assert offered["statement"] == "statement"
        assert offered["statement:joint_statement"] == "statement: Joint statement"


def test_an_organization_of_the_country_signs_for_the_party(people: People, now: datetime) -> None:
    edition = register.draft("statement", people, now)
    Organization.objects.filter(code="secretariat").update(country=None)
    codes = {reason.code for reason in permissions.problems(Verb.SUBMIT, Attempt(edition, people.author, now))}
    assert codes == {"signatories"}
