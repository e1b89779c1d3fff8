"""The bell: how much somebody has not read yet."""

from django import template
from django.http import HttpRequest

from editorial.admin.base import person
from editorial.admin.desk import menu
from editorial.notices import reading

register = template.Library()


@register.simple_tag
def unread_notices(request: HttpRequest) -> dict[str, object]:
    """The number of unread notices and how it is written; nothing for whoever is not logged in."""
    if not (request.user.is_authenticated and request.user.is_staff):
        return {}
    # Whoever works on content has a menu, whose counts hold this one too.
    works = person(request).has_perm("editorial.view_edition")
    count = menu.counts_of(request).unread if works else reading.unread(person(request))
    return {"count": count, "text": f"{reading.MOST}+" if count > reading.MOST else str(count), "shown": True}
