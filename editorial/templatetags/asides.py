"""What features put beside the screens of an edition (see `editorial.admin.panels`)."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from editorial.admin import panels as registry
from editorial.models import Edition

register = template.Library()


@register.simple_tag(takes_context=True)
def asides(context: dict[str, Any], screen: str, edition: Edition) -> SafeString:
    """All asides of `screen` for `edition`, with their scripts."""
    request = context["request"]
    shown = []
    for each, given in registry.panels_beside(registry.Screen(screen), request, edition):
        shown += [format_html('<script src="{}" defer></script>', static(script)) for script in each.scripts]
        shown.append(render_to_string(each.template, given, request=request))
    return mark_safe("\n".join(shown))  # noqa: S308 — rendered by templates, which escape


@register.simple_tag(takes_context=True)
def edition_links(context: dict[str, Any], edition: Edition) -> list[registry.Link]:
    """The ways to the edition's other screens, for the action bar."""
    return registry.links(context["request"], edition)
