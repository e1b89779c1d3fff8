"""Programmes in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cooperation.admin.names import OTHER_NAMES
from cooperation.admin.shared import CHANGE, TEXTS
from cooperation.models import Programme, ProgrammePartner, Project
from editorial.admin.edition import EditionAdmin
from editorial.admin.form.attachments import ATTACHMENTS
from editorial.admin.form.inlines import FIGURES, SECTIONS, PartInline

PARTNERS = PartInline(ProgrammePartner, ("role", "organization"))
PROJECTS = PartInline(Project, ("title", "description", "country", "since", "until"))


@admin.register(Programme)
class ProgrammeAdmin(EditionAdmin):
    """A programme: its period, its organizations, its projects."""

    groups = (
        TEXTS,
        (_("The programme"), ("acronym", "starts_on", "ends_on", "parent", "themetag", "countrytag")),
        CHANGE,
    )
    parts = (OTHER_NAMES, PARTNERS, SECTIONS, PROJECTS, FIGURES, ATTACHMENTS)
