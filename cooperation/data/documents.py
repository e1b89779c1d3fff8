"""A document asked for by its lasting identity, or at the address of its page, for data about it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import F
from django.http import HttpRequest, HttpResponse

from cooperation.public_kind import PublicKind
from cooperation.views.page import queries
from cooperation.views.request.page_request import NotFound, PageRequest
from cooperation.views.request.unavailable import became_of
from editorial.base import languages
from editorial.base.languages import column
from editorial.base.prepared_queries import MOMENT, Compiled, any_uuid
from editorial.models import Edition
from editorial.models.querysets import Begins


@cache
def _by_uuid(kind: str) -> Compiled:
    def build() -> Any:
        slugs = [column("slug", code) for code in languages.codes()]
        return (
            Edition.objects.live(MOMENT)
            .filter(any_uuid(F("document__uuid")), document__kind=kind)
            .order_by()
            .values("document_id", "number", "digest", "excepted_languages", "source_language", *slugs)
        )

    return Compiled(build)


def live(kind: PublicKind, uuid: UUID, asked: PageRequest) -> dict[str, Any] | None:
    """Number, digest, languages and slugs of the document's edition that is public at the moment."""
    return _by_uuid(kind.key).first(uuids=[uuid], moment=asked.moment)


def last(kind: PublicKind, uuid: UUID, asked: PageRequest) -> Edition | None:
    """The document's last edition that has been public by the moment, with its withdrawal."""
    found: Edition | None = (
        Edition.objects.begun(asked.moment)
        .filter(document__uuid=uuid, document__kind=kind.key)
        .select_related("withdrawal")
        .order_by("-live_during")
        .first()
    )
    return found


@dataclass(frozen=True)
class Subject:
    """The document whose page stands at an address, as far as data about it needs it."""

    document_id: int
    uuid: UUID
    number: int
    title: str
    slug: str
    summary: str


@cache
def _at(kind: str, code: str) -> Compiled:
    def build() -> Any:
        found = queries.at_address(kind, code).build()
        return found.annotate(
            uuid=F("document__uuid"),
            since=Begins("live_during"),
            title_=F(column("title", code)),
            slug_=F(column("slug", code)),
            summary_=F(column("summary", code)),
        ).values("document_id", "uuid", "number", "title_", "slug_", "summary_", "excepted_languages")

    return Compiled(build)


def at_address(
    request: HttpRequest, kind: PublicKind, slug: str, asked: PageRequest, address: Callable[[str], str]
) -> Subject | HttpResponse:
    """The document whose page stands at this slug at the moment; else an answer that says what became of it.

    :param address: where the same data is for another slug: an earlier address leads to the present one.
    """
    path = kind.path(asked.language, slug)
    row = _at(kind.key, asked.language).first(path=path, slug=slug, moment=asked.moment)
    if row is not None and asked.language not in row["excepted_languages"]:
        return Subject(
            row["document_id"], row["uuid"], row["number"], row["title_"], row["slug_"], row["summary_"] or ""
        )
    document = queries.ever_there(kind, slug, asked)
    if document is None:
        raise NotFound
    return became_of(request, kind, document, asked, address)
