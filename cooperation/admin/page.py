"""Pages in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cooperation.admin.names import OTHER_NAMES
from cooperation.admin.shared import CHANGE, TEXTS
from cooperation.models import Page
from editorial.admin.edition import EditionAdmin
from editorial.admin.form.attachments import ATTACHMENTS
from editorial.admin.form.inlines import FIGURES, SECTIONS


@admin.register(Page)
class PageAdmin(EditionAdmin):
    """A page: its place, its themes and countries, its sections."""

    groups = (TEXTS, (_("Where it belongs"), ("parent", "themetag", "countrytag")), CHANGE)
    parts = (SECTIONS, OTHER_NAMES, FIGURES, ATTACHMENTS)
