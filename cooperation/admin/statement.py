"""Statements in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cooperation.admin.names import OTHER_NAMES
from cooperation.admin.shared import CHANGE, TEXTS
from cooperation.models import Contact, Quote, Signatory, Statement
from editorial.admin.edition import EditionAdmin
from editorial.admin.form.attachments import ATTACHMENTS
from editorial.admin.form.inlines import FIGURES, SECTIONS, PartInline

SIGNATORIES = PartInline(Signatory, ("country", "organization", "title", "name"))
QUOTES = PartInline(Quote, ("speaker", "title", "text"))
CONTACTS = PartInline(Contact, ("desk", "organization", "email", "phone"))


@admin.register(Statement)
class StatementAdmin(EditionAdmin):
    """A statement: its dateline, its text, who stands behind it and whom to ask."""

    groups = (
        TEXTS,
        (_("The statement"), ("type", "place", "dated_on", "embargo_until", "meeting", "themetag", "countrytag")),
        (_("Where it comes from"), ("source", "source_url")),
        CHANGE,
    )
    parts = (SECTIONS, QUOTES, SIGNATORIES, CONTACTS, OTHER_NAMES, FIGURES, ATTACHMENTS)
