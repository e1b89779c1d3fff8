"""The workflow in the admin of every kind of content: who sees what, the action bar, and the screens beside the form."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils import timezone

from editorial.admin import request_cache
from editorial.admin.base import ModelAdmin, person
from editorial.admin.checks.content_checks import ChecksMixin
from editorial.admin.history.views import HistoryMixin
from editorial.admin.importing.views import ImportMixin
from editorial.admin.listing.changelist import ChangelistMixin
from editorial.admin.presence.views import TogetherMixin
from editorial.admin.preview import PreviewMixin
from editorial.admin.remarks.links import LinksMixin
from editorial.admin.remarks.views import RemarksMixin
from editorial.admin.review.screen import ReviewMixin
from editorial.admin.translating.screen import TranslateMixin
from editorial.admin.translating.xliff import XliffMixin
from editorial.admin.workflow.actionbar import Workflow
from editorial.models import Edition
from editorial.workflow.rules import permissions


class WorkflowMixin(
    TogetherMixin,
    XliffMixin,
    TranslateMixin,
    RemarksMixin,
    LinksMixin,
    ChecksMixin,
    ImportMixin,
    ChangelistMixin,
    ReviewMixin,
    HistoryMixin,
    PreviewMixin,
    ModelAdmin,
):
    """All of an edition's screens but the form itself; `ContentMixin` brings the form.

    The engine's permissions are those of `Edition`, whatever the kind, so Django's per-model permissions are not asked.
    The change form finds the action bar's data under `workflow` in its context.
    """

    def get_urls(self) -> list[URLPattern]:
        """The kind's addresses: its screens, import, work on many, one per transition, previews, history; then Django's own."""
        own = [
            *self.import_urls(),
            *self.bulk_urls(),
            *self.transition_urls(),
            *self.review_urls(),
            *self.together_urls(),
            *self.xliff_urls(),
            *self.translate_urls(),
            *self.remarks_urls(),
            *self.links_urls(),
            *self.checks_urls(),
            *self.preview_urls(),
            *self.history_urls(),
        ]
        return [*own, *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Every edition of the kind with what its screens name, in one query."""
        return (
            super()
            .get_queryset(request)
            .select_related("document", "changed_by", "withdrawal", "release_item__release")
        )

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Whoever may read editions sees the kind on the index page."""
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Edition | None = None) -> bool:
        """All who work on content may read all of it."""
        return request.user.is_active and request.user.has_perm("editorial.view_edition")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Whoever may write a whole draft may begin one."""
        return permissions.may_write(person(request))

    def has_delete_permission(self, request: HttpRequest, obj: Edition | None = None) -> bool:
        """Never: drafts are discarded, published editions withdrawn, and both stay on record."""
        return False

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Nothing: the engine's events are the record, and Django's log beside them could only contradict it."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Nothing, as for `log_addition`."""

    def render_change_form(
        self, request: HttpRequest, context: Any, add: bool = False, change: bool = False, form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:  # fmt: skip
        """The form, with the action bar's data for an edition that exists."""
        if obj is not None and obj.pk:
            workflow = Workflow.of(
                obj, by=person(request), now=timezone.now(), site=self.admin_site, case=request_cache.case(request, obj)
            )
            context = {**context, "workflow": workflow}
        return super().render_change_form(request, context, add=add, change=change, form_url=form_url, obj=obj)
