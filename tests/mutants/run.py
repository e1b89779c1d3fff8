"""`make mutants`: try a fixed sample of mutants against the tests that run their lines, and write docs/mutants.md.

A mutant is killed when a test fails, or does not end. What survives needs a reason in `survivors.toml`, which says
whether it is equivalent (nobody could tell the difference) or not. Of those that are not, 95 % must be killed.
"""

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue
from threading import Lock

import pytest

from tests.mutants.operators import ROOT, Mutant, mutants_of, unmutated
from tests.mutants.related import Related

#: The modules of the rules: who may do what and when, transitions, drafts, parity, signatures, time.
MODULES = (
    "editorial/states.py",
    "editorial/content/parity.py",
    "editorial/models/querysets.py",
    "editorial/workflow/**/*.py",
)
#: Words for screens, and what only asks for jobs, hold no rule.
WITHOUT = {"editorial/workflow/event_words.py", "editorial/workflow/notice_jobs.py"}
SAMPLE, SEED, WANTED = 300, 2026, 0.95
#: Tests that try each module without a fault.
_OF_UNCHANGED = 20
#: Tests of one run of pytest, the quickest first: most mutants are noticed by those, and only they are collected then.
_AT_ONCE = 250
#: Seconds after which a run that does not end counts as a failed one.
GIVEN_UP = 1200
_KNOWN = ROOT / ".entente" / "mutants" / "known.json"
_REASONS = Path(__file__).with_name("survivors.toml")


def sample() -> list[Mutant]:
    """The mutants that are tried, in an order that says nothing: always the same ones of the same code, and of changed
    code the same but for what changed.
    """
    every = [mutant for path in modules() for mutant in mutants_of(path)]
    return sorted(every, key=lambda each: hashlib.sha256(f"{SEED} {each.name}".encode()).digest())[:SAMPLE]


def modules() -> list[str]:
    """The paths of the modules that mutants are made of, from the root of the repository."""
    return sorted({str(path.relative_to(ROOT)) for glob in MODULES for path in ROOT.glob(glob)} - WITHOUT)


def noticed_by(path: str, source: str, tests: list[str], database: str) -> str:
    """Whether one of the tests notices that a module has another text: which one, or how; empty where none does.

    :raises BrokenRunError: where pytest could not run the tests, which says nothing of the text.
    """
    if not tests:
        return ""
    with tempfile.TemporaryDirectory() as folder:
        changed, names = Path(folder) / "mutant.py", Path(folder) / "tests"
        changed.write_text(source)
        names.write_text("\n".join(tests))
        environment = {
            **os.environ,
            "MUTANT": path.removesuffix(".py").replace("/", "."),
            "MUTANT_SOURCE": str(changed),
            "MUTANT_DATABASE": database,
        }
        command = [sys.executable, "-m", "pytest", "-p", "tests.mutants.plugin", "-q", "-x", "-n", "0", "--no-header"]
        command += ["--reuse-db", "-p", "no:cacheprovider", "--tb=no", f"@{names}"]
        try:
            done = subprocess.run(
                command, cwd=ROOT, env=environment, timeout=GIVEN_UP, capture_output=True, text=True, check=False
            )
        except subprocess.TimeoutExpired:
            return "it does not end"
    return verdict(done.returncode, done.stdout + done.stderr, path)


def verdict(code: int, output: str, path: str) -> str:
    """What a run of pytest says of the text it tried; empty where all tests passed.

    A mutant that cannot be imported is noticed too. Pytest then ends with 2 where a test imports it, with 1 or 4 where
    Django or `conftest.py` does; these two also stand for other failures, so the mutant's path must be in the output.

    :raises BrokenRunError: where pytest could not do what it was asked to do.
    """
    if code == pytest.ExitCode.OK:
        return ""
    named = re.search(r"^(?:FAILED|ERROR) (\S+)", output, re.MULTILINE)
    if code == pytest.ExitCode.TESTS_FAILED and named:
        return named[1]
    ends_early = code in (pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.USAGE_ERROR) and path in output
    if code == pytest.ExitCode.INTERRUPTED or ends_early:
        return "it cannot be imported"
    raise BrokenRunError(f"pytest ended with {code}:\n{output[-2000:]}")


class BrokenRunError(Exception):
    """The tests could not be run: neither noticed nor not."""


def main() -> int:
    """Try them, write the page; 1 where too many survive or one has no reason."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument(
        "--again", action="store_true", help="Try survivors of the last run again, after tests were added."
    )
    parser.add_argument(
        "--quickest", type=int, help="Of each mutant's tests try so many at most; its survivors need another run."
    )
    parser.add_argument("--page", action="store_true", help="Write the page of what was tried so far; try nothing.")
    given = parser.parse_args()
    chosen = sample()
    known: dict[str, str] = json.loads(_KNOWN.read_text()) if _KNOWN.exists() else {}
    if given.page:
        return _report([(each, known.get(_key(each.name, each.source))) for each in chosen])
    databases: Queue[str] = Queue()
    for number in range(given.processes):
        databases.put(f"test_entente_mutants_{number}")
    related = Related(sorted({each.path for each in chosen}), database="test_entente_mutants_0")
    writing = Lock()

    def tried(name: str, path: str, source: str, tests: list[str], *, again: bool) -> str:
        key = _key(name, source)
        if key in known and not again:
            return known[key]
        database = databases.get()
        try:
            batches = (tests[place : place + _AT_ONCE] for place in range(0, len(tests), _AT_ONCE))
            noticed = next(filter(None, (noticed_by(path, source, batch, database) for batch in batches)), "")
        finally:
            databases.put(database)
        with writing:
            known[key] = noticed
            _KNOWN.write_text(json.dumps(known))
            print(f"noticed  {name} ({noticed})" if noticed else f"passes   {name}", flush=True)  # noqa: T201
        return noticed

    def unchanged(path: str) -> str:
        name, source = f"{path} unchanged", unmutated(path)
        failed = bool(known.get(_key(name, source)))
        # All tests passed when they were measured; here it is the module written anew that a few of them try.
        return tried(name, path, source, related.tests_of_module(path)[:_OF_UNCHANGED], again=failed)

    def mutated(mutant: Mutant) -> str:
        survived = known.get(_key(mutant.name, mutant.source)) == ""
        tests = related.tests(mutant)[: given.quickest]
        return tried(mutant.name, mutant.path, mutant.source, tests, again=given.again and survived)

    with ThreadPoolExecutor(given.processes) as threads:
        paths = sorted({each.path for each in chosen})
        failing = [f"{path}: {test}" for path, test in zip(paths, threads.map(unchanged, paths), strict=True) if test]
        if failing:
            print("Tests fail without any fault:", *failing, sep="\n")  # noqa: T201
            return 1
        results = list(zip(chosen, threads.map(mutated, chosen), strict=True))
    return _report(results)


def _key(name: str, source: str) -> str:
    return hashlib.sha256(f"{name}\n{source}".encode()).hexdigest()


def _report(results: Sequence[tuple[Mutant, str | None]]) -> int:
    survivors = [mutant for mutant, noticed in results if noticed == ""]
    count = sum(noticed is not None for _mutant, noticed in results)
    reasons = tomllib.loads(_REASONS.read_text()) if _REASONS.exists() else {}
    equivalent = [each for each in survivors if reasons.get(each.name, {}).get("equivalent")]
    alive = [each for each in survivors if each not in equivalent]
    share = (count - len(survivors)) / max(1, count - len(equivalent))
    lines = [
        "# Mutants",
        "",
        "`make mutants` puts small faults into the rules, transitions, drafts, parity, signatures and time rules, "
        "one at a",
        f"time, and runs the tests that run the changed line. Of a fixed sample of {len(results)}, {count} were tried,",
        f"{count - len(survivors)} were",
        f"noticed and {len(equivalent)} change nothing that anybody could tell; "
        f"of the others {share:.1%} were noticed.",
        "",
        "| survivor | what it is | why it stands |",
        "| --- | --- | --- |",
    ]
    for each in sorted(survivors, key=lambda each: (each.path, each.place)):
        known = reasons.get(each.name, {})
        sort = "equivalent" if known.get("equivalent") else "not noticed"
        name = each.name.replace("|", "\\|")
        lines.append(f"| {name} | {sort} | {known.get('reason', '')} |")
    (ROOT / "docs" / "mutants.md").write_text("\n".join(lines) + "\n")
    unexplained = [each.name for each in survivors if not reasons.get(each.name, {}).get("reason")]
    print(f"{share:.1%} of {count - len(equivalent)} noticed; {len(alive)} not noticed")  # noqa: T201
    for name in unexplained:
        print("no reason given:", name)  # noqa: T201
    return int(bool(unexplained) or share < WANTED or count < len(results))


if __name__ == "__main__":
    sys.exit(main())
