"""What stands around a text for a guest: who sent it, until when, what is newer; and the form to say something."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.base.dates.safe import in_zone
from editorial.collaboration.remarks import places
from editorial.content.canonical import Content
from editorial.content.kinds import PreviewFrame
from editorial.models import PreviewLink
from editorial.models.remark import MOST, MOST_NAME, MOST_QUOTED
from editorial.previews import links


@dataclass(frozen=True)
class Typed:
    """What a guest sent and why it was refused, or what was kept just now ("remark" or "agree")."""

    values: dict[str, Any] = field(default_factory=dict)
    reasons: Sequence[str] = ()
    said: str = ""


def around(
    link: PreviewLink, value: Content, *, token: str, language: str, typed: Typed, now: datetime
) -> PreviewFrame:
    """The notice over the text, the form under it, and the same text in the link's other languages."""
    edition = link.edition
    period = edition.live_during
    is_public = period is not None and edition.digest == link.digest and period.lower <= now
    until = date_format(in_zone(link.expires_at, UTC), "DATETIME_FORMAT")
    context = {
        "link": link,
        "sender": str(link.made_by),
        "until": _("%(moment)s UTC") % {"moment": until},
        "until_iso": link.expires_at.isoformat(timespec="seconds"),
        "is_newer": links.is_newer(link),
        "is_public": is_public,
        "action": reverse("guest-preview-in", args=(token, language)),
        "places": [
            place
            for place in places.choices(value)
            if not place.path or (place.is_part and places.is_translated(value, place.path))
        ],
        "values": typed.values,
        "reasons": typed.reasons,
        "said": typed.said,
        "most": MOST,
        "most_name": MOST_NAME,
        "most_quoted": MOST_QUOTED,
    }
    return PreviewFrame(
        notice=render_to_string("editorial/guests/_notice.html", context),
        foot=render_to_string("editorial/guests/_foot.html", context),
        addresses={
            code: reverse("guest-preview-in", args=(token, code)) if code in link.languages else None
            for code in languages.codes()
        },
    )
