"""Django's admin with Entente's own site; named in INSTALLED_APPS in the place of "django.contrib.admin"."""

from django.contrib.admin import apps


class AdminConfig(apps.AdminConfig):
    """The admin, on `editorial.admin_site.Site`."""

    default_site = "editorial.admin_site.Site"
