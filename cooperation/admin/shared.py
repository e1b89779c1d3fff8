"""Groups of fields that the forms of all kinds have."""

from django.utils.translation import gettext_lazy as _

#: What every document has first, and what it says about the change last.
TEXTS = (None, ("title", "slug", "summary"))
CHANGE = (_("This edition"), ("source_language", "change_note", "minor"))
