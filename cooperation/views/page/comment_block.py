"""The comments under a page: read with one query where they are switched on, with none elsewhere."""

from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import Count, Window

from cooperation.views.page.live_page import LivePage
from cooperation.views.request.page_request import PageRequest
from cooperation.views.request.segments import COMMENTS
from editorial.base.prepared_queries import DOCUMENT, Compiled
from editorial.models import Comment, CommentStatus

#: Comments on the page itself, the latest; all of them are on the page of the comments.
LATEST = 20


def approved(document_id: int, language: str) -> Any:
    """What visitors said in a language about a document and moderators approved, the latest first."""
    return Comment.objects.filter(document_id=document_id, language=language, status=CommentStatus.APPROVED).order_by(
        "-id"
    )


@cache
def _latest(code: str) -> Compiled:
    def build() -> Any:
        rows = approved(DOCUMENT, code).annotate(total=Window(Count("pk")))
        return rows.values("id", "name", "text", "written_on", "total")[:LATEST]

    return Compiled(build)


def address(uuid: UUID | str, language: str) -> str:
    """The page of a document's comments."""
    return f"/{language}/{COMMENTS[language]}/{uuid}/"


def comments_shown(found: LivePage, asked: PageRequest) -> dict[str, Any] | None:
    """What `cooperation/_comments.html` shows under a page; none where comments are off, and for past moments.

    A page of the past is shown as it was signed; what visitors say about it is said today.
    """
    if not found.is_discussed or found.discussion_closes_at is None or asked.is_past:
        return None
    rows = _latest(asked.language).rows(document=found.document_id)
    return {
        "rows": rows,
        "total": rows[0]["total"] if rows else 0,
        "is_open": asked.now < found.discussion_closes_at,
        "closes_at": found.discussion_closes_at,
        "url": address(found.uuid, asked.language),
    }
