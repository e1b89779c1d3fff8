"""The filter by the governments that signed an edition."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef

from cooperation.lists.facets import Counted, Facet, Text
from cooperation.views.request.page_request import PageRequest
from editorial.models import Decision, Party, SignOff


class SignedByFacet(Facet):
    """Narrows by a government that signed the edition, by the code of its party.

    Whoever signs does so before the edition becomes public, so the moment makes no difference.
    """

    def __init__(self, *, label: Text, every: Text) -> None:
        super().__init__("pk", label=label, every=every)

    @property
    def field_of_model(self) -> Any:
        """A field that is in no table, without choices."""
        return models.CharField()

    @property
    def target(self) -> Any:
        """The parties have the names."""
        return Party

    def condition(self, value: Any, asked: PageRequest) -> Any:
        """The party signed what the edition says."""
        given = SignOff.objects.filter(
            edition=OuterRef("pk"), round=OuterRef("round"), digest=OuterRef("digest"),
            decision=Decision.SIGNED, party__code=value,
        )  # fmt: skip
        return Exists(given)

    def carried(self, asked: PageRequest) -> Mapping[str, Any]:
        """What a signature has to be about."""
        return {"round": F("round"), "digest": F("digest")}

    def counted(self, prefix: str) -> Counted:
        """Every party that signed; none signs twice."""
        table = SignOff._meta.db_table
        on = (
            f"given.edition_id = found.pk_ AND given.round = found.{prefix}round"
            f" AND given.digest = found.{prefix}digest AND given.decision = '{Decision.SIGNED.value}'"
        )
        return Counted("given.party_id", f'found JOIN "{table}" given ON {on}')
