"""Which release or edition somebody means."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from editorial import releases
from editorial.admin.base import is_key
from editorial.admin.form import document_chooser
from editorial.admin.form.widgets import DocumentChooser
from editorial.base import clock
from editorial.base.reasons import NotAllowed, Reason
from editorial.models import Edition, Release, User
from editorial.states import OPEN


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


def join(edition: Edition, *, chosen: str, title: str, by: User, now: datetime) -> Release:
    """Add an edition to the release with the key `chosen`, or, if it is "new", to a new one. Raises NotAllowed."""
    with transaction.atomic():  # no empty release is left behind where the edition cannot be added
        if chosen == "new":
            release = releases.create(title=title, by=by, now=now)
        else:
            known = Release.objects.filter(pk=int(chosen)).first() if is_key(chosen) else None
            if known is None:
                raise NotAllowed([Reason("release", _("Choose a release, or begin a new one."))])
            release = known
        releases.add(release, edition, by=by, now=now)
    return release


def document_widget(site: str) -> DocumentChooser:
    """The field in which the document of an edition is chosen; `site` is the name of the admin site."""

    def title(uuid: str) -> str:
        named = document_chooser.documents_by_uuid([uuid], now=clock.now())
        return named[uuid].title if uuid in named else uuid

    url = reverse("admin:editorial_document_choose", current_app=site)
    return DocumentChooser(url=url, kind=None, title=title)
