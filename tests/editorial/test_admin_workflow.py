"""The pages that ask before a transition, worked by every role with real requests."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from editorial.admin.review.decisions import DECISIONS
from editorial.admin.workflow.transition import ACTIONS
from editorial.admin.workflow.transition_fields import MomentField
from editorial.models import Edition, Event, Withdrawal
from editorial.states import TRANSITIONS, State, Verb
from editorial.workflow import transitions
from tests.builders import approve, attest_all, fresh, joint, make_note, note_change, publish, texts
from tests.editorial.desk import as_, at, post, state, to
from tests.people import People

EXPLAINED = {"explanation_en": "Gone", "explanation_fr": "Parti", "explanation_es": "Fuera"}


def moment(name: str, day: str, clock: str, zone: str) -> dict[str, str]:
    """The three inputs of an instant."""
    return {f"{name}_date": day, f"{name}_time": clock, f"{name}_zone": zone}


def test_every_transition_has_a_page() -> None:
    assert set(TRANSITIONS) | {Verb.GRANT_EXCEPTION, Verb.END_EXCEPTION} == set(ACTIONS)


def test_a_note_travels_through_the_admin(people: People, now: datetime) -> None:
    joint("note", people)
    note = make_note(people, now)
    response = post(people.author, note, "submit")
    assert response.status_code == 302
    assert response.url == at(note, "change")
    post(people.reviewer_ca, note, "request_changes", reason="The year is wrong.")
    assert state(note) == State.CHANGES_REQUESTED
    post(people.author, note, "recall")
    post(people.author, note, "submit")
    post(people.reviewer_ca, note, "sign_off", remark="Fine now.")
    assert state(note) == State.IN_REVIEW
    post(people.reviewer_mx, note, "sign_off")
    assert state(note) == State.APPROVED
    post(people.publisher, note, "publish")
    assert state(note) == State.PUBLISHED
    response = post(people.author, note, "revise")
    draft = Edition.objects.get(document=note.document, number=2)
    assert response.url == at(draft, "change")
    post(people.author, draft, "discard", reason="Not needed.")
    assert state(draft) == State.DISCARDED
    assert post(people.publisher, note, "withdraw", **EXPLAINED).status_code == 302
    assert Withdrawal.objects.get(edition=note).explanation_es == "Fuera"
    verbs = list(Event.objects.filter(edition=note).order_by("id").values_list("verb", flat=True))
    assert [verb for verb in verbs if verb in ("recall", "request_changes", "publish", "withdraw")] == [
        "request_changes", "recall", "publish", "withdraw",
    ]  # fmt: skip


@pytest.mark.parametrize("verb", [verb.value for verb in ACTIONS if verb not in DECISIONS])
@pytest.mark.parametrize("make", ["draft", "in_review", "approved", "live"])
def test_every_page_opens_in_every_state(people: People, now: datetime, verb: str, make: str) -> None:
    note = make_note(people, now - timedelta(hours=1))
    if make == "in_review":
        transitions.submit(note, by=people.author, now=now)
    elif make == "approved":
        approve(note, people, now)
    elif make == "live":
        publish(note, people, now - timedelta(minutes=1))
    before = state(note)
    page = as_(people.superuser).get(to(note, verb))
    assert page.status_code == 200
    possible = page.context["possible"]
    assert possible is not bool(page.context["reasons"])
    assert (b'name="version"' in page.content) is possible
    assert state(note) == before


@pytest.mark.parametrize(
    ("who", "verb"),
    [("translator_fr", "submit"), ("author", "sign_off"), ("reviewer_ca", "publish"), ("administrator", "withdraw")],
)
def test_whoever_may_not_is_told_why_and_changes_nothing(people: People, now: datetime, who: str, verb: str) -> None:
    note = make_note(people, now)
    if verb != "submit":
        transitions.submit(note, by=people.author, now=now)
    before = state(note)
    response = post(getattr(people, who), note, verb, **EXPLAINED)
    assert response.status_code == 409
    assert response.context["reasons"]
    for reason in response.context["reasons"]:
        assert str(reason).encode() in response.content.replace(b"&#x27;", b"'")
    assert state(note) == before


def test_strangers_stay_outside(people: People, now: datetime) -> None:
    note = make_note(people, now)
    assert Client().get(to(note, "submit")).status_code == 302
    for screen in (to(note, "submit"), at(note, "history"), at(note, "preview", "en")):
        assert as_(people.outsider).get(screen).status_code == 403
    assert as_(people.outsider).post(to(note, "submit"), {"version": 1}).status_code == 403
    assert as_(people.author).get(to(note, "submit").replace("submit", "conquer")).status_code in (302, 404)
    assert as_(people.author).get(to(note, "submit").replace(str(note.pk), "999999")).status_code == 404


def test_an_edition_that_moved_meanwhile_is_not_touched(people: People, now: datetime) -> None:
    note = make_note(people, now)
    opened = fresh(note).version
    post(people.author, note, "submit")
    response = as_(people.second_author).post(to(note, "discard"), {"version": opened, "reason": "Too old"})
    assert response.status_code == 409
    assert "author" in str(response.context["reasons"][0])
    assert state(note) == State.IN_REVIEW


def test_what_was_typed_is_kept_and_the_second_try_works(people: People, now: datetime) -> None:
    note = approve(make_note(people, now), people, now)
    typed = {**moment("at", "2031-03-01", "09:00", "America/Toronto"), "explanation_en": "A long explanation"}
    response = as_(people.publisher).post(to(note, "schedule"), {"version": 1, **typed})
    assert response.status_code == 409
    html = response.content.decode()
    assert "A long explanation" in html
    assert 'value="2031-03-01"' in html
    assert 'value="09:00"' in html
    assert f'name="version" value="{fresh(note).version}"' in html
    again = {"version": response.context["form"]["version"].value(), **typed}
    assert as_(people.publisher).post(to(note, "schedule"), again).status_code == 302


def test_signing_another_text_than_the_one_read_is_refused(people: People, now: datetime) -> None:
    note = transitions.submit(make_note(people, now), by=people.author, now=now)
    read = {"version": fresh(note).version, "digest": "0" * 64, "remark": "I read it"}
    response = as_(people.reviewer_ca).post(to(note, "sign_off"), read)
    assert response.status_code == 409
    assert [reason.code for reason in response.context["reasons"]] == ["digest"]
    assert "I read it" in response.content.decode()


def test_reviewers_see_what_differs_from_what_is_public(people: People, now: datetime) -> None:
    live = publish(make_note(people, now), people, now)
    draft = transitions.revise(live, by=people.author, now=now)
    from editorial.workflow import drafts

    with drafts.edit(draft, by=people.author, now=now) as row:
        row.summary_fr = "Résumé entièrement neuf"
        row.save()
    attest_all(draft, people, now)
    transitions.submit(note_change(draft, people, now), by=people.author, now=now)
    page = as_(people.reviewer_mx).get(to(draft, "sign_off"), follow=True)
    assert page.context["sides"].chosen.digest == live.digest
    assert "<ins>Résumé entièrement neuf</ins>" in page.content.decode()
    assert f'name="digest" value="{fresh(draft).digest}"' in page.content.decode()


def test_publication_is_announced_with_its_addresses(people: People, now: datetime) -> None:
    note = approve(make_note(people, now, slug="accord"), people, now)
    html = as_(people.publisher).get(to(note, "publish")).content.decode()
    for address in ("/en/notes/accord-en/", "/fr/notes-fr/accord-fr/", "/es/notas/accord-es/"):
        assert address in html


def test_an_instant_is_read_on_the_chosen_clock(people: People, now: datetime) -> None:
    note = approve(make_note(people, now), people, now)
    begin = moment("at", "2031-07-01", "09:00", "America/Mexico_City")
    end = moment("until", "2031-08-01", "09:00", "America/Toronto")
    refused = post(people.publisher, note, "schedule", **begin, **end)
    assert [reason.code for reason in refused.context["reasons"]] == ["explanation"]
    assert post(people.publisher, note, "schedule", **begin, **end, **EXPLAINED).status_code == 302
    live = fresh(note).live_during
    assert live.lower == datetime(2031, 7, 1, 15, tzinfo=UTC)
    assert live.upper == datetime(2031, 8, 1, 13, tzinfo=UTC)
    page = as_(people.publisher).get(to(note, "unschedule"))
    assert "1 Jul 2031, 11:00 Ottawa" in page.content.decode()
    post(people.publisher, note, "unschedule")
    assert state(note) == State.APPROVED


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (("2030-03-10", "02:30", "America/Toronto"), "skipped"),
        (("2030-11-03", "01:30", "America/Toronto"), "twice"),
        (("2030-11-03", "", "UTC"), "incomplete"),
        (("not a day", "10:00", "UTC"), "invalid"),
    ],
)
def test_an_hour_that_is_none_or_two_is_refused(given: tuple[str, str, str], code: str) -> None:
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError) as refused:
        MomentField().clean(list(given))
    assert code == "incomplete" or refused.value.error_list[0].code == code


def test_a_schedule_without_a_moment_is_refused_at_the_field(people: People, now: datetime) -> None:
    note = approve(make_note(people, now), people, now)
    response = post(people.publisher, note, "schedule", at_zone="UTC", until_zone="UTC", **EXPLAINED)
    assert response.status_code == 200
    assert "at" in response.context["form"].errors
    assert "Parti" in response.content.decode()
    past = post(people.publisher, note, "schedule", **moment("at", "2001-01-01", "10:00", "UTC"))
    assert past.status_code == 409
    assert past.context["reasons"][0].code == "past"


def test_a_withdrawn_note_points_to_another_by_its_address(people: People, now: datetime) -> None:
    other = publish(make_note(people, now, slug="other"), people, now)
    note = publish(make_note(people, now, slug="wrong"), people, now)
    unknown = post(people.publisher, note, "withdraw", redirect_to="/en/notes/nowhere/", **EXPLAINED)
    assert unknown.status_code == 200
    assert "redirect_to" in unknown.context["form"].errors
    missing = post(people.publisher, note, "withdraw", explanation_en="Gone")
    assert missing.status_code == 409
    assert "French" in str(missing.context["reasons"][0])
    post(people.publisher, note, "withdraw", redirect_to="https://example.org/fr/notes-fr/other-fr/", **EXPLAINED)
    assert Withdrawal.objects.get(edition=note).redirect_to_id == other.document_id


def test_a_language_may_be_excepted_and_asked_for_again(people: People, now: datetime) -> None:
    note = make_note(people, now, attest=False)
    assert post(people.publisher, note, "grant_exception", language="es", reason="").status_code == 409
    assert fresh(note).excepted_languages == []
    post(people.publisher, note, "grant_exception", language="es", reason="The translator is ill.")
    assert fresh(note).excepted_languages == ["es"]
    assert "es" not in as_(people.publisher).get(to(note, "grant_exception")).context["form"].codes()
    post(people.publisher, note, "end_exception", language="es")
    assert fresh(note).excepted_languages == []


def test_an_urgent_note_waits_for_a_second_person(people: People, now: datetime) -> None:
    note = make_note(people, now)
    assert post(people.publisher, note, "publish_urgently", reason=" ").status_code == 409
    post(people.publisher, note, "publish_urgently", reason="A flood warning")
    assert fresh(note).awaits_confirmation
    page = as_(people.reviewer_ca).get(to(note, "confirm"))
    assert "A flood warning" in page.content.decode()
    post(people.reviewer_ca, note, "confirm")
    assert not fresh(note).awaits_confirmation


def test_the_action_bar_offers_what_the_engine_allows(people: People, now: datetime) -> None:
    note = transitions.submit(make_note(people, now), by=people.author, now=now)
    page = as_(people.reviewer_ca).get(at(note, "change"))
    workflow = page.context["workflow"]
    assert [step.verb for step in workflow.possible] == [Verb.SIGN_OFF, Verb.REQUEST_CHANGES]
    assert {step.verb for step in workflow.impossible} == {Verb.RECALL, Verb.PUBLISH_URGENTLY}
    html = page.content.decode()
    assert to(note, "sign_off") in html
    assert to(note, "recall") not in html
    assert str(workflow.impossible[0].reasons[0]) in html


def test_the_last_remark_stands_on_the_form(people: People, now: datetime) -> None:
    note = transitions.submit(make_note(people, now), by=people.author, now=now)
    transitions.request_changes(note, by=people.reviewer_mx, now=now, reason="Name the year <b>2021</b>.")
    html = as_(people.author).get(at(note, "change")).content.decode()
    assert "Name the year &lt;b&gt;2021&lt;/b&gt;." in html
    assert "Government of Mexico" in html


def test_texts_of_a_withdrawal_survive_a_refusal(people: People, now: datetime) -> None:
    note = publish(make_note(people, now), people, now)
    given = {"explanation_en": texts("word")["en"], "explanation_fr": "Une explication"}
    response = post(people.publisher, note, "withdraw", **given)
    assert response.status_code == 409
    assert "Une explication" in response.content.decode()
    assert fresh(note).live_during.upper is None
    assert timezone.now() > now
