"""The threads that belong on an edition's screens: read with a fixed number of queries, grouped by place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.base.reasons import Reason
from editorial.collaboration.remarks import permissions, places
from editorial.collaboration.remarks.places import Found, Place
from editorial.comparison import diff
from editorial.content.canonical import Content
from editorial.content.wording import Words
from editorial.models import Edition, Mention, Remark, RemarkEntry, User
from editorial.workflow.attempt import Attempt


class ThreadFilter(StrEnum):
    """Which threads are shown."""

    OPEN = "open"
    MUST_FIX = "must_fix"
    MINE = "mine"
    RESOLVED = "resolved"
    ALL = "all"


@dataclass(frozen=True)
class Thread:
    """A thread as it is shown to one person.

    `label` is what its place is called now, or was called when it was opened; `from_edition` is the number of the
    earlier edition that it comes from, none for this one.
    """

    remark: Remark
    entries: Sequence[RemarkEntry]
    found: Found
    label: str
    from_edition: int | None
    against_resolving: Sequence[Reason]
    against_reopening: Sequence[Reason]

    @property
    def opening(self) -> RemarkEntry:
        """What it begins with."""
        return self.entries[0]

    @property
    def answers(self) -> Sequence[RemarkEntry]:
        """What was said since."""
        return self.entries[1:]

    @property
    def language_name(self) -> str:
        """The language that it is about, in the reader's language; empty for all."""
        return languages.name(self.remark.language) if self.remark.language else ""


@dataclass(frozen=True)
class Group:
    """The threads of one place."""

    label: str
    threads: Sequence[Thread]
    is_gone: bool = False


@dataclass(frozen=True)
class Listing:
    """What one person sees of the remarks on an edition.

    `counts` says how many threads each way of showing has; `marks` how many open ones stand at
    each path and language, with the first of them;
    `places` are for the form that opens a thread.
    """

    show: ThreadFilter
    groups: Sequence[Group]
    counts: dict[ThreadFilter, int]
    marks: Sequence[tuple[str, str, int, int]]
    places: Sequence[Place]
    may_remark: bool


def belonging(edition: Edition) -> QuerySet[Remark]:
    """The threads that belong on an edition's screens: its own, open ones of earlier editions, and those of which
    somebody spoke while this edition was worked on."""
    spoken_of = RemarkEntry.objects.filter(remark=OuterRef("pk"), edition=edition.pk)
    carried = Q(edition__number__lt=edition.number) & (Q(resolved_at__isnull=True) | Exists(spoken_of))
    return Remark.objects.filter(Q(edition=edition.pk) | carried, document=edition.document_id)


def listing(
    edition: Edition,
    value: Content,
    *,
    by: User,
    now: datetime,
    show: ThreadFilter = ThreadFilter.OPEN,
    words: Words | None = None,
) -> Listing:
    """The threads of an edition that says `value`, as `by` sees them. At most seven queries, whatever there is.

    :param words: those of `value`, where the caller has them.
    """
    words = words or Words(value)
    entries = RemarkEntry.objects.select_related("by", "link").prefetch_related(
        Prefetch("mentions", Mention.objects.select_related("person"))
    )
    remarks = (
        belonging(edition)
        .select_related("opened_by__party", "resolved_by", "edition", "link")
        .prefetch_related(Prefetch("entries", entries))
    )
    rows = list(remarks)
    choices = places.choices(value, words)
    labels = _labels(value, choices, [remark.path for remark in rows], words)
    barring = any(remark.must_fix and remark.is_open for remark in rows)
    contributed = barring and Attempt(edition, by, now).contributed
    threads = [_thread(remark, edition, value, labels, by, contributed) for remark in rows]
    counts = {each: sum(_is_shown(thread, each, by) for thread in threads) for each in ThreadFilter}
    shown = [thread for thread in threads if _is_shown(thread, show, by)]
    return Listing(
        show=show,
        groups=_grouped(shown, choices, labels),
        counts=counts,
        marks=_marks(threads),
        places=choices,
        may_remark=not permissions.against_remarking(by),
    )


def _labels(value: Content, choices: Sequence[Place], paths: Sequence[str], words: Words) -> dict[str, str]:
    """What the places of `paths` are called now; those that are gone are left out."""
    found = {place.path: place.label for place in choices}
    within = [path for path in dict.fromkeys(paths) if path not in found and places.exists(value, path)]
    return {**found, **dict(zip(within, diff.labels_of(value, within, words), strict=True))}


def _thread(
    remark: Remark, edition: Edition, value: Content, labels: dict[str, str], by: User, contributed: bool
) -> Thread:
    reader = (get_language() or "")[:2]
    called = remark.place.get(reader) or next(iter(remark.place.values()), "")
    return Thread(
        remark=remark,
        entries=list(remark.entries.all()),
        found=places.find_place(value, remark.path, remark.language, remark.quotation),
        label=labels.get(remark.path, called),
        from_edition=remark.edition.number if remark.edition_id != edition.pk else None,
        against_resolving=permissions.against_resolving(remark, by=by, contributed=contributed),
        against_reopening=permissions.against_reopening(remark, by=by),
    )


def _is_shown(thread: Thread, show: ThreadFilter, by: User) -> bool:
    remark = thread.remark
    match show:
        case ThreadFilter.OPEN:
            return remark.is_open
        case ThreadFilter.MUST_FIX:
            return remark.is_open and remark.must_fix
        case ThreadFilter.RESOLVED:
            return not remark.is_open
        case ThreadFilter.MINE:
            return any(
                entry.by_id == by.pk or any(mention.person_id == by.pk for mention in entry.mentions.all())
                for entry in thread.entries
            )
    return True


def _grouped(threads: Sequence[Thread], choices: Sequence[Place], labels: dict[str, str]) -> list[Group]:
    """By place, in the order of the form; within a place by age; last those whose place is gone."""
    order = {place.path: number for number, place in enumerate(choices)}

    def place_of(thread: Thread) -> tuple[int, str]:
        path = thread.remark.path
        whole = "/".join(path.split("/")[:2])
        return order.get(path, order.get(whole, len(order))), path

    found: list[Group] = []
    for thread in sorted((each for each in threads if each.found != Found.GONE), key=place_of):
        label = labels.get(thread.remark.path, thread.label)
        if found and found[-1].label == label:
            found[-1] = replace(found[-1], threads=[*found[-1].threads, thread])
        else:
            found.append(Group(label, [thread]))
    gone = [thread for thread in threads if thread.found == Found.GONE]
    return [*found, *([Group(_("On parts that are gone"), gone, is_gone=True)] if gone else [])]


def _marks(threads: Sequence[Thread]) -> list[tuple[str, str, int, int]]:
    counted: dict[tuple[str, str], list[int]] = {}
    for thread in threads:
        remark = thread.remark
        if remark.is_open and remark.path and thread.found != Found.GONE:
            counted.setdefault((remark.path, remark.language), []).append(remark.pk)
    return [(path, language, len(found), found[0]) for (path, language), found in counted.items()]
