"""Which tests run which lines, and how long each takes: measured once by a run with coverage, kept under .entente/."""

import ast
import json
import os
import subprocess
import sys
from collections import defaultdict

from coverage import CoverageData

from tests.mutants.operators import ROOT, Mutant

#: Where the tests of the rules are; what lies elsewhere tries screens and pages.
TESTS = ("tests/editorial", "tests/faults", "tests/test_architecture.py")
#: Walks at random: what they notice once they may miss the next time.
_AT_RANDOM = "tests/editorial/test_state_machine.py"
#: The packages and modules whose lines are looked at.
_MEASURED = ("editorial.workflow", "editorial.states", "editorial.content.parity", "editorial.models.querysets")
#: Of a line that fewer tests run, the tests of its module decide too.
FEW = 10
_FOLDER = ROOT / ".entente" / "mutants"
_COVERAGE, _DURATIONS = _FOLDER / "coverage", _FOLDER / "durations.json"


class Related:
    """The tests of every line of some modules."""

    def __init__(self, paths: list[str], *, database: str) -> None:
        """:param paths: of the modules; tests that were never measured, or changed since, are run first, which takes
        minutes where it is all of them.
        """
        _measure(database)
        self.durations: dict[str, float] = json.loads(_DURATIONS.read_text())
        data = CoverageData(str(_COVERAGE))
        data.read()
        self._by_line: dict[str, dict[int, set[str]]] = {}
        self._statements: dict[str, list[range]] = {}
        for path in paths:
            lines: dict[int, set[str]] = defaultdict(set)
            for line, contexts in data.contexts_by_lineno(str(ROOT / path)).items():
                lines[line] |= {context.partition("|")[0] for context in contexts if "|" in context} & set(
                    self.durations
                )
            self._by_line[path] = lines
            self._statements[path] = _statements(path)

    def tests(self, mutant: Mutant) -> list[str]:
        """The tests that run the mutant's statement, the quickest first; where there are few, those of the module too.

        What is made once a process (`Compiled`, `cache`, a table of the module) is run by one test and serves all.
        """
        around = min((each for each in self._statements[mutant.path] if mutant.line in each), key=len)
        found = self._quickest(set().union(*(self._by_line[mutant.path].get(line, set()) for line in around)))
        if len(found) >= FEW:
            return found
        return list(dict.fromkeys([*found, *self.tests_of_module(mutant.path)]))

    def tests_of_module(self, path: str) -> list[str]:
        """The tests that run any line of a module, the quickest first."""
        return self._quickest(set().union(*self._by_line[path].values()))

    def _quickest(self, tests: set[str]) -> list[str]:
        return sorted(tests, key=lambda test: (self.durations[test], test))


def _statements(path: str) -> list[range]:
    """The lines of every statement of a module."""
    tree = ast.parse((ROOT / path).read_text())
    return [
        range(node.lineno, (node.end_lineno or node.lineno) + 1)
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt)
    ]


def _measure(database: str) -> None:
    """Run the tests that are new or changed since the last time, and note what each runs and how long it takes."""
    _FOLDER.mkdir(parents=True, exist_ok=True)
    durations: dict[str, float] = json.loads(_DURATIONS.read_text()) if _DURATIONS.exists() else {}
    changed = [*TESTS] if not durations else _changed_since(_DURATIONS.stat().st_mtime)
    if not changed:
        return
    measured = _DURATIONS.with_suffix(".new")
    environment = {
        **os.environ,
        "MUTANT_DATABASE": database,
        "MUTANT_DURATIONS": str(measured),
        "COVERAGE_FILE": str(_COVERAGE),
    }
    command = [sys.executable, "-m", "pytest", "-p", "tests.mutants.plugin", "-q", "-n", "2", "--no-header"]
    command += ["--dist", "loadfile", "--ignore", _AT_RANDOM, "--create-db"]
    command += [f"--cov={name}" for name in _MEASURED] + ["--cov-context=test", "--cov-report="]
    command += ["--cov-append"] if durations else []
    subprocess.run([*command, *changed], cwd=ROOT, env=environment, check=True)
    kept = {test: seconds for test, seconds in durations.items() if test.partition("::")[0] not in changed}
    measured.write_text(json.dumps(kept | json.loads(measured.read_text())))
    measured.rename(_DURATIONS)


def _changed_since(moment: float) -> list[str]:
    places = [ROOT / place for place in TESTS]
    files = [path for place in places for path in ([place] if place.is_file() else sorted(place.rglob("test_*.py")))]
    changed = [str(path.relative_to(ROOT)) for path in files if path.stat().st_mtime > moment]
    return [path for path in changed if path != _AT_RANDOM]
