"""What the checks of content say, on pages that ask before a transition."""

from typing import Any

from django import template

from editorial.admin.addresses import screen_url
from editorial.admin.checks.content_checks import open_advice
from editorial.base import clock
from editorial.models import Edition
from editorial.states import Verb

register = template.Library()

#: Steps before which the open advice is read.
_ASKED = (Verb.SUBMIT, Verb.SIGN_OFF)


@register.inclusion_tag("editorial/admin/checks/_before.html", takes_context=True)
def checks_before(context: dict[str, Any], edition: Edition, verb: str) -> dict[str, Any]:
    """What is open and what was waived, before an edition is submitted or signed off; nothing before another step."""
    if verb not in _ASKED:
        return {}
    found = open_advice(edition, by=context["request"].user, now=clock.now())
    return {"checks": found, "away": screen_url(edition, "change"), "is_saved": True, "asks": verb == Verb.SUBMIT}
