"""Working groups in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cooperation.admin.shared import CHANGE, TEXTS
from cooperation.models import WorkingGroup
from editorial.admin.attachments import ATTACHMENTS
from editorial.admin.edition import EditionAdmin
from editorial.admin.inlines import FIGURES, SECTIONS


@admin.register(WorkingGroup)
class WorkingGroupAdmin(EditionAdmin):
    """A working group: its mechanism, its years, its mandate in sections."""

    groups = (
        TEXTS,
        (_("The group"), ("mechanism", "active_from", "active_to", "themetag", "countrytag")),
        CHANGE,
    )
    parts = (SECTIONS, FIGURES, ATTACHMENTS)
