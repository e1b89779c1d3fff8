"""The stylesheets are whole: a brace that a merge lost would swallow every rule behind it."""

from pathlib import Path

import pytest

STYLES = sorted((Path(__file__).resolve().parent.parent / "static").rglob("*.css"))


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_every_rule_is_closed_before_the_next_begins(path: Path) -> None:
    depth = 0
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if line.startswith((".", "#", "@media", ":root", "body", "html")) and line.rstrip().endswith("{"):
            assert depth == 0, f"{path.name}:{number}: a rule begins inside another"
        depth += line.count("{") - line.count("}")
    assert depth == 0
