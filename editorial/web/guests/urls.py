"""Addresses below `preview/`; whoever knows one may read what it shows."""

from django.urls import path

from editorial.web.guests import views

urlpatterns = [
    path("<str:token>/", views.begin, name="guest-preview"),
    path("<str:token>/<slug:language>/", views.preview, name="guest-preview-in"),
    path("<str:token>/<slug:language>/pdf/", views.paper, name="guest-preview-paper"),
    path("<str:token>/<slug:language>/file/<str:sha256>/<str:name>", views.file, name="guest-preview-file"),
]
