"""Serve the site on this machine: `python -m config.run --port 8000`. Prints the address once the site answers."""

import argparse
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path


def answers(url: str) -> bool:
    """Whether a page comes back from `url`."""
    try:
        with urllib.request.urlopen(url, timeout=2) as response:  # noqa: S310  # our own http address
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def main() -> int:
    """Start granian, wait for the first page, say where to look; ends with the server."""
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
    server = subprocess.Popen(command)  # noqa: S603  # our own arguments
    url = f"http://localhost:{port}/en/"
    try:
        while server.poll() is None and not answers(url):
            time.sleep(0.1)
        if server.poll() is None:
            print(f"\nThe site:  {url}\nThe desks: http://localhost:{port}/admin/\n\nCtrl-C ends.", flush=True)  # noqa: T201
        return server.wait()
    except KeyboardInterrupt:
        server.terminate()
        return server.wait()


if __name__ == "__main__":
    sys.exit(main())
