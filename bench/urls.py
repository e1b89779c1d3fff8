"""The site's addresses, and beside them the bare view that every time is compared with."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from cooperation.models import Country


def bare(request: HttpRequest) -> HttpResponse:
    """What Django itself costs: one SELECT of one small row, and eleven bytes of text."""
    body = f"Country: {Country.objects.get(code='CA').code}\n"
    # Without CommonMiddleware nobody else tells the length, which keeps the connection open.
    return HttpResponse(body, content_type="text/plain", headers={"Content-Length": str(len(body))})


urlpatterns = [
    path("bare/", bare),
    path("", include("config.urls")),
]

handler400 = "cooperation.views.request.unavailable.not_understood"
handler403 = "cooperation.views.request.unavailable.refused"
handler404 = "cooperation.views.request.unavailable.not_found"
handler500 = "cooperation.views.request.unavailable.failed"
