"""Documents in the admin: who answers for one, and by when somebody should read it again."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, JsonResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from editorial import kinds, languages
from editorial.admin import choose
from editorial.admin.base import ModelAdmin
from editorial.models import Document, Edition
from editorial.states import State


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


@admin.register(Document)
class DocumentAdmin(ModelAdmin):
    """The lasting side of content. Anybody who may read editions may look a document up; administrators keep it."""

    list_display = ("named", "kind_name", "owner", "review_by")
    list_select_related = ("owner",)
    fields = ("named", "kind_name", "owner", "review_by")
    readonly_fields = ("named", "kind_name")
    autocomplete_fields = ("owner",)
    search_fields = tuple(
        f"editions__{languages.column(name, code)}" for name in ("title", "slug") for code in languages.codes()
    )
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> Any:
        """Documents that know their titles; for autocompletion each with a `label`."""
        return with_titles(super().get_queryset(request))

    def get_urls(self) -> list[URLPattern]:
        """The address of the chooser of the edit forms (see `editorial.admin.choose`), then Django's own."""
        view = self.admin_site.admin_view(self.choose_view)
        return [path("choose/", view, name="editorial_document_choose"), *super().get_urls()]

    def choose_view(self, request: HttpRequest) -> JsonResponse:
        """Documents for the chooser: ?q=words&kind=page."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        kind = request.GET.get("kind") or None
        known = kind is None or kind in {one.key for one in kinds.every()}
        found = choose.search(request.GET.get("q", ""), kind=kind, now=timezone.now()) if known else []
        return JsonResponse(choose.as_json(found))

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
        return str(kinds.get(document.kind).model._meta.verbose_name)
