"""The bell: how much somebody has not read yet."""

from django import template
from django.http import HttpRequest

from editorial.admin.base import person
from editorial.notices import reading

register = template.Library()


@register.simple_tag
def unread_notices(request: HttpRequest) -> dict[str, object]:
    """The number of unread notices and how it is written; nothing for whoever is not logged in."""
    if not (request.user.is_authenticated and request.user.is_staff):
        return {}
    count = reading.unread(person(request))
    return {"count": count, "text": f"{reading.MOST}+" if count > reading.MOST else str(count), "shown": True}
