"""Beside every screen of an edition: who was asked to do what, and by when its document is to be read again."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from editorial.admin.base import person
from editorial.admin.panels import Screen, aside
from editorial.base import clock
from editorial.content import kinds
from editorial.models import BulkWork, Edition
from editorial.states import OPEN, Verb
from editorial.workflow import assignment
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions


@aside(Screen.FORM, Screen.REVIEW, Screen.TRANSLATE, template="editorial/admin/desk/_assigned.html", order=10)
def assigned(request: HttpRequest, edition: Edition) -> dict[str, Any] | None:
    """The assignments in force, and ways to change them for those who may."""
    by, now = person(request), clock.now()
    asked = assignment.assignees([edition])[edition.pk] if edition.state in OPEN else []
    may_assign = not permissions.problems(Verb.ASSIGN, Attempt(edition, by, now)) or not permissions.problems(
        Verb.ASSIGN, Attempt(edition, by, now, to=by)
    )
    may_set = not permissions.problems(Verb.SET_REVIEW_BY, Attempt(edition, by, now))
    if not asked and not may_assign and not may_set:
        return None
    return {
        "asked": asked,
        "review_by": edition.document.review_by,
        "assign_url": _url(edition, BulkWork.ASSIGN) if may_assign else "",
        "review_by_url": _url(edition, BulkWork.SET_REVIEW_BY) if may_set else "",
        "today": now.date(),
    }


def _url(edition: Edition, work: BulkWork) -> str:
    meta = kinds.get_kind(edition.document.kind).model._meta
    return f"{reverse(f'admin:{meta.app_label}_{meta.model_name}_bulk', args=(work.value,))}?items={edition.pk}"
