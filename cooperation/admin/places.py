"""Reference tables in the admin: countries, themes, organizations, each with its names in every language."""

from django.contrib import admin
from modeltranslation.admin import TranslationAdmin

from cooperation.models import Country, Organization, Theme
from editorial.admin.conflicts.short_forms import ConflictAwareAdmin
from editorial.admin.names.row_admin import NamedRowAdmin


@admin.register(Country)
class CountryAdmin(NamedRowAdmin, ConflictAwareAdmin, TranslationAdmin):
    """A country and its names."""

    list_display = ("code", "name_en", "name_fr", "name_es")
    search_fields = ("code", "name_en", "name_fr", "name_es")


@admin.register(Theme)
class ThemeAdmin(NamedRowAdmin, ConflictAwareAdmin, TranslationAdmin):
    """A theme and its names."""

    list_display = ("code", "name_en", "name_fr", "name_es")
    search_fields = ("code", "name_en", "name_fr", "name_es")


@admin.register(Organization)
class OrganizationAdmin(NamedRowAdmin, ConflictAwareAdmin, TranslationAdmin):
    """An organization, its names and acronyms."""

    list_display = ("code", "name_en", "name_fr", "name_es", "country")
    list_select_related = ("country",)
    search_fields = ("code", "name_en", "name_fr", "name_es", "acronym_en", "acronym_fr", "acronym_es")
    autocomplete_fields = ("country",)
