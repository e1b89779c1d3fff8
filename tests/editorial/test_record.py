"""The record of a document: complete, checkable with standard tools, and on record itself."""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from editorial.base.files.store import keep_bytes, stored_name
from editorial.content import canonical
from editorial.exports import record
from editorial.exports.record import making
from editorial.models import Edition, Event, Snapshot
from editorial.states import Verb
from editorial.workflow import drafts, transitions
from tests import builders
from tests.archives import strangely_packed
from tests.editorial import stages
from tests.editorial.desk import as_, at
from tests.people import People


@pytest.fixture
def edition(people: People, now: datetime) -> Edition:
    """A live note, and a draft of its next edition."""
    live = stages.live(people, now)
    draft = transitions.revise(live, by=people.author, now=now)
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.title_fr = "Été à l’œuvre"
        row.save()
    return builders.fresh(live)


def exported_record(edition: Edition, people: People, now: datetime, language: str = "en") -> bytes:
    done = record.export(edition.document, by=people.translator_fr, now=now, language=language)
    with done.file:
        return done.file.read()


def faults(data: bytes, **given: Any) -> list[str]:
    return [str(each) for each in record.verify(io.BytesIO(data), **given)]


def rewritten(data: bytes, change: Callable[[str, bytes], bytes | None], *, honest: bool = False) -> bytes:
    """The archive with some members altered or (None) left out; an `honest` one gets a manifest that fits."""
    out, sums = io.BytesIO(), {}
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            found = change(name, source.read(name))
            if found is None or (honest and name == "MANIFEST.sha256"):
                continue
            sums[name] = hashlib.sha256(found).hexdigest()
            target.writestr(name, found)
        if honest:
            target.writestr("MANIFEST.sha256", "".join(f"{digest}  {name}\n" for name, digest in sums.items()))
    return out.getvalue()


def test_everything_is_in_it_and_it_is_whole(edition: Edition, people: People, now: datetime) -> None:
    data = exported_record(edition, people, now)
    assert faults(data) == []
    assert faults(data, here=True) == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
        told = json.loads(archive.read("record.json"))
        for digest in {event["digest"] for event in told["events"]}:
            assert (
                archive.read(f"snapshots/{digest}.json")
                == canonical.canonical(Snapshot.objects.get(pk=digest).content).encode()
            )
            assert hashlib.sha256(archive.read(f"snapshots/{digest}.json")).hexdigest() == digest
    assert {"record.html", "README.en.txt", "README.fr.txt", "README.es.txt"} <= names
    assert len(told["events"]) == Event.objects.filter(document=edition.document).exclude(verb=Verb.EXPORT).count()
    assert [each["number"] for each in told["editions"]] == [1, 2]
    assert {each["party"] for each in told["signatures"]} == {"CA"}
    assert len(told["addresses"]) == 3


def test_files_are_in_it_under_their_digest_and_a_lost_one_is_missed(
    people: People, now: datetime, settings: Any, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    sha256 = keep_bytes(b"a report")
    attachment = {
        "title": builders.texts("File"), "file": "report.txt", "sha256": sha256, "size": 8, "media_type": "text/plain",
        "language": "",
    }  # fmt: skip
    page = builders.make_page(people, now, parts={"section": [builders.section()], "attachment": [attachment]})
    data = exported_record(page, people, now)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read(f"files/{sha256}.txt") == b"a report"
    assert faults(data) == []
    (tmp_path / stored_name(sha256)).unlink()
    assert faults(exported_record(page, people, now)) == [f"files/{sha256}: a text names it, and it is missing"]


def test_that_it_was_taken_is_on_record_with_its_manifest(edition: Edition, people: People, now: datetime) -> None:
    done = record.export(edition.document, by=people.translator_fr, now=now, language="en")
    done.file.close()
    event = Event.objects.latest("id")
    assert (event.verb, event.by, event.data) == (Verb.EXPORT, people.translator_fr, {"manifest": done.manifest})
    assert done.name.endswith(f"{now:%Y-%m-%d}.zip")


def test_a_server_without_room_says_so_and_nothing_is_on_record(
    edition: Edition, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Every write to this device fails as on a full disk (null(4)).
    monkeypatch.setattr(
        "editorial.exports.record.making.tempfile.SpooledTemporaryFile",
        lambda **_given: open("/dev/full", "w+b"),  # noqa: SIM115 — as the archive's file
    )
    client = as_(people.translator_fr)
    response = client.post(at(edition, "record"), follow=True)
    assert "disk is full" in response.content.decode()
    assert not Event.objects.filter(verb=Verb.EXPORT).exists()


def test_a_record_is_written_whole_or_not_at_all(
    edition: Edition, people: People, now: datetime, tmp_path: Path
) -> None:
    done = record.export(edition.document, by=people.translator_fr, now=now, language="en")
    (tmp_path / "folder").mkdir()
    with done.file:
        with pytest.raises(OSError, match="directory"):
            making.write(done, tmp_path / "folder")
        assert list(tmp_path.iterdir()) == [tmp_path / "folder"]
        done.file.seek(0)
        making.write(done, tmp_path / "record.zip")
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["folder", "record.zip"]
    with (tmp_path / "record.zip").open("rb") as file:
        assert list(record.verify(file)) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            lambda name, data: data.replace(b"Signed off", b"Sealed") if name == "record.html" else data,
            "record.html: it was altered",
        ),
        (lambda name, data: None if name.startswith("snapshots/") else data, "it is missing"),
        (lambda name, data: None if name == "MANIFEST.sha256" else data, "MANIFEST.sha256: it is missing"),
    ],
)  # fmt: skip
def test_what_was_altered_or_left_out_is_found(
    change: Callable[[str, bytes], bytes | None], words: str, edition: Edition, people: People, now: datetime
) -> None:
    assert any(words in each for each in faults(rewritten(exported_record(edition, people, now), change)))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"by_name": "publisher"', '"by_name": "somebody"', "is not what was hashed"),
        ('"verb": "sign_off"', '"verb": "save"', "is not what was hashed"),
        ('"party": "CA"', '"party": "MX"', ""),
    ],
)
def test_a_forger_who_mends_the_manifest_is_found_by_the_chain(
    old: str, new: str, words: str, edition: Edition, people: People, now: datetime
) -> None:
    def forge(name: str, data: bytes) -> bytes:
        return data.replace(old.encode(), new.encode()) if name == "record.json" else data

    data = rewritten(exported_record(edition, people, now), forge, honest=True)
    assert any(words in each for each in faults(data)) or not words
    assert any("no export on record here" in each for each in faults(data, here=True))


def test_an_archive_that_nobody_can_unpack_is_said_to_be_one(edition: Edition, people: People, now: datetime) -> None:
    assert faults(strangely_packed(exported_record(edition, people, now)))[0].startswith("archive: it cannot be read")


def test_what_is_no_archive_is_said_to_be_none() -> None:
    assert faults(b"PK nonsense")[0].startswith("archive: it cannot be read")
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("MANIFEST.sha256", "")
        archive.writestr("record.json", "[]")
    assert any("record.json: it cannot be read" in each for each in faults(empty.getvalue()))


@pytest.mark.parametrize(("language", "word"), [("fr", "Dossier"), ("es", "Expediente"), ("en", "Record")])
def test_the_page_stands_alone_in_the_reader_s_language(
    language: str, word: str, edition: Edition, people: People, now: datetime
) -> None:
    with zipfile.ZipFile(io.BytesIO(exported_record(edition, people, now, language))) as archive:
        html = archive.read("record.html").decode()
    assert f'<html lang="{language}">' in html
    assert word in html
    assert "Été à l’œuvre" in html
    assert not re.search(r"<script|src=|https?://|style=|\son\w+=", html)


def test_it_takes_a_fixed_number_of_queries(
    edition: Edition, people: People, now: datetime, django_assert_max_num_queries: Any
) -> None:
    for word in ("a", "b", "c"):
        draft = edition.document.editions.get(number=2)
        with drafts.edit(draft, by=people.author, now=now) as row:
            row.title_en = word
            row.save()
    with django_assert_max_num_queries(40):
        exported_record(edition, people, now)


def test_whoever_reads_editions_takes_it_from_the_history(edition: Edition, people: People) -> None:
    assert at(edition, "record") in as_(people.translator_fr).get(at(edition, "history")).content.decode()
    answer = as_(people.translator_fr).post(at(edition, "record"))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/zip"
    assert "no-store" in answer["Cache-Control"]
    assert faults(b"".join(answer.streaming_content)) == []
    assert as_(people.translator_fr).get(at(edition, "record")).status_code == 405
    assert as_(people.outsider).post(at(edition, "record")).status_code == 403


def test_the_command_writes_and_verifies(
    edition: Edition, people: People, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uuid = str(edition.document.uuid)
    target = tmp_path / "record.zip"
    call_command("record", uuid, by="publisher", to=str(target), language="es")
    call_command("record", verify=str(target), here=True)
    assert "is whole" in capsys.readouterr().out
    target.write_bytes(
        rewritten(target.read_bytes(), lambda name, data: data + b" " if name == "record.html" else data)
    )
    with pytest.raises(CommandError, match="1 faults"):
        call_command("record", verify=str(target))
    for wrong in ({"by": "outsider"}, {"by": ""}):
        with pytest.raises(CommandError):
            call_command("record", uuid, **wrong)
    with pytest.raises(CommandError):
        call_command("record", "no-uuid", by="publisher")
