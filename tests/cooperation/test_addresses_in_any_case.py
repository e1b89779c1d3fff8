"""Capital letters make no other address: for the database, for whoever chooses a slug, and for whoever types one."""

from datetime import datetime
from importlib import import_module
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from editorial.admin.workflow.transition_fields import AddressField
from editorial.checks import requirements
from editorial.models import Address, Edition
from editorial.workflow import transitions
from editorial.workflow.rules.permissions import NotAllowed
from tests.attacks import at_commit, sql
from tests.builders import approve, fresh, make_page, publish, revised
from tests.cooperation.site import days, get, page, withdraw
from tests.people import People

pytestmark = pytest.mark.django_db


def holder(edition: Edition, slug: str) -> str:
    """Who has the English slug, for this edition's document."""
    return requirements.slug_holder("page", "en", slug, besides=edition.document_id)


def lead_to(client: Client, address: str, target: str) -> bool:
    """Whether the address leads permanently to the other."""
    response = get(client, address)
    return (response.status_code, response.headers.get("Location")) == (301, target)


def test_the_database_holds_one_of_them(people: People, now: datetime) -> None:
    other = make_page(people, now, slug="other")
    page(people, now, slug="border")
    for path in ("pages/Border-en", "PAGES/BORDER-EN"):
        with pytest.raises(IntegrityError, match="editorial_address_in_any_case"), transaction.atomic():
            Address.objects.create(language="en", path=path, document=other.document)
    Address.objects.create(language="fr", path="pages/Border-en", document=other.document)


@pytest.mark.parametrize("stage", ["draft", "live", "old"])
def test_a_slug_is_taken_in_any_case(people: People, now: datetime, stage: str) -> None:
    """By another's draft, by what is public, and by an address from which a page moved away."""
    mine = make_page(people, now, slug="other")
    if stage == "draft":
        make_page(people, now, slug="border")
    else:
        theirs = page(people, now - days(2), slug="border")
        if stage == "old":
            revised(theirs, people, now - days(1), slug_en="elsewhere")
    assert holder(mine, "BORDER-en") == "Border en"
    assert holder(mine, "border-en") == "Border en"
    assert holder(mine, "free") == ""


def test_whoever_is_published_second_is_refused_in_words(people: People, now: datetime) -> None:
    """Both were approved under such slugs before addresses were compared like this."""
    first, second = (approve(make_page(people, now, slug=slug), people, now) for slug in ("border", "other"))
    sql("SET session_replication_role = replica")
    Edition.objects.filter(pk=second.pk).update(slug_en="BORDER-en")
    sql("SET session_replication_role = DEFAULT")
    transitions.publish(first, by=people.publisher, now=now)
    with pytest.raises(NotAllowed) as refusal:
        transitions.publish(fresh(second), by=people.publisher, now=now)
    assert "slug_taken" in [reason.code for reason in refusal.value.reasons]


@pytest.mark.parametrize(
    "asked", ["/en/pages/Border-EN/", "/en/Pages/border-en/", "/en/PAGES/BORDER-EN/", "/en/pages/BORDER-en/"]
)
def test_another_case_leads_to_the_page_for_good(client: Client, people: People, now: datetime, asked: str) -> None:
    page(people, now)
    assert lead_to(client, asked, "/en/pages/border-en/")
    assert get(client, "/en/pages/border-en/").status_code == 200
    assert get(client, "/en/pages/Nothing/").status_code == 404


def test_an_old_address_in_another_case_leads_to_the_present_one(client: Client, people: People, now: datetime) -> None:
    revised(page(people, now - days(2)), people, now - days(1), slug_en="frontier")
    assert lead_to(client, "/en/pages/BORDER-en/", "/en/pages/frontier/")
    assert lead_to(client, "/en/pages/Frontier/", "/en/pages/frontier/")


def test_a_withdrawn_page_says_so_in_any_case(client: Client, people: People, now: datetime) -> None:
    withdraw(page(people, now - days(2)), people, now - days(1))
    assert get(client, "/en/pages/BORDER-en/").status_code == 410


def test_a_document_may_change_the_case_of_its_own_slug(client: Client, people: People, now: datetime) -> None:
    """Nobody else has it; the page has one address at a time."""
    edition = revised(page(people, now - days(2)), people, now - days(1), slug_en="Border-EN")
    assert get(client, "/en/pages/Border-EN/").status_code == 200
    assert lead_to(client, "/en/pages/border-en/", "/en/pages/Border-EN/")
    assert Address.objects.filter(document=edition.document, language="en").count() == 1


def test_instead_is_found_in_any_case(people: People, now: datetime) -> None:
    edition = page(people, now)
    assert AddressField.find("https://example.org/en/Pages/BORDER-en/") == edition.document
    assert AddressField.find("/en/pages/none/") is None


def migrate_addresses() -> None:
    """What the migration does to the addresses that are there."""
    migration: Any = import_module("editorial.migrations.0031_addresses_in_any_case").Migration
    (statement,) = (each.sql for each in migration.operations if hasattr(each, "sql"))
    at_commit()
    sql(statement)


@pytest.mark.django_db(transaction=True)
def test_pairs_from_before_both_live_on_and_come_apart_with_the_next_edition(
    client: Client, people: People, now: datetime
) -> None:
    first = page(people, now - days(3), slug="border")
    second = page(people, now - days(3), slug="other")
    sql("DROP INDEX editorial_address_in_any_case")
    sql("SET session_replication_role = replica")
    Edition.objects.filter(pk=second.pk).update(slug_en="BORDER-en")
    Address.objects.filter(document=second.document, language="en").update(path="pages/BORDER-en")
    sql("SET session_replication_role = DEFAULT")
    migrate_addresses()
    sql(
        "CREATE UNIQUE INDEX editorial_address_in_any_case ON editorial_address"
        " (language, lower(path)) WHERE NOT is_exact"
    )
    assert set(Address.objects.filter(is_exact=True).values_list("path", flat=True)) == {"pages/BORDER-en"}
    assert "Border en" in get(client, "/en/pages/border-en/").content.decode()
    assert "Other en" in get(client, "/en/pages/BORDER-en/").content.decode()
    assert lead_to(client, "/en/pages/Border-EN/", "/en/pages/border-en/")
    assert holder(first, "border-en") == ""
    assert holder(second, "BORDER-en") == "Border en"
    draft = transitions.revise(fresh(second), by=people.author, now=now)
    with pytest.raises(NotAllowed) as refusal:
        publish(draft, people, now)
    assert "slug_taken" in [reason.code for reason in refusal.value.reasons]
    transitions.discard(fresh(draft), by=people.author, now=now)
    revised(fresh(second), people, now, slug_en="apart")
    assert lead_to(client, "/en/pages/BORDER-en/", "/en/pages/apart/")
    assert "Border en" in get(client, "/en/pages/border-en/").content.decode()


def test_the_migration_writes_to_nothing_else_and_leaves_the_table_append_only(people: People, now: datetime) -> None:
    page(people, now)
    migrate_addresses()
    assert not Address.objects.filter(is_exact=True).exists()
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        Address.objects.update(is_exact=True)
