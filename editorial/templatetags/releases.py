"""What the screens of releases show again and again."""

from datetime import datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from editorial.base import clock
from editorial.models import Release
from editorial.states import Phase, Standing

register = template.Library()
#: As which state of an edition each phase of a release looks.
_LOOKS = {
    Phase.ASSEMBLING: "draft", Phase.FROZEN: "approved", Phase.PUBLISHED: "published", Phase.DISSOLVED: "discarded",
}  # fmt: skip


@register.simple_tag
def release_phase(release: Release, now: datetime | None = None) -> SafeString:
    """How far a release is, by the clock once it is published."""
    scheduled = release.is_scheduled(now or clock.now())
    label = Standing.SCHEDULED.label if scheduled else release.get_phase_display()
    look = "scheduled" if scheduled else _LOOKS[Phase(release.phase)]
    return format_html('<span class="state state-{}" data-phase="{}">{}</span>', look, release.phase, label)
