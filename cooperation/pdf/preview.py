"""The PDF of a draft, or of any text that was ever saved, for staff; nothing keeps it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cooperation.pdf import report, typesetting
from editorial.content import digests
from editorial.models import Edition


def paper(*, edition: Edition, content: Mapping[str, Any], language: str, moment: datetime) -> bytes:
    """The PDF as the public would get it, with a flag that says what it is (see `Kind.paper`). Raises `NotMade`."""
    digest = digests.digest(content)
    data = report.data(edition, content, language=language, moment=moment, digest=digest, draft=True)
    return typesetting.typeset("report", data, at=moment)
