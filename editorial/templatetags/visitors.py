"""What the desks of reports and comments say in words."""

from collections.abc import Mapping
from typing import Any

from django import template

from editorial.models import Refusal

register = template.Library()


@register.filter
def label_in(value: str, labels: Mapping[str, Any]) -> str:
    """What a stored choice is called."""
    return str(labels.get(value, value))


@register.simple_tag
def steps_of(row: Any) -> list[dict[str, Any]]:
    """What staff did with a report or a comment, the oldest first; its `handlings` were read along with it."""
    names = dict(row._meta.get_field("status").choices)
    reasons = dict(Refusal.choices)
    return [
        {
            "handling": each,
            "label": names.get(each.to_status, each.to_status),
            "why": reasons.get(each.reason, each.reason),
        }
        for each in row.handlings.all()
    ]
