"""Checking an archive: that nothing in it was altered, and that what it says of itself holds together."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

from editorial.base.dates.safe import EARLIEST, read_instant
from editorial.base.files.archives import Archive, Unreadable
from editorial.exports.record.collecting import FORMAT, VERSION, files
from editorial.exports.record.making import MANIFEST
from editorial.models import Event
from editorial.states import Verb
from editorial.workflow import audit

#: No record of ours is larger when unpacked, in bytes; an archive that says otherwise is not one of ours.
LIMIT = 4 * 1024**3
_MOST_MEMBERS = 100_000
#: The largest text in a record: one edition in all its languages, or all lines about it, in bytes.
_MOST_TEXT = 64 * 1024**2


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong with an archive: where, and what."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def verify(source: IO[bytes], *, here: bool = False) -> Iterator[Finding]:
    """Yield everything that is wrong with an archive; nothing if it is whole.

    :param here: compare it with the chain of events of this site too, by line and hash, and look for the manifest's
        digest among the exports on record.
    """
    try:
        # Every member is read twice: for its digest, and for what it says.
        with Archive(source, most_members=_MOST_MEMBERS, most_bytes=2 * LIMIT) as archive:
            yield from _archive(archive, here=here)
    except Unreadable as broken:
        yield Finding("archive", f"it cannot be read ({broken.detail or broken})")


def _archive(archive: Archive, *, here: bool) -> Iterator[Finding]:
    names = archive.names
    if MANIFEST not in names:
        yield Finding(MANIFEST, "it is missing")
        return
    manifest = archive.read(MANIFEST, most=_MOST_TEXT)
    sums = dict(_sums(manifest))
    for name in sorted(name for name, count in Counter(names).items() if count > 1):
        yield Finding(name, "it is there twice")
    for name in sorted(set(names) - set(sums) - {MANIFEST}):
        yield Finding(name, "the manifest does not name it")
    for name, wanted in sums.items():
        if name not in names:
            yield Finding(name, "it is missing")
        elif _digest(archive, name) != wanted:
            yield Finding(name, "it was altered: its SHA-256 is not that of the manifest")
        elif name.startswith(("snapshots/", "files/")) and name.split("/", 1)[1].split(".", 1)[0] != wanted:
            yield Finding(name, "its name is not its SHA-256")
    try:
        record = json.loads(archive.read("record.json", most=_MOST_TEXT))
        if record.get("format") != FORMAT or record.get("version") != VERSION:
            yield Finding("record.json", "it is of a format that is not known here")
            return
        yield from _record(record, set(names))
        yield from _files(archive, names)
        if here:
            yield from _here(record, hashlib.sha256(manifest).hexdigest())
    except (KeyError, ValueError, TypeError, AttributeError) as broken:
        yield Finding("record.json", f"it cannot be read ({broken!r})")


def _sums(manifest: bytes) -> Iterator[tuple[str, str]]:
    for line in manifest.decode("utf-8", "replace").splitlines():
        digest, _space, name = line.partition("  ")
        if name:
            yield name, digest


def _digest(archive: Archive, name: str) -> str:
    digest = hashlib.sha256()
    for chunk in archive.chunks(name):
        digest.update(chunk)
    return digest.hexdigest()


def _record(record: Mapping[str, Any], names: set[str]) -> Iterator[Finding]:
    """What the record says of itself: every line's hash, their order, and that every text named is there."""
    texts = {name.removeprefix("snapshots/").removesuffix(".json") for name in names if name.startswith("snapshots/")}
    before: Mapping[str, Any] | None = None
    for line in record["events"]:
        where = f"event {line['id']}"
        if audit.line_hash(_event(line)) != line["hash"]:
            yield Finding(where, "what it says is not what was hashed when it was written")
        if before is not None and line["id"] <= before["id"]:
            yield Finding(where, "it does not come after the line before it")
        if before is not None and line["id"] == before["id"] + 1 and line["previous_hash"] != before["hash"]:
            yield Finding(where, "it does not follow from the line before it")
        if line["document_id"] != record["document"]["id"]:
            yield Finding(where, "it is about another document")
        if line["digest"] and line["digest"] not in texts:
            yield Finding(where, "the text that it names is missing")
        before = line
    said = {(line["edition_id"], line["digest"]) for line in record["events"]}
    for edition in record["editions"]:
        where = f"edition {edition['number']}"
        if edition["digest"] and edition["digest"] not in texts:
            yield Finding(where, "its text is missing")
        if edition["state"] == "published" and edition["signed_digest"] not in ("", edition["digest"]):
            yield Finding(where, "what is public is not what was signed")
    for signature in record["signatures"]:
        if (signature["edition"], signature["digest"]) not in said:
            yield Finding(f"signature of {signature['party']}", "it is on a text that the edition never had")


def _files(archive: Archive, names: list[str]) -> Iterator[Finding]:
    """Every file that a text names is there."""
    there = {name.split("/", 1)[1].split(".", 1)[0] for name in names if name.startswith("files/")}
    missing = set()
    for name in names:
        if name.startswith("snapshots/"):
            missing |= set(files(json.loads(archive.read(name, most=_MOST_TEXT)))) - there
    for sha256 in sorted(missing):
        yield Finding(f"files/{sha256}", "a text names it, and it is missing")


def _event(line: Mapping[str, Any]) -> Event:
    values = {name: line[name] for name in line if name != "at"}
    return Event(at=read_instant(line["at"]) or EARLIEST, **values)


def _here(record: Mapping[str, Any], manifest: str) -> Iterator[Finding]:
    known = dict(Event.objects.filter(document_id=record["document"]["id"]).values_list("id", "hash"))
    for line in record["events"]:
        if known.get(line["id"]) != line["hash"]:
            yield Finding(f"event {line['id']}", "the chain of this site does not have this line")
    exported = Event.objects.filter(
        document_id=record["document"]["id"], verb=Verb.EXPORT, detail__contains=f'"manifest":"{manifest}"'
    )
    if not exported.exists():
        yield Finding(MANIFEST, "no export on record here has this manifest")
