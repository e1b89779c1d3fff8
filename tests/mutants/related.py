"""Which tests run which lines, and how long each takes: measured once by a run with coverage, kept under .entente/."""

import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from coverage import CoverageData

from tests.mutants.operators import ROOT, Mutant

#: Where the tests of the rules are; what lies elsewhere tries screens and pages.
TESTS = ("tests/editorial", "tests/faults")
#: Of a line that very many tests run, so many decide: the quickest ones.
MOST = 250
_FOLDER = ROOT / ".entente" / "mutants"
_COVERAGE, _DURATIONS = _FOLDER / "coverage", _FOLDER / "durations.json"


class Related:
    """The tests of every line of some modules."""

    def __init__(self, paths: list[str], *, database: str) -> None:
        """:param paths: of the modules; where nothing is measured yet, the tests are run first, which takes minutes."""
        if not _DURATIONS.exists():
            _measure(database)
        self.durations: dict[str, float] = json.loads(_DURATIONS.read_text())
        data = CoverageData(str(_COVERAGE))
        data.read()
        self._by_line: dict[str, dict[int, set[str]]] = {}
        for path in paths:
            lines: dict[int, set[str]] = defaultdict(set)
            for line, contexts in data.contexts_by_lineno(str(ROOT / path)).items():
                lines[line] |= {context.partition("|")[0] for context in contexts if "|" in context}
            self._by_line[path] = lines

    def tests(self, mutant: Mutant) -> list[str]:
        """The tests that run the mutant's line, the quickest first; for a line of the module itself, those of all its
        lines.
        """
        lines = self._by_line[mutant.path]
        own = lines.get(mutant.line, set())
        found = own or set().union(*lines.values())
        return sorted(found, key=lambda test: (self.durations.get(test, 0.0), test))[:MOST]


def _measure(database: str) -> None:
    _FOLDER.mkdir(parents=True, exist_ok=True)
    environment = {
        **os.environ,
        "MUTANT_DATABASE": database,
        "MUTANT_DURATIONS": str(_DURATIONS.with_suffix(".new")),
        "COVERAGE_FILE": str(_COVERAGE),
    }
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "tests.mutants.plugin",
        "-q",
        "-n",
        "0",
        "--no-header",
        "--create-db",
    ]
    command += ["--reuse-db", "--cov=editorial", "--cov-context=test", "--cov-report=", *TESTS]
    subprocess.run(command, cwd=ROOT, env=environment, check=False)
    Path(environment["MUTANT_DURATIONS"]).rename(_DURATIONS)
