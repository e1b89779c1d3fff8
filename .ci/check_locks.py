"""Check that a lock file is complete for itself: `check_locks.py requirements.in=requirements.txt …`.

The locks are installed with `pip --no-deps`, so nothing is resolved at install and a release made tomorrow changes
nothing. It also means that a library which the lock forgets is simply absent. This check walks from the `.in` file over
the metadata of the installed libraries, extras included, and fails when

- a library that is needed on any supported Python and system is not pinned, or is pinned to a version that is refused;
- a pin has no hash, or the installed version is not the pinned one;
- a pin is needed by nothing, unless it is for another system only.
"""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

#: Where the site can be installed; the marker of a dependency may hold in one of these only.
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = (("linux", "Linux", "posix"), ("darwin", "Darwin", "posix"))

Pins = dict[str, str]


def environments() -> Iterator[dict[str, str]]:
    """The values of markers (PEP 508) on every supported Python and system."""
    for python in PYTHONS:
        for sys_platform, platform_system, os_name in SYSTEMS:
            yield {
                **{name: str(value) for name, value in default_environment().items()},
                "python_version": python,
                "python_full_version": f"{python}.0",
                "sys_platform": sys_platform,
                "platform_system": platform_system,
                "os_name": os_name,
            }


def wanted(requirement: Requirement, extras: set[str]) -> bool:
    """Whether the marker of a requirement holds anywhere, for a library asked for with these extras."""
    if requirement.marker is None:
        return True
    return any(
        requirement.marker.evaluate({**environment, "extra": extra})
        for environment in environments()
        for extra in (extras or {""})
    )


def read_lock(path: Path) -> tuple[Pins, set[str], list[str]]:
    """The pinned version of every library in a lock, the libraries pinned under a marker, and what is wrong with its
    entries.
    """
    pins: Pins = {}
    marked = set()
    problems = []
    for entry in re.sub(r"\\\n", " ", path.read_text()).splitlines():
        if not entry.strip() or entry.lstrip().startswith("#"):
            continue
        found = re.match(r"(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(?P<version>[^\s;]+)", entry)
        if found is None:
            problems.append(f"{path}: this entry pins no version: {entry.split('--hash')[0].strip()}")
            continue
        if "--hash=sha256:" not in entry:
            problems.append(f"{path}: {found['name']} has no hash.")
        pins[canonicalize_name(found["name"])] = found["version"]
        if ";" in entry.split("--hash")[0]:
            marked.add(canonicalize_name(found["name"]))
    return pins, marked, problems


def read_wishes(path: Path) -> Iterator[Requirement]:
    """The requirements of an `.in` file and of those that it includes."""
    for line in path.read_text().splitlines():
        line = line.split("#")[0].strip()
        if line.startswith("-r "):
            yield from read_wishes(path.parent / line[3:].strip())
        elif line:
            yield Requirement(line)


def installed(name: str) -> Distribution | None:
    """The installed library, or None where this system does without it."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def check(wishes: Path, lock: Path) -> list[str]:
    """What keeps `lock` from being everything that `wishes` needs, a sentence each."""
    pins, marked, problems = read_lock(lock)
    reached: dict[str, set[str]] = {}
    queue = [("", requirement) for requirement in read_wishes(wishes)]
    while queue:
        parent, requirement = queue.pop()
        name = canonicalize_name(requirement.name)
        by = f" (needed by {parent})" if parent else ""
        if name not in pins:
            problems.append(f"{lock}: {requirement.name}{by} is not pinned.")
            continue
        if not requirement.specifier.contains(pins[name], prereleases=True):
            problems.append(f"{lock}: {name} is pinned to {pins[name]}, but must be {requirement.specifier}{by}.")
        if name in reached and requirement.extras <= reached[name]:
            continue
        extras = reached.setdefault(name, set())
        extras |= requirement.extras
        found = installed(name)
        if found is None:
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                problems.append(f"{lock}: {name} is pinned but not installed here.")
            continue
        if found.version != pins[name]:
            problems.append(f"{lock}: {name} is pinned to {pins[name]}, but {found.version} is installed here.")
        queue += [(name, each) for each in map(Requirement, found.requires or []) if wanted(each, extras)]
    problems += [f"{lock}: nothing needs {name}." for name in sorted(pins.keys() - reached.keys() - marked)]
    return sorted(set(problems))


def main(pairs: list[str]) -> int:
    """Check every `wishes=lock` pair; print what is wrong and return the number of problems as far as 1."""
    problems = [problem for pair in pairs for problem in check(*map(Path, pair.split("=", 1)))]
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print("Run `make lock`, then `make test`.", file=sys.stderr)
    return min(len(problems), 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
