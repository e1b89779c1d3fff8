"""The checks as a gate, the standing of linked documents in the database, and waivers."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from editorial.checks.advice import reading, run
from editorial.content import canonical
from editorial.models import CheckWaiver, Edition, Event, User
from editorial.states import Verb
from editorial.workflow import drafts, transitions, waivers
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.editorial import stages
from tests.people import People


def note(people: People, now: datetime, body: str, *, slug: str = "subject", **values: Any) -> Any:
    """A note with one section whose text is `body` in every language; addresses in it lead to its language's pages."""
    bodies = {
        code: body.replace("/LANG/", f"/{code}/{segment}/").replace("-LANG", f"-{code}")
        for code, segment in (("en", "notes"), ("fr", "notes-fr"), ("es", "notas"))
    }
    section = {"heading": builders.texts("Section"), "body": bodies}
    return builders.make_note(people, now, slug=slug, parts={"section": [section]}, **values)


def links_to(slug: str) -> str:
    return f'<p>See <a href="/LANG/{slug}-LANG/">the other note</a> too.</p>'


def codes(edition: Edition, now: datetime) -> set[str]:
    found = run.findings(builders.fresh(edition), canonical.content_of(edition), now=now)
    return {each.check.name for each in found} - {"structure.differs", "language.left"}


def refused(edition: Edition, by: User, now: datetime) -> list[str]:
    return [reason.code for reason in permissions.problems(Verb.SUBMIT, Attempt(builders.fresh(edition), by, now))]


# The gate


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<h4>Deep</h4><p>x</p>", "headings.order"),
        ("<table><tbody><tr><td>1</td></tr></tbody></table>", "tables.headers"),
        ('<p>x<a href="https://example.org/">&nbsp;</a></p>', "links.empty"),
        ('<p><a href="/en/pages/never-was/">A page</a></p>', "links.broken"),
        ('<p><a href="there">A page</a></p>', "links.broken"),
    ],
)
def test_what_must_be_mended_bars_from_review(people: People, now: datetime, body: str, code: str) -> None:
    draft = note(people, now, body)
    assert set(refused(draft, people.author, now)) == {code}
    with pytest.raises(NotAllowed) as refusal:
        transitions.submit(draft, by=people.author, now=now)
    assert {reason.code for reason in refusal.value.reasons} == {code}
    assert "Section" in refusal.value.reasons[0].message, "the reason says where"


def test_advice_bars_nothing(people: People, now: datetime) -> None:
    draft = note(people, now, '<p>For more click <a href="https://example.org/">here</a>. It will open in 2001.</p>')
    assert codes(draft, now) == {"links.vague", "dates.past"}
    assert transitions.submit(draft, by=people.author, now=now).state == "in_review"


def test_the_urgent_way_asks_for_the_requirements_only(people: People, now: datetime) -> None:
    draft = note(people, now, "<h4>Deep</h4><p>x</p>")
    assert transitions.publish_urgently(draft, by=people.publisher, now=now, reason="A flood").state == "published"


def test_no_statement_is_spent_on_a_text_without_links(people: People, now: datetime) -> None:
    value = canonical.content_of(note(people, now, "<p>Nothing.</p>"))
    with CaptureQueriesContext(connection) as asked:
        reading.read_for_checks(value, now=now, document=None)
    assert len(asked) == 0
    many = canonical.content_of(note(people, now, "".join(links_to(f"n{number}") for number in range(30)), slug="many"))
    with CaptureQueriesContext(connection) as asked:
        reading.read_for_checks(many, now=now, document=None)
    assert len(asked) == 2


# What stands behind a link


def test_a_link_by_how_its_document_stands(people: People, now: datetime) -> None:
    linking = note(people, now, links_to("other"), slug="linking")
    assert "links.broken" in codes(linking, now), "there is no such document"
    other = note(people, now, "<p>x</p>", slug="other")
    assert codes(linking, now) == {"links.unpublished"}, "a draft lays claim to the address"
    other = builders.publish(other, people, now)
    assert codes(linking, now) == set()
    assert codes(linking, now - timedelta(seconds=1)) == {"links.unpublished"}, "it is scheduled then"
    later = now + timedelta(days=1)
    transitions.withdraw(other, by=people.publisher, now=later, explanation=dict.fromkeys(("en", "fr", "es"), "Gone"))
    assert codes(linking, later) == {"links.broken"}
    draft = transitions.revise(other, by=people.author, now=later)
    assert codes(linking, later) == {"links.unpublished"}, "it is being made anew"
    transitions.discard(draft, by=people.author, now=later)
    assert codes(linking, later) == {"links.broken"}


def test_a_document_may_link_to_itself(people: People, now: datetime) -> None:
    assert codes(note(people, now, links_to("own"), slug="own"), now) == set()


def test_a_page_that_is_not_there_in_the_language_of_the_link(people: People, now: datetime) -> None:
    other = note(people, now, "<p>x</p>", slug="other")
    drafts.grant_exception(other, "es", by=people.publisher, now=now, reason="To follow")
    builders.publish(builders.fresh(other), people, now)
    linking = note(people, now, links_to("other"), slug="linking")
    found = run.findings(builders.fresh(linking), canonical.content_of(linking), now=now)
    assert [(each.check.name, each.spot.language) for each in found] == [("links.unpublished", "es")]


def test_two_drafts_may_link_to_each_other(people: People, now: datetime) -> None:
    """A report and its statement, to be published together."""
    first = note(people, now, links_to("second"), slug="first")
    second = note(people, now, links_to("first"), slug="second")
    for each in (first, second):
        assert transitions.submit(each, by=people.author, now=now).state == "in_review"


# Waivers

VAGUE = '<p>For more click <a href="https://example.org/LANG/">here</a>.</p>'


def advice(edition: Edition, now: datetime, language: str = "en") -> Any:
    row = builders.fresh(edition)
    found = waivers.with_waivers(row, run.findings(row, canonical.content_of(row), now=now))
    return next(
        each for each in found if each.finding.check.name == "links.vague" and each.finding.spot.language == language
    )


def test_advice_is_waived_with_a_reason_and_taken_up_again(people: People, now: datetime) -> None:
    draft = note(people, now, VAGUE)
    before = builders.fresh(draft)
    identity = advice(draft, now).finding.identity
    waiver = waivers.waive(draft, identity, by=people.author, now=now, reason="The words of the poster")
    again = waivers.waive(draft, identity, by=people.author, now=now, reason="Twice the button")
    assert again.pk == waiver.pk
    assert advice(draft, now).waiver == waiver
    assert advice(draft, now, "fr").is_open
    after = builders.fresh(draft)
    assert (after.version, after.digest) == (before.version, before.digest), (
        "whoever has the form open is not disturbed"
    )
    assert people.author.pk in permissions.contributors(draft)
    waivers.reinstate(draft, waiver.pk, by=people.second_author, now=now)
    assert advice(draft, now).is_open
    assert people.second_author.pk not in permissions.contributors(draft)
    told = Event.objects.filter(edition=draft, verb__in=("waive", "unwaive")).order_by("id")
    assert [(event.verb, event.reason) for event in told] == [("waive", "The words of the poster"), ("unwaive", "")]
    assert told[0].data["check"] == "links.vague"
    assert told[0].data["excerpt"].startswith("here")


def test_a_changed_text_is_advised_on_anew(people: People, now: datetime) -> None:
    draft = note(people, now, VAGUE)
    waivers.waive(draft, advice(draft, now).finding.identity, by=people.author, now=now, reason="So it is called")
    with drafts.edit(draft, by=people.author, now=now) as row:
        section = row.sections.get()
        section.body_en = section.body_en.replace("For more", "To learn more")
        section.save()
    assert not advice(draft, now).is_open, "the link itself stayed as it was"
    with drafts.edit(draft, by=people.author, now=now) as row:
        section = row.sections.get()
        section.body_en = section.body_en.replace("example.org/", "example.org/other/")
        section.save()
    assert advice(draft, now).is_open


def test_a_waiver_holds_for_later_editions(people: People, now: datetime) -> None:
    draft = note(people, now, VAGUE)
    waivers.waive(draft, advice(draft, now).finding.identity, by=people.author, now=now, reason="So it is called")
    live = builders.publish(builders.fresh(draft), people, now)
    assert not advice(transitions.revise(live, by=people.author, now=now), now).is_open


@pytest.mark.parametrize(
    ("who", "language", "code"),
    [
        ("translator_fr", "fr", ""), ("translator_fr", "en", "language"), ("translator_es", "fr", "language"),
        ("reviewer_ca", "en", "permission"), ("publisher", "en", "permission"), ("outsider", "fr", "permission"),
    ],
)  # fmt: skip
def test_whoever_writes_the_text_judges_the_advice(
    people: People, now: datetime, who: str, language: str, code: str
) -> None:
    draft = note(people, now, VAGUE)
    identity = advice(draft, now, language).finding.identity
    if not code:
        waiver = waivers.waive(draft, identity, by=getattr(people, who), now=now, reason="Yes")
        waivers.reinstate(draft, waiver.pk, by=getattr(people, who), now=now)
        return
    with pytest.raises(NotAllowed) as refusal:
        waivers.waive(draft, identity, by=getattr(people, who), now=now, reason="Yes")
    assert [reason.code for reason in refusal.value.reasons] == [code]
    waiver = waivers.waive(draft, identity, by=people.author, now=now, reason="Yes")
    with pytest.raises(NotAllowed) as refusal:
        waivers.reinstate(draft, waiver.pk, by=getattr(people, who), now=now)
    assert [reason.code for reason in refusal.value.reasons] == [code]
    assert not Event.objects.filter(verb="unwaive").exists()


def test_what_cannot_be_waived(people: People, now: datetime) -> None:
    draft = note(people, now, f"<h4>Deep</h4>{VAGUE}")
    row = builders.fresh(draft)
    required = next(each for each in run.findings(row, canonical.content_of(row), now=now) if each.is_required)
    identity = advice(draft, now).finding.identity
    for what, reason, code in (
        (required.identity, "Because", "required"),
        (identity, " \u200b ", "reason"),
        ((*identity[:3], "0" * 64), "Because", "gone"),
        (("no.check", "x", "en", ""), "Because", "gone"),
    ):
        with pytest.raises(NotAllowed) as refusal:
            waivers.waive(draft, what, by=people.author, now=now, reason=reason)
        assert [each.code for each in refusal.value.reasons] == [code]
    other = note(people, now, "<p>x</p>", slug="other")
    waiver = waivers.waive(draft, identity, by=people.author, now=now, reason="Because")
    for edition, number in ((other, waiver.pk), (draft, 0)):
        with pytest.raises(NotAllowed) as refusal:
            waivers.reinstate(edition, number, by=people.author, now=now)
        assert [each.code for each in refusal.value.reasons] == ["gone"]


def test_only_a_draft_is_judged(people: People, now: datetime) -> None:
    """Reviewers decide on the waivers that they were shown."""
    draft = note(people, now, VAGUE)
    identity = advice(draft, now).finding.identity
    waiver = waivers.waive(draft, advice(draft, now, "fr").finding.identity, by=people.author, now=now, reason="Yes")
    transitions.submit(draft, by=people.author, now=now)
    for act in (
        lambda: waivers.waive(draft, identity, by=people.author, now=now, reason="Yes"),
        lambda: waivers.reinstate(draft, waiver.pk, by=people.author, now=now),
    ):
        with pytest.raises(NotAllowed) as refusal:
            act()
        assert [each.code for each in refusal.value.reasons] == ["state"]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE editorial_checkwaiver SET reason = 'other'",
        "UPDATE editorial_checkwaiver SET ended_at = now()",
        "DELETE FROM editorial_checkwaiver",
        "TRUNCATE editorial_checkwaiver",
    ],
)
def test_a_waiver_stays_on_record(people: People, now: datetime, sql: str) -> None:
    draft = note(people, now, VAGUE)
    waivers.waive(draft, advice(draft, now).finding.identity, by=people.author, now=now, reason="Yes")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    waiver = CheckWaiver.objects.get()
    waivers.reinstate(draft, waiver.pk, by=people.author, now=now)
    with pytest.raises(DatabaseError), transaction.atomic():
        CheckWaiver.objects.update(ended_at=None, ended_by=None)


def test_reasons_are_in_the_readers_language(people: People, now: datetime) -> None:
    draft = note(people, now, "<h4>Deep</h4><p>x</p>")
    with translation.override("fr"):
        french = permissions.problems(Verb.SUBMIT, Attempt(builders.fresh(draft), people.author, now))[0].message
    assert french != permissions.problems(Verb.SUBMIT, Attempt(builders.fresh(draft), people.author, now))[0].message


def test_a_draft_by_somebody_deactivated_is_checked_all_the_same(people: People, now: datetime) -> None:
    draft = note(people, now, VAGUE)
    waivers.waive(draft, advice(draft, now).finding.identity, by=people.author, now=now, reason="Yes")
    User.objects.filter(pk=people.author.pk).update(is_active=False)
    assert not advice(draft, now).is_open
    assert str(people.author) == str(advice(draft, now).waiver.by)
    assert stages.live(people, now, slug="other").state == "published"
