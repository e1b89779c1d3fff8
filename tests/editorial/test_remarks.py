"""Remarks: opened anywhere in a text, answered, settled, carried along; and who may do what."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from editorial.collaboration.remarks import places, threads
from editorial.collaboration.remarks.places import Found
from editorial.collaboration.remarks.threads import Where
from editorial.models import Edition, Event, Mention, Remark, RemarkEntry, Section
from editorial.states import State, Verb
from editorial.workflow import audit, drafts, transitions
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.builders import note_change
from tests.editorial import stages
from tests.people import People, person

pytestmark = pytest.mark.django_db


def say(edition: Edition, by: Any, now: datetime, text: str = "The date is wrong.", **values: Any) -> Remark:
    """Open a thread; `where` values by name."""
    where = Where(values.pop("path", ""), values.pop("language", ""), values.pop("quotation", ""))
    return threads.open_thread(edition, by=by, now=now, text=text, where=where, **values).entry.remark


def codes(refusal: Any) -> list[str]:
    return [reason.code for reason in refusal.value.reasons]


def section_path(edition: Edition) -> str:
    return f"section/{Section.objects.get(edition=edition).key}"


@pytest.mark.parametrize("state", State)
def test_whoever_reads_may_remark_whatever_the_state(people: People, now: datetime, state: State) -> None:
    edition = stages.at_stage(state, people, now)
    for by in (people.author, people.translator_fr, people.reviewer_mx, people.publisher, people.administrator):
        assert say(edition, by, now).opened_by == by
    with pytest.raises(NotAllowed) as refusal:
        say(edition, people.outsider, now)
    assert codes(refusal) == ["permission"]


def test_a_remark_changes_nothing_of_the_edition_and_makes_nobody_a_contributor(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    before = builders.fresh(edition)
    remark = say(edition, people.reviewer_ca, now, path="title", language="fr")
    threads.reply(remark, by=people.author, now=now, text="Which one?", edition=edition)
    after = builders.fresh(edition)
    assert (after.version, after.digest, after.changed_at) == (before.version, before.digest, before.changed_at)
    assert people.reviewer_ca.pk not in permissions.contributors(after)
    threads.resolve(remark, by=people.author, now=now, edition=edition)
    assert transitions.sign_off(after, by=people.reviewer_ca, now=now, digest=before.digest).state == State.APPROVED


def test_everything_said_is_on_record(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    remark = say(edition, people.reviewer_ca, now, text="Which day?", path="title", language="fr", must_fix=True)
    threads.reply(remark, by=people.author, now=now, text="The third.", edition=edition)
    threads.resolve(remark, by=people.reviewer_ca, now=now, text="Thanks.", edition=edition)
    threads.reopen(remark, by=people.translator_fr, now=now, edition=edition)
    told = list(Event.objects.filter(edition=edition, detail__contains='"remark":').order_by("id"))
    assert [event.verb for event in told] == [Verb.REMARK, Verb.REMARK, Verb.RESOLVE_REMARK, Verb.REOPEN_REMARK]
    assert [event.reason for event in told] == ["Which day?", "The third.", "Thanks.", ""]
    assert told[0].data == {"remark": remark.pk, "path": "title", "language": "fr", "must_fix": True}
    assert {event.from_state for event in told} == {event.to_state for event in told} == {State.DRAFT}
    assert list(audit.verify()) == []
    kinds = list(remark.entries.values_list("kind", flat=True))
    assert kinds == ["said", "said", "resolved", "reopened"]


# Places and passages


def test_places_are_the_edition_its_fields_and_its_parts(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    found = places.choices(Attempt(edition, people.author, now).content)
    assert (found[0].path, found[0].label) == ("", "The whole edition")
    assert "title" in {place.path for place in found}
    [part] = [place for place in found if place.is_part]
    assert part.path == section_path(edition)
    assert "Section" in part.label


def test_a_passage_is_kept_at_the_text_in_which_it_stands(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    remark = say(edition, people.reviewer_ca, now, quotation="  Section \u00a0 body\nfr ")
    assert (remark.path, remark.language) == (section_path(edition) + "/body", "fr")
    assert remark.quotation == "Section body fr"


def test_a_passage_is_found_across_marking_and_blocks(people: People, now: datetime) -> None:
    html = "<p>It was <strong>signed</strong> on</p><p>3&nbsp;May &amp; ended.</p>"
    parts = {"section": [{"heading": builders.texts("H"), "body": {"en": html, "fr": "", "es": ""}}]}
    edition = builders.make_note(people, now, parts=parts, attest=False)
    remark = say(edition, people.author, now, quotation="was signed on 3 May & ended", language="en")
    assert remark.path.endswith("/body")


def test_a_passage_that_is_not_there_is_refused(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    for values in (
        {"quotation": "Nowhere"},
        {"path": "title", "quotation": "Section body fr"},
        {"quotation": "x" * 501},
    ):
        with pytest.raises(NotAllowed) as refusal:
            say(edition, people.author, now, **values)
        assert codes(refusal) == ["quotation"]
    assert not Remark.objects.exists()


def test_a_passage_that_was_reworded_is_told_apart(people: People, now: datetime) -> None:
    draft = stages.at_stage(State.DRAFT, people, now)
    remark = say(draft, people.reviewer_ca, now, quotation="Section body fr")

    def find_quotation() -> Found:
        value = Attempt(draft, people.author, now).content
        return places.find_place(value, remark.path, remark.language, remark.quotation)

    assert find_quotation() == Found.HERE
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.sections.update(body_fr="<p>Avant. Section <em>body</em> fr. Après.</p>")
    assert find_quotation() == Found.HERE
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.sections.update(body_fr="<p>Autre chose</p>")
    assert find_quotation() == Found.CHANGED
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.sections.all().delete()
    assert find_quotation() == Found.GONE
    assert "Section fr" in remark.place["fr"]
    assert "Section en" in remark.place["en"]


def test_a_remark_on_a_part_that_is_gone_is_refused_and_nothing_is_kept(people: People, now: datetime) -> None:
    draft = stages.at_stage(State.DRAFT, people, now)
    path = section_path(draft)
    kept = say(draft, people.reviewer_ca, now, path=path)
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.sections.all().delete()
    for gone in (path, path + "/body", "section/x", "nothing", "excepted_languages", "section/x/y/z"):
        with pytest.raises(NotAllowed) as refusal:
            say(draft, people.author, now, path=gone)
        assert codes(refusal) == ["part_gone"]
    assert list(Remark.objects.all()) == [kept]
    threads.reply(kept, by=people.author, now=now, text="It is gone now.", edition=draft)


def test_what_all_languages_share_has_no_language(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    assert say(edition, people.author, now, path="day", language="fr").language == ""
    assert say(edition, people.author, now, path="title", language="fr").language == "fr"
    with pytest.raises(NotAllowed) as refusal:
        say(edition, people.author, now, language="de")
    assert codes(refusal) == ["language"]


@pytest.mark.parametrize(("text", "code"), [("", "empty"), (" \u200b\n", "empty"), ("x" * 4001, "long")])
def test_words_must_be_there_and_fit(people: People, now: datetime, text: str, code: str) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    with pytest.raises(NotAllowed) as refusal:
        say(edition, people.author, now, text=text)
    assert codes(refusal) == [code]
    remark = say(edition, people.author, now, text="y" * 4000)
    with pytest.raises(NotAllowed):
        threads.reply(remark, by=people.author, now=now, text=text, edition=edition)


def test_the_same_form_sent_twice_says_it_once(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    remark = say(edition, people.author, now)
    assert say(edition, people.author, now + timedelta(seconds=5)) == remark
    assert say(edition, people.second_author, now) != remark
    for _time in range(2):
        threads.reply(remark, by=people.author, now=now, text="Yes.", edition=edition)
    assert remark.entries.count() == 2
    assert say(edition, people.author, now + timedelta(hours=1)) != remark


# Resolving


def test_who_may_resolve_an_ordinary_remark(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    for by, may in (
        (people.reviewer_ca, True),  # who opened it
        (people.second_author, True),
        (people.translator_fr, True),
        (people.translator_es, False),
        (people.reviewer_mx, False),
        (people.publisher, False),
    ):
        remark = say(edition, people.reviewer_ca, now, text=f"For {by}", language="fr", path="title")
        if may:
            threads.resolve(remark, by=by, now=now, edition=edition)
            assert not Remark.objects.get(pk=remark.pk).is_open
        else:
            with pytest.raises(NotAllowed) as refusal:
                threads.resolve(remark, by=by, now=now, edition=edition)
            assert codes(refusal) == ["permission"]


def test_who_may_resolve_what_must_be_fixed(people: People, now: datetime) -> None:
    colleague = person("colleague", "Reviewer", party=people.ca)
    writing = person("writing", "Reviewer", "Author", party=people.ca)
    draft = stages.at_stage(State.DRAFT, people, now)
    with drafts.edit(draft, by=writing, now=now) as row:
        row.title_en = "Other"
        row.save()
    for by, may in (
        (people.reviewer_ca, True),
        (colleague, True),
        (writing, False),  # wrote part of it
        (people.reviewer_mx, False),  # another party
        (people.author, False),
        (people.superuser, False),
    ):
        remark = say(draft, people.reviewer_ca, now, text=f"For {by}", must_fix=True)
        if may:
            threads.resolve(remark, by=by, now=now, edition=draft)
        else:
            with pytest.raises(NotAllowed) as refusal:
                threads.resolve(remark, by=by, now=now, edition=draft)
            assert codes(refusal) == ["must_fix"]


def test_where_the_opener_acts_for_no_party_any_reviewer_may_resolve(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    remark = say(edition, people.translator_fr, now, must_fix=True)
    people.translator_fr.is_active = False
    people.translator_fr.save()
    threads.resolve(remark, by=people.reviewer_mx, now=now, edition=edition)


def test_twice_is_told(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    remark = say(edition, people.author, now)
    threads.resolve(remark, by=people.author, now=now, edition=edition)
    with pytest.raises(NotAllowed, match="author has resolved this already") as refusal:
        threads.resolve(remark, by=people.second_author, now=now, edition=edition)
    assert codes(refusal) == ["resolved"]
    threads.reopen(remark, by=people.publisher, now=now, edition=edition)
    with pytest.raises(NotAllowed) as refusal:
        threads.reopen(remark, by=people.publisher, now=now, edition=edition)
    assert codes(refusal) == ["open"]


def test_a_thread_is_answered_from_its_own_document_only(people: People, now: datetime) -> None:
    remark = say(stages.at_stage(State.DRAFT, people, now), people.author, now)
    other = stages.at_stage(State.IN_REVIEW, people, now)
    for step in (threads.reply, threads.resolve, threads.reopen):
        with pytest.raises(NotAllowed):
            step(remark, by=people.author, now=now, text="Here", edition=other)
    assert RemarkEntry.objects.count() == 1


# Signatures


def test_what_must_be_fixed_bars_signatures(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    say(edition, people.author, now, text="A mere question.")
    remark = say(edition, people.translator_es, now, text="The word “firmado” is wrong.", must_fix=True)
    with pytest.raises(NotAllowed, match="The word “firmado” is wrong") as refusal:
        transitions.sign_off(edition, by=people.reviewer_ca, now=now, digest=edition.digest)
    assert codes(refusal) == ["must_fix"]
    threads.resolve(remark, by=people.translator_es, now=now, edition=edition)
    threads.reopen(remark, by=people.author, now=now, edition=edition)
    assert permissions.problems(Verb.SIGN_OFF, Attempt(builders.fresh(edition), people.reviewer_ca, now))
    threads.resolve(remark, by=people.reviewer_mx, now=now, edition=edition)
    assert transitions.sign_off(edition, by=people.reviewer_ca, now=now, digest=edition.digest).state == State.APPROVED


def test_many_are_counted_and_some_named(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    for number in range(5):
        say(edition, people.author, now, text=f"Number {number}", must_fix=True)
    [reason] = permissions.problems(Verb.SIGN_OFF, Attempt(edition, people.reviewer_ca, now))
    assert str(reason).startswith("5 remarks")
    assert "Number 2" in str(reason)
    assert "Number 3" not in str(reason)


def test_it_takes_one_statement_to_know(people: People, now: datetime, django_assert_num_queries: Any) -> None:
    from editorial.workflow.rules import remarks

    edition = stages.at_stage(State.IN_REVIEW, people, now)
    for number in range(3):
        say(edition, people.author, now, text=f"Number {number}", must_fix=True)
    with django_assert_num_queries(1):
        assert len(remarks.blocking_remarks(edition.document_id)) == 3


def test_what_must_be_fixed_is_carried_to_the_next_edition(people: People, now: datetime, later: datetime) -> None:
    live = stages.live(people, now - timedelta(hours=1))
    remark = say(live, people.reviewer_ca, now, text="Outdated since May.", must_fix=True)
    draft = transitions.revise(live, by=people.author, now=now)
    reviewed = transitions.submit(note_change(draft, people, now), by=people.author, now=now)
    with pytest.raises(NotAllowed, match="Outdated since May"):
        transitions.sign_off(reviewed, by=people.reviewer_mx, now=now, digest=reviewed.digest)
    threads.resolve(remark, by=people.reviewer_ca, now=now, edition=reviewed)
    assert transitions.sign_off(reviewed, by=people.reviewer_mx, now=now, digest=reviewed.digest)


# Mentions


def test_people_are_mentioned_by_username(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    text = "@Author, could you ask @reviewer-mx? Not me@publisher.org, and not @nobody."
    posted = threads.open_thread(
        edition, by=people.publisher, now=now, text=text, mention=["translator-fr", "author", ""]
    )
    assert [user.username for user in posted.mentioned] == ["author", "reviewer-mx", "translator-fr"]
    assert posted.unknown == ("nobody",)
    assert Mention.objects.filter(entry=posted.entry).count() == 3
    event = Event.objects.latest("id")
    assert event.data["mentioned"] == ["author", "reviewer-mx", "translator-fr"]


def test_nobody_is_mentioned_who_may_not_read_it(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    people.author.is_active = False
    people.author.save()
    posted = threads.open_thread(edition, by=people.publisher, now=now, text="@author @outsider @superuser")
    assert [user.username for user in posted.mentioned] == ["superuser"]
    assert posted.unknown == ("author", "outsider")
