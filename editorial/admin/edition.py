"""What the admins of all kinds of content share."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils import timezone

from editorial.admin import bulk, importing_report, once
from editorial.admin.actionbar import Workflow
from editorial.admin.base import person
from editorial.admin.changelist import ChangelistMixin
from editorial.admin.content_checks import ChecksScreen, WaiveScreen
from editorial.admin.form import ContentMixin
from editorial.admin.history import CompareScreen, HistoryScreen, RestoreScreen
from editorial.admin.importing import ImportPreviewScreen, ImportScreen
from editorial.admin.preview import PreviewFileScreen, PreviewPaperScreen, PreviewScreen
from editorial.admin.record import RecordScreen
from editorial.admin.remarks.links import LinkRevokeScreen, LinksScreen
from editorial.admin.remarks.views import RemarkScreen, RemarksScreen
from editorial.admin.review import AssignScreen, DecisionScreen, ReviewScreen
from editorial.admin.screen import EditionScreen
from editorial.admin.together import TogetherMixin
from editorial.admin.transition import TransitionScreen
from editorial.admin.translate import HintsScreen, TranslateScreen
from editorial.admin.workflow import KindAdmin
from editorial.admin.xliff import XliffBackScreen, XliffExportScreen, XliffOutScreen, XliffPreviewScreen, xliff


class EditionAdmin(
    TogetherMixin,
    ChangelistMixin,
    ContentMixin,
    KindAdmin,
):
    """The admin of one kind of content: its list, and a screen for everything else.

    A kind names the fields of its form (`groups`) and its parts (`parts`)::

        @admin.register(Page)
        class PageAdmin(EditionAdmin):
            groups = ((None, ("title", "slug", "summary")), (_("Place"), ("parent", "themetag")))
            parts = (SECTIONS, FIGURES, ATTACHMENTS)
    """

    #: Every screen of the kind but its list.
    screens: tuple[type[EditionScreen], ...] = (
        ImportScreen,
        ImportPreviewScreen,
        bulk.BulkReportScreen,
        bulk.BulkScreen,
        TransitionScreen,
        DecisionScreen,
        ReviewScreen,
        AssignScreen,
        XliffOutScreen,
        XliffBackScreen,
        XliffExportScreen,
        XliffPreviewScreen,
        TranslateScreen,
        HintsScreen,
        RemarksScreen,
        RemarkScreen,
        LinksScreen,
        LinkRevokeScreen,
        ChecksScreen,
        WaiveScreen,
        PreviewScreen,
        PreviewPaperScreen,
        PreviewFileScreen,
        CompareScreen,
        RestoreScreen,
        RecordScreen,
        HistoryScreen,
    )

    actions = (*bulk.ACTIONS, xliff)

    def get_urls(self) -> list[URLPattern]:
        """The addresses of the screens, then Django's own."""
        own = [
            *self.together_urls(),
        ]
        return [*own, *(url for screen in self.screens for url in screen.urls(self)), *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: Any, add: bool = False, change: bool = False, form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:  # fmt: skip
        """The form, with the action bar's data for an edition that exists."""
        if obj is not None and obj.pk:
            workflow = Workflow.of(
                obj, by=person(request), now=timezone.now(), site=self.admin_site, case=once.case(request, obj)
            )
            context = {**context, "workflow": workflow}
            if "imported" in request.GET:
                context["import_reports"] = importing_report.of_edition(obj, request.GET["imported"])
        return super().render_change_form(request, context, add=add, change=change, form_url=form_url, obj=obj)
