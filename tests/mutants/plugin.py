"""A test run with a mutant in the place of a module: `pytest -p tests.mutants.plugin`, with MUTANT in the environment.

Without MUTANT it notes how long each test takes, in the file that MUTANT_DURATIONS names. MUTANT_DATABASE names the
database of the run, so that several runs do not share one.
"""

import importlib.abc
import importlib.machinery
import json
import os
import sys
from collections.abc import Sequence
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pytest

_DURATIONS: dict[str, float] = {}


class _MutantLoader(importlib.machinery.SourceFileLoader):
    def get_code(self, fullname: str) -> CodeType:
        """Compile the mutant, whatever was compiled before."""
        return compile(Path(os.environ["MUTANT_SOURCE"]).read_text(), self.path, "exec")


class _MutantFinder(importlib.abc.MetaPathFinder):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """The mutant for the module that is to be replaced, nothing for others."""
        if fullname != os.environ["MUTANT"]:
            return None
        file = str(Path(*fullname.split(".")).with_suffix(".py").resolve())
        return spec_from_file_location(fullname, file, loader=_MutantLoader(fullname, file))


if os.environ.get("MUTANT"):
    sys.meta_path.insert(0, _MutantFinder())


def pytest_configure(config: pytest.Config) -> None:
    """Have the run use its own database."""
    from django.conf import settings

    if name := os.environ.get("MUTANT_DATABASE"):
        settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = name


def pytest_runtest_logreport(report: Any) -> None:
    """Add up the phases of a test."""
    _DURATIONS[report.nodeid] = _DURATIONS.get(report.nodeid, 0.0) + report.duration


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write down what was noted: once, by the process that hears of all tests."""
    path = os.environ.get("MUTANT_DURATIONS")
    if path and not hasattr(session.config, "workerinput"):
        Path(path).write_text(json.dumps(_DURATIONS))
