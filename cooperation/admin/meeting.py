"""Meetings in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cooperation.admin.names import OTHER_NAMES
from cooperation.admin.shared import CHANGE, TEXTS
from cooperation.models import Meeting, MeetingSession, Participant, RelatedDocument
from editorial.admin.edition import EditionAdmin
from editorial.admin.form.attachments import ATTACHMENTS
from editorial.admin.form.inlines import FIGURES, SECTIONS, PartInline

SESSIONS = PartInline(MeetingSession, ("type", "title", "group"))
PARTICIPANTS = PartInline(Participant, ("organization", "delegation", "number"))
RELATED = PartInline(RelatedDocument, ("document",))


@admin.register(Meeting)
class MeetingAdmin(EditionAdmin):
    """A meeting: when and where, who came, and what came of it."""

    groups = (
        TEXTS,
        (_("The meeting"), ("mechanism", "ordinal", "format", "host_country", "city", "themetag", "countrytag")),
        (_("When"), ("starts_on", "starts_at", "ends_on", "ends_at", "time_zone")),
        (_("What came of it"), ("outcomes",)),
        CHANGE,
    )
    parts = (OTHER_NAMES, SESSIONS, PARTICIPANTS, SECTIONS, RELATED, FIGURES, ATTACHMENTS)
