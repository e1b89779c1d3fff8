"""The demo's releases: one that is scheduled as a whole, one that waits for its signatures."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from cooperation.demo import stories
from cooperation.demo.content import release as words
from cooperation.demo.diary import Diary, Story
from cooperation.demo.editions import History, Version, revised
from cooperation.demo.history import REVISED_REPORTS, with_sources
from cooperation.demo.stories import Office
from editorial import releases
from editorial.models import Edition

_DAY = timedelta(days=1)
#: What is revised for the scheduled release.
REPORT, GROUP = "report-2019", "energy"


def plan(office: Office, diary: Diary, histories: list[History], *, now: datetime) -> None:
    """Have the items of both releases written and signed, then the releases made.

    :param histories: every public document of the demo (`history.published`).
    """
    known = {item.key: item for item in histories}
    items: dict[str, Edition] = {}
    begin = now - 9 * _DAY
    for key in (REPORT, GROUP):
        diary.add(_revision(office, known[key], items, begin=begin))
    diary.add(_announcement(office, items, begin=begin, dated=now))
    at = (now + 3 * _DAY).replace(hour=15, minute=0, second=0, microsecond=0)
    diary.add(_scheduled(office, items, begin=now - 2 * _DAY, at=at))
    diary.add(_assembling(office, begin=now - _DAY, planned_for=at + 14 * _DAY))


def _revision(office: Office, item: History, items: dict[str, Edition], *, begin: datetime) -> Story:
    """The next edition of a public document, with its sources, signed by all who must."""
    yield begin
    data = _with_sources(item.versions[-1].data)
    live = office.documents[item.key].editions.order_by("number").last()
    draft = yield from stories.revised(office, item.kind, live, data, begin)
    items[item.key], _now = yield from stories.approved(office, item.kind, draft, Version(begin, data))


def _with_sources(data: Mapping[str, Any]) -> Any:
    if data["key"] == REPORT:
        return with_sources(data)
    return revised(
        {**with_sources(data)},
        "Lists the sources of this page.",
        "Ajout de la liste des sources de cette page.",
        "Se agrega la lista de fuentes de esta página.",
    )


def _announcement(office: Office, items: dict[str, Edition], *, begin: datetime, dated: datetime) -> Story:
    yield begin
    data = {**words.ANNOUNCEMENT, "dated_on": (dated + 3 * _DAY).date().isoformat()}
    draft = yield from stories.written(office, "statement", data, begin)
    items["announcement"], _now = yield from stories.approved(office, "statement", draft, Version(begin, data))


def _scheduled(office: Office, items: dict[str, Edition], *, begin: datetime, at: datetime) -> Story:
    """Assembled by an author, frozen and scheduled by a publisher."""
    now = yield begin
    author, publisher = office.people.author("fr"), office.people.publisher
    release = releases.create(**words.SCHEDULED, planned_for=at, by=author, now=now)
    for key in ("announcement", REPORT, GROUP):
        now = yield now + timedelta(minutes=2)
        releases.add(release, items[key], by=author, now=now)
    now = yield now + timedelta(hours=3)
    releases.freeze(release, by=publisher, now=now)
    now = yield now + timedelta(hours=1)
    releases.schedule(release, by=publisher, now=now, at=at)


def _assembling(office: Office, *, begin: datetime, planned_for: datetime) -> Story:
    """The revised reports, of which each still lacks a signature."""
    now = yield begin
    author = office.people.author("es")
    release = releases.create(**words.ASSEMBLING, planned_for=planned_for, by=author, now=now)
    for key in REVISED_REPORTS:
        now = yield now + timedelta(minutes=3)
        edition = office.documents[key].editions.order_by("number").last()
        releases.add(release, edition, by=author, now=now)
