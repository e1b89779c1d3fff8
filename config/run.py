"""Serve the site on this machine, with a worker for its jobs: `python -m config.run --port 8000`.

Prints the address once the site answers.
"""

import argparse
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

#: Where Django's commands are.
MANAGE = Path(__file__).resolve().parent.parent / "manage.py"


def answers(url: str) -> bool:
    """Whether a page comes back from `url`."""
    try:
        with urllib.request.urlopen(url, timeout=2) as response:  # noqa: S310  # our own http address
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def mail() -> str:
    """Where letters to staff go on this machine, in a line; nothing where they are really sent."""
    if os.environ.get("EMAIL_URL"):
        return ""
    folder = Path(os.environ.get("DATA_DIR", str(MANAGE.parent / ".entente"))) / "mail"
    return f"Letters:   {folder}\n"


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a process of ours, gently at first."""
    process.terminate()
    try:
        process.wait(timeout=30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def main() -> int:
    """Start granian and the worker, wait for the first page, say where to look; all ends with the server."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    port = parser.parse_args().port
    granian = Path(sys.executable).with_name("granian")
    # WSGI threads hold one database connection each; a few are enough for a machine of two cores.
    command = [str(granian), "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    command += [
        "--workers",
        "1",
        "--blocking-threads",
        "4",
        "--no-ws",
        "--log-level",
        "warning",
        "config.wsgi:application",
    ]
    url = f"http://localhost:{port}/en/"
    running = [subprocess.Popen(command)]  # noqa: S603  # our own arguments
    server = running[0]
    # Whoever ends this process by its id ends what it started, as Ctrl-C does.
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(0))
    try:
        while server.poll() is None and not answers(url):
            time.sleep(0.1)
        if server.poll() is None:
            # After the first page, which it would only delay.
            running.append(subprocess.Popen([sys.executable, str(MANAGE), "procrastinate", "worker"]))  # noqa: S603
            print(f"\nThe site:  {url}\nThe desks: http://localhost:{port}/admin/\n{mail()}\nCtrl-C ends.", flush=True)  # noqa: T201
        return server.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        for process in running:
            end(process)


if __name__ == "__main__":
    sys.exit(main())
