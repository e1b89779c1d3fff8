"""Telling people that something was said: the one place from which notices about remarks go out."""

from collections.abc import Iterable, Sequence

from editorial import notices
from editorial.models import Event, NoticeType, RemarkEntry, User
from editorial.workflow.attempt import contributors


def send_notices(entry: RemarkEntry, *, event: Event, mentioned: Sequence[User]) -> None:
    """Called in the transaction of every entry, with its line in the record and the people whom it mentions.

    Whoever is `mentioned` is told so; the others who are `concerned` are told that something was said.
    """
    detail = {"quote": entry.text, **({"guest": entry.guest_name} if entry.is_guest else {})}
    others = concerned(entry) - {person.pk for person in mentioned}
    audiences: tuple[tuple[NoticeType, Iterable[User | int]], ...] = (
        (NoticeType.MENTIONED, mentioned),
        (NoticeType.REMARK, others),
    )
    for sort, people in audiences:
        notices.send_notices(
            sort,
            to=people,
            by=entry.by,
            now=entry.at,
            about=entry.edition,
            event=event,
            detail=detail,
            cause=f"remark/{entry.pk}",
        )


def concerned(entry: RemarkEntry) -> set[int]:
    """Primary keys of those whom an entry concerns: who is in the thread, writes the text or sent the link.

    Nobody is told what they said themselves.
    """
    thread = entry.remark
    people = set(thread.entries.filter(by__isnull=False).values_list("by_id", flat=True))
    people |= contributors(entry.edition)
    if entry.link is not None:
        people.add(entry.link.made_by_id)
    return people - {entry.by_id}
