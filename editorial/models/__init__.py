"""The engine's tables, one concept a file."""

from editorial.models.address import Address
from editorial.models.attachment import Attachment
from editorial.models.attestation import Attestation
from editorial.models.comment import Comment, CommentStatus, Refusal
from editorial.models.discussion import Discussion
from editorial.models.document import Document
from editorial.models.edition import Edition
from editorial.models.event import Event
from editorial.models.figure import Figure
from editorial.models.handling import Handling
from editorial.models.intake import Intake
from editorial.models.job import Job
from editorial.models.part import Part
from editorial.models.party import Party
from editorial.models.problem import Problem, ProblemStatus, Trouble
from editorial.models.quota import Quota, QuotaKey
from editorial.models.release import Release, ReleaseItem
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
    "Comment",
    "CommentStatus",
    "Decision",
    "Discussion",
    "Document",
    "Edition",
    "Event",
    "Figure",
    "Handling",
    "Intake",
    "Job",
    "Part",
    "Party",
    "Problem",
    "ProblemStatus",
    "Quota",
    "QuotaKey",
    "Refusal",
    "Release",
    "ReleaseItem",
    "SearchEntry",
    "SearchWord",
    "Section",
    "SignOff",
    "SignOffRule",
    "Snapshot",
    "Trouble",
    "User",
    "Withdrawal",
]
