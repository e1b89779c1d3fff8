"""The list of a kind's editions: where each stands, in which languages, and who has it."""

from typing import Any, cast

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from editorial.admin import addresses, labels
from editorial.admin.base import ModelAdmin, person
from editorial.admin.listing.filters import AgeingFilter, LanguageFilter, MineFilter, ReviewByFilter, StandingFilter
from editorial.admin.translating import links
from editorial.base import clock, languages
from editorial.content import kinds, stale_facts
from editorial.importing import draft_creation
from editorial.models import Assignment, Edition
from editorial.states import OPEN, State
from editorial.translating import progress
from editorial.workflow import assignment, outstanding_signatures
from editorial.workflow.rules import permissions


class EditionChangeList(ChangeList):
    """One page of editions, with all that its columns say read at once."""

    def get_results(self, request: HttpRequest) -> None:
        """The page's rows, each with its missing signatures and the clock that the whole page is read by."""
        super().get_results(request)
        now = clock.now()
        self.result_list = list(self.result_list)
        kind = kinds.kind_of_model(cast(type[Edition], self.model))
        missing = outstanding_signatures.outstanding(self.result_list, kind=kind.key)
        asked = assignment.assignees([edition for edition in self.result_list if edition.state in OPEN])
        aged = stale_facts.outdated_marks([edition.pk for edition in self.result_list], kind, now)
        translated = progress.of_editions([each for each in self.result_list if each.state == State.DRAFT])
        for edition in self.result_list:
            edition.desk_now = now
            edition.desk_missing = missing.get(edition.pk, [])
            edition.desk_asked = asked.get(edition.pk, [])
            edition.desk_aged = aged.get(edition.pk, [])
            edition.desk_translated = translated.get(edition.pk, {})


class ChangelistMixin(ModelAdmin):
    """Columns, filters and search of a kind's list.

    Everything that is being worked on, scheduled, live, or withdrawn for good; what was superseded or discarded
    stands behind the filter.
    """

    change_list_template = "editorial/admin/change_list.html"
    list_display = ("named", "edition_number", "standing", "parity", "held_by", "live", "changed")
    list_filter = (StandingFilter, LanguageFilter, MineFilter, AgeingFilter, ReviewByFilter)
    search_fields = tuple(languages.column(name, code) for name in ("title", "slug") for code in languages.codes())
    search_help_text = _("Searches titles and slugs in every language.")
    list_per_page = 100
    show_full_result_count = False
    ordering = ("-changed_at", "-pk")
    sortable_by = ("edition_number", "changed")
    show_facets = admin.ShowFacets.NEVER

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """See `EditionChangeList`."""
        return EditionChangeList

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """The list under the kind's own name, with the button for importing beside “Add” for those who may write."""
        title = capfirst(str(self.opts.verbose_name_plural))
        imports = draft_creation.offers(kinds.kind_of_model(self.model)) and permissions.may_write(person(request))
        name = f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_import"
        context = {"title": title, "import_url": reverse(name) if imports else ""}
        return super().changelist_view(request, {**context, **(extra_context or {})})

    @admin.display(description=_("title"))
    def named(self, edition: Any) -> SafeString:
        """The title in the reader's language, else the source's; and what of it is out of date for the public."""
        flags = format_html_join("", '<br><span class="flag-aged">{}</span>', ((text,) for text in edition.desk_aged))
        return format_html("{}{}", labels.title(edition), flags)

    @admin.display(description=_("edition"), ordering="number")
    def edition_number(self, edition: Edition) -> SafeString:
        """The edition's number."""
        return _cell(gettext("edition"), str(edition.number))

    @admin.display(description=_("state"))
    def standing(self, edition: Any) -> SafeString:
        """The state, or the standing by the clock; and that a second person is awaited."""
        pill = labels.state_pill(edition, edition.desk_now)
        if edition.state == State.IN_REVIEW:
            address = addresses.screen_url(edition, "review", site=self.admin_site.name)
            pill = format_html('{} <a class="to-review" href="{}">{}</a>', pill, address, pgettext("verb", "Review"))
        if edition.awaits_second_person:
            return format_html('{} <span class="state state-urgent">{}</span>', pill, _("Unconfirmed"))
        return pill

    @admin.display(description=_("languages"))
    def parity(self, edition: Any) -> SafeString:
        """The three small marks; of a draft, how far its translations are."""
        return format_html("{}{}", labels.parity_marks(edition), links.in_list(edition, edition.desk_translated))

    @admin.display(description=pgettext_lazy("who has an edition on the desk", "with"))
    def held_by(self, edition: Any) -> SafeString:
        """Who was asked to do the next thing, and by when; else who has to do it."""
        if edition.desk_asked:
            named = format_html_join(", ", "{}{}", ((one.person, _due(one)) for one in edition.desk_asked))
            return _cell(pgettext("who has an edition on the desk", "with"), named)
        who = outstanding_signatures.holder(edition, missing=edition.desk_missing, now=edition.desk_now)
        return _cell(pgettext("who has an edition on the desk", "with"), who)

    @admin.display(description=_("live period"))
    def live(self, edition: Edition) -> SafeString:
        """From when and, where it is known, until when the public sees it."""
        return labels.live_period(edition) or _cell("", "")

    @admin.display(description=_("last change"), ordering="changed_at")
    def changed(self, edition: Edition) -> SafeString:
        """When the content last changed, and by whom."""
        when = labels.moment_short(edition.changed_at)
        return _cell(gettext("last change"), format_html('{}<span class="by-whom">{}</span>', when, edition.changed_by))


def _due(one: Assignment) -> SafeString:
    if one.due_on is None:
        return SafeString("")
    due = gettext("due on %(day)s") % {"day": date_format(one.due_on, "DATE_FORMAT")}
    return format_html('<span class="by-whom">{}</span>', due)


def _cell(label: str, value: str) -> SafeString:
    """A cell that names itself where the table's head is out of sight (on a phone), and hides there when empty."""
    if not value:
        return SafeString('<span class="is-empty">—</span>')
    return format_html('<span class="cell-label">{}</span> {}', label, value)
