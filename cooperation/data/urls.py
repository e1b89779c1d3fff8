"""Addresses of all that can be taken away; they precede the pages: `list.csv` holds a dot, and no slug does."""

from django.urls import include, path

from cooperation.data.api.operations import begin
from cooperation.data.calendars import meetings, meetings_of
from cooperation.data.feeds import changes, of_kind, of_site, of_theme
from cooperation.data.page import data_page
from cooperation.data.sitemaps import robots, sitemap, sitemap_index
from cooperation.data.tables import table
from cooperation.data.urls_for import DATA_PAGE
from editorial.base import languages

urlpatterns = [
    path("api/v1", begin),
    path("api/v1/", include("cooperation.data.api.urls")),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap_index, name="sitemaps"),
    path("sitemap-<language:language>-<int:number>.xml", sitemap, name="sitemap"),
    *(path(f"{code}/{DATA_PAGE[code]}/", data_page, {"language": code}) for code in languages.codes()),
    path("<language:language>/feed.atom", of_site, name="feed"),
    path("<language:language>/themes/<slug:code>.atom", of_theme, name="feed-of-theme"),
    path("<language:language>/meetings.ics", meetings, name="calendar"),
    path("<language:language>/<slug:segment>/feed.atom", of_kind, name="feed-of-kind"),
    path("<language:language>/<slug:segment>/list.csv", table, name="table"),
    path("<language:language>/<slug:segment>/<slug:slug>/changes.atom", changes, name="feed-of-changes"),
    path("<language:language>/<slug:segment>/<slug:slug>/meetings.ics", meetings_of, name="calendar-of"),
]
