"""Documents in the admin: who answers for one, and by when somebody should read it again."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Subquery
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import URLPattern, path
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from editorial.admin import addresses
from editorial.admin.base import person
from editorial.admin.conflicts.short_forms import ConflictAwareAdmin
from editorial.admin.form import document_chooser
from editorial.base import clock, languages
from editorial.content import kinds
from editorial.models import Document, Edition, User
from editorial.states import State
from editorial.workflow import ownership


def with_titles(rows: Any, *, document: str = "pk") -> Any:
    """Documents with the titles of their newest edition that was not discarded, as `newest_title_en` and so on.

    :param document: for rows of another table, the column that names the document.
    """
    newest = Edition.objects.filter(document=OuterRef(document)).exclude(state=State.DISCARDED).order_by("-number")
    return rows.annotate(
        **{
            f"newest_{column}": Subquery(newest.values(column)[:1])
            for column in (languages.column("title", code) for code in languages.codes())
        }
    )


def title_of(document: Any) -> str:
    """The newest title in the reader's language, else in any; the document must come from `with_titles`."""
    wanted = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    for code in (wanted, *languages.codes()):
        text = getattr(document, f"newest_{languages.column('title', code)}", None)
        if text:
            return str(text)
    return str(document)


class DocumentForm(forms.ModelForm):  # type: ignore[type-arg]  # generic only in the stubs
    """Who answers for a document, and by when it is read again; what the engine has against it is said at the field."""

    #: Who fills the form in; the admin says so.
    by: User

    def clean(self) -> Any:
        """The engine's reasons are errors of the form."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors:
            given = {"owner": cleaned["owner"], "review_by": cleaned["review_by"]}
            for reason in ownership.problems(self.instance, by=self.by, now=clock.now(), **given):
                self.add_error(_FIELDS.get(reason.code), str(reason))
        return cleaned


#: Where a reason is said that concerns one field.
_FIELDS = {"owner": "owner", "past": "review_by"}


@admin.register(Document)
class DocumentAdmin(ConflictAwareAdmin):
    """The lasting side of content. Anybody who may read editions may look a document up; administrators keep it."""

    list_display = ("named", "kind_name", "owner", "review_by")
    list_select_related = ("owner",)
    fields = ("named", "kind_name", "owner", "review_by")
    readonly_fields = ("named", "kind_name")
    autocomplete_fields = ("owner",)
    form = DocumentForm
    search_fields = tuple(
        f"editions__{languages.column(name, code)}" for name in ("title", "slug") for code in languages.codes()
    )
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> Any:
        """Documents that know their titles; for autocompletion each with a `label`."""
        return with_titles(super().get_queryset(request))

    def get_urls(self) -> list[URLPattern]:
        """The address of the document chooser (see `editorial.admin.form.document_chooser`), then Django's own."""
        view = self.admin_site.admin_view(self.choose_view)
        return [path("choose/", view, name="editorial_document_choose"), *super().get_urls()]

    def choose_view(self, request: HttpRequest) -> JsonResponse:
        """Documents for the chooser: ?q=words&kind=page."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        kind = request.GET.get("kind") or None
        known = kind is None or kind in {one.key for one in kinds.all_kinds()}
        found = document_chooser.search(request.GET.get("q", ""), kind=kind, now=clock.now()) if known else []
        return JsonResponse(document_chooser.as_json(found))

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form, which knows who fills it in."""
        made = super().get_form(request, obj, change=change, **kwargs)
        return type(made.__name__, (made,), {"by": person(request)})

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """People are chosen here, not made or changed on the way."""
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Django's screen under the document's title."""
        document = self.get_object(request, object_id)
        shown = {"subtitle": title_of(document)} if document else {}
        return super().change_view(request, object_id, form_url, {**shown, **(extra_context or {})})

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The timeline of the document, where all that happened to it stands."""
        document = self.get_object(request, object_id)
        if document is None:
            raise Http404
        return HttpResponseRedirect(
            addresses.screen_url(ownership.newest(document), "history", site=self.admin_site.name)
        )

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Through the engine, which checks, records and tells."""
        given = {name: form.cleaned_data[name] for name in ("owner", "review_by")}
        ownership.change_document(obj, by=person(request), now=clock.now(), **given)

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Only for those who keep documents; the others find them through their editions."""
        return self.has_change_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """All who work on content refer to documents."""
        return request.user.has_perm("editorial.view_edition")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Never: a document begins with its first draft."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never: documents are lasting."""
        return False

    @admin.display(description=_("title"))
    def named(self, document: Any) -> str:
        """The newest title."""
        return title_of(document)

    @admin.display(description=_("kind"), ordering="kind")
    def kind_name(self, document: Document) -> str:
        """The kind in the reader's language."""
        return str(kinds.get_kind(document.kind).model._meta.verbose_name)
