"""Translations that were sent and are yet to be looked at: they wait where files to import do."""

import base64
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from editorial.importing import draft_creation
from editorial.models import Edition, Intake, User
from editorial.translating.xliff import reading
from editorial.translating.xliff.reading import SentFile

#: The kind under which they wait; no kind of content can have a name with a space.
KIND = "translations back"
_KEY = "xliff"


def keep_upload(name: str, data: bytes, *, by: User, now: datetime, into: Edition | None, language: str) -> Intake:
    """Keep what was sent until tomorrow. Raises Unreadable where no part of it can be read."""
    for inner, document in reading.unpacked(name, data):
        reading.read(inner, document)
    draft_creation.sweep(now)
    kept = {"name": name, "data": base64.b64encode(data).decode("ascii"), "language": language}
    return Intake.objects.create(kind=KIND, by=by, into=into, source_language=language, at=now, readings={_KEY: kept})


def waiting(uuid: UUID, *, by: User, into: Edition | None, language: str) -> Intake | None:
    """What this person sent for this place; none if it is not kept any more."""
    found = Intake.objects.filter(pk=uuid, by=by, kind=KIND, into=into).first()
    return found if found is not None and found.readings.get(_KEY, {}).get("language") == language else None


def files(intake: Intake) -> Iterator[SentFile]:
    """The files in what was sent, one after the other."""
    kept = intake.readings[_KEY]
    if "data" not in kept:
        return
    for name, document in reading.unpacked(kept["name"], base64.b64decode(kept["data"])):
        yield from reading.read(name, document)


def claim(intake: Intake) -> bool:
    """Whether this is the first to take it: from now on it counts as taken, with nothing to tell yet."""
    waiting_still = Intake.objects.filter(pk=intake.pk).exclude(**{f"readings__{_KEY}__has_key": "outcome"})
    return bool(waiting_still.update(readings=_finished(intake, [], "")))


def finish(intake: Intake, outcome: list[dict[str, Any]], report: str) -> None:
    """Keep what came of it in place of what was sent, so that a button pressed twice leads to the same report."""
    intake.readings = _finished(intake, outcome, report)
    intake.save(update_fields=["readings"])


def _finished(intake: Intake, outcome: list[dict[str, Any]], report: str) -> dict[str, Any]:
    sent = {name: value for name, value in intake.readings[_KEY].items() if name != "data"}
    return {_KEY: {**sent, "outcome": outcome, "report": report}}


def outcome(intake: Intake) -> list[dict[str, Any]] | None:
    """What came of it; none before it was taken."""
    found: list[dict[str, Any]] | None = intake.readings[_KEY].get("outcome")
    return found


def report(intake: Intake) -> str:
    """The table to take away; empty before it was taken."""
    return str(intake.readings[_KEY].get("report", ""))


def name_of(intake: Intake) -> str:
    """The name of the file on the sender's disk."""
    return str(intake.readings[_KEY]["name"])
