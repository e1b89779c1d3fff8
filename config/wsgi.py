"""The WSGI entry point, for granian, gunicorn or any other server."""

import ctypes
import gc
import os
from contextlib import suppress

from django.core.wsgi import get_wsgi_application

# glibc gives every thread a pool of memory and hardly ever gives any back: two are enough for our few threads.
_M_ARENA_MAX = -8  # malloc.h
with suppress(AttributeError, OSError):  # another C library
    ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 2)

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()

# What the start made lives as long as the process; the collector need not look at it again during requests.
gc.collect()
gc.freeze()
