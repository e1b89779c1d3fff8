"""Serve the site on this machine, with a worker for its jobs: `python -m config.run --port 8000` (`make run`).

Starts `config.serve` and `config.worker` as on a real site, and prints the address once the site answers.
"""

import argparse
import os
import signal
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from config.supervisor import ENDING, Kept, keep_running
from config.worker import MANAGE


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


def main() -> int:
    """Start the server and the worker, say where to look once the first page is there, and keep both running."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    port = parser.parse_args().port
    # Letters, PDFs and feeds name the site by its address, which the worker cannot know from a request.
    os.environ.setdefault("SITE_URL", f"http://localhost:{port}")
    url = f"http://localhost:{port}/en/"
    server = Kept([sys.executable, "-m", "config.serve", "--port", str(port)])
    worker = Kept([sys.executable, "-m", "config.worker"], ending=ENDING + 10)
    # Whoever ends this process by its id ends what it started, as Ctrl-C does.
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(0))
    try:
        server.start()
        while not answers(url):
            # What does not even start will not start the next time either; it has said why.
            if (code := server.look()) is not None:
                return code or 1
            time.sleep(0.1)
        # After the first page, which it would only delay.
        worker.start()
        print(f"\nThe site:  {url}\nThe desks: http://localhost:{port}/admin/\n{mail()}\nCtrl-C ends.", flush=True)  # noqa: T201
        keep_running({"server": server, "worker": worker})
    except KeyboardInterrupt:
        return 0
    finally:
        worker.end()
        server.end()


if __name__ == "__main__":
    sys.exit(main())
