"""Template tags for what the screens of staff show again and again (`editorial.admin.labels`)."""

from datetime import datetime
from typing import Any

from django import template

from editorial.admin import labels

register = template.Library()

for tag in (
    labels.moment,
    labels.moment_short,
    labels.moment_first,
    labels.clock,
    labels.live_period,
    labels.state_pill,
    labels.parity_marks,
    labels.title,
):
    register.simple_tag(tag)

for text_filter in (labels.language_name, labels.autonym, labels.admin_name):
    register.filter(text_filter)


@register.inclusion_tag("editorial/admin/_times.html")
def times(value: datetime) -> dict[str, Any]:
    """An instant in all of the staff's zones, as a list of places."""
    return {"moments": labels.in_zones(value)}
