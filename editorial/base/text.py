"""Plain text as Entente keeps it: NFC, without characters that nobody sees but that change what is read."""

import re
import unicodedata
from typing import Any

from django.db import models

#: C0 and C1 controls but for tab and newline; bidirectional marks, overrides, embeddings and isolates (the “Trojan
#: source” characters); zero-width and invisible characters that are no joiners; the byte-order mark; interlinear and
#: tag characters; lone surrogates, which no database takes.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def clean(value: str) -> str:
    """`value` in Unicode NFC, with Unix line ends and without unseen control and bidirectional characters."""
    value = re.sub("\r\n|[\r\u2028\u2029]", "\n", value)
    # Unseen characters go first: one between a letter and its accent would hide them from each other.
    return unicodedata.normalize("NFC", UNSEEN.sub("", value))


def clean_line(value: str) -> str:
    """`clean`, on one line: runs of ordinary white space become one space (no-break spaces stay: they are meant)."""
    return re.sub(r"[ \t\n]+", " ", clean(value)).strip(" ")


class LineField(models.CharField):  # type: ignore[type-arg]  # generic only in the stubs
    """A line of plain text that is cleaned on every path to the database, not only by forms."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return clean_line(value) if isinstance(value, str) else value

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        if isinstance(value, str):
            value = clean_line(value)
        return super().get_db_prep_save(value, connection)
