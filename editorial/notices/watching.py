"""Watching a document: whoever wants to be told what becomes of it says so themselves."""

from datetime import datetime
from typing import Any

from editorial.models import Document, Edition, User, Watch
from editorial.states import State


def watch(document: Document, *, by: User, now: datetime) -> None:
    """Tell this person of the document's publications and withdrawals from now on; saying so twice changes nothing."""
    Watch.objects.bulk_create([Watch(document=document, person=by, since=now)], ignore_conflicts=True)


def unwatch(document: Document, *, by: User) -> None:
    """Tell this person no more, but for what concerns them otherwise."""
    Watch.objects.filter(document=document, person=by).delete()


def watched_by(person: User) -> list[Any]:
    """The newest edition of every document that this person watches; one query."""
    newest = (
        Edition.objects.filter(document__watches__person=person)
        .exclude(state=State.DISCARDED)
        .select_related("document")
        .order_by("document_id", "-number")
        .distinct("document_id")
    )
    return list(newest)
