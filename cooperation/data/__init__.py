"""What the public can take away: a JSON API, tables, feeds, calendars, sitemaps, and what each page says of itself.

All of it starts from the same moment and language as the pages (`cooperation.views.request.page_request`), so nothing
leaves the house here that a page would not show.
"""
