"""Mechanisms in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cooperation.admin.names import OTHER_NAMES
from cooperation.admin.shared import CHANGE, TEXTS
from cooperation.models import CoordinatingBody, Mechanism
from editorial.admin.edition import EditionAdmin
from editorial.admin.form.attachments import ATTACHMENTS
from editorial.admin.form.inlines import FIGURES, SECTIONS, PartInline

COORDINATING_BODIES = PartInline(CoordinatingBody, ("organization", "role"))


@admin.register(Mechanism)
class MechanismAdmin(EditionAdmin):
    """A mechanism: its names, who takes part, when it began, how it works."""

    groups = (
        TEXTS,
        (_("The mechanism"), ("acronym", "type", "level", "status", "mechanismparty", "themetag", "countrytag")),
        (
            _("How it began and how it works"),
            ("launched_on", "launched", "launched_at", "relaunched_on", "cadence", "hosting"),
        ),
        CHANGE,
    )
    parts = (OTHER_NAMES, SECTIONS, COORDINATING_BODIES, FIGURES, ATTACHMENTS)
