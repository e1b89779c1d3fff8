"""Data set in type by a template, in a process of its own (see `cooperation.pdf.typeset`)."""

import json
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from editorial.content.kinds import NotMade

_HERE = Path(__file__).resolve().parent
#: A report of forty pages takes a fraction of a second; whatever takes longer than this many is stuck.
_PATIENCE = 30
#: What the fonts, or those that come with the typesetter, are known to have beside what a reader cannot see: Latin with
#: its extensions, Greek, Cyrillic, punctuation, currencies, arrows, signs.
_KNOWN = [
    (0x20, 0x17F), (0x1E80, 0x1EFF), (0x370, 0x3FF), (0x400, 0x45F), (0x2010, 0x2027), (0x202F, 0x203A),
    (0x20AC, 0x20AC), (0x2190, 0x2193), (0x2060, 0x2060),
]  # fmt: skip


def typeset(template: str, data: Mapping[str, Any], *, at: datetime) -> bytes:
    """The PDF (PDF/UA-1, ISO 14289-1) of `data` in the template of that name beside this module.

    The same data and instant make the same bytes.

    :param at: the aware datetime that the file names as that of its making.

    Raises NotMade.
    """
    asked = {
        "template": str(_HERE / f"{template}.typ"),
        "data": json.dumps(data, ensure_ascii=False),
        "fonts": str(_HERE / "fonts"),
        "timestamp": int(at.timestamp()),
        "known": "".join(chr(code) for first, last in _KNOWN for code in range(first, last + 1)),
    }
    command = [sys.executable, "-I", str(_HERE / "typeset.py")]
    try:
        done = subprocess.run(  # noqa: S603  # our own arguments; what people wrote comes on standard input
            command, input=json.dumps(asked).encode(), capture_output=True, timeout=_PATIENCE, check=False
        )
    except subprocess.TimeoutExpired as late:
        raise NotMade(f"The typesetter took longer than {_PATIENCE} seconds.") from late
    except OSError as fault:
        raise NotMade(f"The typesetter could not be started: {fault}") from fault
    if done.returncode or not done.stdout.startswith(b"%PDF-"):
        raise NotMade(done.stderr.decode(errors="replace").strip()[-2000:] or f"It ended with {done.returncode}.")
    return done.stdout
