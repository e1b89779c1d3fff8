"""A database of commit 4004cf5 with content at every stage is migrated to the present; nothing of it is lost."""

from collections import Counter
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial.base import languages
from editorial.content import kinds
from editorial.models import Edition, User, Withdrawal
from editorial.staff import admin_log
from editorial.workflow import audit
from tests.cooperation import date_screens
from tests.crawl import Answer, crawl
from tests.upgrade.conftest import Counts, rows


def ask(address: str) -> Answer:
    response = Client().get(address)
    return Answer(address, response.status_code, response.headers.get("Content-Type", ""), response.content.decode())


def test_the_dump_has_content_at_every_stage() -> None:
    states = Counter(Edition.objects.values_list("state", flat=True))
    assert set(states) == {"draft", "in_review", "changes_requested", "approved", "published", "discarded"}
    now = timezone.now()
    live = Edition.objects.live(now)
    assert {edition.document.kind for edition in live.select_related("document")} == {
        kind.key for kind in kinds.all_kinds()
    } - {"note"}
    periods = Edition.objects.filter(state="published").values_list("live_during", flat=True)
    assert any(period.lower > now for period in periods), "scheduled"
    assert any(period.upper and period.upper < now for period in periods), "past"
    assert any(period.upper and period.upper > now for period in periods), "to be withdrawn"
    assert Edition.objects.exclude(excepted_languages=[]).exists()


def test_withdrawals_of_before_the_rule_ask_for_nobody() -> None:
    """Whoever decided on one knew nothing of a second person."""
    found = Withdrawal.objects.values_list("needs_confirmation", "confirmed_at")
    assert len(found) > 2
    assert set(found) == {(False, None)}


def test_every_row_is_still_there(before: Counts) -> None:
    assert {table: rows(table) for table in before} == before
    assert all(before.values()), "the dump has something of each"


def test_no_migration_is_left_and_the_models_are_met() -> None:
    call_command("migrate", check=True, verbosity=0)
    for model in apps.get_app_config("cooperation").get_models():
        list(model._default_manager.all()[:3])


def test_both_chains_verify() -> None:
    assert list(audit.verify()) == []
    assert list(admin_log.verify()) == []


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_public_pages_answer(language: str) -> None:
    answers = list(crawl(ask, language, plain=4))
    assert len(answers) > 20
    assert [(answer.address, answer.status) for answer in answers if answer.status != 200] == []


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_public_document_has_its_page(language: str) -> None:
    seen = 0
    for edition in Edition.objects.live(timezone.now()).in_language(language).select_related("document"):
        kind = kinds.get_kind(edition.document.kind)
        address = f"/{language}/{kind.path(language, languages.value(edition, 'slug', language))}/"
        assert Client().get(address).status_code == 200, address
        seen += 1
    assert seen >= 10


def test_every_screen_of_staff_opens() -> None:
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(username="superuser"), backend="editorial.web.backends.StaffBackend")
    editions = of_every_sort()
    assert len(editions) >= 12
    addresses = dict.fromkeys(date_screens.of_staff())
    addresses |= dict.fromkeys(address for edition in editions for address in screens(edition))
    answers = {address: client.get(address, follow=True).status_code for address in addresses}
    assert {address: status for address, status in answers.items() if status != 200} == {}


def of_every_sort() -> list[Edition]:
    """One edition of each kind, and of each state and sort of period."""
    found: dict[object, Edition] = {}
    now = timezone.now()
    for edition in Edition.objects.select_related("document").order_by("id"):
        period = edition.live_during
        ends = period and period.upper and ("past" if period.upper < now else "to come")
        found.setdefault(edition.document.kind, edition)
        found.setdefault((edition.state, bool(period and period.lower > now), ends), edition)
    return list({edition.pk: edition for edition in found.values()}.values())


def screens(edition: Edition) -> Iterator[str]:
    """The screens that an edition has whatever its state."""
    meta = kinds.get_kind(edition.document.kind).model._meta
    for name in ("change", "history", "review", "remarks", "links"):
        yield reverse(f"admin:{meta.app_label}_{meta.model_name}_{name}", args=(edition.pk,))
    yield reverse(f"admin:{meta.app_label}_{meta.model_name}_preview", args=(edition.pk, "fr"))
    yield reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
