"""The database holds the state machine: raw SQL and `update()` move an edition only as the table allows."""

from datetime import datetime
from typing import Any

import pytest
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from editorial import states
from editorial.models import Document, Edition
from editorial.states import State, Verb
from editorial.workflow import transitions
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.attacks import refused, sql
from tests.editorial import stages
from tests.editorial.desk import as_, at
from tests.people import People

#: Written out here, not taken from the table, so that a wrong row in the table is noticed.
LEGAL = {
    "draft": {"in_review", "discarded", "published"},
    "in_review": {"draft", "changes_requested", "approved", "published"},
    "changes_requested": {"draft", "discarded"},
    "approved": {"draft", "changes_requested", "published"},
    "published": {"approved", "discarded"},
    "discarded": set(),
}


def test_the_table_says_the_same() -> None:
    assert set(states.moves()) == {(source, target) for source, targets in LEGAL.items() for target in targets}


def consistent(target: str, edition: Edition, people: People, now: datetime) -> dict[str, Any]:
    """Columns that go with a state, so that nothing but the state machine has a reason to refuse."""
    person = {"at": now, "by": people.publisher}
    named = {
        State.IN_REVIEW: ("submitted",),
        State.CHANGES_REQUESTED: ("submitted",),
        State.APPROVED: ("submitted", "approved"),
        State.PUBLISHED: ("published", "urgent"),
        State.DISCARDED: ("discarded",),
    }.get(State(target), ())
    values: dict[str, Any] = {f"{name}_{key}": value for name in named for key, value in person.items()}
    if target in (State.APPROVED, State.PUBLISHED):
        values["signed_digest"] = edition.digest
    if target == State.PUBLISHED:
        values |= {"urgent_reason": "Flood", "live_during": DateTimeTZRange(now, None, "[)")}
    elif edition.state == State.PUBLISHED:
        values["live_during"] = None
    return values


@pytest.mark.parametrize("source", State.values)
def test_illegal_moves_are_refused(source: str, people: People, now: datetime) -> None:
    edition = stages.at_stage(State(source), people, now)
    for target in set(State.values) - LEGAL[source] - {source}:
        values = consistent(target, edition, people, now)
        # Where the state machine is not the first to speak: no signature, or a live period that has begun.
        message = "cannot go from|lacks a required sign-off|keeps its beginning"
        with refused(message):
            Edition.objects.filter(pk=edition.pk).update(state=target, **values)
        with refused(message):
            sql(
                "UPDATE editorial_edition SET state = %s, submitted_at = now(), submitted_by_id = %s WHERE id = %s",
                target, people.author.pk, edition.pk,
            )  # fmt: skip
        assert builders.fresh(edition).state == source


def test_an_unknown_state_is_refused(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    for value in ("live", "", "Draft"):
        with refused("cannot go from"):
            Edition.objects.filter(pk=edition.pk).update(state=value)


def unsaved(people: People, now: datetime, **values: Any) -> Edition:
    """An edition of a new document that was not saved."""
    document = Document.objects.create(kind="note", owner=people.author)
    made = {"created_at": now, "created_by": people.author, "changed_at": now, "changed_by": people.author}
    return Edition(document=document, number=1, source_language="en", **made, **values)


@pytest.mark.parametrize("state", [state for state in State if state != State.DRAFT])
def test_an_edition_begins_as_a_draft(state: State, people: People, now: datetime) -> None:
    born = unsaved(people, now, state=state)
    with refused("begins as a draft"):
        born.save()
    with refused("begins as a draft"):
        Edition.objects.bulk_create([born])
    with refused("begins as a draft"):
        sql(
            "INSERT INTO editorial_edition (document_id, number, title, slug, summary, change_note, minor,"
            " source_language, excepted_languages, digest, language_status, state, version, round, signed_digest,"
            " urgent_reason, created_at, created_by_id, changed_at, changed_by_id)"
            " VALUES (%s, 1, '', '', '', '', false, 'en', '{}', '', '{}', %s, 1, 0, '', '', now(), %s, now(), %s)",
            born.document_id, state.value, people.author.pk, people.author.pk,
        )  # fmt: skip


def test_a_document_has_one_open_edition(people: People, now: datetime) -> None:
    for state in states.OPEN:
        edition = stages.at_stage(state, people, now)
        second = unsaved(people, now)
        second.document, second.number = edition.document, 2
        with refused("editorial_edition_one_open"):
            second.save()
        with refused("editorial_edition_one_open"):
            Edition.objects.bulk_create([second])


def test_a_number_is_given_once(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.PUBLISHED, people, now)
    second = unsaved(people, now)
    second.document = edition.document
    with refused("editorial_edition_number"):
        second.save()


def test_an_edition_keeps_its_identity(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    other = Document.objects.create(kind="note", owner=people.author)
    for values in (
        {"document": other}, {"number": 7}, {"created_by": people.publisher}, {"created_at": now.replace(year=2001)},
    ):  # fmt: skip
        with refused("keeps its document, its number and who made it"):
            Edition.objects.filter(pk=edition.pk).update(**values)
    with refused("keeps its document"):
        sql("UPDATE editorial_edition SET document_id = %s WHERE id = %s", other.pk, edition.pk)


def test_a_document_keeps_its_identity(people: People, now: datetime) -> None:
    """Another kind would need other signatures."""
    document = stages.at_stage(State.DRAFT, people, now).document
    with refused("keeps its uuid and its kind"):
        Document.objects.filter(pk=document.pk).update(kind="page")
    with refused("keeps its uuid and its kind"):
        sql("UPDATE editorial_document SET uuid = gen_random_uuid() WHERE id = %s", document.pk)
    Document.objects.filter(pk=document.pk).update(owner=people.second_author, review_by=now.date())


def test_rounds_go_on(people: People, now: datetime) -> None:
    """Signatures of an earlier round cannot be made to count again."""
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    with refused("round of review is never opened again"):
        Edition.objects.filter(pk=edition.pk).update(round=0)


@pytest.mark.parametrize(
    "what", ["created", "changed", "submitted", "approved", "published", "urgent", "confirmed", "discarded"]
)
@pytest.mark.parametrize("half", ["at", "by_id"])
def test_every_moment_has_its_person(what: str, half: str, people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    column = f"{what}_{half}"
    value: Any = now if half == "at" else people.author.pk
    if what in ("created", "changed"):
        with refused("null value in column|keeps its document"):
            sql(f"UPDATE editorial_edition SET {column} = NULL WHERE id = %s", edition.pk)
        return
    reason = "Flood" if what == "urgent" else ""
    with refused(f"editorial_edition_{what}_at_by"):
        sql(f"UPDATE editorial_edition SET {column} = %s, urgent_reason = %s WHERE id = %s", value, reason, edition.pk)
    with refused(f"editorial_edition_{what}_at_by"):
        Edition.objects.filter(pk=edition.pk).update(urgent_reason=reason, **{column: value})


@pytest.mark.parametrize(
    ("state", "what"),
    [
        (State.IN_REVIEW, "submitted"), (State.CHANGES_REQUESTED, "submitted"), (State.APPROVED, "submitted"),
        (State.APPROVED, "approved"), (State.PUBLISHED, "published"), (State.DISCARDED, "discarded"),
    ],
)  # fmt: skip
def test_somebody_moved_it(state: State, what: str, people: People, now: datetime) -> None:
    edition = stages.at_stage(state, people, now)
    with refused(f"editorial_edition_{what}_by_somebody|stays on record"):
        Edition.objects.filter(pk=edition.pk).update(**{f"{what}_at": None, f"{what}_by": None})


def test_nobody_publishes_nothing(people: People, now: datetime) -> None:
    """Leaving out who published would otherwise lead round the four eyes."""
    edition = stages.at_stage(State.APPROVED, people, now)
    with refused("editorial_edition_published_by_somebody"):
        Edition.objects.filter(pk=edition.pk).update(
            state=State.PUBLISHED, live_during=DateTimeTZRange(now, None, "[)")
        )


def test_what_was_signed_off_is_not_published_urgently(people: People, now: datetime) -> None:
    """The public would read that it awaits signatures, all of which were given."""
    edition = stages.at_stage(State.APPROVED, people, now)
    with refused("published as such, not urgently"):
        Edition.objects.filter(pk=edition.pk).update(
            state=State.PUBLISHED, **consistent(State.PUBLISHED, edition, people, now)
        )
    with pytest.raises(NotAllowed) as refusal:
        transitions.publish_urgently(edition, by=people.publisher, now=now, reason="Flood")
    assert [reason.code for reason in refusal.value.reasons] == ["state"]
    assert Verb.PUBLISH_URGENTLY not in permissions.offered(edition, by=people.publisher, now=now)
    answer = as_(people.publisher).get(at(edition, "change"))
    assert "publish_urgently/" not in answer.content.decode()
    assert builders.fresh(edition).state == State.APPROVED
