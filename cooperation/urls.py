"""Addresses of the public site."""

from django.conf import settings
from django.urls import include, path, re_path, register_converter

from cooperation.tracker import address
from cooperation.views.comments import comments
from cooperation.views.comments import thanks as thanks_for_comment
from cooperation.views.detail import detail
from cooperation.views.files import file
from cooperation.views.home import home, root
from cooperation.views.lists import listing
from cooperation.views.pdf import paper
from cooperation.views.problems import problem
from cooperation.views.problems import thanks as thanks_for_problem
from cooperation.views.request.page_request import SEARCH
from cooperation.views.request.segments import COMMENTS, PROBLEM, THANKS
from cooperation.views.search import search
from cooperation.views.style import style
from cooperation.views.tracker import objective, objectives
from editorial.base import languages


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

#: Where visitors speak, with words of each language; they stand before the lists, whose addresses look alike.
spoken = [
    pattern
    for code in languages.codes()
    for pattern in (
        path(f"{code}/{PROBLEM[code]}/", problem, {"language": code}, name=f"problem-{code}"),
        path(f"{code}/{PROBLEM[code]}/{THANKS[code]}/", thanks_for_problem, {"language": code}),
        path(f"{code}/{COMMENTS[code]}/<uuid:uuid>/", comments, {"language": code}, name=f"comments-{code}"),
        path(f"{code}/{COMMENTS[code]}/<uuid:uuid>/{THANKS[code]}/", thanks_for_comment, {"language": code}),
    )
]

urlpatterns = [
    path("", root, name="root"),
    re_path(r"^files/(?P<sha256>[0-9a-f]{64})/(?P<name>[^/]{1,150})$", file, name="file"),
    path("", include("cooperation.data.urls")),
    *spoken,
    *([path("style/", style)] if settings.DEBUG else []),
    path("<language:language>/", home, name="home"),
    *(path(f"{code}/{SEARCH[code]}/", search, {"language": code}, name="search") for code in languages.codes()),
    path("<language:language>/<tracker:segment>/", objectives, name="objectives"),
    path("<language:language>/<tracker:segment>/<uuid:key>/", objective, name="objective"),
    path("<language:language>/<slug:segment>/", listing, name="list"),
    path("<language:language>/<slug:segment>/<slug:slug>/", detail, name="detail"),
    path("<language:language>/<slug:segment>/<slug:slug>.pdf", paper, name="paper"),
]
