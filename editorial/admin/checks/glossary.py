"""The glossary in the admin: kept by administrators and translators, read by all who work on content."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_protect

from editorial.admin.base import person
from editorial.admin.conflicts.short_forms import ConflictAwareAdmin
from editorial.base import clock, languages
from editorial.checks import glossary_table
from editorial.models import GlossaryTerm

_UNREADABLE = 422  # RFC 9110: understood, but its content cannot be used


class TermForm(forms.ModelForm):  # type: ignore[type-arg]  # generic only in the stubs
    """One term; in at least one language it must say something."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not any(cleaned.get(languages.column("term", code)) for code in languages.codes()):
            raise forms.ValidationError(gettext("Give the term in at least one language."))
        return cleaned


def _fieldset(code: str) -> tuple[str, dict[str, Any]]:
    names = [languages.column(name, code) for name in glossary_table.TRANSLATED]
    return languages.name(code), {"fields": names, "classes": ["glossary-language"]}


@admin.register(GlossaryTerm)
class GlossaryAdmin(ConflictAwareAdmin):
    """Terms in every language, as a list, as a form, and as a table to take away and bring back."""

    form = TermForm
    list_select_related = ("changed_by",)
    search_fields = tuple(
        languages.column(name, code) for name in glossary_table.TRANSLATED for code in languages.codes()
    )
    search_help_text = _("Searches terms, acronyms and forms in every language.")
    readonly_fields = ("changed_at", "changed_by")
    change_list_template = "editorial/admin/translate/glossary.html"
    list_per_page = 200
    show_full_result_count = False

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """A group for each language, in the reader's words."""
        last = ("note", *(self.readonly_fields if obj is not None else ()))
        return [*map(_fieldset, languages.codes()), (None, {"fields": last})]

    def get_list_display(self, request: HttpRequest) -> Any:
        """The term in each language."""
        return [*map(_column, languages.codes()), "changed"]

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Small boxes that know their language, for a browser that checks the spelling."""
        made: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(made.widget, forms.Textarea):
            made.widget.attrs["rows"] = 2
        code = db_field.name.rpartition("_")[2]
        if code in languages.codes():
            made.widget.attrs["lang"] = code
        return made

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """All who work on content may look a term up."""
        return request.user.is_active and request.user.has_perm("editorial.view_edition")

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Only for those who keep it; the others find it from the translation screen."""
        return self.has_change_permission(request)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Keep who changed it, and when."""
        obj.changed_at, obj.changed_by = clock.now(), person(request)
        super().save_model(request, obj, form, change)

    @admin.display(description=_("last change"), ordering="changed_at")
    def changed(self, term: Any) -> SafeString:
        """When and by whom."""
        from editorial.admin import labels

        return format_html('{}<span class="by-whom">{}</span>', labels.moment_short(term.changed_at), term.changed_by)

    # The table

    def get_urls(self) -> list[URLPattern]:
        """The table out and back, then Django's own."""
        wrap = self.admin_site.admin_view
        return [
            path("export/", wrap(self.export_view), name="editorial_glossaryterm_export"),
            path("import/", wrap(self.import_view), name="editorial_glossaryterm_import"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """The list under its own name."""
        may_import = self.has_add_permission(request) and self.has_change_permission(request)
        context = {"title": capfirst(str(self.opts.verbose_name_plural)), "may_import": may_import}
        return super().changelist_view(request, {**context, **(extra_context or {})})

    def export_view(self, request: HttpRequest) -> HttpResponse:
        """All terms as CSV in UTF-8, with a byte-order mark for spreadsheets."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        response = HttpResponse("\ufeff" + glossary_table.write(), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="glossary.csv"'
        return response

    @method_decorator(csrf_protect)
    def import_view(self, request: HttpRequest) -> HttpResponse:
        """Ask for a table (GET) and take it in (POST); rows that are unsound are named, the others taken."""
        if not (self.has_add_permission(request) and self.has_change_permission(request)):
            raise PermissionDenied
        problem, report, upload = "", None, request.FILES.get("file")
        if request.method == "POST" and upload is None:
            problem = gettext("Choose a table (CSV).")
        elif request.method == "POST" and upload is not None:
            try:
                data = upload.read(glossary_table.MOST_BYTES + 1)
                report = glossary_table.read(data, by=person(request), now=clock.now())
            except glossary_table.Unreadable as error:
                problem = str(error)
        if report is not None and not report.refused:
            messages.success(request, _summary(report))
            return HttpResponseRedirect(reverse(f"{self.admin_site.name}:editorial_glossaryterm_changelist"))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": gettext("Bring a table of terms in"),
            "problem": problem,
            "report": report,
            "summary": _summary(report) if report is not None else "",
            "columns": glossary_table.columns(),
        }
        request.current_app = self.admin_site.name
        status = _UNREADABLE if problem else 200
        return TemplateResponse(request, "editorial/admin/translate/glossary_import.html", context, status=status)


def _summary(report: glossary_table.Report) -> str:
    made = ngettext("%(count)s new term", "%(count)s new terms", report.made) % {"count": report.made}
    changed = ngettext("%(count)s changed", "%(count)s changed", report.changed) % {"count": report.changed}
    same = ngettext("%(count)s as it was", "%(count)s as they were", report.same) % {"count": report.same}
    return f"{made}, {changed}, {same}."


def _column(code: str) -> Any:
    """The column of one language: the term, its acronym, and what not to say."""

    @admin.display(description=languages.name(code), ordering=languages.column("term", code))
    def term(row: Any) -> SafeString:
        said = {name: languages.value(row, name, code) or "" for name in glossary_table.TRANSLATED}
        acronym = format_html(" ({})", said["acronym"]) if said["acronym"] else ""
        wrong = ", ".join(said["forbidden"].splitlines())
        avoid = format_html('<br><span class="glossary-avoid">{} <s>{}</s></span>', _("not:"), wrong) if wrong else ""
        if not said["term"]:
            return SafeString('<span class="is-empty">—</span>')
        return format_html('<span lang="{}">{}{}{}</span>', code, said["term"], acronym, avoid)

    term.__name__ = f"in_{code}"
    return term
