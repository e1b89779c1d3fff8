"""Words of the public lists that follow from a stored value."""

from django import template
from django.db.models import TextChoices

from cooperation.models import Agreement, Mechanism, Meeting, Programme, Statement, StatusStep
from cooperation.views.page import wording

register = template.Library()

#: The choices that templates name.
_CHOICES: dict[str, type[TextChoices]] = {
    "Agreement.Type": Agreement.Type,
    "Mechanism.Level": Mechanism.Level,
    "Mechanism.Status": Mechanism.Status,
    "Mechanism.Type": Mechanism.Type,
    "Meeting.Format": Meeting.Format,
    "Programme.Status": Programme.Status,
    "Statement.Type": Statement.Type,
    "StatusStep.Status": StatusStep.Status,
}


@register.filter
def choice(value: str | None, name: str) -> str:
    """What a stored choice is called in the reader's language; empty for none."""
    return wording.label(_CHOICES[name], value or "")


@register.simple_tag
def period(first: str | None, last: str | None) -> str:
    """A period of partial dates in words."""
    return wording.period(first, last)
