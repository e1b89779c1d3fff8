"""The site's addresses, and beside them the bare view that every time is compared with."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from cooperation.models import Country


def bare(request: HttpRequest) -> HttpResponse:
    """What Django itself costs: one SELECT of one small row, and eleven bytes of text."""
    return HttpResponse(f"Country: {Country.objects.get(code='CA').code}\n", content_type="text/plain")


urlpatterns = [
    path("bare/", bare),
    path("", include("config.urls")),
]

handler400 = "cooperation.views.absent.not_understood"
handler403 = "cooperation.views.absent.refused"
handler404 = "cooperation.views.absent.not_found"
