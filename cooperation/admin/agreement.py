"""Agreements in the admin: their status, and which of them have a step overdue."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cooperation.admin.names import OTHER_NAMES
from cooperation.admin.shared import CHANGE, TEXTS
from cooperation.lists.status import overdue_at, status_at
from cooperation.models import Agreement, AgreementParty, StatusStep
from editorial.admin.edition import EditionAdmin
from editorial.admin.form.attachments import ATTACHMENTS
from editorial.admin.form.inlines import FIGURES, SECTIONS, PartInline
from editorial.base import clock

PARTIES = PartInline(AgreementParty, ("organization", "signed_by"))
STEPS = PartInline(StatusStep, ("status", "expected_on", "actual_on", "note"))


class OverdueFilter(admin.SimpleListFilter):
    """Agreements of which a step was expected by now and has not been taken."""

    title = _("status history")
    parameter_name = "overdue"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Overdue, or not."""
        return [("1", _("A step is overdue"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """See the class."""
        return queryset.filter(overdue_at(clock.now())) if self.value() == "1" else queryset


@admin.register(Agreement)
class AgreementAdmin(EditionAdmin):
    """An agreement: what it is, its parties, and the history of its status."""

    groups = (
        TEXTS,
        (_("The agreement"), ("type", "binding", "mechanism", "supersedes", "themetag", "countrytag")),
        CHANGE,
    )
    parts = (STEPS, PARTIES, OTHER_NAMES, SECTIONS, FIGURES, ATTACHMENTS)
    # mypy takes the base's tuples for tuples of exactly so many.
    list_display = (  # type: ignore[assignment]
        *EditionAdmin.list_display[:2], "agreement_status", *EditionAdmin.list_display[2:],
    )  # fmt: skip
    list_filter = (*EditionAdmin.list_filter, OverdueFilter)  # type: ignore[assignment]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Each agreement with where it stands now."""
        now = clock.now()
        return super().get_queryset(request).annotate(status_now=status_at(now), is_overdue=overdue_at(now))

    @admin.display(description=_("status"))
    def agreement_status(self, agreement: Any) -> SafeString:
        """The step taken last, and a mark where another is overdue."""
        label = dict(StatusStep.Status.choices).get(agreement.status_now, "—")
        text = format_html('<span class="cell-label">{}</span> {}', gettext("status"), label)
        if not agreement.is_overdue:
            return text
        return format_html('{} <span class="state state-urgent">{}</span>', text, gettext("Overdue"))
