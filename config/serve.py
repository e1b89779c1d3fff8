"""Serve the site: `python -m config.serve --host 127.0.0.1 --port 8000`. The one way to start it, everywhere.

How many processes and threads there are follows from one number, DATABASE_CONNECTIONS: a thread has one connection to
the database, which it closes when it ends. What comes in while all threads are busy waits, and is not refused. A
process that dies is started again.
"""

import argparse
import os
import socket
import sys
from dataclasses import dataclass

from config import database

#: How this program ends where starting it again would not help (sysexits.h: EX_CONFIG).
REFUSED = 78
#: A process has at least so many threads, that one slow answer does not keep all others waiting …
THREADS_AT_LEAST = 4
#: … and at most so many: Python runs one at a time, more would only wait for each other.
THREADS_AT_MOST = 8
#: Open connections of visitors and proxies for each thread, whether they ask for something or keep silent.
VISITORS_A_THREAD = 64
#: What PostgreSQL allows by default is 100; this leaves room for three such machines, the worker (6) and commands.
CONNECTIONS = 20


@dataclass(frozen=True)
class Plan:
    """How the server is started.

    :param workers: processes.
    :param threads: threads of each; `workers * threads` connections to the database at most.
    :param visitors: open HTTP connections of each process; more wait in the kernel until one is closed.
    """

    workers: int
    threads: int
    visitors: int


def plan(connections: int, cpus: int) -> Plan:
    """The processes and threads for a number of connections to the database and a number of CPUs, both at least 1."""
    workers = max(1, min(cpus, connections // THREADS_AT_LEAST))
    threads = max(1, min(THREADS_AT_MOST, connections // workers))
    return Plan(workers, threads, threads * VISITORS_A_THREAD)


def budget(text: str | None) -> int:
    """DATABASE_CONNECTIONS as a number; raises ValueError, whose message says what is wrong."""
    if not text:
        return CONNECTIONS
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 10_000):
        raise ValueError(f"DATABASE_CONNECTIONS must be a whole number from 1, and is “{text}”.")
    return int(text)


def cpus() -> int:
    """The CPUs that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def port_problem(host: str, port: int) -> str:
    """Why the port cannot be listened on, in a sentence, or "". Workers share it, so they would not notice."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            taken = f"Nothing can listen on {host}:{port} ({problem.strerror})."
            return f"{taken} Is another program there? Choose another port."
    return ""


def serve(application: str, host: str, port: int, chosen: Plan) -> None:
    """Serve until a signal ends it. Raises SystemExit if the processes die as soon as they are started."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        application,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=chosen.workers,
        blocking_threads=chosen.threads,
        backpressure=chosen.visitors,
        websockets=False,
        respawn_failed_workers=True,
        # A process that is told to end finishes what it is doing, for less time than the supervisor of this one waits.
        workers_kill_timeout=20,
        log_level=LogLevels.error,
    ).serve()


def main() -> int:
    """Look whether it can work, say so if not, serve."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--host", default="127.0.0.1", help="where to listen; default 127.0.0.1, behind a proxy")
    parser.add_argument("--port", type=int, default=8000, help="default 8000")
    parser.add_argument(
        "--application", default="config.wsgi:application", help="for measurements: another WSGI application"
    )
    given = parser.parse_args()
    problem = port_problem(given.host, given.port)
    try:
        chosen = plan(budget(os.environ.get("DATABASE_CONNECTIONS")), cpus())
        database.require_fit_environment(os.environ)
    except (ValueError, database.Unfit) as refusal:
        problem = str(refusal)
    except database.Away as away:
        # It may come later; until then the site says so itself.
        print(away, file=sys.stderr, flush=True)  # noqa: T201
    if problem:
        print(problem, file=sys.stderr)  # noqa: T201
        return REFUSED
    serve(given.application, given.host, given.port, chosen)
    return 0


if __name__ == "__main__":
    sys.exit(main())
