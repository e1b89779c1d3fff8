"""`make bench`: measure the site at several sizes on a database of its own, and print the tables.

The database `entente_bench` is made on the server that the site uses and dropped at the end.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.update(DJANGO_SETTINGS_MODULE="bench.settings", PYTHONPATH=str(ROOT))
os.environ.setdefault("LOCAL", "1")
# Static files are not collected for a measurement, and WhiteNoise says so.
os.environ.setdefault("PYTHONWARNINGS", "ignore:No directory at:UserWarning")

import psycopg  # noqa: E402
from psycopg import sql  # noqa: E402

from bench import server, table  # noqa: E402

#: Beyond so many, documents are copied by SQL (see `bench/multiply.py`).
THROUGH_THE_ENGINE = 300


def command(*words: str, capture: bool = False) -> str:
    """Run Python with `words` from the root of the project; its output, where that is wanted."""
    done = subprocess.run([sys.executable, *words], cwd=ROOT, check=True, text=True, stdout=subprocess.PIPE)
    if not capture:
        print(done.stdout, end="", flush=True)
    return done.stdout


@contextmanager
def database() -> Iterator[None]:
    """A new, empty database with the site's tables."""
    from bench import settings

    given = settings.DATABASES["default"]
    names = {"HOST": "host", "PORT": "port", "USER": "user", "PASSWORD": "password"}
    reach: dict[str, Any] = {names[key]: given[key] for key in names if given.get(key)}
    reach.update(given.get("OPTIONS", {}))
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(settings.DATABASE))
    with psycopg.connect(dbname="postgres", autocommit=True, **reach) as connection:
        connection.execute(drop)
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(settings.DATABASE)))
        try:
            command("manage.py", "migrate", "--verbosity", "0")
            yield
        finally:
            connection.execute(drop)


def served(seconds: float) -> dict[str, Any]:
    """What a real server does with the documents that are there."""
    paths = json.loads(command("-m", "bench.measure", "--paths", capture=True))
    found: dict[str, Any] = {"rate": {}}
    with server.running("bench.app:bare", "/bare/") as running:
        found["bare_first_page"] = running.first_page
        found["rate"]["bare"] = running.rate("/bare/", seconds=seconds)
    with server.running("bench.app:application", paths["public page"]) as running:
        found["first_page"] = running.first_page
        for name, path in paths.items():
            found["rate"][name] = running.rate(path, seconds=seconds)
        found["memory"] = running.worker_memory()
    return found


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--sizes", default="300,3000,20000", help="Numbers of documents, ascending, separated by commas."
    )
    parser.add_argument(
        "--list-at", type=int, default=1000, help="Measure the change list at this number too; 0: do not."
    )
    parser.add_argument("--repeats", type=int, default=20, help="Of each step; medians are shown.")
    parser.add_argument("--seconds", type=float, default=5.0, help="Of load for each address.")
    given = parser.parse_args()
    sizes = [int(size) for size in given.sizes.split(",")]
    loaded = 0
    print(f"# Entente on {os.cpu_count()} cores, Python {platform.python_version()}\n", flush=True)
    with database():
        for size in sorted({*sizes, *([given.list_at] if given.list_at else [])}):
            print(f"\n## {size} documents\n", flush=True)
            only_list = size not in sizes
            more = "--multiply" if size > THROUGH_THE_ENGINE else "--load"
            words = [more, str(size - loaded), "--repeats", str(given.repeats), *(["--list"] if only_list else [])]
            measured = json.loads(command("-m", "bench.measure", *words, capture=True))
            loaded = size
            print("\n".join(table.rows(measured)), flush=True)
            if only_list:
                continue
            print("\n" + "\n".join(table.server(served(given.seconds))), flush=True)


if __name__ == "__main__":
    main()
