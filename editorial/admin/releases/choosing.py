"""Which release or edition somebody means."""

from uuid import UUID

from django.utils.translation import gettext as _

from editorial.admin.form import document_chooser
from editorial.admin.form.widgets import DocumentChooser
from editorial.base.reasons import NotAllowed, Reason
from editorial.models import Edition
from editorial.states import OPEN


def is_key(value: str) -> bool:
    """Whether a word of an address or a form can be a primary key."""
    return value.isascii() and value.isdigit() and len(value) < 19


def open_edition(wanted: str) -> Edition:
    """The edition that is being worked on of the document that was chosen or named. Raises NotAllowed."""
    uuid: str | None = wanted
    if wanted.startswith(DocumentChooser.WORDS):
        uuid = document_chooser.by_words(wanted.removeprefix(DocumentChooser.WORDS), kind=None)
    try:
        document = str(UUID(uuid or ""))
    except ValueError:
        message = _("No single document has this title or address. Type more of it and choose from the list.")
        raise NotAllowed([Reason("document", message)]) from None
    found: Edition | None = (
        Edition.objects.filter(document__uuid=document, state__in=OPEN).select_related("document").first()
    )
    if found is None:
        message = _("No edition of this document is being worked on. Revise it first, then add the new edition.")
        raise NotAllowed([Reason("open", message)])
    return found
