#!/usr/bin/env python
"""Entente's command line: `python manage.py help` lists what it can do."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line
    from django.db import NotSupportedError

    from config.database import use_direct

    use_direct(os.environ)
    try:
        execute_from_command_line(sys.argv)
    except NotSupportedError as problem:  # a PostgreSQL that is too old
        sys.exit(str(problem))


if __name__ == "__main__":
    main()
