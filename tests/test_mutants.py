"""The faults that `make mutants` puts into the rules: each is one, each is named, each can be compiled."""

import ast

import pytest

from tests.mutants import run
from tests.mutants.operators import ROOT, mutants_of, unmutated


@pytest.mark.parametrize("path", ["editorial/content/parity.py", "editorial/workflow/locking.py"])
def test_every_mutant_differs_from_the_module_and_from_the_others(path: str) -> None:
    mutants = mutants_of(path)
    sources = [mutant.source for mutant in mutants]
    assert len(mutants) > 10
    assert len({mutant.name for mutant in mutants}) == len(mutants)
    assert len({*sources, ast.unparse(ast.parse((ROOT / path).read_text()))}) == len(mutants) + 1
    for mutant, source in zip(mutants, sources, strict=True):
        compile(source, mutant.path, "exec")


def test_the_sample_is_the_same_every_time() -> None:
    first = run.sample()
    assert first == run.sample()
    assert len(first) == run.SAMPLE


def test_the_sample_stays_the_same_where_another_mutant_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = {mutant.name for mutant in run.sample()}
    path = "editorial/content/parity.py"
    gone = next(name for name in sorted(first) if name.startswith(path))
    monkeypatch.setattr(run, "mutants_of", lambda path: [mutant for mutant in mutants_of(path) if mutant.name != gone])
    assert len(first - {mutant.name for mutant in run.sample()}) == 1


@pytest.mark.parametrize(
    ("code", "output", "said"),
    [
        (0, "3 passed", ""),
        (1, "FAILED tests/test_a.py::test_b\n1 failed, 2 passed", "tests/test_a.py::test_b"),
        (1, "ERROR tests/test_a.py::test_b - ValueError\n1 error", "tests/test_a.py::test_b"),
        (2, "ERROR tests/test_a.py\n1 error during collection", "it cannot be imported"),
        (
            4,
            "ImportError while loading conftest 'tests/conftest.py'.\neditorial/states.py:3: in <module>",
            "it cannot be imported",
        ),
        (1, 'Traceback\n  File "editorial/states.py", line 3\nValueError', "it cannot be imported"),
    ],
)
def test_a_mutant_is_noticed_by_a_test_that_fails_or_cannot_import_it(code: int, output: str, said: str) -> None:
    assert run.verdict(code, output, "editorial/states.py") == said


@pytest.mark.parametrize(
    ("code", "output"),
    [
        (1, "Traceback\npsycopg.OperationalError: the server is not there"),
        (3, "INTERNALERROR> ValueError"),
        (4, "ERROR: file or directory not found: tests/gone.py"),
        (5, "no tests ran in 0.01s"),
        (-9, ""),
    ],
)
def test_a_run_that_could_not_try_the_mutant_is_an_error(code: int, output: str) -> None:
    with pytest.raises(run.BrokenRunError, match=str(code)):
        run.verdict(code, output, "editorial/states.py")


def test_an_unchanged_module_is_not_noticed_and_a_fault_is() -> None:
    path, test = "editorial/content/parity.py", "tests/test_words.py"
    source = unmutated(path)
    tried = {"database": "test_entente_mutants_control"}
    assert run.noticed_by(path, source, [test], **tried) == ""
    assert run.noticed_by(path, "raise ImportError", [test], **tried) != ""
    with pytest.raises(run.BrokenRunError):
        run.noticed_by(path, source, ["tests/test_that_is_not_there.py"], **tried)
