"""Many visitors at once, and what they got."""

import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tests.servers.programs import ask, body, status


def once(address: str, path: str) -> str:
    """Ask for a page: its status if the answer is whole, else what went wrong."""
    try:
        answer = ask(address, path)
        if status(answer) == 200:
            body(answer)
        return str(status(answer)) if answer else "closed"
    except (OSError, AssertionError, KeyError) as problem:
        return type(problem).__name__


def together(address: str, paths: Sequence[str]) -> Counter[str]:
    """Ask for all at the very same moment; how often each answer came."""
    start = threading.Barrier(len(paths))
    answers: list[str] = []

    def visit(path: str) -> None:
        start.wait()
        answers.append(once(address, path))

    threads = [threading.Thread(target=visit, args=(path,)) for path in paths]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Counter(answers)


@contextmanager
def under_load(address: str, paths: Sequence[str], visitors: int) -> Iterator[Counter[str]]:
    """Visitors who ask again and again while the block runs; afterwards the counter holds what they got."""
    got: Counter[str] = Counter()
    lock, over = threading.Lock(), threading.Event()

    def visit(number: int) -> None:
        turn = number
        while not over.is_set():
            answer = once(address, paths[turn % len(paths)])
            turn += 1
            with lock:
                got[answer] += 1
            if answer != "200":
                time.sleep(0.05)

    threads = [threading.Thread(target=visit, args=(number,)) for number in range(visitors)]
    for thread in threads:
        thread.start()
    try:
        yield got
    finally:
        over.set()
        for thread in threads:
            thread.join()


def answers_in_words(got: Counter[str]) -> str:
    """Answers and how often they came, in a line."""
    return ", ".join(f"{count} × {answer}" for answer, count in sorted(got.items()))
