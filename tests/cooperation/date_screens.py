"""Every screen and feed on which a date may stand, for tests that open them all."""

from collections.abc import Iterator
from typing import Any

from django.test import Client
from django.urls import reverse

from editorial import kinds, languages
from editorial.models import Edition, User
from tests.cooperation.test_admin_form import sign_in

#: Months of the calendar around the ends of what Python and PostgreSQL can hold, and what is no month.
MONTHS = ("", "0001-01", "1800-01", "2200-12", "9998-12", "9999-12", "10000-01", "0000-00", "-1-1", "9" * 5000)


def of_edition(edition: Edition) -> Iterator[str]:
    """The staff's screens of one edition."""
    meta = kinds.get(edition.document.kind).model._meta
    for name in ("change", "history", "review", "preview"):
        yield reverse(f"admin:{meta.app_label}_{meta.model_name}_{name}", args=(edition.pk,))
    for verb in ("schedule", "withdraw", "unschedule"):
        yield reverse(f"admin:{meta.app_label}_{meta.model_name}_transition", args=(edition.pk, verb))
    yield reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")


def of_staff() -> Iterator[str]:
    """The desks, the notices, the documents and the other lists."""
    for name in (
        "index", "desk_mine", "desk_scheduled", "desk_problems", "desk_releases", "desk_notices", "editorial_document_changelist",
        "editorial_discussion_changelist", "editorial_event_changelist",
    ):  # fmt: skip
        yield reverse(f"admin:{name}")
    for month in MONTHS:
        yield reverse("admin:desk_scheduled") + f"?month={month}"


def of_public(edition: Edition | None = None) -> Iterator[str]:
    """Public pages, feeds, calendars and data; of one document too where it is given."""
    for language in languages.codes():
        yield from (f"/{language}/", f"/{language}/feed.atom", f"/{language}/meetings.ics")
    yield from ("/sitemap.xml", "/robots.txt")
    for kind in kinds.every():
        if kind.segments:
            segment = kind.segments["en"]
            yield from (f"/en/{segment}/", f"/en/{segment}/feed.atom", f"/en/{segment}/list.csv")
    if edition is not None:
        page = f"/en/{kinds.get(edition.document.kind).path('en', languages.value(edition, 'slug', 'en'))}"
        yield from (f"{page}/", f"{page}/changes.atom")
        if edition.document.kind in ("meeting", "mechanism"):
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
    public = [*of_public(), *(address for edition in editions for address in of_public(edition))]
    return [*falling(sign_in(person), staff), *falling(Client(), dict.fromkeys(public))]
