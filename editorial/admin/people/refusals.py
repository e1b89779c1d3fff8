"""The list of attempts that the rules refused, for administrators."""

from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from editorial.admin import addresses
from editorial.admin.base import ReadOnlyAdmin
from editorial.admin.labels import moment
from editorial.comparison import diff
from editorial.models import RefusedAttempt


@admin.register(RefusedAttempt)
class RefusedAttemptAdmin(ReadOnlyAdmin):
    """Who tried what and was refused, newest first. Nobody edits it."""

    list_display = ("when", "person", "what", "which", "why", "count")
    list_display_links = None
    list_filter = ("verb", ("person", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("person", "edition__document")
    search_fields = ("person__username", "person__first_name", "person__last_name", "reasons")
    ordering = ("-last_at", "-id")
    list_per_page = 50
    show_full_result_count = False
    actions = None

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
