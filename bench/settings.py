"""The site's settings on a database of its own, made and dropped by `bench/run.py`."""

import os

os.environ.setdefault("LOCAL", "1")

from config.settings import *  # noqa: F403
from config.settings import DATABASES

#: Never the site's own database: what is measured with is published, and that cannot be undone.
DATABASE = "entente_bench"
DATABASES["default"]["NAME"] = DATABASE
ROOT_URLCONF = "bench.urls"
