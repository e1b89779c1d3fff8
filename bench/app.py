"""What granian serves: the site with all its middleware, and Django with none, for the bare view."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")

import django
from django.core.handlers.wsgi import WSGIHandler
from django.test.utils import override_settings

django.setup()


def _without_middleware() -> WSGIHandler:
    with override_settings(MIDDLEWARE=[]):
        return WSGIHandler()


application = WSGIHandler()
bare = _without_middleware()
