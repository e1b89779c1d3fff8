"""The list of attempts that the rules refused, for administrators."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from editorial.admin import addresses
from editorial.admin.base import ReadOnlyAdmin
from editorial.admin.labels import moment
from editorial.comparison import diff
from editorial.models import RefusedAttempt
from editorial.states import Verb


class VerbFilter(admin.SimpleListFilter):
    """What was tried: only what was refused at some time can be chosen."""

    title = _("what was tried")
    parameter_name = "verb"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """The verbs that are there, in words and in the order of the workflow."""
        tried = set(RefusedAttempt.objects.order_by().values_list("verb", flat=True).distinct())
        return [(str(verb), str(label)) for verb, label in Verb.choices if verb in tried]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """The attempts at one of them."""
        return queryset.filter(verb=self.value()) if self.value() else queryset


@admin.register(RefusedAttempt)
class RefusedAttemptAdmin(ReadOnlyAdmin):
    """Who tried what and was refused, newest first. Nobody edits it."""

    list_display = ("when", "person", "what", "which", "why", "count")
    list_display_links = None
    list_filter = (VerbFilter, ("person", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("person", "edition__document")
    search_fields = ("person__username", "person__first_name", "person__last_name", "reasons")
    ordering = ("-last_at", "-id")
    list_per_page = 50
    show_full_result_count = False
    actions = None

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Django's list under the name of its rows."""
        title = capfirst(str(self.opts.verbose_name_plural))
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    @admin.display(description=_("last at"), ordering="last_at")
    def when(self, attempt: RefusedAttempt) -> SafeString:
        """The instant on all clocks."""
        return moment(attempt.last_at)

    @admin.display(description=_("what was tried"))
    def what(self, attempt: RefusedAttempt) -> str:
        """The verb in words."""
        return str(attempt.get_verb_display())

    @admin.display(description=_("edition"))
    def which(self, attempt: RefusedAttempt) -> SafeString:
        """The edition's title, leading to its history."""
        url = addresses.screen_url(attempt.edition, "history", site=self.admin_site.name)
        return format_html('<a href="{}">{}</a> ({})', url, diff.title_of(attempt.edition), attempt.edition.number)

    @admin.display(description=_("reasons"))
    def why(self, attempt: RefusedAttempt) -> SafeString:
        """What the person was told."""
        return format_html_join("", "<p>{}</p>", ((line,) for line in attempt.reasons.splitlines()))
