"""What docstrings, comments, templates and guides name is there: modules, what stands in them, files."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ("editorial/**/*.py", "cooperation/**/*.py", "config/**/*.py", "tests/**/*.py", "bench/**/*.py")
TEXTS += ("templates/**/*.html", "docs/*.md", "README.md", "CONTRIBUTING.md")
_DOTTED = re.compile(r"(?<![\w./@])(?:editorial|cooperation|config|tests|bench)(?:\.[A-Za-z_]\w*){2,}")
_PATH = re.compile(
    r"(?<![\w./])(?:editorial|cooperation|config|tests|bench|templates|docs)/[\w/.-]+\.(?:py|html|md|css|js)\b"
)
#: What a guide has its reader make is not there yet.
TO_BE_MADE = ROOT / "docs" / "new-kind.md"


def documents() -> list[Path]:
    """Everything in which somebody may name something of ours; what migrations say was true when they were written."""
    found = [path for pattern in TEXTS for path in ROOT.glob(pattern)]
    return [path for path in found if "migrations" not in path.parts and path not in (Path(__file__), TO_BE_MADE)]


def is_there(name: str) -> bool:
    """Whether a dotted name leads to a module or package, or to something that such a module's text has."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        place = ROOT.joinpath(*parts[:length])
        rest = parts[length:]
        file = place.with_suffix(".py") if place.with_suffix(".py").is_file() else place / "__init__.py"
        if place.is_dir() or file.is_file():
            return not rest or (file.is_file() and re.search(rf"\b{rest[0]}\b", file.read_text()) is not None)
    return False


def test_names_of_modules_lead_somewhere() -> None:
    named = {
        (path.relative_to(ROOT).as_posix(), name) for path in documents() for name in _DOTTED.findall(path.read_text())
    }
    assert len(named) > 1000
    assert sorted((path, name) for path, name in named if not is_there(name)) == []


def test_paths_lead_somewhere() -> None:
    guides = [path for path in documents() if path.suffix == ".md"]
    named = {(path.relative_to(ROOT).as_posix(), name) for path in guides for name in _PATH.findall(path.read_text())}
    assert len(named) > 50
    assert sorted((path, name) for path, name in named if not (ROOT / name).is_file()) == []


def test_every_family_of_checks_is_imported() -> None:
    folder = ROOT / "editorial" / "checks" / "advice"
    families = {path.stem for path in folder.glob("*.py") if re.search(r"^@check\(", path.read_text(), re.MULTILINE)}
    imported = set(
        re.findall(r"^    (\w+),$", (folder / "run.py").read_text().partition("advice.registry")[0], re.MULTILINE)
    )
    assert len(families) > 8
    assert families <= imported
