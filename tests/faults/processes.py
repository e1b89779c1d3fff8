"""What other processes do in these tests: `python -m tests.faults.processes <action> <database> …`.

Each is a fresh interpreter with nothing but the site's settings; they speak to the test in lines of JSON.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent


def start(action: str, database: str, *arguments: object) -> "subprocess.Popen[str]":
    """Start an action in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.processes", action, database, *map(str, arguments)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"},
    )  # fmt: skip


def say(**values: Any) -> None:
    """Tell the test something."""
    print(json.dumps(values), flush=True)  # noqa: T201


def heard(process: "subprocess.Popen[str]") -> dict[str, Any]:
    """The next thing that a process says."""
    assert process.stdout is not None
    said: dict[str, Any] = json.loads(process.stdout.readline())
    return said


def close(process: "subprocess.Popen[str]") -> int:
    """Wait for the end of a process, and let go of its pipes."""
    for pipe in (process.stdin, process.stdout):
        assert pipe is not None
        pipe.close()
    return process.wait(30)


def schedule(edition: str, publisher: str) -> None:
    """Schedule an edition by the real clock, for two seconds from the second after next; then this process is gone."""
    from django.utils import timezone

    from editorial.models import Edition, User
    from editorial.workflow import transitions

    now = timezone.now()
    begin = now.replace(microsecond=0) + timedelta(seconds=3)
    end = begin + timedelta(seconds=2)
    transitions.schedule(
        Edition.objects.get(pk=edition), by=User.objects.get(pk=publisher), now=now, at=begin, until=end,
        explanation={"en": "Over", "fr": "Fini", "es": "Fin"},
    )  # fmt: skip
    say(begin=begin.isoformat(), end=end.isoformat())


def watch(document: str) -> None:
    """Ask again and again whether the document is public now; tell every moment asked for, and the answer."""
    from django.utils import timezone

    from editorial.models import Edition

    say(ready=Edition.objects.live(timezone.now()).filter(document_id=document).exists())
    answers: list[tuple[datetime, bool]] = []
    seen, give_up = False, time.monotonic() + 30
    while time.monotonic() < give_up:
        moment = timezone.now()
        there = Edition.objects.live(moment).filter(document_id=document).exists()
        answers.append((moment, there))
        if seen and not there:
            break
        seen = seen or there
        time.sleep(0.01)
    say(answers=[(moment.isoformat(), there) for moment, there in answers])


def publish_and_wait(edition: str, publisher: str) -> None:
    """Move an edition to published and then hold the transaction open, until somebody ends this process."""
    from django.db import transaction
    from django.utils import timezone

    from editorial.models import Edition, User
    from editorial.workflow import transitions

    with transaction.atomic():
        moved = transitions.publish(
            Edition.objects.get(pk=edition), by=User.objects.get(pk=publisher), now=timezone.now()
        )
        say(state=moved.state, events=moved.events.count())
        sys.stdin.read()


if __name__ == "__main__":
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = sys.argv[2]
    django.setup()
    actions: dict[str, Callable[..., None]] = {
        "schedule": schedule,
        "watch": watch,
        "publish_and_wait": publish_and_wait,
    }
    actions[sys.argv[1]](*sys.argv[3:])
