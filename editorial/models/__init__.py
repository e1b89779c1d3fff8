"""The engine's tables, one concept a file."""

from editorial.models.address import Address
from editorial.models.administration import Act, AdministrationEvent
from editorial.models.assignment import Assignment, Task
from editorial.models.attachment import Attachment
from editorial.models.attestation import Attestation
from editorial.models.autosave import Autosave
from editorial.models.bulk import BulkRun, BulkWork
from editorial.models.comment import Comment, CommentStatus, Refusal
from editorial.models.discussion import Discussion
from editorial.models.document import Document
from editorial.models.edition import Edition
from editorial.models.event import Event
from editorial.models.figure import Figure
from editorial.models.glossaryterm import GlossaryTerm
from editorial.models.handling import Handling
from editorial.models.intake import Intake
from editorial.models.job import Job
from editorial.models.link import LinkCheck, LinkOutcome, LinkUse
from editorial.models.name_period import NamePeriod
from editorial.models.notice import Cadence, Notice, NoticePreference, NoticeType, Watch
from editorial.models.part import Part
from editorial.models.party import Party
from editorial.models.presence import Presence
from editorial.models.preview_link import GuestAgreement, PreviewLink
from editorial.models.problem import Problem, ProblemReason, ProblemStatus
from editorial.models.quota import Quota, QuotaKey
from editorial.models.reference_row import ReferenceRow
from editorial.models.refused_attempt import RefusedAttempt
from editorial.models.release import Release, ReleaseItem
from editorial.models.remark import EntryKind, Mention, Remark, RemarkEntry
from editorial.models.rename import Rename
from editorial.models.search import SearchEntry, SearchWord
from editorial.models.section import Section
from editorial.models.server_clock import ServerClock
from editorial.models.signoff import Decision, SignOff, SignOffRule
from editorial.models.snapshot import Snapshot
from editorial.models.user import User
from editorial.models.verification import VerificationDifference, VerificationRun
from editorial.models.waiver import CheckWaiver
from editorial.models.withdrawal import Withdrawal

__all__ = [
    "Act",
    "Address",
    "AdministrationEvent",
    "Assignment",
    "Attachment",
    "Attestation",
    "Autosave",
    "BulkRun",
    "BulkWork",
    "Cadence",
    "CheckWaiver",
    "Comment",
    "CommentStatus",
    "Decision",
    "Discussion",
    "Document",
    "Edition",
    "EntryKind",
    "Event",
    "Figure",
    "GlossaryTerm",
    "GuestAgreement",
    "Handling",
    "Intake",
    "Job",
    "LinkCheck",
    "LinkOutcome",
    "LinkUse",
    "Mention",
    "NamePeriod",
    "Notice",
    "NoticePreference",
    "NoticeType",
    "Part",
    "Party",
    "Presence",
    "PreviewLink",
    "Problem",
    "ProblemReason",
    "ProblemStatus",
    "Quota",
    "QuotaKey",
    "ReferenceRow",
    "Refusal",
    "RefusedAttempt",
    "Release",
    "ReleaseItem",
    "Remark",
    "RemarkEntry",
    "Rename",
    "SearchEntry",
    "SearchWord",
    "Section",
    "ServerClock",
    "SignOff",
    "SignOffRule",
    "Snapshot",
    "Task",
    "User",
    "VerificationDifference",
    "VerificationRun",
    "Watch",
    "Withdrawal",
]
