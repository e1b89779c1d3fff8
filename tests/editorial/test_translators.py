"""A translator writes and attests their own languages, and changes nothing else."""

from datetime import datetime
from typing import Any

import pytest

from editorial.content import canonical, digests
from editorial.models import Event, Section
from editorial.states import Verb
from editorial.workflow import drafts
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.people import People
from tests.toy.models import Item, Note


def codes(refusal: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [reason.code for reason in refusal.value.reasons]


def test_a_translator_writes_one_language(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    with drafts.edit(draft, by=people.translator_fr, now=now) as row:
        row.title_fr, row.slug_fr, row.motto_fr = "Autre", "autre", "Devise"
        row.save()
        row.sections.update(body_fr="<p>Autre</p>")
    fresh = builders.fresh(draft)
    assert (fresh.title_fr, fresh.slug_fr) == ("Autre", "autre")
    assert Event.objects.filter(edition=draft).last().data == {"languages": ["fr"], "shared": False}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda row: Note.objects.filter(pk=row.pk).update(title_es="Otro"), "language"),
        (lambda row: Note.objects.filter(pk=row.pk).update(slug_en="other"), "language"),
        (lambda row: Note.objects.filter(pk=row.pk).update(title_fr="Autre", motto_en="Other"), "language"),
        (lambda row: row.sections.update(heading_es="Otro"), "language"),
        (lambda row: Note.objects.filter(pk=row.pk).update(day="2021-01-01"), "shared"),
        (lambda row: Note.objects.filter(pk=row.pk).update(minor=True), "shared"),
        (lambda row: Note.objects.filter(pk=row.pk).update(source_language="fr"), "shared"),
        (lambda row: Section.objects.create(edition=row, heading_fr="Neuf", position=9), "shared"),
        (lambda row: row.sections.all().delete(), "language"),
        (lambda row: Item.objects.filter(edition=row).update(amount="9.00"), "shared"),
        (lambda row: Item.objects.filter(edition=row, position=0).update(position=7), "shared"),
    ],
)  # fmt: skip
def test_a_translator_changes_nothing_else(change: Any, code: str, people: People, now: datetime) -> None:
    items = [{"text": builders.texts(word), "amount": "1.00"} for word in ("One", "Two")]
    draft = builders.make_note(people, now, parts={"section": [builders.section()], "item": items})
    before = builders.fresh(draft)
    events = Event.objects.count()
    with pytest.raises(NotAllowed) as refusal, drafts.edit(draft, by=people.translator_fr, now=now) as row:
        change(row)
    assert codes(refusal) == [code]
    assert Event.objects.count() == events
    after = builders.fresh(draft)
    assert (after.digest, after.version) == (before.digest, before.version)
    assert digests.digest(canonical.content_of(after)) == before.digest


def test_a_translator_attests_their_own_language(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now, attest=False)
    with pytest.raises(NotAllowed) as refusal:
        drafts.attest(draft, "es", by=people.translator_fr, now=now)
    assert codes(refusal) == ["language"]
    assert permissions.problems(Verb.ATTEST, Attempt(draft, people.translator_fr, now, language="fr")) == []


def test_whoever_writes_nothing_attests_nothing(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now, attest=False)
    for by in (people.reviewer_ca, people.publisher, people.outsider):
        with pytest.raises(NotAllowed) as refusal:
            drafts.attest(draft, "fr", by=by, now=now)
        assert codes(refusal) == ["permission"]
