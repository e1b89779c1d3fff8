"""Several people at the very same moment, each in a thread with a connection of their own."""

import threading
from collections.abc import Callable
from typing import Any

from django.db import connection

from editorial.workflow.drafts import Stale
from editorial.workflow.rules.permissions import NotAllowed

#: A race that is not over by then has met a deadlock that the database did not see. In seconds.
PATIENCE = 30


class Runner(threading.Thread):
    """One action in a thread; afterwards `result` or `error` says what came of it."""

    def __init__(self, action: Callable[[], Any], start: threading.Barrier | None = None) -> None:
        super().__init__(daemon=True)
        self.action, self.barrier = action, start
        self.result: Any = None
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            connection.ensure_connection()
            if self.barrier is not None:
                self.barrier.wait(PATIENCE)
            self.result = self.action()
        except BaseException as error:  # whatever it was, the test wants to see it
            self.error = error
        finally:
            connection.close()

    def finish(self) -> "Runner":
        """Wait for the end."""
        self.join(PATIENCE)
        assert not self.is_alive(), "deadlock"
        return self


def race(*actions: Callable[[], Any]) -> tuple[list[Any], list[BaseException]]:
    """Start all actions at once; what those that succeeded returned, and what stopped the others.

    Whoever loses is told so in the engine's words: an error of the database is never among the losses.
    """
    barrier = threading.Barrier(len(actions))
    runners = [Runner(action, barrier) for action in actions]
    for runner in runners:
        runner.start()
    for runner in runners:
        runner.finish()
    losses = [runner.error for runner in runners if runner.error is not None]
    for loss in losses:
        assert isinstance(loss, (NotAllowed, Stale)), repr(loss)
    return [runner.result for runner in runners if runner.error is None], losses
