"""What public pages ask the database. Every question starts from a moment: `.live(moment)`, or `.begun(moment)` for
what was public once; each is compiled once a language (see `compiled`)."""

from datetime import datetime
from functools import cache
from typing import Any

from django.db.models import BooleanField, Case, ExpressionWrapper, F, Q, When

from cooperation.views.request.page_request import PageRequest
from editorial.base import languages
from editorial.base.files.store import offered_name
from editorial.base.languages import column
from editorial.base.prepared_queries import (
    DOCUMENT,
    MOMENT,
    PATH,
    SLUG,
    Compiled,
)
from editorial.content.kinds import Kind
from editorial.models import Edition
from editorial.models.querysets import Begins, Ends

Row = dict[str, Any]

#: Whether visitors may comment: read along with the edition, so that pages without comments pay no query for it.
_OF_DISCUSSION = ("document__uuid", "document__discussion__is_on", "document__discussion__closes_at")

#: How many links of one sort a page shows at most.
MOST = 60

_OF_EDITION = ("pk", "document_id", "number", "excepted_languages", "urgent_at", "confirmed_at")


def is_live() -> "ExpressionWrapper[Q]":
    """Whether an edition is public at the moment, as a column."""
    return ExpressionWrapper(Q(live_during__contains=MOMENT), output_field=BooleanField())


def in_all_languages(*fields: str) -> list[str]:
    """The columns of translated fields, in every language."""
    return [column(field, code) for field in fields for code in languages.codes()]


def linked(queryset: Any, code: str, *more: str, **named: Any) -> Any:
    """Title, slug and summary in one language, for a link; only editions that are public in it."""
    return (
        queryset.in_language(code)
        .annotate(
            title_=F(column("title", code)), slug_=F(column("slug", code)), summary_=F(column("summary", code)), **named
        )
        .values("title_", "slug_", "summary_", *more, *named)
    )


def as_link(row: Row, kind: str, visit: PageRequest) -> dict[str, Any]:
    """A row of `linked` as `_links.html` names its parts."""
    return {"title": row["title_"], "url": visit.page(kind, row["slug_"]), "summary": row["summary_"] or ""}


@cache
def at_address(kind: str, code: str) -> Compiled:
    """The edition of a kind that is public at `path` (in small letters) with this very `slug` at the `moment`."""

    def build() -> Any:
        return (
            Edition.objects.live(MOMENT)
            .filter(
                document__addresses__language=code,
                document__addresses__path__lower=PATH,
                document__kind=kind,
                **{column("slug", code): SLUG},
            )
            .order_by()
            .values(*_OF_EDITION, *_OF_DISCUSSION)
        )

    return Compiled(build)


def find(kind: Kind, slug: str, visit: PageRequest) -> Row | None:
    """The edition that is public at this very address at the moment: `_OF_EDITION` and `_OF_DISCUSSION`."""
    given = {"path": kind.path(visit.language, slug).lower(), "slug": slug, "moment": visit.moment}
    return at_address(kind.key, visit.language).first(**given)


@cache
def editions(code: str) -> Compiled:
    """Every edition of the `document` that has been public by the `moment`, newest first."""

    def build() -> Any:
        return (
            Edition.objects.begun(MOMENT)
            .filter(document_id=DOCUMENT)
            .order_by("-live_during")
            .annotate(
                since=Begins("live_during"),
                ends=Ends("live_during"),
                note_=F(column("change_note", code)),
                slug_=F(column("slug", code)),
            )
            .values("number", "minor", "excepted_languages", "since", "ends", "note_", "slug_")
        )

    return Compiled(build)


def history(document: int, visit: PageRequest) -> list[Row]:
    """Every edition of the document that has been public by *now*, newest first: the caller leaves out what came
    after the moment, and learns from the rest how the page stands at present."""
    return editions(visit.language).rows(document=document, moment=visit.now)


def file_offered(sha256: str, name: str, moment: datetime) -> Row | None:
    """Name, media type and size of a file, if an edition that is live at the moment offers it under this name."""
    rows = (
        Edition.objects.live(moment)
        .filter(attachments__sha256=sha256)
        .order_by()
        .values(file=F("attachments__file"), media_type=F("attachments__media_type"), size=F("attachments__size"))
        .distinct()
    )
    return next((row for row in rows if name in (row["file"], offered_name(row))), None)


def with_document(edition: int, moment: datetime) -> Edition | None:
    """The row of an edition that is live at the moment, with its document."""
    found: Edition | None = Edition.objects.live(moment).select_related("document").filter(pk=edition).first()
    return found


def live_excepted(kind: Kind, slug: str, visit: PageRequest) -> Row | None:
    """The live edition that will have this slug in the visitor's language, once it is in that language."""
    code = visit.language
    found: Row | None = (
        Edition.objects.live(visit.moment)
        .filter(document__kind=kind.key, excepted_languages__contains=[code])
        .filter(**{f"{column('slug', code)}__lower": slug.lower()})
        .order_by("document_id")
        .values(*_OF_EDITION, *in_all_languages("title", "slug"))
        .first()
    )
    return found


def ever_there(kind: Kind, slug: str, visit: PageRequest) -> int | None:
    """The document that has been public under this address by the moment, whatever became of it.

    Capital letters make no other address; where two documents once had such a pair, the very spelling counts.
    """
    code = visit.language
    found: int | None = (
        Edition.objects.begun(visit.moment)
        .in_language(code)
        .filter(
            document__addresses__language=code,
            document__addresses__path__lower=kind.path(code, slug).lower(),
            **{f"{column('slug', code)}__lower": slug.lower()},
        )
        .order_by(Case(When(**{column("slug", code): slug}, then=0), default=1), "document_id")
        .values_list("document_id", flat=True)
        .first()
    )
    return found


def last_edition(document: int, moment: datetime) -> Edition:
    """The edition of a document that is live at the moment, or else the last that was, with its withdrawal."""
    found: Edition = (
        Edition.objects.begun(moment)
        .filter(document_id=document)
        .select_related("document", "withdrawal__redirect_to")
        .order_by("-live_during")[0]
    )
    return found


def last_in_language(document: int, visit: PageRequest) -> Edition | None:
    """The last edition that was public in the visitor's language by the moment, whatever came after it."""
    code = visit.language
    found: Edition | None = (
        Edition.objects.begun(visit.moment)
        .in_language(code)
        .filter(document_id=document)
        .exclude(**{column("slug", code): ""})
        .order_by("-live_during")
        .first()
    )
    return found


@cache
def _latest(kinds_shown: tuple[str, ...], code: str, most: int) -> Compiled:
    def build() -> Any:
        live = Edition.objects.live(MOMENT).filter(document__kind__in=kinds_shown)
        rows = linked(live, code, since=Begins("live_during"), kind=F("document__kind"))
        # As the index has them and no further: to settle ties, all that went live with the last would have to be read.
        return rows.order_by("-since")[:most]

    return Compiled(build)


def latest(kinds_shown: tuple[str, ...], visit: PageRequest, most: int) -> list[Row]:
    """The publications of these kinds that went live last."""
    return _latest(kinds_shown, visit.language, most).rows(moment=visit.moment)
