"""What is a correction and what says something new: decided from the texts, with sentences as editors write them."""

from datetime import date, datetime
from typing import Any

import pytest

from editorial.comparison import substantive_changes, text_corrections
from editorial.content import canonical
from editorial.models import Edition, Event
from editorial.states import State, Verb
from editorial.workflow import drafts, transitions
from editorial.workflow.rules import changes
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.editorial import stages
from tests.people import People

CORRECTIONS = [
    # English: spelling, doubled words, punctuation, thousands, quotes, joined words
    ("Both goverments recieved the report.", "Both governments received the report."),
    ("The the partnership has ten groups.", "The partnership has ten groups."),
    ("It covers trade , energy and mobility", "It covers trade, energy, and mobility."),
    ("They trained 1000 officers in 2019-2020.", "They trained 1,000 officers in 2019–2020."),
    ('The "energy" group co operates on teh grid.', "The “energy” group co-operates on the grid."),
    ("The co-chairs of the Working group", "The co-chairs of the working group"),
    # French: accents, no-break spaces, quotation marks, agreement
    (
        "Les gouvernements ont developpé un plan: il est public.",
        "Les gouvernements ont développé un plan\u00a0: il est public.",
    ),
    ('Le groupe "énergie" a tenu sa réunion annuel.', "Le groupe «\u00a0énergie\u00a0» a tenu sa réunion annuelle."),
    ("Ils ont formé 12 500 personnes l'an dernier.", "Ils ont formé 12\u202f500 personnes l’an dernier."),
    ("Il se réunis a Ottawa.", "Il se réunit à Ottawa."),
    # Spanish: accents, opening marks, spelling
    ("Como funciona la alianza?", "¿Cómo funciona la alianza?"),
    ("La cooperacion en materia de movilidad laboral", "La cooperación en materia de movilidad laboral"),
    ("Los goviernos acordaron el programa.", "Los gobiernos acordaron el programa."),
]  # fmt: skip
SUBSTANTIVE = [
    ("23 projects are under way.", "24 projects are under way."),
    ("The grant is 1.5 million dollars.", "The grant is 15 million dollars."),
    ("It rose by 5 % in a year.", "It rose by 5 in a year."),
    ("The budget is $300.", "The budget is €300."),
    ("Growth was -2 points.", "Growth was 2 points."),
    ("The parties shall meet every year.", "The parties may meet every year."),
    ("The text is legally binding.", "The text is not legally binding."),
    ("Officers can be sent abroad.", "Officers can't be sent abroad."),
    ("The plan covers imports of steel.", "The plan covers exports of steel."),
    ("A formal agreement was reached.", "An informal agreement was reached."),
    ("They met in June 2021.", "They met in July 2021."),
    ("It grants five million to the groups.", "It grants five billion to the groups."),
    ("The meeting takes place in Ottawa.", "The meeting takes place in Mexico City."),
    ("The groups met in person and agreed on a plan.", "The groups met and agreed on a plan."),
    ("", "Spanish is now there."),
    ("L’accord est contraignant.", "L’accord n’est pas contraignant."),
    ("La réunion aura lieu le 3 mars.", "La réunion aura lieu le 3 mai."),
    ("Les ministres doivent approuver le plan.", "Les ministres peuvent approuver le plan."),
    ("El acuerdo está en vigor.", "El acuerdo no está en vigor."),
    ("Se capacitó a dos mil personas.", "Se capacitó a tres mil personas."),
    ("El plan debe aprobarse.", "El plan puede aprobarse."),
]


@pytest.mark.parametrize(("before", "after"), CORRECTIONS)
def test_a_correction_is_one_in_either_direction(before: str, after: str) -> None:
    assert text_corrections.corrected(before, after)


@pytest.mark.parametrize(("before", "after"), SUBSTANTIVE)
def test_what_says_something_else_is_none(before: str, after: str) -> None:
    assert not text_corrections.corrected(before, after)
    assert not text_corrections.corrected(after, before)


RICH = '<p>See the <a href="/en/pages/border/">border page</a> of 2021.</p>'


@pytest.mark.parametrize(
    ("after", "same"),
    [
        ("<p>See the <a href=\"/en/pages/border/\"><strong>border</strong> page</a> of 2021.</p>", True),
        ("<p>See the <a href=\"/en/pages/border/\">border page</a></p><p>of 2021.</p>", True),
        ("<p>See the <a href=\"/en/pages/defence/\">border page</a> of 2021.</p>", False),
        ("<p>See the border page of 2021.</p>", False),
    ],
)  # fmt: skip
def test_in_rich_text_links_count_and_emphasis_does_not(after: str, same: bool) -> None:
    assert text_corrections.corrected(RICH, after, rich=True) is same


def test_a_number_that_changes_its_place_in_a_table_counts() -> None:
    row = "<table><tbody><tr><th>A</th><td>{}</td><td>{}</td></tr></tbody></table>"
    assert not text_corrections.corrected(row.format("1", "2"), row.format("2", "1"), rich=True)
    assert not text_corrections.corrected(
        row.format("1 2", ""), row.format("1", "2").replace("<td>2</td>", "2"), rich=True
    )


def test_many_small_edits_are_a_rewriting() -> None:
    words = [f"{letter}ordination" for letter in "abcdefgh"]
    edited = [word.replace("tion", "sion") for word in words]
    assert text_corrections.corrected(" ".join(words), " ".join([*edited[:2], *words[2:]]))
    assert not text_corrections.corrected(" ".join(words), " ".join(edited))


@pytest.fixture
def live(people: People, now: datetime) -> Edition:
    return stages.live(people, now)


def minor(live: Edition, people: People, now: datetime, **columns: Any) -> Any:
    """A draft after `live` that calls itself a minor change, attested."""
    draft = transitions.revise(live, by=people.author, now=now)
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.minor = True
        for name, value in columns.items():
            setattr(row, name, value)
        row.save()
    builders.attest_all(draft, people, now)
    return builders.fresh(draft)


def codes(draft: Edition, people: People, now: datetime, reason: str = "") -> list[str]:
    try:
        transitions.submit(draft, by=people.author, now=now, reason=reason)
    except NotAllowed as refusal:
        return [each.code for each in refusal.reasons]
    return []


def test_a_misspelling_is_mended_as_a_minor_change(live: Edition, people: People, now: datetime) -> None:
    assert codes(minor(live, people, now, summary_en="Sumary en."), people, now) == []


@pytest.mark.parametrize(
    "columns",
    [
        {"summary_en": "Another summary"},
        {"summary_fr": "Tout autre chose"},
        {"day": date(2021, 3, 1)},
        {"slug_es": "otro"},
    ],
    ids=["words", "words in another language", "a date", "an address"],
)
def test_a_substantive_change_is_no_minor_one(
    columns: dict[str, Any], live: Edition, people: People, now: datetime
) -> None:
    draft = minor(live, people, now, **columns)
    assert "minor" in codes(draft, people, now)


def test_parts_that_come_or_move_are_substantive(live: Edition, people: People, now: datetime) -> None:
    draft = minor(live, people, now)
    before = canonical.content_of(live)
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.sections.create(heading_en="New", heading_fr="Neuf", heading_es="Nuevo", body_en="<p>New</p>")
    found = substantive_changes.substantive_changes(before, canonical.content_of(builders.fresh(draft)))
    assert {change.kind for change in found} == {"added"}
    assert substantive_changes.places_named(found)[0] == "Section “New”: heading (English)"


def test_with_a_reason_it_passes_and_the_reason_is_on_record(live: Edition, people: People, now: datetime) -> None:
    draft = minor(live, people, now, summary_en="Another summary")
    with pytest.raises(NotAllowed) as refusal:
        transitions.submit(draft, by=people.author, now=now)
    assert "Summary (English)" in str(refusal.value)
    reason = "The summary repeated what the page says already."
    submitted = transitions.submit(draft, by=people.author, now=now, reason=reason)
    assert submitted.state == State.IN_REVIEW
    event = Event.objects.filter(edition=draft).latest("id")
    assert (event.verb, event.reason) == (Verb.SUBMIT, reason)
    assert changes.minor_reason(submitted) == reason
    assert reason not in canonical.canonical(canonical.content_of(submitted))


def test_who_publishes_urgently_cannot_call_it_minor(
    live: Edition, people: People, now: datetime, later: datetime
) -> None:
    draft = minor(live, people, now, summary_en="Another summary")
    with pytest.raises(NotAllowed) as refusal:
        transitions.publish_urgently(draft, by=people.publisher, now=later, reason="Flood")
    assert [each.code for each in refusal.value.reasons] == ["minor"]


def test_a_change_is_explained_to_the_public_in_every_language(live: Edition, people: People, now: datetime) -> None:
    draft = transitions.revise(live, by=people.author, now=now)
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.change_note_en = "Adds a day."
        row.day = date(2021, 3, 1)
        row.save()
    with pytest.raises(NotAllowed) as refusal:
        transitions.submit(draft, by=people.author, now=now)
    assert [each.code for each in refusal.value.reasons] == ["change_note"]
    assert str(refusal.value).endswith("missing in: French, Spanish.")


def test_the_first_edition_needs_neither(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now, fields={"minor": True})
    assert codes(draft, people, now) == []


def test_events_tell_in_what_capacity_somebody_acted(live: Edition, people: People) -> None:
    by_verb = {event.verb: event.capacity for event in live.events.all()}
    assert by_verb[Verb.CREATE] == {"roles": ["author"], "party": people.ca.pk}
    assert by_verb[Verb.SIGN_OFF] == {"roles": ["reviewer"], "party": people.ca.pk}
    assert by_verb[Verb.PUBLISH] == {"roles": ["publisher"]}
    assert {"roles": ["translate_es"]} in [event.capacity for event in live.events.filter(verb=Verb.ATTEST)]


def test_saves_tell_what_they_changed(live: Edition, people: People, now: datetime) -> None:
    draft = transitions.revise(live, by=people.author, now=now)
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.day = date(2021, 3, 1)
        row.title_fr = "Autre"
        row.save()
        row.sections.create(heading_en="New")
    assert Event.objects.filter(edition=draft).latest("id").changed == {
        "fields": ["day", "title"],
        "parts": {"section": {"added": 1}},
    }
