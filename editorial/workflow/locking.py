"""Locking: document first, then edition; whoever holds the document's row may read and move all its editions.

Whoever relies on the rules of signature, or changes them, holds them before all else (`signatures.hold_rules`). Whoever
needs several takes all documents first, in the order of their primary keys, then the editions, then the release; after
that the addresses, and the chain of events last. So nobody waits for somebody who waits for them.
"""

from collections.abc import Collection
from functools import cache
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from editorial.base.prepared_queries import EDITION, Compiled
from editorial.base.reasons import NotAllowed, Reason
from editorial.content import kinds
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
    edition = _locked(model or kinds.get_kind(document.kind).model, "itself", edition_id)
    if edition is None:
        raise Edition.DoesNotExist(f"Edition {edition_id} is of another kind.")
    edition.document = document
    return edition


def lock_as_seen(edition: Edition) -> Any:
    """The edition as it is now, locked, if it is still the version that `edition.seen_version` names; see `lock`.

    Raises NotAllowed with the code "moved" where somebody else was quicker: only under the lock can that be told.
    """
    row = lock(edition.pk)
    if edition.seen_version not in (None, row.version):
        message = _("This edition changed since you opened the page. Look at it again, then decide.")
        raise NotAllowed([Reason("moved", message)])
    return row


def lock_all(edition_ids: Collection[int]) -> list[Edition]:
    """These editions as they are now, each with its document, all locked; by the primary key of the document.

    Three statements, whatever their number. Editions that are not there are left out.
    """
    named = Edition.objects.filter(pk__in=edition_ids).order_by().values("document_id")
    rows = Document.objects.filter(pk__in=named).order_by("pk").select_for_update(no_key=True)
    documents = {document.pk: document for document in rows}
    found = list(
        Edition.objects.filter(pk__in=edition_ids, document__in=documents)
        .order_by("document_id", "pk")
        .select_for_update(no_key=True)
    )
    for edition in found:
        edition.document = documents[edition.document_id]
    return found


@cache
def _statement(model: type[models.Model], which: str) -> Compiled:
    """The statement that locks one row; every transition asks twice, so Django puts the words together only once."""

    def build() -> models.QuerySet[Any]:
        if which == "itself":
            rows = model._default_manager.filter(pk=EDITION)
        else:
            document = Edition.objects.filter(pk=EDITION).order_by().values("document_id")
            rows = model._default_manager.filter(pk=models.Subquery(document))
        # Not against those who only refer to the row: whoever holds several documents (a release) would else wait for
        # somebody whose content refers to one of them, while they wait for us.
        return rows.order_by().select_for_update(no_key=True)

    return Compiled(build)


def _locked(model: type[models.Model], which: str, edition_id: int) -> Any:
    return next(iter(_statement(model, which).objects(model, edition=edition_id)), None)
