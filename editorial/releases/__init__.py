"""Releases: several editions that appear together.

They are assembled, frozen once each of them is signed, and published (or scheduled) at one instant in one transaction,
or not at all. ::

    release = releases.create(title="Report 2021 and statement", by=author, now=now)
    releases.add(release, edition, by=author, now=now)
    releases.freeze(release, by=publisher, now=now)
    releases.publish(release, by=publisher, now=now)

`rules` says why somebody may not, `steps` does it, `planned` tells the calendar.
"""

from editorial.releases.planned import Planned, planned
from editorial.releases.rules import (
    GOING_PUBLIC,
    NotTogether,
    Refusal,
    Situation,
    Step,
    languages_lost,
    offered,
    outlook,
    problems,
    refusals,
    situation,
)
from editorial.releases.steps import (
    add,
    create,
    describe,
    dissolve,
    freeze,
    publish,
    remove,
    schedule,
    unfreeze,
    unschedule,
)

__all__ = [
    "GOING_PUBLIC",
    "NotTogether",
    "Planned",
    "Refusal",
    "Situation",
    "Step",
    "add",
    "create",
    "describe",
    "dissolve",
    "freeze",
    "languages_lost",
    "offered",
    "outlook",
    "planned",
    "problems",
    "publish",
    "refusals",
    "remove",
    "schedule",
    "situation",
    "unfreeze",
    "unschedule",
]
