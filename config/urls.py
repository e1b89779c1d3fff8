"""The addresses of the site: the desks of staff under `admin/`, drafts for guests under `preview/`, else public."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("preview/", include("editorial.web.guests.urls")),
    path("", include("cooperation.urls")),
]

handler400 = "cooperation.views.request.unavailable.not_understood"
handler403 = "cooperation.views.request.unavailable.refused"
handler404 = "cooperation.views.request.unavailable.not_found"
# Mostly Django's own: templates/500.html needs neither a request nor a database.
handler500 = "cooperation.views.request.unavailable.failed"
