"""The demo as a Django app: settings install it on local sites only, never in production."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """No models: the app brings the commands `demo` and `bench_load`."""

    name = "cooperation.demo"
    label = "cooperation_demo"
