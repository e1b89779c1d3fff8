"""Zip archives that are not what they say."""


def strangely_packed(archive: bytes) -> bytes:
    """The archive, saying of all its members that they are compressed by a method which nobody knows."""
    found = bytearray(archive)
    for signature, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        place = found.find(signature)
        while place >= 0:
            found[place + offset : place + offset + 2] = b"\x62\x00"
            place = found.find(signature, place + 4)
    return bytes(found)
