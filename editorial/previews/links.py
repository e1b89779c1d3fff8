"""Preview links: letting somebody without an account read one text, and hearing what they say about it."""

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.base import text as plain_text
from editorial.base.reasons import NotAllowed, Reason
from editorial.models import Edition, GuestAgreement, PreviewLink, User
from editorial.models.remark import MOST_NAME
from editorial.states import Standing, State, Verb
from editorial.workflow import audit
from editorial.workflow.locking import lock

#: Random bytes of a token (RFC 4648 base64url without padding: 43 characters).
TOKEN_BYTES = 32
MOST_LABEL = 120


class InvalidLink(Exception):
    """Raised for a token that opens nothing."""


class UnknownLink(InvalidLink):
    """No link has this token, or not for this language."""


class ExpiredLink(InvalidLink):
    """The link's time is over."""


class RevokedLink(InvalidLink):
    """Somebody revoked the link."""


class DiscardedText(InvalidLink):
    """The edition was given up."""


class WithdrawnText(InvalidLink):
    """The edition was public and was withdrawn."""


@dataclass(frozen=True)
class Made:
    """A new link and its token, which is nowhere else and shown once."""

    link: PreviewLink
    token: str


def hashed(token: str) -> str:
    """SHA-256 of a token, in hexadecimal. The token is random and long, so that no slow or salted hash is needed.

    Links are looked up by it: how long that takes tells nothing about how much of a guess was right.
    """
    return hashlib.sha256(token.encode()).hexdigest()


def against_sharing(edition: Edition, *, by: User) -> list[Reason]:
    """Why this person may not make or revoke links of this edition; no reason means that they may.

    Whoever takes part in what goes public: authors, reviewers, publishers.
    """
    if not by.is_active:
        return [Reason("inactive", _("This account is not active."))]
    parts = ("write_edition", "sign_off_edition", "publish_edition")
    if not by.has_perm("editorial.view_edition") or not any(by.has_perm(f"editorial.{part}") for part in parts):
        return [Reason("permission", _("Preview links are made by authors, reviewers and publishers."))]
    return []


@transaction.atomic
def make(
    edition: Edition, *, by: User, now: datetime, digest: str, shown: Collection[str], label: str, days: int, once: UUID
) -> Made:
    """A link to the text with this digest, which is the present one of the edition.

    :param digest: the digest of the text on the screen.
    :param shown: codes of the languages that it shows.
    :param label: who gets it and what for, for colleagues; its holder reads it too.
    :param days: how long it opens, at most `PREVIEW_LINK_MAX_DAYS`.
    :param once: what the form carries, so that it makes one link however often it is sent.
    Raises NotAllowed.
    """
    row = lock(edition.pk)
    name = plain_text.clean_line(label)
    reasons = [*against_sharing(row, by=by), *_unsound(row, digest, shown, name, days)]
    if PreviewLink.objects.filter(once=once).exists():
        message = _(
            "This link was made already, and its address was shown once. If it is lost, revoke it and make another."
        )
        reasons = [Reason("again", message)]
    if reasons:
        raise NotAllowed(reasons)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    link = PreviewLink.objects.create(
        edition=row, digest=row.digest, languages=[code for code in languages.codes() if code in shown],
        token_hash=hashed(token), once=once, label=name, made_at=now, made_by=by, expires_at=now + timedelta(days=days),
    )  # fmt: skip
    detail = {"link": link.pk, "until": link.expires_at.isoformat(), "shown": link.languages}
    audit.record(row, Verb.SHARE_PREVIEW, by=by, now=now, from_state=row.state, reason=name, detail=detail)
    return Made(link, token)


def _unsound(row: Edition, digest: str, shown: Collection[str], label: str, days: int) -> list[Reason]:
    found = []
    if row.state == State.DISCARDED:
        found.append(Reason("state", _("This edition was given up: there is nothing to preview.")))
    if digest != row.digest:
        found.append(
            Reason("digest", _("The text has changed since you opened this page. Look at it, then make the link."))
        )
    if not shown or not set(shown) <= set(languages.codes()):
        found.append(Reason("languages", _("Choose the languages that the link shows.")))
    if not label:
        found.append(
            Reason("label", _("Say for whom the link is, so that colleagues know whether it is still needed."))
        )
    elif len(label) > MOST_LABEL:
        message = _("Say in at most %(most)s characters for whom the link is.")
        found.append(Reason("label", message % {"most": MOST_LABEL}))
    if not 1 <= days <= settings.PREVIEW_LINK_MAX_DAYS:
        message = _("A link opens for 1 to %(most)s days.")
        found.append(Reason("days", message % {"most": settings.PREVIEW_LINK_MAX_DAYS}))
    return found


@transaction.atomic
def revoke(link: PreviewLink, *, by: User, now: datetime) -> PreviewLink:
    """Shut a link for good, whoever made it. Raises NotAllowed."""
    edition = lock(link.edition_id)
    row = _locked(link.pk)
    reasons = against_sharing(edition, by=by)
    if not reasons and row.revoked_at is not None:
        reasons = [Reason("revoked", _("%(person)s has revoked this link already.") % {"person": row.revoked_by})]
    if reasons:
        raise NotAllowed(reasons)
    revoke_for(row, edition, by=by, now=now)
    return row


def revoke_for(link: PreviewLink, edition: Edition, *, by: User, now: datetime) -> None:
    """Record that a link opens no more. The caller holds the edition and the link, and has asked whether `by` may."""
    link.revoked_at, link.revoked_by = now, by
    link.save(update_fields=["revoked_at", "revoked_by"])
    detail = {"link": link.pk}
    audit.record(
        edition, Verb.REVOKE_PREVIEW, by=by, now=now, from_state=edition.state, reason=link.label, detail=detail
    )  # fmt: skip


@transaction.atomic
def open_link(token: str, *, language: str, now: datetime, count: bool = True) -> PreviewLink:
    """The link with this token, if it opens now in this language; counted, unless it is for a file of the page.

    The row is locked: whoever revokes it at the same moment either waits, or has shut it for us.

    Raises InvalidLink.
    """
    link = find(token, now=now, lock_it=True)
    if language not in link.languages:
        raise UnknownLink
    if count:
        PreviewLink.objects.filter(pk=link.pk).update(opened_count=F("opened_count") + 1, opened_at=now)
    return link


def find(token: str, *, now: datetime, lock_it: bool = False) -> PreviewLink:
    """The link with this token, if it opens now: it ends with its text, too. Raises InvalidLink."""
    rows = PreviewLink.objects.select_related("edition__document", "made_by")
    if lock_it:
        rows = rows.select_for_update(of=("self",))
    link = rows.filter(token_hash=hashed(token)).first()
    if link is None:
        raise UnknownLink
    if link.revoked_at is not None:
        raise RevokedLink
    if link.expires_at <= now:
        raise ExpiredLink
    if link.edition.state == State.DISCARDED:
        raise DiscardedText
    if link.edition.standing(now) == Standing.WITHDRAWN:
        raise WithdrawnText
    return link


def _locked(pk: int) -> PreviewLink:
    rows = PreviewLink.objects.select_for_update(of=("self",)).select_related("revoked_by")
    return rows.get(pk=pk)


def is_newer(link: PreviewLink) -> bool:
    """Whether the document says something else by now: in the same edition, or in a later one."""
    edition = link.edition
    if edition.digest != link.digest:
        return True
    later = Edition.objects.filter(document=edition.document_id, number__gt=edition.number)
    return later.exclude(state=State.DISCARDED).exists()


@transaction.atomic
def agree(token: str, *, language: str, name: str, now: datetime) -> GuestAgreement:
    """Keep that a guest agrees with the text; the same name twice is kept once. Never a party's signature.

    Raises NotAllowed, Unknown, Expired and Revoked.
    """
    edition = lock(find(token, now=now).edition_id)
    link = open_link(token, language=language, now=now, count=False)
    own = guest_name(name)
    agreement, made = GuestAgreement.objects.get_or_create(
        link=link, name=own, defaults={"digest": link.digest, "language": language, "at": now}
    )
    if made:
        detail = {"link": link.pk, "language": language, "text": link.digest}
        audit.record(
            edition, Verb.GUEST_AGREE, by=None, guest=own, now=now, from_state=edition.state, detail=detail
        )  # fmt: skip
    return agreement


def guest_name(typed: str) -> str:
    """The name that a guest typed. Raises NotAllowed for none, and for one that is too long."""
    name = plain_text.clean_line(typed)
    if not name:
        raise NotAllowed([Reason("name", _("Type your name, so that the editors know who says this."))])
    if len(name) > MOST_NAME:
        raise NotAllowed([Reason("name", _("Type your name in at most %(most)s characters.") % {"most": MOST_NAME})])
    return name
