"""What came of the drills, as a table in docs/drills.md: a row each, written anew by each run."""

from datetime import date
from pathlib import Path

HEAD = """# Drills

What happens to the site when its machine is treated badly: real PostgreSQL, real processes, load, killed parts. \
`make drills` runs
them and writes this table; each fails where its promise is broken. Figures are of the machine on which it ran last.

| drill | on | what came of it |
| --- | --- | --- |
"""


def write(path: Path, name: str, text: str, today: date) -> None:
    """Write or replace the row of a drill; rows stand in the order of their names.

    :param path: of the table, which is made where there is none.
    :param name: of the drill, one line.
    :param text: what came of it, with its figures, one line.
    """
    known = path.read_text() if path.exists() else HEAD
    rows = dict(_row(line) for line in known.splitlines() if line.startswith("| ") and not line.startswith("| drill |"))
    rows.pop("---", None)
    cells = [cell.replace("|", "\\|").replace("\n", " ") for cell in (name, text)]
    rows[cells[0]] = f"| {cells[0]} | {today.isoformat()} | {cells[1]} |"
    path.write_text(HEAD + "".join(f"{rows[each]}\n" for each in sorted(rows)))


def _row(line: str) -> tuple[str, str]:
    return line.split(" | ", 1)[0].removeprefix("| "), line
