"""Find the Chromium that the browser tests drive; as a program, print its path or fail."""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

#: No sandbox, since tests run as root in containers; no background traffic, since a test talks to this machine only.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"]


def path() -> str | None:
    """CHROMIUM from the environment, else the system's Chromium, else the one that Playwright installed."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        found = shutil.which(name)
        if found:
            return found
    with sync_playwright() as playwright:
        bundled = Path(playwright.chromium.executable_path)
    return str(bundled) if bundled.exists() else None


if __name__ == "__main__":
    sys.exit(0 if path() and print(path()) is None else "There is no Chromium here.")  # noqa: T201
