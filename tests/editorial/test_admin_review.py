"""The review screen: what changed, what speaks for and against it, and the decision on exactly this text."""

from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html as lxml_html

from editorial.models import Assignment, Edition, Event, SignOff
from editorial.states import State
from editorial.workflow import drafts, transitions
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from tests import builders
from tests.builders import attest_all, fresh, joint, make_note, make_page, note_change, publish, section, texts
from tests.editorial.desk import as_, at, post, state, to
from tests.people import People


def page_of(response: Any) -> Any:
    """The answer as a tree."""
    return lxml_html.fromstring(response.content.decode())


def words(tree: Any, selector: str) -> str:
    """The words of the first element of a class or an id."""
    found = tree.xpath(f"//*[@id='{selector}' or contains(concat(' ', @class, ' '), ' {selector} ')]")
    return " ".join(found[0].text_content().split()) if found else ""


def revised(people: People, now: datetime, **changes: Any) -> Any:
    """A revision of a live note with two sections, with these changes, in review."""
    note = make_note(
        people, now, parts={"section": [section("One"), section("Two")], "item": [{"text": texts("Item")}]}
    )
    draft = transitions.revise(publish(note, people, now), by=people.author, now=now)
    change(draft, people, now, **changes)
    attest_all(fresh(draft), people, now)
    return transitions.submit(note_change(draft, people, now), by=people.author, now=now)


def change(draft: Edition, people: People, now: datetime, **changes: Any) -> None:
    """Save a draft with some columns changed."""
    with drafts.edit(draft, by=people.author, now=now) as row:
        for name, value in changes.items():
            setattr(row, name, value)
        row.save()


def test_the_change_is_read_against_the_live_edition(people: People, now: datetime) -> None:
    note = revised(people, now, summary_fr="Résumé entièrement neuf", summary_en="Summary new")
    response = as_(people.reviewer_ca).get(at(note, "review"))
    assert response.status_code == 200
    tree = page_of(response)
    rows = tree.xpath("//*[@data-change]")
    assert [row.get("id") for row in rows] == ["change-1", "change-2"]  # the summary and the change note
    assert [each.text for each in rows[0].iter("ins")] == ["new", "Résumé entièrement neuf"]
    assert rows[0].xpath(".//*[@lang='fr']//ins")
    assert "unchanged" in words(tree, "is-same")
    assert "Edition 1 (live)" in words(tree, "changes-title")
    reading = response.context["reading"]
    assert (reading.count, reading.by_language) == (2, [("English", 2), ("French", 2), ("Spanish", 1)])


def test_toggles_stay_in_the_address(people: People, now: datetime) -> None:
    note = revised(people, now, summary_fr="Résumé", summary_es="Resumen")
    client = as_(people.reviewer_ca)
    response = client.get(at(note, "review"), {"language": "fr", "whole": "1"})
    tree = page_of(response)
    said = [row.text_content() for row in tree.xpath("//*[@class='passage-row']")]
    assert any("One body fr" in each for each in said)
    assert not any("One body es" in each for each in said)
    assert len(tree.xpath("//*[@data-change]")) == 2
    assert tree.xpath("//input[@name='language'][@checked]/@value") == ["fr"]
    assert tree.xpath("//input[@name='whole'][@checked]/@value") == ["1"]
    form = tree.xpath("//form[@method='post'][contains(@action, 'sign_off')]")[0]
    assert form.get("action").endswith("?language=fr&whole=1")
    nothing = client.get(at(note, "review"), {"language": "tlh"})
    assert nothing.context["columns"] == 3


def test_any_saved_text_can_be_the_one_before(people: People, now: datetime) -> None:
    note = revised(people, now, summary_fr="Résumé")
    client = as_(people.reviewer_ca)
    first = Event.objects.filter(document=note.document_id, verb="create").get().digest
    tree = page_of(client.get(at(note, "review"), {"against": first}))
    assert tree.xpath("//select[@name='against']//option[@selected]/@value") == [first]
    alone = client.get(at(note, "review"), {"against": "nothing"})
    assert alone.context["reading"].new
    assert b"<ins>" not in alone.content
    assert "all of it is new" in words(page_of(alone), "review-sum")
    for wrong in ("0" * 64, "nowhere", "\x00", fresh(note).digest[:-1]):
        assert client.get(at(note, "review"), {"against": wrong}).status_code == 404
    other = make_note(people, now, slug="other", attest=False)
    assert client.get(at(note, "review"), {"against": fresh(other).digest}).status_code == 404


def test_a_first_edition_is_all_new_and_identical_texts_say_so(people: People, now: datetime) -> None:
    note = transitions.submit(make_note(people, now), by=people.author, now=now)
    first = as_(people.reviewer_ca).get(at(note, "review"))
    assert first.context["reading"].new
    assert "Section body fr" in first.content.decode()
    same = revised_note(people, now)
    tree = page_of(as_(people.reviewer_ca).get(at(same, "review")))
    assert "both say the same" in words(tree, "review-sum")
    assert tree.xpath("//*[@data-change]") == []


def test_a_first_edition_that_was_sent_back_shows_what_became_of_it(people: People, now: datetime) -> None:
    note = transitions.submit(make_note(people, now), by=people.author, now=now)
    sent_back = fresh(note).digest
    note = transitions.request_changes(fresh(note), by=people.reviewer_ca, now=now, reason="Say <when>.")
    note = transitions.recall(fresh(note), by=people.author, now=now)
    same = as_(people.reviewer_ca).get(at(note, "review"))
    assert same.context["sides"].sent_back is None, "nothing was changed yet"
    change(note, people, now, summary_en="Met in May")
    attest_all(fresh(note), people, now)
    note = transitions.submit(fresh(note), by=people.author, now=now)
    client = as_(people.reviewer_ca)
    usual = client.get(at(note, "review"))
    assert not usual.context["reading"].new
    assert "Met in May" in " ".join(each.text_content() for each in page_of(usual).iter("ins"))
    assert "reviewer-ca sent an earlier text back" in words(page_of(usual), "review-sent-back")
    assert "Say &lt;when&gt;." in usual.content.decode()
    assert f"against={sent_back}" not in usual.content.decode(), "it is what is shown"
    alone = client.get(at(note, "review"), {"against": "nothing"})
    assert alone.context["reading"].new
    assert f"against={sent_back}" in alone.content.decode()


def test_a_revision_is_read_against_the_live_edition_and_leads_to_what_was_sent_back(
    people: People, now: datetime
) -> None:
    note = revised(people, now, summary_fr="Résumé")
    sent_back = fresh(note).digest
    transitions.request_changes(fresh(note), by=people.reviewer_ca, now=now, reason="In May?")
    note = transitions.recall(fresh(note), by=people.author, now=now)
    change(note, people, now, summary_fr="Résumé de mai")
    attest_all(fresh(note), people, now)
    note = transitions.submit(fresh(note), by=people.author, now=now)
    client = as_(people.reviewer_ca)
    usual = client.get(at(note, "review"))
    assert "Edition 1 (live)" in words(page_of(usual), "changes-title")
    assert f"?against={sent_back}" in usual.content.decode()
    since = client.get(at(note, "review"), {"against": sent_back})
    assert since.context["reading"].count == 1
    assert "Below is what changed since then" in words(page_of(since), "review-sent-back")


def revised_note(people: People, now: datetime) -> Any:
    """A revision that says what the live edition says."""
    return transitions.revise(publish(make_note(people, now, slug="again"), people, now), by=people.author, now=now)


def test_parts_that_moved_came_and_went(people: People, now: datetime) -> None:
    note = make_note(people, now, parts={"section": [section("One"), section("Two"), section("Three")]})
    draft = transitions.revise(publish(note, people, now), by=people.author, now=now)
    with drafts.edit(draft, by=people.author, now=now) as row:
        one, two, _three = row.sections.order_by("position")
        two.delete()
        one.position = 9
        one.save()
    tree = page_of(as_(people.author).get(at(draft, "review")))
    kinds = [
        (each.get("class").split()[1], " ".join(each.xpath("./h3")[0].text_content().split()))
        for each in tree.xpath("//section[contains(@class, 'passage ')]")
    ]
    assert ("is-removed", "Section “Two en” Removed") in kinds
    assert any(kind == "is-moved" and "Moved" in title and "from place" in title for kind, title in kinds)


def test_the_buttons_lead_to_the_screen_and_the_decision_is_taken_there(people: People, now: datetime) -> None:
    joint("note", people)
    note = revised(people, now, summary_fr="Résumé")
    client = as_(people.reviewer_ca)
    for verb in ("sign_off", "request_changes"):
        assert client.get(to(note, verb)).url == f"{at(note, 'review')}#{verb}"
    tree = page_of(client.get(at(note, "review")))
    form = tree.xpath("//form[contains(@action, '/sign_off/')]")[0]
    fields = {each.get("name"): each.get("value") or "" for each in form.iter("input", "textarea")}
    assert fields["digest"] == fresh(note).digest
    assert client.post(form.get("action"), {**fields, "remark": "Well done."}).status_code == 302
    assert SignOff.objects.get(edition=note).remark == "Well done."
    tree = page_of(client.get(at(note, "review")))
    assert tree.xpath("//*[@data-decision='sign_off']//*[@data-reason]/@data-reason") == ["signed"]
    assert "Well done." in words(tree, "signatures")
    assert tree.xpath("//form[contains(@action, '/request_changes/')]")


def test_the_stages_and_who_wrote_it_are_shown(people: People, now: datetime) -> None:
    joint("note", people, stages=(1, 2))
    note = revised(people, now, summary_fr="Résumé")
    tree = page_of(as_(people.reviewer_mx).get(at(note, "review")))
    assert "Stage 1" in words(tree, "signatures")
    assert tree.xpath("//*[@data-decision='sign_off']//*[@data-reason]/@data-reason") == ["stage"]
    assert "author" in words(tree, "review-people")
    author = page_of(as_(people.author).get(at(note, "review")))
    assert author.xpath("//*[@data-decision]//*[@data-reason]/@data-reason") == ["permission", "permission"]
    assert not author.xpath("//form[@method='post'][contains(@action, 'sign_off')]")


def test_a_reason_is_required_and_what_was_typed_stays(people: People, now: datetime) -> None:
    note = revised(people, now, summary_fr="Résumé")
    refused = post(people.reviewer_ca, note, "request_changes", reason="  ")
    assert refused.status_code == 409
    assert page_of(refused).xpath("//*[@role='alert']//@data-reason") == ["reason"]
    assert state(note) == State.IN_REVIEW
    post(people.reviewer_ca, note, "request_changes", reason="The date is wrong.")
    assert state(note) == State.CHANGES_REQUESTED


def test_a_text_that_changed_meanwhile_is_not_signed_and_the_new_difference_is_shown(
    people: People, now: datetime
) -> None:
    note = revised(people, now, summary_fr="Résumé")
    client = as_(people.reviewer_ca)
    opened = {"version": fresh(note).version, "digest": fresh(note).digest}
    transitions.recall(fresh(note), by=people.author, now=now)
    change(note, people, now, summary_en="Summary of another kind")
    attest_all(fresh(note), people, now)
    transitions.submit(fresh(note), by=people.author, now=now)
    for version in (opened["version"], fresh(note).version):
        refused = client.post(to(note, "sign_off"), {**opened, "version": version, "remark": "I agree with it."})
        assert refused.status_code == 409
        assert SignOff.objects.filter(edition=note).count() == 0
        tree = page_of(refused)
        assert tree.xpath("//textarea[@name='remark']")[0].text.strip() == "I agree with it."
        since = tree.xpath("//section[contains(@class, 'review-since')]")[0]
        assert [each.text for each in since.iter("ins")] == ["of another kind"]
        # The new difference comes before the usual comparison.
        ids = tree.xpath("//*[@id]/@id")
        assert ids.index("since-1") < ids.index("change-1")
        assert tree.xpath("//form[contains(@action, 'sign_off')]//input[@name='digest']/@value") == [fresh(note).digest]
    again = {
        each.get("name"): each.get("value")
        for each in tree.xpath("//form[contains(@action, 'sign_off')]//input[@name]")
    }
    assert client.post(to(note, "sign_off"), again).status_code == 302
    assert SignOff.objects.get(edition=note).digest == fresh(note).digest


def test_an_edition_that_was_moved_meanwhile_is_not_decided_on(people: People, now: datetime) -> None:
    note = revised(people, now, summary_fr="Résumé")
    opened = {"version": fresh(note).version, "digest": fresh(note).digest}
    transitions.request_changes(fresh(note), by=people.reviewer_mx, now=now, reason="No.")
    refused = as_(people.reviewer_ca).post(to(note, "sign_off"), {**opened, "remark": "My long remark"})
    assert refused.status_code == 409
    assert [reason.code for reason in refused.context["reasons"]] == ["moved"]
    assert "My long remark" in refused.content.decode()
    assert not page_of(refused).xpath("//form[contains(@action, 'sign_off')]")


@pytest.mark.parametrize("digest", ["", "0" * 64, "x", "\x00", "é" * 64])
def test_a_forged_digest_signs_nothing(people: People, now: datetime, digest: str) -> None:
    note = revised(people, now, summary_fr="Résumé")
    data = {"version": fresh(note).version, "digest": digest}
    refused = as_(people.reviewer_ca).post(to(note, "sign_off"), data)
    assert refused.status_code in (200, 409)
    assert refused.context["since"] is None
    assert not SignOff.objects.filter(edition=note).exists()
    assert as_(people.reviewer_ca).post(to(note, "sign_off"), {}).status_code == 409
    assert as_(people.reviewer_ca).post(to(note, "sign_off"), {"version": "x"}).status_code in (200, 409)


def test_whoever_may_not_is_refused_by_post_too(people: People, now: datetime) -> None:
    note = revised(people, now, summary_fr="Résumé")
    for who in (people.author, people.translator_fr, people.publisher):
        refused = post(who, note, "sign_off", remark="Me too")
        assert refused.status_code == 409
        assert "Me too" in refused.content.decode()
    assert not SignOff.objects.filter(edition=note).exists()
    assert as_(people.outsider).get(at(note, "review")).status_code == 403
    assert as_(people.author).get(at(note, "review").replace(str(note.pk), "999999")).status_code == 404


def test_the_screen_opens_in_every_state_for_everybody_who_reads(people: People, now: datetime) -> None:
    note = make_note(people, now)
    everybody = (people.author, people.translator_fr, people.reviewer_ca, people.publisher, people.superuser)

    def opens() -> None:
        for who in everybody:
            assert as_(who).get(at(note, "review")).status_code == 200

    opens()
    transitions.submit(fresh(note), by=people.author, now=now)
    opens()
    transitions.request_changes(fresh(note), by=people.reviewer_ca, now=now, reason="No.")
    opens()
    transitions.recall(fresh(note), by=people.author, now=now)
    publish(fresh(note), people, now)
    opens()


def test_the_preview_may_stand_beside_the_text(people: People, now: datetime) -> None:
    page = make_page(people, now)
    client, name = as_(people.reviewer_ca), "admin:cooperation_page_"
    review = reverse(f"{name}review", args=(page.pk,))
    (frame,) = page_of(client.get(review, {"preview": "fr"})).iter("iframe")
    assert frame.get("src") == f"{reverse(f'{name}preview', args=(page.pk, 'fr'))}?digest={fresh(page).digest}"
    assert client.get(frame.get("src")).headers["X-Frame-Options"] == "SAMEORIGIN"
    assert client.get(review).headers["X-Frame-Options"] == "DENY"
    assert not list(page_of(client.get(review, {"preview": "xx"})).iter("iframe"))


def test_the_way_there_stands_in_the_action_bar_and_in_the_list(people: People, now: datetime) -> None:
    note = revised(people, now, summary_fr="Résumé")
    assert at(note, "review") in as_(people.translator_fr).get(at(note, "change")).content.decode()
    listed = as_(people.reviewer_ca).get("/admin/toy/note/")
    assert at(note, "review") in listed.content.decode()


def test_the_screen_needs_few_queries_whatever_the_size(people: People, now: datetime) -> None:
    joint("note", people)
    counts = []
    for size, slug in ((1, "small"), (20, "large")):
        parts = {
            "section": [section(f"S{n}") for n in range(size)],
            "item": [{"text": texts("I")} for _ in range(size)],
        }
        draft = transitions.revise(
            publish(make_note(people, now, slug=slug, parts=parts), people, now), by=people.author, now=now
        )
        for number in range(size):
            change(draft, people, now, summary_en=f"Summary {number}")
        attest_all(fresh(draft), people, now)
        transitions.submit(note_change(draft, people, now), by=people.author, now=now)
        client = as_(people.reviewer_mx)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get(at(draft, "review")).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]
    assert counts[0] <= 30, counts
    back = transitions.request_changes(fresh(draft), by=people.reviewer_mx, now=now, reason="Say when.")
    back = transitions.recall(fresh(back), by=people.author, now=now)
    change(back, people, now, summary_en="In May")
    attest_all(fresh(back), people, now)
    transitions.submit(fresh(back), by=people.author, now=now)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(at(draft, "review")).context["sides"].sent_back
    assert len(captured) <= 30, "what was sent back has its price too"


def test_the_screen_gives_the_reasons_of_the_engine(people: People, now: datetime) -> None:
    """It hands the rules what it has read already;
    they must come to the same answer as when they read it themselves."""
    joint("note", people, stages=(1, 2))
    note = revised(people, now, summary_fr="Résumé")
    everybody = (people.author, people.reviewer_ca, people.reviewer_mx, people.publisher, people.superuser)

    def agree() -> None:
        for who in everybody:
            row = fresh(note)
            choices = as_(who).get(at(note, "review")).context["choices"]
            for choice in choices:
                expected = permissions.problems(choice.verb, Attempt(row, who, now))
                assert [each.code for each in choice.reasons] == [each.code for each in expected], (who, choice.verb)

    agree()
    transitions.sign_off(fresh(note), by=people.reviewer_ca, now=now, digest=fresh(note).digest)
    agree()
    transitions.sign_off(fresh(note), by=people.reviewer_mx, now=now, digest=fresh(note).digest)
    agree()
    transitions.recall(fresh(note), by=people.author, now=now)
    agree()


def test_the_work_is_given_to_somebody(people: People, now: datetime) -> None:
    note = revised(people, now, summary_fr="Résumé")
    client = as_(people.publisher)
    assert client.get(at(note, "assign")).url == f"{at(note, 'review')}?assign=1#assign"
    tree = page_of(client.get(at(note, "review"), {"assign": "1"}))
    offered = tree.xpath("//select[@name='to']/option/@value")
    assert str(people.reviewer_mx.pk) in offered
    assert str(people.author.pk) not in offered  # wrote it
    data = {"to": str(people.reviewer_mx.pk), "due": "2031-05-01", "reason": "You know the subject."}
    assert client.post(at(note, "assign"), data).status_code == 302
    assert [(one.person, one.due_on.year) for one in Assignment.objects.filter(edition=note)] == [
        (people.reviewer_mx, 2031)
    ]
    assert "reviewer-mx" in words(page_of(client.get(at(note, "review"))), "assign")
    assert client.post(at(note, "assign"), {"to": "", "due": ""}).status_code == 302
    assert not Assignment.objects.filter(edition=note).exists()


def test_a_gift_that_is_refused_keeps_what_was_typed(people: People, now: datetime) -> None:
    note = revised(people, now, summary_fr="Résumé")
    past = {"to": str(people.reviewer_mx.pk), "due": "2001-05-01", "reason": "Please do."}
    refused = as_(people.publisher).post(at(note, "assign"), past)
    assert refused.status_code == 409
    assert [each.code for each in refused.context["reasons"]] == ["past"]
    assert "Please do." in refused.content.decode()
    for forged in ({"to": str(people.author.pk)}, {"to": "\x00"}, {"to": "999999"}, {"to": "", "due": "yesterday"}):
        answer = as_(people.publisher).post(at(note, "assign"), {**forged, "reason": "Please do."})
        assert answer.status_code == 200
        assert answer.context["assign"].errors
        assert "Please do." in answer.content.decode()
    assert as_(people.translator_fr).post(at(note, "assign"), past).status_code in (200, 409)
    assert not Assignment.objects.filter(edition=note).exists()
    assert as_(people.outsider).post(at(note, "assign"), past).status_code == 403


def asked_above(page: Any) -> list[str]:
    """The requests for changes above a page."""
    return [heading.text_content().strip() for heading in page.xpath("//h2[starts-with(@id, 'open-request-')]")]


@pytest.mark.parametrize("state", ["recalled", "changed", "unchanged"])
def test_what_was_asked_for_stands_above_until_its_party_signs(state: str, people: People, now: datetime) -> None:
    """Submitted again, changed or not, the text still carries the remark, to the next signer and to the publisher."""
    reviewed = transitions.submit(make_note(people, now), by=people.author, now=now)
    back = transitions.request_changes(reviewed, by=people.reviewer_mx, now=now, reason="The figure of 2025 is wrong.")
    draft = transitions.recall(back, by=people.author, now=now)
    assert len(asked_above(page_of(as_(people.author).get(to(draft, "submit"))))) == 1
    if state == "recalled":
        draft = transitions.recall(transitions.submit(draft, by=people.author, now=now), by=people.author, now=now)
    if state == "changed":
        with drafts.edit(draft, by=people.author, now=now) as row:
            row.title_en = "Mended"
            row.save()
        builders.attest_all(draft, people, now)
    again = transitions.submit(fresh(draft), by=people.author, now=now)
    shown = page_of(as_(people.reviewer_ca).get(at(again, "review")))
    assert asked_above(shown) == [f"Changes requested by {people.reviewer_mx} for {people.mx}"]
    assert "The figure of 2025 is wrong." in shown.text_content()
    approved = transitions.sign_off(again, by=people.reviewer_ca, now=now, digest=again.digest)
    for address in (at(approved, "review"), to(approved, "publish"), to(approved, "schedule")):
        assert len(asked_above(page_of(as_(people.publisher).get(address)))) == 1


def test_requests_of_two_parties_both_stand(people: People, now: datetime) -> None:
    note = make_note(people, now)
    for reviewer, words_of in ((people.reviewer_mx, "First."), (people.reviewer_ca, "Second.")):
        note = transitions.submit(fresh(note), by=people.author, now=now)
        note = transitions.request_changes(note, by=reviewer, now=now, reason=words_of)
        note = transitions.recall(note, by=people.author, now=now)
    note = transitions.submit(fresh(note), by=people.author, now=now)
    assert len(asked_above(page_of(as_(people.publisher).get(at(note, "review"))))) == 2


def test_a_request_for_changes_is_settled_by_a_signature_of_its_party(people: People, now: datetime) -> None:
    reviewed = transitions.submit(make_note(people, now), by=people.author, now=now)
    back = transitions.request_changes(reviewed, by=people.reviewer_mx, now=now, reason="The figure of 2025 is wrong.")
    again = transitions.submit(transitions.recall(back, by=people.author, now=now), by=people.author, now=now)
    approved = transitions.sign_off(again, by=people.reviewer_mx, now=now, digest=again.digest)
    assert asked_above(page_of(as_(people.publisher).get(at(approved, "review")))) == []
