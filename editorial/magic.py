"""What the first bytes of a file say that it is."""

from typing import Any


def media_types(head: bytes) -> list[str]:
    """The media types (RFC 6838) of which these bytes are a beginning, by signature alone: no name is believed."""
    # Its tables take a megabyte of every worker that reads them, and few ever take in a file.
    import puremagic

    try:
        found: list[Any] = puremagic.magic_string(head)
    except puremagic.PureError:
        return []
    return [str(match.mime_type) for match in found]
