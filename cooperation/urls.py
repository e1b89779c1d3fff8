"""Addresses of the public site."""

from django.urls import path, re_path, register_converter

from cooperation.tracker import address
from cooperation.views.detail import detail
from cooperation.views.files import file
from cooperation.views.home import home, root
from cooperation.views.lists import listing
from cooperation.views.tracker import objective, objectives
from editorial import languages


class LanguageConverter:
    """A content language; an address in any other leads nowhere."""

    regex = "|".join(languages.codes())

    def to_python(self, value: str) -> str:
        """The code as it is."""
        return value

    def to_url(self, value: str) -> str:
        """The code as it is."""
        return value


class TrackerConverter:
    """The segment of the tracker of objectives, in any language; the view sees to it that it is the right one."""

    regex = "|".join(sorted(set(address.SEGMENTS.values())))

    def to_python(self, value: str) -> str:
        """The segment as it is."""
        return value

    def to_url(self, value: str) -> str:
        """The segment as it is."""
        return value


register_converter(LanguageConverter, "language")
register_converter(TrackerConverter, "tracker")

urlpatterns = [
    path("", root, name="root"),
    re_path(r"^files/(?P<sha256>[0-9a-f]{64})/(?P<name>[^/]{1,150})$", file, name="file"),
    path("<language:language>/", home, name="home"),
    path("<language:language>/<tracker:segment>/", objectives, name="objectives"),
    path("<language:language>/<tracker:segment>/<uuid:key>/", objective, name="objective"),
    path("<language:language>/<slug:segment>/", listing, name="list"),
    path("<language:language>/<slug:segment>/<slug:slug>/", detail, name="detail"),
]
