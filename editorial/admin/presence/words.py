"""What a window says of other people and of what they did, in the reader's language."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from editorial.admin.panels import Screen
from editorial.base import languages
from editorial.base.dates.safe import in_zone
from editorial.collaboration.presence import PresenceState, Step
from editorial.models import Presence, User
from editorial.states import DONE, Verb


def clock(moment: datetime) -> SafeString:
    """The time of day of an instant on the clocks of the desks: of the first of them, the others beside it."""
    local = [(label, in_zone(moment, ZoneInfo(name))) for label, name in settings.DESK_TIME_ZONES]
    (place, first), rest = local[0], local[1:]
    return format_html(
        '<time datetime="{}" class="clock">{} {} <span class="clock-rest">({})</span></time>',
        moment.isoformat(timespec="seconds"),
        date_format(first, _("H:i")),
        place,
        format_html_join(" · ", "{1} {0}", ((p, date_format(m, _("H:i"))) for p, m in rest)),
    )


def sentences_about_others(look: PresenceState, *, screen: str) -> Sequence[SafeString]:
    """A sentence on each window of somebody else, and one on another window of this very person."""
    found = [_sentence(row) for row in look.others]
    if look.elsewhere is not None and look.elsewhere.screen == screen:
        found.append(
            format_html(
                _("You have had this open in another window since {time}."), time=clock(look.elsewhere.opened_at)
            )
        )
    return found


def _sentence(row: Presence) -> SafeString:
    if not row.beating:
        text = {
            Screen.REVIEW: _("{who} opened the review screen at {time}."),
            Screen.TRANSLATE: _("{who} opened the translation screen at {time}."),
        }.get(Screen(row.screen), _("{who} opened this form at {time}."))
    elif row.screen == Screen.REVIEW:
        text = _("{who} has had the review screen open since {time}.")
    elif row.screen == Screen.TRANSLATE:
        text = _("{who} has had the translation screen open since {time}, in {language}.")
        if not row.language:
            text = _("{who} has had the translation screen open since {time}.")
    elif row.editing and row.language:
        text = _("{who} has had this form open since {time}, editing {language}.")
    elif row.editing:
        text = _("{who} has had this form open since {time}, editing.")
    else:
        text = _("{who} has had this form open since {time}, reading.")
    language = languages.name(row.language) if row.language else ""
    return format_html(text, who=name_with_party(row.by), time=clock(row.opened_at), language=language)


def name_with_party(user: User) -> SafeString:
    """A person and for whom they act."""
    if user.party is None:
        return format_html("<strong>{}</strong>", user)
    return format_html("<strong>{}</strong> ({})", user, user.party)


def news(look: PresenceState, *, by: User, opened: str, state: str) -> SafeString:
    """What was done to the edition since this window was opened; empty if nothing was."""
    step = look.news(opened=opened, state=state)
    if step is None:
        return SafeString("")
    return format_html(
        _text(step, is_mine=step.by_id == by.pk),
        who=format_html("<strong>{}</strong>", step.by_name),
        version=look.edition.version,
        time=clock(step.at),
        what=DONE[step.verb],
    )


def _text(step: Step, *, is_mine: bool) -> str:
    if step.verb in (Verb.CREATE, Verb.SAVE):
        if is_mine:
            return _("You saved version {version} in another window at {time}.")
        return _("{who} saved version {version} at {time}.")
    if is_mine:
        return _("You did this in another window at {time}: {what}.")
    return _("{who} did this at {time}: {what}.")
