"""The WSGI entry point, for granian, gunicorn or any other server."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()

# What the start made lives as long as the process; the collector need not look at it again during requests.
gc.collect()
gc.freeze()
