"""`make mutants`: try a fixed sample of mutants against the tests that run their lines, and write docs/mutants.md.

A mutant is killed when a test fails, or does not end. What survives needs a reason in `survivors.toml`, which says
whether it is equivalent (nobody could tell the difference) or not. Of those that are not, 95 % must be killed.
"""

import argparse
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue

from tests.mutants.operators import ROOT, Mutant, mutants_of
from tests.mutants.related import Related

#: The modules of the rules: who may do what and when, transitions, drafts, parity, signatures, time.
MODULES = ("editorial/states.py", "editorial/content/parity.py", "editorial/workflow/**/*.py")
#: Words for screens, and what only asks for jobs, hold no rule.
WITHOUT = {"editorial/workflow/event_words.py", "editorial/workflow/notice_jobs.py"}
SAMPLE, SEED, WANTED = 300, 2026, 0.95
#: Seconds after which a run that does not end counts as a failed one.
GIVEN_UP = 600
_KNOWN = ROOT / ".entente" / "mutants" / "known.json"
_REASONS = Path(__file__).with_name("survivors.toml")


def sample() -> list[Mutant]:
    """The mutants that are tried: always the same ones of the same code."""
    paths = sorted({str(path.relative_to(ROOT)) for glob in MODULES for path in ROOT.glob(glob)} - WITHOUT)
    every = [mutant for path in paths for mutant in mutants_of(path)]
    return sorted(random.Random(SEED).sample(every, min(SAMPLE, len(every))), key=lambda each: (each.path, each.place))


def killed(mutant: Mutant, tests: list[str], database: str) -> bool:
    """Whether one of the tests notices the mutant."""
    if not tests:
        return False
    with tempfile.TemporaryDirectory() as folder:
        source, names = Path(folder) / "mutant.py", Path(folder) / "tests"
        source.write_text(mutant.source)
        names.write_text("\n".join(tests))
        environment = {
            **os.environ,
            "MUTANT": mutant.path.removesuffix(".py").replace("/", "."),
            "MUTANT_SOURCE": str(source),
            "MUTANT_DATABASE": database,
        }
        command = [sys.executable, "-m", "pytest", "-p", "tests.mutants.plugin", "-q", "-x", "-n", "0", "--no-header"]
        command += ["--reuse-db", "-p", "no:cacheprovider", "--tb=no", f"@{names}"]
        try:
            done = subprocess.run(
                command,
                cwd=ROOT,
                env=environment,
                timeout=GIVEN_UP,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except subprocess.TimeoutExpired:
            return True
    return done.returncode != 0


def main() -> int:
    """Try them, write the page; 1 where too many survive or one has no reason."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument(
        "--again", action="store_true", help="Try survivors of the last run again, after tests were added."
    )
    given = parser.parse_args()
    chosen = sample()
    databases: Queue[str] = Queue()
    for number in range(given.processes):
        databases.put(f"test_entente_mutants_{number}")
    related = Related(sorted({each.path for each in chosen}), database="test_entente_mutants_0")
    known: dict[str, bool] = json.loads(_KNOWN.read_text()) if _KNOWN.exists() else {}

    def tried(mutant: Mutant) -> bool:
        key = hashlib.sha256(f"{mutant.name}\n{mutant.source}".encode()).hexdigest()
        if key not in known or (given.again and not known[key]):
            database = databases.get()
            try:
                known[key] = killed(mutant, related.tests(mutant), database)
            finally:
                databases.put(database)
            _KNOWN.write_text(json.dumps(known))
            print("killed  " if known[key] else "SURVIVED", mutant.line, mutant.name, flush=True)  # noqa: T201
        return known[key]

    with ThreadPoolExecutor(given.processes) as threads:
        results = list(zip(chosen, threads.map(tried, chosen), strict=True))
    return _report([mutant for mutant, dead in results if not dead], len(results))


def _report(survivors: list[Mutant], count: int) -> int:
    reasons = tomllib.loads(_REASONS.read_text()) if _REASONS.exists() else {}
    equivalent = [each for each in survivors if reasons.get(each.name, {}).get("equivalent")]
    alive = [each for each in survivors if each not in equivalent]
    share = (count - len(survivors)) / max(1, count - len(equivalent))
    lines = [
        "# Mutants",
        "",
        "`make mutants` puts small faults into the rules, transitions, drafts, parity, signatures and time rules, "
        "one at a",
        f"time, and runs the tests that run the changed line. Of a fixed sample of {count}, "
        f"{count - len(survivors)} were",
        f"noticed and {len(equivalent)} change nothing that anybody could tell; "
        f"of the others {share:.1%} were noticed.",
        "",
        "| survivor | what it is | why it stands |",
        "| --- | --- | --- |",
    ]
    for each in survivors:
        known = reasons.get(each.name, {})
        sort = "equivalent" if known.get("equivalent") else "not noticed"
        name = each.name.replace("|", "\\|")
        lines.append(f"| {name} | {sort} | {known.get('reason', '')} |")
    (ROOT / "docs" / "mutants.md").write_text("\n".join(lines) + "\n")
    unexplained = [each.name for each in survivors if not reasons.get(each.name, {}).get("reason")]
    print(f"{share:.1%} of {count - len(equivalent)} noticed; {len(alive)} not noticed")  # noqa: T201
    for name in unexplained:
        print("no reason given:", name)  # noqa: T201
    return int(bool(unexplained) or share < WANTED)


if __name__ == "__main__":
    sys.exit(main())
