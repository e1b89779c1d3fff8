"""Rules that other tests hold only from afar: each is asked by itself, so that it cannot go without a test noticing."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from editorial.models import Address, Edition, Event
from editorial.states import Verb
from editorial.workflow import drafts, ownership, transitions
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions, remarks
from editorial.workflow.rules.permissions import NotAllowed
from editorial.workflow.transition_parts import addresses
from tests import builders, jobs
from tests.cooperation import register, site
from tests.editorial import stages
from tests.people import People, person

DAY = timedelta(days=1)


def refused(verb: Verb, edition: Edition, by: Any, now: datetime, **given: Any) -> set[str]:
    return {reason.code for reason in permissions.problems(verb, Attempt(edition, by, now, **given))}


def revision(live: Edition, people: People, now: datetime, **changes: Any) -> Edition:
    """A draft after a live edition, with some columns changed and attested."""
    draft = transitions.revise(live, by=people.author, now=now)
    with drafts.edit(draft, by=people.author, now=now) as row:
        for name, value in changes.items():
            setattr(row, name, value)
        row.save()
    builders.attest_all(draft, people, now)
    return builders.fresh(draft)


def test_an_urgent_page_refers_to_nothing_that_is_not_public(people: People, now: datetime) -> None:
    about = stages.scheduled(people, now, now + DAY, slug="about")
    note = builders.make_note(people, now, slug="urgent", fields={"about": str(about.document.uuid)})
    assert refused(Verb.PUBLISH_URGENTLY, note, people.publisher, now, reason="Flood") == {"reference"}


def test_an_urgent_revision_says_what_changed(people: People, now: datetime) -> None:
    draft = revision(stages.live(people, now - DAY), people, now, title_en="Other")
    assert refused(Verb.PUBLISH_URGENTLY, draft, people.publisher, now, reason="Flood") == {"change_note"}


def test_a_change_is_not_noted_in_a_language_that_is_to_follow(people: People, now: datetime) -> None:
    draft = revision(
        stages.live(people, now - DAY), people, now, title_en="Other", change_note_en="New", change_note_es="Nuevo"
    )
    drafts.grant_exception(draft, "fr", by=people.publisher, now=now, reason="To follow")
    assert refused(Verb.SUBMIT, builders.fresh(draft), people.author, now) == set()
    drafts.end_exception(builders.fresh(draft), "fr", by=people.publisher, now=now)
    assert refused(Verb.SUBMIT, builders.fresh(draft), people.author, now) == {"change_note"}


def test_a_document_is_answered_for_by_somebody_who_can_log_in(people: People, now: datetime) -> None:
    visitor = person("visitor", "Author")
    visitor.is_staff = False
    visitor.save()
    note = builders.make_note(people, now)
    with pytest.raises(NotAllowed) as refusal:
        ownership.set_owner(note, owner=visitor, by=people.administrator, now=now)
    assert [reason.code for reason in refusal.value.reasons] == ["owner"]


def test_an_embargo_stands_in_the_way_whoever_publishes(people: People, now: datetime) -> None:
    register.tables()
    edition = register.draft("statement", people, now)
    with drafts.edit(edition, by=people.author, now=now) as row:
        row.embargo_until = now + DAY
        row.save()
    attempt = Attempt(builders.fresh(edition), people.publisher, now)
    assert "embargo" in {reason.code for reason in permissions.obstacles(attempt)}
    later = Attempt(builders.fresh(edition), people.publisher, now, at=now + 2 * DAY)
    assert "embargo" not in {reason.code for reason in permissions.obstacles(later)}


def test_a_third_edition_comes_after_the_second(people: People, now: datetime) -> None:
    first = stages.live(people, now - 3 * DAY)
    second = builders.revised(first, people, now - 2 * DAY, title_en="Second")
    third = transitions.revise(second, by=people.author, now=now)
    assert Attempt(third, people.author, now).successor_of == second


def test_a_reason_for_discarding_goes_on_record(people: People, now: datetime) -> None:
    transitions.discard(builders.make_note(people, now), by=people.author, now=now, reason="Said elsewhere.")
    assert Event.objects.latest("pk").reason == "Said elsewhere."


def test_discarded_and_begun_again(people: People, now: datetime) -> None:
    """The next draft has the next number; nothing of what was said about the discarded one is carried over."""
    live = stages.live(people, now - DAY)
    second = revision(live, people, now, title_en="Other", minor=True, change_note_en="Mended")
    transitions.discard(second, by=people.author, now=now, reason="Not now.")
    third = transitions.revise(live, by=people.author, now=now)
    assert (third.number, third.minor, third.change_note_en or "") == (3, False, "")


def test_what_is_confirmed_is_made_for_printing_again(people: People, now: datetime) -> None:
    """The file of an urgent report says that it is not confirmed, until it is made anew."""
    group = site.group(people, now - DAY, "energy")
    draft = builders.make(
        "annual_report", people, now, slug="report-2025", fields={"year": 2025},
        parts={"section": [builders.section()], "chapter": [site.chapter(group)]},
    )  # fmt: skip
    urgent = transitions.publish_urgently(draft, by=people.publisher, now=now, reason="Flood")
    jobs.work_off()
    transitions.confirm(urgent, by=people.reviewer_ca, now=now)
    assert [job.task_name for job in jobs.waiting()] == ["cooperation.report_pdf"]


def test_addresses_are_taken_in_one_order(people: People, now: datetime) -> None:
    """Two who publish several at once would else wait for each other for ever."""
    approved = [
        builders.approve(builders.make_note(people, now, slug=slug), people, now)
        for slug in ("zebra", "apple", "mango")
    ]
    attempts = [Attempt(edition, people.publisher, now) for edition in approved]
    addresses.allot(attempts)
    paths = list(Address.objects.order_by("pk").values_list("language", "path"))
    assert paths == sorted(paths)
    assert len(paths) == 9


@pytest.mark.parametrize(("who", "codes"), [("translator_fr", {"shared"}), ("author", set())])
def test_advice_about_what_all_languages_share_is_an_authors(
    who: str, codes: set[str], people: People, now: datetime
) -> None:
    note = builders.make_note(people, now)
    found = refused(Verb.WAIVE, note, getattr(people, who), now, language="", reason="It is meant.")
    assert found == codes


@pytest.mark.parametrize(("longest", "shown"), [(11, "a long text"), (10, "a long…"), (1, "a…")])
def test_a_text_that_fits_is_shown_whole(longest: int, shown: str) -> None:
    assert remarks.excerpt("a  long\ntext", longest) == shown
