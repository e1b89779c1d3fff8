"""“Publish now, Spanish to follow”: a permission and a reason, on record, signed with the text, and only for once."""

from datetime import datetime
from typing import Any

import pytest

from editorial.models import Edition, Event, Snapshot
from editorial.states import Verb
from editorial.workflow import drafts, transitions
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.people import People


def save(edition: Edition, by: Any, now: datetime, **values: Any) -> None:
    """One person changes some columns."""
    with drafts.edit(edition, by=by, now=now) as row:
        for name, value in values.items():
            setattr(row, name, value)
        row.save()


def codes(refusal: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [reason.code for reason in refusal.value.reasons]


def grant(edition: Edition, people: People, now: datetime, language: str = "es", **values: Any) -> None:
    drafts.grant_exception(edition, language, **{"by": people.publisher, "now": now, "reason": "To follow", **values})


def test_an_exception_opens_the_gate(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now, attest=False, fields={"title": {"en": "Title", "fr": "Titre"}})
    drafts.attest(draft, "fr", by=people.translator_fr, now=now)
    before = builders.fresh(draft)
    grant(draft, people, now)
    after = builders.fresh(draft)
    assert after.excepted_languages == ["es"]
    assert (after.version, after.digest) == (draft.version, draft.digest)
    assert after.version == before.version + 1
    assert after.digest != before.digest, "reviewers sign the exception too"
    event = Event.objects.filter(edition=draft).last()
    assert (event.verb, event.by, event.reason) == (Verb.GRANT_EXCEPTION, people.publisher, "To follow")
    assert event.data == {"language": "es"}
    live = builders.publish(draft, people, now)
    assert list(Edition.objects.live(now).in_language("es")) == []
    assert list(Edition.objects.live(now).in_language("fr")) == [live]
    assert {address.language for address in live.document.addresses.all()} == {"en", "fr"}


def test_whoever_grants_it_wrote_nothing(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    grant(draft, people, now)
    assert people.publisher.pk not in permissions.contributors(draft)
    assert builders.publish(draft, people, now).published_by == people.publisher


def test_it_ends_with_the_next_revision(people: People, now: datetime, later: datetime) -> None:
    draft = builders.make_note(people, now, attest=False, fields={"title": {"en": "Title", "fr": "Titre"}})
    drafts.attest(draft, "fr", by=people.translator_fr, now=now)
    grant(draft, people, now)
    revision = transitions.revise(builders.publish(draft, people, now), by=people.author, now=later)
    assert revision.excepted_languages == []
    assert revision.language_status == {"en": "current", "fr": "current", "es": "missing"}
    with pytest.raises(NotAllowed):
        transitions.submit(revision, by=people.author, now=later)


def test_it_can_be_ended(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    before = builders.fresh(draft).digest
    grant(draft, people, now)
    drafts.end_exception(draft, "es", by=people.administrator, now=now)
    assert builders.fresh(draft).excepted_languages == []
    assert builders.fresh(draft).digest == before
    assert Event.objects.filter(edition=draft).last().verb == Verb.END_EXCEPTION


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"reason": " "}, "reason"),
        ({"reason": ""}, "reason"),
        ({"language": "en"}, "source"),
        ({"language": "xx"}, "language"),
    ],
)
def test_what_an_exception_needs(values: dict[str, Any], code: str, people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    with pytest.raises(NotAllowed) as refusal:
        grant(draft, people, now, **values)
    assert codes(refusal) == [code]
    assert builders.fresh(draft).excepted_languages == []


@pytest.mark.parametrize("who", ["author", "translator_es", "reviewer_ca", "outsider"])
def test_who_grants_none(who: str, people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    with pytest.raises(NotAllowed) as refusal:
        grant(draft, people, now, by=getattr(people, who))
    assert codes(refusal) == ["permission"]


def test_an_exception_never_slips_in_with_a_text(people: People, now: datetime) -> None:
    """Neither in a save, nor in a new document, nor by putting back a text of the time when there was one."""
    draft = builders.make_note(people, now)
    for by in (people.author, people.superuser):
        with pytest.raises(NotAllowed) as refusal:
            save(draft, by, now, excepted_languages=["es"])
        assert codes(refusal) == ["exception"]
    with pytest.raises(NotAllowed):
        builders.make_note(people, now, slug="other", fields={"excepted_languages": ["es"]})
    grant(draft, people, now)
    with_exception = draft.events.order_by("-id").first().digest
    drafts.end_exception(draft, "es", by=people.publisher, now=now)
    save(draft, people.author, now, title_en="Other")
    drafts.restore(draft, Snapshot.objects.get(pk=with_exception), by=people.author, now=now)
    restored = builders.fresh(draft)
    assert restored.excepted_languages == []
    assert restored.title_en != "Other"


def test_the_source_cannot_become_a_language_that_is_left_out(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    grant(draft, people, now)
    with pytest.raises(NotAllowed) as refusal:
        save(draft, people.author, now, source_language="es")
    assert codes(refusal) == ["source"]
    assert builders.fresh(draft).source_language == "en"
