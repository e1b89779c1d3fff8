"""Making the archive: a zip with everything on record about a document, and a manifest by which it can be checked."""

import hashlib
import json
import tempfile
import uuid
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from django.core.files.storage import default_storage
from django.db import transaction
from django.template.loader import select_template
from django.utils import translation

from editorial.base import languages
from editorial.base.files.storage import write_whole
from editorial.base.files.store import stored_name, storing
from editorial.content import canonical
from editorial.exports.record import collecting, page
from editorial.models import Document, Edition, User
from editorial.states import Verb
from editorial.workflow import audit

MANIFEST = "MANIFEST.sha256"
#: Texts that are in memory at once.
_AT_ONCE = 5
#: Up to this many bytes the archive stays in memory; a longer one is written to a temporary file.
_IN_MEMORY = 1_000_000
_CHUNK = 64 * 1024


@dataclass(frozen=True)
class Made:
    """An archive, at its beginning: the file, the name to offer it under, and the SHA-256 of its manifest.

    The digest of the manifest is on record (event `export`), so that a copy can be told from a forgery later.
    """

    file: IO[bytes]
    name: str
    manifest: str


@transaction.atomic
def export(document: Document, *, by: User, now: datetime, language: str) -> Made:
    """The record of `document`, its page in `language`; that it was taken away goes on record with the newest edition.

    Whoever calls has made sure that `by` may read editions. Raises NotStored where there is no room for the archive.
    """
    with storing():
        archive = _Archive()
        try:
            return _fill(archive, document, by=by, now=now, language=language)
        except BaseException:
            archive.discard()
            raise


def _fill(archive: "_Archive", document: Document, *, by: User, now: datetime, language: str) -> Made:
    # Nothing of the document moves while it is read, so that all of the record is of one moment.
    row = Document.objects.select_for_update(no_key=True).get(pk=document.pk)
    gathered = collecting.gather(row, by=str(by), now=now)
    pages = page.Texts(gathered)
    archive.add("record.json", json.dumps(gathered, ensure_ascii=False, indent=1, sort_keys=True).encode())
    wanted = collecting.digests(gathered)
    attached: dict[str, str] = {}
    for begin in range(0, len(wanted), _AT_ONCE):
        for snapshot in collecting.snapshots(wanted[begin : begin + _AT_ONCE]):
            archive.add(f"snapshots/{snapshot.pk}.json", canonical.canonical(snapshot.content).encode())
            attached |= collecting.files(snapshot.content)
            with translation.override(language):
                pages.take(snapshot)
    for sha256, name in sorted(attached.items()):
        archive.copy(f"files/{sha256}{_ending(name)}", stored_name(sha256))
    with translation.override(language):
        archive.add("record.html", page.render(row, gathered, pages, attached, language=language, now=now).encode())
    for code in languages.codes():
        # Written in each language rather than translated sentence by sentence: it is read without us.
        readme = select_template([f"editorial/record/readme.{code}.txt", "editorial/record/readme.en.txt"])
        archive.add(f"README.{code}.txt", readme.render({"manifest": MANIFEST}).encode())
    manifest = archive.close()
    newest = Edition.objects.filter(document=row).order_by("-number").first()
    if newest is not None:
        audit.record(newest, Verb.EXPORT, by=by, now=now, from_state=newest.state, detail={"manifest": manifest})
    return Made(archive.file, f"record-{row.kind}-{str(row.uuid)[:8]}-{now:%Y-%m-%d}.zip", manifest)


def _ending(name: str) -> str:
    return f".{name.rsplit('.', 1)[-1].lower()}" if "." in name else ""


class _Archive:
    """A zip that keeps the SHA-256 of everything that goes into it."""

    def __init__(self) -> None:
        import zipfile

        self.file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 — the caller closes it
        self._zip = zipfile.ZipFile(self.file, "w", zipfile.ZIP_DEFLATED)
        self._sums: dict[str, str] = {}

    def add(self, name: str, data: bytes) -> None:
        self._zip.writestr(name, data)
        self._sums[name] = hashlib.sha256(data).hexdigest()

    def copy(self, name: str, stored: str) -> None:
        """A file from the storage; one that is gone is missed by whoever verifies, not by us."""
        if not default_storage.exists(stored):
            return
        digest = hashlib.sha256()
        with default_storage.open(stored) as source, self._zip.open(name, "w") as target:
            for chunk in iter(lambda: source.read(_CHUNK), b""):
                digest.update(chunk)
                target.write(chunk)
        self._sums[name] = digest.hexdigest()

    def discard(self) -> None:
        """Let go of an archive that could not be made."""
        with suppress(OSError, ValueError):
            self._zip.close()
        with suppress(OSError):
            self.file.close()

    def close(self) -> str:
        """Write the manifest, as `sha256sum --check` reads it, and tell its SHA-256."""
        lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(self._sums.items()))
        self._zip.writestr(MANIFEST, lines)
        self._zip.close()
        self.file.seek(0)
        return hashlib.sha256(lines.encode()).hexdigest()


def write(made: Made, target: Path) -> None:
    """Write the archive to a file, whole or not at all. Raises OSError."""
    chunks = iter(lambda: made.file.read(_CHUNK), b"")
    write_whole(target, chunks, temporary=target.with_name(f".{target.name}.{uuid.uuid4().hex}"))
