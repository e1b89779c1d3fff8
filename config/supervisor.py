"""Keep processes running: whichever ends is started again, after a pause that grows while it does not last."""

import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NoReturn

#: Seconds until a process that ended is started again: at first, and at most.
PAUSE, LONGEST_PAUSE = 1.0, 30.0
#: A process that ran for so many seconds had started well; the next pause is short again.
LASTING = 60.0
#: How long a process may take to end when it is told to, in seconds; a job and a server's process have 20 themselves.
ENDING = 30


class Kept:
    """A process that is kept running.

    :param command: what is run.
    :param ending: seconds that it may take to end when it is told to: more than what it ends itself is given.
    :param clock: seconds that only grow.
    """

    def __init__(
        self, command: Sequence[str], *, ending: float = ENDING, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.command, self._ending, self._clock = list(command), ending, clock
        self._pause = PAUSE
        self._again = 0.0
        self._begun = 0.0
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it."""
        self._begun = self._clock()
        self.process = subprocess.Popen(self.command)  # noqa: S603  # our own arguments

    def look(self) -> int | None:
        """Note that it ended, or start it again when its pause is over. Returns with what it ended, just then."""
        if self.process is None:
            if self._clock() >= self._again:
                self.start()
            return None
        code = self.process.poll()
        if code is not None:
            if self._clock() - self._begun >= LASTING:
                self._pause = PAUSE
            self._again = self._clock() + self._pause
            self._pause = min(2 * self._pause, LONGEST_PAUSE)
            self.process = None
        return code

    def end(self) -> None:
        """End it, gently at first."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(timeout=self._ending)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None


def keep_running(processes: Mapping[str, Kept]) -> NoReturn:
    """Watch processes, by the names that messages give them, until this one is interrupted."""
    while True:
        for name, kept in processes.items():
            if (code := kept.look()) is not None:
                print(f"The {name} ended with {code}; it is started again.", file=sys.stderr, flush=True)  # noqa: T201
        time.sleep(0.5)
