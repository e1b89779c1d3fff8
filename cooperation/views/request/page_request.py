"""How a public page is asked for: in which language, for which moment; and the addresses of other pages asked alike."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from urllib.parse import quote, urlencode

from django.http import Http404, HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from editorial.base import clock
from editorial.base.dates.bounds import FIRST_DAY, FIRST_INSTANT
from editorial.base.dates.safe import in_zone
from editorial.content import kinds

#: The segment of the search page's address in each language.
SEARCH = {"en": "search", "fr": "recherche", "es": "busqueda"}

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})?"
)


class NotFound(Http404):
    """There is no such page; the message says why, in the reader's language."""


@dataclass(frozen=True)
class PageRequest:
    """One reader's question: the language, the moment, and `now`, which differs from it when the past is asked for.

    `at` is what stands in the address for a past moment (a date or an instant), empty for the present. Every address
    made here carries it on, so that a reader who went back in time stays there.
    """

    language: str
    moment: datetime
    now: datetime
    at: str = ""
    preview: bool = False

    @property
    def is_past(self) -> bool:
        """Whether the address names the moment."""
        return bool(self.at)

    def home(self) -> str:
        """The address of the home page."""
        return self.address(f"/{self.language}/")

    def list_of(self, kind: str, params: Mapping[str, str] | None = None) -> str:
        """The address of the list of a kind, with the parameters of its filter."""
        return self.address(f"/{self.language}/{kinds.get_kind(kind).segments[self.language]}/", params)

    def page(self, kind: str, slug: str, fragment: str = "") -> str:
        """The address of another page; `fragment` is an anchor on it. Those of one's own page: `PageAddresses`."""
        path = f"/{self.language}/{kinds.get_kind(kind).path(self.language, slug)}/"
        return self.address(path) + (f"#{fragment}" if fragment else "")

    def search(self, params: Mapping[str, str] | None = None) -> str:
        """The address of the search page, with its parameters."""
        return self.address(f"/{self.language}/{SEARCH[self.language]}/", params)

    def file(self, sha256: str, name: str) -> str:
        """The address of a file that belongs to a page."""
        return self.address(f"/files/{sha256}/{quote(name)}")

    def address(self, path: str, params: Mapping[str, str] | None = None) -> str:
        """`path` with the parameters and with the moment, where it is a past one."""
        if not (params or self.at):
            return path
        return path + "?" + urlencode({**(params or {}), **({"at": self.at} if self.at else {})})

    def in_language(self, language: str) -> "PageRequest":
        """The same question in another language."""
        return replace(self, language=language)

    def at_present(self) -> "PageRequest":
        """The same question about the present."""
        return replace(self, moment=self.now, at="")

    def at_instant(self, moment: datetime) -> "PageRequest":
        """The same question about another instant (an aware datetime)."""
        return replace(self, moment=moment, at=instant(moment))


def instant(moment: datetime) -> str:
    """An instant as it stands in an address: ISO 8601 in UTC, as exact as it is."""
    return in_zone(moment, UTC).isoformat().replace("+00:00", "Z")


def page_request(request: HttpRequest, language: str) -> PageRequest:
    """The question that `request` asks. Raises NotFound for a moment that is malformed or in the future."""
    now = clock.now()
    if "at" not in request.GET:
        return PageRequest(language, now, now)
    # A plus sign in an address means a space; nobody who types an offset by hand thinks of that.
    at = request.GET["at"].replace(" ", "+")
    return PageRequest(language, parse(at, now=now), now, at)


def parse(at: str, *, now: datetime) -> datetime:
    """The moment that an address names: an ISO 8601 date or instant, in UTC where it names no offset.

    A date means its last microsecond, so that the page shows what the day brought; today, which is not over, means
    `now`. Raises NotFound for anything else and for the future, of which nothing may be told.
    """
    try:
        if _DATE.fullmatch(at):
            day = datetime.fromisoformat(at).date()
            moment = now if day == now.astimezone(UTC).date() else datetime.combine(day, time.max, tzinfo=UTC)
        elif _INSTANT.fullmatch(at):
            moment = datetime.fromisoformat(at)
            moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
        else:
            raise ValueError(at)
    except (ValueError, OverflowError):
        raise NotFound(
            _("The address asks for a date that cannot be read. Write it as 2022-03-01 or 2022-03-01T15:00Z.")
        ) from None
    if moment < FIRST_INSTANT:
        raise NotFound(
            _("The address asks for a date before %(first)s, of which nothing is kept. Ask for a later one.")
            % {"first": date_format(FIRST_DAY, "DATE_FORMAT")}
        )
    if moment > now:
        raise NotFound(_("The address asks for a date in the future. Only the present and the past can be shown."))
    return moment
