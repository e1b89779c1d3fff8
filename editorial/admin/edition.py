"""What the admins of all kinds of content share."""

from django.urls import URLPattern

from editorial.admin.checks.content_checks import ChecksScreen, WaiveScreen
from editorial.admin.form.add import AddScreen
from editorial.admin.form.edit import FormScreen
from editorial.admin.history.record import RecordScreen
from editorial.admin.history.views import CompareScreen, HistoryScreen, RestoreScreen
from editorial.admin.importing.views import ImportPreviewScreen, ImportScreen
from editorial.admin.kind_admin import KindAdmin
from editorial.admin.listing import bulk
from editorial.admin.listing.changelist import ChangelistMixin
from editorial.admin.presence.views import AutosaveScreen, PresenceScreen, UnsavedScreen
from editorial.admin.preview import PreviewFileScreen, PreviewPdfScreen, PreviewScreen
from editorial.admin.remarks.links import LinkRevokeScreen, LinksScreen
from editorial.admin.remarks.views import RemarkScreen, RemarksScreen
from editorial.admin.review.screen import AssignScreen, DecisionScreen, ReviewScreen
from editorial.admin.screen import EditionScreen
from editorial.admin.translating.screen import HintsScreen, TranslateScreen
from editorial.admin.translating.xliff_export import XliffExportScreen, XliffFileScreen
from editorial.admin.translating.xliff_import import XliffPreviewScreen, XliffUploadScreen, xliff
from editorial.admin.workflow.transition import TransitionScreen


class EditionAdmin(ChangelistMixin, KindAdmin):
    """The admin of one kind of content: its list, and a screen for everything else.

    A kind names the fields of its form (`groups`) and its parts (`parts`)::

        @admin.register(Page)
        class PageAdmin(EditionAdmin):
            groups = ((None, ("title", "slug", "summary")), (_("Place"), ("parent", "themetag")))
            parts = (SECTIONS, FIGURES, ATTACHMENTS)
    """

    actions = (*bulk.ACTIONS, xliff)
    change_form_template = "admin/editorial/edition_change_form.html"
    #: Every screen but the list. Another screen is added here, by a kind to its own (see also `screen.instead_of`).
    screens: tuple[type[EditionScreen], ...] = (
        ImportScreen,
        ImportPreviewScreen,
        bulk.BulkReportScreen,
        bulk.BulkScreen,
        TransitionScreen,
        DecisionScreen,
        ReviewScreen,
        AssignScreen,
        PresenceScreen,
        AutosaveScreen,
        UnsavedScreen,
        XliffFileScreen,
        XliffUploadScreen,
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
        PreviewPdfScreen,
        PreviewFileScreen,
        CompareScreen,
        RestoreScreen,
        RecordScreen,
        HistoryScreen,
        AddScreen,
        FormScreen,
    )

    def get_urls(self) -> list[URLPattern]:
        """The addresses of the screens, then Django's, among them the list; its form and history are out of reach."""
        return [*(url for screen in self.screens for url in screen.urls(self)), *super().get_urls()]
