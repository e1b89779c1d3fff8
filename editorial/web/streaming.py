"""Answers that are too long for memory."""

import tempfile
from collections.abc import Iterable

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase

#: Up to so many bytes an answer stays in memory; a longer one is written to a temporary file.
IN_MEMORY = 1_000_000


def whole(lines: Iterable[str], *, content_type: str) -> HttpResponseBase:
    """An answer of many lines, all of them made before the first one is sent.

    An answer that is made while it is sent cannot say any more that something failed: servers end it as if it were
    whole (200 with the lines so far), and a slow reader keeps a connection to the database. This one fails before it
    begins, tells its length (RFC 9110, 8.6), so that a broken line is noticed, and holds no connection meanwhile.

    :param lines: text, which is sent in UTF-8. What makes them bounds their number.
    """
    file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 — the response closes it
    try:
        for line in lines:
            file.write(line.encode())
        length = file.tell()
        file.seek(0)
        if length <= IN_MEMORY:
            with file:
                return HttpResponse(file.read(), content_type=content_type, headers={"Content-Length": str(length)})
    except BaseException:
        file.close()
        raise
    return FileResponse(file, content_type=content_type)
