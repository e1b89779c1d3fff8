"""Whoever waited so long that their instant is no longer now is told so, changes nothing and loses nothing typed.

The screens are those of staff; what is old is the instant that the process holds to be now, as it is after a long wait.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client
from django.urls import reverse

from editorial import bulk
from editorial.base import clock
from editorial.base.reasons import NotAllowed
from editorial.models import AdministrationEvent, Document, Edition, Event, SignOff, SignOffRule, User
from editorial.states import State
from editorial.workflow import transitions
from editorial.workflow.dated_now import TookTooLong
from tests import builders
from tests.browserless import fields_of
from tests.editorial import release_helpers, stages
from tests.editorial.desk import as_, at, opened, to
from tests.people import People

WORDS = {
    "en": "This took too long, so nothing was changed. Try again.",
    "fr": "L’opération a pris trop de temps\u00a0: rien n’a été modifié. Réessayez.",
    "es": "La operación tardó demasiado, así que no se cambió nada. Inténtelo de nuevo.",
}
LATE = timedelta(minutes=2)


@pytest.fixture
def late(monkeypatch: pytest.MonkeyPatch, right_clock: None) -> Iterator[pytest.MonkeyPatch]:
    """Begin to be late: the instant is two minutes old from here on, until this is undone."""
    with monkeypatch.context() as patch:
        patch.setattr(clock, "ahead", lambda: -LATE)
        yield patch


def all_that_is_there() -> tuple[Any, ...]:
    """What an act could change."""
    return (
        Event.objects.count(), AdministrationEvent.objects.count(), SignOff.objects.count(),
        list(Edition.objects.order_by("pk").values("pk", "state", "version", "digest", "live_during")),
        list(Document.objects.order_by("pk").values("pk", "owner", "review_by")),
        list(SignOffRule.objects.order_by("pk").values()),
        list(User.objects.order_by("pk").values("pk", "first_name", "password")), list(Group.objects.values()),
    )  # fmt: skip


def page_of(response: Any) -> str:
    return unescape(response.content.decode())


Sending = tuple[User, str, dict[str, Any]]
TYPED = "I typed this"


def _sending(user: User, edition: Edition, verb: str, **values: Any) -> Sending:
    now = Edition.objects.get(pk=edition.pk)
    given = {"digest": now.digest} if verb == "sign_off" else {}
    return user, to(edition, verb), {"version": now.version, **given, **values}


def _explained() -> dict[str, str]:
    return {f"explanation_{code}": f"{TYPED} {code}" for code in ("en", "fr", "es")}


def _edit_form(people: People, now: datetime) -> Sending:
    url = at(stages.at_stage(State.DRAFT, people, now), "change")
    return people.author, url, {**fields_of(as_(people.author).get(url)), "title_en": TYPED}


def _edit_form_that_attests(people: People, now: datetime) -> Sending:
    """Nothing but a tick: so the first thing that is written is the attestation."""
    draft = builders.make_note(people, now, attest=False)
    url = at(draft, "change")
    return people.superuser, url, {**fields_of(as_(people.superuser).get(url)), "attest_fr": "on"}


def _translation(people: People, now: datetime) -> Sending:
    draft = builders.fresh(builders.make_note(people, now))
    return people.translator_fr, at(draft, "translate", "fr"), {"opened": draft.digest, "title_fr": TYPED}


def _translation_that_attests(people: People, now: datetime) -> Sending:
    draft = builders.fresh(builders.make_note(people, now, attest=False))
    return people.translator_fr, at(draft, "translate", "fr"), {"opened": draft.digest, "_attest": "1"}


def _form_of_a_row(user: User, model: str, pk: int, **values: Any) -> Sending:
    url = reverse(f"admin:editorial_{model}_change", args=(pk,))
    return user, url, {**opened(as_(user), url), **values}


def _new_rule(people: People, now: datetime) -> Sending:
    url = reverse("admin:editorial_signoffrule_add")
    return people.administrator, url, {"kind": "note", "party": people.mx.pk, "stage": "7"}


def _release(people: People, now: datetime, word: str, **values: Any) -> Sending:
    release = release_helpers.frozen(people, now)[0]
    return (
        people.publisher,
        reverse("admin:editorial_release_step", args=(release.pk, word)),
        {"version": release_helpers.fresh(release).version, **values},
    )


#: Every door through which an act comes with an instant, and what of it is typed and must be on the page that answers.
DOORS: dict[str, tuple[Callable[[People, datetime], Sending], str]] = {
    "submit": (lambda p, n: _sending(p.author, stages.at_stage(State.DRAFT, p, n), "submit"), ""),
    "recall": (lambda p, n: _sending(p.author, stages.at_stage(State.APPROVED, p, n), "recall"), ""),
    "sign off": (
        lambda p, n: _sending(p.reviewer_ca, stages.at_stage(State.IN_REVIEW, p, n), "sign_off", remark=TYPED), TYPED
    ),
    "request changes": (
        lambda p, n: _sending(p.reviewer_ca, stages.at_stage(State.IN_REVIEW, p, n), "request_changes", reason=TYPED),
        TYPED,
    ),
    "publish": (lambda p, n: _sending(p.publisher, stages.at_stage(State.APPROVED, p, n), "publish"), ""),
    "publish urgently": (
        lambda p, n: _sending(p.publisher, stages.at_stage(State.DRAFT, p, n), "publish_urgently", reason=TYPED), TYPED
    ),
    "withdraw": (
        lambda p, n: _sending(p.publisher, stages.at_stage(State.PUBLISHED, p, n), "withdraw", **_explained()),
        TYPED,
    ),
    "unschedule": (
        lambda p, n: _sending(p.publisher, stages.scheduled(p, n, n + timedelta(hours=1)), "unschedule"), ""
    ),
    "revise": (lambda p, n: _sending(p.author, stages.at_stage(State.PUBLISHED, p, n), "revise"), ""),
    "discard": (lambda p, n: _sending(p.author, stages.at_stage(State.DRAFT, p, n), "discard", reason=TYPED), TYPED),
    "bring back": (lambda p, n: _sending(p.author, stages.at_stage(State.DISCARDED, p, n), "bring_back"), ""),
    "edit form": (_edit_form, TYPED),
    "edit form that attests": (_edit_form_that_attests, ""),
    "translation": (_translation, TYPED),
    "translation that attests": (_translation_that_attests, ""),
    "remark": (
        lambda p, n: (
            p.reviewer_ca, at(draft := stages.at_stage(State.IN_REVIEW, p, n), "remarks"),
            {"back": at(draft, "change"), "text": TYPED},
        ),
        TYPED,
    ),
    "document": (
        lambda p, n: _form_of_a_row(
            p.superuser, "document", stages.at_stage(State.DRAFT, p, n).document_id, owner=p.publisher.pk
        ),
        "",
    ),
    "party": (lambda p, n: _form_of_a_row(p.administrator, "party", p.ca.pk, name_fr=TYPED), TYPED),
    "account": (lambda p, n: _form_of_a_row(p.administrator, "user", p.author.pk, first_name=TYPED), TYPED),
    "new rule": (_new_rule, 'value="7"'),
    "release": (lambda p, n: _release(p, n, "publish"), ""),
    "unfreeze": (lambda p, n: _release(p, n, "unfreeze", reason=TYPED), TYPED),
}  # fmt: skip


@pytest.fixture
def sending(door: str, people: People, now: datetime) -> Sending:
    """What a person sends, from a page that was opened in time."""
    made = DOORS[door][0](people, now)
    made[0].language = "fr"
    User.objects.filter(pk=made[0].pk).update(language="fr")
    return made


@pytest.mark.parametrize("door", DOORS)
def test_whoever_was_late_is_told_so_and_tries_again(
    door: str, sending: Sending, late: pytest.MonkeyPatch, people: People
) -> None:
    (user, url, data), typed = sending, DOORS[door][1]
    before, client = all_that_is_there(), as_(user)
    response = client.post(url, data)
    assert response.status_code == 409
    assert WORDS["fr"] in page_of(response)
    assert typed in page_of(response)
    assert all_that_is_there() == before
    late.undo()
    assert client.post(url, data).status_code in (302, 303)
    assert all_that_is_there() != before


def test_a_new_document_is_not_made_and_its_form_can_be_sent_again(
    people: People, now: datetime, late: pytest.MonkeyPatch
) -> None:
    url = reverse("admin:toy_note_add")
    client = as_(people.author)
    data = {
        **fields_of(client.get(url)),
        **{f"title_{code}": f"{TYPED} {code}" for code in WORDS}, **{f"slug_{code}": f"new-{code}" for code in WORDS},
    }  # fmt: skip
    response = client.post(url, data)
    assert (response.status_code, Document.objects.count()) == (409, 0)
    assert WORDS["en"] in page_of(response)
    assert f"{TYPED} es" in page_of(response)
    late.undo()
    assert client.post(url, data).status_code == 302
    assert Document.objects.count() == 1


def test_a_rule_stays_and_can_be_deleted_again(people: People, now: datetime, late: pytest.MonkeyPatch) -> None:
    rule = SignOffRule.objects.create(kind="note", party=people.ca, stage=1)
    url, client = reverse("admin:editorial_signoffrule_delete", args=(rule.pk,)), as_(people.administrator)
    assert WORDS["en"] in page_of(client.post(url, {"post": "yes"}, follow=True))
    assert SignOffRule.objects.filter(pk=rule.pk).exists()
    late.undo()
    client.post(url, {"post": "yes"})
    assert not SignOffRule.objects.filter(pk=rule.pk).exists()


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Nothing was changed. Go back"), ("fr", "Rien n’a été modifié"), ("es", "No se cambió nada")],
)
def test_a_screen_that_says_nothing_itself_answers_with_a_page(
    language: str, words: str, people: People, late: pytest.MonkeyPatch
) -> None:
    """As Django's own screen for somebody else's password, which is saved before it goes on record."""
    url = reverse("admin:auth_user_password_change", args=(people.author.pk,))
    client = Client(raise_request_exception=False)
    client.force_login(people.superuser)
    client.cookies["django_language"] = language
    data = {"password1": "a-long-Phrase-42", "password2": "a-long-Phrase-42", "usable_password": "true"}
    before = all_that_is_there()
    response = client.post(url, data)
    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert words in page_of(response)
    assert all_that_is_there() == before
    late.undo()
    assert client.post(url, data).status_code == 302
    assert User.objects.get(pk=people.author.pk).check_password("a-long-Phrase-42")


def test_of_many_editions_each_says_so(people: People, now: datetime, right_clock: None) -> None:
    draft = stages.at_stage(State.DRAFT, people, now)
    given = {"to": people.second_author, "due": None, "by": people.author}
    outcome = bulk.assign([draft.pk], now=now - LATE, **given)
    assert [reason.code for reason in outcome[draft.pk]] == ["took_too_long"]
    assert bulk.assign([draft.pk], now=clock.now(), **given) == {draft.pk: []}


def test_a_schedule_whose_moment_passed_while_it_waited(people: People, now: datetime, right_clock: None) -> None:
    """Its form says then that the moment is past; it is not taken for one that has come."""
    edition = stages.at_stage(State.APPROVED, people, now)
    with pytest.raises(TookTooLong):
        transitions.schedule(edition, by=people.publisher, now=now - 2 * LATE, at=now - LATE)
    assert builders.fresh(edition).state == State.APPROVED


def test_other_refusals_of_the_database_are_not_taken_for_it(people: People, now: datetime) -> None:
    """What has begun by the database's clock has happened, however often it is tried."""
    planned = stages.scheduled(people, now - LATE, now - timedelta(minutes=1))
    with pytest.raises(NotAllowed) as refusal, transaction.atomic():
        transitions.unschedule(planned, by=people.publisher, now=now - LATE)
    assert [reason.code for reason in refusal.value.reasons] == ["past"]
