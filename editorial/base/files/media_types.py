"""Which files may be attached, and what the first bytes of a file say that it is."""

#: What may be attached: the ending of the name, and the media type (IANA) under which it is offered.
ACCEPTED = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv",
    "txt": "text/plain",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
}
ZIP = "application/zip"
#: The compound file of older Office formats and of everything that Office embeds ([MS-CFB]).
OLE = "application/x-ole-storage"
#: Where a signature stands (bytes from the beginning), its bytes, and the media type that it is a sign of.
_SIGNATURES = (
    (0, b"%PDF-", "application/pdf"),
    (0, b"PK\x03\x04", ZIP),
    (0, b"PK\x05\x06", ZIP),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (8, b"WEBP", "image/webp"),
    (0, b"GIF8", "image/gif"),
    (0, b"II*\x00", "image/tiff"),
    (0, b"MM\x00*", "image/tiff"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"OggS", "audio/ogg"),
    (8, b"WAVE", "audio/wav"),
    (4, b"ftyp", "video/mp4"),
    (0, b"\x1aE\xdf\xa3", "video/webm"),
    (0, b"\x7fELF", "application/x-executable"),
    (0, b"MZ", "application/x-dosexec"),
    (0, b"\x1f\x8b", "application/gzip"),
)
#: Bytes in which every signature is found.
HEAD = 16


def by_signature(head: bytes) -> str:
    """The media type (RFC 6838) of which these bytes are a beginning, by signature alone; "" for none of the table."""
    for offset, signature, media_type in _SIGNATURES:
        in_riff = media_type in ("image/webp", "audio/wav")
        if head.startswith(signature, offset) and (not in_riff or head.startswith(b"RIFF")):
            return media_type
    return ""


def endings(media_type: str) -> tuple[str, ...]:
    """The endings, without the dot, that a file of this media type may have, the usual one first; none if unknown."""
    return tuple(ending for ending, accepted in ACCEPTED.items() if accepted == media_type)


def accepted() -> str:
    """The accepted endings as one phrase, for help texts."""
    return ", ".join(ending for ending in ACCEPTED if ending != "jpeg")
