"""The heads of the two chains, kept outside the database: a chain that was cut or rewritten no longer has them.

A file of one line a day, `date chain number hash`. Whoever runs the site can give its path to somebody else's machine;
`manage.py verify --head` takes what is kept there.
"""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

#: Lines that are read back: a year of nights.
_MOST = 800


class ChainHeads(NamedTuple):
    """The last hash of the record of editions and of that of administration; empty while there is none."""

    events: str = ""
    administration: str = ""


def read() -> ChainHeads:
    """The heads that were written last."""
    path = Path(settings.CHAIN_HEADS_FILE)
    lines = path.read_text().splitlines()[-_MOST:] if path.exists() else []
    found = {chain: digest for _at, chain, digest in (line.split() for line in lines)}
    return ChainHeads(found.get("events", ""), found.get("administration", ""))


def keep(heads: ChainHeads, *, now: datetime) -> None:
    """Write heads down, behind those of earlier days."""
    path = Path(settings.CHAIN_HEADS_FILE)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        for chain, digest in zip(ChainHeads._fields, heads, strict=True):
            if digest:
                file.write(f"{now.isoformat(timespec='seconds')} {chain} {digest}\n")
