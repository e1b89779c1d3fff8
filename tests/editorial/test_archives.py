"""Archives are bounded by what comes out of them, whatever they say, wherever the house reads one."""

import ast
import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from editorial.base import refusal
from editorial.base.files import packages
from editorial.base.files.archives import CHUNK, Archive, Fault, Unreadable
from editorial.exports.record import verifying
from editorial.importing import taking
from editorial.translating.xliff import reading as xliff
from tests.archives import lying, open_document, overlapping, packed, strangely_packed

ROOT = Path(__file__).resolve().parent.parent.parent
MB = 1024 * 1024
ODT = b"application/vnd.oasis.opendocument.text"


def read_all(data: bytes, *, most_bytes: int = 10 * MB, most_members: int = 100) -> int:
    """Unpack everything; the number of bytes that came out."""
    with Archive(io.BytesIO(data), most_members=most_members, most_bytes=most_bytes) as archive:
        return sum(len(chunk) for name in archive.names for chunk in archive.chunks(name))


def fault_of(data: bytes, **limits: int) -> Fault:
    with pytest.raises(Unreadable) as refused:
        read_all(data, **limits)
    return refused.value.fault


def test_a_sound_archive_is_read_in_pieces() -> None:
    data = bytes(range(256)) * 2000
    with Archive(
        io.BytesIO(packed({"a": data, "folder/": "", "folder/b": "x"})), most_members=3, most_bytes=MB
    ) as archive:
        assert archive.names == ["a", "folder/b"]
        pieces = list(archive.chunks("a"))
        assert b"".join(pieces) == data
        assert max(map(len, pieces)) <= CHUNK
        assert archive.left == MB - len(data)
        assert archive.read("folder/b", most=1) == b"x"
        with pytest.raises(KeyError):
            archive.read("none", most=1)


def stored(archive: bytes, method: int) -> bytes:
    """The same member, packed by another method."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as target:
        target.writestr("a", archive)
    return made.getvalue()


def flagged(archive: bytes) -> bytes:
    """The archive, whose table says that its first member is under a password."""
    found = bytearray(archive)
    found[found.find(b"PK\x01\x02") + 8] |= 1
    return bytes(found)


BOMB = packed({"a": bytes(30 * MB)})
WORDS = packed({"a": b"word " * 1000, "b": b"text " * 1000})
BROKEN = WORDS[:60] + b"\xff\xff\xff\xff" + WORDS[64:]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", Fault.DAMAGED),
        (b"PK\x03\x04", Fault.DAMAGED),
        (WORDS[:-30], Fault.DAMAGED),
        (BROKEN, Fault.DAMAGED),
        (strangely_packed(WORDS), Fault.DAMAGED),
        (stored(b"x" * 100, zipfile.ZIP_BZIP2), Fault.DAMAGED),
        (stored(b"x" * 100, zipfile.ZIP_LZMA), Fault.DAMAGED),
        (lying(WORDS, size=39), Fault.DAMAGED),
        (overlapping(packed({"a": b"x" * 1000}), times=50), Fault.DAMAGED),
        (packed({"a_b": "x"}).replace(b"a_b", b"a\x00b"), Fault.DAMAGED),
        (flagged(WORDS), Fault.LOCKED),
        (BOMB, Fault.TOO_MUCH),
        (lying(packed({"a": bytes(3 * MB)}), size=2**32 - 2), Fault.TOO_MUCH),
        (packed({"a": bytes(3 * MB)}), Fault.TOO_MUCH),  # within the limit, but of a ratio that no text has
        (packed({str(number): "" for number in range(101)}), Fault.TOO_MUCH),
    ],
)
def test_what_cannot_be_read_is_one_exception_with_words(data: bytes, fault: Fault) -> None:
    assert fault_of(data) is fault
    assert str(Unreadable(fault)).endswith((".", "file."))


def test_all_members_together_are_bounded() -> None:
    texts = {str(number): bytes(range(256)) * 4096 for number in range(4)}
    assert read_all(packed(texts), most_bytes=4 * MB) == 4 * MB
    assert fault_of(packed(texts), most_bytes=4 * MB - 1) is Fault.TOO_MUCH


def test_a_table_of_contents_beyond_measure_is_not_read() -> None:
    """Else 20 MB of nothing but names would become half a million objects."""
    many = packed({f"{number:0200}": "" for number in range(1000)})
    tracemalloc.start()
    try:
        fault_of(many, most_members=100)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < MB


LIAR = packed({"mimetype": ODT + bytes(100 * MB)})


@pytest.mark.parametrize(
    "data",
    [
        lying(LIAR, size=39),
        LIAR,
        lying(LIAR, size=2**32 - 2),
        lying(packed({"word/document.xml": bytes(100 * MB)}), size=39),
        lying(packed({"a.xlf": bytes(100 * MB)}), size=39),
        lying(packed({"MANIFEST.sha256": bytes(100 * MB), "record.json": bytes(100 * MB)}), size=39),
    ],
    ids=["odt-39", "odt-true", "odt-4g", "docx", "xliff", "record"],
)
def test_a_lying_archive_takes_little_memory_everywhere(data: bytes) -> None:
    def attached(source: io.BytesIO) -> None:
        packages.check(source, "odt")

    def imported(source: io.BytesIO) -> None:
        with taking.opened(source) as archive:
            for name in archive.names:
                for _chunk in archive.chunks(name):
                    pass

    def exchanged(source: io.BytesIO) -> None:
        list(xliff.unpacked("a.zip", source.getvalue()))

    def verified(source: io.BytesIO) -> None:
        if list(verifying.verify(source)):
            raise xliff.Unreadable

    for way in (attached, imported, exchanged, verified):
        tracemalloc.start()
        try:
            with pytest.raises((refusal.Refused, Unreadable, xliff.Unreadable)):
                way(io.BytesIO(data))
            _now, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert peak < 8 * MB, way.__name__


def test_a_bomb_in_a_sound_package_is_found() -> None:
    with pytest.raises(refusal.Refused, match="unpacks to more"):
        packages.check(io.BytesIO(open_document(parts={"Pictures/a.svg": bytes(50 * MB)})), "odt")


def reading_zips(tree: ast.Module) -> list[int]:
    """Lines that open a zip for reading."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (getattr(node.func, "attr", "") or getattr(node.func, "id", "")) == "ZipFile"
        and not (len(node.args) > 1 and getattr(node.args[1], "value", "") == "w")
    ]


def test_nothing_else_reads_archives() -> None:
    guilty = [
        f"{path.relative_to(ROOT)}:{line}"
        for folder in ("editorial", "cooperation", "config")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for line in reading_zips(ast.parse(path.read_text()))
        if path.name != "archives.py"
    ]
    assert guilty == []
    assert reading_zips(ast.parse("zipfile.ZipFile(a)\nZipFile(a, 'r')\nZipFile(a, 'w')")) == [1, 2]
