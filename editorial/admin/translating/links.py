"""The ways to the translation screen: in the action bar, and in the list."""

from collections.abc import Mapping

from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from editorial.admin import addresses
from editorial.admin.base import person
from editorial.admin.panels import Link, link
from editorial.base import languages
from editorial.models import Edition, User
from editorial.states import State
from editorial.translating import progress
from editorial.translating.progress import Progress
from editorial.workflow.rules import permissions


def first_language(edition: Edition, by: User) -> str | None:
    """The language that this person would look at first: one of theirs that is behind, else one of theirs, else any."""
    others = [code for code in languages.codes() if code != edition.source_language]
    writable = [code for code in others if code in permissions.writable_languages(by)]
    behind = progress.behind(edition)
    wanted = [*(code for code in writable if code in behind), *writable, *others]
    return wanted[0] if wanted else None


@link(order=20)
def translate(request: HttpRequest, edition: Edition) -> Link | None:
    """To the translation screen, with how many languages wait there."""
    language = first_language(edition, person(request))
    if language is None:
        return None
    url = addresses.screen_url(edition, "translate", language)
    if edition.state != State.DRAFT:
        return Link(_("Side by side"), url)
    return Link(_("Translate"), url, len(progress.behind(edition)))


def in_list(edition: Edition, found: Mapping[str, Progress]) -> SafeString:
    """How far each language of a draft is, as ways to its translation screen; nothing where all are done."""
    if edition.state != State.DRAFT or not found:
        return SafeString("")
    links = [
        (
            addresses.screen_url(edition, "translate", code),
            languages.name(code),
            code.upper(),
            _("%(done)s of %(total)s texts") % {"done": each.done, "total": each.total},
            each.done,
            each.total,
        )
        for code, each in sorted(found.items(), key=lambda pair: languages.codes().index(pair[0]))
    ]
    return format_html(
        '<span class="translate-progress">{}</span>',
        format_html_join(
            " ",
            '<a href="{0}" title="{1}: {3}"><span aria-hidden="true">{2} {4}/{5}</span>'
            '<span class="visually-hidden">{1}: {3}</span></a>',
            links,
        ),
    )
