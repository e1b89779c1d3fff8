"""The faults that `make mutants` puts into the rules: each is one, each is named, each can be compiled."""

import ast

import pytest

from tests.mutants import run
from tests.mutants.operators import ROOT, mutants_of


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
