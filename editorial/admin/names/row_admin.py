"""What the admin of every reference table has: names are given once, and then change by a rename alone."""

from typing import Any

from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.base import languages
from editorial.staff import renaming


class NamedRowAdmin(ModelAdmin):  # type: ignore[type-arg]  # generic only in the stubs
    """A mixin: of a row that is there, names and code are only shown, with the way to their history and change."""

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Nothing that a rename or nothing at all can change."""
        given = super().get_readonly_fields(request, obj)
        if obj is None:
            return given
        return (*given, "code", *self._columns(), "names_link")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The code, the names in every language, and all else that the table has."""
        columns = self._columns()
        hidden = {"id", "code", *columns, *renaming.name_fields(str(self.opts.model_name))}
        others = [field.name for field in self.opts.concrete_fields if field.name not in hidden]
        link = ["names_link"] if obj is not None else []
        return [(None, {"fields": ("code", *columns, *link, *others)})]

    def _columns(self) -> list[str]:
        fields = renaming.name_fields(str(self.opts.model_name))
        return [languages.column(name, code) for name in fields for code in languages.codes()]

    @admin.display(description=gettext_lazy("names"))
    def names_link(self, instance: Any) -> SafeString | str:
        """Where its names change."""
        row = renaming.row_of(instance)
        return format_html(
            '<a href="{}">{}</a>', reverse("admin:names", args=[row.pk]), _("History and change of names")
        )
