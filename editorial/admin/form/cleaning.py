"""Telling people what was taken out of their text, since a text that changes by itself is alarming."""

import re
from typing import Any

from django.utils.translation import gettext as _

from editorial.base import languages, text
from editorial.richtext.field import RichTextField

#: What no editor of ours produces and no reader should get: telling about the rest (spans, classes) would be noise.
#: An attribute is looked for up to the next “<”, since what is typed may be nothing but those.
_UNSAFE = re.compile(
    r"<\s*(?:script|style|iframe|object|embed|svg|math|form|input|button|img|video|audio|link|meta|base|template)\b"
    r"|<[^<>]+\son\w+\s*=|<[^<>]+\sstyle\s*=|(?:javascript|vbscript|data)\s*:",
    re.IGNORECASE,
)


def removals(bound: Any, typed: str) -> list[str]:
    """Sentences on what cleaning took out of `typed`; empty where it only tidied white space."""
    made = bound.field
    name = bound.label
    if made.content_language:
        name = _("%(field)s (%(language)s)") % {"field": name, "language": languages.name(made.content_language)}
    found = []
    if text.UNSEEN.search(typed.replace("\r", "")):
        found.append(_("Unseen control characters were taken out of “%(field)s”.") % {"field": name})
    if isinstance(made.model_field, RichTextField) and _UNSAFE.search(typed):
        found.append(
            _("Code, styles or media that may not be published were taken out of “%(field)s”.") % {"field": name}
        )
    return found
