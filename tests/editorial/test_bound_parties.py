"""Whoever a text binds must have signed it: the parties that speak for the governments that it names."""

from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editorial.content import kept, parity
from editorial.desks import counts, problems, questions
from editorial.desks.query import Ask
from editorial.models import AdministrationEvent, Edition, Party, SignOff, SignOffRule, Snapshot, User
from editorial.staff import coverage_gaps, parties, signing_rules
from editorial.states import State, Verb
from editorial.verification import sign_offs
from editorial.workflow import drafts, outstanding_signatures, transitions
from editorial.workflow.attempt import Attempt, writers
from editorial.workflow.roles import account_changes
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.attacks import at_commit, refused, sql, triggers_off
from tests.editorial import stages
from tests.editorial.desk import as_, opened, to
from tests.people import People, party, person
from tests.toy.models import Item

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def us(people: People) -> User:
    """A reviewer of a third party, which speaks for the United States."""
    third = party("US", "Government of the United States", "Gouvernement des États-Unis", "Gobierno de Estados Unidos")
    return person("reviewer-us", "Reviewer", party=third)


@pytest.fixture
def every_bound(people: People) -> SignOffRule:
    """Notes need the signature of every party that they bind."""
    return SignOffRule.objects.create(kind="note", every_bound_party=True)


def submitted(people: People, now: datetime, *countries: str, **values: Any) -> Edition:
    return transitions.submit(builders.make_naming(people, now, *countries, **values), by=people.author, now=now)


def signed(edition: Edition, now: datetime, *reviewers: User) -> Edition:
    for reviewer in reviewers:
        edition = transitions.sign_off(builders.fresh(edition), by=reviewer, now=now, digest=edition.digest)
    return edition


def missing(edition: Edition, by: User, now: datetime) -> list[str]:
    needed = Attempt(builders.fresh(edition), by, now).outstanding
    return sorted(each.party.code if each.party else "" for each in needed)


def codes(refusal: Any) -> list[str]:
    return [reason.code for reason in refusal.value.reasons]


# Frozen at submission


def test_a_text_says_whom_it_binds_once_it_is_submitted(people: People, now: datetime) -> None:
    draft = builders.make_naming(people, now, "MX", "US", "CA", "CA")
    assert builders.fresh(draft).bound_parties == {}
    hands, before = writers(draft), builders.fresh(draft)
    edition = builders.fresh(transitions.submit(draft, by=people.author, now=now))
    assert edition.bound_parties == {"CA": "CA", "MX": "MX", "US": ""}
    assert edition.digest != before.digest
    assert kept.content(edition.digest)["bound_parties"] == edition.bound_parties
    assert Attempt(edition, people.author, now).unaltered
    assert edition.events.latest("id").digest == edition.digest
    # It makes nobody a contributor, and no attestation outdated.
    assert writers(edition) == hands
    attempt = Attempt(edition, people.author, now)
    assert set(parity.status(attempt.content, attempt.attested).values()) == {"current"}


def test_a_text_that_names_nobody_keeps_its_digest(people: People, now: datetime) -> None:
    draft = builders.fresh(builders.make_note(people, now))
    assert transitions.submit(draft, by=people.author, now=now).digest == draft.digest
    assert "bound_parties" not in Snapshot.objects.get(pk=draft.digest).content


def test_a_recalled_text_is_looked_at_anew_when_it_is_submitted_again(
    people: People, us: User, every_bound: SignOffRule, now: datetime
) -> None:
    Party.objects.filter(code="US").update(speaks_for=[])
    edition = submitted(people, now, "CA", "US")
    assert missing(edition, people.author, now) == ["CA"]
    Party.objects.filter(code="US").update(speaks_for=["US"])
    assert builders.fresh(edition).bound_parties == {"CA": "CA", "US": ""}
    draft = transitions.recall(edition, by=people.author, now=now)
    assert draft.bound_parties == {"CA": "CA", "US": ""}
    again = transitions.submit(draft, by=people.author, now=now)
    assert (again.round, again.bound_parties) == (2, {"CA": "CA", "US": "US"})
    assert missing(again, people.author, now) == ["CA", "US"]


def test_what_is_published_urgently_says_whom_it_binds(people: People, now: datetime) -> None:
    with stages.all_must_sign():
        draft = builders.make_naming(people, now, "CA", "MX")
        edition = transitions.publish_urgently(draft, by=people.superuser, now=now, reason="A storm comes.")
    assert (edition.bound_parties, edition.all_must_sign) == ({"CA": "CA", "MX": "MX"}, True)
    assert kept.says(edition, kept.content(edition.digest))


def test_an_edition_that_follows_says_itself_whom_it_binds(people: People, now: datetime) -> None:
    live = signed(submitted(people, now, "CA"), now, people.reviewer_ca)
    live = transitions.publish(live, by=people.publisher, now=now)
    draft = transitions.revise(live, by=people.author, now=now)
    with drafts.edit(draft, by=people.author, now=now) as row:
        Item.objects.filter(edition=row.pk).delete()
    builders.attest_all(draft, people, now)
    row = builders.note_change(draft, people, now)
    builders.attest_all(row, people, now)
    assert transitions.submit(builders.fresh(row), by=people.author, now=now).bound_parties == {}


# Who must sign


def test_a_bilateral_text_needs_two_and_a_trilateral_one_three(
    people: People, us: User, every_bound: SignOffRule, now: datetime
) -> None:
    two, three = submitted(people, now, "CA", "MX", slug="two"), submitted(people, now, "US", "CA", "MX", slug="three")
    assert missing(two, people.author, now) == ["CA", "MX"]
    assert missing(three, people.author, now) == ["CA", "MX", "US"]
    with pytest.raises(NotAllowed) as refusal:
        signed(two, now, us)
    assert codes(refusal) == ["party"]
    assert signed(two, now, people.reviewer_mx, people.reviewer_ca).state == State.APPROVED
    assert signed(three, now, people.reviewer_mx, people.reviewer_ca).state == State.IN_REVIEW
    approved = signed(three, now, us)
    assert approved.state == State.APPROVED
    assert transitions.publish(approved, by=people.publisher, now=now).state == State.PUBLISHED


def test_a_text_that_binds_nobody_needs_one_signature(people: People, every_bound: SignOffRule, now: datetime) -> None:
    for countries, slug in (((), "none"), (("FR", "DE"), "outside")):
        edition = submitted(people, now, *countries, slug=slug)
        assert missing(edition, people.author, now) == [""]
        assert signed(edition, now, people.reviewer_mx).state == State.APPROVED


def test_where_all_must_sign_no_rule_asks_for_less(people: People, now: datetime) -> None:
    SignOffRule.objects.create(kind="note", party=people.mx, stage=2)
    with stages.all_must_sign():
        edition = submitted(people, now, "CA", "MX")
        outside = submitted(people, now, "FR", slug="outside")
    # Mexico's own rule says when it signs.
    with pytest.raises(NotAllowed) as refusal:
        signed(edition, now, people.reviewer_mx)
    assert codes(refusal) == ["stage"]
    assert missing(edition, people.author, now) == ["CA", "MX"]
    assert signed(edition, now, people.reviewer_ca, people.reviewer_mx).state == State.APPROVED
    assert missing(outside, people.author, now) == ["MX"]


def test_the_rule_says_in_which_stage(people: People, every_bound: SignOffRule, now: datetime) -> None:
    SignOffRule.objects.filter(pk=every_bound.pk).update(stage=2)
    SignOffRule.objects.create(kind="note", party=people.mx, stage=1)
    edition = submitted(people, now, "CA")
    with pytest.raises(NotAllowed) as refusal:
        signed(edition, now, people.reviewer_ca)
    assert codes(refusal) == ["stage"]
    assert signed(edition, now, people.reviewer_mx, people.reviewer_ca).state == State.APPROVED


def test_who_will_be_asked_is_said_before_it_is_submitted(people: People, us: User, now: datetime) -> None:
    draft = builders.make_naming(people, now, "CA", "US")
    url = reverse("admin:toy_note_transition", args=(draft.pk, "submit"))
    with stages.all_must_sign():
        page = as_(people.author).get(url).content.decode()
    assert "First to sign: Government of Canada, Government of the United States." in page


def test_what_is_unusual_is_said_before_the_step(people: People, us: User, now: datetime) -> None:
    def page(edition: Edition, verb: str) -> str:
        return unescape(as_(people.superuser).get(to(edition, verb)).content.decode())

    with stages.all_must_sign():
        assert "It binds nobody" in page(builders.make_note(people, now, slug="nobody"), "submit")
    assert "It binds nobody" not in page(builders.make_note(people, now, slug="page"), "submit")
    draft = builders.make_naming(people, now, "CA", "US", "FR")
    assert "no party speaks on this site: FR." in page(draft, "submit")
    unsigned = "The public page will say that these parties, which it names, have not signed it: "
    both = "Government of Canada, Government of the United States."
    assert unsigned + both in page(draft, "publish_urgently")
    approved = signed(transitions.submit(draft, by=people.author, now=now), now, us)
    for verb in ("publish", "schedule"):
        assert f"{unsigned}Government of Canada." in page(approved, verb)
        assert "no party speaks on this site: FR." in page(approved, verb)


# The database


def test_no_statement_of_the_site_makes_up_for_a_signature(
    people: People, every_bound: SignOffRule, now: datetime, site_role: None
) -> None:
    edition = signed(submitted(people, now, "CA", "MX"), now, people.reviewer_ca)
    to_approved = "UPDATE editorial_edition SET state = 'approved', signed_digest = digest, approved_at = %s,"
    by = "approved_by_id = %s WHERE id = %s"
    with refused("lacks a required sign-off"):
        sql(f"{to_approved} {by}", now, people.reviewer_ca.pk, edition.pk)
    with refused("cannot change"):
        sql(f"{to_approved} bound_parties = '{{}}', {by}", now, people.reviewer_ca.pk, edition.pk)
    other = Snapshot.objects.get(pk=edition.digest).content
    forged = kept.keep({**kept.content(edition.digest), "bound_parties": {}}, now=now)
    assert other["bound_parties"]
    with refused("cannot change|lacks a required"):
        sql(f"{to_approved} digest = '{forged}', {by}", now, people.reviewer_ca.pk, edition.pk)
    with refused("append-only"):
        sql("UPDATE editorial_snapshot SET content = content - 'bound_parties' WHERE digest = %s", edition.digest)


def test_where_all_must_sign_the_database_needs_no_rule(people: People, now: datetime, site_role: None) -> None:
    with stages.all_must_sign():
        edition = signed(submitted(people, now, "CA", "MX"), now, people.reviewer_ca)
    assert not SignOffRule.objects.exists()
    with refused("lacks a required sign-off"):
        sql(
            "UPDATE editorial_edition SET state = 'approved', signed_digest = digest, approved_at = %s,"
            " approved_by_id = %s WHERE id = %s", now, people.reviewer_ca.pk, edition.pk,
        )  # fmt: skip
    assert signed(edition, now, people.reviewer_mx).state == State.APPROVED


def test_whom_a_text_binds_is_kept_by_country(people: People, now: datetime, site_role: None) -> None:
    draft = builders.make_note(people, now)
    with refused("editorial_edition_bound_by_country"):
        sql("UPDATE editorial_edition SET bound_parties = '[]' WHERE id = %s", draft.pk)


def test_no_two_parties_speak_for_one_country(people: People, site_role: None) -> None:
    with refused("another party speaks for this country"):
        sql("UPDATE editorial_party SET speaks_for = '{MX,CA}' WHERE code = 'MX'")
    with refused("another party speaks for this country"):
        sql("INSERT INTO editorial_party (code, name, time_zone, speaks_for) VALUES ('QC', 'Quebec', 'UTC', '{CA}')")
    for code in ("ca", "C1", ""):
        with refused("a country is named by two capital letters"):
            sql("UPDATE editorial_party SET speaks_for = ARRAY[%s] WHERE code = 'CA'", code)


def test_a_party_that_texts_bind_keeps_its_code_and_stays(people: People, now: datetime) -> None:
    party("US", "Government of the United States", "", "")
    submitted(people, now, "CA", "US")
    for statement in ("UPDATE editorial_party SET code = 'SU' WHERE code = 'US'", "DELETE FROM editorial_party"):
        with refused("texts name this party"):
            sql(statement)
    by = people.administrator
    with pytest.raises(NotAllowed) as refusal:
        parties.save_party(people.ca, values={"code": "KA"}, by=by, now=now)
    assert codes(refusal) == ["binds"]
    with pytest.raises(NotAllowed) as refusal:
        parties.remove_party(people.ca, by=by, now=now)
    assert codes(refusal) == ["binds"]
    parties.save_party(people.mx, values={"code": "ME"}, by=by, now=now)
    assert Party.objects.filter(code="ME").exists()


# Parties and rules on the administration's screens


def test_the_countries_of_a_party_are_set_on_record(people: People, now: datetime) -> None:
    values = {"code": "EU", "name_en": "Union", "time_zone": "UTC", "speaks_for": [" fr", "DE", "DE", ""]}
    parties.save_party(Party(), values=values, by=people.administrator, now=now)
    assert Party.objects.get(code="EU").speaks_for == ["DE", "FR"]
    line = AdministrationEvent.objects.get()
    assert line.data["changed"]["speaks_for"] == ["", "DE, FR"]
    assert ("Speaks for", "DE, FR") in account_changes.line_details(line)


@pytest.mark.parametrize(("country", "words"), [("Canada", "two letters"), ("C1", "two letters"), ("MX", "MX (Gov")])
def test_a_country_that_cannot_be_given(country: str, words: str, people: People, now: datetime) -> None:
    with pytest.raises(NotAllowed) as refusal:
        parties.save_party(people.ca, values={"speaks_for": ["CA", country]}, by=people.administrator, now=now)
    assert codes(refusal) == ["speaks_for"]
    assert words in str(refusal.value)
    assert not AdministrationEvent.objects.exists()


def test_the_form_of_a_party_keeps_what_was_typed(people: People) -> None:
    client, url = as_(people.administrator), reverse("admin:editorial_party_change", args=(people.ca.pk,))
    form = opened(client, url)
    assert form["speaks_for"] == "CA"
    page = client.post(url, {**form, "speaks_for": "CA, mx", "name_en": "Canada, new"})
    assert page.status_code == 409
    assert "Take the country away from that party first." in page.content.decode()
    assert "Canada, new" in page.content.decode()
    assert client.post(url, {**form, "speaks_for": "CA,FR"}).status_code == 302
    assert Party.objects.get(code="CA").speaks_for == ["CA", "FR"]


def test_a_rule_asks_for_one_thing(people: People, now: datetime) -> None:
    by = people.administrator
    with pytest.raises(NotAllowed) as refusal:
        signing_rules.save_rule(
            SignOffRule(), kind="note", party=people.ca, every_bound_party=True, stage=1, by=by, now=now
        )
    assert codes(refusal) == ["asks_both"]
    with pytest.raises(NotAllowed) as refusal:
        signing_rules.save_rule(SignOffRule(), kind="page", party=None, every_bound_party=True, stage=1, by=by, now=now)
    assert codes(refusal) == ["binds_nobody"]
    with refused("asks_one_thing"):
        SignOffRule.objects.create(kind="note", party=people.ca, every_bound_party=True)
    for _twice in range(2):
        SignOffRule.objects.filter(kind="note").delete()
        SignOffRule.objects.create(kind="note", every_bound_party=True)
        SignOffRule.objects.create(kind="note")
    with refused("editorial_signoffrule_once"):
        SignOffRule.objects.create(kind="note", every_bound_party=True, stage=2)


def test_the_screen_of_rules_offers_it(people: People) -> None:
    client = as_(people.administrator)
    url = reverse("admin:editorial_signoffrule_add")
    page = client.post(url, {"kind": "note", "party": "", "every_bound_party": "on", "stage": 1}, follow=True)
    rule = SignOffRule.objects.get()
    assert rule.every_bound_party
    assert "The signature of every party that the text binds." in page.content.decode()
    assert AdministrationEvent.objects.get().data["every_bound_party"] is True
    with stages.all_must_sign():
        rule.delete()
        page = client.get(reverse("admin:editorial_signoffrule_changelist"))
    assert "It binds whom it names, so their signatures are always asked for." in page.content.decode()


def test_a_change_of_rules_says_what_it_does_to_texts_that_bind(people: People, now: datetime) -> None:
    edition = signed(submitted(people, now, "CA", "MX"), now, people.reviewer_ca)
    told = signing_rules.save_rule(
        SignOffRule(), kind="note", party=None, every_bound_party=True, stage=1, by=people.administrator, now=now
    )
    assert told == ["One approved edition cannot be published then until it is recalled and signed anew."]
    with pytest.raises(NotAllowed) as refusal:
        transitions.publish(edition, by=people.publisher, now=now)
    assert codes(refusal) == ["signatures"]


# What no longer fits


def test_texts_that_bind_others_by_now_are_listed_to_be_recalled(
    people: People, us: User, every_bound: SignOffRule, now: datetime
) -> None:
    by = people.administrator
    parties.save_party(us.party, values={"speaks_for": []}, by=by, now=now)
    waiting = submitted(people, now, "CA", "US", slug="waiting")
    approved = signed(submitted(people, now, "US", slug="approved"), now, people.reviewer_mx)
    live = signed(submitted(people, now, "US", "MX", slug="live"), now, people.reviewer_mx)
    transitions.publish(live, by=people.publisher, now=now)
    submitted(people, now, "CA", "MX", slug="untouched")
    assert listed(people.author, now) == set()
    told = parties.save_party(us.party, values={"speaks_for": ["US"]}, by=by, now=now)
    assert [text[:20] for text in told] == ["2 texts under way we"]
    for who in (people.author, people.publisher, people.administrator):
        assert listed(who, now) == {waiting.pk, approved.pk}
    assert listed(people.outsider, now) is None
    # It goes on as it was submitted, until somebody recalls it.
    assert signed(waiting, now, people.reviewer_ca).state == State.APPROVED
    again = transitions.submit(
        transitions.recall(builders.fresh(approved), by=people.author, now=now), by=people.author, now=now
    )
    assert missing(again, people.author, now) == ["US"]
    assert listed(people.author, now) == {waiting.pk}


def test_a_country_taken_from_a_party_while_texts_wait(
    people: People, us: User, every_bound: SignOffRule, now: datetime
) -> None:
    by = people.administrator
    parties.save_party(people.ca, values={"speaks_for": ["CA", "FR"]}, by=by, now=now)
    edition = submitted(people, now, "CA", "FR", "US")
    parties.save_party(people.ca, values={"speaks_for": ["CA"]}, by=by, now=now)
    assert listed(people.author, now) == {edition.pk}
    parties.save_party(us.party, values={"speaks_for": ["US", "FR"]}, by=by, now=now)
    assert listed(people.author, now) == {edition.pk}
    assert missing(edition, people.author, now) == ["CA", "US"]
    assert signed(edition, now, people.reviewer_ca, us).state == State.APPROVED


def listed(who: User, now: datetime) -> set[int] | None:
    rows = {source.key: rows for source, rows in problems.concerning(Ask.for_person(who, now))}.get("bound_otherwise")
    if rows is None:
        return None
    found = set(rows.values_list("pk", flat=True))
    assert counts.desk_counts(Ask.for_person(who, now)).problems["bound_otherwise"] == len(found)
    return found


def test_a_bound_party_for_which_nobody_can_sign(
    people: People, us: User, every_bound: SignOffRule, now: datetime
) -> None:
    User.objects.filter(pk=us.pk).update(is_active=False)
    edition = submitted(people, now, "CA", "US")
    submitted(people, now, "CA", slug="other")
    texts = [str(gap.text) for gap in coverage_gaps.all_gaps()]
    assert any("Texts that name Government of the United States need its signature" in text for text in texts)
    assert "Nobody is left who can sign it for: Government of the United States." in texts
    [rows] = [
        rows
        for source, rows in problems.concerning(Ask.for_person(people.administrator, now))
        if source.key == "nobody_signs"
    ]
    assert list(rows.values_list("pk", flat=True)) == [edition.pk]


# Questions of the desks and of verification agree with the rules


@given(
    rules=st.lists(st.sampled_from(["ca", "mx", "us", "any", "bound"]), unique=True, max_size=3),
    stage=st.lists(st.integers(1, 2), min_size=3, max_size=3),
    countries=st.sets(st.sampled_from(["CA", "MX", "US", "FR"])),
    binding=st.booleans(),
    signing=st.lists(st.sampled_from(["CA", "MX", "US"]), unique=True, max_size=2),
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_desks_ask_whom_the_rules_ask(
    rules: list[str], stage: list[int], countries: set[str], binding: bool, signing: list[str],
    people: People, us: User, now: datetime,
) -> None:  # fmt: skip
    reviewers = {"CA": people.reviewer_ca, "MX": people.reviewer_mx, "US": us}
    of = {"ca": people.ca, "mx": people.mx, "us": us.party}
    with transaction.atomic():
        for rule, number in zip(rules, stage, strict=False):
            SignOffRule.objects.create(kind="note", party=of.get(rule), every_bound_party=rule == "bound", stage=number)
        if binding:
            with stages.all_must_sign():
                edition = submitted(people, now, *sorted(countries))
        else:
            edition = submitted(people, now, *sorted(countries))
        for code in signing:
            row = builders.fresh(edition)
            attempt = Attempt(row, reviewers[code], now)
            if row.state == State.IN_REVIEW and not permissions.problems(Verb.SIGN_OFF, attempt):
                signed(row, now, reviewers[code])
        row = builders.fresh(edition)
        if row.state == State.IN_REVIEW:
            needed = outstanding_signatures.outstanding([row], kind="note")[row.pk]
            for reviewer in reviewers.values():
                ask = Ask.for_person(reviewer, now)
                may = not permissions.problems(Verb.SIGN_OFF, Attempt(row, reviewer, now))
                assert questions.to_review(ask).filter(pk=row.pk).exists() == may
                lacks = any(each.party in (None, reviewer.party) for each in needed)
                assert questions.of_my_party(ask).filter(pk=row.pk).exists() == lacks
        else:
            assert not set(row.bound_parties.values()) - {""} - {
                each.party.code for each in SignOff.objects.filter(edition=row).select_related("party")
            } or not (binding or "bound" in rules)
            transitions.publish(row, by=people.publisher, now=now)
            assert sign_offs.check(None, 100).differences == []
        transaction.set_rollback(True)


def test_verification_misses_the_signature_of_a_bound_party(people: People, now: datetime) -> None:
    with stages.all_must_sign():
        edition = submitted(people, now, "CA", "MX")
    transitions.publish(signed(edition, now, people.reviewer_ca, people.reviewer_mx), by=people.publisher, now=now)
    assert sign_offs.check(None, 100).differences == []
    with triggers_off():
        sql("DELETE FROM editorial_signoff WHERE party_id = %s", people.mx.pk)
    found = {each.code: each.values for each in sign_offs.check(None, 100).differences}
    assert found["unsigned"] == {"party": "MX"}


def test_every_line_of_the_rules_says_what_it_asks_for(people: People, now: datetime) -> None:
    rule = SignOffRule()
    signing_rules.save_rule(
        rule, kind="note", party=None, every_bound_party=True, stage=1, by=people.administrator, now=now
    )
    history = sign_offs.RuleHistory()
    assert history.at(now) == {sign_offs.Rule("note", "", True)}
    assert history.at(now - HOUR) == set()
    at_commit()
    line = AdministrationEvent.objects.get()
    assert line.data["every_bound_party"] is True
    assert account_changes.line_details(line) == [("Rule", "note: stage 1, every party that the text binds")]
