"""Addresses of the API, below `cooperation.data.urls_for.API`."""

from django.urls import path, re_path

from cooperation.data.api.operations import begin, list_documents, list_kinds, openapi, show_document, unknown_address

urlpatterns = [
    path("", begin, name="api"),
    path("kinds", list_kinds),
    path("openapi.json", openapi),
    path("documents/<slug:key>", list_documents),
    path("documents/<slug:key>/<uuid:uuid>", show_document),
    re_path("", unknown_address),
]
