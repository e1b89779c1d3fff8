"""How to cite a page: as it stands, under an address that shows this very edition for good."""

from datetime import date
from functools import lru_cache
from html import escape

from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from cooperation.views.page.rendition import Rendition
from cooperation.views.request.page_request import instant


def citation(shown: Rendition, base: str) -> SafeString:
    """The block “Cite this page”: title, publisher, edition, its day, and its permanent address. Nothing for a draft.

    It is on every page, so it is built as text and of what the page holds already. The address says its colons as they
    are (RFC 3986 § 3.4 lets it), to be read and copied by people.
    """
    edition = next((row for row in shown.history if row["is_shown"]), None)
    if edition is None:
        return SafeString()
    said = shown.fields
    label, pattern = _phrases(shown.language)
    words = pattern % {
        "title": shown.text_of(said["title"]),
        "number": edition["number"],
        "date": _day(edition["since"].date(), shown.language),
    }
    page = shown.addresses.canonical
    address = f"{base}{page}?at={instant(edition['since'])}"
    return mark_safe(  # noqa: S308  # every value is escaped
        f'<details class="cite"><summary>{escape(label)}</summary>'
        f'<p>{escape(words)} <span class="cite-address">{escape(address)}</span></p></details>'
    )


@lru_cache(maxsize=16)
def _phrases(language: str) -> tuple[str, str]:
    # Of the active language, which is that of the page.
    return _("Cite this page"), _("“%(title)s”, Entente, edition %(number)s, %(date)s.")


@lru_cache(maxsize=1024)
def _day(day: date, language: str) -> str:
    return str(date_format(day, "DATE_FORMAT"))
