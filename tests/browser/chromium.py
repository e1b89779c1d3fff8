"""Find the Chromium that the browser tests drive; as a program, print its path or fail (`--shell`: unless it is the
shell).
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

#: No sandbox, since tests run as root in containers; no background traffic, since a test talks to this machine only.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"]

#: Chromium's own build without windows, tabs and profiles: the same engine, and the tests take half the CPU time.
SHELL = "chromium-headless-shell"


def path() -> str | None:
    """CHROMIUM from the environment, else the system's headless shell or Playwright's, else the system's Chromium."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    found = shutil.which(SHELL)
    if found:
        return found
    # Playwright keeps the shell in a folder beside the whole browser's.
    for bundled in _bundled().parent.parent.parent.glob("chromium_headless_shell-*/*/*headless[-_]shell"):
        return str(bundled)
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        found = shutil.which(name)
        if found:
            return found
    return str(_bundled()) if _bundled().exists() else None


def _bundled() -> Path:
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


if __name__ == "__main__":
    chosen = path()
    if chosen is None:
        sys.exit("There is no Chromium here.")
    if "--shell" in sys.argv and "headless" not in Path(chosen).name:
        sys.exit("There is no headless shell here.")
    print(chosen)  # noqa: T201
