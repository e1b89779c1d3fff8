"""Telling those who have a part in a release that it moved on."""

from datetime import datetime

from django.urls import reverse

from editorial import notices
from editorial.models import NoticeType, Release, User
from editorial.releases.rules import Situation


def send_notices(found: Situation, *, by: User, now: datetime) -> None:
    """Called in the transaction of a step, after it: tells who made the release and the owners of its documents.

    What each edition's own step means for its contributors is told with that step.
    """
    release: Release = found.release
    people = {release.made_by_id, *(edition.document.owner_id for edition in found.editions)}
    notices.send_notices(
        NoticeType.RELEASE,
        to=people,
        by=by,
        now=now,
        detail={"what": release.title, "path": reverse("admin:editorial_release_change", args=(release.pk,))},
        cause=f"release/{release.pk}/{release.version}",
    )
