"""Drafts: the only way in which content changes. Lock, check, write, keep a snapshot, record who did what."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from editorial.base import languages, text_limits
from editorial.base.prepared_queries import DOCUMENT, Compiled
from editorial.comparison import by_language
from editorial.content import canonical, digests, kept, kinds, names, parity, writing
from editorial.content.kinds import Kind
from editorial.content.parity import Parity
from editorial.models import Attestation, Document, Edition, Event, Snapshot, User
from editorial.states import Verb
from editorial.workflow import audit, notice_jobs
from editorial.workflow.attempt import Attempt, attested
from editorial.workflow.locking import lock, lock_as_seen
from editorial.workflow.refusals import transition
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed, Reason


class Stale(Exception):
    """Raised when a draft was saved by somebody else since it was opened; nothing was changed.

    `edition` is the draft as it is now, a row of its kind's model, locked until the transaction ends.
    """

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        super().__init__(f"Edition {edition.pk} is at version {edition.version}.")


@dataclass
class Session:
    """A draft that one person holds locked; `commit` records what became of it.

    `reason` and `detail` go on record with the change; `detail` holds what is not plain from the texts themselves.
    `before` is what was recorded last, where that has been read; `present` is what the session last read.
    """

    edition: Any
    by: User
    now: datetime
    verb: Verb = Verb.SAVE
    reason: str = ""
    before: canonical.Content | None = None
    present: canonical.Content | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        """The kind of the draft."""
        return kinds.get_kind(self.edition.document.kind)

    def read(self) -> canonical.Content:
        """What the draft says now; read before it is written, it spares `commit` from looking that up again."""
        self.present = found = canonical.load(self.kind, self.edition.pk)
        if kept.says(self.edition, found):
            self.before = found
        return found

    def commit(self) -> bool:
        """Digest what the database now holds, keep it as a snapshot and record the change; false if nothing changed.

        Raises NotAllowed (and the transaction must be undone) when this person changed what they may not change.
        """
        edition = self.edition
        self.present = after = canonical.load(self.kind, edition.pk)
        if edition.digest and kept.says(edition, after):
            return False
        self.present = after = with_names(edition, after, now=self.now)
        before = self.before or kept.content(edition.digest)
        changed = by_language.changes_by_language(before, after)
        _require_within_role(self.by, changed)
        _require_exceptions_kept(before, after)
        if reason := text_limits.whole_too_long(len(canonical.canonical(after))):
            raise NotAllowed([Reason("too_long", reason)])
        _update(
            edition,
            **_digested(after, self.now),
            language_status=parity.status(after, attested(edition.pk) if before else {}),
            version=edition.version + 1 if before else edition.version,
            changed_at=self.now,
            changed_by=self.by,
        )
        detail = {**self.detail, "languages": sorted(changed.languages), "shared": changed.shared}
        if before is not None:
            # No text and an empty one are the same.
            detail[Event.CHANGED] = by_language.touched(digests.completed(before), digests.completed(after))
        event = audit.record(
            edition, self.verb, by=self.by, now=self.now, from_state=edition.state, reason=self.reason, detail=detail
        )
        behind = Parity.OUTDATED in edition.language_status.values()
        if before is not None and behind and edition.source_language in changed.languages:
            notice_jobs.follow_source(event)
        return True

    def attest(self, language: str) -> Attestation:
        """Record that the text in `language` is a translation of the present source text; not between write and commit.

        Where the text did not change since an earlier attestation, this says “still valid, no change needed”.
        Raises NotAllowed; what was committed before stays.
        """
        edition, content = self.edition, self.present or self.read()
        attempt = Attempt(edition, self.by, self.now, language=language)
        attempt.content = content  # just read, under the lock
        permissions.require(Verb.ATTEST, attempt)
        source = canonical.language_digest(content, edition.source_language)
        text = canonical.language_digest(content, language)
        attestation = Attestation(
            edition_id=edition.pk, language=language, source_digest=source, at=self.now, by=self.by,
            still_valid=earlier_attestation_of(edition, language) == text,
        )  # fmt: skip
        Attestation.objects.bulk_create(
            [attestation],
            update_conflicts=True,
            unique_fields=["edition", "language"],
            update_fields=["source_digest", "still_valid", "at", "by"],
        )
        _update(
            edition,
            language_status=parity.status(content, attested(edition.pk)),
            version=edition.version + 1,
        )
        detail = {"language": language, "source": source, "text": text, "still_valid": attestation.still_valid}
        audit.record(edition, Verb.ATTEST, by=self.by, now=self.now, from_state=edition.state, detail=detail)
        return attestation


def _require_within_role(by: User, changed: by_language.Changed) -> None:
    if permissions.may_write(by):
        return
    foreign = changed.languages - set(permissions.writable_languages(by))
    if foreign:
        raise NotAllowed(
            [
                Reason(
                    "language",
                    _("You do not translate into this language: %(language)s.")
                    % {"language": languages.names(sorted(foreign))},
                )
            ]
        )
    if changed.shared:
        raise NotAllowed([Reason("shared", _("Only an author can change what all languages share."))])


def _require_exceptions_kept(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> None:
    """A language exception is granted with a reason (`grant_exception`); it never slips in with a text."""
    granted = before["fields"]["excepted_languages"] if before else []
    if after["fields"]["excepted_languages"] != granted:
        raise NotAllowed(
            [Reason("exception", _("A language exception is granted with a reason, not saved with the text."))]
        )
    if after["fields"]["source_language"] in granted:
        raise NotAllowed([Reason("source", _("The source language cannot be left out."))])


def _update(edition: Edition, **values: Any) -> None:
    Edition.objects.filter(pk=edition.pk).update(**values)
    for name, value in values.items():
        setattr(edition, name, value)


def _digested(content: canonical.Content, now: datetime) -> dict[str, Any]:
    """Keep the content; the columns by which its edition names it."""
    return {"digest": kept.keep(content, now=now), "digest_version": digests.VERSION}


def begin(
    edition_id: int,
    *,
    by: User,
    now: datetime,
    version: int | None = None,
    digest: str = "",
    verb: Verb = Verb.SAVE,
) -> Session:
    """Lock a draft for a change by `by`. The caller is inside a transaction and ends with `Session.commit`.

    :param version: the version on which the form was opened; none to take the draft as it is.
    :param digest: the digest of the text on which it was opened, where the form knows that. A draft that still says
        this is not stale: a newer version then only tells that somebody attested a translation.
    Raises NotAllowed, Stale and `Edition.DoesNotExist`.
    """
    row = lock(edition_id, model=None)
    permissions.require(verb, Attempt(row, by, now))
    if version is not None and version != row.version and not (digest and digest == row.digest):
        raise Stale(row)
    return Session(row, by, now, verb)


@contextmanager
def edit(
    edition: Edition,
    *,
    by: User,
    now: datetime,
    version: int | None = None,
    detail: Mapping[str, Any] | None = None,
) -> Iterator[Any]:
    """A draft to change, as a row of its kind's model, in one transaction that records the change at its end.

    ::

        with drafts.edit(edition, by=user, now=now) as draft:
            draft.title_fr = "…"
            draft.save()
            draft.sections.create(heading_fr="…")

    Raises NotAllowed and Stale; nothing is changed then.
    """
    with transaction.atomic():
        session = begin(edition.pk, by=by, now=now, version=version)
        session.detail = detail or {}
        yield session.edition
        session.commit()


class AlreadyCreated(Exception):
    """Raised when a form that makes a document is sent twice; `document` is what the first sending made."""

    def __init__(self, document: Document) -> None:
        self.document = document
        super().__init__(f"The document {document.pk} was made by this form before.")


def require_not_made(key: UUID) -> None:
    """Raise MadeAlready if the form named `key` was sent before."""
    document = Document.objects.filter(creation_key=key).first()
    if document is not None:
        raise AlreadyCreated(document)


def create_document(
    row: Edition, kind: Kind, *, by: User, now: datetime, owner: User | None = None, key: UUID | None = None
) -> Session:
    """Give an unsaved row of a kind its new document and its place as edition 1; the caller saves it and commits.

    :param key: names the form by which it is made; whoever sends that a second time at once waits for the first.

    Raises NotAllowed for whoever may not write, and MadeAlready.
    """
    if not permissions.may_write(by):
        raise NotAllowed([Reason("permission", _("Your roles do not include this step."))])
    values = {"kind": kind.key, "owner": owner or by}
    if key is None:
        row.document = Document.objects.create(**values)
    else:
        row.document, is_new = Document.objects.get_or_create(creation_key=key, defaults=values)
        if not is_new:
            raise AlreadyCreated(row.document)
    row.number = 1
    row.created_at = row.changed_at = now
    row.created_by = row.changed_by = by
    return Session(row, by, now, Verb.CREATE)


@transaction.atomic
def create(
    kind: Kind,
    *,
    by: User,
    now: datetime,
    fields: Mapping[str, Any],
    parts: Mapping[str, list[dict[str, Any]]] | None = None,
    owner: User | None = None,
    detail: Mapping[str, Any] | None = None,
) -> Any:
    """A new document with its first draft, from values in the shape of content (see `editorial.content.canonical`).

    `fields` must name "source_language"; parts without a "key" get one; `detail` goes on record with the draft.
    Returns the draft as a row of its kind.
    """
    row = kind.model()
    session = create_document(row, kind, by=by, now=now, owner=owner)
    session.detail = detail or {}
    row.source_language = fields["source_language"]
    rows = {name: [{"key": str(uuid4()), **values} for values in items] for name, items in (parts or {}).items()}
    writing.write(row, {"kind": kind.key, "fields": fields, "parts": rows})
    session.commit()
    return row


@transaction.atomic
def restore(edition: Edition, snapshot: Snapshot, *, by: User, now: datetime, version: int | None = None) -> bool:
    """Put a draft back to what a snapshot says; false when it says that already. Raises NotAllowed and Stale.

    Language exceptions stay as they are now: they were granted for the edition, not for one of its texts.
    """
    session = begin(edition.pk, by=by, now=now, version=version, verb=Verb.RESTORE)
    session.reason = snapshot.digest
    content = kept.content_of(snapshot)
    fields = {**content["fields"], "excepted_languages": session.edition.excepted_languages}
    writing.write(session.edition, {**content, "fields": fields})
    return session.commit()


@transaction.atomic
def attest(edition: Edition, language: str, *, by: User, now: datetime) -> Attestation:
    """Record that the text in `language` is a translation of the present source text; see `Session.attest`."""
    row = lock(edition.pk)
    attestation = Session(row, by, now).attest(language)
    edition.version, edition.language_status = row.version, row.language_status
    return attestation


_ATTESTED = Compiled(
    lambda: Event.objects.filter(document_id=DOCUMENT, verb=Verb.ATTEST).order_by("-id").values("detail")
)


def earlier_attestation_of(edition: Edition, language: str) -> str:
    """The digest of the text in `language` when it was last attested in this document; empty if it never was."""
    for data in (json.loads(row["detail"]) for row in _ATTESTED.rows(document=edition.document_id)):
        if data["language"] == language:
            return str(data["text"])
    return ""


@transition(Verb.GRANT_EXCEPTION)
def grant_exception(edition: Edition, language: str, *, by: User, now: datetime, reason: str) -> None:
    """Let this edition be published before `language` is ready; the public page will say that it is to follow.

    Raises NotAllowed; a reason is required and goes on record.
    """
    row = lock_as_seen(edition)
    permissions.require(Verb.GRANT_EXCEPTION, Attempt(row, by, now, language=language, reason=reason))
    _set_exceptions(row, sorted({*row.excepted_languages, language}), Verb.GRANT_EXCEPTION, language, by, now, reason)
    edition.excepted_languages, edition.version, edition.digest = row.excepted_languages, row.version, row.digest


@transition(Verb.END_EXCEPTION)
def end_exception(edition: Edition, language: str, *, by: User, now: datetime) -> None:
    """Ask for `language` again before this edition may be published. Raises NotAllowed."""
    row = lock_as_seen(edition)
    permissions.require(Verb.END_EXCEPTION, Attempt(row, by, now, language=language))
    left = [code for code in row.excepted_languages if code != language]
    _set_exceptions(row, left, Verb.END_EXCEPTION, language, by, now, "")
    edition.excepted_languages, edition.version, edition.digest = row.excepted_languages, row.version, row.digest


def _set_exceptions(
    row: Edition, wanted: list[str], verb: Verb, language: str, by: User, now: datetime, reason: str
) -> None:
    set_excepted(row, wanted, now=now)
    _update(row, version=row.version + 1)
    audit.record(row, verb, by=by, now=now, from_state=row.state, reason=reason, detail={"language": language})


def set_excepted(row: Edition, wanted: list[str], *, now: datetime) -> canonical.Content:
    """Write which languages a draft leaves out, and digest it anew; the caller holds the lock and records it.

    It decides what the public sees and so belongs to the content that reviewers sign, but whoever grants it wrote
    nothing.
    """
    _update(row, excepted_languages=wanted)
    after = canonical.content_of(row)
    _update(row, **_digested(after, now))
    return after


def with_names(row: Edition, content: canonical.Content, *, now: datetime) -> canonical.Content:
    """Write what a draft shows for all that it refers to, as it is called at `now`; the content with that.

    The caller holds the lock and digests it. Nobody wrote these words: a name is no contribution to the text.
    """
    found = names.current(content, now)
    if found == content["names"]:
        return content
    _update(row, names=found)
    return {**content, "names": found}


def open_revision(edition: Any, *, now: datetime, base: Edition) -> None:
    """Digest and keep what a revision copied from `base`; it changed nothing, so nobody becomes its contributor."""
    after = canonical.load(kinds.get_kind(base.document.kind), edition.pk)
    after = with_names(edition, after, now=now)
    _update(edition, **_digested(after, now), language_status=parity.status(after, attested(edition.pk)))
