"""The checks on the screens: beside the form, while typing, waived by POST, before submission, and the broken links."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from editorial.admin.panels import Screen, panels_beside
from editorial.checks import links
from editorial.content import canonical
from editorial.models import CheckWaiver, Edition, Event, LinkCheck, LinkOutcome
from editorial.workflow import transitions, waivers
from tests import builders
from tests.editorial.desk import as_, at, to
from tests.editorial.test_checks_engine import VAGUE, advice, note
from tests.people import People

BAD = f"<h4>Deep</h4>{VAGUE}"


def page(user: Any, url: str) -> str:
    answer = as_(user).get(url)
    assert answer.status_code == 200
    return str(answer.content.decode())


def waiver_data(edition: Edition, now: datetime, language: str = "en", **values: Any) -> dict[str, Any]:
    check, path, where, digest = advice(edition, now, language).finding.identity
    return {"check": check, "path": path, "language": where, "digest": digest, "reason": "So it is called", **values}


def test_the_list_beside_the_form(people: People, now: datetime) -> None:
    draft = note(people, now, BAD)
    shown = page(people.author, at(draft, "change"))
    for words in (
        'id="checks"', "A smaller heading stands where no heading is above it.", "WCAG 2.2, 2.4.4", "Waive this advice",
        'href="#id_section-0-body_fr_label"', 'id="id_section-0-body_fr_label"', "3 things to be mended",
        "3 pieces of advice", "editorial/checks.js", "css/admin-checks.css", f"{at(draft, 'change')}#checks",
    ):  # fmt: skip
        assert words in shown, words
    assert "style=" not in shown.split('id="checks"')[1].split("</section>")[0]
    french = page(people.translator_fr, at(draft, "change"))
    assert french.count("Waive this advice") == 1, "a translator judges the own language"
    reviewer = page(people.reviewer_ca, at(draft, "change"))
    assert "Waive this advice" not in reviewer
    assert "data-checks-url" not in reviewer


def test_the_list_costs_the_same_whatever_its_length(people: People, now: datetime) -> None:
    costs = []
    for number, slug in ((1, "small"), (12, "large")):
        parts = {"section": [{**builders.section(f"S{n}"), "body": builders.texts(BAD)} for n in range(number)]}
        draft = builders.make_note(people, now, slug=slug, parts=parts)
        client = as_(people.author)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(at(draft, "change")).status_code == 200
        costs.append(len(asked))
    assert costs[0] == costs[1]
    assert costs[1] <= 30


def test_nothing_to_mend(people: People, now: datetime) -> None:
    shown = page(people.author, at(builders.make_note(people, now), "change"))
    assert "The checks found nothing to mend." in shown
    live = builders.publish(builders.make_note(people, now, slug="live"), people, now)
    assert 'id="checks"' not in page(people.author, at(live, "change"))


def test_advice_is_waived_by_a_form_and_taken_up_again(people: People, now: datetime) -> None:
    draft = note(people, now, VAGUE)
    answer = as_(people.author).post(at(draft, "waive"), waiver_data(draft, now))
    assert (answer.status_code, answer["Location"]) == (302, f"{at(draft, 'change')}#checks")
    waiver = CheckWaiver.objects.get()
    shown = page(people.author, at(draft, "change"))
    assert "So it is called" in shown
    assert "1 piece of advice waived" in shown
    history = page(people.author, at(draft, "history"))
    assert "Advice waived" in history
    assert as_(people.second_author).post(at(draft, "waive"), {"unwaive": waiver.pk}).status_code == 302
    assert "Advice taken up again" in page(people.author, at(draft, "history"))
    fragment = as_(people.author).post(at(draft, "waive"), waiver_data(draft, now, fragment="1"))
    assert fragment.status_code == 200
    assert "<html" not in fragment.content.decode()
    assert "So it is called" in fragment.content.decode()


@pytest.mark.parametrize(
    ("change", "code"),
    [({"reason": "  "}, "reason"), ({"digest": "0" * 64}, "gone"), ({"check": "headings.order"}, "gone"),
     ({"unwaive": "9" * 30}, "gone"), ({"unwaive": "x"}, "gone"), ({"path": "\x00"}, "gone")],
)  # fmt: skip
@pytest.mark.parametrize("fragment", [{}, {"fragment": "1"}])
def test_a_waiver_that_is_refused_says_why_and_loses_nothing(
    people: People, now: datetime, change: dict[str, str], code: str, fragment: dict[str, str]
) -> None:
    draft = note(people, now, VAGUE)
    answer = as_(people.author).post(at(draft, "waive"), waiver_data(draft, now, **change, **fragment))
    assert answer.status_code == 409
    assert f'data-reason="{code}"' in answer.content.decode()
    if not fragment and change.get("reason") is None:
        assert "So it is called" in answer.content.decode()
    assert not CheckWaiver.objects.exists()


def test_whoever_may_not_waive_is_refused_by_post_too(people: People, now: datetime) -> None:
    draft = note(people, now, VAGUE)
    for somebody, status in (("reviewer_ca", 409), ("translator_fr", 409), ("outsider", 403)):
        assert as_(getattr(people, somebody)).post(at(draft, "waive"), waiver_data(draft, now)).status_code == status
    assert as_(people.author).get(at(draft, "waive")).status_code == 405
    assert as_(people.author).get(at(draft, "checks")).status_code == 405
    transitions.submit(draft, by=people.author, now=now)
    assert as_(people.author).post(at(draft, "waive"), waiver_data(draft, now)).status_code == 409
    assert not Event.objects.filter(verb="waive").exists()
    missing = at(draft, "waive").replace(str(draft.pk), "999999")
    assert as_(people.author).post(missing, {}).status_code == 404


# While typing


def typed(edition: Edition, **values: Any) -> dict[str, Any]:
    """What the form of a note with one section sends."""
    row = canonical.content_of(builders.fresh(edition))
    data: dict[str, Any] = {"version": 1, "opened": edition.digest, "source_language": "en"}
    for name in ("title", "slug", "summary", "motto", "change_note"):
        data.update({f"{name}_{code}": text or "" for code, text in row["fields"][name].items()})
    for name in ("item", "figure"):
        data.update({f"{name}-TOTAL_FORMS": 0, f"{name}-INITIAL_FORMS": 0})
    section = row["parts"]["section"][0]
    data.update(
        {"section-TOTAL_FORMS": 1, "section-INITIAL_FORMS": 1, "section-0-key": section["key"], "section-0-ORDER": 1}
    )
    for name in ("heading", "body"):
        data.update({f"section-0-{name}_{code}": text for code, text in section[name].items()})
    return {**data, **values}


def test_what_is_typed_is_checked_and_nothing_is_saved(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    before = builders.fresh(draft)
    same = as_(people.author).post(at(draft, "checks"), typed(draft))
    assert "The checks found nothing to mend." in same.content.decode()
    bodies = {"section-0-body_en": VAGUE, "title_fr": "t" * 90}
    shown = as_(people.author).post(at(draft, "checks"), typed(draft, **bodies)).content.decode()
    assert "does not say where the link leads" in shown
    assert "90 characters" in shown
    assert "Save it to waive advice." in shown
    assert "Waive this advice" not in shown
    after = builders.fresh(draft)
    assert (after.version, after.digest, canonical.content_of(after)) == (
        before.version,
        before.digest,
        canonical.content_of(before),
    )
    broken = as_(people.author).post(at(draft, "checks"), typed(draft, day="nonsense", **bodies)).content.decode()
    assert "90 characters" in broken, "a date that cannot be read hides nothing else"
    assert as_(people.author).post(at(draft, "checks"), {}).status_code == 200
    foreign = as_(people.translator_es).post(at(draft, "checks"), typed(draft, **bodies)).content.decode()
    assert "90 characters" not in foreign, "what somebody may not write is as it is stored"


def test_only_a_draft_is_checked_while_typing(people: People, now: datetime) -> None:
    draft = note(people, now, VAGUE)
    transitions.submit(draft, by=people.author, now=now)
    assert as_(people.author).post(at(draft, "checks"), {"fragment": "1"}).status_code == 409
    assert as_(people.outsider).post(at(draft, "checks"), {}).status_code == 403


# Those who decide


def test_before_submission_and_signature_the_open_advice_is_read(people: People, now: datetime) -> None:
    draft = note(people, now, VAGUE)
    waivers.waive(draft, advice(draft, now).finding.identity, by=people.author, now=now, reason="So it is called")
    asked = page(people.author, to(draft, "submit"))
    assert "Reviewers will see this advice." in asked
    assert "2 pieces of advice" in asked
    transitions.submit(builders.fresh(draft), by=people.author, now=now)
    signing = page(people.reviewer_ca, at(draft, "review"))
    for words in ("2 pieces of advice", "So it is called", "1 piece of advice waived"):
        assert words in signing
    assert "Waive this advice" not in signing
    request = RequestFactory().get("/")
    request.user = people.reviewer_ca
    (context,) = [
        found
        for each, found in panels_beside(Screen.REVIEW, request, builders.fresh(draft))
        if "checks" in each.template
    ]
    assert (context["checks"].advice_count, context["checks"].waived_count) == (2, 1)


def test_the_reasons_against_submission_name_the_place(people: People, now: datetime) -> None:
    draft = note(people, now, BAD)
    shown = page(people.author, at(draft, "change"))
    assert 'data-reason="headings.order"' in shown


# Broken links


def test_the_page_of_broken_links(people: People) -> None:
    now = timezone.now() - timedelta(hours=1)
    url = "/admin/editorial/linkuse/"
    assert "No link on a public page is known to be broken." in page(people.translator_fr, url)
    counts = []
    for number in range(2):
        for more in range(1 + 4 * number):
            slug = f"n{number}-{more}"
            live = builders.publish(note(people, now, VAGUE.replace("org/", f"org/{slug}"), slug=slug), people, now)
            links.gather(live, canonical.content_of(live), now=now)
        for row in LinkCheck.objects.filter(outcome=LinkOutcome.UNSEEN):
            row.note(LinkOutcome.MISSING, 404, now=now)
            row.save()
        client = as_(people.author)
        with CaptureQueriesContext(connection) as asked:
            shown = client.get(url).content.decode()
        counts.append(len(asked))
    assert "https://example.org/n1-3" in shown
    assert "(404)" in shown
    assert "Section: text" in shown
    assert counts[0] == counts[1]
    assert as_(people.outsider).get(url).status_code == 403
    assert as_(people.author).get(f"{url}add/").status_code == 403
