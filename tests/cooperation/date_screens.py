"""Every screen and feed on which a date may stand, for tests that open them all."""

from collections.abc import Iterator
from typing import Any

from django.test import Client
from django.urls import reverse

from editorial.base import languages
from editorial.content import kinds
from editorial.models import Edition, User
from tests.cooperation.test_admin_form import sign_in


def of_edition(edition: Edition) -> Iterator[str]:
    """The staff's screens of one edition."""
    meta = kinds.get_kind(edition.document.kind).model._meta
    for name in ("change", "history", "review", "remarks", "links"):
        yield reverse(f"admin:{meta.app_label}_{meta.model_name}_{name}", args=(edition.pk,))
    for name in ("preview", "translate"):
        yield reverse(f"admin:{meta.app_label}_{meta.model_name}_{name}", args=(edition.pk, "fr"))
    for verb in ("schedule", "withdraw", "unschedule"):
        yield reverse(f"admin:{meta.app_label}_{meta.model_name}_transition", args=(edition.pk, verb))
    yield reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")


def of_staff() -> Iterator[str]:
    """The desks, the notices, the documents and the other lists."""
    for name in (
        "index", "desk_mine", "desk_review", "desk_translate", "desk_publish", "desk_scheduled", "desk_problems",
        "notices",
        "editorial_document_changelist", "editorial_discussion_changelist", "editorial_release_changelist",
    ):  # fmt: skip
        yield reverse(f"admin:{name}")
    yield reverse("admin:desk_scheduled") + "?month=9999-12"
    yield reverse("admin:desk_scheduled") + "?month=0001-01"


def of_public(edition: Edition) -> Iterator[str]:
    """Public pages, feeds, calendars and data, of the site, of the kind and of the document."""
    yield from ("/en/", "/fr/feed.atom", "/es/meetings.ics", "/sitemap.xml")
    segment = kinds.get_kind(edition.document.kind).segments["en"]
    yield from (f"/en/{segment}/", f"/en/{segment}/feed.atom", f"/en/{segment}/list.csv")
    page = f"/en/{kinds.get_kind(edition.document.kind).path('en', languages.value(edition, 'slug', 'en'))}"
    yield from (f"{page}/", f"{page}/changes.atom")
    if edition.document.kind == "meeting":
        yield f"{page}/meetings.ics"


def falling(client: Client, addresses: Any) -> list[tuple[int | str, str]]:
    """Those of the addresses that do not answer as they should: (status or error, address)."""
    client.raise_request_exception = False
    found: list[tuple[int | str, str]] = []
    for address in addresses:
        answer = client.get(address, follow=True)
        if answer.status_code >= 500:
            found.append((answer.status_code, address))
    return found


def all_falling(person: User, *editions: Edition) -> list[tuple[int | str, str]]:
    """What falls of all screens, for a member of staff and for the public."""
    staff = [*of_staff(), *(address for edition in editions for address in of_edition(edition))]
    public = (address for edition in editions for address in of_public(edition))
    return [*falling(sign_in(person), staff), *falling(Client(), dict.fromkeys(public))]
