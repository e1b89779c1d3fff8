"""What is to be translated, how far it is, and saving it: by the engine alone."""

from datetime import datetime
from typing import Any

import pytest

from editorial.admin.conflicts.content import Merged
from editorial.comparison import by_language
from editorial.content import canonical, kinds
from editorial.models import Event, Snapshot
from editorial.translating import attested, progress, saving, units
from editorial.translating.units import Standing
from editorial.workflow import drafts, locking, transitions
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.people import People
from tests.toy.models import Item


def note(people: People, now: datetime, **values: Any) -> Any:
    items = [{"text": builders.texts(word), "amount": "1.00"} for word in ("One", "Two")]
    return builders.make_note(people, now, parts={"section": [builders.section()], "item": items}, **values)


def change(draft: Any, people: People, now: datetime, **values: Any) -> None:
    """The author changes the draft's own fields, or with `item` the English text of the first item."""
    item = values.pop("item", None)
    with drafts.edit(draft, by=people.author, now=now) as row:
        for name, value in values.items():
            setattr(row, name, value)
        row.save()
        if item:
            Item.objects.filter(edition=row, position=0).update(text_en=item)


def standings(draft: Any, language: str) -> dict[str, Standing]:
    value, base = canonical.content_of(draft), attested.attested_base(draft, language)
    return {unit.path.rpartition("/")[2]: unit.standing for unit in units.units_of(value, language, base=base)}


def test_units_come_in_the_order_asked_for_and_leave_nothing_out(people: People, now: datetime) -> None:
    value = canonical.content_of(note(people, now))
    found = units.units_of(value, "fr", fields=("summary", "title"), parts=[(Item, ("text",))])
    paths = [unit.path.partition("/")[0] for unit in found]
    assert paths == ["summary", "title", "slug", "change_note", "motto", "item", "item", "section", "section"]
    assert {unit.path for unit in found} == {*canonical.prose(value, "en"), "slug"}
    groups = units.by_part(found, value)
    assert [name for _part, name, _units in groups] == ["", "Item “One en”", "Item “Two en”", "Section “Section en”"]


def test_what_changed_since_the_attestation_is_to_do(people: People, now: datetime) -> None:
    draft = note(people, now)
    assert standings(draft, "fr")["title"] == Standing.KEPT
    change(draft, people, now, title_en="Other", motto_en="Words")
    assert standings(draft, "fr")["title"] == Standing.CHANGED
    assert standings(draft, "fr")["motto"] == Standing.MISSING
    assert [unit.path for unit in progress.pending(draft, "fr")] == ["title", "motto"]
    assert attested.attested_base(draft, "fr")["fields"]["title"]["en"] == "Subject en"  # type: ignore[index]
    saving.save(
        draft.pk, "fr", {"title": "Autre"}, by=people.translator_fr, now=now, opened=builders.fresh(draft).digest
    )
    assert standings(draft, "fr")["title"] == Standing.RENEWED
    assert standings(draft, "es")["title"] == Standing.CHANGED


def test_a_revision_knows_what_its_translations_were_made_from(people: People, now: datetime) -> None:
    live = builders.publish(note(people, now), people, now)
    given_up = transitions.revise(live, by=people.author, now=now)
    change(given_up, people, now, title_en="Never")
    drafts.attest(given_up, "fr", by=people.translator_fr, now=now)
    transitions.discard(given_up, by=people.author, now=now)
    draft = transitions.revise(live, by=people.author, now=now)
    change(draft, people, now, title_en="Other")
    assert attested.attested_base(draft, "fr")["fields"]["title"]["en"] == "Subject en"  # type: ignore[index]
    assert set(attested.bases(draft)) == {"fr", "es"}


@pytest.mark.parametrize("extra", [1, 12])
def test_the_database_counts_as_python_does(
    people: People, now: datetime, extra: int, django_assert_num_queries: Any
) -> None:
    found = []
    for number in range(extra):
        draft = note(people, now, slug=f"n{number}")
        change(draft, people, now, title_en="Other", motto_en="Words" if number % 2 else "", item="Changed")
        saving.save(
            draft.pk, "fr", {"title": f"Autre {number}"}, by=people.translator_fr, now=now,
            opened=builders.fresh(draft).digest,
        )  # fmt: skip
        found.append(builders.fresh(draft))
    never = note(people, now, slug="never", attest=False)
    found.append(builders.fresh(never))
    with django_assert_num_queries(3):
        counted = progress.of_editions(found)
    for edition in found:
        value = canonical.content_of(edition)
        expected = {
            code: progress.progress(value, code, base=attested.attested_base(edition, code)) for code in ("fr", "es")
        }
        assert counted[edition.pk] == expected
    first = counted[found[0].pk]["fr"]
    assert (first.done, first.total, first.left) == (5, 6, 1)
    assert first.percent == 83


def test_a_translation_is_saved_and_attested_and_nothing_else_changes(people: People, now: datetime) -> None:
    draft = note(people, now)
    change(draft, people, now, title_en="Other")
    before = canonical.content_of(draft)
    opened = builders.fresh(draft).digest
    outcome = saving.save(
        draft.pk, "fr", {"title": "Autre"}, by=people.translator_fr, now=now, opened=opened, attest=True
    )
    assert (outcome.changed, outcome.attested, outcome.still_valid, outcome.refused) == (True, True, False, [])
    after = canonical.content_of(draft)
    assert by_language.changes_by_language(before, after) == by_language.Changed(frozenset({"fr"}), False)
    assert builders.fresh(draft).language_status["fr"] == "current"
    assert [event.verb for event in Event.objects.filter(edition=draft).order_by("id")][-2:] == ["save", "attest"]


def test_saving_and_attesting_lock_once_and_ask_each_rule_once(
    people: People, now: datetime, monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: Any
) -> None:
    draft = note(people, now)
    change(draft, people, now, title_en="Other")
    opened = builders.fresh(draft).digest
    locked: list[int] = []
    asked: list[str] = []

    def lock(edition_id: int, **values: Any) -> Any:
        locked.append(edition_id)
        return locking.lock(edition_id, **values)

    def problems(verb: Any, attempt: Any) -> Any:
        asked.append(verb)
        return ask(verb, attempt)

    ask = permissions.problems
    monkeypatch.setattr(drafts, "lock", lock)
    monkeypatch.setattr(permissions, "problems", problems)
    permissions.writable_languages(people.translator_fr)  # read with the person, once a request
    with django_assert_max_num_queries(17):
        outcome = saving.save(
            draft.pk, "fr", {"title": "Autre"}, by=people.translator_fr, now=now, opened=opened, attest=True
        )
    assert (outcome.changed, outcome.attested) == (True, True)
    assert (locked, asked) == ([draft.pk], ["save", "attest"])


def test_still_valid_needs_no_change(people: People, now: datetime) -> None:
    draft = note(people, now)
    change(draft, people, now, title_en="Other")
    opened = builders.fresh(draft).digest
    outcome = saving.save(draft.pk, "fr", {}, by=people.translator_fr, now=now, opened=opened, attest=True)
    assert (outcome.changed, outcome.attested, outcome.still_valid) == (False, True, True)


def test_a_text_is_kept_although_the_word_for_it_is_refused(people: People, now: datetime) -> None:
    draft = note(people, now)
    change(draft, people, now, title_en="Other", motto_en="Words")
    opened = builders.fresh(draft).digest
    outcome = saving.save(
        draft.pk, "fr", {"title": "Autre"}, by=people.translator_fr, now=now, opened=opened, attest=True
    )
    assert (outcome.changed, outcome.attested) == (True, False)
    assert [reason.code for reason in outcome.refused] == ["language_missing"]


@pytest.mark.parametrize(
    ("name", "language", "code"),
    [
        ("translator_fr", "es", "language"),
        ("translator_fr", "en", "source"),
        ("author", "en", "source"),
        ("reviewer_ca", "fr", "permission"),
        ("outsider", "fr", "permission"),
    ],
)
def test_who_may_not_translate_changes_nothing(
    people: People, now: datetime, name: str, language: str, code: str
) -> None:
    draft = note(people, now)
    before = builders.fresh(draft)
    with pytest.raises(NotAllowed) as refusal:
        saving.save(draft.pk, language, {"title": "X"}, by=getattr(people, name), now=now, opened=before.digest)
    assert code in [reason.code for reason in refusal.value.reasons]
    assert builders.fresh(draft).digest == before.digest


def test_what_is_not_a_draft_is_not_translated(people: People, now: datetime) -> None:
    live = builders.publish(note(people, now), people, now)
    with pytest.raises(NotAllowed) as refusal:
        saving.save(live.pk, "fr", {"title": "X"}, by=people.translator_fr, now=now, opened=live.digest)
    assert [reason.code for reason in refusal.value.reasons] == ["state"]


def test_two_translators_of_two_languages_do_not_disturb_each_other(people: People, now: datetime) -> None:
    draft = note(people, now)
    opened = builders.fresh(draft).digest
    saving.save(draft.pk, "es", {"title": "Otro"}, by=people.translator_es, now=now, opened=opened)
    saving.save(draft.pk, "fr", {"title": "Autre"}, by=people.translator_fr, now=now, opened=opened)
    titles = canonical.content_of(draft)["fields"]["title"]
    assert (titles["es"], titles["fr"]) == ("Otro", "Autre")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nobody_overwrites_what_they_did_not_see(people: People, now: datetime, language: str) -> None:
    draft = note(people, now)
    opened = builders.fresh(draft).digest
    change(draft, people, now, **{f"title_{language}": "Meanwhile"})
    before = builders.fresh(draft).digest
    for attest, texts in ((False, {"summary": "Résumé"}), (True, {})):
        with pytest.raises(drafts.Stale):
            saving.save(draft.pk, "fr", texts, by=people.translator_fr, now=now, opened=opened, attest=attest)
    assert builders.fresh(draft).digest == before


def test_a_digest_that_nobody_knows_is_stale(people: People, now: datetime) -> None:
    draft = note(people, now)
    for opened in ("", "0" * 64, Snapshot.objects.create(digest="1" * 64, content={"kind": "page"}, stored_at=now).pk):
        with pytest.raises(drafts.Stale):
            saving.save(draft.pk, "fr", {"title": "X"}, by=people.translator_fr, now=now, opened=opened)


def test_both_texts_are_put_together_and_nothing_typed_is_lost(people: People, now: datetime) -> None:
    draft = note(people, now)
    opened = canonical.content_of(draft)
    one, two = opened["parts"]["item"]
    change(draft, people, now, title_en="New source", title_fr="À eux", summary_fr="À eux aussi")
    with drafts.edit(draft, by=people.author, now=now):
        Item.objects.filter(key=one["key"]).delete()
    present = canonical.content_of(draft)
    typed = {
        "title": "À moi", "summary": opened["fields"]["summary"]["fr"],
        f"item/{one['key']}/text": "Perdu ?", f"item/{two['key']}/text": "Deux",
    }  # fmt: skip
    mine, lost = saving.on_opened(opened, present, "fr", typed)
    assert mine["fields"]["title"] == {**opened["fields"]["title"], "fr": "À moi"}
    assert lost == {f"item/{one['key']}/text": "Perdu ?"}
    merged = Merged.merge(kinds.get_kind("note"), base=opened, now=present, typed=mine).content
    assert merged["fields"]["title"] == {**present["fields"]["title"], "fr": "À moi"}
    assert merged["fields"]["summary"]["fr"] == "À eux aussi"
    assert [row["text"]["fr"] for row in merged["parts"]["item"]] == ["Deux"]
    assert by_language.changes_by_language(present, merged) == by_language.Changed(frozenset({"fr"}), False)


def test_what_nobody_typed_into_a_part_that_is_gone_is_not_told_as_lost(people: People, now: datetime) -> None:
    draft = note(people, now)
    opened = canonical.content_of(draft)
    one = opened["parts"]["item"][0]
    with drafts.edit(draft, by=people.author, now=now):
        Item.objects.filter(key=one["key"]).delete()
    typed = {f"item/{one['key']}/text": one["text"]["fr"], "title": opened["fields"]["title"]["fr"]}
    assert saving.on_opened(opened, canonical.content_of(draft), "fr", typed) == (opened, {})


def test_a_text_for_a_part_that_is_gone_is_not_dropped_silently(people: People, now: datetime) -> None:
    draft = note(people, now)
    with pytest.raises(drafts.Stale):
        saving.save(
            draft.pk, "fr", {"item/nowhere/text": "X"}, by=people.translator_fr, now=now,
            opened=builders.fresh(draft).digest,
        )  # fmt: skip
