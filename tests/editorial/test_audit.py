"""The chain of events: who did what and why, and no line altered, taken out or slipped in without being noticed."""

import hashlib
import io
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.models import Act, AdministrationEvent, Edition, Event, User
from editorial.staff import admin_log
from editorial.states import State, Verb
from editorial.workflow import audit, drafts, transitions
from tests import builders
from tests.attacks import sql, triggers_off
from tests.editorial import stages
from tests.people import People

TRICKY = [
    "", "«Guillemets» “quotes” ‘and’ l’apostrophe", 'double " and back\\slash and /slash/', "tab\tand\nnew\n\nlines",
    "é e\u0301 ñ ¿Qué? ¡Sí!", "汉字 🇲🇽 👩\u200d🔬 \U0001f600", "{\"json\": [1, null]}", "\u00a0\u202f\u2028\u2029",
    "</script><b>", "\u007f\u0085\u009f", "%s %(x)s {} $1", "a" * 5000,
]  # fmt: skip


def history(people: People, now: datetime) -> list[Event]:
    """A chain of a dozen lines."""
    stages.live(people, now, slug="one")
    stages.at_stage(State.CHANGES_REQUESTED, people, now, slug="two")
    return list(Event.objects.order_by("id"))


def faults(**given: str) -> list[tuple[int, str]]:
    return [(fault.line, fault.what) for fault in audit.verify(**given)]


def test_an_empty_chain_is_whole(db: None) -> None:
    assert faults() == []
    assert audit.head() is None


def test_lines_are_numbered_and_linked(people: People, now: datetime) -> None:
    lines = history(people, now)
    assert [line.pk for line in lines] == list(range(1, len(lines) + 1))
    assert lines[0].previous_hash == audit.GENESIS
    assert [line.previous_hash for line in lines[1:]] == [line.hash for line in lines[:-1]]
    assert faults() == []
    assert audit.head() == lines[-1]


def test_a_line_says_who_what_when_why(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.CHANGES_REQUESTED, people, now)
    line = Event.objects.last()
    assert line is not None
    assert (line.by, line.by_name, line.at, line.verb) == (people.reviewer_ca, "reviewer-ca", now, Verb.REQUEST_CHANGES)
    assert (line.from_state, line.to_state, line.reason) == (State.IN_REVIEW, State.CHANGES_REQUESTED, stages.REMARK)
    assert (line.document, line.edition_id, line.digest) == (edition.document, edition.pk, edition.digest)
    assert line.data == {"party": "CA"}


def test_the_hash_is_what_the_page_says_it_is(people: People, now: datetime) -> None:
    """Written out once more, from the documentation and without the engine's help."""
    for line in history(people, now):
        values = [
            line.id, line.previous_hash, line.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"), line.by_id,
            line.by_name, line.verb, line.document_id, line.edition_id, line.digest, line.from_state, line.to_state,
            line.reason, line.detail,
        ]  # fmt: skip
        assert line.hash == hashlib.sha256(json.dumps(values, ensure_ascii=False).encode()).hexdigest()


@pytest.mark.parametrize("reason", TRICKY)
def test_python_and_the_database_agree_on_tricky_words(reason: str, people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    audit.record(
        draft, Verb.SAVE, by=people.author, now=now, reason=reason, detail={reason[:50]: [reason, None, 1.5, True]}
    )
    assert faults() == []


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(
    reason=st.text(max_size=80),
    # PostgreSQL's text holds neither NUL nor surrogates; names come from a form that refuses them.
    name=st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=80),
    at=st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)),
)
def agree(edition: Edition, by: User, reason: str, name: str, at: datetime) -> None:
    with transaction.atomic():
        by.first_name = name
        audit.record(edition, Verb.SAVE, by=by, now=at, reason=reason)
        assert faults() == []
        transaction.set_rollback(True)


def test_python_and_the_database_agree_on_anything(people: People, now: datetime) -> None:
    agree(builders.make_note(people, now), people.author)


def test_moments_are_hashed_in_utc(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    ottawa = now.astimezone(timezone(timedelta(hours=-5))) + timedelta(microseconds=7)
    audit.record(draft, Verb.SAVE, by=people.author, now=ottawa)
    sql("SET LOCAL timezone = 'America/Mexico_City'")
    audit.record(draft, Verb.SAVE, by=people.author, now=ottawa)
    sql("SET LOCAL timezone = 'UTC'")  # Django reads every moment as if the session were in UTC
    assert faults() == []


def test_several_lines_in_one_statement(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    line = Event.objects.last()
    assert line is not None
    Event.objects.bulk_create(
        [
            Event(
                at=now, by=people.author, by_name="a", verb=Verb.SAVE, document=draft.document, edition_id=draft.pk,
                digest=draft.digest, to_state="draft", reason=str(number),
            )
            for number in range(5)
        ]
    )  # fmt: skip
    assert faults() == []
    assert audit.head().pk == line.pk + 5  # type: ignore[union-attr]


def test_nobody_numbers_or_hashes_a_line_by_hand(people: People, now: datetime) -> None:
    builders.make_note(people, now)
    last = audit.head()
    sql(
        "INSERT INTO editorial_event (id, at, by_id, by_name, verb, document_id, edition_id, digest, from_state,"
        " to_state, reason, detail, previous_hash, hash)"
        " SELECT 7000, at, by_id, by_name, verb, document_id, edition_id, digest,"
        " from_state, to_state, reason, detail, 'x', 'y' FROM editorial_event WHERE id = %s",
        last.pk,
    )
    assert audit.head().pk == last.pk + 1
    assert faults() == []


# Tampering by an owner of the tables


def alter(statement: str, *params: object) -> None:
    with triggers_off():
        assert sql(statement, *params) >= 1


@pytest.mark.parametrize(
    "change",
    [
        "reason = 'other'", "by_name = 'other'", "by_id = NULL", "at = at + interval '1 microsecond'",
        "verb = 'discard'", "digest = repeat('0', 64)", "from_state = 'approved'", "to_state = 'approved'",
        "detail = '{\"a\":1}'", "document_id = 0", "edition_id = 0", "hash = repeat('a', 64)",
        "previous_hash = repeat('b', 64)",
    ],
)  # fmt: skip
def test_an_altered_line_is_named(change: str, people: People, now: datetime) -> None:
    history(people, now)
    alter(f"UPDATE editorial_event SET {change} WHERE id = 4")
    assert (4, "altered") in faults()
    assert {line for line, _what in faults()} <= {4, 5}


def test_an_altered_line_with_a_new_hash_shows_in_the_next(people: People, now: datetime) -> None:
    history(people, now)
    alter("UPDATE editorial_event SET reason = 'other' WHERE id = 4")
    alter("UPDATE editorial_event SET hash = %s WHERE id = 4", audit.line_hash(Event.objects.get(pk=4)))
    assert faults() == [(5, "inserted")]


@pytest.mark.parametrize(("gone", "named"), [([1], 1), ([4], 4), ([4, 5, 6], 4), ([1, 2], 1)])
def test_a_missing_line_is_named(gone: list[int], named: int, people: People, now: datetime) -> None:
    history(people, now)
    alter("DELETE FROM editorial_event WHERE id = ANY(%s)", gone)
    found = list(audit.verify())
    assert [(fault.line, fault.what) for fault in found] == [(named, "missing")]
    assert str(gone[-1]) in found[0].detail


def test_a_missing_line_whose_number_was_closed_up(people: People, now: datetime) -> None:
    history(people, now)
    alter("DELETE FROM editorial_event WHERE id = 4")
    alter("UPDATE editorial_event SET id = id + 1000 WHERE id > 4")  # in two steps: rows are updated in any order
    alter("UPDATE editorial_event SET id = id - 1001 WHERE id > 1000")
    assert faults()[0][0] == 4


def test_an_inserted_line_is_named(people: People, now: datetime) -> None:
    """With a sound hash of its own, in the place of a line that was pushed up."""
    lines = history(people, now)
    alter("UPDATE editorial_event SET id = id + 1000 WHERE id > 4")
    alter("UPDATE editorial_event SET id = id - 999 WHERE id > 1000")
    forged = Event.objects.get(pk=4)
    forged.pk, forged.reason, forged.previous_hash = 5, "forged", lines[3].hash
    forged.hash = audit.line_hash(forged)
    alter("UPDATE editorial_event SET previous_hash = %s WHERE id = 6", forged.hash)
    with triggers_off():
        forged.save(force_insert=True)
    found = faults()
    assert found[0] == (6, "altered"), "every line after it was hashed under another number"


def test_a_line_from_elsewhere_is_named(people: People, now: datetime) -> None:
    """A line that is sound in itself, and replaces another, does not follow from the line before it."""
    history(people, now)
    forged = Event.objects.get(pk=4)
    forged.reason, forged.previous_hash = "forged", "c" * 64
    alter(
        "UPDATE editorial_event SET reason = 'forged', previous_hash = %s, hash = %s WHERE id = 4",
        forged.previous_hash, audit.line_hash(forged),
    )  # fmt: skip
    assert faults() == [(4, "inserted"), (5, "inserted")]


def cut(people: People) -> None:
    alter("DELETE FROM editorial_event WHERE id > 6")


def rewrite(people: People) -> None:
    """A whole chain written anew, sound from its first line to its last."""
    previous = audit.GENESIS
    alter("UPDATE editorial_event SET reason = 'other' WHERE id = 2")
    for line in Event.objects.order_by("id"):
        line.previous_hash = previous
        previous = audit.line_hash(line)
        alter(
            "UPDATE editorial_event SET previous_hash = %s, hash = %s WHERE id = %s", line.previous_hash, previous,
            line.pk
        )  # fmt: skip


@pytest.mark.parametrize("attack", [cut, rewrite])
def test_a_head_kept_elsewhere_shows_a_cut_tail(
    attack: Callable[[People], None], people: People, now: datetime
) -> None:
    lines = history(people, now)
    kept = lines[-1].hash
    assert faults(head=kept) == []
    assert faults(head=lines[3].hash) == []
    attack(people)
    assert faults() == [], "the chain alone cannot tell"
    found = list(audit.verify(head=kept))
    assert [fault.what for fault in found] == ["missing"]
    assert "kept elsewhere" in found[0].detail


def test_the_head_moves_with_every_event(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    heads = [audit.head()]
    transitions.submit(draft, by=people.author, now=now)
    heads.append(audit.head())
    with transaction.atomic():
        transitions.recall(draft, by=people.author, now=now)
        transaction.set_rollback(True)
    heads.append(audit.head())
    assert heads[0] != heads[1]
    assert heads[1] == heads[2]


def test_what_is_undone_leaves_no_gap(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    for _attempt in range(3):
        with transaction.atomic():
            transitions.submit(draft, by=people.author, now=now)
            transaction.set_rollback(True)
    transitions.submit(draft, by=people.author, now=now)
    assert faults() == []


def test_every_change_of_content_has_a_line(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.title_en = "Other"
        row.save()
    digests = list(Event.objects.filter(edition=draft).values_list("digest", flat=True))
    assert digests[-1] == builders.fresh(draft).digest != digests[0]


# The command


def command(*arguments: str) -> str:
    out = io.StringIO()
    call_command("audit", *arguments, stdout=out)
    return out.getvalue().strip()


def test_the_command(people: People, now: datetime) -> None:
    assert command("head") == f"0 {audit.GENESIS}"
    lines = history(people, now)
    assert command("head") == f"{lines[-1].pk} {lines[-1].hash}"
    assert str(len(lines)) in command("verify")
    command("verify", "--head", lines[-1].hash)


def test_the_command_names_the_fault_and_fails(people: People, now: datetime) -> None:
    lines = history(people, now)
    alter("UPDATE editorial_event SET reason = 'other' WHERE id = 4")
    out = io.StringIO()
    with pytest.raises(CommandError):
        call_command("audit", "verify", stdout=out)
    assert out.getvalue().startswith("line 4: altered")
    cut(people)
    with pytest.raises(CommandError):
        call_command("audit", "verify", "--head", lines[-1].hash, stdout=out)
    assert "kept elsewhere" in out.getvalue()


def administered(people: People, now: datetime) -> list[AdministrationEvent]:
    """Three lines on the record of administration."""
    for stage in (1, 2, 3):
        details = {"kind": "note", "party": "", "stage": stage}
        admin_log.write(Act.RULE_ADDED, by=people.administrator, now=now, detail=details)
    return list(AdministrationEvent.objects.order_by("id"))


def test_the_record_of_administration_has_a_head_of_its_own(people: People, now: datetime) -> None:
    assert command("head", "--administration") == f"0 {audit.GENESIS}"
    lines = administered(people, now)
    assert command("head", "--administration") == f"{lines[-1].pk} {lines[-1].hash}"
    assert f"{len(lines)} lines" in command("verify", "--administration-head", lines[-1].hash)
    administered(people, now)
    command("verify", "--administration-head", lines[-1].hash)


@pytest.mark.parametrize("kept", [0, 1, 2])
def test_a_record_of_administration_whose_tail_was_cut(kept: int, people: People, now: datetime) -> None:
    lines = administered(people, now)
    alter(f"DELETE FROM editorial_administrationevent WHERE id > {kept}")
    command("verify")  # nobody could tell without the head
    out = io.StringIO()
    with pytest.raises(CommandError, match="record of administration"):
        call_command("audit", "verify", "--administration-head", lines[-1].hash, stdout=out)
    assert f"The record of administration, line {kept}: missing" in out.getvalue()
    # What was written in the place of it does not make up for it.
    administered(people, now + timedelta(seconds=1))
    with pytest.raises(CommandError):
        call_command("audit", "verify", "--administration-head", lines[-1].hash, stdout=out)
