"""The timeline of a document as the screen shows it: editions, days, and consecutive saves of one person in one run."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import QueryDict
from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.base.dates.safe import in_zone
from editorial.models import Event
from editorial.states import DONE, State, Verb
from editorial.workflow import event_words
from editorial.workflow.event_words import Note

#: Verbs after which the content may say something else; their events can be compared and put back.
SAVING = (
    Verb.CREATE, Verb.SAVE, Verb.RESTORE, Verb.REVISE, Verb.BRING_BACK, Verb.GRANT_EXCEPTION, Verb.END_EXCEPTION,
)  # fmt: skip
#: Verbs whose consecutive events by one person are shown as one run.
_RUNNING = (Verb.SAVE, Verb.ATTEST)


@dataclass(frozen=True)
class Entry:
    """One event of the timeline, with what its detail says in words."""

    event: Event
    notes: tuple[Note, ...]
    acting: str = ""
    changed: tuple[str, ...] = ()
    previews: tuple[tuple[str, str], ...] = ()
    restore_url: str = ""
    before: str = ""

    @property
    def reason(self) -> str:
        """Why, in the person's words."""
        return event_words.why(self.event)

    @property
    def verb(self) -> str:
        """What was done, in the past."""
        return event_words.what(self.event)

    @property
    def is_save(self) -> bool:
        """Whether the event stands for a text of its own."""
        return self.event.verb in SAVING and bool(self.event.digest)

    @property
    def is_guest(self) -> bool:
        """Whether somebody without an account did it, by a preview link."""
        return self.event.by_id is None and self.event.verb in (Verb.REMARK, Verb.GUEST_AGREE)

    @property
    def moved(self) -> bool:
        """Whether the edition went from one state to another."""
        return self.event.from_state != self.event.to_state

    @property
    def says_state(self) -> bool:
        """Whether the state that it came to is not plain from what was done."""
        return self.moved and self.event.verb not in (Verb.PUBLISH, Verb.SCHEDULE, Verb.DISCARD, Verb.RECALL)

    @property
    def to_state(self) -> State:
        """The state that it came to."""
        return State(self.event.to_state)

    @property
    def short_digest(self) -> str:
        """Enough of the digest to tell two texts apart."""
        return self.event.digest[:12]

    @property
    def differs(self) -> bool:
        """Whether there is a text before it with which it can be compared."""
        return self.is_save and bool(self.before) and self.before != self.event.digest


@dataclass(frozen=True)
class Run:
    """Consecutive events that one person made on one day by going on with the same thing; newest first."""

    entries: Sequence[Entry]

    @property
    def last(self) -> Entry:
        """The newest of them."""
        return self.entries[0]

    @property
    def first(self) -> Entry:
        """The oldest of them."""
        return self.entries[-1]

    @property
    def is_long(self) -> bool:
        """Whether it is shown as one, with its events inside."""
        return len(self.entries) > 1

    @property
    def changed(self) -> list[str]:
        """Everything that was changed in it, each place once; parts without counts, which do not add up."""
        return list(dict.fromkeys(each.split(" (")[0] for entry in reversed(self.entries) for each in entry.changed))

    @property
    def languages(self) -> str:
        """The languages whose texts were changed, or attested, in it."""
        codes = {
            code
            for entry in self.entries
            for code in (*entry.event.data.get("languages", ()), *filter(None, [entry.event.data.get("language")]))
        }
        return languages.names(code for code in languages.codes() if code in codes)

    @property
    def before(self) -> str:
        """The digest of the text before the run."""
        return next((entry.before for entry in reversed(self.entries) if entry.is_save), "")

    @property
    def after(self) -> str:
        """The digest of the text at its end."""
        return self.last.event.digest

    @property
    def differs(self) -> bool:
        """Whether the text at its end can be compared with another before it."""
        return self.last.is_save and bool(self.before) and self.before != self.after


@dataclass(frozen=True)
class Day:
    """One day on the first of the staff's clocks."""

    day: date
    runs: Sequence[Run]


@dataclass(frozen=True)
class Chapter:
    """What happened to one edition, one after the other; an edition comes again where another came between."""

    number: int
    days: Sequence[Day]


def chapters(entries: Iterable[Entry]) -> list[Chapter]:
    """Entries, newest first, arranged for reading."""
    zone = ZoneInfo(settings.DESK_TIME_ZONES[0][1])

    def day(entry: Entry) -> date:
        return in_zone(entry.event.at, zone).date()

    found = []
    for number, of_edition in groupby(entries, key=lambda entry: entry.event.edition.number):
        days = [
            Day(when, [Run(list(run)) for _key, run in groupby(of_day, key=_run)])
            for when, of_day in groupby(of_edition, key=day)
        ]
        found.append(Chapter(number, days))
    return found


def _run(entry: Entry) -> Any:
    event = entry.event
    # What was given a reason, or stands alone by its nature, is never folded away.
    return (event.verb, event.by_id) if event.verb in _RUNNING and not event.reason else event.pk


def events_of(document_id: int) -> QuerySet[Event]:
    """All events of a document, newest first; each knows as `before` the digest of the text that it changed."""
    earlier = Event.objects.filter(document=OuterRef("document"), verb__in=SAVING, pk__lt=OuterRef("pk"))
    before = earlier.exclude(digest="").order_by("-id").values("digest")[:1]
    found: QuerySet[Event] = Event.objects.filter(document=document_id).annotate(before=Subquery(before))
    return found.select_related("edition").order_by("-id")


@dataclass(frozen=True)
class Choice:
    """One filter: its name in the address, its label, what can be chosen, and what is."""

    name: str
    label: str
    options: Sequence[tuple[str, str]]
    chosen: str


@dataclass(frozen=True)
class Filters:
    """What of a history is shown: by person, step, language and edition; kept in the address."""

    choices: Sequence[Choice] = field(default_factory=tuple)

    @classmethod
    def from_query(cls, document_id: int, asked: QueryDict) -> "Filters":
        """The filters with what can be chosen in this document; a choice that is not there is ignored. One query."""
        rows = list(
            Event.objects.filter(document=document_id)
            .order_by()
            .values_list("by_id", "by_name", "verb", "edition__number")
            .distinct()
        )
        verbs = {row[2] for row in rows}
        options: Mapping[str, tuple[str, list[tuple[str, str]]]] = {
            "person": (_("Person"), sorted({(str(row[0]), row[1]) for row in rows}, key=lambda each: each[1])),
            "verb": (_("Step"), [(verb.value, str(DONE[verb])) for verb in DONE if verb in verbs]),
            "language": (_("Language"), [(code, languages.name(code)) for code in languages.codes()]),
            "edition": (_("Edition"), [(str(number), str(number)) for number in sorted({row[3] for row in rows})]),
        }
        return cls(
            [
                Choice(name, label, each, asked.get(name, "") if asked.get(name) in dict(each) else "")
                for name, (label, each) in options.items()
            ]
        )

    @property
    def given(self) -> dict[str, str]:
        """What was chosen, by the filters' names."""
        return {each.name: each.chosen for each in self.choices if each.chosen}

    @property
    def query(self) -> str:
        """The same, for an address."""
        return urlencode(self.given)

    def narrow(self, events: QuerySet[Event]) -> QuerySet[Event]:
        """The events that were chosen."""
        given = self.given
        if "person" in given:
            events = events.filter(by=int(given["person"])) if given["person"].isdigit() else events.filter(by=None)
        if "verb" in given:
            events = events.filter(verb=given["verb"])
        if "edition" in given:
            events = events.filter(edition__number=int(given["edition"]))
        if "language" in given:
            code = given["language"]
            # Canonical JSON: no white space, keys in order.
            named = Q(detail__contains=f'"language":"{code}"') | Q(detail__regex=rf'"languages":\[[^]]*"{code}"')
            events = events.filter(named)
        return events
