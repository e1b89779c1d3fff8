"""Locking: document first, then edition; whoever holds the document's row may read and move all its editions."""

from typing import Any

from django.db import models

from editorial import kinds
from editorial.models import Document, Edition


def lock(edition_id: int, *, model: type[Edition] | None = Edition) -> Any:
    """The edition as it is now, with its document, both locked until the transaction ends.

    :param model: `Edition`, or a kind's model where the kind's own fields are wanted; none for that of its own kind.
    Raises `Edition.DoesNotExist`. Must run inside a transaction.
    """
    document_id = models.Subquery(Edition.objects.filter(pk=edition_id).values("document_id"))
    document = Document.objects.select_for_update().filter(pk=document_id).first()
    if document is None:
        raise Edition.DoesNotExist(f"There is no edition {edition_id}.")
    model = model or kinds.get(document.kind).model
    edition = model._default_manager.select_for_update().get(pk=edition_id)
    edition.document = document
    return edition
