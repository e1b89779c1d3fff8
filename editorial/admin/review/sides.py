"""What an edition can be read against: the live edition, another of the document, any text that was ever saved."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from editorial.admin import labels
from editorial.content import kept
from editorial.content.canonical import Content
from editorial.models import Edition, Event
from editorial.states import DONE, Standing, State, Verb

#: In an address: against nothing, so that all is new.
NOTHING = "nothing"
#: Verbs after which the content may say something else.
_SAVING = (
    Verb.CREATE, Verb.SAVE, Verb.RESTORE, Verb.REVISE, Verb.BRING_BACK, Verb.GRANT_EXCEPTION, Verb.END_EXCEPTION,
)  # fmt: skip
_DIGEST = re.compile("[0-9a-f]{64}")
#: Saved texts that are offered, the newest; older ones are reached from the history.
_MOST = 100


@dataclass(frozen=True)
class Side:
    """One text, by its digest, in words."""

    digest: str
    label: str


@dataclass(frozen=True)
class Sides:
    """All that is offered, and what is chosen; `chosen` is none where all is new.

    `usual` tells that nothing was chosen by hand; `extra` is what was chosen where it is not among what is offered;
    `live` is the document's edition that is public now; `sent_back` what the edition said when changes were last
    requested, with the reason, where it says something else by now.
    """

    editions: tuple[Side, ...]
    saves: tuple[Side, ...]
    chosen: Side | None
    usual: bool
    extra: Side | None = None
    live: Edition | None = None
    sent_back: "SentBack | None" = None


@dataclass(frozen=True)
class SentBack:
    """A text that came back with a reason: a reviewer who sees it again wants to know what became of that."""

    side: Side
    by: str
    at: datetime
    reason: str


def sides_of(edition: Edition, wanted: str, *, now: datetime) -> Sides | None:
    """What `edition` can be read against.

    :param wanted: a digest, `NOTHING`, or empty for the usual: the live edition, else the one that this was made from,
        else, for a first edition, the text that was sent back.
    Answers None where no edition of the document ever said `wanted`.
    """
    others = list(
        Edition.objects.filter(document=edition.document_id)
        .exclude(pk=edition.pk)
        .select_related("withdrawal")
        .order_by("-number")
    )
    editions = [Side(other.digest, _edition_label(other, now)) for other in others]
    saves = list(_saves(edition, but={edition.digest, *(other.digest for other in others)}))
    known = {side.digest: side for side in (*saves, *editions)}
    live = next((other for other in (edition, *others) if other.standing(now) == Standing.LIVE), None)
    usual = live if live is not None and live.pk != edition.pk else _parent(edition, others)
    sent_back = _sent_back(edition)
    if not wanted and usual is None:
        chosen = sent_back.side if sent_back is not None else None
    elif not wanted:
        chosen = known.get(usual.digest) if usual is not None else None
    elif wanted == NOTHING:
        chosen = None
    else:
        chosen = known.get(wanted) or _older(edition, wanted)
        if chosen is None:
            return None
    extra = chosen if chosen is not None and chosen.digest not in known else None
    return Sides(tuple(editions), tuple(saves), chosen, usual=not wanted, extra=extra, live=live, sent_back=sent_back)


def _sent_back(edition: Edition) -> SentBack | None:
    """What the edition said when changes were last requested; none in its first round, or where it says the same."""
    if edition.round < 2:
        return None
    asked = edition.events.filter(verb=Verb.REQUEST_CHANGES).order_by("-id")
    last = asked.values_list("digest", "at", "by_name", "reason").first()
    if last is None or last[0] == edition.digest:
        return None
    digest, at, by_name, reason = last
    return SentBack(Side(digest, _save_label(at, by_name, Verb.REQUEST_CHANGES, edition.number)), by_name, at, reason)


def _parent(edition: Edition, others: Iterable[Edition]) -> Edition | None:
    """The edition that this one was made from."""
    return next((other for other in others if other.pk == edition.based_on_id), None)


def _edition_label(edition: Edition, now: datetime) -> str:
    standing = edition.standing(now) or State(edition.state)
    values = {"number": edition.number, "state": str(standing.label).lower()}
    return _("Edition %(number)s (%(state)s)") % values


def _saves(edition: Edition, *, but: set[str]) -> Iterable[Side]:
    events = (
        Event.objects.filter(document=edition.document_id, verb__in=_SAVING)
        .exclude(digest__in=["", *sorted(but)])
        .order_by("-id")
        .values_list("digest", "at", "by_name", "verb", "edition__number")[:_MOST]
    )
    seen = set()
    for digest, at, by_name, verb, number in events:
        if digest not in seen:
            seen.add(digest)
            yield Side(digest, _save_label(at, by_name, verb, number))


def _save_label(at: datetime, by_name: str, verb: str, number: int) -> str:
    first = labels.in_zones(at)[0]
    return _("Edition %(number)s: %(verb)s, %(person)s, %(moment)s %(place)s") % {
        "number": number,
        "verb": str(DONE[Verb(verb)]).lower(),
        "person": by_name,
        "moment": first.text,
        "place": first.place,
    }


def _older(edition: Edition, digest: str) -> Side | None:
    """A text that is not among those offered, if an edition of the same document ever said it."""
    if not _DIGEST.fullmatch(digest):
        return None
    event = (
        Event.objects.filter(document=edition.document_id, digest=digest)
        .order_by("id")
        .values_list("at", "by_name", "verb", "edition__number")
        .first()
    )
    return Side(digest, _save_label(*event)) if event is not None else None


def said_before(edition: Edition, digest: str) -> bool:
    """Whether an edition of this document ever said the text with this digest, which came with a form."""
    return _older(edition, digest) is not None


def contents(digests: Iterable[str]) -> dict[str, Content]:
    """The contents with these digests, by one query; one that was never saved is left out."""
    return kept.contents(digests)
