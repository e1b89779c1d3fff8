"""The PDF of an edition, made when it is first wanted and kept from then on.

A job makes it on publication, for a scheduled edition ahead of its moment; a visitor who comes before the job waits
while it is made. Whoever makes it holds a lock, so that it is made once.
"""

import hashlib
import logging
from datetime import datetime

from django.db import OperationalError, connection, transaction

from cooperation.models import ReportFile
from cooperation.pdf import report, typesetting
from cooperation.views.page import public_signatures
from editorial.base.files import store
from editorial.content import canonical
from editorial.content.kinds import NotMade
from editorial.models import Edition

logger = logging.getLogger(__name__)

#: How long a visitor waits for a file that somebody else is making.
_WAIT = "10s"


def source(edition: Edition, language: str, moment: datetime) -> str:
    """The SHA-256 of all that the file of `edition` depends on as the public sees it at `moment`.

    That is what the edition says, since when it is public, whether an urgent publication awaits its confirmation, and
    how files are made at present.
    """
    pending = _pending(edition, moment)
    parts = (report.VERSION, edition.digest, edition.live_during.lower.isoformat(), language, pending)
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def file_of(edition: Edition, language: str, *, moment: datetime, now: datetime) -> ReportFile:
    """The file of a published edition in a language that it is shown in, as it is at `moment`.

    It is there in the storage when this returns. Raises `NotMade`.

    :param edition: a row of `Edition` with its document.
    """
    wanted = source(edition, language, moment)
    return _stored_file(edition, language, wanted) or _make_file(edition, language, wanted, moment=moment, now=now)


def _stored_file(edition: Edition, language: str, wanted: str) -> ReportFile | None:
    row = ReportFile.objects.filter(edition_id=edition.pk, language=language, source=wanted).first()
    return row if row is not None and store.is_stored(row.sha256, row.size) else None


@transaction.atomic
def _make_file(edition: Edition, language: str, wanted: str, *, moment: datetime, now: datetime) -> ReportFile:
    _lock(f"report_pdf/{edition.pk}/{language}")
    found = _stored_file(edition, language, wanted)
    if found is not None:
        return found
    begin = edition.live_during.lower
    said = canonical.content_of(edition)
    data = report.data(
        edition, said, language=language, moment=begin, digest=edition.digest, urgent=_pending(edition, moment),
        signatures=public_signatures.find_signatures(edition.pk, language, max(begin, moment)),
    )  # fmt: skip
    made = typesetting.typeset("report", data, at=begin)
    try:
        sha256 = store.keep_bytes(made)
    except store.NotStored as fault:
        raise NotMade(str(fault)) from fault
    row, _new = ReportFile.objects.get_or_create(
        edition_id=edition.pk,
        language=language,
        source=wanted,
        # Where the storage lost a file, the same bytes take its place.
        defaults={"sha256": sha256, "size": len(made), "made_at": now},
    )
    logger.info("Made the PDF of edition %s in %s: %s bytes.", edition.pk, language, len(made))
    return row


def _pending(edition: Edition, moment: datetime) -> bool:
    """Whether the edition was published urgently and not confirmed by `moment`."""
    confirmed = edition.confirmed_at
    return edition.urgent_at is not None and (confirmed is None or confirmed > moment)


def _lock(name: str) -> None:
    """Hold the lock of this name until the transaction ends. Raises `NotMade` if somebody else keeps it too long."""
    key = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big", signed=True)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [_WAIT])
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key])
    except OperationalError as late:
        raise NotMade(f"Somebody else has been making it for {_WAIT}.") from late
