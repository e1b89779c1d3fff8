"""Locking: document first, then edition; whoever holds the document's row may read and move all its editions."""

from functools import cache
from typing import Any

from django.db import models, transaction

from editorial import kinds
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


#: Stands for the edition's primary key in the statements below.
_KEY = -1


@cache
def _statement(model: type[models.Model], which: str) -> tuple[str, tuple[Any, ...]]:
    """SQL and parameters that lock one row; every transition asks twice, so Django puts the words together only once."""
    if which == "itself":
        rows = model._default_manager.filter(pk=_KEY)
    else:
        rows = model._default_manager.filter(pk=models.Subquery(Edition.objects.filter(pk=_KEY).values("document_id")))
    sql, params = rows.order_by().select_for_update().query.sql_with_params()
    return sql, tuple(params)


def _locked(model: type[models.Model], which: str, edition_id: int) -> Any:
    sql, params = _statement(model, which)
    rows = model._default_manager.raw(sql, [edition_id if value == _KEY else value for value in params])
    return next(iter(rows), None)
