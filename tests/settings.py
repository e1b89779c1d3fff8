"""The site's settings with the toy subject beside the real one."""

import os

os.environ.setdefault("LOCAL", "1")

from config.settings import *  # noqa: F403
from config.settings import BASE_DIR, DATABASES, INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.toy"]
# Argon2 is slow on purpose; a test that logs in need not wait for it.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Else every client of a test looks for all static files anew when it is made.
WHITENOISE_AUTOREFRESH = True
MEDIA_ROOT = BASE_DIR / ".entente" / "test-media"
CHAIN_HEADS_FILE = BASE_DIR / ".entente" / "test-chain-heads"
# No test outlives a power cut: a commit need not wait for the disk.
_OPTIONS = DATABASES["default"]["OPTIONS"]
_OPTIONS["options"] = f"{_OPTIONS.get('options', '')} -c synchronous_commit=off".strip()
