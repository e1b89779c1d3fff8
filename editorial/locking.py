"""Locking: document first, then edition; whoever holds the document's row may read and move all its editions."""

from functools import cache
from typing import Any

from django.db import models, transaction

from editorial import kinds
from editorial.compiled import EDITION, Compiled
from editorial.models import Document, Edition


def lock(edition_id: int, *, model: type[Edition] | None = Edition) -> Any:
    """The edition as it is now, with its document, both locked until the transaction ends.

    :param model: `Edition`, or a kind's model where the kind's own fields are wanted; none for that of its own kind.
    Raises `Edition.DoesNotExist`. Must run inside a transaction.
    """
    if transaction.get_autocommit():
        # Django's own check, which the prepared statements below would pass by.
        raise transaction.TransactionManagementError("A lock holds only inside a transaction.")
    document = _locked(Document, "of an edition", edition_id)
    if document is None:
        raise Edition.DoesNotExist(f"There is no edition {edition_id}.")
    edition = _locked(model or kinds.get(document.kind).model, "itself", edition_id)
    if edition is None:
        raise Edition.DoesNotExist(f"Edition {edition_id} is of another kind.")
    edition.document = document
    return edition


@cache
def _statement(model: type[models.Model], which: str) -> Compiled:
    """The statement that locks one row; every transition asks twice, so Django puts the words together only once."""

    def build() -> models.QuerySet[Any]:
        if which == "itself":
            rows = model._default_manager.filter(pk=EDITION)
        else:
            document = Edition.objects.filter(pk=EDITION).order_by().values("document_id")
            rows = model._default_manager.filter(pk=models.Subquery(document))
        return rows.order_by().select_for_update()

    return Compiled(build)


def _locked(model: type[models.Model], which: str, edition_id: int) -> Any:
    return next(iter(_statement(model, which).objects(model, edition=edition_id)), None)
