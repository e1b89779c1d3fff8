"""What editions said when they were saved: storing and reading snapshots.

A snapshot holds exactly what was digested; it is read in the shape that content has today.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from editorial.content import digests
from editorial.content.canonical import Content
from editorial.models import Edition, Snapshot


def keep(content: Mapping[str, Any], *, now: datetime) -> str:
    """Store content under its digest, once, and return the digest."""
    digest = digests.digest(content)
    row = Snapshot(digest=digest, content=digests.essential(content), stored_at=now)
    Snapshot.objects.bulk_create([row], ignore_conflicts=True)
    return digest


def content_of(snapshot: Snapshot) -> Content:
    """What a snapshot says."""
    return digests.completed(snapshot.content)


def content(digest: str, *, kind: str = "") -> Content | None:
    """What was kept under a digest; none if there is nothing.

    :param kind: only content of this kind, where a digest came from outside.
    """
    snapshot = Snapshot.objects.filter(pk=digest).first() if digest else None
    if snapshot is None or (kind and snapshot.content["kind"] != kind):
        return None
    return content_of(snapshot)


def contents(wanted: Iterable[str]) -> dict[str, Content]:
    """What was kept under some digests, by one query; those under which there is nothing are left out."""
    rows = Snapshot.objects.filter(pk__in={digest for digest in wanted if digest})
    return {row.digest: content_of(row) for row in rows}


def is_digest_of(digest: str, version: int, content: Mapping[str, Any]) -> bool:
    """Whether `content` is what a digest of this version of the algorithm was made of.

    One of an earlier version cannot be made again of content that has other fields today: what was kept under it is
    held against the digest, and `content` against what was kept.
    """
    if version == digests.VERSION:
        return digests.digest(content) == digest
    snapshot = Snapshot.objects.filter(pk=digest).first()
    return (
        snapshot is not None
        and digests.digest_of_kept(snapshot.content) == digest
        and digests.essential(snapshot.content) == digests.essential(content)
    )


def says(edition: Edition, content: Mapping[str, Any]) -> bool:
    """Whether `content` is what the edition's digest was made of."""
    return is_digest_of(edition.digest, edition.digest_version, content)
