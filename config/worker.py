"""Do the site's background work: `python -m config.worker`. See docs/deploy.md.

The work is done by `manage.py procrastinate worker`, which ends when the database is restarted or the process is
killed; this program starts it again. It uses PostgreSQL's own address (DATABASE_DIRECT_URL where there is a pooler).
"""

import os
import signal
import sys
from pathlib import Path

from config import database
from config.serve import REFUSED
from config.supervisor import Kept, keep_running

#: Where Django's commands are.
MANAGE = Path(__file__).resolve().parent.parent / "manage.py"


def main() -> int:
    """Work until a signal ends it."""
    database.use_direct(os.environ)
    try:
        database.require_fit_environment(os.environ)
    except database.Unfit as refusal:
        print(refusal, file=sys.stderr)  # noqa: T201
        return REFUSED
    except database.Away as away:
        print(away, file=sys.stderr, flush=True)  # noqa: T201
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(0))
    worker = Kept([sys.executable, str(MANAGE), "procrastinate", "worker"])
    try:
        keep_running({"worker": worker})
    except KeyboardInterrupt:
        return 0
    finally:
        worker.end()


if __name__ == "__main__":
    sys.exit(main())
