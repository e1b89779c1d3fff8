"""What is measured: the site with all its middleware, and for the bare view Django with none or with its own."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")

import django
from django.core.handlers.wsgi import WSGIHandler
from django.test.utils import override_settings

django.setup()


#: What `django-admin startproject` puts before every view.
_DEFAULT = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]


def _with(middleware: list[str]) -> WSGIHandler:
    with override_settings(MIDDLEWARE=middleware):
        return WSGIHandler()


application = WSGIHandler()
bare = _with([])
default = _with(_DEFAULT)
