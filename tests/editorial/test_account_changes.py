"""What a line of the record of administration says, word for word: every act, and every value that can change."""

import json
from typing import Any

import pytest

from editorial.models import Act, AdministrationEvent
from editorial.workflow.roles.account_changes import line_details

MADE = {
    "username": "nora", "first_name": "", "last_name": "Luz", "email": "n@example.org", "language": "es",
    "party": "MX", "is_active": True, "is_superuser": False, "roles": ["Author", "Translator (fr)"],
}  # fmt: skip
RULE = {"kind": "toy.note", "stage": 2, "party": "CA"}


def details(verb: Act, data: Any) -> list[tuple[str, str]]:
    return line_details(AdministrationEvent(verb=verb, detail=json.dumps(data)))


def test_a_new_account_says_what_it_was_given_and_not_what_it_lacks() -> None:
    assert details(Act.ADDED, {"made": MADE}) == [
        ("Username", "nora"),
        ("Last name", "Luz"),
        ("E-mail address", "n@example.org"),
        ("Language", "Spanish"),
        ("Party", "MX"),
        ("Account", "active"),
        ("Role given", "Author"),
        ("Role given", "Translator into French"),
    ]
    assert ("Superuser", "yes") in details(Act.ADDED, {"made": {**MADE, "is_superuser": True}})


@pytest.mark.parametrize(
    ("name", "before", "after", "said"),
    [
        ("roles", ["Author", "Reviewer"], ["Reviewer", "Publisher"],
         [("Role given", "Publisher"), ("Role taken away", "Author")]),
        ("is_active", True, False, [("Account", "not active")]),
        ("is_active", False, True, [("Account", "active")]),
        ("is_superuser", False, True, [("Superuser", "yes")]),
        ("is_superuser", True, False, [("Superuser", "no longer")]),
        ("is_superuser", False, False, []),
        ("password", "", "", [("Password", "set by somebody else")]),
        ("language", "en", "fr", [("Language", "English → French")]),
        ("email", "a@example.org", "", [("E-mail address", "a@example.org → —")]),
        ("first_name", "", "Ada", [("First name", "Ada")]),
        ("time_zone", "UTC", "America/Toronto", [("time_zone", "UTC → America/Toronto")]),
    ],
)  # fmt: skip
def test_a_change_says_what_was_and_what_is(name: str, before: Any, after: Any, said: list[tuple[str, str]]) -> None:
    changed = {"changed": {name: [before, after]}}
    assert details(Act.CHANGED, changed) == said
    assert details(Act.PARTY_CHANGED, {"party": "CA", **changed}) == [("Party", "CA"), *said]


def test_a_password_changed_by_its_owner() -> None:
    assert details(Act.CHANGED, {"self": True}) == [("Password", "changed by its owner")]


def test_a_rule_says_what_it_asks_for() -> None:
    assert details(Act.RULE_ADDED, RULE) == [("Rule", "toy.note: stage 2, CA")]
    assert details(Act.RULE_CHANGED, {"before": RULE, "after": {**RULE, "party": ""}}) == [
        ("Before", "toy.note: stage 2, CA"),
        ("After", "toy.note: stage 2, any party"),
    ]


def test_a_role_says_what_it_may_and_who_lost_it() -> None:
    changed = {"name": ["Desk", "Office"], "permissions": [["a", "b"], ["b", "c"]], "people": [["ada"], []]}
    assert details(Act.ROLE_CHANGED, {"role": "Office", "changed": changed}) == [
        ("Role", "Office"),
        ("Name", "Desk → Office"),
        ("May now", "c"),
        ("May no longer", "a"),
        ("Taken away from", "ada"),
    ]
    assert details(Act.ROLE_REMOVED, {"role": "Author", "changed": {"people": [[], []]}}) == [
        ("Role", "Author"),
        ("Taken away from", "—"),
    ]


@pytest.mark.parametrize(("reason", "last"), [("", []), ("Moved on", [("Reason", "Moved on")])])
def test_a_hand_over_counts_what_went_and_what_is_left_over(reason: str, last: list[tuple[str, str]]) -> None:
    work = {"Drafts": [{"to": 1}, {"to": None}, {"to": 2}], "Reviews": [{"to": 3}]}
    data = {"documents_to": "ada", "reviews_to": "bo", "work": work, "reason": reason}
    assert details(Act.HANDED_OVER, data) == [
        ("Documents, drafts and translations to", "ada"),
        ("Reviews to", "bo"),
        ("Drafts", "2; left over: 1"),
        ("Reviews", "1"),
        *last,
    ]
