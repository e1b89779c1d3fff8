"""The engine's tables, one concept a file."""

from editorial.models.address import Address
from editorial.models.attachment import Attachment
from editorial.models.attestation import Attestation
from editorial.models.document import Document
from editorial.models.edition import Edition
from editorial.models.event import Event
from editorial.models.figure import Figure
from editorial.models.part import Part
from editorial.models.party import Party
from editorial.models.search import SearchEntry, SearchWord
from editorial.models.section import Section
from editorial.models.signoff import Decision, SignOff, SignOffRule
from editorial.models.snapshot import Snapshot
from editorial.models.user import User
from editorial.models.withdrawal import Withdrawal

__all__ = [
    "Address",
    "Attachment",
    "Attestation",
    "Decision",
    "Document",
    "Edition",
    "Event",
    "Figure",
    "Part",
    "Party",
    "SearchEntry",
    "SearchWord",
    "Section",
    "SignOff",
    "SignOffRule",
    "Snapshot",
    "User",
    "Withdrawal",
]
