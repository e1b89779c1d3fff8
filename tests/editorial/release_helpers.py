"""Releases of notes for tests: a report, and a statement that refers to it."""

from datetime import datetime
from typing import Any

from editorial import releases
from editorial.models import Edition, Release
from editorial.workflow import transitions
from tests import builders
from tests.people import People


def pair(people: People, now: datetime) -> tuple[Any, Any]:
    """Two drafts; the second refers to the first, which is not public."""
    first = builders.make_note(people, now, slug="report")
    second = builders.make_note(people, now, slug="statement", fields={"about": str(first.document.uuid)})
    return first, second


def sign(edition: Edition, people: People, now: datetime) -> Edition:
    """The edition, approved. What it refers to need not be public yet."""
    moved = transitions.submit(builders.fresh(edition), by=people.author, now=now)
    return transitions.sign_off(moved, by=people.reviewer_ca, now=now, digest=moved.digest)


def assembled(people: People, now: datetime, *, signed: bool = True) -> tuple[Release, list[Edition]]:
    """A release of the statement and the report, in this order, so that neither order would do alone."""
    report, statement = pair(people, now)
    editions = [sign(each, people, now) if signed else builders.fresh(each) for each in (statement, report)]
    release = releases.create(title="Report and statement", by=people.author, now=now)
    for edition in editions:
        releases.add(release, edition, by=people.author, now=now)
    return fresh(release), editions


def frozen(people: People, now: datetime) -> tuple[Release, list[Edition]]:
    """The same, frozen."""
    release, editions = assembled(people, now)
    return releases.freeze(release, by=people.publisher, now=now), editions


def fresh(release: Release) -> Release:
    """The release as the database has it now."""
    return Release.objects.get(pk=release.pk)
