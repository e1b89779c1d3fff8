"""What the desks' templates ask for: the menu, and where a row leads."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from editorial.admin import addresses
from editorial.admin.desk import menu
from editorial.admin.labels import in_zones, moment_short
from editorial.base import languages
from editorial.base.dates.safe import in_zone
from editorial.desks import planned
from editorial.desks.lists import WORKS
from editorial.desks.problems import Source
from editorial.models import Assignment, Edition

register = template.Library()


@register.inclusion_tag("editorial/admin/desk/_menu.html", takes_context=True)
def desk_menu(context: dict[str, Any]) -> dict[str, Any]:
    """The bar on every staff page: the desks, with how much waits on each."""
    request = context.get("request")
    return {"entries": menu.entries(request) if request is not None else []}


@register.simple_tag
def desk_url(edition: Edition, section: str = "", behind: Sequence[tuple[str, str]] = ()) -> str:
    """Where somebody does what the section of the desk is about.

    :param behind: the languages to translate, with how they stand; the first of them is translated first.
    """
    if section == "review":
        return addresses.screen_url(edition, "review")
    if section == "translate" and behind:
        return addresses.screen_url(edition, "translate", behind[0][0])
    return addresses.screen_url(edition, "change")


@register.simple_tag
def kind_of(edition: Edition) -> str:
    """What the edition's kind of content is called."""
    return addresses.kind_name(edition)


@register.simple_tag
def section_url(key: str) -> str:
    """The list behind a section of the desk."""
    return reverse(f"admin:desk_{key if key in WORKS else 'mine'}")


@register.simple_tag
def trouble_url(source: Source, urls: dict[str, str]) -> str:
    """Where a sort of problem is dealt with."""
    return urls[source.key]


@register.simple_tag
def moment_brief(value: datetime | None) -> SafeString:
    """An instant in the first of the staff's zones, the others in its title; empty where there is none."""
    return moment_short(value) if value is not None else SafeString("")


@register.simple_tag
def clocks(value: datetime) -> SafeString:
    """The time of day of an instant on every clock of the staff, where the day is said by the place it stands in."""
    first = in_zones(value)[0]
    day = in_zone(value, planned.zone()).date()
    lines = []
    for label, name in settings.DESK_TIME_ZONES:
        local = in_zone(value, ZoneInfo(name))
        lines.append((date_format(local, _("H:i") if local.date() == day else _("j M, H:i")), str(label)))
    return format_html(
        '<time class="clocks" datetime="{}">{}</time>',
        first.iso,
        format_html_join(" ", '<span class="moment-clock">{} {}</span>', lines),
    )


@register.simple_tag
def assignment_phrase(one: Assignment) -> str:
    """Who was asked to do what, such as “Translate (French): Camille Roy”."""
    task = str(one.get_task_display())
    if one.language:
        task = f"{task} ({languages.name(one.language)})"
    return _("%(task)s: %(person)s") % {"task": task, "person": one.person}
