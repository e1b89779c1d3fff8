"""The toy kind in the admin."""

from django.contrib import admin

from editorial.admin.edition import EditionAdmin
from editorial.admin.form.inlines import FIGURES, SECTIONS, PartInline
from tests.toy.models import Item, Note


@admin.register(Note)
class NoteAdmin(EditionAdmin):
    """Notes, with every sort of part that they have."""

    groups = (
        (None, ("title", "slug", "summary", "source_language")),
        ("Note", ("motto", "day", "about")),
        ("Change", ("change_note", "minor")),
    )
    parts = (SECTIONS, PartInline(Item, ("text", "amount")), FIGURES)
