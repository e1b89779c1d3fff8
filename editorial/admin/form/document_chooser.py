"""Documents to choose from: found by title or slug as somebody types, never listed whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.models import Document, Edition
from editorial.states import State

#: How many documents are offered at once; whoever looks for another types more.
MOST = 20
#: Titles are shorter, and nobody types more than a few words.
_LONGEST, _MOST_WORDS = 200, 8


@dataclass(frozen=True)
class Chosen:
    """A document as it is offered: its uuid, kind and newest title, marked where the public does not see it."""

    uuid: str
    kind: str
    title: str


def documents_by_uuid(uuids: Iterable[str], *, now: datetime) -> dict[str, Chosen]:
    """These documents by uuid; unknown ones are left out. One query."""
    wanted = sorted(set(uuids))
    return {found.uuid: found for found in _named(Q(document__uuid__in=wanted), now)} if wanted else {}


def search(text: str, *, kind: str | None, now: datetime) -> list[Chosen]:
    """Documents of a kind (or of any) in whose titles or slugs, in any language, every word of `text` occurs.

    At most `MOST`, by title; without a text, those changed last. Two queries, whatever there is.
    """
    kept = Edition.objects.exclude(state=State.DISCARDED)
    if kind is not None:
        kept = kept.filter(document__kind=kind)
    words = text[:_LONGEST].replace("\x00", "").split()[:_MOST_WORDS]
    columns = [languages.column(name, code) for name in ("title", "slug") for code in languages.codes()]
    for word in words:
        kept = kept.filter(reduce(or_, (Q(**{f"{column}__icontains": word}) for column in columns)))
    latest = kept.order_by("-changed_at", "-pk").values_list("document_id", flat=True)[: MOST * 4]
    documents = list(dict.fromkeys(latest))[:MOST]
    return sorted(_named(Q(document_id__in=documents), now), key=lambda found: found.title.casefold())


def _named(condition: Q, now: datetime) -> Iterable[Chosen]:
    columns = [languages.column("title", code) for code in languages.codes()]
    reader = languages.column("title", (get_language() or "")[:2])
    live = Exists(Edition.objects.live(now).filter(document=OuterRef("document")))
    newest = Edition.objects.exclude(state=State.DISCARDED).filter(condition).order_by("document_id", "-number")
    rows = newest.distinct("document_id").annotate(is_live=live)
    for row in rows.values("document__uuid", "document__kind", "is_live", *columns):
        uuid = str(row["document__uuid"])
        title = row.get(reader) or next((row[column] for column in columns if row[column]), "")
        title = title or _("Untitled (%(uuid)s)") % {"uuid": uuid[:8]}
        marked = title if row["is_live"] else _("%(title)s (not public)") % {"title": title}
        yield Chosen(uuid, row["document__kind"], marked)


def by_words(text: str, *, kind: str | None) -> str | None:
    """The uuid of the one document that `text` names: by a public address, or by its exact title in any language."""
    from editorial.admin.workflow.transition_fields import AddressField

    documents = Document.objects.all() if kind is None else Document.objects.filter(kind=kind)
    address = AddressField.find(text)
    if address is not None:
        return str(address.uuid) if kind in (None, address.kind) else None
    titles = [Q(**{f"editions__{languages.column('title', code)}__iexact": text}) for code in languages.codes()]
    kept = reduce(and_, (reduce(or_, titles), ~Q(editions__state=State.DISCARDED)))
    found = list(documents.filter(kept).order_by().distinct().values_list("uuid", flat=True)[:2])
    return str(found[0]) if len(found) == 1 else None


def as_json(found: Iterable[Chosen]) -> dict[str, Any]:
    """What the chooser's script reads."""
    return {"results": [{"id": one.uuid, "text": one.title} for one in found]}
