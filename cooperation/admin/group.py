"""Working groups in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cooperation.admin.names import OTHER_NAMES
from cooperation.admin.shared import CHANGE, TEXTS
from cooperation.models import Member, WorkingGroup
from editorial.admin.edition import EditionAdmin
from editorial.admin.form.attachments import ATTACHMENTS
from editorial.admin.form.inlines import FIGURES, SECTIONS, PartInline

MEMBERS = PartInline(Member, ("role", "title", "name", "organization", "country", "sector", "level", "since", "until"))


@admin.register(WorkingGroup)
class WorkingGroupAdmin(EditionAdmin):
    """A working group: its mechanism, its years, its mandate and its members."""

    groups = (
        TEXTS,
        (
            _("The group"),
            ("mechanism", "active_from", "active_to", "predecessor", "mandate", "themetag", "countrytag"),
        ),
        CHANGE,
    )
    parts = (OTHER_NAMES, MEMBERS, SECTIONS, FIGURES, ATTACHMENTS)
