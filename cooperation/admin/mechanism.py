"""Mechanisms in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cooperation.admin.shared import CHANGE, TEXTS
from cooperation.models import Mechanism
from editorial.admin.attachments import ATTACHMENTS
from editorial.admin.edition import EditionAdmin
from editorial.admin.inlines import FIGURES, SECTIONS


@admin.register(Mechanism)
class MechanismAdmin(EditionAdmin):
    """A mechanism: its names, when it began, what it is about."""

    groups = (
        TEXTS,
        (_("The mechanism"), ("acronym", "launched", "launched_on", "themetag", "countrytag")),
        CHANGE,
    )
    parts = (SECTIONS, FIGURES, ATTACHMENTS)
