"""The list of a kind's editions: where each stands, in which languages, and who has it."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from editorial import kinds, languages, waiting
from editorial.admin.base import ModelAdmin
from editorial.admin.filters import LanguageFilter, MineFilter, StandingFilter
from editorial.models import Edition
from editorial.templatetags import desk


class EditionChangeList(ChangeList):
    """One page of editions, with all that its columns say read at once."""

    def get_results(self, request: HttpRequest) -> None:
        """The page's rows, each with its missing signatures and the clock that the whole page is read by."""
        super().get_results(request)
        now = timezone.now()
        self.result_list = list(self.result_list)
        missing = waiting.outstanding(self.result_list, kind=kinds.of(self.model).key)
        for edition in self.result_list:
            edition.desk_now = now
            edition.desk_missing = missing.get(edition.pk, [])


class ChangelistMixin(ModelAdmin):
    """Columns, filters and search of a kind's list.

    Everything that is being worked on, scheduled, live, or withdrawn for good; what was superseded or discarded
    stands behind the filter.
    """

    list_display = ("named", "number", "standing", "parity", "held_by", "live", "changed")
    list_filter = (StandingFilter, LanguageFilter, MineFilter)
    search_fields = tuple(languages.column(name, code) for name in ("title", "slug") for code in languages.codes())
    search_help_text = _("Searches titles and slugs in every language.")
    list_per_page = 100
    show_full_result_count = False
    ordering = ("-changed_at", "-pk")
    sortable_by = ("number", "changed")
    actions = None

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """See `EditionChangeList`."""
        return EditionChangeList

    @admin.display(description=_("title"))
    def named(self, edition: Edition) -> SafeString:
        """The title in the reader's language, else the source's."""
        return desk.title(edition)

    @admin.display(description=_("state"))
    def standing(self, edition: Any) -> SafeString:
        """The state, or the standing by the clock; and that a second person is awaited."""
        pill = desk.state_pill(edition, edition.desk_now)
        if edition.awaits_confirmation:
            return format_html('{} <span class="state state-urgent">{}</span>', pill, _("Unconfirmed"))
        return pill

    @admin.display(description=_("languages"))
    def parity(self, edition: Edition) -> SafeString:
        """The three small marks."""
        return desk.parity_marks(edition)

    @admin.display(description=pgettext_lazy("who has an edition on the desk", "with"), empty_value="—")
    def held_by(self, edition: Any) -> str | None:
        """Who has to do the next thing."""
        return waiting.holder(edition, missing=edition.desk_missing, now=edition.desk_now) or None

    @admin.display(description=_("live period"), empty_value="—")
    def live(self, edition: Edition) -> SafeString | None:
        """From when and, where it is known, until when the public sees it."""
        period = edition.live_during
        if period is None:
            return None
        begin = format_html("{} {}", _("from"), desk.moment(period.lower))
        if period.upper is None:
            return begin
        return format_html("{}<br>{} {}", begin, _("until"), desk.moment(period.upper))

    @admin.display(description=_("last change"), ordering="changed_at")
    def changed(self, edition: Edition) -> SafeString:
        """When the content last changed, and by whom."""
        return format_html('{}<span class="by-whom">{}</span>', desk.moment(edition.changed_at), edition.changed_by)
