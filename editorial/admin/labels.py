"""How the screens of staff write what they show again and again: moments in three zones, states, parity, titles."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from editorial.base import clock as database_clock
from editorial.base import languages
from editorial.base.dates.safe import in_zone
from editorial.content.parity import Parity
from editorial.models import Edition
from editorial.states import State


@dataclass(frozen=True)
class LocalMoment:
    """One instant on the clock of one place."""

    place: str
    text: str
    iso: str


def in_zones(moment: datetime) -> list[LocalMoment]:
    """An instant in every zone of `DESK_TIME_ZONES`, in the reader's format; all with their date, which may differ."""
    return [
        LocalMoment(str(label), date_format(local, moment_format()), local.isoformat())
        for label, name in settings.DESK_TIME_ZONES
        for local in [in_zone(moment, ZoneInfo(name))]
    ]


def moment_format() -> str:
    """How staff read an instant: the month as a word, since 11/12 is another day north and south, and 24 hours."""
    return _("j M Y, H:i")


def moment(value: datetime | None) -> SafeString:
    """An instant in the first of the staff's zones, and below it on the other clocks; a date only where it differs."""
    if value is None:
        return SafeString("")
    locals_ = [(str(label), in_zone(value, ZoneInfo(name))) for label, name in settings.DESK_TIME_ZONES]
    (place, first), others = locals_[0], locals_[1:]
    rest = []
    for label, local in others:
        same_day = local.date() == first.date()
        rest.append((label, date_format(local, _("H:i") if same_day else _("j M, H:i"))))
    return format_html(
        '<time datetime="{}" class="moment">'
        '<span class="moment-first">{}</span> <span class="moment-rest">{}</span></time>',
        value.isoformat(timespec="seconds"),
        _("%(moment)s %(place)s") % {"moment": date_format(first, moment_format()), "place": place},
        format_html_join(" · ", '<span class="moment-clock">{1} {0}</span>', rest),
    )


def moment_short(value: datetime) -> SafeString:
    """An instant in the first of the staff's zones alone, where a line must be short; the others in its title."""
    label, name = settings.DESK_TIME_ZONES[0]
    others = " · ".join(f"{each.text} {each.place}" for each in in_zones(value)[1:])
    return format_html(
        '<time datetime="{}" class="moment" title="{}">{}</time>',
        value.isoformat(timespec="seconds"),
        others,
        _("%(moment)s %(place)s")
        % {"moment": date_format(in_zone(value, ZoneInfo(name)), moment_format()), "place": label},
    )


def moment_first(value: datetime) -> SafeString:
    """An instant in the first of the staff's zones alone."""
    label, name = settings.DESK_TIME_ZONES[0]
    text = _("%(moment)s %(place)s") % {
        "moment": date_format(in_zone(value, ZoneInfo(name)), moment_format()),
        "place": label,
    }
    return format_html('<time datetime="{}" class="moment">{}</time>', value.isoformat(timespec="seconds"), text)


def clock(value: datetime) -> SafeString:
    """The time of day alone on the first of the staff's clocks, where its day is plain from what stands around it."""
    local = in_zone(value, ZoneInfo(settings.DESK_TIME_ZONES[0][1]))
    shown = date_format(local, _("H:i"))
    return format_html('<time datetime="{}" class="moment">{}</time>', value.isoformat(timespec="seconds"), shown)


def live_period(edition: Edition) -> SafeString:
    """From when and, where it is known, until when the public sees an edition; empty before it is planned."""
    period = edition.live_during
    if period is None:
        return SafeString("")
    words = [(_("from"), moment(period.lower))]
    if period.upper is not None:
        words.append((_("until"), moment(period.upper)))
    return format_html_join("", '<div class="live-line"><span class="live-word">{}</span> {}</div>', words)


def state_pill(edition: Edition, now: datetime | None = None) -> SafeString:
    """The edition's state, or how it stands by the clock once it is published."""
    standing = edition.standing(now or database_clock.now())
    value = standing or State(edition.state)
    return format_html('<span class="state state-{}">{}</span>', value.value, value.label)


def parity_marks(edition: Edition) -> SafeString:
    """A small mark for every language: how it stands against the source, in words for those who do not see it."""
    return format_html(
        '<span class="parity-marks">{}</span>',
        format_html_join(
            "",
            '<span class="parity parity-{}">{}<span class="visually-hidden">{}</span></span>',
            [(how, code.upper(), words) for code, how, words in marks(edition)],
        ),
    )


def marks(edition: Edition) -> list[tuple[str, str, str]]:
    """(language, name of the mark, what it means in words) for every language."""
    return [(code, *_mark(edition, code, edition.language_status)) for code in languages.codes()]


def _mark(edition: Edition, code: str, status: Mapping[str, str]) -> tuple[str, str]:
    how = Parity(status.get(code, Parity.MISSING))
    if code in edition.excepted_languages:
        return "excepted", _(": to follow later, by exception")
    if code == edition.source_language and how == Parity.CURRENT:
        return "source", _(": source language, complete")
    words = {
        Parity.MISSING: _(": missing or incomplete"),
        Parity.OUTDATED: _(": not attested for the present source"),
        Parity.CURRENT: _(": at parity"),
    }
    return how.value, words[how]


@dataclass(frozen=True)
class Title:
    """A title with the language that it is in."""

    text: str
    language: str


def title_of(edition: Edition) -> Title:
    """The edition's title in the reader's language, else in its source language, else in any."""
    wanted = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    for code in (wanted, edition.source_language, *languages.codes()):
        if code in languages.codes() and languages.value(edition, "title", code):
            return Title(languages.value(edition, "title", code), code)
    return Title(_("Untitled"), wanted)


def title(edition: Edition) -> SafeString:
    """The edition's title (see `title_of`), with `lang` where it is not in the reader's language (WCAG 3.1.2)."""
    found = title_of(edition)
    if found.language == (get_language() or "").split("-")[0]:
        return format_html("{}", found.text)
    return format_html('<span lang="{}">{}</span>', found.language, found.text)


def language_name(code: str) -> str:
    """The name of a content language in the reader's language."""
    return languages.name(code)


def autonym(code: str) -> str:
    """The name of a content language in itself."""
    return languages.autonym(code)


def admin_name(opts: Any, screen: str) -> str:
    """The name of a model's admin screen for `{% url %}`, such as "admin:cooperation_page_changelist"."""
    return f"admin:{opts.app_label}_{opts.model_name}_{screen}"
