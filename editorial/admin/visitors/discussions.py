"""On which pages visitors may comment, and until when."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from editorial.admin import labels
from editorial.admin.base import Desk, person
from editorial.admin.listing.documents import title_of, with_titles
from editorial.admin.workflow.transition_fields import AddressField, MomentField
from editorial.base import clock
from editorial.base.dates.safe import read_instant
from editorial.content import kinds
from editorial.models import CommentStatus, Discussion
from editorial.visitors import comments


class SwitchForm(forms.ModelForm):  # type: ignore[type-arg]  # generic only in the stubs
    """The switch of a page and the closing time, checked by the engine's own rule."""

    closes_at = MomentField(
        label=_("Closes at"), help_text=_("Until then visitors may write; what was approved stays on the page.")
    )

    class Meta:
        model = Discussion
        fields: tuple[str, ...] = ("is_on", "closes_at")

    def clean(self) -> dict[str, Any]:
        """Raise what `comments.switch_problems` has against it."""
        given = super().clean() or {}
        if "closes_at" in given:
            reasons = comments.switch_problems(
                self.instance if self.instance.pk else None,
                is_on=given.get("is_on", False),
                closes_at=given["closes_at"],
                now=clock.now(),
            )
            if reasons:
                raise ValidationError({"closes_at": [str(reason) for reason in reasons]})
        return given


class NewSwitchForm(SwitchForm):
    """The same for a page that has no switch yet."""

    document = AddressField(
        label=_("Page"),
        help_text=_("Its address on the public site, in any language: open the page and copy it from the address bar."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )

    class Meta(SwitchForm.Meta):
        fields = ("document", "is_on", "closes_at")


@admin.register(Discussion)
class DiscussionAdmin(Desk):
    """Pages under which visitors may comment. The switch is no content: it takes effect as soon as it is saved."""

    permission = "open_discussion"
    form = SwitchForm
    list_display = ("named", "is_on", "closes", "approved", "waiting")
    list_filter = ("is_on",)
    list_select_related = ("document",)
    change_form_template = "editorial/admin/visitors/switch_form.html"
    add_form_template = change_form_template
    readonly_fields = ("named", "steps")
    actions = None
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def get_queryset(self, request: HttpRequest) -> Any:
        """Each with its document's title and the number of its comments."""
        return with_titles(super().get_queryset(request), document="document_id").annotate(
            approved_count=Count("document__comments", filter=Q(document__comments__status=CommentStatus.APPROVED)),
            waiting_count=Count("document__comments", filter=Q(document__comments__status=CommentStatus.WAITING)),
        )

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """The list under its own name."""
        title = capfirst(str(self.opts.verbose_name_plural))
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The page is chosen once."""
        if obj is None:
            return ("document", "is_on", "closes_at")
        return ("named", "is_on", "closes_at", "steps")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Who may see the switches may set them; nobody deletes one: it is switched off, and on record."""
        return self.has_view_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The same."""
        return self.has_view_permission(request)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The page is chosen once and for all."""
        return super().get_form(request, obj, change, **{**kwargs, "form": SwitchForm if obj else NewSwitchForm})

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """The switch, called by the title of its page."""
        found = super().get_object(request, object_id, from_field)
        if found is not None:
            found.label = title_of(found)
        return found

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Through the engine, which writes it down."""
        saved = comments.switch(
            obj.document_id, is_on=obj.is_on, closes_at=obj.closes_at, by=person(request), now=clock.now()
        )
        obj.pk = saved.pk

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Nothing: the steps are the record."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Nothing: the steps are the record."""

    @admin.display(description=_("page"))
    def named(self, discussion: Discussion) -> SafeString:
        """The newest title and the kind."""
        kind = kinds.get_kind(discussion.document.kind).model._meta.verbose_name
        return format_html('{} <span class="quiet">{}</span>', title_of(discussion), kind)

    @admin.display(description=_("closes"), ordering="closes_at")
    def closes(self, discussion: Discussion) -> SafeString:
        """Until when visitors may write."""
        return labels.moment(discussion.closes_at)

    @admin.display(description=_("shown"))
    def approved(self, discussion: Any) -> int:
        """Approved comments."""
        return int(discussion.approved_count)

    @admin.display(description=_("waiting"))
    def waiting(self, discussion: Any) -> SafeString:
        """Comments that wait, with the way to them."""
        url = reverse("admin:editorial_comment_changelist", current_app=self.admin_site.name)
        return format_html('<a href="{}?document={}">{}</a>', url, discussion.document_id, discussion.waiting_count)

    @admin.display(description=_("what was done"))
    def steps(self, discussion: Discussion) -> SafeString:
        """Who switched it, when."""
        rows = [
            (labels.moment_short(each.at), each.by_name, _switched(each.to_status))
            for each in discussion.handlings.all()
        ]
        return format_html('<ul class="plain-steps">{}</ul>', format_html_join("", "<li>{} · {}: {}</li>", rows))


def _switched(status: str) -> SafeString:
    """What `comments.switch` wrote down, in words."""
    state, _space, until = status.partition(" ")
    closes = read_instant(until)
    moment = labels.moment_short(closes) if closes else until
    words = gettext("comments on, open until {moment}") if state == "on" else gettext("comments off")
    return format_html(words, moment=moment)
